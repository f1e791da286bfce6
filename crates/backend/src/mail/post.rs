//! Brings the mails of the outbox to a mail server, again after a while where it refuses them.

use std::{
    env,
    net::IpAddr,
    str::FromStr,
    time::{Duration, SystemTime},
};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use thiserror::Error;
use tokio::sync::watch;

use crate::{
    state::Backend,
    store::{StoreError, outbox::MailRow},
};

/// Where the mail server is: `smtp://…` or `smtps://…`, with name and password if it wants them.
const URL: &str = "SVAR_SMTP_URL";
/// The address that mails come from; it takes no mail.
const FROM: &str = "SVAR_MAIL_FROM";
/// How long until the outbox is looked into again.
const PAUSE: Duration = Duration::from_secs(2);
/// Mails sent before others are looked for.
const AT_ONCE: i64 = 20;
/// Seconds until the second attempt; each further one waits twice as long, up to [`WAIT_MAX_S`].
const WAIT_S: i64 = 30;
const WAIT_MAX_S: i64 = 3_600;
/// Seconds after which a mail is given up.
const GIVEN_UP_AFTER_S: i64 = 3 * 24 * 3_600;
/// Longest part of a refusal that is kept, in characters.
const ERROR_MAX_CHARS: usize = 500;

/// Why mails cannot be sent at all.
#[derive(Debug, Error)]
pub enum PostError {
    #[error("SVAR_SMTP_URL: {0}")]
    Url(lettre::transport::smtp::Error),
    #[error("SVAR_MAIL_FROM: {0}")]
    From(lettre::address::AddressError),
}

/// Why one mail was not sent.
#[derive(Debug, Error)]
enum Refused {
    #[error("it cannot be addressed: {0}")]
    Address(#[from] lettre::address::AddressError),
    #[error("it cannot be written: {0}")]
    Written(#[from] lettre::error::Error),
    #[error("{0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl Refused {
    /// The server says, or we know, that trying again changes nothing.
    fn is_final(&self) -> bool {
        match self {
            Self::Address(_) | Self::Written(_) => true,
            Self::Server(error) => error.is_permanent(),
        }
    }
}

/// No person wrote it, and no machine shall answer it (RFC 3834, 5).
#[derive(Clone, Copy)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The way to a mail server.
#[derive(Clone)]
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

impl Post {
    /// To the server that the environment names, if it names one.
    ///
    /// # Errors
    /// If what it says cannot be used.
    pub fn from_environment(site_url: &str) -> Result<Option<Self>, PostError> {
        let from = env::var(FROM).unwrap_or_else(|_| usual_sender(site_url));
        env::var(URL).ok().filter(|url| !url.is_empty()).map(|url| Self::new(&url, &from)).transpose()
    }

    /// To the server at `url`, from an address that takes no mail.
    ///
    /// # Errors
    /// If either cannot be used.
    pub fn new(url: &str, from: &str) -> Result<Self, PostError> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(PostError::Url)?.build();
        Ok(Self { server, from: Address::from_str(from).map_err(PostError::From)? })
    }

    async fn send(&self, mail: &MailRow) -> Result<(), Refused> {
        let written_at = Duration::from_secs(u64::try_from(mail.created_at).unwrap_or_default());
        let message = Message::builder()
            .from(Mailbox::new(None, self.from.clone()))
            .to(Mailbox::new(None, Address::from_str(&mail.to_address)?))
            .subject(mail.subject.clone())
            .date(SystemTime::UNIX_EPOCH + written_at)
            .message_id(Some(format!("<{}@{}>", mail.message_id, self.from.domain())))
            .header(AutoSubmitted)
            .singlepart(SinglePart::plain(mail.body.clone()))?;
        self.server.send(message).await?;
        Ok(())
    }
}

/// The address mails come from unless another one is given: the site's host, where nobody reads it.
fn usual_sender(site_url: &str) -> String {
    let authority = site_url.split("://").last().unwrap_or_default().split('/').next().unwrap_or_default();
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    let is_number = host.starts_with('[') || host.parse::<IpAddr>().is_ok();
    format!("no-reply@{}", if is_number || host.is_empty() { "localhost" } else { host })
}

/// Seconds to wait after that many attempts.
fn wait_s(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts - 1).unwrap_or_default();
    WAIT_S.saturating_mul(2_i64.saturating_pow(doublings)).min(WAIT_MAX_S)
}

/// Sends what is due, and says how many mails went.
///
/// # Errors
/// If the database fails.
pub async fn deliver_due(backend: &Backend, post: &Post) -> Result<usize, StoreError> {
    let mut sent = 0;
    for mail in backend.store.mails_due(backend.clock.seconds(), AT_ONCE).await? {
        if !backend.store.take_mail(&mail, backend.clock.seconds()).await? {
            continue;
        }
        let outcome = post.send(&mail).await;
        let now = backend.clock.seconds();
        match outcome {
            Ok(()) => {
                backend.store.mail_was_sent(&mail.id, now).await?;
                sent += 1;
            }
            Err(refused) => {
                let is_over = refused.is_final() || now - mail.created_at >= GIVEN_UP_AFTER_S;
                let next = if is_over { 0 } else { now + wait_s(mail.attempts + 1) };
                let error: String = refused.to_string().chars().take(ERROR_MAX_CHARS).collect();
                tracing::warn!(mail = mail.id, is_over, "a mail was not sent");
                backend.store.mail_was_not_sent(&mail.id, &error, next).await?;
            }
        }
    }
    Ok(sent)
}

/// Sends mails until it is asked to stop.
pub async fn deliver(backend: Backend, post: Post, mut stopping: watch::Receiver<bool>) {
    loop {
        if let Err(error) = deliver_due(&backend, &post).await {
            tracing::error!(%error, "the outbox cannot be read");
        }
        tokio::select! {
            // An error says that the sender is gone, which is a reason to stop, too.
            _ = stopping.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_come_from_the_site() {
        for (name, site_url, expected) in [
            ("site", "https://support.example.org", "no-reply@support.example.org"),
            ("with_port", "https://support.example.org:8443", "no-reply@support.example.org"),
            ("own_machine", "http://localhost:8080", "no-reply@localhost"),
            ("number", "http://127.0.0.1:8080", "no-reply@localhost"),
            ("long_number", "http://[::1]:8080", "no-reply@localhost"),
        ] {
            assert_eq!(usual_sender(site_url), expected, "{name}");
        }
    }

    #[test]
    fn each_attempt_waits_longer() {
        for (attempts, expected) in [(1, 30), (2, 60), (3, 120), (7, 1_920), (8, 3_600), (100, 3_600)] {
            assert_eq!(wait_s(attempts), expected, "{attempts}");
        }
    }
}
