# Orders, as their buyer or as their seller sees them. $side is who looks: buyer or seller.
# Words of the contract that are not known yet are shown as $plain.

order-state =
    { $state ->
        [awaiting_payment] Waiting for payment
        [paid]
            { $side ->
                [seller] Paid, ready to be shipped
               *[other] Paid, waiting for the seller to ship
            }
        [shipped] On its way
        [held_at_customs] Held at customs
        [delivery_failed] Could not be delivered
        [delivered] Delivered
        [picked_up] Picked up
        [cancelled] Cancelled
        [refunded] Refunded
        [partly_refunded] Partly refunded
        [in_case] In a case with support
       *[other] { $plain }
    }

order-list-label = Orders
order-list-title =
    { $more ->
        [0] { $first }
       *[other] { $first } and { $more } more
    }
order-list-number = Order { $number }
order-list-placed = Placed on
order-list-seller = Seller
order-list-buyer = Buyer
order-list-total = Total
order-list-unread =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }

order-list-count =
    { $count ->
        [one] { $count } order on this page
       *[other] { $count } orders on this page
    }
order-list-signed-out = Sign in to see your orders
order-list-empty = No orders yet
order-list-empty-buyer = When you win an object, its order is here.
order-list-empty-seller = When someone wins an object of yours, its order is here.
order-list-no-match = No order fits
order-list-no-match-text = Try another state, or fewer words.
order-list-all = Show all orders

pager-label = More
pager-newer = Newer
pager-older = Older

signed-in-text = You come straight back here, with everything as you left it.
signed-in-help = I can’t sign in

order-view-clocks = Deadlines
order-view-signed-out = Sign in to see this order

order-filter-sides = Your orders as
order-filter-buyer = Buyer
order-filter-seller = Seller
order-filter-label = Find an order
order-filter-state = State
order-filter-any-state = All states
order-filter-text = Order number or object
order-filter-submit = Show orders

order-summary-title = Order { $number }
order-summary-placed = Placed on
order-summary-total = Total
order-summary-fee = Buyer protection is { $amount } of it
order-summary-seller = Seller
order-summary-buyer = Buyer
order-summary-person = { $name }, { $country }
order-summary-professional = Sells as a business
order-summary-reply = Usually answers within { $time }
order-summary-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
order-summary-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

order-objects-title =
    { $count ->
        [one] The object
       *[other] The objects
    }
order-objects-price =
    { $count ->
        [one] Price
       *[other] Price of one
    }
order-objects-quantity = Quantity
order-objects-support = Get support
order-objects-about = for { $title }

order-journey-title = Where everything is
order-journey-parcel = The parcel
order-journey-money = The money
order-journey-expected = Expected { $date }
order-journey-ahead = Not yet
order-journey-here = Now
order-journey-station =
    { $station ->
        [placed] Order placed
        [paid] Paid
        [shipped] Shipped
        [in_transit] On its way
        [customs] At customs
        [delivery_failed] Could not be delivered
        [out_for_delivery] Out for delivery
        [delivered] Delivered
        [picked_up] Picked up
        [returned] Back with the seller
        [with_buyer]
            { $side ->
                [seller] With the buyer
               *[other] With you
            }
        [held] Held safely
        [with_seller]
            { $side ->
                [seller] With you
               *[other] With the seller
            }
        [given_back]
            { $side ->
                [seller] Back with the buyer
               *[other] Back with you
            }
        [split]
            { $side ->
                [seller] Part with you, part back with the buyer
               *[other] Part back with you, part with the seller
            }
       *[other] { $plain }
    }

order-money-title =
    { $side ->
        [seller] Your payout
       *[other] Your payment
    }
order-money-state =
    { $state ->
        [due] This order has not been paid yet.
        [held] Your payment is held safely. The seller does not have it yet.
        [released] Your payment has gone to the seller.
        [refunded] Your payment has been refunded to you.
        [partly_refunded] Part of your payment has been refunded to you. The rest has gone to the seller.
       *[other] { $plain }
    }
order-money-release = It goes to the seller on { $date }, unless you report a problem before then.
order-money-refunded = { $amount } went back to you.
order-money-payout =
    { $state ->
        [pending] Your payout is being prepared.
        [held] Your payout is on hold.
        [paid] Your payout has been sent to you.
        [reversed] Your payout has been taken back.
       *[other] { $plain }
    }
order-money-planned = It is planned for { $date }.
order-money-reason =
    { $reason ->
        [case_open] There is an open case about this order. What happens to the payout is decided there.
        [tracking_silent] The tracking has not shown a delivery yet. The payout waits for it.
        [account_restricted] Your account is restricted. The payout waits until that is lifted.
       *[other] The reason: { $plain }.
    }
order-money-gross = Sold for
order-money-fees = Fees
order-money-net = You get

deadline-clock-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
deadline-clock-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
deadline-clock-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
deadline-clock-left =
    { $kind ->
        [report_problem]
            { $side ->
                [seller] The buyer has { $left } left to report a problem (until { $until }).
               *[other] { $left } left to report a problem (until { $until }).
            }
        [ship_by]
            { $side ->
                [seller] { $left } left to ship the parcel (until { $until }).
               *[other] The seller has { $left } left to ship the parcel (until { $until }).
            }
        [respond_by] { $left } left to answer (until { $until }).
        [answer_message]
            { $side ->
                [seller] { $left } left to answer the buyer’s message (until { $until }).
               *[other] The seller has { $left } left to answer your message (until { $until }).
            }
        [withdraw]
            { $side ->
                [seller] The buyer has { $left } left to withdraw from the order (until { $until }).
               *[other] { $left } left to withdraw from the order (until { $until }).
            }
        [payout] { $left } left until the payout ({ $until }).
        [pay_by]
            { $side ->
                [seller] The buyer has { $left } left to pay (until { $until }).
               *[other] { $left } left to pay (until { $until }).
            }
       *[other] { $left } left (until { $until }): { $plain }.
    }
deadline-clock-over =
    { $kind ->
        [report_problem] The time to report a problem ended on { $until }.
        [ship_by] The time to ship the parcel ended on { $until }.
        [respond_by] The time to answer ended on { $until }.
        [answer_message] The time to answer the message ended on { $until }.
        [withdraw] The time to withdraw from the order ended on { $until }.
        [payout] The payout was planned for { $until }.
        [pay_by] The time to pay ended on { $until }.
       *[other] This ended on { $until }: { $plain }.
    }
deadline-clock-then =
    { $then ->
        [payment_released]
            { $side ->
                [seller] Then the payment goes to you.
               *[other] Then the payment goes to the seller.
            }
        [order_cancelled] Then the order is cancelled.
        [order_late] Then the order counts as late.
        [cancel_allowed]
            { $side ->
                [seller] Then the buyer may ask us to cancel the order.
               *[other] Then you may ask us to cancel the order with a full refund.
            }
        [case_decided] Then support decides on what it knows.
        [case_allowed]
            { $side ->
                [seller] Then the buyer can ask support to look at it.
               *[other] Then one tap opens a case, and this conversation comes along.
            }
        [right_ends] Then this right ends.
        [payout_sent]
            { $side ->
                [seller] Then the money is sent to you.
               *[other] Then the money is sent to the seller.
            }
       *[other] Then: { $plain }.
    }
deadline-clock-done =
    { $then ->
        [payment_released]
            { $side ->
                [seller] The payment goes to you.
               *[other] The payment goes to the seller.
            }
        [order_cancelled] The order is cancelled.
        [order_late] The order counts as late.
        [cancel_allowed]
            { $side ->
                [seller] The buyer may now ask us to cancel the order.
               *[other] You may now ask us to cancel the order with a full refund.
            }
        [case_decided] Support now decides on what it knows.
        [case_allowed]
            { $side ->
                [seller] The buyer can now ask support to look at it.
               *[other] You can open a case now, and this conversation comes along.
            }
        [right_ends] This right has ended.
        [payout_sent]
            { $side ->
                [seller] The money is being sent to you.
               *[other] The money is being sent to the seller.
            }
       *[other] What follows: { $plain }.
    }

order-actions-title = What you can do
order-actions-support = Get support
order-actions-track = Track the parcel
order-actions-elsewhere = (another website)
order-actions-code = Tracking number

ship-to-title = Send the parcel to

escalation-form-until = The seller has until { $at } to answer. Then one tap opens a case, and this conversation comes along.
escalation-form-over = The seller has not answered by { $at }. You can open a case now, and this conversation comes along.
escalation-form-now = Ask support now
escalation-form-reason = Why do you ask support now?
escalation-form-choose = Choose a reason
escalation-form-words = What should support know?
escalation-form-words-hint = You can leave it empty if you have written above. Support reads the conversation, too.
escalation-form-button = Open a case
escalation-form-no-reason = Choose a reason, so that support knows why.
escalation-form-no-words = Write in a few words what it is about, up to 2,000 characters
escalation-form-failed = The case could not be opened just now. Everything is as it was; try again in a moment.
escalation-form-done = You have asked support to look at this. The conversation is with your case.
escalation-form-case = Go to your case
