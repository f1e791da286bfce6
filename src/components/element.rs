//! An element by its tag, for trees that are data: written as templates, each tag would be a type of its own.

use leptos::{
    prelude::*,
    tachys::html::{
        attribute::{
            any_attribute::{AnyAttribute, IntoAnyAttribute},
            custom::custom_attribute,
        },
        element::{ElementChild, custom},
    },
};

/// An element with these attributes around these children. Not for elements without an end tag.
pub fn element(tag: &'static str, attributes: Vec<(&'static str, String)>, children: Vec<AnyView>) -> AnyView {
    let attributes: Vec<AnyAttribute> =
        attributes.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect();
    custom(tag).child(children).add_any_attr(attributes).into_any()
}

/// An element with nothing but children.
pub fn plain(tag: &'static str, children: Vec<AnyView>) -> AnyView {
    element(tag, Vec::new(), children)
}
