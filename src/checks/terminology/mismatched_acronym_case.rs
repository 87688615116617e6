//! `mismatched-acronym-case`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::acronyms::{is_pronounceable, stem};
use crate::text::identifiers::Shape;
use crate::text::terms::is_whole;
use crate::text::words::may_be_elided;
use hashbrown::HashSet;
use std::cell::OnceCell;

declare_check! {
    /// An acronym of the source stands in the translation in another case.
    ///
    /// `isv`, `IsV` or `Api` for `ISV` and `API` look like unknown words, and searching for the acronym misses them.
    /// Exempt are file names, paths and addresses, forms that the source has as well, acronyms that the language
    /// writes small (`pdf` in Dutch, `it` in Swedish), words that only look like the acronym (Italian `ad` beside `AD`),
    /// acronyms spoken as words where a language writes them like names (`Unesco`), and texts in capitals, whose words
    /// are no acronyms.
    ///
    /// ```fails
    /// en | Find ISV plug-ins with the API.
    /// nl | Vind isv-invoegtoepassingen met de Api.
    ///           ^^^                           ^^^
    /// ```
    ///
    /// ```fails
    /// en | ISVs sell the solution through the MPN.
    /// pl | Firmy IsV sprzedają rozwiązanie przez mpN.
    ///            ^^^                             ^^^
    /// ```
    ///
    /// ```passes
    /// en | The IT team reads the PDF that UNESCO sent by SMS.
    /// sv | It-teamet läser den pdf som Unesco skickade via sms.
    /// ```
    ///
    /// ```passes
    /// en | For example, the AD account of the ISV is in isv.csv.
    /// it | Ad esempio, l'account AD dell'ISV è in isv.csv.
    /// ```
    ///
    /// ```fails
    /// en | An active API key
    /// fr | Une clé d'Api active
    ///                ^^^
    /// ```
    ///
    /// ```passes
    /// en | DO NOT SHARE YOUR PASSWORD
    /// de | Do teilen Sie das Password not
    /// ```
    pub static MISMATCHED_ACRONYM_CASE: Segment<MismatchedAcronymCase> = {
        id: "mismatched-acronym-case",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [CAPITALS],
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        aliases: ["acronym-case"],
        since: "0.1.0",
    }
}

/// Options of `mismatched-acronym-case`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedAcronymCase {
    /// Forms that are right as they are, such as `IoT`.
    pub allow: Vec<String>,
}

/// Mixed forms that are established spellings, whatever the source writes.
const MIXED: [&str; 20] = [
    "IoT", "IIoT", "SaaS", "PaaS", "IaaS", "FaaS", "XaaS", "VoIP", "QoS", "PoC", "PoE", "DoD", "DoS", "DDoS", "RoHS",
    "PhD", "MoU", "LoB", "eID", "AdS",
];

impl SegmentCheck for MismatchedAcronymCase {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || source.acronyms().is_empty() {
            return;
        }
        let initials = source.acronyms().iter().fold(0, |set, span| set | initial(source.text(), *span));
        let elides = may_be_elided(target.text());
        let tail = |word| if elides { elided(target.text(), word) } else { None };
        let original = Original::new(source);
        let parts = target.words().iter().flat_map(|&word| std::iter::once(word).chain(tail(word)));
        for part in parts.filter(|part| initials & initial(target.text(), *part) != 0) {
            let written = stem(part.of(target.text()));
            if !(2..=9).contains(&written.len()) || !written.bytes().any(|b| b.is_ascii_lowercase()) {
                continue;
            }
            let Some((acronym, right)) = counterpart(source, written) else { continue };
            let span = Span::new(part.range().start, part.range().start + written.len());
            if self.allow.iter().any(|form| form == written) || is_right(segment, &original, acronym, written, span) {
                continue;
            }
            out.report(target.at(span), format!("`{written}` is the acronym `{right}` in another case"))
                .help(format!("write `{right}`"))
                .also(source.at(acronym))
                .fix(right, Trust::Safe);
        }
    }
}

/// The bit of the byte that `span` begins with, the same for a capital and its small letter; nothing for no text.
fn initial(text: &str, span: Span) -> u32 {
    text.as_bytes()[span.range()].first().map_or(0, |byte| 1 << (byte & 0x1f))
}

/// What stands in `word` behind an apostrophe: `Api` in `d'Api`.
fn elided(text: &str, word: Span) -> Option<Span> {
    let own = Some(word.of(text)).filter(|own| may_be_elided(own))?;
    let (at, mark) = own.char_indices().find(|(_, c)| matches!(c, '\'' | '’'))?;
    Some(Span::new(word.range().start + at + mark.len_utf8(), word.range().end))
}

/// The acronym of the source that `written` is in another case, and how it should be written: a plural `s` stays.
fn counterpart(source: &SideView<'_>, written: &str) -> Option<(Span, String)> {
    source.acronyms().iter().find_map(|&span| {
        let acronym = span.of(source.text());
        let plural = written.len() == acronym.len() + 1
            && written.ends_with('s')
            && source.text()[span.range().end..].starts_with('s');
        let stem = &written[..written.len() - usize::from(plural)];
        let same = stem.eq_ignore_ascii_case(acronym) && stem != acronym;
        same.then(|| (span, format!("{acronym}{}", if plural { "s" } else { "" })))
    })
}

/// What the words of a source say of all its acronyms, found when it is first asked for.
struct Original<'v, 'd> {
    source: &'v SideView<'d>,
    stems: OnceCell<HashSet<&'d str>>,
    shouts: OnceCell<bool>,
}

impl<'v, 'd> Original<'v, 'd> {
    fn new(source: &'v SideView<'d>) -> Self {
        Self { source, stems: OnceCell::new(), shouts: OnceCell::new() }
    }

    /// Whether it has `written` as a word; one that it has in small letters, too, is no acronym.
    fn has(&self, written: &str) -> bool {
        let (text, words) = (self.source.text(), self.source.words());
        let stems = self.stems.get_or_init(|| words.iter().map(|word| stem(word.of(text))).collect());
        stems.contains(written) || stems.contains(&*written.to_ascii_lowercase())
    }

    /// Whether most of it is in capitals.
    fn shouts(&self) -> bool {
        let (text, words) = (self.source.text(), self.source.words());
        let shouted = |word: &&Span| word.of(text).chars().all(|c| !c.is_lowercase()) && word.len() > 1;
        *self.shouts.get_or_init(|| {
            let count = words.iter().filter(shouted).count();
            count > 2 && count * 2 > words.len()
        })
    }

    /// Whether the word at `acronym` is likely no acronym but a word in capitals: so is most of the source around it.
    fn shouts_at(&self, acronym: Span) -> bool {
        let word = acronym.of(self.source.text()).to_lowercase();
        self.source.locale().language().is_function_word(&word) || self.shouts()
    }
}

/// Whether `written`, at `span` of the target, is right as it stands beside `acronym` of the source.
fn is_right(segment: &SegmentView<'_>, original: &Original<'_, '_>, acronym: Span, written: &str, span: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    original.has(written)
        || source.markup().code.iter().any(|code| code.span.of(source.text()).contains(written))
        || is_code(target, span)
        || original.shouts_at(acronym)
        || may_be_word(segment, acronym.of(source.text()), written, span)
}

/// Whether `span` is part of a file name, a path, an address or the like.
fn is_code(target: &SideView<'_>, span: Span) -> bool {
    let text = target.text();
    let inside = target
        .identifiers()
        .iter()
        .any(|it| it.span.contains(span) && (it.shape != Shape::CamelCase || it.span.len() > span.len() + 1));
    inside
        || text[..span.range().start].ends_with(['.', '/', '\\', '@', '_', '#', '&', '=', '?'])
        || text[span.range().end..].starts_with(['@', '\\', '=', '_'])
}

/// Whether `written` may be a word of the target's language, or the acronym as the language writes it.
fn may_be_word(segment: &SegmentView<'_>, acronym: &str, written: &str, span: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let language = target.locale().language();
    let small = written.to_ascii_lowercase();
    let title = written[1..].bytes().all(|b| b.is_ascii_lowercase());
    if !title {
        return MIXED.contains(&written) || small != *written && language.has_small_acronym(&small) && small.len() == 2;
    }
    let first = target.sentences().iter().any(|sentence| {
        let lead = &target.text()[sentence.range().start..span.range().start.max(sentence.range().start)];
        sentence.contains(span) && !lead.contains(char::is_alphanumeric)
    });
    let is_small = small == *written;
    if language.has_small_acronym(&small) && (is_small || first || small == "id") {
        return true;
    }
    // Six letters in capitals are more often a word than an acronym.
    if small.len() >= 6 || !is_pronounceable(&small) {
        return small.len() >= 6;
    }
    let counted = source.acronyms().iter().filter(|it| it.of(source.text()) == acronym).count();
    let found = target.text().match_indices(acronym);
    let kept = found.filter(|(at, _)| is_whole(target.text(), *at, at + acronym.len())).count();
    small.len() >= 4 && !is_small && language.title_acronyms || kept >= counted
}
