//! How an answer is made: by a language model where one is configured and what it writes stands in its sources, else
//! out of sentences as they stand. Either way it is whole before anybody sees it, and says which of the two it is.

use std::sync::Arc;

use contract::{Answer, AnswerSentence, AnswerState, Engine, Order, SearchHit};

use super::{
    super::{auth::Whoever, help::published},
    asked::Asked,
};
use crate::{
    answers::Question,
    model::{Wording, masked},
    problem::{Reason, Refusal},
    state::{Backend, Published},
};

/// Articles that are offered where no sentence answers.
const FALLBACK: usize = 3;

/// What the embedded engine found, and what a language model may write from.
struct Found {
    locale: String,
    sentences: Vec<AnswerSentence>,
    /// Articles that may help where no sentence answers.
    fallback: Vec<SearchHit>,
    wording: Option<Wording>,
}

/// An answer, not kept yet.
pub async fn made(
    backend: &Backend,
    whoever: &Whoever,
    asked: &Asked,
    order: Option<Order>,
) -> Result<Answer, Refusal> {
    let found = found(backend, whoever, asked, order).await?;
    let written = match (&backend.model, &found.wording) {
        (Some(model), Some(wording)) => match model.write(wording).await {
            Ok(sentences) => Some(sentences),
            Err(why) => {
                tracing::warn!(%why, "the language model wrote no answer");
                None
            }
        },
        _ => None,
    };
    let (engine, sentences) = match written {
        Some(sentences) => (Engine::Generated, sentences),
        None => (Engine::Extractive, found.sentences),
    };
    let is_refused = sentences.is_empty();
    Ok(Answer {
        id: asked.id.clone(),
        state: if is_refused { AnswerState::Refused } else { AnswerState::Completed },
        engine,
        question: asked.request.question.clone(),
        subject: asked.request.subject.clone(),
        locale: found.locale,
        fallback: if is_refused { found.fallback } else { Vec::new() },
        sentences,
    })
}

async fn found(backend: &Backend, whoever: &Whoever, asked: &Asked, order: Option<Order>) -> Result<Found, Refusal> {
    let published = published(backend)?;
    let person = whoever.session.as_ref().map(|session| session.person.clone()).unwrap_or_default();
    let (request, now) = (asked.request.clone(), backend.clock.now());
    let (is_able, has_model) = (backend.has_answers, backend.model.is_some());
    let searched = tokio::task::spawn_blocking(move || {
        let locale = published.nearest(Some(&request.locale)).to_owned();
        let question = Question {
            words: &request.question,
            locale: &locale,
            topic: request.topic.as_deref(),
            order: order.as_ref(),
            timezone: &person.timezone,
            now,
        };
        let sentences = if is_able { published.answers.answer(&question).map_err(told) } else { Err(()) };
        let hits = || hits(&published, &locale, &request.question);
        let sentences = sentences.map_err(|()| Reason::AssistantUnavailable.refusal().with("fallback", &hits()))?;
        let known = [person.display_name.clone(), person.email.clone()];
        let wording = if has_model { wording(&published, &question, &known) } else { None };
        let fallback = if sentences.is_empty() { hits() } else { Vec::new() };
        Ok(Found { sentences, fallback, wording, locale: locale.clone() })
    });
    searched.await.map_err(|error| {
        tracing::error!(%error, "the answer was interrupted");
        Reason::AssistantUnavailable.refusal()
    })?
}

/// What a model is told; `None` where it is not to be asked. `known` are names that are not told.
fn wording(published: &Arc<Published>, question: &Question<'_>, known: &[String]) -> Option<Wording> {
    let grounds = published.answers.grounds(question).map_err(told).ok().filter(|grounds| !grounds.is_empty())?;
    let of_order = question.order.into_iter().flat_map(|order| {
        let lines = order.ship_to.iter().flat_map(|address| address.lines.clone());
        lines.chain([order.counterparty.display_name.clone()])
    });
    let known: Vec<String> = known.iter().cloned().chain(of_order).collect();
    Some(Wording { question: masked(question.words, &known), locale: question.locale.to_owned(), grounds })
}

fn told(error: crate::search::SearchError) {
    tracing::error!(%error, "the answer failed");
}

/// Articles that may help; none if not even they can be found.
fn hits(published: &Published, locale: &str, question: &str) -> Vec<SearchHit> {
    let mut hits = published.search.find(locale, question).unwrap_or_default();
    hits.truncate(FALLBACK);
    hits
}
