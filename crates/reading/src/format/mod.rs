//! Bytes → text: one file or folder for each format, one entrance for all.

mod docx;
mod html;
mod kind;
mod legacy;
mod numbers;
mod odt;
mod package;
mod pdf;
mod pieces;
mod recognised;
mod rtf;
mod text;
mod xml;

use crate::ReadError;
use crate::source::composed;
use kind::Kind;
use package::Package;
pub use pdf::page_pictures;
pub use recognised::{RecognisedPage, RecognisedWord, recognised};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The most bytes that are read from one document.
pub const LARGEST_BYTES: usize = 50 * 1024 * 1024;

/// A document as text, and how it became that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The text in NFC, without a byte order mark and with `\n` at the ends of lines.
    pub text: String,
    /// The format that the bytes were in.
    pub format: Format,
    /// How the letters were encoded.
    pub encoding: Encoding,
}

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Plain text or Markdown.
    Text,
    /// A web page.
    Html,
    /// Word (Office Open XML, ISO/IEC 29500).
    Docx,
    /// OpenDocument text (ISO/IEC 26300).
    Odt,
    /// Rich Text Format 1.9.1.
    Rtf,
    /// PDF; with a text layer, unless its text was recognised.
    Pdf,
    /// A picture whose text was recognised.
    Picture,
}

impl Format {
    /// Its name as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "HTML",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Rtf => "RTF",
            Self::Pdf => "PDF",
            Self::Picture => "picture",
        }
    }
}

/// How letters were encoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, or the Unicode of a format of its own.
    Utf8,
    /// UTF-16 in either order.
    Utf16,
    /// Windows-1252 (Latin-1).
    Windows1252,
    /// Windows-1258, with combining tones.
    Windows1258,
    /// Another encoding that the document names.
    Named(Cow<'static, str>),
    /// TCVN 5712, the `.Vn…` fonts.
    Tcvn3,
    /// VNI-Windows.
    Vni,
    /// As pictures of letters, which another program recognised.
    Recognised,
}

impl Encoding {
    /// Its name as people know it.
    pub fn name(&self) -> &str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1258 => "Windows-1258",
            Self::Named(name) => name,
            Self::Tcvn3 => "TCVN3 (.VnTime)",
            Self::Vni => "VNI",
            Self::Recognised => "optical recognition",
        }
    }
}

/// Decodes the bytes of a document into text.
///
/// `name` is the name of the file: it helps to tell the format, and stands in errors.
///
/// # Errors
/// When the bytes are no text of a supported format.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.len() > LARGEST_BYTES {
        return Err(ReadError::TooLarge { name: name.to_owned(), bytes: bytes.len(), most: LARGEST_BYTES });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty { name: name.to_owned() });
    }
    let unsupported = |format: &'static str| {
        Err(ReadError::UnsupportedFormat { name: name.to_owned(), format: format.into() })
    };
    let (format, (text, encoding)) = match kind::kind(name, bytes) {
        Kind::Read(Format::Text) => (Format::Text, text::decode(name, bytes)?),
        Kind::Read(Format::Html) => (Format::Html, html::decode(bytes)),
        Kind::Read(Format::Pdf) => (Format::Pdf, text::unicode(&pdf::decode(name, bytes)?)),
        // A font from before Unicode that the document does not name shows in its letters.
        Kind::Read(Format::Rtf) => (Format::Rtf, text::unicode(&rtf::decode(name, bytes)?)),
        Kind::Zip | Kind::Read(Format::Docx | Format::Odt) => archive(name, bytes)?,
        Kind::Protected(format) => {
            return Err(ReadError::Protected { name: name.to_owned(), format: format.into() });
        }
        Kind::Picture | Kind::Read(Format::Picture) => return Err(ReadError::scanned(name, "picture", 1)),
        Kind::Other(format) => return unsupported(format),
    };
    if text.trim().is_empty() {
        return Err(ReadError::Empty { name: name.to_owned() });
    }
    Ok(Decoded { text: settled(text), format, encoding })
}

/// Whether the text must be unpacked by libraries out of parts that may be packed again, as in PDF, DOCX,
/// ODT and pictures: what a damaged or malicious file makes of that is better done apart.
pub fn is_packed(name: &str, bytes: &[u8]) -> bool {
    match kind::kind(name, bytes) {
        Kind::Zip | Kind::Picture => true,
        Kind::Read(format) => matches!(format, Format::Pdf | Format::Docx | Format::Odt | Format::Picture),
        Kind::Protected(_) | Kind::Other(_) => false,
    }
}

/// DOCX or ODT, by the parts inside.
fn archive(name: &str, bytes: &[u8]) -> Result<(Format, (String, Encoding)), ReadError> {
    let mut package = Package::open(name, bytes)?;
    let (format, text) = if package.has("content.xml") {
        (Format::Odt, odt::decode(&mut package)?)
    } else if package.has("[Content_Types].xml") && !package.has("xl/workbook.xml") {
        (Format::Docx, docx::decode(&mut package)?)
    } else {
        let format =
            if package.has("xl/workbook.xml") { "a spreadsheet" } else { "a zip archive of other files" };
        return Err(ReadError::UnsupportedFormat { name: name.to_owned(), format: format.into() });
    };
    // A font from before Unicode that the document does not name shows in its letters.
    Ok((format, text::unicode(&text)))
}

/// In NFC, with `\n` at the ends of lines.
fn settled(text: String) -> String {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    match composed(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(composed) => composed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, bytes: &[u8]) -> &'static str {
        decode(name, bytes).map_or_else(|error| error.key(), |_| "read")
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let table: [(&str, &[u8], &str); 8] = [
            ("a.txt", "Kế hoạch số 5".as_bytes(), "read"),
            ("a.txt", "\u{feff}Plan".as_bytes(), "read"),
            ("a.txt", b"", "empty"),
            ("a.txt", b" \n\t ", "empty"),
            ("a.txt", b"abc\x00\x01def", "binary"),
            ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "unsupported-format"),
            ("a.png", b"\x89PNG\r\n", "scanned"),
            ("a.txt", b"K\xEA\xEC ho\xE1ch s\xF4\xEC 5 \xD0\xE0", "read"),
        ];
        for (name, bytes, expected) in table {
            assert_eq!(key(name, bytes), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let text = "Chỉ thị số 05/CT-UBND: giao Sở Tài chính rà soát.";
        let marked = "\u{feff}".to_owned() + text;
        let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little[..], &big[..], &little[2..], &big[2..]] {
            let decoded = decode("a.txt", bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, Encoding::Utf16));
        }
    }

    #[test]
    fn bytes_in_no_known_encoding_are_refused_with_their_line() {
        let mut bytes = b"one\ntwo ".to_vec();
        bytes.extend((0u8..120).map(|n| n.wrapping_mul(37) | 0x80));
        let error = decode("a.txt", &bytes).unwrap_err();
        assert_eq!(error.key(), "unknown-encoding");
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn a_document_that_is_too_large_is_refused() {
        assert_eq!(key("a.txt", &vec![b'a'; LARGEST_BYTES + 1]), "too-large");
    }

    #[test]
    fn a_stray_control_byte_in_a_long_text_becomes_a_blank() {
        let text = format!("Plan{} of the city. {}", '\u{5}', "The city plants trees. ".repeat(60));
        let decoded = decode("a.txt", text.as_bytes()).unwrap();
        assert!(decoded.text.starts_with("Plan  of the city."), "{}", decoded.text);
    }

    #[test]
    fn the_place_of_a_control_byte_is_told() {
        let error = decode("a.txt", b"one\ntwo\x00").unwrap_err();
        assert!(error.to_string().contains("byte 7, line 2"), "{error}");
    }
}
