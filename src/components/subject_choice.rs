//! Orders, their objects and drafts to choose from: what a question is to be about.

use contract::{Order, OrderObject};
use leptos::prelude::*;

use super::object_picture::ObjectPicture;
use crate::{erase::view, i18n, paths};

/// An order, with each of its objects.
#[component]
pub fn SubjectChoice(order: Order) -> impl IntoView {
    let has_several = order.objects.len() > 1;
    let whole = has_several.then(|| {
        let href = paths::get_support(&i18n::locale(), &order.id, None);
        view! { <li class="subject-choice__item"><a class="subject-choice__link" href=href>{t!("subject-choice-whole", number = order.number.clone())}</a></li> }
    });
    let objects = order.objects.into_iter().map(|it| object(it, &order.id, &order.number)).collect::<Vec<_>>();
    view! { {objects} {whole} }.into_any()
}

fn object(object: OrderObject, order: &str, number: &str) -> AnyView {
    let href = paths::get_support(&i18n::locale(), order, Some(&object.id));
    view! {
        <li class="subject-choice__item">
            <a class="subject-choice__link" href=href>
                <span class="subject-choice__picture"><ObjectPicture picture=object.picture/></span>
                <span class="subject-choice__words">
                    <span class="subject-choice__title">{object.title}</span>
                    <span class="subject-choice__detail">{t!("subject-choice-order", number = number.to_owned())}</span>
                </span>
            </a>
        </li>
    }
}

/// Something begun before, to go on with or to remove.
#[component]
pub fn DraftChoice(href: String, label: String, text: String, on_remove: Callback<()>) -> impl IntoView {
    let label = if label.is_empty() { t!("subject-choice-general") } else { label };
    let words = text.trim().to_owned();
    let words = if words.is_empty() { t!("subject-choice-photos") } else { words };
    let name = t!("subject-choice-remove-name", text = rules::message::first_line(&words));
    view! {
        <li class="subject-choice__item subject-choice__item--draft">
            <a class="subject-choice__link" href=href>
                <span class="subject-choice__words">
                    <span class="subject-choice__title subject-choice__title--cut">{words}</span>
                    <span class="subject-choice__detail">{label}</span>
                </span>
            </a>
            <button class="button button--quiet subject-choice__remove" type="button" aria-label=name on:click=move |_| on_remove.run(())>
                {t!("subject-choice-remove")}
            </button>
        </li>
    }
}
