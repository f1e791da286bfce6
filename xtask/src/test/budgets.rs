//! The budgets as tests: each one kept counts as passed.

use super::counts::Counts;
use crate::bench::budget;
use crate::failure::Failure;
use crate::process::say;
use crate::project::Project;

/// Fails where a budget is overdrawn.
pub fn run(project: &Project, counts: &mut Counts) -> Result<(), Failure> {
    let www = project.dist().join("www");
    for budget in budget::budgets(&budget::measure(&www)?) {
        say(&budget.line());
        let kept = budget.used <= budget.limit;
        *counts = counts.with(Counts { passed: u64::from(kept), failed: u64::from(!kept) });
    }
    if counts.failed > 0 {
        return Err(Failure::OverBudget);
    }
    Ok(())
}
