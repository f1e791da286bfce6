//! Drafts: what a person has begun to ask, kept on this device under their own name until it is sent or thirty days old.

use std::cell::RefCell;

use contract::{Subject, SubjectKind};
use rules::draft::is_over;
use serde::{Deserialize, Serialize};

use super::{
    super::photos::{self, Photo},
    drawer,
};
use crate::{
    browser::{database, random, start::spawn, timer},
    session::{
        VISITOR, Who,
        unfinished::{self, Unfinished},
    },
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
    /// The photos that go along.
    pub photos: Vec<Photo>,
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

    /// Whether somebody has written anything, or added a photo.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        !self.text.trim().is_empty() || !self.photos.is_empty()
    }

    /// What may be said of it where its words are not.
    fn in_short(&self) -> Unfinished {
        Unfinished { id: self.id.clone(), touched: self.touched, label: self.label.clone() }
    }

    /// Keeps it.
    pub fn keep(&mut self, owner: &str) {
        self.touched = now();
        if let Ok(text) = serde_json::to_string(self) {
            drawer::put(&key(owner, &self.id), &text);
        }
        if self.is_begun() {
            unfinished::add(owner, self.in_short());
        } else {
            unfinished::remove(&self.id);
        }
    }
}

/// The owner's draft with this id. A visitor's becomes the person's who opens it: it was begun on the way to sign-in.
pub async fn open(owner: &str, id: &str) -> Option<Draft> {
    if id.is_empty() {
        return None;
    }
    if let Some(draft) = read(owner, id).await {
        return Some(draft);
    }
    if owner == VISITOR {
        return None;
    }
    let mut draft = read(VISITOR, id).await?;
    draft.keep(owner);
    drawer::forget(&key(VISITOR, id));
    Some(draft)
}

/// The owner's drafts with words or photos in them, the latest first. Those that are over are dropped.
pub async fn all(owner: &str) -> Vec<Draft> {
    let (texts, gone) = drawer::all(&key(owner, "")).await;
    let mut found: Vec<Draft> = Vec::new();
    for draft in texts.iter().filter_map(|text| serde_json::from_str::<Draft>(text).ok()) {
        // What is told later is newer.
        found.retain(|other| other.id != draft.id);
        found.push(draft);
    }
    found.retain(|draft| !gone.contains(&key(owner, &draft.id)) && !is_dropped(owner, draft));
    found.retain(Draft::is_begun);
    found.sort_by_key(|draft| std::cmp::Reverse(draft.touched));
    unfinished::replace(owner, &found.iter().map(Draft::in_short).collect::<Vec<_>>());
    found
}

/// Forgets a draft: it has been sent, or is not wanted any more.
pub fn forget(owner: &str, id: &str) {
    drawer::forget(&key(owner, id));
    unfinished::remove(id);
    let photos = photos::key(id, "");
    spawn(async move { database::remove_files(&photos).await });
}

async fn read(owner: &str, id: &str) -> Option<Draft> {
    let draft = drawer::get(&key(owner, id)).await.and_then(|text| serde_json::from_str::<Draft>(&text).ok())?;
    Some(draft).filter(|draft| !is_dropped(owner, draft))
}

fn is_dropped(owner: &str, draft: &Draft) -> bool {
    let is_dropped = is_over(draft.touched, now());
    if is_dropped {
        forget(owner, &draft.id);
    }
    is_dropped
}

fn key(owner: &str, id: &str) -> String {
    format!("{owner}.{id}")
}

fn now() -> i64 {
    timer::now().unix_timestamp()
}
