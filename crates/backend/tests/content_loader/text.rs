//! What an article may be made of.

use super::folder::{ARTICLE, each_is_refused, faults, folder};

#[test]
fn text_that_the_tree_cannot_hold_is_refused() {
    let html = "Raw HTML is not allowed; Markdown is enough.";
    let headings = "An article has `##` and `###` headings only.";
    each_is_refused(&[
        ("html_block", "Words.", "<div>Words.</div>", 15, html),
        ("html_in_a_line", "Words.", "Some<br>words.", 15, html),
        ("html_comment", "Words.", "<!-- Words. -->", 15, html),
        ("script", "Opening.", "<script>x</script>", 11, html),
        ("picture", "Words.", "![Words](https://example.org/a.png)", 15, "Pictures are not allowed in articles."),
        ("rule", "Words.", "Words.\n\n---", 17, "Rules across the page are not allowed in articles."),
        (
            "line_break",
            "Words.",
            "Words  \nand words.",
            15,
            "Line breaks inside a paragraph are not allowed in articles.",
        ),
        ("first_level", "Words.", "# Title {#title}", 15, headings),
        ("fourth_level", "Words.", "### Three {#three}\n\n#### Four {#four}", 17, headings),
        ("skipped_level", "## First {#first}", "### First {#first}", 13, "This heading skips a level."),
    ]);
}

#[test]
fn headings_without_order_are_refused() {
    each_is_refused(&[
        (
            "no_anchor",
            "## First {#first}",
            "## First",
            13,
            "The heading needs an anchor of its own, such as {#what-to-do}.",
        ),
        (
            "anchor_with_capitals",
            "{#first}",
            "{#First}",
            13,
            "An anchor has small letters, numbers and hyphens only, and `First` has more.",
        ),
        ("anchor_twice", "Words.", "## Again {#first}", 15, "The anchor `#first` is used twice."),
        ("empty_heading", "## First {#first}", "## {#first}", 13, "`heading` may not be empty."),
    ]);
}

#[test]
fn an_article_without_its_last_section_is_refused() {
    each_is_refused(&[
        (
            "no_next",
            "## What to do next {#next}",
            "## What to do {#then}",
            19,
            "The article has to end with a section {#next} that names the next action.",
        ),
        (
            "next_is_not_last",
            "[Orders](page:orders).",
            "[Orders](page:orders).\n\n## More {#more}\n\nWords.",
            23,
            "The article has to end with a section {#next} that names the next action.",
        ),
        (
            "next_without_link",
            "[Orders](page:orders).",
            "Nothing.",
            19,
            "The section {#next} needs a link to its action.",
        ),
    ]);
}

#[test]
fn an_article_without_headings_is_refused() {
    let article = ARTICLE.split("## First").next().unwrap().to_owned();
    assert_eq!(faults(folder(&article).path()), ["en/articles/one.md:11: The article has no headings."]);
}
