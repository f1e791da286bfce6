//! Mails that tell one side of an order that the other has written: the order's number and the way there, and none of
//! what was written.

use crate::{
    content::MailText,
    mail::{self, Mail, Occasion},
    state::Backend,
    store::people::PersonRow,
};

/// What a mail tells of.
#[derive(Clone, Copy, Debug)]
pub struct Wrote<'a> {
    pub is_by_buyer: bool,
    pub conversation_id: &'a str,
    /// The message's.
    pub client_id: &'a str,
    pub order_id: &'a str,
    pub order_number: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

/// The mail to the other side.
#[must_use]
pub fn wrote(backend: &Backend, to: &PersonRow, wrote: Wrote<'_>) -> Mail {
    let published = backend.published();
    let locale = published.as_ref().map_or("", |published| published.nearest(Some(&to.language)));
    let texts = published.as_ref().and_then(|published| published.mail(&to.language));
    let empty = MailText::default();
    let text = texts.map_or(&empty, |texts| if wrote.is_by_buyer { &texts.buyer_wrote } else { &texts.seller_wrote });
    let occasion = Occasion {
        message_id: &format!("order-message.{}.{}", wrote.conversation_id, wrote.client_id),
        to: &to.email,
        link: &format!("{}/{locale}/orders/{}", backend.site_url, wrote.order_id),
        number: wrote.order_number,
        words: "",
        now: wrote.now,
    };
    mail::written(text, &occasion)
}
