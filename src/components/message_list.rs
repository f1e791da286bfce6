//! The messages of a conversation in their order. One's own stand apart by place and by name; what is new is said once.

use contract::{AuthorKind, Message};
use leptos::prelude::*;
use rules::plain;

use super::article_body;
use crate::{
    erase::view,
    i18n::format,
    live::{Live, live},
};

/// `own_id` is the person's, as the author of a message; `id` is the heading's.
#[component]
pub fn MessageList(messages: Live<Vec<Message>>, own_id: String, id: &'static str, title: String) -> impl IntoView {
    let (arriving, me) = (messages.clone(), own_id.clone());
    let entries = move || messages().into_iter().map(|message| entry(message, &own_id)).collect::<Vec<_>>();
    view! {
        <section class="message-list" aria-labelledby=id>
            <h2 class="message-list__title" id=id>{title}</h2>
            <ol class="message-list__all">{entries}</ol>
            <News messages=live(move || arriving()) own_id=me/>
        </section>
    }
}

/// Whose a message is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Own,
    Another,
    /// Something that happened, which nobody wrote.
    Nobody,
}

fn whose(message: &Message, own_id: &str) -> Whose {
    match &message.author.kind {
        AuthorKind::System => Whose::Nobody,
        _ if message.author.id == own_id => Whose::Own,
        _ => Whose::Another,
    }
}

fn entry(message: Message, own_id: &str) -> AnyView {
    let whose = whose(&message, own_id);
    let class = match whose {
        Whose::Own => "message-list__item message-list__item--own",
        Whose::Another => "message-list__item",
        Whose::Nobody => "message-list__item message-list__item--system",
    };
    let time = view! {
        <time class="message-list__time" datetime=format::iso_moment(message.created_at)>
            {format::day_and_time(message.created_at)}
        </time>
    };
    view! {
        <li class=class>
            <p class="message-list__meta">{author(&message, whose)} " " {time}</p>
            <div class="article-body message-list__words" dir="auto">{article_body::all(message.nodes)}</div>
        </li>
    }
}

/// Who wrote it: "You", or a name with the part that they have.
fn author(message: &Message, whose: Whose) -> Option<AnyView> {
    let name = match whose {
        Whose::Nobody => return None,
        Whose::Own => return Some(view! { <span class="message-list__author">{t!("message-list-you")}</span> }),
        Whose::Another => message.author.display_name.clone(),
    };
    let part = part(&message.author.kind).map(|part| view! { " " <span class="message-list__part">{part}</span> });
    Some(view! { <span class="message-list__author"><bdi>{name}</bdi></span> {part} })
}

fn part(kind: &AuthorKind) -> Option<String> {
    match kind {
        AuthorKind::Support => Some(t!("message-list-support")),
        AuthorKind::Buyer => Some(t!("message-list-buyer")),
        AuthorKind::Seller => Some(t!("message-list-seller")),
        AuthorKind::Assistant => Some(t!("message-list-assistant")),
        AuthorKind::System | AuthorKind::Visitor | AuthorKind::Other(_) => None,
    }
}

/// What has been read out: up to which message, and the words.
#[derive(Clone, PartialEq)]
struct Said {
    seq: u64,
    words: String,
}

/// Reads out what others write while the page is open, once. What was there at first is read like any text.
#[component]
fn News(messages: Live<Vec<Message>>, own_id: String) -> impl IntoView {
    let said = Memo::new(move |before: Option<&Said>| {
        let messages = messages();
        let seq = messages.iter().map(|message| message.seq).max().unwrap_or_default();
        let words = match before {
            None => String::new(),
            Some(before) if before.seq >= seq => before.words.clone(),
            Some(before) => news(messages.iter().filter(|message| message.seq > before.seq), &own_id),
        };
        Said { seq, words }
    });
    view! { <p class="visually-hidden" role="status">{move || said.with(|said| said.words.clone())}</p> }
}

fn news<'a>(messages: impl Iterator<Item = &'a Message>, own_id: &str) -> String {
    let of_others = messages.filter(|message| whose(message, own_id) != Whose::Own);
    let sentences = of_others.map(|message| {
        let (name, text) = (message.author.display_name.clone(), plain::text(&message.nodes));
        t!("message-list-new", name = name, text = text)
    });
    sentences.collect::<Vec<_>>().join(" ")
}
