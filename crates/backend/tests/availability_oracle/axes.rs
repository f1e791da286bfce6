//! What the scenes are made of: rows of hours, moments around which something changes, languages, topics, people.

use super::naive::{FULL, LONG, Row};

pub const EVERY_DAY: &[i8] = &[1, 2, 3, 4, 5, 6, 7];
pub const WORKING_DAYS: &[i8] = &[1, 2, 3, 4, 5];

pub const ROWS: [Row; 6] = [
    Row { days: WORKING_DAYS, from: 540, to: 1_020, language: "", topic: "", country: "" },
    Row { days: &[6], from: 600, to: 960, language: "en", topic: "", country: "" },
    // On Sundays, while the clocks are changed.
    Row { days: &[7], from: 90, to: 210, language: "nl", topic: "", country: "" },
    Row { days: &[6], from: 1_320, to: 1_440, language: "", topic: "safety", country: "" },
    Row { days: &[7], from: 0, to: 1_440, language: "", topic: "safety", country: "" },
    Row { days: EVERY_DAY, from: 1_020, to: 1_140, language: "", topic: "", country: "IT" },
];

/// Zones, the moments at which their clocks are changed (in one of them by half an hour), and the Monday after, which
/// is a holiday.
pub const CHANGES: [(&str, &str, &str); 10] = [
    ("Europe/Amsterdam", "2026-03-29T01:00:00Z", "2026-03-30"),
    ("Europe/Amsterdam", "2026-10-25T01:00:00Z", "2026-10-26"),
    ("America/New_York", "2026-03-08T07:00:00Z", "2026-03-09"),
    ("America/New_York", "2026-11-01T06:00:00Z", "2026-11-02"),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", "2026-04-06"),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", "2026-10-05"),
    ("Pacific/Chatham", "2026-04-04T14:00:00Z", "2026-04-06"),
    ("Pacific/Chatham", "2026-09-26T14:00:00Z", "2026-09-28"),
    ("America/St_Johns", "2026-03-08T05:30:00Z", "2026-03-09"),
    ("America/St_Johns", "2026-11-01T04:30:00Z", "2026-11-02"),
];
/// Hours and seconds after a change: the day of it, the working days around it, the turn of the holiday.
pub const AROUND: [(i64, i64); 13] = [
    (-38, 0),
    (-7, 5),
    (-2, 0),
    (-1, 1_770),
    (0, -1),
    (0, 0),
    (0, 1_799),
    (1, -30),
    (9, 20),
    (33, 0),
    (46, -40),
    (57, 0),
    (81, 59),
];

pub const EMAIL: &[&str] = &["en", "it", "nl", "zh"];
pub const PHONE: &[&str] = &["en", "it", "nl"];
pub const TOPICS: [&str; 5] = ["", "payment", "case_outcome", "safety", "not_as_described"];
pub const WANTED: [&str; 6] = ["", "en", "nl-BE", "it", "sv", "zh"];
/// Country, and whether the account is restricted: a visitor, a buyer, a seller, a buyer who owes, one far away.
pub const ROLES: [(&str, bool); 5] = [("", false), ("SE", false), ("IT", false), ("SE", true), ("US", false)];
/// Languages of somebody who is there, and for how many seconds more.
pub const PRESENT: [&[(&[&str], i64)]; 4] =
    [&[], &[(&["en"], 36_000)], &[(&["en", "nl"], 36_000), (&["it"], 36_000)], &[(&["en", "nl", "it"], 30)]];
/// No order; else how soon the seller usually answers, in how many seconds their time ends, and whether there is a case.
pub const SELLERS: [Option<(u64, Option<i64>, bool)>; 7] = [
    None,
    Some((14_400, None, false)),
    Some((0, Some(30), false)),
    Some((14_400, Some(0), false)),
    Some((14_400, Some(90_000), true)),
    Some((14_400, Some(-86_400), false)),
    Some((86_400, Some(172_800), false)),
];
pub const WAITING: [u32; 4] = [0, LONG, FULL - 1, FULL];
/// One of so many combinations is looked at; it shares no factor with any of the sizes, so that all values meet.
pub const STEP: usize = 13 * 53;
