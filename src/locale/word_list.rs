//! Sorted lists of words that most words are not on.

/// A sorted list of words, which tells at once of most that they are not on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordList {
    words: &'static [&'static str],
    /// For the low bits of a first byte, the [bits](bit) of the words that begin with it.
    bits: [u32; FIRSTS],
}

/// First bytes that are told apart.
const FIRSTS: usize = 32;

/// A bit for the last byte and the length of `word`, which has a byte at least.
const fn bit(word: &[u8]) -> u32 {
    1 << ((word[word.len() - 1] as usize + 5 * word.len()) % u32::BITS as usize)
}

impl WordList {
    /// The list of `words`, none of them empty, in the order of their bytes.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut bits, mut at) = ([0; FIRSTS], 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            bits[word[0] as usize % FIRSTS] |= bit(word);
            at += 1;
        }
        Self { words, bits }
    }

    /// Whether `word` is on it.
    pub fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let Some(first) = bytes.first() else { return false };
        self.bits[usize::from(*first) % FIRSTS] & bit(bytes) != 0 && self.words.binary_search(&word).is_ok()
    }

    /// Its words, in order.
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_its_words_and_no_other() {
        const LIST: WordList = WordList::of(&["a", "on", "the", "żeby"]);
        assert!(LIST.words().iter().all(|word| LIST.has(word)));
        assert!(!["", "b", "no", "then", "żeb", "teh"].iter().any(|word| LIST.has(word)));
        assert!(!WordList::of(&[]).has("a"));
    }
}
