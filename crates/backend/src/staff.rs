//! Who works at the desk: added by whoever runs the backend, or made up for the demonstration.

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

use thiserror::Error;
use uuid::Uuid;

use crate::{
    mail, password, serve,
    store::{Store, StoreError, staff::StaffRow},
};

/// Fewest characters of a password.
const PASSWORD_MIN: usize = 12;
/// The demonstration's team: id, name, address. Their password is no secret.
const DEMO: [(&str, &str, &str); 2] =
    [("staff-maja", "Maja", "maja@svar.example"), ("staff-tomas", "Tomas", "tomas@svar.example")];
const DEMO_PASSWORD: &str = "svar-desk-2026";

/// Why somebody could not be added.
#[derive(Debug, Error)]
pub enum StaffError {
    #[error("`{0}` is not written like an e-mail address")]
    Address(String),
    #[error("a name has at least one character")]
    Name,
    #[error("a password has {PASSWORD_MIN} to {} characters; it is the first line of the input", password::MAX_CHARS)]
    Password,
    #[error("somebody has the address {0} already")]
    Taken(String),
    #[error("the password could not be read: {0}")]
    Input(#[from] io::Error),
    #[error(transparent)]
    Hash(#[from] password::PasswordError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adds a member of the team.
///
/// # Errors
/// If they cannot be, with a sentence for whoever tried.
pub async fn add(store: &Store, name: &str, email: &str, password: &str) -> Result<(), StaffError> {
    if !mail::is_address(email) {
        return Err(StaffError::Address(email.to_owned()));
    }
    if name.trim().is_empty() {
        return Err(StaffError::Name);
    }
    if !(PASSWORD_MIN..=password::MAX_CHARS).contains(&password.chars().count()) {
        return Err(StaffError::Password);
    }
    let staff = StaffRow {
        id: Uuid::now_v7().to_string(),
        email: email.to_owned(),
        display_name: name.trim().to_owned(),
        password_hash: password::hash(password.to_owned()).await?,
    };
    if store.add_staff(&staff).await? { Ok(()) } else { Err(StaffError::Taken(email.to_owned())) }
}

/// Adds the demonstration's team, where it is not there.
///
/// # Errors
/// If the database fails.
pub async fn add_demo(store: &Store) -> Result<(), StaffError> {
    let password_hash = password::hash(DEMO_PASSWORD.to_owned()).await?;
    for (id, name, email) in DEMO {
        let staff = StaffRow {
            id: id.to_owned(),
            email: email.to_owned(),
            display_name: name.to_owned(),
            password_hash: password_hash.clone(),
        };
        store.add_staff(&staff).await?;
    }
    Ok(())
}

/// Adds a member of the team, whose password is the first line of the input.
#[must_use]
pub fn add_from_input(name: &str, email: &str, database: &str) -> ExitCode {
    let added = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(StaffError::from)
        .and_then(|runtime| runtime.block_on(read_and_add(name, email, database)));
    match added {
        Ok(()) => match writeln!(io::stdout(), "{email} can sign in at /desk.") {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => serve::failed(&error),
    }
}

async fn read_and_add(name: &str, email: &str, database: &str) -> Result<(), StaffError> {
    let mut password = String::new();
    io::stdin().lock().read_line(&mut password)?;
    let store = Store::open(database).await?;
    let added = add(&store, name, email, password.trim_end_matches(['\r', '\n'])).await;
    store.close().await;
    added
}
