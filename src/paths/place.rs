//! What an address leads to, and which of the two WebAssembly files holds its page.

use super::encoding::decode;

/// The inverse of the functions that make addresses. Slugs and ids are decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Home,
    Category(String),
    Articles,
    Article(String),
    Search,
    Ask(AskStep),
    Orders,
    Order(String),
    Object(String),
    Cases,
    Case(String),
    SignIn,
    SignInHelp,
    Account,
    Accessibility,
    Privacy,
    Browsers,
    Unknown,
}

/// The steps of asking, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskStep {
    About,
    Describe,
    Answer,
    Contact,
    Check,
    Sent,
}

/// Steps with a word in their address; the first is `ask` itself.
const STEPS: [AskStep; 5] = [AskStep::Describe, AskStep::Answer, AskStep::Contact, AskStep::Check, AskStep::Sent];

impl AskStep {
    /// The step's word in its address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Describe => "describe",
            Self::Answer => "answer",
            Self::Contact => "contact",
            Self::Check => "check",
            Self::Sent => "sent",
        }
    }
}

/// Reading needs nobody's name; the account part needs to know who asks. Each is a WebAssembly file of its own,
/// so that readers do not download what they may never use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Reading,
    Account,
}

impl Place {
    /// Which part the place belongs to.
    #[must_use]
    pub fn part(&self) -> Part {
        match self {
            Self::Ask(_)
            | Self::Orders
            | Self::Order(_)
            | Self::Object(_)
            | Self::Cases
            | Self::Case(_)
            | Self::SignIn
            | Self::SignInHelp
            | Self::Account => Part::Account,
            _ => Part::Reading,
        }
    }
}

/// The place that a path leads to in this locale.
#[must_use]
pub fn place(path: &str, locale: &str) -> Place {
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let Some((_, rest)) = segments.split_first().filter(|(first, _)| **first == locale) else {
        return Place::Unknown;
    };
    match rest {
        [] => Place::Home,
        ["categories", slug] => Place::Category(decode(slug)),
        ["articles"] => Place::Articles,
        ["articles", slug] => Place::Article(decode(slug)),
        ["search"] => Place::Search,
        ["ask"] => Place::Ask(AskStep::About),
        ["ask", word] => STEPS.into_iter().find(|step| step.word() == *word).map_or(Place::Unknown, Place::Ask),
        ["orders"] => Place::Orders,
        ["orders", id] => Place::Order(decode(id)),
        ["objects", id] => Place::Object(decode(id)),
        ["cases"] => Place::Cases,
        ["cases", id] => Place::Case(decode(id)),
        ["sign-in"] => Place::SignIn,
        ["sign-in", "help"] => Place::SignInHelp,
        ["account"] => Place::Account,
        ["accessibility"] => Place::Accessibility,
        ["privacy"] => Place::Privacy,
        ["browsers"] => Place::Browsers,
        _ => Place::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found() {
        for (name, path, expected) in [
            ("home", "/en", Place::Home),
            ("home_with_slash", "/en/", Place::Home),
            ("article", "/en/articles/track-your-parcel", Place::Article("track-your-parcel".to_owned())),
            ("encoded_slug", "/en/articles/f%C3%A5", Place::Article("få".to_owned())),
            ("broken_encoding_stays", "/en/articles/100%", Place::Article("100%".to_owned())),
            ("no_text", "/en/articles/%FF", Place::Article("\u{fffd}".to_owned())),
            ("all_articles", "/en/articles", Place::Articles),
            ("category", "/en/categories/selling", Place::Category("selling".to_owned())),
            ("order", "/en/orders/order-1", Place::Order("order-1".to_owned())),
            ("object", "/en/objects/object-1", Place::Object("object-1".to_owned())),
            ("no_list_of_objects", "/en/objects", Place::Unknown),
            ("case", "/en/cases/1", Place::Case("1".to_owned())),
            ("asking", "/en/ask", Place::Ask(AskStep::About)),
            ("step_of_asking", "/en/ask/check", Place::Ask(AskStep::Check)),
            ("first_step_has_one_address", "/en/ask/about", Place::Unknown),
            ("no_step", "/en/ask/elsewhere", Place::Unknown),
            ("help_with_sign_in", "/en/sign-in/help", Place::SignInHelp),
            ("too_deep", "/en/articles/a/b", Place::Unknown),
            ("another_language", "/sv/articles", Place::Unknown),
            ("language_as_a_prefix", "/english", Place::Unknown),
            ("nothing", "/", Place::Unknown),
        ] {
            assert_eq!(place(path, "en"), expected, "{name}");
        }
    }
}
