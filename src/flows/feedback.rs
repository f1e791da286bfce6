//! Sending whether an article helped. One key for each article shown: a second attempt is the same answer.

use crate::erase::view;
use contract::FeedbackRequest;
use leptos::prelude::*;
use rules::feedback::{Feedback, FeedbackEvent, step};

use crate::{
    api::{self, urls},
    browser::{random, start},
    components::article_feedback::ArticleFeedback,
    i18n,
};

/// Asks about the article with this id.
#[component]
pub fn FeedbackFlow(article_id: String) -> impl IntoView {
    let state = RwSignal::new(Feedback::Asking);
    let on_answer = Callback::new(move |helped| {
        let after = step(state.get_untracked(), FeedbackEvent::Answered { helped });
        if after == state.get_untracked() {
            return;
        }
        state.set(after);
        let url = urls::feedback(&article_id);
        start::spawn(async move {
            let request = FeedbackRequest { helped, locale: i18n::locale() };
            let news = match api::post(&url, &random::id(), &request).await {
                Ok(()) => FeedbackEvent::Arrived,
                Err(_) => FeedbackEvent::Refused,
            };
            // The article may be gone from the screen by now.
            let _ = state.try_update(|state| *state = step(*state, news));
        });
    });
    view! { <ArticleFeedback state=state.into() on_answer=on_answer/> }
}
