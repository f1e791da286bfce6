//! Fourth step: how support will answer, and in which language.

use contract::{Availability, ContactMethod};
use leptos::prelude::*;
use rules::contact::{ContactOption, options, when_unknown};

use super::{
    super::{go, load, retry_part},
    Opened,
};
use crate::{
    api::{fetched_anew, urls},
    browser::timer,
    components::{
        contact_options::ContactOptions,
        load_state::{Load, Loaded, Shape},
        support_language::SupportLanguage,
    },
    erase::view,
    i18n,
    live::live,
    paths::AskStep,
};

/// Support languages where the backend could not be asked.
const KNOWN_LANGUAGE: &str = "en";

#[component]
pub fn Contact(opened: Opened) -> impl IntoView {
    let (topic, order) = (opened.draft.topic.clone(), opened.draft.order.clone());
    let asked = fetched_anew(move || Some(urls::availability(&topic, &order, &i18n::locale())));
    let retry = retry_part(move || asked.retry.run(()));
    let availability = load::<Availability>(asked);
    let face = live(move || {
        Load::Ready(match availability.get() {
            Load::Waiting => return Load::Waiting,
            // E-mail is always there: what is not known is said, and nobody is stopped.
            Load::Failed(_) => choose(&opened, when_unknown(), true),
            Load::Ready(availability) => choose(&opened, options(&availability, timer::now()), false),
        })
    });
    view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry/> }
}

fn choose(opened: &Opened, options: Vec<ContactOption>, is_unknown: bool) -> AnyView {
    view! { <Choose opened=opened.clone() options=options is_unknown=is_unknown/> }
}

#[component]
fn Choose(opened: Opened, options: Vec<ContactOption>, is_unknown: bool) -> impl IntoView {
    let method = RwSignal::new(first(&options, &opened.draft.method));
    let languages = languages(&options);
    let language = RwSignal::new(nearest(&languages, &opened.draft.language));
    let next = opened.step(AskStep::Check);
    let kept = StoredValue::new(opened);
    let go = go(false);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        kept.update_value(|opened| {
            opened.draft.method = method.get_untracked();
            opened.draft.language = language.get_untracked();
            opened.draft.keep(&opened.owner);
        });
        go(&next);
    };
    let news = is_unknown.then(|| view! { <p class="ask-contact__news" role="status">{t!("ask-contact-unknown")}</p> });
    view! {
        <form class="ask-contact" on:submit=send>
            {news}
            <ContactOptions options=options chosen=live(move || method.get()) on_choose=Callback::new(move |word| method.set(word))/>
            <SupportLanguage languages=languages chosen=live(move || language.get()) on_choose=Callback::new(move |tag| language.set(tag))/>
            <button class="button" type="submit">{t!("ask-contact-button")}</button>
        </form>
    }
    .into_any()
}

/// What was chosen before, if it can still be; else the most suitable.
fn first(options: &[ContactOption], chosen: &str) -> String {
    let mut open = options.iter().filter(|option| option.can_be_chosen).map(|option| option.method.word());
    let first = open.clone().next().unwrap_or("email");
    open.find(|word| *word == chosen).unwrap_or(first).to_owned()
}

fn languages(options: &[ContactOption]) -> Vec<String> {
    let of = |option: &ContactOption| option.availability.as_ref().map(|it| it.languages.clone()).unwrap_or_default();
    let found =
        options.iter().filter(|option| option.method == ContactMethod::Email).map(of).next().unwrap_or_default();
    if found.is_empty() { vec![KNOWN_LANGUAGE.to_owned()] } else { found }
}

/// What was chosen before, else the page's language, else the nearest that support speaks.
fn nearest(languages: &[String], chosen: &str) -> String {
    let wishes = [chosen.to_owned(), i18n::locale()];
    let found = wishes.iter().find(|wish| languages.contains(wish)).cloned();
    found.unwrap_or_else(|| rules::locale::nearest(&i18n::locale(), languages, KNOWN_LANGUAGE).to_owned())
}
