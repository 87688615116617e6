//! `missing-term`

use super::uncalled::{Calls, Uncalled};
use super::{TermOption, candidates, glossary, has, meant, with_note};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{CaseRule, Glossary, Meant, SegmentView, SideView, Term};
use crate::span::Span;
use crate::text::forms::Closeness;
use crate::text::parts_of_speech::is_ambiguous;
use crate::text::terms::{is_whole, singular_and_plural};

declare_check! {
    /// A term of the glossary stands in the source, and none of its translations in the target.
    ///
    /// A glossary is there so that one thing has one name. Inflected forms count: words of one stem, words that begin
    /// alike where inflection changes the stem, and a form that is part of a compound. Several words may stand in any
    /// order, with one other between two, and a verb that parts may be parted. The capitals of a term whose `case` is
    /// `exact` count. Terms in code, and in names that the target keeps, are left alone.
    ///
    /// A translation is free to say that something changes where the source speaks of a `change`, and to leave a word out.
    /// So a term is missed only where something proves it; `ambiguous = true` tells of all. Of glossaries such as a person
    /// writes and such as `learn --glossary` proposes, on pages that a machine translated into Dutch, Italian, Polish,
    /// Swedish and Turkish, 97 findings in 100 were right, whether the texts taught something or not, and in no language
    /// fewer than 96.
    ///
    /// ```fails
    /// option | terms = [{source = "offer", targets = ["Angebot"]}]
    /// en | The offers end.
    /// de | Die Offers enden.
    ///          ^^^^^^
    /// ```
    ///
    /// It is proof where the word itself stands, as often as in the source, and where the target keeps a name and lost the
    /// noun right behind it (`the Harbor Desk page`), unless that is a loanword. A name of several words, or one whose
    /// capitals count, stays. Another term of several words is missed where the target calls it what other translations
    /// call it by mistake, with as many words. What is part of a larger term with a name of its own is not that term, nor is
    /// what the glossary writes with capitals and the source without; and none is missed whose words stand there in another
    /// form or order. Forbidden forms are told by `forbidden-term`.
    ///
    /// ```fails
    /// option | terms = [{source = "Harbor Desk", targets = ["Harbor Desk"]}]
    /// en | Open Harbor Desk.
    /// de | Öffnen Sie den Hafenschalter.
    ///             |
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "Harbor Desk", targets = ["Harbor Desk"]}, {source = "SLA", targets = ["SLA"]}]
    /// en | Ask at the harbor desk about the SLA.
    /// de | Fragen Sie am Hafenschalter nach der Dienstgütevereinbarung.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "Harbor Cloud", targets = ["Harbor Cloud"]}, {source = "role", targets = ["ruolo"]}]
    /// en | Open the Harbor Cloud services for your role.
    /// it | Aprire i servizi cloud Harbor per i ruoli personali.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "change", targets = ["Änderung"]}]
    /// en | There is no change in pricing.
    /// de | Die Preise bleiben gleich.
    /// ```
    ///
    /// ```fails
    /// option | terms = [{source = "change", targets = ["Änderung"]}]
    /// option | ambiguous = true
    /// en | There is no change in pricing.
    /// de | Die Preise bleiben gleich.
    ///                 |
    /// ```
    ///
    /// A single word that may be a verb or an adjective is missed only where the glossary says that it is a `noun`, or where
    /// the word itself stands.
    ///
    /// ```passes
    /// option | terms = [{source = "offer", targets = ["Angebot"]}, {source = "house", targets = ["Haus"]}]
    /// en | Buy the offers of these houses.
    /// de | Kaufen Sie die Sonderangebote dieser Häuser.
    /// ```
    ///
    /// What is no noun where it stands is none of the terms that are, nor is a word of a compound or a phrase.
    ///
    /// ```passes
    /// option | terms = [{source = "order", targets = ["Bestellung"]}, {source = "set", targets = ["Satz"]}]
    /// option | ambiguous = true
    /// en | In order to win, customers order early. Check the self-set limits that are set up.
    /// de | Um zu gewinnen, ordern Kunden früh. Prüfen Sie die selbst gewählten Grenzen, die eingerichtet sind.
    /// ```
    ///
    /// ```passes
    /// learned 60 | Show your credit on page #. | Ihr Guthaben auf Seite # anzeigen.
    /// learned 60 | Pay with the credit card on page #. | Mit der Kreditkarte auf Seite # zahlen.
    /// learned 400 | Show your name on page #. | Ihren Namen auf Seite # anzeigen.
    /// option | terms = [{source = "credit", targets = ["Guthaben"], part-of-speech = "noun"}]
    /// en | Change the credit card.
    /// de | Die Kreditkarte ändern.
    /// ```
    ///
    /// ```passes
    /// learned 60 | Show your invoice on page #. | Ihre Rechnung auf Seite # anzeigen.
    /// learned 400 | Show your name on page #. | Ihren Namen auf Seite # anzeigen.
    /// option | terms = [{source = "invoice", targets = ["Rechnung"], part-of-speech = "noun"}]
    /// en | Show your invoice on a page of its own, beside your name and all else that you want.
    /// de | Auf einer Seite anzeigen, neben Ihrem Namen und allem sonst.
    /// ```
    ///
    /// ```fails
    /// learned 60 | Show your invoice on page #. | Ihre Rechnung auf Seite # anzeigen.
    /// learned 400 | Show your note on page #. | Ihre Notiz auf Seite # anzeigen.
    /// option | terms = [{source = "invoice", targets = ["Rechnung"], part-of-speech = "noun"}]
    /// en | Whoever wants to show it on a page of its own opens the Harbor Pay invoice.
    /// de | Wer es auf einer eigenen Seite anzeigen will, öffnet Harbor Pay.
    ///                                                                  |
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "account", targets = ["account"], part-of-speech = "noun"}]
    /// en | Use your Harbor Pay account.
    /// it | Usare il conto Harbor Pay.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "region", targets = ["area geografica"]}]
    /// en | Choose a berth in the Harbor Pay region.
    /// it | Scegliere un posto barca nell'area Harbor Pay.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "membership", targets = ["Mitgliedschaft"]}]
    /// en | Move your membership out of Harbor Membership Center.
    /// de | Verlegen Sie Ihre Zugehörigkeit aus Harbor Membership Center.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "offer", targets = ["Angebot"], part-of-speech = "noun"}]
    /// en | Create a Harbor Pay trial offer.
    /// de | Erstellen Sie eine Testversion von Harbor Pay.
    /// ```
    ///
    /// ```passes
    /// learned 60 | Ask for support on page #. | Auf Seite # den Support fragen.
    /// learned 60 | See the support of cards on page #. | Auf Seite # die Unterstützung von Karten sehen.
    /// learned 400 | See your name on page #. | Auf Seite # Ihren Namen sehen.
    /// option | terms = [{source = "support", targets = ["Support"], part-of-speech = "noun"}]
    /// en | See the support of cards.
    /// de | Die Unterstützung von Karten sehen.
    /// ```
    ///
    /// ```fails
    /// learned 60 | Open the price list on page #. | Aprire il listino prezzi a pagina #.
    /// learned 60 | Print the list on page #. | Stampare l'elenco a pagina #.
    /// learned 9 | Close the price list on page #. | Chiudere l'elenco prezzi a pagina #.
    /// learned 400 | Close the letter on page #. | Chiudere la lettera a pagina #.
    /// option | terms = [{source = "price list", targets = ["listino prezzi"]}]
    /// en | Open the price list.
    /// it | Aprire l'elenco prezzi.
    ///               ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Open the price list on page #. | Aprire il listino prezzi a pagina #.
    /// learned 400 | Close the letter on page #. | Chiudere la lettera a pagina #.
    /// option | terms = [{source = "price list", targets = ["listino prezzi"]}]
    /// en | Open the price list that you were sent, and look for the letter.
    /// it | Aprire ciò che si è ricevuto e cercare la lettera.
    /// ```
    ///
    /// Where translations hardly ever call a word by its name, the glossary differs or means something else, and that is
    /// said once on a page.
    ///
    /// ```fails
    /// learned 60 | Open the deal on page #. | Aprire la trattativa a pagina #.
    /// learned 60 | Open the file on page #. | Aprire il file a pagina #.
    /// learned 400 | Close the letter on page #. | Chiudere la lettera a pagina #.
    /// option | terms = [{source = "deal", targets = ["affare"], part-of-speech = "noun"}]
    /// option | ambiguous = true
    /// en | Open the deal.
    /// it | Aprire la trattativa.
    ///                ^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "Partner Center", targets = ["Centrum partnerskie"], locale = "pl"}]
    /// en | Sign in to Partner Center.
    /// pl | Zaloguj się w Centrum partnerskim.
    /// ```
    ///
    /// ```fails
    /// option | terms = [{source = "Sales Desk", targets = ["Banco vendite"], case = "exact"}]
    /// en | Open Sales Desk.
    /// it | Apri il banco vendite.
    ///              ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "customer", targets = ["klient"]}]
    /// en | Start Customer Engagement with GET /v1/customers/list
    /// pl | Uruchom Customer Engagement za pomocą GET /v1/customers/list
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "partner center", targets = ["パートナー センター"]}]
    /// en | Sign in to Partner Center.
    /// ja | パートナー センターにサインインします。
    /// ```
    pub static MISSING_TERM: Segment<MissingTerm> = {
        id: "missing-term",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        evidence: true,
        mqm: "terminology/wrong-term",
        its: "terminology",
        yields_to: [
            "forbidden-term", "untranslated-segment", "untranslated-sentence", "untranslated-fragment",
            "untranslated-word",
        ],
        since: "0.1.0",
    }
}

/// Options of `missing-term`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingTerm {
    /// Terms beside those of the glossary files.
    pub terms: Vec<TermOption>,
    /// Whether a term is missed although it may have been worded freely, left out or meant otherwise, and a word of English
    /// that may be a verb or an adjective as well (`change`, `key`) although the glossary does not say which.
    pub ambiguous: bool,
    #[serde(skip)]
    glossary: Glossary,
}

impl SegmentCheck for MissingTerm {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.glossary = glossary(setup, &self.terms)?;
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if self.glossary.is_empty() {
            return;
        }
        let (source, target) = (segment.source(), segment.target());
        let mut text = None;
        let mut seen: Vec<&str> = Vec::new();
        for written in candidates(&self.glossary, segment) {
            // Most stand there, whatever kind of word they are.
            let sole = written.terms.len() == 1;
            if sole && stands(target, written.terms[0]) {
                continue;
            }
            let Some(Meant { span, terms }) = meant(source, written) else { continue };
            let mut forms = terms.iter().flat_map(|term| &term.targets);
            let Some(preferred) = forms.next() else { continue };
            let name = terms[0].source.as_str();
            if seen.contains(&name) || !sole && terms.iter().any(|term| stands(target, term)) {
                continue;
            }
            seen.push(name);
            let text = text.get_or_insert_with(|| target.text().to_lowercase());
            // What is no prose was not searched: a form may stand in code.
            let is_prose = target.masked().is_empty();
            let in_code =
                |term: &&Term| !is_prose && term.targets.iter().any(|form| text.contains(&form.to_lowercase()));
            let stays = text.contains(&span.of(source.text()).to_lowercase());
            if terms.iter().any(|term| term.case == CaseRule::Any && in_code(term))
                || source.identifiers().iter().any(|it| it.span.overlaps(span))
                || stays && (is_kept(source, span, text) || is_kept_name(source, span, target))
                // `forbidden-term` says where a forbidden form is wrong.
                || has_forbidden(target, &terms)
            {
                continue;
            }
            let uncalled = Uncalled::new(segment, span, &terms);
            let refused = uncalled.refused();
            if uncalled.is_part_of_term() || refused.is_some() && !uncalled.is_first_on_page() {
                continue;
            }
            let (place, message) = if let Some(place) = in_other_case(target, &terms) {
                (place, format!("`{}` is the term `{preferred}` in another case", place.of(target.text())))
            } else {
                let kept = || stays.then(|| kept(source, target, &terms)).flatten();
                let place = if let Some(kept) = kept() {
                    kept
                } else {
                    let may_be_free = || terms.iter().any(|term| may_be_free(source, term)) || !uncalled.is_sure();
                    if !self.ambiguous && may_be_free() {
                        continue;
                    }
                    uncalled.place()
                };
                let elsewhere = if refused.is_some() { ", and hardly ever elsewhere" } else { "" };
                (place, format!("the term `{name}` is not called `{preferred}` here{elsewhere}"))
            };
            let mut help = format!("call it {}", list(std::iter::once(preferred).chain(forms)));
            if let Some(Calls { called, all }) = refused {
                help = format!("{help}, or ask whether the glossary means this: {called} of {all} segments do");
            }
            let note = terms.iter().map(|term| term.note.as_str()).find(|note| !note.is_empty());
            out.report(target.at(place), message).help(with_note(help, note.unwrap_or_default())).also(source.at(span));
        }
    }
}

/// Whether `target` has a form that `term` allows.
fn stands(target: &SideView<'_>, term: &Term) -> bool {
    term.targets.iter().any(|form| has(target, term, form))
}

/// Whether a translation may do without `term`: an English word that is not said to be the noun that it may be.
fn may_be_free(source: &SideView<'_>, term: &Term) -> bool {
    source.locale().language().code == "en" && term.part_of_speech.is_none() && is_ambiguous(term.source.trim())
}

/// Where `target` has a form that one of `terms`, names, allows, but for its capitals.
fn in_other_case(target: &SideView<'_>, terms: &[&Term]) -> Option<Span> {
    let exact = terms.iter().filter(|term| term.case == CaseRule::Exact);
    let mut forms = exact.flat_map(|term| &term.targets);
    let found = forms.find_map(|form| target.forms().find_all(form, Closeness::Inflected).first().copied())?;
    // A heading in capitals shouts, and says which ones it would have had no more.
    target.text().contains(char::is_lowercase).then_some(found.span)
}

/// Whether `target` has what one of `terms` forbids.
fn has_forbidden(target: &SideView<'_>, terms: &[&Term]) -> bool {
    let mut forms = terms.iter().flat_map(|term| &term.forbidden);
    forms.any(|form| target.forms().has(form, Closeness::Inflected))
}

/// Where `target` has one of `terms` as `source` calls it, in the singular or the plural, and as often: one of several may
/// stand in a name that stays.
fn kept(source: &SideView<'_>, target: &SideView<'_>, terms: &[&Term]) -> Option<Span> {
    let all = |side: &SideView<'_>, term: &Term| {
        let spellings = singular_and_plural(&term.source.to_lowercase());
        let found = side.forms().find_all(&term.source, Closeness::Inflected).into_iter().map(|it| it.span);
        found.filter(|span| spellings.contains(&span.of(side.text()).to_lowercase())).collect::<Vec<_>>()
    };
    terms.iter().find_map(|term| {
        let found = all(target, term);
        found.first().copied().filter(|_| found.len() >= all(source, term).len())
    })
}

/// Whether the term at `span` of `source` is part of a name that `target`, in small letters, keeps: a word beside the
/// term stands there beside it as well.
fn is_kept(source: &SideView<'_>, span: Span, target: &str) -> bool {
    let (words, own) = (source.words(), source.words_in(span));
    let before = own.start.checked_sub(1).map(|index| &words[index]);
    let behind = words.get(own.end);
    let beside = [before.map(|word| word.to(span)), behind.map(|word| span.to(*word))];
    beside.into_iter().flatten().any(|both| {
        let both = both.of(source.text()).to_lowercase();
        target.match_indices(&*both).any(|(at, _)| is_whole(target, at, at + both.len()))
    })
}

/// Whether the term at `span` of `source` has the capital of a name, and `target` has it so.
fn is_kept_name(source: &SideView<'_>, span: Span, target: &SideView<'_>) -> bool {
    let written = span.of(source.text());
    source.names()[source.words_in(span)].contains(&true) && target.text().contains(written)
}

/// `forms` as they stand in a sentence.
fn list<'f>(forms: impl Iterator<Item = &'f String>) -> String {
    forms.map(|form| format!("`{form}`")).collect::<Vec<_>>().join(" or ")
}
