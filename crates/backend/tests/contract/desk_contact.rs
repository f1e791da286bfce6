//! What the desk switches is what people see at once.

use serde_json::Value;

use super::{
    client::{Answer, Client, on_each_database},
    contact::phone,
    desk::{AtDesk, at_desk, field},
};

const PLACE: &str = "/desk/contact";

/// Fills in a form of the page.
async fn send(client: &Client, who: &AtDesk, form: &str, fields: &[(&str, &str)]) -> Answer {
    let csrf = field(&who.get(client, PLACE).await.text(), "csrf");
    let fields = [&[("csrf", csrf.as_str())], fields].concat();
    who.post(client, &format!("{PLACE}/{form}"), &fields).await
}

/// How often everybody was told of something.
pub async fn passed(client: &Client) -> u64 {
    client.get("/api/v1/events").await.json()["passing"].as_u64().unwrap()
}

/// The same, and what the telephone is then.
async fn done(client: &Client, who: &AtDesk, form: &str, fields: &[(&str, &str)]) -> Value {
    let before = passed(client).await;
    let answer = send(client, who, form, fields).await;
    assert_eq!(answer.status.as_u16(), 303, "{form}: {}", answer.text());
    assert_eq!(passed(client).await, before + 1, "{form}: everybody is told");
    phone(client, "?language=en").await
}

fn said(phone: &Value) -> (&str, &str) {
    (phone["status"].as_str().unwrap(), phone["reason"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn a_switch_and_a_presence_hold_at_once() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        let maja = at_desk(&client).await;
        let here = [("method", "phone"), ("to", "here"), ("language", "sv"), ("language", "en")];
        let swedish = [("method", "phone"), ("to", "here"), ("language", "sv")];
        for (name, form, fields, expected) in [
            ("there", "presence", &here[..], ("available", "")),
            ("in_another_language", "presence", &swedish, ("closed", "no_agents_online")),
            ("again", "presence", &here, ("available", "")),
            ("off", "switch", &[("method", "phone"), ("to", "maintenance")], ("closed", "maintenance")),
            ("on", "switch", &[("method", "phone"), ("to", "open")], ("available", "")),
            ("away", "presence", &[("to", "away")], ("closed", "no_agents_online")),
        ] {
            assert_eq!(said(&done(&client, &maja, form, fields).await), expected, "{name}");
        }
        done(&client, &maja, "presence", &here).await;
        let page = maja.get(&client, PLACE).await.text();
        assert!(page.contains("Maja, English, Swedish, until at most") && page.contains("I am away"), "{page}");
        let csrf = field(&page, "csrf");
        maja.post(&client, "/desk/sign-out", &[("csrf", &csrf)]).await;
        assert_eq!(said(&phone(&client, "").await), ("closed", "no_agents_online"), "whoever signs out is away");
    })
    .await;
}

#[tokio::test]
async fn who_forgets_to_say_that_they_are_away_is_so_after_a_working_day() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T08:00:00Z");
        let maja = at_desk(&client).await;
        let late = [("method", "phone"), ("weekday", "2"), ("opens", "17:00"), ("closes", "24:00")];
        let late = [&late[..], &[("zone", "Europe/Amsterdam")]].concat();
        done(&client, &maja, "hours", &late).await;
        done(&client, &maja, "presence", &[("method", "phone"), ("to", "here"), ("language", "en")]).await;
        for (moment, expected) in [("17:59:59", ("available", "")), ("18:00:00", ("closed", "no_agents_online"))] {
            client.when(&format!("2026-11-24T{moment}Z"));
            assert_eq!(said(&phone(&client, "").await), expected, "{moment}");
        }
    })
    .await;
}

#[tokio::test]
async fn hours_and_holidays_are_added_and_removed() {
    on_each_database(async |mut client| {
        client.when("2026-11-22T12:00:00Z");
        let maja = at_desk(&client).await;
        let sunday = [("method", "phone"), ("weekday", "7"), ("opens", "12:00"), ("closes", "15:00")];
        let sunday = [&sunday[..], &[("zone", "Europe/Amsterdam"), ("language", "en")]].concat();
        let open = done(&client, &maja, "hours", &sunday).await;
        assert_eq!(said(&open), ("closed", "no_agents_online"), "it is Sunday, 13:00 in Amsterdam");
        let page = maja.get(&client, PLACE).await.text();
        assert!(page.contains("Sunday 12:00 to 15:00, Europe/Amsterdam, English"), "{page}");
        let holiday = [("day", "2026-11-22"), ("name", "A quiet <Sunday>")];
        assert_eq!(said(&done(&client, &maja, "holidays", &holiday).await), ("closed", "holiday"));
        let page = maja.get(&client, PLACE).await.text();
        assert!(page.contains("2026-11-22 A quiet &lt;Sunday&gt;"), "{page}");
        let phone_alone = [("day", "2026-11-22"), ("name", "Phones down"), ("method", "phone")];
        done(&client, &maja, "holidays", &phone_alone).await;
        done(&client, &maja, "holidays/remove", &[("day", "2026-11-22"), ("method", "")]).await;
        assert_eq!(said(&phone(&client, "").await), ("closed", "holiday"), "one for the telephone is left");
        done(&client, &maja, "holidays/remove", &phone_alone[..]).await;
        let rows = client.backend.store.contact(0).await.unwrap();
        let row = rows.hours.iter().find(|row| row.weekday == 7).unwrap();
        assert_eq!(said(&done(&client, &maja, "hours/remove", &[("id", &row.id)]).await), ("closed", "outside_hours"));
    })
    .await;
}

/// Hours that can be kept, but for one field.
fn hours(field: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let usual = [("weekday", "1"), ("opens", "09:00"), ("closes", "17:00"), ("zone", "Europe/Paris")];
    let mut fields = vec![("method", "phone")];
    fields.extend(usual.iter().copied().filter(|(name, _)| *name != field));
    fields.push((field, value));
    fields
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_what_was_typed_stays() {
    on_each_database(async |client| {
        let maja = at_desk(&client).await;
        let before = client.backend.store.contact(0).await.unwrap();
        for (name, form, fields, sentence) in [
            ("past_midnight", "hours", hours("closes", "02:00"), "by 24:00 at the latest"),
            ("no_time", "hours", hours("opens", "nine"), "Hours go from 09:00"),
            ("no_zone", "hours", hours("zone", "Europe/Nowhere"), "A time zone is one of"),
            ("no_day", "hours", hours("weekday", "8"), "Choose a day of the week."),
            ("not_spoken", "hours", hours("language", "zh"), "Nobody speaks this language"),
            ("no_country", "hours", hours("country", "Sweden"), "two capital letters"),
            ("no_topic", "hours", hours("topic", "<b>"), "small letters and underscores"),
            ("no_date", "holidays", vec![("day", "soon"), ("name", "Later")], "A holiday has a day"),
            ("zero_byte", "holidays", vec![("day", "2026-12-24"), ("name", "\u{0}")], "A holiday has a day"),
            ("no_name", "holidays", vec![("day", "2026-12-24"), ("name", " ")], "A holiday has a day"),
            ("no_language", "presence", vec![("method", "phone"), ("to", "here")], "at least one language"),
            (
                "full_first",
                "queue",
                vec![("method", "phone"), ("long_from", "3"), ("full_from", "2")],
                "full no sooner",
            ),
        ] {
            let answer = send(&client, &maja, form, &fields).await;
            assert_eq!(answer.status.as_u16(), 422, "{name}");
            let page = answer.text();
            assert!(page.contains(sentence), "{name}: {page}");
            if name == "past_midnight" {
                assert!(page.contains("value=\"02:00\"") && page.contains("value=\"Europe/Paris\""), "{page}");
            }
        }
        assert_eq!(client.backend.store.contact(0).await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn only_the_team_changes_it() {
    on_each_database(async |client| {
        let maja = at_desk(&client).await;
        let off = [("method", "phone"), ("to", "maintenance")];
        for form in ["switch", "presence", "queue", "hours", "hours/remove", "holidays", "holidays/remove"] {
            let forged = maja.post(&client, &format!("{PLACE}/{form}"), &off).await;
            assert_eq!(forged.status.as_u16(), 403, "{form}");
            let nobody = AtDesk { cookie: "svar_desk=0".to_owned() };
            let answer = nobody.post(&client, &format!("{PLACE}/{form}"), &off).await;
            assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/desk/sign-in?next=/desk/contact"));
        }
        let zero = "\u{0}";
        for (name, form, fields) in [
            ("switch", "switch", [("method", "fax"), ("to", "open")]),
            ("switch_zero", "switch", [("method", zero), ("to", "open")]),
            ("limits", "queue", [("long_from", "1"), ("full_from", "2")]),
            ("hours", "hours/remove", [("id", zero), ("to", "")]),
            ("holiday", "holidays/remove", [("day", zero), ("method", "")]),
            ("holiday_of_nothing", "holidays/remove", [("day", "2026-12-25"), ("method", zero)]),
        ] {
            assert_eq!(send(&client, &maja, form, &fields).await.status.as_u16(), 404, "{name}");
        }
        assert_eq!(client.backend.store.contact(0).await.unwrap().methods[0].state, "open");
        let limits = [("method", "phone"), ("long_from", "7"), ("full_from", "9")];
        done(&client, &maja, "queue", &limits).await;
        let phone = client.backend.store.contact(0).await.unwrap().methods.remove(0);
        assert_eq!((phone.queue_long_from, phone.queue_full_from), (7, 9));
    })
    .await;
}
