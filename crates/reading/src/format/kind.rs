//! Which format bytes are in, by their first bytes and then by the name of the file.

use super::Format;

/// What the bytes seem to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A format that is read.
    Read(Format),
    /// A zip archive: DOCX and ODT are told apart by what is inside.
    Zip,
    /// A document that was encrypted.
    Protected(&'static str),
    /// A picture, maybe of a text.
    Picture,
    /// A format that is known and not read.
    Other(&'static str),
}

pub(super) fn kind(name: &str, bytes: &[u8]) -> Kind {
    const SIGNATURES: [(&[u8], Kind); 8] = [
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"\xD0\xCF\x11\xE0", Kind::Other("DOC (Word 97–2003)")),
        (b"{\\rtf", Kind::Read(Format::Rtf)),
        (b"\x89PNG", Kind::Picture),
        (b"\xFF\xD8\xFF", Kind::Picture),
        (b"II*\0", Kind::Picture),
        (b"MM\0*", Kind::Picture),
    ];
    let by_bytes = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, kind)) = by_bytes {
        let encrypted = bytes.starts_with(b"\xD0\xCF\x11\xE0") && holds_encrypted_package(bytes);
        return if encrypted { Kind::Protected("DOCX") } else { *kind };
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    // The signature of a PDF may stand anywhere in the first kilobyte (PDF 32000, annex H.3.4.1).
    if start.windows(5).any(|five| five == b"%PDF-") {
        return Kind::Read(Format::Pdf);
    }
    let words = String::from_utf8_lossy(start).replace('\0', "").to_ascii_lowercase();
    let words = words.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| words.starts_with(tag))
        || (words.starts_with("<?xml") && words.contains("<html"))
        || (words.starts_with("<!--") && words.contains("<html"))
    {
        return Kind::Read(Format::Html);
    }
    by_name(name)
}

/// An Office Open XML document with a password is a compound file with this stream (MS-OFFCRYPTO
/// 2.3.4.4).
fn holds_encrypted_package(bytes: &[u8]) -> bool {
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(stream.len()).any(|window| window == stream)
}

fn by_name(name: &str) -> Kind {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Kind::Read(Format::Html),
        "pdf" => Kind::Read(Format::Pdf),
        "rtf" => Kind::Read(Format::Rtf),
        "docx" | "docm" | "odt" | "zip" => Kind::Zip,
        "doc" => Kind::Other("DOC (Word 97–2003)"),
        "xlsx" | "xls" | "ods" | "csv" => Kind::Other("a spreadsheet"),
        "png" | "jpg" | "jpeg" | "tif" | "tiff" => Kind::Picture,
        _ => Kind::Read(Format::Text),
    }
}
