//! The words of one language, each with how often it was seen.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// A word of a [`Vocabulary`]: its index in the order of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub(super) u32);

impl WordId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// How often a word was seen, whatever its case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCounts {
    /// Different segments that hold it.
    pub segments: u32,
    /// Documents that hold it.
    pub documents: u32,
    /// Its occurrences right behind another word, where no sentence and no label begins.
    pub inside: u32,
    /// Those of them that begin with a capital.
    pub capitals: u32,
}

/// The words of one language in small letters, in the order of their bytes.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    pub(super) counts: Vec<WordCounts>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Vocabulary {
    /// A vocabulary of `words`, which are in order, with their counts.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>, counts: Vec<WordCounts>) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(counts.len()));
        for word in words {
            text.push_str(word);
            ends.push(text.len() as u32);
        }
        let hasher = DefaultHashBuilder::default();
        let mut table = HashTable::with_capacity(ends.len());
        let word_at = |index: u32| word_at(&text, &ends, index as usize);
        for index in 0..ends.len() as u32 {
            table.insert_unique(hasher.hash_one(word_at(index)), index, |&other| hasher.hash_one(word_at(other)));
        }
        Self { text, ends, counts, table, hasher }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The word `word`, which is in small letters.
    pub fn get(&self, word: &str) -> Option<WordId> {
        let same = |&index: &u32| word_at(&self.text, &self.ends, index as usize) == word;
        self.table.find(self.hasher.hash_one(word), same).copied().map(WordId)
    }

    /// The text of `word`, in small letters.
    pub fn text(&self, word: WordId) -> &str {
        word_at(&self.text, &self.ends, word.index())
    }

    /// How often `word` was seen.
    pub fn counts(&self, word: WordId) -> WordCounts {
        self.counts[word.index()]
    }

    /// Every word, in the order of the texts.
    pub fn words(&self) -> impl ExactSizeIterator<Item = WordId> + use<> {
        (0..self.ends.len() as u32).map(WordId)
    }

    /// The words that begin with `start`, in the order of the texts.
    pub fn starting_with(&self, start: &str) -> impl Iterator<Item = WordId> {
        let texts = |index: usize| word_at(&self.text, &self.ends, index);
        // What is a word itself is found at once.
        let known = self.get(start).map(WordId::index);
        let (mut low, mut high) = known.map_or((0, self.len()), |index| (index, index));
        while low < high {
            let middle = usize::midpoint(low, high);
            if texts(middle) < start { low = middle + 1 } else { high = middle }
        }
        (low..self.len()).take_while(move |&index| texts(index).starts_with(start)).map(|index| WordId(index as u32))
    }
}

fn word_at<'t>(text: &'t str, ends: &[u32], index: usize) -> &'t str {
    let start = index.checked_sub(1).map_or(0, |before| ends[before] as usize);
    &text[start..ends[index] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_text_and_by_beginning() {
        let words = ["kund", "kunden", "kundens", "order"];
        let vocabulary = Vocabulary::new(words.into_iter(), vec![WordCounts::default(); 4]);
        let found = vocabulary.get("kunden").unwrap();
        assert_eq!(vocabulary.text(found), "kunden");
        assert!(vocabulary.get("kunde").is_none());
        let begun: Vec<_> = vocabulary.starting_with("kunden").map(|word| vocabulary.text(word)).collect();
        assert_eq!(begun, ["kunden", "kundens"]);
    }
}
