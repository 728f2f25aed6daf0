//! Texts as they are looked for and put in order: without tones and cases for search, as keys for
//! the symbols of instruments, and as keys for the order of the Vietnamese alphabet, so that both
//! databases sort alike and by an index.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that count in a key for the order; what comes after them decides nothing.
const ORDERED_LETTERS: usize = 80;

/// Lower case, without tones and other marks, đ as d, with single spaces.
///
/// ```
/// assert_eq!(haidang_store::fold("  Đà  Nẵng "), "da nang");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'đ' => folded.push('d'),
            c if c.is_whitespace() || c == '\0' => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a text, folded: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The symbol of an instrument as it is compared: upper case without marks and spaces, every
/// number without leading zeros, every dash the same.
///
/// ```
/// assert_eq!(haidang_store::symbol_key("07/nq-cp"), haidang_store::symbol_key("7 / NQ–CP"));
/// ```
pub fn symbol_key(symbol: &str) -> String {
    let mut key = String::with_capacity(symbol.len());
    let mut zeros = false;
    let mut in_number = false;
    for c in fold(symbol).chars().filter(|c| !c.is_whitespace()) {
        let digit = c.is_ascii_digit();
        if digit && c == '0' && !in_number {
            zeros = true;
            continue;
        }
        if zeros && !digit {
            key.push('0');
        }
        zeros = false;
        in_number = digit;
        match c {
            '‐' | '‑' | '‒' | '–' | '—' | '−' => key.push('-'),
            c => key.extend(c.to_uppercase()),
        }
    }
    if zeros {
        key.push('0');
    }
    key
}

/// A key whose bytes sort as the Vietnamese alphabet does: a ă â … d đ … e ê … o ô ơ … u ư; tones
/// decide only between words of the same letters; numbers sort by size.
pub(crate) fn order_key(text: &str) -> String {
    let lower: Vec<char> =
        text.chars().take(4 * ORDERED_LETTERS).flat_map(char::to_lowercase).nfd().collect();
    let mut letters = String::new();
    let mut tones = String::new();
    let mut rest = lower.as_slice();
    for _ in 0..ORDERED_LETTERS {
        let Some((first, after)) = rest.split_first() else { break };
        if first.is_ascii_digit() {
            let count = rest.iter().take_while(|c| c.is_ascii_digit()).count();
            push_number(&mut letters, rest.get(..count).unwrap_or_default());
            rest = rest.get(count..).unwrap_or_default();
            continue;
        }
        let count = after.iter().take_while(|c| is_combining_mark(**c)).count();
        push_letter(&mut letters, &mut tones, *first, after.get(..count).unwrap_or_default());
        rest = after.get(count..).unwrap_or_default();
    }
    letters.truncate(letters.trim_end().len());
    format!("{letters}\u{1}{tones}")
}

/// First how long the number is, then the number.
fn push_number(letters: &mut String, digits: &[char]) {
    let zeros = digits.iter().take_while(|c| **c == '0').count();
    let digits = digits.get(zeros..).unwrap_or_default();
    let length = u32::try_from(digits.len()).unwrap_or(u32::MAX).min(9);
    letters.extend(char::from_digit(length, 10));
    letters.extend(digits);
}

/// The letter, which of its forms it is, and its tone. What is no letter is a space.
fn push_letter(letters: &mut String, tones: &mut String, letter: char, marks: &[char]) {
    let (base, form) = if letter == 'đ' { ('d', '1') } else { (letter, form(letter, marks)) };
    if base.is_alphanumeric() {
        letters.extend([base, form]);
        tones.extend(marks.iter().find_map(|mark| tone(*mark)));
        if !marks.iter().any(|mark| tone(*mark).is_some()) {
            tones.push('0');
        }
    } else if !letters.is_empty() && !letters.ends_with(' ') {
        letters.push(' ');
    }
}

fn form(letter: char, marks: &[char]) -> char {
    let has = |mark: char| marks.contains(&mark);
    match letter {
        'a' if has('\u{302}') => '2',
        'o' | 'u' if has('\u{31b}') => '2',
        'a' if has('\u{306}') => '1',
        'e' | 'o' if has('\u{302}') => '1',
        _ => '0',
    }
}

/// Without a tone, then huyền, hỏi, ngã, sắc, nặng.
fn tone(mark: char) -> Option<char> {
    match mark {
        '\u{300}' => Some('1'),
        '\u{309}' => Some('2'),
        '\u{303}' => Some('3'),
        '\u{301}' => Some('4'),
        '\u{323}' => Some('5'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_and_cases_are_folded_away() {
        for (text, folded) in [
            ("Hải Phòng", "hai phong"),
            ("ĐÀ  nẵng\n", "da nang"),
            ("Nghị quyết số 57-NQ/TW", "nghi quyet so 57-nq/tw"),
            ("Décision à Huế", "decision a hue"),
            ("hải phòng".nfd().collect::<String>().as_str(), "hai phong"),
            ("  ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["Ứng dụng ĐÔ THỊ", "İstanbul", "ß æ Œ", " a\u{300}\u{300} "] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(words("Số 07/NQ-CP, “Đô thị”"), ["so", "07", "nq", "cp", "do", "thi"]);
        assert!(words("--- %_'\"").is_empty());
    }

    #[test]
    fn one_symbol_has_one_key() {
        for (symbol, key) in [
            ("07/nq-cp", "7/NQ-CP"),
            ("7/NQ-CP", "7/NQ-CP"),
            ("007 / NQ – CP", "7/NQ-CP"),
            ("12/2021/QĐ-UBND", "12/2021/QD-UBND"),
            ("0/A", "0/A"),
            ("100", "100"),
            ("10/00", "10/0"),
        ] {
            assert_eq!(symbol_key(symbol), key, "{symbol}");
            assert_eq!(symbol_key(key), key, "{key}");
        }
    }

    #[test]
    fn keys_sort_as_the_alphabet_does() {
        let sorted = [
            "", "2 cầu", "10 cầu", "an", "Ăn", "ân", "da", "dạ", "đa", "e", "ê", "ma", "mà", "mả", "mã",
            "má", "mạ", "ma túy", "man", "o", "ô", "ơ", "u", "ư",
        ];
        let mut keys: Vec<String> = sorted.iter().map(|text| order_key(text)).collect();
        let before = keys.clone();
        keys.sort();
        assert_eq!(keys, before);
    }

    #[test]
    fn a_key_for_the_order_stays_short() {
        assert!(order_key(&"Ể1 ".repeat(10_000)).len() < 2000, "an index of PostgreSQL takes no long keys");
    }
}
