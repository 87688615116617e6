//! `mismatched-link-text`

use super::counterparts;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::evidence::{PassageKind, worded};
use crate::finding::Sink;
use crate::model::{DocsetView, DocumentView, Found, SegmentView};
use crate::text::loose::{content_words, differ, folded, key};
use crate::text::slugs::{loose, plain};

declare_check! {
    /// A link that cites the title of its page in the source does not cite it in the translation.
    ///
    /// Readers look for the title that the link promised, and wonder whether they are on the right page. What a page
    /// is called that is not at hand, evidence from other pages may know. Many translators fit the words of a link into
    /// their sentence on purpose: hence for those who ask.
    ///
    /// ```fails page
    /// -- nl/start.md
    /// <span data-ttu-id="a1b2c-101">Zie [Het account instellen](account.md).</span><span class="sxs-lookup"><span data-stu-id="a1b2c-101">See [Set up the account](account.md).</span></span>
    ///                                    ^^^^^^^^^^^^^^^^^^^^^
    /// -- nl/account.md
    /// # <span data-ttu-id="d4e5f-101">Uw account configureren</span><span class="sxs-lookup"><span data-stu-id="d4e5f-101">Set up the account</span></span>
    /// ```
    ///
    /// ```passes page
    /// -- nl/start.md
    /// <span data-ttu-id="a1b2c-101">Zie [Uw account configureren](account.md).</span><span class="sxs-lookup"><span data-stu-id="a1b2c-101">See [Set up the account](account.md).</span></span>
    /// <span data-ttu-id="a1b2c-102">Of ga naar [het account](account.md).</span><span class="sxs-lookup"><span data-stu-id="a1b2c-102">Or go to [the account](account.md).</span></span>
    /// -- nl/account.md
    /// # <span data-ttu-id="d4e5f-101">Uw account configureren</span><span class="sxs-lookup"><span data-stu-id="d4e5f-101">Set up the account</span></span>
    /// ```
    pub static MISMATCHED_LINK_TEXT: Docset<MismatchedLinkText> = {
        id: "mismatched-link-text",
        category: Links,
        severity: Info,
        confidence: Medium,
        audience: Pedantic,
        evidence: true,
        mqm: "terminology/inconsistent",
        its: "inconsistency",
        since: "0.1.0",
    }
}

/// Options of `mismatched-link-text`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedLinkText {}

impl DocsetCheck for MismatchedLinkText {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        for page in docset.translations() {
            let shared = page.page();
            for texts in shared.texts().filter(|it| !it.is_one_sided() && it.target.contains("](")) {
                let segment = SegmentView::new(&shared, texts.index);
                for [source, target] in counterparts::of(&segment, false).kept {
                    let (Some(original), Some(text)) = (source.text, target.text) else { continue };
                    let destination = target.destination.of(segment.target().text());
                    let texts = [original.of(segment.source().text()), text.of(segment.target().text())];
                    if let Some(message) = missed(docset, &page, destination, texts) {
                        out.report(segment.target().at(text), message);
                    }
                }
            }
        }
    }
}

/// What is to be said of a link to `destination` whose text is `original` in the source and `given` in the translation:
/// what its page is called, if the source cites that and the translation does not.
fn missed(
    docset: &DocsetView<'_>,
    page: &DocumentView<'_>,
    destination: &str,
    [original, given]: [&str; 2],
) -> Option<String> {
    let Some(titles) = titles(docset, page.number(), destination) else {
        let title = title_elsewhere(docset, page, destination, original)?;
        // Nobody knows that the page has this title: other forms of its words are let pass.
        let other = differ(&folded(title), &folded(&worded(given)), page.target_locale().language());
        return other.then(|| format!("elsewhere the title is “{title}”"));
    };
    let [wanted, title] = titles.map(plain);
    let cites = loose(&plain(original)) == loose(&wanted);
    let translated = !loose(&title).is_empty() && loose(&title) != loose(&wanted);
    // An ending behind the title is an inflection.
    let kept = loose(&plain(given)).starts_with(&loose(&title));
    (translated && cites && !kept).then(|| format!("the page is called “{title}”"))
}

/// What evidence from other pages calls the title `original`, if all call it one thing, and `destination` may lead to a
/// page of that title: to none that is at hand. A title of one word may be two words in another language.
fn title_elsewhere<'d>(
    docset: &DocsetView<'d>,
    page: &DocumentView<'d>,
    destination: &str,
    original: &str,
) -> Option<&'d str> {
    let evidence = page.given_evidence()?;
    let source = worded(original);
    content_words(&folded(&source), page.source_locale().language()).nth(1)?;
    let target = docset.map().follow(page.number(), destination)?;
    let is_page = target.path.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "md" | "mdx" | "yml"));
    // A page beside the one at hand that was not read is a file.
    if target.fragment.is_some() || matches!(target.found, Found::Page(_)) || !is_page {
        return None;
    }
    let [(title, _), others @ ..] = &evidence.passage(PassageKind::Title, &source)?.targets[..] else { return None };
    others.iter().all(|(other, _)| key(other) == key(title)).then_some(title)
}

/// The title of the page that `destination` leads to, of its original and of its translation.
fn titles<'d>(docset: &DocsetView<'d>, page: u32, destination: &str) -> Option<[&'d str; 2]> {
    let target = docset.map().follow(page, destination).filter(|target| target.fragment.is_none())?;
    let Found::Page(found) = target.found else { return None };
    let view: DocumentView<'d> = docset.document(found);
    let own = view.structure().headings.iter().find(|it| it.level == 1).and_then(|it| it.source.as_deref());
    let original = || docset.document(docset.map().original_of(found)?).title();
    Some([own.or_else(original)?, view.title()?])
}
