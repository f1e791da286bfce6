//! The words of a sentence, and what of them has to stand in another: numbers, names, denials, and most of the rest.

use std::collections::BTreeSet;

use super::{Dropped, OWN_WORDS_MAX, STANDING_TENTHS};
use crate::folding::folded;

/// Letters by which words are the same: endings differ.
const STEM: usize = 5;
/// Letters from which on a word tells something.
const TELLING: usize = 3;

/// Words that lead through a sentence and tell nothing, without accents.
const LEADING: &str = " that this these those with from have will then when your they them there here been also only \
    after before until once each other than what which while because about into over more most some such very still \
    just does should could would might must shall where whether both within during through their were being made \
    means so if you the a an as at by for in is it of on or to and be but can do has this please note usually \
    otherwise first next already yet unless \
    att den det dem denna detta dessa till fran eller efter innan ocksa bara kan ska skall maste nar dar har som blir \
    blev varit hade din ditt dina samt under over vid utan inom sedan alltsa darfor eftersom medan bade enligt finns \
    fram forst redan annars om du och en ett av pa for med ar var da sa nu sig sin sitt sina kommer brukar vanta ";
/// Who speaks, where somebody does.
const SPEAKERS: &str = " me my mine we us our ours jag mig min mitt mina vi oss vara ich wir je nous yo \
    nosotros io noi ik wij ";
/// Words that deny.
const DENIALS: &str = " not no never none nothing nobody neither nor without cannot cant dont doesnt wont isnt arent \
    wasnt hasnt havent inte ej aldrig ingen inget inga ingenting utan varken knappast ";
/// Words that say when, or if at all.
const CONDITIONS: &str = " after before until if unless when whenever once provided otherwise om efter innan tills nar \
    savida forutsatt annars ";
/// Words for numbers and parts.
const NUMBERS: &str = " zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty \
    fifty sixty ninety hundred thousand half twice double triple dozen noll tva tre fyra fem sex sju atta nio tio elva \
    tolv femton tjugo trettio fyrtio femtio hundra tusen halv halva halften dubbelt dubbla dubbel ";
/// Beginnings of words that much hangs on.
const STAKES: [&str; 52] = [
    "passw", "losen", "passkod", "pin", "card", "kort", "bank", "iban", "crypt", "bitco", "krypt", "gift", "present",
    "transf", "overfor", "wire", "swish", "paypal", "cancel", "avbok", "annull", "refund", "aterbet", "approv",
    "godkan", "guarant", "garant", "promis", "lova", "suspen", "delet", "rader", "remov", "block", "sparr", "clos",
    "stang", "police", "polis", "fraud", "bedrag", "counter", "forfal", "fake", "download", "ladda", "install",
    "login", "logga", "code", "kod", "free",
];
/// Beginnings of words that say what a number counts.
const UNITS: [&str; 26] = [
    "day",
    "week",
    "month",
    "hour",
    "minute",
    "year",
    "working",
    "business",
    "percent",
    "per",
    "time",
    "dag",
    "veck",
    "manad",
    "tim",
    "minut",
    "ar",
    "arbetsdag",
    "vardag",
    "procent",
    "krona",
    "kronor",
    "euro",
    "dollar",
    "pound",
    "gang",
];

/// A sentence, read.
pub struct Said {
    words: Vec<Word>,
    /// Every word, and its beginning.
    known: BTreeSet<String>,
    numbers: BTreeSet<String>,
    /// Numbers with the beginning of what they count.
    counted: BTreeSet<(String, String)>,
    has_percent: bool,
    is_denial: bool,
    is_conditional: bool,
}

struct Word {
    fold: String,
    is_capital: bool,
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

impl Said {
    pub fn read(text: &str) -> Self {
        // An apostrophe stands inside of a word.
        let joined = text.replace(['’', '\''], "");
        let parts = joined.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        let words: Vec<Word> = parts
            .map(|part| Word { fold: folded(part), is_capital: part.chars().next().is_some_and(char::is_uppercase) })
            .collect();
        let known = words.iter().flat_map(|word| [word.fold.clone(), stem(&word.fold)]).collect();
        let counted = words.windows(2).filter_map(|two| match two {
            [number, unit] if is_number(&number.fold) => Some((number.fold.clone(), unit_of(&unit.fold)?)),
            _ => None,
        });
        Self {
            counted: counted.collect(),
            is_denial: words.iter().any(|word| is_in(DENIALS, &word.fold)),
            is_conditional: words.iter().any(|word| is_in(CONDITIONS, &word.fold)),
            has_percent: text.contains(['%', '‰']),
            numbers: numbers(&joined),
            known,
            words,
        }
    }

    /// Whether it says nothing but what stands in the sources.
    pub fn stands_in(&self, sources: &[Self]) -> Result<(), Dropped> {
        let has = |word: &str| sources.iter().any(|source| source.known.contains(word));
        self.counts_as(sources)?;
        let names = self.words.iter().enumerate().filter(|(_, word)| word.is_capital);
        for (at, word) in names {
            let leads = at == 0 && is_in(LEADING, &word.fold);
            if !leads && !has(&word.fold) {
                return Err(Dropped::Name);
            }
        }
        if self.words.iter().any(|word| is_in(SPEAKERS, &word.fold) && !has(&word.fold)) {
            return Err(Dropped::Name);
        }
        // Of several sources each counts: what one of them denies is not said of what stands in another.
        if sources.iter().any(|source| source.is_denial != self.is_denial) {
            return Err(Dropped::Denial);
        }
        if !self.is_conditional && sources.iter().any(|source| source.is_conditional) {
            return Err(Dropped::Condition);
        }
        let hangs = |word: &str| STAKES.iter().any(|stake| word.starts_with(stake));
        let stands = |word: &str| has(word) || (word.chars().count() > STEM && has(&stem(word)));
        if self.words.iter().any(|word| hangs(&word.fold) && !stands(&word.fold)) {
            return Err(Dropped::Stakes);
        }
        self.is_told_by(stands)
    }

    fn counts_as(&self, sources: &[Self]) -> Result<(), Dropped> {
        let has_number = |number: &String| sources.iter().any(|source| source.numbers.contains(number));
        let has_count = |count: &(String, String)| sources.iter().any(|source| source.counted.contains(count));
        let has_word = |word: &Word| sources.iter().any(|source| source.known.contains(&word.fold));
        let is_counted = self.numbers.iter().all(has_number) && self.counted.iter().all(has_count);
        let is_part = !self.has_percent || sources.iter().any(|source| source.has_percent);
        let is_said = self.words.iter().filter(|word| is_in(NUMBERS, &word.fold)).all(has_word);
        if is_counted && is_part && is_said { Ok(()) } else { Err(Dropped::Number) }
    }

    fn is_told_by(&self, stands: impl Fn(&str) -> bool) -> Result<(), Dropped> {
        let is_telling = |word: &&Word| word.fold.chars().count() >= TELLING && !is_in(LEADING, &word.fold);
        let telling: Vec<&Word> = self.words.iter().filter(is_telling).collect();
        let standing = telling.iter().filter(|word| stands(&word.fold)).count();
        let own = telling.len() - standing;
        let is_told = standing > 0 && own <= OWN_WORDS_MAX && standing * 10 >= telling.len() * STANDING_TENTHS;
        if is_told { Ok(()) } else { Err(Dropped::Unsupported) }
    }
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

fn unit_of(word: &str) -> Option<String> {
    // "År" alone is years; much else begins with these letters.
    let counts = |unit: &str| if unit.len() < 3 { word == unit } else { word.starts_with(unit) };
    UNITS.iter().any(|unit| counts(unit)).then(|| word.chars().take(3).collect())
}

/// Whole numbers with the signs and letters inside of them: `24`, `4199.50`, `SV-20418`, `17:00`.
fn numbers(text: &str) -> BTreeSet<String> {
    let is_inside = |letter: char| letter.is_alphanumeric() || ".,:-/".contains(letter);
    let parts = text.split(|letter| !is_inside(letter));
    let parts = parts.map(|part| part.trim_matches(|letter: char| !letter.is_alphanumeric()));
    parts.filter(|part| part.chars().any(char::is_numeric)).map(folded).collect()
}
