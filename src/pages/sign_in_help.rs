//! For those who cannot sign in: a question by e-mail, and where the link in the mail leads.

use leptos::prelude::*;

use super::{
    arrival, breadcrumb_top,
    head::{PageHead, set_head},
};
use crate::{
    browser::dom,
    components::{page_heading::PageHeading, sign_in_confirmation::Confirmation},
    erase::view,
    flows::sign_in_help::{SignInConfirmationFlow, SignInHelpFlow},
    i18n, paths,
};

#[component]
pub fn SignInHelpPage() -> impl IntoView {
    // The word of the link stands where no server reads it.
    let token = if cfg!(feature = "ssr") { String::new() } else { dom::fragment() };
    let crumbs = vec![(t!("sign-in-title"), paths::sign_in(&i18n::locale()))];
    let body = if token.is_empty() {
        view! { <Ask/> }
    } else {
        view! { <Confirm token=token/> }
    };
    view! {
        {breadcrumb_top(crumbs)}
        {body}
    }
}

#[component]
fn Ask() -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("sign-in-help-title"), ..PageHead::default() }));
    view! {
        <PageHeading title=t!("sign-in-help-title") lead=t!("sign-in-help-lead")/>
        <SignInHelpFlow/>
    }
}

#[component]
fn Confirm(token: String) -> impl IntoView {
    let state = RwSignal::new(Confirmation::Asking);
    set_head(move || Some(PageHead { title: state.with(Confirmation::title), ..PageHead::default() }));
    view! { <SignInConfirmationFlow token=token state=state on_news=Callback::new(|()| arrival::settle())/> }
}
