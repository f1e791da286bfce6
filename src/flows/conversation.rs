//! The messages of a conversation, asked for again while the page is open, and writing in it.

use contract::{List, Message, ReadRequest};
use leptos::prelude::*;

use super::{
    events,
    reply::{ReplyFlow, Writer},
};
use crate::{
    api::{self, ApiError, urls},
    browser::{dom, start::spawn, timer},
    components::{
        load_state::{Load, Loaded, Shape, Trouble},
        message_list::MessageList,
        reply_form::ReplyClosed,
    },
    erase::view,
    live::{Live, live},
};

/// Between two looks at a conversation that is open, in milliseconds: for where events do not come through.
const LOOK_MS: i32 = 20_000;

/// What has arrived of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Arrived {
    Nothing,
    Failed(Trouble),
    Messages,
}

/// `can_post` while somebody can write in it; `on_change` runs when a message is there
/// that was not before, and when a case or an order has moved on.
#[component]
pub fn ConversationFlow(writer: Writer, can_post: Live<bool>, on_change: Callback<()>) -> impl IntoView {
    let looking = Looking::at(&writer.conversation, &writer.owner, on_change);
    let Looking { arrived, messages, .. } = looking;
    let look = Callback::new(move |()| looking.look());
    keep_looking(look, arrived);
    let heard = writer.conversation.clone();
    events::listen(move |event| {
        if event.conversation_id.as_ref() == Some(&heard) {
            let _ = look.try_run(());
        }
        // A call's place in the queue moves with everybody's.
        if event.case_id.is_some() || event.order_id.is_some() || events::is_about_availability(event) {
            let _ = on_change.try_run(());
        }
    });
    let owner = writer.owner.clone();
    let state = Memo::new(move |_| arrived.get());
    let face = live(move || match state.get() {
        Arrived::Nothing => Load::Waiting,
        Arrived::Failed(trouble) => Load::Failed(trouble),
        Arrived::Messages => Load::Ready(view! {
            <MessageList messages=live(move || messages.get()) own_id=owner.clone() id="messages" title=t!("message-list-title")/>
        }),
    });
    let is_open = Memo::new(move |_| can_post());
    let form = move || {
        if is_open.get() {
            view! { <ReplyFlow writer=writer.clone() on_sent=look/> }
        } else {
            view! { <ReplyClosed/> }
        }
    };
    view! {
        <Loaded face=face shape=Shape::Results is_page=false retry=look/>
        {form}
    }
}

/// The first message to the other side of an order; `on_change` runs when a conversation has begun.
#[component]
pub fn FirstMessageFlow(writer: Writer, on_change: Callback<()>) -> impl IntoView {
    events::listen(move |event| {
        if event.order_id.is_some() {
            let _ = on_change.try_run(());
        }
    });
    view! { <ReplyFlow writer=writer on_sent=on_change/> }
}

/// What the two sides of an order said to each other before one of them turned to support.
#[component]
pub fn EarlierFlow(conversation: String, owner: String) -> impl IntoView {
    let looking = Looking::at(&conversation, &owner, Callback::new(|()| ()));
    let Looking { arrived, messages, .. } = looking;
    let look = Callback::new(move |()| looking.look());
    keep_looking(look, arrived);
    let is_there = Memo::new(move |_| arrived.get() == Arrived::Messages);
    move || {
        let owner = owner.clone();
        is_there.get().then(|| view! {
            <MessageList messages=live(move || messages.get()) own_id=owner id="earlier" title=t!("message-list-earlier")/>
        })
    }
}

/// Looks now, and again and again until the page goes.
fn keep_looking(look: Callback<()>, arrived: RwSignal<Arrived>) {
    if cfg!(feature = "ssr") {
        return;
    }
    look.run(());
    spawn(async move {
        loop {
            timer::pause(LOOK_MS).await;
            if arrived.try_get_untracked().is_none() {
                return;
            }
            look.run(());
        }
    });
}

/// A conversation that is looked at, and up to where it has been read here.
#[derive(Clone, Copy)]
struct Looking {
    conversation: StoredValue<String>,
    owner: StoredValue<String>,
    arrived: RwSignal<Arrived>,
    messages: RwSignal<Vec<Message>>,
    read: StoredValue<u64>,
    on_change: Callback<()>,
}

impl Looking {
    fn at(conversation: &str, owner: &str, on_change: Callback<()>) -> Self {
        Self {
            conversation: StoredValue::new(conversation.to_owned()),
            owner: StoredValue::new(owner.to_owned()),
            arrived: RwSignal::new(Arrived::Nothing),
            messages: RwSignal::new(Vec::new()),
            read: StoredValue::new(0),
            on_change,
        }
    }

    fn look(self) {
        let Self { arrived, messages, on_change, .. } = self;
        let Some(conversation) = self.conversation.try_get_value() else { return };
        spawn(async move {
            let found = whole(&conversation).await;
            // What is there stays there whatever a later look finds; the page may be gone by now.
            match (found, arrived.try_get_untracked()) {
                (Ok(found), Some(before)) => {
                    let count = messages.with_untracked(Vec::len);
                    let is_changed = messages.with_untracked(|messages| *messages != found);
                    if is_changed {
                        messages.set(found);
                    }
                    arrived.set(Arrived::Messages);
                    if before == Arrived::Messages && messages.with_untracked(Vec::len) > count {
                        on_change.run(());
                    }
                    self.mark_read(&conversation).await;
                }
                (Err(trouble), Some(Arrived::Nothing | Arrived::Failed(_))) => arrived.set(Arrived::Failed(trouble)),
                (Err(_), _) | (_, None) => {}
            }
        });
    }

    /// Says that the last message was seen, if it is another's and somebody looks. What fails is said at the next look.
    async fn mark_read(self, conversation: &str) {
        let owner = self.owner.get_value();
        let last = self.messages.with_untracked(|all| all.last().filter(|it| it.author.id != owner).map(|it| it.seq));
        let Some(seq) = last.filter(|seq| *seq > self.read.get_value() && !dom::is_hidden()) else { return };
        if api::put(&urls::read_mark(conversation), &ReadRequest { seq }).await.is_ok() {
            let _ = self.read.try_set_value(seq);
        }
    }
}

/// All messages: the last ones first, then what stands before them, until the beginning.
async fn whole(conversation: &str) -> Result<Vec<Message>, Trouble> {
    let (mut messages, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = api::get_once(&urls::messages(conversation, &cursor)).await;
        let mut list = match answer.map(|text| serde_json::from_str::<List<Message>>(&text)) {
            Ok(Ok(list)) => list,
            Err(ApiError::Offline) => return Err(Trouble::Offline),
            Ok(Err(_)) | Err(_) => return Err(Trouble::Failed),
        };
        let is_empty = list.items.is_empty();
        list.items.append(&mut messages);
        messages = list.items;
        match list.prev_cursor {
            Some(before) if !is_empty => cursor = before,
            _ => return Ok(messages),
        }
    }
}
