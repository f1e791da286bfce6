//! Who is signed in on this device, what they can go to, and the way out.

use contract::Person;
use leptos::prelude::*;

use super::{
    breadcrumb_top,
    for_person::ForPerson,
    head::{PageHead, set_head},
};
use crate::{
    browser::dom, components::page_heading::PageHeading, erase::view, flows::account::AccountFlow, i18n, paths,
};

#[component]
pub fn AccountPage() -> impl IntoView {
    let show = Callback::new(|person| view! { <Account person=person/> });
    view! { <ForPerson title=t!("account-title") text=t!("account-sign-in") show=show/> }
}

#[component]
fn Account(person: Person) -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("account-title"), ..PageHead::default() }));
    // Another document: nothing of the person is left in this one.
    let on_left = Callback::new(|()| dom::replace_document(&paths::home(&i18n::locale())));
    view! {
        {breadcrumb_top(Vec::new())}
        <PageHeading title=t!("account-title")/>
        <AccountFlow person=person on_left=on_left/>
    }
}
