# What we say about ourselves.

accessibility-title = Tillgänglighet
accessibility-lead = Alla ska kunna få hjälp här, på det sätt som fungerar för dem.
accessibility-goal = Vi bygger hjälpcentret för att uppfylla Web Content Accessibility Guidelines 2.2, nivå AA. Du kan använda det med bara tangentbordet, med skärmläsare och med stor text. Allt som går att läsa kan läsas utan skript.
accessibility-checked-title = Det här kontrollerar vi
accessibility-checked-tool = Varje sida med ett automatiskt verktyg, varje gång vi ändrar något.
accessibility-checked-keyboard = Att söka, läsa och svara med bara tangentbordet, även på en smal skärm.
accessibility-checked-colours = Kontrasten i det ljusa och det mörka temat.
accessibility-gaps-title = Det här har vi inte kontrollerat än
accessibility-gaps = Vi har inte testat med alla skärmläsare. Om något står i vägen för dig vill vi gärna veta det. Då hjälper vi dig på annat sätt medan vi rättar till felet.

privacy-title = Integritet
privacy-lead = Vad hjälpcentret vet om dig, och vad det inte vet.
privacy-read-title = Att läsa är privat
privacy-read = Du kan läsa alla artiklar utan att logga in. Ingen kaka sätts för det, inget laddas från andra företag och ingen följer dig från sida till sida.
privacy-kept-title = Det som skickas och sparas
privacy-kept-search = Det du söker efter skickas för att hitta artiklar och sparas inte tillsammans med vem du är.
privacy-kept-feedback = Om du berättar ifall en artikel hjälpte sparar vi svaret med artikeln, och inget om dig.
privacy-kept-place = När du byter språk sparas din plats på sidan i den här fliken tills nästa sida har laddats.
privacy-asking-title = När du frågar oss något
privacy-asking-answer = En fråga du ställer skickas för att hitta svaret, och svaret sparas så att det finns kvar när du kommer tillbaka. En kaka som försvinner med webbläsaren visar att det är ditt. Den kan skickas till en tjänst som skriver svar med AI: utan ditt namn, din adress och dina meddelanden, så långt vi känner igen dem. Ett svar säger när det är skrivet av AI.
privacy-asking-recent = Objekt som du tittar på sparas i trettio dagar, högst tjugo, så att du kan välja ett när du frågar. Innan du loggar in säger samma kaka att de är dina.
privacy-asking-drafts = Det du har börjat skriva finns kvar på den här enheten, under ditt eget namn, tills du skickar det, loggar ut eller trettio dagar har gått. Ingen annan som loggar in här ser det.
privacy-asking-session = När du loggar in håller en kaka dig inloggad. Den används inte till något annat.
privacy-asking-support = Det supporten får se av ett ärende visas för dig rad för rad innan du skickar det.
privacy-others-title = Andra företag
privacy-others = Webbplatsen laddar inget från någon annan: inga typsnitt, ingen reklam, ingen mätning.

browsers-title = Webbläsare som stöds
browsers-lead = Vilka webbläsare hjälpcentret är gjort för.
browsers-all-title = Allt fungerar i
browsers-all = De senaste två årens versioner av Chrome, Edge, Firefox och Safari, på datorer, surfplattor och telefoner.
browsers-reading-title = Läsning fungerar i
browsers-reading = Äldre webbläsare, och webbläsare där skript eller WebAssembly är avstängt. Varje sida är hel innan något skript körs. Sökningen leder där till listan över alla artiklar.
browsers-help-title = Om en sida inte fungerar
browsers-help = Ladda om den först. Om det inte hjälper kan du uppdatera webbläsaren eller prova en annan.
