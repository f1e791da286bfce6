//! `run`: the product with its demo marketplace on one address of this machine.

use std::thread;
use std::time::Duration;

use crate::backend::{Backend, Start};
use crate::build::{self, Options};
use crate::cli::RunArgs;
use crate::failure::Failure;
use crate::process::say;
use crate::project::Project;
use crate::stop;

/// Who can sign in to the demo marketplace; they do not exist.
const PEOPLE: &str = "
Sign in as a buyer (anna, ben), a seller (chiara) or both (david), each @example.com,
with the password svar-demo-2026. erik@example.com has an unpaid order.
The support desk is at /desk: maja@svar.example, with svar-desk-2026.
Mails stay in the desk's outbox unless SVAR_SMTP_URL names a server.
";

/// Builds what has changed, serves until somebody asks to stop.
pub fn run(project: &Project, args: &RunArgs) -> Result<(), Failure> {
    if args.no_build {
        if !project.dist().join("www").is_dir() || !project.binary("svar-backend").is_file() {
            return Err(Failure::NothingBuilt);
        }
    } else {
        build::run(project, &Options::local())?;
    }
    stop::listen()?;
    let data = args.data.clone().unwrap_or_else(|| project.at(".svar/data"));
    let data = std::path::absolute(&data).map_err(Failure::file("find", &data))?;
    let start = Start { port: args.port, data, web: Some(project.dist()), quiet: true };
    let mut backend = Backend::start(project, &start)?;
    say(&format!("\nSvar is at {}", backend.url()));
    say(&format!("Its database and log are in {}", start.data.display()));
    say(PEOPLE);
    say("Stop it with Ctrl-C.\n");
    serve(&mut backend)
}

fn serve(backend: &mut Backend) -> Result<(), Failure> {
    loop {
        if stop::requested() {
            backend.stop();
            say("Stopped.");
            return Ok(());
        }
        if let Some(status) = backend.ended() {
            return Err(Failure::Backend(status.to_string()));
        }
        thread::sleep(Duration::from_millis(100));
    }
}
