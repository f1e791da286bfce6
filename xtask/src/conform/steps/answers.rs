//! Answers: kept before anything of them is sent, the same for ever, and nobody else's.

use contract::routes;
use serde_json::{Value, json};

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, fresh_id, word};

const STREAM: (&str, &str) = ("accept", "text/event-stream");
/// How a stream of an answer may end.
const ENDS: [&str; 4] = ["completed", "incomplete", "refused", "failed"];

/// `PUT` and `GET /answers/{id}`.
pub fn take(run: &mut Run<'_>) {
    let title = run.learnt.article.clone().map(|[_, _, title]| title);
    let question = title.unwrap_or_else(|| "Where is my parcel?".to_owned());
    let body = json!({"question": question, "subject": {"kind": "general"}, "locale": run.learnt.locale});
    let id = fresh_id();
    let path = at(routes::ANSWER, &[&id]);
    let Some(first) = run.wanted(&Ask::put(path.clone(), &body), 201) else { return };
    run.written.push(format!("two answers, {id} and one that is streamed"));
    once(run, &path, &body, &first.json());
    sourced(run, &first.json());
    run.refused("an answer of somebody else", &Ask::get(path).by_nobody(), 404, "not_found");
    refusals(run, &body);
    streamed(run, &body);
}

/// The same request again is the same answer, another one under its id is refused.
fn once(run: &mut Run<'_>, path: &str, body: &Value, first: &Value) {
    let again = run.call(&Ask::put(path, body));
    let is_same = again.status == 200 && again.json() == *first;
    run.claim("the same question under its id is 200 with the same answer", is_same, again.told());
    let read = run.call(&Ask::get(path));
    run.claim("GET gives the answer again", read.status == 200 && read.json() == *first, read.told());
    let mut other = body.clone();
    other["question"] = "Something else?".into();
    run.refused("another question under its id", &Ask::put(path, &other), 422, "client_id_reused");
}

fn sourced(run: &mut Run<'_>, answer: &Value) {
    let sentences = answer["sentences"].as_array().cloned().unwrap_or_default();
    let is_bare = |sentence: &&Value| sentence["sources"].as_array().is_none_or(Vec::is_empty);
    let bare = sentences.iter().filter(is_bare).count();
    run.claim("every sentence has a source", bare == 0, format!("{bare} of {} have none", sentences.len()));
}

fn refusals(run: &mut Run<'_>, body: &Value) {
    let with = |field: &str, value: Value| {
        let mut body = body.clone();
        body[field] = value;
        Ask::put(at(routes::ANSWER, &[&fresh_id()]), &body)
    };
    run.refused("a question without words", &with("question", " ".into()), 422, "question_invalid");
    run.refused("a question of 2,001 characters", &with("question", "å".repeat(2_001).into()), 422, "question_invalid");
    let astray = with("subject", json!({"kind": "order", "id": "conform-is-not-yours"}));
    run.refused("a question about an order of nobody's", &astray, 422, "subject_invalid");
    run.refused("a question with an unknown field", &with("mood", "good".into()), 422, "body_invalid");
    let unnamed = Ask::put(at(routes::ANSWER, &["not-a-uuid"]), body);
    run.refused("an answer under what is no UUID", &unnamed, 404, "not_found");
}

fn streamed(run: &mut Run<'_>, body: &Value) {
    let path = at(routes::ANSWER, &[&fresh_id()]);
    let answer = run.listen(&Ask::put(path.clone(), body).with(STREAM.0, STREAM.1), |_| false);
    let events = answer.events();
    let kind = |event: Option<&Value>| event.map_or("nothing", |event| word(event, "/kind")).to_owned();
    let (first, last) = (kind(events.first()), kind(events.last()));
    run.claim(
        "a stream begins with `started`",
        first == "started",
        format!("{}; it begins with `{first}`", answer.told()),
    );
    run.claim("a stream says how it ends", ENDS.contains(&last.as_str()), format!("it ends with `{last}`"));
    let numbers: Vec<u64> = events.iter().filter_map(|event| event["sequence_number"].as_u64()).collect();
    let is_gapless = numbers.len() == events.len() && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    run.claim("`sequence_number` has no gap", is_gapless, format!("they are {numbers:?}"));
    let Some(number) = numbers.first() else { return };
    let rest = run.listen(&Ask::get(format!("{path}?after={number}")).with(STREAM.0, STREAM.1), |_| false);
    let is_rest = rest.events() == events.get(1..).unwrap_or_default();
    run.claim("`after` gives the rest of the stream", is_rest, format!("{}; it gives another one", rest.told()));
}
