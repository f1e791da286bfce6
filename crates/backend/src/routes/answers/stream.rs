//! An answer as a stream of events. They follow from the answer that is kept, so that every stream of it is the same.

use std::{convert::Infallible, time::Duration};

use axum::{
    http::HeaderMap,
    response::{Response, sse::Event},
};
use contract::{Answer, AnswerEvent, AnswerEventKind, AnswerState};
use futures_util::stream;

use super::{super::sse, sent};
use crate::{problem::Refusal, state::Backend, store::StoreError};

/// How an answer is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    is_stream: bool,
    /// The last event that came.
    after: Option<u64>,
}

impl Wanted {
    pub fn read(headers: &HeaderMap, after: Option<u64>) -> Self {
        Self { is_stream: sse::is_wanted(headers), after }
    }

    /// # Errors
    /// If the answer cannot be written.
    pub fn response(self, backend: &Backend, answer: &Answer) -> Result<Response, Refusal> {
        if !self.is_stream {
            return sent::fresh(answer);
        }
        let rest =
            events(answer).into_iter().filter(|event| self.after.is_none_or(|after| event.sequence_number > after));
        let written: Result<Vec<Written>, serde_json::Error> = rest.map(Written::from).collect();
        Ok(paced(written.map_err(StoreError::from)?, backend.answer_pace, backend.events.heartbeat))
    }
}

/// An event, and whether a pause comes before it.
struct Written {
    event: Event,
    is_sentence: bool,
}

impl Written {
    fn from(event: AnswerEvent) -> Result<Self, serde_json::Error> {
        let is_sentence = event.kind == AnswerEventKind::Sentence;
        let data = serde_json::to_string(&event)?;
        let (name, id) = (event.kind.word().to_owned(), event.sequence_number.to_string());
        Ok(Self { event: Event::default().event(name).id(id).data(data), is_sentence })
    }
}

fn paced(events: Vec<Written>, pace: Duration, heartbeat: Duration) -> Response {
    let stream = stream::unfold(events.into_iter(), move |mut rest| async move {
        let Written { event, is_sentence } = rest.next()?;
        if is_sentence && !pace.is_zero() {
            tokio::time::sleep(pace).await;
        }
        Some((Ok::<_, Infallible>(event), rest))
    });
    sse::response(stream, heartbeat)
}

/// The events of an answer's stream, in order.
fn events(answer: &Answer) -> Vec<AnswerEvent> {
    let blank = |kind: AnswerEventKind| AnswerEvent {
        sequence_number: 0,
        kind,
        id: None,
        engine: None,
        index: None,
        nodes: Vec::new(),
        source: None,
        fallback: Vec::new(),
    };
    let mut events = vec![AnswerEvent {
        id: Some(answer.id.clone()),
        engine: Some(answer.engine.clone()),
        ..blank(AnswerEventKind::Started)
    }];
    for (index, sentence) in (0_u32..).zip(&answer.sentences) {
        let at = |kind| AnswerEvent { index: Some(index), ..blank(kind) };
        events.push(AnswerEvent { nodes: sentence.nodes.clone(), ..at(AnswerEventKind::Sentence) });
        let sources = sentence.sources.iter().cloned();
        events.extend(sources.map(|source| AnswerEvent { source: Some(source), ..at(AnswerEventKind::Source) }));
    }
    let last = match answer.state {
        AnswerState::Completed => Some(AnswerEventKind::Completed),
        AnswerState::Incomplete => Some(AnswerEventKind::Incomplete),
        AnswerState::Refused => Some(AnswerEventKind::Refused),
        AnswerState::Failed => Some(AnswerEventKind::Failed),
        AnswerState::Started | AnswerState::Other(_) => None,
    };
    events.extend(last.map(|kind| AnswerEvent { fallback: answer.fallback.clone(), ..blank(kind) }));
    for (number, event) in (0_u64..).zip(&mut events) {
        event.sequence_number = number;
    }
    events
}
