//! Number words, to know a number that a translation spells out. Written for this project from the grammars of the
//! languages; beginnings of words, so that endings do not matter, with `|` between forms.

use super::Language;

/// Whether `text` spells out `value`, in the words of `language`: two to nineteen by their own words, twenty to
/// ninety-nine by the word for their tens. Languages that are not known spell nothing out.
///
/// ```
/// # use bilint::locale::{Locale, is_spelled_out};
/// let es = Locale::parse("es").unwrap();
/// assert!(is_spelled_out(15, "Dura quince minutos.", es.language()));
/// assert!(is_spelled_out(25, "veinticinco", es.language()) && !is_spelled_out(30, "veinte", es.language()));
/// ```
pub fn is_spelled_out(value: u32, text: &str, language: &Language) -> bool {
    let row = WORDS.iter().find(|(code, _)| *code == language.code || *code == "nb" && language.code == "nn");
    let Some((_, words)) = row else { return false };
    let index = match value {
        2..=19 => value - 2,
        20..=99 => value / 10 + 16,
        _ => return false,
    };
    let text = text.to_lowercase();
    // Germanic tens end their word: `vijfentwintig`.
    let begins = |at: usize| value > 19 || !text[..at].ends_with(char::is_alphabetic);
    words[index as usize].split('|').any(|form| text.match_indices(form).any(|(at, _)| begins(at)))
}

/// For each language, the words for two to nineteen and for the tens from twenty to ninety.
const WORDS: &[(&str, [&str; 26])] = &[
    (
        "nl",
        [
            "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
            "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "dertig", "veertig",
            "vijftig", "zestig", "zeventig", "tachtig", "negentig",
        ],
    ),
    (
        "de",
        [
            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
            "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig", "dreißig|dreissig",
            "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
        ],
    ),
    (
        "sv",
        [
            "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton",
            "femton", "sexton", "sjutton", "arton", "nitton", "tjugo", "trettio", "fyrtio", "femtio", "sextio",
            "sjuttio", "åttio", "nittio",
        ],
    ),
    (
        "da",
        [
            "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
            "femten", "seksten", "sytten", "atten", "nitten", "tyve", "tredive", "fyrre", "halvtreds", "tres",
            "halvfjerds", "firs", "halvfems",
        ],
    ),
    (
        "nb",
        [
            "to", "tre", "fire", "fem", "seks", "sju|syv", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
            "femten", "seksten", "sytten", "atten", "nitten", "tjue|tyve", "tretti|tredve", "førti", "femti", "seksti",
            "sytti", "åtti", "nitti",
        ],
    ),
    (
        "fr",
        [
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
            "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt", "trente", "quarante",
            "cinquante", "soixante", "soixante-dix|septante", "quatre-vingt|huitante", "quatre-vingt-dix|nonante",
        ],
    ),
    (
        "es",
        [
            "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
            "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veint", "treinta", "cuarenta",
            "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
        ],
    ),
    (
        "it",
        [
            "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
            "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "vent", "trent", "quarant",
            "cinquant", "sessant", "settant", "ottant", "novant",
        ],
    ),
    (
        "pt",
        [
            "dois|duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
            "catorze|quatorze", "quinze", "dezesseis|dezasseis", "dezessete|dezassete", "dezoito", "dezenove|dezanove",
            "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa",
        ],
    ),
    (
        "ro",
        [
            "doi|două", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă", "zece", "unsprezece",
            "doisprezece|douăsprezece", "treisprezece", "paisprezece", "cincisprezece", "șaisprezece", "șaptesprezece",
            "optsprezece", "nouăsprezece", "douăzeci", "treizeci", "patruzeci", "cincizeci", "șaizeci", "șaptezeci",
            "optzeci", "nouăzeci",
        ],
    ),
    (
        "pl",
        [
            "dwa|dwie|dwó|dwu", "trzy|trze|trój", "czter", "pięć|pięci", "sześć|sześci", "siedem|siedmi", "osiem|ośmi",
            "dziewię", "dziesię", "jedena", "dwana|dwuna", "trzyna", "czterna", "piętna", "szesna", "siedemna",
            "osiemna", "dziewiętna", "dwadzie|dwudzie", "trzydzie", "czterdzie", "pięćdzies|pięćdziesi", "sześćdzies",
            "siedemdzies", "osiemdzies", "dziewięćdzies",
        ],
    ),
    (
        "cs",
        [
            "dva|dvě|dvou", "tři|třech", "čtyř", "pět|pěti", "šest", "sedm", "osm", "devět|devíti", "deset|deseti",
            "jedenáct", "dvanáct", "třináct", "čtrnáct", "patnáct", "šestnáct", "sedmnáct", "osmnáct", "devatenáct",
            "dvacet|dvaceti", "třicet|třiceti", "čtyřicet", "padesát", "šedesát", "sedmdesát", "osmdesát", "devadesát",
        ],
    ),
    (
        "hu",
        [
            "két|kettő", "három", "négy", "öt", "hat", "hét|hete", "nyolc", "kilenc", "tíz|tize", "tizenegy",
            "tizenkét|tizenkettő", "tizenhárom", "tizennégy", "tizenöt", "tizenhat", "tizenhét", "tizennyolc",
            "tizenkilenc", "húsz|husz", "harminc", "negyven", "ötven", "hatvan", "hetven", "nyolcvan", "kilencven",
        ],
    ),
    (
        "tr",
        [
            "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", "on bir", "on iki", "on üç", "on dört",
            "on beş", "on altı", "on yedi", "on sekiz", "on dokuz", "yirmi", "otuz", "kırk", "elli", "altmış",
            "yetmiş", "seksen", "doksan",
        ],
    ),
    (
        "fi",
        [
            "kaksi|kahd|kahte|kahden", "kolm", "nelj", "viisi|viide|viiden", "kuusi|kuude|kuuden", "seitsem",
            "kahdeks", "yhdeks", "kymmen", "yksitoista", "kaksitoista|kahdentoista", "kolmetoista", "neljätoista",
            "viisitoista", "kuusitoista", "seitsemäntoista", "kahdeksantoista", "yhdeksäntoista",
            "kaksikymmen|kahdenkymmen", "kolmekymmen|kolmenkymmen", "neljäkymmen|neljänkymmen",
            "viisikymmen|viidenkymmen", "kuusikymmen|kuudenkymmen", "seitsemänkymmen", "kahdeksankymmen",
            "yhdeksänkymmen",
        ],
    ),
    (
        "ru",
        [
            "два|две|двух",
            "три|трех|трёх",
            "четыр",
            "пять|пяти",
            "шесть|шести",
            "семь|семи",
            "восемь|восьми",
            "девять|девяти",
            "десять|десяти",
            "одиннадцат",
            "двенадцат",
            "тринадцат",
            "четырнадцат",
            "пятнадцат",
            "шестнадцат",
            "семнадцат",
            "восемнадцат",
            "девятнадцат",
            "двадцат",
            "тридцат",
            "сорок",
            "пятьдесят|пятидесят",
            "шестьдесят|шестидесят",
            "семьдесят|семидесят",
            "восемьдесят|восьмидесят",
            "девяност",
        ],
    ),
    (
        "uk",
        [
            "два|дві|двох",
            "три|трьох",
            "чотир",
            "п'ять|п’ять|п'яти|п’яти",
            "шість|шести",
            "сім|семи",
            "вісім|восьми",
            "дев'ят|дев’ят",
            "десят",
            "одинадцят",
            "дванадцят",
            "тринадцят",
            "чотирнадцят",
            "п'ятнадцят|п’ятнадцят",
            "шістнадцят",
            "сімнадцят",
            "вісімнадцят",
            "дев'ятнадцят|дев’ятнадцят",
            "двадцят",
            "тридцят",
            "сорок",
            "п'ятдесят|п’ятдесят",
            "шістдесят",
            "сімдесят",
            "вісімдесят",
            "дев'яност|дев’яност",
        ],
    ),
];
