//! Fifth step: what support will see, line by line, before it is sent.

use contract::Order;
use leptos::prelude::*;

use super::{
    super::{go, load},
    Opened,
};
use crate::{
    api::{self, ApiError, fetched_anew, urls},
    browser::{dom, start::spawn},
    components::{
        load_state::Load,
        request_preview::{PreviewLine, RequestPreview},
    },
    erase::view,
    flows::{
        ask::sending::{Sent, send},
        photos::{Album, PhotosFlow},
    },
    i18n,
    live::{Live, live},
    paths::{self, AskStep},
    session::{self, Who},
};

mod lines;

/// What became of the last attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Attempt {
    None,
    UnderWay,
    /// One of them is not taken; it is said beside it.
    PhotoRefused,
    /// One of them did not arrive, or was stopped.
    PhotoFailed,
    Failed(ApiError),
}

const NEWS_ID: &str = "send-news";

#[component]
pub fn Check(opened: Opened) -> impl IntoView {
    let who = session::who();
    let order = opened.draft.order.clone();
    let order = load::<Order>(fetched_anew(move || (!order.is_empty()).then(|| urls::order(&order))));
    let draft = RwSignal::new(opened.draft.clone());
    let owner = opened.owner.clone();
    let toggle = Callback::new(move |key: &'static str| {
        draft.update(|draft| {
            match draft.withheld.iter().position(|withheld| withheld == key) {
                Some(index) => drop(draft.withheld.remove(index)),
                None => draft.withheld.push(key.to_owned()),
            }
            draft.keep(&owner);
        });
        spawn(async move {
            crate::browser::timer::frame().await;
            dom::focus(&format!("line-{key}"));
        });
    });
    let shown = live(move || {
        let order = match order.get() {
            Load::Ready(order) => Some(order),
            Load::Waiting | Load::Failed(_) => None,
        };
        let who = who.get();
        let person = if let Who::Person(person) = &who { Some(person.as_ref()) } else { None };
        lines::lines(&draft.get(), person, order.as_ref())
    });
    let album = album(&opened, draft);
    let attempt = RwSignal::new(Attempt::None);
    let is_locked = Signal::derive(move || attempt.get() == Attempt::UnderWay);
    view! {
        <p class="ask-check__lead">{t!("ask-check-lead")}</p>
        <RequestPreview lines=shown.clone() on_toggle=toggle/>
        <PhotosFlow album=album is_locked=is_locked/>
        <Send opened=opened draft=draft lines=shown album=album attempt=attempt/>
    }
    .into_any()
}

/// The draft's photos, kept with it.
fn album(opened: &Opened, draft: RwSignal<super::Draft>) -> Album {
    let owner = StoredValue::new(opened.owner.clone());
    let keep = move |photos| {
        // The page may be gone by now; what has arrived is known at the next attempt all the same.
        let Some(owner) = owner.try_get_value() else { return };
        let _ = draft.try_update(|draft| {
            draft.photos = photos;
            draft.keep(&owner);
        });
    };
    Album::of(opened.draft.id.clone(), opened.draft.photos.clone(), Callback::new(keep))
}

#[component]
fn Send(
    opened: Opened,
    draft: RwSignal<super::Draft>,
    lines: Live<Vec<PreviewLine>>,
    album: Album,
    attempt: RwSignal<Attempt>,
) -> impl IntoView {
    let (go, change) = (go(true), opened.step(AskStep::Contact));
    let describe = opened.step(AskStep::Describe);
    let owner = StoredValue::new(opened.owner);
    let press = move |_| {
        if attempt.get_untracked() == Attempt::UnderWay {
            return;
        }
        attempt.set(Attempt::UnderWay);
        let (go, change, describe) = (go.clone(), change.clone(), describe.clone());
        let shown = untrack(|| lines::shared(&lines()));
        spawn(async move {
            let Some(owner) = owner.try_get_value() else { return };
            match photos_sent(album).await {
                Ok(()) => {
                    let sent = send(&draft.get_untracked(), &owner, &shown).await;
                    happened(sent, [&change, &describe], attempt, album, &go);
                }
                Err(why) => fail(attempt, why),
            }
        });
    };
    let is_busy = move || attempt.get() == Attempt::UnderWay;
    view! {
        <div class="ask-check__send">
            <div class="ask-check__news" id=NEWS_ID role="alert" tabindex="-1">{move || news(&attempt.get())}</div>
            <button class="button" type="button" aria-disabled=move || is_busy().to_string() on:click=press>
                {move || if is_busy() { t!("ask-check-sending") } else { t!("ask-check-button") }}
            </button>
            {move || on_the_way(album)}
        </div>
    }
}

/// Leads on, or says why not.
fn happened(sent: Sent, [change, describe]: [&str; 2], attempt: RwSignal<Attempt>, album: Album, go: &dyn Fn(&str)) {
    match sent {
        Sent::Done(case) => go(&paths::ask_sent(&i18n::locale(), &case)),
        Sent::MethodGone => go(&paths::with_news(change, "method")),
        Sent::SlotGone => go(&paths::with_news(change, "slot")),
        Sent::PhoneRefused => go(&paths::with_news(change, "phone")),
        Sent::TopicGone => go(&paths::with_news(describe, "topic")),
        Sent::PhotosGone => {
            album.forget_uploads();
            fail(attempt, Attempt::Failed(ApiError::Unavailable));
        }
        Sent::SignedOut => fail(attempt, Attempt::Failed(ApiError::SignedOut)),
        Sent::Failed(error) => fail(attempt, Attempt::Failed(error)),
    }
}

/// Sends the photos before the words that they belong to.
async fn photos_sent(album: Album) -> Result<(), Attempt> {
    album.settled().await;
    album.send().await.map_err(|error| match error {
        ApiError::SignedOut | ApiError::Offline => Attempt::Failed(error),
        ApiError::Refused(problem) if problem.status != 429 => Attempt::PhotoRefused,
        _ => Attempt::PhotoFailed,
    })
}

/// How far the photos are, and a way to stop.
fn on_the_way(album: Album) -> Option<AnyView> {
    let (at, count) = album.progress()?;
    Some(view! {
        <p role="status">{t!("ask-check-photo", at = at, count = count)}</p>
        <button class="button button--quiet" type="button" on:click=move |_| api::stop_upload()>
            {t!("ask-check-stop")}
        </button>
    })
}

fn fail(attempt: RwSignal<Attempt>, news: Attempt) {
    if attempt.try_set(news).is_none() {
        spawn(async {
            crate::browser::timer::frame().await;
            dom::focus(NEWS_ID);
        });
    }
}

/// What is so, and the way out; the request stays as it is.
fn news(attempt: &Attempt) -> Option<AnyView> {
    let words = match attempt {
        Attempt::None | Attempt::UnderWay => return None,
        Attempt::PhotoRefused => t!("ask-check-photo-refused"),
        Attempt::PhotoFailed => t!("ask-check-photo-failed"),
        Attempt::Failed(ApiError::SignedOut) => {
            let next = dom::address();
            let href = paths::sign_in_to(&i18n::locale(), &next);
            return Some(
                view! { <p>{t!("ask-check-signed-out")} " " <a href=href>{t!("site-header-sign-in")}</a></p> },
            );
        }
        Attempt::Failed(ApiError::Offline) => t!("ask-check-offline"),
        Attempt::Failed(ApiError::Refused(_) | ApiError::NotFound) => t!("ask-check-refused"),
        Attempt::Failed(_) => t!("ask-check-failed"),
    };
    Some(view! { <p>{words}</p> })
}
