//! `mismatched-end-mark`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Script;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::punctuation::{End, end, end_through};

declare_check! {
    /// The translation does not end with the mark that the source ends with.
    ///
    /// A colon announces a list, a question mark an answer, a semicolon a next item. Pedantic: translators who know
    /// their craft end list items, cells and captions as their language does, and that is about as often the reason.
    /// What other scripts write for a mark is that mark; Thai and its neighbours have no full stop; a sentence of Japanese
    /// or Korean ends in one before a list, too, and a Japanese noun in none. A full stop behind a quoted question is one
    /// more: American English leaves it out.
    ///
    /// ```fails
    /// en | Choose one of these:
    /// de | Wählen Sie eine davon.
    ///                           ^
    /// ```
    ///
    /// ```passes
    /// en | Is it done? See [the list](a.md).
    /// ja | 完了しましたか？ [リスト](a.md)を参照してください。
    /// ```
    ///
    /// ```fails
    /// en | The name of the server, which you can change.
    /// ja | サーバーの名前を変更できます
    ///                    |
    /// ```
    ///
    /// ```passes
    /// en | To restart, do the following:
    /// ja | 再起動するには、次の手順に従います。
    /// en | The migration tool, from the [Downloads page](a.md).
    /// ja | [ダウンロード ページ](a.md)から入手した移行ツール
    /// ```
    ///
    /// ```passes
    /// en | Ask the visitor, "Would you like the poster?"
    /// es | Pregunte al visitante: «¿Desea el cartel?».
    /// ```
    pub static MISMATCHED_END_MARK: Segment<MismatchedEndMark> = {
        id: "mismatched-end-mark",
        category: Punctuation,
        severity: Info,
        confidence: Low,
        audience: Pedantic,
        needs: [PUNCTUATION, NON_ASCII],
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        yields_to: ["mismatched-end-punctuation"],
        since: "0.1.0",
    }
}

/// Options of `mismatched-end-mark`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedEndMark {}

impl SegmentCheck for MismatchedEndMark {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let original = end_through(source.text(), source.markup());
        let ending = end_through(target.text(), target.markup());
        let ending = ending.map(|(kind, span)| (as_question(kind, span, target), span));
        let (one, other) = (original.map(|(kind, _)| kind), ending.map(|(kind, _)| kind));
        if one == other || segment.is_one_sided() || is_usual(one, other, target) {
            return;
        }
        if stands_before(target, ending, one) || stands_before(source, original, other) {
            return;
        }
        let stopless = target.locale().language().script == Script::SoutheastAsian
            && matches!((one, other), (Some(End::Stop | End::Question), None));
        if stopless {
            return;
        }
        let place = ending.map_or_else(|| Span::empty(target.text().trim_end().len()), |(_, span)| span);
        let message = match (original, ending) {
            (Some((_, was)), None) => {
                format!("the source ends with `{}`, the translation with no mark", was.of(source.text()))
            }
            (None, Some((_, is))) => format!("`{}` ends the translation and nothing the source", is.of(target.text())),
            (Some((_, was)), Some((_, is))) => {
                format!(
                    "the source ends with `{}`, the translation with `{}`",
                    was.of(source.text()),
                    is.of(target.text())
                )
            }
            (None, None) => return,
        };
        let finding = out.report(target.at(place), message);
        if let Some((_, was)) = original {
            finding.also(source.at(was));
        }
    }
}

/// Whether the language ends a sentence in `ending` where English has `original`: Japanese and Korean write a full stop
/// behind a sentence that introduces a list, and Japanese none behind a noun (the style guide of the JTF).
fn is_usual(original: Option<End>, ending: Option<End>, target: &SideView<'_>) -> bool {
    let text = target.text().trim_end();
    let is_hiragana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    match (target.locale().language().code, original, ending) {
        ("ja" | "ko", Some(End::Colon), Some(End::Stop)) => true,
        ("ja", Some(End::Stop), None) => !text.ends_with(is_hiragana),
        _ => false,
    }
}

/// Whether the mark `wanted` stands before a closing quotation mark behind which only the full stop `ending` of `side`
/// stands.
fn stands_before(side: &SideView<'_>, ending: Option<(End, Span)>, wanted: Option<End>) -> bool {
    let Some((End::Stop, stop)) = ending else { return false };
    let before = &side.text()[..stop.range().start];
    let quoted = before.strip_suffix(['"', '”', '“', '’', '»', '」', '』']);
    quoted.and_then(end).is_some_and(|(kind, _)| wanted == Some(kind))
}

/// The question that a Greek semicolon asks, and the Japanese particle か before a full stop.
fn as_question(kind: End, span: Span, target: &SideView<'_>) -> End {
    let question = match target.locale().language().code {
        "el" => kind == End::Semicolon,
        "ja" => kind == End::Stop && target.text()[..span.range().start].ends_with('か'),
        _ => false,
    };
    if question { End::Question } else { kind }
}
