//! What the document has and no step above asks: calls that need nothing are asked, the others are named.

use contract::routes;
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;

/// Calls of whoever keeps the backend running, which a proxy may well hide.
const OF_THE_PROCESS: [&str; 2] = [routes::HEALTHZ, routes::READYZ];

/// Every call of the document that has not been asked yet.
pub fn take(run: &mut Run<'_>) {
    for (method, path) in run.document.operations() {
        let name = format!("{method} {path}");
        if run.has_asked(&name) || path == routes::SESSION_REDIRECT || path == routes::SESSION_CALLBACK {
            continue;
        }
        if method != Method::GET || path.contains('{') {
            // Signing out has a step of its own behind this one.
            if name != format!("DELETE {}", routes::SESSION) {
                run.leave(name, "no step of this run asks it");
            }
        } else if OF_THE_PROCESS.contains(&path.as_str()) {
            let answer = run.client.ask(&Ask::get(path));
            if answer.status != 204 {
                run.leave(name, format!("optional; {}", answer.told()));
            }
        } else {
            // How it fares is said at the end of the step, with what the document has for it.
            run.call(&Ask::get(path));
        }
    }
}
