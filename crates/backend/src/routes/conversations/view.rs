//! A conversation as one of those who take part in it sees it.

use contract::{Author, AuthorKind, Conversation, DeadlineThen};

use super::{super::cases::moment, Own};
use crate::{
    problem::Refusal,
    state::Backend,
    store::{
        conversations::{ConversationRow, MessageRow, Stretch},
        people::PersonRow,
        seller::SellerConversationRow,
    },
};

/// The conversation with its last message.
pub(super) async fn shown(backend: &Backend, person: &PersonRow, own: Own) -> Result<Conversation, Refusal> {
    let me = Author {
        kind: own.part_of(person).to_owned().into(),
        id: person.id.clone(),
        display_name: person.display_name.clone(),
    };
    let shown = match own {
        Own::Support(row) => with_support(row, me),
        Own::Seller(row) => with_other_side(backend, row, me).await?,
    };
    let last = backend.store.messages(&shown.id, Stretch::Before(i64::MAX), 1).await?.pop();
    Ok(Conversation { last_message: last.map(MessageRow::message).transpose()?, ..shown })
}

fn with_support(row: ConversationRow, me: Author) -> Conversation {
    let is_open = rules::case::is_open(&row.state.clone().into());
    let support = Author { kind: AuthorKind::Support, id: String::new(), display_name: String::new() };
    Conversation {
        id: row.id,
        kind: row.kind,
        subject: row.subject_line,
        order_id: Some(row.order_id).filter(|id| !id.is_empty()),
        case_id: Some(row.case_id),
        state: if is_open { "open" } else { "closed" }.to_owned(),
        can_post: is_open,
        participants: vec![me, support],
        last_message: None,
        respond_by: None,
        then: None,
        escalation: None,
        unread: u32::try_from(row.unread).unwrap_or_default(),
        seq: u64::try_from(row.seq).unwrap_or_default(),
    }
}

/// What the other side has made of it is not told.
async fn with_other_side(backend: &Backend, row: SellerConversationRow, me: Author) -> Result<Conversation, Refusal> {
    let is_buyer = row.buyer_id == me.id;
    let (other_id, kind) = match is_buyer {
        true => (&row.seller_id, AuthorKind::Seller),
        false => (&row.buyer_id, AuthorKind::Buyer),
    };
    let party = backend.store.parties(&[other_id]).await?.remove(other_id).unwrap_or_default();
    let other = Author { kind, id: other_id.clone(), display_name: party.display_name };
    let standing = row.standing();
    // A buyer who has turned to support waits for the seller no longer.
    let due = standing.respond_by.filter(|_| !(is_buyer && standing.has_case));
    Ok(Conversation {
        kind: "seller".to_owned(),
        subject: row.order_number,
        order_id: Some(row.order_id),
        case_id: Some(row.case_id).filter(|id| !id.is_empty()),
        state: "open".to_owned(),
        can_post: true,
        participants: vec![me, other],
        last_message: None,
        respond_by: due.map(moment).transpose()?,
        then: due.map(|_| DeadlineThen::CaseAllowed),
        escalation: rules::seller::escalation(is_buyer, standing, backend.clock.seconds()),
        unread: u32::try_from(row.unread).unwrap_or_default(),
        seq: u64::try_from(row.seq).unwrap_or_default(),
        id: row.id,
    })
}
