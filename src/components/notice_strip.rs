//! What the marketplace wants everyone to know today, at the top of every page.

use contract::{Notice, NoticeTone};
use leptos::prelude::*;

use super::icon::Icon;

#[component]
pub fn NoticeStrip(notices: Signal<Vec<Notice>>) -> impl IntoView {
    move || {
        let notices = notices.get();
        (!notices.is_empty()).then(|| {
            view! {
                <section class="notice-strip" aria-label=t!("notice-strip-label")>
                    {notices.into_iter().map(|notice| view! { <NoticeLine notice=notice/> }).collect_view()}
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
    view! { <p class=class lang=notice.locale><Icon name=icon/><span>{notice.text}</span></p> }
}
