//! All conversations of a person.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Conversation, List, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    super::{answer, auth::SignedIn, help::limit, request::Params},
    Own, view,
};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
    store::page::{Cursor, Sort, Towards, cut, key},
};

/// Which conversations are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ConversationListParams {
    /// `seller` or `support`.
    kind: Option<String>,
    /// Those about this order.
    order_id: Option<String>,
    /// From `next_cursor` or `prev_cursor` of the same list.
    cursor: Option<String>,
    /// 1 to 100; usually 20.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A page of one's own conversations, the one that began last first.
#[utoipa::path(get, path = routes::CONVERSATIONS, context_path = routes::BASE, tag = "conversations",
    params(ConversationListParams), responses(
    (status = 200, description = "Here it is.", body = List<Conversation>),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn conversations(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    Params(params): Params<ConversationListParams>,
) -> Result<Response, Refusal> {
    let cursor = |text| {
        let cursor = Cursor::read(text).filter(|cursor| cursor.sort == Sort::Newest);
        cursor.ok_or(Reason::CursorInvalid.refusal())
    };
    let cursor = params.cursor.as_deref().map(cursor).transpose()?;
    let limit = limit(params.limit.as_deref())?;
    let kind = params.kind.as_deref().unwrap_or_default();
    if !matches!(kind, "" | "seller" | "support") {
        return Err(Reason::ParameterInvalid.at("kind", "unknown", "`kind` is `seller` or `support`."));
    }
    let mut all = all(&backend, &signed_in.person().id, kind).await?;
    if let Some(order_id) = &params.order_id {
        all.retain(|own| own.order_id() == order_id);
    }
    let towards = cursor.as_ref().map_or(Towards::Next, |cursor| cursor.towards);
    let mut rows: Vec<Own> = match (&cursor, towards) {
        (None, _) => all,
        (Some(cursor), Towards::Next) => all.into_iter().filter(|own| own.key() > cursor.key).collect(),
        (Some(cursor), Towards::Previous) => all.into_iter().filter(|own| own.key() < cursor.key).rev().collect(),
    };
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1));
    let place = |own: &Own, towards| Cursor { towards, sort: Sort::Newest, key: own.key() };
    let page = cut(rows, limit, towards, cursor.is_some(), place);
    let mut items: Vec<Conversation> = Vec::new();
    for own in page.items {
        items.push(view::shown(&backend, signed_in.person(), own).await?);
    }
    answer::fresh(&List { items, next_cursor: page.next, prev_cursor: page.previous })
}

/// All of a kind in their order; of every kind where it is empty.
async fn all(backend: &Backend, person_id: &str, kind: &str) -> Result<Vec<Own>, Refusal> {
    let mut all = Vec::new();
    if kind != "support" {
        all.extend(backend.store.seller_conversations(person_id).await?.into_iter().map(Own::Seller));
    }
    if kind != "seller" {
        all.extend(backend.store.conversations(person_id).await?.into_iter().map(Own::Support));
    }
    all.sort_by_key(Own::key);
    Ok(all)
}

impl Own {
    fn order_id(&self) -> &str {
        match self {
            Self::Support(row) => &row.order_id,
            Self::Seller(row) => &row.order_id,
        }
    }

    /// The later it began, the smaller.
    fn key(&self) -> String {
        let (begun_at, id) = match self {
            Self::Support(row) => (row.opened_at, &row.id),
            Self::Seller(row) => (row.begun_at, &row.id),
        };
        key(&[&format!("{:019}", i64::MAX - begun_at), id])
    }
}
