//! Facts side by side: what each is called, and what it is.

use leptos::prelude::*;

use crate::erase::view;

/// Names and values, in their order.
#[component]
pub fn FactList(facts: Vec<(String, AnyView)>) -> impl IntoView {
    view! {
        <dl class="fact-list">
            {facts
                .into_iter()
                .map(|(name, value)| {
                    view! {
                        <div class="fact-list__fact">
                            <dt class="fact-list__name">{name}</dt>
                            <dd class="fact-list__value">{value}</dd>
                        </div>
                    }
                })
                .collect::<Vec<_>>()}
        </dl>
    }
}

/// A moment's day as the value of a fact.
pub fn day(at: time::OffsetDateTime) -> AnyView {
    use crate::i18n::format;
    view! { <time datetime=format::iso_moment(at)>{format::day_of(at)}</time> }
}
