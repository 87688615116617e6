//! `mismatched-name`

use super::counterpart;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::terms::starts_word;

declare_check! {
    /// A name that is not to be translated is missing in the translation or stands there in another case.
    ///
    /// The reader looks for the name that the product shows. The names are those of `do-not-translate` in the
    /// configuration and of `no-loc` in the front matter, and what the source marks: `:::no-loc text="…":::` (docfx),
    /// `translate="no"` and `class="notranslate"` (HTML). A name with an ending is right (`Azures`, `Azure'un`), a name
    /// that is left out the second time is, too, and so is one in code or in a link.
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
        marked(source, target, out);
        // A heading in capitals shouts its names, too.
        let shouts = || !target.text().contains(char::is_lowercase) && target.locale().language().has_case();
        if source.kept_terms().is_empty() || shouts() {
            return;
        }
        let mut seen = Vec::new();
        for &meant in source.kept_terms() {
            let name = source.kept_term(meant);
            // The source may use the word in its common sense.
            if meant.span.of(source.text()) != name || seen.contains(&name) || target.text().contains(name) {
                continue;
            }
            seen.push(name);
            if source.identifiers().iter().any(|it| it.span.overlaps(meant.span) && it.span != meant.span) {
                continue;
            }
            let common =
                source.kept_terms().iter().any(|it| it.term == meant.term && it.span.of(source.text()) != name);
            lost(source, meant.span, name, target, if common { Trust::Unsafe } else { Trust::Safe }, out);
        }
    }
}

/// Reports what `source` marks as not to be translated and `target` lacks: what stands in a mark of its own instead, or
/// the name in another case, or that it is missing.
fn marked(source: &SideView<'_>, target: &SideView<'_>, out: &mut Sink<'_>) {
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
            None => lost(source, mark.inner, name, target, Trust::Safe, out),
        }
    }
}

/// Reports that `target` lacks the `name` that stands at `span` of `source`, or has it in another case, which a fix of
/// `trust` mends.
fn lost(source: &SideView<'_>, span: Span, name: &str, target: &SideView<'_>, trust: Trust, out: &mut Sink<'_>) {
    let mut spans = in_any_case(target.text(), name).filter(|&span| target.is_prose(span)).peekable();
    if spans.peek().is_none() {
        out.report(target.at(counterpart(source, span, target)), format!("the name `{name}` is missing"))
            .help("names are not translated")
            .also(source.at(span));
    }
    for place in spans {
        let written = place.of(target.text());
        out.report(target.at(place), format!("`{written}` is the name `{name}` in another case"))
            .also(source.at(span))
            .fix(name, trust);
    }
}

/// Where `name` stands in `text` at the beginning of a word, whatever the case of its ASCII letters.
fn in_any_case(text: &str, name: &str) -> impl Iterator<Item = Span> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(|&at| starts_word(text, at)).filter_map(|at| {
        let found = text.get(at..at + name.len())?;
        found.eq_ignore_ascii_case(name).then(|| Span::new(at, at + name.len()))
    })
}
