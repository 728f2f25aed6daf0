//! Vietnamese encodings from before Unicode, recognised so that the message can name them.

/// The likely name of an encoding of bytes that are no UTF-8.
pub(super) fn of_bytes(bytes: &[u8]) -> &'static str {
    // Windows-1258 writes tones as bytes of their own after the vowel (0xCC grave, 0xD2 hook,
    // 0xDE tilde, 0xEC acute, 0xF2 dot below); TCVN3 has one byte for each accented vowel.
    let count = |set: &[u8]| bytes.iter().filter(|byte| set.contains(byte)).count();
    let tones = count(&[0xCC, 0xD2, 0xDE, 0xEC, 0xF2]);
    let tcvn3 = count(&[0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xA8, 0xA9, 0xAC, 0xAD, 0xAE, 0xD6, 0xD7, 0xDC, 0xDD]);
    if tcvn3 > 2 * tones { "TCVN3 (.VnTime)" } else { "Windows-1258 or another encoding from before Unicode" }
}

/// The first line, from 1, of a text whose letters are TCVN3 shown as Latin-1.
pub(super) fn first_tcvn3_line(text: &str) -> Option<usize> {
    let odd = |line: &&str| line.chars().filter(|c| is_tcvn3(*c)).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let strange: usize = text.lines().map(|line| odd(&line)).sum();
    let composed = text.chars().filter(|c| ('\u{1EA0}'..='\u{1EF9}').contains(c)).count();
    if strange < 12 || strange * 20 < letters || composed > strange {
        return None;
    }
    text.lines().position(|line| odd(&line) * 8 > line.chars().count()).map(|at| at + 1)
}

/// Letters of TCVN3 that neither Vietnamese, French nor English text has in Unicode.
fn is_tcvn3(c: char) -> bool {
    matches!(c, '\u{A7}'..='\u{AE}' | '\u{B5}'..='\u{BE}' | 'Æ' | 'Ë' | 'Ì' | 'Ï' | 'Ñ' | 'Ö' | '×' | 'Ø' | 'Ü' | 'Þ' | 'ß' | 'å' | 'ä' | 'æ' | 'ë' | 'ñ' | 'ö' | 'ø' | 'ü' | 'þ')
}
