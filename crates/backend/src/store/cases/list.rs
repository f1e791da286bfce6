//! A person's own cases, the newest first.

use contract::List;

use super::{COLUMNS, CaseRow};
use crate::store::{Store, StoreError, page::Towards};

/// A place in the list: after or before which number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseCursor {
    pub towards: Towards,
    pub number: i64,
}

impl CaseCursor {
    /// The cursor as clients carry it.
    #[must_use]
    pub fn write(self) -> String {
        let towards = if self.towards == Towards::Next { 'n' } else { 'p' };
        format!("{towards}{}", self.number)
    }

    /// Reads what [`CaseCursor::write`] wrote, and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (towards, number) = text.split_at_checked(1)?;
        let towards = match towards {
            "n" => Towards::Next,
            "p" => Towards::Previous,
            _ => return None,
        };
        let cursor = Self { towards, number: number.parse().ok()? };
        (cursor.write() == text).then_some(cursor)
    }
}

/// Which of a person's cases are wanted. Empty words ask for all.
#[derive(Clone, Debug, Default)]
pub struct CasePage<'a> {
    pub person_id: &'a str,
    /// `support`, `requester` or `none`.
    pub turn: &'a str,
    pub state: &'a str,
    /// In small letters without accents.
    pub words: &'a str,
    pub cursor: Option<CaseCursor>,
    pub limit: u32,
}

const WHERE: &str = "person_id = $1 AND ($2 = '' OR turn = $3) AND ($4 = '' OR state = $5) \
    AND search_text LIKE $6 ESCAPE '!'";

impl Store {
    /// One page of a person's cases.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cases(&self, page: &CasePage<'_>) -> Result<List<CaseRow>, StoreError> {
        let towards = page.cursor.map_or(Towards::Next, |cursor| cursor.towards);
        let beyond = page.cursor.map_or(i64::MAX, |cursor| cursor.number);
        let (side, order) = if towards == Towards::Next { ("<", "DESC") } else { (">", "ASC") };
        let question = format!(
            "SELECT {COLUMNS} FROM support_case WHERE {WHERE} AND number {side} $7 ORDER BY number {order} LIMIT $8"
        );
        let mut rows: Vec<CaseRow> = sqlx::query_as(sqlx::AssertSqlSafe(question))
            .bind(page.person_id)
            .bind(page.turn)
            .bind(page.turn)
            .bind(page.state)
            .bind(page.state)
            .bind(containing(page.words))
            .bind(beyond)
            .bind(i64::from(page.limit) + 1)
            .fetch_all(&self.pool)
            .await?;
        let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        if towards == Towards::Previous {
            rows.reverse();
        }
        let came_from = page.cursor.is_some() && !rows.is_empty();
        let (has_next, has_previous) = match towards {
            Towards::Next => (has_more, came_from),
            Towards::Previous => (came_from, has_more),
        };
        let cursor = |towards, row: Option<&CaseRow>| row.map(|row| CaseCursor { towards, number: row.number }.write());
        Ok(List {
            next_cursor: cursor(Towards::Next, rows.last()).filter(|_| has_next),
            prev_cursor: cursor(Towards::Previous, rows.first()).filter(|_| has_previous),
            items: rows,
        })
    }
}

/// A pattern that fits what contains the words as they stand.
fn containing(words: &str) -> String {
    let plain = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_in_no_other_way() {
        for (name, text, expected) in [
            ("on", "n10001", Some(CaseCursor { towards: Towards::Next, number: 10_001 })),
            ("back", "p10002", Some(CaseCursor { towards: Towards::Previous, number: 10_002 })),
            ("leading_zero", "n010001", None),
            ("plus", "n+10001", None),
            ("other_letter", "x10001", None),
            ("letter_of_two_bytes", "å10001", None),
            ("no_number", "n", None),
            ("huge", "n99999999999999999999", None),
            ("empty", "", None),
        ] {
            assert_eq!(CaseCursor::read(text), expected, "{name}");
        }
    }

    #[test]
    fn signs_of_patterns_are_letters() {
        assert_eq!(containing("50 % a_b!"), "%50 !% a!_b!!%");
    }
}
