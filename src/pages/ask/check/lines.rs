//! The lines of a request, from what is known of the person, the order and the draft.

use contract::{ContactMethod, Order, Person};
use rules::order::Side;

use crate::{
    browser::intl,
    components::{
        contact_options, order_state,
        request_preview::{LineKind, PreviewLine},
    },
    flows::ask::draft::Draft,
    i18n::{self, format},
    paths::{self, AskStep},
};

/// All lines, those that are needed first.
pub fn lines(draft: &Draft, person: Option<&Person>, order: Option<&Order>) -> Vec<PreviewLine> {
    let mut lines = needed(draft, person);
    let kind =
        |key: &str| if draft.withheld.iter().any(|it| it == key) { LineKind::Withheld } else { LineKind::Shared };
    let mut optional = |key: &'static str, label: String, value: String| {
        if !value.is_empty() {
            lines.push(PreviewLine { key, label, value, kind: kind(key) });
        }
    };
    if !draft.answer_id.is_empty() {
        optional("answer", t!("ask-check-answer"), t!("ask-check-answer-text"));
    }
    if let Some(order) = order {
        optional("order_state", t!("ask-check-order-state"), order_state::words(&order.state, Side::of(&order.role)));
        optional("shipping", t!("ask-check-shipping"), shipping(order));
        let money = order.money.as_ref().map(|it| it.state.word());
        let money = money.map(|word| t!("order-money-state", state = word.to_owned(), plain = format::plain(word)));
        optional("money", t!("ask-check-money"), money.unwrap_or_default());
    }
    optional("timezone", t!("ask-check-timezone"), intl::timezone());
    lines
}

fn needed(draft: &Draft, person: Option<&Person>) -> Vec<PreviewLine> {
    let step = |step| LineKind::Changeable(paths::ask_step(&i18n::locale(), step, &draft.id));
    let mut lines = vec![PreviewLine {
        key: "statement",
        label: t!("ask-check-question"),
        value: draft.text.trim().to_owned(),
        kind: step(AskStep::Describe),
    }];
    if !draft.label.is_empty() {
        let kind = LineKind::Needed;
        lines.push(PreviewLine { key: "subject", label: t!("ask-check-subject"), value: draft.label.clone(), kind });
    }
    let method = contact_options::name(&ContactMethod::from(draft.method.clone()));
    let reply = t!("ask-check-reply-by", method = method, language = format::language(&draft.language));
    lines.push(PreviewLine { key: "method", label: t!("ask-check-reply"), value: reply, kind: step(AskStep::Contact) });
    if let Some(person) = person {
        let value =
            t!("ask-check-person-text", name = person.display_name.clone(), email = person.email_masked.clone());
        lines.push(PreviewLine { key: "person", label: t!("ask-check-person"), value, kind: LineKind::Needed });
    }
    lines
}

fn shipping(order: &Order) -> String {
    let shipping = order.shipping.as_ref().filter(|it| !it.tracking_code.is_empty());
    shipping.map(|it| format!("{} · {}", it.carrier, it.tracking_code)).unwrap_or_default()
}
