# What we say about ourselves.

accessibility-title = Accessibility
accessibility-lead = Everyone should be able to get help here, in the way that works for them.
accessibility-goal = We build this help centre to meet the Web Content Accessibility Guidelines 2.2, level AA. You can use it with the keyboard alone, with a screen reader, and with large text. Everything that is there to be read can be read without scripts.
accessibility-checked-title = What we check
accessibility-checked-tool = Every page with an automatic checker, each time we change something.
accessibility-checked-keyboard = Searching, reading and answering with the keyboard alone, also on a narrow screen.
accessibility-checked-colours = The light and the dark theme for contrast.
accessibility-gaps-title = What we have not checked yet
accessibility-gaps = We have not tested with every screen reader. If something stands in your way, please tell us, and we will help you by another route while we put it right.

privacy-title = Privacy
privacy-lead = What this help centre knows about you, and what it does not.
privacy-read-title = Reading is private
privacy-read = You can read every article without signing in. No cookie is set for it, nothing is loaded from other companies, and nobody follows you from page to page.
privacy-kept-title = What is sent and kept
privacy-kept-search = What you search for is sent to find articles, and is not stored with who you are.
privacy-kept-feedback = If you tell us whether an article helped, we keep that answer with the article, and nothing about you.
privacy-kept-place = When you change the language, your place on the page is kept in this tab until the next page has loaded.
privacy-asking-title = When you ask us something
privacy-asking-answer = A question you ask is sent to find the answer, and the answer is kept so that it is still there when you come back. A cookie that ends with your browser says that it is yours. It may go to a service that writes answers with AI: without your name, your address and your messages, as far as we recognise them. An answer says when it was written by AI.
privacy-asking-recent = The objects you look at are kept for thirty days, twenty at most, so that you can choose one when you ask. Before you sign in, the same cookie says that they are yours.
privacy-asking-drafts = What you have begun to write stays on this device, under your own name, until you send it, sign out, or thirty days have passed. Nobody else who signs in here sees it.
privacy-asking-session = When you sign in, one cookie keeps you signed in. It is used for nothing else.
privacy-asking-support = What support sees of a request is shown to you line by line before you send it.
privacy-others-title = Other companies
privacy-others = This site loads nothing from anyone else: no fonts, no advertising, no measuring.

browsers-title = Browser support
browsers-lead = Which browsers this help centre is made for.
browsers-all-title = Everything works in
browsers-all = The versions of Chrome, Edge, Firefox and Safari of the last two years, on computers, tablets and phones.
browsers-reading-title = Reading works in
browsers-reading = Older browsers, and browsers where scripts or WebAssembly are off. Each page is whole before any script runs. Searching leads to the list of all articles there.
browsers-help-title = If a page does not work
browsers-help = Load it again first. If that does not help, update your browser or try another one.
