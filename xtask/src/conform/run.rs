//! A run through the contract: what has been asked, what was learnt on the way, and what was found.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Account;
use super::client::{Answer, Ask, Client};
use super::document::Document;
use super::findings::{Finding, Verdict};
use super::words::encoded;

/// What one step learns and a later one needs.
#[derive(Default)]
pub struct Learnt {
    pub capabilities: Vec<String>,
    pub locale: String,
    /// `password` or `redirect`.
    pub sign_in: String,
    /// An article's slug, id and title.
    pub article: Option<[String; 3]>,
    pub is_signed_in: bool,
    pub order_id: Option<String>,
    pub object_id: Option<String>,
    /// The case that this run opened.
    pub case: Option<Value>,
    /// Where the person's log stood before that.
    pub cursor: Option<u64>,
}

/// What the run is given.
pub struct Given {
    pub account: Option<Account>,
    /// The line of a session's cookie, where people sign in elsewhere.
    pub cookie: Option<String>,
    /// An origin whose pages the backend has to let in.
    pub site: Option<String>,
    /// Whether wrong passwords are tried until the backend asks for a rest.
    pub has_attempts: bool,
}

/// The run.
pub struct Run<'a> {
    pub client: Client,
    pub document: &'a Document,
    pub given: Given,
    pub learnt: Learnt,
    /// What stays in the backend.
    pub written: Vec<String>,
    findings: Vec<Finding>,
    step: &'static str,
    /// Of each call of this step: what was wrong first, and whether anything but "not there" came.
    calls: BTreeMap<String, (Option<String>, bool)>,
    asked: BTreeSet<String>,
}

impl<'a> Run<'a> {
    /// Before the first step.
    pub fn new(client: Client, document: &'a Document, given: Given) -> Self {
        Self {
            client,
            document,
            given,
            learnt: Learnt::default(),
            written: Vec::new(),
            findings: Vec::new(),
            step: "",
            calls: BTreeMap::new(),
            asked: BTreeSet::new(),
        }
    }

    /// Begins a step.
    pub fn begin(&mut self, step: &'static str) {
        self.step = step;
    }

    /// Ends the step: each call that it asked is said to be as the document has it, or not. Gives what it found.
    pub fn end(&mut self) -> &[Finding] {
        for (name, (fault, is_there)) in std::mem::take(&mut self.calls) {
            let verdict = match fault {
                _ if !is_there => Verdict::Missing("every attempt was answered as if there were no such call".into()),
                Some(fault) => Verdict::Broken(fault),
                None => Verdict::Kept,
            };
            self.note(format!("{name} answers as the document says"), verdict);
        }
        let step = self.step;
        let from = self.findings.iter().position(|finding| finding.step == step).unwrap_or(self.findings.len());
        &self.findings[from..]
    }

    /// All that was found.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether a call has been asked in any step.
    pub fn has_asked(&self, name: &str) -> bool {
        self.asked.contains(name)
    }

    /// Asks, and holds the answer against the document.
    pub fn call(&mut self, ask: &Ask) -> Answer {
        let answer = self.client.ask(ask);
        self.hold(ask, &answer);
        answer
    }

    /// Listens to a stream until `is_enough` has come, and holds what came against the document.
    pub fn listen(&mut self, ask: &Ask, is_enough: fn(&str) -> bool) -> Answer {
        let answer = self.client.listen(ask, is_enough);
        self.hold(ask, &answer);
        answer
    }

    fn hold(&mut self, ask: &Ask, answer: &Answer) {
        let Some(name) = self.document.name(ask) else { return };
        let fault = self.document.fault(ask, answer);
        self.asked.insert(name.clone());
        let (known, is_there) = self.calls.entry(name).or_insert((None, false));
        *is_there |= !matches!(answer.status, 404 | 405 | 501);
        if known.is_none() {
            *known = fault;
        }
    }

    fn is_there(&mut self, ask: &Ask) {
        let name = self.document.name(ask);
        name.and_then(|name| self.calls.get_mut(&name)).into_iter().for_each(|(_, is_there)| *is_there = true);
    }

    /// Notes what became of a claim.
    pub fn note(&mut self, claim: impl Into<String>, verdict: Verdict) {
        self.findings.push(Finding { step: self.step, claim: claim.into(), verdict });
    }

    /// A claim that holds, or for which something else came.
    pub fn claim(&mut self, claim: impl Into<String>, is_kept: bool, came: impl Into<String>) {
        self.note(claim, if is_kept { Verdict::Kept } else { Verdict::Broken(came.into()) });
    }

    /// A claim that could not be asked.
    pub fn leave(&mut self, claim: impl Into<String>, why: impl Into<String>) {
        self.note(claim, Verdict::Left(why.into()));
    }

    /// A call that has to be answered with this status; gives its body. Nothing where it is not: the rest of the step
    /// would only say so again.
    pub fn wanted(&mut self, ask: &Ask, status: u16) -> Option<Answer> {
        let answer = self.call(ask);
        if answer.status == status {
            return Some(answer);
        }
        let claim = format!("{} {} is answered {status}", ask.method, ask.path);
        let is_absent = matches!(answer.status, 404 | 405 | 501) && status < 400;
        self.note(claim, if is_absent { Verdict::Missing(answer.told()) } else { Verdict::Broken(answer.told()) });
        None
    }

    /// A call that has to be refused, as a problem with this status and code. Gives the answer.
    pub fn refused(&mut self, claim: &str, ask: &Ask, status: u16, code: &str) -> Answer {
        let answer = self.call(ask);
        let problem = answer.json();
        let kind = answer.header("content-type");
        let came = if answer.status != status || answer.code() != code {
            answer.told()
        } else if !kind.starts_with("application/problem+json") {
            format!("it comes as `{kind}`, not as application/problem+json")
        } else if problem["request_id"].as_str().is_none_or(str::is_empty) {
            "the problem has no `request_id`".to_owned()
        } else {
            String::new()
        };
        if came.is_empty() {
            // Also where all that can be asked is what is not there: somebody knows the call.
            self.is_there(ask);
        }
        self.claim(format!("{claim} is refused {status} `{code}`"), came.is_empty(), came);
        answer
    }

    /// A public resource: it may be kept, and is not sent again to who has it.
    pub fn is_public(&mut self, path: &str) -> Option<Answer> {
        let answer = self.wanted(&Ask::get(path), 200)?;
        let cache = answer.header("cache-control").to_owned();
        self.claim(format!("GET {path} may be kept"), cache.contains("public"), format!("`Cache-Control: {cache}`"));
        self.has_tag(path, &answer);
        Some(answer)
    }

    /// A resource of somebody's own: it is not kept on the way.
    pub fn is_private(&mut self, path: &str, answer: &Answer) {
        let cache = answer.header("cache-control").to_owned();
        let claim = format!("GET {path} is not kept: `no-store`");
        self.claim(claim, cache.contains("no-store"), format!("`Cache-Control: {cache}`"));
    }

    /// A strong `ETag`, and 304 without a body to who has it.
    pub fn has_tag(&mut self, path: &str, answer: &Answer) {
        let tag = answer.header("etag").to_owned();
        let is_strong = tag.len() > 2 && tag.starts_with('"') && tag.ends_with('"');
        self.claim(format!("GET {path} has a strong `ETag`"), is_strong, format!("`ETag: {tag}`"));
        if is_strong {
            let again = self.call(&Ask::get(path).with("if-none-match", tag));
            let is_kept = again.status == 304 && again.body.is_empty();
            self.claim(format!("GET {path} with `If-None-Match` is answered 304"), is_kept, again.told());
        }
    }

    /// A list goes on behind its cursor, and refuses what is none. `path` has a query already.
    pub fn is_list(&mut self, path: &str) {
        let Some(first) = self.wanted(&Ask::get(format!("{path}&limit=1")), 200) else { return };
        let first = first.json();
        let is_start = first["prev_cursor"].is_null();
        self.claim(format!("GET {path}: the first page has no `prev_cursor`"), is_start, "it has one");
        if let Some(cursor) = first["next_cursor"].as_str() {
            let next = self.call(&Ask::get(format!("{path}&limit=1&cursor={}", encoded(cursor)))).json();
            let is_other = next["items"][0].is_object() && next["items"][0] != first["items"][0];
            self.claim(
                format!("GET {path} goes on behind `next_cursor`"),
                is_other,
                "the next page is not another one",
            );
        }
        let claim = format!("GET {path} with a cursor that it never gave");
        self.refused(&claim, &Ask::get(format!("{path}&cursor=never-given")), 400, "cursor_invalid");
        let claim = format!("GET {path} with `limit=0`");
        self.refused(&claim, &Ask::get(format!("{path}&limit=0")), 422, "parameter_invalid");
    }

    /// Whether the backend says that it has this part.
    pub fn offers(&self, capability: &str) -> bool {
        self.learnt.capabilities.iter().any(|known| known == capability)
    }
}
