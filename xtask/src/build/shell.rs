//! `shell.html`: Trunk's page without Trunk's own script, with our hashed files, and with the places that
//! the prerenderer fills: `<!--head-->`, `<!--notice-->`, `<!--app-->`, `<!--data-->`, `<!--api-->`.

use std::path::Path;

use crate::failure::Failure;

const PLACES: [&str; 7] = [
    "<html lang=\"en\" dir=\"ltr\">",
    "<!--head-->",
    "<!--notice-->",
    "<div id=\"app\"><!--app--></div>",
    "<!--data-->",
    "<!--assets-->",
    "<!--boot-->",
];

/// Addresses and data that go into the shell.
pub struct Parts<'a> {
    pub style: &'a str,
    /// What account pages show beside it; the prerenderer takes it out of the others.
    pub account_style: &'a str,
    pub boot: &'a str,
    /// Members of a JSON object for the app, each a language to address; they hold no `<`.
    pub words: &'a str,
}

/// Makes the shell from the page that Trunk wrote; `file` is named where a place is missing.
pub fn shell(page: &str, parts: &Parts<'_>, file: &Path) -> Result<String, Failure> {
    if let Some(marker) = PLACES.into_iter().find(|place| !page.contains(place)) {
        return Err(Failure::Marker { file: file.into(), marker });
    }
    let page = without(page, "<script type=\"module\"", "</script>");
    let page = without(&page, "<link rel=\"modulepreload\"", ">");
    let page = without(&page, "<link rel=\"preload\"", ">");
    let assets = format!("{{{}<!--api-->}}", parts.words);
    let assets = format!("<script type=\"application/json\" id=\"svar-assets\">{assets}</script>");
    let boot = format!("<script type=\"module\" src=\"{}\"></script>", parts.boot);
    let page = page.replace("href=\"/svar.css\"", &format!("href=\"{}\"", parts.style));
    let account = format!("<!--account--><link rel=\"stylesheet\" href=\"{}\"><!--/account-->", parts.account_style);
    let page = without(&page, "<link rel=\"stylesheet\" href=\"/account.css\"", ">")
        .replace("</head>", &format!("{account}\n</head>"));
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    let page = lines.collect::<Vec<_>>().join("\n");
    Ok(page.replace("<!--assets-->", &assets).replace("<!--boot-->", &boot))
}

/// The text without each run from `start` to the next `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        kept.push_str(&rest[..at]);
        rest = rest[at..].find(end).map_or("", |length| &rest[at + length + end.len()..]);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en" dir="ltr">
  <head>
    <!--head-->
    <link rel="stylesheet" href="/svar.css">
    <link rel="stylesheet" href="/account.css">

<script type="module">
import init, * as bindings from '/svar.js';
</script>
  <link rel="modulepreload" href="/svar.js" crossorigin="anonymous"><link rel="preload" href="/svar_bg.wasm" as="fetch"></head>
  <body>
    <!--notice-->
    <div id="app"><!--app--></div>
    <!--data--><!--assets--><!--boot-->
  </body>
</html>
"#;
    const SHELL: &str = r#"<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<!--head-->
<link rel="stylesheet" href="/svar-1.css">
<!--account--><link rel="stylesheet" href="/account-3.css"><!--/account-->
</head>
<body>
<!--notice-->
<div id="app"><!--app--></div>
<!--data--><script type="application/json" id="svar-assets">{"words":{}<!--api-->}</script><script type="module" src="/boot-2.js"></script>
</body>
</html>"#;

    #[test]
    fn shell_has_our_files_and_none_of_trunks_scripts() {
        let parts =
            Parts { style: "/svar-1.css", account_style: "/account-3.css", boot: "/boot-2.js", words: "\"words\":{}" };
        assert_eq!(shell(PAGE, &parts, Path::new("index.html")).expect("a shell"), SHELL);
    }

    #[test]
    fn a_missing_place_is_named() {
        let parts = Parts { style: "", account_style: "", boot: "", words: "" };
        let failure = shell(&PAGE.replace("<!--data-->", ""), &parts, Path::new("index.html")).expect_err("a failure");
        assert_eq!(failure.to_string(), "index.html lacks <!--data-->");
    }
}
