//! What tells one instrument from another: kind, number and sign, issuer, year.

use crate::reading::{Citation, Metadata};
use serde::{Deserialize, Serialize};

/// What tells one instrument from another. Two `45-NQ/TW` of different years are two.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// One of the kinds of the reading guide.
    pub kind: String,
    /// Number and sign in capitals, `Đ` as `D`, without blanks and leading zeros.
    pub symbol_key: Option<String>,
    /// The issuing body in small letters without tones.
    pub issuer_key: Option<String>,
    /// The year of issue.
    pub year: Option<i16>,
}

impl Identity {
    /// The identity of a document, from what it says of itself.
    pub fn of_document(metadata: &Metadata) -> Self {
        let (symbol, issuer) = (metadata.symbol.as_deref(), metadata.issuer.as_deref());
        Self::new(&metadata.kind, symbol, issuer, metadata.date.as_deref())
    }

    /// The identity of a cited instrument, from one citation alone.
    pub fn of_citation(citation: &Citation) -> Self {
        let (symbol, issuer) = (citation.symbol.as_deref(), citation.issuer.as_deref());
        Self::new(&citation.kind, symbol, issuer, citation.date.as_deref())
    }

    fn new(kind: &str, symbol: Option<&str>, issuer: Option<&str>, date: Option<&str>) -> Self {
        Self {
            kind: kind.to_owned(),
            symbol_key: symbol.map(symbol_key),
            issuer_key: issuer.map(str::to_lowercase),
            year: date.and_then(|date| date.get(..4)).and_then(|year| year.parse().ok()),
        }
    }

    /// Whether both can be one instrument: the same symbol, and nothing that both say differs.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let differ = |a: Option<i16>, b: Option<i16>| a.is_some() && b.is_some() && a != b;
        self.symbol_key.is_some() && self.symbol_key == other.symbol_key && !differ(self.year, other.year)
    }
}

/// `07/NQ-CP` and `7/NQ-CP`, `45-NQ/TW` and `45 - NQ/TW`, `10/QĐ-UB` and `10/QD-UB` are one.
pub(crate) fn symbol_key(symbol: &str) -> String {
    let folded = symbol.to_uppercase().replace('Đ', "D").replace(' ', "");
    folded.trim_start_matches('0').to_owned()
}
