# The help centre.

help-home-title = How can we help?
help-home-lead = Look it up here, or ask us in your own words.
help-home-unfinished = Go on where you stopped
help-home-unfinished-general = A general question
help-home-most-asked = Most asked
help-home-door-title = Not what you are looking for?
help-home-door-text = Ask a question in your own words. A member of our team is always available to help.

category-list-title = Browse by subject
category-list-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
category-empty-title = Nothing on this shelf yet
category-empty-text = There are articles about other subjects.

articles-title = All articles
articles-lead = Everything in the help centre, by subject.

article-meta-updated = Updated
article-meta-language =
    { $tag ->
        [sv] This article is not in English yet. You are reading it in Swedish.
       *[other] This article is not in English yet. You are reading it in { $language }.
    }
article-contents-title = On this page
article-body-table = Table
article-body-note = Note
article-body-tip = Tip
article-body-important = Important
article-body-warning = Warning
article-body-caution = Caution
article-feedback-title = Did this help?
article-feedback-yes = Yes, it helped
article-feedback-no = No, not yet
article-feedback-thanks-yes = Thank you. It is good to know that this page helps.
article-feedback-thanks-no = Thank you. We use your answer to make this page better, and we can help you another way below.
article-feedback-failed = Your answer did not reach us. Please try again.
article-door-title = Still need help?
article-door-text = Tell us what it is about. A member of our team is always available to help.
article-door-button = Contact us
related-articles-title = Related articles

search-box-label = Search the help centre
search-box-submit = Search
search-box-suggestions = Suggestions
search-box-empty = Type a word or two to search for.
search-box-too-long = Please use at most { $count } characters. A few words find the most.
search-title = Search the help centre
search-title-for = { $query } · Search
search-count =
    { $count ->
        [one] { $count } article for “{ $query }”
       *[other] { $count } articles for “{ $query }”
    }
search-nothing-title = Nothing found for “{ $query }”
search-nothing-text = Try fewer or other words. Typing mistakes are fine.

ask-title = Ask a question
ask-lead = Put it in your own words. You see at once what our help centre says about it.
ask-about = About “{ $title }”
ask-about-text = These articles are read together with the one you come from.
ask-back = Back to the article
