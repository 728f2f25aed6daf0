//! Bytes of a document in, what it says out: metadata, citations, tasks, targets, projects and
//! proposals, each with the words that it came from, how sure the reader is, and the rule.
//!
//! The way of a document, one direction only:
//!
//! ```text
//! bytes ─ format ─→ Source ─ structure ─→ Document ─ find ─→ Reading
//!                   (NFC)     (flow, blocks, clauses)
//! ```
//!
//! Rules are in code where they are rules and in `language/*.toml` where they are words. Nothing
//! here knows a clock, a disk, a network or a model. Parsing never fails: any text in, a Reading
//! out; only bytes that are no text of a supported format are an error.

mod align;
mod bytes;
mod case;
mod coverage;
mod dates;
mod error;
mod find;
mod format;
mod identity;
mod language;
mod outline;
mod reading;
mod remark;
mod source;
mod structure;
mod tones;
mod words;

pub use align::{
    Alignment, Bead, Difference, DifferenceKind, Joined, Likely, Likeness, Place, Reason, ReasonKind,
    Version, align, join, same_instrument,
};
pub use coverage::{Match, Row, coverage};
pub use error::ReadError;
pub use format::{
    Decoded, Encoding, Format, LARGEST_BYTES, RecognisedPage, RecognisedWord, decode, is_packed,
    page_pictures, recognised,
};
pub use identity::Identity;
pub use language::{Language, recognise};
pub use outline::{Cell, Outline, OutlineBlock, Part};
pub use reading::{
    Citation, CitedInstrument, FindingAt, FindingKind, Metadata, Project, Proposal, Reading, Relation,
    RelationKind, Said, Span, Target, Task, Value,
};
pub use remark::{Remark, RemarkKind};
pub use structure::{DisplayBlock, DisplayKind, HIDDEN, Rank, blocks, shown_characters, shown_words};

/// The name and version of the rules, kept with every reading.
pub const READER: &str = concat!("haidang-reading ", env!("CARGO_PKG_VERSION"));

/// Reads a file: decodes the bytes and reads the text.
///
/// `name` is the name of the file, used to recognise its format and in the words of errors.
/// `language` is the language to read it in; `None` to find out.
///
/// # Errors
/// When the bytes are no text of a supported format; the error says what and where.
pub fn read(name: &str, bytes: &[u8], language: Option<Language>) -> Result<(String, Reading), ReadError> {
    let decoded = decode(name, bytes)?;
    let reading = read_decoded(&decoded, language);
    Ok((decoded.text, reading))
}

/// Reads what was decoded. Where the text was recognised on pictures, the first remark says so.
pub fn read_decoded(decoded: &Decoded, language: Option<Language>) -> Reading {
    let mut reading = read_text(&decoded.text, language);
    if decoded.encoding == Encoding::Recognised {
        reading.remarks.insert(0, Remark::recognised());
    }
    reading
}

/// Reads a text. Offsets in the answer count Unicode scalar values of `text` in NFC; a text
/// from [`decode`] is in NFC already.
pub fn read_text(text: &str, language: Option<Language>) -> Reading {
    let source = source::Source::new(text);
    let language = language.unwrap_or_else(|| recognise(source.text()));
    let document = structure::Document::of(&source, language);
    find::read(&source, &document)
}
