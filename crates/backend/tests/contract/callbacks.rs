//! Call backs: as soon as somebody is free, or at a time that is booked, moved or cancelled.

use serde_json::{Value, json};

use super::{
    asking::{self, ask, fresh_id, opened},
    calling::{by_phone, call, called, cancel, now, place, shift, shift_now, slots, wanted},
    client::on_each_database,
    contact::takes_calls,
};

const TUESDAY: &str = "2026-11-24T12:00:00Z";

#[tokio::test]
async fn slots_are_quarters_within_the_hours_of_five_days() {
    on_each_database(async |mut client| {
        // From Sunday noon: four whole days from 9 to 17, and Friday morning.
        let found = slots(&client, "?language=en").await;
        assert_eq!(found.len(), 4 * 32 + 16);
        assert_eq!((found[0].as_str(), found[1].as_str()), ("2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z"));
        assert_eq!((found[31].as_str(), found[143].as_str()), ("2026-11-23T15:45:00Z", "2026-11-27T11:45:00Z"));
        for (name, moment, query, count, first) in [
            ("half_an_hour_ahead", TUESDAY, "?language=en", 14 + 3 * 32 + 24, "2026-11-24T12:30:00Z"),
            ("a_second_later", "2026-11-24T12:00:01Z", "?language=en", 13 + 3 * 32 + 24, "2026-11-24T12:45:00Z"),
            ("without_saturday", TUESDAY, "?language=sv", 14 + 3 * 32, "2026-11-24T12:30:00Z"),
            ("in_a_language_of_the_mail", TUESDAY, "?language=zh", 0, ""),
            ("about_what_nobody_calls", TUESDAY, "?language=en&topic=case_outcome", 0, ""),
            ("christmas", "2026-12-24T15:30:00Z", "?language=sv", 32 + 30, "2026-12-28T08:00:00Z"),
        ] {
            client.when(moment);
            let found = slots(&client, query).await;
            assert_eq!(found.first().map_or("", String::as_str), first, "{name}");
            assert_eq!(found.len(), count, "{name}");
        }
        let answer = client.get("/api/v1/callbacks/slots").await;
        assert_eq!(
            (answer.json()["timezone"].as_str(), answer.header("cache-control")),
            (Some("Europe/Amsterdam"), "no-store")
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_by_telephone_has_its_call_back() {
    on_each_database(async |mut client| {
        client.when(TUESDAY);
        takes_calls(&client, "en", 3_600).await;
        let anna = client.sign_in_as("person-anna").await;
        let (id, body) = (fresh_id(), by_phone(&wanted("")));
        let case = ask(&client, &anna, &id, &body).await.json();
        let expected = json!({
            "id": body["callback"]["id"], "case_id": id, "state": "waiting", "language": "en",
            "phone_masked": "+46•••••••67", "position": 1, "can_change": true,
        });
        assert_eq!((&case["method"], &case["callback"]), (&json!("phone"), &expected));
        assert_eq!(now(&client, &anna, &expected).await.json(), expected);
        let listed = client.get_as(&anna, "/api/v1/cases").await.json();
        assert_eq!(listed["items"][0]["callback"], expected);
        let again = ask(&client, &anna, &id, &body).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, case));
        let second = called(&client, &client.sign_in_as("person-ben").await, "").await;
        assert_eq!(second["position"], 2);
        let row = client.backend.store.callback(second["id"].as_str().unwrap()).await.unwrap().unwrap();
        assert_eq!(row.phone, "+46701234567", "a number without a country is of the person's");
    })
    .await;
}

#[tokio::test]
async fn a_booked_call_can_be_asked_for_at_night() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T22:00:00Z");
        let anna = client.sign_in_as("person-anna").await;
        let case = ask(&client, &anna, &fresh_id(), &by_phone(&wanted("2026-11-25T08:15:00Z"))).await.json();
        assert_eq!(case["callback"]["slot"], json!({"from": "2026-11-25T08:15:00Z", "to": "2026-11-25T08:30:00Z"}));
        assert_eq!((&case["callback"]["state"], case["callback"].get("position")), (&json!("booked"), None));
        assert_eq!(case["expected_reply_at"], "2026-11-25T08:30:00Z");
        let closed = ask(&client, &anna, &fresh_id(), &by_phone(&wanted(""))).await;
        assert_eq!((closed.status.as_u16(), closed.code().as_str()), (409, "method_unavailable"));
        assert_eq!(closed.json()["availability"]["methods"][0]["callback"], true, "but a time can be booked");
    })
    .await;
}

#[tokio::test]
async fn two_have_the_same_slot_and_then_it_is_gone() {
    on_each_database(async |client| {
        let (slot, next) = ("2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z");
        let anna = client.sign_in_as("person-anna").await;
        let first = called(&client, &anna, slot).await;
        assert_eq!(slots(&client, "").await[0], slot);
        let second = called(&client, &client.sign_in_as("person-ben").await, slot).await;
        assert_eq!(slots(&client, "").await[0], next);
        let chiara = client.sign_in_as("person-chiara").await;
        let refused = ask(&client, &chiara, &fresh_id(), &by_phone(&wanted(slot))).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (409, "slot_taken"));
        assert_eq!(refused.json()["errors"][0]["pointer"], "/callback/slot");
        assert_eq!(refused.json()["slots"], client.get("/api/v1/callbacks/slots").await.json());
        assert_eq!(client.backend.store.case_count().await.unwrap(), 2, "no case without its call back");
        let moved = shift_now(&client, &anna, &first, next).await;
        assert_eq!((moved.status.as_u16(), &moved.json()["slot"]["from"]), (200, &json!(next)));
        assert_eq!(slots(&client, "").await[0], slot, "the place is free again");
        let ben = client.sign_in_as("person-ben").await;
        assert_eq!(cancel(&client, &ben, &second).await.json()["state"], "cancelled");
        let kept: Vec<i64> = client.backend.store.booked_slots(0).await.unwrap().into_values().collect();
        assert_eq!(kept, [1], "Anna's alone");
    })
    .await;
}

#[tokio::test]
async fn a_call_back_is_changed_by_who_has_seen_it() {
    on_each_database(async |mut client| {
        client.when(TUESDAY);
        takes_calls(&client, "en", 3_600).await;
        let anna = client.sign_in_as("person-anna").await;
        let waiting = called(&client, &anna, "").await;
        let seen = now(&client, &anna, &waiting).await.header("etag").to_owned();
        let slot = "2026-11-25T09:00:00Z";
        for (name, etag, status, code) in
            [("missing", None, 428, "precondition_required"), ("stale", Some("\"0\""), 412, "precondition_failed")]
        {
            let refused = shift(&client, &anna, &waiting, etag, slot).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (status, code), "{name}");
        }
        let moved = shift(&client, &anna, &waiting, Some(&seen), slot).await.json();
        assert_eq!((&moved["state"], moved.get("position")), (&json!("booked"), None));
        assert_eq!(shift(&client, &anna, &waiting, Some(&seen), slot).await.status.as_u16(), 412);
        assert_eq!(shift_now(&client, &anna, &waiting, slot).await.json(), moved, "it is there already");
        for attempt in ["first", "second"] {
            let over = cancel(&client, &anna, &waiting).await;
            assert_eq!((over.status.as_u16(), &over.json()["state"]), (200, &json!("cancelled")), "{attempt}");
        }
        let over = shift_now(&client, &anna, &waiting, slot).await;
        assert_eq!((over.status.as_u16(), over.code().as_str()), (409, "callback_over"));
    })
    .await;
}

#[tokio::test]
async fn a_case_has_one_call_back_at_a_time_and_ends_with_it() {
    on_each_database(async |mut client| {
        client.when(TUESDAY);
        takes_calls(&client, "en", 3_600).await;
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let id = fresh_id();
        let first = call(&client, &anna, &id, &case, "2026-11-25T09:00:00Z").await;
        assert_eq!(first.status.as_u16(), 201, "{}", first.text());
        assert_eq!(call(&client, &anna, &id, &case, "2026-11-25T09:00:00Z").await.status.as_u16(), 200);
        let other = call(&client, &anna, &id, &case, "").await;
        assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "client_id_reused"));
        let second = call(&client, &anna, &fresh_id(), &case, "").await;
        assert_eq!((second.status.as_u16(), second.code().as_str()), (409, "callback_exists"));
        assert_eq!(second.json()["callback_id"], id);
        cancel(&client, &anna, &first.json()).await;
        let third = call(&client, &anna, &fresh_id(), &case, "").await;
        assert_eq!(third.status.as_u16(), 201, "after one that is cancelled");
        assert_eq!(asking::now(&client, &anna, &case).await["callback"], third.json());
        let maja = super::desk::at_desk(&client).await;
        maja.reply(&client, &case, "We have found it.", "close").await;
        let after = asking::now(&client, &anna, &case).await;
        assert_eq!((&after["state"], &after["callback"]["state"]), (&json!("closed"), &json!("cancelled")));
        let closed = call(&client, &anna, &fresh_id(), &case, "").await;
        assert_eq!((closed.status.as_u16(), closed.code().as_str()), (409, "case_closed"));
    })
    .await;
}

#[tokio::test]
async fn a_call_back_is_seen_by_whoever_asked_and_by_nobody_else() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let callback = called(&client, &anna, "2026-11-23T08:00:00Z").await;
        let id = callback["id"].as_str().unwrap();
        for (name, answer) in [
            ("read", now(&client, &ben, &callback).await),
            ("moved", shift(&client, &ben, &callback, Some("*"), "2026-11-23T09:00:00Z").await),
            ("cancelled", cancel(&client, &ben, &callback).await),
            ("not_there", now(&client, &anna, &json!({"id": fresh_id()})).await),
            ("no_id", client.get_as(&anna, &place("x")).await),
        ] {
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
        assert_eq!(client.get(&place(id)).await.status.as_u16(), 401);
        let case = json!({"id": callback["case_id"]});
        let about = call(&client, &ben, &fresh_id(), &case, "2026-11-23T09:00:00Z").await;
        assert_eq!((about.status.as_u16(), about.code().as_str()), (422, "subject_invalid"));
        let taken = call(&client, &ben, id, &case, "").await;
        assert_eq!((taken.status.as_u16(), taken.code().as_str()), (422, "client_id_reused"));
        assert_eq!(now(&client, &anna, &callback).await.json(), callback);
        assert_eq!(Value::Null, callback["phone"], "nobody is shown the number");
    })
    .await;
}
