//! What documents say, in the open formats that other programs read: Akoma Ntoso for the document
//! with its structure, W3C Web Annotations for what was found in it.
//!
//! Everything here is a function from a text and its reading to bytes: no clock, no disk, no
//! network, and the same input gives the same bytes.

mod akn;
mod annotations;
mod naming;
mod xml;

pub use akn::akoma_ntoso;
pub use annotations::{CONTEXT, annotations};

use haidang_reading::{Reading, RelationKind};
use std::collections::BTreeMap;

/// A text with its reading, and what is known of where it came from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text in NFC that the reading counts its places in.
    pub text: &'a str,
    /// What was read in it.
    pub reading: &'a Reading,
    /// Its address (an IRI), where it has one; else it is named by the hash of its text.
    pub address: Option<&'a str>,
    /// The country whose instrument it is (ISO 3166-1 alpha-2, small letters); `None` for Viet Nam
    /// where the symbol or the language says so, else unknown (`zz`).
    pub country: Option<&'a str>,
}

/// How the document stands to the instruments of its citations, where it does more than name them: the
/// words of the journal, by the place of the citation.
fn relations(reading: &Reading) -> BTreeMap<usize, String> {
    let more = reading.relations.iter().filter(|one| one.by.is_none() && one.relation != RelationKind::Cites);
    // The first one that is said stands.
    let said = more.rev().filter_map(|one| {
        let word = serde_json::to_value(one.relation).ok()?;
        Some((one.citation, word.as_str()?.to_owned()))
    });
    said.collect()
}
