//! Words that do not exist.

pub mod broken_compound;
mod joints;
pub mod suspicious_spelling;
pub mod suspicious_word;

use crate::check::CheckDef;
use crate::locale::{Language, Script};
use crate::model::{SegmentView, SideView};
use crate::text::names;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] =
    &[&broken_compound::BROKEN_COMPOUND, &suspicious_spelling::SUSPICIOUS_SPELLING, &suspicious_word::SUSPICIOUS_WORD];

/// The indices of the words of the translation that should be words of its language: none that stands in the source,
/// looks like a name, code or an acronym, holds a digit, is of another script, is not to be translated, or is the first
/// part of a compound with a hyphen.
fn own_words(segment: &SegmentView<'_>) -> Vec<usize> {
    let target = segment.target();
    let language = target.locale().language();
    if !language.has_word_spaces() {
        return Vec::new();
    }
    let own = |&index: &usize| {
        let word = target.words()[index].of(target.text());
        is_of_script(word, language)
            && !is_name(target, index)
            && !is_part_of_code(target, index)
            && !is_of_source(segment.source(), &target.folded()[index])
    };
    (0..target.words().len()).filter(own).collect()
}

/// Whether `word` is of three letters or more of the script of `language`, apostrophes aside.
fn is_of_script(word: &str, language: &Language) -> bool {
    let latin = |c: char| (c as u32) < 0x370 || (0x1e00..0x1f00).contains(&(c as u32));
    let is_own = |c: char| c.is_alphabetic() && latin(c) == (language.script == Script::Latin);
    let is_mark = |c: char| matches!(c, '\'' | '’') || !c.is_alphanumeric() && !c.is_ascii();
    word.chars().all(|c| is_own(c) || is_mark(c)) && word.chars().filter(|&c| is_own(c)).count() > 2
}

/// Whether the word is likely a name, or an acronym with or without an ending. Where nouns have capitals, these say
/// nothing.
fn is_name(side: &SideView<'_>, index: usize) -> bool {
    let (text, word) = (side.text(), side.words()[index]);
    let form = word.of(text);
    let capital =
        if side.locale().language().capital_nouns { names::is_mark_of_name(form) } else { side.names()[index] };
    capital || form.chars().all(char::is_uppercase)
}

/// Whether the word is part of what looks like code, of a term that is not translated, or of a compound: a hyphen, a
/// slash, a dot or the like touches it.
fn is_part_of_code(side: &SideView<'_>, index: usize) -> bool {
    let (text, word) = (side.text(), side.words()[index]);
    let before = text[..word.range().start].chars().next_back();
    let mut behind = text[word.range().end..].chars();
    let next = behind.next();
    let joins = |c: char| matches!(c, '/' | '\\' | '@' | '_' | '#' | '$' | '=' | '&' | '~' | '%');
    before.is_some_and(|c| joins(c) || matches!(c, '.' | '-' | '\'' | '’'))
        || next.is_some_and(|c| joins(c) || c == '-')
        || next == Some('.') && behind.next().is_some_and(char::is_alphanumeric)
        || side.identifiers().iter().any(|identifier| identifier.span.overlaps(word))
        || side.kept_terms().iter().any(|term| term.span.overlaps(word))
}

/// Whether `source` has `word`, in small letters, or a word that `word` is with an ending of its own language.
fn is_of_source(source: &SideView<'_>, word: &str) -> bool {
    const LONGEST_ENDING: usize = 4;
    source.folded().iter().any(|theirs| {
        let ending = word.strip_prefix(&**theirs).or_else(|| word.strip_prefix(theirs.strip_suffix('e')?));
        ending.is_some_and(|ending| ending.is_empty() || theirs.len() > 3 && ending.chars().count() <= LONGEST_ENDING)
    })
}
