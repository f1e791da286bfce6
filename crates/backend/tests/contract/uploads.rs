//! Photos that are kept: once, for their owner, and without what they tell beside the picture.

use axum::http::Method;

use super::{
    client::{Client, on_each_database},
    photos::{SECRETS, UPLOADS, holds, kept, plain_jpeg, png, send, told_jpeg, webp},
};

const DAY_S: i64 = 24 * 3_600;

#[tokio::test]
async fn only_the_picture_is_kept() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for (name, media_type, sent, expected) in [
            ("jpeg", "image/jpeg", told_jpeg(1), plain_jpeg(1)),
            ("held_upright", "image/jpeg", told_jpeg(6), plain_jpeg(6)),
            ("orientation_that_is_none", "image/jpeg", told_jpeg(99), plain_jpeg(1)),
            ("plain_jpeg_stays", "image/jpeg", plain_jpeg(8), plain_jpeg(8)),
            ("png", "image/png", png(3, 2, true), png(3, 2, false)),
            ("plain_png_stays", "image/png", png(3, 2, false), png(3, 2, false)),
            ("webp", "image/webp", webp(true), webp(false)),
            ("plain_webp_stays", "image/webp", webp(false), webp(false)),
        ] {
            let answer = send(&client, &anna.headers(), media_type, name, sent).await;
            assert_eq!(answer.status.as_u16(), 201, "{name}: {}", answer.text());
            let told = answer.json();
            let path = format!("{UPLOADS}/{}/content", told["id"].as_str().unwrap());
            let content = client.get_as(&anna, &path).await;
            assert_eq!(content.body, expected, "{name}");
            assert_eq!(
                (content.header("content-type"), told["type"].as_str()),
                (media_type, Some(media_type)),
                "{name}"
            );
            assert_eq!(told["bytes"], expected.len(), "{name}");
            for secret in SECRETS {
                assert!(!holds(&content.body, secret), "{name} holds {secret}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_handed_out_to_be_kept_and_never_as_a_page() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let headers = [&anna.headers()[..], &[("svar-file-name", "..%2FKlockan%20%E2%80%AEgpj.%C3%A5.jpeg")]].concat();
        let told = send(&client, &headers, "image/jpeg", "a", told_jpeg(1)).await.json();
        assert_eq!((told["name"].as_str(), told["state"].as_str()), (Some("Klockan gpj.å.jpg"), Some("ready")));
        let path = format!("{UPLOADS}/{}", told["id"].as_str().unwrap());
        assert_eq!(client.get_as(&anna, &path).await.json(), told);
        let content = client.get_as(&anna, &format!("{path}/content")).await;
        for (name, expected) in [
            (
                "content-disposition",
                "attachment; filename=\"Klockan gpj._.jpg\"; filename*=UTF-8''Klockan%20gpj.%C3%A5.jpg",
            ),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "private, no-store"),
            ("cross-origin-resource-policy", "same-site"),
            (
                "content-security-policy",
                "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            ),
        ] {
            assert_eq!(content.header(name), expected, "{name}");
        }
        assert_eq!(content.header("etag"), "");
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_kept_once() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let first = send(&client, &anna.headers(), "image/jpeg", "a", told_jpeg(1)).await;
        for (name, key, bytes, status) in [
            ("again", "a", told_jpeg(1), 200),
            ("other_bytes", "a", told_jpeg(6), 422),
            ("other_key", "b", told_jpeg(1), 201),
        ] {
            let answer = send(&client, &anna.headers(), "image/jpeg", key, bytes).await;
            assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.text());
            assert_eq!(answer.json()["id"] == first.json()["id"], name == "again", "{name}");
        }
        let ben = client.sign_in_as("person-ben").await;
        let answer = send(&client, &ben.headers(), "image/jpeg", "a", told_jpeg(1)).await;
        assert_eq!(answer.status.as_u16(), 201, "keys of others are others");
        assert_ne!(answer.json()["id"], first.json()["id"]);
        assert_eq!(count(&client).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_its_owners_alone() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let ben = client.sign_in_as("person-ben").await;
        let id = kept(&client, &anna, "a").await;
        let path = format!("{UPLOADS}/{id}");
        for (name, headers) in
            [("ben", ben.headers().to_vec()), ("nobody", vec![]), ("visitor", vec![("cookie", "svar_visitor=x")])]
        {
            for (method, path) in
                [(Method::GET, path.clone()), (Method::GET, format!("{path}/content")), (Method::DELETE, path.clone())]
            {
                let answer = client.send(method.clone(), &path, &headers, "").await;
                assert_eq!(
                    (answer.status.as_u16(), answer.code().as_str()),
                    (404, "not_found"),
                    "{name} {method} {path}"
                );
            }
        }
        let answer = client.send(Method::DELETE, &path, &[("cookie", anna.cookie.as_str())], "").await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "csrf_invalid"));
        assert_eq!(client.send(Method::DELETE, &path, &anna.headers(), "").await.status.as_u16(), 204);
        assert_eq!(client.get_as(&anna, &path).await.status.as_u16(), 404);
        let again = send(&client, &anna.headers(), "image/jpeg", "a", told_jpeg(1)).await;
        assert_eq!(again.status.as_u16(), 404, "what was removed does not come back by sending it once more");
    })
    .await;
}

#[tokio::test]
async fn a_visitor_keeps_photos_and_has_them_after_signing_in() {
    on_each_database(async |client| {
        let answer = send(&client, &[], "image/png", "a", png(1, 1, true)).await;
        assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
        let cookie = answer.cookie("svar_visitor");
        let path = format!("{UPLOADS}/{}", answer.json()["id"].as_str().unwrap());
        assert_eq!(client.get_with(&path, &[("cookie", &cookie)]).await.status.as_u16(), 200);
        let again = send(&client, &[("cookie", &cookie)], "image/png", "b", png(1, 1, true)).await;
        assert_eq!((again.status.as_u16(), again.cookie("svar_visitor").as_str()), (201, ""));
        let anna = client.sign_in_as("person-anna").await;
        let both = format!("{}; {cookie}", anna.cookie);
        assert_eq!(client.get_with(&path, &[("cookie", &both)]).await.status.as_u16(), 200);
        assert_eq!(client.get_as(&anna, &path).await.status.as_u16(), 404, "on another device they are not hers");
    })
    .await;
}

#[tokio::test]
async fn what_is_part_of_no_message_is_removed_after_seven_days() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        kept(&client, &anna, "a").await;
        let now = client.backend.clock.seconds();
        for (name, later, expected) in
            [("at_once", 0, 1), ("a_second_less", 7 * DAY_S - 1, 1), ("seven_days", 7 * DAY_S, 0)]
        {
            client.backend.store.forget_expired(now + later).await.unwrap();
            assert_eq!(count(&client).await, expected, "{name}");
        }
    })
    .await;
}

/// Files that are kept.
pub async fn count(client: &Client) -> i64 {
    let asked = sqlx::query_as("SELECT COUNT(*) FROM upload");
    let (rows,): (i64,) = asked.fetch_one(&client.database().await).await.unwrap();
    rows
}
