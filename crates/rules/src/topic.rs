//! Which topics can be chosen: what content says of each, against the order that somebody asks about.

use contract::{OrderAction, OrderState};

use crate::order::Side;

/// The orders that a topic fits, as content says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fits {
    /// Whether it makes sense without any order.
    pub is_general: bool,
    /// States in which an order's buyer can choose it.
    pub buyer: Vec<OrderState>,
    /// The same for its seller.
    pub seller: Vec<OrderState>,
}

/// What somebody asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// An order, seen from a side.
    Order(Side, &'a OrderState),
    /// No order, from a side if that is known.
    NoOrder(Option<Side>),
}

impl Fits {
    fn states(&self, side: Side) -> &[OrderState] {
        match side {
            Side::Buyer => &self.buyer,
            Side::Seller => &self.seller,
        }
    }

    /// The one side that it is for, if it is not for both.
    #[must_use]
    pub fn only_side(&self) -> Option<Side> {
        match (self.buyer.is_empty(), self.seller.is_empty()) {
            (false, true) => Some(Side::Buyer),
            (true, false) => Some(Side::Seller),
            _ => None,
        }
    }

    /// Whether it is offered. Without an order all topics of a side are, those of orders too: they lead to one.
    #[must_use]
    pub fn is_offered(&self, about: About<'_>) -> bool {
        match about {
            About::Order(side, state) => self.states(side).contains(state),
            About::NoOrder(side) => side.is_none_or(|side| self.only_side().is_none_or(|only| only == side)),
        }
    }

    /// Whether the order's state has closed it. Without an order nothing can.
    #[must_use]
    pub fn is_closed(&self, about: About<'_>) -> bool {
        matches!(about, About::Order(..)) && !self.is_offered(about)
    }
}

/// What of a topic's actions the order allows now, in the topic's order.
#[must_use]
pub fn allowed(of_topic: &[OrderAction], of_order: &[OrderAction]) -> Vec<OrderAction> {
    of_topic.iter().filter(|action| of_order.contains(action)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(is_general: bool, buyer: &[OrderState], seller: &[OrderState]) -> Fits {
        Fits { is_general, buyer: buyer.to_vec(), seller: seller.to_vec() }
    }

    #[test]
    fn the_orders_state_decides() {
        use {About::NoOrder, About::Order, Side::Buyer, Side::Seller};
        let paid = [OrderState::Paid];
        let shipped = OrderState::Shipped;
        let of_buyer = fits(false, &paid, &[]);
        let of_both = fits(false, &paid, &paid);
        let general = fits(true, &[], &[]);
        for (name, fits, about, is_offered, is_closed) in [
            ("in_its_state", &of_buyer, Order(Buyer, &OrderState::Paid), true, false),
            ("in_another_state", &of_buyer, Order(Buyer, &shipped), false, true),
            ("of_the_other_side", &of_buyer, Order(Seller, &OrderState::Paid), false, true),
            ("of_both_sides", &of_both, Order(Seller, &OrderState::Paid), true, false),
            ("general_about_an_order", &general, Order(Buyer, &OrderState::Paid), false, true),
            ("general", &general, NoOrder(Some(Seller)), true, false),
            ("general_to_anybody", &general, NoOrder(None), true, false),
            ("leads_to_an_order", &of_buyer, NoOrder(Some(Buyer)), true, false),
            ("leads_no_seller_to_an_order", &of_buyer, NoOrder(Some(Seller)), false, false),
            ("leads_anybody_to_an_order", &of_buyer, NoOrder(None), true, false),
        ] {
            assert_eq!((fits.is_offered(about), fits.is_closed(about)), (is_offered, is_closed), "{name}");
        }
    }

    #[test]
    fn only_what_the_order_allows_is_offered() {
        use OrderAction::{Cancel, GetSupport, Message, Track};
        for (name, of_topic, of_order, expected) in [
            ("in_the_topics_order", vec![Message, Track], vec![Track, Message, GetSupport], vec![Message, Track]),
            ("not_allowed_now", vec![Cancel, Message], vec![Message, GetSupport], vec![Message]),
            ("nothing_helps", vec![], vec![Message], vec![]),
            ("no_order", vec![Track], vec![], vec![]),
        ] {
            assert_eq!(allowed(&of_topic, &of_order), expected, "{name}");
        }
    }
}
