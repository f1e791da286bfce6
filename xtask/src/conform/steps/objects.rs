//! Objects, whoever looks.

use contract::routes;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::at;

/// `GET /objects/{id}` and its picture.
pub fn take(run: &mut Run<'_>) {
    let absent = Ask::get(at(routes::OBJECT, &["conform-asks-for-nothing"]));
    run.refused("an object that is not there", &absent, 404, "not_found");
    let Some(id) = run.learnt.object_id.clone() else {
        run.leave("an object", "no order of this account names one");
        return;
    };
    let Some(_) = run.wanted(&Ask::get(at(routes::OBJECT, &[&id])), 200) else { return };
    let picture = run.call(&Ask::get(at(routes::OBJECT_PICTURE, &[&id])));
    if picture.status == 200 {
        let policy = picture.header("content-security-policy").to_owned();
        let is_harmless = policy.contains("default-src 'none'") || policy.contains("sandbox");
        run.claim("a picture may not run scripts", is_harmless, format!("its policy is `{policy}`"));
    } else {
        run.leave("a picture", "this object has none");
    }
}
