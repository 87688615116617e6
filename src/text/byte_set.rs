//! Sets of bytes: a scan for the few bytes that matter looks each up, whatever their number.

/// A set of bytes.
pub(crate) struct ByteSet([bool; 256]);

impl ByteSet {
    /// The bytes of `text`.
    pub(crate) const fn of(text: &[u8]) -> Self {
        let mut set = [false; 256];
        let mut at = 0;
        while at < text.len() {
            set[text[at] as usize] = true;
            at += 1;
        }
        Self(set)
    }

    /// The set with the bytes from `first` to `last`, both included.
    pub(crate) const fn with(mut self, first: u8, last: u8) -> Self {
        let mut byte = first as usize;
        while byte <= last as usize {
            self.0[byte] = true;
            byte += 1;
        }
        self
    }

    /// Whether `byte` is one of them.
    #[inline]
    pub(crate) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// Where the next of them stands in `bytes`, at `from` or behind.
    #[inline]
    pub(crate) fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        // Most bytes are none of them: eight are looked up at once.
        while let Some(eight) = bytes[at..].first_chunk::<8>() {
            if eight.iter().fold(false, |found, &byte| found | self.has(byte)) {
                break;
            }
            at += 8;
        }
        bytes[at..].iter().position(|&byte| self.has(byte)).map(|offset| at + offset)
    }

    /// Where they stand in `bytes`, in order.
    pub(crate) fn places<'s>(&'s self, bytes: &'s [u8]) -> impl Iterator<Item = usize> + 's {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.next(bytes, from)?;
            from = at + 1;
            Some(at)
        })
    }
}
