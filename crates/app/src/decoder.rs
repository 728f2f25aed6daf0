//! The port through which bytes become text: the program may have that done in a process apart.

use haidang_reading::{Decoded, Language, ReadError};

/// Decodes documents that nobody has looked at yet. It may take long: not to be called where requests
/// are answered.
pub trait Decoder: Send + Sync {
    /// The text of a document. `language` is the one that it is said to be in: it helps where letters must
    /// be recognised on pictures.
    ///
    /// # Errors
    /// When the bytes are no text of a supported format, or decoding them breaks off.
    fn decode(&self, name: &str, bytes: &[u8], language: Option<Language>) -> Result<Decoded, ReadError>;
}

/// Decodes in the process that asks, within no limits but those of the formats: for tests and tools
/// that read what they wrote themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct InThisProcess;

impl Decoder for InThisProcess {
    fn decode(&self, name: &str, bytes: &[u8], _: Option<Language>) -> Result<Decoded, ReadError> {
        haidang_reading::decode(name, bytes)
    }
}
