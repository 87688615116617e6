//! `misplaced-link`

use super::counterparts;
use super::phrases::{dangling, is_preceded, is_small, language_of, leading, left_out, split_title, words};
use crate::check::SegmentCheck;
use crate::checks::shift::{self, Marker};
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Locale;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::hyperlinks::{Hyperlink, Whither};

declare_check! {
    /// A link of the translation stands on the wrong words.
    ///
    /// Machines carry the brackets over by position, and in another word order they close around an article, half a
    /// name or the words of the next phrase: the reader is told that something else is behind the link. Reported is
    /// what one text can prove: a link on nothing but small words, one that ends in a word which cannot end a
    /// phrase, and one whose name, kept in the translation or told by its capital, stands beside it; and where
    /// translations teach what words are called, any words that the link took in or left out. A verb or a generic
    /// noun right before the link may stand there in fair play, and a generic noun within it before the name that it
    /// stands behind in the source: `the [Orders] page`, `la [pagina Ordini]`.
    ///
    /// ```fails
    /// en | Open the [billing settings](billing.md) of the project.
    /// nl | Open [de](billing.md) factureringsinstellingen van het project.
    ///            ^^
    /// ```
    ///
    /// ```fails
    /// en | See [availability by region](regions.md).
    /// es | Consulte [la disponibilidad por](regions.md) región.
    ///                ^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Read [Publish your offer in the marketplace](publish.md) first.
    /// nl | Lees eerst over de marketplace [in het onderwerp publiceren](publish.md).
    ///                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// learned 20 | Print invoice #. | Skriv ut fakturan #.
    /// learned 20 | The customer sees invoice #. | Kunden ser fakturan #.
    /// learned 20 | The customer signs letter #. | Kunden undertecknar brev #.
    /// learned 20 | Send box #. | Skicka låda #.
    /// learned 40 | The driver counts the boxes on floor #. | Föraren räknar lådorna på våning #.
    /// en | Send the [invoice](invoice.md) to the customer.
    /// sv | Skicka fakturan till [kunden](invoice.md).
    ///                            ^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Errors are listed on the [Delivery log](log.md) page.
    /// id | Kesalahan tercantum di [halaman](log.md) Log pengiriman.
    ///                              ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// option | leading-words = true
    /// en | Move it within the [rule list](rules.md).
    /// sv | Flytta den inom ramen [för regellistan](rules.md).
    ///                             ^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 20 | The tab # has a list. | La scheda # ha un elenco.
    /// learned 20 | The list # shows invoices. | L'elenco # mostra le fatture.
    /// learned 20 | The invoices # are open. | Le fatture # sono aperte.
    /// en | Look it up in the [Invoices list](invoices.md).
    /// it | Cercarla nell'elenco [Fatture](invoices.md).
    /// ```
    ///
    /// ```passes
    /// learned 20 | Open tab #. | Öppna fliken #.
    /// learned 20 | The customer sees tab #. | Kunden ser fliken #.
    /// learned 20 | The customer signs letter #. | Kunden undertecknar brev #.
    /// learned 40 | The driver counts the boxes on floor #. | Föraren räknar lådorna på våning #.
    /// en | The customer finds it in the [surcharges tab](surcharges.md).
    /// sv | Kunden hittar det på fliken [tilläggsavgifter](surcharges.md).
    /// ```
    ///
    /// ```passes
    /// learned 20 | The page # has a list. | La pagina # ha un elenco.
    /// learned 20 | The list # shows invoices. | L'elenco # mostra le fatture.
    /// learned 20 | The invoices # are open. | Le fatture # sono aperte.
    /// en | Look it up on the [Open invoices](invoices.md) page.
    /// it | Cercarla nella [pagina Fatture aperte](invoices.md).
    /// ```
    ///
    /// ```fails
    /// learned 20 | The page # has a list. | La pagina # ha un elenco.
    /// learned 20 | The list # shows invoices. | L'elenco # mostra le fatture.
    /// learned 20 | The invoices # are open. | Le fatture # sono aperte.
    /// en | Look it up on the [Open invoices](invoices.md) page.
    /// it | Cercarla nella [pagina](invoices.md) Fatture aperte.
    ///                      ^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Open the [Azure portal](portal.md) and [invite someone](invite.md).
    /// it | Aprire il portal di [Azure](portal.md) e [invitare qualcuno](invite.md).
    /// ```
    ///
    /// ```passes
    /// en | English | [Deutsch](README.de.md) | [日本語](README.ja.md)
    /// de | [English](README.md) | Deutsch | [日本語](README.ja.md)
    /// ```
    ///
    /// ```passes
    /// en | Partners should read the [Partner Guide](guide.md) first.
    /// sv | Alla partner bör läsa [partnerguiden](guide.md) först.
    /// ```
    ///
    /// ```passes
    /// en | Errors are on the [Delivery log](log.md) page. Visit the [Partners](p.md) of France.
    /// id | Kesalahan ada di [halaman log](log.md) Anda. Kunjungi [mitra](p.md) Prancis.
    /// ```
    ///
    /// ```passes
    /// en | Review the resources section of the [Partner guide](guide.md).
    /// pl | Zapoznaj się z sekcją Resources [podręcznika partnera](guide.md).
    /// ```
    ///
    /// ```passes
    /// en | Sign up [here](signup.md), or [read about it](about.md).
    /// de | Melden Sie sich [hier](signup.md) an, oder [lesen Sie darüber](about.md).
    /// ```
    pub static MISPLACED_LINK: Segment<MisplacedLink> = {
        id: "misplaced-link",
        category: Links,
        severity: Warning,
        confidence: Medium,
        fix: Unsafe,
        needs: [BRACKET],
        evidence: true,
        mqm: "design/markup",
        its: "markup",
        yields_to: ["missing-link-text", "misplaced-emphasis"],
        aliases: ["shifted-link"],
        since: "0.1.0",
    }
}

/// Options of `misplaced-link`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedLink {
    /// Whether to report links that begin with a preposition or conjunction which the source has before its link;
    /// many are true, and many a reader would not mind.
    pub leading_words: bool,
}

impl SegmentCheck for MisplacedLink {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || target.markup().links.is_empty() {
            return;
        }
        let counterparts = counterparts::of(segment, false).kept;
        for &[original, link] in &counterparts {
            let (Some(from), Some(to)) = (text_of(original, source), text_of(link, target)) else { continue };
            let place = |link: &Hyperlink| link.destination.of(target.text());
            // Of two links to one place, either may be the counterpart.
            let is_sure = counterparts.iter().filter(|[_, other]| place(other) == place(link)).count() == 1;
            let marker = Marker { from, to, whole: link.span, place: to, name: "link", may_take_noun: true };
            if is_switch(original.destination.of(source.text()), place(link), target.locale()) {
                continue;
            }
            if is_sure && shift::report(segment, marker, out) {
                continue;
            }
            if let Some(message) = self.complaint(segment, from, to, link.span) {
                out.report(target.at(to), message)
                    .help("link the words that say what the linked words of the source say")
                    .also(source.at(from));
            }
        }
    }
}

impl MisplacedLink {
    /// What the words `to` of the link `whole`, those `from` of its counterpart, and those beside them prove by themselves.
    fn complaint(&self, segment: &SegmentView<'_>, from: Span, to: Span, whole: Span) -> Option<String> {
        let (source, target) = (segment.source(), segment.target());
        // Who links `here`, `sign in` or `create one` may get any small word for it.
        let is_free = words(source, from).next_back().is_none_or(|word| language_of(source).is_function_word(word));
        if !is_free && is_small(target, to) {
            return Some("the link stands on nothing but small words".to_owned());
        }
        if let Some(word) = dangling(target, to).filter(|_| !is_free) {
            return Some(format!("the link breaks off behind `{word}`"));
        }
        if let Some(word) = leading(target, to).filter(|_| self.leading_words && is_preceded(source, from)) {
            return Some(format!("the link begins too early: `{word}` stands before it in the source"));
        }
        if let Some(word) = split_title(segment, from, to, whole) {
            return Some(format!("`{word}` belongs to the title of the link and stands beside it"));
        }
        let word = left_out(segment, from, to).filter(|_| !(is_free && is_small(target, to)))?;
        Some(format!("`{word}` belongs to the link and stands beside it"))
    }
}

/// Whether the source leads readers of `locale` to a page of theirs and the translation does not: both switch languages.
fn is_switch(source: &str, target: &str, locale: &Locale) -> bool {
    source != target && Whither::of(source, locale).localized && !Whither::of(target, locale).localized
}

/// The text of `link`, if it holds a word of the prose.
fn text_of(link: &Hyperlink, side: &SideView<'_>) -> Option<Span> {
    link.text.filter(|&text| words(side, text).next().is_some())
}
