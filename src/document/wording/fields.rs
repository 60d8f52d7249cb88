//! What a wording file may name.

use std::collections::BTreeMap;

use minijinja::Value;

/// Named values for a wording file: texts, numbers, yes or no, and groups of
/// these.
#[derive(Debug, Clone, Default)]
pub(in crate::document) struct Fields(BTreeMap<String, Value>);

impl Fields {
    /// Adds a text.
    pub fn text(mut self, name: &str, text: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), Value::from(text.into()));
        self
    }

    /// Adds a number.
    pub fn number(mut self, name: &str, number: u16) -> Self {
        self.0.insert(name.to_owned(), Value::from(number));
        self
    }

    /// Adds something that is so or not.
    pub fn flag(mut self, name: &str, flag: bool) -> Self {
        self.0.insert(name.to_owned(), Value::from(flag));
        self
    }

    /// Adds a group; `None` is a group that `{% if … %}` finds empty.
    pub fn group(mut self, name: &str, group: Option<Self>) -> Self {
        self.0.insert(name.to_owned(), group.map_or(Value::from(()), |group| Value::from(group.0)));
        self
    }

    /// As minijinja takes them.
    pub(super) fn value(&self) -> Value {
        Value::from(self.0.clone())
    }
}
