//! The rules of the real content: every article in every language, and nothing said twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use backend::content::{self, ArticleEntry, ArticleText, Library, markdown::words_of};
use contract::Node;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn library() -> Library {
    content::load(&folder()).unwrap_or_else(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
}

fn each_text(mut claim: impl FnMut(&str, &ArticleEntry, &ArticleText)) {
    for article in library().articles.values() {
        for (locale, text) in &article.texts {
            claim(&format!("{locale}/{}", article.slug), article, text);
        }
    }
}

#[test]
fn there_are_forty_articles_in_both_languages() {
    let library = library();
    assert_eq!(library.articles.len(), 40);
    for article in library.articles.values() {
        let locales: Vec<&String> = article.texts.keys().collect();
        assert_eq!(locales, ["en", "sv"], "{}", article.slug);
    }
}

#[test]
fn every_shelf_has_articles_and_names_in_both_languages() {
    let library = library();
    for shelf in &library.shelves {
        assert!(library.articles.values().any(|article| article.category == shelf.id), "{}", shelf.id);
        for names in [&shelf.title, &shelf.summary] {
            assert_eq!(names.keys().collect::<Vec<_>>(), ["en", "sv"], "{}", shelf.id);
        }
    }
}

#[test]
fn articles_have_250_to_900_words() {
    each_text(|name, _, text| {
        let words = words_of(&text.body).split_whitespace().count();
        assert!((250..=900).contains(&words), "{name}: {words}");
    });
}

#[test]
fn the_same_anchors_stand_in_both_languages() {
    for article in library().articles.values() {
        let anchors = |locale: &str| -> Vec<(u8, String)> {
            article.texts[locale].headings.iter().map(|heading| (heading.level, heading.anchor.clone())).collect()
        };
        assert_eq!(anchors("en"), anchors("sv"), "{}", article.slug);
    }
}

#[test]
fn the_same_dates_and_links_stand_in_both_languages() {
    for article in library().articles.values() {
        let (en, sv) = (&article.texts["en"], &article.texts["sv"]);
        assert_eq!(en.updated_on, sv.updated_on, "{}", article.slug);
        let targets = |text: &ArticleText| text.links.iter().map(|link| link.slug.clone()).collect::<BTreeSet<_>>();
        assert_eq!(targets(en), targets(sv), "{}", article.slug);
    }
}

#[test]
fn no_two_articles_share_a_paragraph() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    each_text(|name, _, text| {
        for paragraph in paragraphs(&text.body) {
            let words = words_of(std::slice::from_ref(paragraph)).trim().to_lowercase();
            if let Some(other) = seen.insert(words.clone(), name.to_owned()) {
                panic!("{name} and {other} share: {words}");
            }
        }
    });
}

/// The paragraphs of running text, wherever they stand.
fn paragraphs(nodes: &[Node]) -> Vec<&Node> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Paragraph { .. } => found.push(node),
            Node::Quote { children } | Node::Callout { children, .. } => found.extend(paragraphs(children)),
            Node::List { items, .. } => found.extend(items.iter().flat_map(|item| paragraphs(item))),
            _ => {}
        }
    }
    found
}

#[test]
fn every_fact_is_told() {
    assert_eq!(library().unused_facts, BTreeSet::new());
}

#[test]
fn every_article_is_for_somebody_and_both_sides_have_some() {
    use content::Audience::{Buyer, Everyone, Seller};
    let library = library();
    let count = |audience| library.articles.values().filter(|article| article.audience == audience).count();
    assert!(count(Buyer) >= 4 && count(Seller) >= 4 && count(Everyone) >= 4);
}

#[test]
fn topics_lead_to_one_article_each() {
    let mut seen = BTreeSet::new();
    for article in library().articles.values() {
        assert!(seen.insert(article.topic.clone()), "{} of {}", article.topic, article.slug);
    }
}

#[test]
fn six_articles_are_most_asked() {
    let library = library();
    assert_eq!(library.most_asked.len(), 6);
    assert_eq!(library.most_asked.iter().collect::<BTreeSet<_>>().len(), 6);
}

#[test]
fn links_to_other_sites_are_few_and_known() {
    each_text(|name, _, text| {
        let json = serde_json::to_string(&text.body).unwrap();
        for (at, _) in json.match_indices("https://") {
            assert!(json[at..].starts_with("https://www.acm.nl/\""), "{name}");
        }
        for gone in ["consumers/odr", "webgate"] {
            assert!(!json.contains(gone), "{name}: the EU's platform is closed");
        }
    });
}

#[test]
fn words_of_the_house_are_kept() {
    each_text(|name, _, text| {
        let words = format!("{} {} {}", text.title, text.summary, words_of(&text.body)).to_lowercase();
        for shunned in ["!", "oops", "f\u{f6}rl\u{e5}t,", "ticket", "agents"] {
            assert!(!words.contains(shunned), "{name}: {shunned}");
        }
    });
}

#[test]
fn how_to_contact_us_keeps_every_promise() {
    let library = library();
    let text = &library.articles["how-to-contact-us"].texts["en"];
    let words = words_of(&text.body).to_lowercase();
    for (name, said) in [
        ("sign_in_first", "sign in"),
        ("seller_first", "message the seller"),
        ("always_a_way_in", "a member of our team is always available"),
        ("answer_first", "ai-assisted answer"),
        ("from_the_order", "get support"),
        ("recently_viewed", "recently viewed objects"),
        ("general_questions", "ask a question"),
        ("under_the_answer", "talk to customer support"),
        ("method_before_sending", "before you send your request"),
        ("email_always", "e-mail"),
        ("chat_when_staffed", "live chat"),
        ("phone_when_staffed", "phone"),
        ("no_address", "no direct support e-mail address"),
        (
            "languages_of_email_and_chat",
            "english, spanish, italian, french, dutch, german, chinese, portuguese and polish",
        ),
        ("languages_of_phone", "english, spanish, italian, french, dutch and german"),
        ("a_case", "we open a case"),
        ("impartial", "impartially"),
        ("trust_and_safety", "trust & safety"),
        ("refund", "partial or full refund"),
        ("cancellation", "cancellation"),
        ("suspension", "suspension or restriction of an account"),
        ("law_enforcement", "law enforcement"),
        ("external", "external"),
        ("acm", "acm"),
    ] {
        assert!(words.contains(said), "{name}: {said}");
    }
    let targets: BTreeSet<&str> = text.links.iter().map(|link| link.slug.as_str()).collect();
    for slug in ["how-a-case-is-reviewed", "outcomes-of-a-case", "external-dispute-resolution", "message-the-seller"] {
        assert!(targets.contains(slug), "{slug}");
    }
}

#[test]
fn every_topic_of_an_article_can_be_chosen_and_has_words_in_both_languages() {
    let library = library();
    for article in library.articles.values() {
        assert!(library.topics.iter().any(|topic| topic.id == article.topic), "{} of {}", article.topic, article.slug);
    }
    for topic in &library.topics {
        assert_eq!(topic.texts.keys().collect::<Vec<_>>(), ["en", "sv"], "{}", topic.id);
        let links = |locale: &str| topic.texts[locale].links.iter().map(|link| link.slug.clone()).collect::<Vec<_>>();
        assert_eq!(links("en"), links("sv"), "{}", topic.id);
    }
}

#[test]
fn whoever_asks_about_safety_is_not_sent_to_the_seller() {
    let library = library();
    let marked: BTreeSet<&str> =
        library.topics.iter().filter(|topic| topic.is_safety).map(|topic| topic.id.as_str()).collect();
    let skipping: BTreeSet<&str> = library.contact.seller.safety_topics.iter().map(String::as_str).collect();
    assert_eq!(marked, skipping);
}
