//! Backends with one thing wrong, each with words of the line that has to name it.

use serde_json::json;

use super::broken::Change::{self, Field, Header, HeaderPart, Instead, Misread, Overlooked, Status};

/// Name, the call that is wrong, how, and the claim that is told.
pub type Row = (&'static str, &'static str, Change, &'static str);

/// All of them.
pub fn all() -> Vec<Row> {
    [public(), signed_in(), supported()].concat()
}

fn public() -> Vec<Row> {
    vec![
        ("a field is missing", "GET /meta", Field("/default_locale", None), "GET /meta answers as the document says"),
        ("a field of another type", "GET /meta", Field("/locales", Some(json!("en"))), "GET /meta answers as"),
        ("another version", "GET /meta", Field("/contract_version", Some(json!("2.0"))), "`contract_version` is one"),
        ("no help", "GET /meta", Field("/capabilities", Some(json!(["sessions"]))), "capability `help`"),
        ("no tag", "GET /meta", Header("etag", None), "GET /meta has a strong `ETag`"),
        ("a weak tag", "GET /meta", Header("etag", Some("W/\"abc\"")), "GET /meta has a strong `ETag`"),
        ("never 304", "GET /meta", Overlooked("if-none-match"), "GET /meta with `If-None-Match` is answered 304"),
        ("not kept", "GET /meta", Header("cache-control", Some("no-store")), "GET /meta may be kept"),
        ("a page for 404", "GET /conform*", Header("content-type", Some("text/html")), "a call that is not there"),
        ("no id", "GET /conform*", Field("/request_id", None), "a call that is not there is refused"),
        ("another code", "GET /conform*", Field("/code", Some(json!("gone"))), "a call that is not there is refused"),
        ("sniffing", "GET /meta", Header("x-content-type-options", None), "`x-content-type-options`"),
        ("no Allow", "DELETE /meta", Header("allow", None), "405 comes with `Allow`"),
        ("anybody", "GET /meta", Header("access-control-allow-origin", Some("*")), "nobody listed is not let in"),
        (
            "no permission to patch",
            "OPTIONS /me",
            Header("access-control-allow-methods", Some("GET, POST, PUT, DELETE")),
            "the permission to a listed site has `access-control-allow-methods`",
        ),
        ("no language", "GET /help/categories", Header("content-language", None), "`Content-Language` says"),
        ("any cursor", "GET /help/articles", Misread("cursor=never-given", ""), "with a cursor that it never gave"),
        ("one page again and again", "GET /help/articles", Misread("cursor=", "c="), "goes on behind `next_cursor`"),
        ("any limit", "GET /help/articles", Misread("limit=0", "limit=5"), "with `limit=0` is refused"),
        ("500 for 404", "GET /help/articles/*", Status(404, 500), "an article that is not there is refused"),
        ("no words", "GET /help/articles/*", Field("/body", Some(json!([]))), "an article has words"),
        (
            "a link that runs",
            "GET /help/articles/*",
            Field("/body/0", Some(json!({"kind": "link", "href": "javascript:0", "children": []}))),
            "links are https://",
        ),
        ("nothing found", "GET /help/search", Field("/items", Some(json!([]))), "an article is found by its title"),
        ("kept questions", "GET /help/search", Header("cache-control", Some("public")), "GET /help/search is not kept"),
        ("empty questions", "GET /help/search", Status(422, 200), "an empty question is refused"),
    ]
}

fn signed_in() -> Vec<Row> {
    vec![
        ("no key", "POST /help/articles/*", Status(400, 204), "feedback without `Idempotency-Key` is refused"),
        ("no place", "POST /help/articles/*", Field("/errors", Some(json!([]))), "a refusal points at the field"),
        ("nobody is forbidden", "GET /session", Status(401, 403), "GET /session where nobody is signed in is refused"),
        ("another word", "POST /session", Field("/code", Some(json!("wrong"))), "signing in to no account is refused"),
        ("scripts see the session", "POST /session", HeaderPart("set-cookie", "HttpOnly; ", ""), "is `HttpOnly`"),
        ("for other sites", "POST /session", HeaderPart("set-cookie", "=Lax", "=None"), "is `SameSite=Lax`"),
        ("a cookie beside the bearer", "POST /session", Header("set-cookie", Some("a=b")), "a bearer comes without"),
        ("no session's word", "* /session", Field("/csrf", Some(json!(""))), "a session has its word"),
        ("429 without a rest", "POST /session", Header("retry-after", None), "429 comes with `Retry-After`"),
        ("never 429", "POST /session", Status(429, 401), "are refused 429 `too_many_attempts`"),
        ("forged changes", "PATCH /me", Status(403, 200), "a change without the session's word is refused"),
        ("changes of any time", "PATCH /me", Status(412, 200), "a change of another time is refused"),
        ("unread changes", "PATCH /me", Status(428, 200), "a change without `If-Match` is refused"),
        ("the whole address", "GET /me", Field("/email_masked", Some(json!("anna@example.com"))), "`email_masked`"),
        ("kept orders", "GET /orders", Header("cache-control", Some("public")), "GET /orders?role=buyer is not kept"),
        ("both sides", "GET /orders", Field("/items/0/payout", Some(payout())), "`money` and `payout`"),
        ("forbidden, not absent", "GET /orders/*", Status(404, 403), "not there or not yours is refused"),
        ("no actions", "GET /orders/*", Field("/actions", None), "an order says what it allows"),
        ("storage stays", "DELETE /session", Header("clear-site-data", None), "signing out clears"),
        ("still signed in", "DELETE /session", Instead(204), "the session's cookie after signing out is refused"),
    ]
}

fn supported() -> Vec<Row> {
    vec![
        ("made twice", "PUT /answers/*", Status(200, 201), "the same question under its id is 200"),
        ("reused", "PUT /answers/*", Status(422, 200), "another question under its id is refused"),
        ("everybody's", "GET /answers/*", Status(404, 200), "an answer of somebody else is refused"),
        ("another answer", "GET /answers/*", Field("/question", Some(json!("?"))), "GET gives the answer again"),
        ("no e-mail", "GET /contact/*", Field("/methods", Some(json!([]))), "e-mail is always there and available"),
        ("no reason", "GET /contact/*", Field("/methods/0/reason", None), "phone has a `reason` exactly"),
        (
            "recommends what is closed",
            "GET /contact/*",
            Field("/recommended", Some(json!(["phone", "email"]))),
            "`recommended` holds what can be chosen",
        ),
        ("never old", "GET /contact/*", Field("/valid_until", Some(json!("2020-01-01T00:00:00Z"))), "`valid_until` is"),
        ("cases made twice", "PUT /cases/*", Status(200, 201), "the same request under its id is 200"),
        ("cases reused", "PUT /cases/*", Status(422, 200), "another request under its id is refused"),
        ("pigeons", "PUT /cases/*", Status(422, 201), "an unknown contact method is refused"),
        ("no state", "PUT /cases/*", Field("/state", None), "PUT /cases/{id} answers as the document says"),
        ("nobody's turn", "PUT /cases/*", Field("/next_actor", Some(json!("none"))), "a new case has `next_actor`"),
        ("no tag of a case", "GET /cases/*", Header("etag", None), "has a strong `ETag`"),
        ("another first", "GET /cases", Field("/items/0/id", Some(json!("x"))), "GET /cases has the newest first"),
        ("no conversations", "GET /conversations/*", Status(200, 404), "GET /conversations/"),
        ("mute", "GET /conversations/*", Field("/can_post", Some(json!(false))), "one can write in an open case"),
        ("a gap", "GET /conversations/*", Field("/items/1/seq", Some(json!(3))), "messages are numbered from 1"),
        ("messages reused", "PUT /conversations/*", Status(422, 201), "another message under its id is refused"),
        ("slots out of order", "GET /callbacks/slots", Field("/items", Some(slots())), "slots are in order, each once"),
        ("any place", "GET /events", Status(400, 200), "a cursor that is no number is refused"),
        ("events with a gap", "GET /events", Field("/items/0/seq", Some(json!(999))), "`seq` goes on from the cursor"),
        (
            "gathered up",
            "GET /events",
            Header("cache-control", Some("no-store")),
            "a stream is `no-store, no-transform`",
        ),
    ]
}

/// Backends of a later time: readers pass over what they do not know.
pub fn growth() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        ("a further field", "GET /meta", Field("/weather", Some(json!("fine")))),
        ("a later version", "GET /meta", Field("/contract_version", Some(json!("1.7")))),
        ("an unknown state of an order", "GET /orders*", Field("/items/0/state", Some(json!("on_the_moon")))),
        ("an unknown action", "GET /orders/*", Field("/actions", Some(json!(["teleport"])))),
        (
            "an unknown method and reason",
            "GET /contact/*",
            Field("/methods/0", Some(json!({"method": "carrier_pigeon", "status": "moulting", "reason": "feathers"}))),
        ),
    ]
}

fn payout() -> serde_json::Value {
    let money = json!({"amount_minor": 1, "currency": "EUR"});
    json!({"gross": money, "fees": money, "net": money, "state": "held"})
}

fn slots() -> serde_json::Value {
    let slot =
        |from: &str, to: &str| json!({"from": format!("2026-11-24T{from}:00Z"), "to": format!("2026-11-24T{to}:00Z")});
    json!([slot("09:15", "09:30"), slot("09:00", "09:15")])
}
