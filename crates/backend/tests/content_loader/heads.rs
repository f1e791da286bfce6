//! The head of an article.

use super::folder::{ARTICLE, faults, folder};

#[test]
fn heads_with_faults_are_refused() {
    for (name, from, to, line, sentence) in [
        ("unknown_key", "topic = ", "extra = 1\ntopic = ", 5, "This is not valid here: unknown field `extra`"),
        ("missing_key", "topic = \"topic\"\n", "", 2, "This is not valid here: missing field `topic`"),
        ("not_toml", "topic = \"topic\"", "topic = topic", 5, "This is not valid here: "),
        ("empty_title", "\"Title\"", "\" \"", 2, "`title` may not be empty."),
        ("empty_summary", "\"Summary.\"", "\"\"", 3, "`summary` may not be empty."),
        ("category", "\"orders\"", "\"nothing\"", 4, "There is no category `nothing` in categories.toml."),
        ("audience", "\"buyer\"", "\"robots\"", 6, "This is not valid here: unknown variant `robots`"),
        ("date_with_time", "2026-03-01", "2026-03-01T10:00:00Z", 7, "The date has to be written as 2026-10-31."),
        ("date_in_quotes", "2026-03-01", "\"2026-03-01\"", 7, "This is not valid here: "),
        ("related", "\"other\"", "\"nothing\"", 8, "There is no article `nothing`."),
        ("no_fence", "+++\ntitle", "title", 1, "The front matter has to stand between two lines of +++ at the top."),
        ("one_fence", "+++\n\nOpening", "\n\nOpening", 1, "The front matter has to stand between two lines of +++"),
    ] {
        let found = faults(folder(&ARTICLE.replacen(from, to, 1)).path());
        let expected = format!("en/articles/one.md:{line}: {sentence}");
        assert!(found.len() == 1 && found[0].starts_with(&expected), "{name}: {found:?}");
    }
    let long = faults(folder(&ARTICLE.replace("Summary.", &"s".repeat(151))).path());
    assert_eq!(long, ["en/articles/one.md:3: The summary is longer than 150 characters."]);
}

#[test]
fn faults_of_one_file_are_all_told() {
    let article = ARTICLE.replace("\"orders\"", "\"nothing\"").replace("Words.", "<b>3</b>");
    let lines: Vec<String> = faults(folder(&article).path()).iter().map(|fault| fault[..21].to_owned()).collect();
    assert_eq!(
        lines,
        ["en/articles/one.md:4:", "en/articles/one.md:15", "en/articles/one.md:15", "en/articles/one.md:15"]
    );
}
