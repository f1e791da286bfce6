//! Answers: sentences of what is known, each with where it is known from.

use serde::{Deserialize, Serialize};

use crate::{Heading, Node, SearchHit, open::open_enum};

open_enum! {
    /// What a question is about.
    SubjectKind { Order = "order", Object = "object", General = "general" }
}

open_enum! {
    /// How far an answer is.
    AnswerState {
        Started = "started",
        Completed = "completed",
        /// It was cut short; what is there is whole sentences.
        Incomplete = "incomplete",
        /// Nothing that is known answers the question.
        Refused = "refused",
        Failed = "failed",
    }
}

open_enum! {
    /// Who put the sentences together.
    Engine {
        /// Sentences of the help centre and of the order, as they stand there.
        Extractive = "extractive",
        /// Written by a language model from the sources.
        Generated = "generated",
    }
}

open_enum! {
    /// What a sentence rests on.
    SourceKind { Article = "article", OrderField = "order_field" }
}

open_enum! {
    /// What an event of an answer's stream says.
    AnswerEventKind {
        Started = "started",
        Sentence = "sentence",
        Source = "source",
        Completed = "completed",
        Incomplete = "incomplete",
        Refused = "refused",
        Failed = "failed",
    }
}

/// What a question or a case is about; `id` is absent where it is about nothing in particular.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub kind: SubjectKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// `PUT /answers/{client_id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// 1 to [`crate::QUESTION_MAX_CHARS`] characters (Unicode scalar values).
    pub question: String,
    pub subject: Subject,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    pub locale: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<String>,
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Answer {
    pub id: String,
    pub state: AnswerState,
    pub engine: Engine,
    pub question: String,
    pub subject: Subject,
    pub locale: String,
    #[serde(default)]
    pub sentences: Vec<AnswerSentence>,
    /// Articles that may help where no sentence does.
    #[serde(default)]
    pub fallback: Vec<SearchHit>,
}

/// One sentence and what it rests on; without a source it is not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AnswerSentence {
    pub nodes: Vec<Node>,
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// A place that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Source {
    pub kind: SourceKind,
    /// An article's slug, or the field of the order: `shipping.eta`.
    pub id: String,
    /// The article's title, or the field's name in the answer's language.
    pub title: String,
    /// The heading in the article under which the quote stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
    /// The words that the sentence rests on, as they stand there.
    pub quote: String,
}

/// One event of the stream; which of the fields are there follows from `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AnswerEvent {
    /// From 0, without a gap. `?after=N` goes on behind it.
    pub sequence_number: u64,
    /// The same word as the event's name in the stream.
    pub kind: AnswerEventKind,
    /// With `started`: the answer's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// With `started`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<Engine>,
    /// With `sentence` and `source`: which sentence, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// With `sentence`.
    #[serde(default)]
    pub nodes: Vec<Node>,
    /// With `source`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// With `refused`, `incomplete` and `failed`.
    #[serde(default)]
    pub fallback: Vec<SearchHit>,
}

/// `POST /answers/{id}/feedback`: `helped`, `not_helped` or `wrong_about_order`, which may have a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerFeedback {
    pub verdict: String,
    /// With `wrong_about_order`: what is wrong, in the person's words, at most [`crate::QUESTION_MAX_CHARS`] characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
