//! What a translation has as it stands in its source, though translations hardly ever keep it.

use super::ties::Words;
use super::{Evidence, Kept, WordId};
use crate::span::Span;
use crate::text::casing;
use std::ops::Range;

/// The greatest share of translations that may keep a word, or all words of a run, of what is hardly ever kept: the
/// upper end of the interval, so that a word must have been seen some hundred times.
const HARDLY: f64 = 0.03;
/// The same of one word of a run, and of a whole text.
const RARELY: f64 = 0.1;
/// Segments with a word of the target that may do without the same word of the source: more, and the language has it.
const CHANCE: u32 = 1;
/// Times that the words of a term may be kept together, where it is no name.
const KEPT_TERMS: u32 = 1;

/// A run of words that was left as it stands in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// In the source.
    pub source: Span,
    /// In the target.
    pub target: Span,
    /// How many words it has.
    pub words: usize,
    /// Whether it is all there is on either side.
    pub whole: bool,
    /// What translations do with the word of it that they keep most.
    pub kept: Kept,
}

/// A word that both sides have: its index in the source and in the target.
#[derive(Clone, Copy)]
struct Shared {
    source: usize,
    target: usize,
    word: WordId,
}

/// The words of `target` that `source` has too and that translations hardly ever keep; `own` is what the page at hand
/// does with a word, which is no witness for itself. What looks like code or a name is let pass: marks that join, capitals
/// of the source, neighbours that are kept with it.
pub(crate) fn left(
    evidence: &Evidence,
    source: Words<'_>,
    target: Words<'_>,
    own: impl Fn(WordId) -> Kept,
) -> Vec<Left> {
    let pairs = Pairs { evidence, source, target };
    let shared = pairs.shared();
    let mut found = Vec::new();
    let mut at = 0;
    while at < shared.len() {
        let goes_on = |&end: &usize| pairs.joined(shared[end - 1], shared[end]);
        let end = (at + 1..shared.len()).find(|end| !goes_on(end)).unwrap_or(shared.len());
        found.extend(pairs.left(&shared[at..end], &own));
        at = end;
    }
    found
}

struct Pairs<'k> {
    evidence: &'k Evidence,
    source: Words<'k>,
    target: Words<'k>,
}

impl Pairs<'_> {
    /// The words that both sides have, by target.
    fn shared(&self) -> Vec<Shared> {
        let mut found: Vec<Shared> = Vec::new();
        for (target, known) in self.target.1.iter().enumerate() {
            let unseen = || self.evidence.source().get(&casing::lower(known.span.of(self.target.0)));
            let Some(word) = known.word.map_or_else(unseen, |word| self.evidence.original(word)) else { continue };
            let is_word = |at: &usize| self.source.1.get(*at).is_some_and(|known| known.word == Some(word));
            let next = found.last().filter(|before| before.target + 1 == target).map(|before| before.source + 1);
            let source = next.filter(is_word).or_else(|| (0..self.source.1.len()).find(is_word));
            found.extend(source.map(|source| Shared { source, target, word }));
        }
        found
    }

    /// Whether `other` follows `one` on both sides, with a space between them.
    fn joined(&self, one: Shared, other: Shared) -> bool {
        let follows = |(text, words): Words<'_>, at: usize, next: usize| {
            at + 1 == next && &text[words[at].span.range().end..words[next].span.range().start] == " "
        };
        follows(self.target, one.target, other.target) && follows(self.source, one.source, other.source)
    }

    /// The `run` of shared words, if it was left: as a whole, since a word among such as are kept is part of a name.
    fn left(&self, run: &[Shared], own: &impl Fn(WordId) -> Kept) -> Option<Left> {
        let span = |(_, words): Words<'_>, range: Range<usize>| words[range.start].span.to(words[range.end].span);
        let source = span(self.source, run[0].source..run[run.len() - 1].source);
        let target = span(self.target, run[0].target..run[run.len() - 1].target);
        let whole = run.len() == self.source.1.len() && run.len() == self.target.1.len();
        let (mut product, mut kept) = (1.0, Kept::default());
        for (index, shared) in run.iter().enumerate() {
            let capital = |(text, words): Words<'_>, at: usize| words[at].span.of(text).starts_with(char::is_uppercase);
            let inside = index > 0 && capital(self.source, shared.source);
            if !self.is_word(*shared) || !whole && capital(self.source, shared.source) {
                return None;
            }
            let all = if inside { self.evidence.kept_capital(shared.word) } else { self.evidence.kept(shared.word) };
            // The page is asked last, since it must be counted.
            if all.share() > 0.5 {
                return None;
            }
            let usage = all.without(own(shared.word));
            let most = usage.interval().1;
            if most > RARELY && run.len() == 1 || usage.share() > RARELY {
                return None;
            }
            product *= most;
            if kept.segments == 0 || usage.share() > kept.share() {
                kept = usage;
            }
        }
        // Small words alone join the words of names, and are told where sentences are.
        let is_small = |shared: &Shared| {
            self.evidence.locales()[0].language().is_function_word(self.evidence.source().text(shared.word))
        };
        if !whole && run.iter().all(is_small) {
            return None;
        }
        let limit = if whole { RARELY } else { HARDLY };
        let elides = self.evidence.locales()[1].language().elides();
        let joined = is_joined(self.target.0, target, elides) || is_joined(self.source.0, source, false);
        (product <= limit && !joined && !self.is_name(run)).then_some(Left {
            source,
            target,
            words: run.len(),
            whole,
            kept,
        })
    }

    /// Whether a word is one by its letters, and none of the target's own language.
    fn is_word(&self, shared: Shared) -> bool {
        let text = self.target.1[shared.target].span.of(self.target.0);
        let plain = |c: char| c.is_alphabetic();
        let seen = self.target.1[shared.target].word.map_or(0, |word| self.evidence.target().counts(word).segments);
        let chance = seen.saturating_sub(self.evidence.kept(shared.word).kept);
        text.len() > 1 && text.chars().all(plain) && !text.chars().skip(1).any(char::is_uppercase) && chance <= CHANCE
    }

    /// Whether two or three of the words of `run` in a row are kept together elsewhere.
    fn is_name(&self, run: &[Shared]) -> bool {
        let is_kept = |words: &[Shared]| {
            let words: Vec<_> = words.iter().map(|shared| shared.word).collect();
            let kept = self.evidence.kept_term(&words);
            kept.kept > KEPT_TERMS && kept.share() > RARELY
        };
        run.windows(2).any(is_kept) || run.windows(3).any(is_kept)
    }
}

/// Whether a mark that is found in code, compounds and addresses joins `span` to something, or brackets make it a hole
/// to fill: `[insert number]`. An apostrophe joins, too, but not where the language `elides`.
fn is_joined(text: &str, span: Span, elides: bool) -> bool {
    let joins = |c: char| matches!(c, '/' | '-' | '@' | '_' | '{' | '}' | '=' | '\\' | '&' | '#' | '$' | '\u{2011}');
    let mut after = text[span.range().end..].chars();
    let (next, second) = (after.next(), after.next());
    let dotted = next == Some('.') && second.is_some_and(char::is_alphanumeric);
    let before = &text[..span.range().start];
    let hole = before.ends_with('[') && next == Some(']') && second != Some('(');
    let joined = |c: char| joins(c) || c == '.' || !elides && matches!(c, '\'' | '’');
    before.ends_with(joined) || next.is_some_and(joins) || dotted || hole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Draft, Learner};
    use crate::locale::Locale;
    use crate::text::words::words;

    /// What two hundred translations teach: `Cargo Desk` is kept, `supplier` and `desk` are not, `data` is Italian too.
    fn learned() -> Evidence {
        let mut texts = Vec::new();
        for number in 0..200 {
            texts.push((
                format!("The supplier opens Cargo Desk {number}."),
                format!("Il fornitore apre Cargo Desk {number}."),
            ));
            texts.push((
                format!("The desk and the file {number}"),
                format!("La scrivania e il documento, data {number}"),
            ));
            texts.push((format!("The data {number}"), format!("Le informazioni {number}")));
        }
        let mut learner = Learner::new(Locale::english(), Locale::parse("it").unwrap());
        for (source, target) in &texts {
            let mut draft = Draft::default();
            draft.add(source, target);
            learner.add(draft);
        }
        learner.learn()
    }

    fn found<'t>(source: &str, target: &'t str, own: Kept) -> Vec<&'t str> {
        let evidence = learned();
        let read = |side: usize, text: &str| evidence.read(side, text, &words(text));
        let (theirs, ours) = (read(0, source), read(1, target));
        let left = left(&evidence, (source, &theirs), (target, &ours), |_| own);
        left.into_iter().map(|left| left.target.of(target)).collect()
    }

    #[test]
    fn what_is_hardly_ever_kept_was_left() {
        let source = "Tell the supplier now.";
        assert_eq!(found(source, "Dirlo al supplier ora.", Kept::default()), ["supplier"]);
        assert_eq!(found(source, "Dirlo al Supplier ora.", Kept::default()), ["Supplier"]);
        assert_eq!(found(source, "Parlare all'supplier ora.", Kept::default()), ["supplier"]);
        assert_eq!(found("Tell the supplier file.", "Dirlo al supplier file.", Kept::default()), ["supplier file"]);
        assert!(found(source, "Dirlo al fornitore ora.", Kept::default()).is_empty());
    }

    #[test]
    fn names_code_and_words_of_the_language_are_let_pass() {
        for (source, target) in [
            ("Open Cargo Desk now.", "Aprire Cargo Desk ora."),
            ("Open the Supplier now.", "Aprire Supplier ora."),
            ("Open a/supplier now.", "Aprire a/supplier ora."),
            ("Enter [supplier] now.", "Immettere [supplier] ora."),
            ("Open the data now.", "Aprire i data ora."),
            ("Open the gate now.", "Aprire la gate ora."),
        ] {
            assert!(found(source, target, Kept::default()).is_empty(), "{target}");
        }
    }

    #[test]
    fn a_page_is_no_witness_for_itself() {
        let own = Kept { segments: 150, kept: 0 };
        assert!(found("Tell the supplier now.", "Dirlo al supplier ora.", own).is_empty());
    }
}
