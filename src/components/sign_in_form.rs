//! Signing in: by address and password, or by the marketplace's own page.

use leptos::{ev, prelude::*};
use rules::sign_in::{Missing, Refusal, SignIn, minutes};

use super::{
    error_summary::{ErrorSummary, Fault},
    field::{Field, FieldWords, described_by},
    icon::Icon,
    text_field::{Kind, TextField},
};
use crate::{
    erase::view,
    i18n,
    live::{Live, live},
    paths,
};

/// The id of the field for the address; what stands in it is read when the form is sent, as browsers fill it in.
pub const EMAIL_ID: &str = "email";
/// The id of the field for the password.
pub const PASSWORD_ID: &str = "password";

/// What a person does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInFormEvent {
    Sent,
    /// To the field with this id.
    WentTo(&'static str),
}

/// `email` stands in the field for the address at first.
#[component]
pub fn SignInForm(email: String, state: Live<SignIn>, on_event: Callback<SignInFormEvent>) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_event.run(SignInFormEvent::Sent);
    };
    let [of_list, of_email, of_password, of_refusal, of_button] = [(); 5].map(|()| state.clone());
    let words = FieldWords::plain(EMAIL_ID, t!("sign-in-form-email"));
    // Until the app is there to send it, this method does nothing: no page is left, and no password goes anywhere.
    view! {
        <form class="sign-in-form" method="dialog" novalidate on:submit=send>
            <ErrorSummary
                faults=live(move || faults(of_list()))
                on_go=Callback::new(move |id| on_event.run(SignInFormEvent::WentTo(id)))
            />
            <div role="alert">{move || refusal(of_refusal())}</div>
            <TextField
                words=words
                kind=Kind::Account
                value=live(move || email.clone())
                error=live(move || fault(of_email(), EMAIL_ID))
                on_input=Callback::new(|_| ())
            />
            <Password error=live(move || fault(of_password(), PASSWORD_ID))/>
            <Button state=of_button/>
            <p class="sign-in-form__help">
                <a href=paths::sign_in_help(&i18n::locale())>{t!("sign-in-form-help")}</a>
            </p>
        </form>
    }
}

#[component]
fn Button(state: Live<SignIn>) -> impl IntoView {
    let is_busy = live(move || matches!(state(), SignIn::Sending | SignIn::Done));
    let words = is_busy.clone();
    view! {
        <button class="button sign-in-form__button" type="submit" aria-disabled=move || is_busy().then_some("true")>
            {move || if words() { t!("sign-in-form-sending") } else { t!("sign-in-form-send") }}
        </button>
    }
}

/// A password, hidden until somebody wants to see it.
#[component]
fn Password(error: Live<Option<String>>) -> impl IntoView {
    let words = FieldWords::plain(PASSWORD_ID, t!("sign-in-form-password"));
    let described = described_by(&words, error.clone());
    let is_wrong = error.clone();
    let is_shown = RwSignal::new(false);
    view! {
        <Field words=words error=error>
            <div class="sign-in-form__password">
                <input
                    class="text-field"
                    id=PASSWORD_ID
                    name=PASSWORD_ID
                    type=move || if is_shown.get() { "text" } else { "password" }
                    autocomplete="current-password"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || is_wrong().map(|_| "true")
                    aria-describedby=move || described()
                />
                <Show is_shown=is_shown/>
            </div>
        </Field>
    }
}

#[component]
fn Show(is_shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            class="button button--quiet sign-in-form__show"
            type="button"
            aria-controls=PASSWORD_ID
            aria-label=t!("sign-in-form-show-password")
            aria-pressed=move || is_shown.get().to_string()
            on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)
        >
            {move || is_shown.get().then(|| view! { <Icon name="check"/> })}
            {t!("sign-in-form-show")}
        </button>
    }
}

/// What each field lacks, for the list at the top.
fn faults(state: SignIn) -> Vec<Fault> {
    let each = [EMAIL_ID, PASSWORD_ID].into_iter();
    each.filter_map(|id| fault(state, id).map(|words| (id, words))).collect()
}

fn fault(state: SignIn, id: &str) -> Option<String> {
    let SignIn::Incomplete(missing) = state else { return None };
    match (missing, id) {
        (Missing::Email | Missing::Both, EMAIL_ID) => Some(t!("sign-in-form-email-missing")),
        (Missing::Password | Missing::Both, PASSWORD_ID) => Some(t!("sign-in-form-password-missing")),
        _ => None,
    }
}

fn refusal(state: SignIn) -> Option<AnyView> {
    let SignIn::Refused(refusal) = state else { return None };
    let words = match refusal {
        Refusal::Credentials => t!("sign-in-form-credentials"),
        Refusal::TooMany { retry_after_s } => t!("sign-in-form-too-many", minutes = minutes(retry_after_s)),
        Refusal::Offline => t!("sign-in-form-offline"),
        Refusal::Failed => t!("sign-in-form-failed"),
    };
    Some(refused(words))
}

fn refused(words: String) -> AnyView {
    view! { <p class="sign-in-form__refused"><Icon name="warning"/>{words}</p> }
}

/// Signing in on the marketplace's own page, at `href`, which leads back here. `failed` says why the last attempt came
/// to nothing; empty where there was none.
#[component]
pub fn SignInRedirect(href: String, failed: String) -> impl IntoView {
    let failed = (!failed.is_empty()).then(|| t!("sign-in-form-redirect-failed", why = failed));
    view! {
        <div class="sign-in-form">
            <div role="alert">{failed.map(refused)}</div>
            <p class="sign-in-form__text">{t!("sign-in-form-redirect-text")}</p>
            <a class="button sign-in-form__button" href=href rel="external">{t!("sign-in-form-redirect")}</a>
            <p class="sign-in-form__help">
                <a href=paths::sign_in_help(&i18n::locale())>{t!("sign-in-form-help")}</a>
            </p>
        </div>
    }
}
