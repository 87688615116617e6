//! Options of checks, and what a check may ask for while it gets ready.

use crate::text::dates::Day;
use crate::text::terms::TermSet;
use serde::de::DeserializeOwned;

/// What a check may ask for while it gets ready.
#[derive(Clone, Copy)]
pub struct Setup<'s> {
    /// Terms that are not to be translated.
    pub kept: &'s TermSet,
    /// The glossary.
    pub glossary: &'s crate::model::Glossary,
    /// The dictionaries, open once there is something to check.
    pub dictionaries: &'s crate::model::Dictionaries,
    /// The day of the run; `None` when nobody said it, so that what is found depends on the files alone.
    pub today: Option<Day>,
}

/// The options of one check, as they were said; the format behind it is private.
#[derive(Clone, Debug, Default)]
pub struct Options(toml::Table);

/// Options that a check did not understand.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct OptionsError {
    /// What is wrong, in words.
    pub message: String,
    /// The key that is wrong, where one is.
    pub key: Option<String>,
}

impl OptionsError {
    /// An error of a check's own.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), key: None }
    }
}

impl Options {
    /// Reads TOML text.
    ///
    /// # Errors
    /// When the text is not TOML.
    pub fn parse(text: &str) -> Result<Self, OptionsError> {
        text.parse().map(Self).map_err(|error: toml::de::Error| OptionsError::new(error.message()))
    }

    /// Takes a table of TOML.
    pub fn from_table(table: toml::Table) -> Self {
        Self(table)
    }

    /// Reads the options into a check's own type.
    ///
    /// # Errors
    /// When a key is unknown (the message names the near miss) or a value is of the wrong type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, OptionsError> {
        self.0.clone().try_into().map_err(|error: toml::de::Error| {
            let (message, key) = crate::text::similarity::explain_unknown_key(error.message());
            // A value of the wrong type names its key on a line of its own: "in `min-pages`".
            let text = error.to_string();
            let wrong = text.lines().find_map(|line| line.strip_prefix("in `")?.strip_suffix('`'));
            match (key, wrong) {
                (None, Some(wrong)) => {
                    OptionsError { message: format!("`{wrong}`: {message}"), key: Some(wrong.to_owned()) }
                }
                (key, _) => OptionsError { message, key },
            }
        })
    }
}
