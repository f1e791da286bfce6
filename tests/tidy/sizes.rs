//! How long a file and a function may be, and how many props a component takes.

use syn::{
    Attribute, Block, ImplItemFn, ItemFn, Signature, TraitItemFn,
    visit::{self, Visit},
};

use super::tree::{Breach, RUST, Source, bite, hold, pick};

const FILE_LINES: usize = 250;
const FUNCTION_LINES: usize = 40;
const PROPS: usize = 6;

fn file_size(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().count();
    if lines <= FILE_LINES {
        return Vec::new();
    }
    vec![source.breach(lines, format!("has {lines} lines; move one concern into a module, {FILE_LINES} lines at most"))]
}

fn readable(source: &Source) -> Vec<Breach> {
    match syn::parse_file(&source.text) {
        Ok(_) => Vec::new(),
        Err(error) => {
            let line = error.span().start().line;
            vec![source.breach(line, format!("is no Rust ({error}); mend it, no other rule can see this file"))]
        }
    }
}

fn function_size(source: &Source) -> Vec<Breach> {
    functions(source)
        .iter()
        .filter(|function| function.lines > FUNCTION_LINES)
        .map(|Function { name, line, lines, .. }| {
            let advice = format!("`{name}` has {lines} lines; name its parts as functions of {FUNCTION_LINES} at most");
            source.breach(*line, advice)
        })
        .collect()
}

fn props(source: &Source) -> Vec<Breach> {
    functions(source)
        .iter()
        .filter(|function| function.is_component && function.inputs > PROPS)
        .map(|Function { name, line, inputs, .. }| {
            let advice =
                format!("`{name}` takes {inputs} props; put what belongs together into one type, {PROPS} at most");
            source.breach(*line, advice)
        })
        .collect()
}

struct Function {
    name: String,
    line: usize,
    lines: usize,
    inputs: usize,
    is_component: bool,
}

#[derive(Default)]
struct Functions(Vec<Function>);

impl Functions {
    fn add(&mut self, attributes: &[Attribute], signature: &Signature, block: &Block) {
        let line = signature.fn_token.span.start().line;
        let is_component =
            attributes.iter().any(|it| it.path().segments.last().is_some_and(|last| last.ident == "component"));
        self.0.push(Function {
            name: signature.ident.to_string(),
            line,
            lines: block.brace_token.span.close().end().line + 1 - line,
            inputs: signature.inputs.len(),
            is_component,
        });
    }
}

impl Visit<'_> for Functions {
    fn visit_item_fn(&mut self, item: &ItemFn) {
        self.add(&item.attrs, &item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &ImplItemFn) {
        self.add(&item.attrs, &item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &TraitItemFn) {
        if let Some(block) = &item.default {
            self.add(&item.attrs, &item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

fn functions(source: &Source) -> Vec<Function> {
    let mut found = Functions::default();
    // What cannot be parsed is reported by `rust_can_be_read`.
    if let Ok(file) = syn::parse_file(&source.text) {
        found.visit_file(&file);
    }
    found.0
}

#[test]
fn rust_can_be_read() {
    bite(readable, &[("good", "a.rs", "fn a() {}", &[]), ("no_rust", "a.rs", "mod a;\nfn {}", &[2])]);
    hold(readable, &pick(RUST, &[".rs"]));
}

#[test]
fn a_file_has_at_most_250_lines() {
    let (most, over) = ("//\n".repeat(250), "//\n".repeat(251));
    bite(file_size, &[("at_most", "a.rs", &most, &[]), ("over", "a.rs", &over, &[251])]);
    hold(file_size, &pick(RUST, &[".rs"]));
}

#[test]
fn a_function_has_at_most_40_lines() {
    let most = format!("fn a() {{\n{}}}\n", "x();\n".repeat(38));
    let over = format!("\nfn a() {{\n{}}}\n", "x();\n".repeat(39));
    let method = format!("impl A {{\nfn a() {{\n{}}}\n}}\n", "x();\n".repeat(39));
    let inner = format!("mod tests {{\n#[test]\nfn a() {{\n{}}}\n}}\n", "x();\n".repeat(39));
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("at_most", "a.rs", &most, &[]),
        ("over", "a.rs", &over, &[2]),
        ("method", "a.rs", &method, &[2]),
        ("in_a_test", "a.rs", &inner, &[3]),
    ];
    bite(function_size, cases);
    hold(function_size, &pick(RUST, &[".rs"]));
}

#[test]
fn a_component_takes_at_most_6_props() {
    let six = "#[component]\npub fn A(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) {}";
    let seven = "#[component]\npub fn A(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}";
    let function = "fn a(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("six", "src/components/a.rs", six, &[]),
        ("seven", "src/components/a.rs", seven, &[2]),
        ("no_component", "src/components/a.rs", function, &[]),
    ];
    bite(props, cases);
    hold(props, &pick(&["src"], &[".rs"]));
}
