//! What mails say: every text is there, and leads where it has to.

use super::folder::{ARTICLE, MAIL, faults, folder, write};

#[test]
fn a_mail_that_lacks_something_is_refused() {
    for (name, from, to, line, sentence) in [
        (
            "missing_mail",
            "case_closed = { subject = \"{number}\", body = \"{link}\" }\n",
            "",
            1,
            "This is not valid here: missing field `case_closed`.",
        ),
        (
            "missing_body",
            "sign_in_help = { subject = \"Confirm\", body = \"{link}\" }",
            "sign_in_help = { subject = \"Confirm\" }",
            2,
            "This is not valid here: missing field `body`.",
        ),
        (
            "unknown_mail",
            "sign_in_help",
            "greeting = { subject = \"x\", body = \"x\" }\nsign_in_help",
            2,
            "This is not valid here: unknown field `greeting`, expected one of `sign_in_help`, `case_received`, `case_answered`, `case_closed`.",
        ),
        (
            "no_link",
            "sign_in_help = { subject = \"Confirm\", body = \"{link}\" }",
            "sign_in_help = { subject = \"Confirm\", body = \"x\" }",
            1,
            "The mail `sign_in_help` has to name `{link}`.",
        ),
        (
            "no_number",
            "case_closed = { subject = \"{number}\"",
            "case_closed = { subject = \"Closed\"",
            1,
            "The mail `case_closed` has to name `{number}`.",
        ),
        (
            "persons_words",
            "case_closed = { subject = \"{number}\"",
            "case_closed = { subject = \"{number} {question}\"",
            1,
            "The mail `case_closed` knows no `{question}`.",
        ),
        (
            "number_where_there_is_none",
            "subject = \"Confirm\"",
            "subject = \"{number}\"",
            1,
            "The mail `sign_in_help` knows no `{number}`.",
        ),
        ("empty_subject", "subject = \"Confirm\"", "subject = \"\"", 1, "`subject` may not be empty."),
        (
            "subject_of_two_lines",
            "subject = \"Confirm\"",
            "subject = \"Confirm\\nBcc: x\"",
            1,
            "The mail `sign_in_help` has a subject of more than one line.",
        ),
    ] {
        assert!(MAIL.contains(from), "{name}");
        let folder = folder(ARTICLE);
        write(folder.path(), "mail/en.toml", &MAIL.replacen(from, to, 1));
        assert_eq!(faults(folder.path()), [format!("mail/en.toml:{line}: {sentence}")], "{name}");
    }
}

#[test]
fn a_language_without_mails_is_refused() {
    let folder = folder(ARTICLE);
    std::fs::remove_file(folder.path().join("mail/en.toml")).unwrap();
    let [fault] = &faults(folder.path())[..] else { panic!("one fault") };
    assert!(fault.starts_with("mail/en.toml:1: The file cannot be read"), "{fault}");
}
