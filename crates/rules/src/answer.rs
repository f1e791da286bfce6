//! An answer that is arriving: events in order, once each, none missed.

use contract::{AnswerEvent, AnswerEventKind, AnswerSentence, AnswerState, Engine, SearchHit};

/// What has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arriving {
    /// The number of the event that comes next.
    pub next: u64,
    pub state: AnswerState,
    pub engine: Option<Engine>,
    pub sentences: Vec<AnswerSentence>,
    pub fallback: Vec<SearchHit>,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    New,
    /// It had been taken before.
    Known,
    /// One before it is missing: ask again behind the last one that is there.
    Gap,
}

impl Default for Arriving {
    fn default() -> Self {
        Self { next: 0, state: AnswerState::Started, engine: None, sentences: Vec::new(), fallback: Vec::new() }
    }
}

impl Arriving {
    /// Takes an event.
    pub fn take(&mut self, event: AnswerEvent) -> Taken {
        if event.sequence_number != self.next {
            return if event.sequence_number < self.next { Taken::Known } else { Taken::Gap };
        }
        self.next += 1;
        let ended = match event.kind {
            AnswerEventKind::Started => {
                self.engine = event.engine;
                None
            }
            AnswerEventKind::Sentence => {
                self.sentences.push(AnswerSentence { nodes: event.nodes, sources: Vec::new() });
                None
            }
            AnswerEventKind::Source => {
                let index = event.index.and_then(|index| usize::try_from(index).ok());
                let sentence = index.and_then(|index| self.sentences.get_mut(index));
                if let (Some(sentence), Some(source)) = (sentence, event.source) {
                    sentence.sources.push(source);
                }
                None
            }
            AnswerEventKind::Completed => Some(AnswerState::Completed),
            AnswerEventKind::Incomplete => Some(AnswerState::Incomplete),
            AnswerEventKind::Refused => Some(AnswerState::Refused),
            AnswerEventKind::Failed => Some(AnswerState::Failed),
            AnswerEventKind::Other(_) => None,
        };
        if let Some(state) = ended {
            self.state = state;
            self.fallback = event.fallback;
        }
        Taken::New
    }

    /// Whether nothing more will come.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.state != AnswerState::Started
    }

    /// The sentences that rest on something: the others are not shown.
    #[must_use]
    pub fn supported(&self) -> Vec<AnswerSentence> {
        self.sentences.iter().filter(|sentence| !sentence.sources.is_empty()).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use contract::{AnswerEvent, AnswerEventKind, AnswerState, Node, Source, SourceKind};

    use super::{Arriving, Taken};

    fn event(number: u64, kind: AnswerEventKind) -> AnswerEvent {
        AnswerEvent {
            sequence_number: number,
            kind,
            id: None,
            engine: None,
            index: None,
            nodes: Vec::new(),
            source: None,
            fallback: Vec::new(),
        }
    }

    fn sentence(number: u64, text: &str) -> AnswerEvent {
        AnswerEvent { nodes: vec![Node::Text { text: text.to_owned() }], ..event(number, AnswerEventKind::Sentence) }
    }

    fn source(number: u64, index: u32) -> AnswerEvent {
        let source = Source {
            kind: SourceKind::Article,
            id: "a".to_owned(),
            title: "A".to_owned(),
            heading: None,
            quote: "q".to_owned(),
        };
        AnswerEvent { index: Some(index), source: Some(source), ..event(number, AnswerEventKind::Source) }
    }

    #[test]
    fn events_are_taken_in_order_and_once() {
        let mut arriving = Arriving::default();
        for (name, event, expected) in [
            ("first", event(0, AnswerEventKind::Started), Taken::New),
            ("again", event(0, AnswerEventKind::Started), Taken::Known),
            ("next", sentence(1, "one"), Taken::New),
            ("one_is_missing", sentence(3, "three"), Taken::Gap),
            ("its_source", source(2, 0), Taken::New),
            ("source_of_no_sentence", source(3, 9), Taken::New),
            ("unsupported", sentence(4, "two"), Taken::New),
            ("a_kind_to_come", event(5, AnswerEventKind::Other("hint".to_owned())), Taken::New),
            ("end", event(6, AnswerEventKind::Completed), Taken::New),
        ] {
            assert_eq!(arriving.take(event), expected, "{name}");
        }
        assert_eq!(arriving.next, 7);
        assert_eq!(arriving.state, AnswerState::Completed);
        assert!(arriving.has_ended());
        assert_eq!(arriving.sentences.len(), 2);
        let supported = arriving.supported();
        assert_eq!(supported.len(), 1, "a sentence without a source is not shown");
        assert_eq!(supported[0].nodes, [Node::Text { text: "one".to_owned() }]);
    }

    #[test]
    fn each_end_is_an_end() {
        for (kind, expected) in [
            (AnswerEventKind::Completed, AnswerState::Completed),
            (AnswerEventKind::Incomplete, AnswerState::Incomplete),
            (AnswerEventKind::Refused, AnswerState::Refused),
            (AnswerEventKind::Failed, AnswerState::Failed),
        ] {
            let mut arriving = Arriving::default();
            assert!(!arriving.has_ended());
            arriving.take(event(0, kind));
            assert_eq!(arriving.state, expected);
            assert!(arriving.has_ended());
        }
    }
}
