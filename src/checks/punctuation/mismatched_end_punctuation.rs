//! `mismatched-end-punctuation`

use super::{first_sentence_mark, is_question};
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Script;
use crate::model::{DocumentView, SegmentKind, SegmentView};
use crate::span::Span;
use crate::text::punctuation::{End, end, end_through};

declare_check! {
    /// A sentence lost its full stop, a question its question mark, or a heading gained a full stop.
    ///
    /// A question that ends in a full stop reads as a claim; a sentence without its stop reads as if its rest were
    /// lost. Where a page leaves the stop out of most sentences of the kind (list items, cells), that is its style. Exempt
    /// are abbreviations, Thai and its neighbours (which have no full stop), sentences that end in code or in a
    /// link because the word order changed, and quoted questions.
    ///
    /// ```fails
    /// en | Can I schedule the report?
    /// tr | Raporu zamanlayabilir miyim.
    ///                                 ^
    /// ```
    ///
    /// ```fails
    /// en | After that, it's permanently deleted.
    /// es | Después se elimina de forma permanente
    ///                                            |
    /// ```
    ///
    /// ```passes
    /// en | Delete it with `purge`. See the site of Contoso Inc.
    /// pl | Usuń go za pomocą polecenia `purge`. Zobacz witrynę firmy Contoso Inc.
    /// ```
    ///
    /// ```passes
    /// en | Can I schedule it? Delete the report.
    /// th | ฉันกำหนดเวลาได้ไหม ลบรายงาน
    /// el | Μπορώ να το προγραμματίσω; Διαγράψτε την αναφορά.
    /// ```
    pub static MISMATCHED_END_PUNCTUATION: Document<MismatchedEndPunctuation> = {
        id: "mismatched-end-punctuation",
        category: Punctuation,
        severity: Info,
        confidence: High,
        fix: Unsafe,
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `mismatched-end-punctuation`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedEndPunctuation {}

impl DocumentCheck for MismatchedEndPunctuation {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let mut kept = [0; SegmentKind::ALL.len()];
        let mut lost: Vec<(SegmentView<'_>, Span)> = Vec::new();
        let page = document.page();
        for texts in page.texts().filter(|texts| !texts.is_one_sided()) {
            let segment = || SegmentView::new(&page, texts.index);
            match (end(texts.source).map(|(kind, _)| kind), end(texts.target)) {
                (Some(End::Stop), Some((End::Stop, _))) => kept[texts.kind as usize] += 1,
                (Some(End::Stop), None) => {
                    let segment = segment();
                    lost.extend(lost_stop(&segment).map(|at| (segment, at)));
                }
                (Some(End::Question), Some((End::Stop, mark))) => question(&segment(), mark, out),
                (None, Some((End::Stop, mark))) if texts.kind == SegmentKind::Heading => {
                    stopped_heading(&segment(), mark, out);
                }
                _ => {}
            }
        }
        for (segment, at) in &lost {
            let faults = lost.iter().filter(|(other, _)| other.kind() == segment.kind()).count();
            let needed = match segment.kind() {
                SegmentKind::ListItem | SegmentKind::TableCell | SegmentKind::LinkText => 2 * faults,
                _ => faults - 1,
            };
            if kept[segment.kind() as usize] >= needed {
                out.report(segment.target().at(*at), "the full stop at the end is missing")
                    .fix(stop(segment), Trust::Unsafe);
            }
        }
    }
}

/// Where the full stop should stand, when the target lost it: behind a word.
fn lost_stop(segment: &SegmentView<'_>) -> Option<Span> {
    let (source, target) = (segment.source(), segment.target());
    let text = target.text();
    if segment.kind() == SegmentKind::Heading || target.locale().language().script == Script::SoutheastAsian {
        return None;
    }
    let length = text.trim_end().len();
    let body = text[..length].trim_end_matches(['*', '_']);
    let last = body.chars().next_back().filter(|c| c.is_alphabetic())?;
    let letter = Span::new(body.len() - last.len_utf8(), body.len());
    let original = source.text().trim_end().trim_end_matches(['*', '_']).strip_suffix(['.', '。'])?;
    let word = original.rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
    let short = source.locale().language().is_abbreviation(&word.to_lowercase());
    let sentence = source.words().len() > 1
        && target.words().len() > 1
        && !short
        && !word.contains('.')
        && word.chars().count() > 1;
    (sentence && target.is_prose(letter) && end_through(text, target.markup()).is_none()).then(|| Span::empty(length))
}

/// Whether the question was one of the sentence, not of a quote or of a link's title, and no question is left.
fn is_question_lost(segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target());
    let bare = source.trim_end().trim_end_matches(['*', '_']).ends_with(['?', '？']);
    let quoted = source.contains(['"', '“', '‘', '[']);
    // A Japanese question may end in a particle and a full stop.
    bare && !quoted && !is_question(target) && target.locale().language().code != "ja"
}

fn question(segment: &SegmentView<'_>, mark: Span, out: &mut Sink<'_>) {
    if !is_question_lost(segment) {
        return;
    }
    let target = segment.target();
    let language = target.locale().language();
    let fixed = match language.code {
        "ar" | "fa" | "ur" => "؟",
        "el" => ";",
        "ja" | "zh" => "？",
        "fr" => "\u{a0}?",
        _ => "?",
    };
    out.report(target.at(mark), "the question mark became a full stop").fix(fixed, Trust::Unsafe);
}

/// Reports `mark`, the full stop at the end of a heading that has none in the source.
fn stopped_heading(segment: &SegmentView<'_>, mark: Span, out: &mut Sink<'_>) {
    if is_stopped_heading(segment, mark) {
        out.report(segment.target().at(mark), "the heading gained a full stop").fix("", Trust::Unsafe);
    }
}

/// Whether a heading without a full stop in the source ends in one that ends no abbreviation or ordinal.
fn is_stopped_heading(segment: &SegmentView<'_>, mark: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let text = target.text();
    let bare = text.trim_end().trim_end_matches(['*', '_']).len() == mark.range().end;
    let word = text[..mark.range().start].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let short = || target.locale().language().is_abbreviation(&word.to_lowercase());
    let full = word.chars().count() >= 4 && word.chars().all(char::is_alphabetic) && !short() || mark.of(text) == "。";
    let wordy = target.words().len() > 1 || mark.of(text) == "。";
    bare && full
        && wordy
        && target.is_prose(mark)
        && first_sentence_mark(text) == Some(mark)
        && end_through(source.text(), source.markup()).is_none()
}

fn stop(segment: &SegmentView<'_>) -> &'static str {
    match segment.target().locale().language().code {
        "ja" | "zh" => "。",
        "hi" => "।",
        "ur" => "۔",
        _ => ".",
    }
}
