//! Vowels, and what they tell of a word: whether it was cut short.

/// Whether `word` may be the head of a longer word: of a few letters, the last a small consonant, with one vowel or
/// several in a row. The spelling guides of Slavic and Germanic languages cut a word behind a consonant, within its first
/// syllables.
///
/// ```
/// # use bilint::text::vowels::may_be_cut;
/// assert!(may_be_cut("Выкл") && may_be_cut("Vyp"));
/// assert!(!may_be_cut("Salva") && !may_be_cut("Speichern") && !may_be_cut("Anuluj") && !may_be_cut("SKU"));
/// ```
pub fn may_be_cut(word: &str) -> bool {
    const LONGEST: usize = 6;
    let mut groups = 0;
    let (mut length, mut in_vowels) = (0, false);
    for character in word.chars() {
        let vowel = is_vowel(character);
        groups += usize::from(vowel && !in_vowels);
        (length, in_vowels) = (length + 1, vowel);
    }
    let ends = word.chars().next_back().is_some_and(char::is_lowercase);
    ends && word.chars().all(char::is_alphabetic) && length <= LONGEST && groups < 2 && !in_vowels
}

/// Whether `letter` of the Latin, Greek or Cyrillic script is a vowel, with or without an accent.
pub(crate) fn is_vowel(letter: char) -> bool {
    let mut base = None;
    let small = letter.to_lowercase().next().unwrap_or(letter);
    unicode_normalization::char::decompose_canonical(small, |part| base = base.or(Some(part)));
    let latin = |c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ı' | 'æ' | 'ø' | 'œ' | 'ə');
    let greek = |c| matches!(c, 'α' | 'ε' | 'η' | 'ι' | 'ο' | 'υ' | 'ω');
    let cyrillic = |c| matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'є');
    base.is_some_and(|base| latin(base) || greek(base) || cyrillic(base))
}
