# The help centre.

help-home-title = Hur kan vi hjälpa dig?
help-home-lead = Slå upp det här, eller fråga oss med egna ord.
help-home-unfinished = Fortsätt där du slutade
help-home-unfinished-general = En allmän fråga
help-home-most-asked = Vanligaste frågorna
help-home-door-title = Hittar du inte det du söker?
help-home-door-text = Ställ en fråga med egna ord. En medlem av vårt team finns alltid tillgänglig för att hjälpa till.

category-list-title = Bläddra efter ämne
category-list-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artiklar
    }
category-empty-title = Inget på den här hyllan än
category-empty-text = Det finns artiklar om andra ämnen.

articles-title = Alla artiklar
articles-lead = Allt i hjälpcentret, efter ämne.

article-meta-updated = Uppdaterad
article-meta-language =
    { $tag ->
        [en] Artikeln finns inte på svenska än. Du läser den på engelska.
       *[other] Artikeln finns inte på svenska än. Du läser den på { $language }.
    }
article-contents-title = På den här sidan
article-body-table = Tabell
article-body-note = Observera
article-body-tip = Tips
article-body-important = Viktigt
article-body-warning = Varning
article-body-caution = Försiktigt
article-feedback-title = Var detta till hjälp?
article-feedback-yes = Ja, det hjälpte
article-feedback-no = Nej, inte än
article-feedback-thanks-yes = Tack. Det är bra att veta att sidan hjälper.
article-feedback-thanks-no = Tack. Vi använder ditt svar för att göra sidan bättre, och nedan kan du få hjälp på annat sätt.
article-feedback-failed = Ditt svar nådde oss inte. Försök igen.
article-door-title = Behöver du mer hjälp?
article-door-text = Berätta vad det gäller. En medlem av vårt team finns alltid tillgänglig för att hjälpa till.
article-door-button = Kontakta oss
related-articles-title = Relaterade artiklar

search-box-label = Sök i hjälpcentret
search-box-submit = Sök
search-box-suggestions = Förslag
search-box-empty = Skriv ett ord eller två att söka efter.
search-box-too-long = Använd högst { $count } tecken. Några få ord hittar mest.
search-title = Sök i hjälpcentret
search-title-for = { $query } · Sök
search-count =
    { $count ->
        [one] { $count } artikel för ”{ $query }”
       *[other] { $count } artiklar för ”{ $query }”
    }
search-nothing-title = Inget hittades för ”{ $query }”
search-nothing-text = Prova färre eller andra ord. Stavfel gör ingenting.

ask-title = Ställ en fråga
ask-lead = Skriv med egna ord. Du ser genast vad hjälpcentret säger om det.
ask-about = Om ”{ $title }”
ask-about-text = De här artiklarna läses ofta tillsammans med den du kommer från.
ask-back = Tillbaka till artikeln
