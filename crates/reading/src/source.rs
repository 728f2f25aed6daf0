//! The text as the person sees it, and the way from bytes to characters in it.

use crate::bytes;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text in NFC that can tell the character at a byte.
pub(crate) struct Source<'a> {
    text: Cow<'a, str>,
    /// Characters before every [`STEP`]th byte.
    checkpoints: Vec<usize>,
}

const STEP: usize = 256;

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
    if is_plainly_composed(text) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether all characters are of ranges in which each is in NFC by itself and combines with none: below
/// U+0300, the Vietnamese letters of U+1E00–U+1EFF, marks and signs of U+2002–U+20CF and U+2140–U+2A7F, and
/// those that fonts keep for themselves. Most texts have no others; the whole of Unicode is asked for the rest.
fn is_plainly_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let beyond = |byte| matches!(byte, 0xCC..=0xE0 | 0xE3..=0xED | 0xF0..);
    let odd = |first, second: u8, third: u8| {
        let letter = (0xB8..=0xBB).contains(&second);
        let mark = ((second == 0x80) & (third >= 0x82))
            | (second == 0x81)
            | (second == 0x82)
            | (0x85..=0xA9).contains(&second);
        let private = second <= 0xA3;
        // Pointing brackets, U+2329 and U+232A, become others.
        let pointing = (second == 0x8C) & ((third == 0xA9) | (third == 0xAA));
        ((first == 0xE1) & !letter) | ((first == 0xE2) & (!mark | pointing)) | ((first == 0xEF) & !private)
    };
    !bytes::any(bytes, beyond) && !bytes::any_three(bytes, odd)
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
