//! `unbalanced-quote`

use super::blanked;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Script;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::traits::Traits;

declare_check! {
    /// A quotation mark of the translation has no partner, though those of the source have.
    ///
    /// A quotation that never ends makes the reader guess what is quoted. Only double marks count, of all shapes
    /// together, for many languages pair different ones (`„…”`, `»…«`); when the source has an odd number as well
    /// (inches, a quotation that runs on) nothing is said. Behind a number, where nothing is quoted, a mark stands for
    /// inches. The mark before the last letter of a Hebrew acronym is none.
    ///
    /// ```fails
    /// en | Choose "Save as" or "Close".
    /// de | Wählen Sie „Speichern unter“ oder „Schließen.
    ///                                        ^
    /// ```
    ///
    /// ```passes
    /// en | Send the "Save" button by email.
    /// he | שלחו את הלחצן "שמירה" בדוא"ל, ב"דואר" של המנכ"לית.
    /// ```
    ///
    /// ```fails
    /// en | The messages "Queen missing" and "Swarm"
    /// fr | Les messages « Reine absente » et « Essaim
    ///                                        ^
    /// ```
    ///
    /// ```fails
    /// en | Show "{code}" at the desk.
    /// de | Zeigen Sie „{code} an der Kasse vor.
    ///                 ^
    /// ```
    ///
    /// ```fails
    /// en | The ids "2a31-d234f931" and "8078-d19b27bb".
    /// sv | ID:na 2a31-d234f931" och "8078-d19b27bb".
    ///                         ^
    /// ```
    ///
    /// ```passes
    /// en | A 5-inch screen for "Model 10".
    /// de | Ein 5"-Bildschirm für das "Modell 10".
    /// ```
    pub static UNBALANCED_QUOTE: Segment<UnbalancedQuote> = {
        id: "unbalanced-quote",
        category: Punctuation,
        severity: Warning,
        confidence: Medium,
        needs: [QUOTE, NON_ASCII],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `unbalanced-quote`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnbalancedQuote {}

const MARKS: [char; 8] = ['"', '“', '”', '„', '‟', '«', '»', '＂'];

impl SegmentCheck for UnbalancedQuote {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        // Most of what lies above ASCII are letters; what could be a mark may also be one that does not show.
        if !target.traits().has(Traits::QUOTE.or(Traits::UNSEEN)) {
            return;
        }
        let is_hebrew = target.locale().language().script == Script::Hebrew;
        if !is_hebrew && target.text().matches(MARKS).count().is_multiple_of(2) {
            return;
        }
        let text = blanked(target);
        let marks = quotation_marks(target, &text);
        // Between other letters it may be either: `המנכ"לית`, `ב"שמירה"`.
        if is_hebrew && marks.iter().any(|mark| is_between(&text, *mark)) {
            return;
        }
        if marks.len().is_multiple_of(2) || !blanked(source).matches(MARKS).count().is_multiple_of(2) {
            return;
        }
        let lonely = lonely(&text, &marks);
        out.report(target.at(lonely), format!("`{}` has no partner", lonely.of(&text)));
    }
}

/// The marks of `text`, which is what `side` has of prose, that quote.
fn quotation_marks(side: &SideView<'_>, text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, mark) in text.match_indices(MARKS) {
        let mark = Span::new(at, at + mark.len());
        let is_quoting = side.placeholders().iter().any(|placeholder| placeholder.touches(mark));
        let is_inch = found.len().is_multiple_of(2) && is_unit(text, mark);
        if !is_inch && (is_quoting || !is_symbol(text, mark)) {
            found.push(mark);
        }
    }
    found
}

/// Whether a mark stands behind a number, as the sign of inches or seconds does; digits that end a code are none.
fn is_unit(text: &str, mark: Span) -> bool {
    let before = &text[..mark.range().start];
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'));
    let is_number = before.ends_with(|c: char| c.is_ascii_digit())
        && !head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    is_number && matches!(mark.of(text), "\"" | "”")
}

/// Whether a mark stands alone between blanks: then it is shown, not used; or before the last letter of a Hebrew word,
/// where it makes an acronym or a numeral of it (gershayim): `ק"מ`.
fn is_symbol(text: &str, mark: Span) -> bool {
    let (before, behind) = (&text[..mark.range().start], &text[mark.range().end..]);
    let is_last = || !behind.chars().nth(1).is_some_and(char::is_alphabetic);
    before.ends_with(' ') && behind.starts_with(' ') || is_between(text, mark) && is_last()
}

/// Whether a mark stands between two Hebrew letters.
fn is_between(text: &str, mark: Span) -> bool {
    let is_hebrew = |c: char| matches!(c, 'א'..='ת');
    text[..mark.range().start].ends_with(is_hebrew) && text[mark.range().end..].starts_with(is_hebrew)
}

/// Whether `character` is a space that French sets within its quotation marks.
fn is_no_break(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}')
}

/// The mark that most likely has no partner: one that opens where nothing closes after it, else the last one.
fn lonely(text: &str, marks: &[Span]) -> Span {
    let mut open = None;
    for &mark in marks {
        let opens = text[mark.range().end..].starts_with(|c: char| !c.is_whitespace() || is_no_break(c))
            && !text[..mark.range().start].ends_with(|c: char| c.is_alphanumeric() || is_no_break(c));
        match (open, opens) {
            (Some(waiting), true) => return waiting,
            (None, false) => return mark,
            (None, true) => open = Some(mark),
            (Some(_), false) => open = None,
        }
    }
    open.or(marks.last().copied()).unwrap_or_default()
}
