//! `missing-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::vowels::is_vowel;
use unicode_normalization::char::is_combining_mark;

declare_check! {
    /// A word is glued to a link, a code span or an emphasis.
    ///
    /// Two words are read as one, and what is marked seems to end in the middle of a word. The source has a space or
    /// a mark there. An ending is no word: it may follow at once (`[Azure](a.md)s`, `**Mentés**re`) or behind an
    /// apostrophe or a hyphen. Languages that set no spaces between words are exempt.
    ///
    /// ```fails
    /// en | In the [shared model](model.md), costs are split.
    /// nl | In het [gedeelde model](model.md)worden kosten verdeeld.
    ///                                       |
    /// ```
    ///
    /// ```fails
    /// en | Select **Save** to go on, or type `exit`.
    /// de | Wählen Sie **Speichern**aus, oder geben Sie`exit` ein.
    ///                              |                  |
    /// ```
    ///
    /// ```passes
    /// en | The `API` key in the [Azure](a.md) portal
    /// tr | [Azure](a.md)'un portalındaki `API`'nin anahtarı
    /// ```
    ///
    /// ```fails
    /// en | Open [the page](page.md) and save.
    /// bg | Отворете [страницата](page.md)и запишете.
    ///                                    |
    /// ```
    ///
    /// ```fails
    /// en | Open [the page](page.md) and save.
    /// vi | Mở [trang](page.md)và lưu.
    ///                         |
    /// ```
    ///
    /// ```passes
    /// en | Download the plugin from [GitHub](g.md) with `git`.
    /// cs | Stáhněte si doplněk z [GitHub](g.md)u pomocí `git`u.
    /// ```
    ///
    /// ```passes
    /// en | The service of [Contoso](c.md) and **Save** button
    /// sv | [Contoso](c.md)s tjänst och **Spara**-knappen
    /// ```
    ///
    /// ```passes
    /// en | Select **Save** on the [page](a.md).
    /// zh | 在[页面](a.md)上选择**保存**即可。
    /// ```
    pub static MISSING_SPACE: Segment<MissingSpace> = {
        id: "missing-space",
        category: Spacing,
        severity: Info,
        confidence: High,
        fix: Safe,
        needs: [BRACKET, EMPHASIS, BACKTICK],
        one_sided: true,
        mqm: "linguistic-conventions/whitespace",
        its: "whitespace",
        since: "0.1.0",
    }
}

/// Options of `missing-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingSpace {}

/// What may be glued.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Link,
    Code,
    Emphasis,
}

impl Kind {
    const ALL: [(Self, &'static str); 3] = [(Self::Link, "link"), (Self::Code, "code"), (Self::Emphasis, "emphasis")];

    /// The spans of this kind on `side`.
    fn spans<'v>(self, side: &'v SideView<'_>) -> Box<dyn Iterator<Item = Span> + 'v> {
        let markup = side.markup();
        match self {
            Self::Link => Box::new(markup.plain_links().map(|link| link.span)),
            Self::Code => Box::new(markup.code.iter().map(|code| code.span)),
            // A letter or two that stand out of their word are meant to.
            Self::Emphasis => {
                let long = markup.emphasis.iter().filter(|it| it.inner.of(side.text()).chars().count() > 2);
                Box::new(long.map(|it| it.span))
            }
        }
    }
}

impl SegmentCheck for MissingSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        let language = target.locale().language();
        if !language.has_word_spaces() || target.markup().is_empty() {
            return;
        }
        for (kind, name) in Kind::ALL {
            for span in kind.spans(target) {
                let [before, after] = glued(target.text(), span);
                let both = kind == Kind::Emphasis && !before.is_empty() && !after.is_empty();
                // Markers that paired the wrong way round are glued on both sides.
                if both || before.is_empty() && after.is_empty() {
                    continue;
                }
                let mut sides = [(false, span.range().start, before), (true, span.range().end, after)].into_iter();
                while let Some((is_after, at, word)) = sides.next().filter(|_| !both) {
                    if !is_word(word, is_after, language) || !is_apart(segment, kind, is_after) {
                        continue;
                    }
                    let where_to = if is_after { "behind" } else { "before" };
                    let found =
                        out.report(target.at(Span::empty(at)), format!("no space {where_to} the {name}: `{word}`"));
                    found.fix(" ", Trust::Safe);
                    if !segment.is_one_sided() {
                        found.also(segment.source().whole());
                    }
                }
            }
        }
    }
}

/// The letters that touch `span` on either side, with the signs that belong to them.
fn glued(text: &str, span: Span) -> [&str; 2] {
    let before = &text[..span.range().start];
    let after = &text[span.range().end..];
    let belongs = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let lead = before.trim_end_matches(belongs).len();
    let tail = after.find(|c: char| !belongs(c)).unwrap_or(after.len());
    [&before[lead..], &after[..tail]]
}

/// Whether the source has things of this kind, and none that is glued on this side; or there is no source.
fn is_apart(segment: &SegmentView<'_>, kind: Kind, is_after: bool) -> bool {
    let source = segment.source();
    let mut spans = kind.spans(source).peekable();
    segment.is_one_sided()
        || spans.peek().is_some() && spans.all(|span| glued(source.text(), span)[usize::from(is_after)].is_empty())
}

/// Whether `word` is one rather than an ending or a prefix.
fn is_word(word: &str, is_after: bool, language: &Language) -> bool {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if !is_after {
        return length > 0 && !language.has_glued_prefixes();
    }
    let is_ending = language.inflection.is_some_and(|inflection| inflection.endings.contains(&word.as_str()));
    // Czech `u` and `o` are prepositions and endings (`[GitHub](…)u`).
    let is_vowel_ending = length == 1 && language.declines_with_vowels() && word.chars().all(is_vowel);
    if length == 0 || is_ending || is_vowel_ending {
        return false;
    }
    let common = language.is_function_word(&word) || !language.has_endings();
    if language.is_agglutinative() { common && length > 2 || length > 6 } else { common || length > 2 }
}
