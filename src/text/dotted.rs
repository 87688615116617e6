//! The two letters i of Turkish and Azerbaijani: which words need a dot.

/// Stems behind a first `İ` whose next vowel does not tell, since they are short or borrowed.
const STEMS: [&str; 52] = [
    "ade", "caz", "cra", "dar", "ddia", "dman", "fad", "flas", "fşa", "halat", "hba", "hlal", "hmal", "hra", "htar",
    "htiya", "kam", "krar", "lan", "lave", "laç", "lham", "ltihap", "mal", "mar", "mha", "mkan", "mkân", "mza", "nanç",
    "nsan", "nşa", "nternet", "ptal", "rlanda", "rtibat", "spanya", "spanyol", "spat", "srail", "sraf", "stanbul",
    "stasyon", "statistik", "stikrar", "stisna", "syan", "talya", "tfa", "thal", "tibar", "zah",
];

/// Words behind a first `İ`, whole.
const WHOLE: [&str; 9] = ["ş", "ç", "l", "lk", "p", "lçe", "z", "pucu", "yot"];

/// Whether a word that is spelt `I` and then `rest`, in small letters, begins with `İ`: the next vowel is a front vowel
/// (`Iletişim`; native words with a dotless first letter go on with back vowels), or its stem is known.
///
/// ```
/// # use bilint::text::dotted::needs_dot;
/// assert!(needs_dot("ş") && needs_dot("letişim") && needs_dot("talya"));
/// assert!(!needs_dot("şık") && !needs_dot("rak") && !needs_dot("sparta"));
/// ```
pub fn needs_dot(rest: &str) -> bool {
    let vowel = rest.chars().find(|c| matches!(c, 'a' | 'â' | 'e' | 'ə' | 'ı' | 'i' | 'o' | 'ö' | 'u' | 'ü'));
    matches!(vowel, Some('e' | 'ə' | 'i' | 'ö' | 'ü'))
        || WHOLE.contains(&rest)
        || STEMS.iter().any(|stem| rest.starts_with(stem))
}

/// Whether `word` is in capitals but for a small dotless `ı`, as English rules leave it: `VSıX`.
pub fn dotless_inside(word: &str) -> bool {
    word.contains('ı')
        && word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && word.chars().all(|c| c == 'ı' || c.is_uppercase() || c.is_ascii_digit())
}

/// `word` with `i` for each `ı`, when nothing else keeps it from being an English word.
pub fn undotted(word: &str) -> Option<String> {
    let plain = word.replace('ı', "i");
    (plain.len() < word.len() && plain.is_ascii()).then_some(plain)
}
