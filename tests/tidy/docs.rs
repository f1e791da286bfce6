//! Promises in prose: documents name what exists, nobody is sent to a mailbox, nothing speaks of a workplace.

use std::collections::BTreeSet;

use super::tree::{Breach, Source, all, bite, hold, pick};

/// Commands that a newcomer has to find.
const COMMANDS: &[&str] = &["cargo xtask run", "cargo xtask test"];

/// Where a person reads what we wrote.
const SHOWN: &[&str] = &["src", "locales", "content", "public", "index.html", "widget.html", "docs", "README.md"];

fn commands(source: &Source) -> Vec<Breach> {
    COMMANDS
        .iter()
        .filter(|command| !source.text.contains(**command))
        .map(|command| source.breach(1, format!("does not name `{command}`; say what it does and when to use it")))
        .collect()
}

/// Folders directly in `src/` and in `crates/`, as the architecture calls them.
fn rooms(sources: &[Source]) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for source in sources {
        let parts: Vec<&str> = source.path.split('/').collect();
        if let [place @ ("src" | "crates"), room, _, ..] = parts.as_slice() {
            rooms.insert(if *place == "src" { format!("{room}/") } else { format!("crates/{room}") });
        }
    }
    rooms
}

fn code_map(source: &Source, rooms: &BTreeSet<String>) -> Vec<Breach> {
    rooms
        .iter()
        .filter(|room| !source.text.contains(room.as_str()))
        .map(|room| source.breach(1, format!("does not name `{room}`; give it a line in the code map")))
        .collect()
}

fn mailboxes(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        if line.contains("mailto:") {
            breaches
                .push(source.breach(index + 1, "opens a mailbox; lead to the page for asking, nothing is lost there"));
        }
        if let Some(address) = address(line) {
            let advice = format!("holds the e-mail address `{address}`; lead to the page for asking instead");
            breaches.push(source.breach(index + 1, advice));
        }
    }
    breaches
}

/// The first thing in the line that is written like an e-mail address.
fn address(line: &str) -> Option<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
    line.match_indices('@').find_map(|(at, _)| {
        let name: String = line[..at].chars().rev().take_while(|letter| is_name(*letter)).collect();
        let host: String =
            line[at + 1..].chars().take_while(|letter| letter.is_alphanumeric() || ".-".contains(*letter)).collect();
        let (start, end) = host.trim_end_matches('.').rsplit_once('.')?;
        let is_host = !start.is_empty() && end.len() >= 2 && end.chars().all(char::is_alphabetic);
        (is_host && !name.is_empty()).then(|| format!("{}@{start}.{end}", name.chars().rev().collect::<String>()))
    })
}

/// Put together here, so that this file does not hold them.
fn workplace_words() -> [String; 3] {
    [("/wo", "rk/"), ("/ro", "ot/"), ("../sh", "ared")].map(|(start, end)| format!("{start}{end}"))
}

fn workplace(source: &Source) -> Vec<Breach> {
    let words = workplace_words();
    let mut breaches = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for word in words.iter().filter(|word| line.contains(word.as_str())) {
            let advice = format!("speaks of `{word}`, which no clone has; say it with a path inside the project");
            breaches.push(source.breach(index + 1, advice));
        }
    }
    breaches
}

fn document(path: &str) -> Source {
    pick(&[path], &[".md"]).pop().unwrap_or_else(|| Source::new(path, ""))
}

#[test]
fn the_readme_names_the_two_commands() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("both", "README.md", "`cargo xtask run` serves it, `cargo xtask test` tests it.", &[]),
        ("one", "README.md", "`cargo xtask run` serves it.", &[1]),
        ("none", "README.md", "", &[1, 1]),
    ];
    bite(commands, cases);
    hold(commands, &[document("README.md")]);
}

#[test]
fn the_code_map_names_every_room() {
    let rooms = rooms(&all());
    let two = BTreeSet::from(["pages/".to_owned(), "crates/rules".to_owned()]);
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("both", "ARCHITECTURE.md", "`src/pages/` fetches, `crates/rules` decides.", &[]),
        ("one", "ARCHITECTURE.md", "`src/pages/` fetches.", &[1]),
    ];
    bite(|source| code_map(source, &two), cases);
    hold(|source| code_map(source, &rooms), &[document("ARCHITECTURE.md")]);
}

#[test]
fn a_room_is_a_folder_of_src_or_of_crates() {
    let sources = ["src/app.rs", "src/pages/home.rs", "crates/rules/src/lib.rs", "docs/a.md", "xtask/src/main.rs"]
        .map(|path| Source::new(path, ""));
    assert_eq!(rooms(&sources), BTreeSet::from(["crates/rules".to_owned(), "pages/".to_owned()]));
}

#[test]
fn nobody_is_sent_to_a_mailbox() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", "content/a.md", "Use *Ask a question*, or @layer x.y or npm:@playwright/test@1.60.0.", &[]),
        ("link", "src/a.rs", "\nfn a() { \"mailto:\" }", &[2]),
        ("address", "locales/sv/a.ftl", "a = Skriv till hjälp@svar.example.", &[1]),
    ];
    bite(mailboxes, cases);
    hold(mailboxes, &pick(SHOWN, &[""]));
}

#[test]
fn nothing_speaks_of_a_workplace() {
    let [work, root, shared] = workplace_words();
    let (work, root, shared) = (format!("cd {work}main"), format!("\n{root}.cargo"), format!("see {shared}/design.md"));
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", "docs/a.md", "the work of the root shared by all", &[]),
        ("folder", "docs/a.md", &work, &[1]),
        ("home", "xtask/src/main.rs", &root, &[2]),
        ("notes", "README.md", &shared, &[1]),
    ];
    bite(workplace, cases);
    hold(workplace, &all());
}
