//! Signing out: the last step, because nothing of a person can be asked after it.

use contract::routes;
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;

/// `DELETE /session`.
pub fn take(run: &mut Run<'_>) {
    let delete = || Ask::new(Method::DELETE, routes::SESSION);
    run.refused("signing out without the session's word", &delete().without_word(), 403, "csrf_invalid");
    let line = run.client.cookie_line();
    let Some(answer) = run.wanted(&delete(), 204) else { return };
    let forgotten = answer.header("clear-site-data").to_owned();
    let is_kept = forgotten.contains("\"storage\"") && !forgotten.contains("\"cookies\"");
    let claim = "signing out clears the site's storage, and no cookies of the whole domain";
    run.claim(claim, is_kept, format!("`Clear-Site-Data: {forgotten}`"));
    let kept = Ask::get(routes::SESSION).by_nobody().with("cookie", line);
    run.refused("the session's cookie after signing out", &kept, 401, "signed_out");
    run.learnt.is_signed_in = false;
}
