//! One reply on its way: kept on this device under the person's name with its id, from the first letter until it has
//! arrived, so that no attempt is ever a second message.

use contract::{ConversationRequest, MessageRequest};
use leptos::prelude::*;
use rules::{
    outbox::{Outbox, OutboxEvent, Reason, step},
    statement::{self, StatementRefused},
};
use serde::{Deserialize, Serialize};

use super::{
    photos::{self, Album, Photo, PhotosFlow},
    sign_in::go_to,
};
use crate::{
    api::{self, ApiError, urls},
    browser::{database, random, start::spawn, storage, timer},
    components::reply_form::{FIELD_ID, ReplyEvent, ReplyForm, ReplyPlace, ReplyTo},
    erase::view,
    live::live,
};

/// What is kept of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    id: String,
    text: String,
    photos: Vec<Photo>,
    /// Whether somebody may have it already: other words are another message then.
    is_tried: bool,
    /// Seconds since 1970.
    touched: i64,
}

/// Where a reply is written: whose it is, in which conversation, and where one signs in to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub owner: String,
    /// Empty where the first message begins one, with the other side of `order`.
    pub conversation: String,
    /// Empty where support is written to.
    pub order: String,
    pub to: ReplyTo,
    pub sign_in: String,
}

impl Writer {
    /// What is typed to the other side of an order stays when the conversation begins meanwhile.
    fn place(&self) -> &str {
        if self.order.is_empty() { &self.conversation } else { &self.order }
    }

    fn key(&self) -> String {
        key(&self.owner, self.place())
    }
}

#[derive(Clone, Copy)]
struct Writing {
    kept: RwSignal<Kept>,
    state: RwSignal<Outbox>,
    refused: RwSignal<Option<StatementRefused>>,
    writer: StoredValue<Writer>,
    album: Album,
    on_sent: Callback<()>,
}

/// `on_sent` runs when a reply has arrived.
#[component]
pub fn ReplyFlow(writer: Writer, on_sent: Callback<()>) -> impl IntoView {
    let at = ReplyPlace { to: writer.to, sign_in: writer.sign_in.clone() };
    let kept = RwSignal::new(read(&writer.key()).unwrap_or_default());
    let (state, writer) = (RwSignal::new(Outbox::Saved), StoredValue::new(writer));
    let holder = writer.with_value(|writer| writer.place().to_owned());
    let changed = Callback::new(move |photos| change_photos(kept, state, writer, photos));
    let album = Album::of(holder, kept.with_untracked(|kept| kept.photos.clone()), changed);
    let writing = Writing { kept, state, refused: RwSignal::new(None), writer, album, on_sent };
    let is_locked = Signal::derive(move || matches!(state.get(), Outbox::Sending | Outbox::Failed(_)));
    view! {
        <ReplyForm
            at=at
            text=live(move || writing.kept.with(|kept| kept.text.clone()))
            state=live(move || writing.state.get())
            refused=live(move || writing.refused.get())
            on_event=Callback::new(move |event| writing.happen(event))
        >
            <PhotosFlow album=album is_locked=is_locked/>
        </ReplyForm>
    }
}

impl Writing {
    fn happen(self, event: ReplyEvent) {
        match event {
            ReplyEvent::Typed(text) => self.type_in(text),
            ReplyEvent::Sent => self.send(),
            ReplyEvent::Retried => self.attempt(OutboxEvent::Retried),
            ReplyEvent::Edited => {
                self.state.update(|state| *state = step(*state, OutboxEvent::Edited));
                go_to(FIELD_ID);
            }
        }
    }

    fn type_in(self, text: String) {
        self.refused.set(None);
        self.state.update(|state| *state = step(*state, OutboxEvent::Edited));
        self.kept.update(|kept| {
            if kept.id.is_empty() || kept.is_tried {
                *kept = Kept { id: random::id(), photos: std::mem::take(&mut kept.photos), ..Kept::default() };
            }
            kept.text = text;
        });
        keep(self.kept, self.writer);
    }

    fn send(self) {
        match self.kept.with_untracked(|kept| statement::check(&kept.text).err()) {
            None => self.attempt(OutboxEvent::Attempted),
            refused => {
                self.refused.set(refused);
                go_to(FIELD_ID);
            }
        }
    }

    fn attempt(self, event: OutboxEvent) {
        let before = self.state.get_untracked();
        let after = step(before, event);
        if before == after {
            return;
        }
        self.state.set(after);
        self.kept.update(|kept| kept.is_tried = true);
        keep(self.kept, self.writer);
        spawn(async move {
            let sent = self.send_whole().await;
            self.hear(sent.map_or_else(|error| OutboxEvent::Failed(reason(&error)), |()| OutboxEvent::Arrived));
        });
    }

    /// The photos first, then the words that they belong to.
    async fn send_whole(self) -> Result<(), ApiError> {
        self.album.settled().await;
        self.album.send().await?;
        let Some(kept) = self.kept.try_get_untracked() else { return Err(ApiError::Unavailable) };
        let Writer { conversation, order, .. } = self.writer.get_value();
        let attachments = kept.photos.into_iter().map(|photo| photo.upload).collect();
        let text = kept.text.trim().to_owned();
        let sent = if conversation.is_empty() {
            let request = ConversationRequest { kind: "seller".to_owned(), order_id: order, text, attachments };
            api::put(&urls::conversation(&kept.id), &request).await
        } else {
            api::put(&urls::message(&conversation, &kept.id), &MessageRequest { text, attachments }).await
        };
        match sent {
            Ok(_) => Ok(()),
            Err(ApiError::Refused(problem)) if problem.code == "attachment_invalid" => {
                // They have not been kept so long; the next attempt sends them anew.
                self.album.forget_uploads();
                Err(ApiError::Unavailable)
            }
            Err(error) => Err(error),
        }
    }

    /// The page may be gone by now; what is kept is still tried anew with the same id then.
    fn hear(self, news: OutboxEvent) {
        if self.writer.try_with_value(|_| ()).is_none() {
            return;
        }
        self.state.update(|state| *state = step(*state, news));
        if news == OutboxEvent::Arrived {
            self.writer.with_value(|writer| storage::remove(&writer.key()));
            self.kept.set(Kept::default());
            let photos = self.writer.with_value(|writer| photos::key(writer.place(), ""));
            spawn(async move { database::remove_files(&photos).await });
            self.album.empty();
            self.on_sent.run(());
        }
    }
}

/// Photos that are added or taken away after somebody may have the message make it another one.
fn change_photos(kept: RwSignal<Kept>, state: RwSignal<Outbox>, writer: StoredValue<Writer>, photos: Vec<Photo>) {
    let is_changed = kept.try_update(|kept| {
        let is_written = state.try_get_untracked().is_some_and(|state| matches!(state, Outbox::Saved | Outbox::Sent));
        if kept.id.is_empty() || kept.is_tried && is_written {
            *kept = Kept { id: random::id(), text: std::mem::take(&mut kept.text), ..Kept::default() };
        }
        kept.photos = photos;
    });
    if is_changed.is_some() {
        keep(kept, writer);
    }
}

fn keep(kept: RwSignal<Kept>, writer: StoredValue<Writer>) {
    let Some(key) = writer.try_with_value(Writer::key) else { return };
    let mut kept = kept.get_untracked();
    kept.touched = timer::now().unix_timestamp();
    if kept.text.is_empty() && kept.photos.is_empty() {
        storage::remove(&key);
    } else if let Ok(text) = serde_json::to_string(&kept) {
        storage::put(&key, &text);
    }
}

fn reason(error: &ApiError) -> Reason {
    match error {
        ApiError::Offline => Reason::Offline,
        ApiError::SignedOut => Reason::SignedOut,
        ApiError::Refused(problem) if problem.code == "conversation_closed" => Reason::Closed,
        ApiError::Refused(problem) if problem.status == 422 => Reason::Refused,
        ApiError::NotFound | ApiError::Refused(_) | ApiError::Unavailable | ApiError::Malformed => Reason::Unavailable,
    }
}

/// How many replies a person has begun on this device and not sent.
#[must_use]
pub fn unfinished(owner: &str) -> usize {
    storage::keys(&key(owner, "")).iter().filter_map(|key| read(key)).count()
}

/// What is kept under a key; what is over is dropped.
fn read(key: &str) -> Option<Kept> {
    let kept = storage::get(key).and_then(|text| serde_json::from_str::<Kept>(&text).ok())?;
    if rules::draft::is_over(kept.touched, timer::now().unix_timestamp()) {
        storage::remove(key);
        return None;
    }
    Some(kept)
}

fn key(owner: &str, conversation: &str) -> String {
    format!("svar.reply.{owner}.{conversation}")
}
