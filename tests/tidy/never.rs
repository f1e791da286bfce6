//! What makes text into markup or code, and so is never called.

use super::{
    tokens::tokens,
    tree::{Breach, Source, bite, hold, pick},
};

const IN_RUST: &[&str] =
    &["inner_html", "set_inner_html", "outer_html", "set_outer_html", "insert_adjacent_html", "eval"];

/// As they are written where they are used: with their bracket or their assignment.
const IN_SCRIPTS: &[&str] =
    &["eval(", "Function(", ".innerHTML=", ".outerHTML=", "insertAdjacentHTML(", "document.write("];

fn in_rust(source: &Source) -> Vec<Breach> {
    tokens(&source.text)
        .iter()
        .filter(|token| IN_RUST.contains(&token.text.as_str()))
        .map(|token| source.breach(token.line, format!("names `{}`; show content as a node tree", token.text)))
        .collect()
}

fn in_scripts(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        let dense: String = line.split_whitespace().collect();
        for call in IN_SCRIPTS.iter().filter(|call| calls(&dense, call)) {
            breaches.push(source.breach(index + 1, format!("`{call}` makes text into code; build nodes and set text")));
        }
        if source.path.ends_with(".html") && (line.contains(" style=") || line.contains("<style")) {
            breaches.push(source.breach(index + 1, "has an inline style; move it to a file in style/"));
        }
    }
    breaches
}

/// Whether `call` stands in the line, and not as the end of a longer name.
fn calls(line: &str, call: &str) -> bool {
    line.match_indices(call).any(|(at, _)| {
        let is_longer = line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        let is_compared = line[at + call.len()..].starts_with('=') && call.ends_with('=');
        !is_compared && (call.starts_with('.') || !is_longer || line[..at].ends_with("new"))
    })
}

#[test]
fn rust_makes_no_markup_from_text() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("spoken_of", "src/a.rs", "// no inner_html\nfn evaluate() {}", &[]),
        ("in_a_view", "src/a.rs", "fn a() { view! { <p\ninner_html=b/> } }", &[2]),
        ("called", "src/a.rs", "fn a() { b.set_inner_html(c) }", &[1]),
        ("eval", "src/a.rs", "fn a() { js_sys::eval(c) }", &[1]),
    ];
    bite(in_rust, cases);
    hold(in_rust, &pick(&["src"], &[".rs"]));
}

#[test]
fn scripts_make_no_code_from_text() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", "public/a.js", "a.textContent = b;\nmedieval(b);\nif (a.innerHTML === b) c();", &[]),
        ("eval", "public/a.js", "a = eval(b);", &[1]),
        ("function", "public/a.js", "\nnew Function('a', b)", &[2]),
        ("inner_html", "public/a.js", "a.innerHTML = b;", &[1]),
        ("style", "index.html", "<p>\n<p style=\"margin: 0\">", &[2]),
    ];
    bite(in_scripts, cases);
    hold(in_scripts, &pick(&["public", "index.html", "widget.html"], &[".js", ".mjs", ".html"]));
}
