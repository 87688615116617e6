//! English words that give away a text left in English: they are words of hardly any other language.
//!
//! Written for this project. Most are inflected (`created`, `shows`) or closed-class words (`which`, `your`), since
//! what other languages borrow are base forms of nouns. Behind each word stand the codes of the languages in which
//! a technical text may hold it by right.

use super::Language;

/// Whether `word` (lower case, straight apostrophe) is a function word of English and no word of `language`.
///
/// ```
/// # use bilint::locale::{Locale, english::is_function_word};
/// let (nl, pl) = (Locale::parse("nl").unwrap(), Locale::parse("pl").unwrap());
/// assert!(is_function_word("your", nl.language()));
/// assert!(is_function_word("of", pl.language()) && !is_function_word("of", nl.language()));
/// ```
pub fn is_function_word(word: &str, language: &Language) -> bool {
    if word.len() > 3 && word.as_bytes()[word.len() - 2] == b'\'' && word.ends_with('t') {
        return word.as_bytes()[word.len() - 3] == b'n';
    }
    FUNCTION.holds(word, language)
}

/// Whether `word` (lower case, straight apostrophe) is a common word of English that is no function word, and neither
/// a word of `language` nor one that technical writing borrows.
pub fn is_content_word(word: &str, language: &Language) -> bool {
    CONTENT.holds(word, language)
}

/// Whether `word` (lower case) is an English noun or base form that technical writing borrows now and then: left in a
/// translation it proves nothing, until the same page is seen to translate it.
pub fn is_borrowable(word: &str, language: &Language) -> bool {
    BORROWABLE.holds(word, language)
}

/// Whether `word` (lower case) is an English verb that commands begin with (`Compare tariffs`), and hardly ever a name.
pub fn is_command(word: &str) -> bool {
    COMMANDS.binary_search(&word).is_ok()
}

/// Whether a word of these `bytes`, in any case, may be a listed word: tells most words apart by their first three letters,
/// their last and their length.
pub fn may_be_listed(bytes: &[u8]) -> bool {
    let &[first, second, ..] = bytes else { return false };
    if bytes.len() > 15 || !first.is_ascii_alphabetic() {
        return false;
    }
    // An apostrophe, straight or curly, stands before the last letter or two (`it's`, `don’t`, `we’re`).
    second.is_ascii_alphabetic() && ALL[slot(first | 0x20, second | 0x20)].fits(bytes)
        || matches!(bytes, [.., b'\'', _] | [.., 0xe2, 0x80, 0x99, _] | [.., 0xe2, 0x80, 0x99, _, _])
}

/// What is known of the listed words that begin with the same two letters, as bits.
#[derive(Clone, Copy)]
struct Known {
    lengths: u16,
    /// Third letters.
    thirds: u32,
    /// Last letters.
    ends: u32,
}

impl Known {
    /// What is known of those of `words`, sorted, that stand at `at` and begin with the two letters whose index is
    /// `letters`; and where the next ones begin.
    const fn of(words: &[(&str, &str)], letters: usize, mut at: usize) -> (Self, usize) {
        let mut known = Self { lengths: 0, thirds: 0, ends: 0 };
        while at < words.len() {
            let word = words[at].0.as_bytes();
            if slot(word[0], word[1]) > letters {
                break;
            }
            known.lengths |= 1 << word.len();
            known.thirds |= third_bit(word);
            known.ends |= letter_bit(word[word.len() - 1]);
            at += 1;
        }
        (known, at)
    }

    const fn and(self, other: Self) -> Self {
        Self { lengths: self.lengths | other.lengths, thirds: self.thirds | other.thirds, ends: self.ends | other.ends }
    }

    /// Whether `word`, of at most 15 bytes, may be one of them.
    const fn fits(self, word: &[u8]) -> bool {
        self.lengths >> word.len() & 1 == 1
            && self.ends & letter_bit(word[word.len() - 1]) != 0
            && self.thirds & third_bit(word) != 0
    }
}

/// The bit of the third letter of `word`; that of no letter where it has two.
const fn third_bit(word: &[u8]) -> u32 {
    if word.len() > 2 { letter_bit(word[2]) } else { 1 }
}

/// The bit of a letter, in either case.
const fn letter_bit(letter: u8) -> u32 {
    1 << (letter & 0x1f)
}

/// The index of two small letters.
const fn slot(first: u8, second: u8) -> usize {
    (first as usize - 0x61) * 26 + second as usize - 0x61
}

/// Each two small letters.
const SLOTS: usize = 26 * 26;

/// A sorted table of words, with the codes of the languages that each is a word of, too.
struct Listed {
    words: &'static [(&'static str, &'static str)],
    /// For each two first letters, the index of the first word that begins with them or later ones.
    starts: [u16; SLOTS + 1],
    /// For each two first letters.
    known: [Known; SLOTS],
}

impl Listed {
    const fn of(words: &'static [(&'static str, &'static str)]) -> Self {
        let (mut starts, mut known) = ([0; SLOTS + 1], [Known { lengths: 0, thirds: 0, ends: 0 }; SLOTS]);
        let mut letters = 0;
        while letters < SLOTS {
            let (own, next) = Known::of(words, letters, starts[letters] as usize);
            (known[letters], starts[letters + 1]) = (own, next as u16);
            letters += 1;
        }
        Self { words, starts, known }
    }

    /// Whether `word` (lower case) is among them and no word of `language`.
    fn holds(&self, word: &str, language: &Language) -> bool {
        let &[first, second, ..] = word.as_bytes() else { return false };
        if !first.is_ascii_lowercase() || !second.is_ascii_lowercase() || word.len() > 15 {
            return false;
        }
        let letters = slot(first, second);
        if !self.known[letters].fits(word.as_bytes()) {
            return false;
        }
        let near = &self.words[self.starts[letters] as usize..self.starts[letters + 1] as usize];
        let Ok(place) = near.binary_search_by_key(&word, |(known, _)| known) else { return false };
        let (_, shared) = near[place];
        let foreign =
            shared.is_empty() || language.code != "und" && !shared.split(' ').any(|code| code == language.code);
        foreign && !language.is_function_word(word)
    }
}

static FUNCTION: Listed = Listed::of(FUNCTION_WORDS);
static CONTENT: Listed = Listed::of(CONTENT_WORDS);
static BORROWABLE: Listed = Listed::of(BORROWABLE_WORDS);

/// What is known of all three tables.
static ALL: [Known; SLOTS] = {
    let tables = [Listed::of(FUNCTION_WORDS), Listed::of(CONTENT_WORDS), Listed::of(BORROWABLE_WORDS)];
    let mut all = tables[0].known;
    let mut letters = 0;
    while letters < SLOTS {
        all[letters] = all[letters].and(tables[1].known[letters]).and(tables[2].known[letters]);
        letters += 1;
    }
    all
};

/// Closed-class words, sorted.
const FUNCTION_WORDS: &[(&str, &str)] = &[
    ("about", ""),
    ("again", ""),
    ("against", ""),
    ("although", ""),
    ("always", ""),
    ("among", ""),
    ("and", ""),
    ("another", ""),
    ("any", "ca"),
    ("anyone", ""),
    ("anything", ""),
    ("are", "ro"),
    ("around", ""),
    ("because", ""),
    ("been", "nl lb"),
    ("before", ""),
    ("being", ""),
    ("below", ""),
    ("between", ""),
    ("both", ""),
    ("but", "fr pl cs sk is"),
    ("by", "da nb nn pl cs sk sv vi"),
    ("can", "tr az vi id ms"),
    ("cannot", ""),
    ("could", ""),
    ("did", ""),
    ("does", ""),
    ("doing", ""),
    ("done", ""),
    ("during", ""),
    ("each", ""),
    ("either", ""),
    ("every", ""),
    ("everyone", ""),
    ("everything", ""),
    ("few", ""),
    ("for", "pt sv da nb nn is"),
    ("from", ""),
    ("further", ""),
    ("has", "es ca hr sr"),
    ("have", "da nb nn nl"),
    ("having", ""),
    ("here", "nl tr hu"),
    ("how", ""),
    ("however", ""),
    ("if", "fr"),
    ("into", ""),
    ("is", "nl lb sv da nb nn hu tr az fi et is lv lt ca"),
    ("it's", ""),
    ("its", ""),
    ("itself", ""),
    ("let's", ""),
    ("makes", ""),
    ("many", ""),
    ("might", ""),
    ("much", ""),
    ("need", ""),
    ("needs", ""),
    ("never", ""),
    ("not", "de lb sv da nb nn ro ca"),
    ("nothing", ""),
    ("now", ""),
    ("of", "nl"),
    ("often", ""),
    ("once", "es"),
    ("or", "fr ca ro it vi is lv et"),
    ("other", ""),
    ("others", ""),
    ("otherwise", ""),
    ("our", ""),
    ("ours", ""),
    ("own", ""),
    ("same", "pl cs sk sl hr sr et fi"),
    ("she", ""),
    ("should", ""),
    ("since", ""),
    ("some", ""),
    ("something", ""),
    ("such", "de lb"),
    ("than", "vi"),
    ("that", ""),
    ("that's", ""),
    ("the", "vi"),
    ("their", ""),
    ("theirs", ""),
    ("them", ""),
    ("themselves", ""),
    ("then", "vi sq"),
    ("there", ""),
    ("therefore", ""),
    ("these", ""),
    ("they", ""),
    ("they're", ""),
    ("this", ""),
    ("those", ""),
    ("though", ""),
    ("through", ""),
    ("thus", ""),
    ("to", "pl cs sk sl hr sr da nb nn fi et lv lt is vi hu sq"),
    ("together", ""),
    ("toward", ""),
    ("towards", ""),
    ("unless", ""),
    ("until", ""),
    ("upon", ""),
    ("used", ""),
    ("using", ""),
    ("very", ""),
    ("was", "de nl lb"),
    ("we", "nl pl lb"),
    ("we're", ""),
    ("were", ""),
    ("what", ""),
    ("whatever", ""),
    ("when", ""),
    ("whenever", ""),
    ("where", ""),
    ("wherever", ""),
    ("whether", ""),
    ("which", ""),
    ("while", ""),
    ("who", ""),
    ("whom", ""),
    ("whose", ""),
    ("why", ""),
    ("will", "de lb"),
    ("with", ""),
    ("within", ""),
    ("without", ""),
    ("would", ""),
    ("yet", ""),
    ("you", ""),
    ("you'll", ""),
    ("you're", ""),
    ("you've", ""),
    ("your", ""),
    ("yours", ""),
    ("yourself", ""),
];

/// Other words, sorted.
const CONTENT_WORDS: &[(&str, &str)] = &[
    ("able", ""),
    ("accepted", ""),
    ("accepting", ""),
    ("accurately", ""),
    ("added", ""),
    ("adding", ""),
    ("additional", ""),
    ("affected", ""),
    ("affecting", ""),
    ("agree", ""),
    ("aligned", ""),
    ("allow", ""),
    ("allowed", ""),
    ("allowing", ""),
    ("allows", ""),
    ("already", ""),
    ("amount", ""),
    ("amounts", ""),
    ("annually", ""),
    ("appear", ""),
    ("appears", ""),
    ("applied", ""),
    ("applies", ""),
    ("apply", ""),
    ("applying", ""),
    ("approved", ""),
    ("asked", ""),
    ("assigned", ""),
    ("assigning", ""),
    ("associated", ""),
    ("available", ""),
    ("avoid", ""),
    ("aware", ""),
    ("based", ""),
    ("becomes", ""),
    ("becoming", ""),
    ("beginning", ""),
    ("begins", ""),
    ("behavior", ""),
    ("belong", ""),
    ("belonging", ""),
    ("belongs", ""),
    ("better", ""),
    ("billed", ""),
    ("bought", ""),
    ("bring", ""),
    ("brings", ""),
    ("brought", ""),
    ("businesses", ""),
    ("called", ""),
    ("changed", ""),
    ("changes", ""),
    ("changing", ""),
    ("charged", ""),
    ("checked", ""),
    ("choose", ""),
    ("choosing", ""),
    ("chosen", ""),
    ("claimed", ""),
    ("clearly", ""),
    ("clicking", ""),
    ("closed", ""),
    ("companies", ""),
    ("completed", ""),
    ("completely", ""),
    ("completing", ""),
    ("contained", ""),
    ("containing", ""),
    ("contains", ""),
    ("continued", ""),
    ("corresponding", ""),
    ("covered", ""),
    ("created", ""),
    ("creates", ""),
    ("creating", ""),
    ("customers", ""),
    ("days", ""),
    ("deleted", ""),
    ("delivered", ""),
    ("described", ""),
    ("describes", ""),
    ("detailed", ""),
    ("determined", ""),
    ("determines", ""),
    ("disabled", ""),
    ("displayed", ""),
    ("displays", ""),
    ("doubled", ""),
    ("downloaded", ""),
    ("earlier", ""),
    ("earned", ""),
    ("earning", ""),
    ("easier", ""),
    ("easily", ""),
    ("eligible", ""),
    ("employee", ""),
    ("employees", ""),
    ("enabled", ""),
    ("enables", ""),
    ("enabling", ""),
    ("ensure", ""),
    ("ensures", ""),
    ("entered", ""),
    ("entering", ""),
    ("environments", ""),
    ("expected", ""),
    ("expired", ""),
    ("explained", ""),
    ("explains", ""),
    ("failed", ""),
    ("fails", ""),
    ("faster", ""),
    ("fewer", ""),
    ("fields", ""),
    ("filled", ""),
    ("finished", ""),
    ("followed", ""),
    ("following", ""),
    ("follows", ""),
    ("found", ""),
    ("fully", ""),
    ("given", ""),
    ("giving", ""),
    ("granted", ""),
    ("growing", ""),
    ("happens", ""),
    ("health", ""),
    ("helpful", ""),
    ("helps", ""),
    ("higher", ""),
    ("highest", ""),
    ("hours", ""),
    ("ignored", ""),
    ("improve", ""),
    ("improved", ""),
    ("improvements", ""),
    ("included", ""),
    ("includes", ""),
    ("including", ""),
    ("increase", ""),
    ("increased", ""),
    ("increases", ""),
    ("installed", ""),
    ("instead", ""),
    ("issued", ""),
    ("joined", ""),
    ("keeping", ""),
    ("keeps", ""),
    ("kept", ""),
    ("known", ""),
    ("least", ""),
    ("listed", ""),
    ("located", ""),
    ("longer", ""),
    ("looking", ""),
    ("manages", ""),
    ("managing", ""),
    ("meaning", ""),
    ("means", ""),
    ("meets", ""),
    ("months", ""),
    ("moved", ""),
    ("moving", ""),
    ("named", ""),
    ("names", ""),
    ("necessary", ""),
    ("needed", ""),
    ("newly", ""),
    ("notified", ""),
    ("obtain", ""),
    ("obtained", ""),
    ("occurred", ""),
    ("occurs", ""),
    ("older", ""),
    ("ones", ""),
    ("opened", ""),
    ("ordered", ""),
    ("owned", ""),
    ("owns", ""),
    ("paid", ""),
    ("paying", ""),
    ("payments", ""),
    ("performed", ""),
    ("pressed", ""),
    ("prevents", ""),
    ("previously", ""),
    ("processed", ""),
    ("provide", ""),
    ("provided", ""),
    ("provides", ""),
    ("providing", ""),
    ("published", ""),
    ("purchased", ""),
    ("purchases", ""),
    ("purchasing", ""),
    ("quickly", ""),
    ("rather", ""),
    ("reach", ""),
    ("reached", ""),
    ("received", ""),
    ("receives", ""),
    ("receiving", ""),
    ("recently", ""),
    ("records", "fr es ca pt it nl"),
    ("reduced", ""),
    ("refers", ""),
    ("related", ""),
    ("released", ""),
    ("remaining", ""),
    ("remains", ""),
    ("removed", ""),
    ("removes", ""),
    ("removing", ""),
    ("renewed", ""),
    ("replaced", ""),
    ("reported", ""),
    ("requested", ""),
    ("required", ""),
    ("requires", ""),
    ("responsible", ""),
    ("resumes", ""),
    ("returned", ""),
    ("returns", ""),
    ("reviewed", ""),
    ("selected", ""),
    ("selecting", ""),
    ("sends", ""),
    ("settings", "nl"),
    ("shown", ""),
    ("shows", ""),
    ("signed", ""),
    ("simply", ""),
    ("skipped", ""),
    ("soon", ""),
    ("specified", ""),
    ("started", ""),
    ("starts", ""),
    ("stated", ""),
    ("stays", ""),
    ("stored", ""),
    ("submitted", ""),
    ("supported", ""),
    ("supports", ""),
    ("takes", ""),
    ("taking", ""),
    ("tells", ""),
    ("throughout", ""),
    ("transferred", ""),
    ("tries", ""),
    ("turned", ""),
    ("twice", ""),
    ("unable", ""),
    ("unavailable", ""),
    ("unlimited", ""),
    ("unused", ""),
    ("updated", ""),
    ("uploaded", ""),
    ("usually", ""),
    ("values", ""),
    ("verified", ""),
    ("wait", ""),
    ("waiting", ""),
    ("wants", ""),
    ("weeks", ""),
    ("whole", ""),
    ("written", ""),
    ("wrong", ""),
    ("yearly", ""),
    ("years", ""),
    ("yesterday", ""),
];

/// Nouns and base forms that some translations keep, sorted.
const BORROWABLE_WORDS: &[(&str, &str)] = &[
    ("agreement", ""),
    ("agreements", ""),
    ("approach", ""),
    ("assign", ""),
    ("assignment", ""),
    ("assignments", ""),
    ("availability", ""),
    ("behalf", ""),
    ("billing", ""),
    ("browser", "nl de it sv da nb nn pl"),
    ("build", ""),
    ("charge", "fr"),
    ("charges", "fr"),
    ("check", "nl de"),
    ("choice", ""),
    ("commercial", "fr"),
    ("commitment", ""),
    ("commitments", ""),
    ("compare", "es pt"),
    ("competency", ""),
    ("configure", "es pt"),
    ("connect", ""),
    ("consumer", ""),
    ("create", ""),
    ("currency", ""),
    ("custom", ""),
    ("customer", ""),
    ("deal", "nl"),
    ("deals", ""),
    ("decision", ""),
    ("delivery", ""),
    ("deploy", ""),
    ("deployment", ""),
    ("description", "fr"),
    ("development", ""),
    ("device", ""),
    ("devices", ""),
    ("direct", "nl fr ro"),
    ("discount", ""),
    ("discounts", ""),
    ("discover", ""),
    ("edit", ""),
    ("eligibility", ""),
    ("employer", ""),
    ("enable", ""),
    ("engagement", "fr de"),
    ("engagements", "fr"),
    ("engineer", ""),
    ("enrollment", ""),
    ("entitlement", ""),
    ("environment", ""),
    ("evaluation", ""),
    ("exemption", "fr"),
    ("expense", ""),
    ("expenses", ""),
    ("explore", ""),
    ("failure", ""),
    ("feature", ""),
    ("features", ""),
    ("find", ""),
    ("folder", "nl pl"),
    ("fulfillment", ""),
    ("get", ""),
    ("growth", ""),
    ("guidance", ""),
    ("guide", "fr it sv da nb nn"),
    ("holder", ""),
    ("improvement", ""),
    ("income", ""),
    ("indirect", "nl fr ro"),
    ("insights", ""),
    ("invoice", ""),
    ("invoices", ""),
    ("issue", "fr"),
    ("issues", "fr"),
    ("knowledge", ""),
    ("launch", ""),
    ("lead", "nl de it es fr pl"),
    ("leads", "nl de it es fr"),
    ("learn", ""),
    ("level", "nl de"),
    ("license", ""),
    ("licenses", ""),
    ("listing", ""),
    ("location", "fr"),
    ("locations", ""),
    ("machine", "nl fr"),
    ("machines", "nl fr"),
    ("maintenance", "fr"),
    ("manage", ""),
    ("manager", "nl de it fr sv da nb nn es pl ro"),
    ("managers", "nl it fr de"),
    ("manufacturer", ""),
    ("materials", "ca"),
    ("measure", ""),
    ("member", ""),
    ("members", ""),
    ("membership", ""),
    ("merchant", ""),
    ("migrate", ""),
    ("migration", "fr de sv da"),
    ("monitor", ""),
    ("notice", ""),
    ("notification", "fr"),
    ("notifications", "fr"),
    ("number", ""),
    ("offer", ""),
    ("offers", ""),
    ("opportunities", ""),
    ("opportunity", ""),
    ("order", "nl sv da nb nn"),
    ("orders", "nl"),
    ("owner", ""),
    ("owners", ""),
    ("ownership", ""),
    ("package", ""),
    ("password", "it"),
    ("payment", ""),
    ("permission", ""),
    ("permissions", ""),
    ("policies", ""),
    ("policy", ""),
    ("premises", ""),
    ("prepare", "es pt ro"),
    ("price", ""),
    ("pricing", ""),
    ("privacy", "it nl"),
    ("private", "it de fr"),
    ("procurement", ""),
    ("product", "nl"),
    ("products", ""),
    ("profile", "it de pl"),
    ("provider", "nl de it pt"),
    ("providers", "nl"),
    ("publish", ""),
    ("publisher", ""),
    ("publishers", ""),
    ("purchase", ""),
    ("qualification", "fr"),
    ("qualifications", "fr"),
    ("quantity", ""),
    ("queries", ""),
    ("question", "fr"),
    ("questions", "fr"),
    ("readiness", ""),
    ("reason", ""),
    ("receipt", ""),
    ("referral", ""),
    ("referrals", ""),
    ("refund", ""),
    ("relationship", ""),
    ("relationships", ""),
    ("reminder", ""),
    ("remove", ""),
    ("renew", ""),
    ("renewal", ""),
    ("report", "it"),
    ("reports", ""),
    ("request", ""),
    ("requests", ""),
    ("requirement", ""),
    ("requirements", ""),
    ("reseller", "nl it"),
    ("resellers", "nl"),
    ("resource", ""),
    ("resources", ""),
    ("retailer", ""),
    ("retirement", ""),
    ("revenue", ""),
    ("review", ""),
    ("reviewer", ""),
    ("sales", "nl de"),
    ("seat", ""),
    ("seats", ""),
    ("security", ""),
    ("select", ""),
    ("seller", ""),
    ("sellers", ""),
    ("send", ""),
    ("services", "fr nl de"),
    ("shipment", ""),
    ("shipping", ""),
    ("solution", "fr"),
    ("solutions", "fr"),
    ("staff", "it"),
    ("statement", ""),
    ("storage", ""),
    ("submit", ""),
    ("subscriber", ""),
    ("subscription", ""),
    ("subscriptions", ""),
    ("supplier", ""),
    ("suppliers", ""),
    ("support", "nl de sv da nb nn fr pt"),
    ("technical", ""),
    ("tenant", "nl de it sv da nb nn fr pl"),
    ("tenants", "nl fr"),
    ("threshold", ""),
    ("transaction", "fr"),
    ("transactions", "fr"),
    ("trial", "it"),
    ("understand", ""),
    ("update", "nl de"),
    ("usage", "fr"),
    ("user", ""),
    ("users", ""),
    ("vendor", ""),
    ("vendors", ""),
    ("verification", ""),
    ("verify", ""),
    ("view", ""),
    ("viewer", ""),
    ("virtual", "es pt ro"),
    ("warehouse", ""),
    ("warranty", ""),
    ("worker", ""),
    ("workers", ""),
    ("workload", ""),
    ("workloads", ""),
];

/// Verbs that commands begin with, sorted.
const COMMANDS: &[&str] = &[
    "assign", "build", "change", "check", "choose", "compare", "configure", "connect", "create", "deploy", "discover",
    "edit", "enable", "ensure", "explore", "find", "get", "learn", "manage", "migrate", "monitor", "obtain", "prepare",
    "publish", "remove", "renew", "review", "select", "send", "submit", "understand", "update", "verify", "view",
];

/// Phrases that technical writing borrows as a whole, though a word in them is English only.
pub const BORROWED: &[&str] = &[
    "after sales", "as a service", "best of both worlds", "bring your own device", "coming soon", "do it yourself",
    "get started", "getting started", "health check", "health checks", "health probe", "health probes", "just in time",
    "least privilege", "need to know", "not found", "opt in", "opt out", "out of the box", "pay as you go",
    "point of sale", "proof of concept", "state of the art", "what if", "work from home",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UNKNOWN;

    #[test]
    fn lists_are_sorted_for_binary_search() {
        for table in [&FUNCTION, &CONTENT, &BORROWABLE] {
            assert!(table.words.windows(2).all(|two| two[0].0 < two[1].0));
            let own = table.words.iter().filter(|(_, shared)| shared.is_empty()).map(|(word, _)| word);
            assert!(own.clone().count() > 100 && own.clone().all(|word| table.holds(word, &UNKNOWN)));
        }
    }

    #[test]
    fn every_listed_word_may_be_listed() {
        let contracted = [("don't", ""), ("wouldn't", "")];
        for (word, _) in FUNCTION_WORDS.iter().chain(CONTENT_WORDS).chain(BORROWABLE_WORDS).chain(&contracted) {
            assert!(
                [word, &*word.to_uppercase(), &*word.replace('\'', "’")]
                    .into_iter()
                    .all(|it| may_be_listed(it.as_bytes())),
                "{word}"
            );
        }
        assert!(!["za", "thermometer", "l'aggiunta", "à"].into_iter().any(|it| may_be_listed(it.as_bytes())));
    }
}
