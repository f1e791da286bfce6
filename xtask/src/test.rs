//! `test` and `check`: the phases, each announced and timed; the first that fails ends them, counts come last.

mod budgets;
mod counts;
mod format;
mod lints;
mod native;
pub mod playwright;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::process::say;
use crate::project::Project;
use counts::Counts;

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Phase {
    /// rustfmt.
    Format,
    /// clippy with warnings denied, once per feature set.
    Lints,
    /// Unit, contract and house-rule tests.
    Native,
    /// `dist/`.
    Build,
    /// Sizes of what a visit fetches.
    Budgets,
    /// Playwright's journeys in a real browser, with axe.
    Journeys,
}

/// Every phase, in order.
pub const ALL: [Phase; 6] = [Phase::Format, Phase::Lints, Phase::Native, Phase::Build, Phase::Budgets, Phase::Journeys];
/// The quick ones, in order.
pub const QUICK: [Phase; 3] = [Phase::Format, Phase::Lints, Phase::Native];

struct Done {
    phase: Phase,
    took: Duration,
    counts: Counts,
    failed: bool,
}

/// Runs the phases and ends with a line `N passed, N failed`.
pub fn run(project: &Project, phases: &[Phase], playwright: &[String]) -> Result<ExitCode, Failure> {
    let mut done = Vec::new();
    for phase in phases {
        say(&format!("\n== {} ==", title(*phase)));
        let begun = Instant::now();
        let mut counts = Counts::default();
        let outcome = one(project, *phase, playwright, &mut counts);
        let (took, failed) = (begun.elapsed(), outcome.is_err());
        if let Err(failure) = outcome {
            say(&format!("\n{failure}."));
            failure.advice().into_iter().for_each(|advice| say(&format!("What to do: {advice}")));
            counts.failed = counts.failed.max(1);
        }
        say(&format!("-- {} {} --", title(*phase), time(took)));
        done.push(Done { phase: *phase, took, counts, failed });
        if failed {
            break;
        }
    }
    Ok(summary(&done, phases))
}

fn one(project: &Project, phase: Phase, playwright: &[String], counts: &mut Counts) -> Result<(), Failure> {
    match phase {
        Phase::Format => format::run(project),
        Phase::Lints => lints::run(project),
        Phase::Native => native::run(project, counts),
        Phase::Build => build::run(project, &Options::local()),
        Phase::Budgets => budgets::run(project, counts),
        Phase::Journeys => playwright::run(project, playwright, counts),
    }
}

fn summary(done: &[Done], phases: &[Phase]) -> ExitCode {
    say("\n== Summary ==");
    for it in done {
        let state = if it.failed { "failed" } else { "fine" };
        say(&format!("{:<28} {:<7} {:>8}  {}", title(it.phase), state, time(it.took), it.counts.text()));
    }
    for phase in phases.iter().skip(done.len()) {
        say(&format!("{:<28} not run", title(*phase)));
    }
    let all = done.iter().fold(Counts::default(), |all, it| all.with(it.counts));
    say(&format!("{} passed, {} failed", all.passed, all.failed));
    if all.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn title(phase: Phase) -> &'static str {
    match phase {
        Phase::Format => "Format",
        Phase::Lints => "Lints",
        Phase::Native => "Native tests, house rules",
        Phase::Build => "Build",
        Phase::Budgets => "Budgets",
        Phase::Journeys => "Journeys",
    }
}

fn time(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_in_the_unit_that_fits() {
        let cases = [("short", 1_234, "1.2 s"), ("long", 61_000, "1 min 1 s"), ("longer", 600_000, "10 min 0 s")];
        for (row, milliseconds, expected) in cases {
            assert_eq!(time(Duration::from_millis(milliseconds)), expected, "{row}");
        }
    }
}
