//! One locale's Fluent messages as a `fluent_templates::Loader`, filled at run time instead of at compile time:
//! a visitor downloads one language, not all.

use std::{borrow::Cow, collections::HashMap, iter};

use fluent_templates::{
    FluentBundle, LanguageIdentifier, Loader,
    fluent_bundle::{FluentResource, FluentValue},
};

/// The messages of one locale.
pub struct Words {
    locale: LanguageIdentifier,
    bundle: FluentBundle<FluentResource>,
}

/// Why words could not be read.
#[derive(Debug, PartialEq, Eq)]
pub enum WordsError {
    /// The tag is no BCP 47 language tag.
    Locale,
    /// The text is no Fluent, or names a message twice.
    Syntax,
}

impl Words {
    /// Reads the text of an `.ftl` file.
    ///
    /// # Errors
    /// [`WordsError`] if the tag or the text cannot be read.
    pub fn read(locale: &str, ftl: String) -> Result<Self, WordsError> {
        let locale: LanguageIdentifier = locale.parse().map_err(|_| WordsError::Locale)?;
        let resource = FluentResource::try_new(ftl).map_err(|_| WordsError::Syntax)?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale.clone()]);
        // Isolation marks around each value are invisible characters inside accessible names; right-to-left
        // values are isolated by `<bdi>` where they can occur.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|_| WordsError::Syntax)?;
        Ok(Self { locale, bundle })
    }

    /// The locale that the messages are in.
    #[must_use]
    pub fn locale(&self) -> &LanguageIdentifier {
        &self.locale
    }
}

impl Loader for Words {
    fn lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&HashMap<Cow<'static, str>, FluentValue>>,
    ) -> String {
        self.try_lookup_complete(lang, text_id, args).unwrap_or_else(|| text_id.to_owned())
    }

    fn try_lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&HashMap<Cow<'static, str>, FluentValue>>,
    ) -> Option<String> {
        if *lang != self.locale {
            return None;
        }
        let pattern = match text_id.split_once('.') {
            Some((id, attribute)) => self.bundle.get_message(id)?.get_attribute(attribute)?.value(),
            None => self.bundle.get_message(text_id)?.value()?,
        };
        let args = args.map(|args| args.iter().map(|(name, value)| (name.as_ref(), value.clone())).collect());
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args.as_ref(), &mut errors).into_owned())
    }

    fn locales(&self) -> Box<dyn Iterator<Item = &LanguageIdentifier> + '_> {
        Box::new(iter::once(&self.locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let ftl = "a-title = Orders\nb-count = { $n ->\n    [one] { $n } article\n   *[other] { $n } articles\n }\nc-x = C\n    .label = Close\n";
        Words::read("en", ftl.to_owned()).unwrap()
    }

    #[test]
    fn messages_are_found() {
        let words = words();
        for (name, id, n, expected) in [
            ("plain", "a-title", None, "Orders"),
            ("plural_one", "b-count", Some(1), "1 article"),
            ("plural_other", "b-count", Some(12), "12 articles"),
            ("attribute", "c-x.label", None, "Close"),
            ("missing_shows_its_id", "no-such", None, "no-such"),
            ("missing_attribute_shows_its_id", "c-x.no", None, "c-x.no"),
        ] {
            let args = n.map(|n| HashMap::from([(Cow::from("n"), FluentValue::from(n))]));
            assert_eq!(words.lookup_complete(words.locale(), id, args.as_ref()), expected, "{name}");
        }
    }

    #[test]
    fn another_language_is_not_answered() {
        let words = words();
        let swedish = "sv".parse().unwrap();
        assert_eq!(words.try_lookup_complete(&swedish, "a-title", None), None);
        assert_eq!(words.locales().map(ToString::to_string).collect::<Vec<_>>(), ["en"]);
    }

    #[test]
    fn bad_words_are_refused() {
        for (name, locale, ftl, expected) in [
            ("no_tag", "not a tag", "a = b\n", WordsError::Locale),
            ("no_fluent", "en", "a = { $x\n", WordsError::Syntax),
            ("twice", "en", "a = b\na = c\n", WordsError::Syntax),
        ] {
            assert_eq!(Words::read(locale, ftl.to_owned()).err(), Some(expected), "{name}");
        }
    }
}
