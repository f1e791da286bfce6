//! Second step: the question in the person's own words, with articles that may answer it already.

mod subject;
mod topics;

use contract::SearchResults;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use rules::statement::{self, StatementRefused};

use self::{
    subject::{Asked, Subject},
    topics::{TopicFields, Topics},
};
use super::{
    super::{go, load, query, sign_in_door},
    Opened,
};
use crate::{
    api::{fetched, urls},
    browser::{dom, start::spawn, timer},
    components::{
        field::FieldWords,
        load_state::{Load, Loaded, Shape},
        starter_chips::StarterChips,
        suggested_articles::SuggestedArticles,
        text_area::{TextArea, fault},
    },
    erase::view,
    flows::{
        ask::draft::{self, Draft},
        photos::{Album, PhotosFlow, on_came},
    },
    i18n,
    live::live,
    paths::{self, AskStep, Place},
    session::{self, Who},
};

const FIELD_ID: &str = "question";
/// How long typing has to rest before articles are looked for, in milliseconds, and how much there has to be.
const REST_MS: i32 = 600;
const ENOUGH_CHARS: usize = 8;

/// Opens the address's draft, or begins one about what the address names.
#[component]
pub fn Begin() -> impl IntoView {
    let (who, id) = (session::who(), query("draft"));
    let (order, object, topic) = (query("order"), query("object"), query("topic"));
    let (path, go) = (use_location().pathname, go(true));
    // Looking for what was begun before takes a moment; meanwhile nothing is begun twice.
    let is_looking = StoredValue::new(false);
    Effect::new(move |_| {
        // Whoever goes elsewhere leaves the address's draft before this page goes; nothing is begun for them.
        let is_here = paths::place(&path.get(), &i18n::locale()) == Place::Ask(AskStep::Describe);
        let owner = draft::owner(&who.get()).filter(|_| is_here && id.get().is_empty());
        let needs_person = !order.get().is_empty() && who.get() == Who::Nobody;
        let Some(owner) = owner.filter(|_| !needs_person && !is_looking.get_value()) else { return };
        is_looking.set_value(true);
        let (go, [order, object, topic]) = (go.clone(), [order.get(), object.get(), topic.get()]);
        spawn(async move {
            let before = begun_before(&owner, &order, &object, &topic).await;
            let is_still_here = is_looking.try_set_value(false).is_none() && id.get_untracked().is_empty();
            let place = paths::place(&path.get_untracked(), &i18n::locale());
            if is_still_here && place == Place::Ask(AskStep::Describe) {
                let mut draft = before.unwrap_or_else(|| Draft::about(order, object, topic));
                draft.keep(&owner);
                go(&paths::ask_step(&i18n::locale(), AskStep::Describe, &draft.id));
            }
        });
    });
    let opened = super::opened();
    let is_beginning = Memo::new(move |_| id.get().is_empty());
    // Only what is not begun yet follows who is here: what is being typed is never built anew.
    let is_nobody = Memo::new(move |_| is_beginning.get() && !order.get().is_empty() && who.get() == Who::Nobody);
    let face = live(move || match opened.get() {
        Load::Ready(None) if is_nobody.get() => {
            Load::Ready(sign_in_door(t!("ask-sign-in-order-text"), &dom::address()))
        }
        Load::Ready(None) if is_beginning.get() => Load::Waiting,
        opened => {
            opened.map(|opened| opened.map_or_else(super::no_draft, |opened| view! { <Describe opened=opened/> }))
        }
    });
    view! { <Loaded face=face shape=Shape::Article is_page=false retry=session::retry()/> }
}

/// Going to the same thing again goes on with what was written about it.
async fn begun_before(owner: &str, order: &str, object: &str, topic: &str) -> Option<Draft> {
    let is_bound = !order.is_empty() || !object.is_empty();
    let mut drafts = draft::all(owner).await.into_iter();
    drafts.find(|draft| draft.order == order && draft.object == object && (is_bound || draft.topic == topic))
}

#[component]
fn Describe(opened: Opened) -> impl IntoView {
    let text = RwSignal::new(opened.draft.text.clone());
    let refused = RwSignal::new(None::<StatementRefused>);
    let kept = StoredValue::new(opened.clone());
    let write = write(kept, text, refused);
    let asked = Asked::of(&opened.draft);
    let topics = Topics::of(kept, asked);
    let album = album(kept);
    let go_on = go_on(album, topics, opened.step(AskStep::Answer));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        statement::check(&text.get_untracked()).map_or_else(|why| refuse(why, refused), |_| go_on.run(()));
    };
    let begin = Callback::new(move |words| begin_with(words, text, write));
    let chips = chips(topics, !opened.draft.order.is_empty(), begin);
    let came = on_came(album);
    view! {
        <Subject opened=kept asked=asked/>
        <super::due::Due order=opened.draft.order/>
        <form class="ask-describe" novalidate on:submit=send on:paste=move |event| came.run(event.into())>
            <TopicFields topics=topics/>
            {chips}
            <TextArea
                words=FieldWords { id: FIELD_ID, label: t!("ask-describe-label"), hint: Some(t!("ask-describe-hint")) }
                value=live(move || text.get())
                error=live(move || refused.get().map(fault))
                is_locked=live(|| false)
                on_input=write
            />
            <PhotosFlow album=album is_locked=Signal::stored(false)/>
            <p class="ask-describe__kept">{t!("ask-describe-kept")}</p>
            <button class="button" type="submit">{t!("ask-describe-button")}</button>
        </form>
        <Suggested text=text/>
    }
    .into_any()
}

/// Keeps each change of the words; what was wrong with those before is forgotten.
fn write(
    kept: StoredValue<Opened>,
    text: RwSignal<String>,
    refused: RwSignal<Option<StatementRefused>>,
) -> Callback<String> {
    Callback::new(move |words: String| {
        refused.set(None);
        text.set(words.clone());
        change(kept, |draft| draft.text = words);
    })
}

/// Beginnings that fit what it is about, now and when that changes.
fn chips(topics: Topics, is_about_order: bool, begin: Callback<String>) -> impl IntoView {
    let topic = Memo::new(move |_| topics.open());
    move || view! { <StarterChips topic=topic.get() is_about_order=is_about_order on_choose=begin/> }
}

/// Changes the draft, and keeps it.
fn change(kept: StoredValue<Opened>, change: impl FnOnce(&mut Draft)) {
    kept.update_value(|opened| {
        change(&mut opened.draft);
        opened.draft.keep(&opened.owner);
    });
}

/// The draft's photos, kept with it.
fn album(kept: StoredValue<Opened>) -> Album {
    let keep = move |photos| change(kept, |draft| draft.photos = photos);
    let (id, photos) = kept.with_value(|opened| (opened.draft.id.clone(), opened.draft.photos.clone()));
    Album::of(id, photos, Callback::new(keep))
}

/// Goes on once the photos are ready to come along.
fn go_on(album: Album, topics: Topics, next: String) -> Callback<()> {
    let go = StoredValue::new(go(false));
    Callback::new(move |()| {
        topics.settle();
        let next = next.clone();
        spawn(async move {
            album.settled().await;
            let _ = go.try_with_value(|go| go(&next));
        });
    })
}

/// Says what is wrong with the words, and leads back to them.
fn refuse(why: StatementRefused, refused: RwSignal<Option<StatementRefused>>) {
    refused.set(Some(why));
    dom::focus(FIELD_ID);
}

/// A beginning joins what stands there; nothing typed goes.
fn begin_with(words: String, text: RwSignal<String>, write: Callback<String>) {
    let before = text.get_untracked();
    write.run(if before.trim().is_empty() { format!("{words} ") } else { format!("{before}\n{words} ") });
    dom::focus(FIELD_ID);
}

/// Articles that fit what has been written so far, once typing rests.
#[component]
fn Suggested(text: RwSignal<String>) -> impl IntoView {
    let rested = RwSignal::new(text.get_untracked());
    Effect::new(move |_| {
        let typed = text.get();
        spawn(async move {
            timer::pause(REST_MS).await;
            if text.try_with_untracked(|text| *text == typed) == Some(true) {
                let _ = rested.try_set(typed);
            }
        });
    });
    let found = fetched(move || {
        let words: String = rested.get().trim().chars().take(contract::QUERY_MAX_CHARS).collect();
        (words.chars().count() >= ENOUGH_CHARS).then(|| urls::search(&i18n::locale(), &words))
    });
    let found = load::<SearchResults>(found);
    let hits = live(move || match found.get() {
        Load::Ready(results) => results.items,
        // They are a help, not a need.
        Load::Waiting | Load::Failed(_) => Vec::new(),
    });
    view! { <SuggestedArticles hits=hits/> }
}
