//! Who is signed in on this device, what they can go to, and the way out.

use leptos::prelude::*;

use super::{
    breadcrumb_top,
    head::{PageHead, set_head},
    signed_in::SignedIn,
};
use crate::{
    browser::dom,
    components::{load_state::Shape, page_heading::PageHeading},
    erase::view,
    flows::account::AccountFlow,
    i18n, paths,
    session::{self, Who},
};

#[component]
pub fn AccountPage() -> impl IntoView {
    view! {
        {breadcrumb_top(Vec::new())}
        <SignedIn title=t!("account-sign-in") shape=Shape::Article name=t!("account-title")><Account/></SignedIn>
    }
}

#[component]
fn Account() -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("account-title"), ..PageHead::default() }));
    let who = session::who().get_untracked();
    let person = if let Who::Person(person) = who { Some(*person) } else { None };
    // Another document: nothing of the person is left in this one.
    let on_left = Callback::new(|()| dom::replace_document(&paths::home(&i18n::locale())));
    view! {
        <PageHeading title=t!("account-title")/>
        {person.map(|person| view! { <AccountFlow person=person on_left=on_left/> })}
    }
}
