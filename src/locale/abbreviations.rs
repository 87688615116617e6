//! Abbreviations that are written with a full stop of their own, by language.
//!
//! Written for this project, after the abbreviations that CLDR keeps from ending a sentence (`segments`,
//! `SentenceBreak` suppressions), the spelling guides of the languages and what technical texts shorten. Only the last
//! part of one of several words is listed (`zn` of `m. zn.`); single letters are not, for they never end a sentence.

use super::Language;

impl Language {
    /// Whether `word`, in lower case and without its full stop, is an abbreviation.
    ///
    /// ```
    /// # use bilint::locale::Locale;
    /// let is_abbreviation = |code, word| Locale::parse(code).unwrap().language().is_abbreviation(word);
    /// assert!(is_abbreviation("cs", "přibl") && is_abbreviation("cs", "etc") && !is_abbreviation("cs", "soubor"));
    /// ```
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let own = ABBREVIATIONS.iter().find(|(code, _)| *code == self.code);
        INTERNATIONAL.contains(&word) || own.is_some_and(|(_, words)| words.contains(&word))
    }
}

/// Whether `word`, in lower case, is an abbreviation of some language that a capital often follows within a sentence.
pub fn leads_on(word: &str) -> bool {
    BEFORE_CAPITALS.contains(&word)
}

/// Abbreviations of two and three letters that stand before a capital, from the languages that bilint knows.
const BEFORE_CAPITALS: &[&str] = &[
    "abb", "abs", "art", "bl", "bsp", "bzw", "ca", "dr", "etc", "evt", "fig", "ggf", "inc", "jr", "max", "min", "mr",
    "mrs", "ms", "nr", "np", "num", "pag", "par", "pt", "resp", "sog", "sr", "st", "str", "tab", "tbv", "tj", "tzn",
    "usw", "vgl", "vs", "zgn",
];

/// Abbreviations that many languages share: of Latin, of firms, and in texts that keep what the source has.
const INTERNATIONAL: &[&str] = &[
    "approx", "bros", "ca", "corp", "dept", "dr", "etc", "excl", "fig", "ibid", "inc", "incl", "jr", "ltd", "max",
    "min", "mr", "mrs", "ms", "nr", "prof", "resp", "sr", "tel", "univ", "vol", "vs",
];

/// By language.
const ABBREVIATIONS: &[(&str, &[&str])] = &[
    ("en", &["assn", "avg", "co", "ed", "est", "govt", "llc", "misc", "no", "nos", "pp", "sec", "st"]),
    ("lv", &["apm", "lpp", "piem", "sk", "tml", "tūkst", "utml", "utt"]),
    ("lt", &["kt", "pan", "psl", "pvz", "tūkst", "žr"]),
    ("et", &["jne", "jt", "lk", "näit", "sh", "st", "umb", "vt"]),
    (
        "nl",
        &[
            "aanv", "afb", "afd", "afk", "alg", "art", "bijl", "bijv", "blz", "bv", "doc", "dwz", "eig", "eng", "enz",
            "etc", "evt", "exc", "gem", "hfst", "ing", "inz", "jl", "kl", "max", "mevr", "mld", "mln", "ned", "nml",
            "nrs", "ong", "oorspr", "opm", "pag", "par", "sec", "tab", "temp", "verz", "vgl", "vlg", "vnl", "voorb",
            "voorz", "zgn", "zog",
        ],
    ),
    (
        "de",
        &[
            "abb", "abk", "abs", "abschn", "abt", "abzgl", "allg", "amtl", "anh", "anm", "aufl", "ausschl", "bd",
            "bes", "bez", "bsp", "bspw", "bzgl", "bzw", "dergl", "dgl", "dt", "durchschn", "ehem", "eigtl", "einschl",
            "engl", "entspr", "erg", "etw", "evtl", "exkl", "ff", "forts", "geb", "gegebenenf", "gegr", "gepl", "ges",
            "gew", "gez", "ggf", "ggfs", "hist", "hrsg", "inkl", "insb", "insbes", "int", "jun", "jährl", "kap", "kl",
            "kompl", "lfd", "max", "mind", "mio", "monatl", "mrd", "mtl", "nachm", "näml", "nördl", "orig", "pos",
            "rd", "sek", "sog", "sogen", "soz", "spez", "std", "stdl", "str", "südl", "tab", "techn", "teilw", "tsd",
            "tägl", "ugs", "umg", "ungef", "univ", "urspr", "usf", "usw", "vergl", "verh", "verm", "verschl", "vgl",
            "vorauss", "vorl", "vorm", "wg", "wiss", "wöchentl", "zeitl", "ziff", "zus", "zw", "zzgl", "öffentl",
            "österr",
        ],
    ),
    (
        "sv",
        &[
            "anm", "avd", "avs", "betr", "bil", "bl", "div", "dvs", "ev", "exkl", "forts", "frv", "föreg", "förf",
            "förk", "inkl", "jfr", "kap", "kl", "krs", "mfl", "mha", "milj", "motsv", "mån", "nuv", "näml", "obs",
            "omkr", "osv", "pga", "ref", "sek", "sid", "skr", "spec", "st", "suppl", "särsk", "såk", "tab", "tekn",
            "tfn", "tsk", "ung", "ungef", "uppl", "urspr", "utg", "övers",
        ],
    ),
    (
        "da",
        &[
            "afd", "afs", "alm", "anm", "bem", "bl", "ca", "dvs", "ekskl", "evt", "feks", "flg", "forb", "fork", "fx",
            "gl", "gns", "henh", "hhv", "iflg", "inkl", "jf", "kap", "kl", "kr", "lign", "likv", "maks", "md", "mdl",
            "mht", "mia", "mio", "mods", "mv", "ndf", "nuv", "nærv", "obs", "opr", "oprindl", "osv", "overs", "pct",
            "pga", "pkt", "ref", "sek", "sml", "spec", "stk", "str", "særl", "tab", "tekn", "tilh", "tilsv", "tlf",
            "udg", "vedr", "vejl", "årl",
        ],
    ),
    (
        "nb",
        &[
            "adm", "adr", "alm", "anm", "art", "avd", "bl", "dvs", "eks", "ekskl", "ev", "evt", "feks", "fig", "forb",
            "fork", "gj", "gjsn", "henh", "hhv", "hvv", "iflg", "inkl", "jf", "jfr", "kap", "kl", "kr", "lign", "maks",
            "md", "mfl", "mill", "mnd", "mrd", "mv", "obs", "omtr", "opph", "oppr", "osv", "pga", "pkt", "ref", "sek",
            "sml", "spes", "stk", "str", "særl", "tab", "tekn", "tilsv", "tlf", "utg", "vedr", "vha", "årl",
        ],
    ),
    (
        "fi",
        &[
            "allek", "edell", "erit", "esim", "huom", "ilm", "jne", "joht", "kesk", "kpl", "ks", "kts", "käyt",
            "lisät", "lkm", "lyh", "läh", "mahd", "maks", "milj", "mm", "mrd", "ns", "nyk", "oik", "pj", "puh", "pvm",
            "ref", "sek", "suht", "suom", "synt", "tark", "tav", "tekn", "teoll", "toim", "tsk", "tsto", "verr", "vk",
            "vrt", "vuos", "yht", "yks", "ym", "yms",
        ],
    ),
    (
        "fr",
        &[
            "adj", "adr", "append", "art", "bull", "cf", "ch", "chap", "config", "dir", "doc", "déc", "dép", "ed",
            "ex", "excl", "ext", "fasc", "fig", "févr", "gén", "hab", "ill", "incl", "inf", "janv", "juil", "lég",
            "max", "mens", "min", "nb", "niv", "nov", "num", "obs", "oct", "opt", "orig", "ouvr", "paragr", "param",
            "pp", "prov", "préc", "req", "réf", "rés", "sec", "sect", "sept", "serv", "spéc", "suiv", "sup", "suppl",
            "tabl", "tech", "trad", "trim", "téléph", "univ", "var", "éd", "évent",
        ],
    ),
    (
        "es",
        &[
            "abr", "admin", "admón", "apdo", "aprox", "art", "av", "avda", "ayto", "cap", "cf", "cod", "col", "comp",
            "conf", "cta", "cía", "cód", "dcha", "dep", "depto", "dic", "dir", "doc", "docs", "dpto", "dra", "ed",
            "edit", "ej", "entlo", "esp", "etc", "excl", "ext", "fact", "fdo", "feb", "fig", "figs", "gob", "gral",
            "hnos", "ibíd", "incl", "inf", "ing", "izq", "izqda", "jul", "jun", "lic", "líns", "mens", "min", "máx",
            "mín", "nov", "ntra", "núm", "núms", "obs", "oct", "op", "orig", "pdo", "pl", "plza", "pp", "pral", "prof",
            "prom", "prov", "pról", "pte", "pág", "págs", "pár", "párr", "párrs", "ref", "reg", "rte", "sec", "secc",
            "seg", "sept", "sig", "sra", "sras", "sres", "srta", "sust", "tab", "tb", "tel", "teléf", "tfno", "trad",
            "ud", "uds", "univ", "vd", "vds", "vol", "vols", "íd",
        ],
    ),
    (
        "it",
        &[
            "abbr", "amm", "art", "artt", "avv", "cap", "capp", "cfr", "cit", "cod", "col", "conf", "dir", "doc",
            "dott", "ecc", "ed", "egr", "escl", "fig", "figg", "gent", "geom", "ibid", "incl", "ing", "int", "ist",
            "mass", "max", "min", "mod", "naz", "num", "ogg", "op", "orig", "pag", "pagg", "par", "parr", "pp", "prec",
            "pref", "prev", "prof", "prov", "rag", "rif", "segg", "sez", "sig", "sigg", "spett", "succ", "suppl",
            "tab", "tel", "tit", "trad", "univ", "vers", "vs",
        ],
    ),
    (
        "pt",
        &[
            "adm", "admin", "apart", "apend", "aprox", "art", "arts", "av", "cap", "caps", "cf", "cia", "col", "comp",
            "compl", "conf", "coord", "cód", "dep", "depto", "desc", "dir", "doc", "docs", "dra", "ed", "eng", "esp",
            "etc", "excl", "ext", "fev", "fig", "figs", "fls", "hab", "ibid", "incl", "inf", "jan", "jul", "jun",
            "ltda", "mens", "máx", "mín", "nov", "num", "núm", "obs", "op", "orig", "pag", "par", "parág", "pp",
            "pref", "prof", "profa", "pron", "prov", "pág", "págs", "ref", "refs", "reg", "sec", "seg", "seç", "sra",
            "srs", "supl", "séc", "tel", "trad", "trim", "téc", "univ", "vol", "vols",
        ],
    ),
    (
        "ca",
        &[
            "aprox", "art", "av", "cap", "cf", "cia", "dept", "dra", "ex", "exc", "fig", "incl", "màx", "mín", "núm",
            "obs", "pàg", "pàgs", "ref", "sec", "seg", "sra", "tel", "trad", "vol",
        ],
    ),
    (
        "ro",
        &[
            "admin", "alin", "apr", "aprox", "art", "aug", "cap", "cca", "cf", "col", "conf", "dec", "dl", "doc", "ed",
            "etc", "ex", "excl", "febr", "fig", "gen", "ian", "incl", "ing", "max", "min", "mld", "noiem", "nr", "obs",
            "oct", "orig", "pag", "pct", "pg", "prec", "prof", "pt", "ref", "resp", "sec", "sect", "secț", "sept",
            "spec", "str", "subl", "supl", "tab", "teh", "tel", "trad", "urm", "vol",
        ],
    ),
    (
        "pl",
        &[
            "adm", "ang", "art", "cyt", "cz", "dod", "dok", "dop", "dot", "ds", "dyr", "ew", "ewent", "fiz", "godz",
            "gosp", "gł", "hab", "inf", "inst", "inż", "itd", "itp", "kl", "kol", "kpt", "kw", "lic", "lit", "maks",
            "mies", "najm", "nast", "niem", "np", "obj", "obow", "odb", "odc", "odp", "ogl", "ok", "oprac", "org",
            "os", "ost", "ozn", "par", "pkt", "pn", "poj", "popr", "poz", "prawd", "proc", "prof", "przym", "przyp",
            "pt", "pw", "red", "rozdz", "rozp", "rys", "sek", "skr", "spec", "str", "szac", "szer", "tab", "tech",
            "tel", "tj", "tyg", "tys", "tzn", "tzw", "tłum", "ub", "ul", "ust", "wew", "wg", "woj", "wsp", "wyd",
            "wym", "wys", "właśc", "zaw", "zał", "zew", "zn", "zob", "łac", "śr", "św",
        ],
    ),
    (
        "cs",
        &[
            "ang", "apod", "arch", "atd", "atp", "dop", "dosl", "ev", "event", "fakt", "franc", "hl", "hod", "ing",
            "kap", "koef", "kupř", "lat", "max", "min", "mj", "mld", "mn", "např", "nar", "násl", "něm", "obd", "obr",
            "odp", "odst", "orig", "ozn", "pag", "pl", "popř", "posl", "pozn", "poř", "pořad", "prům", "písm", "př",
            "předch", "přel", "přibl", "příkl", "příl", "příp", "přísl", "red", "rep", "resp", "roč", "sek", "spec",
            "srov", "st", "stol", "str", "sv", "tab", "tech", "tis", "tj", "tzn", "tzv", "ul", "vyd", "vyp", "vým",
            "vč", "zap", "zejm", "zkr", "zn", "zvl", "zákl", "čj", "čl", "čís",
        ],
    ),
    (
        "sk",
        &[
            "ang", "apod", "atp", "atď", "event", "hl", "hod", "kap", "max", "mil", "min", "mld", "napr", "nasl",
            "obr", "odd", "odp", "ods", "orig", "popr", "pozn", "pribl", "priem", "príl", "príp", "písm", "resp",
            "roč", "sek", "spec", "st", "str", "tab", "tis", "tj", "tzn", "tzv", "ul", "vrát", "zjedn", "zvl", "čl",
        ],
    ),
    (
        "sl",
        &[
            "angl", "dr", "gl", "idr", "ipd", "itd", "maks", "najm", "npr", "odd", "odst", "okt", "oz", "pogl",
            "pribl", "prim", "razd", "sek", "str", "tab", "tel", "tj", "zap", "čl", "št",
        ],
    ),
    (
        "hr",
        &[
            "br", "dr", "engl", "god", "isp", "itd", "itsl", "kol", "maks", "min", "mj", "mlrd", "npr", "odj", "odn",
            "ods", "pogl", "pojed", "prib", "primj", "prosj", "sek", "sl", "st", "str", "tab", "tel", "tis", "tj",
            "tzv", "uklj", "ul", "čl",
        ],
    ),
    (
        "hu",
        &[
            "alk", "aug", "bek", "bt", "db", "dec", "egyt", "esetl", "febr", "fej", "ford", "hiv", "ill", "ism", "jan",
            "jegyz", "júl", "jún", "kb", "kft", "kiad", "krt", "köt", "köv", "kül", "ld", "max", "megj", "mell", "mp",
            "mrd", "márc", "nov", "nyrt", "okt", "old", "pl", "pont", "rt", "stb", "sz", "szept", "szer", "szerk",
            "szül", "tel", "tkp", "uo", "vm", "vmint", "vö", "zrt", "ált", "ápr", "évf", "ún",
        ],
    ),
    (
        "tr",
        &[
            "alm", "av", "bk", "bkz", "bşk", "cad", "dk", "doç", "dr", "fak", "gör", "hzl", "ing", "krş", "ltd", "mad",
            "mah", "maks", "md", "müd", "mük", "ort", "prof", "sf", "sn", "tab", "tel", "tic", "uzm", "vb", "vd",
            "yakl", "yay", "yk", "yrd", "yy", "çev", "örn", "öğr", "şek", "şti",
        ],
    ),
    (
        "el",
        &[
            "αρ", "αριθ", "βλ", "γεν", "δηλ", "δισ", "εβδ", "εικ", "εκατ", "εκδ", "ελάχ", "ενδ", "ενότ", "επιμ",
            "επόμ", "κεφ", "κλπ", "κτλ", "κυρ", "λεπ", "λεπτ", "μεγ", "μτφ", "ονομ", "πίν", "παρ", "παράγρ", "πλ",
            "πληθ", "ποσ", "πρ", "πρβλ", "προηγ", "πχ", "σελ", "σημ", "συμπ", "σχ", "σχετ", "τηλ", "τιμ", "τμ", "τροπ",
            "υπόδ", "χιλ", "χλμ", "ώρ",
        ],
    ),
    (
        "ru",
        &[
            "абз", "адм", "англ", "вкл", "выкл", "гг", "гл", "гос", "диагр", "доб", "док", "доп", "др", "ед", "зам",
            "изд", "изм", "илл", "им", "инд", "исп", "кв", "кол", "комн", "коэф", "лат", "лит", "макс", "мес", "мин",
            "млн", "млрд", "накл", "напр", "нач", "нед", "необяз", "обл", "обр", "обяз", "оконч", "оп", "опред", "опц",
            "ориг", "осн", "отв", "откл", "отп", "офиц", "пл", "пом", "пор", "посл", "пп", "пр", "пред", "предст",
            "прибл", "прил", "прим", "проф", "проч", "разд", "разл", "распр", "ред", "рис", "руб", "рук", "сб", "св",
            "сек", "сент", "след", "см", "сокр", "соотв", "спец", "ср", "ст", "стб", "стр", "сут", "табл", "тел",
            "тех", "техн", "тж", "тыс", "ул", "упр", "усл", "февр", "фиг", "функц", "хар", "чел", "числ", "экз", "эл",
            "янв",
        ],
    ),
    (
        "uk",
        &[
            "абз", "адм", "англ", "вимк", "вкл", "включ", "відп", "гл", "гр", "грн", "див", "дод", "док", "дол", "заг",
            "заст", "зах", "зб", "зм", "кв", "крб", "кіл", "кільк", "кімн", "лат", "літ", "макс", "мат", "млн", "млрд",
            "мін", "міс", "напр", "необов", "обл", "обов", "обсл", "опер", "ориг", "пог", "пор", "пп", "пр", "прибл",
            "прим", "проф", "ред", "рис", "розд", "розм", "розр", "рр", "св", "сек", "сер", "скор", "спец", "ст",
            "стор", "табл", "тел", "тех", "техн", "тиж", "тис", "увімк", "укр", "хар", "хв", "цит", "чл", "шт", "ял",
            "ім", "ін", "інд",
        ],
    ),
    (
        "bg",
        &[
            "абз", "англ", "бр", "вж", "вкл", "включ", "гл", "гр", "дек", "доп", "др", "ет", "забел", "изд", "изкл",
            "изм", "инж", "кв", "кол", "лв", "лит", "макс", "мес", "мин", "млн", "млрд", "напр", "обл", "обр", "отг",
            "пл", "пор", "посл", "пр", "прибл", "прил", "проф", "разд", "ред", "рис", "св", "сек", "сл", "след",
            "спец", "срв", "ст", "стр", "съкр", "съотв", "табл", "тел", "тех", "ул", "фиг", "хил", "чл", "юл", "юн",
        ],
    ),
    (
        "sr",
        &[
            "бр", "гл", "год", "др", "енгл", "изд", "итд", "макс", "мил", "мин", "млрд", "нпр", "одн", "пог", "прим",
            "проф", "разд", "сек", "сл", "ср", "ст", "стр", "таб", "тел", "тзв", "тј", "ул", "хиљ", "чл",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LANGUAGES;

    #[test]
    fn abbreviations_are_in_lower_case_and_of_known_languages() {
        for (code, words) in ABBREVIATIONS {
            assert!(LANGUAGES.iter().any(|language| language.code == *code), "{code}");
            assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.contains('.')), "{code}");
        }
    }
}
