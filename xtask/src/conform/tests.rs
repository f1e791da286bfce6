//! The reference backend keeps all of it, and a backend with one thing wrong is told just that.

mod broken;
mod rows;
mod served;

use super::client::Client;
use super::document::Document;
use super::findings::{Finding, Verdict};
use super::run::{Given, Run};
use super::{Account, walk};
use served::{SITE, Served};

fn document() -> Document {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let text = std::fs::read_to_string(file).expect("the document");
    Document::new(serde_json::from_str(&text).expect("JSON"))
}

/// All lines of a run as Anna, and what was found.
fn conform(served: &Served, has_attempts: bool) -> (Vec<String>, Vec<Finding>) {
    let document = document();
    let account = Account { email: "anna@example.com".into(), password: "svar-demo-2026".into() };
    let given = Given { account: Some(account), cookie: None, site: Some(SITE.into()), has_attempts };
    let mut run = Run::new(Client::new(&served.url), &document, given);
    let mut lines = Vec::new();
    walk(&mut run, &mut |line| lines.push(line.to_owned()));
    (lines, run.findings().to_vec())
}

#[test]
fn the_reference_backend_keeps_the_contract() {
    let served = Served::start();
    let (lines, findings) = conform(&served, true);
    let owed: Vec<String> = findings.iter().filter(|finding| finding.is_owed()).map(ToString::to_string).collect();
    assert_eq!(owed, [""; 0]);
    let kept = findings.iter().filter(|finding| finding.verdict == Verdict::Kept).count();
    assert!(kept >= 200, "{kept}: {lines:#?}");
    let last = lines.last().expect("a last line");
    assert!(last.starts_with(&format!("{kept} kept, 0 missing, 0 broken, ")), "{last}");
    let stays = lines.iter().filter(|line| line.starts_with("Stays in the backend: ")).count();
    assert_eq!(stays, 2, "an answer and a case: {lines:#?}");
}

#[test]
fn what_is_broken_is_told_in_a_line_of_its_own() {
    let served = Served::start();
    let rows = rows::all();
    assert!(rows.len() >= 25);
    let mut unnamed = Vec::new();
    for (row, call, change, claim) in rows {
        served.change(call, change);
        let (_, findings) = conform(&served, row.contains("429"));
        if !findings.iter().any(|finding| finding.is_owed() && finding.claim.contains(claim)) {
            let owed = findings.iter().filter(|finding| finding.is_owed()).map(ToString::to_string);
            unnamed.push((row, claim, owed.collect::<Vec<_>>()));
        }
    }
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn nobody_signed_in_leaves_out_what_is_a_persons() {
    let served = Served::start();
    let document = document();
    let given = Given { account: None, cookie: None, site: None, has_attempts: false };
    let mut run = Run::new(Client::new(&served.url), &document, given);
    walk(&mut run, &mut |_| ());
    let owed: Vec<&Finding> = run.findings().iter().filter(|finding| finding.is_owed()).collect();
    assert!(owed.is_empty(), "{owed:?}");
    for step in ["account", "orders", "cases", "conversations", "events", "sign-out"] {
        let is_left = |finding: &Finding| finding.step == step && matches!(finding.verdict, Verdict::Left(_));
        assert!(run.findings().iter().any(is_left), "{step}");
    }
}

#[test]
fn what_grows_is_kept() {
    let served = Served::start();
    for (row, call, change) in rows::growth() {
        served.change(call, change);
        let (_, findings) = conform(&served, false);
        let owed: Vec<&Finding> = findings.iter().filter(|finding| finding.is_owed()).collect();
        assert!(owed.is_empty(), "{row}: {owed:?}");
    }
}
