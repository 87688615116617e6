//! Words for halves and quarters, to know an amount that a translation tells by them: `anderthalb Stunden`, `полчаса`.
//! Written for this project from the grammars of the languages; beginnings of words with `|` between forms, behind `!`
//! the word ends.

use super::{Language, Script, is_spelled_out};

/// Whether `text` has a word of `language`, or a sign, for the part of `amount` that is no whole: a half, or a quarter
/// or three.
///
/// ```
/// # use bilint::locale::{Locale, is_fraction_spelled_out};
/// let says = |code, amount, text| is_fraction_spelled_out(amount, text, Locale::parse(code).unwrap().language());
/// assert!(says("pl", 1.5, "półtorej godziny") && says("de", 0.5, "halbe Stunde"));
/// assert!(!says("sv", 1.5, "andra timmar") && !says("nl", 1.5, "behalve zondag") && !says("de", 2.0, "halb"));
/// ```
pub fn is_fraction_spelled_out(amount: f64, text: &str, language: &Language) -> bool {
    let (words, sign) = match amount.fract() {
        0.5 => (HALVES, '½'),
        0.25 => (QUARTERS, '¼'),
        0.75 => (QUARTERS, '¾'),
        _ => return false,
    };
    if text.contains(sign) || sign != '½' && is_spelled_out(4, text, language) {
        return true;
    }
    let code = match language.code {
        "nn" => "nb",
        "ms" => "id",
        "fa" => "ar",
        code => code,
    };
    let inside = matches!(language.script, Script::Han | Script::Hangul | Script::SoutheastAsian);
    let text = text.to_lowercase();
    let stands = |form: &str| {
        let (word, ends) = form.strip_suffix('!').map_or((form, false), |word| (word, true));
        text.match_indices(word).any(|(at, _)| {
            let begins = inside || !text[..at].ends_with(char::is_alphabetic);
            begins && !(ends && text[at + word.len()..].starts_with(char::is_alphabetic))
        })
    };
    words.iter().any(|(known, forms)| *known == code && forms.split('|').any(stands))
}

/// Halves, and one and a half or more where that is one word.
const HALVES: &[(&str, &str)] = &[
    ("nl", "halve|half|helft|anderhal|tweeënhal|drieënhal"),
    ("de", "halb|hälft|anderthalb|eineinhalb|zweieinhalb|dreieinhalb|einundeinhalb"),
    ("sv", "halv|hälft"),
    ("da", "halv"),
    ("nb", "halv"),
    ("is", "hálf|helming"),
    ("fi", "puol"),
    ("et", "pool"),
    ("fr", "demi|moitié"),
    ("es", "medio!|media!|medios!|medias!|mitad"),
    ("it", "mezz|metà"),
    ("pt", "meio!|meia!|metade"),
    ("ca", "mig!|mitja|meitat"),
    ("ro", "jumătat|jumate"),
    ("pl", "pół|połow"),
    ("cs", "půl|polov|jedenapůl|dvaapůl|dvouapůl"),
    ("sk", "pol!|polov|poldruh|polhod|polro|jedenapol|dvaapol"),
    ("sl", "pol!|polov|poldrug|polet|polur"),
    ("hr", "pola!|polov|poldrug|polusat|polugod"),
    ("sr", "пола!|полов|полусат|полугод|pola!|polov|polusat|polugod"),
    ("hu", "fél|fele!|felét|másfél"),
    ("lv", "pus"),
    ("lt", "pus"),
    ("tr", "yarım|yarı!|buçuk"),
    ("az", "yarım|yarı!"),
    ("id", "setengah|separuh"),
    ("vi", "nửa|rưỡi"),
    ("el", "μισ|μιάμισ|ενάμισ|δυόμισ|τρεισήμισ"),
    ("ru", "полов|полтор|полутор|полчас|получас|полгод|полугод"),
    ("uk", "половин|півтор|півгод|піврок|півріч|пів!"),
    ("bg", "половин"),
    ("ar", "نصف|النصف|ونصف|والنصف|نیم"),
    ("he", "חצי|וחצי|מחצי"),
    ("hi", "आध|डेढ़|डेढ|ढाई|साढ़े"),
    ("th", "ครึ่ง"),
    ("zh", "半"),
    ("ja", "半"),
    ("ko", "반"),
];

/// Quarters that are not told by a form of four.
const QUARTERS: &[(&str, &str)] = &[
    ("de", "dreiviertel"),
    ("fi", "vart"),
    ("is", "korter|stundarfjórðung"),
    ("pl", "kwadrans"),
    ("hu", "háromnegyed"),
    ("tr", "çeyrek"),
    ("az", "rüb"),
    ("sr", "четврт|četvrt"),
    ("vi", "khắc"),
    ("ar", "ربع|الربع"),
    ("he", "רבע|ורבע"),
    ("hi", "पौन|चौथाई|सवा"),
    ("zh", "刻"),
];
