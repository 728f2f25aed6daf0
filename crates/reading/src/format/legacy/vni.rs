//! VNI-Windows: a plain letter, and behind it a byte for its accent and tone.

use unicode_normalization::UnicodeNormalization;

/// Accents behind a letter, and which combining marks they are. The same byte means another
/// accent behind another letter only for `a` (breve) and `e`, `o` (circumflex).
const ACCENTS: [(char, &str); 16] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
];
/// The one of the list above that does not fit the pattern: ặ.
const LAST_ACCENT: (char, &str) = ('ë', "\u{306}\u{323}");

/// Letters that are whole.
const LETTERS: [(char, char); 14] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

/// Turns text in VNI-Windows, its bytes shown as Windows-1252, into Unicode.
pub(crate) fn decode(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len());
    let mut before = ' ';
    for c in shown.chars() {
        if let Some(marks) = accent(before, c) {
            out.push_str(marks);
            before = ' ';
        } else {
            out.push(letter(c));
            before = c;
        }
    }
    out.nfc().collect()
}

/// The marks that `c` stands for behind this letter.
fn accent(before: char, c: char) -> Option<&'static str> {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let (before, c) = (small(before), small(c));
    let all = ACCENTS.iter().chain([&LAST_ACCENT]);
    let marks = all.into_iter().find(|(byte, _)| *byte == c).map(|(_, marks)| *marks)?;
    let takes = match before {
        'a' => true,
        'e' | 'o' => !marks.starts_with('\u{306}'),
        'u' | 'y' | 'ô' | 'ö' => !marks.starts_with(['\u{306}', '\u{302}']),
        _ => false,
    };
    takes.then_some(marks)
}

fn letter(c: char) -> char {
    LETTERS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
}

/// A text as it is typed in VNI-Windows.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "ìíÌÍ".contains(c) {
            out.push(c);
            continue;
        }
        if let Some((from, _)) = LETTERS.iter().find(|(_, to)| *to == c) {
            out.push(*from);
            continue;
        }
        let parts: Vec<char> = std::iter::once(c).nfd().collect();
        let horned = parts.contains(&'\u{31B}');
        let plain =
            if horned { [parts[0], '\u{31B}'].iter().copied().nfc().next().unwrap() } else { parts[0] };
        let mut marks: Vec<char> = parts[1..].iter().copied().filter(|c| *c != '\u{31B}').collect();
        // NFD puts the dot below first.
        marks.sort_by_key(|c| !matches!(c, '\u{302}' | '\u{306}'));
        let marks: String = marks.into_iter().collect();
        out.push(LETTERS.iter().find(|(_, to)| *to == plain).map_or(plain, |(from, _)| *from));
        let byte = ACCENTS.iter().chain([&LAST_ACCENT]).find(|(_, m)| *m == marks).map(|(byte, _)| *byte);
        let upper = |c: char| if plain.is_uppercase() { c.to_uppercase().next().unwrap() } else { c };
        out.extend(byte.map(upper));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_way_there_and_back() {
        let letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        let both = format!("{letters}{}", letters.to_uppercase());
        for c in both.chars() {
            let c = c.to_string();
            assert_eq!(decode(&encode(&c)), c, "{}", encode(&c));
        }
    }

    #[test]
    fn the_words_of_a_heading() {
        assert_eq!(
            decode("Caên cöù Luaät Ñaát ñai; thöïc hieän tröôùc ngaøy 1/7"),
            "Căn cứ Luật Đất đai; thực hiện trước ngày 1/7"
        );
        assert_eq!(decode("COÄNG HOØA XAÕ HOÄI"), "CỘNG HÒA XÃ HỘI");
    }
}
