//! `mismatched-link-text`

use super::counterparts;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, DocumentView, Found, SegmentView};
use crate::text::slugs::{loose, plain};

declare_check! {
    /// A link that cites the title of its page in the source does not cite it in the translation.
    ///
    /// Readers look for the title that the link promised, and wonder whether they are on the right page. Many
    /// translators fit the words of a link into their sentence on purpose: hence for those who ask.
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
                    let Some(titles) = titles(docset, page.number(), destination) else { continue };
                    let [wanted, title] = titles.map(plain);
                    let cites = |text: &str, title: &str| loose(&plain(text)) == loose(title);
                    let translated = !loose(&title).is_empty() && loose(&title) != loose(&wanted);
                    let (original, given) = (original.of(segment.source().text()), text.of(segment.target().text()));
                    // An ending behind the title is an inflection.
                    let kept = loose(&plain(given)).starts_with(&loose(&title));
                    if translated && cites(original, &wanted) && !kept {
                        out.report(segment.target().at(text), format!("the page is called “{title}”"));
                    }
                }
            }
        }
    }
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
