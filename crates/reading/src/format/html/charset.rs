//! The encoding of a web page: mark, declaration, and what makes sense.

use crate::format::{Encoding, legacy, text};
use encoding_rs::Encoding as Charset;

/// Decodes a page. Valid UTF-8 is UTF-8 whatever the page says of itself.
pub(super) fn decode(bytes: &[u8]) -> (String, Encoding) {
    if let Some(page) = text::utf_16(bytes) {
        return (page, Encoding::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(page) = std::str::from_utf8(bytes) {
        return (page.to_owned(), Encoding::Utf8);
    }
    let western = |charset: &Charset| charset == encoding_rs::WINDOWS_1252;
    match declared(bytes) {
        // Latin-1 is what old pages say who do not know better.
        Some(charset) if !western(charset) && charset != encoding_rs::UTF_8 => (
            charset.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Named(charset.name().into()),
        ),
        Some(charset) if charset == encoding_rs::UTF_8 && mostly_utf_8(bytes) => {
            (String::from_utf8_lossy(bytes).into_owned(), Encoding::Utf8)
        }
        _ => legacy::of_bytes(bytes).unwrap_or_else(|| {
            (
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
                Encoding::Windows1252,
            )
        }),
    }
}

/// A page in UTF-8 that was cut or damaged at a few places.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let bad = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    bad * 20 <= high
}

/// The encoding that the head of the page names.
fn declared(bytes: &[u8]) -> Option<&'static Charset> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let named = head
        .split("charset=")
        .nth(1)
        .or_else(|| head.starts_with("<?xml").then(|| head.split("encoding=").nth(1)).flatten())?;
    let label = named.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(['"', '\'', ' ', ';', '/', '>', '?']).unwrap_or(label.len());
    Charset::for_label(label.get(..end)?.as_bytes())
}
