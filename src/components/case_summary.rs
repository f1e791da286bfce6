//! Where a case stands: its state in words, whose turn it is, when a reply is expected, and what it is called.

use contract::{Case, CaseState, ContactMethod};
use leptos::prelude::*;
use rules::turn::{self, Reply};
use time::OffsetDateTime;

use super::{
    icon::Icon,
    whose_turn::{Sides, WhoseTurn},
};
use crate::{
    erase::view,
    i18n::{self, format},
    paths,
};

#[component]
pub fn CaseSummary(case: Case, now: OffsetDateTime) -> impl IntoView {
    let sides = if has_counterparty(&case) { Sides::Two } else { Sides::One };
    let turn = turn::whose(&case);
    view! {
        <section class="case-summary" aria-labelledby="case-state">
            <h2 class="case-summary__state" id="case-state">{state_words(&case.state)}</h2>
            <WhoseTurn turn=turn sides=sides/>
            {reply_words(&case, now).map(|words| view! { <p class="case-summary__reply"><Icon name="clock"/>{words}</p> })}
            <Facts case=case/>
        </section>
    }
}

/// The other side sits at the table once it has ever had a turn.
fn has_counterparty(case: &Case) -> bool {
    matches!(case.state, CaseState::AwaitingCounterparty | CaseState::AwaitingBuyer | CaseState::AwaitingSeller)
        || turn::whose(case) == turn::Turn::Other
}

#[component]
fn Facts(case: Case) -> impl IntoView {
    let opened =
        view! { <time datetime=format::iso_moment(case.opened_at)>{format::day_and_time(case.opened_at)}</time> };
    view! {
        <dl class="case-summary__facts">
            <Fact name=t!("case-summary-number") value=case.number.into_any()/>
            {case.order_number.map(|number| view! { <Order id=case.order_id number=number/> })}
            <Fact name=t!("case-summary-opened") value=opened/>
            <Fact name=t!("case-summary-method") value=method_words(&case.method).into_any()/>
            <Fact name=t!("case-summary-language") value=format::language(&case.language).into_any()/>
        </dl>
    }
}

#[component]
fn Order(id: Option<String>, number: String) -> impl IntoView {
    let value = match id {
        Some(id) => view! { <a href=paths::order(&i18n::locale(), &id)>{number}</a> },
        None => number.into_any(),
    };
    view! { <Fact name=t!("case-summary-order") value=value/> }
}

#[component]
fn Fact(name: String, value: AnyView) -> impl IntoView {
    view! {
        <div class="case-summary__fact">
            <dt class="case-summary__name">{name}</dt>
            <dd class="case-summary__value">{value}</dd>
        </div>
    }
}

fn reply_words(case: &Case, now: OffsetDateTime) -> Option<String> {
    match turn::reply(case, now) {
        Reply::None => None,
        Reply::Expected { hours, by } => Some(t!("case-summary-expected", hours = hours, at = format::near(by, now))),
        Reply::Late { since } => Some(t!("case-summary-late", at = format::near(since, now))),
    }
}

/// When a reply to something just sent usually comes.
#[must_use]
pub fn within(seconds: u64) -> String {
    t!("case-summary-within", hours = seconds.div_ceil(3_600).max(1))
}

/// The name of a contact method.
#[must_use]
pub fn method_words(method: &ContactMethod) -> String {
    match method {
        ContactMethod::SellerMessage => t!("case-summary-by-seller-message"),
        ContactMethod::Email => t!("case-summary-by-email"),
        ContactMethod::Chat => t!("case-summary-by-chat"),
        ContactMethod::Phone => t!("case-summary-by-phone"),
        ContactMethod::Other(word) => format::plain(word),
    }
}

/// Where a case stands, in a few words.
#[must_use]
pub fn state_words(state: &CaseState) -> String {
    match state {
        CaseState::Submitted => t!("case-summary-submitted"),
        CaseState::UnderReview => t!("case-summary-under-review"),
        CaseState::AwaitingRequester => t!("case-summary-awaiting-requester"),
        CaseState::AwaitingCounterparty => t!("case-summary-awaiting-counterparty"),
        CaseState::AwaitingBuyer => t!("case-summary-awaiting-buyer"),
        CaseState::AwaitingSeller => t!("case-summary-awaiting-seller"),
        CaseState::Decided => t!("case-summary-decided"),
        CaseState::Executing => t!("case-summary-executing"),
        CaseState::Closed => t!("case-summary-closed"),
        CaseState::Withdrawn => t!("case-summary-withdrawn"),
        CaseState::Settled => t!("case-summary-settled"),
        CaseState::ExecutionFailed => t!("case-summary-execution-failed"),
        CaseState::Appealed => t!("case-summary-appealed"),
        CaseState::AppealDecided => t!("case-summary-appeal-decided"),
        CaseState::Other(word) => format::plain(word),
    }
}
