# Asking, step by step.

sign-in-door-title = Sign in to go on
ask-steps-label = Steps
ask-steps-about = Choose
ask-steps-describe = Describe
ask-steps-answer = Answer
ask-steps-contact = How to reply
ask-steps-check = Check and send

ask-unfinished-title = Go on where you stopped
ask-about-order-title = About one of your orders
ask-about-order-text = Sign in and choose the order. Then the answer can use what is known about it.
ask-about-orders-failed = Your orders could not be loaded just now.
ask-about-no-orders = You have no orders yet.
ask-about-all-orders = All your orders
ask-about-general-title = About something else
ask-about-general-text = Your account, bidding, paying, selling, or anything else.
ask-about-general-button = Ask a general question
ask-again = Ask a new question
ask-no-draft-title = This request is not on this device
ask-no-draft-text = It may have been sent, or begun under another name. If you began it signed in, sign in again to go on.
ask-sign-in-text = Support answers people who are signed in, so that help is about your own orders. What you have written is kept.
ask-sign-in-order-text = Sign in, and you come back here to ask about this order.

subject-card-label = Your question is about
subject-card-change = Choose something else
subject-choice-order = Order { $number }
subject-choice-whole = The whole order { $number }
subject-choice-general = A general question

ask-describe-title = What is your question?
ask-describe-label = Your question
ask-describe-hint = Say what happened, and what you would like to happen. No card numbers or passwords, please.
ask-describe-kept = What you write is kept on this device until you send it.
ask-describe-button = Get an answer
starter-chips-title = It begins like this:
starter-chips-not-arrived = My parcel has not arrived.
starter-chips-damaged = The object arrived damaged.
starter-chips-different = The object is not as described.
starter-chips-return = I would like to return the object.
starter-chips-payment = I have a question about the payment.
starter-chips-account = I have a question about my account.
starter-chips-bidding = I have a question about bidding.
starter-chips-paying = I have a question about paying.
starter-chips-selling = I have a question about selling.
starter-chips-trust = Something does not look right to me.
starter-chips-tracking = The tracking has not moved for days.
starter-chips-not-here = It says delivered, but I do not have it.
starter-chips-address = The parcel is going to the wrong address.
starter-chips-part-missing = Part of it is missing.
starter-chips-seller-silent = The seller does not answer.
starter-chips-message = A message looks false to me.
starter-chips-pay-failed = My payment did not go through.
starter-chips-charged = I was charged something I do not understand.
starter-chips-refund-late = My refund has not come.
starter-chips-cancel = I would like to cancel my order.
starter-chips-payout-late = My payout has not come.
starter-chips-payout-hold = My payout is on hold and I do not know why.
starter-chips-payout-account = I would like to change where my payout goes.
starter-chips-buyer-problem = The buyer says that something is wrong.
starter-chips-restricted = My account is restricted.
suggested-articles-title = These may answer it already

ask-answer-title = Your answer
ask-answer-text = A member of our team can look at your question too.
ask-answer-contact = Talk to customer support
ask-answer-change = Change your question
ask-answer-helped = This helped
ask-answer-thanks = Good to know. Thank you.
answer-view-asked = You asked:
answer-view-title = What we know about it
answer-view-extractive = Found in our help centre. Each sentence says where it stands.
answer-view-generated = Written by AI from these sources. Please check what matters to you.
answer-view-other-engine = Put together from these sources.
answer-view-section = { $article }: { $section }
answer-view-order-field = From your order: { $name }
answer-view-waiting = Looking it up
answer-view-complete =
    { $count ->
        [one] The answer is here: one sentence.
       *[other] The answer is here: { $count } sentences.
    }
answer-view-refused = Our help centre has no answer to this. A member of our team can help you.
answer-view-incomplete = The answer stops here. A member of our team can help you with the rest.
answer-view-offline = You are offline. Your question is kept; try again once you are back online.
answer-view-failed = We could not look it up just now. A member of our team can help you all the same.
answer-view-articles = These articles may help

ask-contact-title = How should we reply?
ask-contact-unknown = We could not find out which ways are open just now. E-mail always works.
ask-contact-method-gone = This way of replying has just closed, so your request was not sent. It is as you left it: choose another way.
ask-contact-slot-gone = Somebody else has just booked this time, so your request was not sent. It is as you left it: choose another time.
ask-contact-opened = { $method } has just opened.
ask-contact-closed = { $method } has just closed.
ask-contact-choose-another = Choose another way to go on.
ask-contact-button = Check your request
contact-options-title = The way we reply
contact-options-email = E-mail
contact-options-chat = Live chat
contact-options-phone = Phone
contact-options-seller = Message to the seller
contact-options-unknown = Always there. We reply as soon as we can.
contact-options-reply =
    { $hours ->
        [one] Usually answered within an hour.
       *[other] Usually answered within { $hours } hours.
    }
contact-options-available = Open now.
contact-options-seller-reply =
    { $hours ->
        [one] The seller usually answers within an hour.
       *[other] The seller usually answers within { $hours } hours.
    }
contact-options-open-until = Open now, until { $time }.
contact-options-reason =
    { $reason ->
        [outside_hours] Closed at this hour.
        [holiday] Closed today for a holiday.
        [no_agents_online] Nobody is at the phone just now.
        [queue_long] Many are waiting just now.
        [queue_full] So many are waiting that nobody can be added just now.
        [language_unsupported] Not there in this language.
        [topic_unsupported] Not there for a question like this.
        [country_unsupported] Not there in your country.
        [order_required] Only for a question about an order.
        [account_restricted] Not there while your account is restricted.
        [maintenance] Out of order just now. We are working on it.
        [unknown] Not open just now.
       *[other] Not open just now: { $plain }.
    }
contact-options-opens = Opens { $time }.
contact-options-opens-there = Opens { $time } ({ $there } in { $place }).
contact-options-wait = The wait is about { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
contact-options-wait-range = The wait is { $low } to { $high } minutes.
contact-options-position = You would be number { $position }.
contact-options-book = You can book a call for a time that suits you.
contact-options-spoken = We speak { $language } with you.
contact-options-written = We write to you in { $language }.
day-bar-today = Today { $times }, in your time.
day-bar-none = Nobody is there today.
day-bar-span = { $from } to { $to }
call-phone-label = The number we call
call-phone-hint = With the country’s number first, such as +46 70 123 45 67.
call-phone-empty = Write the number that we should call
call-phone-refused = We cannot call this number. Look at it once more, with the country’s number first.
call-times-label = When we call
call-times-now = As soon as somebody is free
call-times-choose = Choose a time
call-times-missing = Choose a time: nobody can call just now
support-language-label = Language of the reply
support-language-other = Our team does not write { $language }. Choose the language that suits you best.

ask-check-title = This is what support will see
ask-check-lead = Nothing else is sent. You can leave out what is not needed.
ask-check-question = Your question
ask-check-subject = About
ask-check-reply = How we reply
ask-check-reply-by = { $method }, in { $language }
ask-check-call = We call
ask-check-person = From
ask-check-person-text = { $name }, { $email }
ask-check-answer = The answer you were shown
ask-check-answer-text = With its sources, so that nobody tells you the same again
ask-check-order-state = How the order stands
ask-check-order-state-text = { $state } · placed on { $date }
ask-check-shipping = Parcel
ask-check-money = Payment
ask-check-timezone = Your time zone
ask-check-button = Send to support
ask-check-sending = Sending
ask-check-signed-out = You have been signed out meanwhile. Your request is kept.
ask-check-offline = You are offline. Your request is kept; send it once you are back online.
ask-check-refused = Something about this request has changed, so it was not sent. Go back a step and look at it once more.
ask-check-failed = It has not been sent: the fault is on our side. Your request is kept, and sending again never sends it twice.
request-preview-needed = Needed
request-preview-change = Change
request-preview-change-name = Change: { $label }
request-preview-remove = Leave out
request-preview-remove-name = Leave out: { $label }
request-preview-restore = Put back
request-preview-restore-name = Put back: { $label }
request-preview-withheld = Left out

ask-sent-title = Your request is with support
ask-sent-number = Case { $number }
ask-sent-next-title = What happens next
ask-sent-review = A member of our team reads it and looks into it, impartially.
ask-sent-expected = You can expect a reply by { $moment }.
ask-sent-email = We send you an e-mail when there is a reply. You read it and answer it here, under Cases.
ask-sent-case = Go to your case

ask-contact-seller-label = Your message to the seller
ask-contact-seller-hint = These are your own words. Change them as you like; the seller reads them, with your name and your country.
ask-contact-seller-term = If there is no answer by { $at }, one tap opens a case and this conversation comes along.
ask-contact-seller-skip = You can also skip this and talk to support: choose another way above.
ask-contact-seller-button = Send to the seller
ask-contact-seller-refused = Something about this order has changed, so it was not sent. Your words are kept; choose another way above.
skip-reason-label = Why not the seller? (You need not say.)
skip-reason-none = I would rather not say
skip-reason-no-reply = The seller does not answer
skip-reason-no-agreement = We cannot agree
skip-reason-safety = It is about safety or deception
skip-reason-rather-not = I would rather not write to the seller
skip-reason-something-else = Something else
ask-check-seller-reason = Why support and not the seller
ask-sent-seller-title = Your message is with the seller
ask-sent-seller = Sent to { $name }
ask-sent-seller-answer = The answer comes on the page of your order, and we send you an e-mail when it is there.
ask-sent-seller-term = If there is no answer by { $moment }, one tap opens a case and this conversation comes along.
ask-sent-seller-support = You can turn to support at any time before that, too.
ask-sent-seller-order = Go to the conversation
