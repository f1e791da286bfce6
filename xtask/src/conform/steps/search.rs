//! Search: any text is taken, and nothing of it is kept.

use contract::routes;
use serde_json::Value;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::encoded;

/// `GET /help/search`.
pub fn take(run: &mut Run<'_>) {
    let locale = encoded(&run.learnt.locale);
    let ask = |words: &str| Ask::get(format!("{}?locale={locale}&q={}", routes::SEARCH, encoded(words)));
    let title = run.learnt.article.clone().map(|[_, _, title]| title);
    let words = title.unwrap_or_else(|| "help".to_owned());
    let Some(answer) = run.wanted(&ask(&words), 200) else { return };
    run.is_private(routes::SEARCH, &answer);
    let found = answer.json()["items"].as_array().map_or(0, Vec::len);
    run.claim("an article is found by its title", found > 0, format!("nothing fits “{words}”"));
    run.claim("there are 20 hits at most", found <= contract::SEARCH_MAX_HITS, format!("there are {found}"));
    for odd in ["\"", "(a OR", "<b>*:*</b>", "📦"] {
        let answer = run.call(&ask(odd));
        let is_list = answer.status == 200 && answer.json()["items"].is_array();
        run.claim(format!("`{odd}` is words or nothing"), is_list, answer.told());
    }
    let long: Value = "å".repeat(contract::QUERY_MAX_CHARS + 1).into();
    for (claim, words) in
        [("an empty question", " "), ("a question of 201 characters", long.as_str().unwrap_or_default())]
    {
        run.refused(claim, &ask(words), 422, "query_invalid");
    }
}
