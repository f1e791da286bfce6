//! Searching the help centre: suggestions while typing, a results page, or straight to an article.

use contract::SearchResults;
use leptos::prelude::*;
use rules::{
    combobox::{Combobox, ComboboxEvent, step},
    query::{self, QueryRefused},
};

use crate::{
    api::{fetched, urls},
    browser::{dom, start, timer},
    components::{
        article_list::foreign,
        search_box::{FIELD_ID, SearchBox, SearchEvent, Suggestion, Variant, option_id},
    },
    erase::view,
    i18n,
    live::{Live, live},
};

/// Where a search leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The results for this text.
    Results(String),
    /// The article with this slug.
    Article(String),
}

/// How long typing has to rest before suggestions are asked for, in milliseconds.
const REST_MS: i32 = 180;
/// As many suggestions as can be taken in at a glance.
const AT_MOST: usize = 6;

/// `text` is what the address searches for; the field follows it.
#[component]
pub fn SearchFlow(variant: Variant, text: Live<String>, go: Callback<Destination>) -> impl IntoView {
    let first = untrack(|| text());
    let search = Search::new(first.clone(), go);
    search.follow(text);
    view! {
        <SearchBox
            variant=variant
            text=first
            state=live(move || search.state.with(|state| state.combobox))
            suggestions=live(move || search.found.with(|found| found.iter().map(|(_, it)| it.clone()).collect()))
            refused=live(move || search.state.with(|state| state.refused).map(sentence))
            on_event=Callback::new(move |event| search.happen(event))
        />
    }
}

/// Where the field stands.
#[derive(Clone, Default)]
struct State {
    typed: String,
    /// What suggestions are wanted for: what was typed, once it rests.
    rested: Option<String>,
    combobox: Combobox,
    refused: Option<QueryRefused>,
}

#[derive(Clone, Copy)]
struct Search {
    state: RwSignal<State>,
    /// Slug and words of each suggestion.
    found: Memo<Vec<(String, Suggestion)>>,
    go: Callback<Destination>,
}

impl Search {
    fn new(typed: String, go: Callback<Destination>) -> Self {
        let state = RwSignal::new(State { typed, ..State::default() });
        let answer =
            fetched(move || state.with(|state| state.rested.as_ref().map(|text| urls::search(&i18n::locale(), text))));
        let found = Memo::new(move |_| match answer.answer.get() {
            Some(Ok(text)) => suggestions(&text),
            _ => Vec::new(),
        });
        // The list opens when suggestions arrive: there is no other event to hang it on.
        Effect::new(move |_| {
            let count = found.with(Vec::len);
            if state.with_untracked(|state| state.rested.is_some()) {
                state.update(|state| state.combobox = step(state.combobox, ComboboxEvent::Suggested(count), count));
            }
        });
        Self { state, found, go }
    }

    /// Takes in what was typed before the app arrived, and shows what the address asks for when that changes.
    fn follow(self, text: Live<String>) {
        Effect::new(move |before: Option<String>| {
            let text = text();
            match before {
                None => {
                    let there = dom::typed(FIELD_ID);
                    if there != text {
                        self.type_in(there);
                    }
                }
                Some(before) if before != text => {
                    dom::set_typed(FIELD_ID, &text);
                    self.state.set(State { typed: text.clone(), ..State::default() });
                }
                Some(_) => {}
            }
            text
        });
    }

    fn happen(self, event: SearchEvent) {
        match event {
            SearchEvent::Typed(text) => self.type_in(text),
            SearchEvent::Key(event) => self.press(event),
            SearchEvent::Sent => self.send(),
            SearchEvent::Chosen(index) => {
                let chosen = self.found.with_untracked(|found| found.get(index).map(|(slug, _)| slug.clone()));
                self.leave();
                if let Some(slug) = chosen {
                    self.go.run(Destination::Article(slug));
                }
            }
        }
    }

    fn type_in(self, text: String) {
        self.state.update(|state| (state.typed, state.refused) = (text.clone(), None));
        start::spawn(async move {
            timer::pause(REST_MS).await;
            let has_rested = self.state.try_with_untracked(|state| state.typed == text).unwrap_or(false);
            if has_rested {
                self.rest(&text);
            }
        });
    }

    /// Typing has paused: this is what suggestions are wanted for.
    fn rest(self, text: &str) {
        let wanted = query::check(text).ok().filter(|text| query::is_enough_to_suggest(text)).map(str::to_owned);
        if wanted.is_none() {
            self.press(ComboboxEvent::Left);
        }
        self.state.update(|state| state.rested = wanted);
    }

    fn press(self, event: ComboboxEvent) {
        // The field may be gone from the page by now.
        let available = self.found.try_with_untracked(Vec::len).unwrap_or_default();
        let active = self.state.try_update(|state| {
            state.combobox = step(state.combobox, event, available);
            state.combobox.active()
        });
        if let Some(active) = active.flatten() {
            dom::reveal(&option_id(active));
        }
    }

    fn send(self) {
        let text = dom::typed(FIELD_ID);
        match query::check(&text) {
            Ok(text) => {
                self.leave();
                self.go.run(Destination::Results(text.to_owned()));
            }
            Err(refused) => {
                self.state.update(|state| state.refused = Some(refused));
                dom::focus(FIELD_ID);
            }
        }
    }

    /// Suggestions that are still under way must not open the list again.
    fn leave(self) {
        let _ = self.state.try_update(|state| state.rested = None);
        self.press(ComboboxEvent::Left);
    }
}

fn suggestions(answer: &str) -> Vec<(String, Suggestion)> {
    let results: Result<SearchResults, _> = serde_json::from_str(answer);
    // Suggestions are a help, not a need: an answer that cannot be read suggests nothing.
    results.map(|results| results.items.into_iter().take(AT_MOST).map(suggestion).collect()).unwrap_or_default()
}

fn suggestion(hit: contract::SearchHit) -> (String, Suggestion) {
    let language = foreign(&hit.article.locale);
    (hit.article.slug, Suggestion { words: hit.article.title, language })
}

fn sentence(refused: QueryRefused) -> String {
    match refused {
        QueryRefused::Empty => t!("search-box-empty"),
        QueryRefused::TooLong => t!("search-box-too-long", count = contract::QUERY_MAX_CHARS),
    }
}
