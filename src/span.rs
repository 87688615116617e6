//! Two coordinate systems that the compiler keeps apart, and lines.
//!
//! A [`Span`] speaks of the decoded text of one side of a segment; a [`FileSpan`] speaks of a file on disk.
//! Only [`Content::locate`](crate::model::Content::locate) turns the first into the second. Lines and columns
//! exist only at the very end, in a [`LineIndex`].

use std::ops::Range;

macro_rules! span_type {
    ($(#[$doc:meta])+ $Name:ident) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name {
            /// First byte, from 0.
            pub start: u32,
            /// One past the last byte.
            pub end: u32,
        }

        impl $Name {
            /// The bytes `start..end`.
            ///
            /// # Panics
            /// In debug builds, when `start` lies behind `end`.
            pub fn new(start: usize, end: usize) -> Self {
                debug_assert!(start <= end, "a span runs forward: {start}..{end}");
                Self { start: start as u32, end: end as u32 }
            }

            /// The place between two bytes.
            pub fn empty(at: usize) -> Self {
                Self::new(at, at)
            }

            /// As a range of bytes.
            pub fn range(self) -> Range<usize> {
                self.start as usize..self.end as usize
            }

            /// The slice of `text` that this span covers.
            ///
            /// # Panics
            /// When the span does not lie within `text` on character boundaries: it belongs to another text.
            pub fn of(self, text: &str) -> &str {
                &text[self.range()]
            }

            /// Length in bytes.
            pub fn len(self) -> usize {
                (self.end - self.start) as usize
            }

            /// Whether it covers nothing.
            pub fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Whether `other` lies within.
            pub fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two share a byte.
            pub fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// Whether the two share a byte or meet at an edge.
            pub fn touches(self, other: Self) -> bool {
                self.start <= other.end && other.start <= self.end
            }

            /// The smallest span that holds both.
            #[must_use]
            pub fn to(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }

            /// The same length, `by` bytes further on.
            #[must_use]
            pub fn shifted(self, by: usize) -> Self {
                Self { start: self.start + by as u32, end: self.end + by as u32 }
            }
        }

        impl From<Range<usize>> for $Name {
            fn from(range: Range<usize>) -> Self {
                Self::new(range.start, range.end)
            }
        }
    };
}

span_type! {
    /// Bytes `start..end` of the decoded text of one side of a segment.
    Span
}

span_type! {
    /// Bytes `start..end` of a file.
    FileSpan
}

/// A line and a column, both from 1; the column counts Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1.
    pub column: u32,
}

/// Where the lines of a text begin, so that bytes can be told as lines and columns.
///
/// ```
/// use bilint::span::LineIndex;
/// let index = LineIndex::new("één\ntwee\n");
/// assert_eq!(index.line_column("één\ntwee\n", 2).column, 2); // `é` is two bytes and one column
/// assert_eq!(index.line_column("één\ntwee\n", 6).line, 2);
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Within long lines, bytes now and then with the characters of their line before them, so that nobody counts a line
    /// from its beginning for each of its findings.
    passed: Vec<[u32; 2]>,
}

/// Bytes of a line from which on its columns are counted in parts.
const FAR: usize = 1024;

impl LineIndex {
    /// Index `text`. Lines end in LF or CRLF.
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        let starts: Vec<u32> = starts.collect();
        let ends = starts.iter().skip(1).copied().chain([text.len() as u32]);
        let long = starts.iter().zip(ends).filter(|(start, end)| (end - *start) as usize > FAR);
        let mut passed = Vec::new();
        for (start, end) in long {
            let (mut from, mut before) = (*start as usize, 0);
            while let Some(next) = (from + FAR..end as usize).find(|&at| text.is_char_boundary(at)) {
                before += text[from..next].chars().count() as u32;
                passed.push([next as u32, before]);
                from = next;
            }
        }
        Self { starts, passed }
    }

    /// The line and column of byte `at` of the indexed `text`.
    ///
    /// # Panics
    /// When `at` is not a character boundary of `text`.
    pub fn line_column(&self, text: &str, at: usize) -> LineColumn {
        let line = self.starts.partition_point(|&start| start as usize <= at);
        let start = self.starts[line - 1] as usize;
        let passed = self.passed.partition_point(|[byte, _]| *byte as usize <= at);
        let passed = passed.checked_sub(1).map(|last| self.passed[last]).filter(|[byte, _]| *byte as usize > start);
        let [from, before] = passed.unwrap_or([start as u32, 0]);
        LineColumn { line: line as u32, column: before + text[from as usize..at].chars().count() as u32 + 1 }
    }

    /// The bytes of line `line` (from 1), without its line end.
    ///
    /// # Panics
    /// When the text has no such line.
    pub fn line(&self, text: &str, line: u32) -> FileSpan {
        let start = self.starts[line as usize - 1] as usize;
        let end = self.starts.get(line as usize).map_or(text.len(), |&next| next as usize);
        FileSpan::new(start, start + text[start..end].trim_end_matches(['\n', '\r']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_long_lines_are_those_that_counting_gives() {
        let text = format!("short\n{}\n{}", "é b".repeat(2_000), "c".repeat(FAR * 2));
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices() {
            let line = text[..at].matches('\n').count();
            let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
            // Counting from the beginning of the line each time would be as slow as what it replaces.
            let column = if at % 97 == 0 { text[start..at].chars().count() } else { continue };
            let found = index.line_column(&text, at);
            assert_eq!([found.line as usize, found.column as usize], [line + 1, column + 1]);
        }
        assert!(index.passed.len() <= text.len() / FAR);
    }
}
