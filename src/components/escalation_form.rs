//! Turning to support with a conversation: one button once the answer is overdue, with a reason before that.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{field::FieldWords, skip_reason::SkipReason, text_area::TextArea};
use crate::{erase::view, i18n::format, live::live};

/// The id of the words for support.
pub const FIELD_ID: &str = "escalation-words";

/// How support can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It has been: where the case is.
    Done { href: String },
    /// The answer was due at that moment.
    Free { since: Option<OffsetDateTime> },
    /// With a reason; until then an answer may still come.
    WithReason { until: Option<OffsetDateTime> },
}

/// What is wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoReason,
    NoWords,
    Failed,
}

/// What is chosen and typed, and what came of it.
#[derive(Clone, Copy)]
pub struct Asked {
    pub reason: RwSignal<String>,
    pub text: RwSignal<String>,
    pub fault: RwSignal<Option<Fault>>,
}

#[component]
pub fn EscalationForm(way: Way, asked: Asked, on_send: Callback<()>) -> impl IntoView {
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_send.run(());
    };
    let body = match way {
        Way::Done { href } => view! {
            <p>{t!("escalation-form-done")}</p>
            <a class="button button--quiet" href=href>{t!("escalation-form-case")}</a>
        }
        .into_any(),
        Way::Free { since } => view! {
            <p>{since.map(|at| t!("escalation-form-over", at = format::day_and_time(at)))}</p>
            <form method="post" novalidate on:submit=send><Open asked=asked/></form>
        }
        .into_any(),
        Way::WithReason { until } => view! {
            <p>{until.map(|at| t!("escalation-form-until", at = format::day_and_time(at)))}</p>
            <details class="escalation-form__more">
                <summary class="escalation-form__summary">{t!("escalation-form-now")}</summary>
                <form class="escalation-form__fields" method="post" novalidate on:submit=send>
                    <Fields asked=asked/>
                    <Open asked=asked/>
                </form>
            </details>
        }
        .into_any(),
    };
    view! { <div class="escalation-form">{body}</div> }
}

#[component]
fn Fields(asked: Asked) -> impl IntoView {
    let Asked { reason, text, fault } = asked;
    let words =
        FieldWords { id: FIELD_ID, label: t!("escalation-form-words"), hint: Some(t!("escalation-form-words-hint")) };
    let choose = Callback::new(move |word| {
        fault.set(None);
        reason.set(word);
    });
    let type_in = Callback::new(move |typed| {
        fault.set(None);
        text.set(typed);
    });
    let error = live(move || (fault.get() == Some(Fault::NoWords)).then(|| t!("escalation-form-no-words")));
    view! {
        <SkipReason
            id="escalation-reason"
            label=t!("escalation-form-reason")
            first=t!("escalation-form-choose")
            chosen=live(move || reason.get())
            on_choose=choose
        />
        <TextArea words=words value=live(move || text.get()) error=error is_locked=live(|| false) on_input=type_in/>
    }
}

#[component]
fn Open(asked: Asked) -> impl IntoView {
    let fault = asked.fault;
    let words = move || match fault.get()? {
        Fault::NoReason => Some(t!("escalation-form-no-reason")),
        Fault::Failed => Some(t!("escalation-form-failed")),
        Fault::NoWords => None,
    };
    view! {
        <p class="escalation-form__fault" role="alert">{words}</p>
        <button class="button button--quiet" type="submit">{t!("escalation-form-button")}</button>
    }
}
