//! The only owner of text and the only reader of files.

use super::{Pairing, Role};
use encoding_rs::{UTF_16BE, UTF_16LE};
use std::io;
use std::path::Path;

/// Index of a file in its [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// One file's text in memory.
#[derive(Debug)]
pub struct SourceFile {
    /// How the file is shown and cited: relative to the current folder where it can be, with `/`.
    pub path: String,
    /// Its text. A byte order mark is left out.
    pub text: String,
    /// How the text stands in the file.
    pub origin: Origin,
    /// What it is to the run.
    pub role: Role,
    /// The page that it is a translation of, where it was found among the files.
    pub original: Option<Original>,
}

/// The page that a file is a translation of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Original {
    /// The page to align with.
    pub file: FileId,
    /// How it was found.
    pub pairing: Pairing,
    /// The same page as it is now, when the one to align with is an earlier version of it.
    pub current: Option<FileId>,
}

impl SourceFile {
    /// A file that is a translation, for all that is known of it.
    pub fn new(path: impl Into<String>, text: impl Into<String>, origin: Origin) -> Self {
        Self { path: path.into(), text: text.into(), origin, role: Role::default(), original: None }
    }

    /// The same file with another text.
    #[must_use]
    pub fn with_text(&self, text: impl Into<String>) -> Self {
        Self { path: self.path.clone(), text: text.into(), ..*self }
    }
}

/// The byte order mark of UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How a text stands in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// As it is.
    #[default]
    Plain,
    /// As it is, behind a byte order mark.
    Marked,
    /// As UTF-16.
    Utf16,
    /// As bytes that are not UTF-8; what could not be read was replaced.
    Damaged,
}

impl Origin {
    /// Whether the text is another than that of the file, so that places of the text are none of the file, and a fix
    /// cannot be written.
    pub fn is_decoded(self) -> bool {
        matches!(self, Self::Utf16 | Self::Damaged)
    }

    /// Bytes that stand in the file before the text.
    pub fn lead(self) -> u32 {
        if self == Self::Marked { BYTE_ORDER_MARK.len() as u32 } else { 0 }
    }
}

/// A file that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Refused {
    /// How the file is shown.
    pub path: String,
    /// Why, in words.
    pub reason: String,
}

/// Every file of a run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text under the name `path`.
    ///
    /// # Panics
    /// When the text is 4 GiB or more; [`read`](Self::read) refuses such files.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(SourceFile::new(path, text, Origin::Plain))
    }

    /// Adds a file that [`read`](Self::read) gave.
    ///
    /// # Panics
    /// When the text is 4 GiB or more.
    pub fn push(&mut self, file: SourceFile) -> FileId {
        assert!(u32::try_from(file.text.len()).is_ok(), "a source file is smaller than 4 GiB");
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// Reads the file at `path`, to be shown as `shown`.
    ///
    /// UTF-8 is taken as it is, without its byte order mark. UTF-16 with a byte order mark is decoded; so is what is
    /// no UTF-8 at all, with replacement characters for the bytes that are none.
    ///
    /// # Errors
    /// When the file cannot be read, is 4 GiB or larger, or is binary (holds a NUL byte).
    pub fn read(path: &Path, shown: String) -> Result<SourceFile, Refused> {
        match std::fs::read(path) {
            Ok(bytes) => Self::decode(bytes, shown),
            Err(error) => Err(Refused { path: shown, reason: read_error(&error) }),
        }
    }

    /// The bytes of the file at `path`, which says itself how they are to be decoded.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Refused> {
        std::fs::read(path).map_err(|error| Refused { path: path.display().to_string(), reason: read_error(&error) })
    }

    /// Decodes `bytes` as [`read`](Self::read) does.
    ///
    /// # Errors
    /// When they are 4 GiB or more, or binary.
    pub fn decode(mut bytes: Vec<u8>, shown: String) -> Result<SourceFile, Refused> {
        let refuse = |reason: &str| Refused { path: shown.clone(), reason: reason.to_owned() };
        if u32::try_from(bytes.len()).is_err() {
            return Err(refuse("the file is 4 GiB or larger"));
        }
        for (mark, encoding) in [(&[0xff, 0xfe], UTF_16LE), (&[0xfe, 0xff], UTF_16BE)] {
            if bytes.starts_with(mark) {
                let (text, damaged) = encoding.decode_with_bom_removal(&bytes);
                let origin = if damaged { Origin::Damaged } else { Origin::Utf16 };
                return Ok(SourceFile::new(shown, text, origin));
            }
        }
        if memchr::memchr(0, &bytes).is_some() {
            return Err(refuse("the file is binary"));
        }
        let marked = bytes.starts_with(BYTE_ORDER_MARK);
        if marked {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        let origin = if marked { Origin::Marked } else { Origin::Plain };
        Ok(match String::from_utf8(bytes) {
            Ok(text) => SourceFile::new(shown, text, origin),
            Err(error) => {
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                SourceFile::new(shown, text, Origin::Damaged)
            }
        })
    }

    /// The same files with other texts, where `text` has one for a file.
    #[must_use]
    pub fn with_texts<'t>(&'t self, text: impl Fn(FileId, &'t SourceFile) -> Option<&'t str>) -> Self {
        let files = self.files().map(|(id, file)| file.with_text(text(id, file).unwrap_or(&file.text)));
        Self { files: files.collect() }
    }

    /// Says that `file` is a translation of `original`.
    ///
    /// # Panics
    /// When either is of other sources.
    pub fn pair(&mut self, file: FileId, original: Original) {
        assert!((original.file.0 as usize) < self.files.len(), "the original is one of the files");
        self.files[file.0 as usize].original = Some(original);
    }

    /// The file `id`.
    ///
    /// # Panics
    /// When `id` is of other sources.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their ids.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// All text, in bytes.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }
}

fn read_error(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "a folder, and not a file".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read (permission denied)".to_owned(),
        _ => error.to_string(),
    }
}
