//! Words that may grow: a reader keeps the ones it does not know, and shows them plainly.

/// An enum of the contract whose last variant holds every word that is not known yet.
macro_rules! open_enum {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case", from = "String")]
        pub enum $name {
            $($(#[$of])* $variant,)+
            #[serde(untagged)]
            Other(String),
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Other(word),
                }
            }
        }

        impl $name {
            /// All words that this version of the contract knows.
            pub const KNOWN: &'static [&'static str] = &[$($word),+];

            /// The word on the wire.
            #[must_use]
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }
    };
}

pub(crate) use open_enum;

#[cfg(test)]
mod tests {
    open_enum! {
        /// A colour.
        Colour { Green = "green", DeepGreen = "deep_green" }
    }

    #[test]
    fn words_are_written_as_they_are_read() {
        for (name, word, colour) in [
            ("known", "green", Colour::Green),
            ("of_two_words", "deep_green", Colour::DeepGreen),
            ("unknown", "mauve", Colour::Other("mauve".to_owned())),
        ] {
            let json = format!("\"{word}\"");
            assert_eq!(serde_json::from_str::<Colour>(&json).unwrap(), colour, "{name} is read");
            assert_eq!(serde_json::to_string(&colour).unwrap(), json, "{name} is written");
            assert_eq!(colour.word(), word, "{name}");
        }
        assert_eq!(Colour::KNOWN, ["green", "deep_green"]);
    }
}
