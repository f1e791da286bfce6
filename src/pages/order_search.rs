//! Which orders are looked for: it stands in the address, so that Back, a reload and a link find the same.

use leptos::prelude::*;
use rules::order::Side;

use super::query;
use crate::{
    components::order_filter::OrderChoice,
    i18n,
    live::{Live, live},
    paths,
    session::{self, Who},
};

/// What the address asks for.
#[derive(Clone, Copy)]
pub struct OrderSearch {
    /// The page's own address in a language.
    page: fn(&str) -> String,
    pub role: Memo<String>,
    pub state: Memo<String>,
    pub text: Memo<String>,
    pub cursor: Memo<String>,
    /// What led to asking, which goes along.
    topic: Memo<String>,
    from: Memo<String>,
}

impl OrderSearch {
    pub fn of_address(page: fn(&str) -> String) -> Self {
        Self {
            page,
            role: query("role"),
            state: query("state"),
            text: query("q"),
            cursor: query("cursor"),
            topic: query("topic"),
            from: query("from"),
        }
    }

    /// The side that is looked from; `first` where the address names none.
    pub fn side(self, first: Side) -> Live<Side> {
        live(move || if self.role.with(String::is_empty) { first } else { Side::of(&self.role.get()) })
    }

    pub fn choice(self) -> Live<OrderChoice> {
        live(move || OrderChoice { state: self.state.get(), text: self.text.get() })
    }

    /// Whether the address leaves out some orders of the side.
    pub fn is_narrowed(self) -> bool {
        !self.state.with(String::is_empty) || !self.text.with(String::is_empty)
    }

    /// The address of what is looked for.
    pub fn address(self, side: Side, state: &str, text: &str, cursor: &str) -> String {
        let (topic, from) = (self.topic.get_untracked(), self.from.get_untracked());
        let mut address = format!("{}?role={}", (self.page)(&i18n::locale()), side.word());
        for (name, value) in
            [("&state=", state), ("&q=", text), ("&cursor=", cursor), ("&topic=", &topic), ("&from=", &from)]
        {
            if !value.is_empty() {
                address.push_str(name);
                address.push_str(&paths::encode(value));
            }
        }
        address
    }

    /// Another page of the list is another page to the reader: `arrive` says where it starts.
    pub fn on_another_page(self, arrive: fn()) {
        Effect::new(move |before: Option<String>| {
            let cursor = self.cursor.get();
            if before.is_some_and(|before| before != cursor) {
                arrive();
            }
            cursor
        });
    }
}

/// The sides that the person can look from, the usual one first.
pub fn sides() -> Vec<Side> {
    let who = session::who().get_untracked();
    let roles = if let Who::Person(person) = who { person.roles } else { Vec::new() };
    let all = [Side::Buyer, Side::Seller].into_iter();
    all.filter(|side| roles.iter().any(|role| role == side.word())).collect()
}
