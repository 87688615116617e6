//! Facts: pure functions from a text to the spans of what it is made of.
//!
//! Nothing here knows of segments, checks or files. A function looks at one text, once, and says where things are;
//! what that means is for a check to say. Each fact of a side is found lazily and kept by
//! [`SideView`](crate::model::SideView).

pub mod acronyms;
pub mod attributes;
pub(crate) mod byte_set;
pub mod caseless;
pub mod casing;
pub mod characters;
pub mod counterparts;
pub mod dates;
pub mod dictionary;
pub mod dotted;
pub(crate) mod fnv;
pub mod forms;
#[cfg(feature = "html")]
pub mod html;
pub mod hyperlinks;
pub mod identifiers;
pub mod idioms;
mod inflection;
pub mod kept;
pub(crate) mod leading;
pub mod local_links;
pub mod loose;
pub mod markup;
pub mod names;
pub mod noun_phrases;
pub mod numbers;
pub mod parts_of_speech;
pub mod placeholders;
pub mod prose;
pub mod punctuation;
pub mod sentences;
pub mod shortcodes;
pub mod similarity;
pub mod slugs;
pub mod spacing;
pub mod spelled;
pub mod terms;
pub mod traits;
pub mod unlocalized;
pub mod versions;
pub mod vowels;
pub mod widths;
pub mod words;
