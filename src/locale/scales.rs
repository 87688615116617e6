//! Scale words: what makes a number behind which it stands thousands, millions or more. From the compact decimal
//! formats of CLDR 46 (`numbers/decimalFormats`, short and long), with the inflected forms of the words and the
//! abbreviations that careful writers use beside them.

use super::{Language, Script};

/// What the words that `rest` begins with make of a number before them: a thousand for `mil usuarios`, a milliard for
/// `mil millones`; one where there is no such word.
///
/// ```
/// # use bilint::locale::{Locale, scale};
/// let scaled = |code, rest| scale(rest, Locale::parse(code).unwrap().language());
/// assert_eq!(scaled("es", " mil millones de eventos"), 1e9);
/// assert_eq!(scaled("de", " Mio. Zeilen"), 1e6);
/// assert_eq!(scaled("de", " Millimeter"), 1.0);
/// ```
pub fn scale(rest: &str, language: &Language) -> f64 {
    const LONGEST: usize = 32;
    let head: String = rest.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    let (mut rest, mut product) = (&*head, 1.0);
    loop {
        rest = rest.trim_start_matches([' ', '-', '\u{a0}', '\u{202f}', '.']);
        let begins = forms(language).filter_map(|(power, form)| Some((power, form, behind(rest, form)?)));
        let Some((power, _, behind)) = begins.max_by_key(|(_, form, _)| form.len()) else { return product };
        product *= 10_f64.powi(power);
        rest = if is_spaced(language) { behind.trim_start_matches(char::is_alphabetic) } else { behind };
    }
}

/// Whether `text` spells out `amount` with a scale word of `language`, as far as can be told: it is so many wholes,
/// halves or quarters of one that stands there without digits before it (`fifteen thousand`, `one and a half lakh`).
///
/// ```
/// # use bilint::locale::{Locale, is_spelled_with_scale};
/// let nl = Locale::parse("nl").unwrap();
/// assert!(is_spelled_with_scale(15_000.0, "Vijftienduizend gebruikers", nl.language()));
/// assert!(!is_spelled_with_scale(15_000.0, "16 duizend gebruikers", nl.language()));
/// ```
pub fn is_spelled_with_scale(amount: f64, text: &str, language: &Language) -> bool {
    let text = text.to_lowercase();
    let fits = |power: i32| {
        let times = amount / 10_f64.powi(power);
        power > 2 && (0.25..1000.0).contains(&times) && (times * 4.0).fract() == 0.0
    };
    let inside = !is_spaced(language) || joins_number_words(language);
    forms(language).filter(|(power, _)| fits(*power)).any(|(_, form)| {
        text.match_indices(form.trim_end_matches('!')).any(|(at, _)| {
            let before = &text[..at];
            let begins = inside || !before.ends_with(char::is_alphabetic);
            let counted = before.trim_end_matches([' ', '-', '\u{a0}', '\u{202f}']).ends_with(char::is_numeric);
            begins && !counted && behind(&text[at..], form).is_some()
        })
    })
}

/// What follows `form` at the beginning of `text`, if it stands there.
fn behind<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    match form.strip_suffix('!') {
        Some(word) => text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric)),
        None => text.strip_prefix(form),
    }
}

fn is_spaced(language: &Language) -> bool {
    !matches!(language.script, Script::Han | Script::Hangul | Script::SoutheastAsian)
}

/// Whether number words are written as one, so that a scale may end a word: `fünfzehntausend`.
fn joins_number_words(language: &Language) -> bool {
    matches!(language.code, "nl" | "de" | "sv" | "da" | "nb" | "nn" | "fi" | "et" | "it" | "hu")
}

/// The forms of `language` in small letters, each with the power of ten that it stands for.
fn forms(language: &Language) -> impl Iterator<Item = (i32, &'static str)> {
    let code = match language.code {
        "nn" => "nb",
        "ms" => "id",
        code => code,
    };
    let known = SCALES.iter().find(|(known, _)| *known == code).map_or(&[][..], |(_, scales)| *scales);
    known.iter().flat_map(|(power, forms)| forms.split('|').map(|form| (*power, form)))
}

/// Beginnings of words, so that endings do not matter, with `|` between forms; behind `!` the word ends. Of two that
/// fit the longer one counts.
const SCALES: &[(&str, &[(i32, &str)])] = &[
    ("en", &[(3, "thousand|k!"), (6, "million|m!|mn!"), (9, "billion|b!|bn!"), (12, "trillion|tn!")]),
    ("nl", &[(3, "duizend|dzd!|k!"), (6, "miljoen|mln!|mio!"), (9, "miljard|mld!|mrd!"), (12, "biljoen|bln!")]),
    ("de", &[(3, "tausend|tsd!"), (6, "million|mio!|mill!"), (9, "milliard|mrd!"), (12, "billion|bio!")]),
    ("sv", &[(3, "tusen|tn!|tkr!"), (6, "miljon|mn!|milj!|mkr!"), (9, "miljard|md!|mdr!|mdkr!"), (12, "biljon|bn!")]),
    ("da", &[(3, "tusind|t!|tkr!"), (6, "million|mio!|mill!"), (9, "milliard|mia!|mrd!"), (12, "billion|bio!")]),
    ("nb", &[(3, "tusen|k!"), (6, "million|mill!|mil!|mio!"), (9, "milliard|mrd!"), (12, "billion|bill!")]),
    ("is", &[(3, "þúsund|þús!|þ!"), (6, "milljón|m!"), (9, "milljarð|milljörð|ma!"), (12, "billjón|bn!")]),
    ("fi", &[(3, "tuhat|tuhan|t!"), (6, "miljoon|milj!"), (9, "miljard|mrd!"), (12, "biljoon|bilj!")]),
    ("et", &[(3, "tuhat|tuhan|tuh!"), (6, "miljon|mln!|milj!"), (9, "miljard|mld!|mrd!"), (12, "triljon|trl!")]),
    ("fr", &[(3, "mille!|millier|k!"), (6, "million|m!"), (9, "milliard|md!|mds!|mrd!"), (12, "billion|bn!")]),
    ("es", &[(3, "mil!|miles!|millar"), (6, "millón|millon|m!"), (9, "millardo"), (12, "billón|billon|b!")]),
    ("it", &[(3, "mila!|mille!|migliai"), (6, "milion|mln!|mio!"), (9, "miliard|mld!|mrd!"), (12, "bilion|bln!")]),
    (
        "pt",
        &[
            (3, "mil!|milhar"),
            (6, "milhão|milhões|mi!|m!"),
            (9, "bilhão|bilhões|bi!|mm!"),
            (12, "trilhão|trilhões|tri!|bilião|biliões"),
        ],
    ),
    ("ca", &[(3, "mil!|milers"), (6, "milió|milion|m!"), (9, "miliard"), (12, "bilió|bilion|b!")]),
    (
        "ro",
        &[
            (3, "mii!|mie!|de mii!|k!"),
            (6, "milion|milioan|de milioan|mil!|de mil!|mln!"),
            (9, "miliard|de miliard|mld!|de mld!"),
            (12, "trilion|trilioan|de trilioan|tril!"),
        ],
    ),
    ("pl", &[(3, "tysi|tys!"), (6, "milion|mln!"), (9, "miliard|mld!"), (12, "bilion|bln!")]),
    ("cs", &[(3, "tisíc|tis!"), (6, "milion|milión|mil!|mio!"), (9, "miliard|mld!"), (12, "bilion|bilión|bil!")]),
    ("sk", &[(3, "tisíc|tis!"), (6, "milión|mil!|mio!"), (9, "miliard|miliárd|mld!"), (12, "bilión|bil!")]),
    ("sl", &[(3, "tisoč|tis!"), (6, "milijon|mio!"), (9, "milijard|mrd!"), (12, "bilijon|bio!")]),
    (
        "hr",
        &[
            (3, "tisuć|hiljad|tis!"),
            (6, "milijun|milijon|milijo|mil!|mio!"),
            (9, "milijard|mlrd!|mlr!"),
            (12, "bilijun|bil!"),
        ],
    ),
    (
        "sr",
        &[
            (3, "хиљад|hiljad|хиљ!|hilj!"),
            (6, "милион|milion|мил!|mil!"),
            (9, "милијард|milijard|млрд!|mlrd!"),
            (12, "билион|bilion|бил!|bil!"),
        ],
    ),
    ("hu", &[(3, "ezer|ezr|e!"), (6, "millió|m!|mio!"), (9, "milliárd|mrd!"), (12, "billió|b!")]),
    ("lv", &[(3, "tūkst"), (6, "miljon|milj!"), (9, "miljard|mljrd!"), (12, "triljon|trilj!")]),
    ("lt", &[(3, "tūkst"), (6, "milijon|mln!"), (9, "milijard|mlrd!"), (12, "trilijon|trln!")]),
    ("tr", &[(3, "bin!|binl|b!"), (6, "milyon|mn!"), (9, "milyar|mr!"), (12, "trilyon|tn!")]),
    ("az", &[(3, "min!|minl"), (6, "milyon|mln!"), (9, "milyard|mlrd!"), (12, "trilyon|trln!")]),
    ("id", &[(3, "ribu|rb!"), (6, "juta|jt!"), (9, "miliar|milyar|bilion|m!"), (12, "triliun|trilion|t!")]),
    ("vi", &[(3, "nghìn|ngàn|n!|k!"), (6, "triệu|tr!"), (9, "tỷ|tỉ"), (12, "nghìn tỷ|nghìn tỉ|ngàn tỷ")]),
    ("el", &[(3, "χιλιάδ|χίλι|χιλ!"), (6, "εκατομ|εκ!|εκατ!"), (9, "δισεκ|δισ!"), (12, "τρισεκ|τρισ!")]),
    ("ru", &[(3, "тысяч|тыс!"), (6, "миллион|млн!"), (9, "миллиард|млрд!"), (12, "триллион|трлн!")]),
    ("uk", &[(3, "тисяч|тис!"), (6, "мільйон|млн!"), (9, "мільярд|млрд!"), (12, "трильйон|трлн!")]),
    ("bg", &[(3, "хиляд|хил!"), (6, "милион|млн!"), (9, "милиард|млрд!"), (12, "трилион|трлн!")]),
    ("ar", &[(3, "ألف|آلاف"), (6, "مليون|ملايين"), (9, "مليار|بليون"), (12, "تريليون|ترليون")]),
    ("fa", &[(3, "هزار"), (6, "میلیون"), (9, "میلیارد"), (12, "تریلیون|همت")]),
    ("he", &[(3, "אלף|אלפים|אלפי|k!"), (6, "מיליון|מיליוני|m!"), (9, "מיליארד|b!"), (12, "טריליון")]),
    (
        "hi",
        &[
            (3, "हज़ार|हजार"),
            (5, "लाख"),
            (6, "मिलियन"),
            (7, "करोड़|करोड"),
            (9, "अरब|बिलियन"),
            (11, "खरब"),
            (12, "ट्रिलियन"),
        ],
    ),
    ("th", &[(3, "พัน"), (4, "หมื่น"), (5, "แสน"), (6, "ล้าน")]),
    // The tenths of Chinese, Japanese and Korean are tens of a hundred.
    ("zh", &[(1, "成"), (2, "百"), (3, "千"), (4, "万|萬"), (8, "亿|億")]),
    ("ja", &[(1, "割"), (2, "百"), (3, "千"), (4, "万"), (8, "億"), (12, "兆")]),
    ("ko", &[(1, "할"), (2, "백"), (3, "천"), (4, "만"), (8, "억"), (12, "조")]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[track_caller]
    fn scales(code: &str, rest: &str, expected: f64) {
        let found = scale(rest, Locale::parse(code).unwrap().language());
        assert!((found / expected - 1.0).abs() < 1e-9, "{code}: {found}");
    }

    #[test]
    fn words_inflections_and_abbreviations_scale() {
        for (code, rest) in [("ro", " de mii de"), ("pl", " tys."), ("it", "mila utenti"), ("bg", "\u{a0}хил. души")]
        {
            scales(code, rest, 1e3);
        }
        for (code, rest) in [("fi", " miljoonaa"), ("el", " εκατ. χρήστες"), ("da", " mio."), ("ro", " mil. lei")]
        {
            scales(code, rest, 1e6);
        }
        for (code, rest) in [("fi", " miljardia"), ("hu", " milliárd"), ("uk", " мільярдів"), ("pt", " mil milhões")]
        {
            scales(code, rest, 1e9);
        }
        scales("hi", " लाख उपयोगकर्ता", 1e5);
        scales("th", " หมื่นล้านบาท", 1e10);
        scales("zh", " 千万用户", 1e7);
    }

    #[test]
    fn other_words_do_not() {
        for (code, rest) in [("cs", " tiskáren"), ("pt", " mililitros"), ("es", " milímetros"), ("und", " mil")] {
            scales(code, rest, 1.0);
        }
    }

    #[test]
    fn what_is_spelled_with_a_scale_has_no_digits_before_it() {
        let says =
            |code: &str, amount, text| is_spelled_with_scale(amount, text, Locale::parse(code).unwrap().language());
        assert!(says("hi", 150_000.0, "डेढ़ लाख उपयोगकर्ता हैं।") && says("de", 15_000.0, "Fünfzehntausend Benutzer"));
        assert!(!says("hi", 150_000.0, "2 लाख उपयोगकर्ता हैं।") && !says("de", 15_300.0, "Fünfzehntausend Benutzer"));
        assert!(!says("it", 5_000.0, "un caso similare") && !says("es", 5_000.0, "5 mil familias"));
    }
}
