//! The messages of a conversation, asked for again while the page is open, and writing in it.

use contract::{List, Message};
use leptos::prelude::*;

use super::{
    events,
    reply::{ReplyFlow, Writer},
};
use crate::{
    api::{self, ApiError, urls},
    browser::{start::spawn, timer},
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
/// that was not before, and when a case has moved on.
#[component]
pub fn ConversationFlow(writer: Writer, can_post: Live<bool>, on_change: Callback<()>) -> impl IntoView {
    let arrived = RwSignal::new(Arrived::Nothing);
    let messages = RwSignal::new(Vec::<Message>::new());
    let conversation = writer.conversation.clone();
    let look = Callback::new(move |()| look(conversation.clone(), arrived, messages, on_change));
    keep_looking(look, arrived);
    let heard = writer.conversation.clone();
    events::listen(move |event| {
        if event.conversation_id.as_ref() == Some(&heard) {
            let _ = look.try_run(());
        }
        // A call's place in the queue moves with everybody's.
        if event.case_id.is_some() || events::is_about_availability(event) {
            let _ = on_change.try_run(());
        }
    });
    let owner = writer.owner.clone();
    let state = Memo::new(move |_| arrived.get());
    let face = live(move || match state.get() {
        Arrived::Nothing => Load::Waiting,
        Arrived::Failed(trouble) => Load::Failed(trouble),
        Arrived::Messages => Load::Ready(view! {
            <MessageList messages=live(move || messages.get()) own_id=owner.clone() photo_at=photo_at/>
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

fn photo_at(id: &str) -> String {
    api::url(&urls::upload_content(id))
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

fn look(conversation: String, arrived: RwSignal<Arrived>, messages: RwSignal<Vec<Message>>, on_change: Callback<()>) {
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
            }
            (Err(trouble), Some(Arrived::Nothing | Arrived::Failed(_))) => arrived.set(Arrived::Failed(trouble)),
            (Err(_), _) | (_, None) => {}
        }
    });
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
