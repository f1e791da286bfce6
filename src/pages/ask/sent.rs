//! It has been sent: under which number, what happens next, and when to expect a reply.

use contract::{Case, Conversation};
use leptos::prelude::*;

use super::super::{face, load, query, retry_part};
use crate::{
    api::{fetched_anew, urls},
    components::{
        icon::Icon,
        load_state::{Loaded, Shape},
    },
    erase::view,
    i18n::{self, format},
    paths,
};

#[component]
pub fn Sent() -> impl IntoView {
    let conversation = query("conversation");
    if !conversation.get_untracked().is_empty() {
        let found = fetched_anew(move || Some(urls::conversation(&conversation.get())));
        let retry = retry_part(move || found.retry.run(()));
        let face = face(load::<Conversation>(found), to_seller);
        return view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry/> };
    }
    let id = query("case");
    let case = fetched_anew(move || Some(urls::case(&id.get())));
    let retry = retry_part(move || case.retry.run(()));
    view! { <Loaded face=face(load::<Case>(case), summary) shape=Shape::Results is_page=false retry=retry/> }
}

fn summary(case: Case) -> AnyView {
    let locale = i18n::locale();
    let expected = case
        .expected_reply_at
        .map(|at| view! { <li>{t!("ask-sent-expected", moment = format::day_and_time(at))}</li> });
    view! {
        <div class="ask-sent">
            <p class="ask-sent__number"><Icon name="check"/> {t!("ask-sent-number", number = case.number)}</p>
            <h2 class="ask-sent__title">{t!("ask-sent-next-title")}</h2>
            <ol class="ask-sent__list">
                <li>{t!("ask-sent-review")}</li>
                {expected}
                <li>{t!("ask-sent-email")}</li>
            </ol>
            <div class="ask-sent__actions">
                <a class="button" href=paths::case(&locale, &case.id)>{t!("ask-sent-case")}</a>
                <a class="button button--quiet" href=paths::cases(&locale)>{t!("site-header-cases")}</a>
            </div>
        </div>
    }
}

/// The seller has it: what comes of it, by when, and where it goes on.
fn to_seller(conversation: Conversation) -> AnyView {
    let locale = i18n::locale();
    let order = conversation.order_id.clone().unwrap_or_default();
    let term = conversation.respond_by.map(|at| {
        let moment = format::day_and_time(at);
        view! { <li>{t!("ask-sent-seller-term", moment = moment)}</li> }
    });
    let name = conversation.participants.last().map(|other| other.display_name.clone()).unwrap_or_default();
    view! {
        <div class="ask-sent">
            <p class="ask-sent__number"><Icon name="check"/> {t!("ask-sent-seller", name = name)}</p>
            <h2 class="ask-sent__title">{t!("ask-sent-next-title")}</h2>
            <ol class="ask-sent__list">
                <li>{t!("ask-sent-seller-answer")}</li>
                {term}
                <li>{t!("ask-sent-seller-support")}</li>
            </ol>
            <div class="ask-sent__actions">
                <a class="button" href=paths::order(&locale, &order)>{t!("ask-sent-seller-order")}</a>
            </div>
        </div>
    }
}
