//! How the words of a language change: what is put behind them, before them and into them.
//!
//! Short forms of the grammars, as far as letters tell: the closed classes of endings, the sounds that give way before
//! them, the vowels that come and go, the first parts that a verb leaves behind. No lists of words. All is written as
//! the language writes it; who compares folds both sides in the same way.

use super::Language;
use super::compounding;

/// What inflection does to the words of a language.
#[derive(Debug)]
pub struct Morphology {
    /// Whether words are joined to new ones.
    pub compounds: bool,
    /// Whether ending is put behind ending.
    pub stacks: bool,
    /// Endings, lower case, beside none at all: what may stand behind a stem of two or three letters, of which little
    /// else is certain. Where they are [stacked](Self::stacks), the first of them. None where nobody listed them.
    pub endings: &'static [&'static str],
    /// What the end of a dictionary form becomes before an ending: `k` and `ğ` of `renk`, `rengi`. Either the very end
    /// or what stands before the last vowel.
    pub changes: &'static [(&'static str, &'static str)],
    /// What the end of a verb in the dictionary becomes before any ending: `ować` and `uj` of `zalogować`, `zaloguj`.
    pub verbs: &'static [(&'static str, &'static str)],
    /// Vowels that stand before the last consonant in some forms only: `e` of `okno`, `oken`.
    pub fleeting: &'static str,
    /// What is written together with the word behind it and leaves it the word that it is: prepositions, articles,
    /// negation, `co-`, `ge-` of participles.
    pub prefixes: &'static [&'static str],
    /// First parts of verbs that stand behind the verb in some sentences.
    pub separable: &'static [&'static str],
    /// What stands between such a part and its verb: `zu` of `anzumelden`, `ge` of `angemeldet`.
    pub infixes: &'static [&'static str],
    /// What the dictionary form of a verb ends with.
    pub infinitive: &'static str,
    /// The fewest letters that may stand before a word within another one: those of a word that is joined to it.
    pub least_before: usize,
    /// The fewest letters of a word that endings are looked for behind.
    pub least_stem: usize,
}

impl Morphology {
    /// The most letters that an ending may have.
    pub fn longest_ending(&self) -> usize {
        if self.stacks { 14 } else { 5 }
    }

    /// Whether a stem may lose or change a sound, so that of a short word the first two letters tell nothing.
    pub fn changes_stems(&self) -> bool {
        !self.changes.is_empty() || !self.fleeting.is_empty()
    }
}

/// The defaults of a row.
const PLAIN: Morphology = Morphology {
    compounds: false,
    stacks: false,
    endings: &[],
    changes: &[],
    verbs: &[],
    fleeting: "",
    prefixes: &[],
    separable: &[],
    infixes: &[],
    infinitive: "",
    least_before: 3,
    least_stem: 3,
};
/// Of which nobody knows what stands before a word.
const UNKNOWN: Morphology = Morphology { least_before: 0, ..PLAIN };
const COMPOUNDING: Morphology = Morphology { compounds: true, ..PLAIN };

const GERMAN: Morphology = Morphology {
    endings: compounding::GERMAN.endings,
    separable: &[
        "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "fort", "frei", "her", "heraus", "herunter", "hervor",
        "hin", "hinein", "hinzu", "hoch", "los", "mit", "nach", "nieder", "statt", "teil", "über", "um", "unter",
        "vor", "voran", "voraus", "weg", "weiter", "wieder", "zu", "zurück", "zusammen",
    ],
    prefixes: &["ge"],
    infixes: &["zu", "ge"],
    infinitive: "n",
    ..COMPOUNDING
};
const DUTCH: Morphology = Morphology {
    separable: &[
        "aan", "achter", "af", "bij", "binnen", "buiten", "dicht", "door", "in", "los", "mee", "na", "neer", "om",
        "onder", "op", "open", "over", "plaats", "samen", "tegen", "terug", "toe", "uit", "vast", "vol", "voor",
        "voort", "vrij", "weer", "weg",
    ],
    prefixes: &["ge"],
    infixes: &["ge"],
    infinitive: "n",
    endings: compounding::DUTCH.endings,
    changes: &[("ad", "ed"), ("id", "ed"), ("ip", "ep")],
    ..COMPOUNDING
};
// `nyskapad`, `rådata`, `påbörja`: two letters are a word. `Nyckel` loses an `e` in `nycklar`.
const SCANDINAVIAN: Morphology =
    Morphology { endings: compounding::SCANDINAVIAN.endings, fleeting: "e", least_before: 2, ..COMPOUNDING };
// A k that is doubled is written `ck`; nouns in `-an` have a plural in `-ningar`.
const SWEDISH: Morphology = Morphology { changes: &[("k", "ck"), ("an", "ning")], ..SCANDINAVIAN };
// Gradation: of the doubled consonants, one is left, which folding hides.
const FINNISH: Morphology = Morphology {
    stacks: true,
    endings: &[
        "n", "t", "na", "nä", "ta", "tä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "han",
        "hän", "hin", "iden", "ihin", "ina", "inä", "issa", "issä", "ista", "istä", "ita", "itä", "illa", "illä",
        "ilta", "iltä", "ille", "iksi", "ni", "mme", "nne",
    ],
    changes: &[("k", "v"), ("k", "j"), ("ik", "j"), ("k", ""), ("p", "v"), ("t", "d")],
    least_before: 2,
    least_stem: 2,
    ..COMPOUNDING
};
const ESTONIAN: Morphology = Morphology { stacks: true, least_before: 2, ..COMPOUNDING };
const HUNGARIAN: Morphology = Morphology {
    stacks: true,
    separable: &[
        "abba", "alá", "át", "be", "bele", "el", "elő", "fel", "félre", "föl", "haza", "hozzá", "ide", "ki", "körül",
        "le", "meg", "oda", "össze", "rá", "szét", "tovább", "túl", "újra", "vissza",
    ],
    ..COMPOUNDING
};
// What is voiceless at the end of a noun is voiced before a vowel; verbs are called by -mak, -mek.
const TURKISH: Morphology = Morphology {
    stacks: true,
    endings: &[
        "i", "ı", "u", "ü", "a", "e", "in", "ın", "un", "ün", "im", "ım", "um", "üm", "ar", "er", "ir", "ır", "ur",
        "ür", "dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "mış", "miş", "muş", "müş", "abil", "ebil", "an", "en",
        "arak", "erek", "ıl", "il", "ul", "ül", "ma", "me", "da", "de", "ta", "te", "ya", "ye", "yı", "yi", "yu", "yü",
        "sı", "si", "su", "sü", "la", "le", "ıyor", "iyor", "uyor", "üyor", "ıp", "ip", "up", "üp",
    ],
    changes: &[("k", "ğ"), ("k", "g"), ("p", "b"), ("t", "d")],
    verbs: &[("mak", ""), ("mek", "")],
    ..PLAIN
};
const POLISH: Morphology = Morphology {
    endings: &[
        "a", "ą", "e", "ę", "i", "y", "u", "o", "em", "om", "ów", "ach", "ami", "owi", "ie", "ia", "iu", "iem", "iom",
        "iach", "iami", "mi", "ej", "ym", "im", "ych", "ich", "ymi", "imi", "ego", "emu",
    ],
    changes: &[
        ("k", "c"),
        ("g", "dz"),
        ("r", "rz"),
        ("ł", "l"),
        ("d", "dz"),
        ("t", "c"),
        ("dzień", "dn"),
        ("cień", "tn"),
    ],
    verbs: &[("ować", "uj"), ("ywać", "uj"), ("iwać", "uj")],
    fleeting: "e",
    prefixes: &["nie", "naj", "współ"],
    ..PLAIN
};
const CZECH: Morphology = Morphology {
    endings: &[
        "a", "e", "ě", "é", "i", "í", "y", "u", "ů", "o", "em", "ém", "ím", "ou", "ům", "ám", "ách", "ích", "ech",
        "ami", "emi", "mi", "ovi", "ové", "ho", "mu", "ých", "ým", "ými",
    ],
    changes: &[("k", "c"), ("h", "z"), ("g", "z"), ("ch", "š"), ("ům", "om"), ("ůl", "ol")],
    verbs: &[("ovat", "uj")],
    fleeting: "e",
    prefixes: &["ne", "nej", "spolu"],
    ..PLAIN
};
const SLOVAK: Morphology = Morphology {
    changes: &[("k", "c")],
    verbs: &[("ovať", "uj")],
    fleeting: "eoi",
    prefixes: &["ne", "naj", "spolu"],
    ..CZECH
};
const SOUTH_SLAVIC: Morphology = Morphology {
    endings: &["a", "e", "i", "o", "u", "om", "em", "im", "ima", "ama", "ih", "ah", "ov", "ev", "ovi", "evi", "ova"],
    changes: &[("k", "c"), ("g", "z"), ("h", "s")],
    verbs: &[("ovati", "uj"), ("ivati", "uj")],
    fleeting: "ae",
    prefixes: &["ne", "naj", "su", "so"],
    ..PLAIN
};
const SERBIAN: Morphology = Morphology {
    endings: &["а", "е", "и", "о", "у", "ом", "ем", "им", "има", "ама", "их", "ови", "еви", "ова"],
    changes: &[("к", "ц"), ("г", "з"), ("х", "с")],
    verbs: &[("овати", "уј"), ("ивати", "уј")],
    fleeting: "а",
    prefixes: &["не", "нај", "су"],
    ..PLAIN
};
const RUSSIAN: Morphology = Morphology {
    endings: &[
        "а", "е", "и", "ы", "о", "у", "ю", "я", "ь", "ом", "ем", "ём", "ой", "ей", "ов", "ев", "ам", "ям", "ами",
        "ями", "ах", "ях", "ью", "ый", "ий", "ые", "ие", "ых", "их", "ым", "им", "ого", "его",
    ],
    changes: &[("мя", "мен")],
    verbs: &[("овать", "у"), ("евать", "у"), ("евать", "ю"), ("оваться", "у"), ("ться", "")],
    fleeting: "еёо",
    prefixes: &["не", "наи", "со"],
    ..PLAIN
};
const UKRAINIAN: Morphology = Morphology {
    endings: &[
        "а", "е", "и", "і", "о", "у", "ю", "я", "ь", "ом", "ем", "єм", "ою", "ею", "ів", "їв", "ей", "ам", "ям", "ами",
        "ями", "ах", "ях", "ові", "еві",
    ],
    changes: &[("к", "ц"), ("г", "з"), ("х", "с")],
    verbs: &[("увати", "у"), ("уватися", "у"), ("тися", "")],
    fleeting: "ео",
    prefixes: &["не", "най", "спів"],
    ..PLAIN
};
const BULGARIAN: Morphology = Morphology { prefixes: &["не", "най", "съ"], ..PLAIN };
const BALTIC: Morphology = Morphology { prefixes: &["ne"], ..PLAIN };
const SPANISH: Morphology = Morphology {
    endings: &["s", "es"],
    changes: &[("z", "c")],
    verbs: &[("arse", ""), ("erse", ""), ("irse", "")],
    prefixes: &["co", "re"],
    ..PLAIN
};
const PORTUGUESE: Morphology =
    Morphology { endings: &["s", "es", "is", "ns"], changes: &[("m", "")], prefixes: &["co", "re"], ..PLAIN };
const ITALIAN: Morphology = Morphology {
    endings: &["a", "e", "i", "o", "hi", "he"],
    verbs: &[("arsi", ""), ("ersi", ""), ("irsi", "")],
    prefixes: &["co", "ri"],
    ..PLAIN
};
const ROMANCE: Morphology = Morphology { prefixes: &["co", "re"], ..PLAIN };
// The article and the small words before it; what ends with a bound t has it open before an ending, and as a plural.
const ARABIC: Morphology = Morphology {
    endings: &["ه", "ها", "هم", "ك", "كم", "نا", "ي", "ان", "ين", "ون", "ات"],
    changes: &[("ة", "ات"), ("ة", "ت")],
    prefixes: &["ال", "و", "ف", "ب", "ك", "ل"],
    least_stem: 2,
    ..UNKNOWN
};
const HEBREW: Morphology = Morphology {
    endings: &["ים", "ות", "י", "ך", "ו", "ה", "כם", "נו"],
    changes: &[("ה", "ות"), ("ה", "ת"), ("ת", "ות")],
    prefixes: &["ב", "ל", "מ", "ה", "ו", "ש", "כ"],
    least_stem: 2,
    ..UNKNOWN
};

impl Language {
    /// How the words of the language change. Of a language that nobody described, anything may stand before a word.
    ///
    /// ```
    /// # use bilint::locale::Locale;
    /// let german = Locale::parse("de").unwrap().language().morphology();
    /// assert!(german.compounds && german.separable.contains(&"an") && !german.stacks);
    /// ```
    pub fn morphology(&self) -> &'static Morphology {
        match self.code {
            "de" | "lb" => &GERMAN,
            "nl" => &DUTCH,
            "sv" => &SWEDISH,
            "da" | "nb" | "nn" => &SCANDINAVIAN,
            "is" => &COMPOUNDING,
            "fi" => &FINNISH,
            "et" => &ESTONIAN,
            "hu" => &HUNGARIAN,
            "tr" | "az" => &TURKISH,
            "pl" => &POLISH,
            "cs" => &CZECH,
            "sk" => &SLOVAK,
            "sl" | "hr" => &SOUTH_SLAVIC,
            "sr" => &SERBIAN,
            "ru" => &RUSSIAN,
            "uk" => &UKRAINIAN,
            "bg" => &BULGARIAN,
            "lt" | "lv" => &BALTIC,
            "es" => &SPANISH,
            "pt" => &PORTUGUESE,
            "it" => &ITALIAN,
            "fr" | "ca" | "ro" => &ROMANCE,
            "ar" => &ARABIC,
            "he" => &HEBREW,
            _ => &UNKNOWN,
        }
    }
}
