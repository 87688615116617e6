//! `misplaced-emphasis`

use super::emphasis::{broken, counterparts, is_plain, outermost};
use super::labels::{Labels, is_beside, is_half, strangers, swallowed, swallowed_unspaced};
use crate::check::SegmentCheck;
use crate::checks::shift::{self, Marker};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::markup::Emphasis;

declare_check! {
    /// Bold or italics stand on the wrong words.
    ///
    /// The reader looks on the screen for what is bold. Machine translation shifts the markers by a word or two: they
    /// land on an article, or take in the noun or the verb beside the label. Reported is what one segment proves:
    /// small words alone under a marker, a noun or verb inside that the source has beside the label, a word at the
    /// end that leans on what follows, a label that goes on in a genitive behind its marker, a name that is emphasised
    /// in the source and stands outside. Labels that consist of small words in the source are exempt. Where
    /// translations teach what words are called, it is told of any words that the emphasis took in or left out.
    ///
    /// ```fails
    /// en | Find them on the **Invoice details** page.
    /// nl | Zoek ze op **de** pagina Factuurgegevens.
    ///                 ^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Open the **Details** page.
    /// it | Aprire la **pagina Dettagli**.
    ///                  ^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Open the **Invoice details** page.
    /// nl | Open de pagina **details** van de factuur.
    ///                     ^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// learned 20 | Open drawer #. | Aprire il cassetto #.
    /// learned 20 | Paint drawer # blue. | Dipingere di blu il cassetto #.
    /// learned 20 | Door # is open. | La porta # è aperta.
    /// learned 20 | Paint door # white. | Dipingere di bianco la porta #.
    /// en | Open the drawer **Door keys**.
    /// it | Aprire il **cassetto Chiavi** della porta.
    ///                  ^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | **All** users see the **Details** page.
    /// de | **Alle** Benutzer sehen die Seite **Details**.
    /// ```
    ///
    /// ```passes
    /// en | Select **Page setup**.
    /// es | Seleccione **Configuración de la página**.
    /// ```
    pub static MISPLACED_EMPHASIS: Segment<MisplacedEmphasis> = {
        id: "misplaced-emphasis",
        category: Markup,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        needs: [EMPHASIS],
        evidence: true,
        mqm: "design/markup",
        its: "markup",
        aliases: ["shifted-emphasis"],
        since: "0.1.0",
    }
}

/// Options of `misplaced-emphasis`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedEmphasis {}

impl SegmentCheck for MisplacedEmphasis {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if is_plain(segment) || source.markup().emphasis.is_empty() || target.markup().emphasis.is_empty() {
            return;
        }
        let labels = Labels::of(source);
        let shifted = counterparts(segment).into_iter().filter(|[from, to]| {
            let (from, place) = (from.inner, to.span);
            shift::report(
                segment,
                Marker { from, to: to.inner, whole: place, place, name: "emphasis", may_take_noun: false },
                out,
            )
        });
        let shifted: Vec<Span> = shifted.map(|[_, to]| to.span).collect();
        let mut silent = shifted.is_empty();
        for emphasis in outermost(target) {
            silent &= shifted.iter().any(|it| it.overlaps(emphasis.span)) || !report(&labels, target, emphasis, out);
        }
        let (theirs, ours) = (outermost(source).count(), outermost(target).count());
        if silent && theirs == ours && broken(segment).is_empty() {
            for (word, inside) in strangers(source, target) {
                let name = word.of(target.text());
                let (here, there) = if inside { ("inside", "outside") } else { ("outside", "inside") };
                out.report(
                    target.at(word),
                    format!("`{name}` stands {here} the emphasis, and {there} it in the source"),
                );
            }
        }
    }
}

/// Reports what is wrong with one emphasised passage, if anything.
fn report(labels: &Labels<'_>, target: &SideView<'_>, emphasis: Emphasis, out: &mut Sink<'_>) -> bool {
    let range = target.words_in(emphasis.inner);
    let language = target.locale().language();
    if range.is_empty() {
        return false;
    }
    if !language.has_word_spaces() {
        let part = swallowed_unspaced(labels, target, emphasis);
        if let Some(part) = part {
            out.report(target.at(part), format!("the emphasis takes in `{}`", part.of(target.text())));
        }
        return part.is_some();
    }
    let folded = &target.folded()[range.clone()];
    if !labels.small && is_low(target, emphasis) && is_beside(labels, target, emphasis) {
        let words = emphasis.inner.of(target.text());
        out.report(target.at(emphasis.span), format!("the emphasis stands on `{words}` alone"));
        return true;
    }
    if is_half(labels, target, emphasis) {
        let words = emphasis.inner.of(target.text());
        out.report(target.at(emphasis.span), format!("the label goes on behind `{words}`, and the emphasis does not"));
        return true;
    }
    let (front, mut back) = swallowed(labels, target, emphasis);
    let leans = folded.last().is_some_and(|word| language.leaning_words().contains(&&**word));
    if back == 0 && range.len() > 1 && leans && !labels.open && !labels.small && goes_on(target, emphasis) {
        back = 1;
    }
    let words = &target.words()[range];
    if front > 0 {
        let part = words[0].to(words[front - 1]);
        let place = Span { start: emphasis.span.start, end: words[front].start };
        moved(target, part, place, emphasis, true, out);
    }
    if back > 0 {
        let part = words[words.len() - back].to(words[words.len() - 1]);
        let place = Span { start: words[words.len() - back - 1].end, end: emphasis.span.end };
        moved(target, part, place, emphasis, false, out);
    }
    front + back > 0
}

/// Reports that `part` lies within the emphasis, and offers to move the marker past it.
fn moved(target: &SideView<'_>, part: Span, place: Span, emphasis: Emphasis, front: bool, out: &mut Sink<'_>) {
    let text = target.text();
    let marker = Span { start: emphasis.span.start, end: emphasis.inner.start }.of(text);
    let kept = if front {
        Span { start: emphasis.inner.start, end: place.end }
    } else {
        Span { start: place.start, end: emphasis.inner.end }
    };
    let kept = kept.of(text);
    let fixed = if front { format!("{kept}{marker}") } else { format!("{marker}{kept}") };
    let finding = out.report(target.at(part), format!("the emphasis takes in `{}`", part.of(text)));
    // Markup and quotation marks between the words would come apart.
    if kept.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '’'))
        && !kept.ends_with(' ') | front
    {
        finding.fix_at(target.at(place), fixed, Trust::Unsafe);
    }
}

/// Whether the passage begins with a small letter.
fn is_low(target: &SideView<'_>, emphasis: Emphasis) -> bool {
    emphasis.inner.of(target.text()).starts_with(char::is_lowercase)
}

/// Whether a word follows the passage in the same clause.
fn goes_on(target: &SideView<'_>, emphasis: Emphasis) -> bool {
    let rest = target.text()[emphasis.span.range().end..].trim_start();
    rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '[' | '`' | '"'))
}
