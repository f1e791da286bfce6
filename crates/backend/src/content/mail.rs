//! What mails say, in `mail/<lang>.toml`: subject and body with `{link}`, `{number}` and, in
//! `{words}`, what support wrote; never the words of whoever asks.

use std::collections::BTreeMap;

use contract::LocaleName;
use serde::Deserialize;

use super::{fault::Wrong, files::Reading};

/// Every mail in one language; a missing key is a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailTexts {
    /// To somebody who cannot sign in and wants to ask: the one-time link.
    pub sign_in_help: MailText,
    /// A case is open.
    pub case_received: MailText,
    /// Support has answered.
    pub case_answered: MailText,
    /// Support has closed the case.
    pub case_closed: MailText,
    /// To somebody without an account, who has no page for it: a case is open.
    pub guest_received: MailText,
    /// Support has answered: its words.
    pub guest_answered: MailText,
    /// Support has answered and closed the case: its words.
    pub guest_answered_last: MailText,
    /// Support has closed the case without a word.
    pub guest_closed: MailText,
    /// To a seller: the buyer has written about an order, whose number it has.
    pub buyer_wrote: MailText,
    /// To a buyer: the seller has.
    pub seller_wrote: MailText,
}

/// A mail in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailText {
    pub subject: String,
    pub body: String,
}

const LINK: &str = "link";
const NUMBER: &str = "number";
const WORDS: &str = "words";

impl MailTexts {
    fn each(&self) -> [(&'static str, &MailText, &'static [&'static str]); 10] {
        [
            ("sign_in_help", &self.sign_in_help, &[LINK]),
            ("case_received", &self.case_received, &[LINK, NUMBER]),
            ("case_answered", &self.case_answered, &[LINK, NUMBER]),
            ("case_closed", &self.case_closed, &[LINK, NUMBER]),
            ("guest_received", &self.guest_received, &[LINK, NUMBER]),
            ("guest_answered", &self.guest_answered, &[LINK, NUMBER, WORDS]),
            ("guest_answered_last", &self.guest_answered_last, &[LINK, NUMBER, WORDS]),
            ("guest_closed", &self.guest_closed, &[LINK, NUMBER]),
            ("buyer_wrote", &self.buyer_wrote, &[LINK, NUMBER]),
            ("seller_wrote", &self.seller_wrote, &[LINK, NUMBER]),
        ]
    }
}

/// The mails in each language.
pub fn read(reading: &mut Reading<'_>, locales: &[LocaleName]) -> BTreeMap<String, MailTexts> {
    let mut all = BTreeMap::new();
    for LocaleName { tag, .. } in locales {
        let file = format!("mail/{tag}.toml");
        let Some(texts) = reading.toml::<MailTexts>(&file) else { continue };
        for (name, text, holds) in texts.each() {
            for wrong in faults(name, text, holds) {
                reading.wrong(reading.path(&file), 1, wrong);
            }
        }
        all.insert(tag.clone(), texts);
    }
    all
}

fn faults(name: &'static str, text: &MailText, holds: &[&'static str]) -> Vec<Wrong> {
    let whole = format!("{}\n{}", text.subject, text.body);
    let named: Vec<&str> = whole.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    let lacking = holds.iter().filter(|word| !named.contains(word)).map(|word| Wrong::MailLacks(name, word));
    let unknown = named.iter().filter(|word| !holds.contains(word));
    let mut wrong: Vec<Wrong> = lacking.collect();
    wrong.extend(unknown.map(|word| Wrong::MailKnowsNo(name, format!("{{{word}}}"))));
    if text.subject.contains(char::is_control) {
        wrong.push(Wrong::SubjectLines(name));
    }
    for (key, part) in [("subject", &text.subject), ("body", &text.body)] {
        if part.trim().is_empty() {
            wrong.push(Wrong::Empty(key));
        }
    }
    wrong
}
