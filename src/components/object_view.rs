//! An object as anybody may see it, with the way to support and to the order that it is in.

use contract::Object;
use leptos::prelude::*;

use super::{fact_list::FactList, object_picture::ObjectPicture, page_heading::PageHeading};
use crate::{
    erase::view,
    i18n::{self, format},
    paths,
};

#[component]
pub fn ObjectView(object: Object) -> impl IntoView {
    let locale = i18n::locale();
    let support = match &object.order_id {
        Some(order) => paths::get_support(&locale, order, Some(&object.id)),
        None => paths::describe_object(&locale, &object.id),
    };
    let order = object.order_id.map(|order| {
        view! { <a class="button button--quiet" href=paths::order(&locale, &order)>{t!("object-view-order")}</a> }
    });
    let business = (object.seller.professional == Some(true)).then(|| t!("object-view-professional"));
    let business = business.map(|words| view! { <span class="object-view__note">{words}</span> });
    let name = object.seller.display_name;
    let seller = view! { <bdi>{name}</bdi> {business} };
    let state = t!("object-view-state-word", state = object.state.clone(), plain = format::plain(&object.state));
    let facts = vec![(t!("object-view-seller"), seller), (t!("object-view-state"), state.into_any())];
    view! {
        <article class="object-view">
            <div class="object-view__picture"><ObjectPicture picture=object.picture/></div>
            <div class="object-view__words">
                <PageHeading title=object.title/>
                <FactList facts=facts/>
                <div class="object-view__doors">
                    <a class="button" href=support>{t!("object-view-support")}</a>
                    {order}
                </div>
            </div>
        </article>
    }
}
