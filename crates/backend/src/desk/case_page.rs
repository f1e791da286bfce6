//! How a case is shown: what they asked on one side, what is known of it on the other.

use contract::CaseState;
use maud::{Markup, html};
use rules::case::{CaseEvent, step};

use super::{
    HOME,
    case::{Note, Said, Seen, Whole},
    content, layout, uploads, words,
};
use crate::store::staff::StaffSessionRow;

/// What the page says after something was done.
const DONE: [(&str, &str); 6] = [
    ("wait", "Your answer is sent. The case waits for the person."),
    ("close", "Your answer is sent, and the case is closed."),
    ("take_up", "The case is in review."),
    ("closed", "The case is closed."),
    ("reopen", "The case is open again."),
    ("before", "This answer had been sent already; it was sent once."),
];

/// The page.
pub fn main(whole: &Whole, who: &StaffSessionRow, note: &Note, fresh_id: &str, now: i64) -> Markup {
    let case = &whole.case;
    let done = DONE.iter().find(|(word, _)| *word == note.done).map(|(_, said)| *said);
    html! {
        p.back { a href=(format!("{HOME}?turn={}", case.turn)) { "Back to the queue" } }
        h1 { span.number { (case.number()) } " " bdi { (case.subject_line) } }
        p.standing {
            (words::state(&case.state())) ", from " bdi { (whole.person.display_name) }
            @if case.turn != "none" { ", waits " (words::duration(now - case.turn_since)) }
        }
        @if let Some(done) = done { p.done role="status" { (done) } }
        @if let Some(seen) = &note.seen { (changed(whole, seen)) }
        div.case {
            div.said {
                (asked(whole))
                (messages(whole, note.seen.as_ref()))
                @if rules::case::is_open(&case.state()) { (reply(whole, who, note, fresh_id)) }
                @else { (unsent(note)) }
            }
            aside.known aria-label="What is known" {
                (facts(whole, now))
                (moves(whole, who))
                (shared(whole))
            }
        }
    }
}

fn changed(whole: &Whole, seen: &Seen) -> Markup {
    let state = CaseState::from(seen.state.clone());
    let new = whole.messages.iter().filter(|said| said.row.seq > seen.seq).count();
    html! {
        section.changed role="alert" {
            h2 { "This case changed while you were on it" }
            p { "Nothing was sent. What you typed is still below; look at what is new, then send it again." }
            ul {
                @if state != whole.case.state() {
                    li { "It was “" (words::state(&state)) "” and is now “" (words::state(&whole.case.state())) "”." }
                }
                @if new == 1 { li { a href="#new" { "There is a new message." } } }
                @else if new > 1 { li { a href="#new" { "There are " (new) " new messages." } } }
            }
        }
    }
}

fn asked(whole: &Whole) -> Markup {
    html! {
        section {
            h2 { "What they asked" }
            @if let Some(first) = whole.messages.first().filter(|said| said.row.seq == 1) {
                div.words dir="auto" { (content::nodes(&first.nodes)) }
                (uploads::list(&first.attachments))
            } @else {
                div.words dir="auto" { p { (whole.case.statement) } }
            }
        }
        @if let Some(answer) = &whole.answer {
            section {
                h2 { "The answer that did not help" }
                (content::answer(answer))
            }
        }
    }
}

fn messages(whole: &Whole, seen: Option<&Seen>) -> Markup {
    let later: Vec<&Said> = whole.messages.iter().filter(|said| said.row.seq > 1).collect();
    let is_new = |said: &Said| seen.is_some_and(|seen| said.row.seq > seen.seq);
    let first_new = later.iter().find(|said| is_new(said)).map(|said| said.row.seq);
    html! {
        section {
            h2 { "Messages" }
            @if later.is_empty() { p.empty { "Nobody has written since." } }
            ol.messages {
                @for said in later {
                    li.ours[said.row.author_kind == "support"] id=[(first_new == Some(said.row.seq)).then_some("new")] {
                        p.author {
                            bdi { strong { (author(said, whole)) } }
                            @if said.row.author_kind == "support" { ", support" }
                            ", " (words::moment(said.row.created_at))
                            @if is_new(said) { " " strong.late { "new" } }
                        }
                        div.words dir="auto" { (content::nodes(&said.nodes)) }
                        (uploads::list(&said.attachments))
                    }
                }
            }
        }
    }
}

/// Somebody without an account has no name in the conversation.
fn author<'a>(said: &'a Said, whole: &'a Whole) -> &'a str {
    let name = said.row.author_name.as_str();
    if name.is_empty() { &whole.person.display_name } else { name }
}

fn seen_fields(whole: &Whole) -> Markup {
    html! {
        input type="hidden" name="version" value=(whole.case.version);
        input type="hidden" name="seen_state" value=(whole.case.state);
        input type="hidden" name="seen_seq" value=(whole.messages.last().map_or(0, |said| said.row.seq));
    }
}

fn reply(whole: &Whole, who: &StaffSessionRow, note: &Note, fresh_id: &str) -> Markup {
    let fault = Some(&note.fault).filter(|fault| !fault.is_empty());
    html! {
        section {
            h2 #answer { "Your answer" }
            form.reply method="post" action=(format!("/desk/cases/{}/reply", whole.case.id)) {
                (layout::csrf(who))
                (seen_fields(whole))
                input type="hidden" name="client_id" value=(fresh_id);
                @if let Some(fault) = fault { p.fault #fault role="alert" { (fault) } }
                label for="text" { "In " (words::language(&whole.case.language)) ", up to 2,000 characters" }
                // The first line end after the tag is not part of the value, so that one is given away.
                textarea #text name="text" rows="9" required aria-describedby=[fault.map(|_| "fault")]
                    autofocus[fault.is_some()] { "\n" (note.typed) }
                @if !whole.case.guest_email.is_empty() {
                    p.small { "They have no page for this case: your answer goes to their address as you write it." }
                }
                div.buttons {
                    button type="submit" name="then" value="wait" { "Answer and wait for the person" }
                    button.second type="submit" name="then" value="close" { "Answer and close" }
                }
            }
        }
    }
}

/// What was typed for a case that nobody can write in any more.
fn unsent(note: &Note) -> Markup {
    html! {
        @if !note.typed.is_empty() {
            section {
                h2 { "What you typed" }
                p { "The case is no longer open. Open it again to send this." }
                textarea rows="9" readonly aria-label="What you typed" { "\n" (note.typed) }
            }
        }
    }
}

fn facts(whole: &Whole, now: i64) -> Markup {
    let case = &whole.case;
    html! {
        section {
            h2 { "The case" }
            dl.facts {
                div { dt { "State" } dd { (words::state(&case.state())) } }
                @if case.turn != "none" { div { dt { "Waits" } dd { (words::duration(now - case.turn_since)) } } }
                @if case.expected_reply_at > 0 {
                    div { dt { "Reply expected by" } dd { (words::moment(case.expected_reply_at)) } }
                }
                div { dt { "From" } dd { bdi { (whole.person.display_name) } } }
                @if !case.guest_email.is_empty() {
                    div { dt { "Confirmed address" } dd { bdi { (case.guest_email) } } }
                }
                div { dt { "Language" } dd {
                    (words::language(&case.language))
                    @if !whole.person.language.is_empty() && whole.person.language != case.language {
                        " (reads the site in " (words::language(&whole.person.language)) ")"
                    }
                } }
                @if !case.topic.is_empty() { div { dt { "Topic" } dd { (words::plain(&case.topic)) } } }
                @if !case.order_number.is_empty() {
                    div { dt { "Order" } dd { (case.order_number) ", as its " (words::plain(&case.role)) } }
                }
                div { dt { "Method" } dd { (words::method(&case.method)) } }
                div { dt { "Opened" } dd { (words::moment(case.opened_at)) } }
            }
        }
    }
}

fn shared(whole: &Whole) -> Markup {
    html! {
        section {
            h2 { "What they shared" }
            @if whole.shared.is_empty() { p.empty { "Nothing but their words." } }
            @else {
                p.small { "As it was when they sent the request." }
                dl.facts {
                    @for fact in &whole.shared {
                        div { dt { (words::fact(&fact.name)) } dd { (words::fact_value(&fact.name, &fact.value)) } }
                    }
                }
            }
        }
    }
}

fn moves(whole: &Whole, who: &StaffSessionRow) -> Markup {
    let state = whole.case.state();
    let possible: Vec<(&str, &str)> = [
        (CaseEvent::TakenUp, "take_up", "Take into review"),
        (CaseEvent::Closed, "close", "Close without an answer"),
        (CaseEvent::Reopened, "reopen", "Open again"),
    ]
    .into_iter()
    .filter(|(event, ..)| step(&state, *event).is_some())
    .map(|(_, word, title)| (word, title))
    .collect();
    html! {
        form.moves method="post" action=(format!("/desk/cases/{}/state", whole.case.id)) {
            (layout::csrf(who))
            (seen_fields(whole))
            @for (word, title) in possible { button.second type="submit" name="to" value=(word) { (title) } }
        }
    }
}
