//! Whose turn it is: everyone at the table, one of them marked, and the same in words.

use leptos::prelude::*;
use rules::turn::Turn;

use super::icon::Icon;
use crate::erase::view;

/// Who sits at the table beside support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sides {
    /// The person alone.
    One,
    /// The person, and the buyer or seller that the case is about too.
    Two,
}

#[component]
pub fn WhoseTurn(turn: Turn, sides: Sides) -> impl IntoView {
    let seats = match sides {
        Sides::One => vec![Turn::You, Turn::Support],
        Sides::Two => vec![Turn::You, Turn::Support, Turn::Other],
    };
    view! {
        <div class="whose-turn">
            <ul class="whose-turn__table" aria-hidden="true">
                {seats.into_iter().map(|seat| view! { <Seat seat=seat turn=turn/> }).collect::<Vec<_>>()}
            </ul>
            <p class="whose-turn__words">{words(turn)}</p>
        </div>
    }
}

/// One at the table. The one whose turn it is is filled in, and has the word.
#[component]
fn Seat(seat: Turn, turn: Turn) -> impl IntoView {
    let has_turn = seat == turn;
    let class = if has_turn { "whose-turn__seat whose-turn__seat--marked" } else { "whose-turn__seat" };
    view! {
        <li class=class>
            <svg class="whose-turn__figure" viewBox="0 0 48 52">
                <path class="whose-turn__body" d="M5 49c.8-11.500 8.600-18 19-18s18.200 6.500 19 18Z"></path>
                <circle class="whose-turn__head" cx="24" cy="18" r="9.500"></circle>
            </svg>
            <span class="whose-turn__name">{name(seat)}</span>
            {has_turn.then(|| view! { <span class="whose-turn__mark"><Icon name="hammer"/></span> })}
        </li>
    }
}

fn name(seat: Turn) -> String {
    match seat {
        Turn::You | Turn::Nobody => t!("whose-turn-you"),
        Turn::Other => t!("whose-turn-other"),
        Turn::Support => t!("whose-turn-support"),
    }
}

/// Whose turn it is, as a sentence.
#[must_use]
pub fn words(turn: Turn) -> String {
    match turn {
        Turn::You => t!("whose-turn-is-you"),
        Turn::Other => t!("whose-turn-is-other"),
        Turn::Support => t!("whose-turn-is-support"),
        Turn::Nobody => t!("whose-turn-is-nobody"),
    }
}
