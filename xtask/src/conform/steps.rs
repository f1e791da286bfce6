//! The steps, in the order in which one would build a backend: each is of use with those before it alone.

mod account;
mod answers;
mod availability;
mod callbacks;
mod cases;
mod conversations;
mod events;
mod further;
mod help;
mod meta;
mod objects;
mod orders;
mod search;
mod session;
mod sign_in_help;
mod sign_out;

use super::run::Run;

/// One part of the contract.
pub struct Step {
    pub name: &'static str,
    /// The word in `/meta` that says that it is there; `None` where it is always there.
    pub capability: Option<&'static str>,
    pub is_required: bool,
    pub is_for_a_person: bool,
    pub take: fn(&mut Run<'_>),
}

const fn required(name: &'static str, capability: Option<&'static str>, take: fn(&mut Run<'_>)) -> Step {
    Step { name, capability, is_required: true, is_for_a_person: false, take }
}

const fn optional(name: &'static str, capability: &'static str, take: fn(&mut Run<'_>)) -> Step {
    Step { name, capability: Some(capability), is_required: false, is_for_a_person: false, take }
}

const fn of_a_person(step: Step) -> Step {
    Step { is_for_a_person: true, ..step }
}

/// All steps.
pub const fn all() -> [Step; 18] {
    [
        required("meta", None, meta::take),
        required("other origins", None, meta::origins),
        required("help", Some("help"), help::take),
        optional("search", "search", search::take),
        optional("feedback", "feedback", help::feedback),
        required("session", Some("sessions"), session::take),
        of_a_person(required("account", Some("sessions"), account::take)),
        optional("help without sign-in", "sign_in_help", sign_in_help::take),
        of_a_person(optional("orders", "orders", orders::take)),
        optional("objects", "objects", objects::take),
        optional("answers", "answers", answers::take),
        required("availability", Some("availability"), availability::take),
        of_a_person(required("cases", Some("cases"), cases::take)),
        of_a_person(required("conversations", Some("conversations"), conversations::take)),
        optional("call backs", "callbacks", callbacks::take),
        of_a_person(optional("events", "events", events::take)),
        required("further calls", None, further::take),
        of_a_person(required("sign-out", Some("sessions"), sign_out::take)),
    ]
}
