//! How contact is shown at the desk: a section for each method, and the holidays of all.

use maud::{Markup, html};

use super::{
    contact::PLACE,
    contact_forms::{HolidayForm, HoursForm},
    layout, words,
};
use crate::{
    availability::waits,
    store::{
        contact::{ContactRows, HolidayRow, HoursRow, MethodRow, OPEN, PresentRow},
        staff::StaffSessionRow,
    },
};

/// What the page says after something was done.
const DONE: [(&str, &str); 9] = [
    ("on", "It can be used again, within its hours."),
    ("off", "It is closed. Everybody who looks sees it at once."),
    ("here", "You are there."),
    ("away", "You are away."),
    ("queue", "The queue's limits are changed."),
    ("hours", "The hours are added."),
    ("no_hours", "The hours are removed."),
    ("holiday", "The holiday is added."),
    ("no_holiday", "The holiday is removed."),
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What is known of contact.
pub struct Known {
    pub rows: ContactRows,
    pub present: Vec<PresentRow>,
    /// The team's time zone.
    pub zone: String,
}

/// What the page says and holds beside that.
#[derive(Default)]
pub struct Shown {
    pub done: String,
    pub fault: &'static str,
    /// What was typed and is not kept.
    pub hours: HoursForm,
    pub holiday: HolidayForm,
}

impl Shown {
    /// Something that was typed cannot be used.
    pub fn fault(fault: &'static str) -> Self {
        Self { fault, ..Self::default() }
    }
}

/// The page.
pub fn main(known: &Known, who: &StaffSessionRow, shown: &Shown) -> Markup {
    let done = DONE.iter().find(|(word, _)| *word == shown.done).map(|(_, said)| *said);
    html! {
        h1 { "Contact" }
        @if let Some(done) = done { p.done role="status" { (done) } }
        @if !shown.fault.is_empty() { p.fault role="alert" { (shown.fault) " Nothing was changed." } }
        p { "E-mail is always open. What is changed here holds at once, also for pages that are open." }
        @if known.rows.methods.is_empty() { p.empty { "There is e-mail alone: contact.toml names no other method." } }
        @for method in &known.rows.methods {
            section.contact {
                h2 { (words::heading(&method.method)) }
                (switch(method, who))
                (presence(method, known, who))
                (queue(method, known, who))
                (hours(method, known, who, &shown.hours))
            }
        }
        section.contact {
            h2 { "Holidays" }
            (holidays(&known.rows.holidays, known, who, &shown.holiday))
        }
    }
}

fn form(who: &StaffSessionRow, action: &str, inside: &Markup) -> Markup {
    html! {
        form.line method="post" action=(format!("{PLACE}/{action}")) { (layout::csrf(who)) (inside) }
    }
}

fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

fn switch(method: &MethodRow, who: &StaffSessionRow) -> Markup {
    let is_on = method.state == OPEN;
    let (said, to, label) = if is_on {
        ("It is switched on.", "maintenance", "Close it for maintenance")
    } else {
        ("It is closed for maintenance.", OPEN, "Switch it on")
    };
    html! {
        p { (said) }
        (form(who, "switch", &html! {
            (hidden("method", &method.method)) (hidden("to", to))
            button.second[is_on] type="submit" { (label) }
        }))
    }
}

fn presence(method: &MethodRow, known: &Known, who: &StaffSessionRow) -> Markup {
    let here: Vec<&PresentRow> = known.present.iter().filter(|row| row.presence.method == method.method).collect();
    let own = here.iter().find(|row| row.presence.staff_id == who.staff.id);
    let speaks = |tag: &str| own.is_some_and(|own| own.presence.languages.split(',').any(|spoken| spoken == tag));
    html! {
        h3 { "Who is there" }
        @if here.is_empty() { p.empty { "Nobody: people are told so." } }
        @else {
            ul { @for row in &here {
                li { (row.display_name) ", " (words::languages(&row.presence.languages)) ", until at most "
                    (words::moment(row.presence.until_at)) }
            } }
        }
        (form(who, "presence", &html! {
            (hidden("method", &method.method)) (hidden("to", "here"))
            fieldset {
                legend { "You speak" }
                @for tag in method.languages.split(',').filter(|tag| !tag.is_empty()) {
                    label.tick { input type="checkbox" name="language" value=(tag) checked[speaks(tag)];
                        " " (words::language(tag)) }
                }
            }
            button type="submit" { @if own.is_some() { "Change your languages" } @else { "I am there" } }
        }))
        @if own.is_some() {
            (form(who, "presence", &html! {
                (hidden("to", "away"))
                button.second type="submit" { "I am away" }
            }))
        }
    }
}

fn queue(method: &MethodRow, known: &Known, who: &StaffSessionRow) -> Markup {
    let measured: Vec<u64> = known.rows.waits.iter().filter_map(|seconds| u64::try_from(*seconds).ok()).collect();
    let minutes = |seconds: u64| seconds.div_ceil(60);
    html! {
        h3 { "The queue" }
        p { (known.rows.waiting) " waiting now. "
            @match waits::range(&measured) {
                Some(range) => { "The last ones waited " (minutes(range.low)) " to " (minutes(range.high)) " minutes." }
                None => { "No wait has been measured." }
            }
        }
        (form(who, "queue", &html! {
            (hidden("method", &method.method))
            label { "Long from" input name="long_from" inputmode="numeric" required value=(method.queue_long_from); }
            label { "Full from" input name="full_from" inputmode="numeric" required value=(method.queue_full_from); }
            button.second type="submit" { "Change the limits" }
        }))
    }
}

fn hours(method: &MethodRow, known: &Known, who: &StaffSessionRow, typed: &HoursForm) -> Markup {
    let rows: Vec<&HoursRow> = known.rows.hours.iter().filter(|row| row.method == method.method).collect();
    html! {
        h3 { "Hours" }
        @if rows.is_empty() { p.empty { "There are none, so it is never open." } }
        ul.rows { @for row in rows { li {
            span { (hours_row(row)) }
            (form(who, "hours/remove", &html! {
                (hidden("id", &row.id))
                button.quiet type="submit" aria-label=(format!("Remove {}", hours_row(row))) { "Remove" }
            }))
        } } }
        details open[!typed.method.is_empty()] {
            summary { "Add hours" }
            (form(who, "hours", &new_hours(method, known, typed)))
        }
    }
}

fn new_hours(method: &MethodRow, known: &Known, typed: &HoursForm) -> Markup {
    let zone = if typed.zone.is_empty() { &known.zone } else { &typed.zone };
    html! {
        (hidden("method", &method.method))
        label { "Day" select name="weekday" {
            @for (day, name) in (1..).zip(WEEKDAYS) {
                option value=(day) selected[typed.weekday == day.to_string()] { (name) }
            }
        } }
        label { "From" input name="opens" placeholder="09:00" required value=(typed.opens); }
        label { "To" input name="closes" placeholder="18:00" required value=(typed.closes); }
        label { "Time zone" input name="zone" required value=(zone); }
        label { "Language" select name="language" {
            option value="" { "Every language" }
            @for tag in method.languages.split(',').filter(|tag| !tag.is_empty()) {
                option value=(tag) selected[typed.language == tag] { (words::language(tag)) }
            }
        } }
        label { "Topic, or empty for every" input name="topic" value=(typed.topic); }
        label { "Country, or empty for every" input name="country" maxlength="2" value=(typed.country); }
        button type="submit" { "Add these hours" }
    }
}

/// A row of hours in words.
fn hours_row(row: &HoursRow) -> String {
    let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let day = usize::try_from(row.weekday - 1).ok().and_then(|day| WEEKDAYS.get(day)).unwrap_or(&"");
    let language = if row.language.is_empty() { "every language" } else { words::language(&row.language) };
    let mut said = format!("{day} {} to {}, {}, {language}", clock(row.opens), clock(row.closes), row.zone);
    for (what, word) in [("topic", &row.topic), ("country", &row.country)] {
        if !word.is_empty() {
            said.push_str(&format!(", {what} {}", words::plain(word)));
        }
    }
    said
}

fn holidays(rows: &[HolidayRow], known: &Known, who: &StaffSessionRow, typed: &HolidayForm) -> Markup {
    let whose = |row: &HolidayRow| if row.method.is_empty() { String::new() } else { words::method(&row.method) };
    html! {
        @if rows.is_empty() { p.empty { "There are none." } }
        details open[!typed.csrf.is_empty()] {
            summary { (rows.len()) " holidays" }
            ul.rows { @for row in rows { li {
                span { (row.day) " " (row.name) " " (whose(row)) }
                (form(who, "holidays/remove", &html! {
                    (hidden("day", &row.day)) (hidden("method", &row.method))
                    button.quiet type="submit" aria-label=(format!("Remove {} {}", row.day, row.name)) { "Remove" }
                }))
            } } }
        }
        (form(who, "holidays", &html! {
            label { "Day" input type="date" name="day" required value=(typed.day); }
            label { "Name" input name="name" required value=(typed.name); }
            label { "Method" select name="method" {
                option value="" { "All" }
                @for method in &known.rows.methods {
                    option value=(method.method) selected[typed.method == method.method] { (words::heading(&method.method)) }
                }
            } }
            button type="submit" { "Add this holiday" }
        }))
    }
}
