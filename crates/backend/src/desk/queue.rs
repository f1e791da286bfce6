//! The queue: which cases wait for whom, the longest waiting first.

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HOME, fault::Fault, layout, session::AtDesk, words};
use crate::{
    state::Backend,
    store::cases::{CaseRow, QueueCount, QueuePage},
};

/// Cases on a page.
const LIMIT: u32 = 50;
/// Whose turn it is, and what the tab says.
const TABS: [(&str, &str); 3] =
    [("support", "Waiting for support"), ("requester", "Waiting for the person"), ("none", "Closed")];

/// Which part of the queue is wanted.
#[derive(Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    turn: String,
    /// The moment and the number of the last case of the page before.
    #[serde(default)]
    after: String,
}

/// A page of the queue.
pub async fn queue(
    State(backend): State<Backend>,
    at_desk: AtDesk,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Fault> {
    let Query(wanted) = wanted.unwrap_or_default();
    let (turn, title) = TABS.into_iter().find(|(turn, _)| *turn == wanted.turn).unwrap_or(TABS[0]);
    let page = QueuePage { turn, after: after(&wanted.after), limit: LIMIT + 1 };
    let mut cases = backend.store.queue(page).await?;
    let has_more = cases.len() > LIMIT as usize;
    cases.truncate(LIMIT as usize);
    let more = cases.last().filter(|_| has_more).map(|last| format!("{}.{}", last.turn_since, last.number));
    let counts = backend.store.queue_counts().await?;
    let now = backend.clock.seconds();
    let main = html! {
        h1 { "Cases" }
        (tabs(turn, &counts))
        @if cases.is_empty() { p.empty { "No case is here." } }
        @else { ol.queue { @for case in &cases { (row(case, now)) } } }
        @if let Some(more) = more { p { a href=(format!("{HOME}?turn={turn}&after={more}")) { "More cases" } } }
    };
    let Html(page) = layout::page(title, Some(&at_desk.0), &main);
    Ok(Html(page).into_response())
}

fn after(text: &str) -> (i64, i64) {
    let parts = text.split_once('.').and_then(|(since, number)| Some((since.parse().ok()?, number.parse().ok()?)));
    parts.unwrap_or_default()
}

fn tabs(current: &str, counts: &[QueueCount]) -> Markup {
    let count = |turn: &str| counts.iter().find(|count| count.turn == turn).map_or(0, |count| count.cases);
    html! {
        nav.tabs aria-label="Whose turn it is" {
            @for (turn, title) in TABS {
                a href=(format!("{HOME}?turn={turn}")) aria-current=[(turn == current).then_some("page")] {
                    (title) " " span.count { (count(turn)) }
                }
            }
        }
    }
}

fn row(case: &CaseRow, now: i64) -> Markup {
    let is_late = case.turn == "support" && case.expected_reply_at > 0 && case.expected_reply_at < now;
    html! {
        li {
            h2 { a href=(format!("/desk/cases/{}", case.id)) {
                span.number { (case.number()) } " " bdi { (case.subject_line) }
            } }
            dl {
                div { dt { "State" } dd { (words::state(&case.state())) } }
                @if case.turn != "none" {
                    div { dt { "Waits" } dd {
                        (words::duration(now - case.turn_since))
                        @if is_late { " " strong.late { "overdue" } }
                    } }
                } @else {
                    div { dt { "Since" } dd { (words::moment(case.turn_since)) } }
                }
                @if !case.topic.is_empty() { div { dt { "Topic" } dd { (words::plain(&case.topic)) } } }
                @if !case.order_number.is_empty() { div { dt { "Order" } dd { (case.order_number) } } }
                @if !case.guest_email.is_empty() { div { dt { "From" } dd { "no account" } } }
                div { dt { "Language" } dd { (words::language(&case.language)) } }
                div { dt { "Method" } dd { (words::method(&case.method)) } }
            }
        }
    }
}
