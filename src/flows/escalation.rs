//! Turning a conversation with the other side of an order into a case, once.

use contract::{Conversation, Escalation, EscalationRequest, SellerReason};
use leptos::prelude::*;
use time::OffsetDateTime;

use super::sign_in::go_to;
use crate::{
    api::{self, ApiError, urls},
    browser::{random, start::spawn},
    components::escalation_form::{Asked, EscalationForm, FIELD_ID, Fault, Way},
    erase::view,
    i18n,
    live::Live,
    paths,
};

/// `on_case` gets the id of the case; `on_change` runs where there is one already.
#[component]
pub fn EscalationFlow(
    conversation: Live<Option<Conversation>>,
    now: Live<OffsetDateTime>,
    on_case: Callback<String>,
    on_change: Callback<()>,
) -> impl IntoView {
    let asked =
        Asked { reason: RwSignal::new(String::new()), text: RwSignal::new(String::new()), fault: RwSignal::new(None) };
    let case = StoredValue::new(random::id());
    let known = conversation.clone();
    let way = Memo::new(move |_| known().map(|conversation| way(&conversation, now())));
    let send = Callback::new(move |()| {
        let Some(conversation) = untrack(|| conversation()) else { return };
        let reason = Some(asked.reason.get_untracked()).filter(|word| !word.is_empty());
        if reason.is_none() && matches!(way.get_untracked(), Some(Way::WithReason { .. })) {
            asked.fault.set(Some(Fault::NoReason));
            return go_to("escalation-reason");
        }
        let text = Some(asked.text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        let request = EscalationRequest { reason: reason.map(SellerReason::from), text };
        spawn(async move {
            let Some(case) = case.try_get_value() else { return };
            match api::put(&urls::escalation(&conversation.id, &case), &request).await {
                Ok(_) => on_case.run(case),
                Err(error) => fail(&error, asked, on_change),
            }
        });
    });
    move || way.get().map(|way| view! { <EscalationForm way=way asked=asked on_send=send/> })
}

fn fail(error: &ApiError, asked: Asked, on_change: Callback<()>) {
    let code = if let ApiError::Refused(problem) = error { problem.code.as_str() } else { "" };
    if code == "case_exists" {
        let _ = on_change.try_run(());
    }
    let fault = if code == "statement_invalid" { Fault::NoWords } else { Fault::Failed };
    if asked.fault.try_set(Some(fault)).is_none() && fault == Fault::NoWords {
        go_to(FIELD_ID);
    }
}

/// What the backend allows; once the answer is overdue here, it needs no reason there any more.
fn way(conversation: &Conversation, now: OffsetDateTime) -> Way {
    let due = conversation.respond_by;
    let is_buyer = conversation.participants.first().is_some_and(|me| me.kind == contract::AuthorKind::Buyer);
    let is_over = is_buyer && due.is_some_and(|at| at <= now);
    match (&conversation.case_id, &conversation.escalation) {
        (Some(case), _) => Way::Done { href: paths::case(&i18n::locale(), case) },
        (None, Some(Escalation::Free)) => Way::Free { since: due },
        (None, _) if is_over => Way::Free { since: due },
        (None, _) => Way::WithReason { until: due.filter(|_| is_buyer) },
    }
}
