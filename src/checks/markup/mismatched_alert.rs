//! `mismatched-alert`

use super::about;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::shortcodes;
use crate::text::traits::Traits;

declare_check! {
    /// An alert, a container or a shortcode, such as `[!NOTE]`, is translated, changed or lost.
    ///
    /// The word in it is a command to the tool that builds the page. Translated, it is text: the box is gone, or the
    /// included passage; or the page is not built at all. Capitals of alerts do not matter, and the name shown in an
    /// include may be translated. Containers (`:::note`) and shortcodes (`{{< note >}}`) are compared where there are as
    /// many on both sides, for a translation may do without one.
    ///
    /// ```fails
    /// en | [!IMPORTANT] Save first.
    /// it | [!IMPORTANTE] Salvare prima.
    ///      ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | {{< note >}} Save first. {{< /note >}}
    /// de | {{< hinweis >}} Speichern Sie zuerst. {{< /hinweis >}}
    ///          ^^^^^^^                               ^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | :::tip Save first.
    /// de | :::tipp Speichern Sie zuerst.
    ///         ^^^^
    /// ```
    ///
    /// ```passes
    /// en | {{% note %}} Open {{< param name="app" >}} and `{{< x >}}`.
    /// de | {{< note >}} Öffnen Sie die App und `{{< y >}}`.
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
        needs: [BRACKET, DOUBLED_MARK, PLACEHOLDER],
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
        if segment.is_one_sided() {
            return;
        }
        compare_alerts(segment, out);
        if segment.source().traits().has(Traits::DOUBLED_MARK | Traits::PLACEHOLDER) {
            compare_shortcodes(segment, out);
        }
    }
}

fn compare_alerts(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    if !source.text().contains("[!") || source.markup().alerts.is_empty() {
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

/// Tells the containers and shortcodes that bear another name, where none was left out.
fn compare_shortcodes(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let theirs = shortcodes(source);
    if theirs.is_empty() {
        return;
    }
    let ours = shortcodes(target);
    if theirs.len() != ours.len() {
        return;
    }
    let names =
        |side: &SideView<'_>, found: &[Span]| found.iter().map(|name| name.of(side.text()).to_owned()).collect();
    let [wanted, given]: [Vec<String>; 2] = [names(source, &theirs), names(target, &ours)];
    for (missing, strange) in super::surplus(&wanted, &given).into_iter().zip(super::surplus(&given, &wanted)) {
        out.report(target.at(ours[strange]), format!("`{}` has become `{}`", wanted[missing], given[strange]))
            .fix(wanted[missing].clone(), Trust::Unsafe)
            .also(source.at(theirs[missing]));
    }
}

/// The names of containers and shortcodes of `side`, but for those that its code shows.
fn shortcodes(side: &SideView<'_>) -> Vec<Span> {
    let mut found = shortcodes::shortcodes(side.text());
    found.retain(|name| !side.markup().code.iter().any(|code| code.span.contains(*name)));
    found
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
