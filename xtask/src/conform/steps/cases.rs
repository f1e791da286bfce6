//! A request to support: opened once, read by who opened it, and by nobody else. One case stays in the backend.

use contract::routes;
use serde_json::{Value, json};

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, fresh_id, word};

/// What the support team reads.
const STATEMENT: &str = "This is a conformance run. Please close this case; nobody waits for an answer.";

/// `PUT` and `GET /cases/{id}`, and the list.
pub fn take(run: &mut Run<'_>) {
    run.refused("GET /cases where nobody is signed in", &Ask::get(routes::CASES).by_nobody(), 401, "signed_out");
    let log = run.client.ask(&Ask::get(routes::EVENTS)).json();
    run.learnt.cursor = log["cursor"].as_u64();
    let body = json!({
        "subject": {"kind": "general"}, "method": "email", "language": language(run), "statement": STATEMENT,
    });
    refusals(run, &body);
    let path = at(routes::CASE, &[&fresh_id()]);
    let Some(first) = run.wanted(&Ask::put(path.clone(), &body), 201) else { return };
    let case = first.json();
    run.written.push(format!("case {}, to be closed at the desk", word(&case, "/number")));
    run.learnt.case = Some(case.clone());
    opened(run, &case);
    once(run, &path, &body, &case);
    read(run, &path, &case);
}

/// The language that a request by e-mail names.
fn language(run: &mut Run<'_>) -> String {
    let path = format!("{}?language={}", routes::AVAILABILITY, run.learnt.locale);
    let methods = run.client.ask(&Ask::get(path)).json()["methods"].clone();
    let email = methods.as_array().into_iter().flatten().find(|method| word(method, "/method") == "email").cloned();
    let language = email.map(|email| word(&email, "/language").to_owned());
    language.filter(|language| !language.is_empty()).unwrap_or_else(|| run.learnt.locale.clone())
}

fn refusals(run: &mut Run<'_>, body: &Value) {
    let with = |field: &str, value: Value| {
        let mut body = body.clone();
        body[field] = value;
        Ask::put(at(routes::CASE, &[&fresh_id()]), &body)
    };
    let good = || Ask::put(at(routes::CASE, &[&fresh_id()]), body);
    run.refused("a request of nobody", &good().by_nobody(), 401, "signed_out");
    run.refused("a request without the session's word", &good().without_word(), 403, "csrf_invalid");
    run.refused("a request without words", &with("statement", " ".into()), 422, "statement_invalid");
    let answer = run.refused("an unknown contact method", &with("method", "pigeon".into()), 422, "body_invalid");
    let pointer = word(&answer.json(), "/errors/0/pointer").to_owned();
    run.claim("the refusal points at `/method`", pointer == "/method", format!("it points at `{pointer}`"));
    run.refused("a request with an unknown field", &with("amount", 1.into()), 422, "body_invalid");
    let astray = with("subject", json!({"kind": "order", "id": "conform-is-not-yours"}));
    run.refused("a request about an order of nobody's", &astray, 422, "subject_invalid");
    let unnamed = Ask::put(at(routes::CASE, &["not-a-uuid"]), body);
    run.refused("a case under what is no UUID", &unnamed, 422, "client_id_invalid");
    let absent = Ask::get(at(routes::CASE, &[&fresh_id()]));
    run.refused("a case that is not there or not yours", &absent, 404, "not_found");
}

fn opened(run: &mut Run<'_>, case: &Value) {
    for (pointer, expected) in
        [("/state", "submitted"), ("/next_actor", "support"), ("/method", "email"), ("/statement", STATEMENT)]
    {
        let found = word(case, pointer);
        let claim = format!("a new case has `{}`: {expected}", pointer.trim_start_matches('/'));
        run.claim(claim, found == expected, format!("it is `{found}`"));
    }
    let is_there = !word(case, "/expected_reply_at").is_empty();
    run.claim("a new case says until when support usually has replied", is_there, "`expected_reply_at` is absent");
}

fn once(run: &mut Run<'_>, path: &str, body: &Value, case: &Value) {
    let again = run.call(&Ask::put(path, body));
    let is_same = again.status == 200 && word(&again.json(), "/number") == word(case, "/number");
    run.claim("the same request under its id is 200 with the same case", is_same, again.told());
    let mut other = body.clone();
    other["statement"] = "Something else.".into();
    run.refused("another request under its id", &Ask::put(path, &other), 422, "client_id_reused");
}

fn read(run: &mut Run<'_>, path: &str, case: &Value) {
    if let Some(answer) = run.wanted(&Ask::get(path), 200) {
        run.is_private("/cases/{id}", &answer);
        run.has_tag(path, &answer);
    }
    run.refused("somebody's case for nobody", &Ask::get(path).by_nobody(), 401, "signed_out");
    let Some(list) = run.wanted(&Ask::get(routes::CASES), 200) else { return };
    let is_first = word(&list.json(), "/items/0/id") == word(case, "/id");
    run.claim("GET /cases has the newest first", is_first, "another one is there");
    run.is_list(&format!("{}?turn=support", routes::CASES));
    let unknown = Ask::get(format!("{}?turn=neighbour", routes::CASES));
    run.refused("a turn that there is not", &unknown, 422, "parameter_invalid");
}
