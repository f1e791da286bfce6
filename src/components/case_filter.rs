//! Which cases are shown: all, or those where it is one side's turn. Each choice is an address of its own.

use leptos::prelude::*;

use crate::{erase::view, i18n, live::Live, paths};

/// The choices; the address holds their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseTurn {
    #[default]
    All,
    Yours,
    Supports,
    Over,
}

impl CaseTurn {
    /// The choice that an address names; anything else is all.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "mine" => Self::Yours,
            "support" => Self::Supports,
            "none" => Self::Over,
            _ => Self::All,
        }
    }

    /// The word in the address; all cases need none.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Yours => Some("mine"),
            Self::Supports => Some("support"),
            Self::Over => Some("none"),
        }
    }

    fn label(self) -> String {
        match self {
            Self::All => t!("case-filter-all"),
            Self::Yours => t!("case-filter-yours"),
            Self::Supports => t!("case-filter-supports"),
            Self::Over => t!("case-filter-over"),
        }
    }
}

#[component]
pub fn CaseFilter(current: Live<CaseTurn>) -> impl IntoView {
    let all = [CaseTurn::All, CaseTurn::Yours, CaseTurn::Supports, CaseTurn::Over].into_iter();
    view! {
        <nav class="case-filter" aria-label=t!("case-filter-title")>
            <ul class="case-filter__list">
                {all.map(|turn| view! { <Choice turn=turn current=current.clone()/> }).collect::<Vec<_>>()}
            </ul>
        </nav>
    }
}

#[component]
fn Choice(turn: CaseTurn, current: Live<CaseTurn>) -> impl IntoView {
    let cases = paths::cases(&i18n::locale());
    let href = turn.word().map_or_else(|| cases.clone(), |word| format!("{cases}?turn={word}"));
    view! {
        <li class="case-filter__item">
            <a class="case-filter__link" href=href aria-current=move || (current() == turn).then_some("page")>
                {turn.label()}
            </a>
        </li>
    }
}
