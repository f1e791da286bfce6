//! The objects of an order, each with a door to support of its own.

use contract::OrderObject;
use leptos::prelude::*;

use super::object_picture::ObjectPicture;
use crate::{
    erase::view,
    i18n::{self, format},
    paths,
};

/// Each object with the address of "Get support" about it; none where the order does not offer that.
#[component]
pub fn OrderObjects(objects: Vec<(OrderObject, Option<String>)>) -> impl IntoView {
    let title = t!("order-objects-title", count = objects.len());
    view! {
        <section class="order-objects" aria-labelledby="objects">
            <h2 class="order-objects__heading" id="objects">{title}</h2>
            <ul class="order-objects__list">
                {objects
                    .into_iter()
                    .map(|(object, support)| view! { <ObjectEntry object=object support=support/> })
                    .collect::<Vec<_>>()}
            </ul>
        </section>
    }
}

#[component]
fn ObjectEntry(object: OrderObject, support: Option<String>) -> impl IntoView {
    let OrderObject { id, title, quantity, price, picture } = object;
    let page = paths::object(&i18n::locale(), &id);
    let door = support.map(|href| support_link(href, title.clone()));
    view! {
        <li class="order-objects__item">
            <ObjectPicture picture=picture/>
            <div class="order-objects__words">
                <h3 class="order-objects__title"><a class="order-objects__link" href=page>{title}</a></h3>
                <p class="order-objects__price">
                    <span class="visually-hidden">{t!("order-objects-price", count = quantity)}</span> " " {format::money(&price)}
                </p>
                <p class="order-objects__quantity">{t!("order-objects-quantity")} ": " {quantity.to_string()}</p>
            </div>
            {door}
        </li>
    }
}

/// Read aloud it says which object it is about; many of them stand on a page.
fn support_link(href: String, title: String) -> AnyView {
    view! {
        <a class="button button--quiet order-objects__support" href=href>
            {t!("order-objects-support")} " "
            <span class="visually-hidden">{t!("order-objects-about", title = title)}</span>
        </a>
    }
}
