//! The help centre: categories, articles, and whether they helped.

use contract::routes;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;
use crate::conform::words::{at, encoded, fresh_id, word};

/// Categories and articles.
pub fn take(run: &mut Run<'_>) {
    let locale = encoded(&run.learnt.locale);
    if let Some(answer) = run.is_public(&format!("{}?locale={locale}", routes::CATEGORIES)) {
        let language = answer.header("content-language").to_owned();
        run.claim("`Content-Language` says which language came", !language.is_empty(), "it is not there");
        let miscounted = answer.json().as_array().into_iter().flatten().find_map(miscounted);
        let came = format!("`{}` counts fewer than those inside it", miscounted.clone().unwrap_or_default());
        run.claim("`article_count` counts the categories inside, too", miscounted.is_none(), came);
    }
    let unknown = run.call(&Ask::get(format!("{}?locale=tlh-Piqd", routes::CATEGORIES)));
    run.claim("an unknown language is no error", unknown.status == 200, unknown.told());
    let articles = format!("{}?locale={locale}", routes::ARTICLES);
    let Some(list) = run.is_public(&articles) else { return };
    run.is_list(&articles);
    let first = list.json()["items"][0].clone();
    let [slug, id, title] = ["/slug", "/id", "/title"].map(|pointer| word(&first, pointer).to_owned());
    if slug.is_empty() {
        run.leave("an article", "there is none");
        return;
    }
    article(run, &format!("{}?locale={locale}", at(routes::ARTICLE, &[&slug])));
    run.learnt.article = Some([slug, id, title]);
}

fn article(run: &mut Run<'_>, path: &str) {
    let absent = Ask::get(at(routes::ARTICLE, &["conform-asks-for-nothing"]));
    run.refused("an article that is not there", &absent, 404, "not_found");
    let Some(answer) = run.is_public(path) else { return };
    let article = answer.json();
    let body = article["body"].as_array().map(Vec::as_slice).unwrap_or_default();
    run.claim("an article has words", !body.is_empty(), "its `body` is empty");
    let astray = links(&article["body"]).into_iter().find(|href| !is_link(href));
    let came = format!("`{}` is another", astray.clone().unwrap_or_default());
    run.claim("links are https://… or begin with one `/`", astray.is_none(), came);
}

/// Whether an article helped. Nothing is kept of what is asked here: all of it is refused.
pub fn feedback(run: &mut Run<'_>) {
    let Some([_, id, _]) = run.learnt.article.clone() else {
        run.leave("feedback", "there is no article");
        return;
    };
    let path = at(routes::ARTICLE_FEEDBACK, &[&id]);
    let post = |body: Value| Ask::send(Method::POST, path.clone(), &body);
    let good = json!({"helped": true, "locale": run.learnt.locale});
    run.refused("feedback without `Idempotency-Key`", &post(good), 400, "idempotency_key_missing");
    let unknown = post(json!({"helped": "perhaps", "locale": "en"})).with("idempotency-key", fresh_id());
    let answer = run.refused("feedback that is neither yes nor no", &unknown, 422, "body_invalid");
    let pointer = word(&answer.json(), "/errors/0/pointer").to_owned();
    run.claim("a refusal points at the field", pointer == "/helped", format!("`errors` point at `{pointer}`"));
    let further = post(json!({"helped": true, "locale": "en", "stars": 5})).with("idempotency-key", fresh_id());
    run.refused("feedback with an unknown field", &further, 422, "body_invalid");
}

/// The title of a category that counts fewer articles than those inside it.
fn miscounted(category: &Value) -> Option<String> {
    let inside = category["children"].as_array().into_iter().flatten();
    let sum: u64 = inside.clone().filter_map(|child| child["article_count"].as_u64()).sum();
    let is_less = category["article_count"].as_u64().unwrap_or_default() < sum;
    if is_less { Some(word(category, "/title").to_owned()) } else { inside.into_iter().find_map(miscounted) }
}

fn links(nodes: &Value) -> Vec<String> {
    match nodes {
        Value::Array(items) => items.iter().flat_map(links).collect(),
        Value::Object(members) => {
            let own = members.get("href").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(members.values().flat_map(links)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_link(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with('#') || (href.starts_with('/') && !href.starts_with("//"))
}
