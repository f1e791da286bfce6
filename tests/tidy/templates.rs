//! What stands in a `view!`: little, no words of its own, no style and no colour.

use super::{
    markup::{Attribute, Template, templates},
    tokens::{is_at, tokens},
    tree::{Breach, Source, bite, hold, pick},
};

const LINES: usize = 40;
const DEPTH: usize = 5;

/// Attributes and props whose value a person reads or hears.
const SPOKEN: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "summary",
    "title",
];
const PAINTED: &[&str] = &["bgcolor", "color", "fill", "flood-color", "stop-color", "stroke"];
const NO_COLOUR: &[&str] = &["none", "currentColor", "inherit", "transparent"];

fn each(source: &Source, rule: impl Fn(&Template) -> Vec<(usize, String)>) -> Vec<Breach> {
    templates(&tokens(&source.text)).iter().flat_map(rule).map(|(line, advice)| source.breach(line, advice)).collect()
}

fn size(source: &Source) -> Vec<Breach> {
    each(source, |template| {
        let Template { line, lines, depth, deepest_line, .. } = *template;
        let mut found = Vec::new();
        if lines > LINES {
            let advice = format!("a view! has {lines} lines; make components of its parts, {LINES} lines at most");
            found.push((line, advice));
        }
        if depth > DEPTH {
            let advice =
                format!("a view! is {depth} elements deep; make a component of the inner ones, {DEPTH} at most");
            found.push((deepest_line, advice));
        }
        found
    })
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// `not-found-title`: a component may be given the key of a message.
fn is_message_key(text: &str) -> bool {
    text.contains('-') && text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
}

fn is_prose(Attribute { element, name, value, .. }: &Attribute) -> bool {
    let is_component = element.starts_with(char::is_uppercase);
    let is_spoken = SPOKEN.contains(&name.trim_start_matches("attr:"));
    is_spoken && value.as_deref().is_some_and(|text| has_letter(text) && !(is_component && is_message_key(text)))
}

fn words(source: &Source) -> Vec<Breach> {
    let mut breaches = each(source, |template| {
        let texts = template.texts.iter().filter(|(text, _)| has_letter(text)).map(|(text, line)| {
            (*line, format!("`{text}` is written into a view!; make it a message and show it by t!"))
        });
        let attributes = template.attributes.iter().filter(|attribute| is_prose(attribute)).map(|attribute| {
            (attribute.line, format!("`{}` holds words; make them a message and give t!", attribute.name))
        });
        texts.chain(attributes).collect()
    });
    let tokens = tokens(&source.text);
    for at in 0..tokens.len() {
        let text = tokens.get(at + 3).and_then(|token| token.string.as_deref()).filter(|text| has_letter(text));
        if let Some(text) = text.filter(|_| is_at(&tokens, at, &[".", "child", "("])) {
            let advice = format!("`{text}` is written into an element; make it a message and show it by t!");
            breaches.push(source.breach(tokens[at].line, advice));
        }
    }
    breaches
}

fn looks(source: &Source) -> Vec<Breach> {
    let mut breaches = each(source, |template| {
        let styled = template.attributes.iter().filter(|it| it.name == "style" || it.name.starts_with("style:"));
        let styled = styled.map(|it| (it.line, "has an inline style; set a class and style that".to_owned()));
        let painted = template.attributes.iter().filter(|it| PAINTED.contains(&it.name.as_str()));
        let painted = painted.filter_map(|it| {
            let colour =
                it.value.as_deref().filter(|value| !NO_COLOUR.contains(value) && !value.starts_with("url("))?;
            Some((it.line, format!("`{colour}` is a colour; set a class and take a token in its style")))
        });
        styled.chain(painted).collect()
    });
    let tokens = tokens(&source.text);
    for at in (0..tokens.len()).filter(|at| is_at(&tokens, *at, &[".", "style", "("])) {
        breaches.push(source.breach(tokens[at].line, "has an inline style; set a class and style that"));
    }
    breaches
}

const IN: &str = "src/components/a.rs";

#[test]
fn a_view_has_at_most_40_lines_and_5_levels() {
    let long = format!("\nfn a() {{ view! {{\n{}}} }}", "<br/>\n".repeat(39));
    let most = format!("\nfn a() {{ view! {{\n{}}} }}", "<br/>\n".repeat(38));
    let void = "fn a() { view! { <ul><li><p><b><input value=1><br/><hr></b></p></li></ul> } }";
    let beside = "fn a() { view! { <p><b/></p><p><b/></p><p><b/></p><p><b/></p><p><b/></p><p><b/></p> } }";
    let generic = "fn a() { view! { <For<u8> each=move || a::<Vec<u8>>() let:x><p/></For><p/><p/> } }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("forty_lines", IN, &most, &[]),
        ("forty_one_lines", IN, &long, &[2]),
        ("five_deep", IN, "fn a() { view! { <a><b><c><d><e/></d></c></b></a> } }", &[]),
        ("void_elements_close", IN, void, &[]),
        ("beside_each_other", IN, beside, &[]),
        ("fragments_have_no_depth", IN, "fn a() { view! { <><a><b><c><d><e/></d></c></b></a></> } }", &[]),
        ("generics_are_no_tags", IN, generic, &[]),
        ("comments_are_no_tags", IN, "fn a() { view! { <!-- \"a\" --><a><b><c><d><e/></d></c></b></a> } }", &[]),
        ("six_deep", IN, "fn a() { view! { <a><b><c><d><e>\n<f/></e></d></c></b></a> } }", &[2]),
        (
            "in_an_inner_view",
            IN,
            "fn a() { view! { <p>{view! { <a><b><c><d><e><f/></e></d></c></b></a> }}</p> } }",
            &[1],
        ),
    ];
    bite(size, cases);
    hold(size, &pick(&["src"], &[".rs"]));
}

#[test]
fn a_view_holds_no_words() {
    let code =
        "fn a() { view! { <p class=\"lead\" id=\"x\" on:click=move |_| go(\"x\")>{t!(\"a-b\")}\" · \"{1}</p> } }";
    let chosen = "fn a() { view! { <p>{move || if x() { \"Yes\" } else { t!(\"no\") }}</p> } }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("messages_and_code", IN, code, &[]),
        ("key_for_a_component", IN, "fn a() { view! { <Failed title=\"not-found-title\"/> } }", &[]),
        ("spoken_message", IN, "fn a() { view! { <a aria-label=t!(\"a-b\")/> } }", &[]),
        ("literal", IN, "fn a() { view! { <p>\n\"Hello\"</p> } }", &[2]),
        ("unquoted", IN, "fn a() { view! { <p>Hello there</p> } }", &[1]),
        ("in_braces", IN, "fn a() { view! { <p>{\"Hello\"}</p> } }", &[1]),
        ("in_a_branch", IN, chosen, &[1]),
        ("aria_label", IN, "fn a() { view! { <a\n aria-label=\"Close\"/> } }", &[2]),
        ("braced_title", IN, "fn a() { view! { <a title={\"Close\"}/> } }", &[1]),
        ("prose_for_a_component", IN, "fn a() { view! { <Failed title=\"Not found\"/> } }", &[1]),
        ("builder", IN, "fn a() { p().child(\"Hello\") }", &[1]),
    ];
    bite(words, cases);
    hold(words, &pick(&["src"], &[".rs"]));
}

#[test]
fn a_view_holds_no_style() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("class", IN, "fn a() { view! { <p class:open=true class=style/> } }", &[]),
        (
            "drawn_in_ink",
            IN,
            "fn a() { view! { <path stroke=\"currentColor\" fill=\"none\" stroke-width=\"2\"/> } }",
            &[],
        ),
        ("attribute", IN, "fn a() { view! { <p\nstyle=\"margin: 0\"/> } }", &[2]),
        ("property", IN, "fn a() { view! { <p style:width=\"1px\"/> } }", &[1]),
        ("builder", IN, "fn a() { p().style(\"margin: 0\") }", &[1]),
        ("colour", IN, "fn a() { view! { <path fill=\"#fff\"/> } }", &[1]),
    ];
    bite(looks, cases);
    hold(looks, &pick(&["src"], &[".rs"]));
}
