//! What a check sees: a segment that knows its address and finds each fact once.

use super::{
    Anchors, Docset, Document, Drift, Field, PageLink, PageMap, Pairing, Place, Problem, ProblemKind, Repeat, Repeats,
    Role, Segment, SegmentKind, Side, Sources, Structure, Target, Version,
};
use crate::evidence::{self, Evidence, Kept as KeptCount, Known, Learned, Left, Ties, WordId};
use crate::locale::Locale;
use crate::span::{FileSpan, Span};
use crate::text::caseless::{self, Caseless};
use crate::text::forms::Forms;
use crate::text::hyperlinks::Hyperlink;
use crate::text::identifiers::Identifier;
use crate::text::kept::{self, Kept};
use crate::text::markup::Markup;
use crate::text::terms::{TermMatch, TermSet, is_whole};
use crate::text::traits::Traits;
use crate::text::{acronyms, casing, hyperlinks, identifiers, names, numbers, placeholders, prose, sentences, words};
use hashbrown::{HashMap, HashSet};
use memchr::memmem;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

/// What a run knows beside the texts that it looks at.
#[derive(Clone, Copy)]
pub struct Background<'d> {
    /// Terms that are not translated.
    pub kept: &'d TermSet,
    /// What translations teach.
    pub learned: &'d Learned,
}

/// One side of a segment. Every fact is found when it is first asked for, and once.
pub struct SideView<'d> {
    text: &'d str,
    locale: &'d Locale,
    kept: &'d TermSet,
    names_of_page: Option<Rc<TermSet>>,
    evidence: Option<&'d Evidence>,
    place: Place,
    traits: OnceCell<Traits>,
    markup: OnceCell<Markup>,
    hyperlinks: OnceCell<Vec<Hyperlink>>,
    placeholders: OnceCell<Vec<Span>>,
    masked: OnceCell<Vec<Span>>,
    prose: OnceCell<Vec<Span>>,
    words: OnceCell<Vec<Span>>,
    parted_words: OnceCell<Vec<Span>>,
    folded: OnceCell<Vec<Cow<'d, str>>>,
    capitals: OnceCell<SmallVec<[usize; 4]>>,
    sentences: OnceCell<Vec<Span>>,
    numbers: OnceCell<Vec<Span>>,
    acronyms: OnceCell<Vec<Span>>,
    identifiers: OnceCell<Vec<Identifier>>,
    names: OnceCell<Vec<bool>>,
    kept_terms: OnceCell<Vec<TermMatch>>,
    forms: OnceCell<Forms<'d>>,
    known: OnceCell<Vec<Known>>,
}

impl<'d> SideView<'d> {
    fn new(text: &'d str, page: &PageView<'d>, place: Place) -> Self {
        Self {
            text,
            locale: &page.document.locales[place.side() as usize],
            kept: page.background.kept,
            names_of_page: page.names.clone(),
            evidence: page.evidence,
            place,
            traits: OnceCell::new(),
            markup: OnceCell::new(),
            hyperlinks: OnceCell::new(),
            placeholders: OnceCell::new(),
            masked: OnceCell::new(),
            prose: OnceCell::new(),
            words: OnceCell::new(),
            parted_words: OnceCell::new(),
            folded: OnceCell::new(),
            capitals: OnceCell::new(),
            sentences: OnceCell::new(),
            numbers: OnceCell::new(),
            acronyms: OnceCell::new(),
            identifiers: OnceCell::new(),
            names: OnceCell::new(),
            kept_terms: OnceCell::new(),
            forms: OnceCell::new(),
            known: OnceCell::new(),
        }
    }

    /// The decoded text, markup included.
    pub fn text(&self) -> &'d str {
        self.text
    }

    /// The locale.
    pub fn locale(&self) -> &'d Locale {
        self.locale
    }

    /// Which kinds of byte occur in it: most facts need some, and are not looked for where there are none.
    pub fn traits(&self) -> Traits {
        *self.traits.get_or_init(|| Traits::of(self.text))
    }

    /// What `find` finds, which is nothing in a text that has none of `needs`.
    fn find_by<T: Default>(&self, needs: Traits, find: impl FnOnce() -> T) -> T {
        if self.traits().has(needs) { find() } else { T::default() }
    }

    /// Links, emphasis, code, tags, entities and failed markers.
    pub fn markup(&self) -> &Markup {
        const MARKS: Traits = Traits::BRACKET.or(Traits::EMPHASIS).or(Traits::BACKTICK).or(Traits::ANGLE);
        const OTHERS: Traits = Traits::AMPERSAND.or(Traits::SLASH).or(Traits::MARK);
        self.markup.get_or_init(|| self.find_by(MARKS.or(OTHERS), || Markup::of(self.text)))
    }

    /// Links, images and addresses, however they are written.
    pub fn hyperlinks(&self) -> &[Hyperlink] {
        self.hyperlinks.get_or_init(|| hyperlinks::hyperlinks(self.text, self.markup()))
    }

    /// Placeholders outside code and destinations.
    pub fn placeholders(&self) -> &[Span] {
        self.placeholders.get_or_init(|| {
            let mut found = self.find_by(Traits::PLACEHOLDER, || placeholders::placeholders(self.text));
            if !found.is_empty() {
                let masked = prose::masked(self.markup(), &[]);
                found.retain(|&hole| !prose::hits(&masked, hole));
            }
            found
        })
    }

    /// The parts of the text that are no language: code, tags, destinations, placeholders; sorted, without overlaps.
    pub fn masked(&self) -> &[Span] {
        self.masked.get_or_init(|| prose::masked(self.markup(), self.placeholders()))
    }

    /// The parts of the text that are language, in order: what [`masked`](Self::masked) leaves. Emphasis markers and
    /// the brackets of links stand in it.
    pub fn prose(&self) -> &[Span] {
        self.prose.get_or_init(|| prose::outside(self.masked(), self.text.len()))
    }

    /// Whether `span` lies in the prose as a whole.
    pub fn is_prose(&self, span: Span) -> bool {
        !prose::hits(self.masked(), span)
    }

    /// The words of the prose.
    pub fn words(&self) -> &[Span] {
        self.words.get_or_init(|| {
            let mut found = words::words(self.text);
            let masked = self.masked();
            if !masked.is_empty() {
                found.retain(|&word| !prose::hits(masked, word));
            }
            found
        })
    }

    /// The words of the prose, those that elision joins apart where the language has it: what is compared with English.
    fn parted_words(&self) -> &[Span] {
        if !self.locale.language().elides() || !words::may_be_elided(self.text) {
            return self.words();
        }
        self.parted_words.get_or_init(|| words::parted(self.text, self.words()))
    }

    /// The words of the prose in lower case, by index as in [`words`](Self::words).
    pub fn folded(&self) -> &[Cow<'d, str>] {
        self.folded.get_or_init(|| self.words().iter().map(|word| casing::lower(word.of(self.text))).collect())
    }

    /// The indices of the [`words`](Self::words) that begin with a capital.
    pub fn capitals(&self) -> &[usize] {
        self.capitals.get_or_init(|| {
            let words = self.words().iter().enumerate();
            let capitals = words.filter(|(_, word)| casing::begins_with_capital(self.text, **word));
            capitals.map(|(index, _)| index).collect()
        })
    }

    /// The indices of the words that share a byte with `span`.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let words = self.words();
        let first = words.partition_point(|word| word.end <= span.start);
        let last = words.partition_point(|word| word.start < span.end);
        first..last.max(first)
    }

    /// For each of the [`words`](Self::words), whether it is likely part of a name.
    pub fn names(&self) -> &[bool] {
        self.names.get_or_init(|| names::likely(self.text, self.words(), self.sentences()))
    }

    /// The sentences.
    pub fn sentences(&self) -> &[Span] {
        self.sentences.get_or_init(|| {
            let mut found = sentences::sentences(self.text);
            if found.len() > 1 {
                sentences::join(&mut found, self.masked());
            }
            found
        })
    }

    /// The numbers of the prose.
    pub fn numbers(&self) -> &[Span] {
        self.numbers.get_or_init(|| {
            let mut found = self.find_by(Traits::DIGIT.or(Traits::NON_ASCII), || numbers::numbers(self.text));
            found.retain(|&number| self.is_prose(number));
            found
        })
    }

    /// The acronyms of the prose, each without its ending.
    pub fn acronyms(&self) -> &[Span] {
        self.acronyms.get_or_init(|| self.find_by(Traits::CAPITALS, || acronyms::acronyms(self.text, self.words())))
    }

    /// What looks like code in the prose, though nothing marks it.
    pub fn identifiers(&self) -> &[Identifier] {
        self.identifiers.get_or_init(|| self.find_by(Traits::CODE.or(Traits::CAPITALS), || self.find_identifiers()))
    }

    fn find_identifiers(&self) -> Vec<Identifier> {
        // Placeholders are parts of paths: `/firms/{firmId}/hours`.
        if self.placeholders().is_empty() {
            identifiers::identifiers(self.text, self.prose())
        } else {
            let masked = prose::masked(self.markup(), &[]);
            identifiers::identifiers(self.text, &prose::outside(&masked, self.text.len()))
        }
    }

    /// The terms in the prose that are not to be translated: those of the configuration (`do-not-translate`), whatever
    /// their case, and those of the front matter (`no-loc`), as they are written there.
    pub fn kept_terms(&self) -> &[TermMatch] {
        self.kept_terms.get_or_init(|| {
            let mut found = self.kept.find(self.text);
            if let Some(names) = &self.names_of_page {
                let first = self.kept.len();
                found.extend(names.find(self.text).into_iter().map(|it| TermMatch { term: first + it.term, ..it }));
                found.sort_by_key(|it| it.span);
            }
            found.retain(|term| self.is_prose(term.span));
            found
        })
    }

    /// The term `found` as it is configured.
    ///
    /// # Panics
    /// When the match is of another page.
    pub fn kept_term(&self, found: TermMatch) -> &str {
        let configured = self.kept.len();
        match found.term.checked_sub(configured) {
            Some(own) => self.names_of_page.as_ref().expect("a match of this page").term(own),
            None => self.kept.term(found.term),
        }
    }

    /// The words of the prose, to be asked for the inflected forms of a term: whether they stand there, and where.
    pub fn forms(&self) -> &Forms<'d> {
        self.forms.get_or_init(|| Forms::new(self.text, self.prose(), self.locale.language()))
    }

    /// The words of the prose as the evidence knows them: small, parted at apostrophes. None without evidence.
    pub fn known(&self) -> &[Known] {
        let known = |evidence: &Evidence| evidence.read(self.place.side() as usize, self.text, self.words());
        self.known.get_or_init(|| self.evidence.map(known).unwrap_or_default())
    }

    /// Those of the [`known`](Self::known) words that lie in `span`.
    pub fn known_in(&self, span: Span) -> &[Known] {
        let known = self.known();
        let first = known.partition_point(|word| word.span.start < span.start);
        let last = known.partition_point(|word| word.span.end <= span.end);
        &known[first..last.max(first)]
    }

    fn compared(&self) -> kept::Words<'_> {
        kept::Words {
            text: self.text,
            words: self.parted_words(),
            sentences: self.sentences(),
            markup: self.markup(),
            terms: self.kept_terms(),
        }
    }

    /// The address of `span` on this side.
    pub fn at(&self, span: Span) -> Place {
        self.place.with_span(span)
    }

    /// The address of the whole side.
    pub fn whole(&self) -> Place {
        self.at(Span::new(0, self.text.len()))
    }
}

/// What the segments of one document share: where they stand, and what was asked of all of them.
pub struct PageView<'d> {
    document: &'d Document<'d>,
    number: usize,
    /// What its front matter says is not to be translated.
    names: Option<Rc<TermSet>>,
    background: Background<'d>,
    evidence: Option<&'d Evidence>,
    targets: OnceCell<String>,
    usages: RefCell<HashMap<String, Usage>>,
    lowered: OnceCell<Vec<[String; 2]>>,
    own: RefCell<HashMap<(Side, WordId), KeptCount>>,
}

/// What the segments of a page that have a word in their source do with it.
#[derive(Clone, Copy, Debug, Default)]
struct Usage {
    /// How many translate it.
    translated: usize,
    /// How many different ones keep it; two stand for more.
    kept: usize,
}

impl<'d> PageView<'d> {
    /// Looks at `document`, which is number `number` of its docset.
    pub fn new(document: &'d Document<'d>, number: usize, background: Background<'d>) -> Rc<Self> {
        let [source, target] = &document.locales;
        let evidence = background.learned.of(source, target);
        let names = names(document);
        let (targets, lowered, usages, own) =
            (OnceCell::new(), OnceCell::new(), RefCell::default(), RefCell::default());
        Rc::new(Self { document, number, names, background, evidence, targets, usages, lowered, own })
    }

    /// What translations into the language of the page teach.
    pub fn evidence(&self) -> Option<&'d Evidence> {
        self.evidence
    }

    /// How many segments of the page itself hold `word` of `side`; and of a word of the source, how many keep it. The
    /// page may be among what the evidence was learned from, and is no witness for itself.
    pub fn own(&self, side: Side, word: WordId) -> KeptCount {
        let Some(evidence) = self.evidence else { return KeptCount::default() };
        // Few words of a page are asked for.
        *self.own.borrow_mut().entry((side, word)).or_insert_with(|| {
            let text = if side == Side::Source { evidence.source().text(word) } else { evidence.target().text(word) };
            let finder = memmem::Finder::new(text);
            let holds = |within: &String| {
                let mut found = finder.find_iter(within.as_bytes());
                found.any(|at| is_whole(within, at, at + text.len()))
            };
            let mut count = KeptCount::default();
            for pair in self.lowered().iter().filter(|pair| holds(&pair[side as usize])) {
                count.segments += 1;
                count.kept += u32::from(side == Side::Source && holds(&pair[Side::Target as usize]));
            }
            count
        })
    }

    /// The segments that can be compared, each once, in small letters: source, target.
    fn lowered(&self) -> &[[String; 2]] {
        self.lowered.get_or_init(|| {
            let mut seen = HashSet::new();
            let distinct = self.pairs().filter(|pair| seen.insert(*pair));
            distinct.map(|(source, target)| [casing::lowered(source), casing::lowered(target)]).collect()
        })
    }

    /// Whether its file is not UTF-8, so that the characters it lost (U+FFFD) are none of its text.
    pub fn is_damaged(&self) -> bool {
        self.document.parts.problems.iter().any(|problem| problem.kind == ProblemKind::Encoding)
    }

    /// How many segments it has.
    pub fn segments(&self) -> usize {
        self.document.segments().len()
    }

    /// The texts of its segments, in order: most of what looks at a whole page looks closer at few of them.
    pub fn texts(&self) -> impl Iterator<Item = Texts<'d>> + use<'d> {
        let segments = self.document.segments().iter().enumerate();
        segments.map(|(index, segment)| Texts {
            index,
            kind: segment.kind,
            source: segment.original(),
            target: segment.target.as_str(),
        })
    }

    /// The segments that can be compared, source before target.
    pub fn pairs(&self) -> impl Iterator<Item = (&'d str, &'d str)> {
        let trusted = self.document.segments().iter().filter(|segment| segment.is_trusted());
        trusted.map(|segment| (segment.source.as_str(), segment.target.as_str()))
    }

    /// Whether `words`, which hold no line end, stand in any translation that can be compared.
    pub fn holds(&self, words: &str) -> bool {
        memmem::find(self.targets().as_bytes(), words.as_bytes()).is_some()
    }

    /// How often `words`, which hold no line end, stand in the translations that can be compared.
    pub fn count(&self, words: &str) -> usize {
        memmem::find_iter(self.targets().as_bytes(), words.as_bytes()).count()
    }

    /// The translations that can be compared, each with a line end behind it.
    fn targets(&self) -> &str {
        self.targets.get_or_init(|| self.pairs().flat_map(|(_, target)| [target, "\n"]).collect())
    }

    /// How `words`, of ASCII letters in any case, are used.
    fn usage(&self, words: &str) -> Usage {
        if let Some(known) = self.usages.borrow().get(words) {
            return *known;
        }
        let finder = Caseless::new(words);
        let (mut usage, mut keeper) = (Usage::default(), None);
        for pair in self.pairs().filter(|pair| finder.is_in(pair.0)) {
            if !finder.is_in(pair.1) {
                usage.translated += 1;
            } else if keeper.replace(pair) != Some(pair) {
                usage.kept += 1;
                if usage.kept > 1 {
                    break;
                }
            }
        }
        self.usages.borrow_mut().insert(words.to_owned(), usage);
        usage
    }
}

/// The two texts of a segment, without what a [`SegmentView`] finds in them.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'d> {
    /// Index of the segment in its document.
    pub index: usize,
    /// What the segment is.
    pub kind: SegmentKind,
    /// The original; empty where it is not known, or not sure to be the one.
    pub source: &'d str,
    /// The translation.
    pub target: &'d str,
}

impl Texts<'_> {
    /// Whether either side is empty or white space.
    pub fn is_one_sided(&self) -> bool {
        let blank = |text: &str| text.chars().all(char::is_whitespace);
        blank(self.source) || blank(self.target)
    }
}

/// The terms that the front matter of `document`, or of its original, says are not to be translated.
fn names(document: &Document<'_>) -> Option<Rc<TermSet>> {
    let parts = &document.parts;
    let fields = parts.metadata.iter().chain(parts.source_metadata.iter().flatten());
    let mut names =
        fields.filter(|field| field.key == "no-loc").map(|field| field.value.clone().into_owned()).peekable();
    names.peek()?;
    TermSet::exact(names).ok().map(Rc::new)
}

/// A segment as a check sees it.
pub struct SegmentView<'d> {
    segment: &'d Segment<'d>,
    page: Rc<PageView<'d>>,
    source: SideView<'d>,
    target: SideView<'d>,
    one_sided: bool,
    kept: OnceCell<Kept>,
    ties: OnceCell<Ties>,
}

impl<'d> SegmentView<'d> {
    /// Looks at segment `index` of `page`.
    pub fn new(page: &Rc<PageView<'d>>, index: usize) -> Self {
        let PageView { document, number, .. } = **page;
        let segment = &document.parts.segments[index];
        let place =
            |side| Place::Segment { document: number as u32, segment: index as u32, side, span: Span::default() };
        let (source, target) = (segment.original(), segment.target.as_str());
        Self {
            segment,
            page: Rc::clone(page),
            source: SideView::new(source, page, place(Side::Source)),
            target: SideView::new(target, page, place(Side::Target)),
            one_sided: Texts { index, kind: segment.kind, source, target }.is_one_sided(),
            kept: OnceCell::new(),
            ties: OnceCell::new(),
        }
    }

    /// The original; empty where it is not known, or not sure to be the one.
    pub fn source(&self) -> &SideView<'d> {
        &self.source
    }

    /// The translation.
    pub fn target(&self) -> &SideView<'d> {
        &self.target
    }

    /// What the translation left in English: nothing where the source is not English or the translation is. Where there
    /// is no source, whole sentences alone.
    pub fn kept(&self) -> &Kept {
        self.kept.get_or_init(|| {
            let (source, target) = (self.source.locale.language(), self.target.locale.language());
            let speak_two = source.code == "en" && target.code != "en";
            let equal = || {
                self.source.text.trim() == self.target.text.trim()
                    && kept::may_be_english(self.target.text, self.target.parted_words(), target)
            };
            if !speak_two || !(self.may_be_kept() || equal()) {
                return Kept::default();
            }
            if self.is_one_sided() {
                return kept::english(self.target.compared(), target);
            }
            kept::kept(self.source.compared(), self.target.compared(), target)
        })
    }

    fn may_be_kept(&self) -> bool {
        let target = &self.target;
        // What the source writes with a capital as well is a name.
        let named = |word: &str| word.starts_with(char::is_uppercase) && self.source.text.contains(word);
        let is_forgotten = |word: &str| !named(word) && self.is_translated_elsewhere(word);
        // A letter beyond ASCII may be written in several ways.
        let is_of_source =
            |word: &str| self.is_one_sided() || !word.is_ascii() || caseless::holds(self.source.text, word);
        kept::may_be_kept(target.text, target.parted_words(), target.locale.language(), is_of_source, is_forgotten)
    }

    /// Whether the source has `words`, of ASCII letters in any case, and so have two or more other sources of the page,
    /// and no other translation keeps them.
    pub fn is_translated_elsewhere(&self, words: &str) -> bool {
        let usage = self.page.usage(words);
        usage.translated > 1 && usage.kept < 2 && Caseless::new(words).is_in(self.source.text)
    }

    /// What translations into the language teach; `None` where nothing was learned.
    pub fn evidence(&self) -> Option<&'d Evidence> {
        self.page.evidence
    }

    /// Which [known](SideView::known) words of the source account for which of the target, as translations teach;
    /// `None` where nothing was learned.
    pub fn ties(&self) -> Option<&Ties> {
        let evidence = self.page.evidence?;
        Some(self.ties.get_or_init(|| {
            let (source, target) = (&self.source, &self.target);
            Ties::of(evidence, (source.text, source.known()), (target.text, target.known()))
        }))
    }

    /// The words that the translation has as they stand in the source, though translations hardly ever keep them; not
    /// those of a label, a title or a gloss that is kept as a whole. None without evidence.
    pub fn left(&self) -> Vec<Left> {
        let Some(evidence) = self.page.evidence else { return Vec::new() };
        let (source, target) = (&self.source, &self.target);
        let own = |word| self.page.own(Side::Source, word);
        let mut found = evidence::left(evidence, (source.text, source.known()), (target.text, target.known()), own);
        found.retain(|left| {
            let is_set_apart = || kept::is_set_apart(self.source.compared(), self.target.compared(), left.target);
            let is_term = source.kept_terms().iter().any(|term| term.span.overlaps(left.source));
            !is_term && (left.whole || !is_set_apart())
        });
        found
    }

    /// What a person would cite.
    pub fn key(&self) -> Cow<'d, str> {
        self.segment.key.text()
    }

    /// What the segment is.
    pub fn kind(&self) -> SegmentKind {
        self.segment.kind
    }

    /// What the segments of its document share.
    pub fn page(&self) -> &PageView<'d> {
        &self.page
    }

    /// Whether the two sides are sure enough to be a translation of each other to be compared. If not, the source is
    /// empty here.
    pub fn is_trusted(&self) -> bool {
        self.segment.is_trusted()
    }

    /// Whether either side is empty or white space. Only checks that are declared `one_sided` see such segments.
    pub fn is_one_sided(&self) -> bool {
        self.one_sided
    }

    /// Which kinds of byte occur on either side.
    pub fn traits(&self) -> Traits {
        self.source.traits() | self.target.traits()
    }
}

/// A document as a check sees it.
pub struct DocumentView<'d> {
    sources: &'d Sources,
    document: &'d Document<'d>,
    number: usize,
    background: Background<'d>,
}

impl<'d> DocumentView<'d> {
    /// Looks at `document`, which is number `number` of its docset.
    pub fn new(sources: &'d Sources, document: &'d Document<'d>, number: usize, background: Background<'d>) -> Self {
        Self { sources, document, number, background }
    }

    /// Its number in the docset.
    pub fn number(&self) -> u32 {
        self.number as u32
    }

    /// The path of the target's file, as it is shown.
    pub fn path(&self) -> &'d str {
        &self.sources.file(self.document.files[Side::Target as usize]).path
    }

    /// The locale of the original.
    pub fn source_locale(&self) -> &'d Locale {
        &self.document.locales[Side::Source as usize]
    }

    /// The locale of the translation.
    pub fn target_locale(&self) -> &'d Locale {
        &self.document.locales[Side::Target as usize]
    }

    /// How its source was found.
    pub fn pairing(&self) -> Pairing {
        self.document.pairing
    }

    /// Where the translations stand in the target's file whose originals are sure, with these.
    pub fn originals(&self) -> impl Iterator<Item = (FileSpan, &'d str)> {
        let trusted = self.document.segments().iter().filter(|segment| segment.is_trusted());
        trusted.map(|segment| (segment.target.file_span(), segment.source.as_str()))
    }

    /// What its segments share.
    pub fn page(&self) -> Rc<PageView<'d>> {
        PageView::new(self.document, self.number, self.background)
    }

    /// Its segments.
    pub fn segments(&self) -> impl Iterator<Item = SegmentView<'d>> {
        let page = self.page();
        (0..self.document.segments().len()).map(move |index| SegmentView::new(&page, index))
    }

    /// What translations into the language of the page teach.
    pub fn evidence(&self) -> Option<&'d Evidence> {
        let [source, target] = &self.document.locales;
        self.background.learned.of(source, target)
    }

    /// The same, where it was given and not learned from what the run looks at: it knows of other pages. The page may be
    /// among those that it was learned from.
    pub fn given_evidence(&self) -> Option<&'d Evidence> {
        let [source, target] = &self.document.locales;
        self.background.learned.given(source, target)
    }

    /// The title: the first heading of the first level, else what the front matter says.
    pub fn title(&self) -> Option<&'d str> {
        let heading = self.structure().headings.iter().find(|heading| heading.level == 1).map(|heading| &*heading.text);
        heading.or_else(|| self.metadata().iter().find(|field| field.key == "title").map(|field| &*field.value))
    }

    /// Links, headings and anchors of the page.
    pub fn structure(&self) -> &'d Structure<'d> {
        &self.document.parts.structure
    }

    /// The front matter.
    pub fn metadata(&self) -> &'d [Field<'d>] {
        &self.document.parts.metadata
    }

    /// The front matter of the English page; `None` when there is none, or when it is the same file.
    pub fn source_metadata(&self) -> Option<&'d [Field<'d>]> {
        self.document.parts.source_metadata.as_deref()
    }

    /// The text of the file of either side.
    pub fn text(&self, side: Side) -> &'d str {
        &self.sources.file(self.document.files[side as usize]).text
    }

    /// The version of its original.
    pub fn version(&self) -> &'d Version {
        &self.document.version
    }

    /// What stands on one side only.
    pub fn drift(&self) -> &'d [Drift] {
        &self.document.drift
    }

    /// The segments whose original a change took with it and whose translation it left, with the original before.
    pub fn stale(&self) -> impl Iterator<Item = (SegmentView<'d>, &'d str)> {
        let page = self.page();
        let stale = self.document.change.iter().flat_map(|change| &change.stale);
        stale.map(move |it| (SegmentView::new(&page, it.segment as usize), it.before.as_str()))
    }

    /// What could not be read.
    pub fn problems(&self) -> &'d [Problem] {
        &self.document.parts.problems
    }

    /// The address of `span` in the source's file.
    pub fn at_source(&self, span: FileSpan) -> Place {
        Place::File { document: self.number as u32, side: Side::Source, span }
    }

    /// The address of `span` in the target's file.
    pub fn at(&self, span: FileSpan) -> Place {
        Place::File { document: self.number as u32, side: Side::Target, span }
    }
}

/// All documents as a check sees them.
pub struct DocsetView<'d> {
    sources: &'d Sources,
    docset: &'d Docset<'d>,
    background: Background<'d>,
}

impl<'d> DocsetView<'d> {
    /// Looks at `docset`.
    pub fn new(sources: &'d Sources, docset: &'d Docset<'d>, background: Background<'d>) -> Self {
        Self { sources, docset, background }
    }

    /// Its pages and files of translations, originals too.
    pub fn documents(&self) -> impl Iterator<Item = DocumentView<'d>> {
        let (sources, background) = (self.sources, self.background);
        let documents = self.docset.documents.iter().enumerate().filter(|(_, it)| it.role != Role::Settings);
        documents.map(move |(number, it)| DocumentView::new(sources, it, number, background))
    }

    /// Document `number`.
    ///
    /// # Panics
    /// When the docset has no such document.
    pub fn document(&self, number: u32) -> DocumentView<'d> {
        DocumentView::new(self.sources, &self.docset.documents[number as usize], number as usize, self.background)
    }

    /// The documents that are translations, in order.
    pub fn translations(&self) -> impl Iterator<Item = DocumentView<'d>> {
        let map = self.map();
        self.documents().filter(|page| map.is_translation(page.number()))
    }

    /// Where links lead.
    pub fn map(&self) -> &'d PageMap {
        self.docset.map.get_or_init(|| PageMap::new(self.sources, self.docset))
    }

    /// The links of document `number` that lead to a local path, in order, and where.
    ///
    /// # Panics
    /// When the docset has no such document.
    pub fn links(&self, number: u32) -> impl Iterator<Item = (&'d PageLink<'d>, &'d Target)> {
        let links = &self.docset.documents[number as usize].parts.structure.links;
        let map = self.map();
        let follow = || links.iter().map(|link| map.follow(number, link.destination)).collect();
        let targets = map.targets[number as usize].get_or_init(follow);
        links.iter().zip(targets).filter_map(|(link, target)| Some((link, target.as_ref()?)))
    }

    /// Where the same source stands.
    pub fn repeats(&self) -> &'d Repeats {
        self.docset.repeats.get_or_init(|| Repeats::of(self.docset))
    }

    /// The segment of `repeat`.
    ///
    /// # Panics
    /// When it is of another docset.
    pub fn segment(&self, repeat: Repeat) -> &'d Segment<'d> {
        &self.docset.documents[repeat.document as usize].segments()[repeat.segment as usize]
    }

    /// The segment of `repeat`, with its facts.
    ///
    /// # Panics
    /// When it is of another docset.
    pub fn view(&self, repeat: Repeat) -> SegmentView<'d> {
        let number = repeat.document as usize;
        let page = PageView::new(&self.docset.documents[number], number, self.background);
        SegmentView::new(&page, repeat.segment as usize)
    }

    /// The anchors of document `number`.
    ///
    /// # Panics
    /// When the docset has no such document.
    pub fn anchors(&self, number: u32) -> &'d Anchors {
        let document = &self.docset.documents[number as usize];
        self.map().anchors[number as usize].get_or_init(|| Anchors::of(document, self.docset.slugs))
    }
}
