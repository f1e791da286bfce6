//! The messages of one language, read from its files.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::tree::Source;

/// The value of a message or of one of its attributes.
#[derive(Default)]
pub struct Message {
    /// Where it is written: `file:line`.
    pub place: String,
    pub text: String,
    pub variables: BTreeSet<String>,
    /// Other messages and terms that it is made of.
    pub mentions: BTreeSet<String>,
}

/// One language: messages by key (`orders-title`, `orders-close.label`, `-brand`).
#[derive(Default)]
pub struct Catalogue {
    pub messages: BTreeMap<String, Message>,
    /// What could not be read, as sentences.
    pub breaches: Vec<String>,
}

impl Catalogue {
    pub fn read(files: &[Source]) -> Self {
        let mut catalogue = Self::default();
        for file in files {
            let resource = match fluent_syntax::parser::parse(file.text.as_str()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let line = file.text[..error.pos.start.min(file.text.len())].lines().count();
                        catalogue.breaches.push(format!("{}:{line}: is no Fluent; mend it: {error}", file.path));
                    }
                    resource
                }
            };
            for entry in &resource.body {
                match entry {
                    Entry::Message(it) => catalogue.add(file, it.id.name, it.value.as_ref(), &it.attributes),
                    Entry::Term(it) => {
                        catalogue.add(file, &format!("-{}", it.id.name), Some(&it.value), &it.attributes);
                    }
                    _ => {}
                }
            }
        }
        catalogue
    }

    fn add(&mut self, file: &Source, id: &str, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) {
        let is_here = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        let line = file.text.lines().position(is_here).unwrap_or_default() + 1;
        let values = value.map(|value| (id.to_owned(), value));
        let attributes = attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value));
        for (key, pattern) in values.into_iter().chain(attributes) {
            let mut message = Message { place: format!("{}:{line}", file.path), ..Message::default() };
            message.add_pattern(pattern);
            if let Some(first) = self.messages.insert(key.clone(), message) {
                let place = &first.place;
                self.breaches.push(format!("{}:{line}: `{key}` stands at {place} too; keep one of them", file.path));
            }
        }
    }
}

impl Message {
    /// Runs of digits in the text; plural branches may repeat one.
    pub fn numbers(&self) -> BTreeSet<&str> {
        self.text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
    }

    fn add_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.add_expression(expression),
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                self.add_inline(selector);
                variants.iter().for_each(|variant| self.add_pattern(&variant.value));
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::FunctionReference { arguments, .. } => self.add_arguments(arguments),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|it| format!(".{}", it.name)).unwrap_or_default();
                self.mentions.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.mentions.insert(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.add_arguments(arguments));
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression),
        }
    }

    fn add_arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|argument| self.add_inline(argument));
    }
}
