//! The telephone: when it can be used, why not, and when again. Mondays to Fridays 9 to 17 in Amsterdam in every
//! language that is spoken on it, and on Saturdays 10 to 16 in English.

use backend::store::contact::{PHONE, PresenceRow};
use serde_json::{Value, json};

use super::{
    asking::{fresh_id, opened, with_demo},
    client::{Client, content_folder, on_each_database},
};

pub const PATH: &str = "/api/v1/contact/availability";

/// Maja takes calls in these languages, for so many seconds more.
pub async fn takes_calls(client: &Client, languages: &str, seconds: i64) {
    backend::staff::add_demo(&client.backend.store).await.unwrap();
    let now = client.backend.clock.seconds();
    let here = PresenceRow {
        staff_id: "staff-maja".to_owned(),
        method: PHONE.to_owned(),
        languages: languages.to_owned(),
        since_at: now,
        until_at: now + seconds,
    };
    client.backend.store.come(&here).await.unwrap();
}

/// So many wait to be called.
pub async fn people_wait(client: &Client, count: usize) {
    let anna = client.sign_in_as("person-anna").await;
    let database = client.database().await;
    for _ in 0..count {
        let case = opened(client, &anna, "Please call me.").await;
        sqlx::query(
            "INSERT INTO callback (id, fingerprint, case_id, person_id, version, state, language, phone, \
             requested_at, slot_at, staff_id, taken_at, ended_at) \
             VALUES ($1, '', $2, 'person-anna', 1, 'waiting', 'en', '', 0, 0, '', 0, 0)",
        )
        .bind(fresh_id())
        .bind(case["id"].as_str().unwrap())
        .execute(&database)
        .await
        .unwrap();
    }
}

/// What is said of the telephone.
pub async fn phone(client: &Client, query: &str) -> Value {
    client.get(&format!("{PATH}{query}")).await.json()["methods"][0].clone()
}

fn word(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

/// Name, moment, language, status, reason, when it opens and when it closes.
type Row = (&'static str, &'static str, &'static str, [&'static str; 4]);

/// Maja speaks both languages here.
const MOMENTS: [Row; 13] = [
    ("on_a_working_day", "2026-11-23T12:00:00Z", "en", ["available", "", "", "2026-11-23T16:00:00Z"]),
    ("in_swedish", "2026-11-23T12:00:00Z", "sv-FI", ["available", "", "", "2026-11-23T16:00:00Z"]),
    ("the_second_before", "2026-11-23T07:59:59Z", "en", ["closed", "outside_hours", "2026-11-23T08:00:00Z", ""]),
    ("the_first_second", "2026-11-23T08:00:00Z", "en", ["available", "", "", "2026-11-23T16:00:00Z"]),
    ("the_last_second", "2026-11-23T15:59:59Z", "en", ["available", "", "", "2026-11-23T16:00:00Z"]),
    ("the_second_after", "2026-11-23T16:00:00Z", "en", ["closed", "outside_hours", "2026-11-24T08:00:00Z", ""]),
    ("saturday", "2026-11-28T10:00:00Z", "en", ["available", "", "", "2026-11-28T15:00:00Z"]),
    ("saturday_in_swedish", "2026-11-28T10:00:00Z", "sv", ["closed", "outside_hours", "2026-11-30T08:00:00Z", ""]),
    ("friday_night", "2026-11-27T20:00:00Z", "en", ["closed", "outside_hours", "2026-11-28T09:00:00Z", ""]),
    ("christmas", "2026-12-25T10:00:00Z", "en", ["closed", "holiday", "2026-12-26T09:00:00Z", ""]),
    ("christmas_in_swedish", "2026-12-25T10:00:00Z", "sv", ["closed", "holiday", "2026-12-28T08:00:00Z", ""]),
    ("summer", "2027-07-05T07:00:00Z", "en", ["available", "", "", "2027-07-05T15:00:00Z"]),
    (
        "clocks_changed_in_between",
        "2026-10-24T20:00:00Z",
        "sv",
        ["closed", "outside_hours", "2026-10-26T08:00:00Z", ""],
    ),
];

#[tokio::test]
async fn the_telephone_keeps_its_hours() {
    on_each_database(async |mut client| {
        for (name, moment, language, expected) in MOMENTS {
            client.when(moment);
            takes_calls(&client, "en,sv", 3_600).await;
            let found = phone(&client, &format!("?language={language}")).await;
            let found = ["status", "reason", "opens_at", "closes_at"].map(|field| word(&found, field));
            assert_eq!(found, expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_open_says_until_when_and_comes_first() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 45).await;
        let answer = client.get(&format!("{PATH}?language=nl&topic=refund")).await.json();
        assert_eq!(answer["recommended"], json!(["phone", "email"]));
        assert_eq!(answer["valid_until"], "2026-11-24T12:00:45Z", "Maja is there for so long");
        let day = |day: &str, from: &str, to: &str| json!({"from": format!("2026-{day}T{from}:00Z"), "to": format!("2026-{day}T{to}:00Z")});
        let expected = json!({
            "method": "phone", "status": "available", "languages": ["en", "sv"], "language": "en",
            "language_match": "fallback", "closes_at": "2026-11-24T16:00:00Z", "callback": true,
            "hours": [
                day("11-24", "08:00", "16:00"), day("11-25", "08:00", "16:00"), day("11-26", "08:00", "16:00"),
                day("11-27", "08:00", "16:00"), day("11-28", "09:00", "15:00"), day("11-30", "08:00", "16:00"),
                day("12-01", "08:00", "12:00"),
            ],
        });
        assert_eq!(answer["methods"][0], expected);
        let written = client.get(&format!("{PATH}?language=en&topic=not_as_described")).await.json();
        assert_eq!((&written["recommended"], &written["methods"][0]["status"]), (&json!(["email"]), &json!("available")));
    })
    .await;
}

#[tokio::test]
async fn nobody_there_is_said_to_those_whom_nobody_there_understands() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        for (name, there, language, expected) in [
            ("nobody", None, "en", "no_agents_online"),
            ("somebody_else", Some(("sv", 600)), "en", "no_agents_online"),
            ("somebody", Some(("sv,en", 600)), "en", ""),
            ("gone_this_second", Some(("en", 0)), "en", "no_agents_online"),
        ] {
            if let Some((languages, seconds)) = there {
                takes_calls(&client, languages, seconds).await;
            }
            let found = phone(&client, &format!("?language={language}")).await;
            assert_eq!(word(&found, "reason"), expected, "{name}");
            assert_eq!(found.get("opens_at"), None, "{name}: time alone changes nothing");
        }
    })
    .await;
}

#[tokio::test]
async fn a_long_queue_shows_its_wait_and_a_full_one_is_closed() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 600).await;
        people_wait(&client, 1).await;
        assert_eq!(word(&phone(&client, "").await, "status"), "available");
        people_wait(&client, 1).await;
        let unmeasured = phone(&client, "").await;
        assert_eq!((word(&unmeasured, "reason"), unmeasured.get("wait_s")), ("queue_long".to_owned(), None));
        for (served_at, waited_s) in (0..25).map(|number| (number, if number < 5 { 9_000 } else { number * 10 })) {
            client.backend.store.add_wait(PHONE, waited_s, served_at).await.unwrap();
        }
        let busy = phone(&client, "").await;
        assert_eq!((word(&busy, "status"), &busy["position"]), ("busy".to_owned(), &json!(3)));
        assert_eq!(busy["wait_s"], json!({"low": 90, "high": 190}), "of the last twenty: 50 to 240 seconds");
        assert_eq!(busy["closes_at"], "2026-11-24T16:00:00Z");
        people_wait(&client, 2).await;
        let full = phone(&client, "").await;
        assert_eq!((word(&full, "status"), word(&full, "reason")), ("closed".to_owned(), "queue_full".to_owned()));
        assert_eq!((full.get("wait_s"), full.get("position"), full.get("opens_at")), (None, None, None));
    })
    .await;
}

#[tokio::test]
async fn where_the_tables_cannot_be_read_there_is_still_email() {
    on_each_database(async |mut client| {
        with_demo(&client).await;
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 600).await;
        let database = client.database().await;
        sqlx::query("DROP TABLE contact_hours").execute(&database).await.unwrap();
        let answer = client.get(&format!("{PATH}?language=en")).await;
        assert_eq!(answer.status.as_u16(), 200);
        let json = answer.json();
        assert_eq!((&json["degraded"], &json["recommended"]), (&json!(true), &json!(["email"])));
        assert_eq!(json["methods"].as_array().unwrap().len(), 1);
        let anna = client.sign_in_as("person-anna").await;
        opened(&client, &anna, "Where is it?").await;
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_can_be_called_and_shows_a_wait() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        backend::staff::add_demo(&client.backend.store).await.unwrap();
        for start in ["first", "second"] {
            backend::demo::contact::add(&client.backend).await.unwrap();
            assert_eq!(word(&phone(&client, "?language=en").await, "status"), "available", "{start}");
            assert_eq!(client.backend.store.waits(PHONE).await.unwrap().len(), 6, "{start}");
        }
        people_wait(&client, 2).await;
        assert_eq!(phone(&client, "").await["wait_s"], json!({"low": 140, "high": 320}));
    })
    .await;
}

#[tokio::test]
async fn the_desk_has_the_last_word_over_the_content_folder() {
    on_each_database(async |client| {
        let store = &client.backend.store;
        let before = store.contact(0).await.unwrap();
        assert_eq!((before.methods.len(), before.hours.len(), before.holidays.len()), (1, 6, 1));
        store.remove_hours(&before.hours[0].id).await.unwrap();
        store.remove_holiday("2026-12-25", "").await.unwrap();
        client.publish(&content_folder()).await;
        let after = store.contact(0).await.unwrap();
        assert_eq!((after.hours.as_slice(), after.holidays.len()), (&before.hours[1..], 0));
    })
    .await;
}
