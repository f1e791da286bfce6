# Cases: what support reviews, and the messages about it.

cases-title = Dina ärenden
cases-lead = Allt du har frågat kundsupport om, och hur det går.
cases-empty-title = Inga ärenden än
cases-empty-text = När du ber kundsupport om hjälp visas ditt ärende här, med alla meddelanden.
cases-empty-here-title = Inga ärenden här
cases-empty-here-text = Just nu finns det inga av det här slaget.
cases-sign-in = Logga in för att se dina ärenden

case-filter-title = Vilka ärenden
case-filter-all = Alla
case-filter-yours = Din tur
case-filter-supports = Kundsupportens tur
case-filter-over = Avslutade

case-list-number = Ärende { $number }
case-list-order = Beställning { $number }
case-list-updated = Senast ändrat { $at }
case-list-your-turn = Det är din tur
case-list-others-turn = Det är den andra partens tur
case-list-supports-turn = Det är kundsupportens tur
case-list-expected = Svar väntas senast { $at }
case-list-late = Svaret väntades senast { $at }

case-title = Ärende { $number }
case-summary-number = Ärendenummer
case-summary-order = Beställning
case-summary-opened = Öppnat
case-summary-method = Så svarar vi
case-summary-language = Supportspråk
case-summary-by-seller-message = Meddelande till säljaren
case-summary-by-email = E-post
case-summary-by-chat = Livechatt
case-summary-by-phone = Telefon
case-summary-within =
    { $hours ->
        [one] Vi svarar oftast inom { $hours } timme.
       *[other] Vi svarar oftast inom { $hours } timmar.
    }
case-summary-expected =
    { $hours ->
        [one] Vi svarar oftast inom { $hours } timme: senast { $at }.
       *[other] Vi svarar oftast inom { $hours } timmar: senast { $at }.
    }
case-summary-late = Vi brukar ha svarat senast { $at }. Den här gången tar det längre tid; ditt ärende är inte bortglömt.

case-summary-submitted = Vi har tagit emot ditt ärende
case-summary-under-review = Ditt ärende granskas
case-summary-awaiting-requester = Väntar på ditt svar
case-summary-awaiting-counterparty = Väntar på den andra parten
case-summary-awaiting-buyer = Väntar på köparen
case-summary-awaiting-seller = Väntar på säljaren
case-summary-decided = Ditt ärende är avgjort
case-summary-executing = Beslutet genomförs
case-summary-closed = Ditt ärende är avslutat
case-summary-withdrawn = Du har dragit tillbaka ärendet
case-summary-settled = Ni har kommit överens
case-summary-execution-failed = Beslutet har inte kunnat genomföras än
case-summary-appealed = Beslutet prövas på nytt
case-summary-appeal-decided = Överklagandet är avgjort

whose-turn-you = Du
whose-turn-other = Den andra parten
whose-turn-support = Kundsupport
whose-turn-is-you = Det är din tur. Kundsupport väntar på ditt svar.
whose-turn-is-other = Det är den andra partens tur. Du behöver inte göra något nu.
whose-turn-is-support = Det är kundsupportens tur. Du behöver inte göra något nu.
whose-turn-is-nobody = Ingen behöver göra något mer här.

message-list-title = Meddelanden
message-list-earlier = Före det, mellan köpare och säljare
message-list-you = Du
message-list-support = Kundsupport
message-list-buyer = Köpare
message-list-seller = Säljare
message-list-assistant = Automatiskt svar
message-list-new = Nytt meddelande från { $name }: { $text }

reply-form-label = Ditt svar
reply-form-hint = En medlem av supportteamet läser det. Skriv aldrig ett lösenord eller ett kortnummer.
reply-form-send = Skicka
reply-form-seller = Ditt meddelande till säljaren
reply-form-seller-hint = Säljaren läser det, och kundtjänst om någon av er vänder sig dit. Skriv aldrig lösenord eller kortnummer.
reply-form-buyer = Ditt meddelande till köparen
reply-form-buyer-hint = Köparen läser det, och kundtjänst om någon av er vänder sig dit. Skriv aldrig lösenord eller kortnummer.
reply-form-saved = Sparat på den här enheten
reply-form-sending = Skickar
reply-form-sent = Skickat
reply-form-offline = Du är offline. Svaret är sparat på den här enheten; skicka det när du är online igen.
reply-form-signed-out = Du har blivit utloggad. Svaret är sparat på den här enheten; logga in för att skicka det.
reply-form-closed = Ärendet avslutades innan ditt svar kom fram. Dina ord finns kvar här, så att du kan fråga på nytt.
reply-form-refused = Svaret kunde inte tas emot som det är. Ändra det lite och skicka igen.
reply-form-unavailable = Vi vet inte om ditt svar kom fram. Det är sparat på den här enheten, och ett nytt försök skickar det aldrig två gånger.
reply-form-sign-in = Logga in och fortsätt
reply-form-edit = Ändra texten
reply-form-over = Ärendet är avslutat, så inget mer kan skickas här. Är det inte klart för dig, fråga oss igen.

call-back-title = Vi ringer dig
call-back-booked = { $from } till { $to }
call-back-state =
    { $state ->
        [waiting] Så snart någon är ledig.
        [booked] Tiden är bokad.
        [calling] Vi ringer dig nu.
        [done] Vi har talats vid.
        [missed] Vi ringde och nådde dig inte. Skriv här nedanför när ett samtal passar dig, eller vad du undrar över.
        [cancelled] Samtalet är avbokat. Ditt ärende går vidare skriftligt.
       *[other] { $plain }
    }
call-back-position = Du har plats { $position } i kön.
call-back-wait = Väntan är { $low } till { $high } minuter.
call-back-number = Vi ringer { $number }.
call-back-move = Välj en annan tid
call-back-cancel = Avboka samtalet
call-back-save = Boka den här tiden
call-back-time = Välj en tid. Om den du valde är borta har någon annan nyss bokat den.
call-back-waiting = Ett ögonblick
call-back-changed = Samtalet har ändrats under tiden. Så här står det nu.
call-back-failed = Det gick inte att ändra just nu. Samtalet är som det var; försök igen om en stund.
