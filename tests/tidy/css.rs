//! A stylesheet as a row of declarations, without comments.

/// `property: value`, with its line and the selectors and conditions around it.
pub struct Declaration {
    pub property: String,
    /// Without the insides of strings and of `url()`.
    pub value: String,
    pub line: usize,
    pub within: Vec<String>,
}

impl Declaration {
    /// The words of the value, in small letters, and whether each is the name of a function.
    pub fn words(&self) -> Vec<(String, bool)> {
        let is_inside = |letter: char| letter.is_alphanumeric() || "-_#".contains(letter);
        let mut words = Vec::new();
        let mut word = String::new();
        for letter in self.value.chars().chain([' ']) {
            if is_inside(letter) {
                word.extend(letter.to_lowercase());
            } else if !word.is_empty() {
                words.push((std::mem::take(&mut word), letter == '('));
            }
        }
        words
    }
}

/// Every declaration of a stylesheet, nested ones too.
pub fn declarations(text: &str) -> Vec<Declaration> {
    let mut reader = Reader { line: 1, ..Reader::default() };
    for letter in without_comments(text).chars() {
        reader.read(letter);
    }
    reader.found
}

fn without_comments(text: &str) -> String {
    let mut clean = String::new();
    for (index, part) in text.split("/*").enumerate() {
        if index == 0 {
            clean.push_str(part);
            continue;
        }
        let (comment, rest) = part.split_once("*/").unwrap_or((part, ""));
        clean.extend(comment.chars().filter(|letter| *letter == '\n'));
        clean.push_str(rest);
    }
    clean
}

#[derive(Default)]
struct Reader {
    line: usize,
    start: usize,
    piece: String,
    quote: Option<char>,
    /// Open brackets; each says whether it is that of a `url()`.
    brackets: Vec<bool>,
    within: Vec<String>,
    found: Vec<Declaration>,
}

impl Reader {
    fn read(&mut self, letter: char) {
        if letter == '\n' {
            self.line += 1;
        }
        if let Some(quote) = self.quote {
            if letter == quote {
                self.quote = None;
            }
            return;
        }
        let is_in_brackets = !self.brackets.is_empty();
        match letter {
            '"' | '\'' => self.quote = Some(letter),
            '(' => {
                self.brackets.push(self.piece.ends_with("url"));
                self.piece.push(letter);
            }
            ')' => {
                self.brackets.pop();
                self.piece.push(letter);
            }
            _ if self.brackets.contains(&true) => {}
            '{' if !is_in_brackets => {
                self.within.push(self.piece.trim().to_owned());
                self.piece.clear();
            }
            ';' if !is_in_brackets => self.declare(),
            '}' if !is_in_brackets => {
                self.declare();
                self.within.pop();
            }
            _ => {
                if self.piece.trim().is_empty() {
                    self.start = self.line;
                }
                self.piece.push(letter);
            }
        }
    }

    fn declare(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        let Some((property, value)) = piece.trim().split_once(':').filter(|_| !piece.trim().starts_with('@')) else {
            return;
        };
        self.found.push(Declaration {
            property: property.trim().to_lowercase(),
            value: value.trim().to_owned(),
            line: self.start,
            within: self.within.clone(),
        });
    }
}

#[test]
fn declarations_are_found_wherever_they_stand() {
    for (name, text, expected) in [
        ("plain", "a { color: b }", "1 color=b in a"),
        ("comment", "/* a { b: c;\n} */ a {\n b: c; }", "3 b=c in a"),
        ("nested", "a { b: c; &:hover { d: e } }", "1 b=c in a, 1 d=e in a|&:hover"),
        ("condition", "@media (x: y) { a { b: c } }", "1 b=c in @media (x: y)|a"),
        ("string", "a { content: \"x; y: z\" }", "1 content= in a"),
        ("address", "a { b: url(data:x;y) c }", "1 b=url() c in a"),
    ] {
        let found: Vec<String> = declarations(text)
            .iter()
            .map(|it| format!("{} {}={} in {}", it.line, it.property, it.value, it.within.join("|")))
            .collect();
        assert_eq!(found.join(", "), expected, "{name}");
    }
}
