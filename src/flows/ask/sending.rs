//! Sending a request to support: once, whatever happens on the way.

use contract::{Case, CaseRequest, ContactMethod};

use super::draft::{self, Draft};
use crate::{
    api::{self, ApiError, urls},
    browser::{intl, random},
};

/// Lines of a request that a person may leave out.
pub const OPTIONAL: [&str; 5] = ["answer", "order_state", "shipping", "money", "timezone"];

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is there: the case's id.
    Done(String),
    /// The method cannot be used any more; the text stays.
    MethodGone,
    SignedOut,
    Failed(ApiError),
}

/// Sends a draft, and forgets it once it has arrived. The case's id is kept with the draft before the first attempt.
pub async fn send(mut draft: Draft, owner: &str) -> Sent {
    if draft.case_id.is_empty() {
        draft.case_id = random::id();
        draft.keep(owner);
    }
    let answer = api::put(&urls::case(&draft.case_id), &request(&draft)).await;
    match answer.map(|text| serde_json::from_str::<Case>(&text)) {
        Ok(Ok(case)) => done(&draft, owner, case.id),
        Ok(Err(_)) => Sent::Failed(ApiError::Malformed),
        Err(ApiError::SignedOut) => Sent::SignedOut,
        Err(ApiError::Refused(problem)) => match problem.code.as_str() {
            // An attempt that seemed lost had arrived, with the words from before: those are at support.
            "client_id_reused" => done(&draft, owner, draft.case_id.clone()),
            "method_unavailable" => Sent::MethodGone,
            _ => Sent::Failed(ApiError::Refused(problem)),
        },
        Err(error) => Sent::Failed(error),
    }
}

fn done(draft: &Draft, owner: &str, case: String) -> Sent {
    draft::forget(owner, &draft.id);
    Sent::Done(case)
}

fn request(draft: &Draft) -> CaseRequest {
    let is_shared = |line: &&str| !draft.withheld.iter().any(|withheld| withheld == line);
    let shared: Vec<&str> = OPTIONAL.into_iter().filter(is_shared).collect();
    let has = |line| shared.contains(&line);
    CaseRequest {
        subject: draft.subject(),
        topic: (!draft.topic.is_empty()).then(|| draft.topic.clone()),
        method: ContactMethod::from(draft.method.clone()),
        language: draft.language.clone(),
        statement: draft.text.trim().to_owned(),
        answer_id: (has("answer") && !draft.answer_id.is_empty()).then(|| draft.answer_id.clone()),
        timezone: has("timezone").then(intl::timezone),
        shared: shared.iter().filter(|line| **line != "answer").map(|line| (*line).to_owned()).collect(),
    }
}
