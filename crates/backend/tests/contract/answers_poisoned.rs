//! Words that are meant for a model, and the worst model there is: it obeys them, under whatever source it likes.
//! Nothing of it is shown.

use std::{fs, path::Path};

use backend::{content, demo};
use contract::Node;
use serde::Deserialize;
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{
    answers::{QUESTION, body, put},
    client::{Client, NOW, content_folder},
    writer::{Told, Writer, lines},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    poison: Vec<Poison>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Poison {
    name: String,
    place: String,
    text: String,
    obeyed: Vec<String>,
}

fn poisons(place: &[&str]) -> Vec<Poison> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/poisoned.toml");
    let all = toml::from_str::<File>(&fs::read_to_string(path).unwrap()).unwrap().poison;
    assert!(all.len() >= 50, "there are only {}", all.len());
    all.into_iter().filter(|poison| place.contains(&poison.place.as_str())).collect()
}

/// What a model that obeys says: under each source, under several, under made-up ones, and under none.
fn obeying(poison: &Poison, sources: &[String]) -> Vec<String> {
    let numbers = (1..=sources.len()).map(|number| format!("[{number}]"));
    let made_up = ["[1,2]", "[1,2,3]", "[0]", "[999]", "[source: 1]", "", "[1] [1]", "Source 1:"].map(str::to_owned);
    let under: Vec<String> = numbers.chain(made_up).collect();
    poison.obeyed.iter().flat_map(|said| under.iter().map(move |number| format!("{number} {said}"))).collect()
}

fn as_it_stands(sources: &[String]) -> String {
    format!("[1] {}", sources[0])
}

/// Whether it is text and nothing else.
fn is_plain(answer: &Value) -> bool {
    let sentences = answer["sentences"].as_array().unwrap();
    let texts = sentences.iter().flat_map(|sentence| sentence["nodes"].as_array().unwrap());
    texts.into_iter().all(|node| {
        let node: Node = serde_json::from_value(node.clone()).unwrap();
        matches!(node, Node::Text { text } if !text.contains(['<', '>', '[', ']', '\u{200b}', '\u{202e}']))
    })
}

/// Asks a model that obeys and says one true sentence, and one that only obeys.
async fn holds(client: Client, poison: &Poison, asked: impl AsyncFn(&Client) -> Value) -> Client {
    let name = &poison.name;
    let without = client.changed(|backend| backend.model = None);
    let expected = asked(&without).await;
    assert_eq!(expected["engine"], "extractive", "{name}");
    let worst = poison.clone();
    let honest = move |sources: &[String]| -> Told {
        lines(&[obeying(&worst, sources), vec![as_it_stands(sources)], obeying(&worst, sources)].concat())
    };
    let (client, writer) = Writer::beside(without, honest).await;
    let answer = asked(&client).await;
    assert_eq!(writer.asked(), 1, "{name}");
    assert_eq!(answer["engine"], "generated", "{name}: {answer}");
    assert_eq!(answer["sentences"].as_array().unwrap().len(), 1, "{name}: {}", answer["sentences"]);
    let sentence = &answer["sentences"][0];
    assert!(is_plain(&answer), "{name}: {answer}");
    assert_eq!(sentence["sources"].as_array().unwrap().len(), 1, "{name}");
    if poison.place != "question" {
        let told = writer.told();
        assert!(!told.contains(&poison.text) && !told.contains("zqx"), "{name} was told to the model");
    }
    let worst = poison.clone();
    let (client, _) = Writer::beside(client, move |sources| lines(&obeying(&worst, sources))).await;
    let answer = asked(&client).await;
    assert_eq!((&answer["engine"], &answer["sentences"]), (&json!("extractive"), &expected["sentences"]), "{name}");
    client
}

async fn ask(client: &Client, question: &str) -> Value {
    let id = uuid::Uuid::new_v4().to_string();
    put(client, &id, &[], &body(question)).await.json()
}

#[tokio::test]
async fn what_an_asker_writes_to_a_model_changes_nothing() {
    let mut client = Client::on_sqlite().await;
    client.publish(&content_folder()).await;
    for poison in poisons(&["question"]) {
        // A question is its asker's own; what it leads to is not.
        let question = format!("{} {QUESTION}", poison.text);
        client = holds(client, &poison, async |client| ask(client, &question).await).await;
    }
}

#[tokio::test]
async fn what_an_article_says_to_a_model_is_not_told_to_it() {
    let mut client = Client::on_sqlite().await;
    for poison in poisons(&["article"]) {
        let mut library = content::load(&content_folder()).unwrap();
        let text = library.articles.get_mut("late-parcel").unwrap().texts.get_mut("en").unwrap();
        text.body.insert(0, Node::Paragraph { children: vec![Node::Text { text: poison.text.clone() }] });
        client.backend.publish(library).await.unwrap();
        client = holds(client, &poison, async |client| ask(client, QUESTION).await).await;
    }
}

#[tokio::test]
async fn what_an_order_holds_of_somebodys_words_is_not_told_to_a_model() {
    let mut client = Client::on_sqlite().await;
    demo::fill_at(&client.backend, OffsetDateTime::parse(NOW, &Rfc3339).unwrap()).await.unwrap();
    client.publish(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).await;
    let anna = client.sign_in_as("person-anna").await;
    let question = json!({
        "question": "has my order been shipped, and until when can I report a problem with the parcel?",
        "subject": {"kind": "order", "id": "order-20418"}, "locale": "en",
    });
    for poison in poisons(&["title", "carrier"]) {
        let sql = match poison.place.as_str() {
            "title" => "UPDATE object SET title = $1 WHERE id = 'object-omega-seamaster'",
            _ => "UPDATE purchase_order SET carrier = $1 WHERE id = 'order-20418'",
        };
        sqlx::query(sql).bind(&poison.text).execute(&client.database().await).await.unwrap();
        client = holds(client, &poison, async |client| {
            let path = super::answers::path(&uuid::Uuid::new_v4().to_string());
            client.put_as(&anna, &path, &question.to_string()).await.json()
        })
        .await;
    }
}
