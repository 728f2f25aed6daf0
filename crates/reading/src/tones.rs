//! The place of the tone mark in Vietnamese, which has two customs: `hoà` and `hòa`, `uỷ` and
//! `ủy`. For matching both are one; the text itself stays as it was written.

use crate::words::{is_letter, low};

/// Whether an open pair may start with these bytes: `o` or `u` before a letter whose tone may be its own. That
/// one takes two or three bytes; a plain letter behind it closes the syllable.
pub(crate) fn may_open([first, second, _, fourth, fifth]: [u8; 5]) -> bool {
    let small = first | 0x20;
    let two = (second == 0xC3) & !fourth.is_ascii_alphabetic();
    let three = (second == 0xE1) & !fifth.is_ascii_alphabetic();
    ((small == b'o') | (small == b'u')) & (two | three)
}

/// The pair at the start of `rest` in lower case, the tone of an open `oa`, `oe`, `uy` moved to its first
/// letter, where that keeps the length in bytes, so that places stay: `uỳ` and `uỹ` remain as they are.
pub(crate) fn settled(before: &str, rest: &str) -> Option<(char, char)> {
    let mut chars = rest.chars();
    let pair = moved(low(chars.next()?), low(chars.next()?))?;
    let closed = chars.next().is_some_and(is_letter);
    (!closed && !before.ends_with(['q', 'Q'])).then_some(pair)
}

/// The pair with the tone on its first letter, when its length is the same.
fn moved(first: char, second: char) -> Option<(char, char)> {
    let pair = match (first, second) {
        ('o', 'à') => ('ò', 'a'),
        ('o', 'á') => ('ó', 'a'),
        ('o', 'ả') => ('ỏ', 'a'),
        ('o', 'ã') => ('õ', 'a'),
        ('o', 'ạ') => ('ọ', 'a'),
        ('o', 'è') => ('ò', 'e'),
        ('o', 'é') => ('ó', 'e'),
        ('o', 'ẻ') => ('ỏ', 'e'),
        ('o', 'ẽ') => ('õ', 'e'),
        ('o', 'ẹ') => ('ọ', 'e'),
        ('u', 'ý') => ('ú', 'y'),
        ('u', 'ỷ') => ('ủ', 'y'),
        ('u', 'ỵ') => ('ụ', 'y'),
        _ => return None,
    };
    let length = |(a, b): (char, char)| a.len_utf8() + b.len_utf8();
    (length(pair) == length((first, second))).then_some(pair)
}

#[cfg(test)]
mod tests {
    use crate::words::lower;

    #[test]
    fn both_customs_become_one_and_lengths_stay() {
        let table = [
            ("uỷ ban nhân dân", "ủy ban nhân dân"),
            ("Văn hoá, TOÀ ÁN", "văn hóa, tòa án"),
            ("khoẻ", "khỏe"),
            ("thuý", "thúy"),
            ("cộng hòa", "cộng hòa"),
            // To be left alone: closed syllables, the u of qu, tones that would change the length.
            ("hoàn thành, quý iv, luỹ kế", "hoàn thành, quý iv, luỹ kế"),
            ("thuỳ, hoạt, canoës", "thuỳ, hoạt, canoës"),
        ];
        for (text, expected) in table {
            assert_eq!(lower(text), expected);
            assert_eq!(expected.len(), text.len());
        }
    }
}
