//! A person's orders, as their buyer or as their seller.

use contract::routes;
use serde_json::Value;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, word};

/// `GET /orders` and one of them.
pub fn take(run: &mut Run<'_>) {
    let nobody = Ask::get(routes::ORDERS).by_nobody();
    run.refused("GET /orders where nobody is signed in", &nobody, 401, "signed_out");
    let mut seen = Vec::new();
    for role in ["buyer", "seller"] {
        let path = format!("{}?role={role}", routes::ORDERS);
        let Some(list) = run.wanted(&Ask::get(path.clone()), 200) else { return };
        run.is_private(&path, &list);
        let items = list.json()["items"].as_array().cloned().unwrap_or_default();
        let is_of_role = items.iter().all(|order| word(order, "/role") == role);
        run.claim(format!("GET {path} has orders of that role alone"), is_of_role, "others are there, too");
        run.is_list(&path);
        seen.extend(items);
    }
    sides(run, &seen);
    let unknown = Ask::get(format!("{}?role=neighbour", routes::ORDERS));
    run.refused("a role that there is not", &unknown, 422, "parameter_invalid");
    let absent = Ask::get(at(routes::ORDER, &["conform-is-not-yours"]));
    run.refused("an order that is not there or not yours", &absent, 404, "not_found");
    let Some(order) = seen.first() else {
        run.leave("one order", "this account has none");
        return;
    };
    one(run, word(order, "/id"));
}

/// A buyer sees no payout, a seller no money of the buyer's.
fn sides(run: &mut Run<'_>, orders: &[Value]) {
    let is_mixed = |order: &&Value| !order["money"].is_null() && !order["payout"].is_null();
    let mixed = orders.iter().find(is_mixed);
    let came = format!("`{}` has both", mixed.map_or("", |order| word(order, "/id")));
    run.claim("no order has `money` and `payout`", mixed.is_none(), came);
}

fn one(run: &mut Run<'_>, id: &str) {
    let path = at(routes::ORDER, &[id]);
    let Some(answer) = run.wanted(&Ask::get(path.clone()), 200) else { return };
    run.is_private(&path, &answer);
    run.has_tag(&path, &answer);
    let order = answer.json();
    run.claim("an order says what it allows, in `actions`", order["actions"].is_array(), "there are none");
    run.refused("somebody's order for nobody", &Ask::get(path).by_nobody(), 401, "signed_out");
    run.learnt.order_id = Some(id.to_owned());
    let object = word(&order, "/objects/0/id");
    run.learnt.object_id = (!object.is_empty()).then(|| object.to_owned());
}
