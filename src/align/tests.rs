//! Alignment of small pages.
