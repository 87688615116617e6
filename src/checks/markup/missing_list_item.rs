//! `missing-list-item`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::punctuation::separated_items;

declare_check! {
    /// An item of a list that is separated by `|` is missing, empty or cut short.
    ///
    /// Pages head their text with lists of roles or products, `Global admin | Billing admin`. A reader whose role is
    /// lost there takes the page to be for somebody else. An item is cut short when it ends in a word that leans on
    /// the next (`Auditor de`) or a hyphen, or is far shorter than its siblings beside the source. Rows of tables are
    /// exempt, and so is a label alone, whose items the translation sets as a list of their own.
    ///
    /// ```fails
    /// en | Global admin | Billing admin | Reader
    /// de | Globaler Administrator | Leser
    ///                             ^
    /// ```
    ///
    /// ```fails
    /// en | Global administrator | Read-only auditor
    /// es | Administrador global | Auditor de
    ///                             ^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Global administrator | Billing admin
    /// nl | Globale beheerder | Factureringsbeheerder
    /// ```
    ///
    /// ```passes
    /// en | **Plans:** Basic | Premium
    /// nl | **Abonnementen**
    /// ```
    pub static MISSING_LIST_ITEM: Segment<MissingListItem> = {
        id: "missing-list-item",
        category: Completeness,
        severity: Warning,
        confidence: Medium,
        needs: [PIPE],
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-list-item`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingListItem {}

impl SegmentCheck for MissingListItem {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let theirs = items(source);
        if segment.is_one_sided() || theirs.len() < 2 || theirs.iter().any(|item| item.is_empty()) {
            return;
        }
        let ours = items(target);
        if ours.is_empty() && is_label(target) {
            return;
        }
        if let Some(empty) = ours.iter().position(|item| item.is_empty()) {
            let place = target.at(ours[empty]);
            out.report(place, "an item of the list is empty").also(source.at(theirs[empty.min(theirs.len() - 1)]));
        } else if ours.len() < theirs.len() {
            let lost = lost(source, &theirs, target, &ours);
            let gap = gap(target, &ours, lost);
            let name = theirs[lost].of(source.text());
            out.report(target.at(gap), format!("the list has {} items, the source has {}", ours.len(), theirs.len()))
                .help(format!("`{name}` or one of its neighbours is missing"))
                .also(source.at(theirs[lost]));
        } else if ours.len() == theirs.len() {
            for index in (0..ours.len()).filter(|&index| is_cut(source, &theirs, target, &ours, index)) {
                let (wanted, given) = (theirs[index].of(source.text()), ours[index].of(target.text()));
                out.report(target.at(ours[index]), format!("`{given}` is cut short; the source has `{wanted}`"))
                    .also(source.at(theirs[index]));
            }
        }
    }
}

/// The items of a list; none for the row of a table, or when a bar stands in code.
fn items(side: &SideView<'_>) -> Vec<Span> {
    let text = side.text().trim();
    if !text.contains('|') || text.starts_with('|') || text.contains("||") {
        return Vec::new();
    }
    let found = separated_items(side.text());
    let bars = found.windows(2).map(|two| Span { start: two[0].end, end: two[1].start });
    if !bars.into_iter().all(|bar| side.is_prose(bar)) {
        return Vec::new();
    }
    without_lead(side, found)
}

/// Whether the side is nothing but what introduces a list, in bold or before a colon.
fn is_label(side: &SideView<'_>) -> bool {
    let text = side.text().trim();
    let label = text.trim_end_matches([':', '：', ' ', '\u{a0}']);
    label.len() < text.len() || side.markup().emphasis.iter().any(|emphasis| emphasis.span.of(side.text()) == label)
}

/// Takes off what introduces the list, in bold or before a colon: `**Appropriate roles:** Global admin | …`.
fn without_lead(side: &SideView<'_>, mut items: Vec<Span>) -> Vec<Span> {
    let first = items[0];
    let lead = side.markup().emphasis.iter().find(|emphasis| emphasis.span.start == first.start);
    if let Some(lead) = lead.filter(|lead| lead.span.end < first.end) {
        let rest = side.text()[lead.span.range().end..first.range().end].trim_start_matches([':', '：', ' ', '\u{a0}']);
        items[0] = Span::new(first.range().end - rest.len(), first.range().end);
    }
    items
}

fn letters(side: &SideView<'_>, item: Span) -> f64 {
    item.of(side.text()).chars().count() as f64
}

/// Which item of the source to leave out so that the rest goes best with the target, by kept words
/// and by length.
fn lost(source: &SideView<'_>, theirs: &[Span], target: &SideView<'_>, ours: &[Span]) -> usize {
    let alike = |one: Span, other: Span| {
        let words = other.of(target.text()).split_whitespace();
        words.filter(|word| one.of(source.text()).split_whitespace().any(|it| it == *word)).count() as f64
    };
    let unlike = |skipped: usize| -> f64 {
        let kept = theirs.iter().enumerate().filter(|(index, _)| *index != skipped).map(|(_, item)| item);
        let pairs = kept.zip(ours);
        pairs
            .map(|(&one, &other)| {
                (letters(source, one) / letters(target, other).max(1.0)).ln().abs() - alike(one, other)
            })
            .sum()
    };
    (0..theirs.len()).min_by(|&one, &other| unlike(one).total_cmp(&unlike(other))).unwrap_or_default()
}

/// The bar beside which item `index` should stand.
fn gap(target: &SideView<'_>, ours: &[Span], index: usize) -> Span {
    let Some(before) = index.checked_sub(1).and_then(|before| ours.get(before)).or(ours.first()) else {
        return Span::new(0, target.text().len());
    };
    let bar = target.text()[before.range().end..].find('|').map(|at| before.range().end + at);
    bar.map_or(*before, |at| Span::new(at, at + 1))
}

fn is_cut(source: &SideView<'_>, theirs: &[Span], target: &SideView<'_>, ours: &[Span], index: usize) -> bool {
    let (wanted, given) = (theirs[index].of(source.text()), ours[index].of(target.text()));
    let language = target.locale().language();
    let last = given.rsplit(char::is_whitespace).next().unwrap_or(given).to_lowercase();
    let several = wanted.contains(char::is_whitespace) && given != wanted;
    if several && given.contains(char::is_whitespace) && language.leaning_words().contains(&last.as_str()) {
        return true;
    }
    if given.ends_with('-') && given.len() > 2 && !wanted.ends_with('-') {
        return true;
    }
    let ratio = |at: usize| letters(target, ours[at]) / letters(source, theirs[at]).max(1.0);
    let shortest = (0..ours.len()).filter(|&at| at != index).map(ratio).fold(f64::INFINITY, f64::min);
    // A single word for several may be a compound (`Supportagent`), which is hardly shorter than the source.
    several && !given.contains(char::is_whitespace) && ratio(index) < (0.65 * shortest).min(0.65)
}
