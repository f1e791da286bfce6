//! `dev`: Trunk builds and reloads the app while you write; the backend is built and started anew when it changes.

use std::process::Child;
use std::thread;
use std::time::Duration;

use crate::backend::{self, Backend, Start};
use crate::build::{self, bundle};
use crate::cli::DevArgs;
use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;
use crate::{stop, tools};

/// Where Trunk.toml says that the backend is.
const BACKEND_PORT: u16 = 8081;

/// Serves the app in the dev profile until somebody asks to stop.
pub fn run(project: &Project, args: &DevArgs) -> Result<(), Failure> {
    let tools = tools::ready(project)?;
    bundle::run(project)?;
    build::native_backend(project)?;
    stop::listen()?;
    let mut sources = build::backend_fingerprint(project)?;
    let mut backend = Some(start(project)?);
    let mut trunk = process::command("trunk", project.root());
    trunk.args(["serve", "--dist", ".svar/trunk-dev", "--port", &args.port.to_string()]);
    let mut trunk = build::calm(&tools, &mut trunk).spawn().map_err(|cause| Failure::Start {
        step: "serving the app".into(),
        program: "trunk".into(),
        cause,
    })?;
    say(&format!("\nThe app will be at http://127.0.0.1:{}; stop it with Ctrl-C.\n", args.port));
    let outcome = watch(project, &mut trunk, &mut backend, &mut sources);
    backend::stop_child(&mut trunk);
    outcome
}

fn start(project: &Project) -> Result<Backend, Failure> {
    let start = Start { port: BACKEND_PORT, data: project.at(".svar/data-dev"), web: None, quiet: false };
    Backend::start(project, &start)
}

fn watch(
    project: &Project,
    trunk: &mut Child,
    backend: &mut Option<Backend>,
    sources: &mut String,
) -> Result<(), Failure> {
    while !stop::requested() {
        thread::sleep(Duration::from_secs(1));
        if let Ok(Some(status)) = trunk.try_wait() {
            let ended = status.to_string();
            return Err(Failure::Step { step: "serving the app".into(), program: "trunk".into(), ended });
        }
        let now = build::backend_fingerprint(project)?;
        if now != *sources {
            *sources = now;
            // A half-written file is no reason to end; the compiler has said what is wrong.
            if build::native_backend(project).is_ok() {
                *backend = None;
                *backend = Some(start(project)?);
            }
        }
    }
    Ok(())
}
