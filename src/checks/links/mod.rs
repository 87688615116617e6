//! Links, images and anchors; and what stands too close to them.

pub mod added_image;
pub mod added_link;
pub mod broken_anchor;
pub mod broken_link;
pub mod forbidden_link_locale;
pub mod mismatched_link;
pub mod mismatched_link_locale;
pub mod mismatched_link_text;
pub mod misplaced_link;
pub mod misplaced_punctuation;
pub mod missing_image;
pub mod missing_link;
pub mod missing_link_text;
pub mod missing_space;
pub mod untranslated_link_target;

pub(in crate::checks) mod counterparts;
mod evidence;
mod phrases;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &added_image::ADDED_IMAGE,
    &added_link::ADDED_LINK,
    &broken_anchor::BROKEN_ANCHOR,
    &broken_link::BROKEN_LINK,
    &forbidden_link_locale::FORBIDDEN_LINK_LOCALE,
    &mismatched_link::MISMATCHED_LINK,
    &mismatched_link_locale::MISMATCHED_LINK_LOCALE,
    &mismatched_link_text::MISMATCHED_LINK_TEXT,
    &misplaced_link::MISPLACED_LINK,
    &misplaced_punctuation::MISPLACED_PUNCTUATION,
    &missing_image::MISSING_IMAGE,
    &missing_link::MISSING_LINK,
    &missing_link_text::MISSING_LINK_TEXT,
    &missing_space::MISSING_SPACE,
    &untranslated_link_target::UNTRANSLATED_LINK_TARGET,
];
