# Cases: what support reviews, and the messages about it.

cases-title = Your cases
cases-lead = Everything you have asked customer support, and where it stands.
cases-empty-title = No cases yet
cases-empty-text = When you ask customer support for help, your case shows up here with every message.
cases-empty-here-title = No cases here
cases-empty-here-text = There are none of this kind just now.
cases-sign-in = Sign in to see your cases

case-filter-title = Which cases
case-filter-all = All
case-filter-yours = Your turn
case-filter-supports = Customer support’s turn
case-filter-over = Finished

case-list-number = Case { $number }
case-list-order = Order { $number }
case-list-updated = Last change { $at }
case-list-your-turn = It is your turn
case-list-others-turn = It is the other side’s turn
case-list-supports-turn = It is customer support’s turn
case-list-expected = Reply expected by { $at }
case-list-late = The reply was expected by { $at }

case-title = Case { $number }
case-summary-number = Case number
case-summary-order = Order
case-summary-opened = Opened
case-summary-method = How we answer
case-summary-language = Language of support
case-summary-by-seller-message = Message to the seller
case-summary-by-email = E-mail
case-summary-by-chat = Live chat
case-summary-by-phone = Phone
case-summary-within =
    { $hours ->
        [one] We usually reply within { $hours } hour.
       *[other] We usually reply within { $hours } hours.
    }
case-summary-expected =
    { $hours ->
        [one] We usually reply within { $hours } hour: by { $at }.
       *[other] We usually reply within { $hours } hours: by { $at }.
    }
case-summary-late = We usually would have replied by { $at }. It takes longer this time; your case is not forgotten.

case-summary-submitted = We have received your case
case-summary-under-review = Your case is being reviewed
case-summary-awaiting-requester = Waiting for your reply
case-summary-awaiting-counterparty = Waiting for the other side
case-summary-awaiting-buyer = Waiting for the buyer
case-summary-awaiting-seller = Waiting for the seller
case-summary-decided = Your case is decided
case-summary-executing = The decision is being carried out
case-summary-closed = Your case is closed
case-summary-withdrawn = You have withdrawn this case
case-summary-settled = You have settled this between you
case-summary-execution-failed = The decision could not be carried out yet
case-summary-appealed = The decision is being looked at again
case-summary-appeal-decided = The appeal is decided

whose-turn-you = You
whose-turn-other = The other side
whose-turn-support = Customer support
whose-turn-is-you = It is your turn. Customer support waits for your reply.
whose-turn-is-other = It is the other side’s turn. You do not need to do anything now.
whose-turn-is-support = It is customer support’s turn. You do not need to do anything now.
whose-turn-is-nobody = Nobody needs to do anything more here.

message-list-title = Messages
message-list-earlier = Before that, between buyer and seller
message-list-you = You
message-list-support = Customer support
message-list-buyer = Buyer
message-list-seller = Seller
message-list-assistant = Automatic answer
message-list-new = New message from { $name }: { $text }

reply-form-label = Your reply
reply-form-hint = A member of the support team reads it. Never write a password or a card number.
reply-form-send = Send
reply-form-seller = Your message to the seller
reply-form-seller-hint = The seller reads it, and support if one of you turns to them. Never write a password or a card number.
reply-form-buyer = Your message to the buyer
reply-form-buyer-hint = The buyer reads it, and support if one of you turns to them. Never write a password or a card number.
reply-form-saved = Saved on this device
reply-form-sending = Sending
reply-form-sent = Sent
reply-form-offline = You are offline. Your reply is saved on this device; send it once you are back online.
reply-form-signed-out = You have been signed out. Your reply is saved on this device; sign in to send it.
reply-form-closed = This case was closed before your reply arrived. Your words are still here, to ask anew with.
reply-form-refused = Your reply could not be taken as it is. Change it a little and send it again.
reply-form-unavailable = We do not know whether your reply arrived. It is saved on this device, and trying again never sends it twice.
reply-form-sign-in = Sign in and go on
reply-form-edit = Change the text
reply-form-over = This case is closed, so nothing more can be sent here. If it is not over for you, ask us again.

call-back-title = We call you
call-back-booked = { $from } to { $to }
call-back-state =
    { $state ->
        [waiting] As soon as somebody is free.
        [booked] The time is booked.
        [calling] We are calling you now.
        [done] We have spoken.
        [missed] We called and did not reach you. Write below when a call suits you, or what you would like to know.
        [cancelled] The call is cancelled. Your case goes on in writing.
       *[other] { $plain }
    }
call-back-position = You are number { $position }.
call-back-wait = The wait is { $low } to { $high } minutes.
call-back-number = We call { $number }.
call-back-move = Choose another time
call-back-cancel = Cancel the call
call-back-save = Book this time
call-back-time = Choose a time. If the one you chose is gone, somebody else has just booked it.
call-back-waiting = One moment
call-back-changed = The call has changed meanwhile. This is how it stands now.
call-back-failed = It could not be changed just now. The call is as it was; try again in a moment.
