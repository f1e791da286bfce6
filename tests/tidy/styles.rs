//! What stands in `style/`: logical sides, colours by token, no shouting, one file per component.

use super::{
    colours::{FUNCTIONS, is_colour},
    css::{Declaration, declarations},
    tree::{Breach, Source, bite, hold, pick},
};

/// Components that are styled by the parts they are made of, or not at all.
const WITHOUT_OWN_STYLE: &[&str] = &["element"];

/// Properties whose value may be the name of a side.
const HAVE_A_SIDE: &[&str] = &[
    "caption-side",
    "clear",
    "float",
    "justify-content",
    "justify-items",
    "justify-self",
    "text-align",
    "text-align-last",
    "transition",
    "transition-property",
];
/// Shorthands that name the right side second and the left side fourth.
const FOUR_SIDES: &[&str] =
    &["border-color", "border-style", "border-width", "inset", "margin", "padding", "scroll-margin", "scroll-padding"];
/// Properties whose values are names of our own, or of fonts, and so may sound like a colour.
const NAME_THINGS: &[&str] =
    &["animation", "container", "content", "counter", "font", "grid", "transition", "view-transition", "will-change"];

const SIDES: &[&str] = &["left", "right"];

fn sides(source: &Source) -> Vec<Breach> {
    declarations(&source.text)
        .iter()
        .filter(|it| is_physical(it))
        .map(|it| {
            let advice = format!("`{}: {}` names a side; write start or end, it mirrors itself", it.property, it.value);
            source.breach(it.line, advice)
        })
        .collect()
}

fn is_physical(declaration: &Declaration) -> bool {
    let Declaration { property, value, .. } = declaration;
    let mut parts = property.split('-');
    let is_side = !property.starts_with("--") && parts.any(|part| SIDES.contains(&part));
    let has_side = HAVE_A_SIDE.contains(&property.as_str())
        && declaration.words().iter().any(|(word, _)| word.split('-').any(|part| SIDES.contains(&part)));
    let values = top_level(value);
    let differs = FOUR_SIDES.contains(&property.as_str()) && values.len() == 4 && values[1] != values[3];
    is_side || has_side || differs
}

/// The parts of a value that spaces outside brackets separate.
fn top_level(value: &str) -> Vec<String> {
    let mut depth = 0i32;
    let marked: String = value
        .chars()
        .map(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            if letter.is_whitespace() && depth == 0 { '\u{0}' } else { letter }
        })
        .collect();
    marked.split('\u{0}').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn colours(source: &Source) -> Vec<Breach> {
    if source.path == "style/tokens.css" {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for declaration in declarations(&source.text) {
        let may_be_named = NAME_THINGS.iter().any(|start| declaration.property.starts_with(start));
        for (word, is_function) in declaration.words() {
            let is_made = is_function && FUNCTIONS.contains(&word.as_str());
            let is_plain = !is_function && is_colour(&word) && !may_be_named;
            if is_made || is_plain {
                let advice = format!("`{word}` is a colour; name it in style/tokens.css and take it by var()");
                breaches.push(source.breach(declaration.line, advice));
            }
        }
    }
    breaches
}

fn importance(source: &Source) -> Vec<Breach> {
    if source.path == "style/print.css" {
        return Vec::new();
    }
    declarations(&source.text)
        .iter()
        .filter(|it| it.value.replace(' ', "").contains("!important"))
        .filter(|it| !it.within.iter().any(|around| around.contains("prefers-reduced-motion")))
        .map(|it| source.breach(it.line, format!("`{}` is !important; put the rule into a later layer", it.property)))
        .collect()
}

fn icons(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for name in ["fill", "stroke", "color", "stop-color"] {
            for part in line.split(&format!(" {name}=\"")).skip(1) {
                let value = part.split('"').next().unwrap_or_default();
                // A token by its name is no colour; one with a fallback is.
                let is_token = value.starts_with("var(--") && !value.contains(',');
                if value != "none" && value != "currentColor" && !is_token {
                    let advice = format!("`{name}=\"{value}\"` fixes a colour; draw with currentColor or none");
                    breaches.push(source.breach(index + 1, advice));
                }
            }
        }
        if line.contains(" style=") || line.contains("<style") {
            breaches.push(source.breach(index + 1, "has a style of its own; use attributes and currentColor"));
        }
    }
    breaches
}

/// Components without a style file of their name, and entries of the list that are no longer needed.
fn unstyled(components: &[Source], styles: &[Source], listed: &[&str]) -> Vec<Breach> {
    let components: Vec<&Source> = components.iter().filter(|it| it.path.split('/').count() == 3).collect();
    let mut breaches = Vec::new();
    for component in &components {
        let name = component.stem();
        let file = format!("{}.css", name.replace('_', "-"));
        let style = format!("style/{file}");
        let has_style = styles.iter().any(|it| it.path == style || it.path == format!("style/account/{file}"));
        if has_style == listed.contains(&name) {
            let advice = format!("`{name}` needs either {style} or a place in WITHOUT_OWN_STYLE, and not both");
            breaches.push(component.breach(1, advice));
        }
    }
    for gone in listed.iter().filter(|name| !components.iter().any(|it| it.stem() == **name)) {
        let list = Source::new("tests/tidy/styles.rs", "");
        breaches.push(list.breach(1, format!("`{gone}` is no component; take it out of WITHOUT_OWN_STYLE")));
    }
    breaches
}

#[test]
fn sides_are_logical() {
    let good = "a { margin-inline-start: 1px; inset: 0; text-align: start; padding: 0 1px 2px 1px; --left: 1px }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("logical", "style/a.css", good, &[]),
        ("gradient", "style/a.css", "a { background: linear-gradient(to right, var(--a), var(--b)) }", &[]),
        ("margin", "style/a.css", "a {\n margin-left: 1px }", &[2]),
        ("bare", "style/a.css", "a { b { right: 0 } }", &[1]),
        ("corner", "style/a.css", "a { border-top-left-radius: 1px }", &[1]),
        ("aligned", "style/a.css", "a { text-align: right }", &[1]),
        ("shorthand", "style/a.css", "a { padding: 0 1px 0 calc(1px + 2px) }", &[1]),
        ("moved", "style/a.css", "a { transition: left 1s }", &[1]),
    ];
    bite(sides, cases);
    hold(sides, &pick(&["style"], &[".css"]));
}

#[test]
fn colours_live_in_tokens() {
    let good = "a { color: var(--ink); background: url(#fff) transparent; border: 1px solid currentColor }";
    let names = "a { font-family: \"Gold\", tan; grid-area: snow; width: calc(tan(1rad) * 1px) }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("tokens", "style/tokens.css", ":root { --ink: #1b1b1b }", &[]),
        ("by_name", "style/a.css", good, &[]),
        ("sounds_alike", "style/a.css", names, &[]),
        ("selectors", "style/a.css", "#fff, a:not(.red) { color: inherit }", &[]),
        ("digits", "style/a.css", "a {\n color: #FFF }", &[2]),
        ("function", "style/a.css", "a { color: oklch(0.5 0 0) }", &[1]),
        ("name", "style/a.css", "a { border: 1px solid White }", &[1]),
        ("in_a_variable", "style/a.css", "a { --ring: red }", &[1]),
    ];
    bite(colours, cases);
    hold(colours, &pick(&["style"], &[".css"]));
}

#[test]
fn nothing_is_important() {
    let reduced = "@media (prefers-reduced-motion: reduce) { * { transition: none !important } }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("reduced_motion", "style/base.css", reduced, &[]),
        ("print", "style/print.css", "a { display: none !important }", &[]),
        ("elsewhere", "style/a.css", "a {\n display: none ! important }", &[2]),
    ];
    bite(importance, cases);
    hold(importance, &pick(&["style"], &[".css"]));
}

#[test]
fn icons_are_drawn_in_ink() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("ink", "public/icons.svg", "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>", &[]),
        ("token", "public/icons.svg", "<path stroke=\"var(--ink)\"/>", &[]),
        ("token_with_a_fallback", "public/icons.svg", "<path stroke=\"var(--ink, #fff)\"/>", &[1]),
        ("colour", "public/icons.svg", "<svg>\n<path fill=\"#fff\"/>", &[2]),
        ("style", "public/icons.svg", "<path style=\"fill: red\"/>", &[1]),
    ];
    bite(icons, cases);
    hold(icons, &pick(&["public/icons.svg"], &[".svg"]));
}

#[test]
fn each_component_has_a_style_file_of_its_name() {
    let [component, part] = ["src/components/a_b.rs", "src/components/a_b/c.rs"].map(|path| Source::new(path, ""));
    let [style, account] = ["style/a-b.css", "style/account/a-b.css"].map(|path| Source::new(path, ""));
    let (components, styles, account, none) = ([component, part], [style], [account], [] as [Source; 0]);
    for (name, styles, listed, expected) in [
        ("styled", &styles[..], &[][..], 0),
        ("styled_in_the_account_part", &account[..], &[][..], 0),
        ("listed", &none[..], &["a_b"][..], 0),
        ("neither", &none[..], &[][..], 1),
        ("both", &styles[..], &["a_b"][..], 1),
        ("listed_and_gone", &styles[..], &["c_d"][..], 1),
    ] {
        assert_eq!(unstyled(&components, styles, listed).len(), expected, "{name}");
    }
    let breaches = unstyled(&pick(&["src/components"], &[".rs"]), &pick(&["style"], &[".css"]), WITHOUT_OWN_STYLE);
    let breaches: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}
