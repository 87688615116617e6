//! What inflection leaves of a word: whether some letters may be a form of others.
//!
//! Letters only, of words as they are compared; what there is to know of a language is its [`Morphology`]. The words of
//! a text and those of a term stand in [`forms`](super::forms).

use crate::locale::{Morphology, Script};

/// The fewest letters that two words must begin with to be alike.
pub(super) const LEAST_ALIKE: usize = 3;

/// The letters that inflection may take from a word of `length` letters: few of a short one, or it is another word.
pub(super) fn spare(length: usize) -> usize {
    match length {
        ..5 => 0,
        5..8 => 2,
        _ => 3,
    }
}

/// The folded letters of a form, and how words change in its language.
#[derive(Clone, Copy)]
pub(super) struct Shape<'f> {
    pub(super) form: &'f [char],
    pub(super) script: Script,
    pub(super) morphology: &'static Morphology,
}

impl Shape<'_> {
    /// With how many letters of the form `letters` begin.
    pub(super) fn alike(self, letters: &[char]) -> usize {
        self.form.iter().zip(letters).take_while(|(mine, theirs)| mine == theirs).count()
    }

    /// Whether `word`, of `letters`, the first `alike` of which are those of the form, begins like it or holds it.
    pub(super) fn is_alike(self, alike: usize, letters: &[char], word: &str) -> bool {
        self.inflects(alike, letters)
            || self.begins_compound(alike, letters.len())
            || self.holds(letters, word)
            || self.begins_behind(letters, self.morphology.prefixes)
            || self.ends_compound(letters)
    }

    /// Whether a word of `letters` begins like the form and ends as its forms do.
    pub(super) fn begins(self, letters: &[char]) -> bool {
        self.inflects(self.alike(letters), letters)
    }

    /// Whether `letters`, the first `alike` of which are those of the form, end as its forms do.
    fn inflects(self, alike: usize, letters: &[char]) -> bool {
        self.ends_alike(alike, letters.len() - alike) || alike > 0 && self.changes(alike, letters)
    }

    /// Whether what the form has behind the `alike` letters, and the `rest` of a word, are as short as endings.
    fn ends_alike(self, alike: usize, rest: usize) -> bool {
        let form = self.form;
        let long = self.morphology.longest_ending();
        // The vowel at the end of `rolü` is an ending itself.
        let is_ending = form.len() == 4 && long > 5 && form.last().is_some_and(|last| "aeiou".contains(*last));
        let spare = spare(form.len()).max(usize::from(is_ending));
        form.len() - alike <= spare && alike >= LEAST_ALIKE && rest <= long
    }

    /// Whether a word of `length` letters that begins with `alike` letters of the form may be a compound that begins with
    /// it, or derived from it: `licencja`, `licencyjny`.
    fn begins_compound(self, alike: usize, length: usize) -> bool {
        let form = self.form;
        let derived = alike > 5 && alike + 2 >= form.len();
        // `Sidan` gives `sidupplevelse`: in a compound a word loses a vowel.
        let loses_vowel = || form.len() == 4 && form.last().is_some_and(|last| "aeiou".contains(*last));
        // `Fil` gives `filnamn`.
        let is_short = || form.len() == 3 && length > 2 * LEAST_ALIKE;
        let joins = alike > 3 || alike > 2 && (loses_vowel() || is_short());
        derived || self.morphology.compounds && joins && alike + 1 >= form.len()
    }

    /// Whether `word`, of `letters`, holds the form, behind enough of them to be a word.
    fn holds(self, letters: &[char], word: &str) -> bool {
        let form = self.form;
        let least = if matches!(self.script, Script::Arabic | Script::Hebrew) { 3 } else { 4 };
        if form.len() < least || letters.len() <= form.len() {
            return false;
        }
        // The last letter of a long word may change within a compound as well.
        let needed = if self.morphology.compounds && form.len() > 4 { form.len() - 1 } else { form.len() };
        let least = self.morphology.least_before;
        let mut windows = letters.windows(needed).enumerate();
        windows.any(|(at, window)| *window == form[..needed] && (at == 0 || at >= least || before(word, at) >= least))
    }

    /// Whether a compound of `letters` ends with a form so short, or so changed, that it is known by its ending only:
    /// `fil` of `prisfiler`, `sida` of `söksidor`. What it is joined to is as long as a word, and longer before one of three
    /// letters: `Profil` has no `fil`.
    fn ends_compound(self, letters: &[char]) -> bool {
        let (form, morphology) = (self.form, self.morphology);
        let ends = |tail: &[char]| {
            let alike = self.alike(tail);
            let is_whole = alike == form.len();
            let loses_vowel = alike + 1 == form.len() && VOWELS.contains(form[alike]);
            alike >= LEAST_ALIKE
                && ((is_whole || loses_vowel) && self.is_known(&tail[alike..]) || self.changes(alike, tail))
        };
        morphology.compounds
            && !morphology.endings.is_empty()
            && (LEAST_ALIKE..letters.len()).any(|at| at + form.len() > 2 * LEAST_ALIKE && ends(&letters[at..]))
    }

    /// Whether `letters` begin with up to three of `prefixes` and go on like the form.
    pub(super) fn begins_behind(self, letters: &[char], prefixes: &[&str]) -> bool {
        fn behind(shape: Shape<'_>, letters: &[char], prefixes: &[&str], most: usize) -> bool {
            prefixes
                .iter()
                .filter_map(|prefix| strip(letters, prefix))
                .any(|rest| shape.begins(rest) || most > 1 && behind(shape, rest, prefixes, most - 1))
        }
        // Behind a prefix, few letters say little.
        let least = self.morphology.least_stem.max(2) + usize::from(self.script == Script::Latin);
        self.form.len() >= least && letters.len() >= self.form.len() && behind(self, letters, prefixes, 3)
    }

    /// Whether the form ends `letters`, behind enough of them to be a word.
    pub(super) fn ends_word(self, letters: &[char]) -> bool {
        self.form.len() >= LEAST_ALIKE && (LEAST_ALIKE..letters.len()).any(|at| self.begins(&letters[at..]))
    }

    /// Whether `letters`, the first `alike` of which are those of the form, are the form with a sound that gave way
    /// before an ending, or a vowel that came or went.
    fn changes(self, alike: usize, letters: &[char]) -> bool {
        let Self { form, morphology, .. } = self;
        let is_described = !morphology.endings.is_empty() || !morphology.verbs.is_empty();
        if form.len() > alike + LONGEST_CHANGE || form.len() < morphology.least_stem || !is_described {
            return false;
        }
        let last = form.len() - usize::from(form.last().is_some_and(|last| VOWELS.contains(*last)));
        // What of `letters` is left behind the form up to `end` with `to` for its `from`, and behind how many.
        let behind = |end: usize, (from, to): &(&str, &str)| {
            let kept = strip_end(&form[..end], from).filter(|kept| kept.len() <= alike)?;
            strip(&letters[kept.len()..], to).map(|rest| (letters.len() - rest.len(), rest))
        };
        let is_noun = |change| {
            [form.len(), last].into_iter().any(|end| behind(end, change).is_some_and(|(_, rest)| self.ends_noun(rest)))
        };
        let is_verb = |change| behind(form.len(), change).is_some_and(|(stem, rest)| self.ends_verb(stem, rest));
        std::iter::once(&("", "")).chain(morphology.changes).any(is_noun)
            || morphology.verbs.iter().any(is_verb)
            || self.is_fleeting(alike, last, letters)
    }

    /// Whether a vowel before the last consonant of the form, which ends at `end` but for a vowel, came or went.
    fn is_fleeting(self, alike: usize, end: usize, letters: &[char]) -> bool {
        let form = self.form;
        let is_fleeting = |letter: char| folded(self.morphology.fleeting).any(|vowel| vowel == letter);
        let Some(consonant) = end.checked_sub(1).map(|at| form[at]) else { return false };
        // `den`, `dnů`.
        let went = end > 2 && alike + 2 == end && is_fleeting(form[alike]) && letters.get(alike) == Some(&consonant);
        if went {
            let rest = &letters[alike + 1..];
            return !rest.is_empty() && self.ends_noun(rest);
        }
        // `okno`, `oken`; in the place of a soft sign as well: `письмо`, `писем`.
        let came = end < form.len() && (alike + 1 == end || alike + 2 == end && matches!(form[alike], 'ь' | 'и'));
        came && matches!(letters[alike..], [vowel, last] if is_fleeting(vowel) && last == consonant)
    }

    /// Whether `rest` is an ending behind a stem that lost a vowel, which may stay before it: `luku`, `luvun`.
    fn ends_noun(self, rest: &[char]) -> bool {
        let stays = self.form.last().filter(|last| VOWELS.contains(**last));
        self.is_known(rest) || rest.first().is_some_and(|first| stays == Some(first) && self.is_known(&rest[1..]))
    }

    /// Whether `rest` is an ending behind a verb's stem of `stem` letters: behind a few, one that is known.
    fn ends_verb(self, stem: usize, rest: &[char]) -> bool {
        if stem > 3 { rest.len() <= self.morphology.longest_ending() } else { self.is_known(rest) }
    }

    /// Whether `rest` is nothing, or one of the endings of the language.
    fn is_known(self, rest: &[char]) -> bool {
        let Morphology { endings, stacks, .. } = self.morphology;
        let mut found = endings.iter().filter_map(|ending| strip(rest, ending));
        // One letter is too little to tell what stands behind it.
        rest.is_empty() || found.any(|more| more.is_empty() || *stacks && rest.len() > more.len() + 1)
    }

    /// Whether `rest` behind the whole form is so short, and so known, that it is an ending.
    pub(super) fn takes(self, rest: &[char]) -> bool {
        // A loanword may keep its plural.
        let is_plural = *rest == ['s'];
        is_plural || rest.len() <= 2 && (self.morphology.endings.is_empty() || self.is_known(rest))
    }
}

/// The most letters that give way before an ending.
const LONGEST_CHANGE: usize = 7;

/// What a word may end with and lose before an ending, as letters are folded.
const VOWELS: &str = "aeiouyаеиоуыэюяіьє";

/// The letters of `word` before the one that is folded to letter `at`: three of `Seehafen` before the third.
fn before(word: &str, at: usize) -> usize {
    let mut ends = word.char_indices().map(|(start, character)| start + character.len_utf8());
    ends.position(|end| folded(&word[..end]).nth(at).is_some()).unwrap_or_default()
}

/// What is left of `letters` behind the letters of `beginning`.
fn strip<'l>(letters: &'l [char], beginning: &str) -> Option<&'l [char]> {
    let mut rest = letters;
    for letter in folded(beginning) {
        rest = rest.strip_prefix(&[letter])?;
    }
    Some(rest)
}

/// What is left of `letters` before the letters of `end`.
fn strip_end<'l>(letters: &'l [char], end: &str) -> Option<&'l [char]> {
    let kept = letters.len().checked_sub(folded(end).count())?;
    strip(&letters[kept..], end).map(|_| &letters[..kept])
}

/// `word` as forms are compared: small letters without accents, of doubled ones the first. Umlauts, stød, double
/// consonants and the accents of the stem come and go with the ending.
pub(super) fn folded(word: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    word.chars().filter_map(move |character| {
        let plain = if character.is_ascii() { character.to_ascii_lowercase() } else { plain(character)? };
        let doubled = before == Some(plain) && !plain.is_numeric();
        before = Some(plain);
        (!doubled).then_some(plain)
    })
}

/// Writes the [`folded`] letters of `word` behind `letters`.
pub(super) fn fold(word: &str, letters: &mut Vec<char>) {
    if !word.is_ascii() {
        return letters.extend(folded(word));
    }
    let mut before = 0;
    letters.extend(word.bytes().filter_map(|byte| {
        let plain = byte.to_ascii_lowercase();
        let doubled = before == plain && !plain.is_ascii_digit();
        before = plain;
        (!doubled).then_some(char::from(plain))
    }));
}

/// The small letter of `character` without its accent; none for a mark of its own.
fn plain(character: char) -> Option<char> {
    let small = character.to_lowercase().next().unwrap_or(character);
    match small {
        'ß' => Some('s'),
        'ı' => Some('i'),
        // Hebrew letters have another shape at the end of a word.
        'ך' => Some('כ'),
        'ם' => Some('מ'),
        'ן' => Some('נ'),
        'ף' => Some('פ'),
        'ץ' => Some('צ'),
        // `błąd`, `błędy`.
        'ą' => Some('e'),
        _ if unicode_normalization::char::is_combining_mark(small) => None,
        _ => {
            let mut base = None;
            unicode_normalization::char::decompose_canonical(small, |part| base = base.or(Some(part)));
            base
        }
    }
}
