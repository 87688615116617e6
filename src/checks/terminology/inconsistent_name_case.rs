//! `inconsistent-name-case`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::english::is_function_word;
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::caseless::{self, Caseless};
use crate::text::casing::capitalized;
use crate::text::names::{capital_runs, holds_name, is_mark_of_name, spellings, torn_runs};
use crate::text::terms::is_whole;
use crate::text::traits::Traits;
use hashbrown::HashSet;
use memchr::memmem::Finder;
use std::cell::OnceCell;

declare_check! {
    /// A name of several words lost a capital that it has elsewhere on the page.
    ///
    /// A product is looked for by its name; in `contoso Depot` the name seems to be `Depot` alone. Reported is a
    /// small word before a capitalised one where the source has a name of several capitalised words and the page, in
    /// mid-sentence, writes the same words with capitals: words kept from the source, or a translated name. A name that is
    /// kept but for the case of any letter (`Contoso depot`) is reported where the page mostly keeps it as it is, and in
    /// scripts without capitals, where it can have none but those of its source.
    ///
    /// ```fails
    /// en | The Contoso Depot page is part of Contoso Depot.
    /// sv | Sidan för Contoso Depot ingår i contoso Depot.
    ///                                      ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Sign in to Cargo Desk.
    /// tr | Oturum açmak için Yük Masası sayfasına gidin.
    /// en | Open the Cargo Desk page.
    /// tr | Buradan yük Masası sayfasını açın.
    ///              ^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Contoso Depot keeps the files. Open Contoso Depot.
    /// fi | Contoso Depot säilyttää tiedostot. Avaa Contoso Depot.
    /// en | The files stay in Contoso Depot.
    /// fi | Tiedostot jäävät palveluun Contoso depot.
    ///                                 ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | The files stay in Contoso Depot.
    /// ko | 파일은 Contoso depot에 남습니다.
    ///          ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | The new Azure Portal is ready. Open it in Contoso Depot.
    /// nl | De nieuwe Azure portal is klaar. Open hem in Contoso Depot-modus.
    /// en | Open the page in the Azure Portal.
    /// nl | Open de pagina in Azure portal.
    /// ```
    ///
    /// ```passes
    /// en | Contoso Depot Overview
    /// ja | Contoso depot の概要
    /// ```
    ///
    /// ```passes
    /// en | Use Contoso Depot in the Azure portal.
    /// nl | Gebruik Contoso Depot in de Azure-portal, en nieuwe Azure Cloud.
    /// ```
    pub static INCONSISTENT_NAME_CASE: Segment<InconsistentNameCase> = {
        id: "inconsistent-name-case",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        needs: [INNER_CAPITAL],
        mqm: "terminology/inconsistent-use-of-terminology",
        its: "inconsistency",
        since: "0.1.0",
    }
}

/// Options of `inconsistent-name-case`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentNameCase {}

impl SegmentCheck for InconsistentNameCase {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if segment.is_one_sided() {
            return;
        }
        let target = segment.target();
        let recased = recased(segment);
        let mut torn = if target.locale().language().has_case() { torn(segment) } else { Vec::new() };
        torn.retain(|(span, _)| !recased.iter().any(|(other, _)| other.overlaps(*span)));
        for (span, name) in torn {
            let written = span.of(target.text());
            out.report(target.at(span), format!("`{written}` is `{name}` elsewhere on the page"))
                .fix(name, Trust::Unsafe);
        }
        for (span, name) in recased {
            let written = span.of(target.text());
            out.report(target.at(span), format!("`{written}` is the name `{name}` in another case"))
                .fix(name, Trust::Unsafe);
        }
    }
}

/// The names of which the first word lost its capital, where they stand in the target and as they should be.
fn torn(segment: &SegmentView<'_>) -> Vec<(Span, String)> {
    let (source, target) = (segment.source(), segment.target());
    let language = target.locale().language();
    let mut names = None;
    let mut found = Vec::new();
    if !target.traits().has(Traits::INNER_CAPITAL) {
        return found;
    }
    for run in torn_runs(target.text(), target.words(), target.capitals()).take(MOST) {
        let mut words = run.of(target.text()).split([' ', '\u{a0}']);
        let (Some(first), Some(next)) = (words.next(), words.next()) else { continue };
        if first.len() < 3 || language.is_function_word(first) {
            continue;
        }
        let kept_too = how_kept(source.text(), first, next);
        if kept_too == Some(false) || is_function_word(first, language) {
            continue;
        }
        let names = names.get_or_insert_with(|| Names::of(segment));
        found.extend(match kept_too {
            _ if names.all.is_empty() => break,
            Some(_) => kept(segment, &names.all, run),
            None => translated(segment, names.translated(segment), run, first),
        });
    }
    found
}

/// As many names are looked at in one text; no text has half as many whose case differs, but a hostile one.
const MOST: usize = 512;
/// Words of the longest name that is looked for.
const LONGEST: usize = 16;

/// The names of a source.
struct Names<'d> {
    /// Each once, in order.
    all: Vec<&'d str>,
    /// Those that do not stand in the target as they are.
    translated: OnceCell<Vec<&'d str>>,
}

impl<'d> Names<'d> {
    fn of(segment: &SegmentView<'d>) -> Self {
        let text = segment.source().text();
        let mut seen = HashSet::new();
        let names = capital_runs(text).into_iter().map(|run| run.of(text));
        Self { all: names.filter(|name| seen.insert(*name)).collect(), translated: OnceCell::new() }
    }

    /// A name that stands in the target as in the source is not one that was translated.
    fn translated(&self, segment: &SegmentView<'_>) -> &[&'d str] {
        let text = segment.target().text();
        self.translated.get_or_init(|| self.all.iter().copied().filter(|name| !text.contains(name)).collect())
    }
}

/// The names of the source, two words or more, that the target has as they are but for the case of letters: where, and
/// the name.
fn recased(segment: &SegmentView<'_>) -> Vec<(Span, String)> {
    let mut found: Vec<(Span, String)> = Vec::new();
    if !segment.source().traits().has(Traits::INNER_CAPITAL) {
        return found;
    }
    let (source, target) = (segment.source().text(), segment.target().text());
    let stands = |name: &str| places(target, name).next().is_some();
    // Most names stand there as they are.
    let is_lost = |run: &Span| !stands(run.of(source)) && segment.source().is_prose(*run);
    let lost = capital_runs(source).into_iter().filter(is_lost);
    for name in lost.flat_map(|run| parts(run.of(source))).take(MOST) {
        if stands(name) || !caseless::holds(target, name) {
            continue;
        }
        let mut spans = spellings(target, name, segment.target().locale().language());
        // The same spelling is usual or not wherever it stands.
        let mut known = ("", false);
        spans.retain(|&span| {
            let is_told = found.iter().any(|(other, _)| other.overlaps(span));
            if is_told || !is_recased(segment, name, span) {
                return false;
            }
            if known.0 != span.of(target) {
                known = (span.of(target), is_unusual(segment, name, span.of(target)));
            }
            known.1
        });
        found.extend(spans.into_iter().map(|span| (span, name.to_owned())));
    }
    found
}

/// The parts of `run` of two words or more, the longest first.
fn parts(run: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = std::iter::once(0).chain(run.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let count = starts.len();
    (2..=count.min(LONGEST)).rev().flat_map(move |length| {
        let starts = starts.clone();
        (0..=count - length).map(move |first| {
            let end = starts.get(first + length).map_or(run.len(), |next| next - 1);
            &run[starts[first]..end]
        })
    })
}

/// Whether what stands at `span` of the target is `name` in a case that nothing around it accounts for.
fn is_recased(segment: &SegmentView<'_>, name: &str, span: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let text = target.text();
    let (written, range) = (span.of(text), span.range());
    let is_whole = written.len() == name.len() && is_whole(text, range.start, range.end);
    let is_joined = text[range.end..].starts_with(HYPHENS) || text[..range.start].ends_with(HYPHENS);
    if !is_whole || is_joined || !target.is_prose(span) || !written.contains(char::is_lowercase) {
        return false;
    }
    // The case of an acronym is for another check; a small word within a name is written either way.
    let words = written.split(' ').zip(name.split(' '));
    let mut differ = words.filter(|(written, word)| written != word).map(|(written, _)| written);
    let is_acronym = |word: &str| source.acronyms().iter().any(|it| it.of(source.text()).eq_ignore_ascii_case(word));
    !differ.any(|word| is_acronym(word) || source.locale().language().is_function_word(word))
}

/// Whether the page is used to `name` and neither to `written`, which is the same in another case, nor has it from its
/// source.
fn is_unusual(segment: &SegmentView<'_>, name: &str, written: &str) -> bool {
    let (source, target, page) = (segment.source(), segment.target(), segment.page());
    let (kept, has_case) = (page.count(name), target.locale().language().has_case());
    if kept == 0 && has_case {
        return false;
    }
    let recased = page.count(written);
    // Where letters have no case, capitals are those of the source: not those that a title gives to every word.
    let as_source = || {
        let is_plain = |word: &Span| word.of(source.text()).starts_with(char::is_lowercase) && word.len() > 3;
        let finder = Finder::new(name);
        let is_named = || page.pairs().any(|(source, _)| holds_name(source, &finder));
        recased <= kept.max(1) && source.words().iter().any(is_plain) && is_named()
    };
    let is_told = kept > recased || !has_case && as_source();
    let finder = Finder::new(written);
    is_told && !page.pairs().any(|(source, _)| finder.find(source.as_bytes()).is_some())
}

const HYPHENS: [char; 2] = ['-', '\u{2011}'];

/// Where `name` stands in `text`. It begins with a capital, of which a text has few.
fn places<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = usize> {
    let begins = name.bytes().next().into_iter().flat_map(|first| memchr::memchr_iter(first, text.as_bytes()));
    begins.filter(|&at| text.as_bytes()[at..].starts_with(name.as_bytes()))
}

/// Whether a word that may be `first` stands before `next` in `text`; `None` when `next` is not in it.
fn how_kept(text: &str, first: &str, next: &str) -> Option<bool> {
    let mut kept = None;
    let tail = first.char_indices().nth(1).map_or("", |(at, _)| &first[at..]);
    for at in places(text, next) {
        let before = text[..at].trim_end();
        kept = Some(before.ends_with(tail) || before.ends_with(&first.to_uppercase()));
        if kept == Some(true) {
            break;
        }
    }
    kept
}

/// The part of `run` that is a name of the source but for its first capital, and that name.
fn kept(segment: &SegmentView<'_>, names: &[&str], run: Span) -> Option<(Span, String)> {
    let (source, target) = (segment.source().text(), segment.target().text());
    let mut last = "";
    names.iter().find_map(|name| {
        // What many names share is asked about once.
        let wanted =
            longest_shared(name, run.of(target)).filter(|wanted| std::mem::replace(&mut last, wanted) != *wanted)?;
        let span = Span::new(run.range().start, run.range().start + wanted.len());
        let same = source.contains(span.of(target));
        let finder = Finder::new(wanted);
        let known = || segment.page().pairs().any(|(_, target)| holds_name(target, &finder));
        (!same && segment.page().holds(wanted) && known()).then(|| (span, wanted.to_owned()))
    })
}

/// The words of `name`, two or more, that `run` begins with whatever their case.
fn longest_shared<'n>(name: &'n str, run: &str) -> Option<&'n str> {
    let starts = name.char_indices().filter(|&(at, _)| at == 0 || name[..at].ends_with(' ')).map(|(at, _)| &name[at..]);
    let shared = starts.filter_map(|name| {
        let ends = name.match_indices(' ').map(|(at, _)| at).chain([name.len()]).take(LONGEST);
        let fits = |end: &usize| {
            let ended = run.len() == *end || run[..].as_bytes().get(*end) == Some(&b' ');
            ended
                && name[..*end].contains(' ')
                && run.get(..*end).is_some_and(|run| run.eq_ignore_ascii_case(&name[..*end]))
        };
        ends.filter(fits).last().map(|end| &name[..end])
    });
    shared.max_by_key(|name| name.len())
}

/// The words around the beginning of `run`, all of them translated, that the page writes with capitals where its source
/// has the same name, and how it writes them.
fn translated(segment: &SegmentView<'_>, names: &[&str], run: Span, first: &str) -> Option<(Span, String)> {
    let (source, target) = (segment.source(), segment.target());
    let (text, language) = (target.text(), target.locale().language());
    // Where nouns have capitals, one behind an adjective is a common noun.
    if language.capital_nouns {
        return None;
    }
    let words = target.words();
    let at = words.partition_point(|word| word.start < run.start);
    let last = words[at + 1].of(text);
    let kept = |word| Caseless::new(word).is_in(source.text());
    if names.is_empty() || is_mark_of_name(last) || kept(first) || kept(last) {
        return None;
    }
    let form = |index: usize, rest: &str| {
        let word = words[index].of(text);
        let dotted = capitalized(word, language);
        let forms = [dotted.clone(), capitalized(word, &crate::locale::UNKNOWN)];
        let count = if forms[0] == forms[1] { 1 } else { 2 };
        let mut forms = forms.into_iter().take(count);
        let written = forms.any(|form| is_written(segment, names, &format!("{form} {rest}")));
        written.then(|| format!("{dotted} {rest}"))
    };
    let mut name = form(at, last)?;
    let mut start = at;
    // A name may have lost more than one capital.
    while start > 0 && start + 3 > at && words[start - 1].of(text).chars().all(char::is_lowercase) {
        let Some(longer) = form(start - 1, &name) else { break };
        (name, start) = (longer, start - 1);
    }
    let span = words[start].to(words[at + 1]);
    let page = segment.page();
    (start < at || page.count(&name) >= page.count(span.of(text))).then_some((span, name))
}

/// Whether the page has `form` in mid-sentence where the source has one of `names`.
fn is_written(segment: &SegmentView<'_>, names: &[&str], form: &str) -> bool {
    let has_one = |source: &str| names.iter().any(|name| source.contains(name));
    let finder = Finder::new(form);
    segment.page().holds(form)
        && segment.page().pairs().any(|(source, target)| holds_name(target, &finder) && has_one(source))
}
