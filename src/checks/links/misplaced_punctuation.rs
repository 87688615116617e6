//! `misplaced-punctuation`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::markup::Emphasis;
use crate::text::punctuation::{End, is_sentence_mark};
use crate::text::vowels::may_be_cut;

declare_check! {
    /// A mark of the sentence was pulled into a link or an emphasis.
    ///
    /// The comma or full stop belongs to the sentence, not to the label: it is underlined or bold where the source
    /// has it plain, and who looks for the label does not find it with its comma. Questions and exclamations may be
    /// titles; a colon within bold (`**Label:**`) is a convention; an emphasised sentence keeps its full stop, and an
    /// abbreviation its own (`[EE. UU.]`, `**Max.**`).
    ///
    /// ```fails
    /// en | Use the [calendar](calendar.md).
    /// nl | Gebruik de [agenda.](calendar.md)
    ///                        ^
    /// ```
    ///
    /// ```fails
    /// en | In **Colours**, choose **Dark**.
    /// fr | Dans **Couleurs,** choisissez **Sombre**.
    ///                     ^
    /// ```
    ///
    /// ```passes
    /// en | **Colours**: choose one. Stay *calm.*
    /// fr | **Couleurs :** choisissez-en une. Restez *calme.*
    /// ```
    ///
    /// ```passes
    /// en | Talk to [HR](hr.md). The firm is in the [US](us.md), called [Acme](a.md). Set it to **Max**.
    /// es | Hable con [RR. HH.](hr.md) La firma está en [EE. UU.](us.md), y es [Acme S.A.](a.md) Use **Máx.**
    /// ```
    ///
    /// ```passes
    /// en | [Ask a question](ask.md). **Note** It is free.
    /// es | [¿Alguna pregunta?](ask.md) **Nota.** Es gratis.
    /// ```
    pub static MISPLACED_PUNCTUATION: Segment<MisplacedPunctuation> = {
        id: "misplaced-punctuation",
        category: Punctuation,
        severity: Info,
        confidence: High,
        fix: Safe,
        needs: [BRACKET, EMPHASIS],
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        yields_to: ["missing-link-text"],
        since: "0.1.0",
    }
}

/// Options of `misplaced-punctuation`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedPunctuation {}

impl SegmentCheck for MisplacedPunctuation {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if segment.is_one_sided() || segment.target().markup().is_empty() {
            return;
        }
        links(segment, out);
        emphasis(segment, true, out);
        emphasis(segment, false, out);
    }
}

/// A mark at the end of a text that is marked up.
struct Mark {
    kind: End,
    span: Span,
    /// What closes the markup, from behind the mark on.
    closer: Span,
}

fn links(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    for link in target.markup().plain_links() {
        let closer = Span { start: link.text.end, end: link.span.end };
        let Some(mark) = final_mark(target.text(), link.text, closer) else { continue };
        let may_end = || ends_sentence(target.text(), link.span) && !is_abbreviated(segment, link.text, &mark);
        if mark.kind == End::Stop && !may_end() {
            continue;
        }
        let kept = counterparts::of(segment, false).kept;
        let original = kept.iter().find(|[_, other]| other.span == link.span).map(|[original, _]| *original);
        let ends_in_mark = |text: Option<Span>| text.is_some_and(|it| is_marked(it.of(source.text())));
        let is_title = match original {
            Some(original) => original.text.is_none() || ends_in_mark(original.text),
            None => source.hyperlinks().iter().any(|link| ends_in_mark(link.text)),
        };
        // A full stop comes from the source; a comma may be the translation's own.
        let is_from_source = || source.text().contains(|c| kind_of(c) == Some(mark.kind));
        if !is_title && (mark.kind == End::Comma || is_from_source()) {
            report(segment, &mark, "link", original.map(|original| original.span), out);
        }
    }
}

fn emphasis(segment: &SegmentView<'_>, strong: bool, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let of_kind = |emphasis: &&Emphasis| emphasis.strong == strong;
    let marked = target.markup().emphasis.iter().filter(of_kind).enumerate();
    for (number, emphasis) in marked {
        let closer = Span { start: emphasis.inner.end, end: emphasis.span.end };
        let Some(mark) = final_mark(target.text(), emphasis.inner, closer) else { continue };
        let originals: Vec<_> = source.markup().emphasis.iter().filter(of_kind).collect();
        let ends_alike = |text: &str| text.chars().next_back().and_then(kind_of) == Some(mark.kind);
        if originals.iter().any(|original| ends_alike(original.inner.of(source.text()).trim_end())) {
            continue;
        }
        let count = target.markup().emphasis.iter().filter(of_kind).count();
        let original = originals.get(number).filter(|_| originals.len() == count).map(|original| original.span);
        let is_label = match mark.kind {
            End::Colon => false,
            End::Stop => {
                let follows = original.is_some_and(|original| {
                    source.text()[original.range().end..].trim_start_matches([' ', '"', ')']).starts_with(['.', '。'])
                });
                // `**Note** …` may become `**Nota.** …`: a heading within the line.
                let leads = original.is_some_and(|original| starts_sentence(source.text(), original))
                    || starts_sentence(target.text(), emphasis.span);
                let is_own = is_abbreviated(segment, emphasis.inner, &mark) || is_cut_word(target, emphasis.inner);
                ends_sentence(target.text(), emphasis.span) && (follows || !leads) && !is_own
            }
            _ => true,
        };
        if is_label && !originals.is_empty() {
            report(segment, &mark, if strong { "bold text" } else { "italic text" }, original, out);
        }
    }
}

fn report(segment: &SegmentView<'_>, mark: &Mark, what: &str, original: Option<Span>, out: &mut Sink<'_>) {
    let target = segment.target();
    let text = target.text();
    let before = &text[..mark.span.range().start];
    let start = before.trim_end().len();
    let rest = &text[mark.closer.range().end..];
    let moved = if rest.starts_with(is_sentence_mark) { "" } else { mark.span.of(text) };
    let spaced = target.locale().language().has_word_spaces() && rest.starts_with(char::is_alphanumeric);
    let fixed = format!("{}{moved}{}", mark.closer.of(text), if spaced { " " } else { "" });
    let place = target.at(Span::new(start, mark.closer.range().end));
    let found = out.report(target.at(mark.span), format!("`{}` was pulled into the {what}", mark.span.of(text)));
    found.help("put the mark behind the markup").fix_at(place, fixed, Trust::Safe);
    if let Some(original) = original {
        found.also(segment.source().at(original));
    }
}

/// The mark that ends `inner`, behind something else, unless it may belong there.
fn final_mark(text: &str, inner: Span, closer: Span) -> Option<Mark> {
    let body = inner.of(text).trim_end();
    let last = body.chars().next_back()?;
    let kind = kind_of(last)?;
    let head = &body[..body.len() - last.len_utf8()];
    let stands_alone = !head.contains(char::is_alphanumeric) || head.ends_with(is_sentence_mark);
    let end = inner.range().start + body.len();
    (!stands_alone).then(|| Mark { kind, span: Span::new(end - last.len_utf8(), end), closer })
}

/// Whether the full stop `mark` belongs to the last word of `inner`: to an abbreviation of the language, or to what the
/// source does not hold and no sentence ends with: a part behind a dot (`S.A.`), a single letter, two capitals (`EE. UU.`).
fn is_abbreviated(segment: &SegmentView<'_>, inner: Span, mark: &Mark) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let body = Span { start: inner.start, end: mark.span.start }.of(target.text());
    let parts = |c: char| c.is_whitespace() || matches!(c, '(' | '"' | '«' | '“' | '„' | '*' | '_' | '/');
    let word = body.rsplit(parts).next().unwrap_or_default();
    let length = word.chars().count();
    let looks = word.contains('.') || length == 1 || length == 2 && word.chars().all(char::is_uppercase);
    mark.span.of(target.text()) == "."
        && (target.locale().language().is_abbreviation(&word.to_lowercase()) || looks && !source.text().contains(word))
}

/// Whether `inner` is one word that may be an abbreviation: nobody knows all that stand on the buttons of a program
/// (`**Abr.**`).
fn is_cut_word(target: &SideView<'_>, inner: Span) -> bool {
    inner.of(target.text()).trim().strip_suffix('.').is_some_and(may_be_cut)
}

/// The kind of a mark that belongs to a sentence rather than to a title.
fn kind_of(character: char) -> Option<End> {
    match character {
        '.' | '。' | '।' | '۔' | '．' => Some(End::Stop),
        ',' | '，' | '、' | '،' => Some(End::Comma),
        ';' | '；' | '؛' => Some(End::Semicolon),
        ':' | '：' => Some(End::Colon),
        _ => None,
    }
}

/// Whether `text` ends in any mark, looking through the markers of an emphasis.
fn is_marked(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '"')).ends_with(is_sentence_mark)
}

/// Whether a full stop at the end of `span` ends a sentence and no abbreviation: a text goes on in small letters
/// behind the latter.
fn ends_sentence(text: &str, span: Span) -> bool {
    let rest = &text[span.range().end..];
    let next = rest.chars().find(|c| c.is_alphanumeric());
    next.is_none_or(|next| !next.is_lowercase()) && !rest.trim_start().starts_with([',', ';', ':'])
}

/// Whether nothing but list markers stands before `span` in its sentence.
fn starts_sentence(text: &str, span: Span) -> bool {
    let before =
        text[..span.range().start].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '-'));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '。', '|', '>'])
}
