//! What to know and to do about a topic before support is asked: what helps without support first, then the advice.

use contract::Node;
use leptos::prelude::*;

use super::{article_body, icon::Icon};
use crate::erase::view;

/// Something that can be done without support.
pub enum Door {
    /// The carrier's page for the parcel.
    Track(String),
    /// The order: where parcel and money are, and until when what can be done.
    Order(String),
    /// The list of orders, for a topic that needs one.
    Choose(String),
}

#[component]
pub fn TopicAdvice(doors: Vec<Door>, advice: Vec<Node>) -> impl IntoView {
    let doors = doors.into_iter().map(door).collect::<Vec<_>>();
    let doors = (!doors.is_empty()).then(|| view! { <ul class="topic-advice__doors">{doors}</ul> });
    view! {
        <section class="topic-advice" aria-labelledby="topic-advice-title">
            <h2 class="topic-advice__title" id="topic-advice-title">{t!("topic-advice-title")}</h2>
            {doors}
            <div class="article-body">{article_body::all(advice)}</div>
        </section>
    }
}

fn door(door: Door) -> AnyView {
    let link = match door {
        // The carrier's page is another website: it learns nothing of where the reader came from.
        Door::Track(href) => view! {
            <a class="button button--quiet" href=href rel="noopener noreferrer external">{t!("topic-advice-track")} " " <Icon name="external"/></a>
        },
        Door::Order(href) => {
            view! { <a class="button button--quiet" href=href>{t!("topic-advice-order")}</a> }
        }
        Door::Choose(href) => {
            view! { <a class="button button--quiet" href=href>{t!("topic-advice-choose")}</a> }
        }
    };
    view! { <li>{link}</li> }
}
