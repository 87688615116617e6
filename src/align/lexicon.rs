//! What a page teaches of its own words: which word of the translation stands where a word of the original stood.
//!
//! Two pages that do not quite agree are read twice. The blocks that surely belong together on the first reading show
//! which words go with each other (by the Dice coefficient of the blocks that hold them); on the second reading the
//! words of the original count as those of the translation.

use super::features::{Kindred, Token};
use hashbrown::HashMap;

/// Pairs of words.
pub(super) struct Lexicon(HashMap<Token, Token>);

/// Blocks that must hold both words of a pair.
const LEAST: u32 = 2;
/// Words of a block that teaches: in a longer one, any word stands beside any other.
const MOST: usize = 256;
/// Share of the blocks that hold either word in which both stand.
const DICE: f64 = 0.6;

impl Lexicon {
    /// Learns from blocks that say the same.
    pub(super) fn learn<'k>(pairs: impl Iterator<Item = [&'k Kindred<'k>; 2]>) -> Self {
        let mut counts: [HashMap<Token, u32>; 2] = Default::default();
        let mut both: HashMap<(Token, Token), u32> = HashMap::new();
        for pair in pairs.filter(|pair| pair.iter().all(|block| block.tokens().len() <= MOST)) {
            for (side, counts) in counts.iter_mut().enumerate() {
                for &token in pair[side].tokens() {
                    *counts.entry(token).or_default() += 1;
                }
            }
            for &source in pair[0].tokens() {
                for &target in pair[1].tokens() {
                    *both.entry((source, target)).or_default() += 1;
                }
            }
        }
        let mut best: HashMap<Token, (f64, Token)> = HashMap::new();
        for ((source, target), count) in both {
            let dice = 2.0 * f64::from(count) / f64::from(counts[0][&source] + counts[1][&target]);
            if count >= LEAST && dice >= DICE {
                let best = best.entry(source).or_insert((dice, target));
                if (dice, target) > *best {
                    *best = (dice, target);
                }
            }
        }
        Self(best.into_iter().map(|(source, (_, target))| (source, target)).collect())
    }

    /// Puts the words of the translation in place of those of the original.
    pub(super) fn translate(&self, source: &mut Kindred<'_>) {
        source.replace(|token| self.0.get(&token).copied().unwrap_or(token));
    }
}
