//! An answer on its way: asked for once, taken up again where the connection broke.

use contract::{AnswerRequest, AnswerState};
use leptos::prelude::*;
use rules::answer::{Arriving, Taken};

use super::draft::Draft;
use crate::{
    api::{self, ApiError, urls},
    browser::{random, start::spawn, timer},
    i18n,
};

/// What the page shows of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    pub arriving: Arriving,
    /// Why nothing more comes, where the answer did not end by itself.
    pub error: Option<ApiError>,
}

/// Pauses before the connection is tried again, in milliseconds.
const PAUSES_MS: [i32; 3] = [500, 2_000, 5_000];

/// Asks for the answer to a draft's words, or goes on reading the one that was asked for, into `state`. The draft is
/// kept with the answer's id before the first attempt, so that a reload finds the same answer.
pub fn answer(state: RwSignal<Answering>, draft: &mut Draft, owner: &str) {
    let is_known = !draft.answer_id.is_empty() && draft.asked == draft.text;
    if !is_known {
        draft.answer_id = random::id();
        draft.asked.clone_from(&draft.text);
        draft.is_wrong = false;
        draft.wrong_note.clear();
        draft.keep(owner);
    }
    state.set(Answering::default());
    let request = AnswerRequest {
        question: draft.asked.trim().to_owned(),
        subject: draft.subject(),
        topic: (!draft.topic.is_empty()).then(|| draft.topic.clone()),
        locale: i18n::locale(),
        conversation_id: None,
    };
    spawn(run(state, draft.answer_id.clone(), request));
}

async fn run(state: RwSignal<Answering>, id: String, request: AnswerRequest) {
    // The same question under the same id is the same answer: asking again never makes a second one.
    let body = serde_json::to_string(&request).unwrap_or_default();
    for pause in [0].into_iter().chain(PAUSES_MS) {
        if pause > 0 {
            timer::pause(pause).await;
        }
        let next = state.try_with_untracked(|state| state.arriving.next);
        let Some(next) = next else { return };
        let mut take = |event| {
            let _ = state.try_update(|state| state.arriving.take(event) == Taken::New);
        };
        let outcome = match next {
            0 => api::stream(&urls::answer(&id), Some(&body), &mut take).await,
            next => api::stream(&urls::answer_after(&id, next - 1), None, &mut take).await,
        };
        let has_ended = state.try_with_untracked(|state| state.arriving.has_ended()).unwrap_or(true);
        match outcome {
            _ if has_ended => return,
            // The stream ended before the answer did, or the network went: once more, behind what is there.
            Ok(()) | Err(ApiError::Offline | ApiError::Unavailable) => {}
            Err(error) => return fail(state, error),
        }
    }
    fail(state, if crate::browser::dom::is_online() { ApiError::Unavailable } else { ApiError::Offline });
}

fn fail(state: RwSignal<Answering>, error: ApiError) {
    let _ = state.try_update(|state| {
        state.error = Some(error);
        state.arriving.state = AnswerState::Failed;
    });
}
