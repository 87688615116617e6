//! The shape of what is known of a language.

use super::WordList;

/// The script a language is written in, as far as typography differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Arabic letters.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Devanagari and other Brahmic scripts written with spaces.
    Indic,
    /// Han characters, with kana in Japanese: no spaces between words, full-width punctuation.
    Han,
    /// Hangul: spaces between words, ASCII punctuation.
    Hangul,
    /// Thai, Lao, Khmer and Burmese: no spaces between words.
    SoutheastAsian,
    /// Unknown.
    Other,
}

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// How an acronym takes an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inflection {
    /// The mark between acronym and ending: `:` in `ISV:er`, `'` in `ISV'ler`, `-` in `API-u`.
    pub mark: char,
    /// The endings that follow it, in lower case.
    pub endings: &'static [&'static str],
    /// Whether endings are put one behind the other: `ler` and `in` and `den` in `ISV'lerinden`.
    pub stacked: bool,
    /// Whether every name takes the mark (Turkish), not only an acronym.
    pub names: bool,
    /// Words that begin with mark and ending and are no ending: `'s` in Dutch `'s avonds`.
    pub before: &'static [&'static str],
}

impl Inflection {
    /// Whether `ending`, in lower case, may stand behind the mark.
    ///
    /// ```
    /// # use bilint::locale::Locale;
    /// let inflection = Locale::parse("tr").unwrap().language().inflection.unwrap();
    /// assert!(inflection.takes("lerinden") && !inflection.takes("yardım"));
    /// ```
    pub fn takes(&self, ending: &str) -> bool {
        self.splits(ending, if self.stacked { 4 } else { 1 })
    }

    /// Whether `ending` is made of one to `most` endings.
    fn splits(&self, ending: &str, most: usize) -> bool {
        most > 0
            && self.endings.iter().any(|&first| {
                ending.strip_prefix(first).is_some_and(|rest| rest.is_empty() || self.splits(rest, most - 1))
            })
    }
}

/// What a language expects of a text. Every list is sorted by nothing in particular and short enough to scan,
/// except the word lists, which are sorted for binary search.
#[derive(Debug)]
pub struct Language {
    /// ISO 639 code, lower case.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// Script.
    pub script: Script,
    /// Direction of lines.
    pub direction: Direction,
    /// Decimal separator (CLDR 46, `numbers/symbols/decimal`).
    pub decimal: char,
    /// Group separators that occur in careful text: CLDR's own first, then what is used beside it.
    pub groups: &'static [char],
    /// Punctuation that takes a no-break space before it (French; the Imprimerie nationale's *Lexique*).
    pub spaced_punctuation: &'static str,
    /// Pairs of quotation marks, outer before inner (CLDR 46, `delimiters`), and those in common use.
    pub quotes: &'static [(char, char)],
    /// Whether common nouns take a capital (German, Luxembourgish).
    pub capital_nouns: bool,
    /// Whether dotted and dotless i are two letters (Turkish, Azerbaijani).
    pub dotted_i: bool,
    /// How acronyms are inflected, where a mark stands between them and the ending.
    pub inflection: Option<Inflection>,
    /// Words that read like an acronym in small letters: acronyms that the language writes small (`pdf`, `sms`), and
    /// words that happen to be spelt like one (Italian `pan`, Dutch `rest`).
    pub small_acronyms: &'static [&'static str],
    /// Whether acronyms that are spoken as a word may be written like a name: `Unesco`.
    pub title_acronyms: bool,
    /// Words that join after a suspended hyphen: `en` in `in- en uitvoer`.
    pub suspended_joiners: &'static [&'static str],
    /// Common words of the language, lower case, sorted: articles, prepositions, pronouns, conjunctions, auxiliaries.
    pub function_words: WordList,
    /// Words that cannot end a phrase, lower case: articles, conjunctions, and prepositions that are no particles of
    /// verbs.
    pub dangling_words: &'static [&'static str],
    /// Those of the [dangling words](Self::dangling_words) that may begin a phrase of their own: articles and
    /// possessives.
    pub articles: &'static [&'static str],
    /// Words that may stand twice in a row, lower case: pronouns beside a like conjunction or article (`die die`),
    /// verbs that end one clause and begin the next, particles before a like preposition, set reduplications.
    pub doubled_words: &'static [&'static str],
    /// Words that cannot stand twice in a row, lower case, where many others can (adverbs, numerals and more are doubled
    /// for emphasis or one by one); empty where any word may be told but the [doubled ones](Self::doubled_words).
    pub undoubled_words: &'static [&'static str],
    /// Pronouns that a polite text may write with a capital, lower case.
    pub polite_words: &'static [&'static str],
    /// Small words that tie what follows to what stands before (conjunctions, genitive prepositions and articles,
    /// postpositions), lower case: none begins the name of a button, a tab or a page.
    pub linking_words: &'static [&'static str],
    /// Particles that are written together with the word before them and spell no other word (Korean orthography,
    /// article 41).
    pub particles: &'static [&'static str],
}

/// What every language writes small, or may: file types, which are extensions; times of day; units; shortenings that
/// have become words.
const SMALL_EVERYWHERE: &[&str] = &[
    "ac", "am", "app", "cc", "cm", "covid", "css", "csv", "dc", "dna", "eps", "etc", "exe", "gb", "gif", "gz", "ha",
    "html", "hz", "id", "jpeg", "jpg", "js", "json", "kb", "kbps", "kg", "khz", "km", "kw", "kwh", "laser", "mb",
    "mbps", "md", "mhz", "min", "ml", "mm", "ms", "nm", "ok", "pc", "pdf", "pin", "pm", "png", "po", "radar", "rss",
    "sec", "sim", "sms", "svg", "tar", "tb", "tbd", "tsv", "tv", "txt", "url", "vip", "vs", "wifi", "www", "xml",
    "yaml", "zip",
];

impl Language {
    /// Whether `word` (lower case) is one of the common words of the language.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.function_words.has(word)
    }

    /// Whether nouns take endings in the place of prepositions, so that one may stand behind markup (`**Mentés**re`).
    pub fn is_agglutinative(&self) -> bool {
        matches!(self.code, "hu" | "fi" | "et" | "tr" | "az" | "ko")
    }

    /// Whether names are declined with endings of one vowel, which may stand behind markup (`[GitHub](…)u`).
    pub fn declines_with_vowels(&self) -> bool {
        matches!(self.code, "cs" | "sk" | "pl" | "sl" | "hr" | "sr" | "ru" | "uk")
    }

    /// Whether words take endings: in Vietnamese, any letters are a word.
    pub fn has_endings(&self) -> bool {
        self.code != "vi"
    }

    /// Whether an article or a preposition may lose its vowel before another, and be joined with an apostrophe (`l'eau`,
    /// `dell'acqua`).
    pub fn elides(&self) -> bool {
        matches!(self.code, "fr" | "it" | "ca")
    }

    /// Whether prepositions and articles are written together with the word behind them.
    pub fn has_glued_prefixes(&self) -> bool {
        matches!(self.script, Script::Arabic | Script::Hebrew)
    }

    /// Whether an acronym may be written as `word`, in small letters, or is a word of the language by chance.
    pub fn has_small_acronym(&self, word: &str) -> bool {
        SMALL_EVERYWHERE.contains(&word) || self.small_acronyms.contains(&word) || self.is_function_word(word)
    }

    /// `text` in small letters, by the language's own alphabet: `I` is `ı` in Turkish.
    pub fn lower(&self, text: &str) -> String {
        if self.dotted_i { text.replace('I', "ı").replace('İ', "i").to_lowercase() } else { text.to_lowercase() }
    }

    /// Whether words are set apart by spaces.
    pub fn has_word_spaces(&self) -> bool {
        !matches!(self.script, Script::Han | Script::SoutheastAsian)
    }

    /// Whether dates are often given in another calendar than the Gregorian: Buddhist, Persian, Islamic.
    pub fn counts_years_otherwise(&self) -> bool {
        matches!(self.code, "ar" | "fa" | "prs" | "ps" | "th" | "ur")
    }

    /// Whether letters come as capitals and small letters.
    pub fn has_case(&self) -> bool {
        matches!(self.script, Script::Latin | Script::Cyrillic | Script::Greek)
    }
}
