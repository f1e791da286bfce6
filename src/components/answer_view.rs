//! An answer while it arrives and when it is there: each sentence with what it rests on.

use contract::{AnswerSentence, AnswerState, Engine, SearchHit, Source, SourceKind};
use leptos::prelude::*;

use super::{article_body, article_list::foreign, icon::Icon};
use crate::{erase::view, i18n, live::Live, paths};

/// What there is of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFace {
    pub sentences: Vec<AnswerSentence>,
    pub state: AnswerState,
    pub engine: Option<Engine>,
    pub fallback: Vec<SearchHit>,
    /// The device has no network.
    pub is_offline: bool,
}

/// `on_retry` asks once more after a failure.
#[component]
pub fn AnswerView(question: String, face: Live<AnswerFace>, on_retry: Callback<()>) -> impl IntoView {
    let [busy, label, sentences, news, fallback] = [(); 5].map(|()| face.clone());
    view! {
        <section
            class="answer-view"
            aria-labelledby="answer-title"
            aria-busy=move || (busy().state == AnswerState::Started).to_string()
        >
            <p class="answer-view__question"><span class="answer-view__asked">{t!("answer-view-asked")}</span> {question}</p>
            <h2 class="answer-view__title" id="answer-title">{t!("answer-view-title")}</h2>
            {move || engine(&label())}
            <ul class="answer-view__sentences">{move || sentences().sentences.into_iter().map(sentence).collect::<Vec<_>>()}</ul>
            <div class="answer-view__news" role="status">{move || state(&news(), on_retry)}</div>
            {move || articles(fallback().fallback)}
        </section>
    }
}

/// Says honestly where the sentences come from.
fn engine(face: &AnswerFace) -> Option<AnyView> {
    if face.sentences.is_empty() {
        return None;
    }
    let words = match face.engine {
        Some(Engine::Generated) => t!("answer-view-generated"),
        Some(Engine::Extractive) | None => t!("answer-view-extractive"),
        Some(Engine::Other(_)) => t!("answer-view-other-engine"),
    };
    Some(view! { <p class="answer-view__engine"><Icon name="book"/> {words}</p> })
}

fn sentence(sentence: AnswerSentence) -> AnyView {
    let sources = sentence.sources.into_iter().map(source).collect::<Vec<_>>();
    view! {
        <li class="answer-view__sentence">
            <div class="answer-view__words">{article_body::all(sentence.nodes)}</div>
            <p class="answer-view__sources">{sources}</p>
        </li>
    }
}

fn source(source: Source) -> AnyView {
    if source.kind == SourceKind::OrderField {
        return view! {
            <span class="answer-view__source"><Icon name="parcel"/> {t!("answer-view-order-field", name = source.title)}</span>
        };
    }
    let anchor = source.heading.as_ref().map(|heading| format!("#{}", heading.anchor)).unwrap_or_default();
    let href = format!("{}{anchor}", paths::article(&i18n::locale(), &source.id));
    let words = match source.heading {
        Some(heading) => t!("answer-view-section", article = source.title, section = heading.text),
        None => source.title,
    };
    view! { <a class="answer-view__source" href=href><Icon name="book"/> {words}</a> }
}

fn state(face: &AnswerFace, on_retry: Callback<()>) -> Option<AnyView> {
    let words = match face.state {
        AnswerState::Started => return Some(view! { <p class="answer-view__waiting">{t!("answer-view-waiting")}</p> }),
        AnswerState::Completed => {
            let words = t!("answer-view-complete", count = face.sentences.len());
            return Some(view! { <p class="visually-hidden">{words}</p> });
        }
        AnswerState::Refused => t!("answer-view-refused"),
        AnswerState::Incomplete => t!("answer-view-incomplete"),
        AnswerState::Failed | AnswerState::Other(_) if face.is_offline => t!("answer-view-offline"),
        AnswerState::Failed | AnswerState::Other(_) => t!("answer-view-failed"),
    };
    let again = (face.state != AnswerState::Refused).then(|| {
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| on_retry.run(())>{t!("load-state-retry")}</button>
        }
    });
    Some(view! { <p class="answer-view__state">{words}</p> {again} }.into_any())
}

fn articles(hits: Vec<SearchHit>) -> Option<AnyView> {
    if hits.is_empty() {
        return None;
    }
    let entries = hits.into_iter().take(3).map(|hit| {
        let href = paths::article(&i18n::locale(), &hit.article.slug);
        view! { <li><a href=href lang=foreign(&hit.article.locale)>{hit.article.title}</a></li> }
    });
    Some(view! {
        <div class="answer-view__articles">
            <h3 class="answer-view__articles-title">{t!("answer-view-articles")}</h3>
            <ul class="answer-view__articles-list">{entries.collect::<Vec<_>>()}</ul>
        </div>
    })
}
