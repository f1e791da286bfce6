# Att fråga, steg för steg.

sign-in-door-title = Logga in för att fortsätta
ask-steps-label = Steg
ask-steps-about = Välj
ask-steps-describe = Beskriv
ask-steps-answer = Svar
ask-steps-contact = Hur vi svarar
ask-steps-check = Granska och skicka

ask-unfinished-title = Fortsätt där du slutade
ask-about-order-title = Om en av dina beställningar
ask-about-order-text = Logga in och välj beställningen. Då kan svaret utgå från det vi vet om den.
ask-about-orders-failed = Dina beställningar kunde inte hämtas just nu.
ask-about-no-orders = Du har inga beställningar än.
ask-about-all-orders = Alla dina beställningar
ask-about-general-title = Om något annat
ask-about-general-text = Ditt konto, budgivning, betalning, försäljning eller vad det än är.
ask-about-general-button = Ställ en allmän fråga
ask-again = Ställ en ny fråga
ask-no-draft-title = Det här ärendet finns inte på den här enheten
ask-no-draft-text = Det kan ha skickats, eller påbörjats under ett annat namn. Om du var inloggad när du började kan du logga in igen och fortsätta.
ask-sign-in-text = Supporten svarar den som är inloggad, så att hjälpen gäller just dina beställningar. Det du har skrivit finns kvar.
ask-sign-in-order-text = Logga in, så kommer du tillbaka hit och kan fråga om beställningen.

subject-card-label = Din fråga gäller
subject-card-change = Välj något annat
subject-choice-order = Beställning { $number }
subject-choice-whole = Hela beställningen { $number }
subject-choice-general = En allmän fråga

ask-describe-title = Vad är din fråga?
ask-describe-label = Din fråga
ask-describe-hint = Berätta vad som har hänt och vad du skulle vilja. Skriv inga kortnummer eller lösenord.
ask-describe-kept = Det du skriver finns kvar på den här enheten tills du skickar det.
ask-describe-button = Få ett svar
starter-chips-title = Den kan börja så här:
starter-chips-not-arrived = Mitt paket har inte kommit.
starter-chips-damaged = Objektet var skadat när det kom.
starter-chips-different = Objektet stämmer inte med beskrivningen.
starter-chips-return = Jag vill lämna tillbaka objektet.
starter-chips-payment = Jag har en fråga om betalningen.
starter-chips-account = Jag har en fråga om mitt konto.
starter-chips-bidding = Jag har en fråga om budgivning.
starter-chips-paying = Jag har en fråga om att betala.
starter-chips-selling = Jag har en fråga om att sälja.
starter-chips-trust = Det är något som inte ser rätt ut.
starter-chips-tracking = Spårningen har stått still i flera dagar.
starter-chips-not-here = Det står levererat, men jag har inte fått det.
starter-chips-address = Paketet är på väg till fel adress.
starter-chips-part-missing = En del av det saknas.
starter-chips-seller-silent = Säljaren svarar inte.
starter-chips-message = Ett meddelande verkar falskt.
starter-chips-pay-failed = Min betalning gick inte igenom.
starter-chips-charged = Jag har betalat något jag inte förstår.
starter-chips-refund-late = Min återbetalning har inte kommit.
starter-chips-cancel = Jag vill avboka min beställning.
starter-chips-payout-late = Min utbetalning har inte kommit.
starter-chips-payout-hold = Min utbetalning hålls inne och jag vet inte varför.
starter-chips-payout-account = Jag vill ändra vart min utbetalning går.
starter-chips-buyer-problem = Köparen säger att något är fel.
starter-chips-restricted = Mitt konto är begränsat.
suggested-articles-title = De här kanske redan svarar på den

ask-answer-title = Ditt svar
ask-answer-text = En medarbetare kan också titta på din fråga.
ask-answer-contact = Prata med kundtjänst
ask-answer-change = Ändra din fråga
ask-answer-helped = Det hjälpte
ask-answer-thanks = Vad bra. Tack för att du berättar.
answer-view-asked = Du frågade:
answer-view-title = Det här vet vi
answer-view-extractive = Hittat i vårt hjälpcenter. Vid varje mening står var den kommer ifrån.
answer-view-generated = Skrivet av AI utifrån de här källorna. Kontrollera det som är viktigt för dig.
answer-view-other-engine = Sammanställt från de här källorna.
answer-view-section = { $article }: { $section }
answer-view-order-field = Från din beställning: { $name }
answer-view-waiting = Vi letar
answer-view-complete =
    { $count ->
        [one] Svaret är här: en mening.
       *[other] Svaret är här: { $count } meningar.
    }
answer-view-refused = Vårt hjälpcenter har inget svar på detta. En medarbetare kan hjälpa dig.
answer-view-incomplete = Svaret slutar här. En medarbetare kan hjälpa dig med resten.
answer-view-offline = Du är offline. Din fråga finns kvar; försök igen när du har nät.
answer-view-failed = Vi kunde inte slå upp det just nu. En medarbetare kan hjälpa dig ändå.
answer-view-articles = De här artiklarna kan hjälpa

ask-contact-title = Hur ska vi svara?
ask-contact-unknown = Vi kunde inte ta reda på vilka sätt som är öppna just nu. E-post fungerar alltid.
ask-contact-method-gone = Det här sättet att svara stängde nyss, så ditt ärende skickades inte. Det är som du lämnade det: välj ett annat sätt.
ask-contact-slot-gone = Någon annan bokade nyss den här tiden, så ditt ärende skickades inte. Det är som du lämnade det: välj en annan tid.
ask-contact-opened = { $method } har just öppnat.
ask-contact-closed = { $method } har just stängt.
ask-contact-choose-another = Välj ett annat sätt för att gå vidare.
ask-contact-button = Granska ditt ärende
contact-options-title = Så svarar vi
contact-options-email = E-post
contact-options-chat = Livechatt
contact-options-phone = Telefon
contact-options-seller = Meddelande till säljaren
contact-options-unknown = Finns alltid. Vi svarar så snart vi kan.
contact-options-reply =
    { $hours ->
        [one] Besvaras oftast inom en timme.
       *[other] Besvaras oftast inom { $hours } timmar.
    }
contact-options-available = Öppet nu.
contact-options-seller-reply =
    { $hours ->
        [one] Säljaren svarar oftast inom en timme.
       *[other] Säljaren svarar oftast inom { $hours } timmar.
    }
contact-options-open-until = Öppet nu, till { $time }.
contact-options-reason =
    { $reason ->
        [outside_hours] Stängt så här dags.
        [holiday] Stängt i dag för helgdag.
        [no_agents_online] Ingen sitter vid telefonen just nu.
        [queue_long] Många väntar just nu.
        [queue_full] Så många väntar att ingen fler får plats just nu.
        [language_unsupported] Finns inte på det här språket.
        [topic_unsupported] Finns inte för en sådan fråga.
        [country_unsupported] Finns inte i ditt land.
        [order_required] Bara för frågor om en beställning.
        [account_restricted] Finns inte medan ditt konto är begränsat.
        [maintenance] Fungerar inte just nu. Vi arbetar på det.
        [unknown] Inte öppet just nu.
       *[other] Inte öppet just nu: { $plain }.
    }
contact-options-opens = Öppnar { $time }.
contact-options-opens-there = Öppnar { $time } ({ $there } i { $place }).
contact-options-wait = Väntan är ungefär { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    }.
contact-options-wait-range = Väntan är { $low } till { $high } minuter.
contact-options-position = Du skulle få plats { $position } i kön.
contact-options-book = Du kan boka ett samtal på en tid som passar dig.
contact-options-spoken = Vi talar { $language } med dig.
contact-options-written = Vi skriver till dig på { $language }.
day-bar-today = I dag { $times }, din tid.
day-bar-none = Ingen är där i dag.
day-bar-span = { $from } till { $to }
call-phone-label = Numret vi ringer
call-phone-hint = Med landsnumret först, till exempel +46 70 123 45 67.
call-phone-empty = Skriv numret som vi ska ringa
call-phone-refused = Vi kan inte ringa det här numret. Titta på det en gång till, med landsnumret först.
call-times-label = När vi ringer
call-times-now = Så snart någon är ledig
call-times-choose = Välj en tid
call-times-missing = Välj en tid: ingen kan ringa just nu
support-language-label = Språk för svaret
support-language-other = Vårt team skriver inte på { $language }. Välj det språk som passar dig bäst.

ask-check-title = Det här kommer supporten att se
ask-check-lead = Inget annat skickas. Du kan utelämna det som inte behövs.
ask-check-question = Din fråga
ask-check-subject = Gäller
ask-check-reply = Hur vi svarar
ask-check-reply-by = { $method }, på { $language }
ask-check-call = Vi ringer
ask-check-person = Från
ask-check-person-text = { $name }, { $email }
ask-check-answer = Svaret du fick se
ask-check-answer-text = Med sina källor, så att ingen säger samma sak en gång till
ask-check-order-state = Hur det står till med beställningen
ask-check-order-state-text = { $state } · lagd den { $date }
ask-check-shipping = Paket
ask-check-money = Betalning
ask-check-timezone = Din tidszon
ask-check-button = Skicka till supporten
ask-check-sending = Skickar
ask-check-signed-out = Du har loggats ut under tiden. Ditt ärende finns kvar.
ask-check-offline = Du är offline. Ditt ärende finns kvar; skicka det när du har nät.
ask-check-refused = Något i ärendet har ändrats, så det skickades inte. Gå tillbaka ett steg och titta på det igen.
ask-check-failed = Det har inte skickats: felet ligger hos oss. Ditt ärende finns kvar, och skickar du igen blir det aldrig dubbelt.
request-preview-needed = Behövs
request-preview-change = Ändra
request-preview-change-name = Ändra: { $label }
request-preview-remove = Utelämna
request-preview-remove-name = Utelämna: { $label }
request-preview-restore = Ta med igen
request-preview-restore-name = Ta med igen: { $label }
request-preview-withheld = Utelämnat

ask-sent-title = Ditt ärende är hos supporten
ask-sent-number = Ärende { $number }
ask-sent-next-title = Vad som händer nu
ask-sent-review = En medarbetare läser det och undersöker saken, opartiskt.
ask-sent-expected = Du kan räkna med svar senast { $moment }.
ask-sent-email = Vi skickar ett e-postmeddelande när svaret finns. Du läser och besvarar det här, under Ärenden.
ask-sent-case = Gå till ditt ärende

ask-contact-seller-label = Ditt meddelande till säljaren
ask-contact-seller-hint = Det här är dina egna ord. Ändra dem som du vill; säljaren läser dem, med ditt namn och ditt land.
ask-contact-seller-term = Har du inte fått svar { $at } öppnar du ett ärende med ett tryck, och den här konversationen följer med.
ask-contact-seller-skip = Du kan också hoppa över det här och prata med kundtjänst: välj ett annat sätt ovan.
ask-contact-seller-button = Skicka till säljaren
ask-contact-seller-refused = Något med beställningen har ändrats, så det skickades inte. Dina ord finns kvar; välj ett annat sätt ovan.
skip-reason-label = Varför inte säljaren? (Du behöver inte svara.)
skip-reason-none = Det vill jag inte säga
skip-reason-no-reply = Säljaren svarar inte
skip-reason-no-agreement = Vi kommer inte överens
skip-reason-safety = Det gäller säkerhet eller bedrägeri
skip-reason-rather-not = Jag vill helst inte skriva till säljaren
skip-reason-something-else = Något annat
ask-check-seller-reason = Varför supporten och inte säljaren
ask-sent-seller-title = Ditt meddelande är hos säljaren
ask-sent-seller = Skickat till { $name }
ask-sent-seller-answer = Svaret kommer på beställningens sida, och vi skickar ett e-postmeddelande när det finns där.
ask-sent-seller-term = Har du inte fått svar senast { $moment } öppnar du ett ärende med ett tryck, och den här konversationen följer med.
ask-sent-seller-support = Du kan också vända dig till kundtjänst före det.
ask-sent-seller-order = Gå till konversationen
