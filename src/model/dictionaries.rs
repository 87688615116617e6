//! Dictionaries by locale: which the configuration names, and those of them that were opened.

use crate::locale::Locale;
use crate::text::dictionary::Dictionary;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The dictionaries that a configuration names. Each is opened when a translation into its locale is there; copies
/// share what is open.
#[derive(Clone, Debug, Default)]
pub struct Dictionaries {
    named: Arc<Vec<NamedDictionary>>,
}

/// The dictionary of one locale, open or not.
#[derive(Debug)]
pub struct NamedDictionary {
    /// The locale's tag, or the code of a language.
    pub tag: String,
    /// Its files, as the current folder sees them: Hunspell's (`.dic`), and plain lists of words.
    pub files: Vec<PathBuf>,
    /// The line of the configuration that names it, from 1.
    pub line: usize,
    opened: OnceLock<Result<Dictionary, String>>,
}

impl NamedDictionary {
    /// A dictionary that is not open yet.
    pub fn new(tag: impl Into<String>, files: Vec<PathBuf>, line: usize) -> Self {
        Self { tag: tag.into(), files, line, opened: OnceLock::new() }
    }

    /// Opens it with what `read` gives, unless it is open: the dictionary, or in words why there is none.
    pub fn open(&self, read: impl FnOnce(&Self) -> Result<Dictionary, String>) {
        self.opened.get_or_init(|| read(self));
    }
}

impl Dictionaries {
    /// The dictionaries `named`.
    pub fn new(named: Vec<NamedDictionary>) -> Self {
        Self { named: Arc::new(named) }
    }

    /// The dictionary for `locale`, that of its language where there is none of its own; open or not.
    pub fn named(&self, locale: &Locale) -> Option<&NamedDictionary> {
        let of = |tag: &str| self.named.iter().find(|named| named.tag.eq_ignore_ascii_case(tag));
        of(locale.tag()).or_else(|| of(locale.language().code))
    }

    /// The dictionary for `locale`, when it is open.
    pub fn get(&self, locale: &Locale) -> Option<&Dictionary> {
        self.named(locale)?.opened.get()?.as_ref().ok()
    }

    /// All of them, open or not.
    pub fn iter(&self) -> impl Iterator<Item = &NamedDictionary> {
        self.named.iter()
    }

    /// Those that could not be opened, with the reasons.
    pub fn unopened(&self) -> impl Iterator<Item = (&NamedDictionary, &str)> {
        self.named.iter().filter_map(|named| Some((named, named.opened.get()?.as_ref().err()?.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_dictionary_is_taken() {
        let names = ["de", "de-AT", "sv"].map(|tag| NamedDictionary::new(tag, Vec::new(), 1));
        let dictionaries = Dictionaries::new(names.into());
        let tag = |text: &str| dictionaries.named(&Locale::parse(text).unwrap()).map(|named| named.tag.as_str());
        assert_eq!(
            [tag("de-AT"), tag("de-CH"), tag("sv-se"), tag("nl")],
            [Some("de-AT"), Some("de"), Some("sv"), None]
        );
        let (german, swedish) = (Locale::parse("de").unwrap(), Locale::parse("sv").unwrap());
        dictionaries.named(&german).unwrap().open(|_| Ok(Dictionary::default()));
        dictionaries.named(&swedish).unwrap().open(|named| Err(format!("no {}", named.tag)));
        assert!(dictionaries.get(&german).is_some() && dictionaries.get(&swedish).is_none());
        assert_eq!(dictionaries.unopened().map(|(_, reason)| reason).collect::<Vec<_>>(), ["no sv"]);
    }
}
