//! Writing in a conversation. What is typed is on the device from the first letter, and stays until it has arrived.

use leptos::{ev, prelude::*};
use rules::{
    outbox::{Outbox, Reason},
    statement::StatementRefused,
};

use super::{
    field::FieldWords,
    icon::Icon,
    text_area::{self, TextArea},
};
use crate::{
    erase::view,
    i18n,
    live::{Live, live},
    paths,
};

/// The id of the field.
pub const FIELD_ID: &str = "reply";

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyTo {
    Support,
    Seller,
    Buyer,
}

/// What a person does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyEvent {
    Typed(String),
    Sent,
    /// The same message again.
    Retried,
    /// To change it before it is sent again.
    Edited,
}

/// Who it is written to, and where a person whose session is over signs in to come back here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyPlace {
    pub to: ReplyTo,
    pub sign_in: String,
}

/// The children are what goes along.
#[component]
pub fn ReplyForm(
    at: ReplyPlace,
    text: Live<String>,
    state: Live<Outbox>,
    refused: Live<Option<StatementRefused>>,
    on_event: Callback<ReplyEvent>,
    children: Children,
) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_event.run(ReplyEvent::Sent);
    };
    let (typed, of_lock, of_button) = (text.clone(), state.clone(), state.clone());
    let ReplyPlace { to, sign_in } = at;
    let words = words(to);
    view! {
        <form class="reply-form" method="post" novalidate on:submit=send>
            <TextArea
                words=words
                value=text
                error=live(move || refused().map(text_area::fault))
                is_locked=live(move || matches!(of_lock(), Outbox::Sending | Outbox::Failed(_)))
                on_input=Callback::new(move |text| on_event.run(ReplyEvent::Typed(text)))
            />
            {children()}
            <Failure state=state.clone() sign_in=sign_in on_event=on_event/>
            <div class="reply-form__end">
                <Send state=of_button/>
                <p class="reply-form__state" role="status">{move || progress(state(), &typed())}</p>
            </div>
        </form>
    }
}

fn words(to: ReplyTo) -> FieldWords {
    let (label, hint) = match to {
        ReplyTo::Support => (t!("reply-form-label"), t!("reply-form-hint")),
        ReplyTo::Seller => (t!("reply-form-seller"), t!("reply-form-seller-hint")),
        ReplyTo::Buyer => (t!("reply-form-buyer"), t!("reply-form-buyer-hint")),
    };
    FieldWords { id: FIELD_ID, label, hint: Some(hint) }
}

/// The button; after a failure others take its place.
#[component]
fn Send(state: Live<Outbox>) -> impl IntoView {
    let (is_busy, is_failed) = (state.clone(), state);
    view! {
        <button
            class="button"
            type="submit"
            hidden=move || matches!(is_failed(), Outbox::Failed(_))
            aria-disabled=move || (is_busy() == Outbox::Sending).then_some("true")
        >
            <Icon name="envelope"/>
            {t!("reply-form-send")}
        </button>
    }
}

/// Where the words are just now.
fn progress(state: Outbox, text: &str) -> Option<AnyView> {
    let (icon, words) = match state {
        Outbox::Saved if text.trim().is_empty() => return None,
        // Its sentence says where the words are.
        Outbox::Failed(_) => return None,
        Outbox::Saved => ("note", t!("reply-form-saved")),
        Outbox::Sending => ("clock", t!("reply-form-sending")),
        Outbox::Sent => ("check", t!("reply-form-sent")),
    };
    Some(view! { <span class="reply-form__word"><Icon name=icon/>{words}</span> })
}

/// Why it did not arrive, and what can be done.
#[component]
fn Failure(state: Live<Outbox>, sign_in: String, on_event: Callback<ReplyEvent>) -> impl IntoView {
    let failed = move || match state() {
        Outbox::Failed(reason) => {
            let ways = ways(reason, sign_in.clone(), on_event);
            Some(view! {
                <div class="reply-form__failed">
                    <p class="reply-form__reason"><Icon name="warning"/>{sentence(reason)}</p>
                    <div class="reply-form__ways">{ways}</div>
                </div>
            })
        }
        _ => None,
    };
    view! { <div role="alert">{failed}</div> }
}

fn sentence(reason: Reason) -> String {
    match reason {
        Reason::Offline => t!("reply-form-offline"),
        Reason::SignedOut => t!("reply-form-signed-out"),
        Reason::Closed => t!("reply-form-closed"),
        Reason::Refused => t!("reply-form-refused"),
        Reason::Unavailable => t!("reply-form-unavailable"),
    }
}

fn ways(reason: Reason, sign_in: String, on_event: Callback<ReplyEvent>) -> Vec<AnyView> {
    let first = match reason {
        Reason::SignedOut => view! { <a class="button" href=sign_in>{t!("reply-form-sign-in")}</a> },
        Reason::Closed => {
            view! { <a class="button" href=paths::ask(&i18n::locale(), None)>{t!("ask-title")}</a> }
        }
        Reason::Refused => ().into_any(),
        Reason::Offline | Reason::Unavailable => view! {
            <button class="button" type="button" on:click=move |_| on_event.run(ReplyEvent::Retried)>
                {t!("load-state-retry")}
            </button>
        },
    };
    let edit = view! {
        <button class="button button--quiet" type="button" on:click=move |_| on_event.run(ReplyEvent::Edited)>
            {t!("reply-form-edit")}
        </button>
    };
    vec![first, edit]
}

/// What stands in its place where nobody can write any more.
#[component]
pub fn ReplyClosed() -> impl IntoView {
    view! {
        <div class="reply-form reply-form--closed">
            <p class="reply-form__reason"><Icon name="note"/>{t!("reply-form-over")}</p>
            <a class="button button--quiet" href=paths::ask(&i18n::locale(), None)>{t!("ask-title")}</a>
        </div>
    }
}
