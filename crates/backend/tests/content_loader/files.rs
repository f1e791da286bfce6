//! The files beside the articles, and the folder as a whole.

use tempfile::TempDir;

use super::folder::{ARTICLE, CATEGORIES, LANGUAGES, MAIL, faults, folder, write};

#[test]
fn an_article_in_order_is_taken() {
    assert_eq!(faults(folder(ARTICLE).path()), Vec::<String>::new());
}

#[test]
fn an_article_in_order_is_taken_with_the_line_ends_of_windows() {
    assert_eq!(faults(folder(&ARTICLE.replace('\n', "\r\n")).path()), Vec::<String>::new());
}

#[test]
fn other_files_with_faults_are_refused() {
    let two = format!("{CATEGORIES}{CATEGORIES}");
    let most_asked = format!("most_asked = [\"x\"]\n{CATEGORIES}");
    let orphan = "[[category]]\nid = \"orders\"\nparent = \"x\"\ntitle = {}\n";
    let invalid = "This is not valid here: ";
    for (name, file, text, line, sentence) in [
        ("unknown_parent", "categories.toml", orphan, 2, "There is no category `x` in categories.toml."),
        ("category_twice", "categories.toml", &two, 5, "`orders` is written twice."),
        ("most_asked", "categories.toml", &most_asked, 1, "There is no article `x`."),
        ("not_toml", "facts.toml", "days = 3\n!", 2, invalid),
        ("moved", "moved.toml", "old = \"x\"\n", 1, "There is no article `x`."),
        ("notice", "notices.toml", "[[notice]]\nid = 1\n", 2, invalid),
        ("dispute_body", "dispute_bodies.toml", "[[body]]\nid = 1\n", 2, invalid),
    ] {
        let folder = folder(ARTICLE);
        write(folder.path(), file, text);
        let (found, expected) = (faults(folder.path()), format!("{file}:{line}: {sentence}"));
        assert!(found.iter().any(|fault| fault.starts_with(&expected)), "{name}: {found:?}");
    }
}

#[test]
fn articles_in_the_wrong_place_are_refused() {
    let slug = "A slug has small letters, numbers and hyphens only, and `No` has more.";
    let nameless = "languages.toml:1: languages.toml does not say how to write `xx` in this language.";
    let other = ARTICLE.replace("\"topic\"", "\"else\"");
    for (name, file, text, expected) in [
        ("name_of_a_file", "en/articles/No.md", ARTICLE, format!("en/articles/No.md:1: {slug}")),
        ("nameless_language", "xx/articles/one.md", ARTICLE, nameless.to_owned()),
        (
            "differs",
            "sv/articles/one.md",
            &other,
            "sv/articles/one.md:5: `topic` differs from the same article in `en`.".to_owned(),
        ),
    ] {
        let folder = folder(ARTICLE);
        write(folder.path(), "languages.toml", &format!("{LANGUAGES}{}", LANGUAGES.replace("[en]", "[sv]")));
        write(folder.path(), "mail/sv.toml", MAIL);
        write(folder.path(), file, text);
        assert_eq!(faults(folder.path()), [expected], "{name}");
    }
}

#[test]
fn a_folder_without_content_is_refused() {
    let empty = TempDir::new().unwrap();
    let found = faults(empty.path()).join("\n");
    assert!(found.contains("categories.toml:1: The file cannot be read: no such file or directory"), "{found}");
    assert!(found.contains("There are no languages"), "{found}");
}
