//! What the backend says of itself, what holds for every call, and which sites may ask.

use contract::{CONTRACT_VERSION, routes};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::word;

/// `GET /meta` and the rules for all calls.
pub fn take(run: &mut Run<'_>) {
    let Some(answer) = run.is_public(routes::META) else { return };
    let meta = answer.json();
    let words = |pointer: &str, field: &str| -> Vec<String> {
        let items = meta.pointer(pointer).and_then(Value::as_array).into_iter().flatten();
        items
            .map(|item| if field.is_empty() { item } else { &item[field] })
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    run.learnt.capabilities = words("/capabilities", "");
    run.learnt.locale = word(&meta, "/default_locale").to_owned();
    run.learnt.sign_in = word(&meta, "/sign_in/kind").to_owned();
    let version = word(&meta, "/contract_version");
    let major = |version: &str| version.split('.').next().unwrap_or_default().to_owned();
    let claim = format!("`contract_version` is one that this Svar speaks, {}", CONTRACT_VERSION);
    run.claim(claim, major(version) == major(CONTRACT_VERSION), format!("it is `{version}`"));
    let locales = words("/locales", "tag");
    let is_known = locales.contains(&run.learnt.locale);
    run.claim("`default_locale` is one of `locales`", is_known, format!("`{}` is not", run.learnt.locale));
    let kind = run.learnt.sign_in.clone();
    let is_known = ["password", "redirect"].contains(&kind.as_str());
    run.claim("`sign_in.kind` is `password` or `redirect`", is_known, format!("it is `{kind}`"));
    headers(run);
    every_call(run);
}

fn headers(run: &mut Run<'_>) {
    let answer = run.call(&Ask::get(routes::META));
    for (name, part) in [
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'"),
        ("content-security-policy", "frame-ancestors 'none'"),
    ] {
        let value = answer.header(name).to_owned();
        run.claim(format!("answers have `{name}` with `{part}`"), value.contains(part), format!("it is `{value}`"));
    }
}

fn every_call(run: &mut Run<'_>) {
    run.refused("a call that is not there", &Ask::get("/conform-asks-for-nothing"), 404, "not_found");
    let answer = run.refused("DELETE /meta", &Ask::new(Method::DELETE, routes::META), 405, "method_not_allowed");
    let allow = answer.header("allow").to_owned();
    run.claim("405 comes with `Allow`", allow.contains("GET"), format!("`Allow: {allow}`"));
    let head = run.client.ask(&Ask::new(Method::HEAD, routes::META));
    run.claim("HEAD is GET without a body", head.status == 200 && head.body.is_empty(), head.told());
    if run.offers("sessions") && run.learnt.sign_in == "password" {
        let post = || Ask::send(Method::POST, routes::SESSION, &json!({}));
        run.refused("a body that is no JSON", &post().text("{"), 400, "json_malformed");
        let form = post().with("content-type", "application/x-www-form-urlencoded");
        run.refused("a form's body", &form, 415, "media_type_unsupported");
        let large = json!({"email": "a".repeat(100_000), "password": "b"});
        run.refused("a body of 100 KB", &post().text(large.to_string()), 413, "body_too_large");
    }
}

/// Cross-origin requests: only listed sites are let in, with their people's cookies.
pub fn origins(run: &mut Run<'_>) {
    let stranger = "https://conform-stranger.invalid";
    let answer = run.call(&Ask::get(routes::META).with("origin", stranger));
    let named = answer.header("access-control-allow-origin").to_owned();
    run.claim(
        "a site that nobody listed is not let in",
        named != stranger && named != "*",
        format!("it is: `{named}`"),
    );
    let Some(site) = run.given.site.clone() else {
        run.leave("a listed site is let in", "give its origin with --site");
        return;
    };
    let ask = Ask::new(Method::OPTIONS, routes::ME).with("origin", site.clone());
    let permission = run.client.ask(&ask.with("access-control-request-method", "PATCH"));
    let claim = format!("a page of {site} may ask before it changes something");
    run.claim(claim, (200..300).contains(&permission.status), permission.told());
    let answer = run.call(&Ask::get(routes::META).with("origin", site.clone()));
    for (what, answer, name, parts) in [
        ("every answer", &answer, "access-control-allow-origin", vec![site.as_str()]),
        ("every answer", &answer, "access-control-allow-credentials", vec!["true"]),
        ("every answer", &answer, "access-control-expose-headers", vec!["etag", "retry-after"]),
        ("every answer", &answer, "vary", vec!["origin"]),
        ("the permission", &permission, "access-control-allow-origin", vec![site.as_str()]),
        ("the permission", &permission, "access-control-allow-methods", vec!["put", "post", "patch", "delete"]),
        (
            "the permission",
            &permission,
            "access-control-allow-headers",
            vec!["content-type", "svar-csrf", "idempotency-key", "if-match", "if-none-match"],
        ),
    ] {
        let value = answer.header(name).to_lowercase();
        let absent: Vec<&str> = parts.into_iter().filter(|part| !value.contains(&part.to_lowercase())).collect();
        let came = format!("`{value}` lacks {}", absent.join(", "));
        run.claim(format!("{what} to a listed site has `{name}`"), absent.is_empty(), came);
    }
}
