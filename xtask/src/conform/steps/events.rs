//! The log of what happens to a person's things: numbered without a gap, read from any number on.

use contract::routes;
use serde_json::Value;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::word;

const PATH: &str = routes::EVENTS;
const STREAM: (&str, &str) = ("accept", "text/event-stream");

/// `GET /events`, as JSON and as a stream.
pub fn take(run: &mut Run<'_>) {
    let Some(answer) = run.wanted(&Ask::get(PATH), 200) else { return };
    run.is_private(PATH, &answer);
    let is_empty = answer.json()["items"].as_array().is_some_and(Vec::is_empty);
    run.claim("without a cursor it begins at the present", is_empty, "earlier events are told");
    let now = answer.json()["cursor"].as_u64().unwrap_or_default();
    let visitor = run.call(&Ask::get(PATH).by_nobody());
    run.claim("visitors have cursor 0", visitor.json()["cursor"] == 0, visitor.told());
    for (claim, query, status, code) in [
        ("a cursor that is no number", "cursor=x".to_owned(), 400, "cursor_invalid"),
        ("a cursor beyond the present", format!("cursor={}", now + 1_000), 400, "cursor_invalid"),
        ("waiting longer than 25 seconds", format!("cursor={now}&wait=26"), 422, "parameter_invalid"),
    ] {
        run.refused(claim, &Ask::get(format!("{PATH}?{query}")), status, code);
    }
    let waited = run.call(&Ask::get(format!("{PATH}?cursor={now}&wait=1")));
    let is_nothing = waited.json()["items"].as_array().is_some_and(Vec::is_empty);
    run.claim("a call that waits ends, empty where nothing happens", is_nothing, waited.told());
    match run.learnt.cursor {
        Some(before) if run.learnt.case.is_some() => happened(run, before),
        _ => run.leave("what happened", "no case was opened"),
    }
    ready(run);
}

/// What this run did is told, in order.
fn happened(run: &mut Run<'_>, before: u64) {
    let answer = run.call(&Ask::get(format!("{PATH}?cursor={before}")));
    let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
    let numbers: Vec<u64> = items.iter().filter_map(|event| event["seq"].as_u64()).collect();
    let expected: Vec<u64> = (before + 1..).take(items.len()).collect();
    let came = format!("behind {before} they are {numbers:?}");
    run.claim("`seq` goes on from the cursor without a gap", numbers == expected && !numbers.is_empty(), came);
    let case = run.learnt.case.clone().unwrap_or_default();
    let has = |kind: &str, field: &str, id: &str| {
        let is_it = |event: &Value| word(event, "/kind") == kind && word(event, field) == id;
        items.iter().any(is_it)
    };
    let is_told = has("case", "/case_id", word(&case, "/id"));
    run.claim("a case that is opened is told", is_told, "no event names it");
    let is_told = has("message", "/conversation_id", word(&case, "/conversation_id"));
    run.claim("a message is told", is_told, "no event is of its conversation");
    let stream = Ask::get(format!("{PATH}?cursor={before}")).with(STREAM.0, STREAM.1);
    let heard = run.listen(&stream, |heard| heard.contains("\n\n"));
    let first = heard.events().first().cloned().unwrap_or_default();
    let came = format!("{}; it begins with `{}`", heard.told(), first["seq"]);
    run.claim("a stream begins behind its cursor", first["seq"] == before + 1, came);
}

fn ready(run: &mut Run<'_>) {
    let heard = run.listen(&Ask::get(PATH).with(STREAM.0, STREAM.1), |heard| heard.contains("\n\n"));
    let first = heard.events().first().cloned().unwrap_or_default();
    let kind = word(&first, "/kind");
    run.claim("a stream without a cursor begins with `ready`", kind == "ready", format!("it begins with `{kind}`"));
    let cache = heard.header("cache-control").to_owned();
    let is_kept = cache.contains("no-store") && cache.contains("no-transform");
    run.claim("a stream is `no-store, no-transform`", is_kept, format!("`Cache-Control: {cache}`"));
}
