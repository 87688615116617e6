//! `mismatched-alert`

use super::about;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;

declare_check! {
    /// An alert or an include, such as `[!NOTE]`, is translated, changed or lost.
    ///
    /// The word in it is a command to the tool that builds the page. Translated, it is text: the box is gone, or the
    /// included passage. Capitals do not matter, and the name shown in an include may be translated.
    ///
    /// ```fails
    /// en | [!IMPORTANT] Save first.
    /// it | [!IMPORTANTE] Salvare prima.
    ///      ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | [!NOTE] Save first. [!INCLUDE [the steps](steps.md)]
    /// it | [!Note] Salvare prima. [!INCLUDE [i passaggi](steps.md)]
    /// ```
    pub static MISMATCHED_ALERT: Segment<MismatchedAlert> = {
        id: "mismatched-alert",
        category: Markup,
        severity: Error,
        confidence: High,
        fix: Unsafe,
        needs: [BRACKET],
        mqm: "design/markup",
        its: "markup",
        aliases: ["translated-alert"],
        since: "0.1.0",
    }
}

/// Options of `mismatched-alert`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedAlert {}

impl SegmentCheck for MismatchedAlert {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || !source.text().contains("[!") || source.markup().alerts.is_empty() {
            return;
        }
        let theirs: Vec<String> = source.markup().alerts.iter().map(|alert| command(alert.of(source.text()))).collect();
        let ours: Vec<String> = target.markup().alerts.iter().map(|alert| command(alert.of(target.text()))).collect();
        let mut strange = candidates(target, &theirs);
        for index in super::surplus(&theirs, &ours) {
            let alert = source.markup().alerts[index];
            let wanted = alert.of(source.text());
            if strange.is_empty() {
                let place = target.at(about(source, alert, target));
                out.report(place, format!("`{wanted}` is missing")).also(source.at(alert));
                continue;
            }
            let given = strange.remove(0);
            out.report(target.at(given), format!("`{wanted}` has become `{}`", given.of(target.text())))
                .fix(wanted, Trust::Unsafe)
                .also(source.at(alert));
        }
    }
}

/// What the tool reads of an alert: its keyword, and where an include leads.
fn command(alert: &str) -> String {
    let keyword = alert.trim_start_matches("[!").split(|c: char| !c.is_alphanumeric() && c != '-').next();
    let path = alert.rsplit_once("](").map(|(_, path)| path.trim_end_matches([')', ']'])).unwrap_or_default();
    format!("{} {path}", keyword.unwrap_or_default().to_ascii_lowercase())
}

/// What stands in the target for alerts that are not there: `[!NOTA]`, `[! NOTE]`, `[NOTE!]`, `［!NOTE］`.
fn candidates(target: &SideView<'_>, known: &[String]) -> Vec<Span> {
    let text = target.text();
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in text.match_indices(['[', '［', '【']) {
        let alert = target.markup().alerts.iter().copied().find(|alert| alert.start as usize == at);
        let end = text[at..].find([']', '］', '】']).map(|end| at + end);
        let plain = end.map(|end| Span::new(at, end + text[end..].chars().next().map_or(1, char::len_utf8)));
        let Some(span) = alert.or(plain) else { continue };
        let bangs = span.of(text).contains(['!', '！']);
        if bangs && !known.contains(&command(span.of(text))) && found.last().is_none_or(|last| !last.overlaps(span)) {
            found.push(span);
        }
    }
    found
}
