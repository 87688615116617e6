//! The shape of what is known of a language.

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
    /// The mark between acronym and ending: `:` in `ISV:er`, `'` in `ISV'ler`.
    pub mark: char,
    /// The endings that follow it, in lower case.
    pub endings: &'static [&'static str],
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
    /// Words that join after a suspended hyphen: `en` in `in- en uitvoer`.
    pub suspended_joiners: &'static [&'static str],
    /// Common words of the language, lower case, sorted: articles, prepositions, pronouns, conjunctions, auxiliaries.
    pub function_words: &'static [&'static str],
    /// Words that cannot end a phrase, lower case: articles, conjunctions, and prepositions that are no particles of
    /// verbs.
    pub dangling_words: &'static [&'static str],
    /// Words that may stand twice in a row, lower case.
    pub doubled_words: &'static [&'static str],
}

impl Language {
    /// Whether `word` (lower case) is one of the common words of the language.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.function_words.binary_search(&word).is_ok()
    }

    /// Whether nouns take endings in the place of prepositions, so that one may stand behind markup (`**Mentés**re`).
    pub fn is_agglutinative(&self) -> bool {
        matches!(self.code, "hu" | "fi" | "et" | "tr" | "az" | "ko")
    }

    /// Whether prepositions and articles are written together with the word behind them.
    pub fn has_glued_prefixes(&self) -> bool {
        matches!(self.script, Script::Arabic | Script::Hebrew)
    }

    /// Whether words are set apart by spaces.
    pub fn has_word_spaces(&self) -> bool {
        !matches!(self.script, Script::Han | Script::SoutheastAsian)
    }

    /// Whether letters come as capitals and small letters.
    pub fn has_case(&self) -> bool {
        matches!(self.script, Script::Latin | Script::Cyrillic | Script::Greek)
    }
}
