//! The place of the tone mark in Vietnamese, which has two customs: `hoà` and `hòa`, `uỷ` and
//! `ủy`. For matching both are one; the text itself stays as it was written.

use crate::words::is_letter;

/// Moves the tone of an open `oa`, `oe`, `uy` to its first letter, where that keeps the length
/// in bytes, so that places stay: `uỳ` and `uỹ` remain as they are. `text` is in lower case.
pub(crate) fn settle(text: &mut String) {
    let places: Vec<usize> = open_pairs(text).collect();
    for at in places {
        let pair = text.get(at..).and_then(settled);
        if let Some((first, second)) = pair {
            let length = first.len_utf8() + second.len_utf8();
            text.replace_range(at..at + length, &format!("{first}{second}"));
        }
    }
}

/// Where `o` or `u` stands before a letter whose tone may be its own, told by bytes.
fn open_pairs(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let onset = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before));
    // The second letter takes two or three bytes; a plain letter behind it closes the syllable.
    let behind = |pair: &[u8]| match pair {
        [b'o' | b'u', 0xC3] => Some(3),
        [b'o' | b'u', 0xE1] => Some(4),
        _ => None,
    };
    let pairs = bytes.windows(2).enumerate().filter_map(move |(at, pair)| Some((at, at + behind(pair)?)));
    let open = pairs.filter(|(_, end)| !bytes.get(*end).is_some_and(u8::is_ascii_alphabetic));
    open.map(|(at, _)| at).filter(move |at| onset(*at) != Some(&b'q'))
}

/// The pair at the start with its tone settled, where no letter follows it.
fn settled(rest: &str) -> Option<(char, char)> {
    let mut chars = rest.chars();
    let pair = moved(chars.next()?, chars.next()?)?;
    chars.next().is_none_or(|next| !is_letter(next)).then_some(pair)
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
    use super::*;

    #[test]
    fn both_customs_become_one_and_lengths_stay() {
        let table = [
            ("uỷ ban nhân dân", "ủy ban nhân dân"),
            ("văn hoá, toà án", "văn hóa, tòa án"),
            ("khoẻ", "khỏe"),
            ("thuý", "thúy"),
            ("cộng hòa", "cộng hòa"),
            // To be left alone: closed syllables, the u of qu, tones that would change the length.
            ("hoàn thành, quý iv, luỹ kế", "hoàn thành, quý iv, luỹ kế"),
            ("thuỳ, hoạt, canoës", "thuỳ, hoạt, canoës"),
        ];
        for (text, expected) in table {
            let mut settled = text.to_owned();
            settle(&mut settled);
            assert_eq!(settled, expected);
            assert_eq!(settled.len(), text.len());
        }
    }
}
