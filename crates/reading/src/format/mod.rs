//! Bytes → text. So far plain text and Markdown in UTF-8; other formats are recognised and
//! refused by name.

mod legacy;

use crate::ReadError;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The most bytes that are read from one document.
pub const LARGEST_BYTES: usize = 50 * 1024 * 1024;

/// Decodes the bytes of a document into text in NFC, without a byte order mark and with `\n` at
/// the ends of lines.
///
/// # Errors
/// When the bytes are no text of a supported format.
pub fn decode(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    let own = || name.to_owned();
    if bytes.len() > LARGEST_BYTES {
        return Err(ReadError::TooLarge { name: own(), bytes: bytes.len(), most: LARGEST_BYTES });
    }
    if let Some(format) = other_format(name, bytes) {
        return Err(ReadError::UnsupportedFormat { name: own(), format });
    }
    if looks_like_utf16(bytes) {
        return Err(ReadError::Utf16 { name: own() });
    }
    if let Some((at, byte)) = control_byte(bytes) {
        return Err(ReadError::Binary { name: own(), byte, at, line: line_of(bytes, at) });
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let at = error.valid_up_to();
            let encoding = legacy::of_bytes(bytes);
            return Err(ReadError::LegacyEncoding { name: own(), encoding, line: line_of(bytes, at) });
        }
    };
    if let Some(line) = legacy::first_tcvn3_line(text) {
        return Err(ReadError::LegacyEncoding { name: own(), encoding: "TCVN3 (.VnTime)", line });
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty { name: own() });
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(if is_nfc(&text) { text } else { text.nfc().collect() })
}

/// The name of a format that is known and not read, by its first bytes or the name of the file.
fn other_format(name: &str, bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 6] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "DOCX, ODT or another zip archive"),
        (b"\xD0\xCF\x11\xE0", "DOC (Word 97–2003)"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
    ];
    let by_bytes = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, format)) = by_bytes {
        return Some(format);
    }
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).trim_start().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Some("HTML");
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    match ending.as_str() {
        "pdf" => Some("PDF"),
        "docx" => Some("DOCX"),
        "doc" => Some("DOC (Word 97–2003)"),
        "odt" => Some("ODT"),
        "rtf" => Some("RTF"),
        "html" | "htm" => Some("HTML"),
        "xlsx" | "xls" => Some("Excel"),
        _ => None,
    }
}

/// A byte order mark of UTF-16, or every other byte of the start being zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(2048)).unwrap_or_default();
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    marked || (start.len() >= 8 && (zeros(0) > start.len() / 6) != (zeros(1) > start.len() / 6))
}

/// The first byte that no text holds.
fn control_byte(bytes: &[u8]) -> Option<(usize, u8)> {
    let control = |byte: &u8| {
        *byte < 0x20 && !matches!(*byte, b'\n' | b'\r' | b'\t' | 0x0B | 0x0C | 0x1E | 0x1F | 0x02)
    };
    bytes.iter().copied().enumerate().find(|(_, byte)| control(byte))
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, bytes: &[u8]) -> &'static str {
        decode(name, bytes).map_or_else(|error| error.key(), |_| "read")
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let utf16: Vec<u8> = "\u{feff}Kế hoạch".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let unmarked: Vec<u8> = "Directive No. 05".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let table: [(&str, &[u8], &str); 10] = [
            ("a.txt", "Kế hoạch số 5".as_bytes(), "read"),
            ("a.txt", "\u{feff}Plan".as_bytes(), "read"),
            ("a.txt", b"", "empty"),
            ("a.txt", b" \n\t ", "empty"),
            ("a.txt", &utf16, "utf-16"),
            ("a.txt", &unmarked, "utf-16"),
            ("a.txt", b"abc\x00\x01def", "binary"),
            ("a.txt", b"%PDF-1.7", "unsupported-format"),
            ("a.docx", b"anything", "unsupported-format"),
            ("a.txt", b"K\xEA\xEC ho\xE1ch s\xF4\xEC 5 \xD0\xE0", "legacy-encoding"),
        ];
        for (name, bytes, expected) in table {
            assert_eq!(key(name, bytes), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn tcvn3_is_recognised_with_its_line() {
        let text = "Quyết định\nCéng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc\n".repeat(3);
        let error = decode("a.txt", text.as_bytes()).unwrap_err();
        assert_eq!(error.key(), "legacy-encoding");
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn a_document_that_is_too_large_is_refused() {
        assert_eq!(key("a.txt", &vec![b'a'; LARGEST_BYTES + 1]), "too-large");
    }

    #[test]
    fn the_place_of_a_control_byte_is_told() {
        let error = decode("a.txt", b"one\ntwo\x00").unwrap_err();
        assert!(error.to_string().contains("byte 7, line 2"), "{error}");
    }
}
