//! A running reference backend: started, awaited until it listens, stopped in order when dropped.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{self, Signal};
use nix::unistd::Pid;

use crate::failure::Failure;
use crate::files;
use crate::process;
use crate::project::Project;

const STOP_PATIENCE: Duration = Duration::from_secs(10);

/// How a backend is started.
pub struct Start {
    /// 0 lets the system choose.
    pub port: u16,
    pub data: PathBuf,
    /// The `dist/` to serve beside the API.
    pub web: Option<PathBuf>,
    /// Keeps its log lines off the screen.
    pub quiet: bool,
}

/// A backend with the demo marketplace that listens.
pub struct Backend {
    child: Child,
    url: String,
}

impl Backend {
    /// Starts the backend and waits for its first line, `listening http://…`.
    pub fn start(project: &Project, start: &Start) -> Result<Self, Failure> {
        if start.port != 0 && TcpListener::bind(("127.0.0.1", start.port)).is_err() {
            return Err(Failure::PortInUse(start.port));
        }
        files::create_folder(&start.data)?;
        let mut command = process::command(project.binary("svar-backend"), project.root());
        command.arg("--addr").arg(format!("127.0.0.1:{}", start.port)).arg("--demo");
        command.arg("--data").arg(&start.data).arg("--content").arg(project.at("content"));
        if let Some(web) = &start.web {
            command.arg("--web").arg(web);
        }
        command.stdout(Stdio::piped());
        if start.quiet {
            let log = start.data.join("backend.log");
            let file = std::fs::File::create(&log).map_err(Failure::file("write", &log))?;
            command.stderr(file);
        }
        let mut child = command.spawn().map_err(|cause| Failure::Start {
            step: "starting the backend".into(),
            program: "svar-backend".into(),
            cause,
        })?;
        match listening(&mut child) {
            Some(url) => Ok(Self { child, url }),
            None => Err(Failure::Backend(last_words(&mut child, start))),
        }
    }

    /// Where it listens: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(&mut self) {
        stop_child(&mut self.child);
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Asks a program to stop (SIGTERM), waits, and ends it where it does not.
pub fn stop_child(child: &mut Child) {
    let asked = Instant::now();
    if let Ok(id) = i32::try_from(child.id())
        && child.try_wait().is_ok_and(|ended| ended.is_none())
    {
        // Gone between the two calls is as good as stopped.
        let _ = signal::kill(Pid::from_raw(id), Signal::SIGTERM);
    }
    while child.try_wait().is_ok_and(|ended| ended.is_none()) {
        if asked.elapsed() > STOP_PATIENCE {
            let _ = child.kill();
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn listening(child: &mut Child) -> Option<String> {
    let mut lines = BufReader::new(child.stdout.take()?).lines();
    let first = lines.next()?.ok()?;
    // Read on, or a later line would find the pipe closed.
    thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
    first.strip_prefix("listening ").map(|url| url.trim_end_matches('/').to_owned())
}

fn last_words(child: &mut Child, start: &Start) -> String {
    stop_child(child);
    let status = child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
    if start.quiet
        && let Ok(log) = files::read_text(&start.data.join("backend.log"))
    {
        eprint!("{log}");
    }
    status
}
