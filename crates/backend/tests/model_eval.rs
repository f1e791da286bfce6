//! A model that repeats what it is told, word by word, over the real help centre: what it says is shown, but for what
//! is no single sentence; and the same with one number or one denial changed is dropped, every time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeMap, fs, path::Path};

use backend::{
    answers::{Answers, Question},
    content,
    model::{Dropped, Ground, checked},
};
use serde::Deserialize;
use time::OffsetDateTime;

/// Questions, of which only those count that can be answered.
#[derive(Deserialize)]
struct File {
    question: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    locale: String,
    q: String,
    #[serde(default)]
    none: bool,
}

/// The least share of sentences that may be repeated, in percent.
const REPEATED: usize = 90;

/// What a model is told for each question that can be answered.
fn told() -> Vec<Vec<Ground>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = content::load(&root.join("../../content")).unwrap_or_else(|faults| panic!("{faults:?}"));
    let answers = Answers::build(&library).unwrap();
    let rows: File = toml::from_str(&fs::read_to_string(root.join("tests/data/questions.toml")).unwrap()).unwrap();
    let grounds = |words: &str, locale: &str| {
        let now = OffsetDateTime::UNIX_EPOCH;
        answers.grounds(&Question { words, locale, topic: None, order: None, timezone: "", now }).unwrap()
    };
    rows.question.iter().filter(|row| !row.none).map(|row| grounds(&row.q, &row.locale)).collect()
}

#[test]
fn what_is_repeated_is_shown() {
    let (mut all, mut dropped) = (0, BTreeMap::<String, Vec<String>>::new());
    for grounds in told() {
        for (number, ground) in (1..).zip(&grounds) {
            all += 1;
            if let Err(why) = checked(&format!("[{number}] {}", ground.text), &grounds) {
                dropped.entry(format!("{why:?}")).or_default().push(ground.text.clone());
            }
        }
    }
    let lost: usize = dropped.values().map(Vec::len).sum();
    for (why, texts) in &dropped {
        println!("{why}: {}, such as “{}”", texts.len(), texts[0]);
    }
    println!("{lost} of {all} are dropped");
    assert!(all >= 1_000 && (all - lost) * 100 >= all * REPEATED, "{lost} of {all} are dropped");
}

#[test]
fn another_number_is_dropped() {
    let mut changed = 0;
    for grounds in told() {
        for (number, ground) in
            (1..).zip(&grounds).filter(|(_, ground)| ground.text.contains(|it: char| it.is_ascii_digit()))
        {
            let text: String = ground.text.chars().map(|it| if it.is_ascii_digit() { '7' } else { it }).collect();
            let is_same = text == ground.text || grounds_have_it(&text, ground);
            let line = format!("[{number}] {text}");
            if !is_same && checked(&format!("[{number}] {}", ground.text), &grounds).is_ok() {
                changed += 1;
                let why = checked(&line, &grounds).err();
                // What is more than one sentence is only ever repeated as it stands.
                assert!(matches!(why, Some(Dropped::Number | Dropped::Form)), "{why:?}: {line}");
            }
        }
    }
    assert!(changed >= 50, "only {changed} were changed");
}

/// Whether all numbers of a text stand in a ground all the same.
fn grounds_have_it(text: &str, ground: &Ground) -> bool {
    let numbers = |text: &str| -> std::collections::BTreeSet<String> {
        text.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    numbers(text).is_subset(&numbers(&ground.text))
}
