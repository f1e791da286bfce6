//! A question without an account: sent with an address, then confirmed by the link that goes there.

use contract::{SignInHelpConfirmation, SignInHelpRequest, SignInHelpSent, routes};
use leptos::prelude::*;
use rules::sign_in_help::{Faults, HelpRefusal, SignInHelp, SignInHelpEvent, check, step};

use super::sign_in::{go_to, go_to_summary};
use crate::{
    api::{self, ApiError},
    browser::start::spawn,
    components::{
        sign_in_confirmation::{Confirmation, SignInConfirmation},
        sign_in_help_form::{SignInHelpForm, SignInHelpFormEvent},
    },
    erase::view,
    i18n,
    live::live,
};

/// Asks for an address and a question, and sends both.
#[component]
pub fn SignInHelpFlow() -> impl IntoView {
    let state = RwSignal::new(SignInHelp::Asking);
    let (email, question) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on_event = Callback::new(move |event| match event {
        SignInHelpFormEvent::EmailTyped(text) => email.set(text),
        SignInHelpFormEvent::QuestionTyped(text) => question.set(text),
        SignInHelpFormEvent::WentTo(id) => go_to(id),
        SignInHelpFormEvent::Sent => send(state, email.get_untracked(), question.get_untracked()),
    });
    view! {
        <SignInHelpForm
            state=live(move || state.get())
            email=live(move || email.get())
            question=live(move || question.get())
            on_event=on_event
        />
    }
}

fn send(state: RwSignal<SignInHelp>, email: String, question: String) {
    let faults = check(&email, &question);
    if state.get_untracked() == SignInHelp::Sending {
        return;
    }
    state.update(|state| *state = step(*state, SignInHelpEvent::Sent(faults)));
    if faults != Faults::default() {
        go_to_summary();
        return;
    }
    let (email, question) = (email.trim().to_owned(), question.trim().to_owned());
    let request = SignInHelpRequest { email, question, locale: i18n::locale() };
    spawn(async move {
        let news = match api::begin(routes::SESSION_HELP, &request).await {
            Ok(_) => SignInHelpEvent::Arrived,
            Err(error) => SignInHelpEvent::Refused(refusal(&error)),
        };
        // The page may be gone by now.
        let _ = state.try_update(|state| *state = step(*state, news));
    });
}

fn refusal(error: &ApiError) -> HelpRefusal {
    match error {
        ApiError::Offline => HelpRefusal::Offline,
        ApiError::Refused(problem) if problem.status == 429 => {
            HelpRefusal::TooMany { retry_after_s: problem.retry_after_s.unwrap_or_default() }
        }
        _ => HelpRefusal::Failed,
    }
}

/// Where the link leads: `token` is its word. `on_news` runs when there is another title to go to.
#[component]
pub fn SignInConfirmationFlow(token: String, state: RwSignal<Confirmation>, on_news: Callback<()>) -> impl IntoView {
    let on_send = Callback::new(move |()| {
        if state.with_untracked(|state| *state == Confirmation::Sending) {
            return;
        }
        state.set(Confirmation::Sending);
        let request = SignInHelpConfirmation { token: token.clone() };
        spawn(async move {
            let news = confirm(&request).await;
            if state.try_set(news).is_none() {
                on_news.run(());
            }
        });
    });
    move || view! { <SignInConfirmation state=state.get() on_send=on_send/> }
}

async fn confirm(request: &SignInHelpConfirmation) -> Confirmation {
    let answer = api::begin(routes::SESSION_HELP_CONFIRMATION, request).await;
    match answer.map(|text| serde_json::from_str::<SignInHelpSent>(&text)) {
        Ok(Ok(sent)) => Confirmation::Sent(sent),
        Err(ApiError::NotFound) => Confirmation::Unknown,
        Err(ApiError::Refused(problem)) if problem.code == "token_used" => Confirmation::Used,
        Err(ApiError::Refused(problem)) if problem.status < 429 => Confirmation::Unknown,
        Err(ApiError::Offline) => Confirmation::Offline,
        Ok(Err(_)) | Err(_) => Confirmation::Failed,
    }
}
