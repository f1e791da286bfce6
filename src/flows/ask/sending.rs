//! Sending a request to support: once, whatever happens on the way.

use contract::{Case, CaseCallbackRequest, CaseRequest, ContactMethod, MessageRequest, Problem, Upload, UploadState};

use super::draft::{self, Draft};
use crate::{
    api::{self, ApiError, urls},
    browser::intl,
    i18n::format,
};

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is there: the case's id.
    Done(String),
    /// The method cannot be used any more; the text stays.
    MethodGone,
    /// Somebody else has the time of the call now.
    SlotGone,
    /// No number can be made of what was typed.
    PhoneRefused,
    /// The backend has not kept the photos any longer.
    PhotosGone,
    SignedOut,
    Failed(ApiError),
}

/// Sends a draft with the lines that were `shown` to go along, and forgets it once it has arrived.
pub async fn send(draft: &Draft, owner: &str, shown: &[&str]) -> Sent {
    let case = &draft.case_id;
    let answer = api::put(&urls::case(case), &request(draft, shown)).await;
    let outcome = match answer {
        Ok(_) => Ok(()),
        // An attempt that seemed lost had arrived, with what was in it then.
        Err(ApiError::Refused(problem)) if problem.code == "client_id_reused" => add_new_words(draft).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => {
            draft::forget(owner, &draft.id);
            Sent::Done(case.clone())
        }
        Err(ApiError::SignedOut) => Sent::SignedOut,
        Err(ApiError::Refused(problem)) => refused(*problem),
        Err(error) => Sent::Failed(error),
    }
}

fn refused(problem: Problem) -> Sent {
    match problem.code.as_str() {
        "method_unavailable" => Sent::MethodGone,
        "slot_taken" => Sent::SlotGone,
        "phone_invalid" => Sent::PhoneRefused,
        "attachment_invalid" => Sent::PhotosGone,
        _ => Sent::Failed(ApiError::Refused(problem.into())),
    }
}

/// The call that a request by telephone asks for.
fn callback(draft: &Draft) -> Option<CaseCallbackRequest> {
    (draft.method == ContactMethod::Phone.word()).then(|| CaseCallbackRequest {
        id: draft.callback_id.clone(),
        phone: draft.phone.clone(),
        slot: format::moment_of(&draft.slot),
    })
}

/// Words that were changed since then follow as a message, so that support has all of them.
async fn add_new_words(draft: &Draft) -> Result<(), ApiError> {
    let text = api::get_once(&urls::case(&draft.case_id)).await?;
    let case: Case = serde_json::from_str(&text).map_err(|_| ApiError::Malformed)?;
    let text = draft.text.trim().to_owned();
    let attachments = unsent(draft).await?;
    if case.statement == text && attachments.is_empty() {
        return Ok(());
    }
    let message = MessageRequest { text, attachments };
    api::put(&urls::message(&case.conversation_id, &draft.id), &message).await.map(drop)
}

/// The photos that are part of no message yet.
async fn unsent(draft: &Draft) -> Result<Vec<String>, ApiError> {
    let mut unsent = Vec::new();
    for id in attachments(draft) {
        let told = api::get_once(&urls::upload(&id)).await?;
        let told: Upload = serde_json::from_str(&told).map_err(|_| ApiError::Malformed)?;
        if told.state == UploadState::Ready {
            unsent.push(id);
        }
    }
    Ok(unsent)
}

fn attachments(draft: &Draft) -> Vec<String> {
    draft.photos.iter().map(|photo| photo.upload.clone()).filter(|id| !id.is_empty()).collect()
}

fn request(draft: &Draft, shown: &[&str]) -> CaseRequest {
    let has = |line| shown.contains(&line);
    // The order and its objects are named in the line that says what it is about; that one always goes along.
    let subject = (!draft.order.is_empty()).then_some("object");
    let shared = shown.iter().copied().filter(|line| *line != "answer").chain(subject);
    CaseRequest {
        subject: draft.subject(),
        topic: (!draft.topic.is_empty()).then(|| draft.topic.clone()),
        method: ContactMethod::from(draft.method.clone()),
        language: draft.spoken.clone(),
        callback: callback(draft),
        statement: draft.text.trim().to_owned(),
        answer_id: (has("answer") && !draft.answer_id.is_empty()).then(|| draft.answer_id.clone()),
        attachments: attachments(draft),
        timezone: has("timezone").then(intl::timezone),
        shared: shared.map(str::to_owned).collect(),
    }
}
