//! A search for words of ASCII letters in any case.

use memchr::memmem::Finder;

/// Whether the bytes of `word` stand in `text`, ASCII letters in any case, at whatever place; yes for no word.
///
/// ```
/// # use bilint::text::caseless::holds;
/// assert!(holds("DO NOT open it", "not") && !holds("Open it.", "not"));
/// ```
pub fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    let begins = memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text);
    begins.into_iter().any(|at| text.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

/// Looks for words at the beginning of a word, with a capital or in capitals where the text has them; endings may follow.
///
/// ```
/// # use bilint::text::caseless::Caseless;
/// let words = Caseless::new("product key");
/// assert!(words.is_in("Your Product Keys") && !words.is_in("by-product of key") && !words.is_in("byproduct key"));
/// ```
#[derive(Clone, Debug)]
pub struct Caseless<'w> {
    words: &'w [u8],
    /// Looks for the last word without its first letter: what is hardly ever in capitals.
    tail: Finder<'static>,
}

impl<'w> Caseless<'w> {
    /// Looks for `words`.
    pub fn new(words: &'w str) -> Self {
        let last = words.rsplit(' ').next().unwrap_or(words).to_ascii_lowercase();
        let tail = Finder::new(last.as_bytes().get(1..).unwrap_or_default()).into_owned();
        Self { words: words.as_bytes(), tail }
    }

    /// Whether `text` has the words.
    pub fn is_in(&self, text: &str) -> bool {
        let (bytes, length) = (text.as_bytes(), self.words.len());
        self.tail.find_iter(bytes).any(|at| {
            let start = (at + self.tail.needle().len()).checked_sub(length);
            start.is_some_and(|start| {
                bytes[start..start + length].eq_ignore_ascii_case(self.words)
                    && text.get(..start).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
            })
        })
    }
}
