//! Answers about an order or an object: what is known of it comes first, and only its people may ask.

use std::path::Path;

use backend::{Backend, demo};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{
    answers::put,
    client::{Answer, Client, NOW, on_each_database},
};

/// The demonstration with the real help centre.
async fn with_the_help_centre(claim: impl AsyncFn(&Client)) {
    on_each_database(async |client| {
        demo::fill_at(&client.backend, OffsetDateTime::parse(NOW, &Rfc3339).unwrap()).await.unwrap();
        client.publish(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).await;
        claim(&client).await;
    })
    .await;
}

async fn sign_in(backend: &Backend, person: &str) -> (String, String) {
    let session = backend.store.begin_session(person, backend.clock.seconds()).await.unwrap();
    (format!("svar_session={}", session.token), session.csrf)
}

async fn ask(client: &Client, person: &str, subject: Value, locale: &str, question: &str) -> Answer {
    let (cookie, csrf) = sign_in(&client.backend, person).await;
    let body = json!({"question": question, "subject": subject, "locale": locale}).to_string();
    put(client, &uuid::Uuid::new_v4().to_string(), &[("cookie", &cookie), ("svar-csrf", &csrf)], &body).await
}

/// The sentences that rest on the order: field, name, quote, words.
fn facts(answer: &Answer) -> Vec<[String; 4]> {
    let json = answer.json();
    let of_order = json["sentences"].as_array().unwrap().iter().filter(|it| it["sources"][0]["kind"] == "order_field");
    of_order
        .map(|it| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let source = &it["sources"][0];
            [&source["id"], &source["title"], &source["quote"], &it["nodes"][0]["text"]].map(text)
        })
        .collect()
}

/// The language, the question, and the field, its name, the quote and the sentence.
const SAID: [(&str, &str, [&str; 4]); 4] = [
    (
        "en",
        "the glass is cracked, until when can I report it?",
        [
            "deadlines.report_problem",
            "Time to report a problem",
            "2026-11-24T17:00:00+01:00 payment_released",
            "A problem with this order can be reported until 24 November 2026. \
             After that the payment goes to the seller.",
        ],
    ),
    (
        "sv",
        "kan jag ångra mig?",
        ["counterparty.professional", "Säljare", "true", "Beställningens säljare är professionell."],
    ),
    (
        "sv",
        "vad blev det totalt?",
        ["total", "Totalbelopp", "4199.50 EUR", "Beställningens totalbelopp är 4199,50 EUR."],
    ),
    (
        "en",
        "whats the traking number",
        [
            "shipping.tracking_code",
            "Tracking number",
            "JD014600008211",
            "The tracking number of this order is JD014600008211.",
        ],
    ),
];

#[tokio::test]
async fn what_is_asked_of_an_order_is_said_of_it() {
    with_the_help_centre(async |client| {
        for (locale, question, expected) in SAID {
            let answer =
                ask(client, "person-anna", json!({"kind": "order", "id": "order-20418"}), locale, question).await;
            assert_eq!(answer.status.as_u16(), 201, "{question}");
            let facts = facts(&answer);
            assert!(facts.contains(&expected.map(str::to_owned)), "{question}: {facts:#?}");
            assert_eq!(answer.json()["sentences"][0]["sources"][0]["kind"], "order_field", "{question}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_object_leads_to_the_order_it_is_in() {
    with_the_help_centre(async |client| {
        let watch = json!({"kind": "object", "id": "object-omega-seamaster"});
        let question = "what is the tracking number";
        assert!(!facts(&ask(client, "person-anna", watch.clone(), "en", question).await).is_empty());
        // Whoever only looks at it hears nothing of the order.
        assert!(facts(&ask(client, "person-ben", watch, "en", question).await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn nobody_asks_about_what_is_not_theirs() {
    with_the_help_centre(async |client| {
        let mut refusals = Vec::new();
        for (name, person, kind, id) in [
            ("of_somebody_else", "person-ben", "order", "order-20418"),
            ("absent", "person-ben", "order", "order-99999"),
            ("no_object", "person-ben", "object", "object-nothing"),
            ("object_as_order", "person-anna", "order", "object-omega-seamaster"),
        ] {
            let refused = ask(client, person, json!({"kind": kind, "id": id}), "en", "where is it").await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "subject_invalid"), "{name}");
            let mut problem = refused.json();
            problem["request_id"] = Value::Null;
            refusals.push(problem);
        }
        // Word for word the same.
        assert!(refusals.windows(2).all(|two| two[0] == two[1]));
    })
    .await;
}

#[tokio::test]
async fn each_side_hears_its_own() {
    with_the_help_centre(async |client| {
        let order = json!({"kind": "order", "id": "order-20418"});
        let fields = async |person: &str| -> Vec<String> {
            let answer = ask(client, person, order.clone(), "en", "when is the money paid out, is it on hold").await;
            facts(&answer).into_iter().map(|[field, ..]| field).collect()
        };
        let (buyer, seller) = (fields("person-anna").await, fields("person-chiara").await);
        assert!(!buyer.is_empty() && buyer.iter().all(|field| !field.starts_with("payout.")), "{buyer:?}");
        assert!(!seller.is_empty() && seller.iter().all(|field| !field.starts_with("money.")), "{seller:?}");
        assert!(seller.iter().any(|field| field.starts_with("payout.")), "{seller:?}");
    })
    .await;
}
