//! `doubled-front-matter-key`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, Field, FieldForm};
use hashbrown::HashMap;

declare_check! {
    /// A key stands twice in the front matter.
    ///
    /// Some programs take the first value, some the last, and some refuse the page.
    ///
    /// ```fails page
    /// -- nl/page.md
    /// ---
    /// title: Gegevens
    /// description: Hoe u gegevens bewaart.
    /// title: Data
    /// ^^^^^
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// ---
    /// title: Gegevens
    /// author:
    ///   title: Redacteur
    /// tags: [een, twee]
    /// steps:
    /// - name: een
    /// - name: twee
    /// ---
    /// ```
    pub static DOUBLED_FRONT_MATTER_KEY: Document<DoubledFrontMatterKey> = {
        id: "doubled-front-matter-key",
        category: Structure,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `doubled-front-matter-key`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DoubledFrontMatterKey {}

impl DocumentCheck for DoubledFrontMatterKey {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let mut first = HashMap::new();
        for field in document.metadata().iter().filter(|field| has_one_place(field)) {
            let known = *first.entry(&*field.key).or_insert(field.key_span);
            // The items of one list are fields of one key.
            if known != field.key_span {
                out.report(document.at(field.key_span), format!("the key `{}` stands here a second time", field.key))
                    .also(document.at(known))
                    .help("keep one of the two");
            }
        }
    }
}

/// Whether a key may stand in one place only: not so the keys of maps that are items of a list.
fn has_one_place(field: &Field<'_>) -> bool {
    field.form == FieldForm::Scalar || !field.key.contains('.')
}
