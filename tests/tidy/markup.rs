//! A `view!` read as far as rules need it: elements and their depth, attributes, and text between tags.

use super::tokens::{Token, closing, is_at, places};

/// Elements that HTML never closes.
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// An attribute or a prop; its value where that is a literal.
pub struct Attribute {
    pub element: String,
    pub name: String,
    pub value: Option<String>,
    pub line: usize,
}

/// What one `view!` holds.
#[derive(Default)]
pub struct Template {
    pub line: usize,
    pub lines: usize,
    /// How many elements stand inside one another, and where.
    pub depth: usize,
    pub deepest_line: usize,
    pub attributes: Vec<Attribute>,
    /// Words written into the template, and their lines.
    pub texts: Vec<(String, usize)>,
}

/// Every `view!` among the tokens; one inside another is a template of its own.
pub fn templates(tokens: &[Token]) -> Vec<Template> {
    let mut found = Vec::new();
    for at in places(tokens, &["view", "!"]) {
        if !tokens.get(at + 2).is_some_and(|open| ["{", "(", "["].contains(&open.text.as_str())) {
            continue;
        }
        let end = closing(tokens, at + 2);
        let (line, last) = (tokens[at].line, tokens[end].line);
        let template = Template { line, lines: last + 1 - line, ..Template::default() };
        let mut reader = Reader { tokens: &tokens[at + 3..end], at: 0, open: Vec::new(), template };
        reader.read();
        found.push(reader.template);
    }
    found
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Elements not yet closed; a fragment has no name and no depth.
    open: Vec<String>,
    template: Template,
}

impl Reader<'_> {
    fn is(&self, pattern: &[&str]) -> bool {
        is_at(self.tokens, self.at, pattern)
    }

    fn read(&mut self) {
        let mut follows_word = false;
        while let Some(token) = self.tokens.get(self.at) {
            let is_word = token.is_word();
            if self.is(&["<", "/"]) {
                self.open.pop();
                self.skip_past(">");
            } else if self.is(&["<", "!", "-", "-"]) {
                // The end of a comment, `-->`, is read as `-` and `->`.
                self.skip_past("->");
            } else if self.is(&["<", "!"]) {
                self.skip_past(">");
            } else if self.is(&["<"]) {
                self.read_tag();
            } else if self.is(&["{"]) {
                let end = closing(self.tokens, self.at);
                self.read_block(self.at, end);
                self.at = end + 1;
            } else {
                match &token.string {
                    Some(text) => self.template.texts.push((text.clone(), token.line)),
                    None if is_word && !follows_word => self.template.texts.push((token.text.clone(), token.line)),
                    None => {}
                }
                self.at += 1;
            }
            follows_word = is_word;
        }
    }

    fn skip_past(&mut self, text: &str) {
        while self.tokens.get(self.at).is_some_and(|token| token.text != text) {
            self.at += 1;
        }
        self.at += 1;
    }

    fn read_tag(&mut self) {
        let line = self.tokens[self.at].line;
        self.at += 1;
        let mut name = String::new();
        while let Some(token) = self.tokens.get(self.at) {
            let goes_on =
                token.touches(&self.tokens[self.at - 1]) && (token.is_word() || ["-", "::"].contains(&&*token.text));
            if !goes_on {
                break;
            }
            name.push_str(&token.text);
            self.at += 1;
        }
        let is_closed = self.read_attributes(&name);
        let depth = self.open.iter().filter(|name| !name.is_empty()).count() + usize::from(!name.is_empty());
        if depth > self.template.depth {
            (self.template.depth, self.template.deepest_line) = (depth, line);
        }
        if !is_closed && !VOID.contains(&name.as_str()) {
            self.open.push(name);
        }
    }

    /// Reads up to the end of the tag; gives whether the tag closes itself.
    fn read_attributes(&mut self, element: &str) -> bool {
        let mut angles = 0usize;
        while let Some(token) = self.tokens.get(self.at) {
            match token.text.as_str() {
                "{" | "(" | "[" => self.at = closing(self.tokens, self.at),
                "<" => angles += 1,
                ">" if angles > 0 => angles -= 1,
                ">" => {
                    self.at += 1;
                    return self.at >= 2 && is_at(self.tokens, self.at - 2, &["/", ">"]);
                }
                "=" => self.read_attribute(element),
                _ => {}
            }
            self.at += 1;
        }
        true
    }

    /// Reads the attribute whose `=` stands here.
    fn read_attribute(&mut self, element: &str) {
        let mut start = self.at;
        while start > 0 && self.tokens[start].touches(&self.tokens[start - 1]) {
            let before = &self.tokens[start - 1];
            if !before.is_word() && ![":", "-", "::"].contains(&before.text.as_str()) {
                break;
            }
            start -= 1;
        }
        let name: String = self.tokens[start..self.at].iter().map(|token| token.text.as_str()).collect();
        let is_braced = is_at(self.tokens, self.at + 1, &["{"]) && is_at(self.tokens, self.at + 3, &["}"]);
        let value = self.tokens.get(self.at + if is_braced { 2 } else { 1 }).and_then(|token| token.string.clone());
        let line = self.tokens[self.at].line;
        self.template.attributes.push(Attribute { element: element.to_owned(), name, value, line });
    }

    /// Finds `{"words"}` in an expression between tags; a `view!` inside speaks for itself.
    fn read_block(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if is_at(self.tokens, at, &["view", "!"]) {
                at = closing(self.tokens, at + 2);
            } else if is_at(self.tokens, at, &["{"]) && is_at(self.tokens, at + 2, &["}"]) {
                let token = &self.tokens[at + 1];
                self.template.texts.extend(token.string.clone().map(|text| (text, token.line)));
            }
            at += 1;
        }
    }
}
