//! Which orders are asked for.

use contract::{LIST_MAX_LIMIT, OrderState, QUERY_MAX_CHARS};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    folding,
    problem::{Reason, Refusal},
    store::{
        orders::{OrderPage, Whose},
        page::{Cursor, Sort},
        people::PersonRow,
    },
};

/// Orders on a page if the asker does not say.
const LIMIT: u32 = 20;

/// Which orders are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OrderParams {
    /// `buyer` or `seller`; usually `buyer` for somebody who is one.
    role: Option<String>,
    /// A state of the contract.
    state: Option<String>,
    /// Words, at most 200 characters: orders whose number and titles hold them all, without regard to accents.
    q: Option<String>,
    /// From `next_cursor` or `prev_cursor` of the same list.
    cursor: Option<String>,
    /// 1 to 100; usually 20.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

impl OrderParams {
    /// The page of a person's orders that is meant.
    pub fn page<'a>(&'a self, person: &'a PersonRow) -> Result<OrderPage<'a>, Refusal> {
        Ok(OrderPage {
            person_id: &person.id,
            whose: self.whose(person)?,
            state: self.state()?,
            words: self.words()?,
            cursor: self.cursor()?,
            limit: self.limit()?,
        })
    }

    fn whose(&self, person: &PersonRow) -> Result<Whose, Refusal> {
        let is_seller_alone = person.roles().any(|role| role == "seller") && person.roles().all(|role| role != "buyer");
        match self.role.as_deref() {
            Some("buyer") => Ok(Whose::Buyers),
            Some("seller") => Ok(Whose::Sellers),
            None if is_seller_alone => Ok(Whose::Sellers),
            None => Ok(Whose::Buyers),
            Some(_) => Err(Reason::ParameterInvalid.at("role", "unknown", "`role` is `buyer` or `seller`.")),
        }
    }

    fn state(&self) -> Result<Option<&str>, Refusal> {
        let refused = || Reason::ParameterInvalid.at("state", "unknown", "`state` is one of the contract's.");
        let is_known = |state: &&str| OrderState::KNOWN.contains(state);
        self.state.as_deref().map(|state| Some(state).filter(is_known).ok_or_else(refused)).transpose()
    }

    fn words(&self) -> Result<Vec<String>, Refusal> {
        let asked = self.q.as_deref().unwrap_or_default();
        if asked.chars().count() > QUERY_MAX_CHARS {
            return Err(Reason::ParameterInvalid.at("q", "length", "`q` has at most 200 characters."));
        }
        // A zero byte is in no title, and PostgreSQL takes it in no text.
        let words = asked.split(|letter: char| letter.is_whitespace() || letter.is_control());
        Ok(words.map(folding::folded).filter(|word| !word.is_empty()).collect())
    }

    fn cursor(&self) -> Result<Option<Cursor>, Refusal> {
        let read = |text| {
            let cursor = Cursor::read(text).filter(|cursor| cursor.sort == Sort::Newest);
            cursor.ok_or(Reason::CursorInvalid.refusal())
        };
        self.cursor.as_deref().map(read).transpose()
    }

    fn limit(&self) -> Result<u32, Refusal> {
        let refused = || Reason::ParameterInvalid.at("limit", "out_of_range", "`limit` is a number from 1 to 100.");
        let read = |text: &str| text.parse().ok().filter(|limit| (1..=LIST_MAX_LIMIT).contains(limit));
        self.limit.as_deref().map_or(Ok(LIMIT), |text| read(text).ok_or_else(refused))
    }
}
