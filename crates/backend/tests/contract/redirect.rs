//! Signing in elsewhere: the whole way to the issuer and back, and everything that can be wrong on it.

use backend::demo;

use super::{
    client::{Client, on_each_database},
    elsewhere::{Elsewhere, Evil},
};

const SITE: &str = "http://127.0.0.1:8080";

/// Where a browser is led when it comes back with that address: the place, and who is signed in.
async fn back(client: &Client, callback: &str, cookie: &str) -> (String, String) {
    let answer = client.get_with(callback, &[("cookie", cookie)]).await;
    assert_eq!(answer.status.as_u16(), 302, "{}", answer.text());
    let place = answer.header("location").strip_prefix(SITE).unwrap_or_default().to_owned();
    let session = answer.cookie("svar_session");
    if session.is_empty() {
        return (place, String::new());
    }
    let who = client.get_with("/api/v1/session", &[("cookie", &session)]).await.json();
    (place, who["person"]["id"].as_str().unwrap_or_default().to_owned())
}

async fn on_each_with(evil: Evil, seconds: i64, claim: impl AsyncFn(Client, Elsewhere)) {
    on_each_database(async |client| {
        let (client, elsewhere) = Elsewhere::beside(client, evil, seconds).await;
        demo::fill(&client.backend).await.unwrap();
        claim(client, elsewhere).await;
    })
    .await;
}

async fn on_each(claim: impl AsyncFn(Client, Elsewhere)) {
    on_each_with(Evil::Nothing, 0, claim).await;
}

#[tokio::test]
async fn a_person_signs_in_elsewhere_and_is_where_they_wanted_to_be() {
    on_each(async |client, elsewhere| {
        let meta = client.get("/api/v1/meta").await.json();
        assert_eq!(meta["sign_in"], serde_json::json!({"kind": "redirect", "url": "/api/v1/session/redirect"}));
        let (place, cookie) = elsewhere.depart(&client, "%2Fsv%2Forders%3Fstate%3Dlate").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await, ("/sv/orders?state=late".into(), "person-anna".into()));
    })
    .await;
}

#[tokio::test]
async fn two_tabs_are_on_their_way_at_once() {
    on_each(async |client, elsewhere| {
        let (one, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let answer = client.get_with("/api/v1/session/redirect?next=/en/cases", &[("cookie", &cookie)]).await;
        let other = answer.header("location").to_owned();
        assert_eq!(answer.cookie("svar_sign_in"), cookie);
        for (place, next) in [(other, "/en/cases"), (one, "/en/orders")] {
            let callback = elsewhere.choose(&place, "person-ben").await;
            assert_eq!(back(&client, &callback, &cookie).await, (next.into(), "person-ben".into()));
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_is_led_elsewhere_afterwards() {
    on_each(async |client, elsewhere| {
        for next in ["//evil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "/en/sign-in", ""] {
            let (place, cookie) = elsewhere.depart(&client, next).await;
            let callback = elsewhere.choose(&place, "person-anna").await;
            assert_eq!(back(&client, &callback, &cookie).await, ("/".into(), "person-anna".into()), "{next}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_way_back_is_of_one_browser_once_and_soon() {
    let refused = || ("/en/sign-in?failed=state_invalid&next=%2F".to_owned(), String::new());
    on_each(async |mut client, elsewhere| {
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let (_, of_another) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        let (path, _) = callback.split_once("&state=").unwrap();
        let other_state = format!("{path}&state=x");
        for (name, callback, cookie) in [
            ("other_state", &*other_state, &*cookie),
            ("no_state", path, &*cookie),
            ("other_browser", &*callback, &*of_another),
            ("no_browser", &*callback, ""),
        ] {
            assert_eq!(back(&client, callback, cookie).await, refused(), "{name}");
        }
        assert_eq!(back(&client, &callback, &cookie).await.1, "person-anna", "none of this has spoilt it");
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "again");
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        client.later(600);
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "too late");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_once() {
    on_each(async |client, elsewhere| {
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let first = elsewhere.choose(&place, "person-anna").await;
        back(&client, &first, &cookie).await;
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let second = elsewhere.choose(&place, "person-ben").await;
        let part =
            |url: &str, from: &str| url.split(['?', '&']).find_map(|pair| pair.strip_prefix(from)).unwrap().to_owned();
        let replayed =
            format!("/api/v1/session/callback?code={}&state={}", part(&first, "code="), part(&second, "state="));
        let refused = "/en/sign-in?failed=refused&next=%2Fen%2Forders".to_owned();
        assert_eq!(back(&client, &replayed, &cookie).await, (refused, String::new()));
    })
    .await;
}

#[tokio::test]
async fn a_person_may_turn_back() {
    on_each(async |client, elsewhere| {
        let (place, cookie) = elsewhere.depart(&client, "/sv/orders").await;
        let callback = elsewhere.choose(&place, "").await;
        assert!(callback.contains("error=access_denied"), "{callback}");
        let refused = "/sv/sign-in?failed=refused&next=%2Fsv%2Forders".to_owned();
        assert_eq!(back(&client, &callback, &cookie).await, (refused, String::new()));
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_not_the_issuers_own_is_not_believed() {
    for evil in [Evil::OtherSubject, Evil::CutSignature, Evil::NoSignature, Evil::OtherKeys, Evil::NoToken] {
        on_each_with(evil, 0, async |client, elsewhere| {
            let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
            let callback = elsewhere.choose(&place, "person-anna").await;
            let refused = "/en/sign-in?failed=refused&next=%2Fen%2Forders".to_owned();
            assert_eq!(back(&client, &callback, &cookie).await, (refused, String::new()), "{evil:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_token_of_another_attempt_or_another_time_is_not_believed() {
    let refused = || ("/en/sign-in?failed=refused&next=%2Fen%2Forders".to_owned(), String::new());
    on_each(async |client, elsewhere| {
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place.replace("nonce=", "nonce=x"), "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "another nonce");
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place.replace("nonce=", "other="), "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "no nonce");
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place.replace("code_challenge=", "code_challenge=x"), "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "another verifier");
    })
    .await;
    on_each_with(Evil::Nothing, -120, async |client, elsewhere| {
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await, refused(), "over since a minute");
    })
    .await;
}

#[tokio::test]
async fn an_account_is_found_by_issuer_and_subject_alone() {
    on_each_database(async |client| {
        demo::fill(&client.backend).await.unwrap();
        // People with these ids and addresses exist, and none is known to this issuer.
        let (client, elsewhere) = Elsewhere::beside(client, Evil::Nothing, 0).await;
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        let unknown = "/en/sign-in?failed=account_unknown&next=%2Fen%2Forders".to_owned();
        assert_eq!(back(&client, &callback, &cookie).await, (unknown, String::new()));
        client.backend.store.add_identity("https://other.example", "person-anna", "person-anna").await.unwrap();
        let (place, cookie) = elsewhere.depart(&client, "/en/orders").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        assert_eq!(back(&client, &callback, &cookie).await.1, "", "another issuer's word counts for nothing");
    })
    .await;
}

#[tokio::test]
async fn an_earlier_session_ends_with_the_new_one() {
    on_each(async |client, elsewhere| {
        let ben = client.sign_in_as("person-ben").await;
        let (place, cookie) = elsewhere.depart(&client, "/en").await;
        let callback = elsewhere.choose(&place, "person-anna").await;
        let both = format!("{cookie}; {}", ben.cookie);
        assert_eq!(back(&client, &callback, &both).await.1, "person-anna");
        assert_eq!(client.get_as(&ben, "/api/v1/session").await.status.as_u16(), 401);
    })
    .await;
}

#[tokio::test]
async fn an_issuer_that_is_away_is_said() {
    on_each_database(async |client| {
        let oidc = backend::oidc::Oidc::new("http://127.0.0.1:1", "svar", None, &format!("{SITE}/x")).unwrap();
        let client = client.changed(|backend| backend.oidc = Some(oidc.into()));
        let answer = client.get("/api/v1/session/redirect?next=/sv/orders").await;
        let expected = format!("{SITE}/sv/sign-in?failed=issuer_unavailable&next=%2Fsv%2Forders");
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, &*expected));
    })
    .await;
}

#[tokio::test]
async fn there_is_one_way_to_sign_in() {
    on_each_database(async |client| {
        assert_eq!(client.get("/api/v1/meta").await.json()["sign_in"], serde_json::json!({"kind": "password"}));
        for path in ["/api/v1/session/redirect", "/api/v1/session/callback?code=x&state=y"] {
            assert_eq!(client.get(path).await.code(), "not_found", "{path}");
        }
        let (client, _) = Elsewhere::beside(client, Evil::Nothing, 0).await;
        let body = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
        assert_eq!(client.post_json("/api/v1/session", &[], body).await.code(), "not_found");
    })
    .await;
}
