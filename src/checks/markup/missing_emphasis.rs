//! `missing-emphasis`

use super::{about, emphasis};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::markup::Emphasis;
use std::borrow::Cow;

declare_check! {
    /// Emphasis of the source is missing in the translation.
    ///
    /// Emphasis sets off the labels that a reader looks for on the screen. Counted is what renders: markers that
    /// fail are another fault. Quotation marks or brackets in place of the markers, as careful Chinese and Japanese
    /// texts have them, are right; two passages that stand side by side may become one.
    ///
    /// ```fails
    /// en | Select **Save**, then **Close**.
    /// es | Seleccione **Guardar** y después Cerrar.
    ///                                       ^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Select **Save**.
    /// ja | 「保存」を選択します。
    /// ```
    ///
    /// ```passes
    /// en | The **Save** **as** command.
    /// nl | De opdracht **Opslaan als**.
    /// ```
    pub static MISSING_EMPHASIS: Segment<MissingEmphasis> = {
        id: "missing-emphasis",
        category: Markup,
        severity: Warning,
        confidence: Medium,
        needs: [EMPHASIS],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `missing-emphasis`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingEmphasis {}

impl SegmentCheck for MissingEmphasis {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if emphasis::is_plain(segment) || source.markup().emphasis.len() <= target.markup().emphasis.len() {
            return;
        }
        let (theirs, ours) = (emphasis::groups(source), emphasis::groups(target));
        let replaced = emphasis::quotations(target).saturating_sub(emphasis::quotations(source));
        if theirs.len() <= ours.len() + replaced + emphasis::tagged(target) || !emphasis::broken(segment).is_empty() {
            return;
        }
        let Some(lost) = lost(source, &theirs, target, &ours) else { return };
        let small = |word: &Cow<'_, str>| source.locale().language().is_function_word(word);
        if source.folded()[source.words_in(lost.inner)].iter().all(small) {
            return;
        }
        let label = lost.inner.of(source.text()).replace("**", "");
        let message = match ours.len() {
            0 if theirs.len() == 1 => format!("the emphasis of `{label}` is missing"),
            _ => format!("emphasis is missing, most likely that of `{label}`"),
        };
        let place = counterpart(source, lost, target, &ours);
        out.report(target.at(place), message).also(source.at(lost.span));
    }
}

/// The word of the target that most likely begins what is no longer emphasised: the same word, or one that begins
/// with a capital as the label does, close to where it should stand.
fn counterpart(source: &SideView<'_>, lost: Emphasis, target: &SideView<'_>, ours: &[Emphasis]) -> Span {
    let text = target.text();
    let label = lost.inner.of(source.text());
    let capital = label.starts_with(char::is_uppercase);
    let share = f64::from(lost.span.start) / source.text().len().max(1) as f64;
    let language = target.locale().language();
    let outside = |word: &&Span| ours.iter().all(|it| !it.span.contains(**word));
    let cost = |(index, word): (usize, &Span)| {
        let at = f64::from(word.start) / text.len().max(1) as f64;
        let same = label.starts_with(word.of(text));
        let begins = word.of(text).starts_with(char::is_uppercase) && index > 0;
        let small = language.is_function_word(&word.of(text).to_lowercase());
        (at - share).abs() - if same { 1.0 } else { 0.0 } - if capital && begins { 0.3 } else { 0.0 }
            + if small { 0.5 } else { 0.0 }
    };
    let words = target.words().iter().filter(outside).enumerate();
    let best = words.min_by(|one, other| cost(*one).total_cmp(&cost(*other)));
    best.map_or_else(|| about(source, lost.span, target), |(_, word)| *word)
}

/// The emphasis of the source that is most likely without counterpart.
fn lost(source: &SideView<'_>, theirs: &[Emphasis], target: &SideView<'_>, ours: &[Emphasis]) -> Option<Emphasis> {
    let share = |span: Span, side: &SideView<'_>| f64::from(span.start) / side.text().len().max(1) as f64;
    let distance = |emphasis: &Emphasis| {
        let at = share(emphasis.span, source);
        ours.iter().map(|it| (share(it.span, target) - at).abs()).fold(1.0, f64::min)
    };
    theirs.iter().copied().max_by(|one, other| distance(one).total_cmp(&distance(other)))
}
