//! It has been sent: under which number, what happens next, and when to expect a reply.

use contract::Case;
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
