//! The objects that were looked at, to choose from; nothing is there for whoever has looked at none.

use contract::{List, Object};
use leptos::prelude::*;

use super::super::super::{load, query};
use crate::{
    api::{self, fetched_anew, urls},
    components::{load_state::Load, subject_choice::ObjectChoice},
    erase::view,
    session::{self, Who},
};

/// As many as are seen at once.
const AT_MOST: usize = 6;

#[component]
pub fn Recent() -> impl IntoView {
    let (who, topic) = (session::who(), query("topic"));
    let recent = fetched_anew(move || {
        let is_known = matches!(who.get(), Who::Person(_) | Who::Nobody);
        is_known.then(urls::recent_objects)
    });
    let recent = load::<List<Object>>(recent);
    move || match recent.get() {
        Load::Ready(list) if !list.items.is_empty() => {
            let objects = list.items.into_iter().take(AT_MOST).map(api::with_picture);
            let entry = |object| view! { <ObjectChoice object=object topic=topic.get()/> };
            let entries = objects.map(entry).collect::<Vec<_>>();
            Some(view! {
                <section class="ask-about" aria-labelledby="ask-recent">
                    <h2 class="ask-about__title" id="ask-recent">{t!("ask-about-recent-title")}</h2>
                    <ul class="subject-choice">{entries}</ul>
                </section>
            })
        }
        // It is a help, not a need.
        _ => None,
    }
}
