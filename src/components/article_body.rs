//! Content as a tree of nodes, shown. Text stays text whatever it looks like: there is no markup on the way.

use crate::erase::view;
use contract::{CalloutTone, Node};
use leptos::prelude::*;

use super::{
    element::{element, plain},
    icon::Icon,
};

#[component]
pub fn ArticleBody(nodes: Vec<Node>, language: Option<String>) -> impl IntoView {
    view! { <article class="article-body" lang=language>{all(nodes)}</article> }
}

/// Nodes one after the other, wherever content stands.
#[must_use]
pub fn all(nodes: Vec<Node>) -> Vec<AnyView> {
    nodes.into_iter().map(one).collect()
}

fn one(node: Node) -> AnyView {
    match node {
        Node::Heading { level, anchor, children } => heading(level, &anchor, children),
        Node::Paragraph { children } => plain("p", all(children)),
        Node::List { ordered: true, items } => plain("ol", each("li", items)),
        Node::List { ordered: false, items } => plain("ul", each("li", items)),
        Node::Table { head, rows } => table(head, rows),
        Node::Quote { children } => plain("blockquote", all(children)),
        Node::Code { text, block: true } => element("pre", vec![("tabindex", "0".to_owned())], vec![code(text)]),
        Node::Code { text, block: false } => code(text),
        Node::Callout { tone, children } => callout(&tone, children),
        Node::Image { src, alt, width, height } => image(src, alt, width, height),
        Node::Link { href, children } => link(href, children),
        Node::Strong { children } => plain("strong", all(children)),
        Node::Emphasis { children } => plain("em", all(children)),
        Node::Text { text } => text.into_any(),
        Node::Other { text, children } => plain("span", [text.into_any()].into_iter().chain(all(children)).collect()),
    }
}

/// Each group of nodes in an element of its own.
fn each(tag: &'static str, groups: Vec<Vec<Node>>) -> Vec<AnyView> {
    groups.into_iter().map(|nodes| plain(tag, all(nodes))).collect()
}

fn code(text: String) -> AnyView {
    plain("code", vec![text.into_any()])
}

fn heading(level: u8, anchor: &str, children: Vec<Node>) -> AnyView {
    let link = view! {
        <a class="article-body__anchor" href=format!("#{anchor}") rel="external">{all(children)} <Icon name="link"/></a>
    };
    let tag = match level {
        2 => "h2",
        3 => "h3",
        _ => "h4",
    };
    // A link to the heading moves focus to it.
    element(tag, vec![("id", anchor.to_owned()), ("tabindex", "-1".to_owned())], vec![link])
}

fn table(head: Vec<Vec<Node>>, rows: Vec<Vec<Vec<Node>>>) -> AnyView {
    let title = |cell| element("th", vec![("scope", "col".to_owned())], all(cell));
    let head = plain("tr", head.into_iter().map(title).collect());
    let rows = rows.into_iter().map(|cells| plain("tr", each("td", cells))).collect();
    let table = plain("table", vec![plain("thead", vec![head]), plain("tbody", rows)]);
    // A wide table scrolls inside itself, by keyboard too.
    view! {
        <div class="article-body__table" role="group" aria-label=t!("article-body-table") tabindex="0">{table}</div>
    }
}

fn callout(tone: &CalloutTone, children: Vec<Node>) -> AnyView {
    let (name, words) = match tone {
        CalloutTone::Note | CalloutTone::Other(_) => ("note", t!("article-body-note")),
        CalloutTone::Tip => ("tip", t!("article-body-tip")),
        CalloutTone::Important => ("important", t!("article-body-important")),
        CalloutTone::Warning => ("warning", t!("article-body-warning")),
        CalloutTone::Caution => ("caution", t!("article-body-caution")),
    };
    view! {
        <div class=format!("article-body__callout article-body__callout--{name}") role="note">
            <p class="article-body__callout-label"><Icon name=name/>{words}</p>
            {all(children)}
        </div>
    }
}

fn image(src: String, alt: String, width: u32, height: u32) -> AnyView {
    if is_own_path(&src) {
        view! { <img src=src alt=alt width=width.to_string() height=height.to_string() loading="lazy"/> }
    } else {
        alt.into_any()
    }
}

/// A link to somewhere that a link may lead; anything else is only its words.
fn link(href: String, children: Vec<Node>) -> AnyView {
    if is_own_path(&href) || href.starts_with('#') {
        view! { <a href=href>{all(children)}</a> }
    } else if href.starts_with("https://") || href.starts_with("http://") {
        view! { <a href=href rel="external noopener">{all(children)} <Icon name="external"/></a> }
    } else {
        plain("span", all(children))
    }
}

/// A path on this site: `//host` and `/\host` lead elsewhere.
fn is_own_path(href: &str) -> bool {
    href.starts_with('/') && !href[1..].starts_with(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn only_own_paths_are_own() {
        for (name, href, expected) in [
            ("path", "/en/articles/x", true),
            ("root", "/", true),
            ("other_host", "//evil.example", false),
            ("other_host_by_backslash", "/\\evil.example", false),
            ("scheme", "javascript:alert(1)", false),
            ("data", "data:text/html,x", false),
            ("empty", "", false),
        ] {
            assert_eq!(is_own_path(href), expected, "{name}");
        }
    }
}
