//! A page that is somebody's own: who it is is asked first, and whoever is nobody yet is led through sign-in and back.

use contract::Person;
use leptos::prelude::*;

use super::{
    breadcrumb_top,
    head::{PageHead, set_head},
    sign_in_door, trouble,
};
use crate::{
    browser::dom,
    components::{
        load_state::{Load, Loaded, Shape},
        page_heading::PageHeading,
    },
    erase::view,
    live::live,
    session::{self, Who},
};

/// Shows a person's page. A session that ends while it is open takes nothing off the screen: what fails then says so.
/// `title` and `text` stand on the page of whoever has to sign in first.
#[component]
pub fn ForPerson(title: String, text: String, show: Callback<Person, AnyView>) -> impl IntoView {
    let who = session::who();
    let person = Memo::new(move |before: Option<&Load<Option<Box<Person>>>>| match (who.get(), before) {
        (Who::Person(person), _) => Load::Ready(Some(person)),
        (_, Some(Load::Ready(Some(person)))) => Load::Ready(Some(person.clone())),
        (Who::Nobody, _) => Load::Ready(None),
        (Who::Unknown, _) => Load::Waiting,
        (Who::Unreachable(error), _) => Load::Failed(trouble(&error)),
    });
    let face = live(move || {
        person.get().map(|person| match person {
            Some(person) => show.run(*person),
            None => view! { <SignInFirst title=title.clone() text=text.clone()/> },
        })
    });
    view! { <Loaded face=face shape=Shape::List is_page=true retry=Callback::new(|()| session::retry())/> }
}

#[component]
fn SignInFirst(title: String, text: String) -> impl IntoView {
    let head = PageHead { title: title.clone(), ..PageHead::default() };
    set_head(move || Some(head.clone()));
    view! {
        {breadcrumb_top(Vec::new())}
        <PageHeading title=title/>
        {sign_in_door(text, &dom::address())}
    }
}
