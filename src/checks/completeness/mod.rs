//! What was not translated, or not at all.

pub mod missing_source;
pub mod missing_target;
pub mod untranslated_fragment;
pub mod untranslated_function_word;
pub mod untranslated_segment;
pub mod untranslated_sentence;
pub mod untranslated_word;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &missing_source::MISSING_SOURCE,
    &missing_target::MISSING_TARGET,
    &untranslated_fragment::UNTRANSLATED_FRAGMENT,
    &untranslated_function_word::UNTRANSLATED_FUNCTION_WORD,
    &untranslated_segment::UNTRANSLATED_SEGMENT,
    &untranslated_sentence::UNTRANSLATED_SENTENCE,
    &untranslated_word::UNTRANSLATED_WORD,
];
