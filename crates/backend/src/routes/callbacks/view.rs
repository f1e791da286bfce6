//! A call back as the person sees it.

use std::collections::BTreeMap;

use contract::{Callback, CallbackState, Interval};

use super::super::cases::moment;
use crate::{
    availability::{slots::SLOT_S, waits},
    phone,
    problem::Refusal,
    state::Backend,
    store::{callbacks::CallbackRow, contact::PHONE},
};

/// Whether it can be moved and cancelled.
pub fn can_change(row: &CallbackRow) -> bool {
    matches!(row.state(), CallbackState::Waiting | CallbackState::Booked)
}

/// What is kept of it, in the contract's words.
pub async fn callback(backend: &Backend, row: &CallbackRow) -> Result<Callback, Refusal> {
    let is_waiting = row.state() == CallbackState::Waiting;
    let (mut position, mut wait_s) = (None, None);
    if is_waiting {
        position = u32::try_from(backend.store.place_in_queue(row).await?).ok();
        let measured = backend.store.waits(PHONE).await?;
        wait_s = waits::range(&measured.into_iter().filter_map(|wait| u64::try_from(wait).ok()).collect::<Vec<_>>());
    }
    let slot = |from: i64| Ok::<_, Refusal>(Interval { from: moment(from)?, to: moment(from + SLOT_S)? });
    Ok(Callback {
        id: row.id.clone(),
        case_id: row.case_id.clone(),
        state: row.state(),
        language: row.language.clone(),
        slot: Some(row.slot_at).filter(|at| *at > 0).map(slot).transpose()?,
        phone_masked: phone::masked(&row.phone),
        position,
        wait_s,
        can_change: can_change(row),
    })
}

/// The newest call back of each case of a person, by the case's id.
pub async fn newest_of(backend: &Backend, person_id: &str) -> Result<BTreeMap<String, Callback>, Refusal> {
    let mut newest = BTreeMap::new();
    for (case_id, row) in backend.store.callbacks_of(person_id).await? {
        newest.insert(case_id, callback(backend, &row).await?);
    }
    Ok(newest)
}
