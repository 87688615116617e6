//! The file of evidence: a line for people, then numbers of seven bits a byte, least first, the eighth saying that more
//! follow (LEB128). Words share the beginning of the word before them; keys and indexes are written as distances. The line
//! begins with the form and with a checksum over all that stands behind it.
//!
//! A file is read by whoever checks a stranger's change: whatever stands in it, reading ends with evidence or with an
//! error, and takes no more memory than the file is long, times a small number.

use super::association::{FRACTION, Table};
use super::corpus::{Code, Corpus, Document, FIRST_WORD, Pair};
use super::passages::Passages;
use super::renderings::Renderings;
use super::vocabulary::{Vocabulary, WordCounts};
use super::{Evidence, Kept, Lengths, Passage, PassageKind, Usage, count};
use crate::locale::Locale;
use sha1::{Digest as _, Sha1};
use std::borrow::Cow;

/// What a file of evidence begins with, of whatever form.
const FAMILY: &str = "bilint evidence ";
/// What one of this form begins with; the number is that of the form.
const MAGIC: &str = "bilint evidence 3, checksum ";
/// How the checksum is written: in so many digits, sixteen to choose from, and with this behind it.
const DIGITS: usize = 16;
const BEHIND: &str = ": ";

/// A file that is no evidence, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DamagedEvidence {
    /// It does not begin as evidence does.
    #[error("this is no evidence; `bilint learn` writes it")]
    Foreign,
    /// It is of another form than this version reads.
    #[error("this evidence was written by another version of bilint; learn it again")]
    Version,
    /// Its bytes are not those that were written.
    #[error("the evidence is damaged: it was changed or cut since it was written; learn it again")]
    Changed,
    /// Its contents make no sense.
    #[error("the evidence is damaged at byte {0}; learn it again")]
    Damaged(usize),
    /// The texts that it was learned from make no sense.
    #[error("the texts of the evidence are damaged; learn it again")]
    Texts,
}

impl Evidence {
    /// The evidence as the bytes of a file. The same for the same texts, whatever their order.
    pub fn to_bytes(&self) -> Vec<u8> {
        let [source, target] = &self.locales;
        let (segments, documents) = (self.segments, self.documents);
        let mut out = format!("{source} to {target}, {segments} segments of {documents} documents\n").into_bytes();
        write(&mut out, u64::from(segments));
        write(&mut out, u64::from(documents));
        self.vocabularies.iter().for_each(|vocabulary| write_vocabulary(&mut out, vocabulary));
        for (&kept, cased) in self.kept.iter().zip(&self.cased) {
            write_all(&mut out, [kept, cased.segments, cased.kept]);
        }
        write_keys(&mut out, self.terms.iter().map(|(key, kept)| (*key, [kept.segments, kept.kept])));
        write_keys(&mut out, self.adjacent.iter().map(|(key, segments)| (*key, [*segments])));
        for word in self.source().words() {
            let row = self.from_source.of(word);
            let numbers = row.iter().map(|(other, weight)| (u64::from(*other), [sixteenths(*weight)]));
            write_keys(&mut out, numbers);
        }
        let all = self.all_renderings();
        write(&mut out, all.len() as u64);
        let mut before = 0;
        for (key, renderings) in all {
            write(&mut out, key - before);
            write_counted(&mut out, renderings);
            before = *key;
        }
        self.passages.iter().for_each(|(_, passages)| write_passages(&mut out, passages));
        write_passages(&mut out, &self.repeated);
        for usage in &self.lengths.0 {
            write(&mut out, u64::from(usage.seen));
            out.extend(usage.mean.to_le_bytes());
            out.extend(usage.deviation.to_le_bytes());
        }
        write(&mut out, self.corpus.len() as u64);
        out.extend(&self.corpus);
        [format!("{MAGIC}{}{BEHIND}", checksum(&out)).as_bytes(), &out].concat()
    }

    /// Whether a file that begins with `bytes` is evidence, of whatever form.
    pub fn is_begun_by(bytes: &[u8]) -> bool {
        bytes.starts_with(FAMILY.as_bytes())
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// When the bytes are something else, or were cut or changed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DamagedEvidence> {
        let sealed = bytes.strip_prefix(MAGIC.as_bytes()).ok_or_else(|| {
            if Self::is_begun_by(bytes) { DamagedEvidence::Version } else { DamagedEvidence::Foreign }
        })?;
        let (sum, rest) = sealed.split_at_checked(DIGITS).ok_or(DamagedEvidence::Changed)?;
        let body = rest.strip_prefix(BEHIND.as_bytes()).filter(|body| checksum(body).as_bytes() == sum);
        let body = body.ok_or(DamagedEvidence::Changed)?;
        let start = bytes.len() - body.len();
        let end = memchr::memchr(b'\n', body).ok_or(DamagedEvidence::Damaged(start))?;
        let locales = locales(&body[..end]).ok_or(DamagedEvidence::Damaged(start))?;
        let mut reader = Reader { bytes, at: start + end + 1 };
        reader.evidence(locales).ok_or(DamagedEvidence::Damaged(reader.at))
    }
}

/// The beginning of the SHA-1 of `body`: it tells of chance, and of nobody who wants to deceive.
fn checksum(body: &[u8]) -> String {
    let first = Sha1::digest(body).iter().take(DIGITS / 2).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{first:016x}")
}

/// The locales that the first line names: `en to it-IT, …`.
fn locales(line: &[u8]) -> Option<[Locale; 2]> {
    let line = std::str::from_utf8(line).ok()?;
    let (source, target) = line.split_once(',')?.0.split_once(" to ")?;
    Some([Locale::parse(source)?, Locale::parse(target)?])
}

/// `corpus` as bytes: its forms from the commonest on, so that most words are one byte.
pub(super) fn encode(corpus: &Corpus<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let codes = [0, 1].map(|side: usize| {
        let forms = &corpus.forms[side];
        let mut counts = vec![0_u32; forms.len()];
        for pair in &corpus.pairs {
            for &code in pair.codes[side].iter().filter(|code| **code >= FIRST_WORD) {
                counts[(code - FIRST_WORD) as usize] += 1;
            }
        }
        let mut order: Vec<u32> = (0..forms.len() as u32).collect();
        order.sort_by_key(|&form| std::cmp::Reverse(counts[form as usize]));
        let mut codes = vec![0; forms.len()];
        write(&mut out, forms.len() as u64);
        for (rank, form) in order.into_iter().enumerate() {
            write_text(&mut out, &forms[form as usize]);
            codes[form as usize] = FIRST_WORD + rank as Code;
        }
        codes
    });
    write(&mut out, corpus.pairs.len() as u64);
    for pair in &corpus.pairs {
        for (side, ranks) in pair.codes.iter().zip(&codes) {
            write(&mut out, side.len() as u64);
            for &code in side {
                let word = code.checked_sub(FIRST_WORD);
                write(&mut out, u64::from(word.map_or(code, |word| ranks[word as usize])));
            }
        }
        write_all(&mut out, pair.lengths);
    }
    write(&mut out, corpus.documents.len() as u64);
    for Document { segments, titles } in &corpus.documents {
        for list in [segments, titles] {
            write_keys(&mut out, list.iter().map(|&segment| (u64::from(segment), [])));
        }
    }
    out
}

/// Reads what [`encode`] wrote; the forms are in no order. `None` when it makes no sense.
pub(super) fn decode(bytes: &[u8]) -> Option<Corpus<'static>> {
    let mut reader = Reader { bytes, at: 0 };
    let corpus = reader.corpus()?;
    (reader.at == bytes.len()).then_some(corpus)
}

fn write(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// `weight` in the parts that it is rounded to. Weights are never negative.
#[allow(clippy::cast_sign_loss)]
fn sixteenths(weight: f32) -> u32 {
    (weight * FRACTION) as u32
}

fn write_all<const N: usize>(out: &mut Vec<u8>, numbers: [u32; N]) {
    for number in numbers {
        write(out, u64::from(number));
    }
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write(out, text.len() as u64);
    out.extend(text.as_bytes());
}

fn write_vocabulary(out: &mut Vec<u8>, vocabulary: &Vocabulary) {
    write(out, vocabulary.len() as u64);
    let mut before = "";
    for word in vocabulary.words() {
        let text = vocabulary.text(word);
        let shared = before.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count();
        let shared = (0..=shared).rfind(|&at| text.is_char_boundary(at)).unwrap_or_default();
        write(out, shared as u64);
        write_text(out, &text[shared..]);
        let WordCounts { segments, documents, inside, capitals } = vocabulary.counts(word);
        write_all(out, [segments, documents, inside, capitals]);
        before = text;
    }
}

/// Writes `rows`, whose keys grow.
fn write_keys<const N: usize>(out: &mut Vec<u8>, rows: impl ExactSizeIterator<Item = (u64, [u32; N])>) {
    write(out, rows.len() as u64);
    let mut before = 0;
    for (key, numbers) in rows {
        write(out, key - before);
        write_all(out, numbers);
        before = key;
    }
}

fn write_passages(out: &mut Vec<u8>, passages: &Passages) {
    let passages = passages.all();
    write(out, passages.len() as u64);
    for Passage { source, targets } in passages {
        write_text(out, source);
        write_counted(out, targets);
    }
}

fn write_counted(out: &mut Vec<u8>, texts: &[(String, u32)]) {
    write(out, texts.len() as u64);
    for (text, count) in texts {
        write_text(out, text);
        write(out, u64::from(*count));
    }
}

/// Reads numbers and texts. Every function gives `None` at what makes no sense, and [`at`](Self::at) is about there.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn evidence(&mut self, locales: [Locale; 2]) -> Option<Evidence> {
        let (segments, documents) = (self.small()?, self.small()?);
        let vocabularies = [self.vocabulary()?, self.vocabulary()?];
        let sizes = [vocabularies[0].len(), vocabularies[1].len()];
        let (mut kept, mut cased) = (Vec::with_capacity(sizes[0]), Vec::with_capacity(sizes[0]));
        for _ in 0..sizes[0] {
            kept.push(self.small()?);
            cased.push(Kept { segments: self.small()?, kept: self.small()? });
        }
        let terms = self.keys(|key, [segments, kept]| (key, Kept { segments, kept }))?;
        let adjacent = self.keys(|key, [segments]| (key, segments))?;
        let mut entries: Vec<(u32, u32, f32)> = Vec::new();
        for source in 0..sizes[0] as u32 {
            let row = self.keys(|target, [weight]| (source, target as u32, weight as f32 / FRACTION))?;
            row.iter().all(|entry| (entry.1 as usize) < sizes[1]).then_some(())?;
            entries.extend(row);
        }
        let renderings = self.renderings(sizes[0])?;
        let kinds = [PassageKind::Label, PassageKind::Link, PassageKind::Title];
        let [label, link, title] = kinds.map(|kind| self.passages().map(|passages| (kind, passages)));
        let passages = [label?, link?, title?];
        let repeated = self.passages()?;
        let lengths = (0..Lengths::BUCKETS).map(|_| self.usage()).collect::<Option<_>>()?;
        let corpus = self.count()?;
        (corpus == self.bytes.len() - self.at).then_some(())?;
        let same = count::same(&vocabularies[0], &vocabularies[1]);
        Some(Evidence {
            segments,
            documents,
            originals: count::originals(&same, sizes[1]),
            same,
            kept,
            cased,
            terms,
            from_source: Table::new(entries.iter().copied(), sizes[0]),
            from_target: Table::new(entries.iter().map(|&(source, target, weight)| (target, source, weight)), sizes[1]),
            adjacent,
            renderings: renderings.into(),
            passages,
            repeated,
            lengths: Lengths(lengths),
            corpus: self.bytes[self.at..].to_vec(),
            vocabularies,
            locales,
        })
    }

    fn corpus(&mut self) -> Option<Corpus<'static>> {
        let mut corpus = Corpus::default();
        for forms in &mut corpus.forms {
            for _ in 0..self.count()? {
                forms.push(Cow::Owned(self.text()?.to_owned()));
            }
        }
        for _ in 0..self.count()? {
            let codes = [self.codes(corpus.forms[0].len())?, self.codes(corpus.forms[1].len())?];
            corpus.pairs.push(Pair { codes, lengths: [self.small()?, self.small()?] });
        }
        for _ in 0..self.count()? {
            let [segments, titles] = [self.keys(|segment, []| segment as u32), self.keys(|segment, []| segment as u32)];
            let document = Document { segments: segments?, titles: titles? };
            document.segments.iter().all(|&segment| (segment as usize) < corpus.pairs.len()).then_some(())?;
            document.titles.iter().all(|title| document.segments.binary_search(title).is_ok()).then_some(())?;
            corpus.documents.push(document);
        }
        Some(corpus)
    }

    /// Words and marks; there are that many `forms`.
    fn codes(&mut self, forms: usize) -> Option<Box<[Code]>> {
        let codes: Box<[Code]> = (0..self.count()?).map(|_| self.small()).collect::<Option<_>>()?;
        codes.iter().all(|&code| code < FIRST_WORD + forms as Code).then_some(codes)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// How many of something follow: no more than there are bytes left.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.bytes.len() - self.at).then_some(count)
    }

    fn slice(&mut self, length: usize) -> Option<&'b [u8]> {
        let slice = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(slice)
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.count()?;
        std::str::from_utf8(self.slice(length)?).ok()
    }

    fn vocabulary(&mut self) -> Option<Vocabulary> {
        let size = self.count()?;
        let (mut text, mut ends, mut counts) = (String::new(), Vec::with_capacity(size), Vec::with_capacity(size));
        let mut start = 0;
        for index in 0..size {
            let shared = self.count()?;
            let end = text.len();
            (start + shared <= end && text.is_char_boundary(start + shared)).then_some(())?;
            // The beginning of the word before this one is its own.
            text.extend_from_within(start..start + shared);
            text.push_str(self.text()?);
            let is_next = index == 0 || text[start..end] < text[end..];
            is_next.then_some(())?;
            start = end;
            ends.push(text.len());
            let [segments, documents, inside, capitals] = [self.small()?, self.small()?, self.small()?, self.small()?];
            counts.push(WordCounts { segments, documents, inside, capitals });
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        Some(Vocabulary::new(starts.zip(&ends).map(|(start, &end)| &text[start..end]), counts))
    }

    /// Rows whose keys grow, each made by `row`.
    fn keys<T, const N: usize>(&mut self, row: impl Fn(u64, [u32; N]) -> T) -> Option<Vec<T>> {
        let count = self.count()?;
        let (mut found, mut key) = (Vec::with_capacity(count), 0_u64);
        for index in 0..count {
            let step = self.number()?;
            (index == 0 || step > 0).then_some(())?;
            key = key.checked_add(step)?;
            let mut numbers = [0; N];
            for number in &mut numbers {
                *number = self.small()?;
            }
            found.push(row(key, numbers));
        }
        Some(found)
    }

    fn passages(&mut self) -> Option<Passages> {
        let mut found: Vec<Passage> = Vec::new();
        for _ in 0..self.count()? {
            let source = self.text()?.to_owned();
            found.last().is_none_or(|before| before.source < source).then_some(())?;
            found.push(Passage { source, targets: self.counted()? });
        }
        Some(Passages::new(found))
    }

    fn counted(&mut self) -> Option<Vec<(String, u32)>> {
        let count = self.count()?;
        (0..count).map(|_| Some((self.text()?.to_owned(), self.small()?))).collect()
    }

    fn renderings(&mut self, words: usize) -> Option<Vec<(u64, Renderings)>> {
        let (mut found, mut key) = (Vec::new(), 0_u64);
        for _ in 0..self.count()? {
            key = key.checked_add(self.number()?)?;
            count::words(key).iter().all(|word| word.index() < words).then_some(())?;
            found.push((key, self.counted()?));
        }
        Some(found)
    }

    fn usage(&mut self) -> Option<Usage> {
        let seen = self.small()?;
        let mut float = || Some(f32::from_le_bytes(self.slice(4)?.try_into().ok()?)).filter(|it| it.is_finite());
        Some(Usage { seen, mean: float()?, deviation: float()? })
    }
}
