//! Languages that write a compound as one word, and the endings that the last part of one takes.

use super::Language;

/// How a language joins nouns.
#[derive(Debug)]
pub struct Compounding {
    /// Endings of nouns, lower case, beside none at all. Short forms of the grammars: number, case, and the definite
    /// article where it is an ending.
    pub endings: &'static [&'static str],
    /// Particles, lower case: first parts of verbs and what comes of them (`sammanfoga`), which also stand behind their
    /// verb, before whatever follows it (`slå samman konton`).
    pub particles: &'static [&'static str],
    /// Words that a genitive in -s may follow, lower case, where it stands before what it owns (`ditt företags konto`):
    /// articles, possessives, demonstratives, what counts in a row.
    pub owners: &'static [&'static str],
    /// Endings of nouns that take an s before the next part, lower case, and seldom own something: behind these an s is
    /// that of a compound (`ett prenumerations konto`).
    pub linked: &'static [&'static str],
}

impl Compounding {
    /// Whether `word`, in small letters, behind `before`, may be a genitive that owns what follows.
    pub fn may_own(&self, before: &str, word: &str) -> bool {
        let owner = word.strip_suffix('s').filter(|_| self.owners.contains(&before));
        owner.is_some_and(|owner| !self.linked.iter().any(|ending| owner.ends_with(ending)))
    }

    /// Whether `one` and `other` may be forms of one noun: what is left of both behind a common beginning of four
    /// letters or more is an ending.
    ///
    /// ```
    /// # use bilint::locale::Locale;
    /// let swedish = Locale::parse("sv").unwrap().language().compounding().unwrap();
    /// assert!(swedish.inflects("punkten", "punkter") && !swedish.inflects("punkten", "punktlighet"));
    /// ```
    pub fn inflects(&self, one: &str, other: &str) -> bool {
        const LEAST: usize = 4;
        let is_ending = |ending: &str| ending.is_empty() || self.endings.contains(&ending);
        let shared = one.chars().zip(other.chars()).take_while(|(mine, theirs)| mine == theirs);
        let lengths = shared.scan(0, |length, (letter, _)| {
            *length += letter.len_utf8();
            Some(*length)
        });
        lengths.skip(LEAST - 1).any(|length| is_ending(&one[length..]) && is_ending(&other[length..]))
    }
}

pub(super) const SCANDINAVIAN: Compounding = Compounding {
    endings: &[
        "s", "a", "e", "n", "t", "r", "en", "et", "na", "ne", "ar", "er", "or", "ens", "ets", "ene", "arna", "erna",
        "orna", "erne", "rna", "rne", "ers", "ars", "ors",
    ],
    particles: &[
        "bort", "emot", "fast", "fram", "frem", "hem", "hjem", "igen", "ihjäl", "ihop", "innen", "loss", "med", "mot",
        "ned", "ner", "omkring", "opp", "samman", "sammen", "tilbage", "tilbake", "tillbaka", "undan", "videre",
        "vidare", "åter",
    ],
    owners: &[
        "en", "ett", "et", "den", "det", "de", "din", "ditt", "dit", "dina", "dine", "er", "ert", "era", "min", "mitt",
        "mit", "mina", "mine", "sin", "sitt", "sit", "sina", "sine", "vår", "vårt", "våra", "våre", "vores", "deras",
        "deres", "dess", "hans", "hennes", "hendes", "varje", "hver", "hvert", "någon", "något", "några", "annan",
        "annat", "andra", "denna", "detta", "dessa", "denne", "dette", "disse", "förra", "föregående", "nästa",
        "samma", "forrige", "neste", "næste", "samme",
    ],
    linked: &["ing", "ion", "het", "hed", "skap", "skab", "else", "itet"],
};
pub(super) const DUTCH: Compounding = Compounding {
    endings: &["s", "n", "e", "en", "es"],
    particles: &[
        "aan", "achter", "af", "bij", "binnen", "buiten", "door", "mee", "neer", "onder", "open", "over", "samen",
        "terug", "tegen", "toe", "uit", "vast", "voort", "vrij", "weer", "weg",
    ],
    owners: &[],
    linked: &[],
};
// Only nouns are looked at, by their capitals.
pub(super) const GERMAN: Compounding =
    Compounding { endings: &["e", "s", "n", "es", "en", "er", "ern", "em"], particles: &[], owners: &[], linked: &[] };
const FINNISH: Compounding = Compounding {
    endings: &[
        "n", "a", "ä", "t", "ta", "tä", "na", "nä", "ksi", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä",
        "lle", "an", "en", "in", "on", "un", "än", "ja", "jä", "ita", "itä", "jen", "iden", "ien", "issa", "issä",
        "ista", "istä",
    ],
    particles: &[],
    owners: &[],
    linked: &[],
};
const OTHERS: Compounding = Compounding { endings: &[], particles: &[], owners: &[], linked: &[] };

impl Language {
    /// How the language joins nouns; `None` where it leaves a compound in several words.
    pub fn compounding(&self) -> Option<&'static Compounding> {
        match self.code {
            "sv" | "da" | "nb" | "nn" => Some(&SCANDINAVIAN),
            "nl" => Some(&DUTCH),
            "de" | "lb" => Some(&GERMAN),
            "fi" => Some(&FINNISH),
            "et" | "hu" | "is" => Some(&OTHERS),
            _ => None,
        }
    }
}
