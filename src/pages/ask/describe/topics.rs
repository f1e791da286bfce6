//! What the question is about: a choice that nobody has to make, with advice before the words. The order may close what
//! was chosen meanwhile; then it says so, and the words stay.

use contract::{OrderAction, Topic, TopicList};
use leptos::prelude::*;

use super::super::super::{load, query};
use super::{Opened, subject::Asked};
use crate::{
    api::{fetched_anew, urls},
    components::{
        load_state::Load,
        topic_advice::{Door, TopicAdvice},
        topic_choice::TopicChoice,
    },
    erase::view,
    flows::ask::topic,
    i18n,
    live::live,
    paths,
    session::{self, Who},
};

/// What can be chosen, and what is.
#[derive(Clone, Copy)]
pub struct Topics {
    opened: StoredValue<Opened>,
    asked: Asked,
    order: StoredValue<String>,
    chosen: RwSignal<String>,
    /// What the backend offers; `None` while or where that is not known.
    known: Memo<Option<Vec<Topic>>>,
    is_waiting: Memo<bool>,
    /// What could not be sent; empty where nothing was refused.
    refused: StoredValue<String>,
}

impl Topics {
    pub fn of(opened: StoredValue<Opened>, asked: Asked) -> Self {
        let draft = opened.get_value().draft;
        let (who, order, object) = (session::who(), draft.order.clone(), draft.object.clone());
        // What is not there has no topics, and is told where it is missed.
        let is_there = Memo::new(move |_| asked.is_there());
        let fetched = fetched_anew(move || {
            let role = role(&who.get()).filter(|_| is_there.get() == Load::Ready(()))?;
            Some(urls::topics(&role, &order, &object, &i18n::locale()))
        });
        if !draft.order.is_empty() {
            topic::follow(draft.order.clone(), fetched.retry);
        }
        let list = load::<TopicList>(fetched);
        // While it is asked again what was said before stands.
        let known = Memo::new(move |before: Option<&Option<Vec<Topic>>>| match list.get() {
            Load::Ready(list) => Some(list.items),
            Load::Waiting | Load::Failed(_) => before.cloned().flatten(),
        });
        let is_waiting = Memo::new(move |_| {
            let is_missing = matches!(is_there.get(), Load::Failed(_));
            known.with(Option::is_none) && !is_missing && list.get() == Load::Waiting
        });
        let was_refused = query("news").get_untracked() == "topic";
        let refused = if was_refused { draft.topic.clone() } else { String::new() };
        Self {
            opened,
            asked,
            order: StoredValue::new(draft.order),
            chosen: RwSignal::new(draft.topic),
            known,
            is_waiting,
            refused: StoredValue::new(refused),
        }
    }

    fn is_about_order(self) -> bool {
        self.order.with_value(|order| !order.is_empty())
    }

    /// Whether what was chosen cannot be any more.
    fn is_closed(self) -> bool {
        let chosen = self.chosen.get();
        let is_offered = |known: &Option<Vec<Topic>>| {
            known.as_ref().is_none_or(|topics| topics.iter().any(|topic| topic.id == chosen))
        };
        let is_refused = self.refused.with_value(|refused| *refused == chosen);
        !chosen.is_empty() && (is_refused || (self.is_about_order() && !self.known.with(is_offered)))
    }

    /// What is chosen and open; empty for anything else.
    pub fn open(self) -> String {
        if self.is_closed() { String::new() } else { self.chosen.get() }
    }

    /// The title of a topic that is known.
    fn find(self, id: &str) -> Option<Topic> {
        self.known.with(|known| known.iter().flatten().find(|topic| topic.id == id).cloned())
    }

    fn choose(self, id: String) {
        self.keep(&id);
        self.refused.set_value(String::new());
        self.chosen.set(id);
    }

    /// Another topic may have another answer.
    fn keep(self, id: &str) {
        let title = untrack(|| self.find(id)).map(|topic| topic.title);
        self.opened.update_value(|Opened { owner, draft }| {
            if draft.topic != id {
                draft.answer_id.clear();
                draft.topic_title.clear();
            }
            id.clone_into(&mut draft.topic);
            draft.topic_title = title.unwrap_or_else(|| draft.topic_title.clone());
            draft.keep(owner);
        });
    }

    /// Before going on: what has closed is left out.
    pub fn settle(self) {
        self.keep(&untrack(|| self.open()));
    }

    /// About nothing in particular only what needs no order is offered, and what led here.
    fn offered(self) -> Vec<(String, String)> {
        let is_bound = self.order.with_value(|order| !order.is_empty());
        let chosen = self.chosen.get();
        let fits = |topic: &&Topic| is_bound || !topic.needs_order || topic.id == chosen;
        let named = |topic: &Topic| (topic.id.clone(), topic.title.clone());
        self.known.with(|known| known.iter().flatten().filter(fits).map(named).collect())
    }

    /// What helps without support comes first.
    fn doors(self, topic: &Topic) -> Vec<Door> {
        let order = self.order.get_value();
        let locale = i18n::locale();
        if order.is_empty() {
            let choose = || paths::ask(&locale, None) + "?topic=" + &paths::encode(&topic.id);
            return topic.needs_order.then(|| Door::Choose(choose())).into_iter().collect();
        }
        if topic.safety {
            return Vec::new();
        }
        let url = self.asked.order().and_then(|order| order.shipping?.tracking_url);
        let track = url.filter(|url| url.starts_with("https://") && topic.actions.contains(&OrderAction::Track));
        track.map(Door::Track).into_iter().chain([Door::Order(paths::order(&locale, &order))]).collect()
    }
}

/// The role to ask in where there is no order: of somebody who has one alone. `None` while it is not known who asks.
fn role(who: &Who) -> Option<String> {
    match who {
        Who::Unknown => None,
        Who::Person(person) if person.roles.len() == 1 => person.roles.first().cloned(),
        _ => Some(String::new()),
    }
}

/// The choice, and the advice for what is chosen.
#[component]
pub fn TopicFields(topics: Topics) -> impl IntoView {
    let offered = Memo::new(move |_| topics.offered());
    let is_closed = Memo::new(move |_| topics.is_closed());
    let choice = move || {
        if topics.is_waiting.get() {
            return view! { <div class="ask-describe__topics" aria-hidden="true"></div> };
        }
        let offered = offered.get();
        if offered.is_empty() && !is_closed.get() {
            // It is a help, not a need.
            return ().into_any();
        }
        let choose = Callback::new(move |id| topics.choose(id));
        let (open, closed) = (live(move || topics.open()), live(move || is_closed.get()));
        view! { <TopicChoice topics=offered chosen=open is_closed=closed on_choose=choose/> }
    };
    let advice = move || {
        let topic = topics.find(&topics.open())?;
        Some(view! { <TopicAdvice doors=topics.doors(&topic) advice=topic.advice/> })
    };
    view! { {choice} {advice} }.into_any()
}
