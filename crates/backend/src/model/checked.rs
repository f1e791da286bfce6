//! One line of a model, held against the sentences it names: what does not stand there is dropped, whole.

mod words;

#[cfg(test)]
mod tests;

use contract::{AnswerSentence, Node, Source};

use self::words::Said;
use super::{Ground, untrusted};

/// Longest sentence, in characters.
const CHARS_MAX: usize = 300;
/// Most sentences that one may rest on.
const SOURCES_MAX: usize = 2;
/// Telling words that may stand in no source: how one sentence leads to the next.
const OWN_WORDS_MAX: usize = 2;
/// The least share of telling words that stand in the sources, in tenths.
const STANDING_TENTHS: usize = 7;

/// Why a line is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// It names nothing that it rests on, or something that there is not.
    Source,
    /// It is too long, has no end, or is more than one sentence.
    Form,
    /// It holds markup, or what cannot be seen.
    Markup,
    /// It leads somewhere.
    Link,
    /// It is said to a machine.
    Machine,
    /// A number, a unit or a word for a number stands in no source.
    Number,
    /// A name stands in no source, or somebody speaks who does not there.
    Name,
    /// It says what the sources deny, or denies what they say.
    Denial,
    /// It says without a condition what the sources say under one.
    Condition,
    /// A word that much hangs on stands in no source.
    Stakes,
    /// Too much of it stands in no source.
    Unsupported,
}

/// A line's sentence, if it may be shown: `[1,3] Words.`
///
/// # Errors
/// Why it may not.
pub fn checked(line: &str, grounds: &[Ground]) -> Result<AnswerSentence, Dropped> {
    let (numbers, text) = parted(line).ok_or(Dropped::Source)?;
    let of = |number: &usize| number.checked_sub(1).and_then(|at| grounds.get(at)).ok_or(Dropped::Source);
    let grounds = numbers.iter().map(of).collect::<Result<Vec<_>, _>>()?;
    harmless(text)?;
    // What it repeats word by word stands there, however it is formed.
    if let Some(ground) = grounds.iter().find(|ground| ground.text == text) {
        return Ok(sentence(text, vec![ground.source.clone()]));
    }
    is_one_sentence(text)?;
    let sources: Vec<Said> = grounds.iter().map(|ground| Said::read(&ground.text)).collect();
    let said = Said::read(text);
    said.stands_in(&sources)?;
    Ok(sentence(text, grounds.iter().map(|ground| ground.source.clone()).collect()))
}

fn sentence(text: &str, sources: Vec<Source>) -> AnswerSentence {
    AnswerSentence { nodes: vec![Node::Text { text: text.to_owned() }], sources }
}

/// The numbers in front, each once, and the words behind them.
fn parted(line: &str) -> Option<(Vec<usize>, &str)> {
    let (mut numbers, mut rest) = (Vec::new(), line.trim());
    while let Some(inner) = rest.strip_prefix('[') {
        let (list, behind) = inner.split_once(']')?;
        for number in list.split(',') {
            let number: usize = number.trim().parse().ok()?;
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        rest = behind.trim_start();
    }
    (1..=SOURCES_MAX).contains(&numbers.len()).then_some((numbers, rest))
}

/// Whether it is text for people, and leads nowhere.
fn harmless(text: &str) -> Result<(), Dropped> {
    if untrusted::is_marked_up(text) {
        return Err(Dropped::Markup);
    }
    if leads_somewhere(text) {
        return Err(Dropped::Link);
    }
    if untrusted::speaks_to_a_machine(text) {
        return Err(Dropped::Machine);
    }
    Ok(())
}

/// Whether it is one sentence with its end: a second one could hide behind the first.
fn is_one_sentence(text: &str) -> Result<(), Dropped> {
    let body = text.strip_suffix(['.', '。']).ok_or(Dropped::Form)?;
    let letters: Vec<char> = body.chars().collect();
    let is_stop = |letter: char| matches!(letter, '.' | '!' | '?' | '。' | '…');
    let is_end = |two: &[char]| matches!(two, [stop, space] if is_stop(*stop) && space.is_whitespace());
    let has_inner_end = letters.windows(2).any(is_end) || letters.iter().any(|letter| matches!(letter, '!' | '?'));
    if has_inner_end || letters.len() >= CHARS_MAX || !body.trim().contains(' ') {
        return Err(Dropped::Form);
    }
    Ok(())
}

/// An address of whatever kind: a word with a stop between letters, a scheme, a mail address.
fn leads_somewhere(text: &str) -> bool {
    let is_address = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let mut parts = word.split('.');
        let last = parts.next_back().unwrap_or_default();
        let is_host = parts.next().is_some() && last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
        is_host || word.contains('@') || word.contains("//") || word.contains(":/")
    };
    let small = text.to_lowercase();
    small.contains("http") || small.contains("www") || small.split_whitespace().any(is_address)
}
