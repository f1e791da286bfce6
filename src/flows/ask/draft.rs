//! Drafts: what a person has begun to ask, kept on this device under their own name until it is sent or thirty days old.

use std::cell::RefCell;

use contract::{Subject, SubjectKind};
use rules::draft::is_over;
use serde::{Deserialize, Serialize};

use crate::{
    browser::{random, storage, timer},
    session::{VISITOR, Who},
};

/// A request that has been begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub id: String,
    /// The order and the object it is about; empty where it is about nothing in particular.
    pub order: String,
    pub object: String,
    /// What the person knows it by: "SV-20418 · Omega Seamaster".
    pub label: String,
    pub topic: String,
    pub text: String,
    /// The answer to `asked`; another text gets another answer.
    pub answer_id: String,
    pub asked: String,
    pub method: String,
    /// The language that was wished for, and the one that the chosen method is given in.
    pub language: String,
    pub spoken: String,
    /// The number to call, as it was typed, and the moment in RFC 3339 to call at; empty for as soon as possible.
    pub phone: String,
    pub slot: String,
    /// Made with the first choice, so that every attempt asks for the same call.
    pub callback_id: String,
    /// What the seller is told, where that is not the text itself; and why somebody else is asked first.
    pub seller_text: String,
    pub seller_reason: String,
    /// The lines that are not to go along.
    pub withheld: Vec<String>,
    /// Made with the draft, so that every tab and every attempt sends the same case.
    pub case_id: String,
    /// Seconds since 1970.
    pub touched: i64,
}

thread_local! {
    /// Who the drafts of this document belong to. A session that ends meanwhile takes nothing off the screen.
    static OWNER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whose drafts this document works with, as soon as it is known who is here.
#[must_use]
pub fn owner(who: &Who) -> Option<String> {
    let known = OWNER.with_borrow(Clone::clone);
    let found = who.owner()?;
    let is_settled = !known.is_empty() && known != VISITOR;
    if !is_settled {
        OWNER.set(found.to_owned());
    }
    Some(if is_settled { known } else { found.to_owned() })
}

impl Draft {
    /// A draft about an order, one object of it, or about nothing in particular.
    #[must_use]
    pub fn about(order: String, object: String, topic: String) -> Self {
        let [id, case_id] = [(); 2].map(|()| random::id());
        Self { id, case_id, order, object, topic, touched: now(), ..Self::default() }
    }

    /// What it is about, as the contract says it.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let (kind, id) = match (self.object.is_empty(), self.order.is_empty()) {
            (false, _) => (SubjectKind::Object, Some(self.object.clone())),
            (true, false) => (SubjectKind::Order, Some(self.order.clone())),
            (true, true) => (SubjectKind::General, None),
        };
        Subject { kind, id }
    }

    /// What the seller is told: the question, unless it was changed for them.
    #[must_use]
    pub fn words_to_seller(&self) -> &str {
        if self.seller_text.is_empty() { &self.text } else { &self.seller_text }
    }

    /// Whether somebody has written anything.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Keeps it.
    pub fn keep(&mut self, owner: &str) {
        self.touched = now();
        if let Ok(text) = serde_json::to_string(self) {
            storage::put(&key(owner, &self.id), &text);
        }
    }
}

/// The owner's draft with this id. A visitor's becomes the person's who opens it: it was begun on the way to sign-in.
#[must_use]
pub fn open(owner: &str, id: &str) -> Option<Draft> {
    if let Some(draft) = read(&key(owner, id)) {
        return Some(draft);
    }
    let mut draft = read(&key(VISITOR, id)).filter(|_| owner != VISITOR)?;
    draft.keep(owner);
    storage::remove(&key(VISITOR, id));
    Some(draft)
}

/// The owner's drafts with words in them, the latest first. Those that are over are dropped.
#[must_use]
pub fn all(owner: &str) -> Vec<Draft> {
    let keys = storage::keys(&key(owner, ""));
    let mut found: Vec<Draft> = keys.iter().filter_map(|key| read(key)).filter(Draft::is_begun).collect();
    found.sort_by_key(|draft| std::cmp::Reverse(draft.touched));
    found
}

/// Forgets a draft: it has been sent, or is not wanted any more.
pub fn forget(owner: &str, id: &str) {
    storage::remove(&key(owner, id));
}

fn read(key: &str) -> Option<Draft> {
    let draft = storage::get(key).and_then(|text| serde_json::from_str::<Draft>(&text).ok());
    let is_dropped = draft.as_ref().is_some_and(|draft| is_over(draft.touched, now()));
    if is_dropped {
        storage::remove(key);
        return None;
    }
    draft
}

fn key(owner: &str, id: &str) -> String {
    format!("svar.draft.{owner}.{id}")
}

fn now() -> i64 {
    timer::now().unix_timestamp()
}
