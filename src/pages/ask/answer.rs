//! Third step: what is known, at once; and from the first moment the way on to a person.

use contract::{AnswerFeedback, SourceKind};
use leptos::prelude::*;

mod doubt;

use self::doubt::AnswerDoubt;
use super::{super::go, Opened};
use crate::{
    api::{self, ApiError, urls},
    browser::{random, start::spawn},
    components::answer_view::{AnswerFace, AnswerView},
    erase::view,
    flows::ask::{
        answering::{Answering, answer},
        topic,
    },
    live::live,
    paths::{self, AskStep},
};

#[component]
pub fn Answer(mut opened: Opened) -> impl IntoView {
    // The page's own: what a press of a button makes goes with the button.
    let state = RwSignal::new(Answering::default());
    answer(state, &mut opened.draft, &opened.owner);
    let (question, id) = (opened.draft.asked.clone(), opened.draft.answer_id.clone());
    let (contact, describe) = (opened.step(AskStep::Contact), opened.step(AskStep::Describe));
    let kept = StoredValue::new(opened);
    go_back_where_the_topic_has_closed(state, paths::with_news(&describe, "topic"));
    let again = Callback::new(move |()| {
        kept.update_value(|opened| answer(state, &mut opened.draft, &opened.owner));
    });
    // Said once for all sentences: what stands below is not built anew with each that arrives.
    let has_words = Memo::new(move |_| !state.get().arriving.supported().is_empty());
    let is_of_order = Memo::new(move |_| rests_on_order(&state.get()));
    view! {
        <AnswerView question=question face=live(move || face(&state.get())) on_retry=again/>
        <div class="ask-answer">
            {move || has_words.get().then(|| view! { <Helped id=id.clone()/> })}
            {move || is_of_order.get().then(|| view! { <AnswerDoubt kept=kept/> })}
            <p class="ask-answer__text">{t!("ask-answer-text")}</p>
            <div class="ask-answer__actions">
                <a class="button" href=contact>{t!("ask-answer-contact")}</a>
                <a class="button button--quiet" href=describe>{t!("ask-answer-change")}</a>
            </div>
        </div>
    }
    .into_any()
}

/// Whether it is there whole, and says something of an order.
fn rests_on_order(answering: &Answering) -> bool {
    let sentences = &answering.arriving.sentences;
    let mut sources = sentences.iter().flat_map(|sentence| &sentence.sources);
    answering.arriving.has_ended() && sources.any(|source| source.kind == SourceKind::OrderField)
}

/// Another topic has to be chosen, or none; the words are as they were.
fn go_back_where_the_topic_has_closed(state: RwSignal<Answering>, describe: String) {
    let go = go(true);
    Effect::new(move |_| {
        if state.with(|state| topic::is_why(state.error.as_ref())) {
            go(&describe);
        }
    });
}

fn face(answering: &Answering) -> AnswerFace {
    AnswerFace {
        sentences: answering.arriving.supported(),
        state: answering.arriving.state.clone(),
        engine: answering.arriving.engine.clone(),
        fallback: answering.arriving.fallback.clone(),
        is_offline: answering.error == Some(ApiError::Offline),
    }
}

/// "This helped": thanks at once; the word about it is sent, and missed by nobody if it does not arrive.
#[component]
fn Helped(id: String) -> impl IntoView {
    let is_thanked = RwSignal::new(false);
    let key = random::id();
    let say = move |_| {
        is_thanked.set(true);
        let (url, key) = (urls::answer_feedback(&id), key.clone());
        spawn(async move {
            let _ = api::post(&url, &key, &AnswerFeedback { verdict: "helped".to_owned(), note: None }).await;
        });
    };
    view! {
        <div class="ask-answer__helped">
            <button class="button button--quiet" type="button" hidden=move || is_thanked.get() on:click=say>{t!("ask-answer-helped")}</button>
            <p role="status">{move || is_thanked.get().then(|| t!("ask-answer-thanks"))}</p>
        </div>
    }
}
