//! What a person says of an answer that is wrong about their order: kept with the draft, so that it goes along.

use contract::AnswerFeedback;
use leptos::prelude::*;
use rules::{
    doubt::{Doubt, DoubtEvent, step},
    statement::{self, StatementRefused},
};

use super::Opened;
use crate::{
    api::{self, urls},
    browser::{dom, random, start::spawn, timer},
    components::{
        text_area::fault,
        wrong_about_order::{FIELD_ID, NEWS_ID, WrongAboutOrder},
    },
    erase::view,
    live::live,
};

/// `kept` holds the draft of the page.
#[component]
pub fn AnswerDoubt(kept: StoredValue<Opened>) -> impl IntoView {
    let draft = kept.get_value().draft;
    let state = RwSignal::new(if draft.is_wrong { Doubt::Noted } else { Doubt::Unsaid });
    let note = RwSignal::new(draft.wrong_note);
    let refused = RwSignal::new(None::<StatementRefused>);
    let write = Callback::new(move |words: String| {
        refused.set(None);
        note.set(words.clone());
        kept.update_value(|opened| {
            opened.draft.wrong_note = words;
            opened.draft.keep(&opened.owner);
        });
    });
    let press = Callback::new(move |()| {
        if let Err(why @ StatementRefused::TooLong { .. }) = statement::check(&note.get_untracked()) {
            refused.set(Some(why));
            return dom::focus(FIELD_ID);
        }
        let before = state.get_untracked();
        state.set(step(before, DoubtEvent::Pressed));
        match (before, state.get_untracked()) {
            (Doubt::Unsaid, _) => focus_soon(FIELD_ID),
            (before, Doubt::Sending) if before != Doubt::Sending => send(kept, state, note.get_untracked()),
            _ => {}
        }
    });
    view! {
        <WrongAboutOrder
            state=live(move || state.get())
            note=live(move || note.get())
            error=live(move || refused.get().map(fault))
            on_input=write
            on_press=press
        />
    }
}

/// The draft says it only once it has arrived: support sees what the backend knows.
fn send(kept: StoredValue<Opened>, state: RwSignal<Doubt>, note: String) {
    let (url, key) = (urls::answer_feedback(&kept.get_value().draft.answer_id), random::id());
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    spawn(async move {
        let request = AnswerFeedback { verdict: "wrong_about_order".to_owned(), note };
        let news = match api::post(&url, &key, &request).await {
            Ok(()) => DoubtEvent::Arrived,
            Err(_) => DoubtEvent::Refused,
        };
        if news == DoubtEvent::Arrived {
            let _ = kept.try_update_value(|opened| {
                opened.draft.is_wrong = true;
                opened.draft.keep(&opened.owner);
            });
        }
        // The page may be gone by now.
        if state.try_update(|state| *state = step(*state, news)).is_some() {
            focus_soon(NEWS_ID);
        }
    });
}

fn focus_soon(id: &'static str) {
    spawn(async move {
        timer::frame().await;
        dom::focus(id);
    });
}
