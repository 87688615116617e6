//! `doubled-word`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::spacing::is_blank;

declare_check! {
    /// A word stands twice in a row.
    ///
    /// Readers stumble, and now and then the second copy replaced another word. Each language has words that may
    /// follow themselves (`die die`, `vous vous`, `adım adım`), and a name may end one phrase and begin the next:
    /// those are exempt, with numbers, single letters, hyphenated words and whatever the source holds twice.
    /// In languages that double words for emphasis, one by one or for plurals, only words that nobody doubles are
    /// reported: prepositions, conjunctions, articles, and the end of a Korean sentence.
    ///
    /// ```fails
    /// en | Never publish the key file.
    /// fr | Ne publiez jamais un un fichier de clé.
    ///                        ^^^^^
    /// ```
    ///
    /// ```fails
    /// en | If the build fails, check the log.
    /// ja | 失敗した場合は、ログをを確認します。
    ///                ^^
    /// ```
    ///
    /// ```fails
    /// en | Set the time zone.
    /// ja | 移行先にに使用するタイム ゾーンを設定します。
    ///         ^^
    /// ```
    ///
    /// ```fails
    /// en | The file is on the server and can be read.
    /// el | Το αρχείο βρίσκεται στο στο διακομιστή.
    ///                          ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | You can read the notes here.
    /// ko | 여기에서 읽을 수 있습니다 있습니다.
    ///                ^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | The release of the SDK
    /// zh | 更高版本的的软件，有目的的讨论讨论。
    ///          ^^
    /// ```
    ///
    /// ```passes
    /// en | It differs by region, and what to do by then is said here.
    /// ja | 地域地域で異なります。なにに、ここまでで、母はは、父ににている、鍵ははずす。
    /// ```
    ///
    /// ```passes
    /// en | The details vary little by little.
    /// el | Οι λεπτομέρειες αλλάζουν λίγο λίγο, και του του είπε.
    /// ```
    ///
    /// ```passes
    /// en | Those who sign in find the step-by-step guide.
    /// nl | Wie zich aanmeldt, vindt de gids die die stappen toont.
    /// tr | Oturum açanlar adım adım kılavuzu bulur.
    /// ```
    ///
    /// ```passes
    /// en | Then Contoso will offer Contoso Pay.
    /// nl | Daarna biedt Contoso Contoso Pay aan.
    /// ```
    ///
    /// ```fails page
    /// -- nl/backup.md
    /// De back-up begint om om 2 uur met Contoso Contoso.
    ///                   ^^^^^
    /// ```
    pub static DOUBLED_WORD: Segment<DoubledWord> = {
        id: "doubled-word",
        category: Spelling,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        one_sided: true,
        languages: [
            "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "ru",
            "sk", "sl", "sr", "sv", "tr", "uk", "vi", "zh"
        ],
        mqm: "accuracy/addition",
        its: "duplication",
        aliases: ["repeated-word"],
        since: "0.1.0",
    }
}

/// Options of `doubled-word`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DoubledWord {
    /// More words that may stand twice in a row, lower case.
    pub allow: Vec<String>,
}

impl SegmentCheck for DoubledWord {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        if !target.locale().language().has_word_spaces() {
            return unspaced(segment, out);
        }
        let words = target.words();
        let mut at = 1;
        while at < words.len() {
            let first = at - 1;
            while at < words.len() && is_same(target, words[at - 1], words[at]) {
                at += 1;
            }
            if at - first > 1 && self.is_fault(segment, words[first], words[at - 1]) {
                let word = words[at - 1].of(target.text());
                let extra = Span { start: words[first].end, end: words[at - 1].end };
                out.report(target.at(words[first].to(words[at - 1])), format!("`{word}` stands twice in a row"))
                    .fix_at(target.at(extra), "", Trust::Unsafe);
            }
            at += 1;
        }
    }
}

impl DoubledWord {
    /// Whether the run of one word from `first` to `last` says too much.
    fn is_fault(&self, segment: &SegmentView<'_>, first: Span, last: Span) -> bool {
        let (source, target) = (segment.source(), segment.target());
        let text = target.text();
        let word = last.of(text).to_lowercase();
        let plain = word.chars().count() > 1 && !word.chars().any(char::is_numeric);
        // `e-mail mail`, `faites-le le`, `in in-app`: a part of a word is no word.
        let partial = text[..first.range().start].ends_with(['-', '\'', '’', '‑', '.', '@', '/', '#', '_'])
            || text[last.range().end..].starts_with(['-', '‑', '@', '_'])
            || text[last.range().end..].starts_with('.')
                && text[last.range().end + 1..].starts_with(char::is_alphanumeric);
        // `introduceert Microsoft Microsoft 365`: only the source can tell that a name is meant twice.
        let named = segment.is_one_sided() && last.of(text).starts_with(char::is_uppercase);
        let right = may_be_doubled(&word, target.locale().language()) || self.allow.contains(&word);
        plain && !partial && !named && !right && {
            source.folded().iter().filter(|known| ***known == *word).count() < 2
        }
    }
}

/// Whether `word`, in small letters, may stand twice in a row in `language`.
fn may_be_doubled(word: &str, language: &Language) -> bool {
    let never = language.undoubled_words;
    // The formal ending of a Korean sentence.
    let ends_sentence = || language.code == "ko" && word.ends_with("니다");
    language.doubled_words.contains(&word) || !never.is_empty() && !never.contains(&word) && !ends_sentence()
}

/// Whether `next` repeats `word` with nothing but blanks between. A small letter before a capital is not a repetition:
/// a common noun stands before a name (`der Partner Partner GmbH` aside, `i partner Partner Center`).
fn is_same(target: &SideView<'_>, word: Span, next: Span) -> bool {
    let text = target.text();
    // Most neighbours differ in length or in their last letter.
    let last = |span: Span| text.as_bytes()[span.range().end - 1];
    if word.len() != next.len() || last(word) != last(next) {
        return false;
    }
    let (one, other) = (word.of(text), next.of(text));
    if !text[word.range().end..next.range().start].chars().all(is_blank) {
        return false;
    }
    one == other || {
        let mut letters = one.chars();
        let mut others = other.chars();
        let (first, second) = (letters.next(), others.next());
        let lowered = first.into_iter().flat_map(char::to_lowercase);
        letters.as_str() == others.as_str() && first != second && lowered.eq(second)
    }
}

/// A Japanese or Chinese particle twice, and a word of two characters twice before a mark or the end; `一步一步` and its
/// like are right, and so are the verbs and nouns that the language doubles (`讨论讨论`).
fn unspaced(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let target = segment.target();
    let text = target.text();
    let han = |c: char| matches!(c as u32, 0x4e00..=0x9fff);
    let may_double = |word: &str| target.locale().language().doubled_words.contains(&word);
    let mut before: [(usize, char); 4] = [(0, ' '); 4];
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let [(start, a), (_, b), (middle, c), (last, d)] = before;
        let is_word = || a != b && han(a) && han(b) && !han(character) && !is_stepwise(a);
        let found = if c == d && is_particle([a, b], c, character) {
            Some((Span::new(middle, at), Span::new(last, at)))
        } else if (a, b) == (c, d) && is_word() && !may_double(&text[middle..at]) {
            Some((Span::new(start, at), Span::new(middle, at)))
        } else {
            None
        };
        if let Some((run, extra)) = found.filter(|(run, _)| target.is_prose(*run)) {
            let word = extra.of(text);
            out.report(target.at(run), format!("`{word}` stands twice in a row")).fix_at(
                target.at(extra),
                "",
                Trust::Unsafe,
            );
        }
        before = [before[1], before[2], before[3], (at, character)];
    }
}

/// Whether `twice`, which stands twice in a row between two characters, is a particle that nobody writes twice. Among
/// hiragana either may belong to another word (`なにに`, `父ににている`), and `的` to a few others (`目的的`, `的的确`);
/// `を` to none.
fn is_particle(before: [char; 2], twice: char, behind: char) -> bool {
    let is_other =
        |c: char| c.is_ascii_alphanumeric() || matches!(c as u32, 0x30a1..=0x30fe | 0x3400..=0x9fff) || c == '`';
    match twice {
        'を' => true,
        'に' | 'は' | 'が' | 'の' | 'で' => {
            is_other(before[1]) && (is_other(behind) || behind == '、' && is_other(before[0]))
        }
        '的' => !matches!(before[1], '目' | '标' | '標' | '打') && !matches!(behind, '确' | '確' | '士' | '黎' | '里'),
        _ => false,
    }
}

/// Numerals that make a distributive when doubled: `一个一个`.
fn is_stepwise(character: char) -> bool {
    matches!(character, '一' | '两' | '二' | '三' | '个' | '逐')
}
