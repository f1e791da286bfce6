//! "Ask a question": one address for each step, so that Back never loses anything; the words are in the draft.

mod about;
mod answer;
mod check;
mod contact;
mod describe;
mod sent;

use leptos::prelude::*;

use super::{
    Top,
    head::{PageHead, set_head, set_head_of_own_words},
    home_crumb, query, sign_in_door, trouble,
};
use crate::{
    components::{
        ask_steps::AskSteps,
        empty::Empty,
        load_state::{Load, Loaded, Shape},
        page_heading::PageHeading,
    },
    erase::view,
    flows::ask::draft::{self, Draft},
    i18n,
    live::live,
    paths::{self, AskStep},
    session::{self, Who},
};

#[component]
pub fn AskPage(step: AskStep) -> impl IntoView {
    if step == AskStep::About {
        set_head_of_own_words(t!("ask-title"), t!("ask-lead"), |locale| paths::ask(locale, None));
    } else {
        let head = PageHead { title: title(step), ..PageHead::default() };
        set_head(move || Some(head.clone()));
    }
    let lead = (step == AskStep::About).then(|| t!("ask-lead"));
    let id = query("draft");
    let href = Callback::new(move |step| match step {
        AskStep::About => paths::ask(&i18n::locale(), None),
        step => paths::ask_step(&i18n::locale(), step, &id.get_untracked()),
    });
    let steps = (step != AskStep::Sent).then(|| view! { <AskSteps current=step href=href/> });
    view! {
        <Top crumbs=vec![home_crumb()]/>
        {steps}
        <PageHeading title=title(step) lead=lead.unwrap_or_default()/>
        {body(step)}
    }
}

fn title(step: AskStep) -> String {
    match step {
        AskStep::About => t!("ask-title"),
        AskStep::Describe => t!("ask-describe-title"),
        AskStep::Answer => t!("ask-answer-title"),
        AskStep::Contact => t!("ask-contact-title"),
        AskStep::Check => t!("ask-check-title"),
        AskStep::Sent if !query("conversation").get_untracked().is_empty() => t!("ask-sent-seller-title"),
        AskStep::Sent => t!("ask-sent-title"),
    }
}

fn body(step: AskStep) -> AnyView {
    match step {
        AskStep::About => view! { <about::About/> },
        AskStep::Describe => view! { <describe::Begin/> },
        AskStep::Answer => with_draft(|opened| view! { <answer::Answer opened=opened/> }),
        AskStep::Contact => for_person(|opened| view! { <contact::Contact opened=opened/> }),
        AskStep::Check => for_person(|opened| view! { <check::Check opened=opened/> }),
        AskStep::Sent => view! { <sent::Sent/> },
    }
}

/// A draft and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Opened {
    owner: String,
    draft: Draft,
}

impl Opened {
    /// The address of another step of the same draft.
    fn step(&self, step: AskStep) -> String {
        paths::ask_step(&i18n::locale(), step, &self.draft.id)
    }
}

/// What the address's draft is, once it is known who is here. It is read once: a session that ends meanwhile takes
/// nothing off the screen, and what is typed there is never built anew under somebody's hands.
fn opened() -> Memo<Load<Option<Opened>>> {
    let (who, id) = (session::who(), query("draft"));
    Memo::new(move |before: Option<&Load<Option<Opened>>>| match (before, who.get()) {
        (Some(Load::Ready(Some(opened))), _) if opened.draft.id == id.get() => Load::Ready(Some(opened.clone())),
        (_, Who::Unreachable(error)) => Load::Failed(trouble(&error)),
        (_, who) => match draft::owner(&who) {
            None => Load::Waiting,
            Some(owner) => Load::Ready(draft::open(&owner, &id.get()).map(|draft| Opened { owner, draft })),
        },
    })
}

fn with_draft(show: fn(Opened) -> AnyView) -> AnyView {
    let opened = opened();
    let face = live(move || opened.get().map(|opened| opened.map_or_else(no_draft, show)));
    view! { <Loaded face=face shape=Shape::Article is_page=false retry=session::retry()/> }
}

/// The same for steps that need a signed-in person. Somebody who was here stays here when the session ends: the step
/// says so itself.
fn for_person(show: fn(Opened) -> AnyView) -> AnyView {
    let (who, opened) = (session::who(), opened());
    let was_here = Memo::new(move |before| before == Some(&true) || matches!(who.get(), Who::Person(_)));
    let face = live(move || {
        opened.get().map(|opened| match (was_here.get(), opened) {
            (false, Some(opened)) => sign_in_door(t!("ask-sign-in-text"), &opened.step(AskStep::Contact)),
            (true, Some(opened)) => show(opened),
            (_, None) => no_draft(),
        })
    });
    view! { <Loaded face=face shape=Shape::Article is_page=false retry=session::retry()/> }
}

/// It was sent, dropped, or is another person's: which of these is nobody else's business.
fn no_draft() -> AnyView {
    let here = crate::browser::dom::address();
    view! {
        <Empty art="art-empty" title=t!("ask-no-draft-title") text=t!("ask-no-draft-text") is_page=false>
            <a class="button" href=paths::ask(&i18n::locale(), None)>{t!("ask-again")}</a>
            <a class="button button--quiet" href=paths::sign_in_to(&i18n::locale(), &here)>{t!("site-header-sign-in")}</a>
        </Empty>
    }
}
