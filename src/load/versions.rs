//! A translation beside the version of its original that it names, and beside the original as it is now.
//!
//! Translators bring a page up to date text by text, and the name of its version last, if at all. So a text is only
//! held against a version that it fits as well as the other one: it fits better where it has its links, its code and
//! its numbers. What the version has and the original now lacks, or the reverse, is what the translation lacks, unless
//! it fits the original as it is now.

use super::pairing::Paired;
use crate::model::{Drift, DriftKind, Field, Segment, SegmentKind, Side, collapsed};
use crate::span::FileSpan;
use crate::text::markup::Markup;
use crate::text::numbers::numbers;
use std::collections::HashSet;

/// A translation beside one version of its original.
pub(super) struct Reading<'t> {
    /// What the two are to each other.
    pub(super) paired: Paired<'t>,
    /// All that the version says.
    pub(super) said: Vec<Said>,
}

/// A sentence, a block of code, or a value of the front matter.
pub(super) struct Said {
    /// Its text, blanks collapsed.
    pub(super) text: String,
    /// Where it stands in its file.
    pub(super) span: FileSpan,
}

/// The score of a text that fits the version that it is not held against: too little to be compared.
const OTHER_VERSION: f32 = 0.3;

/// The better of two readings, that of the version that is named and that of the original as it is now, without what
/// only the difference between the two explains; what has changed is noted. `own` is all that the translation says.
pub(super) fn reconcile<'t>(then: Reading<'t>, now: Reading<'t>, own: &[Said]) -> Paired<'t> {
    let changed = changed(&then, &now, own);
    let is_current = now.faults() < then.faults();
    let (mut base, other) = if is_current { (now, then) } else { (then, now) };
    for segment in base.paired.segments.iter_mut().filter(|segment| segment.is_trusted()) {
        if other.distance(place(segment)).is_some_and(|elsewhere| elsewhere < distance(segment)) {
            segment.score = OTHER_VERSION;
        }
    }
    let said = texts(&other.said);
    let mut drift = std::mem::take(&mut base.paired.drift);
    drift.retain(|drift| !is_explained(drift, &base, &other, &said));
    base.paired.drift = drift;
    base.paired.version.changed = changed;
    if is_current {
        base.paired.version.proven = None;
    }
    base.paired
}

/// Whether `drift` of `base` is none in the version `other`, which says `said`.
fn is_explained(drift: &Drift, base: &Reading<'_>, other: &Reading<'_>, said: &HashSet<&str>) -> bool {
    if drift.kind == DriftKind::AddedBlock {
        return other.distance(drift.target).is_some();
    }
    let mut lacking = base.said.iter().filter(|sentence| drift.source.contains(sentence.span));
    !lacking.any(|sentence| said.contains(sentence.text.as_str()))
}

/// Where the translation has yet to follow its original: the place of each text that has changed, or where it belongs.
fn changed(then: &Reading<'_>, now: &Reading<'_>, own: &[Said]) -> Vec<FileSpan> {
    let [was, is, own] = [&then.said, &now.said, own].map(|said| texts(said));
    let follows = |place: FileSpan| match (then.distance(place), now.distance(place)) {
        (Some(then), Some(now)) => now < then,
        (None, now) => now.is_some(),
        _ => false,
    };
    let mut found: Vec<FileSpan> = Vec::new();
    let mut lone: Vec<FileSpan> = Vec::new();
    let gone = then.said.iter().filter(|sentence| !is.contains(sentence.text.as_str()));
    let gone: Vec<FileSpan> = gone.filter_map(|sentence| then.translation(sentence.span)).collect();
    let mut fresh = Vec::new();
    for sentence in now.said.iter().filter(|sentence| !was.contains(sentence.text.as_str())) {
        match now.translation(sentence.span) {
            Some(place) => fresh.push(place),
            None if own.contains(sentence.text.as_str()) => {}
            None => lone.push(now.behind(sentence.span)),
        }
    }
    for place in gone.into_iter().chain(fresh).filter(|place| !follows(*place)) {
        if !found.iter().any(|known| known.overlaps(place)) {
            found.push(place);
        }
    }
    found.append(&mut lone);
    found.sort_unstable();
    found
}

fn texts(said: &[Said]) -> HashSet<&str> {
    said.iter().map(|sentence| sentence.text.as_str()).collect()
}

impl Reading<'_> {
    fn trusted(&self) -> impl Iterator<Item = &Segment<'_>> {
        self.paired.segments.iter().filter(|segment| segment.is_trusted())
    }

    /// How much speaks against this version: facts that one side lacks, and blocks and sentences.
    fn faults(&self) -> usize {
        let lonely: usize = self.paired.drift.iter().map(|drift| drift.count as usize).sum();
        self.trusted().map(distance).sum::<usize>() + lonely
    }

    /// How many facts the two sides do not share where the translation stands at `place`; `None` when nothing there has
    /// an original in this version.
    fn distance(&self, place: FileSpan) -> Option<usize> {
        let there = self.trusted().filter(|segment| self::place(segment).overlaps(place));
        there.map(distance).reduce(|sum, next| sum + next)
    }

    /// Where the translation of what stands at `span` of the original stands.
    fn translation(&self, span: FileSpan) -> Option<FileSpan> {
        self.trusted().find(|segment| segment.source.file_span().overlaps(span)).map(place)
    }

    /// Where what stands at `span` of the original belongs in the translation: behind what it follows.
    fn behind(&self, span: FileSpan) -> FileSpan {
        let before = self.trusted().filter(|segment| segment.source.file_span().end <= span.start);
        let last = before.filter(|segment| segment.kind != SegmentKind::FrontMatterValue).last();
        FileSpan::empty(last.map_or(0, |segment| place(segment).range().end))
    }
}

/// Where the translation stands in its file.
fn place(segment: &Segment<'_>) -> FileSpan {
    segment.target.file_span()
}

/// How many facts one side of `segment` has and the other lacks.
fn distance(segment: &Segment<'_>) -> usize {
    let [mut source, target] = [Side::Source, Side::Target].map(|side| facts(segment.side(side).as_str()));
    let mut lacking = 0;
    for fact in target {
        match source.iter().position(|other| *other == fact) {
            Some(at) => drop(source.swap_remove(at)),
            None => lacking += 1,
        }
    }
    lacking + source.len()
}

/// What a translation leaves alone: where links lead, with and without the anchor, which may be translated; code; the
/// digits of numbers.
fn facts(text: &str) -> Vec<String> {
    let markup = Markup::of(text);
    let links = markup.links.iter().map(|link| link.destination.of(text));
    let links = links.flat_map(|link| [link, link.split('#').next().unwrap_or_default()]).map(str::to_owned);
    let code = markup.code.iter().map(|code| code.inner.of(text).to_owned());
    let digits = |number: &str| number.chars().filter(|c| c.is_numeric()).collect();
    links.chain(code).chain(numbers(text).iter().map(|number| digits(number.of(text)))).collect()
}

/// All that a page says: its `sentences`, and the `values` of its front matter that are translated.
pub(super) fn said<'f>(sentences: Vec<(FileSpan, String)>, values: impl Iterator<Item = &'f Field<'f>>) -> Vec<Said> {
    let sentences = sentences.into_iter().map(|(span, text)| Said { text: collapsed(&text), span });
    // The title may stand on the page as well.
    let values =
        values.map(|field| Said { text: format!("{}: {}", field.key, collapsed(&field.value)), span: field.span });
    values.chain(sentences).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::Settings;
    use crate::model::{Docset, Origin, Original, Pairing, Role, SourceFile, Sources};
    use crate::registry::Registry;

    /// What is left to say of a translation of `then`, when its original is `now`: the texts that have changed, as they
    /// stand in the translation; the originals that the others are held against; how much drifts.
    fn told([then, now]: [&str; 2], translation: &str) -> (Vec<String>, Vec<String>, usize) {
        let mut sources = Sources::default();
        let page = sources.add("docs/de/page.md", translation);
        let [then, now] = [("docs/en/page.md@1234567", then), ("docs/en/page.md", now)].map(|(path, text)| {
            let file = SourceFile { role: Role::Original, ..SourceFile::new(path, text, Origin::Plain) };
            sources.push(file)
        });
        sources.pair(page, Original { file: then, pairing: Pairing::History, current: Some(now) });
        let settings = Settings::defaults(&Registry::builtin());
        let docset = Docset::parse(&sources, &settings);
        let document = &docset.documents[0];
        let changed = document.version.changed.iter().map(|span| span.of(translation).to_owned()).collect();
        let trusted = document.segments().iter().filter(|segment| segment.is_trusted());
        (changed, trusted.map(|segment| segment.source.as_str().to_owned()).collect(), document.drift.len())
    }

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&text| text.to_owned()).collect()
    }

    const THEN: &str = "# Backups\n\nSee [settings](old.md). It keeps 30 backups.\n\nAsk the support.\n";
    const NOW: &str =
        "# Backups\n\nSee [settings](new.md). It keeps 60 backups.\n\nAsk the support.\n\n## Costs\n\nIt is free.\n";

    #[test]
    fn a_translation_that_is_up_to_date_is_held_against_the_original_as_it_is() {
        let german = "# Backups\n\nSiehe [Einstellungen](new.md). Es behält 60 Backups.\n\nFragen Sie den Support.\n\n## \
                      Kosten\n\nEs kostet nichts.\n";
        let (changed, originals, drift) = told([THEN, NOW], german);
        assert_eq!((changed, drift), (vec![], 0));
        assert!(originals.contains(&"It keeps 60 backups.".to_owned()), "{originals:?}");
    }

    #[test]
    fn a_translation_that_was_left_alone_is_held_against_the_version_that_it_names() {
        let german = "# Backups\n\nSiehe [Einstellungen](old.md). Es behält 30 Backups.\n\nFragen Sie den Support.\n";
        let (changed, originals, drift) = told([THEN, NOW], german);
        let expected = list(&["Siehe [Einstellungen](old.md).", "Es behält 30 Backups.", "", ""]);
        assert_eq!((changed, drift), (expected, 0));
        assert!(originals.contains(&"It keeps 30 backups.".to_owned()), "{originals:?}");
    }

    #[test]
    fn what_is_half_up_to_date_is_compared_where_it_fits() {
        let german = "# Backups\n\nSiehe [Einstellungen](new.md). Es behält 30 Backups.\n\nFragen Sie den Support.\n";
        let (changed, originals, drift) = told([THEN, NOW], german);
        assert_eq!((changed, drift), (list(&["Es behält 30 Backups.", "", ""]), 0));
        assert_eq!(originals, ["Backups", "See [settings](new.md).", "Ask the support."]);
    }

    #[test]
    fn new_line_breaks_change_nothing_but_a_title_and_code_do() {
        let german = "---\ntitle: Backups\n---\n\nZwei Wörter in einer Zeile.\n\n```sh\nsave\n```\n";
        let page = |title: &str, words: &str, code: &str| {
            format!("---\ntitle: {title}\n---\n\n{words}\n\n```sh\n{code}\n```\n")
        };
        let then = page("Backup", "Two words in one line.", "save");
        let changed = |now: &str| told([&then, now], german).0;
        assert_eq!(changed(&page("Backup", "Two words\nin one line.", "save")), list(&[]));
        assert_eq!(changed(&page("Copies", "Two words in one line.", "save")), ["Backups"]);
        assert_eq!(changed(&page("Backup", "Two words in one line.", "save --all")), [""]);
    }
}
