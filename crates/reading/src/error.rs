//! What can be wrong with the bytes of a document.

/// Why bytes could not be read as a document, and what the user can do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No text at all.
    #[error("{name}: the document is empty")]
    Empty {
        /// The name of the file.
        name: String,
    },
    /// More bytes than are read.
    #[error("{name}: {bytes} bytes are more than the {most} that are read; split the document")]
    TooLarge {
        /// The name of the file.
        name: String,
        /// Its length.
        bytes: usize,
        /// The greatest length that is read.
        most: usize,
    },
    /// A format that is known but not read yet.
    #[error("{name}: {format} is not read yet; supported are plain text and Markdown (.txt, .md) in UTF-8")]
    UnsupportedFormat {
        /// The name of the file.
        name: String,
        /// The format that it seems to be.
        format: &'static str,
    },
    /// Bytes that are no text.
    #[error(
        "{name}: this is no text (a control byte {byte:#04x} at byte {at}, line {line}); supported are plain text and Markdown in UTF-8"
    )]
    Binary {
        /// The name of the file.
        name: String,
        /// The first control byte.
        byte: u8,
        /// Where it stands, from 0.
        at: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// UTF-16.
    #[error("{name}: the text is in UTF-16; save it as UTF-8 and try again")]
    Utf16 {
        /// The name of the file.
        name: String,
    },
    /// An encoding from before Unicode.
    #[error(
        "{name}: the text seems to be in {encoding} (first seen in line {line}); convert it to Unicode (UTF-8) and try again"
    )]
    LegacyEncoding {
        /// The name of the file.
        name: String,
        /// The encoding that it seems to be.
        encoding: &'static str,
        /// The first line in which it shows, from 1.
        line: usize,
    },
}

impl ReadError {
    /// The key of its words in the locales: `read-error-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::UnsupportedFormat { .. } => "unsupported-format",
            Self::Binary { .. } => "binary",
            Self::Utf16 { .. } => "utf-16",
            Self::LegacyEncoding { .. } => "legacy-encoding",
        }
    }
}
