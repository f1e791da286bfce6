//! The order or the object that a question is about, always in sight while one writes.

use contract::{Object, Order};
use leptos::prelude::*;

use super::super::super::{Loading, load, retry_part, trouble};
use super::Opened;
use crate::{
    api::{self, Fetched, fetched_anew, urls},
    components::{
        load_state::{Load, Loaded, Shape, Trouble},
        subject_card::SubjectCard,
    },
    erase::view,
    flows::ask::draft::Draft,
    i18n,
    live::live,
    paths,
};

/// What is asked of the backend about it.
#[derive(Clone, Copy)]
pub struct Asked {
    fetched: Fetched,
    is_order: bool,
    is_general: bool,
}

impl Asked {
    /// Of an order, of an object that is in none of the person's, or of nothing.
    pub fn of(draft: &Draft) -> Self {
        let is_order = !draft.order.is_empty();
        let path = match (is_order, draft.object.is_empty()) {
            (true, _) => Some(urls::order(&draft.order)),
            (false, false) => Some(urls::object(&draft.object)),
            (false, true) => None,
        };
        let is_general = path.is_none();
        Self { fetched: fetched_anew(move || path.clone()), is_order, is_general }
    }

    /// Whether it is there to be asked about; at once where it is about nothing.
    pub fn is_there(self) -> Load<()> {
        match self.fetched.answer.get() {
            _ if self.is_general => Load::Ready(()),
            None => Load::Waiting,
            Some(Ok(_)) => Load::Ready(()),
            Some(Err(error)) => Load::Failed(trouble(&error)),
        }
    }

    /// The order, if it is about one.
    pub fn order(self) -> Option<Order> {
        let order: Loading<Order> = load(self.fetched);
        match order.get() {
            Load::Ready(order) if self.is_order => Some(order),
            _ => None,
        }
    }
}

/// An order or object that is not there (any more) is said, and the words stay.
#[component]
pub fn Subject(opened: StoredValue<Opened>, asked: Asked) -> impl IntoView {
    let draft = opened.get_value().draft;
    let fetched = asked.fetched;
    let retry = retry_part(move || fetched.retry.run(()));
    if asked.is_order {
        let order = load::<Order>(fetched);
        let face = live(move || order.get().map(|order| of_order(&api::with_pictures(order), &draft.object, opened)));
        return view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry/> };
    }
    if asked.is_general {
        return ().into_any();
    }
    let object = load::<Object>(fetched);
    let face = live(move || match object.get() {
        Load::Failed(Trouble::NotFound) => Load::Ready(gone()),
        object => object.map(|object| of_object(api::with_picture(object), opened)),
    });
    view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry/> }
}

fn of_order(order: &Order, object: &str, opened: StoredValue<Opened>) -> AnyView {
    let found = order.objects.iter().find(|it| it.id == object);
    let shown = found.or(order.objects.first());
    let title = match found {
        Some(object) => object.title.clone(),
        None => order.objects.iter().map(|it| it.title.as_str()).collect::<Vec<_>>().join(", "),
    };
    name(opened, format!("{} · {title}", order.number));
    let picture = shown.and_then(|object| object.picture.clone());
    card(title, t!("subject-choice-order", number = order.number.clone()), picture)
}

fn of_object(object: Object, opened: StoredValue<Opened>) -> AnyView {
    name(opened, object.title.clone());
    card(object.title, t!("subject-choice-seller", name = object.seller.display_name), object.picture)
}

/// What the person will know the draft by.
fn name(opened: StoredValue<Opened>, label: String) {
    opened.update_value(|opened| {
        opened.draft.label = label;
        opened.draft.keep(&opened.owner);
    });
}

fn card(title: String, detail: String, picture: Option<String>) -> AnyView {
    view! { <SubjectCard title=title detail=detail picture=picture change_href=paths::ask(&i18n::locale(), None)/> }
}

fn gone() -> AnyView {
    let locale = i18n::locale();
    view! {
        <div class="ask-describe__gone" role="alert">
            <p>{t!("ask-describe-gone")}</p>
            <a href=paths::ask(&locale, None)>{t!("subject-card-change")}</a>
        </div>
    }
}
