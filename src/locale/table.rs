//! The languages that bilint knows something of.
//!
//! Separators and quotation marks are those of CLDR 46, with what careful texts use beside them. Word lists were
//! written for this project: the closed classes of each language (articles, prepositions, pronouns, conjunctions,
//! auxiliaries), which is what tells a language fastest. The endings after an acronym follow Svenska skrivregler
//! (colon), the Kielitoimisto guide (colon), the Turkish Language Association's spelling guide (apostrophe), the
//! Retskrivningsordbogen (apostrophe), Språkrådet's rules for Norwegian (hyphen), the PWN rules for Polish (hyphen),
//! the academies' rules of Hungarian and Romanian (hyphen) and the Taalunie's Leidraad (apostrophe). Which acronyms are
//! written small follows the same guides: where they call both ways right, the small one is listed.

use super::WordList;
use super::language::{Direction, Inflection, Language, Script};

/// Expects nothing: what a language that is not in [`LANGUAGES`] gets.
pub static UNKNOWN: Language = LATIN;

/// An inflection whose ending follows `mark`, one ending at a time, behind acronyms only.
const fn inflection(mark: char, endings: &'static [&'static str]) -> Inflection {
    Inflection { mark, endings, stacked: false, names: false, before: &[] }
}

/// Endings of acronyms in Norwegian.
const NORWEGIAN_ENDINGS: &[&str] = &["er", "en", "et", "ene", "ens", "ets", "ers", "enes", "a"];
/// Acronyms that Danish and Norwegian write small.
const SCANDINAVIAN_SMALL: &[&str] = &[
    "api", "cd", "dvd", "edb", "faq", "gps", "hr", "ip", "it", "kpi", "led", "mms", "pr", "sdk", "sku", "sql", "ssd",
    "tv", "usb", "vpn", "arm", "bot", "get", "gas", "pas", "sal", "top", "mode", "rest", "post", "chip", "part",
];

/// The defaults of a row.
const LATIN: Language = Language {
    code: "und",
    name: "unknown",
    script: Script::Other,
    direction: Direction::LeftToRight,
    decimal: '.',
    groups: &[','],
    spaced_punctuation: "",
    quotes: &[('"', '"')],
    capital_nouns: false,
    dotted_i: false,
    inflection: None,
    small_acronyms: &[],
    title_acronyms: false,
    suspended_joiners: &[],
    function_words: WordList::of(&[]),
    dangling_words: &[],
    articles: &[],
    doubled_words: &[],
    undoubled_words: &[],
    linking_words: &[],
    polite_words: &[],
    particles: &[],
};

static EN: Language = Language {
    code: "en",
    name: "English",
    script: Script::Latin,
    decimal: '.',
    groups: &[',', '\u{a0}', '\u{202f}'],
    quotes: &[('“', '”'), ('‘', '’'), ('"', '"')],
    function_words: WordList::of(&[
        "a", "about", "above", "after", "again", "against", "all", "also", "although", "always", "am", "among", "an",
        "and", "another", "any", "anyone", "anything", "are", "around", "as", "at", "away", "back", "be", "became",
        "because", "become", "becomes", "been", "before", "being", "below", "between", "both", "but", "by", "came",
        "can", "cannot", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either", "else",
        "ever", "every", "everyone", "everything", "few", "for", "from", "further", "gave", "get", "gets", "getting",
        "give", "given", "gives", "go", "goes", "going", "gone", "got", "had", "has", "have", "having", "he", "her",
        "here", "hers", "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "into", "is", "it",
        "its", "itself", "just", "keep", "keeps", "kept", "know", "known", "let", "lets", "like", "made", "make",
        "makes", "making", "many", "may", "me", "might", "mine", "more", "most", "much", "must", "my", "myself",
        "near", "need", "needs", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "now", "of",
        "off", "often", "on", "once", "one", "ones", "only", "onto", "or", "other", "others", "otherwise", "our",
        "ours", "ourselves", "out", "over", "own", "per", "perhaps", "put", "rather", "said", "same", "say", "says",
        "see", "seen", "shall", "she", "should", "since", "so", "some", "someone", "something", "soon", "still",
        "such", "take", "taken", "takes", "than", "that", "the", "their", "theirs", "them", "themselves", "then",
        "there", "therefore", "these", "they", "thing", "things", "this", "those", "though", "through", "thus", "to",
        "together", "too", "toward", "towards", "under", "unless", "until", "up", "upon", "us", "use", "used", "uses",
        "using", "very", "via", "want", "wants", "was", "way", "we", "well", "went", "were", "what", "whatever",
        "when", "whenever", "where", "wherever", "whether", "which", "while", "who", "whoever", "whom", "whose", "why",
        "will", "with", "within", "without", "would", "yet", "you", "your", "yours", "yourself", "yourselves",
    ]),
    doubled_words: &["that", "had"],
    ..LATIN
};

static NL: Language = Language {
    code: "nl",
    name: "Dutch",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}', '\u{202f}'],
    quotes: &[('‘', '’'), ('“', '”'), ('"', '"')],
    inflection: Some(Inflection {
        mark: '\'',
        endings: &["s", "tje", "tjes", "er", "ers"],
        stacked: false,
        names: false,
        before: &["avonds", "middags", "morgens", "nachts", "ochtends", "winters", "zomers", "werelds", "lands"],
    }),
    small_acronyms: &[
        "adsl", "btw", "cao", "cd", "cv", "dvd", "faq", "gps", "hbo", "hr", "ict", "kmo", "led", "mbo", "mkb", "mms",
        "ngo", "pr", "sku", "soa", "sql", "ssd", "usb", "vpn", "vwo", "arm", "bot", "gas", "mode", "pas", "pet",
        "post", "rest", "sap", "top", "rap", "tip", "pot", "pan", "lap",
    ],
    title_acronyms: true,
    suspended_joiners: &["en", "of", "noch", "dan", "tot"],
    function_words: WordList::of(&[
        "aan", "al", "alle", "alleen", "als", "altijd", "andere", "ben", "bent", "bij", "binnen", "boven", "daar",
        "daarna", "dan", "dat", "de", "deze", "die", "dit", "doen", "door", "dus", "echter", "een", "eens", "en", "er",
        "geen", "had", "hebben", "hebt", "heeft", "het", "hier", "hoe", "hun", "ieder", "iedere", "iemand", "iets",
        "ik", "in", "indien", "is", "ja", "je", "jouw", "kan", "kon", "kunnen", "kunt", "maar", "mag", "maken", "meer",
        "met", "mijn", "moet", "moeten", "mogen", "na", "naar", "nadat", "niemand", "niet", "niets", "nog", "nu", "of",
        "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "per", "sinds", "staat", "te", "tegen", "tijdens",
        "tot", "tussen", "u", "uit", "uw", "van", "vanaf", "vanuit", "veel", "via", "volgens", "voor", "voordat",
        "waar", "waarin", "waarmee", "wanneer", "want", "waren", "was", "wat", "we", "welke", "werd", "werden", "wie",
        "wij", "wil", "worden", "wordt", "ze", "zelf", "zich", "zij", "zijn", "zoals", "zodat", "zonder", "zou",
        "zouden", "zullen",
    ]),
    dangling_words: &[
        "de", "het", "een", "en", "of", "van", "met", "naar", "tussen", "zonder", "volgens", "dat", "die", "deze",
        "dit", "uw", "hun", "onze",
    ],
    articles: &["de", "het", "een", "dat", "die", "deze", "dit", "uw", "hun", "onze"],
    doubled_words: &[
        "die", "dat", "je", "we", "haar", "zo", "is", "wordt", "worden", "zijn", "heeft", "hebben", "kan", "kunnen",
        "moet", "moeten", "staat", "wil", "er", "in", "op", "aan", "over", "uit", "voor", "van", "het", "ze", "wat",
    ],
    linking_words: &["en", "of", "met"],
    polite_words: &["u", "uw"],
    ..LATIN
};

static DE: Language = Language {
    code: "de",
    name: "German",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}', '\u{202f}', '\'', '’'],
    quotes: &[('„', '“'), ('‚', '‘'), ('»', '«'), ('"', '"')],
    capital_nouns: true,
    small_acronyms: &["arm", "bot", "gas", "pass", "post", "rest", "sap", "test"],
    title_acronyms: true,
    suspended_joiners: &["und", "oder", "bzw", "sowie", "bis", "noch", "als"],
    function_words: WordList::of(&[
        "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderen", "auch",
        "auf", "aus", "bei", "beim", "bevor", "bin", "bis", "da", "dabei", "dadurch", "damit", "danach", "dann",
        "daran", "darauf", "daraus", "darin", "das", "dass", "dem", "den", "denen", "denn", "der", "deren", "des",
        "dessen", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "durch", "ein",
        "eine", "einem", "einen", "einer", "eines", "er", "es", "etwas", "falls", "für", "gegen", "haben", "hat",
        "hatte", "hier", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "in", "indem",
        "ins", "ist", "ja", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "kann", "kein", "keine", "keinen",
        "können", "könnte", "man", "mehr", "mit", "muss", "müssen", "nach", "nachdem", "nicht", "nichts", "noch",
        "nun", "nur", "ob", "oder", "ohne", "sein", "seine", "seinem", "seinen", "seiner", "seit", "sich", "sie",
        "sind", "so", "sobald", "sofern", "soll", "sollen", "sollte", "sollten", "sowie", "um", "und", "uns", "unser",
        "unter", "vom", "von", "vor", "wann", "war", "waren", "warum", "was", "weil", "welche", "welchem", "welchen",
        "welcher", "welches", "wenn", "wer", "werden", "wie", "wieder", "wir", "wird", "wo", "wurde", "wurden", "zu",
        "zum", "zur", "zwischen", "über",
    ]),
    dangling_words: &[
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder",
        "für", "von", "beim", "zum", "zur", "im", "ins", "am", "vom", "zwischen", "ohne", "ihre", "ihren", "ihrem",
        "ihrer", "dass",
    ],
    articles: &[
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "ihre", "ihren",
        "ihrem", "ihrer", "dass",
    ],
    doubled_words: &[
        "die", "der", "das", "sie", "sich", "den", "dem", "werden", "haben", "sein", "ihr", "zu", "auf", "aus", "an",
        "ab", "mit", "vor", "um",
    ],
    linking_words: &["und", "oder", "sowie", "bzw"],
    ..LATIN
};

static LB: Language = Language {
    code: "lb",
    name: "Luxembourgish",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('„', '“')],
    capital_nouns: true,
    title_acronyms: true,
    ..LATIN
};

static SV: Language = Language {
    code: "sv",
    name: "Swedish",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('”', '”'), ('’', '’'), ('"', '"')],
    inflection: Some(inflection(
        ':',
        &["s", "n", "t", "en", "et", "er", "ar", "or", "erna", "arna", "ernas", "orna", "ens", "ets", "ers", "na"],
    )),
    small_acronyms: &[
        "ai", "api", "bh", "cd", "dvd", "faq", "gps", "hr", "html", "ip", "it", "kpi", "led", "mms", "mp", "pr", "sdk",
        "sku", "sql", "ssd", "usb", "vd", "vpn", "vr", "arm", "bar", "bot", "gas", "get", "gap", "mat", "par", "pass",
        "post", "rest", "sal", "stat", "topp", "val", "del",
    ],
    title_acronyms: true,
    suspended_joiners: &["och", "eller", "samt", "men", "respektive"],
    function_words: WordList::of(&[
        "alla", "allt", "att", "av", "bara", "behöver", "blev", "bli", "blir", "både", "de", "dem", "den", "denna",
        "deras", "dess", "dessa", "det", "detta", "dig", "din", "dina", "ditt", "du", "där", "efter", "eftersom", "ej",
        "eller", "en", "ett", "finns", "flera", "från", "får", "för", "före", "genom", "ger", "ha", "hade", "han",
        "har", "hennes", "hos", "hur", "här", "i", "in", "inga", "ingen", "inom", "inte", "ja", "jag", "kan", "kommer",
        "kunde", "kunna", "man", "med", "mellan", "men", "mer", "mot", "måste", "nedan", "ni", "nu", "när", "och",
        "också", "om", "oss", "på", "sedan", "sig", "sin", "sina", "sitt", "ska", "skall", "skulle", "som", "står",
        "så", "till", "under", "upp", "ut", "utan", "vad", "var", "vara", "varit", "varje", "vi", "vid", "vilka",
        "vilken", "vilket", "än", "är", "åt", "över",
    ]),
    dangling_words: &["en", "ett", "och", "eller", "att", "som", "för", "din", "ditt", "dina"],
    articles: &["en", "ett", "att", "som", "din", "ditt", "dina"],
    doubled_words: &[
        "av", "på", "om", "för", "till", "över", "under", "upp", "från", "efter", "med", "är", "har", "det", "den",
        "de", "som", "så", "var", "man", "kan", "ska", "får", "måste", "blir", "vill", "finns", "visas", "används",
        "krävs", "behövs", "skapas", "skickas", "ingår", "gäller", "kommer", "går",
    ],
    linking_words: &["och", "eller"],
    polite_words: &["ni", "er", "ert", "era"],
    ..LATIN
};

static DA: Language = Language {
    code: "da",
    name: "Danish",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('“', '”'), ('»', '«'), ('"', '"')],
    inflection: Some(inflection('\'', &["er", "en", "et", "erne", "ens", "ets", "ernes", "s"])),
    small_acronyms: SCANDINAVIAN_SMALL,
    title_acronyms: true,
    suspended_joiners: &["og", "eller", "samt"],
    function_words: WordList::of(&[
        "af", "alle", "at", "blev", "blive", "bliver", "da", "de", "dem", "den", "denne", "der", "deres", "det",
        "dette", "dig", "din", "disse", "dog", "du", "eller", "en", "er", "et", "for", "fordi", "fra", "få", "får",
        "før", "gennem", "gør", "ham", "han", "har", "havde", "hende", "hun", "hvad", "hver", "hvis", "hvor",
        "hvordan", "hvornår", "i", "ikke", "ind", "ingen", "jeg", "kan", "kunne", "man", "med", "mellem", "men",
        "mere", "mod", "må", "ned", "nogle", "nok", "når", "og", "også", "om", "op", "os", "over", "på", "samt", "sig",
        "sin", "skal", "skulle", "som", "så", "til", "ud", "under", "ved", "vi", "vil", "være", "været",
    ]),
    dangling_words: &["en", "et", "og", "eller", "at", "som", "for", "din", "dit", "dine"],
    articles: &["en", "et", "at", "som", "din", "dit", "dine"],
    doubled_words: &[
        "af", "på", "om", "for", "til", "over", "under", "op", "fra", "efter", "med", "er", "har", "det", "den", "de",
        "der", "som", "så", "var", "man", "kan", "skal", "får", "må", "bliver", "vil", "findes", "vises", "bruges",
        "kommer", "går",
    ],
    linking_words: &["og", "eller"],
    polite_words: &["de", "dem", "deres"],
    ..LATIN
};

static NB: Language = Language {
    code: "nb",
    name: "Norwegian Bokmål",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '.'],
    quotes: &[('«', '»'), ('‘', '’'), ('"', '"')],
    inflection: Some(inflection('-', NORWEGIAN_ENDINGS)),
    small_acronyms: SCANDINAVIAN_SMALL,
    title_acronyms: true,
    suspended_joiners: &["og", "eller", "samt"],
    function_words: WordList::of(&[
        "alle", "at", "av", "bare", "ble", "bli", "blir", "da", "de", "deg", "dem", "den", "denne", "der", "dere",
        "deres", "det", "dette", "din", "disse", "du", "eller", "en", "er", "et", "etter", "for", "fordi", "fra", "få",
        "får", "før", "gjennom", "gjør", "ha", "hadde", "han", "har", "henne", "hun", "hva", "hver", "hvis", "hvor",
        "hvordan", "i", "ikke", "ingen", "inn", "jeg", "kan", "kunne", "man", "med", "mellom", "men", "mer", "mot",
        "må", "ned", "noen", "nå", "når", "og", "også", "om", "opp", "oss", "over", "på", "samt", "seg", "sin", "skal",
        "skulle", "som", "så", "til", "under", "ut", "ved", "vi", "vil", "være", "vært",
    ]),
    dangling_words: &["en", "et", "ei", "og", "eller", "at", "som", "for", "din", "ditt", "dine"],
    articles: &["en", "et", "ei", "at", "som", "din", "ditt", "dine"],
    doubled_words: &[
        "av", "på", "om", "for", "til", "over", "under", "opp", "fra", "etter", "med", "er", "har", "det", "den", "de",
        "der", "som", "så", "var", "man", "kan", "skal", "får", "må", "blir", "vil", "finnes", "vises", "brukes",
        "kommer", "går",
    ],
    linking_words: &["og", "eller"],
    polite_words: &["de", "dem", "deres"],
    ..LATIN
};

static NN: Language = Language {
    code: "nn",
    name: "Norwegian Nynorsk",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '.'],
    quotes: &[('«', '»'), ('"', '"')],
    inflection: Some(inflection('-', NORWEGIAN_ENDINGS)),
    small_acronyms: SCANDINAVIAN_SMALL,
    title_acronyms: true,
    suspended_joiners: &["og", "eller", "samt"],
    function_words: WordList::of(&[
        "alle", "at", "av", "bare", "ble", "bli", "blir", "da", "de", "deg", "dem", "den", "denne", "der", "dere",
        "deres", "det", "dette", "din", "disse", "du", "eller", "en", "er", "et", "etter", "for", "fordi", "fra", "få",
        "får", "før", "gjennom", "gjør", "ha", "hadde", "han", "har", "henne", "hun", "hva", "hver", "hvis", "hvor",
        "hvordan", "i", "ikke", "ingen", "inn", "jeg", "kan", "kunne", "man", "med", "mellom", "men", "mer", "mot",
        "må", "ned", "noen", "nå", "når", "og", "også", "om", "opp", "oss", "over", "på", "samt", "seg", "sin", "skal",
        "skulle", "som", "så", "til", "under", "ut", "ved", "vi", "vil", "være", "vært",
    ]),
    doubled_words: &[
        "av", "på", "om", "for", "til", "over", "under", "opp", "frå", "etter", "med", "er", "har", "det", "den",
        "dei", "der", "som", "så", "var", "ein", "kan", "skal", "får", "må", "blir", "vil", "finst", "kjem", "går",
    ],
    linking_words: &["og", "eller"],
    ..LATIN
};

static FI: Language = Language {
    code: "fi",
    name: "Finnish",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('”', '”'), ('’', '’'), ('"', '"')],
    inflection: Some(inflection(
        ':',
        &[
            "n", "t", "a", "ä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "na", "nä", "ksi",
            "iin", "ien", "ia", "iä", "ita", "itä", "iden", "issa", "issä", "ista", "istä",
        ],
    )),
    small_acronyms: &[
        "alv", "api", "atk", "cd", "dvd", "faq", "gps", "hr", "ip", "it", "led", "mms", "sdk", "sku", "sql", "ssd",
        "usb", "vpn", "vr", "ala", "apu", "sai", "sari",
    ],
    title_acronyms: true,
    suspended_joiners: &["ja", "tai", "sekä", "että"],
    function_words: WordList::of(&[
        "ei", "eivät", "eli", "ennen", "että", "he", "hän", "ilman", "ja", "jo", "joka", "jolla", "jonka", "jos",
        "joten", "jotka", "jotta", "kaikki", "kanssa", "kuin", "kuinka", "kuka", "kun", "kuten", "luona", "me", "mikä",
        "mitä", "mutta", "myös", "ne", "niiden", "niin", "niitä", "nyt", "näiden", "näin", "näitä", "nämä", "ole",
        "olet", "oli", "olla", "on", "ovat", "se", "sekä", "sen", "siihen", "siinä", "sillä", "sinun", "sitä", "tai",
        "te", "tämä", "tämän", "tässä", "vai", "vain", "voi", "voidaan", "voit", "voivat", "yli",
    ]),
    doubled_words: &["jo", "joka", "ne", "se", "niin", "on", "ovat"],
    linking_words: &["ja", "tai", "sekä", "että"],
    ..LATIN
};

static IS: Language = Language {
    code: "is",
    name: "Icelandic",
    script: Script::Latin,
    decimal: ',',
    groups: &['.'],
    quotes: &[('„', '“')],
    ..LATIN
};

static FR: Language = Language {
    code: "fr",
    name: "French",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{202f}', '\u{a0}', ' ', '.'],
    spaced_punctuation: ";:!?»",
    quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    small_acronyms: &[
        "cd", "dvd", "gps", "led", "mms", "sida", "ovni", "arc", "art", "bas", "car", "cas", "but", "don", "fin",
        "fil", "mot", "net", "non", "pan", "pas", "pas", "pis", "plan", "pot", "sac", "sec", "sas", "set", "tas",
        "ton", "val", "vis",
    ],
    title_acronyms: true,
    function_words: WordList::of(&[
        "afin", "ai", "alors", "après", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux", "avant", "avec",
        "avez", "avoir", "ayant", "c", "ce", "cela", "celle", "celles", "celui", "ces", "cet", "cette", "ceux",
        "chaque", "chez", "ci", "comme", "comment", "d", "dans", "de", "depuis", "des", "doit", "doivent", "donc",
        "dont", "du", "dès", "elle", "elles", "en", "encore", "entre", "est", "et", "eu", "eux", "faire", "fait",
        "font", "il", "ils", "j", "je", "jusqu", "l", "la", "le", "les", "leur", "leurs", "lors", "lorsque", "lui",
        "là", "m", "mais", "me", "mes", "même", "mêmes", "n", "ne", "ni", "non", "nos", "notre", "nous", "on", "ont",
        "ou", "où", "par", "parce", "pas", "pendant", "peut", "peuvent", "plus", "pour", "pouvez", "puis", "qu",
        "quand", "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "s", "sa", "sans", "se", "selon", "sera",
        "seront", "ses", "si", "soit", "sont", "sous", "sur", "ta", "tel", "telle", "tes", "toujours", "tous", "tout",
        "toute", "toutes", "très", "tu", "un", "une", "vers", "vos", "votre", "vous", "y", "à", "été", "être",
    ]),
    dangling_words: &[
        "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "ou", "à", "en", "dans", "sur", "pour",
        "par", "avec", "sans", "votre", "vos", "ce", "cette", "ces", "que", "qui",
    ],
    articles: &["le", "la", "les", "un", "une", "votre", "vos", "ce", "cette", "ces", "que", "qui"],
    doubled_words: &["nous", "vous", "que", "faire", "en", "est", "très", "si"],
    linking_words: &["et", "ou"],
    ..LATIN
};

static ES: Language = Language {
    code: "es",
    name: "Spanish",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', '\u{a0}', ' ', '\u{202f}'],
    quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    small_acronyms: &[
        "dvd", "led", "ovni", "pyme", "sida", "bar", "bis", "cal", "col", "dar", "don", "fan", "fin", "gas", "ir",
        "luz", "mal", "mar", "mas", "mes", "pan", "pie", "plan", "red", "sal", "sed", "ser", "sol", "son", "sur",
        "tal", "ver", "vez", "via", "voz",
    ],
    title_acronyms: true,
    function_words: WordList::of(&[
        "a", "al", "algo", "alguna", "algunas", "alguno", "algunos", "ante", "antes", "así", "aunque", "cada", "como",
        "con", "cual", "cuando", "cuya", "cuyo", "cómo", "de", "debe", "deben", "del", "desde", "después", "dicha",
        "dicho", "donde", "durante", "e", "el", "ella", "ellas", "ellos", "en", "entre", "era", "es", "esa", "esas",
        "ese", "eso", "esos", "esta", "estar", "estas", "este", "esto", "estos", "está", "están", "fue", "fueron",
        "ha", "haber", "había", "hacer", "hacia", "han", "hasta", "hay", "la", "las", "le", "les", "lo", "los", "me",
        "mediante", "mi", "mientras", "mis", "mismo", "muy", "más", "nada", "ni", "no", "nos", "nosotros", "o", "otra",
        "otras", "otro", "otros", "para", "pero", "poco", "por", "porque", "pueda", "puede", "pueden", "que", "quien",
        "qué", "se", "sea", "sean", "según", "ser", "si", "sido", "sin", "sobre", "solo", "son", "su", "sus", "sí",
        "también", "tampoco", "tanto", "te", "tiene", "tienen", "toda", "todas", "todo", "todos", "tras", "tu", "tus",
        "un", "una", "unas", "uno", "unos", "usted", "ustedes", "y", "ya",
    ]),
    dangling_words: &[
        "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "al", "y", "o", "e", "en", "con", "por",
        "para", "sin", "sobre", "su", "sus", "que",
    ],
    articles: &["el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "que"],
    doubled_words: &["que", "más", "sí", "no", "como"],
    polite_words: &["usted", "ustedes", "ud", "uds"],
    ..LATIN
};

static IT: Language = Language {
    code: "it",
    name: "Italian",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}', '\u{202f}'],
    quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    small_acronyms: &[
        "cd", "dvd", "ddl", "gps", "iva", "led", "mms", "bar", "bis", "bit", "chip", "club", "dai", "dal", "dan",
        "dar", "gas", "gel", "geo", "mai", "mal", "mar", "pan", "post", "pro", "ram", "sal", "san", "sci", "set",
        "sia", "sta", "star", "sud", "tre", "vai",
    ],
    title_acronyms: true,
    function_words: WordList::of(&[
        "a", "abbia", "ad", "agli", "ai", "al", "alcune", "alcuni", "all", "alla", "alle", "allo", "altra", "altre",
        "altri", "altro", "anche", "ancora", "attraverso", "avere", "c", "che", "chi", "ci", "ciascun", "ciascuna",
        "ciò", "coi", "col", "come", "con", "cosa", "così", "cui", "d", "da", "dagli", "dai", "dal", "dall", "dalla",
        "dalle", "dallo", "degli", "dei", "del", "dell", "della", "delle", "dello", "deve", "devono", "di", "dopo",
        "dove", "due", "durante", "e", "ed", "era", "essa", "esse", "essere", "essi", "esso", "fa", "fare", "fino",
        "fra", "gli", "ha", "hanno", "i", "il", "in", "io", "l", "la", "le", "lo", "loro", "lui", "ma", "mentre", "mi",
        "mia", "mio", "molto", "ne", "negli", "nei", "nel", "nell", "nella", "nelle", "nello", "no", "noi", "non",
        "nostra", "nostro", "o", "ogni", "oppure", "ora", "per", "perché", "però", "più", "poi", "poiché", "possono",
        "prima", "può", "qual", "quale", "quali", "quando", "quanto", "quella", "quelle", "quelli", "quello", "questa",
        "queste", "questi", "questo", "qui", "sarà", "se", "secondo", "sei", "senza", "si", "sia", "siano", "solo",
        "sono", "sopra", "sotto", "stata", "stati", "stato", "su", "sua", "sugli", "sui", "sul", "sull", "sulla",
        "sulle", "sullo", "suo", "tale", "tali", "tra", "tramite", "tu", "tua", "tuo", "tutte", "tutti", "tutto", "un",
        "una", "uno", "vengono", "verrà", "vi", "viene", "è",
    ]),
    dangling_words: &[
        "il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "dello", "della", "dei", "degli", "delle",
        "da", "dal", "dalla", "al", "allo", "alla", "ai", "agli", "alle", "nel", "nella", "nei", "nelle", "sul",
        "sulla", "e", "o", "ed", "in", "con", "per", "su", "tra", "fra", "che",
    ],
    articles: &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "che"],
    doubled_words: &["via", "poco", "mano", "piano", "passo", "quasi", "subito", "che", "tanto", "così", "sì"],
    linking_words: &["di", "del", "dello", "della", "dei", "degli", "delle", "ed"],
    polite_words: &["lei", "le", "la", "suo", "sua", "suoi", "sue"],
    ..LATIN
};

static PT: Language = Language {
    code: "pt",
    name: "Portuguese",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}', '\u{202f}'],
    quotes: &[('“', '”'), ('«', '»'), ('"', '"')],
    small_acronyms: &[
        "cd", "dvd", "led", "bar", "cor", "dar", "fim", "gas", "lar", "luz", "mal", "mar", "mel", "pai", "pan", "par",
        "pia", "pis", "sal", "ser", "sol", "som", "tal", "ver", "via", "vez", "voz",
    ],
    title_acronyms: true,
    function_words: WordList::of(&[
        "a", "ao", "aos", "aquela", "aquele", "aqui", "as", "assim", "até", "cada", "com", "como", "da", "das", "de",
        "dela", "dele", "deles", "depois", "desde", "deve", "devem", "do", "dos", "e", "ela", "elas", "ele", "eles",
        "em", "entre", "era", "essa", "essas", "esse", "esses", "esta", "estas", "este", "estes", "está", "estão",
        "eu", "foi", "for", "foram", "há", "isso", "isto", "já", "lhe", "lo", "mais", "mas", "mesmo", "muito", "na",
        "nas", "nem", "no", "nos", "nossa", "nosso", "não", "nós", "o", "onde", "os", "ou", "para", "pela", "pelas",
        "pelo", "pelos", "pode", "podem", "por", "porque", "quais", "qual", "quando", "que", "quem", "se", "seja",
        "sem", "sempre", "ser", "será", "seu", "seus", "sob", "sobre", "sua", "suas", "são", "só", "também", "tem",
        "ter", "teve", "toda", "todas", "todo", "todos", "tudo", "um", "uma", "umas", "uns", "você", "vocês", "à",
        "às", "é",
    ]),
    dangling_words: &[
        "o", "a", "os", "as", "um", "uma", "uns", "umas", "de", "do", "da", "dos", "das", "e", "ou", "em", "no", "na",
        "nos", "nas", "ao", "à", "aos", "às", "por", "para", "com", "sem", "seu", "sua", "seus", "suas", "que",
    ],
    articles: &["o", "a", "os", "as", "um", "uma", "uns", "umas", "seu", "sua", "seus", "suas", "que"],
    doubled_words: &["que", "se", "mais", "sim", "não"],
    linking_words: &["ou"],
    ..LATIN
};

static CA: Language = Language {
    code: "ca",
    name: "Catalan",
    script: Script::Latin,
    decimal: ',',
    groups: &['.'],
    quotes: &[('«', '»')],
    title_acronyms: true,
    undoubled_words: &["als", "de", "del", "dels", "els", "per", "una"],
    ..LATIN
};

static RO: Language = Language {
    code: "ro",
    name: "Romanian",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('„', '”'), ('«', '»'), ('"', '"')],
    inflection: Some(inflection('-', &["ul", "ului", "uri", "urile", "urilor", "a", "ei", "le", "lor"])),
    small_acronyms: &["cod", "dar", "dor", "face", "mai", "mod", "mult", "pot", "pas", "rest", "test"],
    function_words: WordList::of(&[
        "a", "această", "acest", "acesta", "aceste", "acestea", "ai", "al", "ale", "am", "ar", "are", "asupra",
        "atunci", "au", "ca", "care", "ce", "cea", "cei", "cel", "cele", "cu", "cum", "când", "către", "da", "dacă",
        "dar", "de", "deci", "decât", "din", "după", "ea", "ei", "el", "ele", "este", "eu", "fi", "fie", "fost",
        "fără", "iar", "la", "le", "lor", "lui", "mai", "mult", "ne", "nici", "nu", "o", "ori", "pe", "pentru", "prin",
        "printr", "sau", "se", "si", "spre", "sub", "sunt", "să", "său", "te", "toate", "tot", "tuturor", "un", "unei",
        "unor", "unui", "va", "vor", "vă", "îi", "îl", "în", "își", "și",
    ]),
    dangling_words: &["și", "sau", "un", "o", "de", "la", "în", "cu", "pe", "pentru", "din", "al", "ale"],
    articles: &["un", "o", "al", "ale"],
    doubled_words: &["mai", "foarte", "care"],
    linking_words: &["sau"],
    ..LATIN
};

static PL: Language = Language {
    code: "pl",
    name: "Polish",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('„', '”'), ('«', '»'), ('"', '"')],
    inflection: Some(inflection(
        '-',
        &[
            "u", "y", "a", "i", "ów", "em", "om", "owi", "ami", "ach", "ie", "ą", "ę", "e", "iem", "owie", "ek", "ka",
            "owy", "owa", "owe", "owych", "owego", "owej",
        ],
    )),
    small_acronyms: &[
        "aids", "pas", "pan", "rap", "sad", "sam", "ser", "set", "tor", "bal", "bar", "bat", "bis", "dom", "gaz",
        "lot", "pot", "rad", "rak", "rok", "ran", "raz",
    ],
    function_words: WordList::of(&[
        "a", "aby", "albo", "ale", "ani", "bez", "bo", "by", "byli", "być", "był", "była", "było", "były", "będzie",
        "będą", "chyba", "ci", "co", "czy", "dla", "do", "i", "ich", "ile", "im", "inne", "innych", "innym", "ja",
        "jak", "jako", "je", "jeden", "jednak", "jednego", "jego", "jej", "jest", "jeśli", "jeżeli", "już", "każdy",
        "kiedy", "kto", "która", "które", "którego", "której", "który", "których", "którym", "lub", "ma", "mają",
        "mnie", "mogą", "może", "można", "musi", "my", "na", "nad", "nam", "nas", "nich", "nie", "niej", "nim", "niż",
        "o", "od", "on", "ona", "one", "oni", "oraz", "po", "pod", "podczas", "ponieważ", "poza", "przed", "przez",
        "przy", "się", "sobie", "swoich", "swoje", "są", "ta", "tak", "także", "tam", "te", "tego", "tej", "ten", "to",
        "tych", "tylko", "tym", "tę", "u", "w", "we", "według", "więc", "wszystkich", "wszystkie", "wtedy", "wy", "z",
        "za", "ze", "żadne", "że", "żeby",
    ]),
    dangling_words: &[
        "i", "oraz", "lub", "albo", "a", "w", "we", "z", "ze", "na", "do", "od", "dla", "przez", "przy", "o", "u",
        "po", "pod", "nad", "za", "że", "aby",
    ],
    articles: &["że", "aby"],
    doubled_words: &["to", "tak"],
    linking_words: &["oraz", "lub", "albo"],
    polite_words: &[
        "ci", "cię", "ciebie", "tobie", "tobą", "ty", "twoi", "twoich", "twoim", "twoimi", "twoja", "twoje", "twojego",
        "twojej", "twojemu", "twoją", "twój", "pan", "pana", "pani", "panu", "państwa", "państwem", "państwo",
        "państwu",
    ],
    ..LATIN
};

static CS: Language = Language {
    code: "cs",
    name: "Czech",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('„', '“'), ('‚', '‘'), ('"', '"')],
    small_acronyms: &[
        "bar", "byt", "cit", "dar", "den", "dal", "dno", "pan", "pas", "rok", "sad", "san", "sen", "ser", "set", "tam",
    ],
    function_words: WordList::of(&[
        "a", "aby", "ale", "anebo", "ani", "asi", "až", "bez", "bude", "budou", "by", "byl", "byla", "bylo", "byly",
        "být", "co", "což", "do", "ho", "i", "jak", "jako", "je", "jeho", "jejich", "její", "jen", "jestli", "již",
        "jsem", "jsou", "já", "k", "kde", "kdo", "kdy", "kdyby", "když", "ke", "která", "které", "který", "ma", "mají",
        "mezi", "mi", "mohou", "musí", "my", "má", "může", "na", "nad", "nebo", "není", "než", "nich", "o", "od", "on",
        "ona", "oni", "ono", "pak", "po", "pod", "podle", "pokud", "pouze", "pro", "proto", "před", "přes", "při", "s",
        "se", "si", "svůj", "ta", "tak", "také", "takže", "tato", "tedy", "ten", "tento", "to", "toho", "tohoto",
        "tom", "tomto", "tu", "ty", "tyto", "této", "u", "už", "v", "ve", "vy", "však", "všech", "všechny", "z", "za",
        "ze", "že",
    ]),
    dangling_words: &[
        "a", "nebo", "i", "v", "ve", "z", "ze", "na", "do", "od", "pro", "při", "o", "u", "po", "pod", "nad", "za",
        "že",
    ],
    articles: &["že"],
    doubled_words: &["se", "je", "by", "to", "si", "ve"],
    linking_words: &["nebo", "že"],
    polite_words: &[
        "vy", "vás", "vám", "vámi", "váš", "vaše", "vaši", "vašeho", "vašemu", "vašem", "vaším", "vašich", "vašim",
        "vašimi",
    ],
    ..LATIN
};

static SK: Language = Language {
    code: "sk",
    name: "Slovak",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '.'],
    quotes: &[('„', '“'), ('"', '"')],
    doubled_words: &["sa", "je", "by", "to", "si", "so"],
    ..LATIN
};

static SL: Language = Language {
    code: "sl",
    name: "Slovenian",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('„', '“'), ('»', '«')],
    doubled_words: &["se", "je", "bi", "to"],
    ..LATIN
};

static HR: Language = Language {
    code: "hr",
    name: "Croatian",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('„', '“')],
    inflection: Some(inflection('-', &["a", "u", "om", "ovi", "ova", "ja", "ju", "jem", "ji", "jeva", "jima"])),
    doubled_words: &["se", "je", "bi", "to", "da"],
    ..LATIN
};

static HU: Language = Language {
    code: "hu",
    name: "Hungarian",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('„', '”'), ('»', '«'), ('"', '"')],
    inflection: Some(inflection(
        '-',
        &[
            "t", "k", "ek", "ok", "ök", "ban", "ben", "ba", "be", "ból", "ből", "on", "en", "ön", "ra", "re", "ról",
            "ről", "nál", "nél", "hoz", "hez", "höz", "tól", "től", "nak", "nek", "val", "vel", "ért", "ként", "kat",
            "ket", "kal", "kel", "knak", "knek", "kban", "kben", "król", "kről", "ja", "je", "jai", "jei", "s", "es",
            "os", "ös", "as", "et", "ot", "öt", "at", "eket", "okat", "öket", "ekkel", "okkal", "eknek", "oknak",
            "ekben", "okban", "ekhez", "okhoz", "ekre", "okra", "ekből", "okból", "ekről", "okról", "ektől", "októl",
            "fel", "mel", "sel", "lel", "nel", "rel", "jét", "ját", "jén", "ján", "jével", "jával", "jének", "jának",
            "jében", "jában",
        ],
    )),
    suspended_joiners: &["és", "vagy", "illetve"],
    small_acronyms: &[
        "bal", "bar", "bit", "cd", "dal", "dvd", "gps", "led", "mai", "mar", "mos", "nap", "pad", "sms", "tan", "usb",
        "vad",
    ],
    function_words: WordList::of(&[
        "a", "az", "azok", "azt", "be", "csak", "de", "egy", "egyes", "el", "ez", "ezek", "ezt", "fel", "ha", "hogy",
        "hogyan", "hozzá", "is", "itt", "kell", "ki", "lehet", "lesz", "meg", "mely", "mert", "mi", "minden", "mint",
        "most", "már", "míg", "nagy", "nem", "nincs", "ott", "pedig", "saját", "sem", "sok", "szerint", "számára",
        "több", "ugyan", "után", "vagy", "vagyis", "van", "vannak", "által", "és", "így", "ő",
    ]),
    dangling_words: &["a", "az", "egy", "és", "vagy", "hogy"],
    articles: &["a", "az", "egy", "hogy"],
    doubled_words: &["az", "ez", "egy", "sok", "már", "még", "ha", "ki", "be"],
    linking_words: &["és", "vagy", "hogy"],
    ..LATIN
};

static ET: Language = Language {
    code: "et",
    name: "Estonian",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' '],
    quotes: &[('„', '“')],
    inflection: Some(inflection('-', &["d", "de", "ga", "le", "lt", "l", "s", "st", "sse", "i", "ks"])),
    undoubled_words: &["et", "ja", "ning", "või"],
    ..LATIN
};

static LV: Language = Language {
    code: "lv",
    name: "Latvian",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' '],
    quotes: &[('“', '”')],
    undoubled_words: &["ar", "lai", "no", "par", "pie", "pēc", "un", "uz"],
    ..LATIN
};

static LT: Language = Language {
    code: "lt",
    name: "Lithuanian",
    script: Script::Latin,
    decimal: ',',
    groups: &['\u{a0}', ' '],
    quotes: &[('„', '“')],
    undoubled_words: &["arba", "ir", "iš", "kad", "nuo", "prie", "su"],
    ..LATIN
};

static TR: Language = Language {
    code: "tr",
    name: "Turkish",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' ', '\u{a0}'],
    quotes: &[('“', '”'), ('‘', '’'), ('"', '"')],
    dotted_i: true,
    inflection: Some(Inflection {
        mark: '\'',
        endings: &[
            "ler", "lar", "leri", "ları", "a", "e", "ı", "i", "u", "ü", "ya", "ye", "na", "ne", "yı", "yi", "yu", "yü",
            "nı", "ni", "nu", "nü", "sı", "si", "su", "sü", "ım", "im", "um", "üm", "ımız", "imiz", "umuz", "ümüz",
            "ınız", "iniz", "unuz", "ünüz", "nız", "niz", "nuz", "nüz", "da", "de", "ta", "te", "nda", "nde", "dan",
            "den", "tan", "ten", "ndan", "nden", "ın", "in", "un", "ün", "nın", "nin", "nun", "nün", "la", "le", "yla",
            "yle", "ki", "ca", "ce", "ça", "çe", "lı", "li", "lu", "lü", "sız", "siz", "suz", "süz", "dır", "dir",
            "dur", "dür", "tır", "tir", "tur", "tür", "ken", "yken", "ydı", "ydi",
        ],
        stacked: true,
        names: true,
        before: &[],
    }),
    small_acronyms: &[
        "bot", "ek", "gen", "gol", "kat", "kar", "kir", "kur", "led", "mal", "mat", "pas", "pil", "pot", "ram", "rol",
        "sac", "sap", "set", "sol", "son", "tam", "tas", "tek", "ten", "tip", "top", "tur", "van", "var", "ver", "yan",
    ],
    function_words: WordList::of(&[
        "ama", "ancak", "artık", "aynı", "bazı", "ben", "bile", "bir", "biri", "biz", "bu", "buna", "bunlar", "bunu",
        "bunun", "da", "daha", "de", "değil", "diye", "diğer", "en", "eğer", "fakat", "gibi", "göre", "hangi", "hem",
        "hep", "her", "hiç", "ile", "ilgili", "ise", "için", "kadar", "karşı", "kendi", "ki", "kim", "mi", "mu", "mü",
        "mı", "nasıl", "ne", "neden", "o", "olan", "olarak", "oldu", "olduğu", "olduğunu", "olmak", "olması", "olsa",
        "olup", "olur", "onlar", "onun", "orada", "sadece", "sen", "siz", "sonra", "tarafından", "tüm", "ve", "veya",
        "ya", "yalnızca", "yok", "çok", "çünkü", "önce", "üzere", "üzerinde", "şey", "şu",
    ]),
    dangling_words: &["bir"],
    articles: &["bir"],
    doubled_words: &[
        "zaman", "yavaş", "tek", "sık", "ayrı", "bir", "hemen", "adım", "teker", "güzel", "uzun", "kısa", "çeşit",
        "tane", "parça", "gün", "sıra", "grup", "küme", "birer", "ikişer", "ara", "hızlı", "satır", "madde", "sayfa",
        "kelime", "dosya", "bölüm", "katman", "aşama", "nokta", "kademe", "dönem", "yer", "tam", "kendi", "bol", "yan",
        "derin", "ince", "açık", "farklı", "değişik", "çok", "az", "türlü", "başka", "büyük", "küçük", "ufak", "sürü",
        "kat", "bölge", "harf", "tarih", "hafta", "ay", "yıl", "dakika", "saat", "saniye", "piksel", "öğe", "rakam",
        "kişi", "ülke", "iyi", "kolay", "sessiz", "doğru", "düzenli", "sürekli", "önce", "sonra", "ilk", "için",
        "göre", "bile",
    ],
    linking_words: &["ve", "veya", "ile", "için"],
    ..LATIN
};

static AZ: Language = Language {
    code: "az",
    name: "Azerbaijani",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' '],
    quotes: &[('“', '”')],
    dotted_i: true,
    ..LATIN
};

static VI: Language = Language {
    code: "vi",
    name: "Vietnamese",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' '],
    quotes: &[('“', '”')],
    function_words: WordList::of(&[
        "bằng", "bị", "bởi", "cho", "chúng", "các", "cũng", "của", "hoặc", "khi", "là", "mà", "mỗi", "một", "nhưng",
        "những", "này", "nên", "nếu", "rằng", "sẽ", "theo", "thì", "trong", "trên", "tại", "và", "vào", "vì", "vẫn",
        "về", "với", "đang", "đã", "đó", "được", "đến", "để", "ở",
    ]),
    dangling_words: &["và", "hoặc", "của", "các", "những"],
    articles: &["các", "những"],
    undoubled_words: &["cho", "các", "của", "hoặc", "khi", "những", "nếu", "rằng", "sẽ", "trong", "trên", "và", "đã"],
    ..LATIN
};

static ID: Language = Language {
    code: "id",
    name: "Indonesian",
    script: Script::Latin,
    decimal: ',',
    groups: &['.', ' '],
    quotes: &[('“', '”')],
    function_words: WordList::of(&[
        "adalah", "agar", "akan", "anda", "antara", "apa", "atau", "bagi", "bahwa", "bila", "bisa", "dalam", "dan",
        "dapat", "dari", "daripada", "dengan", "di", "hanya", "harus", "ini", "itu", "jika", "juga", "kami", "karena",
        "ke", "kepada", "ketika", "lebih", "maka", "mereka", "oleh", "pada", "para", "saat", "saja", "sebagai",
        "sebelum", "sebuah", "sehingga", "seperti", "serta", "setelah", "suatu", "tanpa", "telah", "tentang",
        "terhadap", "tersebut", "tetapi", "tidak", "untuk", "yang",
    ]),
    dangling_words: &[
        "dan", "atau", "yang", "untuk", "dari", "di", "ke", "dengan", "pada", "oleh", "dalam", "bahwa", "agar",
        "sebagai",
    ],
    articles: &["yang", "bahwa"],
    polite_words: &["anda"],
    undoubled_words: &["adalah", "akan", "atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"],
    ..LATIN
};

static MS: Language = Language {
    code: "ms",
    name: "Malay",
    script: Script::Latin,
    decimal: '.',
    groups: &[','],
    quotes: &[('“', '”')],
    undoubled_words: &["adalah", "akan", "atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"],
    ..LATIN
};

static EL: Language = Language {
    code: "el",
    name: "Greek",
    script: Script::Greek,
    decimal: ',',
    groups: &['.', ' '],
    quotes: &[('«', '»')],
    function_words: WordList::of(&[
        "ένα", "έναν", "ένας", "έχει", "έχετε", "έχουν", "ή", "αλλά", "αν", "ανά", "από", "αυτά", "αυτές", "αυτή",
        "αυτό", "αυτόν", "αυτός", "για", "δεν", "εάν", "είναι", "ενώ", "επίσης", "η", "θα", "κάθε", "και", "κατά",
        "μέσω", "μία", "με", "μετά", "μεταξύ", "μη", "μην", "μια", "μπορεί", "μπορείτε", "να", "ο", "οι", "που",
        "πριν", "προς", "πως", "πώς", "σας", "σε", "στα", "στη", "στην", "στις", "στο", "στον", "στους", "τα", "τη",
        "την", "της", "τις", "το", "τον", "του", "τους", "των", "τότε", "χωρίς", "ως", "όλα", "όλες", "όλοι", "όπως",
        "όταν", "ότι",
    ]),
    dangling_words: &[
        "ο", "η", "οι", "τη", "την", "τον", "στο", "στη", "στην", "στον", "στα", "στις", "στους", "σε", "και", "ή",
        "από", "για", "με", "να", "που", "ότι", "ως", "προς", "ένα", "μια", "μία",
    ],
    articles: &["ο", "η", "οι", "τη", "την", "τον", "που", "ότι", "να", "ένα", "μια", "μία"],
    undoubled_words: &[
        "από", "για", "θα", "και", "μέσω", "οι", "προς", "στα", "στη", "στην", "στις", "στο", "στον", "στους", "των",
        "χωρίς",
    ],
    linking_words: &["και", "ή"],
    ..LATIN
};

static RU: Language = Language {
    code: "ru",
    name: "Russian",
    script: Script::Cyrillic,
    decimal: ',',
    groups: &['\u{a0}', ' ', '\u{202f}', '.'],
    quotes: &[('«', '»'), ('„', '“'), ('"', '"')],
    function_words: WordList::of(&[
        "а", "без", "более", "больше", "бы", "был", "была", "были", "было", "быть", "в", "вам", "вас", "ваш", "ваши",
        "весь", "во", "вот", "все", "всего", "всех", "вы", "где", "для", "до", "если", "есть", "еще", "же", "за", "и",
        "из", "или", "им", "их", "к", "как", "какой", "когда", "которая", "которого", "которое", "которой", "которые",
        "который", "ли", "либо", "между", "может", "можно", "мы", "на", "над", "не", "него", "нее", "нет", "ни", "них",
        "но", "о", "об", "однако", "он", "она", "они", "оно", "от", "перед", "по", "под", "после", "потому", "при",
        "с", "своей", "свой", "себя", "со", "так", "также", "такой", "там", "те", "тем", "то", "того", "тоже",
        "только", "том", "тот", "у", "уже", "что", "чтобы", "эта", "эти", "это", "этого", "этой", "этом", "этот",
    ]),
    dangling_words: &[
        "и", "или", "а", "в", "во", "на", "с", "со", "к", "ко", "от", "до", "для", "из", "о", "об", "при", "по", "под",
        "над", "за", "что",
    ],
    articles: &["что"],
    doubled_words: &["еле", "чуть", "вот", "да", "нет", "давно", "очень", "то"],
    linking_words: &["или"],
    polite_words: &[
        "вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "вашего", "вашей", "вашем", "вашему", "вашим", "вашими",
        "ваших", "ваши", "вашу",
    ],
    ..LATIN
};

static UK: Language = Language {
    code: "uk",
    name: "Ukrainian",
    script: Script::Cyrillic,
    decimal: ',',
    groups: &['\u{a0}', ' ', '.'],
    quotes: &[('«', '»'), ('„', '“'), ('"', '"')],
    function_words: WordList::of(&[
        "а", "аби", "або", "але", "без", "був", "буде", "була", "були", "було", "бути", "більше", "в", "вам", "вас",
        "ваш", "ви", "вони", "все", "всіх", "від", "він", "для", "до", "же", "з", "за", "зі", "й", "його", "коли",
        "лише", "може", "можна", "між", "на", "над", "не", "ні", "о", "об", "один", "однак", "по", "при", "про", "під",
        "після", "та", "так", "також", "там", "те", "ти", "той", "тому", "тут", "у", "це", "цей", "цього", "цю", "ці",
        "цієї", "чи", "що", "щоб", "як", "яка", "яке", "який", "якщо", "які", "є", "і", "із", "їх", "її",
    ]),
    dangling_words: &[
        "і", "й", "та", "або", "в", "у", "на", "з", "зі", "до", "від", "для", "із", "о", "об", "при", "по", "під",
        "над", "за", "що",
    ],
    articles: &["що"],
    doubled_words: &["ледь", "так", "ні", "то"],
    linking_words: &["або", "та"],
    polite_words: &[
        "ви", "вас", "вам", "вами", "ваш", "ваша", "ваше", "вашого", "вашої", "вашій", "вашим", "ваших", "ваші", "вашу",
    ],
    ..LATIN
};

static BG: Language = Language {
    code: "bg",
    name: "Bulgarian",
    script: Script::Cyrillic,
    decimal: ',',
    groups: &['\u{a0}', ' ', '.'],
    quotes: &[('„', '“')],
    function_words: WordList::of(&[
        "ако", "без", "беше", "бъдат", "бъде", "в", "вас", "вече", "ви", "вие", "все", "всеки", "всички", "във",
        "върху", "да", "дали", "до", "докато", "за", "защото", "и", "из", "или", "им", "има", "как", "какво", "когато",
        "което", "които", "който", "която", "къде", "към", "ли", "между", "може", "можете", "на", "над", "не", "него",
        "нея", "ни", "но", "няма", "обаче", "освен", "от", "по", "под", "поради", "преди", "през", "при", "с", "са",
        "само", "се", "си", "след", "сме", "сте", "със", "също", "тази", "така", "те", "тези", "това", "този", "той",
        "тя", "у", "че", "чрез", "ще",
    ]),
    dangling_words: &[
        "и", "или", "в", "във", "на", "с", "със", "за", "от", "до", "към", "под", "над", "при", "през", "между", "без",
        "че",
    ],
    articles: &["че"],
    undoubled_words: &[
        "без", "във", "до", "за", "или", "което", "които", "който", "която", "към", "между", "на", "от", "под", "при",
        "след", "със", "че", "чрез", "ще",
    ],
    ..LATIN
};

static SR: Language = Language {
    code: "sr",
    name: "Serbian",
    script: Script::Cyrillic,
    decimal: ',',
    groups: &['.', ' '],
    quotes: &[('„', '“')],
    undoubled_words: &[
        "ili", "na", "nakon", "od", "pri", "sa", "za", "zbog", "за", "због", "или", "на", "након", "од", "при", "са",
    ],
    ..LATIN
};

static AR: Language = Language {
    code: "ar",
    name: "Arabic",
    script: Script::Arabic,
    direction: Direction::RightToLeft,
    decimal: '.',
    groups: &[',', '٬'],
    quotes: &[('«', '»'), ('”', '“')],
    function_words: WordList::of(&[
        "أن", "أو", "إذا", "إلى", "التي", "الذي", "الذين", "بعد", "بين", "تلك", "ثم", "حتى", "حول", "حيث", "خلال",
        "ذلك", "على", "عن", "عند", "عندما", "غير", "في", "قبل", "قد", "كل", "كما", "لا", "لكن", "لم", "لن", "ما", "مع",
        "من", "هذا", "هذه", "هناك", "هو", "هي",
    ]),
    dangling_words: &["إلى", "في", "من", "على", "عن", "مع", "أو", "ثم", "التي", "الذي", "بين"],
    articles: &["التي", "الذي"],
    undoubled_words: &["أن", "أو", "إلى", "التي", "الذي", "على", "عن", "في", "هذه"],
    ..LATIN
};

static FA: Language = Language {
    code: "fa",
    name: "Persian",
    script: Script::Arabic,
    direction: Direction::RightToLeft,
    decimal: '.',
    groups: &[',', '٬'],
    quotes: &[('«', '»')],
    ..LATIN
};

static HE: Language = Language {
    code: "he",
    name: "Hebrew",
    script: Script::Hebrew,
    direction: Direction::RightToLeft,
    decimal: '.',
    groups: &[','],
    quotes: &[('”', '”')],
    function_words: WordList::of(&[
        "אבל", "או", "אחרי", "אך", "אל", "אם", "אשר", "את", "בין", "גם", "הוא", "היא", "הם", "הן", "זאת", "זה", "זו",
        "יותר", "כאשר", "כדי", "כי", "כל", "לא", "לפי", "לפני", "מן", "עד", "על", "עם", "רק", "של", "שלך",
    ]),
    dangling_words: &["את", "של", "עם", "או", "אל", "כי", "אשר", "בין", "כדי"],
    articles: &["אשר", "כי"],
    undoubled_words: &["או", "אחרי", "אשר", "באמצעות", "כדי", "כי", "ללא", "לפני", "עבור", "של"],
    ..LATIN
};

static HI: Language = Language {
    code: "hi",
    name: "Hindi",
    script: Script::Indic,
    decimal: '.',
    groups: &[','],
    quotes: &[('“', '”')],
    function_words: WordList::of(&[
        "अगर", "इन", "इस", "उन", "उस", "और", "का", "कि", "की", "के", "को", "जब", "जो", "तक", "तो", "था", "थी", "थे",
        "द्वारा", "नहीं", "ने", "पर", "भी", "में", "यदि", "यह", "या", "ये", "लिए", "लेकिन", "वह", "वे", "साथ", "से", "ही", "है",
        "हैं",
    ]),
    dangling_words: &["और", "या", "कि"],
    articles: &["कि"],
    undoubled_words: &["कि", "को", "ने", "में", "या", "लिए", "है", "हैं"],
    ..LATIN
};

static TH: Language = Language {
    code: "th",
    name: "Thai",
    script: Script::SoutheastAsian,
    decimal: '.',
    groups: &[','],
    quotes: &[('“', '”')],
    function_words: WordList::of(&[
        "กับ", "ของ", "คือ", "จะ", "จาก", "ซึ่ง", "ต้อง", "ถึง", "ที่", "นั้น", "นี้", "บน", "สำหรับ", "หรือ", "เป็น", "เพื่อ", "เมื่อ",
        "และ", "โดย", "ใน", "ให้", "ได้", "ไปยัง", "ไม่",
    ]),
    ..LATIN
};

static JA: Language = Language {
    code: "ja",
    name: "Japanese",
    script: Script::Han,
    decimal: '.',
    groups: &[','],
    quotes: &[('「', '」'), ('『', '』')],
    function_words: WordList::of(&[
        "および", "から", "が", "この", "その", "で", "と", "に", "について", "の", "は", "へ", "または", "まで", "も",
        "や", "より", "を",
    ]),
    doubled_words: &["地域", "時代", "場所", "場面", "家庭", "要所", "節目", "部分", "段階", "個所", "箇所"],
    ..LATIN
};

static ZH: Language = Language {
    code: "zh",
    name: "Chinese",
    script: Script::Han,
    decimal: '.',
    groups: &[','],
    quotes: &[('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』')],
    function_words: WordList::of(&[
        "与", "为", "了", "于", "从", "以及", "到", "及", "和", "在", "对", "将", "將", "對", "從", "或", "把", "於",
        "是", "為", "的", "與",
    ]),
    doubled_words: &[
        "讨论", "研究", "考虑", "了解", "学习", "休息", "商量", "打听", "认识", "检查", "整理", "收拾", "活动", "锻炼",
        "练习", "准备", "介绍", "参观", "分析", "比较", "尝试", "体验", "调整", "测试", "试验", "观察", "熟悉", "放松",
        "清理", "打扫", "沟通", "交流", "反思", "反省", "回顾", "总结", "思考", "琢磨", "适应", "核对", "对比", "留意",
        "感受", "享受", "照顾", "解释", "探讨", "复习", "欣赏", "品尝", "打扮", "讲解", "考察", "询问", "咨询", "合计",
        "意思", "討論", "考慮", "瞭解", "學習", "認識", "檢查", "鍛鍊", "練習", "準備", "介紹", "參觀", "比較", "嘗試",
        "體驗", "調整", "測試", "試驗", "觀察", "放鬆", "打掃", "溝通", "回顧", "總結", "適應", "核對", "對比", "照顧",
        "解釋", "探討", "複習", "欣賞", "品嚐", "講解", "詢問", "諮詢",
    ],
    ..LATIN
};

static KO: Language = Language {
    code: "ko",
    name: "Korean",
    script: Script::Hangul,
    decimal: '.',
    groups: &[','],
    quotes: &[('“', '”'), ('‘', '’')],
    particles: &["을", "를", "은", "는", "의", "에", "에서", "에게", "로", "으로", "와"],
    undoubled_words: &["그리고", "또는", "및"],
    ..LATIN
};

/// Every known language.
pub static LANGUAGES: &[&Language] = &[
    &EN, &NL, &DE, &LB, &SV, &DA, &NB, &NN, &FI, &IS, &FR, &ES, &IT, &PT, &CA, &RO, &PL, &CS, &SK, &SL, &HR, &HU, &ET,
    &LV, &LT, &TR, &AZ, &VI, &ID, &MS, &EL, &RU, &UK, &BG, &SR, &AR, &FA, &HE, &HI, &TH, &JA, &ZH, &KO,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted_for_binary_search() {
        for language in LANGUAGES {
            assert!(language.function_words.words().is_sorted(), "{}", language.name);
        }
    }

    #[test]
    fn articles_are_words_that_cannot_end_a_phrase() {
        for language in LANGUAGES {
            let dangles = |word: &&str| language.dangling_words.contains(word);
            assert!(language.articles.iter().all(dangles), "{}", language.name);
        }
    }

    #[test]
    fn codes_are_unique() {
        let mut codes: Vec<_> = LANGUAGES.iter().map(|language| language.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), LANGUAGES.len());
    }
}
