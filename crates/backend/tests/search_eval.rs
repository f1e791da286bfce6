//! What people type, and whether the article that answers it comes first, or among the first three.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeMap, fs, path::Path};

use backend::{content, search::Search};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    query: Vec<Query>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    q: String,
    locale: String,
    expect: String,
    /// Others that answer it as well.
    #[serde(default)]
    also: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    Typo,
    Synonym,
    Half,
}

/// How many were asked, came first, came among the first three.
type Counts = (usize, usize, usize);

const FIRST: f64 = 80.0;
const FIRST_THREE: f64 = 92.0;

fn queries() -> Vec<Query> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/search_queries.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; it holds rows [[query]] with q, locale, expect (a slug) and kind", path.display())
    });
    toml::from_str::<File>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).query
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole.max(1)).unwrap())
}

#[test]
fn the_article_that_answers_is_found_first() {
    let library = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let search = Search::build(&library).unwrap();
    let mut counts: BTreeMap<(String, Option<Kind>), Counts> = BTreeMap::new();
    let mut all: Counts = (0, 0, 0);
    for Query { q, locale, expect, also, kind } in queries() {
        assert!(library.articles.contains_key(&expect), "{q}: there is no article {expect}");
        let hits = search.find(&locale, &q).unwrap();
        let place = hits.iter().position(|hit| hit.article.slug == expect || also.contains(&hit.article.slug));
        for count in [&mut all, counts.entry((locale.clone(), Some(kind))).or_default()] {
            count.0 += 1;
            count.1 += usize::from(place == Some(0));
            count.2 += usize::from(place.is_some_and(|place| place < 3));
        }
        if place != Some(0) {
            let first: Vec<&str> = hits.iter().take(3).map(|hit| hit.article.slug.as_str()).collect();
            println!("{locale} {kind:?} “{q}”: {expect} at {place:?}, before it {first:?}");
        }
    }
    for ((locale, kind), (asked, first, three)) in &counts {
        println!("{locale} {kind:?}: {asked} asked, {first} first, {three} among three");
    }
    let (asked, first, three) = all;
    let (hit_1, hit_3) = (percent(first, asked), percent(three, asked));
    println!("hit@1 {hit_1:.1} %, hit@3 {hit_3:.1} % of {asked} queries");
    assert!(asked >= 60, "there are only {asked} queries");
    assert!(
        hit_1 >= FIRST && hit_3 >= FIRST_THREE,
        "hit@1 {hit_1:.1} % (at least {FIRST}), hit@3 {hit_3:.1} % ({FIRST_THREE})"
    );
}
