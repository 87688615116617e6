//! `mismatched-name`

use super::counterpart;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::caseless;
use crate::text::names::{holds_name, is_mark_of_name, spellings};
use crate::text::terms::{TermMatch, is_whole, rest_of_word};
use memchr::memmem::{self, Finder};

declare_check! {
    /// A name that is not to be translated is missing in the translation or stands there in another case.
    ///
    /// The reader looks for the name that the product shows. The names are those of `do-not-translate` in the
    /// configuration and of `no-loc` in the front matter, and what the source marks: `:::no-loc text="…":::` (docfx),
    /// `translate="no"` and `class="notranslate"` (HTML). A name with an ending is right (`Azures`, `Azure'un`), a name
    /// that is left out the second time is, too, and so is one in code or in a link. A single word that begins a sentence
    /// has its capital from there (`Teams can share files`), unless the page has the name within sentences, too. Where the
    /// name is a single word, the other case may be a word of the language, and the fix is not a safe one.
    ///
    /// ```fails
    /// config | do-not-translate = ["Azure"]
    /// en | Sign in to Azure.
    /// de | Melden Sie sich bei azure an.
    ///                          ^^^^^
    /// ```
    ///
    /// ```fails
    /// config | do-not-translate = ["Teams"]
    /// en | Open the app in Teams now.
    /// de | Öffnen Sie die App in den Gruppen jetzt.
    ///                            |
    /// ```
    ///
    /// ```fails
    /// en | Choose :::no-loc text="Show all"::: in <b translate="no">Cargo</b>.
    /// nl | Kies :::no-loc text="Alles tonen"::: in <b translate="no">Vracht</b>.
    ///                           ^^^^^^^^^^^                          ^^^^^^
    /// ```
    ///
    /// ```fails page
    /// -- nl-nl/page.md
    /// ---
    /// no-loc: [Cargo, "Cargo Board"]
    /// ---
    /// <span data-ttu-id="a1b2c-101">Open het Vrachtbord.</span><span class="sxs-lookup"><span data-stu-id="a1b2c-101">Open the Cargo Board.</span></span>
    ///                                    |
    /// ```
    ///
    /// ```fails
    /// config | do-not-translate = ["Word"]
    /// en | Open Word.
    /// nl | Het document wordt geopend.
    ///                   |
    /// ```
    ///
    /// ```passes
    /// config | do-not-translate = ["Word", "Teams", "Power BI", "Microsoft 365"]
    /// en | Teams can share the Power BI report in Microsoft 365. Word processing is easy.
    /// de | Gruppen können den Power-BI-Bericht in Microsoft 365 teilen. Textverarbeitung ist einfach.
    /// ja | チームは Microsoft365 で Power BI レポートを共有できます。ワープロは簡単です。
    /// ```
    ///
    /// ```passes
    /// config | do-not-translate = ["Azure", "Teams"]
    /// en | Open Azure and Teams. Azure shows your teams.
    /// tr | Azure'u ve Teams'i açın. Ekiplerinizi gösterir.
    /// ```
    ///
    /// ```passes
    /// config | do-not-translate = ["Teams"]
    /// en | Both teams use Teams.
    /// nl | Beide teams gebruiken Teams.
    /// ```
    ///
    /// ```passes
    /// en | Choose :::no-loc text="Show all":::.
    /// nl | Kies Show all.
    /// ```
    pub static MISMATCHED_NAME: Segment<MismatchedName> = {
        id: "mismatched-name",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Safe,
        mqm: "terminology/wrong-term",
        its: "terminology",
        since: "0.1.0",
    }
}

/// Options of `mismatched-name`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedName {}

impl SegmentCheck for MismatchedName {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        marked(segment, out);
        // A heading in capitals shouts its names, too.
        let shouts = || !target.text().contains(char::is_lowercase) && target.locale().language().has_case();
        if source.kept_terms().is_empty() || shouts() {
            return;
        }
        let mut seen = Vec::new();
        for &meant in source.kept_terms() {
            let name = source.kept_term(meant);
            if seen.contains(&name) || has(target, name) || !is_name(segment, meant, name) {
                continue;
            }
            seen.push(name);
            let written = source.kept_terms().iter().filter(|it| it.term == meant.term).map(|it| it.span);
            lost(segment, meant.span, &written.collect::<Vec<_>>(), name, out);
        }
    }
}

/// Whether the source means the name where the term `meant` stands, and not the word in its common sense, or a part of
/// an identifier.
fn is_name(segment: &SegmentView<'_>, meant: TermMatch, name: &str) -> bool {
    let source = segment.source();
    let (text, start) = (source.text(), meant.span.range().start);
    if meant.span.of(text) != name {
        return false;
    }
    let is_part = source.identifiers().iter().any(|it| it.span.overlaps(meant.span) && it.span != meant.span);
    let begins = || {
        let before = text[..start].trim_end_matches(|c: char| !c.is_alphanumeric() && !ENDS.contains(&c));
        before.is_empty() || before.ends_with(ENDS)
    };
    // The sentence gives any word a capital.
    let is_plain = || may_be_word(name) && begins() && !is_named_elsewhere(segment, name);
    !is_part && !is_plain()
}

/// What a sentence, or what leads to one, ends with.
const ENDS: [char; 4] = ['.', '!', '?', ':'];

/// Whether the page has `name` within a sentence, and nowhere in small letters.
fn is_named_elsewhere(segment: &SegmentView<'_>, name: &str) -> bool {
    let (finder, small) = (Finder::new(name), name.to_lowercase());
    let has_small = |text: &str| stands(text, &small).is_some();
    let mut pairs = segment.page().pairs();
    segment.page().pairs().any(|(source, _)| holds_name(source, &finder)) && !pairs.any(|(source, _)| has_small(source))
}

/// Whether `name`, by its letters, may be a word of some language: a single one, without a digit or a capital within.
fn may_be_word(name: &str) -> bool {
    !name.contains(char::is_whitespace) && !is_mark_of_name(name)
}

/// Where `word` stands in `text` as a whole word, as it is written.
fn stands(text: &str, word: &str) -> Option<usize> {
    memmem::find_iter(text.as_bytes(), word).find(|&at| is_whole(text, at, at + word.len()))
}

/// Whether `target` has `name` in its case, with an ending or not, in prose or in code.
fn has(target: &SideView<'_>, name: &str) -> bool {
    let (text, language) = (target.text(), target.locale().language());
    stands(text, name).is_some()
        || spellings(text, name, language).into_iter().any(|span| is_right(text, span, name, language))
}

/// Whether `name` stands at `span` of `text` in its case, and as itself, not as the beginning of another word: what joins
/// compounds may go on with anything.
fn is_right(text: &str, span: Span, name: &str, language: &Language) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let rest = rest_of_word(text, span.range().end).chars().count();
    letters(span.of(text)) == letters(name)
        && (language.compounding().is_some() || rest <= language.morphology().longest_ending())
}

/// Reports what the source marks as not to be translated and the target lacks: what stands in a mark of its own instead,
/// or the name in another case, or that it is missing.
fn marked(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let (originals, marks) = (&source.markup().unlocalized, &target.markup().unlocalized);
    let is_original = |inner: &str| originals.iter().any(|mark| mark.inner.of(source.text()) == inner);
    let mut others = marks.iter().filter(|mark| !is_original(mark.inner.of(target.text())));
    for mark in originals {
        let name = mark.inner.of(source.text());
        if name.is_empty() || target.text().contains(name) {
            continue;
        }
        match others.next() {
            Some(other) => {
                out.report(target.at(other.inner), format!("`{}` was not to be translated", name.trim()))
                    .help("the source marks it; leave it as it is")
                    .also(source.at(mark.inner))
                    .fix(name, Trust::Safe);
            }
            None => lost(segment, mark.inner, &[mark.inner], name, out),
        }
    }
}

/// Reports that the target lacks the `name` that stands at `span` of the source, or has it in another case. `written` is
/// where the source has its letters in any case.
fn lost(segment: &SegmentView<'_>, span: Span, written: &[Span], name: &str, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let is_name = |span: &Span| span.of(source.text()) == name;
    let found = in_another_case(segment, name);
    let places: Vec<Span> = if written.iter().all(is_name) {
        found.into_iter().take(written.len()).collect()
    } else if found.len() == written.len() {
        // The source has the word in its common sense, too; the order tells which is which.
        found.into_iter().zip(written).filter(|(_, meant)| is_name(meant)).map(|(place, _)| place).collect()
    } else {
        Vec::new()
    };
    if places.is_empty() {
        out.report(target.at(counterpart(source, span, target)), format!("the name `{name}` is missing"))
            .help("names are not translated")
            .also(source.at(span));
    }
    let trust = if may_be_word(name) { Trust::Unsafe } else { Trust::Safe };
    for place in places {
        let written = place.of(target.text());
        out.report(target.at(place), format!("`{written}` is the name `{name}` in another case"))
            .also(source.at(span))
            .fix(name, trust);
    }
}

/// Where the prose of the target has `name` in another case, as a whole word or with an ending of the language: not what
/// the page shows to be a word of the language, since it stands where no source has the name.
fn in_another_case(segment: &SegmentView<'_>, name: &str) -> Vec<Span> {
    let (text, language) = (segment.target().text(), segment.target().locale().language());
    let ends = |rest: &str| rest.is_empty() || language.inflection.is_some_and(|it| it.takes(&rest.to_lowercase()));
    let is_own = |word: &str| {
        let mut pairs = segment.page().pairs();
        let has = |target: &str| stands(target, word).is_some();
        may_be_word(name) && pairs.any(|(source, target)| has(target) && !caseless::holds(source, name))
    };
    let mut found = spellings(text, name, language);
    found.retain(|span| {
        let is_prose = segment.target().is_prose(*span);
        is_prose && ends(rest_of_word(text, span.range().end)) && !is_own(span.of(text))
    });
    found
}
