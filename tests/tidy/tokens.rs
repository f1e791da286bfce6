//! Rust source as one flat row of tokens, so that a rule also sees what stands inside macros.
//! Comments, and with them documentation, are not tokens.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};

/// A token with its place; brackets are tokens of their own, `::` and its like are one token.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    /// The value of a string literal.
    pub string: Option<String>,
    pub line: usize,
    start: (usize, usize),
    end: (usize, usize),
}

impl Token {
    fn new(text: impl Into<String>, span: Span) -> Self {
        let (start, end) = (span.start(), span.end());
        Self {
            text: text.into(),
            string: None,
            line: start.line,
            start: (start.line, start.column),
            end: (end.line, end.column),
        }
    }

    pub fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }

    /// Whether nothing stands between this token and the one before it.
    pub fn touches(&self, before: &Token) -> bool {
        self.start == before.end
    }
}

const JOINED: &[&str] = &["::", "->", "=>", "==", "!=", "<=", ">="];

/// The tokens of a file; none where it is no Rust, which `rust_can_be_read` reports.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut row = Vec::new();
    flatten(text.parse().unwrap_or_default(), &mut row);
    without_docs(&row)
}

fn flatten(stream: TokenStream, row: &mut Vec<Token>) {
    let mut is_joint = false;
    for tree in stream {
        let was_joint = std::mem::take(&mut is_joint);
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::None => ("", ""),
                };
                row.push(Token::new(open, group.span_open()));
                flatten(group.stream(), row);
                row.push(Token::new(close, group.span_close()));
            }
            TokenTree::Punct(punct) => {
                is_joint = punct.spacing() == Spacing::Joint;
                push_punct(Token::new(punct.as_char(), punct.span()), was_joint, row);
            }
            TokenTree::Ident(ident) => row.push(Token::new(ident.to_string(), ident.span())),
            TokenTree::Literal(literal) => {
                let mut token = Token::new(literal.to_string(), literal.span());
                token.string = syn::parse_str::<syn::LitStr>(&token.text).ok().map(|value| value.value());
                row.push(token);
            }
        }
    }
}

fn push_punct(token: Token, joins: bool, row: &mut Vec<Token>) {
    if let Some(last) = row.last_mut().filter(|_| joins) {
        let joined = format!("{}{}", last.text, token.text);
        if JOINED.contains(&joined.as_str()) {
            last.text = joined;
            last.end = token.end;
            return;
        }
    }
    row.push(token);
}

/// The index of the bracket that closes the one at `open`.
pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    tokens.len().saturating_sub(1)
}

/// Whether the tokens from `at` on begin with `pattern`.
pub fn is_at(tokens: &[Token], at: usize, pattern: &[&str]) -> bool {
    pattern.iter().enumerate().all(|(index, text)| tokens.get(at + index).is_some_and(|token| token.text == *text))
}

/// Every index at which `pattern` begins.
pub fn places(tokens: &[Token], pattern: &[&str]) -> Vec<usize> {
    (0..tokens.len()).filter(|at| is_at(tokens, *at, pattern)).collect()
}

/// The index of the attribute's opening bracket, if an attribute begins at `at`.
pub fn attribute(tokens: &[Token], at: usize) -> Option<usize> {
    let open = if is_at(tokens, at, &["#", "!"]) { at + 2 } else { at + 1 };
    (is_at(tokens, at, &["#"]) && is_at(tokens, open, &["["])).then_some(open)
}

fn without_docs(tokens: &[Token]) -> Vec<Token> {
    without(tokens, |open| is_at(tokens, open + 1, &["doc", "="]), |end| end)
}

/// The tokens without items that are compiled only for tests.
pub fn outside_tests(tokens: &[Token]) -> Vec<Token> {
    without(tokens, |open| is_for_tests(&tokens[open + 1..closing(tokens, open)]), |end| item_end(tokens, end))
}

fn without(tokens: &[Token], goes: impl Fn(usize) -> bool, reach: impl Fn(usize) -> usize) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(open) = attribute(tokens, at).filter(|open| goes(*open)) {
            at = reach(closing(tokens, open) + 1);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn is_for_tests(attribute: &[Token]) -> bool {
    let has = |word: &str| attribute.iter().any(|token| token.text == word);
    let first = attribute.first().map_or("", |token| token.text.as_str());
    let last = attribute.last().map_or("", |token| token.text.as_str());
    last == "test" || (first == "cfg" && has("test") && !has("not"))
}

/// The index after the item that begins at `at`: after its braces, or its semicolon.
fn item_end(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => return closing(tokens, at) + 1,
            "(" | "[" => at = closing(tokens, at) + 1,
            _ => at += 1,
        }
    }
    at
}

#[test]
fn tests_and_documentation_are_left_out() {
    for (name, text, expected) in [
        ("joined", "a::b -> c", "a :: b -> c"),
        ("documentation", "//! x\n/// y\nstruct A;", "struct A ;"),
        ("test_module", "a;\n#[cfg(test)]\nmod tests { b }\nc;", "a ; c ;"),
        ("test_function", "#[test]\nfn it_is(x: u8) { b }\nc;", "c ;"),
        ("not_a_test", "#[cfg(not(test))]\nmod m { b }", "# [ cfg ( not ( test ) ) ] mod m { b }"),
    ] {
        let left: Vec<String> = outside_tests(&tokens(text)).into_iter().map(|token| token.text).collect();
        assert_eq!(left.join(" "), expected, "{name}");
    }
}
