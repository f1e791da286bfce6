//! What the marketplace wants everyone to know today, at the top of every page.

use crate::{erase::view, live::Live};
use contract::{Notice, NoticeTone};
use leptos::prelude::*;

use super::{element::plain, icon::Icon};

#[component]
pub fn NoticeStrip(notices: Live<Vec<Notice>>) -> impl IntoView {
    move || {
        let notices = notices();
        (!notices.is_empty()).then(|| {
            view! {
                <section class="notice-strip" aria-label=t!("notice-strip-label")>
                    {notices.into_iter().map(|notice| view! { <NoticeLine notice=notice/> }).collect::<Vec<_>>()}
                </section>
            }
        })
    }
}

#[component]
fn NoticeLine(notice: Notice) -> impl IntoView {
    let (icon, class) = match notice.tone {
        NoticeTone::Warning => ("warning", "notice-strip__line notice-strip__line--warning"),
        NoticeTone::Info | NoticeTone::Other(_) => ("note", "notice-strip__line"),
    };
    view! { <p class=class lang=notice.locale><Icon name=icon/>{plain("span", vec![notice.text.into_any()])}</p> }
}
