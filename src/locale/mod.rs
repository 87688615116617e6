//! What a language expects, as data: script, direction, separators, quotes, spaces, capitals, function words,
//! abbreviations.
//!
//! Data only: nothing here looks at a text. A [`Locale`] is a tag such as `pt-BR` with the [`Language`] that
//! describes it; an unknown language gets [`UNKNOWN`], which expects nothing, so checks stay silent there.

mod abbreviations;
mod codes;
mod compounding;
pub mod english;
mod fractions;
mod hours;
mod labels;
mod language;
mod morphology;
mod number_words;
mod ordinals;
mod scales;
mod table;
mod word_list;

pub use abbreviations::leads_on;
pub use compounding::Compounding;
pub use fractions::is_fraction_spelled_out;
pub use hours::is_beside_hour_mark;
pub use labels::{Row, is_english, is_form};
pub use language::{Direction, Inflection, Language, Script};
pub use morphology::Morphology;
pub use number_words::{has_number_words, is_spelled_out};
pub use ordinals::{is_ordinal_ending, is_ordinal_ending_in};
pub use scales::{is_spelled_with_scale, scale};
pub use table::{LANGUAGES, UNKNOWN};
pub use word_list::WordList;

use std::fmt;

/// A locale: a BCP 47 tag and what its language expects.
///
/// ```
/// use bilint::locale::Locale;
/// let locale = Locale::parse("zh_hans-cn").unwrap();
/// assert_eq!(locale.tag(), "zh-Hans-CN");
/// assert_eq!(locale.language().code, "zh");
/// assert!(Locale::parse("readme").is_none());
/// ```
#[derive(Clone)]
pub struct Locale {
    tag: Box<str>,
    language: &'static Language,
}

impl Locale {
    /// Reads a tag: a language of two or three letters, then script, region and variants, split by `-` or `_`.
    /// Case does not matter and is normalised. `None` when the text is not a tag.
    pub fn parse(text: &str) -> Option<Self> {
        let is_letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        let mut parts = text.split(['-', '_']);
        // Most of what is asked is the name of some folder.
        let language = parts.next().filter(|part| matches!(part.len(), 2 | 3) && is_letters(part))?;
        let mut tag = language.to_ascii_lowercase();
        for part in parts {
            let start = tag.len() + 1;
            tag.extend(["-", part]);
            let part = &mut tag[start..];
            part.make_ascii_lowercase();
            match part.len() {
                4 if is_letters(part) => part[..1].make_ascii_uppercase(),
                2 if is_letters(part) => part.make_ascii_uppercase(),
                3 if part.bytes().all(|b| b.is_ascii_digit()) => {}
                5..=8 if part.bytes().all(|b| b.is_ascii_alphanumeric()) => {}
                _ => return None,
            }
        }
        let code = tag.split('-').next().unwrap_or_default();
        let language = LANGUAGES.iter().copied().find(|language| language.code == code);
        Some(Self { language: language.unwrap_or(&UNKNOWN), tag: tag.into() })
    }

    /// Reads a tag as [`parse`](Self::parse) does, but only one that could hardly be anything else: a known language,
    /// alone or with a region or one of the common scripts. What folder names are asked with: `it-support` is none.
    pub fn parse_strict(text: &str) -> Option<Self> {
        const SCRIPTS: [&str; 5] = ["Hans", "Hant", "Latn", "Cyrl", "Arab"];
        let locale = Self::parse(text)?;
        let plain = |part: &str| part.len() == 2 || SCRIPTS.contains(&part) || part.bytes().all(|b| b.is_ascii_digit());
        let strict = locale.language.code != UNKNOWN.code && locale.tag.split('-').skip(1).all(plain);
        strict.then_some(locale)
    }

    /// The locales that `path` names, the innermost first: a tag in the name of the file (`page.pt-BR.md`), then
    /// folders (`nl-nl/page.md`, `docs/de/page.md`).
    pub fn in_path(path: &str) -> impl Iterator<Item = Self> {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let tag = stem.rsplit_once('.').map(|(_, tag)| tag);
        tag.into_iter().chain(folders.rsplit('/')).filter_map(Self::parse_strict)
    }

    /// Reads a tag that somebody wrote as one, in the cell of a glossary: beside what is no tag at all, codes that no
    /// language has are refused, and those of three letters where there is one of two.
    ///
    /// ```
    /// use bilint::locale::Locale;
    /// assert_eq!(Locale::parse_written("de_at").unwrap().tag(), "de-AT");
    /// assert_eq!(Locale::parse_written("deu-AT").unwrap_err(), "`deu-AT` is no locale; did you mean `de-AT`?");
    /// assert_eq!(Locale::parse_written("xx-YY").unwrap_err(), "`xx-YY` is no locale");
    /// ```
    ///
    /// # Errors
    /// In words, with the near miss.
    pub fn parse_written(text: &str) -> Result<Self, String> {
        let (language, rest) = text.split_at(text.find(['-', '_']).unwrap_or(text.len()));
        let known = Self::parse(text).filter(|_| codes::is_language(&language.to_ascii_lowercase()));
        known.ok_or_else(|| {
            let near = codes::near(language).map(|code| format!("; did you mean `{code}{rest}`?"));
            format!("`{text}` is no locale{}", near.unwrap_or_default())
        })
    }

    /// Whether no text can be in this locale and in `other`: the languages, the scripts or the regions differ, where
    /// both name one. `zh-TW` is written in `Hant`; `no` may be `nb` or `nn`.
    ///
    /// ```
    /// use bilint::locale::Locale;
    /// let contradict = |one, other| Locale::parse(one).unwrap().contradicts(&Locale::parse(other).unwrap());
    /// assert!(contradict("pt-BR", "pt-PT") && contradict("zh-CN", "zh-Hant") && contradict("nl", "de-DE"));
    /// assert!(contradict("nn-NO", "nb") && contradict("es-419", "es-ES") && !contradict("es-419", "es-MX"));
    /// assert!(!contradict("pt", "pt-BR") && !contradict("zh-TW", "zh-Hant") && !contradict("no", "nb-NO"));
    /// ```
    pub fn contradicts(&self, other: &Self) -> bool {
        Subtags::of(&self.tag).contradict(Subtags::of(&other.tag), &[CHINESE])
    }

    /// Whether a translation into this locale takes what is said for `tag`, spelt in any case: they do not
    /// [contradict](Self::contradicts) each other, and are likely of one script. `sr-RS` takes nothing of `sr-Latn`.
    pub fn takes(&self, tag: &str) -> bool {
        // Most that is said is said for the very locale.
        self.tag.eq_ignore_ascii_case(tag) || !Subtags::of(&self.tag).contradict(Subtags::of(tag), &[CHINESE, SERBIAN])
    }

    /// English, the source language unless something else is said.
    ///
    /// # Panics
    /// Never: `en` is a tag.
    pub fn english() -> Self {
        Self::parse("en").expect("`en` is a tag")
    }

    /// No language in particular.
    pub fn unknown() -> Self {
        Self { tag: "und".into(), language: &UNKNOWN }
    }

    /// The tag in BCP 47 spelling, such as `pl-PL`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What the language expects.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// Whether a text in this locale would be a translation of one in `other`: the languages differ, or both tags name
    /// a region or script, and not the same. `en` alone is English of the United States.
    ///
    /// ```
    /// # use bilint::locale::Locale;
    /// let differs = |one, other| Locale::parse(one).unwrap().differs_from(&Locale::parse(other).unwrap());
    /// assert!(differs("de", "en") && differs("en-GB", "en") && differs("zh-Hant", "zh-Hans"));
    /// assert!(!differs("en-US", "en") && !differs("de", "de-DE"));
    /// ```
    pub fn differs_from(&self, other: &Self) -> bool {
        let ((language, rest), (other_language, other_rest)) = (self.parts(), other.parts());
        language != other_language || rest.zip(other_rest).is_some_and(|(one, other)| one != other)
    }

    /// The language, and what stands behind it.
    fn parts(&self) -> (&str, Option<&str>) {
        match &*self.tag {
            "en" => ("en", Some("US")),
            tag => tag.split_once('-').map_or((tag, None), |(language, rest)| (language, Some(rest))),
        }
    }

    /// The region subtag (`CA` in `fr-CA`), if there is one.
    pub fn region(&self) -> Option<&str> {
        self.tag.split('-').skip(1).find(|part| part.len() == 2)
    }
}

/// The parts of a tag that tell one text from another.
#[derive(Clone, Copy)]
struct Subtags<'t> {
    language: &'t str,
    script: Option<&'t str>,
    region: Option<&'t str>,
}

impl<'t> Subtags<'t> {
    fn of(tag: &'t str) -> Self {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let is_region = |part: &&str| part.len() == 2 || *part == LATIN_AMERICA;
        let region = parts.clone().find(is_region);
        Self { language, script: parts.find(|part| part.len() == 4), region }
    }

    /// Whether they do, with scripts implied as the rows of `scripts` say.
    fn contradict(self, other: Self, scripts: &[&[ScriptRow]]) -> bool {
        let differ = |one: Option<&str>, other: Option<&str>, is_within: fn(&str, &str) -> bool| {
            let both = one.zip(other);
            both.is_some_and(|(one, other)| {
                !one.eq_ignore_ascii_case(other) && !is_within(one, other) && !is_within(other, one)
            })
        };
        are_two_languages(self.language, other.language)
            || differ(self.script(scripts), other.script(scripts), |_, _| false)
            || differ(self.region, other.region, |wide, narrow| wide == LATIN_AMERICA && has(LATIN_AMERICAN, narrow))
    }

    /// The script (`Hant`), else the one that the region implies.
    fn script(self, rows: &[&[ScriptRow]]) -> Option<&'t str> {
        let implied = |region| {
            let mut rows = rows.iter().copied().flatten().filter(|row| row.0.eq_ignore_ascii_case(self.language));
            rows.find(|row| has(row.2, region)).map(|row| row.1)
        };
        self.script.or_else(|| self.region.and_then(implied))
    }
}

/// Whether `code`, in any case, is one of `codes`.
fn has(codes: &[&str], code: &str) -> bool {
    codes.iter().any(|known| known.eq_ignore_ascii_case(code))
}

/// A language that is written in several scripts, one of them, and the regions where it is likely (likely subtags of CLDR).
type ScriptRow = (&'static str, &'static str, &'static [&'static str]);
const CHINESE: &[ScriptRow] = &[("zh", "Hant", &["TW", "HK", "MO"]), ("zh", "Hans", &["CN", "SG", "MY"])];
/// Where one is likely, the other is met.
const SERBIAN: &[ScriptRow] = &[("sr", "Cyrl", &["RS", "BA", "XK"]), ("sr", "Latn", &["ME", "RO", "TR"])];

/// Latin America, as a region, and the regions in it whose locales have it for a parent (CLDR).
const LATIN_AMERICA: &str = "419";
const LATIN_AMERICAN: &[&str] = &[
    "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV",
    "US", "UY", "VE",
];

/// Codes of one language: those that were withdrawn, and the one in use (ISO 639).
const RENAMED: &[(&str, &str)] = &[("iw", "he"), ("in", "id"), ("tl", "fil"), ("mo", "ro"), ("cmn", "zh")];
/// Codes that stand for several, and those (macrolanguages of ISO 639-3).
const WIDER: &[(&str, &str)] = &[("no", "nb"), ("no", "nn")];

/// Whether no text can be in both of the languages with these codes.
fn are_two_languages(one: &str, other: &str) -> bool {
    fn current(code: &str) -> &str {
        RENAMED.iter().find(|row| row.0.eq_ignore_ascii_case(code)).map_or(code, |row| row.1)
    }
    let (one, other) = (current(one), current(other));
    let is = |code: &str, known: &str| code.eq_ignore_ascii_case(known);
    let is_wider = |wide: &str, narrow: &str| WIDER.iter().any(|row| is(wide, row.0) && is(narrow, row.1));
    !is(one, other) && !is_wider(one, other) && !is_wider(other, one)
}

impl fmt::Debug for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Locale({})", self.tag)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.tag)
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Locale {}
