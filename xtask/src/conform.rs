//! `conform`: walks a backend through the contract, in the order in which one would build it, and says of each claim
//! whether it is kept. The calls and their schemas are those of `docs/openapi.json`.

mod client;
mod document;
mod findings;
mod run;
mod steps;
#[cfg(test)]
mod tests;
mod words;

use std::env;
use std::process::ExitCode;

use clap::Args;

use self::client::{Ask, Client};
use self::document::Document;
use self::findings::{Finding, Verdict, counts};
use self::run::{Given, Run};
use self::steps::{Step, all};
use crate::build;
use crate::failure::Failure;
use crate::files;
use crate::process::say;
use crate::project::Project;

/// Holds the password, so that no list of processes shows it.
const PASSWORD: &str = "SVAR_CONFORM_PASSWORD";
/// Holds the line of a session's cookie.
const COOKIE: &str = "SVAR_CONFORM_COOKIE";

#[derive(Args)]
pub struct ConformArgs {
    /// Origin of the backend, such as https://api.example.com.
    #[arg(long, value_name = "URL")]
    api: String,
    /// Address of an account that may be tried with: a case is opened in its name and stays.
    #[arg(long)]
    email: Option<String>,
    /// Its password [default: SVAR_CONFORM_PASSWORD, which no list of processes shows].
    #[arg(long, requires = "email")]
    password: Option<String>,
    /// Origin of a site elsewhere that the backend lets in.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// Leaves out the wrong passwords that a backend has to stop, where that would lock out this network.
    #[arg(long)]
    no_attempts: bool,
}

/// Somebody who can sign in.
pub struct Account {
    pub email: String,
    pub password: String,
}

/// Runs all steps; ends with exit code 1 where the backend owes something.
pub fn run(project: &Project, args: ConformArgs) -> Result<ExitCode, Failure> {
    let origin = build::origin(&args.api)?;
    let site = args.site.as_deref().map(build::origin).transpose()?;
    let password = args.password.or_else(|| env::var(PASSWORD).ok());
    let account = args.email.zip(password).map(|(email, password)| Account { email, password });
    let given = Given { account, cookie: env::var(COOKIE).ok(), site, has_attempts: !args.no_attempts };
    let file = project.at("docs/openapi.json");
    let document = serde_json::from_str(&files::read_text(&file)?);
    let document = document.map_err(|error| Failure::Unexpected { file, why: error.to_string() })?;
    let document = Document::new(document);
    let mut client = Client::new(&origin);
    let first = client.ask(&Ask::get(contract::routes::META));
    if first.status == 0 {
        return Err(Failure::NoAnswer(origin, first.body));
    }
    let mut run = Run::new(client, &document, given);
    walk(&mut run, &mut say);
    let is_owing = run.findings().iter().any(Finding::is_owed);
    Ok(if is_owing { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Takes all steps, and tells each as it ends.
fn walk(run: &mut Run<'_>, tell: &mut dyn FnMut(&str)) {
    for step in all() {
        run.begin(step.name);
        tell(&format!("\n{} ({})", step.name, if step.is_required { "required" } else { "optional" }));
        take(run, &step);
        for finding in run.end() {
            tell(&finding.to_string());
        }
    }
    tell("");
    for line in std::mem::take(&mut run.written) {
        tell(&format!("Stays in the backend: {line}."));
    }
    tell(&counts(run.findings()));
}

fn take(run: &mut Run<'_>, step: &Step) {
    let is_offered = step.capability.is_none_or(|capability| run.offers(capability));
    if let Some(capability) = step.capability.filter(|_| !is_offered) {
        let why = "`/meta` does not list it";
        let verdict = if step.is_required { Verdict::Missing(why.into()) } else { Verdict::Left(why.into()) };
        run.note(format!("capability `{capability}`"), verdict);
    } else if step.is_for_a_person && !run.learnt.is_signed_in {
        run.leave(step.name, format!("nobody is signed in; give --email, and --password or {PASSWORD}, or {COOKIE}"));
    } else {
        (step.take)(run);
    }
}
