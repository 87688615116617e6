//! Every check that a run may use: the built-in ones and guests, found by name.

use crate::check::{Category, CheckDef};
use crate::text::similarity;
use std::collections::BTreeMap;

/// The checks that a run may use.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    checks: BTreeMap<&'static str, &'static CheckDef>,
    aliases: BTreeMap<&'static str, &'static str>,
}

/// Two checks with one name.
#[derive(Clone, Debug, thiserror::Error)]
#[error("two checks are called `{0}`")]
pub struct DuplicateCheck(pub &'static str);

/// A name that is neither a check nor a category.
#[derive(Clone, Debug, thiserror::Error)]
#[error("no check or category is called `{name}`{}", near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
pub struct UnknownCheck {
    /// The name.
    pub name: String,
    /// What was probably meant.
    pub near: Option<&'static str>,
}

impl Registry {
    /// No checks.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The checks of this crate.
    ///
    /// # Panics
    /// Never: a test holds that their names differ.
    pub fn builtin() -> Self {
        let mut registry = Self::empty();
        for check in &crate::checks::ALL {
            registry.add(check).expect("built-in checks have names of their own");
        }
        registry
    }

    /// Adds a check, with its aliases.
    ///
    /// # Errors
    /// When its id or an alias is taken.
    pub fn add(&mut self, check: &'static CheckDef) -> Result<&mut Self, DuplicateCheck> {
        for name in std::iter::once(&check.id).chain(check.aliases) {
            if self.checks.contains_key(name) || self.aliases.contains_key(name) {
                return Err(DuplicateCheck(name));
            }
        }
        self.checks.insert(check.id, check);
        self.aliases.extend(check.aliases.iter().map(|alias| (*alias, check.id)));
        Ok(self)
    }

    /// All checks, by id.
    pub fn iter(&self) -> impl Iterator<Item = &'static CheckDef> {
        self.checks.values().copied()
    }

    /// The check called `name`, by id or alias.
    pub fn get(&self, name: &str) -> Option<&'static CheckDef> {
        // Hardly anybody asks by an alias.
        let by_alias = || self.checks.get(self.aliases.get(name)?);
        self.checks.get(name).or_else(by_alias).copied()
    }

    /// The checks that `name` means: one check, all of a category, or `all`.
    ///
    /// # Errors
    /// When nothing is called so; the error names the near miss.
    pub fn select(&self, name: &str) -> Result<Vec<&'static CheckDef>, UnknownCheck> {
        if name == "all" {
            return Ok(self.iter().collect());
        }
        if let Some((category, _)) = Category::ALL.iter().find(|(_, known)| *known == name) {
            return Ok(self.iter().filter(|check| check.category == *category).collect());
        }
        self.get(name).map(|check| vec![check]).ok_or_else(|| {
            let names =
                self.checks.keys().chain(self.aliases.keys()).copied().chain(Category::ALL.iter().map(|(_, n)| *n));
            UnknownCheck { name: name.to_owned(), near: similarity::near_miss(name, names) }
        })
    }
}
