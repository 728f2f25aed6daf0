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
    /// A part of it would be larger than is read once unpacked.
    #[error("{name}: {part} unpacks to more than the {most} bytes that are read; split the document")]
    UnpacksTooLarge {
        /// The name of the file.
        name: String,
        /// The part inside.
        part: String,
        /// The greatest length that is read.
        most: usize,
    },
    /// A format that is known but not read.
    #[error("{name}: {format} is not read; save it as DOCX, ODT, RTF, PDF, HTML or plain text and try again")]
    UnsupportedFormat {
        /// The name of the file.
        name: String,
        /// The format that it seems to be.
        format: &'static str,
    },
    /// Bytes that are no text.
    #[error(
        "{name}: this is no text (a control byte {byte:#04x} at byte {at}, line {line}); supported are plain text, HTML, DOCX, ODT, RTF and PDF"
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
    /// Neither Unicode nor an older encoding in which the text makes sense.
    #[error(
        "{name}: the letters are in no encoding that is known (first seen in line {line}); save it in Unicode (UTF-8) and try again"
    )]
    UnknownEncoding {
        /// The name of the file.
        name: String,
        /// The first line in which it shows, from 1.
        line: usize,
    },
    /// A file of a known format that is broken.
    #[error(
        "{name}: this {format} is damaged ({place}: {what}); open it in its program, save it anew and try again"
    )]
    Damaged {
        /// The name of the file.
        name: String,
        /// The format.
        format: &'static str,
        /// The part, page or byte.
        place: String,
        /// What is wrong there.
        what: String,
    },
    /// A password is needed.
    #[error("{name}: this {format} is protected by a password; save it without one and try again")]
    Protected {
        /// The name of the file.
        name: String,
        /// The format.
        format: &'static str,
    },
    /// A PDF of pictures.
    #[error(
        "{name}: this PDF has {pages} pages and no text, only pictures of it (a scan); recognise its text first, for example with tesseract and its Vietnamese data"
    )]
    Scanned {
        /// The name of the file.
        name: String,
        /// How many pages it has.
        pages: usize,
    },
}

impl ReadError {
    /// The key of its words in the locales: `read-error-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::TooLarge { .. } | Self::UnpacksTooLarge { .. } => "too-large",
            Self::UnsupportedFormat { .. } => "unsupported-format",
            Self::Binary { .. } => "binary",
            Self::UnknownEncoding { .. } => "unknown-encoding",
            Self::Damaged { .. } => "damaged",
            Self::Protected { .. } => "protected",
            Self::Scanned { .. } => "scanned",
        }
    }
}
