//! How support can be reached: what in `contact.toml` is refused, and on which line.

use backend::content;

use super::folder::{ARTICLE, faults, folder, write};

const CONTACT: &str = r#"timezone = "Europe/Amsterdam"

[phone]
languages = "phone"
queue_long_from = 2
queue_full_from = 4
places = 2

[[phone.hours]]
languages = ["en"]
weekdays = [1, 7]
from = "09:00"
to = "18:00"

[[holiday]]
day = 2026-12-25
name = "Christmas Day"

[[holiday]]
day = 2026-12-26
name = "The day after"
"#;

#[test]
fn what_cannot_be_kept_is_refused_on_its_line() {
    let hours = |from: &str, to: &str| {
        format!("Hours go from 09:00 to 18:00, by 24:00 at the latest; `{from}` to `{to}` is two rows or none.")
    };
    let limits = "A queue is long with at least one who waits, full no sooner, and a slot has at least one place.";
    for (name, from, to, line, sentence) in [
        ("zone", "\"Europe/Amsterdam\"", "\"Europe/Nowhere\"", 1, "There is no time zone `Europe/Nowhere`."),
        ("zone_of_hours", "to = \"18:00\"", "to = \"18:00\"\nzone = \"CEST\"", 14, "There is no time zone `CEST`."),
        (
            "languages",
            "languages = \"phone\"",
            "languages = \"fax\"",
            4,
            "There is no list of languages `fax` in facts.toml.",
        ),
        ("not_spoken", "[\"en\"]", "[\"en\", \"nl\"]", 10, "Nobody speaks `nl` by this method."),
        ("weekday", "[1, 7]", "[1, 8]", 11, "A weekday is 1 for Monday to 7 for Sunday, and `8` is not."),
        ("past_midnight", "\"18:00\"", "\"02:00\"", 12, &hours("09:00", "02:00")),
        ("no_time", "\"09:00\"", "\"9\"", 12, &hours("9", "18:00")),
        ("after_midnight", "\"18:00\"", "\"24:01\"", 12, &hours("09:00", "24:01")),
        ("full_before_long", "queue_full_from = 4", "queue_full_from = 1", 5, limits),
        ("never_long", "queue_long_from = 2", "queue_long_from = 0", 5, limits),
        ("no_place", "places = 2", "places = 0", 5, limits),
        ("moment", "2026-12-25", "2026-12-25T09:00:00Z", 16, "The date has to be written as 2026-10-31."),
        ("twice", "2026-12-26", "2026-12-25", 20, "`2026-12-25` is written twice."),
    ] {
        assert!(CONTACT.contains(from), "{name}");
        let folder = folder(ARTICLE);
        write(folder.path(), "contact.toml", &CONTACT.replacen(from, to, 1));
        let mut found = faults(folder.path());
        // Without languages, none of the hours' is spoken.
        found.retain(|fault| name != "languages" || !fault.contains("Nobody speaks"));
        assert_eq!(found, [format!("contact.toml:{line}: {sentence}")], "{name}");
    }
}

#[test]
fn hours_are_a_row_for_each_language_and_day() {
    let folder = folder(ARTICLE);
    write(folder.path(), "contact.toml", CONTACT);
    let contact = content::load(folder.path()).unwrap().contact;
    let phone = contact.phone.unwrap();
    let rows: Vec<_> =
        phone.hours.iter().map(|row| (row.language.as_str(), row.weekday, row.opens, row.closes)).collect();
    assert_eq!(rows, [("en", 1, 540, 1_080), ("en", 7, 540, 1_080)]);
    assert!(phone.hours.iter().all(|row| row.zone == "Europe/Amsterdam" && row.topic.is_empty()));
    let days: Vec<&str> = contact.holidays.iter().map(|holiday| holiday.day.as_str()).collect();
    assert_eq!((phone.languages, days), (vec!["en".to_owned(), "xx".to_owned()], vec!["2026-12-25", "2026-12-26"]));
}

#[test]
fn without_the_file_there_is_no_telephone() {
    let contact = content::load(folder(ARTICLE).path()).unwrap().contact;
    assert_eq!((contact.phone, contact.timezone.as_str()), (None, "Europe/Amsterdam"));
}
