# The frame around every page, and what is said before the app has started.

site-name = Svar
skip-link = Skip to the content

site-header-nav = Main
site-header-help = Help centre
site-header-orders = Orders
site-header-cases = Cases
site-header-sign-in = Sign in
site-header-account = Account
locale-switch-label = Language
notice-strip-label = Notices
breadcrumbs-label = You are here

site-footer-promise = A member of our team is always available to help.
site-footer-articles = All articles

boot-no-script = Search needs scripts, which are off in this browser. You can read everything here without them.
boot-all-articles = All articles
boot-blocked = Search and forms could not start in this browser. You can still read everything here.
boot-outdated = This page has been updated since you opened it. Load it again to use search and forms.
boot-offline = You are offline. You can go on reading this page; search starts once you are back online.
boot-no-script-here = This page needs scripts, which are off in this browser. You can read all articles without them.
boot-blocked-here = This page could not start in this browser. You can still read all articles.
boot-offline-here = You are offline. This page needs a connection; load it again once you are back online.
boot-unreachable = We cannot be reached right now. You can still read all articles; load the page again in a moment.
boot-reload = Load this page again

load-state-waiting = Loading
load-state-failed-title = We could not load this page
load-state-failed-text = The fault is on our side. Nothing you have typed is lost. Please try again in a moment.
load-state-offline-title = You are offline
load-state-offline-text = This page needs a connection. Try again once you are back online.
load-state-not-found-title = We could not find this page
load-state-not-found-text = It may have moved, or the address may have a slip in it. Here is where to go on.
load-state-version-title = This page is being updated
load-state-version-text = We are updating what is behind these pages. You can still read all articles, and nothing you have typed is lost. Please load the page again in a few minutes.
load-state-retry = Try again
load-state-home = Go to the help centre
