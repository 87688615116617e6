//! Keys of the front matter by which a translation names the version of its source.

use crate::model::Field;

/// Which keys of the front matter name a version of the source. Nested keys are dotted: `l10n.sourceCommit`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    hash: Vec<String>,
    commit: Vec<String>,
}

/// Keys that hold a hash of the source file (Microsoft's localization pipeline).
const HASH: &[&str] = &["ms.openlocfilehash"];

/// Keys that hold a commit of the source's repository: Microsoft's localization pipeline; MDN's translated content;
/// the Docsy theme for Hugo (OpenTelemetry and others); hand-made ones that are common on GitHub.
const COMMIT: &[&str] =
    &["ms.sourcegitcommit", "l10n.sourceCommit", "default_lang_commit", "source_sha", "sourceCommit"];

impl Marks {
    /// The keys that are known, and those that a site adds.
    pub(super) fn new(hash: &[String], commit: &[String]) -> Self {
        let joined = |known: &[&str], added: &[String]| {
            known.iter().map(|key| (*key).to_owned()).chain(added.iter().cloned()).collect()
        };
        Self { hash: joined(HASH, hash), commit: joined(COMMIT, commit) }
    }

    /// The hash of the source file that `fields`, the front matter of a translation, name.
    pub fn hash<'f>(&self, fields: &'f [Field<'_>]) -> Option<&'f str> {
        fields.iter().find(|field| self.is_hash(&field.key)).map(|field| &*field.value)
    }

    /// The commit of the source's repository that `fields`, the front matter of a translation, name.
    pub fn commit<'f>(&self, fields: &'f [Field<'_>]) -> Option<&'f str> {
        fields.iter().find(|field| self.is_commit(&field.key)).map(|field| &*field.value)
    }

    /// Whether `key` holds a hash of the source file.
    fn is_hash(&self, key: &str) -> bool {
        self.hash.iter().any(|known| known.eq_ignore_ascii_case(key))
    }

    /// Whether `key` holds a commit of the source's repository.
    fn is_commit(&self, key: &str) -> bool {
        self.commit.iter().any(|known| known.eq_ignore_ascii_case(key))
    }
}

impl Default for Marks {
    fn default() -> Self {
        Self::new(&[], &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_adds_keys_of_its_own() {
        let marks = Marks::new(&["source.sha1".to_owned()], &[]);
        assert!(marks.is_hash("source.sha1") && marks.is_hash("ms.openlocfilehash"));
        assert!(marks.is_commit("l10n.sourceCommit") && !marks.is_commit("title"));
    }
}
