//! The place of the tone mark in Vietnamese, which has two customs: `hoà` and `hòa`, `uỷ` and
//! `ủy`. For matching both are one; the text itself stays as it was written.

/// Moves the tone of an open `oa`, `oe`, `uy` to its first letter, where that keeps the length
/// in bytes, so that places stay: `uỳ` and `uỹ` remain as they are.
pub(crate) fn settle(text: &mut String) {
    let movable = |c: char| SECOND.contains(c);
    if !text.chars().any(movable) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let (mut before, mut onset) = (' ', ' ');
    while let Some(c) = chars.next() {
        let open = movable(c) && !chars.peek().is_some_and(|next| next.is_alphabetic());
        match moved(before, c).filter(|_| open && onset != 'q') {
            Some((first, second)) => {
                out.pop();
                out.push(first);
                out.push(second);
            }
            None => out.push(c),
        }
        (onset, before) = (before, c);
    }
    *text = out;
}

/// Letters whose tone may belong to the one before.
const SECOND: &str = "àáảãạèéẻẽẹýỷỵ";

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
