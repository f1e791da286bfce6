//! A question of somebody who cannot sign in: where to answer, and the words. A link by e-mail confirms both.

use leptos::{ev, prelude::*};
use rules::{
    sign_in::minutes,
    sign_in_help::{EmailFault, Faults, HelpRefusal, SignInHelp},
};

use super::{
    error_summary::{ErrorSummary, Fault},
    field::FieldWords,
    icon::Icon,
    text_area::{self, TextArea},
    text_field::{Kind, TextField},
};
use crate::{
    erase::view,
    live::{Live, live},
};

/// The id of the field for the address.
pub const EMAIL_ID: &str = "email";
/// The id of the field for the question.
pub const QUESTION_ID: &str = "question";

/// What a person does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInHelpFormEvent {
    EmailTyped(String),
    QuestionTyped(String),
    Sent,
    /// To the field with this id.
    WentTo(&'static str),
}

/// The form, and in its place what happens next once it is sent.
#[component]
pub fn SignInHelpForm(
    state: Live<SignInHelp>,
    email: Live<String>,
    question: Live<String>,
    on_event: Callback<SignInHelpFormEvent>,
) -> impl IntoView {
    let (sent, address) = (state.clone(), email.clone());
    let is_sent = Memo::new(move |_| sent() == SignInHelp::Sent);
    move || {
        if is_sent.get() {
            return view! { <Sent email=address()/> };
        }
        let (state, email, question) = (state.clone(), email.clone(), question.clone());
        view! { <Form state=state email=email question=question on_event=on_event/> }
    }
}

#[component]
fn Form(
    state: Live<SignInHelp>,
    email: Live<String>,
    question: Live<String>,
    on_event: Callback<SignInHelpFormEvent>,
) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_event.run(SignInHelpFormEvent::Sent);
    };
    let [of_list, of_email, of_question, of_refusal, of_lock] = [(); 5].map(|()| state.clone());
    view! {
        <form class="sign-in-help-form" method="dialog" novalidate on:submit=send>
            <ErrorSummary
                faults=live(move || faults(of_list()))
                on_go=Callback::new(move |id| on_event.run(SignInHelpFormEvent::WentTo(id)))
            />
            <TextField
                words=email_words()
                kind=Kind::Email
                value=email
                error=live(move || email_fault(of_email()))
                on_input=Callback::new(move |text| on_event.run(SignInHelpFormEvent::EmailTyped(text)))
            />
            <TextArea
                words=question_words()
                value=question
                error=live(move || question_fault(of_question()))
                is_locked=live(move || of_lock() == SignInHelp::Sending)
                on_input=Callback::new(move |text| on_event.run(SignInHelpFormEvent::QuestionTyped(text)))
            />
            <div role="alert">{move || refusal(of_refusal())}</div>
            <Button state=state/>
        </form>
    }
}

fn email_words() -> FieldWords {
    FieldWords { id: EMAIL_ID, label: t!("sign-in-help-form-email"), hint: Some(t!("sign-in-help-form-email-hint")) }
}

fn question_words() -> FieldWords {
    FieldWords {
        id: QUESTION_ID,
        label: t!("sign-in-help-form-question"),
        hint: Some(t!("sign-in-help-form-question-hint")),
    }
}

#[component]
fn Button(state: Live<SignInHelp>) -> impl IntoView {
    let is_busy = live(move || state() == SignInHelp::Sending);
    let words = is_busy.clone();
    view! {
        <button class="button" type="submit" aria-disabled=move || is_busy().then_some("true")>
            {move || if words() { t!("sign-in-help-form-sending") } else { t!("sign-in-help-form-send") }}
        </button>
    }
}

/// The same for every address: nobody learns here who has an account.
#[component]
fn Sent(email: String) -> impl IntoView {
    view! {
        <div class="sign-in-help-form__sent" role="status">
            <h2 class="sign-in-help-form__title">
                <Icon name="envelope"/>
                {t!("sign-in-help-form-sent-title")}
            </h2>
            <p class="sign-in-help-form__text">{t!("sign-in-help-form-sent-text", email = email.trim().to_owned())}</p>
            <p class="sign-in-help-form__text">{t!("sign-in-help-form-sent-next")}</p>
        </div>
    }
}

fn unfit(state: SignInHelp) -> Faults {
    if let SignInHelp::Unfit(faults) = state { faults } else { Faults::default() }
}

fn faults(state: SignInHelp) -> Vec<Fault> {
    let email = email_fault(state).map(|words| (EMAIL_ID, words));
    email.into_iter().chain(question_fault(state).map(|words| (QUESTION_ID, words))).collect()
}

fn email_fault(state: SignInHelp) -> Option<String> {
    unfit(state).email.map(|fault| match fault {
        EmailFault::Empty => t!("sign-in-help-form-email-missing"),
        EmailFault::NoAddress => t!("sign-in-help-form-email-invalid"),
    })
}

fn question_fault(state: SignInHelp) -> Option<String> {
    unfit(state).question.map(text_area::fault)
}

fn refusal(state: SignInHelp) -> Option<AnyView> {
    let SignInHelp::Refused(refusal) = state else { return None };
    let words = match refusal {
        HelpRefusal::TooMany { retry_after_s } => t!("sign-in-help-form-too-many", minutes = minutes(retry_after_s)),
        HelpRefusal::Offline => t!("sign-in-help-form-offline"),
        HelpRefusal::Failed => t!("sign-in-help-form-failed"),
    };
    Some(view! { <p class="sign-in-help-form__refused"><Icon name="warning"/>{words}</p> })
}
