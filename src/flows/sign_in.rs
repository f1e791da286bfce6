//! Signing in with a password. What was typed stays in the fields whatever comes of it; nothing of it is kept.

use contract::{Session, SignInRequest, routes};
use leptos::prelude::*;
use rules::sign_in::{Missing, Refusal, SignIn, SignInEvent, step};

use crate::{
    api::{self, ApiError},
    browser::{dom, start::spawn, timer},
    components::{
        error_summary::SUMMARY_ID,
        sign_in_form::{EMAIL_ID, PASSWORD_ID, SignInForm, SignInFormEvent},
    },
    erase::view,
    live::live,
    session,
};

/// `on_done` leads on: a session has begun.
#[component]
pub fn SignInFlow(on_done: Callback<()>) -> impl IntoView {
    let state = RwSignal::new(SignIn::Asking);
    let enter = session::enter();
    let on_event = Callback::new(move |event| match event {
        SignInFormEvent::Sent => send(state, enter, on_done),
        SignInFormEvent::WentTo(id) => go_to(id),
    });
    // Somebody may have begun to type before the app was there.
    let email = if cfg!(feature = "ssr") { String::new() } else { dom::typed(EMAIL_ID) };
    view! { <SignInForm email=email state=live(move || state.get()) on_event=on_event/> }
}

fn send(state: RwSignal<SignIn>, enter: Callback<Session>, on_done: Callback<()>) {
    // Browsers and password managers fill fields in without a key being pressed.
    let (email, password) = (dom::typed(EMAIL_ID), dom::typed(PASSWORD_ID));
    let before = state.get_untracked();
    let after = step(before, SignInEvent::Sent(Missing::of(&email, &password)));
    if before == after && !matches!(after, SignIn::Incomplete(_)) {
        return;
    }
    state.set(after);
    if matches!(after, SignIn::Incomplete(_)) {
        go_to_summary();
        return;
    }
    spawn(async move {
        let news = attempt(SignInRequest { email: email.trim().to_owned(), password }, enter).await;
        // The page may be gone by now.
        let _ = state.try_update(|state| *state = step(*state, news));
        if news == SignInEvent::Accepted {
            on_done.run(());
        }
    });
}

async fn attempt(request: SignInRequest, enter: Callback<Session>) -> SignInEvent {
    let answer = api::begin(routes::SESSION, &request).await;
    match answer.map(|text| serde_json::from_str::<Session>(&text)) {
        Ok(Ok(session)) => {
            enter.run(session);
            SignInEvent::Accepted
        }
        Err(ApiError::Offline) => SignInEvent::Refused(Refusal::Offline),
        Err(ApiError::Refused(problem)) => SignInEvent::Refused(match problem.status {
            429 => Refusal::TooMany { retry_after_s: problem.retry_after_s.unwrap_or_default() },
            // What can be no address is no known one either.
            401 | 422 => Refusal::Credentials,
            _ => Refusal::Failed,
        }),
        Ok(Err(_)) | Err(_) => SignInEvent::Refused(Refusal::Failed),
    }
}

/// Focus goes to what has to change, once it is on the page.
pub fn go_to_summary() {
    spawn(async {
        timer::frame().await;
        go_to(SUMMARY_ID);
    });
}

/// Focus goes to an element, and the page to it where it is out of sight.
pub fn go_to(id: &str) {
    dom::reveal(id);
    dom::focus(id);
}
