//! Which contact methods can be used now, and why others cannot.

use contract::routes;
use serde_json::Value;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{encoded, word};

const PATH: &str = routes::AVAILABILITY;

/// `GET /contact/availability`.
pub fn take(run: &mut Run<'_>) {
    let asked = format!("{PATH}?language={}", encoded(&run.learnt.locale));
    let Some(answer) = run.wanted(&Ask::get(asked), 200) else { return };
    run.is_private(PATH, &answer);
    let availability = answer.json();
    let methods = availability["methods"].as_array().cloned().unwrap_or_default();
    let email = methods.iter().find(|method| word(method, "/method") == "email");
    let status = email.map_or("absent", |email| word(email, "/status"));
    run.claim("e-mail is always there and available", status == "available", format!("it is {status}"));
    let (from, until) = (word(&availability, "/as_of"), word(&availability, "/valid_until"));
    run.claim("`valid_until` is after `as_of`", from < until, format!("{from} and {until}"));
    methods.iter().for_each(|method| one(run, from, method));
    recommended(run, &availability, &methods);
    for (claim, query) in [
        ("an unknown topic refuses nobody", "?topic=conform_knows_no_such_topic"),
        ("a language that nobody speaks refuses nobody", "?language=tlh-Piqd"),
        ("who is asked nothing says what there is", ""),
    ] {
        let answer = run.call(&Ask::get(format!("{PATH}{query}")));
        let methods = answer.json()["methods"].clone();
        let is_email = |method: &Value| word(method, "/method") == "email" && word(method, "/status") == "available";
        let has_email = methods.as_array().into_iter().flatten().any(is_email);
        run.claim(claim, answer.status == 200 && has_email, format!("{}; e-mail: {has_email}", answer.told()));
    }
}

fn can_be_chosen(method: &Value) -> bool {
    ["available", "busy"].contains(&word(method, "/status"))
}

fn one(run: &mut Run<'_>, as_of: &str, method: &Value) {
    let (name, status) = (word(method, "/method"), word(method, "/status"));
    let (reason, opens) = (word(method, "/reason"), word(method, "/opens_at"));
    let is_told = reason.is_empty() == (status == "available");
    let claim = format!("{name} has a `reason` exactly where it is not available");
    run.claim(claim, is_told, format!("it is {status}, with the reason `{reason}`"));
    if !opens.is_empty() {
        let is_ahead = !can_be_chosen(method) && opens > as_of;
        let came = format!("it is {status}, and opens at {opens}");
        run.claim(format!("{name} has `opens_at` only while it is closed, and ahead"), is_ahead, came);
    }
    let hours: Vec<&str> = method["hours"].as_array().into_iter().flatten().flat_map(ends).collect();
    let is_in_order = hours.windows(2).all(|pair| pair[0] < pair[1]);
    run.claim(
        format!("the hours of {name} are in order and touch nowhere"),
        is_in_order,
        format!("they are {hours:?}"),
    );
    let languages: Vec<&str> = method["languages"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let language = word(method, "/language");
    let is_spoken = language.is_empty() || languages.contains(&language);
    let came = format!("`{language}` is none of {languages:?}");
    run.claim(format!("the `language` of {name} is one of its `languages`"), is_spoken, came);
}

fn ends(hours: &Value) -> [&str; 2] {
    [word(hours, "/from"), word(hours, "/to")]
}

/// Only what can be chosen is recommended, and e-mail comes last.
fn recommended(run: &mut Run<'_>, availability: &Value, methods: &[Value]) {
    let names: Vec<&str> =
        availability["recommended"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let is_usable =
        |name: &&str| methods.iter().any(|method| word(method, "/method") == *name && can_be_chosen(method));
    let came = format!("it is {names:?}");
    run.claim("`recommended` holds what can be chosen", names.iter().all(is_usable), came.clone());
    run.claim("`recommended` has e-mail at its end", names.last() == Some(&"email"), came);
}
