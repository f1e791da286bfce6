//! Fourth step: how support will answer, and in which language. What the backend says of it is followed while the page
//! is there; what somebody has chosen or typed stays under their hands.

use contract::{Availability, ContactMethod};
use leptos::prelude::*;
use rules::contact::{ContactOption, options, when_unknown};

use super::{
    super::{go, load, moment, query, retry_part},
    Opened,
};
use crate::{
    api::{fetched_anew, urls},
    browser::{dom, random},
    components::{
        contact_options::{Around, ContactOptions},
        load_state::{Load, Loaded, Shape},
        support_language::SupportLanguage,
    },
    erase::view,
    i18n,
    live::{Live, live},
    paths::AskStep,
};

mod call;
mod news;
mod recheck;
mod seller;

use self::{
    call::Call,
    news::{ArrivalNews, Changes, NEWS_ID},
    seller::ToSeller,
};

/// Support languages where the backend could not be asked.
const KNOWN_LANGUAGE: &str = "en";

/// What is known of the ways to be answered; `Err` where the backend could not be asked.
type Known = Memo<Option<Result<Availability, ()>>>;

#[component]
pub fn Contact(opened: Opened) -> impl IntoView {
    let (topic, order) = (opened.draft.topic.clone(), opened.draft.order.clone());
    let language = RwSignal::new(Some(opened.draft.language.clone()).filter(|it| !it.is_empty()));
    let wish = move || language.get().unwrap_or_else(i18n::locale);
    let asked = fetched_anew(move || Some(urls::availability(&topic, &order, &wish())));
    let availability = load::<Availability>(asked);
    // While it is asked again what was said before stands.
    let known: Known = Memo::new(move |before: Option<&Option<Result<Availability, ()>>>| match availability.get() {
        Load::Waiting => before.cloned().flatten(),
        // E-mail is always there: what is not known is said, and nobody is stopped.
        Load::Failed(_) => Some(Err(())),
        Load::Ready(availability) => Some(Ok(availability)),
    });
    recheck::follow(known, asked.retry);
    let is_known = Memo::new(move |_| known.with(Option::is_some));
    let face = live(move || {
        let opened = opened.clone();
        if is_known.get() {
            Load::Ready(view! { <Choose opened=opened known=known language=language/> })
        } else {
            Load::Waiting
        }
    });
    view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry_part(move || asked.retry.run(()))/> }
}

#[component]
fn Choose(opened: Opened, known: Known, language: RwSignal<Option<String>>) -> impl IntoView {
    let now = moment::now();
    let around = Around { zone: live(move || zone(known)), now: now.clone() };
    let options = live(move || known.with(|known| shown(known.as_ref(), now())));
    let first = untrack(|| options());
    let method = RwSignal::new(chosen(&first, &opened.draft.method));
    let languages = languages(&first);
    let call = Call::of(&opened.draft, query("news"));
    let kept = StoredValue::new(opened);
    let seller = ToSeller::of(kept);
    let is_phone = Memo::new(move |_| method.get() == ContactMethod::Phone.word());
    let is_seller = Memo::new(move |_| method.get() == ContactMethod::SellerMessage.word());
    let send = send(kept, options.clone(), Chosen { method, language, call, seller });
    let (times, of_seller, firsts, ticking) = (options.clone(), options.clone(), options.clone(), around.now.clone());
    let is_skipped = Memo::new(move |_| !is_seller.get() && seller::is_first(&firsts()));
    let seller_fields = move || is_seller.get().then(|| seller.fields(of_seller.clone(), ticking.clone()));
    let why_not = move || is_skipped.get().then(|| seller.why_not());
    let spoken_in = move || (!is_seller.get()).then(|| support_language(&languages, language));
    let button = move || if is_seller.get() { t!("ask-contact-seller-button") } else { t!("ask-contact-button") };
    let call_fields = move || is_phone.get().then(|| call.fields(times.clone(), language.get()));
    view! {
        <form class="ask-contact" novalidate on:submit=send>
            <ArrivalNews why=query("news")/>
            <Changes known=known options=options.clone() chosen=method/>
            <ContactOptions options=options around=around chosen=live(move || method.get()) on_choose=Callback::new(move |word| method.set(word))/>
            {call_fields}
            {seller_fields}
            {why_not}
            {spoken_in}
            <button class="button" type="submit">{button}</button>
        </form>
    }
    .into_any()
}

fn support_language(languages: &[String], language: RwSignal<Option<String>>) -> AnyView {
    let languages = languages.to_vec();
    let all = languages.clone();
    let chosen = live(move || nearest(&all, language.get().as_deref().unwrap_or_default()));
    let choose = Callback::new(move |tag| language.set(Some(tag)));
    view! { <SupportLanguage languages=languages chosen=chosen on_choose=choose/> }
}

/// What is chosen and typed.
#[derive(Clone, Copy)]
struct Chosen {
    method: RwSignal<String>,
    language: RwSignal<Option<String>>,
    call: Call,
    seller: ToSeller,
}

/// Keeps what was chosen and goes on, unless the chosen way has closed or something is missing.
fn send(
    kept: StoredValue<Opened>,
    options: Live<Vec<ContactOption>>,
    chosen: Chosen,
) -> impl Fn(leptos::ev::SubmitEvent) + Clone {
    let next = kept.with_value(|opened| opened.step(AskStep::Check));
    let Chosen { method, language, call, seller } = chosen;
    let (go, leave) = (go(false), go(true));
    move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let word = method.get_untracked();
        let all = untrack(|| options());
        let reason = seller.reason(&all);
        let option = all.into_iter().find(|it| it.method.word() == word && it.can_be_chosen);
        let Some(option) = option else { return dom::focus(NEWS_ID) };
        if option.method == ContactMethod::SellerMessage {
            return seller.send(leave.clone());
        }
        if option.method == ContactMethod::Phone && !call.is_whole(option.is_open) {
            return;
        }
        kept.update_value(|Opened { draft, owner }| {
            let wish = language.get_untracked().unwrap_or_default();
            draft.method = word;
            draft.seller_reason = reason;
            draft.spoken = spoken(option, &wish);
            draft.language = wish;
            call.keep(draft);
            if draft.callback_id.is_empty() {
                draft.callback_id = random::id();
            }
            draft.keep(owner);
        });
        go(&next);
    }
}

fn shown(known: Option<&Result<Availability, ()>>, now: time::OffsetDateTime) -> Vec<ContactOption> {
    known.and_then(|known| known.as_ref().ok()).map_or_else(when_unknown, |availability| options(availability, now))
}

fn zone(known: Known) -> String {
    known.with(|known| known.as_ref()?.as_ref().ok().map(|it| it.timezone.clone())).unwrap_or_default()
}

/// What was chosen before, if it can still be; else the most suitable.
fn chosen(options: &[ContactOption], before: &str) -> String {
    let mut open = options.iter().filter(|option| option.can_be_chosen).map(|option| option.method.word());
    let first = open.clone().next().unwrap_or("email");
    open.find(|word| *word == before).unwrap_or(first).to_owned()
}

/// All languages that support writes, which are more than it speaks.
fn languages(options: &[ContactOption]) -> Vec<String> {
    let of = |option: &ContactOption| option.availability.as_ref().map(|it| it.languages.clone()).unwrap_or_default();
    let found = options.iter().map(of).max_by_key(Vec::len).unwrap_or_default();
    if found.is_empty() { vec![KNOWN_LANGUAGE.to_owned()] } else { found }
}

/// The language of the reply: the one that was wished for where it is spoken, though the answer for it may still be on
/// its way; else what the backend says, or the nearest.
fn spoken(option: ContactOption, wish: &str) -> String {
    let is_spoken = option.availability.as_ref().is_some_and(|it| it.languages.iter().any(|tag| tag == wish));
    let told = if is_spoken { Some(wish.to_owned()) } else { language_of(&option) };
    told.unwrap_or_else(|| nearest(&languages(&[option]), wish))
}

/// The language that the backend says a method is given in.
fn language_of(option: &ContactOption) -> Option<String> {
    option.availability.as_ref()?.language.clone()
}

/// What was chosen before, else the page's language, else the nearest that support speaks.
fn nearest(languages: &[String], chosen: &str) -> String {
    let wishes = [chosen.to_owned(), i18n::locale()];
    let found = wishes.iter().find(|wish| languages.contains(wish)).cloned();
    found.unwrap_or_else(|| rules::locale::nearest(&i18n::locale(), languages, KNOWN_LANGUAGE).to_owned())
}
