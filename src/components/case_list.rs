//! A person's cases: what each is about, where it stands, whose turn it is.

use contract::Case;
use leptos::prelude::*;
use rules::turn::{self, Reply, Turn};
use time::OffsetDateTime;

use super::{case_summary::state_words, icon::Icon};
use crate::{erase::view, i18n, i18n::format, paths};

/// `now` is when it is looked at: a reply that should be there by then is said to be late.
#[component]
pub fn CaseList(cases: Vec<Case>, now: OffsetDateTime) -> impl IntoView {
    view! {
        <ul class="case-list">
            {cases.into_iter().map(|case| view! { <Entry case=case now=now/> }).collect::<Vec<_>>()}
        </ul>
    }
}

#[component]
fn Entry(case: Case, now: OffsetDateTime) -> impl IntoView {
    let order = case.order_number.clone().map(|number| t!("case-list-order", number = number));
    view! {
        <li class="case-list__item">
            <div class="case-list__words">
                <h2 class="case-list__title">
                    <a class="case-list__link" href=paths::case(&i18n::locale(), &case.id)>
                        <bdi>{case.subject_line.clone()}</bdi>
                    </a>
                </h2>
                <p class="case-list__meta">
                    <span>{t!("case-list-number", number = case.number.clone())}</span>
                    {order.map(|order| view! { <span>{order}</span> })}
                    <time datetime=format::iso_moment(case.updated_at)>
                        {t!("case-list-updated", at = format::near(case.updated_at, now))}
                    </time>
                </p>
            </div>
            <div class="case-list__state">
                <p class="case-list__where">{state_words(&case.state)}</p>
                <Next case=case now=now/>
            </div>
        </li>
    }
}

/// Who does what next, and by when.
#[component]
fn Next(case: Case, now: OffsetDateTime) -> impl IntoView {
    let line = match (turn::whose(&case), turn::reply(&case, now)) {
        (Turn::You, _) => {
            let words = t!("case-list-your-turn");
            return view! { <p class="case-list__next case-list__next--yours"><Icon name="important"/>{words}</p> };
        }
        (Turn::Other, _) => t!("case-list-others-turn"),
        (Turn::Nobody, _) => return ().into_any(),
        (Turn::Support, Reply::Expected { by, .. }) => t!("case-list-expected", at = format::near(by, now)),
        (Turn::Support, Reply::Late { since }) => t!("case-list-late", at = format::near(since, now)),
        (Turn::Support, Reply::None) => t!("case-list-supports-turn"),
    };
    view! { <p class="case-list__next"><Icon name="clock"/>{line}</p> }
}
