//! "Did this help?", and thanks for the answer.

use crate::erase::view;
use leptos::prelude::*;
use rules::feedback::Feedback;

use super::icon::Icon;

/// `on_answer` gets whether it helped.
#[component]
pub fn ArticleFeedback(state: Signal<Feedback>, on_answer: Callback<bool>) -> impl IntoView {
    let is_thanked = move || matches!(state.get(), Feedback::Thanked { .. });
    let has_failed = move || matches!(state.get(), Feedback::Failed { .. });
    view! {
        <section class="article-feedback" aria-labelledby="feedback">
            <h2 class="article-feedback__title" id="feedback">{t!("article-feedback-title")}</h2>
            <div class="article-feedback__answers" hidden=is_thanked>
                <button class="button button--quiet" type="button" on:click=move |_| on_answer.run(true)>
                    <Icon name="check"/> {t!("article-feedback-yes")}
                </button>
                <button class="button button--quiet" type="button" on:click=move |_| on_answer.run(false)>
                    <Icon name="dash"/> {t!("article-feedback-no")}
                </button>
            </div>
            <div role="status">
                {move || is_thanked().then(|| view! { <p class="article-feedback__thanks"><Icon name="check"/>{thanks(state)}</p> })}
                {move || has_failed().then(|| view! { <p class="article-feedback__failed">{t!("article-feedback-failed")}</p> })}
            </div>
        </section>
    }
}

fn thanks(state: Signal<Feedback>) -> String {
    match state.get() {
        Feedback::Thanked { helped: false } => t!("article-feedback-thanks-no"),
        _ => t!("article-feedback-thanks-yes"),
    }
}
