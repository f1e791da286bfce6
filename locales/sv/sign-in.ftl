# Signing in, those who cannot, and the account. Also what all forms have in common.

error-summary-title = Innan du går vidare
text-area-count = { $used } av { $max } tecken
text-area-left =
    { $count ->
        [one] Högst { $count } tecken kvar
       *[other] Högst { $count } tecken kvar
    }
text-area-over =
    { $count ->
        [one] Upp till { $count } tecken för mycket
       *[other] Upp till { $count } tecken för mycket
    }
text-area-empty = Skriv några ord först
text-area-too-long =
    { $count ->
        [one] Korta texten med { $count } tecken
       *[other] Korta texten med { $count } tecken
    }

sign-in-title = Logga in
sign-in-lead = Då kan vi hjälpa dig med just dina beställningar och ärenden. Du kommer tillbaka dit du var, och det du har skrivit finns kvar.
sign-in-form-email = E-postadress
sign-in-form-email-missing = Fyll i din e-postadress
sign-in-form-password = Lösenord
sign-in-form-password-missing = Fyll i ditt lösenord
sign-in-form-show = Visa
sign-in-form-show-password = Visa lösenord
sign-in-form-send = Logga in
sign-in-form-sending = Loggar in
sign-in-form-help = Jag kan inte logga in
sign-in-form-credentials = E-postadressen och lösenordet hör inte ihop. Kontrollera båda, eller välj ”Jag kan inte logga in” nedan.
sign-in-form-too-many =
    { $minutes ->
        [one] Det har blivit många försök. Försök igen om { $minutes } minut.
       *[other] Det har blivit många försök. Försök igen om { $minutes } minuter.
    }
sign-in-form-offline = Du är offline. Logga in när du är online igen; det du har skrivit finns kvar här.
sign-in-form-failed = Vi kunde inte logga in dig just nu. Felet ligger hos oss. Försök igen om en stund.
sign-in-form-redirect-text = Du loggar in med ditt konto på marknadsplatsens egen sida och kommer sedan tillbaka hit.
sign-in-form-redirect = Fortsätt till inloggningen
sign-in-form-redirect-failed =
    { $why ->
        [issuer_unavailable] Sidan där du loggar in går inte att nå just nu. Försök igen om en stund.
        [state_invalid] Inloggningen tog för lång tid eller började i en annan webbläsare. Börja om.
        [account_unknown] Kontot är inte känt här. Logga in med ett annat, eller välj ”Jag kan inte logga in” nedan.
       *[other] Du har inte loggats in. Försök igen, eller välj ”Jag kan inte logga in” nedan.
    }

sign-in-help-title = Jag kan inte logga in
sign-in-help-lead = Skriv till oss utan att logga in. Vi svarar med e-post.
sign-in-help-form-email = E-postadress
sign-in-help-form-email-hint = Vårt svar skickas till den här adressen.
sign-in-help-form-email-missing = Fyll i e-postadressen som vi ska svara till
sign-in-help-form-email-invalid = Fyll i en e-postadress med ett namn, ett @ och en domän
sign-in-help-form-question = Vad behöver du hjälp med?
sign-in-help-form-question-hint = Skriv aldrig ett lösenord eller ett kortnummer.
sign-in-help-form-send = Skicka
sign-in-help-form-sending = Skickar
sign-in-help-form-sent-title = Titta i din e-post
sign-in-help-form-sent-text = Vi har skickat en länk till { $email }, om adressen tar emot e-post. Följ länken inom 24 timmar för att skicka din fråga till kundsupport.
sign-in-help-form-sent-next = Har inget kommit efter några minuter? Titta i skräpposten, eller kontrollera adressen och skicka igen.
sign-in-help-form-too-many =
    { $minutes ->
        [one] Vi har skickat flera länkar till den här adressen. Försök igen om { $minutes } minut.
       *[other] Vi har skickat flera länkar till den här adressen. Försök igen om { $minutes } minuter.
    }
sign-in-help-form-offline = Du är offline. Skicka när du är online igen; det du har skrivit finns kvar här.
sign-in-help-form-failed = Din fråga nådde oss inte. Det du har skrivit finns kvar här. Försök igen om en stund.

sign-in-confirmation-title = Skicka din fråga
sign-in-confirmation-text = Ett steg till: din fråga går till kundsupport när du väljer ”Skicka min fråga”.
sign-in-confirmation-send = Skicka min fråga
sign-in-confirmation-sending = Skickar
sign-in-confirmation-offline = Du är offline. Skicka din fråga när du är online igen; länken fortsätter att fungera.
sign-in-confirmation-failed = Din fråga nådde oss inte. Länken fortsätter att fungera. Försök igen om en stund.
sign-in-confirmation-sent-title = Din fråga är hos kundsupport
sign-in-confirmation-sent-text = Ditt ärendenummer är { $number }. Svaret kommer till dig med e-post.
sign-in-confirmation-used-title = Din fråga är redan skickad
sign-in-confirmation-used-text = Länken fungerar en gång, och den har gjort sitt. Svaret kommer till dig med e-post.
sign-in-confirmation-unknown-title = Länken fungerar inte längre
sign-in-confirmation-unknown-text = Länkar fungerar i 24 timmar. Skriv till oss igen, så skickar vi en ny.
sign-in-confirmation-again = Skriv till oss igen

account-title = Ditt konto
account-sign-in = Logga in för att se ditt konto
account-summary-label = Inloggad på den här enheten
account-summary-sign-out = Logga ut
account-summary-leaving = Loggar ut
account-summary-failed = Du är fortfarande inloggad: vi kunde inte nå servern. Försök igen om en stund.
account-summary-unfinished =
    { $count ->
        [one] Du har { $count } påbörjad fråga på den här enheten. Den tas bort när du loggar ut.
       *[other] Du har { $count } påbörjade frågor på den här enheten. De tas bort när du loggar ut.
    }
account-summary-confirm =
    { $count ->
        [one] Logga ut och ta bort den
       *[other] Logga ut och ta bort dem
    }
account-summary-stay = Stanna kvar inloggad
