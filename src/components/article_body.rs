//! Content as a tree of nodes, shown. Text stays text whatever it looks like: there is no markup on the way.

use contract::{CalloutTone, Node};
use leptos::prelude::*;

use super::icon::Icon;

#[component]
pub fn ArticleBody(nodes: Vec<Node>, language: Option<String>) -> impl IntoView {
    view! { <article class="article-body" lang=language>{all(nodes)}</article> }
}

fn all(nodes: Vec<Node>) -> AnyView {
    nodes.into_iter().map(one).collect_view().into_any()
}

fn one(node: Node) -> AnyView {
    match node {
        Node::Heading { level, anchor, children } => heading(level, anchor, children),
        Node::Paragraph { children } => view! { <p>{all(children)}</p> }.into_any(),
        Node::List { ordered: true, items } => view! { <ol>{entries(items)}</ol> }.into_any(),
        Node::List { ordered: false, items } => view! { <ul>{entries(items)}</ul> }.into_any(),
        Node::Table { head, rows } => table(head, rows),
        Node::Quote { children } => view! { <blockquote>{all(children)}</blockquote> }.into_any(),
        Node::Code { text, block: true } => view! { <pre tabindex="0"><code>{text}</code></pre> }.into_any(),
        Node::Code { text, block: false } => view! { <code>{text}</code> }.into_any(),
        Node::Callout { tone, children } => callout(&tone, children),
        Node::Image { src, alt, width, height } => image(src, alt, width, height),
        Node::Link { href, children } => link(href, children),
        Node::Strong { children } => view! { <strong>{all(children)}</strong> }.into_any(),
        Node::Emphasis { children } => view! { <em>{all(children)}</em> }.into_any(),
        Node::Text { text } => text.into_any(),
        Node::Other { text, children } => (text, all(children)).into_any(),
    }
}

fn entries(items: Vec<Vec<Node>>) -> AnyView {
    items.into_iter().map(|nodes| view! { <li>{all(nodes)}</li> }).collect_view().into_any()
}

fn heading(level: u8, anchor: String, children: Vec<Node>) -> AnyView {
    let link = view! {
        <a class="article-body__anchor" href=format!("#{anchor}") rel="external">{all(children)} <Icon name="link"/></a>
    };
    match level {
        2 => view! { <h2 id=anchor tabindex="-1">{link}</h2> }.into_any(),
        3 => view! { <h3 id=anchor tabindex="-1">{link}</h3> }.into_any(),
        _ => view! { <h4 id=anchor tabindex="-1">{link}</h4> }.into_any(),
    }
}

fn table(head: Vec<Vec<Node>>, rows: Vec<Vec<Vec<Node>>>) -> AnyView {
    let head = head.into_iter().map(|cell| view! { <th scope="col">{all(cell)}</th> }).collect_view();
    let row = |cells: Vec<Vec<Node>>| {
        view! { <tr>{cells.into_iter().map(|cell| view! { <td>{all(cell)}</td> }).collect_view()}</tr> }
    };
    // A wide table scrolls inside itself, by keyboard too.
    view! {
        <div class="article-body__table" role="group" aria-label=t!("article-body-table") tabindex="0">
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
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
    .into_any()
}

fn image(src: String, alt: String, width: u32, height: u32) -> AnyView {
    if is_own_path(&src) {
        view! { <img src=src alt=alt width=width.to_string() height=height.to_string() loading="lazy"/> }.into_any()
    } else {
        alt.into_any()
    }
}

/// A link to somewhere that a link may lead; anything else is only its words.
fn link(href: String, children: Vec<Node>) -> AnyView {
    if is_own_path(&href) || href.starts_with('#') {
        view! { <a href=href>{all(children)}</a> }.into_any()
    } else if href.starts_with("https://") || href.starts_with("http://") {
        view! { <a href=href rel="external noopener">{all(children)} <Icon name="external"/></a> }.into_any()
    } else {
        all(children)
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
