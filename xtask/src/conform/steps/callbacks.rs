//! Calls from support. None is asked for: the run has no telephone.

use contract::routes;
use serde_json::Value;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, encoded, fresh_id, word};

/// `GET /callbacks/slots`, and call backs that are not there.
pub fn take(run: &mut Run<'_>) {
    let path = format!("{}?language={}", routes::CALLBACK_SLOTS, encoded(&run.learnt.locale));
    let Some(answer) = run.wanted(&Ask::get(path), 200) else { return };
    run.is_private(routes::CALLBACK_SLOTS, &answer);
    let slots = answer.json()["items"].as_array().cloned().unwrap_or_default();
    let starts: Vec<&str> = slots.iter().map(|slot| word(slot, "/from")).collect();
    let is_in_order = starts.windows(2).all(|pair| pair[0] < pair[1]);
    run.claim("slots are in order, each once", is_in_order, format!("they begin at {starts:?}"));
    let backward = slots.iter().find(|slot: &&Value| word(slot, "/from") >= word(slot, "/to"));
    run.claim("slots end after they begin", backward.is_none(), format!("{backward:?} does not"));
    if run.learnt.is_signed_in {
        let absent = Ask::get(at(routes::CALLBACK, &[&fresh_id()]));
        run.refused("a call back that is not there or not yours", &absent, 404, "not_found");
    }
    let nobody = Ask::get(at(routes::CALLBACK, &[&fresh_id()])).by_nobody();
    run.refused("a call back for nobody", &nobody, 401, "signed_out");
    run.leave("asking for a call, moving and cancelling it", "this run has no telephone");
}
