//! People: buyers and sellers.

use sqlx::FromRow;

use super::{Store, StoreError};

/// An account.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct PersonRow {
    pub id: String,
    pub email: String,
    pub display_name: String,
    /// argon2id in PHC form; empty where the person signs in elsewhere.
    pub password_hash: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// With commas between them.
    pub roles: String,
    pub language: String,
    pub support_language: String,
    pub timezone: String,
    pub restrictions: String,
    pub is_professional: i64,
    pub usual_reply_s: i64,
}

/// The columns of a [`PersonRow`], in the table named `person`.
pub(super) const COLUMNS: &str = "person.id, person.email, person.display_name, person.password_hash, \
    person.country, person.roles, person.language, person.support_language, person.timezone, \
    person.restrictions, person.is_professional, person.usual_reply_s";

impl PersonRow {
    /// The roles, one by one.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.roles.split(',').filter(|role| !role.is_empty())
    }

    /// What is not allowed to this account, one by one.
    pub fn restrictions(&self) -> impl Iterator<Item = &str> {
        self.restrictions.split(',').filter(|word| !word.is_empty())
    }
}

/// The form in which addresses are compared.
#[must_use]
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

impl Store {
    /// The account with that address.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn person_by_email(&self, email: &str) -> Result<Option<PersonRow>, StoreError> {
        self.person_where("email_key", &email_key(email)).await
    }

    /// The account with that id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn person(&self, id: &str) -> Result<Option<PersonRow>, StoreError> {
        self.person_where("id", id).await
    }

    async fn person_where(&self, column: &'static str, value: &str) -> Result<Option<PersonRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM person WHERE {column} = $1");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(value).fetch_optional(&self.pool).await?)
    }

    /// Changes what a person may change of their account, unless it has changed since it was read as `known`;
    /// says whether it did.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_person(&self, known: &PersonRow, new: &PersonRow) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE person SET language = $1, support_language = $2, timezone = $3 \
             WHERE id = $4 AND language = $5 AND support_language = $6 AND timezone = $7",
        )
        .bind(&new.language)
        .bind(&new.support_language)
        .bind(&new.timezone)
        .bind(&known.id)
        .bind(&known.language)
        .bind(&known.support_language)
        .bind(&known.timezone)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Adds an account; one with that id stays as it is.
    ///
    /// # Errors
    /// If the database fails, or another account has the address.
    pub async fn add_person(&self, person: &PersonRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO person (id, email, email_key, display_name, password_hash, country, roles, language, \
             support_language, timezone, restrictions, is_professional, usual_reply_s) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (id) DO NOTHING",
        )
        .bind(&person.id)
        .bind(&person.email)
        .bind(email_key(&person.email))
        .bind(&person.display_name)
        .bind(&person.password_hash)
        .bind(&person.country)
        .bind(&person.roles)
        .bind(&person.language)
        .bind(&person.support_language)
        .bind(&person.timezone)
        .bind(&person.restrictions)
        .bind(person.is_professional)
        .bind(person.usual_reply_s)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
