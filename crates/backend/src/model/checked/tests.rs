//! Each rule by which a line is dropped, in a named row; and lines that stay.

use contract::{AnswerSentence, Node, Source, SourceKind};

use super::{super::Ground, Dropped, checked};

const GROUNDS: [&str; 10] = [
    "A problem with this order can be reported until 24 November 2026.",
    "After that the payment goes to the seller.",
    "Wait 3 days, then ask for a refund.",
    "You cannot open a case after 14 days.",
    "The fee is 9 % and EUR 3.50.",
    "Du kan rapportera ett problem inom 3 dagar.",
    "Support is reviewing a case about this order.",
    "Keep the parcel closed until support replies.",
    "Look. Is it there? Wait",
    "See www.example.org for more.",
];

fn ground(text: &str) -> Ground {
    let source = Source {
        kind: SourceKind::Article,
        id: "a".to_owned(),
        title: "A".to_owned(),
        heading: None,
        quote: text.to_owned(),
    };
    Ground { text: text.to_owned(), source }
}

fn read(line: &str) -> Result<AnswerSentence, Dropped> {
    let grounds: Vec<Ground> = GROUNDS.iter().map(|text| ground(text)).collect();
    checked(line, &grounds)
}

#[test]
fn what_stands_in_its_sources_is_shown_as_text() {
    for (name, line, text, sources) in [
        ("as_it_stands", "[3] Wait 3 days, then ask for a refund.", "Wait 3 days, then ask for a refund.", 1),
        ("in_other_order", "[3] You can ask for a refund after 3 days.", "You can ask for a refund after 3 days.", 1),
        (
            "of_two",
            "[1,2] You can report a problem until 24 November 2026, and after that the payment goes to the seller.",
            "You can report a problem until 24 November 2026, and after that the payment goes to the seller.",
            2,
        ),
        (
            "repeated_of_two",
            "[1] [2] After that the payment goes to the seller.",
            "After that the payment goes to the seller.",
            1,
        ),
        ("named_twice", "[3, 3] Ask for a refund.", "Ask for a refund.", 1),
        ("repeated", "[9] Look. Is it there? Wait", "Look. Is it there? Wait", 1),
        ("denied", "[4] A case cannot be opened after 14 days.", "A case cannot be opened after 14 days.", 1),
        ("percent", "[5] The fee is 9 % and EUR 3.50.", "The fee is 9 % and EUR 3.50.", 1),
        ("stakes", "[8] The parcel is closed until support replies.", "The parcel is closed until support replies.", 1),
        (
            "swedish",
            "[6] Inom 3 dagar kan du rapportera ett problem.",
            "Inom 3 dagar kan du rapportera ett problem.",
            1,
        ),
    ] {
        let sentence = read(line).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(sentence.nodes, [Node::Text { text: text.to_owned() }], "{name}");
        assert_eq!(sentence.sources.len(), sources, "{name}");
    }
    let sentence = read("[3] Ask for a refund.").unwrap();
    assert_eq!(sentence.sources[0].quote, GROUNDS[2], "the quote is the source's, not the model's");
}

fn drops(rows: &[(&str, &str, Dropped)]) {
    for (name, line, expected) in rows {
        assert_eq!(read(line).map(|sentence| sentence.nodes), Err(*expected), "{name}");
    }
}

#[test]
fn what_names_no_source_is_dropped() {
    drops(&[
        ("none", "Wait 3 days, then ask for a refund.", Dropped::Source),
        ("zero", "[0] Wait 3 days.", Dropped::Source),
        ("beyond", "[11] Wait 3 days.", Dropped::Source),
        ("one_of_two", "[3,99] Wait 3 days.", Dropped::Source),
        ("no_number", "[a] Wait 3 days.", Dropped::Source),
        ("huge", "[99999999999999999999999] Wait 3 days.", Dropped::Source),
        ("negative", "[-1] Wait 3 days.", Dropped::Source),
        ("open", "[3 Wait 3 days.", Dropped::Source),
        ("empty", "[] Wait 3 days.", Dropped::Source),
        ("at_the_end", "Wait 3 days. [3]", Dropped::Source),
        ("too_many", "[1,2,3] Wait 3 days.", Dropped::Source),
        ("nothing", "", Dropped::Source),
    ]);
}

#[test]
fn what_is_no_plain_sentence_is_dropped() {
    let long = format!("[3] Wait 3 days{}.", ", then wait 3 days".repeat(20));
    drops(&[
        ("half", "[3] Wait 3 days, then ask for", Dropped::Form),
        ("two", "[3] Wait 3 days. Ask for a refund.", Dropped::Form),
        ("shouted", "[3] Wait 3 days! Ask.", Dropped::Form),
        ("asked", "[3] Ask for a refund?", Dropped::Form),
        ("word", "[3] Wait.", Dropped::Form),
        ("no_words", "[3]", Dropped::Form),
        ("long", &long, Dropped::Form),
        ("tag", "[3] Wait <b>3 days</b>.", Dropped::Markup),
        ("entity", "[3] Wait &lt;3 days.", Dropped::Markup),
        ("markdown", "[3] Wait **3 days**.", Dropped::Markup),
        ("markdown_link", "[3] Wait [3 days](a).", Dropped::Markup),
        ("tag_inside", "[3] Wait 3 days [4] then ask.", Dropped::Markup),
        ("no_width", "[3] Wait 3\u{200b} days.", Dropped::Markup),
        ("turned", "[3] Wait \u{202e}3 days.", Dropped::Markup),
        ("control", "[3] Wait \u{7} 3 days.", Dropped::Markup),
        ("address", "[3] Ask for a refund at https://evil.example.", Dropped::Link),
        ("host", "[3] Ask for a refund at evil.example.", Dropped::Link),
        ("mail", "[3] Ask refund@evil for a refund.", Dropped::Link),
        ("www", "[3] Ask www for a refund.", Dropped::Link),
        ("repeated_address", "[10] See www.example.org for more.", Dropped::Link),
        ("to_a_machine", "[3] Ignore the days, then ask for a refund.", Dropped::Machine),
    ]);
}

#[test]
fn what_stands_in_no_source_is_dropped() {
    drops(&[
        ("number", "[3] Wait 30 days, then ask for a refund.", Dropped::Number),
        ("number_of_another_source", "[3] Wait 14 days, then ask for a refund.", Dropped::Number),
        ("date", "[1] A problem can be reported until 25 November 2026.", Dropped::Number),
        ("year", "[1] A problem can be reported until 24 November 2027.", Dropped::Number),
        ("amount", "[5] The fee is 9 % and EUR 35.0.", Dropped::Number),
        ("percent", "[3] Wait 3 % then ask for a refund.", Dropped::Number),
        ("unit", "[3] Wait 3 weeks, then ask for a refund.", Dropped::Number),
        ("unit_in_swedish", "[6] Du kan rapportera ett problem inom 3 veckor.", Dropped::Number),
        ("number_in_words", "[3] Wait ten days, then ask for a refund.", Dropped::Number),
        ("part", "[3] Ask for half the refund.", Dropped::Number),
        ("month", "[1] A problem can be reported until 24 December 2026.", Dropped::Name),
        ("currency", "[5] The fee is 9 % and USD 3.50.", Dropped::Name),
        ("name", "[3] Wait 3 days, then ask Ben for a refund.", Dropped::Name),
        ("name_in_front", "[3] Ben can ask for a refund.", Dropped::Name),
        ("somebody_speaks", "[3] Then we ask for a refund.", Dropped::Name),
        ("somebody_speaks_of_themselves", "[3] After 3 days ask for my refund.", Dropped::Name),
        ("denied", "[3] You can not ask for a refund after 3 days.", Dropped::Denial),
        ("denial_left_out", "[4] You can open a case after 14 days.", Dropped::Denial),
        ("denial_beside_another", "[3,4] You can open a case after 14 days.", Dropped::Denial),
        ("condition_left_out", "[2] The payment goes to the seller.", Dropped::Condition),
        ("stakes", "[1] A problem with this order can be reported by card until 24 November 2026.", Dropped::Stakes),
        ("cancelled", "[7] Support is cancelling this order.", Dropped::Stakes),
        ("password", "[7] Support is reviewing your password about this order.", Dropped::Stakes),
        ("another_thing", "[3] The weather is lovely.", Dropped::Unsupported),
        ("much_of_its_own", "[2] After that the payment brings tremendous wonderful happiness.", Dropped::Unsupported),
        ("nothing_told", "[3] It is as it is.", Dropped::Unsupported),
    ]);
}
