//! The account: read, and changed only by who has read it. What is written is what stands there already.

use contract::routes;
use serde_json::json;
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::word;

/// `GET` and `PATCH /me`.
pub fn take(run: &mut Run<'_>) {
    let nobody = Ask::get(routes::ME).by_nobody();
    run.refused("GET /me where nobody is signed in", &nobody, 401, "signed_out");
    let Some(answer) = run.wanted(&Ask::get(routes::ME), 200) else { return };
    run.is_private(routes::ME, &answer);
    run.has_tag(routes::ME, &answer);
    let masked = word(&answer.json(), "/email_masked").to_owned();
    let shown = masked.split('@').next().unwrap_or_default().chars().filter(|it| it.is_alphanumeric()).count();
    run.claim("`email_masked` shows two letters at most before the `@`", shown <= 2, format!("it is `{masked}`"));
    let tag = answer.header("etag").to_owned();
    let same = json!({"language": word(&answer.json(), "/language")});
    let patch = || Ask::send(Method::PATCH, routes::ME, &same);
    run.refused(
        "a change without the session's word",
        &patch().with("if-match", tag.clone()).without_word(),
        403,
        "csrf_invalid",
    );
    run.refused("a change without `If-Match`", &patch(), 428, "precondition_required");
    run.refused(
        "a change of another time",
        &patch().with("if-match", "\"of-another-time\""),
        412,
        "precondition_failed",
    );
    let nowhere = Ask::send(Method::PATCH, routes::ME, &json!({"timezone": "Nowhere/At_All"}));
    run.refused("a time zone that there is not", &nowhere.with("if-match", tag.clone()), 422, "body_invalid");
    let kept = run.call(&patch().with("if-match", tag));
    run.claim("a change with its `If-Match` is kept", kept.status == 200, kept.told());
}
