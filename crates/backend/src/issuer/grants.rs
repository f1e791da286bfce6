//! What the issuer has been asked, and the codes it has given: each is good once, and for a short while.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use openidconnect::{PkceCodeChallenge, PkceCodeVerifier, url::Url};
use serde::Deserialize;

use super::tokens::Exchange;
use crate::secret;

/// Seconds to choose a person.
const CHOICE_S: i64 = 600;
/// Seconds that a code is good.
const CODE_S: i64 = 60;
/// Lengths of a verifier (RFC 7636, 4.1).
const VERIFIER: std::ops::RangeInclusive<usize> = 43..=128;

/// What an application asks for.
#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    pub client_id: String,
    pub redirect_uri: String,
    pub state: String,
    response_type: String,
    #[serde(default)]
    pub nonce: Option<String>,
    #[serde(default)]
    code_challenge: String,
    #[serde(default)]
    code_challenge_method: String,
}

/// A person whom an application may know of.
#[derive(Clone, Debug)]
pub struct Granted {
    pub client_id: String,
    pub subject: String,
    pub nonce: Option<String>,
}

struct Until<T> {
    value: T,
    /// Seconds since 1970.
    ends_at: i64,
}

/// What is open.
#[derive(Default)]
pub struct Grants {
    asked: Mutex<HashMap<String, Until<Asked>>>,
    codes: Mutex<HashMap<String, Until<(Asked, String)>>>,
}

impl Asked {
    /// Why it is not answered, if so.
    pub fn refused(&self) -> Option<&'static str> {
        let is_own_machine = Url::parse(&self.redirect_uri)
            .is_ok_and(|url| matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost")));
        if !is_own_machine {
            return Some("redirect_uri has to be on this machine.");
        }
        if self.response_type != "code" {
            return Some("response_type has to be code.");
        }
        (self.code_challenge_method != "S256" || self.code_challenge.is_empty()).then_some("PKCE with S256 is needed.")
    }
}

impl Grants {
    /// Remembers what is asked, and gives its name.
    pub fn ask(&self, asked: Asked, now: i64) -> String {
        keep(&self.asked, asked, now, CHOICE_S)
    }

    /// What was asked under that name, once.
    pub fn asked(&self, name: &str, now: i64) -> Option<Asked> {
        take(&self.asked, name, now)
    }

    /// A code for a person.
    pub fn grant(&self, asked: Asked, person_id: &str, now: i64) -> String {
        keep(&self.codes, (asked, person_id.to_owned()), now, CODE_S)
    }

    /// What a code stands for: once, for who asked for it, from where it was sent to, with the verifier.
    pub fn redeem(&self, exchange: &Exchange, client_id: &str, now: i64) -> Option<Granted> {
        let (asked, subject) = take(&self.codes, &exchange.code, now)?;
        let is_verifier = VERIFIER.contains(&exchange.code_verifier.len());
        let is_right = exchange.grant_type == "authorization_code"
            && asked.client_id == client_id
            && asked.redirect_uri == exchange.redirect_uri
            && is_verifier
            && secret::same(challenge(&exchange.code_verifier).as_str(), &asked.code_challenge);
        is_right.then_some(Granted { client_id: asked.client_id, subject, nonce: asked.nonce })
    }
}

fn challenge(verifier: &str) -> PkceCodeChallenge {
    PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.to_owned()))
}

fn open<T>(all: &Mutex<HashMap<String, Until<T>>>) -> MutexGuard<'_, HashMap<String, Until<T>>> {
    all.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keep<T>(all: &Mutex<HashMap<String, Until<T>>>, value: T, now: i64, seconds: i64) -> String {
    let name = secret::fresh();
    let mut all = open(all);
    all.retain(|_, until| until.ends_at > now);
    all.insert(name.clone(), Until { value, ends_at: now + seconds });
    name
}

fn take<T>(all: &Mutex<HashMap<String, Until<T>>>, name: &str, now: i64) -> Option<T> {
    open(all).remove(name).filter(|until| until.ends_at > now).map(|until| until.value)
}
