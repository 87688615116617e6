//! `misplaced-link`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::hyperlinks::Hyperlink;

declare_check! {
    /// A link of the translation stands on the wrong words.
    ///
    /// Machines carry the brackets over by position, and in another word order they close around an article, half a
    /// name or the words of the next phrase: the reader is told that something else is behind the link. Reported is
    /// what one text can prove: a link on nothing but small words, one that ends in a word which cannot end a
    /// phrase, and one whose name, kept in the translation, stands beside it.
    ///
    /// ```fails
    /// en | Open the [billing settings](billing.md) of the project.
    /// nl | Open [de](billing.md) factureringsinstellingen van het project.
    ///            ^^
    /// ```
    ///
    /// ```fails
    /// en | See [availability by region](regions.md).
    /// es | Consulte [la disponibilidad por](regions.md) región.
    ///                ^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Read [Publish your offer in the marketplace](publish.md) first.
    /// nl | Lees eerst over de marketplace [in het onderwerp publiceren](publish.md).
    ///                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Sign up [here](signup.md), or [read about it](about.md).
    /// de | Melden Sie sich [hier](signup.md) an, oder [lesen Sie darüber](about.md).
    /// ```
    pub static MISPLACED_LINK: Segment<MisplacedLink> = {
        id: "misplaced-link",
        category: Links,
        severity: Warning,
        confidence: Medium,
        needs: [BRACKET],
        mqm: "design/markup",
        its: "markup",
        yields_to: ["missing-link-text"],
        aliases: ["shifted-link"],
        since: "0.1.0",
    }
}

/// Options of `misplaced-link`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedLink {}

impl SegmentCheck for MisplacedLink {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || target.markup().links.is_empty() {
            return;
        }
        for [original, link] in counterparts::of(segment, false).kept {
            let (Some(from), Some(to)) = (text_of(original, source), text_of(link, target)) else { continue };
            let message = if is_small(target, to) && !is_small(source, from) {
                "the link stands on nothing but small words".to_owned()
            } else if let Some(word) = dangling(target, to).filter(|_| dangling(source, from).is_none()) {
                format!("the link breaks off behind `{word}`")
            } else if let Some(word) = left_out(segment, from, to) {
                format!("`{word}` belongs to the link and stands beside it")
            } else {
                continue;
            };
            out.report(target.at(to), message)
                .help("link the words that say what the linked words of the source say")
                .also(source.at(from));
        }
    }
}

/// The text of `link`, if it holds a word of the prose.
fn text_of(link: &Hyperlink, side: &SideView<'_>) -> Option<Span> {
    link.text.filter(|&text| side.words().iter().any(|word| text.contains(*word)))
}

/// The words in `span`, in small letters.
fn words<'v>(side: &'v SideView<'_>, span: Span) -> impl DoubleEndedIterator<Item = &'v str> {
    let pairs = side.words().iter().zip(side.folded());
    pairs.filter(move |(word, _)| span.contains(**word)).map(|(_, folded)| folded.as_str())
}

/// Whether `span` is made of function words only.
fn is_small(side: &SideView<'_>, span: Span) -> bool {
    let language: &Language = side.locale().language();
    let has_code = side.markup().code.iter().any(|code| span.contains(code.span));
    !has_code && words(side, span).all(|word| language.is_function_word(word))
}

/// The last word of `span`, if it cannot end a phrase there.
fn dangling<'v>(side: &'v SideView<'_>, span: Span) -> Option<&'v str> {
    let language = side.locale().language();
    let is_last = |word: &str| match language.code {
        "en" => language.is_function_word(word),
        _ => language.dangling_words.contains(&word),
    };
    let last = side.words().iter().zip(side.folded()).rfind(|(word, _)| span.contains(**word))?;
    let (at, folded) = last;
    let rest = &side.text()[at.range().end..span.range().end];
    let goes_on = side.words().iter().any(|word| word.start > span.end);
    (rest.trim().is_empty() && goes_on && is_last(folded)).then_some(folded.as_str())
}

/// A word of the source's link text `from` that the translation keeps as it is, outside the text `to` of the link.
fn left_out<'v>(segment: &'v SegmentView<'_>, from: Span, to: Span) -> Option<&'v str> {
    let (source, target) = (segment.source(), segment.target());
    let once = |side: &SideView<'_>, wanted: &str| {
        let mut found = side.words().iter().zip(side.folded()).filter(|(_, word)| *word == wanted).map(|(at, _)| *at);
        found.next().filter(|_| found.next().is_none())
    };
    source.words().iter().zip(source.folded()).filter(|(at, _)| from.contains(**at)).find_map(|(_, word)| {
        let is_common = source.locale().language().is_function_word(word) || word.chars().count() < 4;
        if is_common || once(source, word).is_none() {
            return None;
        }
        once(target, word).filter(|at| !at.overlaps(to)).map(|_| word.as_str())
    })
}
