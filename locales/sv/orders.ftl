# Orders, as their buyer or as their seller sees them. $side is who looks: buyer or seller.
# Words of the contract that are not known yet are shown as $plain.

order-state =
    { $state ->
        [awaiting_payment] Väntar på betalning
        [paid]
            { $side ->
                [seller] Betald, redo att skickas
               *[other] Betald, väntar på att säljaren skickar
            }
        [shipped] På väg
        [held_at_customs] Hos tullen
        [delivery_failed] Kunde inte levereras
        [delivered] Levererad
        [picked_up] Upphämtad
        [cancelled] Avbeställd
        [refunded] Återbetald
        [partly_refunded] Delvis återbetald
        [in_case] I ett ärende hos kundsupport
       *[other] { $plain }
    }

order-list-label = Beställningar
order-list-title =
    { $more ->
        [0] { $first }
       *[other] { $first } och { $more } till
    }
order-list-number = Beställning { $number }
order-list-placed = Lagd den
order-list-seller = Säljare
order-list-buyer = Köpare
order-list-total = Totalt
order-list-unread =
    { $count ->
        [one] { $count } nytt meddelande
       *[other] { $count } nya meddelanden
    }

order-list-count =
    { $count ->
        [one] { $count } beställning på den här sidan
       *[other] { $count } beställningar på den här sidan
    }
order-list-signed-out = Logga in för att se dina beställningar
order-list-empty = Inga beställningar än
order-list-empty-buyer = När du vinner ett objekt finns beställningen här.
order-list-empty-seller = När någon vinner ett av dina objekt finns beställningen här.
order-list-no-match = Ingen beställning passar
order-list-no-match-text = Prova en annan status eller färre ord.
order-list-all = Visa alla beställningar

pager-label = Mer
pager-newer = Nyare
pager-older = Äldre

signed-in-text = Du kommer tillbaka hit direkt, och allt är som du lämnade det.
signed-in-help = Jag kan inte logga in

order-view-clocks = Tider att hålla koll på
order-view-signed-out = Logga in för att se beställningen

order-filter-sides = Dina beställningar som
order-filter-buyer = Köpare
order-filter-seller = Säljare
order-filter-label = Hitta en beställning
order-filter-state = Status
order-filter-any-state = Alla
order-filter-text = Beställningsnummer eller objekt
order-filter-submit = Visa beställningar

order-summary-title = Beställning { $number }
order-summary-placed = Lagd den
order-summary-total = Totalt
order-summary-fee = Varav köparskydd { $amount }
order-summary-seller = Säljare
order-summary-buyer = Köpare
order-summary-person = { $name }, { $country }
order-summary-professional = Säljer som företag
order-summary-reply = Svarar oftast inom { $time }
order-summary-hours =
    { $count ->
        [one] { $count } timme
       *[other] { $count } timmar
    }
order-summary-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagar
    }

order-objects-title =
    { $count ->
        [one] Objektet
       *[other] Objekten
    }
order-objects-price =
    { $count ->
        [one] Pris
       *[other] Styckpris
    }
order-objects-quantity = Antal
order-objects-support = Få support
order-objects-about = för { $title }

order-journey-title = Var allt är
order-journey-parcel = Paketet
order-journey-money = Pengarna
order-journey-expected = Väntas { $date }
order-journey-ahead = Inte än
order-journey-here = Nu
order-journey-station =
    { $station ->
        [placed] Beställningen lagd
        [paid] Betald
        [shipped] Skickat
        [in_transit] På väg
        [customs] Hos tullen
        [delivery_failed] Kunde inte levereras
        [out_for_delivery] Ute för leverans
        [delivered] Levererat
        [picked_up] Upphämtat
        [returned] Tillbaka hos säljaren
        [with_buyer]
            { $side ->
                [seller] Hos köparen
               *[other] Hos dig
            }
        [held] I säkert förvar
        [with_seller]
            { $side ->
                [seller] Hos dig
               *[other] Hos säljaren
            }
        [given_back]
            { $side ->
                [seller] Tillbaka hos köparen
               *[other] Tillbaka hos dig
            }
        [split]
            { $side ->
                [seller] En del hos dig, en del tillbaka hos köparen
               *[other] En del tillbaka hos dig, en del hos säljaren
            }
       *[other] { $plain }
    }

order-money-title =
    { $side ->
        [seller] Din utbetalning
       *[other] Din betalning
    }
order-money-state =
    { $state ->
        [due] Beställningen är inte betald än.
        [held] Din betalning är i säkert förvar. Säljaren har inte fått den än.
        [released] Din betalning har gått till säljaren.
        [refunded] Din betalning har återbetalats till dig.
        [partly_refunded] En del av din betalning har återbetalats till dig. Resten har gått till säljaren.
       *[other] { $plain }
    }
order-money-release = Den går till säljaren den { $date }, om du inte rapporterar ett problem före dess.
order-money-refunded = { $amount } gick tillbaka till dig.
order-money-payout =
    { $state ->
        [pending] Din utbetalning förbereds.
        [held] Din utbetalning är pausad.
        [paid] Din utbetalning har skickats till dig.
        [reversed] Din utbetalning har återtagits.
       *[other] { $plain }
    }
order-money-planned = Den är planerad till den { $date }.
order-money-reason =
    { $reason ->
        [case_open] Det finns ett öppet ärende om beställningen. Där avgörs vad som händer med utbetalningen.
        [tracking_silent] Spårningen visar ingen leverans än. Utbetalningen väntar på den.
        [account_restricted] Ditt konto är begränsat. Utbetalningen väntar tills det har ordnats.
       *[other] Orsak: { $plain }.
    }
order-money-gross = Såld för
order-money-fees = Avgifter
order-money-net = Du får

deadline-clock-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }
deadline-clock-hours =
    { $hours ->
        [one] { $hours } timme
       *[other] { $hours } timmar
    }
deadline-clock-minutes =
    { $minutes ->
        [one] { $minutes } minut
       *[other] { $minutes } minuter
    }
deadline-clock-left =
    { $kind ->
        [report_problem]
            { $side ->
                [seller] Köparen har { $left } kvar att rapportera ett problem (till { $until }).
               *[other] { $left } kvar att rapportera ett problem (till { $until }).
            }
        [ship_by]
            { $side ->
                [seller] { $left } kvar att skicka paketet (till { $until }).
               *[other] Säljaren har { $left } kvar att skicka paketet (till { $until }).
            }
        [respond_by] { $left } kvar att svara (till { $until }).
        [answer_message]
            { $side ->
                [seller] { $left } kvar att svara på köparens meddelande (till { $until }).
               *[other] Säljaren har { $left } kvar att svara på ditt meddelande (till { $until }).
            }
        [withdraw]
            { $side ->
                [seller] Köparen har { $left } kvar att ångra beställningen (till { $until }).
               *[other] { $left } kvar att ångra beställningen (till { $until }).
            }
        [payout] { $left } kvar till utbetalningen ({ $until }).
        [pay_by]
            { $side ->
                [seller] Köparen har { $left } kvar att betala (till { $until }).
               *[other] { $left } kvar att betala (till { $until }).
            }
       *[other] { $left } kvar (till { $until }): { $plain }.
    }
deadline-clock-over =
    { $kind ->
        [report_problem] Tiden för att rapportera ett problem gick ut den { $until }.
        [ship_by] Tiden för att skicka paketet gick ut den { $until }.
        [respond_by] Tiden för att svara gick ut den { $until }.
        [answer_message] Tiden för att svara på meddelandet gick ut den { $until }.
        [withdraw] Tiden för att ångra beställningen gick ut den { $until }.
        [payout] Utbetalningen var planerad till den { $until }.
        [pay_by] Tiden för att betala gick ut den { $until }.
       *[other] Det här gick ut den { $until }: { $plain }.
    }
deadline-clock-then =
    { $then ->
        [payment_released]
            { $side ->
                [seller] Sedan går betalningen till dig.
               *[other] Sedan går betalningen till säljaren.
            }
        [order_cancelled] Sedan avbeställs beställningen.
        [order_late] Sedan räknas beställningen som försenad.
        [cancel_allowed]
            { $side ->
                [seller] Sedan kan köparen be oss att avbeställa.
               *[other] Sedan kan du be oss att avbeställa med full återbetalning.
            }
        [case_decided] Sedan avgör kundsupport ärendet utifrån det som är känt.
        [case_allowed]
            { $side ->
                [seller] Sedan kan köparen be kundsupport att titta på saken.
               *[other] Sedan öppnar du ett ärende med ett tryck, och den här konversationen följer med.
            }
        [right_ends] Sedan upphör den rätten.
        [payout_sent]
            { $side ->
                [seller] Sedan skickas pengarna till dig.
               *[other] Sedan skickas pengarna till säljaren.
            }
       *[other] Sedan: { $plain }.
    }
deadline-clock-done =
    { $then ->
        [payment_released]
            { $side ->
                [seller] Betalningen går till dig.
               *[other] Betalningen går till säljaren.
            }
        [order_cancelled] Beställningen avbeställs.
        [order_late] Beställningen räknas som försenad.
        [cancel_allowed]
            { $side ->
                [seller] Köparen kan nu be oss att avbeställa.
               *[other] Du kan nu be oss att avbeställa med full återbetalning.
            }
        [case_decided] Kundsupport avgör nu ärendet utifrån det som är känt.
        [case_allowed]
            { $side ->
                [seller] Köparen kan nu be kundsupport att titta på saken.
               *[other] Du kan öppna ett ärende nu, och den här konversationen följer med.
            }
        [right_ends] Den rätten har upphört.
        [payout_sent]
            { $side ->
                [seller] Pengarna är på väg till dig.
               *[other] Pengarna är på väg till säljaren.
            }
       *[other] Det som följer: { $plain }.
    }

order-actions-title = Det här kan du göra
order-actions-support = Få support
order-actions-track = Spåra paketet
order-actions-elsewhere = (en annan webbplats)
order-actions-code = Spårningsnummer

ship-to-title = Skicka paketet till

escalation-form-until = Säljaren har till { $at } på sig att svara. Sedan öppnar du ett ärende med ett tryck, och den här konversationen följer med.
escalation-form-over = Säljaren har inte svarat senast { $at }. Du kan öppna ett ärende nu, och den här konversationen följer med.
escalation-form-now = Fråga kundtjänst nu
escalation-form-reason = Varför frågar du kundtjänst nu?
escalation-form-choose = Välj en orsak
escalation-form-words = Vad ska kundtjänst veta?
escalation-form-words-hint = Du kan lämna det tomt om du har skrivit ovan. Kundtjänst läser också konversationen.
escalation-form-button = Öppna ett ärende
escalation-form-no-reason = Välj en orsak, så att kundtjänst vet varför.
escalation-form-no-words = Skriv med några ord vad det gäller, högst 2 000 tecken
escalation-form-failed = Ärendet kunde inte öppnas just nu. Allt är som det var; försök igen om en stund.
escalation-form-done = Du har bett kundtjänst att titta på det här. Konversationen finns med i ditt ärende.
escalation-form-case = Gå till ditt ärende
