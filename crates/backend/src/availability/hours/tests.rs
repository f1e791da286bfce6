//! Hours across changes of the clocks, midnight and holidays, against literals.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{For, Hours, Span, Week};

fn at(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_second()
}

fn hours(zone: &str, weekday: i64, opens: i64, closes: i64) -> Hours {
    let zone = TimeZone::get(zone).unwrap();
    Hours { language: String::new(), topic: String::new(), country: String::new(), zone, weekday, opens, closes }
}

const ANYBODY: For<'_> = For { language: "en", topic: "", country: "" };

/// What there is of a week's hours from a day before a moment until seven days after it.
fn around(hours: &[Hours], holidays: &[&str], now: &str) -> Vec<(String, String)> {
    let holidays: BTreeSet<Date> = holidays.iter().map(|day| day.parse().unwrap()).collect();
    let spans = Week::new(hours, &holidays, ANYBODY).around(at(now), at(now) + 7 * super::DAY_S);
    let written = |seconds| Timestamp::from_second(seconds).unwrap().to_string();
    spans.into_iter().map(|Span { from, to }| (written(from), written(to))).collect()
}

/// Name, zone, hours of a Sunday from and to in minutes, the Sunday, and what there is in UTC.
type Row = (&'static str, &'static str, (i64, i64), &'static str, &'static [(&'static str, &'static str)]);

const SUNDAYS: [Row; 10] = [
    ("winter", "Europe/Amsterdam", (540, 1_020), "2026-11-22", &[("2026-11-22T08:00:00Z", "2026-11-22T16:00:00Z")]),
    ("summer", "Europe/Amsterdam", (540, 1_020), "2026-07-05", &[("2026-07-05T07:00:00Z", "2026-07-05T15:00:00Z")]),
    (
        "across_the_gap",
        "Europe/Amsterdam",
        (60, 240),
        "2026-03-29",
        &[("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z")],
    ),
    (
        "opens_in_the_gap",
        "Europe/Amsterdam",
        (150, 240),
        "2026-03-29",
        &[("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")],
    ),
    ("only_in_the_gap", "Europe/Amsterdam", (120, 180), "2026-03-29", &[]),
    (
        "across_the_fold",
        "Europe/Amsterdam",
        (60, 240),
        "2026-10-25",
        &[("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z")],
    ),
    (
        "shown_twice",
        "Europe/Amsterdam",
        (150, 240),
        "2026-10-25",
        &[("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"), ("2026-10-25T01:30:00Z", "2026-10-25T03:00:00Z")],
    ),
    (
        "half_an_hour_of_lord_howe",
        "Australia/Lord_Howe",
        (60, 180),
        "2026-10-04",
        &[("2026-10-03T14:30:00Z", "2026-10-03T16:00:00Z")],
    ),
    ("new_york", "America/New_York", (540, 1_020), "2026-11-01", &[("2026-11-01T14:00:00Z", "2026-11-01T22:00:00Z")]),
    (
        "whole_day_of_25_hours",
        "Europe/Amsterdam",
        (0, 1_440),
        "2026-10-25",
        &[("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")],
    ),
];

#[test]
fn hours_are_what_the_clock_on_the_wall_shows() {
    for (name, zone, (opens, closes), day, expected) in SUNDAYS {
        let rows = [hours(zone, 7, opens, closes)];
        // The Sunday before has been over for a day, the one after is out of reach.
        let found = around(&rows, &[], &format!("{day}T12:00:00Z").replace("T12", "T10"));
        let found: Vec<(&str, &str)> = found.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        let found: Vec<_> = found.into_iter().filter(|(from, _)| *from < &*format!("{day}T23:59:59Z")).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn what_touches_is_one_stretch_and_holidays_fall_away() {
    let zone = "Europe/Amsterdam";
    let morning_and_noon = [hours(zone, 4, 540, 720), hours(zone, 4, 720, 1_020)];
    let through_the_night = [hours(zone, 4, 1_320, 1_440), hours(zone, 5, 0, 360)];
    for (name, rows, holidays, expected) in [
        ("two_rows", &morning_and_noon[..], &[][..], vec![("2026-12-24T08:00:00Z", "2026-12-24T16:00:00Z")]),
        ("midnight", &through_the_night, &[], vec![("2026-12-24T21:00:00Z", "2026-12-25T05:00:00Z")]),
        ("first_day", &through_the_night, &["2026-12-24"], vec![("2026-12-24T23:00:00Z", "2026-12-25T05:00:00Z")]),
        ("second_day", &through_the_night, &["2026-12-25"], vec![("2026-12-24T21:00:00Z", "2026-12-24T23:00:00Z")]),
        ("both_days", &through_the_night, &["2026-12-24", "2026-12-25"], vec![]),
    ] {
        let expected: Vec<_> = expected.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        assert_eq!(around(rows, holidays, "2026-12-22T12:00:00Z"), expected, "{name}");
    }
}

#[test]
fn the_next_opening_is_found_behind_any_holidays() {
    let rows = [hours("Europe/Amsterdam", 5, 540, 1_020)];
    for (name, rows, holidays, expected) in [
        ("next_day", &rows[..], vec![], Some("2026-12-25T08:00:00Z")),
        ("week_later", &rows, vec!["2026-12-25"], Some("2027-01-01T08:00:00Z")),
        ("two_weeks_later", &rows, vec!["2026-12-25", "2027-01-01"], Some("2027-01-08T08:00:00Z")),
        (
            "five_weeks_later",
            &rows,
            vec!["2026-12-25", "2027-01-01", "2027-01-08", "2027-01-15", "2027-01-22"],
            Some("2027-01-29T08:00:00Z"),
        ),
        ("never", &[], vec![], None),
    ] {
        let holidays: BTreeSet<Date> = holidays.iter().map(|day| day.parse().unwrap()).collect();
        let found = Week::new(rows, &holidays, ANYBODY).opens_after(at("2026-12-24T12:00:00Z"));
        assert_eq!(found, expected.map(at), "{name}");
    }
}
