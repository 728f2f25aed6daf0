//! Lower case that keeps places: for matching, never shown.

use crate::bytes::{lies_in, places_where};
use crate::{tones, words};

/// Lower case with tones in one custom, in which all keeps its length in bytes, so that places stay.
pub(crate) fn lower(text: &str) -> String {
    let mut out = String::new();
    let mut done = 0;
    for at in places_where(text.as_bytes(), |near| may_become_another(near) | tones::may_open(near)) {
        let Some((before, rest)) = text.split_at_checked(at).filter(|_| at >= done) else { continue };
        let Some((small, second)) = changed(before, rest) else { continue };
        if done == 0 {
            out.reserve_exact(text.len());
        }
        out.push_str(text.get(done..at).unwrap_or_default());
        out.push(small);
        out.extend(second);
        done = out.len();
    }
    if done == 0 {
        return text.to_ascii_lowercase();
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out.make_ascii_lowercase();
    out
}

/// What the first character of `rest` becomes, with the one behind it where a tone moves; `None` where it
/// stays or is of ASCII.
fn changed(before: &str, rest: &str) -> Option<(char, Option<char>)> {
    let first = rest.chars().next()?;
    if first.is_ascii() {
        return tones::settled(before, rest).map(|(first, second)| (first, Some(second)));
    }
    let small = words::low(first);
    (small != first).then_some((small, None))
}

/// Whether a character outside ASCII that starts with these bytes may be a capital: a quick look that knows
/// the small letters of Vietnamese and French and the marks among them.
fn may_become_another([first, second, third, ..]: [u8; 5]) -> bool {
    let even = |byte| byte & 1 == 0;
    // `À`–`ß`
    let latin = (first == 0xC3) & (second < 0xA0);
    // U+0100–U+017F: `Ă`, `Đ`, `Ĩ`, `Œ`, `Ũ`; from U+0131 to U+0149 the odd ones.
    let extended = (lies_in(first, 0xC4..=0xC5) & (even(second) | (second >= 0xB1)))
        | ((first == 0xC5) & (second < 0x8A));
    // All but `ơ`, `ư`
    let horned = (first == 0xC6) & (second != 0xA1) & (second != 0xB0);
    // U+1E80–U+1EFF; others behind E1
    let toned = (first == 0xE1) & (even(third) | !lies_in(second, 0xBA..=0xBB));
    // All but dashes and quotation marks.
    let sign = (first == 0xE2) & (second != 0x80);
    latin | extended | horned | toned | sign | lies_in(first, 0xC7..=0xE0) | (first >= 0xE3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prop_assert_eq, proptest};

    #[test]
    fn each_character_becomes_small_as_it_does_alone() {
        for c in '\0'..=char::MAX {
            let expected: String = [' ', words::low(c), ' '].iter().collect();
            assert_eq!(lower(&format!(" {c} ")), expected);
        }
    }

    proptest! {
        #[test]
        fn long_texts_become_so_too(text in "[A-ZÀÉĐƯỦỲ aohuyáỷế№Ⅳ\u{f0b7}]{0,200}") {
            let each: String = text.chars().map(words::low).collect();
            let small = lower(&text);
            prop_assert_eq!(small.len(), text.len());
            // Once settled, tones stay.
            prop_assert_eq!(&lower(&each), &small);
            prop_assert_eq!(&lower(&small), &small);
        }
    }
}
