//! The call list: in its order, each call taken by one, and what came of it seen by whoever was called.

use serde_json::{Value, json};

use super::{
    asking,
    calling::{called, cancel, now},
    client::{Answer, Client, on_each_database},
    contact::{phone, takes_calls},
    desk::{AtDesk, at_desk, field},
    desk_contact::passed,
};

const PLACE: &str = "/desk/calls";

async fn send(client: &Client, who: &AtDesk, callback: &Value, to: &str) -> Answer {
    let csrf = field(&who.get(client, PLACE).await.text(), "csrf");
    who.post(client, &format!("{PLACE}/{}", callback["id"].as_str().unwrap()), &[("csrf", &csrf), ("to", to)]).await
}

async fn done(client: &Client, who: &AtDesk, callback: &Value, to: &str) {
    let before = passed(client).await;
    let answer = send(client, who, callback, to).await;
    let expected = format!("{PLACE}?done={to}");
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, expected.as_str()), "{}", answer.text());
    assert_eq!(passed(client).await, before + 1, "{to}: everybody is told");
}

#[tokio::test]
async fn the_list_has_the_queue_first_and_then_what_is_booked() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 3_600).await;
        let mut calls = Vec::new();
        for (name, slot) in
            [("late", "2026-11-25T09:00:00Z"), ("first", ""), ("early", "2026-11-24T13:00:00Z"), ("second", "")]
        {
            client.later(60);
            let who = client.sign_in_as(&format!("person-{name}")).await;
            calls.push((called(&client, &who, slot).await, who));
        }
        let listed = || async {
            let calls = client.backend.store.calls().await.unwrap();
            calls.into_iter().map(|call| call.display_name).collect::<Vec<_>>()
        };
        assert_eq!(listed().await, ["first", "second", "early", "late"]);
        let maja = at_desk(&client).await;
        let page = maja.get(&client, PLACE).await.text();
        assert!(!page.contains("+4670"), "no number before a call is taken");
        assert_eq!(now(&client, &calls[3].1, &calls[3].0).await.json()["position"], 2);
        done(&client, &maja, &calls[1].0, "taken").await;
        assert_eq!(listed().await, ["first", "second", "early", "late"], "under way");
        let page = maja.get(&client, PLACE).await.text();
        assert_eq!(page.matches("+46701234567").count(), 1, "the number of the call that is taken");
        assert_eq!(now(&client, &calls[3].1, &calls[3].0).await.json()["position"], 1);
        done(&client, &maja, &calls[1].0, "done").await;
        cancel(&client, &calls[2].1, &calls[2].0).await;
        assert_eq!(listed().await, ["second", "late"]);
    })
    .await;
}

#[tokio::test]
async fn what_came_of_a_call_moves_the_case() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 3_600).await;
        let maja = at_desk(&client).await;
        for (to, state, next_actor) in
            [("done", "under_review", "support"), ("missed", "awaiting_requester", "requester")]
        {
            let who = client.sign_in_as(&format!("person-{to}")).await;
            let callback = called(&client, &who, "").await;
            let case = json!({"id": callback["case_id"]});
            client.later(300);
            done(&client, &maja, &callback, "taken").await;
            let during = asking::now(&client, &who, &case).await;
            assert_eq!((&during["state"], &during["callback"]["state"]), (&json!("under_review"), &json!("calling")));
            assert_eq!(during["callback"]["can_change"], false);
            let over = cancel(&client, &who, &callback).await;
            assert_eq!((over.status.as_u16(), over.code().as_str()), (409, "callback_over"), "{to}");
            done(&client, &maja, &callback, to).await;
            let after = asking::now(&client, &who, &case).await;
            let found =
                (&after["state"], &after["next_actor"], &after["callback"]["state"], after.get("expected_reply_at"));
            assert_eq!(found, (&json!(state), &json!(next_actor), &json!(to), None));
        }
        assert_eq!(client.backend.store.waits("phone").await.unwrap(), [300, 300], "both had waited five minutes");
        let page = maja.get(&client, PLACE).await.text();
        assert!(page.contains("Nobody is to be called."), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_booked_call_is_no_measure_of_the_queue() {
    on_each_database(async |mut client| {
        let who = client.sign_in_as("person-anna").await;
        let callback = called(&client, &who, "2026-11-23T08:00:00Z").await;
        client.when("2026-11-23T08:05:00Z");
        let maja = at_desk(&client).await;
        assert!(maja.get(&client, PLACE).await.text().contains("due"));
        done(&client, &maja, &callback, "taken").await;
        done(&client, &maja, &callback, "missed").await;
        assert!(client.backend.store.waits("phone").await.unwrap().is_empty());
        assert!(client.backend.store.booked_slots(0).await.unwrap().is_empty(), "its place is given back");
    })
    .await;
}

#[tokio::test]
async fn a_call_is_taken_by_one() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 3_600).await;
        let who = client.sign_in_as("person-anna").await;
        let callback = called(&client, &who, "").await;
        let maja = at_desk(&client).await;
        let early = send(&client, &maja, &callback, "done").await;
        assert_eq!(early.status.as_u16(), 409, "nobody has called yet");
        done(&client, &maja, &callback, "taken").await;
        let second = send(&client, &maja, &callback, "taken").await;
        assert_eq!(second.status.as_u16(), 409);
        assert!(second.text().contains("Somebody else was faster"));
        let nonsense = send(&client, &maja, &callback, "sold").await;
        assert_eq!(nonsense.status.as_u16(), 422);
        let path = format!("{PLACE}/{}", callback["id"].as_str().unwrap());
        assert_eq!(maja.post(&client, &path, &[("to", "done")]).await.status.as_u16(), 403);
        assert_eq!(maja.post(&client, &format!("{PLACE}/x"), &[("to", "done")]).await.status.as_u16(), 403);
        let nobody = AtDesk { cookie: "svar_desk=0".to_owned() };
        let answer = nobody.post(&client, &path, &[("to", "done")]).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/desk/sign-in?next=/desk/calls"));
        assert_eq!(now(&client, &who, &callback).await.json()["state"], "calling");
    })
    .await;
}

#[tokio::test]
async fn who_waits_makes_the_queue_long_for_the_next() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 3_600).await;
        for (number, expected) in [(1, "available"), (2, "busy"), (3, "busy"), (4, "closed")] {
            let who = client.sign_in_as(&format!("person-{number}")).await;
            called(&client, &who, "").await;
            assert_eq!(phone(&client, "").await["status"], expected, "{number} wait");
        }
    })
    .await;
}

#[tokio::test]
async fn a_number_is_forgotten_thirty_days_after_the_call() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let over = called(&client, &anna, "2026-11-23T08:00:00Z").await;
        let booked = called(&client, &ben, "2026-11-23T08:00:00Z").await;
        cancel(&client, &anna, &over).await;
        let (store, at) = (&client.backend.store, client.backend.clock.seconds());
        for (name, days, seconds, expected) in [("before", 30, -1, "+46•••••••67"), ("then", 30, 0, "")] {
            store.forget_expired(at + days * 86_400 + seconds).await.unwrap();
            let row = store.callback(over["id"].as_str().unwrap()).await.unwrap().unwrap();
            assert_eq!(backend::phone::masked(&row.phone), expected, "{name}");
        }
        let row = store.callback(booked["id"].as_str().unwrap()).await.unwrap().unwrap();
        assert_eq!(row.phone, "+46701234567", "who is still to be called keeps theirs");
    })
    .await;
}
