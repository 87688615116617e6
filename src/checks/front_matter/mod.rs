//! Front matter: its keys, its values, and those of the English page.

pub mod doubled_front_matter_key;
pub mod invalid_front_matter_value;
pub mod mismatched_front_matter_value;
pub mod mismatched_locale;
pub mod missing_front_matter_key;

use crate::check::CheckDef;
use crate::model::{DocsetView, DocumentView, Field, ProblemKind};
use crate::text::dates;
use hashbrown::HashMap;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &doubled_front_matter_key::DOUBLED_FRONT_MATTER_KEY,
    &invalid_front_matter_value::INVALID_FRONT_MATTER_VALUE,
    &mismatched_front_matter_value::MISMATCHED_FRONT_MATTER_VALUE,
    &mismatched_locale::MISMATCHED_LOCALE,
    &missing_front_matter_key::MISSING_FRONT_MATTER_KEY,
];

/// A page and the front matter of its English page.
struct Translated<'d> {
    page: DocumentView<'d>,
    source: &'d [Field<'d>],
}

/// Fields of the front matter of a page that people write; keys are compared each with each.
const MOST_FIELDS: usize = 256;

/// The pages of `docset` whose English page is known, is of the same version, by its hash or as far as dates tell, and
/// has front matter. A page that was translated from an older version has its keys and values.
fn translated<'d>(docset: &DocsetView<'d>) -> Vec<Translated<'d>> {
    let pages = docset.documents().filter_map(|page| {
        let source = page.source_metadata()?;
        // Of broken front matter only some keys were read.
        let broken = page.problems().iter().any(|problem| problem.kind == ProblemKind::FrontMatter);
        let written = !source.is_empty() && [source, page.metadata()].iter().all(|it| it.len() <= MOST_FIELDS);
        let current = || page.version().proven.unwrap_or_else(|| is_of_one_version(source, page.metadata()));
        (written && !broken && current()).then_some(Translated { page, source })
    });
    pages.collect()
}

/// Whether no date of the English page is another one in the translation. Dates that are not written in digits say
/// nothing.
fn is_of_one_version(source: &[Field<'_>], target: &[Field<'_>]) -> bool {
    let mut dated = source.iter().filter_map(|field| Some((field, dates::written(&field.value)?)));
    dated.all(|(field, date)| {
        let same = target.iter().filter(|other| other.key == field.key);
        same.filter_map(|other| dates::written(&other.value)).all(|other| other == date)
    })
}

/// For each locale and key, on how many pages a law of the key is kept, and on how many it is broken: where it is
/// broken more often than now and then, the site has another law.
#[derive(Default)]
struct Customs<'d>(HashMap<(&'d str, &'d str), [usize; 2]>);

impl<'d> Customs<'d> {
    fn count(&mut self, locale: &'d str, key: &'d str, kept: bool) {
        self.0.entry((locale, key)).or_default()[usize::from(!kept)] += 1;
    }

    /// The pages that were counted, and the share of them that keep the law.
    fn of(&self, locale: &str, key: &str) -> (usize, f64) {
        let [kept, broken] = self.0.get(&(locale, key)).copied().unwrap_or_default();
        (kept + broken, kept as f64 / (kept + broken).max(1) as f64)
    }
}
