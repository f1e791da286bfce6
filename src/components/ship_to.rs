//! Where a parcel goes, as it stands on the label; for the seller, while there is something to ship.

use contract::Address;
use leptos::prelude::*;

use crate::erase::view;

#[component]
pub fn ShipTo(address: Address) -> impl IntoView {
    let lines = address.lines.into_iter();
    view! {
        <section class="ship-to" aria-labelledby="ship-to">
            <h2 class="ship-to__heading" id="ship-to">{t!("ship-to-title")}</h2>
            <address class="ship-to__label">
                {lines.map(|line| view! { <span class="ship-to__line"><bdi>{line}</bdi></span> }).collect::<Vec<_>>()}
            </address>
        </section>
    }
}
