//! Runs checks over a docset: in parallel, with a report that does not depend on it.

use crate::check::{CheckDef, Checker, DocsetCheck, DocumentCheck, OptionsError, SegmentCheck, Setup};
use crate::config::{Choice, ConfigError, Settings};
use crate::evidence::Learned;
use crate::finding::{Finding, Severity, Sink, Trust};
use crate::formats;
use crate::learning;
use crate::load::{Loaded, dictionaries};
use crate::model::{
    Background, ChangedFiles, Docset, DocsetView, Document, DocumentView, PageView, Pairing, Past, Problem,
    ProblemKind, Role, SegmentView, Side, Sources,
};
use crate::registry::Registry;
use crate::span::FileSpan;
use crate::suppress::baseline::Baseline;
use crate::suppress::{self, Before, Run, Settled, Verdict};
use crate::text::traits::{Traits, bits};
use hashbrown::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// A check that is ready to run.
struct Active<C: ?Sized> {
    def: &'static CheckDef,
    severity: Severity,
    /// Those of the check; [`Traits::TEXT`] where it needs none.
    needs: Traits,
    spent: AtomicU64,
    check: Box<C>,
}

/// Configured checks, ready to run over any docset.
pub struct Linter {
    registry: Registry,
    settings: Settings,
    baseline: Option<Baseline>,
    timed: bool,
    before: Option<Arc<Before>>,
    segment: Vec<Active<dyn SegmentCheck>>,
    document: Vec<Active<dyn DocumentCheck>>,
    docset: Vec<Active<dyn DocsetCheck>>,
}

/// Everything a run found, as data.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What is reported, by file and place.
    pub findings: Vec<Finding>,
    /// What somebody decided not to hear, by file and place.
    pub settled: Vec<Settled>,
    /// Findings that the baseline accepts and that are not there any more.
    pub slack: usize,
    /// What was read.
    pub counts: Counts,
    /// Time spent in each check, longest first, when it was asked for.
    pub timings: Vec<(&'static str, Duration)>,
}

/// What was read in a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Translations whose source is not known.
    pub unpaired: usize,
    /// Segments.
    pub segments: usize,
    /// Bytes of all files.
    pub bytes: usize,
    /// What a change did, where only that is looked at.
    pub change: Option<ChangeCounts>,
}

/// What was looked at of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangeCounts {
    /// Documents that it concerns.
    pub documents: usize,
    /// Segments that it touched.
    pub segments: usize,
    /// Findings that it did not cause. Documents that it does not concern were not searched for all of theirs.
    pub others: usize,
}

/// Segments that one task looks at: enough to outweigh the cost of the task.
const CHUNK: usize = 512;
/// Segments that one check looks at in turn: so many that the processor keeps the check's code at hand, so few that it
/// keeps what is known of the segments.
const BATCH: usize = u32::BITS as usize;
/// Findings that one check tells of one segment. No text holds a tenth of them, but one that was made to fill a disk: a
/// report shows the text beside each.
const MOST_TOLD: usize = 256;

impl Linter {
    /// Makes the checks of `settings` ready.
    ///
    /// # Errors
    /// When a check does not understand its options; the error names file, line and key.
    pub fn new(registry: &Registry, settings: &Settings) -> Result<Self, ConfigError> {
        let mut linter = Self {
            registry: registry.clone(),
            settings: settings.clone(),
            baseline: None,
            timed: false,
            before: None,
            segment: Vec::new(),
            document: Vec::new(),
            docset: Vec::new(),
        };
        let setup = Setup {
            kept: &settings.kept,
            glossary: &settings.glossary,
            dictionaries: &settings.dictionaries,
            today: settings.today,
        };
        for choice in &settings.choices {
            let (def, severity) = (choice.check, choice.severity);
            let needs = if def.needs == Traits::NONE { Traits::TEXT } else { def.needs };
            let spent = AtomicU64::new(0);
            match (def.build)(&choice.options, &setup).map_err(|error| explain(choice, &error))? {
                Checker::Segment(check) => linter.segment.push(Active { def, severity, needs, spent, check }),
                Checker::Document(check) => linter.document.push(Active { def, severity, needs, spent, check }),
                Checker::Docset(check) => linter.docset.push(Active { def, severity, needs, spent, check }),
            }
        }
        Ok(linter)
    }

    /// Settles the findings that `baseline` accepts.
    #[must_use]
    pub fn accepting(mut self, baseline: Baseline) -> Self {
        self.baseline = Some(baseline);
        self
    }

    /// Measures the time spent in each check. Costs a little.
    #[must_use]
    pub fn timed(mut self) -> Self {
        self.timed = true;
        self
    }

    /// Looks only at what the change of `files` caused; `before` are the files as they were.
    #[must_use]
    pub fn since(mut self, files: ChangedFiles, before: &Loaded) -> Self {
        // Nobody can say of a decision that it is of no use where not all is looked at.
        self.settings.whole = false;
        let (baseline, sources) = (self.baseline.take(), &before.sources);
        let mut docset = self.docset(before);
        // Both states are held against one body of evidence, so that no finding comes or goes by what the other teaches.
        self.settings.learned = self.learned(&docset);
        let past = Past::new(files, sources, &mut docset);
        let found = self.run(sources, &docset).findings;
        self.before = Some(Arc::new(Before::new(past, sources, &docset, &found)));
        self.baseline = baseline;
        self
    }

    /// Runs every check on every segment, whether or not it says that it has work there. The findings are the same;
    /// tests hold that.
    #[must_use]
    pub fn ungated(mut self) -> Self {
        for active in &mut self.segment {
            active.needs = Traits::TEXT;
        }
        self
    }

    /// The settings it runs with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The files of `loaded` as documents, paired with their originals, and all that their links may lead to; marked
    /// with what changed, where only that is looked at. Opens the dictionaries of their locales.
    pub fn docset<'t>(&self, loaded: &'t Loaded) -> Docset<'t> {
        let docset = Docset::parse(&loaded.sources, &self.settings);
        let mut docset = docset.with_others(loaded.others.clone()).with_redirects(loaded.redirects.clone());
        if let Some(before) = &self.before {
            before.past().mark(&loaded.sources, &mut docset);
        }
        dictionaries::open(&self.settings.dictionaries, &docset);
        docset
    }

    /// Runs over `docset`. The order of findings depends on nothing but the files.
    pub fn run(&self, sources: &Sources, docset: &Docset<'_>) -> Report {
        self.run_knowing(sources, docset, &self.learned(docset))
    }

    /// Runs over `docset` with what was `learned` before.
    pub(crate) fn run_knowing(&self, sources: &Sources, docset: &Docset<'_>, learned: &Learned) -> Report {
        let background = Background { kept: &self.settings.kept, learned };
        let mut findings = self.per_document(sources, docset, background);
        findings.extend(self.per_docset(sources, docset, background));
        drop_moot(&self.registry, docset, &mut findings);
        let address = |finding: &Finding| {
            let (file, span) = docset.locate(finding.place);
            (file, span, finding.check)
        };
        // A baseline that accepts one of two accepts the first.
        findings.sort_by_cached_key(address);
        let run = Run { sources, docset, registry: &self.registry, settings: &self.settings };
        let Verdict { open: mut findings, mut settled, slack } = suppress::apply(run, self.baseline.as_ref(), findings);
        let change = self.before.as_ref().map(|before| keep_caused(before, sources, docset, &mut findings));
        findings.sort_by_cached_key(address);
        settled.sort_by_cached_key(|settled| address(&settled.finding));
        show_joints(sources, docset, &mut findings);
        let counts = Counts { change, ..Counts::of(sources, docset) };
        Report { findings, settled, slack, counts, timings: self.timings() }
    }

    /// Checks one pair of strings, without a file: for tests and for programs that have no files.
    pub fn check_pair(&self, source: &str, target: &str, target_locale: &str) -> Vec<Finding> {
        let mut sources = Sources::new();
        let line = serde_json::json!({"source": source, "target": target, "target_locale": target_locale});
        sources.add("pair.jsonl", line.to_string());
        let docset = Docset::parse(&sources, &self.settings);
        self.run(&sources, &docset).findings
    }

    /// What is known of the languages of `docset`, and what its own translations teach of the others, where a check asks.
    pub(crate) fn learned(&self, docset: &Docset<'_>) -> Learned {
        let learned = self.settings.learned.clone();
        match self.settings.learns_from.filter(|_| self.asks_evidence()) {
            Some(least) => learned.with_own(learning::learn(docset, &self.settings.learned, least)),
            None => learned,
        }
    }

    fn asks_evidence(&self) -> bool {
        let segment = self.segment.iter().map(|active| active.def);
        let others = self.document.iter().map(|active| active.def).chain(self.docset.iter().map(|active| active.def));
        segment.chain(others).any(|def| def.evidence)
    }

    #[cfg(feature = "parallel")]
    fn per_document(&self, sources: &Sources, docset: &Docset<'_>, background: Background<'_>) -> Vec<Finding> {
        let speakers = self.speakers(docset);
        let documents = docset.documents.par_iter().enumerate();
        let documents = documents.filter(|(_, document)| document.is_linted());
        let found = documents.flat_map(|(number, document)| {
            let active = &speakers[code_of(document)];
            let starts = (0..document.segments().len()).step_by(CHUNK).collect::<Vec<_>>();
            let segments = starts
                .into_par_iter()
                .flat_map_iter(move |start| self.chunk(active, &PageView::new(document, number, background), start));
            segments.chain(
                rayon::iter::once(())
                    .flat_map_iter(move |()| self.whole(&DocumentView::new(sources, document, number, background))),
            )
        });
        found.collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn per_document(&self, sources: &Sources, docset: &Docset<'_>, background: Background<'_>) -> Vec<Finding> {
        let (mut findings, speakers) = (Vec::new(), self.speakers(docset));
        for (number, document) in docset.documents.iter().enumerate() {
            if !document.is_linted() {
                continue;
            }
            let active = &speakers[code_of(document)];
            for start in (0..document.segments().len()).step_by(CHUNK) {
                findings.extend(self.chunk(active, &PageView::new(document, number, background), start));
            }
            findings.extend(self.whole(&DocumentView::new(sources, document, number, background)));
        }
        findings
    }

    /// The findings of the checks that look at all documents.
    fn per_docset(&self, sources: &Sources, docset: &Docset<'_>, background: Background<'_>) -> Vec<Finding> {
        let whole = |active: &Active<dyn DocsetCheck>| {
            let (view, mut found) = (DocsetView::new(sources, docset, background), Vec::new());
            active.run(self.timed, &mut found, |check, out| check.check(&view, out));
            found
        };
        #[cfg(feature = "parallel")]
        return self.docset.par_iter().flat_map_iter(whole).collect();
        #[cfg(not(feature = "parallel"))]
        return self.docset.iter().flat_map(whole).collect();
    }

    /// For each language that `docset` is translated into, by its code, the checks of segments that understand it.
    fn speakers(&self, docset: &Docset<'_>) -> HashMap<&'static str, Vec<&Active<dyn SegmentCheck>>> {
        let codes: HashSet<_> = docset.documents.iter().map(code_of).collect();
        let speaking = |code| self.segment.iter().filter(|active| active.def.speaks(code)).collect();
        codes.into_iter().map(|code| (code, speaking(code))).collect()
    }

    /// The findings of the checks `active` in one chunk of the segments of `page`.
    fn chunk(&self, active: &[&Active<dyn SegmentCheck>], page: &Rc<PageView<'_>>, start: usize) -> Vec<Finding> {
        let mut found = Vec::new();
        let end = (start + CHUNK).min(page.segments());
        for first in (start..end).step_by(BATCH) {
            let views = (first..end.min(first + BATCH)).map(|index| SegmentView::new(page, index));
            let views: Vec<SegmentView<'_>> = views.collect();
            let batch = Batch::of(&views);
            for active in active {
                for at in batch.members(active.needs, active.def.one_sided) {
                    let told = found.len();
                    active.run(self.timed, &mut found, |check, out| check.check(&views[at], out));
                    found.truncate(told + MOST_TOLD);
                }
            }
        }
        found
    }

    /// The findings in the document of `view` as a whole.
    fn whole(&self, view: &DocumentView<'_>) -> Vec<Finding> {
        let (mut found, code) = (Vec::new(), view.target_locale().language().code);
        for active in self.document.iter().filter(|active| active.def.speaks(code)) {
            active.run(self.timed, &mut found, |check, out| check.check(view, out));
        }
        found
    }

    fn timings(&self) -> Vec<(&'static str, Duration)> {
        if !self.timed {
            return Vec::new();
        }
        let spent =
            |def: &'static CheckDef, spent: &AtomicU64| (def.id, Duration::from_nanos(spent.load(Ordering::Relaxed)));
        let mut timings: Vec<_> = self.segment.iter().map(|active| spent(active.def, &active.spent)).collect();
        timings.extend(self.document.iter().map(|active| spent(active.def, &active.spent)));
        timings.extend(self.docset.iter().map(|active| spent(active.def, &active.spent)));
        timings.sort_by_key(|&(id, time)| (std::cmp::Reverse(time), id));
        timings
    }
}

/// What is known of a batch of segments, each of which is a bit: every check asks all of them, and most concern few.
struct Batch {
    /// Those that have each trait.
    having: [u32; Traits::COUNT],
    /// Those that have two sides.
    compared: u32,
}

impl Batch {
    fn of(views: &[SegmentView<'_>]) -> Self {
        let mut batch = Self { having: [0; Traits::COUNT], compared: 0 };
        for (at, view) in views.iter().enumerate() {
            for kind in (view.traits() | Traits::TEXT).indices() {
                batch.having[kind] |= 1 << at;
            }
            batch.compared |= u32::from(!view.is_one_sided()) << at;
        }
        batch
    }

    /// The indices of those that have any of `needs`; those with one side only where they are looked at as well.
    fn members(&self, needs: Traits, one_sided: bool) -> impl Iterator<Item = usize> {
        let having = needs.indices().fold(0, |having, kind| having | self.having[kind]);
        bits(if one_sided { having } else { having & self.compared })
    }
}

/// Fixes that would join or part lines are only shown: how a line begins (the `> ` of a quote, the indent of an item)
/// belongs to the page, and the text that a check sees does not hold it.
fn show_joints(sources: &Sources, docset: &Docset<'_>, findings: &mut [Finding]) {
    for fix in findings.iter_mut().filter_map(|finding| finding.fix.as_mut()) {
        let (file, span) = docset.locate(fix.place);
        let text = formats::encode(docset.documents[fix.place.document()].format, &fix.text);
        let lines = |text: &str| text.matches('\n').count();
        if lines(span.of(&sources.file(file).text)) != lines(&text) {
            fix.trust = Trust::Shown;
        }
    }
}

impl<C: ?Sized> Active<C> {
    fn run(&self, timed: bool, found: &mut Vec<Finding>, run: impl FnOnce(&C, &mut Sink<'_>)) {
        let mut out = Sink::new(self.def.id, self.severity, self.def.confidence, found);
        if timed {
            let start = Instant::now();
            run(&self.check, &mut out);
            self.spent.fetch_add(start.elapsed().as_nanos() as u64, Ordering::Relaxed);
        } else {
            run(&self.check, &mut out);
        }
    }
}

impl Counts {
    fn of(sources: &Sources, docset: &Docset<'_>) -> Self {
        let is_unpaired = |document: &&Document<'_>| {
            let is_long = |problem: &Problem| problem.kind == ProblemKind::Length;
            let nothing = document.pairing == Pairing::Bilingual
                && document.segments().is_empty()
                && !document.parts.problems.iter().any(is_long);
            document.role == Role::Translation
                && (nothing || matches!(document.pairing, Pairing::Unknown | Pairing::Names))
        };
        let settings = docset.documents.iter().filter(|document| document.role == Role::Settings);
        let pages = sources.files().filter(|(_, file)| file.role != Role::Settings);
        Self {
            documents: docset.documents.len() - settings.count(),
            unpaired: docset.documents.iter().filter(is_unpaired).count(),
            segments: docset.documents.iter().map(|document| document.segments().len()).sum(),
            bytes: pages.map(|(_, file)| file.text.len()).sum(),
            change: None,
        }
    }
}

/// Drops the findings that a change did not cause.
fn keep_caused(before: &Before, sources: &Sources, docset: &Docset<'_>, findings: &mut Vec<Finding>) -> ChangeCounts {
    let mut caused = before.caused(sources, docset, findings).into_iter();
    let all = findings.len();
    findings.retain(|_| caused.next().unwrap_or(true));
    let changes = docset.documents.iter().filter_map(|document| document.change.as_ref());
    let concerned = changes.filter(|change| change.concerns);
    let counts = ChangeCounts { others: all - findings.len(), ..ChangeCounts::default() };
    concerned.fold(counts, |counts, change| ChangeCounts {
        documents: counts.documents + 1,
        segments: counts.segments + change.touched.len(),
        ..counts
    })
}

/// Drops the findings that a stronger one at the same place makes moot, as their checks declare it.
fn drop_moot(registry: &Registry, docset: &Docset<'_>, findings: &mut Vec<Finding>) {
    type Strong = (&'static str, Side, FileSpan);
    let yields_to = |finding: &Finding| registry.get(finding.check).map_or(&[][..], |check| check.yields_to);
    let stronger: HashSet<&str> = findings.iter().flat_map(yields_to).copied().collect();
    let mut strong: HashMap<usize, Vec<Strong>> = HashMap::new();
    for finding in findings.iter().filter(|finding| stronger.contains(finding.check)) {
        let (_, span) = docset.locate(finding.place);
        strong.entry(finding.place.document()).or_default().push((finding.check, finding.place.side(), span));
    }
    findings.retain(|finding| {
        let yields_to = yields_to(finding);
        let Some(others) = strong.get(&finding.place.document()).filter(|_| !yields_to.is_empty()) else { return true };
        let (_, own) = docset.locate(finding.place);
        let covers = |span: FileSpan| span.overlaps(own) || span.contains(own);
        !others.iter().any(|&(check, side, span)| {
            yields_to.contains(&check) && check != finding.check && side == finding.place.side() && covers(span)
        })
    });
}

/// The code of the language that `document` is translated into.
fn code_of(document: &Document<'_>) -> &'static str {
    document.locales[Side::Target as usize].language().code
}

fn explain(choice: &Choice, error: &OptionsError) -> ConfigError {
    let said = choice.said.clone().unwrap_or_default();
    let line = error.key.as_ref().and_then(|key| said.keys.get(key).copied()).or((said.line > 0).then_some(said.line));
    ConfigError { path: said.path, line, message: format!("[checks.{}] {}", choice.check.id, error.message) }
}
