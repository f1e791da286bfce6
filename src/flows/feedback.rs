//! Sending whether an article helped. Each answer has one key: a second attempt at it is the same answer.

use contract::FeedbackRequest;
use leptos::prelude::*;
use rules::feedback::{Feedback, FeedbackEvent, step};

use crate::{
    api::{self, urls},
    browser::{random, start},
    components::article_feedback::ArticleFeedback,
    erase::view,
    i18n,
    live::live,
};

/// Asks about the article with this id.
#[component]
pub fn FeedbackFlow(article_id: String) -> impl IntoView {
    let state = RwSignal::new(Feedback::Asking);
    let keys = StoredValue::new([None::<String>, None]);
    let on_answer = Callback::new(move |helped| {
        let after = step(state.get_untracked(), FeedbackEvent::Answered { helped });
        if after == state.get_untracked() {
            return;
        }
        state.set(after);
        let url = urls::feedback(&article_id);
        let key = keys.try_update_value(|keys| keys[usize::from(helped)].get_or_insert_with(random::id).clone());
        start::spawn(async move {
            let request = FeedbackRequest { helped, locale: i18n::locale() };
            let news = match api::post(&url, &key.unwrap_or_default(), &request).await {
                Ok(()) => FeedbackEvent::Arrived,
                Err(_) => FeedbackEvent::Refused,
            };
            // The article may be gone from the screen by now.
            let _ = state.try_update(|state| *state = step(*state, news));
        });
    });
    view! { <ArticleFeedback state=live(move || state.get()) on_answer=on_answer/> }
}
