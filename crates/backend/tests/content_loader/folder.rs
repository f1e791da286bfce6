//! A content folder to break one thing in.

use std::{fs, path::Path};

use backend::content;
use tempfile::TempDir;

/// One category.
pub const CATEGORIES: &str = "[[category]]\nid = \"orders\"\ntitle = { en = \"Orders\" }\n";
const FACTS: &str =
    "days = 3\nfee = { amount_minor = 350, currency = \"EUR\" }\n[languages]\nphone = [\"en\", \"xx\"]\n";
/// How English is written.
pub const LANGUAGES: &str =
    "[en]\nname = \"English\"\nand = \"and\"\nmoney = \"{currency} {amount}\"\nlanguages = { en = \"English\" }\n";
/// The mails of one language.
pub const MAIL: &str = r#"
sign_in_help = { subject = "Confirm", body = "{link}" }
case_received = { subject = "{number}", body = "{link}" }
case_answered = { subject = "{number}", body = "{link}" }
case_closed = { subject = "{number}", body = "{link}" }
guest_received = { subject = "{number}", body = "{link}" }
guest_answered = { subject = "{number}", body = "{words} {link}" }
guest_answered_last = { subject = "{number}", body = "{words} {link}" }
guest_closed = { subject = "{number}", body = "{link}" }
buyer_wrote = { subject = "{number}", body = "{link}" }
seller_wrote = { subject = "{number}", body = "{link}" }
"#;
/// An article in order.
pub const ARTICLE: &str = r#"+++
title = "Title"
summary = "Summary."
category = "orders"
topic = "topic"
audience = "buyer"
updated_on = 2026-03-01
related = ["other"]
+++

Opening.

## First {#first}

Words.

## What to do next {#next}

[Orders](page:orders).
"#;

/// A content folder with an article, and another one in order.
pub fn folder(article: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("categories.toml", CATEGORIES),
        ("facts.toml", FACTS),
        ("languages.toml", LANGUAGES),
        ("mail/en.toml", MAIL),
        ("en/articles/one.md", article),
        ("en/articles/other.md", ARTICLE),
    ] {
        write(folder.path(), name, text);
    }
    folder
}

/// Puts a file into a folder.
pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What is wrong, with paths below the folder.
pub fn faults(folder: &Path) -> Vec<String> {
    let faults = content::load(folder).err().unwrap_or_default();
    let prefix = format!("{}/", folder.display());
    faults.iter().map(|fault| fault.to_string().replace(&prefix, "")).collect()
}

/// A row: its name, what to replace in the article in order by what, the line, and the sentence.
pub type Row = (&'static str, &'static str, &'static str, u32, &'static str);

/// Holds each row against the loader.
pub fn each_is_refused(rows: &[Row]) {
    for (name, from, to, line, sentence) in rows {
        assert!(ARTICLE.contains(from), "{name}");
        let found = faults(folder(&ARTICLE.replacen(from, to, 1)).path());
        assert_eq!(found, [format!("en/articles/one.md:{line}: {sentence}")], "{name}");
    }
}
