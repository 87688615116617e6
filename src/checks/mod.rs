//! The built-in checks, one file each, in rooms named after what they look at.
//!
//! To add one: a file in a room, its `pub mod`, and a line in that room's `ALL`. Docs, examples, options, logic and
//! tests stand together in the file; the laws of `tests/checks.rs` hold for all of them at once.

pub mod characters;
pub mod completeness;
pub mod consistency;
pub mod format;
pub mod front_matter;
pub mod length;
pub mod links;
pub mod markup;
pub mod numbers;
pub mod punctuation;
pub mod spelling;
pub mod structure;
pub mod terminology;

mod shift;

use crate::check::CheckDef;

const ROOMS: &[&[&CheckDef]] = &[
    characters::ALL,
    completeness::ALL,
    consistency::ALL,
    format::ALL,
    front_matter::ALL,
    length::ALL,
    links::ALL,
    markup::ALL,
    numbers::ALL,
    punctuation::ALL,
    spelling::ALL,
    structure::ALL,
    terminology::ALL,
];

/// Every built-in check, room by room.
pub static ALL: [&CheckDef; COUNT] = {
    let mut all = [ROOMS[2][0]; COUNT];
    let (mut room, mut at) = (0, 0);
    while room < ROOMS.len() {
        let mut index = 0;
        while index < ROOMS[room].len() {
            all[at] = ROOMS[room][index];
            index += 1;
            at += 1;
        }
        room += 1;
    }
    all
};

const COUNT: usize = {
    let (mut room, mut count) = (0, 0);
    while room < ROOMS.len() {
        count += ROOMS[room].len();
        room += 1;
    }
    count
};
