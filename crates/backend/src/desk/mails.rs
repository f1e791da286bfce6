//! The outbox: what was written to whom, and whether it is on its way.

use axum::{
    extract::State,
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};

use super::{fault::Fault, layout, session::AtDesk, words};
use crate::{state::Backend, store::outbox::MailRow};

/// Mails that are shown.
const LIMIT: i64 = 100;

/// The newest mails.
pub async fn mails(State(backend): State<Backend>, at_desk: AtDesk) -> Result<Response, Fault> {
    let mails = backend.store.mails(LIMIT).await?;
    let main = html! {
        h1 { "Mails" }
        p { "The newest first. They tell of a case and lead to it, and hold none of its words." }
        @if mails.is_empty() { p.empty { "No mail has been written." } }
        @else { ol.mails { @for mail in &mails { (row(mail)) } } }
    };
    let Html(page) = layout::page("Mails", Some(&at_desk.0), &main);
    Ok(Html(page).into_response())
}

fn row(mail: &MailRow) -> Markup {
    html! {
        li {
            h2 { (mail.subject) }
            dl {
                div { dt { "To" } dd { (mail.to_address) } }
                div { dt { "Written" } dd { (words::moment(mail.created_at)) } }
                div { dt { "Sent" } dd { (sent(mail)) } }
            }
            details {
                summary { "Read it" }
                @if mail.body.is_empty() { p { "It held a one-time link and was forgotten once it was sent." } }
                @else { pre { (mail.body) } }
            }
        }
    }
}

fn sent(mail: &MailRow) -> Markup {
    if mail.sent_at > 0 {
        return words::moment(mail.sent_at);
    }
    html! {
        @if mail.last_error.is_empty() { "Not yet" }
        @else { span.fault-word { "Refused: " (mail.last_error) } }
        @if mail.attempts > 0 { " (attempts: " (mail.attempts) ")" }
        @if mail.next_attempt_at == 0 { ". Given up." }
    }
}
