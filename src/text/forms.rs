//! Forms of words, by their letters alone.

/// Whether `one` and `other`, in small letters, may be forms of one word: they begin alike, with three letters or more
/// and at least half of the longer one. Compares by letters, so that words that only look related pass as well.
///
/// ```
/// # use bilint::text::forms::may_be_one_word;
/// assert!(may_be_one_word("partnerskie", "partnerskiego") && may_be_one_word("merkezi", "merkezinden"));
/// assert!(!may_be_one_word("usługa", "usta") && !may_be_one_word("konto", "kunde"));
/// ```
pub fn may_be_one_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    one == other || shared >= 3 && shared * 2 >= one.chars().count().max(other.chars().count())
}
