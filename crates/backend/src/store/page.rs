//! Pages of a list by key: a cursor says after or before which key, in which order.

use crate::hashing;

/// The orders that articles are listed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Title,
    MostAsked,
    /// Of a person's own things; articles are not listed like this.
    Newest,
}

impl Sort {
    /// Those of articles.
    pub const ALL: [Self; 2] = [Self::Title, Self::MostAsked];

    /// Its name in requests and in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::MostAsked => "most_asked",
            Self::Newest => "newest",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// Which way a cursor leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    Next,
    Previous,
}

/// A place in a list; written down it is opaque to clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub towards: Towards,
    pub sort: Sort,
    pub key: String,
}

const KEY_MAX: usize = 2_000;

impl Cursor {
    /// The cursor as clients carry it.
    #[must_use]
    pub fn write(&self) -> String {
        let towards = if self.towards == Towards::Next { 'n' } else { 'p' };
        let sort = match self.sort {
            Sort::Title => 't',
            Sort::MostAsked => 'm',
            Sort::Newest => 'd',
        };
        format!("{towards}{sort}{}", self.key)
    }

    /// Reads what [`Cursor::write`] wrote, and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let towards = match letters.next()? {
            'n' => Towards::Next,
            'p' => Towards::Previous,
            _ => return None,
        };
        let sort = match letters.next()? {
            't' => Sort::Title,
            'm' => Sort::MostAsked,
            'd' => Sort::Newest,
            _ => return None,
        };
        let key = letters.as_str();
        let is_key = key.len() <= KEY_MAX
            && key.len().is_multiple_of(2)
            && !key.is_empty()
            && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_key.then(|| Self { towards, sort, key: key.to_owned() })
    }
}

/// A page with the cursors that lead on from it and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
    pub previous: Option<String>,
}

/// Makes a page of `limit` rows out of those that were found, one more than `limit` if there are more, in the order
/// in which they were looked for.
pub fn cut<T>(
    mut rows: Vec<T>,
    limit: u32,
    towards: Towards,
    has_cursor: bool,
    key: impl Fn(&T, Towards) -> Cursor,
) -> Cut<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    if towards == Towards::Previous {
        rows.reverse();
    }
    let came_from = has_cursor && !rows.is_empty();
    let (has_next, has_previous) = match towards {
        Towards::Next => (has_more, came_from),
        Towards::Previous => (came_from, has_more),
    };
    let next = rows.last().filter(|_| has_next).map(|row| key(row, Towards::Next).write());
    let previous = rows.first().filter(|_| has_previous).map(|row| key(row, Towards::Previous).write());
    Cut { items: rows, next, previous }
}

/// A sort key: orders as its parts do, whatever the database's collation.
#[must_use]
pub fn key(parts: &[&str]) -> String {
    let joined = parts.join("\0");
    hashing::hex(joined.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        for (name, cursor) in [
            ("on", Cursor { towards: Towards::Next, sort: Sort::Title, key: key(&["a", "b"]) }),
            ("newest", Cursor { towards: Towards::Next, sort: Sort::Newest, key: key(&["9", "b"]) }),
            ("back", Cursor { towards: Towards::Previous, sort: Sort::MostAsked, key: key(&["å"]) }),
        ] {
            assert_eq!(Cursor::read(&cursor.write()), Some(cursor), "{name}");
        }
    }

    #[test]
    fn a_shorter_title_comes_before_one_that_goes_on() {
        assert!(key(&["refund", "z"]) < key(&["refunds", "a"]));
    }
}
