//! What has changed about the ways to be answered: why somebody is sent back here, and what opens or closes meanwhile.

use leptos::prelude::*;
use rules::contact::ContactOption;

use super::{Known, call::PHONE_ID};
use crate::{
    browser::{dom, start::spawn, timer},
    components::contact_options,
    erase::view,
    live::Live,
};

/// Where focus goes when something about the choice has to be looked at.
pub const NEWS_ID: &str = "contact-news";

/// Why sending led back here; the address says it, so a reload does, too. What is wrong with a field stands there.
#[component]
pub fn ArrivalNews(why: Memo<String>) -> impl IntoView {
    let (words, place) = match why.get_untracked().as_str() {
        "method" => (t!("ask-contact-method-gone"), NEWS_ID),
        "slot" => (t!("ask-contact-slot-gone"), NEWS_ID),
        "phone" => (String::new(), PHONE_ID),
        _ => return ().into_any(),
    };
    spawn(async move {
        // The page's title is where everybody arrives; this is where they are wanted.
        timer::frame().await;
        timer::frame().await;
        dom::focus(place);
    });
    if words.is_empty() {
        return ().into_any();
    }
    view! { <p class="ask-contact__news" id=NEWS_ID tabindex="-1">{words}</p> }
}

/// Whether each method can be chosen.
type Seen = Vec<(String, bool)>;

/// Says what cannot be known, what opened or closed while the page was looked at, and that the chosen way is closed.
#[component]
pub fn Changes(known: Known, options: Live<Vec<ContactOption>>, chosen: RwSignal<String>) -> impl IntoView {
    let now = options.clone();
    let changes = Memo::new(move |before: Option<&(Seen, Vec<String>)>| {
        let seen: Seen = now().iter().map(|it| (it.method.word().to_owned(), it.can_be_chosen)).collect();
        let Some((earlier, said)) = before else { return (seen, Vec::new()) };
        let news: Vec<String> = seen.iter().filter_map(|entry| change(entry, earlier)).collect();
        let said = if news.is_empty() { said.clone() } else { news };
        (seen, said)
    });
    let words = Memo::new(move |_| {
        let unknown = known.with(|known| matches!(known, Some(Err(())))).then(|| t!("ask-contact-unknown"));
        let is_closed = !options().iter().any(|it| it.method.word() == chosen.get() && it.can_be_chosen);
        let closed = is_closed.then(|| t!("ask-contact-choose-another"));
        let mut all: Vec<String> = unknown.into_iter().collect();
        all.extend(changes.get().1);
        all.extend(closed);
        all.join(" ")
    });
    let class = move || if words.get().is_empty() { "ask-contact__quiet" } else { "ask-contact__news" };
    view! { <p class=class role="status">{move || words.get()}</p> }
}

fn change((word, can_be_chosen): &(String, bool), earlier: &Seen) -> Option<String> {
    let was = earlier.iter().find(|(other, _)| other == word).map(|(_, was)| *was);
    let method = contact_options::name(&word.clone().into());
    match (was.unwrap_or(false), can_be_chosen) {
        (false, true) => Some(t!("ask-contact-opened", method = method)),
        (true, false) => Some(t!("ask-contact-closed", method = method)),
        _ => None,
    }
}
