//! Searching the help centre: suggestions while typing, a results page, or straight to an article.

use crate::erase::view;
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
    i18n,
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
pub fn SearchFlow(variant: Variant, #[prop(into)] text: Signal<String>, go: Callback<Destination>) -> impl IntoView {
    let search = Search::new(text, go);
    search.follow(text);
    let words = Signal::derive(move || search.slugs.with(|found| found.iter().map(|(_, it)| it.clone()).collect()));
    view! {
        <SearchBox
            variant=variant
            text=text.get_untracked()
            state=search.state.into()
            suggestions=words
            refused=Signal::derive(move || search.refused.get().map(sentence))
            on_event=Callback::new(move |event| search.happen(event))
        />
    }
}

#[derive(Clone, Copy)]
struct Search {
    typed: RwSignal<String>,
    /// What suggestions are wanted for: what was typed, once it rests.
    rested: RwSignal<Option<String>>,
    state: RwSignal<Combobox>,
    refused: RwSignal<Option<QueryRefused>>,
    /// Slug and words of each suggestion.
    slugs: Memo<Vec<(String, Suggestion)>>,
    go: Callback<Destination>,
}

impl Search {
    fn new(text: Signal<String>, go: Callback<Destination>) -> Self {
        let rested = RwSignal::new(None::<String>);
        let state = RwSignal::new(Combobox::Closed);
        let found = fetched(move || rested.get().map(|text| urls::search(&i18n::locale(), &text)));
        let slugs = Memo::new(move |_| match found.answer.get() {
            Some(Ok(text)) => suggestions(&text),
            _ => Vec::new(),
        });
        // The list opens when suggestions arrive: there is no other event to hang it on.
        Effect::new(move |_| {
            let count = slugs.with(Vec::len);
            if rested.with(Option::is_some) {
                state.update(|state| *state = step(*state, ComboboxEvent::Suggested(count), count));
            }
        });
        let typed = RwSignal::new(text.get_untracked());
        Self { typed, rested, state, refused: RwSignal::new(None), slugs, go }
    }

    /// Takes in what was typed before the app arrived, and shows what the address asks for when that changes.
    fn follow(self, text: Signal<String>) {
        Effect::new(move |before: Option<String>| {
            let text = text.get();
            match before {
                None => {
                    let there = dom::typed(FIELD_ID);
                    if there != text {
                        self.type_in(there);
                    }
                }
                Some(before) if before != text => {
                    dom::set_typed(FIELD_ID, &text);
                    self.typed.set(text.clone());
                    self.refused.set(None);
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
                let chosen = self.slugs.with_untracked(|slugs| slugs.get(index).map(|(slug, _)| slug.clone()));
                self.leave();
                if let Some(slug) = chosen {
                    self.go.run(Destination::Article(slug));
                }
            }
        }
    }

    fn type_in(self, text: String) {
        self.refused.set(None);
        self.typed.set(text.clone());
        start::spawn(async move {
            timer::pause(REST_MS).await;
            let has_rested = self.typed.try_with_untracked(|typed| *typed == text).unwrap_or(false);
            if has_rested {
                let wanted =
                    query::check(&text).ok().filter(|text| query::is_enough_to_suggest(text)).map(str::to_owned);
                let is_nothing = wanted.is_none();
                self.rested.set(wanted);
                if is_nothing {
                    self.press(ComboboxEvent::Left);
                }
            }
        });
    }

    fn press(self, event: ComboboxEvent) {
        let available = self.slugs.with_untracked(Vec::len);
        self.state.update(|state| *state = step(*state, event, available));
        if let Some(active) = self.state.get_untracked().active() {
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
                self.refused.set(Some(refused));
                dom::focus(FIELD_ID);
            }
        }
    }

    /// Suggestions that are still under way must not open the list again.
    fn leave(self) {
        self.rested.set(None);
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
