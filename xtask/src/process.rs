//! Running other programs: in the project's folder, without the traces of the Cargo that started xtask.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;

/// A command in `folder`. What `cargo run` sets for its child would make a Cargo below build things anew.
pub fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO" {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a step with its output on the screen.
pub fn run(step: &str, command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|cause| start(step, command, cause))?;
    ended_well(step, command, status)
}

/// Runs a step and gives what it printed; its messages stay on the screen.
pub fn read(step: &str, command: &mut Command) -> Result<String, Failure> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|cause| start(step, command, cause))?;
    ended_well(step, command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether the command can be run and ends well; says nothing.
pub fn works(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// First line of what the command prints, if it runs and ends well; says nothing.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

/// What a step printed, and whether it ended well.
pub struct Told {
    pub text: String,
    pub outcome: Result<(), Failure>,
}

/// Runs a step with its output on the screen, and keeps what it printed.
pub fn tell(step: &str, command: &mut Command) -> Result<Told, Failure> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|cause| start(step, command, cause))?;
    let mut text = String::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n') {
            let line = line.map_err(|cause| start(step, command, cause))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|cause| start(step, command, cause))?;
    Ok(Told { text, outcome: ended_well(step, command, status) })
}

/// Says a line of our own, set off from what the tools print.
pub fn say(line: &str) {
    println!("{line}");
    // A closed screen is no reason to stop.
    let _ = io::stdout().flush();
}

fn ended_well(step: &str, command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    let ended = status.code().map_or_else(|| "was ended by a signal".into(), |code| format!("ended with code {code}"));
    Err(Failure::Step { step: step.into(), program: program(command), ended })
}

fn start(step: &str, command: &Command, cause: io::Error) -> Failure {
    Failure::Start { step: step.into(), program: program(command), cause }
}

fn program(command: &Command) -> String {
    Path::new(command.get_program()).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
