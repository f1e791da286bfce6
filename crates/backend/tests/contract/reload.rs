//! Changed content.

use std::{fs, path::Path};

use backend::content::watch;
use tempfile::TempDir;
use tokio::time::{Duration, sleep};

use super::client::{Client, content_folder, on_each_database};

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn change(folder: &Path, from: &str, to: &str) {
    let file = folder.join("en/articles/refunds.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from));
    fs::write(file, text.replace(from, to)).unwrap();
}

async fn title(client: &Client) -> String {
    client.get("/api/v1/help/articles/refunds").await.json()["title"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn changed_content_is_used_and_broken_content_is_not() {
    on_each_database(async |client| {
        let folder = TempDir::new().unwrap();
        copy(&content_folder(), folder.path());
        change(folder.path(), "title = \"Refunds\"", "title = \"Getting your money\"");
        watch::reload(&client.backend, folder.path()).await;
        assert_eq!(title(&client).await, "Getting your money");
        assert_eq!(client.get("/api/v1/help/search?q=getting").await.each("/article/slug"), ["refunds"]);
        change(folder.path(), "title = \"Getting your money\"", "title = \"Broken\"\nunknown = 1");
        watch::reload(&client.backend, folder.path()).await;
        assert_eq!(title(&client).await, "Getting your money");
        fs::remove_file(folder.path().join("en/articles/only-english.md")).unwrap();
        change(folder.path(), "\nunknown = 1", "");
        watch::reload(&client.backend, folder.path()).await;
        assert_eq!(title(&client).await, "Broken");
        assert_eq!(client.get("/api/v1/help/articles/only-english").await.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_change_of_a_file_is_noticed() {
    let client = Client::on_sqlite().await;
    let folder = TempDir::new().unwrap();
    copy(&content_folder(), folder.path());
    client.publish(folder.path()).await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let watching = tokio::spawn(watch::follow(client.backend.clone(), folder.path().to_owned(), stopping));
    // The watch begins in its own time; a change is made again until it is seen.
    for attempt in 0..50 {
        let line = |attempt: usize| format!("title = \"Refunds{}\"", "x".repeat(attempt));
        change(folder.path(), &line(attempt), &line(attempt + 1));
        sleep(Duration::from_millis(400)).await;
        if title(&client).await != "Refunds" {
            stop.send(true).unwrap();
            watching.await.unwrap();
            return;
        }
    }
    panic!("the change was not noticed");
}
