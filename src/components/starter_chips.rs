//! Beginnings of a question, for those before whom an empty box is hard.

use leptos::prelude::*;

use crate::erase::view;

/// `topic` is the word of the article that led here, empty where none did; `on_choose` gets the words to begin with.
#[component]
pub fn StarterChips(topic: String, is_about_order: bool, on_choose: Callback<String>) -> impl IntoView {
    let words = of_topic(&topic).unwrap_or_else(|| if is_about_order { of_order() } else { general() });
    let chips = words.into_iter().map(|words| chip(words, on_choose)).collect::<Vec<_>>();
    view! {
        <div class="starter-chips" role="group" aria-labelledby="starter-chips-title">
            <p class="starter-chips__title" id="starter-chips-title">{t!("starter-chips-title")}</p>
            <ul class="starter-chips__list">{chips}</ul>
        </div>
    }
}

/// Of topics that are known here; a backend may have others, which begin like any question.
fn of_topic(topic: &str) -> Option<Vec<String>> {
    let words = match topic {
        "not_arrived" | "tracking" | "shipping" => vec![
            t!("starter-chips-not-arrived"),
            t!("starter-chips-tracking"),
            t!("starter-chips-not-here"),
            t!("starter-chips-address"),
        ],
        "not_as_described" | "report_problem" | "case_review" | "case_outcome" => vec![
            t!("starter-chips-damaged"),
            t!("starter-chips-different"),
            t!("starter-chips-part-missing"),
            t!("starter-chips-seller-silent"),
        ],
        "message_seller" => vec![t!("starter-chips-seller-silent"), t!("starter-chips-message")],
        "payment" | "fees" => {
            vec![t!("starter-chips-pay-failed"), t!("starter-chips-charged"), t!("starter-chips-paying")]
        }
        "refund" | "cancel" | "withdrawal" => {
            vec![t!("starter-chips-refund-late"), t!("starter-chips-cancel"), t!("starter-chips-return")]
        }
        "payout" | "payout_hold" => {
            vec![t!("starter-chips-payout-late"), t!("starter-chips-payout-hold"), t!("starter-chips-payout-account")]
        }
        "buyer_problem" => vec![t!("starter-chips-buyer-problem"), t!("starter-chips-payout-hold")],
        "account" | "safety" | "counterfeit" | "threat" | "account_taken" | "suspicious_message" => vec![
            t!("starter-chips-restricted"),
            t!("starter-chips-message"),
            t!("starter-chips-account"),
            t!("starter-chips-trust"),
        ],
        _ => return None,
    };
    Some(words)
}

fn of_order() -> Vec<String> {
    vec![
        t!("starter-chips-not-arrived"),
        t!("starter-chips-damaged"),
        t!("starter-chips-different"),
        t!("starter-chips-return"),
        t!("starter-chips-payment"),
    ]
}

fn general() -> Vec<String> {
    vec![
        t!("starter-chips-account"),
        t!("starter-chips-bidding"),
        t!("starter-chips-paying"),
        t!("starter-chips-selling"),
        t!("starter-chips-trust"),
    ]
}

fn chip(words: String, on_choose: Callback<String>) -> AnyView {
    let chosen = words.clone();
    view! {
        <li class="starter-chips__item">
            <button class="starter-chips__chip" type="button" on:click=move |_| on_choose.run(chosen.clone())>{words}</button>
        </li>
    }
}
