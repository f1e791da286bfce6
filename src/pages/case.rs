//! One case: where it stands, what has been written, and writing there.

use contract::Case;
use leptos::prelude::*;

use super::{
    breadcrumb_top,
    head::{PageHead, set_head_of},
    load, retry_page,
    signed_in::SignedIn,
};
use crate::{
    api::{Fetched, fetched_anew, urls},
    browser::timer,
    components::{
        case_summary::CaseSummary,
        load_state::{Load, Loaded, Shape},
        page_heading::PageHeading,
        reply_form::ReplyTo,
    },
    erase::view,
    flows::{
        call_back::CallBackFlow,
        conversation::{ConversationFlow, EarlierFlow},
        reply::Writer,
    },
    i18n,
    live::live,
    paths, session,
};

#[component]
pub fn CasePage(id: String) -> impl IntoView {
    view! {
        <SignedIn title=t!("cases-sign-in") shape=Shape::Article is_kept=true>
            <Shown id=id.clone()/>
        </SignedIn>
    }
}

#[component]
fn Shown(id: String) -> impl IntoView {
    let path = urls::case(&id);
    let fetched = fetched_anew(move || Some(path.clone()));
    let found = load::<Case>(fetched);
    // What was shown stays when a later look fails.
    let case = Memo::new(move |before: Option<&Load<Case>>| match (found.get(), before) {
        (Load::Failed(_) | Load::Waiting, Some(Load::Ready(case))) => Load::Ready(case.clone()),
        (found, _) => found,
    });
    set_head_of(move || case.get().map(|case| PageHead { title: title(&case), ..PageHead::default() }));
    // The conversation is asked for anew, never built anew: somebody may be writing in it.
    let shape = Memo::new(move |_| case.get().map(|case| (case.conversation_id, case.seller_conversation_id)));
    let writer = session::who().with_untracked(|who| who.owner().map(str::to_owned)).unwrap_or_default();
    let face = live(move || {
        shape.get().map(|(conversation, earlier)| {
            let sign_in = paths::sign_in_to(&i18n::locale(), &paths::case(&i18n::locale(), &id));
            whole(
                case,
                fetched,
                Writer { owner: writer.clone(), conversation, order: String::new(), to: ReplyTo::Support, sign_in },
                earlier,
            )
        })
    });
    let crumbs = vec![(t!("cases-title"), paths::cases(&i18n::locale()))];
    view! {
        {breadcrumb_top(crumbs)}
        <Loaded face=face shape=Shape::Article is_page=true retry=retry_page(fetched)/>
    }
}

fn title(case: &Case) -> String {
    t!("case-title", number = case.number.clone())
}

fn whole(case: Memo<Load<Case>>, fetched: Fetched, writer: Writer, earlier: Option<String>) -> AnyView {
    let ready = move || if let Load::Ready(case) = case.get() { Some(case) } else { None };
    let heading =
        move || ready().map(|case| view! { <PageHeading title=case.subject_line.clone() lead=title(&case)/> });
    let summary = move || ready().map(|case| view! { <CaseSummary case=case now=timer::now()/> });
    // The same call stays as it is: somebody may be choosing another time.
    let call = Memo::new(move |_| ready().and_then(|case| case.callback));
    let call = move || call.get().map(|call| view! { <CallBackFlow call=call on_change=fetched.retry/> });
    let can_post = live(move || ready().is_some_and(|case| rules::turn::is_open(&case)));
    let owner = writer.owner.clone();
    let earlier = earlier.map(|conversation| view! { <EarlierFlow conversation=conversation owner=owner/> });
    view! {
        <div class="page-layout__columns">
            {heading}
            {summary}
            {call}
            <div class="page-layout__text">
                {earlier}
                <ConversationFlow writer=writer can_post=can_post on_change=fetched.retry/>
            </div>
        </div>
    }
}
