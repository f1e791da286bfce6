//! The program as a process of its own.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svar-backend"));
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The tests' own content folder.
pub fn content() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/content").display().to_string()
}

/// Runs the program to its end.
pub fn run(args: &[&str]) -> Output {
    program(args).output().unwrap()
}

/// The program while it serves.
pub struct Running {
    pub child: Child,
    pub port: u16,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
    }
}

/// Starts the program on a free port.
pub fn start(data: &Path, more: &[&str]) -> Running {
    let (data, content) = (data.display().to_string(), content());
    let mut args = vec!["--addr", "127.0.0.1:0", "--data", &data, "--content", &content];
    args.extend(more);
    let mut child = program(&args).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.trim().strip_prefix("listening http://127.0.0.1:").unwrap_or_else(|| panic!("{line:?}"));
    Running { port: port.parse().unwrap(), child }
}

/// Asks for an address.
pub fn get(port: u16, path: &str) -> String {
    get_with(port, path, "")
}

/// Asks for an address with headers.
pub fn get_with(port: u16, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Asks the program to stop and waits for it; gives its exit code.
pub fn terminate(running: &mut Running) -> Option<i32> {
    Command::new("kill").args(["-TERM", &running.child.id().to_string()]).status().unwrap();
    running.child.wait().unwrap().code()
}
