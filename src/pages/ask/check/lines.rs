//! The lines of a request, from what is known of the person, the order and the draft.

use contract::{ContactMethod, Order, Person};
use rules::order::Side;

use crate::{
    browser::intl,
    components::{
        call_times, contact_options, order_money, order_state,
        request_preview::{LineKind, PreviewLine},
        skip_reason,
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
        let state = order_state::words(&order.state, Side::of(&order.role));
        let state = t!("ask-check-order-state-text", state = state, date = format::day_of(order.placed_at));
        optional("order_state", t!("ask-check-order-state"), state);
        optional("shipping", t!("ask-check-shipping"), shipping(order));
        optional("money", t!("ask-check-money"), money(order));
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
    let reply = t!("ask-check-reply-by", method = method, language = format::language(&draft.spoken));
    lines.push(PreviewLine { key: "method", label: t!("ask-check-reply"), value: reply, kind: step(AskStep::Contact) });
    if draft.method == ContactMethod::Phone.word() {
        let value = joined([Some(draft.phone.clone()), Some(call_times::in_words(&draft.slot))]);
        lines.push(PreviewLine { key: "call", label: t!("ask-check-call"), value, kind: step(AskStep::Contact) });
    }
    if !draft.seller_reason.is_empty() {
        let (label, value) = (t!("ask-check-seller-reason"), skip_reason::name(&draft.seller_reason.clone().into()));
        lines.push(PreviewLine { key: "seller_reason", label, value, kind: step(AskStep::Contact) });
    }
    if let Some(person) = person {
        let value =
            t!("ask-check-person-text", name = person.display_name.clone(), email = person.email_masked.clone());
        lines.push(PreviewLine { key: "person", label: t!("ask-check-person"), value, kind: LineKind::Needed });
    }
    lines
}

/// The names of those that go along as they are shown. Nothing that is not shown ever does.
pub fn shared(lines: &[PreviewLine]) -> Vec<&'static str> {
    lines.iter().filter(|line| line.kind == LineKind::Shared).map(|line| line.key).collect()
}

fn shipping(order: &Order) -> String {
    let Some(shipping) = &order.shipping else { return String::new() };
    let passed = shipping.stations.iter().rev().find_map(|station| Some((station.state.word(), station.at?)));
    let passed = passed.map(|(word, at)| {
        let side = Side::of(&order.role).word();
        let station = t!("order-journey-station", station = word.to_owned(), side = side, plain = format::plain(word));
        format!("{station}, {}", format::day_and_time(at))
    });
    let eta = shipping.eta.filter(|_| shipping.delivered_at.is_none());
    let eta = eta.map(|at| t!("order-journey-expected", date = format::day_of(at)));
    let [carrier, code] = [&shipping.carrier, &shipping.tracking_code].map(|word| Some(word.clone()));
    joined([carrier, code, passed, eta])
}

fn money(order: &Order) -> String {
    let sentences = order_money::sentences(order.money.as_ref(), order.payout.as_ref());
    let sentences = Some(sentences.join(" "));
    joined([Some(format::money(&order.total)), sentences])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
