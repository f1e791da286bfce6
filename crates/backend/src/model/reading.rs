//! A model's answer as it comes: bytes into events, events into words, words into lines, however they are cut.

use rules::sse::Feed;
use serde::Deserialize;
use thiserror::Error;

/// More bytes than any answer needs.
const BYTES_MAX: usize = 256 * 1024;
/// The last event of a stream.
const DONE: &str = "[DONE]";

/// Why what came is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Broken {
    #[error("it is too long")]
    TooLong,
    #[error("an event cannot be read")]
    Unreadable,
    #[error("it ends in the middle")]
    Cut,
    #[error("the model says that it failed")]
    Failed,
}

/// What has come so far.
#[derive(Debug, Default)]
pub struct Reading {
    feed: Feed,
    bytes: usize,
    line: String,
    has_ended: bool,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    error: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Delta,
    #[serde(default)]
    finish_reason: Option<String>,
}

/// What a model would do beside its words, such as call a tool, is not read.
#[derive(Default, Deserialize)]
struct Delta {
    #[serde(default)]
    content: Option<String>,
}

impl Reading {
    /// Takes the next bytes; gives the lines that are whole now.
    ///
    /// # Errors
    /// If it is no answer; then nothing more of it is to be read.
    pub fn push(&mut self, piece: &[u8]) -> Result<Vec<String>, Broken> {
        self.bytes = self.bytes.saturating_add(piece.len());
        if self.bytes > BYTES_MAX {
            return Err(Broken::TooLong);
        }
        for data in self.feed.push(piece) {
            if data.trim() == DONE {
                self.has_ended = true;
            } else if !self.has_ended {
                self.take(&data)?;
            }
        }
        let Some((whole, rest)) = self.line.rsplit_once('\n') else { return Ok(Vec::new()) };
        let (lines, rest) = (whole.split('\n').map(|line| line.trim_end().to_owned()).collect(), rest.to_owned());
        self.line = rest;
        Ok(lines)
    }

    fn take(&mut self, data: &str) -> Result<(), Broken> {
        let chunk: Chunk = serde_json::from_str(data).map_err(|_| Broken::Unreadable)?;
        if chunk.error.is_some() {
            return Err(Broken::Failed);
        }
        let Some(choice) = chunk.choices.into_iter().next() else { return Ok(()) };
        self.line.push_str(&choice.delta.content.unwrap_or_default());
        match choice.finish_reason.as_deref() {
            None => {}
            // Where it was cut for its length, the last sentence has no end and is dropped for that.
            Some("stop" | "length") => self.has_ended = true,
            Some(_) => return Err(Broken::Failed),
        }
        Ok(())
    }

    /// Whether the model has said that nothing more comes.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.has_ended
    }

    /// The last line, which no other follows.
    ///
    /// # Errors
    /// If the model never said that it has ended.
    pub fn rest(self) -> Result<String, Broken> {
        if self.has_ended { Ok(self.line) } else { Err(Broken::Cut) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Broken, Reading};

    fn words(text: &str) -> String {
        format!("data: {}\n\n", serde_json::json!({"choices": [{"delta": {"content": text}}]}))
    }

    fn read(stream: &[u8], size: usize) -> Result<Vec<String>, Broken> {
        let mut reading = Reading::default();
        let mut lines = Vec::new();
        for piece in stream.chunks(size) {
            lines.extend(reading.push(piece)?);
        }
        lines.push(reading.rest()?);
        Ok(lines)
    }

    #[test]
    fn lines_are_whole_however_the_bytes_are_cut() {
        let done = "data: [DONE]\n\n";
        let stop = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
        let reason = |reason: &str| stop.replace("stop", reason);
        for (name, stream, expected) in [
            ("one", format!("{}{done}", words("[1] Å 📦.")), Ok(vec!["[1] Å 📦."])),
            ("two", format!("{}{}{done}", words("[1] a.\n[2]"), words(" b.")), Ok(vec!["[1] a.", "[2] b."])),
            ("lines_of_windows", format!("{}{done}", words("a\r\nb")), Ok(vec!["a", "b"])),
            ("ended_by_its_reason", format!("{}{stop}", words("a")), Ok(vec!["a"])),
            ("cut_for_its_length", format!("{}{}", words("a"), reason("length")), Ok(vec!["a"])),
            ("signs_of_life", format!(": wait\n\n{}{done}", words("a")), Ok(vec!["a"])),
            ("counts_at_the_end", format!("{}data: {{\"choices\":[]}}\n\n{done}", words("a")), Ok(vec!["a"])),
            ("words_after_the_end", format!("{}{stop}{}", words("a"), words("b")), Ok(vec!["a"])),
            ("another_tool", format!("{}{}", words("a"), reason("tool_calls")), Err(Broken::Failed)),
            ("error", "data: {\"error\":{\"message\":\"no\"}}\n\n".to_owned(), Err(Broken::Failed)),
            ("no_json", format!("{}data: {{\"choices\":[\n\n", words("a")), Err(Broken::Unreadable)),
            (
                "half_a_letter",
                "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n".to_owned(),
                Err(Broken::Unreadable),
            ),
            ("no_stream", "{\"choices\":[]}".to_owned(), Err(Broken::Cut)),
            ("cut", words("a"), Err(Broken::Cut)),
            ("nothing", String::new(), Err(Broken::Cut)),
        ] {
            let expected = expected.map(|lines| lines.into_iter().map(str::to_owned).collect::<Vec<_>>());
            for size in 1..=stream.len().max(1) {
                assert_eq!(read(stream.as_bytes(), size), expected, "{name}, in pieces of {size}");
            }
        }
    }

    #[test]
    fn what_never_ends_is_given_up() {
        let piece = words(&"a".repeat(8_000));
        let mut reading = Reading::default();
        let refused = (0..1_000).find_map(|count| reading.push(piece.as_bytes()).err().map(|why| (count, why)));
        assert!(matches!(refused, Some((20..40, Broken::TooLong))), "{refused:?}");
    }
}
