//! The words of a language, as somebody listed them: plain lists, and Hunspell dictionaries (feature `spelling`).

use std::borrow::Cow;
use std::collections::HashSet;

/// The words of a language.
#[derive(Clone, Default)]
pub struct Dictionary {
    words: HashSet<String>,
    #[cfg(feature = "spelling")]
    hunspell: Vec<spellbook::Dictionary>,
}

/// A dictionary that is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DictionaryError {
    /// Whether the fault lies in the rules (`.aff`) and not in the words (`.dic`).
    pub in_rules: bool,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, in words.
    pub message: String,
}

impl Dictionary {
    /// Whether Hunspell dictionaries are understood: the feature `spelling`.
    pub const READS_HUNSPELL: bool = cfg!(feature = "spelling");

    /// Adds the words of `list`: one a line, in the case that they are written in; behind `#` stands a remark.
    pub fn add_list(&mut self, list: &str) {
        let words = list.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        self.words.extend(words.filter(|word| !word.is_empty()).map(|word| plain(word).into_owned()));
    }

    /// Adds a Hunspell dictionary: the bytes of its rules and of its words, in the encoding that the rules name (`SET`).
    ///
    /// # Errors
    /// When either file is not understood, its encoding is not known, or the feature `spelling` is missing.
    #[cfg(feature = "spelling")]
    pub fn add_hunspell(&mut self, rules: &[u8], words: &[u8]) -> Result<(), DictionaryError> {
        let encoding = hunspell::encoding(rules)?;
        let (rules, words) = (encoding.decode(rules).0, encoding.decode(words).0);
        self.hunspell.push(hunspell::parse(&rules, &words)?);
        Ok(())
    }

    /// Refuses a Hunspell dictionary.
    ///
    /// # Errors
    /// Always: the feature `spelling` is missing.
    #[cfg(not(feature = "spelling"))]
    pub fn add_hunspell(&mut self, _: &[u8], _: &[u8]) -> Result<(), DictionaryError> {
        let message = "the feature `spelling` is missing".to_owned();
        Err(DictionaryError { in_rules: false, line: None, message })
    }

    /// Whether `word` is one of its words. What it has in small letters it has with a capital, and in capitals, too.
    ///
    /// ```
    /// # use bilint::text::dictionary::Dictionary;
    /// let mut dictionary = Dictionary::default();
    /// dictionary.add_list("bestand # file\nUtrecht\nzo'n\n");
    /// assert!(dictionary.knows("Bestand") && dictionary.knows("BESTAND") && dictionary.knows("zo’n"));
    /// assert!(!dictionary.knows("utrecht") && !dictionary.knows("bestanden"));
    /// ```
    pub fn knows(&self, word: &str) -> bool {
        let word = plain(word);
        self.lists(&word) || self.derives(&word)
    }

    /// Whether a plain list has `word`.
    fn lists(&self, word: &str) -> bool {
        if self.words.contains(word) || !word.starts_with(char::is_uppercase) {
            return self.words.contains(word);
        }
        let all = !word.chars().any(char::is_lowercase);
        let first = !word.chars().skip(1).any(char::is_uppercase);
        (all || first) && self.words.contains(&word.to_lowercase()) || all && self.words.contains(&titled(word))
    }

    #[cfg(feature = "spelling")]
    fn derives(&self, word: &str) -> bool {
        self.hunspell.iter().any(|dictionary| hunspell::knows(dictionary, word))
    }

    #[cfg(not(feature = "spelling"))]
    #[allow(clippy::unused_self)]
    fn derives(&self, _: &str) -> bool {
        false
    }

    /// Words that were likely meant by `word`, the likeliest first; at most three.
    pub fn near(&self, word: &str) -> Vec<String> {
        let word = plain(word);
        let mut found = self.derived_near(&word);
        if found.is_empty() {
            let one_off = |known: &&String| strsim::damerau_levenshtein(known, &word) == 1;
            found.extend(self.words.iter().filter(one_off).cloned());
            found.sort();
        }
        found.truncate(3);
        found
    }

    #[cfg(feature = "spelling")]
    fn derived_near(&self, word: &str) -> Vec<String> {
        self.hunspell.iter().flat_map(|dictionary| hunspell::near(dictionary, word)).collect()
    }

    #[cfg(not(feature = "spelling"))]
    #[allow(clippy::unused_self)]
    fn derived_near(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Dictionary").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

/// `word` with straight apostrophes, which is how dictionaries write them.
fn plain(word: &str) -> Cow<'_, str> {
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

/// `word` with a capital and small letters behind it.
fn titled(word: &str) -> String {
    let length = word.chars().next().map_or(0, char::len_utf8);
    word[..length].to_owned() + &word[length..].to_lowercase()
}

#[cfg(feature = "spelling")]
mod hunspell {
    //! The Hunspell format, as spellbook reads it.

    use super::DictionaryError;
    use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
    use spellbook::{Dictionary, ParseDictionaryErrorSource};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    /// The encoding that the line `SET` of `rules` names; Latin 1 where none does, as Hunspell has it.
    pub(super) fn encoding(rules: &[u8]) -> Result<&'static Encoding, DictionaryError> {
        if rules.starts_with(b"\xef\xbb\xbf") {
            return Ok(UTF_8);
        }
        for (index, line) in rules.split(|&byte| byte == b'\n').enumerate() {
            let line = line.trim_ascii();
            let Some(name) = line.strip_prefix(b"SET").filter(|rest| rest.starts_with(b" ") || rest.starts_with(b"\t"))
            else {
                continue;
            };
            // Names of Hunspell's own for what others call otherwise.
            let name = name.trim_ascii().to_ascii_lowercase();
            let label = name.strip_prefix(b"microsoft-cp").map_or(name.clone(), |page| [b"windows-", page].concat());
            let label = if label.starts_with(b"tis620") { b"tis-620".to_vec() } else { label };
            return Encoding::for_label(&label).ok_or_else(|| DictionaryError {
                in_rules: true,
                line: Some(index + 1),
                message: format!("the encoding `{}` is not known", String::from_utf8_lossy(&name)),
            });
        }
        Ok(WINDOWS_1252)
    }

    /// What `ask` gives; `None` when it panics: a dictionary may be a stranger's, and its reader stumbles over some.
    fn caught<T>(ask: impl FnOnce() -> T) -> Option<T> {
        catch_unwind(AssertUnwindSafe(ask)).ok()
    }

    /// Whether `dictionary` has `word`, or cannot tell.
    pub(super) fn knows(dictionary: &Dictionary, word: &str) -> bool {
        caught(|| dictionary.check(word)).unwrap_or(true)
    }

    /// The words of `dictionary` that are near to `word`.
    pub(super) fn near(dictionary: &Dictionary, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        // Words that share letters by chance are slow to find, and seldom what was meant.
        let suggester = dictionary.suggester().with_ngram_suggestions(false);
        caught(|| suggester.suggest(word, &mut found)).map(|()| found).unwrap_or_default()
    }

    /// Reads a dictionary.
    pub(super) fn parse(rules: &str, words: &str) -> Result<Dictionary, DictionaryError> {
        let read = caught(|| Dictionary::new(rules, words));
        let error = |in_rules, line, message| DictionaryError { in_rules, line, message };
        match read {
            Some(Ok(dictionary)) => Ok(dictionary),
            Some(Err(wrong)) => {
                let in_rules = matches!(wrong.source, ParseDictionaryErrorSource::Aff);
                Err(error(in_rules, wrong.line_number, wrong.kind.to_string()))
            }
            None => Err(error(true, None, "it is not a Hunspell dictionary".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_knows_words_in_every_case_that_they_may_take() {
        let mut dictionary = Dictionary::default();
        assert!(!dictionary.knows("x"));
        dictionary.add_list("\n# names\nTilburg\nrekening\n");
        assert!(dictionary.knows("TILBURG") && dictionary.knows("Rekening") && !dictionary.knows("rEkening"));
        assert_eq!(dictionary.near("rekeningg"), ["rekening"]);
        assert!(dictionary.near("zebra").is_empty());
    }

    #[cfg(feature = "spelling")]
    mod hunspell {
        use super::*;

        const RULES: &str =
            "SET UTF-8\nTRY esianrt\nFLAG long\nSFX En Y 1\nSFX En 0 en .\nCOMPOUNDFLAG Co\nCOMPOUNDMIN 3\n";

        #[test]
        fn rules_inflect_and_join_words() {
            let mut dictionary = Dictionary::default();
            dictionary.add_hunspell(RULES.as_bytes(), "2\nband/EnCo\nkant/EnCo\n".as_bytes()).unwrap();
            assert!(dictionary.knows("banden") && dictionary.knows("Bandkant") && !dictionary.knows("bandeen"));
            assert_eq!(dictionary.near("bandem"), ["banden"]);
        }

        #[test]
        fn the_rules_name_the_encoding() {
            let mut dictionary = Dictionary::default();
            dictionary.add_hunspell(b"# Polish\nSET ISO8859-2\n", b"1\n\xbf\xf3\xb3w\n").unwrap();
            assert!(dictionary.knows("żółw"));
            dictionary.add_hunspell(b"SET microsoft-cp1251\n", b"1\n\xec\xe8\xf0\n").unwrap();
            assert!(dictionary.knows("мир"));
            let error = dictionary.add_hunspell(b"\nSET klingon\n", b"1\nx\n").unwrap_err();
            assert_eq!((error.in_rules, error.line), (true, Some(2)));
            assert_eq!(error.to_string(), "the encoding `klingon` is not known");
        }

        #[test]
        fn what_is_wrong_is_named_with_its_file_and_line() {
            let read = |rules: &str, words: &str| {
                Dictionary::default().add_hunspell(rules.as_bytes(), words.as_bytes()).unwrap_err()
            };
            let error = read("SET UTF-8\nSFX A Y one\n", "1\na\n");
            assert_eq!((error.in_rules, error.line), (true, Some(2)), "{error}");
            let error = read("SET UTF-8\n", "");
            assert!(!error.in_rules, "{error}");
        }

        proptest::proptest! {
            #[test]
            fn a_strangers_dictionary_breaks_nothing(
                rules in "((SFX|PFX|REP|ICONV|COMPOUNDRULE|FLAG|AF|MAP|BREAK|KEY|PHONE|COMPOUNDMIN|IGNORE)( [A-Z0-9éY/\\[\\]^.]{0,4}){0,5}\n){0,8}",
                words in "[0-9]?\n([a-zé]{0,5}(/[A-Z0-9é,]{0,4})?\n){0,5}",
                word in "[a-zA-Zé'’.]{0,9}",
            ) {
                let mut dictionary = Dictionary::default();
                if dictionary.add_hunspell(format!("SET UTF-8\n{rules}").as_bytes(), words.as_bytes()).is_ok() {
                    let _ = (dictionary.knows(&word), dictionary.near(&word));
                }
            }
        }
    }
}
