//! People without an account and support: a case at the desk, answers by e-mail, and the way on.

use serde_json::{Value, json};

use super::{
    client::{Client, on_each_database},
    desk::{AtDesk, at_desk, place},
};

const EMAIL: &str = "someone@example.com";
const WORDS: &str = "Quokka zeppelin: my <i>password</i> does not work";

/// Asks by way of the sign-in page, follows the link, and gives the case's number.
async fn ask(client: &Client, email: &str, words: &str, locale: &str) -> String {
    let body = json!({"email": email, "question": words, "locale": locale}).to_string();
    assert_eq!(client.post_json("/api/v1/session/help", &[], &body).await.status.as_u16(), 202);
    let mail = client.backend.store.mails(1).await.unwrap().remove(0);
    let token = mail.body.split_once('#').unwrap().1.trim().to_owned();
    let body = json!({"token": token}).to_string();
    let answer = client.post_json("/api/v1/session/help/confirmation", &[], &body).await;
    answer.json()["number"].as_str().unwrap_or_else(|| panic!("{}", answer.text())).to_owned()
}

/// The case with that number, as far as the desk's pages need it.
async fn case(client: &Client, number: &str) -> Value {
    let (id,): (String,) = sqlx::query_as("SELECT id FROM support_case WHERE number = $1")
        .bind(number.trim_start_matches("SC-").parse::<i64>().unwrap())
        .fetch_one(&client.database().await)
        .await
        .unwrap();
    json!({"id": id})
}

/// Subject and body of the newest mail, and to whom it goes.
async fn newest(client: &Client) -> (String, String, String) {
    let mail = client.backend.store.mails(1).await.unwrap().remove(0);
    (mail.subject, mail.body, mail.to_address)
}

async fn page(client: &Client, maja: &AtDesk, number: &str) -> String {
    maja.get(client, &place(&case(client, number).await)).await.text()
}

#[tokio::test]
async fn the_desk_sees_a_confirmed_address() {
    on_each_database(async |client| {
        let number = ask(&client, EMAIL, WORDS, "sv").await;
        let maja = at_desk(&client).await;
        let queue = maja.get(&client, "/desk").await.text();
        assert!(queue.contains(&number) && queue.contains("no account") && queue.contains("sign in help"), "{queue}");
        let page = page(&client, &maja, &number).await;
        for part in [
            "Quokka zeppelin: my &lt;i&gt;password&lt;/i&gt; does not work",
            "Confirmed address",
            EMAIL,
            "Somebody without an account",
            "(reads the site in Swedish)",
            "Nothing but their words.",
            "your answer goes to their address",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_goes_to_the_address_with_supports_words_alone() {
    on_each_database(async |client| {
        let number = ask(&client, EMAIL, WORDS, "sv").await;
        let link = "http://127.0.0.1:8080/sv/sign-in/help";
        let received = newest(&client).await;
        assert_eq!(received.0, "Case SC-10001 without an account (sv)");
        assert_eq!((received.1, received.2), (format!("Received. {link}\n"), EMAIL.to_owned()));
        let maja = at_desk(&client).await;
        let case = case(&client, &number).await;
        maja.reply(&client, &case, "Which {link} do you see?\n\nAnd {number}?", "wait").await;
        let expected = format!("Which {{link}} do you see?\n\nAnd {{number}}?\nGo on: {link}\n");
        assert_eq!(newest(&client).await, ("Case SC-10001 answered (sv)".to_owned(), expected, EMAIL.to_owned()));
        maja.reply(&client, &case, "It works now.", "close").await;
        let expected = format!("It works now.\nGo on: {link}\n");
        let subject = "Case SC-10001 answered and closed (sv)".to_owned();
        assert_eq!(newest(&client).await, (subject, expected, EMAIL.to_owned()));
        for mail in client.backend.store.mails(10).await.unwrap() {
            let whole = format!("{} {}", mail.subject, mail.body).to_lowercase();
            assert!(!whole.contains("quokka") && !whole.contains("zeppelin") && !whole.contains("@"), "{whole}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_again_goes_on_in_the_open_case() {
    on_each_database(async |client| {
        let number = ask(&client, EMAIL, WORDS, "en").await;
        let maja = at_desk(&client).await;
        let first = case(&client, &number).await;
        maja.reply(&client, &first, "Which browser?", "wait").await;
        assert!(maja.get(&client, "/desk?turn=requester").await.text().contains(&number));
        assert_eq!(ask(&client, EMAIL, "The <b>blue</b> one.", "en").await, number);
        let page = page(&client, &maja, &number).await;
        assert!(page.contains("The &lt;b&gt;blue&lt;/b&gt; one.") && page.contains("In review"), "{page}");
        assert!(maja.get(&client, "/desk").await.text().contains(&number), "it is support's turn again");
        assert_eq!(ask(&client, "other@example.com", "Mine.", "en").await, "SC-10002", "another address");
        assert!(!page.contains("Mine."));
        maja.reply(&client, &first, "Done.", "close").await;
        assert_eq!(ask(&client, EMAIL, "Something else.", "en").await, "SC-10003", "a closed case stays closed");
    })
    .await;
}

#[tokio::test]
async fn an_account_with_the_same_address_is_another_person() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let own = super::asking::opened(&client, &anna, "Where is it?").await;
        assert_eq!(ask(&client, "anna@example.com", "I cannot sign in.", "en").await, "SC-10002");
        let path = format!("/api/v1/conversations/{}", own["conversation_id"].as_str().unwrap());
        assert_eq!(client.get_as(&anna, &path).await.json()["seq"], 1, "nothing joined the case of the account");
        assert_eq!(client.get_as(&anna, "/api/v1/cases").await.each("/number"), ["SC-10001"]);
    })
    .await;
}

#[tokio::test]
async fn an_address_has_no_log_of_events() {
    on_each_database(async |client| {
        let number = ask(&client, EMAIL, WORDS, "en").await;
        let maja = at_desk(&client).await;
        maja.reply(&client, &case(&client, &number).await, "Which browser?", "wait").await;
        let (events,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM event_log").fetch_one(&client.database().await).await.unwrap();
        assert_eq!(events, 0);
    })
    .await;
}
