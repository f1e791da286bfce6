//! Being signed in, what only the own page may do, and signing out.

use axum::http::Method;

use super::{
    client::Client,
    session::{ANNA, BEN, SESSION, on_each_demo, signed, who},
};

#[tokio::test]
async fn signing_out_leaves_the_device_as_if_nobody_had_been() {
    on_each_demo(async |client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        let other_device = signed(&client.post_json(SESSION, &[], ANNA).await);
        for (name, headers) in [
            ("signed_in", anna.headers().to_vec()),
            ("already_out", anna.headers().to_vec()),
            ("never_in", Vec::new()),
            ("with_an_unknown_cookie", vec![("cookie", "svar_session=x; svar_visitor=y")]),
        ] {
            let answer = client.send(Method::DELETE, SESSION, &headers, "").await;
            assert_eq!((answer.status.as_u16(), answer.body.len()), (204, 0), "{name}");
            assert_eq!(answer.header("clear-site-data"), "\"cache\", \"storage\"", "{name}");
            for cookie in ["svar_session", "svar_visitor"] {
                let expected = format!("{cookie}=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
                assert_eq!(answer.cookie_line(cookie), expected, "{name}");
            }
            assert_eq!(who(&client, &anna.cookie).await, "", "{name}");
        }
        assert_eq!(who(&client, &other_device.cookie).await, "person-anna");
    })
    .await;
}

#[tokio::test]
async fn only_the_own_page_may_change_something() {
    on_each_demo(async |client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        let ben = signed(&client.post_json(SESSION, &[], BEN).await);
        let cut = &anna.csrf[1..];
        for (name, word) in [
            ("missing", None),
            ("empty", Some("")),
            ("wrong", Some("x")),
            ("cut", Some(cut)),
            ("of_ben", Some(&*ben.csrf)),
        ] {
            let mut headers = vec![("cookie", &*anna.cookie), ("content-type", "application/json"), ("if-match", "*")];
            headers.extend(word.map(|word| ("svar-csrf", word)));
            for (method, path) in [(Method::DELETE, SESSION), (Method::PATCH, "/api/v1/me")] {
                let answer = client.send(method.clone(), path, &headers, r#"{"language":"en"}"#).await;
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "csrf_invalid"), "{name} {method}");
            }
        }
        let me = client.get_as(&anna, "/api/v1/me").await.json();
        assert_eq!(me["language"], "sv", "nothing has changed, and Anna is still signed in");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_fourteen_days() {
    on_each_demo(async |mut client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        client.later(14 * 24 * 3_600 - 60);
        assert_eq!(who(&client, &anna.cookie).await, "person-anna");
        client.later(60);
        let [cookie, csrf] = anna.headers();
        let headers = [cookie, csrf, ("content-type", "application/json"), ("if-match", "*")];
        for (method, path) in [(Method::GET, SESSION), (Method::GET, "/api/v1/me"), (Method::PATCH, "/api/v1/me")] {
            let answer = client.send(method.clone(), path, &headers, r#"{"language":"en"}"#).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "signed_out"), "{method} {path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_cookie_that_was_never_given_is_nobodys() {
    on_each_demo(async |client| {
        let long = format!("svar_session={}", "x".repeat(5_000));
        for (name, cookie) in [
            ("none", ""),
            ("empty", "svar_session="),
            ("word", "svar_session=person-anna"),
            ("sql", "svar_session=' OR 1=1 --"),
            ("long", &long),
            ("other_name", "svar_sessions=x"),
            ("no_pair", "svar_session"),
        ] {
            let answer = client.get_with(SESSION, &[("cookie", cookie)]).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "signed_out"), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_a_hash_of_the_cookie_is_kept() {
    let client = Client::on_sqlite().await;
    let anna = client.sign_in_as("person-anna").await;
    let token = anna.cookie.split_once('=').unwrap().1;
    let now = client.backend.clock.seconds();
    assert!(client.backend.store.session(token, now).await.unwrap().is_some());
    let kept = backend::secret::hash(token);
    assert!(client.backend.store.session(&kept, now).await.unwrap().is_none());
}
