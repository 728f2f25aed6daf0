//! The port through which bytes become text: the program may have that done in a process apart.

use haidang_reading::{Decoded, Language, ReadError};

/// What becomes of a document that is but pictures of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scans {
    /// Its letters are recognised, where that can be done here. That takes seconds for each page.
    Recognised,
    /// It is refused as a scan, at once.
    Refused,
}

/// Decodes documents that nobody has looked at yet. It may take long: not to be called where requests
/// are answered.
pub trait Decoder: Send + Sync {
    /// The text of a document. `language` is the one that it is said to be in: it helps where letters must
    /// be recognised on pictures.
    ///
    /// # Errors
    /// When the bytes are no text of a supported format, or decoding them breaks off.
    fn decode(
        &self,
        name: &str,
        bytes: &[u8],
        language: Option<Language>,
        scans: Scans,
    ) -> Result<Decoded, ReadError>;
}

/// Decodes in the process that asks, within no limits but those of the formats: for tests and tools
/// that read what they wrote themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct InThisProcess;

impl Decoder for InThisProcess {
    fn decode(&self, name: &str, bytes: &[u8], _: Option<Language>, _: Scans) -> Result<Decoded, ReadError> {
        haidang_reading::decode(name, bytes)
    }
}
