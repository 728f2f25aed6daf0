//! Vietnamese encodings from before Unicode: recognised by how much sense the decoded text makes.

mod sense;
mod tcvn3;
mod vni;

pub(super) use tcvn3::decode as tcvn3;
pub(super) use vni::decode as vni;

use super::Encoding;
use crate::bytes;
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use sense::Sense;
use unicode_normalization::UnicodeNormalization;

/// Decodes bytes that are no Unicode: the encoding in which they make most sense.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<(String, Encoding)> {
    let western = WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    let combining: String = WINDOWS_1258.decode_without_bom_handling(bytes).0.nfc().collect();
    let candidates = [
        (tcvn3(&western), Encoding::Tcvn3),
        (vni(&western), Encoding::Vni),
        (combining, Encoding::Windows1258),
    ];
    let sensible = candidates.into_iter().map(|(text, encoding)| (Sense::of(&text), text, encoding));
    let best = sensible.max_by_key(|(sense, ..)| sense.per_mille());
    match best {
        Some((sense, text, Encoding::Tcvn3)) if sense.is_vietnamese() => {
            Some((with_headings(&text), Encoding::Tcvn3))
        }
        Some((sense, text, encoding)) if sense.is_vietnamese() => Some((text, encoding)),
        _ => sense::is_western(&western).then_some((western, Encoding::Windows1252)),
    }
}

fn with_headings(text: &str) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    tcvn3::raise_headings(&mut lines, |_| true);
    lines.join("\n")
}

/// Mends a Unicode text whose lines are TCVN3 or VNI shown as Latin letters, as they come from
/// web pages that took the bytes of the old fonts for Latin-1. Lines in true Unicode stay.
pub(super) fn mend(text: &str) -> Option<(String, Encoding)> {
    if !holds_suspicious(text) {
        return None;
    }
    let whole = [(tcvn3 as fn(&str) -> String, Encoding::Tcvn3), (vni, Encoding::Vni)];
    // Lines full of odd letters tell whether there is anything to mend; most texts have none.
    let odd = |line: &&str| {
        let many = |count: usize| count * 24 > line.len();
        many(bytes::count(line.as_bytes(), |byte| (byte == 0xC2) | (byte == 0xC3)))
            && many(line.chars().filter(|c| is_suspicious(*c)).count())
    };
    let mut odd = text.split('\n').filter(odd).filter_map(|line| Some((line, doubtful(line)?)));
    if !odd.any(|(line, sense)| whole.iter().any(|(decode, _)| better(line, sense, *decode).is_some())) {
        return None;
    }
    let lines: Vec<(&str, Option<Sense>)> = text.split('\n').map(|line| (line, doubtful(line))).collect();
    let tried = whole.into_iter().map(|(decode, encoding)| {
        let better = |(line, sense): &(&str, Option<Sense>)| better(line, (*sense)?, decode);
        let (mended, senses): (Vec<_>, Vec<_>) = lines.iter().map(better).map(Option::unzip).unzip();
        let gained: usize = senses.into_iter().flatten().map(|sense: Sense| sense.valid).sum();
        (gained, mended, encoding)
    });
    let (gained, lines, encoding) = tried.max_by_key(|(gained, ..)| *gained)?;
    // A word or two may make sense by chance.
    if gained < 5 {
        return None;
    }
    let shown: Vec<bool> = lines.iter().map(Option::is_some).collect();
    let each = text.split('\n').zip(lines);
    let mut lines: Vec<String> =
        each.map(|(line, better)| better.unwrap_or_else(|| line.to_owned())).collect();
    if encoding == Encoding::Tcvn3 {
        tcvn3::raise_headings(&mut lines, |at| shown.get(at).copied().unwrap_or(false));
    }
    Some((lines.join("\n"), encoding))
}

/// The sense that a line makes as it is; `None` for one with letters that only Unicode has, or with none but
/// those of ASCII, which is as it should be.
fn doubtful(line: &str) -> Option<Sense> {
    let of_unicode = |c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'ă' | 'ơ' | 'ư' | 'đ');
    (!line.is_ascii() && !line.chars().any(of_unicode)).then(|| Sense::of(line))
}

/// The line decoded and the sense that it makes so, when that is clearly more.
fn better(line: &str, before: Sense, decode: fn(&str) -> String) -> Option<(String, Sense)> {
    let decoded = decode(line);
    let after = Sense::of(&decoded);
    let clearly = after.is_vietnamese() && after.per_mille() > before.per_mille();
    (clearly && decoded != line).then_some((decoded, after))
}

/// Whether any character is one of those below: a quick look at a whole text.
fn holds_suspicious(text: &str) -> bool {
    let mut places = bytes::places_where(text.as_bytes(), |[byte]| (byte == 0xC2) | (byte == 0xC3));
    places.any(|at| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_suspicious))
}

/// Marks and letters that old fonts need in nearly every line and other texts hardly have: all below
/// U+0100, so that each starts with one of two bytes.
fn is_suspicious(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{A1}'..='\u{A9}' | '\u{AC}'..='\u{AF}' | '\u{B5}'..='\u{B9}' | '\u{BB}'..='\u{BE}' | 'Æ' | '×' | 'ß' | 'ñ' | 'ö' | 'ø' | 'ä' | 'å' | 'Ñ' | 'û')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ủy ban nhân dân thành phố giao Sở Tài chính chủ trì, phối hợp với các đơn vị \
                        rà soát quỹ đất, bãi bỏ những thủ tục không cần thiết trước ngày 15 tháng 9.";

    #[test]
    fn each_encoding_is_recognised_by_its_sense() {
        let bytes = |text: &str| WINDOWS_1252.encode(text).0.into_owned();
        let tcvn3_bytes = tcvn3::encode(TEXT);
        let vni_bytes = bytes(&vni::encode(TEXT));
        let combining = windows_1258(TEXT);
        let french = bytes("Le préfet a demandé aux élus d’achever l’étude à l’été : « c’est nécessaire ».");
        let english = bytes("The Ministry – with the provinces’ help – shall report by “June”.");
        let table: [(&[u8], Encoding); 5] = [
            (&tcvn3_bytes, Encoding::Tcvn3),
            (&vni_bytes, Encoding::Vni),
            (&combining, Encoding::Windows1258),
            (&french, Encoding::Windows1252),
            (&english, Encoding::Windows1252),
        ];
        for (bytes, expected) in table {
            let (text, encoding) = of_bytes(bytes).unwrap();
            assert_eq!(encoding, expected, "{text}");
            if expected != Encoding::Windows1252 && expected != Encoding::Tcvn3 {
                assert_eq!(text, TEXT);
            }
        }
    }

    #[test]
    fn bytes_that_make_no_sense_stay_refused() {
        let noise: Vec<u8> = (0u8..200).map(|n| n.wrapping_mul(37) | 0x80).collect();
        assert_eq!(of_bytes(&noise), None);
    }

    #[test]
    fn lines_shown_as_latin_are_mended_and_others_stay() {
        let text = "Quyết định\nCéng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc\n\
                    Số 60 Trần Phú\nĐiện thoại: 024";
        let (mended, encoding) = mend(text).unwrap();
        assert_eq!(encoding, Encoding::Tcvn3);
        let lines: Vec<&str> = mended.lines().collect();
        assert_eq!(
            lines,
            [
                "Quyết định",
                "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc",
                "Số 60 Trần Phú",
                "Điện thoại: 024",
            ]
        );
        let (mended, encoding) = mend("Uyû ban nhaân daân tænh giao Sôû Xaây döïng quyeát ñònh").unwrap();
        assert_eq!(encoding, Encoding::Vni);
        assert_eq!(mended, "Uỷ ban nhân dân tỉnh giao Sở Xây dựng quyết định");
    }

    #[test]
    fn the_quick_look_agrees_with_the_characters() {
        for c in ('\u{80}'..='\u{FF}').chain(['ă', 'ơ', 'ạ', '–', '€']) {
            assert_eq!(holds_suspicious(&c.to_string()), is_suspicious(c), "{c:?}");
        }
    }

    #[test]
    fn texts_in_unicode_are_left_alone() {
        for text in [
            "Sở Xây dựng rà soát § 3; ký ngày 2/9, 25 °C, 10 m², ± 5 %",
            "Décision nº 5 : l’œuvre « à l’été » coûte 3 £ ; voir § 12 et l’annexe ½.",
            "The señor paid £5 (µ = 3, ½ of it) in Århus and Köln.",
            "Đà Nẵng",
            "Phú Ký ñ",
            "Read on »\nRead on »\nRead on »\nRead on »\nRead on »\nRead on »",
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }

    /// Windows-1258 as it is typed: the tone as a byte of its own behind the vowel.
    fn windows_1258(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for c in text.chars() {
            let parts: Vec<char> = std::iter::once(c).nfd().collect();
            let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            let letter: String = parts.iter().copied().filter(|c| !tone(c)).nfc().collect();
            let tone: String = parts.iter().copied().filter(tone).collect();
            out.extend_from_slice(&WINDOWS_1258.encode(&(letter + &tone)).0);
        }
        out
    }
}
