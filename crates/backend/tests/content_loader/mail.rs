//! What mails say: every text is there, and leads where it has to.

use super::folder::{ARTICLE, MAIL, faults, folder, write};

const HELP: &str = r#"sign_in_help = { subject = "Confirm", body = "{link}" }"#;
const CLOSED: &str = r#"case_closed = { subject = "{number}", body = "{link}" }"#;

/// What is wrong where a mail of the folder is replaced.
fn with(from: &str, to: &str) -> Vec<String> {
    assert!(MAIL.contains(from), "{from}");
    let folder = folder(ARTICLE);
    write(folder.path(), "mail/en.toml", &MAIL.replacen(from, to, 1));
    faults(folder.path())
}

#[test]
fn a_mail_that_is_not_whole_is_refused() {
    let known = "`sign_in_help`, `case_received`, `case_answered`, `case_closed`, `guest_received`, \
                 `guest_answered`, `guest_answered_last`, `guest_closed`, `buyer_wrote`, `seller_wrote`";
    let unknown = format!("2: This is not valid here: unknown field `greeting`, expected one of {known}.");
    for (name, from, to, sentence) in [
        ("missing_mail", CLOSED, "", "1: This is not valid here: missing field `case_closed`."),
        (
            "missing_body",
            HELP,
            r#"sign_in_help = { subject = "x" }"#,
            "2: This is not valid here: missing field `body`.",
        ),
        ("unknown_mail", HELP, r#"greeting = { subject = "x", body = "x" }"#, &unknown),
        ("empty_subject", "Confirm", "", "1: `subject` may not be empty."),
        ("two_lines", "Confirm", r"Confirm\nBcc: x", "1: The mail `sign_in_help` has a subject of more than one line."),
    ] {
        assert_eq!(with(from, to), [format!("mail/en.toml:{sentence}")], "{name}");
    }
}

#[test]
fn a_mail_that_leads_nowhere_or_says_more_is_refused() {
    for (name, from, to, sentence) in [
        ("no_link", "{link}", "x", "The mail `sign_in_help` has to name `{link}`."),
        ("no_number", CLOSED, &*CLOSED.replace("{number}", "x"), "The mail `case_closed` has to name `{number}`."),
        (
            "persons_words",
            CLOSED,
            &*CLOSED.replace("{link}", "{link} {question}"),
            "The mail `case_closed` knows no `{question}`.",
        ),
        ("nothing_of_the_answer", "{words} ", "", "The mail `guest_answered` has to name `{words}`."),
        (
            "answer_to_somebody_with_a_page",
            CLOSED,
            &*CLOSED.replace("{link}", "{link} {words}"),
            "The mail `case_closed` knows no `{words}`.",
        ),
        ("number_of_nothing", "Confirm", "{number}", "The mail `sign_in_help` knows no `{number}`."),
    ] {
        assert_eq!(with(from, to), [format!("mail/en.toml:1: {sentence}")], "{name}");
    }
}

#[test]
fn a_language_without_mails_is_refused() {
    let folder = folder(ARTICLE);
    std::fs::remove_file(folder.path().join("mail/en.toml")).unwrap();
    let [fault] = &faults(folder.path())[..] else { panic!("one fault") };
    assert!(fault.starts_with("mail/en.toml:1: The file cannot be read"), "{fault}");
}
