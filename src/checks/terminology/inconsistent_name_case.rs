//! `inconsistent-name-case`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::english::is_function_word;
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::caseless::Caseless;
use crate::text::casing::capitalized;
use crate::text::names::{capital_runs, holds_name, is_mark_of_name, torn_runs};
use memchr::memmem::Finder;

declare_check! {
    /// A name of several words lost a capital that it has elsewhere on the page.
    ///
    /// A product is looked for by its name; in `contoso Depot` the name seems to be `Depot` alone. Reported is a
    /// small word before a capitalised one where the source has a name of several capitalised words and the page, in
    /// mid-sentence, writes the same words with capitals: words kept from the source, or a translated name.
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
        needs: [CAPITAL],
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
        let (source, target) = (segment.source(), segment.target());
        let language = target.locale().language();
        if !language.has_case() || segment.is_one_sided() {
            return;
        }
        let mut names = None;
        for run in torn_runs(target.text(), target.words(), target.capitals()) {
            let mut words = run.of(target.text()).split([' ', '\u{a0}']);
            let (Some(first), Some(next)) = (words.next(), words.next()) else { continue };
            if first.len() < 3 || language.is_function_word(first) {
                continue;
            }
            let kept_too = how_kept(source.text(), first, next);
            if kept_too == Some(false) || is_function_word(first, language) {
                continue;
            }
            let names = names.get_or_insert_with(|| capital_runs(source.text()));
            let found = match kept_too {
                _ if names.is_empty() => return,
                Some(_) => kept(segment, names, run),
                None => translated(segment, names, run, first),
            };
            if let Some((span, name)) = found {
                let written = span.of(target.text());
                out.report(target.at(span), format!("`{written}` is `{name}` elsewhere on the page"))
                    .fix(name, Trust::Unsafe);
            }
        }
    }
}

/// Whether a word that may be `first` stands before `next` in `text`; `None` when `next` is not in it.
fn how_kept(text: &str, first: &str, next: &str) -> Option<bool> {
    let mut kept = None;
    let tail = first.char_indices().nth(1).map_or("", |(at, _)| &first[at..]);
    let capital = *next.as_bytes().first()?;
    for at in memchr::memchr_iter(capital, text.as_bytes()) {
        if !text.as_bytes()[at..].starts_with(next.as_bytes()) {
            continue;
        }
        let before = text[..at].trim_end();
        kept = Some(before.ends_with(tail) || before.ends_with(&first.to_uppercase()));
        if kept == Some(true) {
            break;
        }
    }
    kept
}

/// The part of `run` that is a name of the source but for its first capital, and that name.
fn kept(segment: &SegmentView<'_>, names: &[Span], run: Span) -> Option<(Span, String)> {
    let (source, target) = (segment.source().text(), segment.target().text());
    names.iter().find_map(|name| {
        let wanted = longest_shared(name.of(source), run.of(target))?;
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
        let mut ends = name.match_indices(' ').map(|(at, _)| at).chain([name.len()]);
        let fits = |end: &usize| {
            let ended = run.len() == *end || run[..].as_bytes().get(*end) == Some(&b' ');
            ended
                && name[..*end].contains(' ')
                && run.get(..*end).is_some_and(|run| run.eq_ignore_ascii_case(&name[..*end]))
        };
        ends.rfind(fits).map(|end| &name[..end])
    });
    shared.max_by_key(|name| name.len())
}

/// The words around the beginning of `run`, all of them translated, that the page writes with capitals where its source
/// has the same name, and how it writes them.
fn translated(segment: &SegmentView<'_>, names: &[Span], run: Span, first: &str) -> Option<(Span, String)> {
    let (source, target) = (segment.source(), segment.target());
    let (text, language) = (target.text(), target.locale().language());
    // Where nouns have capitals, one behind an adjective is a common noun.
    if language.capital_nouns {
        return None;
    }
    let words = target.words();
    let at = words.partition_point(|word| word.start < run.start);
    let last = words[at + 1].of(text);
    // A name that stands there as in the source is not the one that was translated.
    let names: Vec<_> = names.iter().map(|name| name.of(source.text())).filter(|name| !text.contains(name)).collect();
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
        let written = forms.any(|form| is_written(segment, &names, &format!("{form} {rest}")));
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
    let often = |form: &str| segment.page().pairs().map(|(_, target)| target.matches(form).count()).sum::<usize>();
    (often(&name) >= often(span.of(text)) || start < at).then_some((span, name))
}

/// Whether the page has `form` in mid-sentence where the source has one of `names`.
fn is_written(segment: &SegmentView<'_>, names: &[&str], form: &str) -> bool {
    let has_one = |source: &str| names.iter().any(|name| source.contains(name));
    let finder = Finder::new(form);
    segment.page().holds(form)
        && segment.page().pairs().any(|(source, target)| holds_name(target, &finder) && has_one(source))
}
