//! Mails on their way to a mail server.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use backend::{
    mail::{
        Mail,
        post::{Post, deliver_due},
    },
    store::outbox::MailRow,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use super::client::{Client, on_each_database};

/// A mail server that refuses as it is told, and keeps what it takes.
#[derive(Clone, Default)]
struct Server {
    refusals: Arc<Mutex<VecDeque<&'static str>>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(&self) -> Post {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(server.clone().speak(stream));
            }
        });
        Post::new(&format!("smtp://127.0.0.1:{port}"), "no-reply@svar.example").unwrap()
    }

    async fn speak(self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 svar.example\r\n").await.unwrap();
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or_default() == 0 {
                return;
            }
            let answer = match line.get(..4).unwrap_or_default() {
                "RCPT" => self.refusals.lock().unwrap().pop_front().unwrap_or("250 ok").to_owned(),
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await.unwrap();
                    let mut text = String::new();
                    while !text.ends_with("\r\n.\r\n") {
                        stream.read_line(&mut text).await.unwrap();
                    }
                    self.taken.lock().unwrap().push(text);
                    "250 taken".to_owned()
                }
                "QUIT" => "221 bye".to_owned(),
                _ => "250 ok".to_owned(),
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
        }
    }

    fn refuse(&self, answers: &[&'static str]) {
        self.refusals.lock().unwrap().extend(answers);
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

async fn put(client: &Client, message_id: &str, has_secret: bool) {
    let mail = Mail {
        message_id: message_id.to_owned(),
        to: "anna@example.com".to_owned(),
        subject: "Ärende SC-10001".to_owned(),
        body: "Follow http://127.0.0.1:8080/sv/cases/1\n".to_owned(),
        has_secret,
        created_at: client.backend.clock.seconds(),
    };
    client.backend.store.put_lone_mail(&mail).await.unwrap();
}

async fn newest(client: &Client) -> MailRow {
    client.backend.store.mails(1).await.unwrap().remove(0)
}

#[tokio::test]
async fn a_mail_says_that_nobody_reads_answers() {
    on_each_database(async |client| {
        let server = Server::default();
        let post = server.start().await;
        put(&client, "case-received.1", false).await;
        assert_eq!(deliver_due(&client.backend, &post).await.unwrap(), 1);
        let [text] = &server.taken()[..] else { panic!("one mail: {:?}", server.taken()) };
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        for line in [
            "From: no-reply@svar.example",
            "To: anna@example.com",
            "Auto-Submitted: auto-generated",
            "Message-ID: <case-received.1@svar.example>",
            "Subject: =?utf-8?b?w4RyZW5kZQ==?= SC-10001",
            "Content-Type: text/plain; charset=utf-8",
        ] {
            assert!(head.lines().any(|found| found == line), "{line} in\n{head}");
        }
        assert!(head.contains("Date: Sun, 22 Nov 2026 12:00:"), "{head}");
        assert!(!head.to_lowercase().contains("reply-to"), "{head}");
        assert_eq!(body, "Follow http://127.0.0.1:8080/sv/cases/1\r\n\r\n\r\n.\r\n");
        let mail = newest(&client).await;
        assert_eq!((mail.attempts, mail.next_attempt_at, mail.last_error.as_str()), (1, 0, ""));
        assert!(mail.sent_at > 0 && !mail.body.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_same_word_is_written_and_sent_once() {
    on_each_database(async |mut client| {
        let server = Server::default();
        let post = server.start().await;
        put(&client, "case-received.1", false).await;
        put(&client, "case-received.1", false).await;
        for _ in 0..3 {
            deliver_due(&client.backend, &post).await.unwrap();
            client.later(7_200);
        }
        assert_eq!(server.taken().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_was_refused_is_sent_later() {
    on_each_database(async |mut client| {
        let server = Server::default();
        let post = server.start().await;
        server.refuse(&["451 try later", "421 not now"]);
        put(&client, "case-received.1", false).await;
        for (name, wait, sent, attempts) in [
            ("refused", 0, 0, 1),
            ("too_early", 25, 0, 1),
            ("refused_again", 5, 0, 2),
            ("too_early_again", 50, 0, 2),
            ("taken", 10, 1, 3),
            ("nothing_more", 7_200, 0, 3),
        ] {
            client.later(wait);
            assert_eq!(deliver_due(&client.backend, &post).await.unwrap(), sent, "{name}");
            let mail = newest(&client).await;
            assert_eq!(mail.attempts, attempts, "{name}");
            assert_eq!(mail.last_error.is_empty(), sent == 1 || name == "nothing_more", "{name}: {}", mail.last_error);
        }
        assert_eq!(server.taken().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_for_good_stays_in_the_outbox() {
    on_each_database(async |mut client| {
        let server = Server::default();
        let post = server.start().await;
        server.refuse(&["550 nobody here"]);
        put(&client, "case-received.1", false).await;
        for _ in 0..2 {
            assert_eq!(deliver_due(&client.backend, &post).await.unwrap(), 0);
            client.later(7_200);
        }
        let mail = newest(&client).await;
        assert_eq!((mail.attempts, mail.sent_at, mail.next_attempt_at), (1, 0, 0));
        assert!(mail.last_error.contains("nobody here"), "{}", mail.last_error);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_away_is_asked_for_three_days() {
    on_each_database(async |mut client| {
        let post = Post::new("smtp://127.0.0.1:1", "no-reply@svar.example").unwrap();
        put(&client, "case-received.1", false).await;
        deliver_due(&client.backend, &post).await.unwrap();
        assert!(newest(&client).await.next_attempt_at > 0);
        client.later(3 * 24 * 3_600);
        deliver_due(&client.backend, &post).await.unwrap();
        assert_eq!(newest(&client).await.next_attempt_at, 0);
    })
    .await;
}

#[tokio::test]
async fn two_processes_send_a_mail_once() {
    on_each_database(async |client| {
        let server = Server::default();
        let post = server.start().await;
        for number in 0..10 {
            put(&client, &format!("case-received.{number}"), false).await;
        }
        let (one, other) = tokio::join!(deliver_due(&client.backend, &post), deliver_due(&client.backend, &post));
        assert_eq!(one.unwrap() + other.unwrap(), 10);
        assert_eq!(server.taken().len(), 10);
    })
    .await;
}

#[tokio::test]
async fn a_mail_whose_process_died_is_taken_up() {
    on_each_database(async |mut client| {
        let server = Server::default();
        let post = server.start().await;
        put(&client, "case-received.1", false).await;
        let mail = newest(&client).await;
        assert!(client.backend.store.take_mail(&mail, client.backend.clock.seconds()).await.unwrap());
        assert_eq!(deliver_due(&client.backend, &post).await.unwrap(), 0);
        client.later(121);
        assert_eq!(deliver_due(&client.backend, &post).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_one_time_link_is_forgotten_once_it_is_sent() {
    on_each_database(async |client| {
        let server = Server::default();
        let post = server.start().await;
        put(&client, "sign-in-help.1", true).await;
        deliver_due(&client.backend, &post).await.unwrap();
        assert_eq!(newest(&client).await.body, "");
        assert!(server.taken()[0].contains("Follow http"));
    })
    .await;
}
