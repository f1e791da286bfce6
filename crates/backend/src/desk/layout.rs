//! What every page of the desk has around it.

use axum::response::Html;
use maud::{DOCTYPE, Markup, html};

use super::HOME;
use crate::store::staff::StaffSessionRow;

/// A whole page; `who` is absent where nobody is signed in.
pub fn page(title: &str, who: Option<&StaffSessionRow>, main: &Markup) -> Html<String> {
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " · Svar desk" }
                link rel="icon" href="/desk/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/desk/style.css";
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                (head(who))
                main #main tabindex="-1" { (main) }
            }
        }
    };
    Html(whole.into_string())
}

fn head(who: Option<&StaffSessionRow>) -> Markup {
    html! {
        header.top {
            a.brand href=(HOME) { "Svar " span { "desk" } }
            @if let Some(who) = who {
                nav aria-label="Desk" {
                    a href=(HOME) { "Cases" }
                    a href="/desk/calls" { "Calls" }
                    a href="/desk/contact" { "Contact" }
                    a href="/desk/mails" { "Mails" }
                }
                form.who method="post" action="/desk/sign-out" {
                    (csrf(who))
                    span { (who.staff.display_name) }
                    button.quiet type="submit" { "Sign out" }
                }
            }
        }
    }
}

/// The session's word, for a form.
pub fn csrf(who: &StaffSessionRow) -> Markup {
    html! { input type="hidden" name="csrf" value=(who.csrf); }
}
