//! The passages that answers are made of: an article's sections, one for each heading.

use contract::{Heading, Node};

use super::sentences::{Sentence, sentences};
use crate::content::{
    ArticleEntry, ArticleText, Audience, Library,
    markdown::{NEXT, words_of},
};

/// The text under a heading, or the text before the first.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    pub slug: String,
    pub title: String,
    pub heading: Option<Heading>,
    /// How people ask for it, and the article's keywords.
    pub asked: String,
    pub keywords: Vec<String>,
    pub audience: Option<Audience>,
    pub topic: String,
    pub sentences: Vec<Sentence>,
}

/// The passages of the articles that are there in this very language, and an empty one for each thing that is asked
/// and not told.
#[must_use]
pub fn passages(library: &Library, locale: &str) -> Vec<Passage> {
    let texts = library.articles.values().filter_map(|article| Some((article, article.texts.get(locale)?)));
    let mut all: Vec<Passage> = texts.flat_map(|(article, text)| of(article, text)).collect();
    if let Some(asked) = library.asked.get(locale) {
        for passage in &mut all {
            passage.asked = asked.sections.get(&passage.place()).cloned().unwrap_or_default();
        }
        all.extend(asked.nothing.iter().map(|words| Passage { asked: words.clone(), ..Passage::default() }));
    }
    all
}

impl Passage {
    /// `slug#anchor`, or the slug of the text before the first heading.
    #[must_use]
    pub fn place(&self) -> String {
        let anchor = self.heading.as_ref().map(|heading| format!("#{}", heading.anchor));
        format!("{}{}", self.slug, anchor.unwrap_or_default())
    }
}

/// The last section only says where to go next.
fn of(article: &ArticleEntry, text: &ArticleText) -> Vec<Passage> {
    let mut sections: Vec<(Option<Heading>, Vec<Node>)> = vec![(None, Vec::new())];
    for node in &text.body {
        if let Node::Heading { level, anchor, children } = node {
            let heading = Heading { level: *level, anchor: anchor.clone(), text: words_of(children).trim().to_owned() };
            sections.push((Some(heading), Vec::new()));
        } else if let Some((_, nodes)) = sections.last_mut() {
            nodes.push(node.clone());
        }
    }
    let told = sections.into_iter().filter(|(heading, _)| heading.as_ref().is_none_or(|it| it.anchor != NEXT));
    let passage = |(heading, nodes): (Option<Heading>, Vec<Node>)| Passage {
        slug: article.slug.clone(),
        title: text.title.clone(),
        heading,
        asked: String::new(),
        keywords: text.keywords.clone(),
        audience: Some(article.audience),
        topic: article.topic.clone(),
        sentences: sentences(&nodes),
    };
    told.map(passage).filter(|passage| !passage.sentences.is_empty()).collect()
}
