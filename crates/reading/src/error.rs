//! What can be wrong with the bytes of a document, or with reading them.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why bytes could not be read as a document, and what the user can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
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
        format: Cow<'static, str>,
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
        format: Cow<'static, str>,
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
        format: Cow<'static, str>,
    },
    /// Pictures of text.
    #[error("{name}: this {format} is a scan without text ({pages} page(s)): {advice}")]
    Scanned {
        /// The name of the file.
        name: String,
        /// The format.
        format: Cow<'static, str>,
        /// How many pages it has.
        pages: usize,
        /// What to do so that its text can be read.
        advice: Cow<'static, str>,
    },
    /// Reading it took longer than it may; said by who keeps the time.
    #[error(
        "{name}: reading it was stopped after {seconds} seconds; save it anew in its program or split it, and try again"
    )]
    TookTooLong {
        /// The name of the file.
        name: String,
        /// How long it may take.
        seconds: u64,
    },
    /// Reading it took more memory than it may; said by who measures the memory.
    #[error(
        "{name}: reading it takes more than {most_mib} MiB of memory; save it anew in its program or split it, and try again"
    )]
    TookTooMuch {
        /// The name of the file.
        name: String,
        /// How much memory it may take, in MiB.
        most_mib: u64,
    },
    /// A library broke while it read the file; said by who saw it break.
    #[error(
        "{name}: reading it broke off ({what}), nothing else was harmed; save it anew in its program or hand its text in, and report the file"
    )]
    BrokeOff {
        /// The name of the file.
        name: String,
        /// How it ended.
        what: String,
    },
}

impl ReadError {
    /// Pictures of text, which are not read here.
    pub(crate) fn scanned(name: &str, format: &'static str, pages: usize) -> Self {
        let advice = "recognise its text first, for example with tesseract and its Vietnamese data".into();
        Self::Scanned { name: name.to_owned(), format: format.into(), pages, advice }
    }

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
            Self::TookTooLong { .. } => "took-too-long",
            Self::TookTooMuch { .. } => "took-too-much",
            Self::BrokeOff { .. } => "broke-off",
        }
    }
}
