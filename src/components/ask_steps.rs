//! How far one is with asking, and what comes.

use leptos::prelude::*;

use crate::{erase::view, paths::AskStep};

const STEPS: [AskStep; 5] = [AskStep::About, AskStep::Describe, AskStep::Answer, AskStep::Contact, AskStep::Check];

/// `hrefs` gives the address of a step that has been taken.
#[component]
pub fn AskSteps(current: AskStep, href: Callback<AskStep, String>) -> impl IntoView {
    let at = STEPS.iter().position(|step| *step == current).unwrap_or(STEPS.len());
    let entries = STEPS.into_iter().enumerate().map(|(index, step)| entry(step, index, at, href)).collect::<Vec<_>>();
    view! {
        <nav class="ask-steps" aria-label=t!("ask-steps-label")>
            <ol class="ask-steps__list">{entries}</ol>
        </nav>
    }
}

fn entry(step: AskStep, index: usize, at: usize, href: Callback<AskStep, String>) -> AnyView {
    let words = words(step);
    if index < at {
        view! { <li class="ask-steps__step ask-steps__step--done"><a class="ask-steps__link" href=href.run(step)>{words}</a></li> }
    } else {
        let current = (index == at).then_some("step");
        view! { <li class="ask-steps__step" aria-current=current>{words}</li> }
    }
}

fn words(step: AskStep) -> String {
    match step {
        AskStep::About => t!("ask-steps-about"),
        AskStep::Describe => t!("ask-steps-describe"),
        AskStep::Answer => t!("ask-steps-answer"),
        AskStep::Contact => t!("ask-steps-contact"),
        AskStep::Check | AskStep::Sent => t!("ask-steps-check"),
    }
}
