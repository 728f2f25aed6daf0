//! The text as the person sees it, and the way from bytes to characters in it.

use crate::bytes::{self, lies_in};
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text in NFC that can tell the character at a byte.
pub(crate) struct Source<'a> {
    text: Cow<'a, str>,
    /// Characters before every [`STEP`]th byte.
    checkpoints: Vec<usize>,
}

const STEP: usize = 128;

impl<'a> Source<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let text = composed(text);
        let checkpoints = checkpoints(text.as_bytes());
        Self { text, checkpoints }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many characters stand before this byte.
    pub(crate) fn characters_before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let before = self.checkpoints.get(step).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        before + starts_in(rest)
    }

    /// The words of a range of bytes; empty where it does not fall on characters.
    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }
}

/// A text in NFC.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    let is_composed = |text: &str| is_plainly_composed(text) || is_nfc(text);
    // Nothing combines across the end of a line, and few lines have anything that combines.
    let lines = || text.split_inclusive('\n');
    if is_plainly_composed(text) || lines().all(is_composed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in lines() {
        if is_composed(line) {
            out.push_str(line);
        } else {
            out.extend(line.nfc());
        }
    }
    Cow::Owned(out)
}

/// Whether all characters are of ranges in which each is in NFC by itself and combines with none: below
/// U+0300, the Vietnamese letters of U+1E00–U+1EFF, marks and signs of U+2002–U+20CF and U+2140–U+2A7F, and
/// those that fonts keep for themselves. Most texts have no others; the whole of Unicode is asked for the rest.
fn is_plainly_composed(text: &str) -> bool {
    // A first look turns nearly all away: only a few dashes and marks are looked at twice.
    let maybe = |[first, second]: [u8; 2]| {
        let letter = (first == 0xE1) & lies_in(second, 0xB8..=0xBB);
        (first >= 0xCC) & !letter
    };
    let bytes = text.as_bytes();
    let behind = |at| bytes.get(at).copied().unwrap_or_default();
    bytes::places_where(bytes, maybe).all(|at| match behind(at) {
        0xE2 => is_plain_mark(behind(at + 1), behind(at + 2)),
        0xEE => true,
        // Those that fonts keep for themselves.
        0xEF => behind(at + 1) <= 0xA3,
        _ => false,
    })
}

/// Whether bytes behind E2 are of a mark that stays as it is.
fn is_plain_mark(second: u8, third: u8) -> bool {
    match second {
        0x80 => third >= 0x82,
        // Pointing brackets, U+2329 and U+232A, become others.
        0x8C => !matches!(third, 0xA9 | 0xAA),
        0x81 | 0x82 | 0x85..=0xA9 => true,
        _ => false,
    }
}

fn checkpoints(bytes: &[u8]) -> Vec<usize> {
    let mut before = 0;
    let counted = bytes.chunks(STEP).map(|chunk| {
        let here = before;
        before += starts_in(chunk);
        here
    });
    let mut checkpoints: Vec<usize> = counted.collect();
    checkpoints.push(before);
    checkpoints
}

/// How many characters start in these bytes.
fn starts_in(bytes: &[u8]) -> usize {
    bytes::count(bytes, |byte| (byte & 0xC0) != 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_across_checkpoints() {
        let text = "Đề nghị ".repeat(200);
        let source = Source::new(&text);
        for (characters, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(source.characters_before(byte), characters);
        }
        assert_eq!(source.characters_before(text.len()), text.chars().count());
    }

    #[test]
    fn the_quick_look_takes_nothing_for_composed_that_is_not() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}b");
            assert!(!is_plainly_composed(&text) || is_nfc(&text), "{c:?}");
        }
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(Source::new("Ha\u{309}i Pho\u{300}ng").text(), "Hải Phòng");
    }
}
