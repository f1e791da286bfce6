//! Questions as people ask them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::{fs, path::Path, time::Instant};
use backend::{answers::{Answers, Question}, content, search::Search};
use serde::Deserialize;
#[derive(Deserialize)]
struct File { question: Vec<Row> }
#[derive(Deserialize)]
struct Row { locale: String, q: String, #[serde(default)] sources: Vec<String>, #[serde(default)] none: bool }
#[test]
fn explore() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = content::load(&root.join("../../content")).unwrap();
    let search = Search::build(&library).unwrap();
    let answers = Answers::build(&library).unwrap();
    let file: File = toml::from_str(&fs::read_to_string(root.join("tests/data/questions.toml")).unwrap()).unwrap();
    let began = Instant::now();
    for (n, Row { locale, q, sources, none }) in file.question.iter().enumerate() {
        let question = Question { words: q, locale };
        let found = answers.explain(&question, &search).unwrap();
        let place = found.iter().position(|f| sources.contains(&f.0));
        println!("{n}\t{locale}\t{none}\t{place:?}\t{:.2}\t{:.2}\t{q}\t{:?}", found.first().map_or(0.0, |f| f.2), found.first().map_or(0.0, |f| f.3),
            found.iter().take(4).map(|f| format!("{} {:.2}/{:.2}/{:.2}", f.0, f.1, f.2, f.3)).collect::<Vec<_>>());
    }
    let mut all = Vec::new();
    for (n, Row { locale, q, sources, none }) in file.question.iter().enumerate() {
        let found = answers.explain(&Question { words: q, locale }, &search).unwrap();
        all.push(serde_json::json!({"n": n, "locale": locale, "q": q, "none": none, "sources": sources,
            "found": found.iter().map(|f| serde_json::json!([f.0, f.4])).collect::<Vec<_>>()}));
    }
    fs::write("/tmp/feat.json", serde_json::to_string(&all).unwrap()).unwrap();
    println!("took {:?} each", began.elapsed() / 120);
}
