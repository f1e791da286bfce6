//! An issuer that the backend can reach, with whom the tests play the browser, and who may be made evil.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::header,
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use backend::{
    clock::Clock,
    issuer::{self, Issuer},
    oidc::Oidc,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower::ServiceExt;

use super::client::Client;

const SITE: &str = "http://127.0.0.1:8080";

/// What is wrong with the issuer's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evil {
    Nothing,
    /// The token speaks of somebody else than was signed for.
    OtherSubject,
    CutSignature,
    NoSignature,
    /// The issuer's keys are not those that sign.
    OtherKeys,
    NoToken,
}

/// The issuer.
pub struct Elsewhere {
    router: Router,
    url: String,
}

impl Elsewhere {
    /// An issuer whose clock is off by that many seconds, and the backend that sends people there.
    pub async fn beside(client: Client, evil: Evil, seconds: i64) -> (Client, Self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let moment = client.backend.clock.now() + time::Duration::seconds(seconds);
        let make = || issuer::router(Issuer::new(&url, Clock::starting_at(Some(moment))).unwrap());
        let other = make();
        let router = make().layer(from_fn(move |request, next| spoilt(evil, other.clone(), request, next)));
        tokio::spawn(axum::serve(listener, router.clone()).into_future());
        let callback = format!("{SITE}/api/v1/session/callback");
        let oidc = Oidc::new(&url, "svar", None, &callback).unwrap();
        (client.changed(|backend| backend.oidc = Some(Arc::new(oidc))), Self { router, url })
    }

    /// Sets out: where the browser is sent, and its cookie.
    pub async fn depart(&self, client: &Client, next: &str) -> (String, String) {
        let answer = client.get(&format!("/api/v1/session/redirect?next={next}")).await;
        let place = answer.header("location").to_owned();
        assert!(answer.status.as_u16() == 302 && place.starts_with(&self.url), "{} {place}", answer.status);
        let line = answer.cookie_line("svar_sign_in");
        assert!(line.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600"), "{line}");
        (place, answer.cookie("svar_sign_in"))
    }

    /// Chooses a person on the issuer's page: where the browser is sent back to, without the site's origin.
    pub async fn choose(&self, place: &str, person: &str) -> String {
        let page = self.ask(Request::get(place.strip_prefix(&self.url).unwrap()).body(Body::empty()).unwrap()).await;
        let page = String::from_utf8(to_bytes(page.into_body(), 100_000).await.unwrap().to_vec()).unwrap();
        let request = page.split("name=\"request\" value=\"").nth(1).expect(&page).split('"').next().unwrap();
        let form = Request::post("/authorize").header("content-type", "application/x-www-form-urlencoded");
        let sent = self.ask(form.body(Body::from(format!("request={request}&person={person}"))).unwrap()).await;
        let back = sent.headers()[header::LOCATION].to_str().unwrap();
        back.strip_prefix(SITE).unwrap().to_owned()
    }

    async fn ask(&self, request: Request) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }
}

async fn spoilt(evil: Evil, other: Router, request: Request, next: Next) -> Response {
    match (evil, request.uri().path()) {
        (Evil::Nothing, _) => next.run(request).await,
        (Evil::OtherKeys, "/jwks") => other.oneshot(request).await.unwrap(),
        (_, "/token") => {
            let body = to_bytes(next.run(request).await.into_body(), 100_000).await.unwrap();
            let mut answer: Value = serde_json::from_slice(&body).unwrap();
            let token = answer["id_token"].as_str().unwrap().to_owned();
            answer["id_token"] = changed(evil, &token);
            ([(header::CONTENT_TYPE, "application/json")], answer.to_string()).into_response()
        }
        _ => next.run(request).await,
    }
}

fn changed(evil: Evil, token: &str) -> Value {
    let [head, claims, signature] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
    let mut said: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    match evil {
        Evil::OtherSubject => {
            assert_eq!(said["sub"], "person-anna");
            said["sub"] = json!("person-ben");
            json!(format!("{head}.{}.{signature}", URL_SAFE_NO_PAD.encode(said.to_string())))
        }
        Evil::CutSignature => json!(format!("{head}.{claims}.{}", &signature[..40])),
        Evil::NoSignature => json!(format!("{}.{claims}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#))),
        Evil::NoToken => Value::Null,
        Evil::Nothing | Evil::OtherKeys => json!(token),
    }
}
