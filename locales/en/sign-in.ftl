# Signing in, those who cannot, and the account. Also what all forms have in common.

error-summary-title = Before you go on
text-area-count = { $used } of { $max } characters
text-area-left =
    { $count ->
        [one] At most { $count } character left
       *[other] At most { $count } characters left
    }
text-area-over =
    { $count ->
        [one] Up to { $count } character too many
       *[other] Up to { $count } characters too many
    }
text-area-empty = Write a few words first
text-area-too-long =
    { $count ->
        [one] Shorten the text by { $count } character
       *[other] Shorten the text by { $count } characters
    }

sign-in-title = Sign in
sign-in-lead = Then we can help with your own orders and cases. You come back to where you were, and what you have typed is kept.
sign-in-form-email = E-mail address
sign-in-form-email-missing = Enter your e-mail address
sign-in-form-password = Password
sign-in-form-password-missing = Enter your password
sign-in-form-show = Show
sign-in-form-show-password = Show password
sign-in-form-send = Sign in
sign-in-form-sending = Signing in
sign-in-form-help = I can’t sign in
sign-in-form-credentials = This e-mail address and password do not match. Check both, or choose “I can’t sign in” below.
sign-in-form-too-many =
    { $minutes ->
        [one] There have been many attempts. Try again in { $minutes } minute.
       *[other] There have been many attempts. Try again in { $minutes } minutes.
    }
sign-in-form-offline = You are offline. Sign in once you are back online; what you have typed is still here.
sign-in-form-failed = We could not sign you in just now. The fault is on our side. Please try again in a moment.
sign-in-form-redirect-text = You sign in with your marketplace account, on its own page, and come back here.
sign-in-form-redirect = Go on to sign in
sign-in-form-redirect-failed =
    { $why ->
        [issuer_unavailable] The page to sign in on cannot be reached just now. Please try again in a moment.
        [state_invalid] Signing in took too long, or began in another browser. Please begin again.
        [account_unknown] This account is not known here. Sign in with another one, or choose “I can’t sign in” below.
       *[other] You have not been signed in. Try again, or choose “I can’t sign in” below.
    }

sign-in-help-title = I can’t sign in
sign-in-help-lead = Write to us without signing in. We answer by e-mail.
sign-in-help-form-email = E-mail address
sign-in-help-form-email-hint = Our answer goes to this address.
sign-in-help-form-email-missing = Enter the e-mail address to answer to
sign-in-help-form-email-invalid = Enter an e-mail address with a name, an @ and a domain
sign-in-help-form-question = What do you need help with?
sign-in-help-form-question-hint = Never write a password or a card number.
sign-in-help-form-send = Send
sign-in-help-form-sending = Sending
sign-in-help-form-sent-title = Check your e-mail
sign-in-help-form-sent-text = We have sent a link to { $email }, if it is an address that takes e-mail. Follow the link within 24 hours to send your question to customer support.
sign-in-help-form-sent-next = Nothing there after a few minutes? Look among unwanted mail, or check the address and send again.
sign-in-help-form-too-many =
    { $minutes ->
        [one] We have sent several links to this address. Try again in { $minutes } minute.
       *[other] We have sent several links to this address. Try again in { $minutes } minutes.
    }
sign-in-help-form-offline = You are offline. Send it once you are back online; what you have typed is still here.
sign-in-help-form-failed = Your question did not reach us. What you have typed is still here. Please try again in a moment.

sign-in-confirmation-title = Send your question
sign-in-confirmation-text = One more step: your question goes to customer support when you choose “Send my question”.
sign-in-confirmation-send = Send my question
sign-in-confirmation-sending = Sending
sign-in-confirmation-offline = You are offline. Send your question once you are back online; the link goes on working.
sign-in-confirmation-failed = Your question did not reach us. The link goes on working. Please try again in a moment.
sign-in-confirmation-sent-title = Your question is with customer support
sign-in-confirmation-sent-text = Your case number is { $number }. The answer comes to you by e-mail.
sign-in-confirmation-used-title = Your question has been sent already
sign-in-confirmation-used-text = This link works once, and it has done its work. The answer comes to you by e-mail.
sign-in-confirmation-unknown-title = This link does not work any more
sign-in-confirmation-unknown-text = Links work for 24 hours. Write to us again, and we send you a new one.
sign-in-confirmation-again = Write to us again

account-title = Your account
account-sign-in = Sign in to see your account
account-summary-label = Signed in on this device
account-summary-sign-out = Sign out
account-summary-leaving = Signing out
account-summary-failed = You are still signed in: we could not reach the server. Please try again in a moment.
account-summary-unfinished =
    { $count ->
        [one] You have { $count } unfinished request on this device. Signing out removes it.
       *[other] You have { $count } unfinished requests on this device. Signing out removes them.
    }
account-summary-confirm =
    { $count ->
        [one] Sign out and remove it
       *[other] Sign out and remove them
    }
account-summary-stay = Stay signed in
