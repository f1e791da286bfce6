//! "Did this help?", and thanks for the answer.

use crate::{erase::view, live::Live};
use leptos::prelude::*;
use rules::feedback::Feedback;

use super::icon::Icon;

/// `on_answer` gets whether it helped.
#[component]
pub fn ArticleFeedback(state: Live<Feedback>, on_answer: Callback<bool>) -> impl IntoView {
    let thanked = state.clone();
    let is_thanked = move || matches!(thanked(), Feedback::Thanked { .. });
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
            <div role="status">{move || news(state())}</div>
        </section>
    }
}

fn news(state: Feedback) -> Option<AnyView> {
    let words = match state {
        Feedback::Thanked { helped: true } => t!("article-feedback-thanks-yes"),
        Feedback::Thanked { helped: false } => t!("article-feedback-thanks-no"),
        Feedback::Failed { .. } => {
            return Some(view! { <p class="article-feedback__failed">{t!("article-feedback-failed")}</p> });
        }
        Feedback::Asking | Feedback::Sending { .. } => return None,
    };
    Some(view! { <p class="article-feedback__thanks"><Icon name="check"/>{words}</p> })
}
