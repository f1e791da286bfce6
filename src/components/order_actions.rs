//! What can be done with an order. Only what the backend offers and this app can do is shown.

use contract::{OrderAction, Shipping};
use leptos::prelude::*;

use super::icon::Icon;
use crate::erase::view;

/// `support` is the address of "Get support" about the whole order.
#[component]
pub fn OrderActions(actions: Vec<OrderAction>, support: String, shipping: Option<Shipping>) -> impl IntoView {
    let offers = |action: &OrderAction| actions.contains(action);
    let door = offers(&OrderAction::GetSupport)
        .then(|| view! { <a class="button" href=support>{t!("order-actions-support")}</a> });
    let shipping = shipping.filter(|_| offers(&OrderAction::Track));
    let code = shipping.as_ref().filter(|shipping| !shipping.tracking_code.is_empty()).map(tracking_code);
    let track = shipping.and_then(track);
    if door.is_none() && track.is_none() && code.is_none() {
        return ().into_any();
    }
    view! {
        <section class="order-actions" aria-labelledby="actions">
            <h2 class="order-actions__heading" id="actions">{t!("order-actions-title")}</h2>
            <div class="order-actions__doors">{door} {track}</div>
            {code}
        </section>
    }
}

/// The carrier's page is another website: it learns nothing of where the reader came from.
fn track(shipping: Shipping) -> Option<AnyView> {
    let href = shipping.tracking_url.filter(|url| url.starts_with("https://"))?;
    Some(view! {
        <a class="button button--quiet" href=href rel="noopener noreferrer external">
            {t!("order-actions-track")} " " <span class="visually-hidden">{t!("order-actions-elsewhere")}</span> <Icon name="external"/>
        </a>
    })
}

fn tracking_code(shipping: &Shipping) -> AnyView {
    let (carrier, code) = (shipping.carrier.clone(), shipping.tracking_code.clone());
    let carrier = (!carrier.is_empty()).then(|| view! { " (" <bdi>{carrier}</bdi> ")" });
    view! { <p class="order-actions__code">{t!("order-actions-code")} ": " <bdi>{code}</bdi> {carrier}</p> }
}
