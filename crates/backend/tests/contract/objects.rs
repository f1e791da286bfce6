//! Objects, whoever looks at them, and their pictures.

use backend::demo::pictures::DRAWINGS;
use serde_json::{Value, json};

use super::orders::{ask, in_the_demo};

#[tokio::test]
async fn an_object_is_shown_to_everybody() {
    in_the_demo(async |client| {
        let watch = json!({"id": "object-omega-seamaster", "title": "Omega Seamaster 300, 1967", "state": "sold",
            "picture": "/api/v1/objects/object-omega-seamaster/picture",
            "seller": {"id": "person-chiara", "display_name": "Galleria Chiara", "country": "IT",
                "professional": true, "usual_reply_s": 14_400}});
        let visitor = client.get("/api/v1/objects/object-omega-seamaster").await;
        assert_eq!((visitor.json(), visitor.header("cache-control")), (watch.clone(), "no-store"));
        for (name, person, object, order) in [
            ("buyer", "anna", "omega-seamaster", json!("order-20418")),
            ("seller", "chiara", "omega-seamaster", json!("order-20418")),
            ("another", "ben", "omega-seamaster", Value::Null),
            ("second_of_three", "anna", "calvino-citta", json!("order-20423")),
            ("not_sold", "david", "levin-guitar", Value::Null),
        ] {
            let answer = ask(client, person, &format!("/objects/object-{object}")).await;
            assert_eq!(answer.json().get("order_id").cloned().unwrap_or_default(), order, "{name}");
        }
        let cups = client.get("/api/v1/objects/object-limoges-set").await.json();
        assert_eq!((&cups["seller"]["professional"], cups.get("picture")), (&json!(false), None));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_object_is_not_found() {
    in_the_demo(async |client| {
        for (name, path) in [
            ("absent", "object-nothing"),
            ("absent_picture", "object-nothing/picture"),
            ("without_picture", "object-limoges-set/picture"),
            ("zero_byte", "%00"),
            ("up", "..%2Forders"),
            ("picture_of_zero_byte", "a%00/picture"),
        ] {
            let answer = client.get(&format!("/api/v1/objects/{path}")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_a_drawing_and_nothing_else() {
    const PATH: &str = "/api/v1/objects/object-omega-seamaster/picture";
    in_the_demo(async |client| {
        let picture = client.get(PATH).await;
        assert!(picture.text().starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{}", picture.text());
        for (name, expected) in [
            ("content-type", "image/svg+xml"),
            ("content-security-policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "public, max-age=86400, stale-while-revalidate=604800"),
            ("cross-origin-resource-policy", "cross-origin"),
        ] {
            assert_eq!(picture.header(name), expected, "{name}");
        }
        let again = client.get_with(PATH, &[("if-none-match", picture.header("etag"))]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    })
    .await;
}

#[test]
fn drawings_are_well_formed_and_hold_no_script() {
    assert!(DRAWINGS.len() >= 12);
    for (kind, drawing) in DRAWINGS {
        assert_eq!(fault(drawing), None, "{kind}");
        assert!(drawing.contains("viewBox=\"0 0 320 240\""), "{kind}");
        assert_eq!(drawing.matches("stroke-width=").count(), 1, "{kind}: one line, one width");
    }
    for (name, drawing) in [
        ("script", "<svg><script>a()</script></svg>"),
        ("event", "<svg onload=\"a()\"></svg>"),
        ("foreign", "<svg><foreignObject></foreignObject></svg>"),
        ("link", "<svg><g href=\"https://example.com\"></g></svg>"),
        ("not_closed", "<svg><g></svg>"),
        ("closed_twice", "<svg></svg></svg>"),
        ("text", "<svg>words</svg>"),
        ("no_quotes", "<svg width=3></svg>"),
        ("twice", "<svg width=\"3\" width=\"3\"></svg>"),
        ("entity", "<svg width=\"&a;\"></svg>"),
        ("empty", ""),
    ] {
        assert!(fault(drawing).is_some(), "{name}");
    }
}

const ELEMENTS: [&str; 5] = ["svg", "g", "rect", "circle", "path"];
const ATTRIBUTES: &str = "xmlns width height viewBox fill stroke stroke-width stroke-linecap stroke-linejoin \
    stroke-dasharray d cx cy r transform";

/// What keeps a text from being XML of shapes alone, which is less than XML may be.
fn fault(text: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text.trim_end();
    let mut has_ended = rest.is_empty();
    while !rest.is_empty() {
        let Some((before, after)) = rest.split_once('<') else { return Some(format!("text: {rest}")) };
        let Some((tag, after)) = after.split_once('>') else { return Some("an open tag".to_owned()) };
        if !before.trim().is_empty() || has_ended {
            return Some(format!("something beside the elements: {before}<{tag}"));
        }
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
        } else {
            let inner = tag.strip_suffix('/').unwrap_or(tag);
            let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
            if !ELEMENTS.contains(&name) {
                return Some(format!("<{name}>"));
            }
            if let Some(fault) = attribute_fault(attributes) {
                return Some(fault);
            }
            if inner.len() == tag.len() {
                open.push(name);
            }
        }
        has_ended = open.is_empty();
    }
    if has_ended && !text.is_empty() { None } else { Some("no end".to_owned()) }
}

fn attribute_fault(mut attributes: &str) -> Option<String> {
    let mut seen = Vec::new();
    while !attributes.trim().is_empty() {
        let Some((name, rest)) = attributes.split_once("=\"") else { return Some(attributes.to_owned()) };
        let Some((value, rest)) = rest.split_once('"') else { return Some(attributes.to_owned()) };
        let is_known = ATTRIBUTES.split_whitespace().any(|known| known == name.trim());
        if !is_known || value.contains(['<', '&']) || seen.contains(&name.trim()) {
            return Some(format!("{name}={value}"));
        }
        seen.push(name.trim());
        attributes = rest;
    }
    None
}
