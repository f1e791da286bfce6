//! An endpoint that speaks as OpenAI's chat completions do, with a limit to how long and how much of it is waited for.

use std::{env, io::Read, sync::Arc, time::Duration};

use contract::AnswerSentence;
use openidconnect::url::Url;
use thiserror::Error;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
    time::{Instant, timeout, timeout_at},
};
use ureq::Agent;

use super::{Broken, MOST, Reading, Wording, checked};

/// Where it is, up to what `/chat/completions` follows.
const URL: &str = "SVAR_LLM_URL";
/// What the model is called there.
const MODEL: &str = "SVAR_LLM_MODEL";
/// What we prove to it that we may; it stands in no log.
const KEY: &str = "SVAR_LLM_KEY";
/// Answers that are written at once; for others the embedded engine is quicker.
const AT_ONCE: usize = 16;
/// Pieces that wait to be read.
const PIECES: usize = 16;
/// Bytes of a piece.
const PIECE: usize = 8 * 1024;

/// How long is waited; people see nothing of an answer until it is whole.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the first words.
    pub first: Duration,
    /// Between words.
    pub between: Duration,
    /// For all of it.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { first: Duration::from_secs(5), between: Duration::from_secs(3), whole: Duration::from_secs(10) }
    }
}

/// Why an endpoint cannot be used.
#[derive(Debug, Error)]
pub enum EndpointError {
    #[error("{URL} is no address of an endpoint: it begins with https://, or with http:// on this machine")]
    Address,
    #[error("{MODEL} is missing: what the model is called at {URL}")]
    Model,
}

/// Why it wrote nothing that can be shown. It holds nothing of the question, of the answer or of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unwritten {
    #[error("too many answers are being written")]
    Busy,
    #[error("it cannot be reached")]
    Unreachable,
    #[error("it refuses with status {0}")]
    Refused(u16),
    #[error("it takes too long")]
    Late,
    #[error("{0}")]
    Broken(#[from] Broken),
    #[error("none of its sentences stands in a source")]
    Unsupported,
}

/// An endpoint, and what we are to it. It has no `Debug`, so that no log ever holds its key.
pub struct Endpoint {
    url: String,
    model: String,
    key: Option<String>,
    patience: Patience,
    room: Arc<Semaphore>,
    agent: Agent,
}

impl Endpoint {
    /// The endpoint that the environment names, if it names one.
    ///
    /// # Errors
    /// If what it says cannot be used.
    pub fn from_environment() -> Result<Option<Self>, EndpointError> {
        let word = |name| env::var(name).ok().filter(|word| !word.is_empty());
        let Some(url) = word(URL) else { return Ok(None) };
        let model = word(MODEL).ok_or(EndpointError::Model)?;
        Self::new(&url, &model, word(KEY).as_deref(), Patience::default()).map(Some)
    }

    /// The endpoint at `url`.
    ///
    /// # Errors
    /// If that is no address, or could be overheard.
    pub fn new(url: &str, model: &str, key: Option<&str>, patience: Patience) -> Result<Self, EndpointError> {
        let parsed = Url::parse(url).map_err(|_| EndpointError::Address)?;
        let is_own_machine = matches!(parsed.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
        match parsed.scheme() {
            "https" => {}
            "http" if is_own_machine => {}
            _ => return Err(EndpointError::Address),
        }
        // It follows nobody elsewhere: what it is told is for that endpoint alone.
        let config = Agent::config_builder()
            .timeout_global(Some(patience.whole))
            .max_redirects(0)
            .http_status_as_error(false)
            .build();
        Ok(Self {
            url: format!("{}/chat/completions", url.trim_end_matches('/')),
            model: model.to_owned(),
            key: key.map(str::to_owned),
            patience,
            room: Arc::new(Semaphore::new(AT_ONCE)),
            agent: config.into(),
        })
    }

    /// The sentences of an answer that stand in what it was told; at least one.
    ///
    /// # Errors
    /// If there is none, or the answer did not come whole.
    pub async fn write(&self, wording: &Wording) -> Result<Vec<AnswerSentence>, Unwritten> {
        let permit = Arc::clone(&self.room).try_acquire_owned().map_err(|_| Unwritten::Busy)?;
        let mut pieces = self.ask(wording, permit);
        let (late, mut patience) = (Instant::now() + self.patience.whole, self.patience.first);
        let (mut reading, mut sentences) = (Reading::default(), Vec::new());
        while !reading.has_ended() && sentences.len() < MOST {
            let next = timeout_at(late, timeout(patience, pieces.recv())).await;
            let Ok(Ok(next)) = next else { return Err(Unwritten::Late) };
            let Some(piece) = next else { break };
            for line in reading.push(&piece?)? {
                take(&line, wording, &mut sentences);
            }
            patience = self.patience.between;
        }
        if sentences.len() < MOST {
            take(&reading.rest()?, wording, &mut sentences);
        }
        if sentences.is_empty() { Err(Unwritten::Unsupported) } else { Ok(sentences) }
    }

    /// Asks on a thread that may wait. It ends when nobody listens any more, or with the time for all of it.
    fn ask(&self, wording: &Wording, permit: OwnedSemaphorePermit) -> mpsc::Receiver<Result<Vec<u8>, Unwritten>> {
        let (to, pieces) = mpsc::channel(PIECES);
        let mut request = self.agent.post(&self.url).header("Accept", "text/event-stream");
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        let request = request.content_type("application/json");
        let body = wording.body(&self.model).to_string();
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let mut reader = match request.send(body) {
                Ok(response) if response.status().as_u16() == 200 => response.into_body().into_reader(),
                Ok(response) => return said(&to, Err(Unwritten::Refused(response.status().as_u16()))),
                Err(_) => return said(&to, Err(Unwritten::Unreachable)),
            };
            let mut piece = vec![0; PIECE];
            loop {
                match reader.read(&mut piece) {
                    Ok(0) => return,
                    Ok(length) if to.blocking_send(Ok(piece.iter().copied().take(length).collect())).is_ok() => {}
                    Ok(_) => return,
                    Err(_) => return said(&to, Err(Unwritten::Broken(Broken::Cut))),
                }
            }
        });
        pieces
    }
}

fn said(to: &mpsc::Sender<Result<Vec<u8>, Unwritten>>, outcome: Result<Vec<u8>, Unwritten>) {
    // Nobody may be listening any more.
    let _ = to.blocking_send(outcome);
}

/// Takes a line's sentence, if it may be shown and was not said before.
fn take(line: &str, wording: &Wording, sentences: &mut Vec<AnswerSentence>) {
    let Ok(sentence) = checked(line, &wording.grounds) else { return };
    if sentences.len() < MOST && sentences.iter().all(|before| before.nodes != sentence.nodes) {
        sentences.push(sentence);
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, Patience};

    #[test]
    fn an_endpoint_is_not_overheard() {
        for (name, url, expected) in [
            ("https", "https://api.example.org/v1", true),
            ("own_machine", "http://127.0.0.1:11434/v1", true),
            ("own_machine_by_name", "http://localhost:11434/v1", true),
            ("http", "http://api.example.org/v1", false),
            ("name_like_the_own_machine", "http://127.0.0.1.example.org/v1", false),
            ("another_scheme", "ftp://127.0.0.1", false),
            ("no_address", "api", false),
            ("empty", "", false),
        ] {
            assert_eq!(Endpoint::new(url, "m", None, Patience::default()).is_ok(), expected, "{name}");
        }
    }
}
