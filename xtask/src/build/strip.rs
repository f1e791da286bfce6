//! Leaves out what browsers skip: comments and indentation of styles, scripts and messages.

/// A style sheet without comments, indentation and empty lines; strings stay as they are.
pub fn css(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            continue;
        }
        let end = if rest.starts_with('/') { 1 } else { string_end(rest) };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    tight_lines(&kept)
}

/// A script without indentation, empty lines and lines that are only a comment.
pub fn script(text: &str) -> String {
    // A text in backticks that goes over lines would lose what it says.
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let mut kept = Vec::new();
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        let code = match line.split_once("*/") {
            Some((_, after)) if is_comment => {
                is_comment = false;
                after.trim()
            }
            _ if is_comment => continue,
            _ => line,
        };
        if !code.starts_with("//") {
            kept.push(code);
        }
    }
    tight_lines(&kept.join("\n"))
}

/// Messages without comments and the empty lines between entries.
pub fn messages(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let mut kept = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        // Inside an entry an empty line is part of its text; the next line is then indented.
        let next = lines[at..].iter().find(|line| !line.trim().is_empty());
        let within = next.is_some_and(|next| next.starts_with([' ', '\t', '}']));
        if !line.trim().is_empty() || within {
            kept.push_str(line.trim_end());
            kept.push('\n');
        }
    }
    kept
}

/// Length of the string literal that `text` starts with, its quotes included.
fn string_end(text: &str) -> usize {
    let quote = text.as_bytes().first().copied();
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if Some(byte) == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn tight_lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_keeps_all_but_comments_and_indentation() {
        let cases = [
            ("indentation", "a {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n"),
            ("comment", "/* why */\na {}\n", "a {}\n"),
            ("comment within a line", "a { b: /* c */ d }", "a { b:  d }\n"),
            ("comment over lines", "a {}\n/* x\n y */\nb {}", "a {}\nb {}\n"),
            ("comment in a string", "a { content: \"/* b */\" }", "a { content: \"/* b */\" }\n"),
            ("quote in a string", r#"a { content: "\"/*" } /* b */"#, "a { content: \"\\\"/*\" }\n"),
            ("quote in a comment", "/* don't */ a {}", "a {}\n"),
            ("slash in a value", "a { grid-area: 1 / 2 }", "a { grid-area: 1 / 2 }\n"),
            ("comment without an end", "a {} /* b", "a {}\n"),
        ];
        for (row, text, expected) in cases {
            assert_eq!(css(text), expected, "{row}");
        }
    }

    #[test]
    fn script_keeps_all_but_comment_lines_and_indentation() {
        let cases = [
            ("line comments", "// why\nif (a) {\n  // because\n  b();\n}\n\n", "if (a) {\nb();\n}\n"),
            ("comment in a string", "b(\"// c\", '/* d */');", "b(\"// c\", '/* d */');\n"),
            ("comment over lines", "/**\n * why\n */\na();\n", "a();\n"),
            ("comment of one line", "/* why */\na();\n", "a();\n"),
            ("code after a comment", "/* why */ a();\n", "a();\n"),
            ("text in backticks", "a(`b`);\n  c();\n", "a(`b`);\nc();\n"),
            ("text over lines", "a(`\n  // b\n`);\n", "a(`\n  // b\n`);\n"),
        ];
        for (row, text, expected) in cases {
            assert_eq!(script(text), expected, "{row}");
        }
    }

    #[test]
    fn messages_keep_all_but_comments_and_empty_lines_between_entries() {
        let cases = [
            ("comments", "# why\na = A\n### more\nb = B\n", "a = A\nb = B\n"),
            ("empty lines between", "a = A\n\n\nb = B\n", "a = A\nb = B\n"),
            ("empty line in a text", "a =\n    One\n\n    Two\nb = B\n", "a =\n    One\n\n    Two\nb = B\n"),
            ("number sign in a text", "a =\n    # One\n", "a =\n    # One\n"),
        ];
        for (row, text, expected) in cases {
            assert_eq!(messages(text), expected, "{row}");
        }
    }
}
