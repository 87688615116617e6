//! The files that a run sees: those on disk, except where another state of them is asked for.

use crate::model::{Refused, SourceFile, Sources};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files in a state that need not be the one on disk. By default it is.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// By the path that is shown.
    instead: BTreeMap<String, Instead>,
}

/// What is seen instead of what lies on disk.
#[derive(Clone, Debug)]
struct Instead {
    path: PathBuf,
    /// `None` where there is no file.
    bytes: Option<Vec<u8>>,
}

impl Tree {
    /// Lets the file at `path`, which is shown as `shown`, hold `bytes`, or not be there.
    pub(super) fn put(&mut self, path: PathBuf, shown: String, bytes: Option<Vec<u8>>) {
        self.instead.insert(shown, Instead { path, bytes });
    }

    /// Whether the file that is shown as `shown` is not seen as it lies on disk.
    pub fn differs_at(&self, shown: &str) -> bool {
        self.instead.contains_key(shown)
    }

    /// Whether a file is there; `None` where the disk is to be asked.
    pub(super) fn has(&self, shown: &str) -> Option<bool> {
        self.instead.get(shown).map(|instead| instead.bytes.is_some())
    }

    /// Reads the file at `path`, which is shown as `shown`.
    pub(super) fn read(&self, path: &Path, shown: String) -> Result<SourceFile, Refused> {
        match self.instead.get(&shown) {
            None => Sources::read(path, shown),
            Some(Instead { bytes: Some(bytes), .. }) => Sources::decode(bytes.clone(), shown),
            Some(Instead { bytes: None, .. }) => Err(Refused { path: shown, reason: "no such file".to_owned() }),
        }
    }

    /// The files below the folder that is shown as `folder` that are seen but do not lie on disk.
    pub(super) fn unseen(&self, folder: &str) -> impl Iterator<Item = (&Path, &str)> {
        let folder = folder.trim_end_matches('/');
        let is_below = move |path: &str| match folder {
            "" => !path.starts_with("../") && !path.starts_with('/'),
            _ => path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')),
        };
        let there = self.instead.iter().filter(move |(shown, it)| it.bytes.is_some() && is_below(shown));
        there.filter(|(_, it)| !it.path.exists()).map(|(shown, it)| (it.path.as_path(), shown.as_str()))
    }
}
