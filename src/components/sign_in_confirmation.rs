//! Where the one-time link leads: the question is sent by a press of a button, since programs that check mail follow
//! links too, and then what became of it.

use contract::SignInHelpSent;
use leptos::prelude::*;

use super::{case_summary::within, icon::Icon, page_heading::PageHeading};
use crate::{erase::view, i18n, paths};

/// What became of the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
    Asking,
    Sending,
    Sent(SignInHelpSent),
    /// Its question has been sent already.
    Used,
    /// It is no link of ours, or too old.
    Unknown,
    Offline,
    Failed,
}

impl Confirmation {
    /// The title of its face, and of its page.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Asking | Self::Sending | Self::Offline | Self::Failed => t!("sign-in-confirmation-title"),
            Self::Sent(_) => t!("sign-in-confirmation-sent-title"),
            Self::Used => t!("sign-in-confirmation-used-title"),
            Self::Unknown => t!("sign-in-confirmation-unknown-title"),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Asking | Self::Sending => t!("sign-in-confirmation-text"),
            Self::Sent(sent) => t!("sign-in-confirmation-sent-text", number = sent.number.clone()),
            Self::Used => t!("sign-in-confirmation-used-text"),
            Self::Unknown => t!("sign-in-confirmation-unknown-text"),
            Self::Offline => t!("sign-in-confirmation-offline"),
            Self::Failed => t!("sign-in-confirmation-failed"),
        }
    }
}

/// `on_send` sends the question that the link stands for.
#[component]
pub fn SignInConfirmation(state: Confirmation, on_send: Callback<()>) -> impl IntoView {
    let text = state.text();
    view! {
        <PageHeading title=state.title() lead=text/>
        <div class="sign-in-confirmation" role="status">{next(state, on_send)}</div>
    }
}

fn next(state: Confirmation, on_send: Callback<()>) -> AnyView {
    let locale = i18n::locale();
    match state {
        Confirmation::Asking | Confirmation::Sending | Confirmation::Offline | Confirmation::Failed => {
            let is_busy = state == Confirmation::Sending;
            let words = if is_busy { t!("sign-in-confirmation-sending") } else { t!("sign-in-confirmation-send") };
            view! {
                <button
                    class="button"
                    type="button"
                    aria-disabled=is_busy.then_some("true")
                    on:click=move |_| on_send.run(())
                >
                    {words}
                </button>
            }
        }
        Confirmation::Sent(sent) => view! {
            <p class="sign-in-confirmation__reply"><Icon name="envelope"/>{within(sent.expected_reply_s)}</p>
            <a class="button button--quiet" href=paths::home(&locale)>{t!("load-state-home")}</a>
        }
        .into_any(),
        Confirmation::Used => view! {
            <a class="button button--quiet" href=paths::home(&locale)>{t!("load-state-home")}</a>
        },
        // A document of its own: this one is at the same path, with the link's word behind it.
        Confirmation::Unknown => view! {
            <a class="button" href=paths::sign_in_help(&locale) rel="external">{t!("sign-in-confirmation-again")}</a>
        },
    }
}
