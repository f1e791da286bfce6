# The frame around every page, and what is said before the app has started.

site-name = Svar
skip-link = Hoppa till innehållet

site-header-nav = Huvudmeny
site-header-help = Hjälpcenter
site-header-orders = Beställningar
site-header-cases = Ärenden
site-header-sign-in = Logga in
site-header-account = Konto
locale-switch-label = Språk
notice-strip-label = Meddelanden
breadcrumbs-label = Här är du

site-footer-promise = En medlem av vårt team finns alltid tillgänglig för att hjälpa till.
site-footer-articles = Alla artiklar

boot-no-script = Sökningen behöver skript, som är avstängda i den här webbläsaren. Du kan läsa allt här utan dem.
boot-all-articles = Alla artiklar
boot-blocked = Sökning och formulär kunde inte starta i den här webbläsaren. Du kan fortfarande läsa allt här.
boot-outdated = Sidan har uppdaterats sedan du öppnade den. Ladda om den för att använda sökning och formulär.
boot-offline = Du är offline. Du kan läsa vidare på sidan; sökningen startar när du är online igen.
boot-no-script-here = Den här sidan behöver skript, som är avstängda i den här webbläsaren. Du kan läsa alla artiklar utan dem.
boot-blocked-here = Den här sidan kunde inte starta i den här webbläsaren. Du kan fortfarande läsa alla artiklar.
boot-offline-here = Du är offline. Den här sidan behöver en uppkoppling; ladda om den när du är online igen.
boot-unreachable = Vi går inte att nå just nu. Du kan fortfarande läsa alla artiklar; ladda sidan igen om en stund.
boot-reload = Ladda om sidan

load-state-waiting = Laddar
load-state-failed-title = Vi kunde inte ladda sidan
load-state-failed-text = Felet ligger hos oss. Inget du har skrivit har gått förlorat. Försök igen om en stund.
load-state-offline-title = Du är offline
load-state-offline-text = Den här sidan behöver en uppkoppling. Försök igen när du är online.
load-state-not-found-title = Vi hittade inte sidan
load-state-not-found-text = Den kan ha flyttats, eller så har adressen blivit lite fel. Härifrån kommer du vidare.
load-state-version-title = Sidan håller på att uppdateras
load-state-version-text = Vi uppdaterar det som ligger bakom de här sidorna. Du kan fortfarande läsa alla artiklar, och inget du har skrivit går förlorat. Ladda sidan igen om några minuter.
load-state-retry = Försök igen
load-state-home = Till hjälpcentret
