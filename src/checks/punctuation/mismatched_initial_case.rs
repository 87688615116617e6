//! `mismatched-initial-case`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocumentView, SegmentKind, SegmentView, Texts};
use crate::span::Span;
use crate::text::casing::{capitalized, first_word, is_calendar_word, is_capitalized, is_small};
use crate::text::punctuation::{End, end, separated_items};

declare_check! {
    /// A label, heading or item begins with a small letter, unlike its source and its siblings.
    ///
    /// Labels that begin now with a capital and now without look like different things. Reported are the items of a
    /// list parted by `|` beside items with a capital, and headings, cells, list items and messages whose like on the
    /// page begin with a capital: where a page writes all its items small, that is its style. Exempt are words that
    /// stand so in the source (`npm`), names with a capital inside (`iPhone`), and the middle of a sentence that was
    /// cut in two; months and days, which English alone writes with a capital.
    ///
    /// ```fails
    /// en | **Roles:** Global admin | Admin agent
    /// it | **Ruoli:** amministratore globale | Agente di amministrazione
    ///                 ^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Terms and conditions
    /// tr | hüküm ve koşullar
    ///      ^^^^^
    /// ```
    ///
    /// ```passes
    /// en | **Tools:** npm packages | Software for iPhone
    /// nl | **Hulpmiddelen:** npm-pakketten | Software voor iPhone
    /// ```
    ///
    /// ```passes
    /// en | In the morning
    /// nl | 's Ochtends
    /// ```
    pub static MISMATCHED_INITIAL_CASE: Document<MismatchedInitialCase> = {
        id: "mismatched-initial-case",
        category: Casing,
        severity: Info,
        confidence: High,
        fix: Unsafe,
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        since: "0.1.0",
    }
}

/// Options of `mismatched-initial-case`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedInitialCase {}

impl DocumentCheck for MismatchedInitialCase {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        if !document.target_locale().language().has_case() {
            return;
        }
        let mut capitals = [0; SegmentKind::ALL.len()];
        let mut small: Vec<(SegmentView<'_>, Span)> = Vec::new();
        let mut before: Option<Texts<'_>> = None;
        let page = document.page();
        for texts in page.texts() {
            let has_bar = |text: &str| memchr::memchr(b'|', text.as_bytes()).is_some();
            if has_bar(texts.source) && has_bar(texts.target) {
                items(&SegmentView::new(&page, texts.index), out);
            }
            match initial(&texts) {
                Some(word) if word.of(texts.target).starts_with(char::is_uppercase) => {
                    capitals[texts.kind as usize] += 1;
                }
                Some(word) if !before.is_some_and(is_left_open) && begins_capitalized(texts.source) => {
                    let segment = SegmentView::new(&page, texts.index);
                    if is_ordinary(&segment, word) && segment.target().is_prose(word) {
                        small.push((segment, word));
                    }
                }
                _ => {}
            }
            before = Some(texts);
        }
        for (segment, word) in &small {
            let faults = small.iter().filter(|(other, _)| other.kind() == segment.kind()).count();
            let needed = match segment.kind() {
                SegmentKind::ListItem | SegmentKind::TableCell | SegmentKind::LinkText => 2 * faults,
                _ => faults - 1,
            };
            if capitals[segment.kind() as usize] >= needed {
                report(segment, *word, out);
            }
        }
    }
}

/// Whether the translation leaves its sentence open, so that the next segment may go on with it.
fn is_left_open(texts: Texts<'_>) -> bool {
    let ends = |text: &str| matches!(end(text), Some((End::Stop | End::Question | End::Exclamation, _)));
    ends(texts.source) && !ends(texts.target)
}

/// The first word of the target, of what begins like its siblings: anything but a sentence of a paragraph.
fn initial(texts: &Texts<'_>) -> Option<Span> {
    let whole = |text: &str| text.trim().starts_with("**") && text.trim().ends_with("**");
    let is_sentence = texts.kind == SegmentKind::Paragraph && !(whole(texts.source) && whole(texts.target));
    if is_sentence { None } else { first_word(texts.target) }
}

fn begins_capitalized(text: &str) -> bool {
    first_word(text).is_some_and(|word| is_capitalized(word.of(text)) && !is_calendar_word(word.of(text)))
}

/// Whether a small word is one of the language, not a name that the source writes small as well.
fn is_ordinary(segment: &SegmentView<'_>, word: Span) -> bool {
    let form = word.of(segment.target().text());
    is_small(form) && !super::holds(segment.source(), form)
}

/// Items parted by `|`: one that begins small beside one that does not.
fn items(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source().text(), segment.target().text());
    let (originals, items) = (separated_items(source), separated_items(target));
    if originals.len() != items.len() {
        return;
    }
    let labelled = source.contains(':') == target.contains(':');
    let body = |text: &str, item: Span| {
        Span::new(item.range().start + item.of(text).rfind(':').map_or(0, |at| at + 1), item.range().end)
    };
    let words: Vec<Option<Span>> = items
        .iter()
        .map(|&item| {
            let body = body(target, item);
            first_word(body.of(target)).map(|word| word.shifted(body.range().start))
        })
        .collect();
    let faults = words.iter().zip(&originals).enumerate().filter_map(|(index, (word, &original))| {
        let word = word.filter(|_| index > 0 || labelled)?;
        let begins = begins_capitalized(body(source, original).of(source));
        (begins && is_ordinary(segment, word) && segment.target().is_prose(word)).then_some(word)
    });
    let faults: Vec<Span> = faults.collect();
    let capitals = words.iter().flatten().filter(|word| word.of(target).starts_with(char::is_uppercase)).count();
    if capitals >= faults.len() {
        for word in faults {
            report(segment, word, out);
        }
    }
}

fn report(segment: &SegmentView<'_>, word: Span, out: &mut Sink<'_>) {
    let target = segment.target();
    let form = word.of(target.text());
    let fixed = capitalized(form, target.locale().language());
    out.report(target.at(word), format!("`{form}` begins with a small letter, its source and siblings with a capital"))
        .fix(fixed, Trust::Unsafe);
}
