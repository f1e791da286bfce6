//! What is said in a case: once, in order, and by those whose conversation it is.

use contract::routes;
use serde_json::{Value, json};

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, fresh_id, word};

/// `GET /conversations/{id}` and its messages.
pub fn take(run: &mut Run<'_>) {
    let absent = Ask::get(at(routes::CONVERSATION, &[&fresh_id()]));
    run.refused("a conversation that is not there or not yours", &absent, 404, "not_found");
    let Some(case) = run.learnt.case.clone() else {
        run.leave("a conversation", "no case was opened");
        return;
    };
    let id = word(&case, "/conversation_id").to_owned();
    let Some(answer) = run.wanted(&Ask::get(at(routes::CONVERSATION, &[&id])), 200) else { return };
    let conversation = answer.json();
    let is_of_case = word(&conversation, "/case_id") == word(&case, "/id");
    run.claim("a case's conversation names its case", is_of_case, "it names another one");
    run.claim("one can write in an open case", conversation["can_post"] == true, "`can_post` is not true");
    write(run, &id);
    listed(run, &id, word(&case, "/statement"));
}

fn write(run: &mut Run<'_>, id: &str) {
    let path = at(routes::MESSAGE, &[id, &fresh_id()]);
    let body = json!({"text": "A message of the conformance run."});
    let Some(first) = run.wanted(&Ask::put(path.clone(), &body), 201) else { return };
    let again = run.call(&Ask::put(path.clone(), &body));
    let is_same = again.status == 200 && word(&again.json(), "/id") == word(&first.json(), "/id");
    run.claim("the same message under its id is 200 with the same record", is_same, again.told());
    let other = Ask::put(path, &json!({"text": "Another message."}));
    run.refused("another message under its id", &other, 422, "client_id_reused");
    let fresh = |body: Value| Ask::put(at(routes::MESSAGE, &[id, &fresh_id()]), &body);
    run.refused("a message without words", &fresh(json!({"text": " "})), 422, "message_invalid");
    run.refused("a message of 2,001 characters", &fresh(json!({"text": "å".repeat(2_001)})), 422, "message_invalid");
    run.refused("a message without the session's word", &fresh(body.clone()).without_word(), 403, "csrf_invalid");
    let elsewhere = Ask::put(at(routes::MESSAGE, &[&fresh_id(), &fresh_id()]), &body);
    run.refused("a message in a conversation of nobody's", &elsewhere, 404, "not_found");
}

fn listed(run: &mut Run<'_>, id: &str, statement: &str) {
    let path = at(routes::MESSAGES, &[id]);
    let Some(answer) = run.wanted(&Ask::get(path.clone()), 200) else { return };
    run.is_private("/conversations/{id}/messages", &answer);
    let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
    let is_said = items.first().is_some_and(|first| first["nodes"].to_string().contains(statement));
    run.claim("the statement is the first message", is_said, "it is not");
    let numbers: Vec<u64> = items.iter().filter_map(|item| item["seq"].as_u64()).collect();
    let expected: Vec<u64> = (1..=2).collect();
    run.claim("messages are numbered from 1 without a gap", numbers == expected, format!("they are {numbers:?}"));
    for (query, expected) in [("after=1", 2), ("before=2", 1)] {
        let part = run.call(&Ask::get(format!("{path}?{query}"))).json();
        let numbers: Vec<Option<u64>> =
            part["items"].as_array().into_iter().flatten().map(|item| item["seq"].as_u64()).collect();
        let claim = format!("`{query}` gives what lies there");
        run.claim(claim, numbers == [Some(expected)], format!("it gives {numbers:?}"));
    }
    run.refused("a place that there is not", &Ask::get(format!("{path}?before=x")), 400, "cursor_invalid");
}
