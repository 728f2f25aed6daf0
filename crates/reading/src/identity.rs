//! What tells one instrument from another: kind, number and sign, issuer, year.

use crate::reading::{Citation, Metadata};
use crate::words::folded;
use serde::{Deserialize, Serialize};

/// What tells one instrument from another. Two `45-NQ/TW` of different years are two.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// One of the kinds of the reading guide.
    pub kind: String,
    /// Number and sign in capitals, `Đ` as `D`, without blanks and leading zeros.
    pub symbol_key: Option<String>,
    /// The issuing body in small letters without tones, usual short forms written out.
    pub issuer_key: Option<String>,
    /// The year of issue, from the date or from the symbol.
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
        let symbol_key = symbol.map(symbol_key);
        let of_date = date.and_then(|date| date.get(..4)).and_then(|year| year.parse().ok());
        Self {
            kind: kind.to_owned(),
            year: symbol_key.as_deref().and_then(year_of_symbol).or(of_date),
            symbol_key,
            issuer_key: issuer.map(issuer_key),
        }
    }

    /// Whether both can be one instrument: they share the symbol, and nothing that both say
    /// tells them apart. Without a symbol there is no telling.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let issuers = match (&self.issuer_key, &other.issuer_key) {
            (Some(a), Some(b)) => !are_two_bodies_of_a_kind(a, b),
            _ => true,
        };
        self.symbol_key.is_some()
            && self.symbol_key == other.symbol_key
            && self.kind_and_year_agree(other)
            && issuers
    }

    /// Whether kind and year do not tell them apart. The kind `other` and a press article's leave
    /// it open.
    pub(crate) fn kind_and_year_agree(&self, other: &Self) -> bool {
        let open = |kind: &str| matches!(kind, "other" | "news" | "");
        let kinds = self.kind == other.kind || open(&self.kind) || open(&other.kind);
        let years = self.year.zip(other.year).is_none_or(|(a, b)| a == b);
        kinds && years
    }
}

/// `07/NQ-CP` and `7/NQ-CP`, `45-NQ/TW` and `45 - NQ/TW`, `10/QĐ-UB` and `10/QD-UB` are one.
pub(crate) fn symbol_key(symbol: &str) -> String {
    let printed = symbol.chars().filter(|c| *c != ' ').skip_while(|c| *c == '0');
    printed.flat_map(char::to_uppercase).map(|c| if c == 'Đ' { 'D' } else { c }).collect()
}

/// The year in `35/2021/QH15`.
fn year_of_symbol(key: &str) -> Option<i16> {
    let year = key.split('/').nth(1).filter(|part| part.len() == 4)?;
    year.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// Short forms of bodies that documents use in place of the full name (Decree 30/2020/NĐ-CP,
/// annex III).
const SHORT: [(&str, &str); 4] =
    [("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("tp.", "thanh pho"), ("tw", "trung uong")];

/// A body as printed, in small letters without tones, short forms written out.
pub(crate) fn issuer_key(issuer: &str) -> String {
    let mut key = String::with_capacity(issuer.len());
    for word in folded(issuer).split_whitespace() {
        let long = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long);
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(long);
    }
    key
}

/// Whether two keys can name one body: one is the other with more words.
pub(crate) fn may_be_one_body(a: &str, b: &str) -> bool {
    a.contains(b) || b.contains(a)
}

/// Whether two keys name bodies of one kind at two places: they share a word, and neither is the
/// other with more words. Keys in two languages share none.
fn are_two_bodies_of_a_kind(a: &str, b: &str) -> bool {
    let shares = a.split(' ').any(|word| b.split(' ').any(|other| word == other));
    shares && !may_be_one_body(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(symbol: &str, issuer: Option<&str>, date: Option<&str>) -> Identity {
        Identity::new("resolution", Some(symbol), issuer, date)
    }

    #[test]
    fn year_and_place_tell_instruments_apart_and_writing_does_not() {
        let table = [
            (("07/NQ-HĐND", None, None), ("7/NQ-HDND", None, None), true),
            (("45-NQ/TW", None, Some("2019-01-24")), ("45-NQ/TW", None, Some("2003-08-05")), false),
            (("45-NQ/TW", None, Some("2019-01-24")), ("45-NQ/TW", None, None), true),
            (
                ("10-NQ/TU", Some("Thành ủy Hải Phòng"), None),
                ("10-NQ/TU", Some("Thành ủy Đà Nẵng"), None),
                false,
            ),
            (("45-NQ/TW", Some("Bộ Chính trị"), None), ("45-NQ/TW", Some("Politburo"), None), true),
            (("45-NQ/TW", None, None), ("54-NQ/TW", None, None), false),
        ];
        for ((a, a_issuer, a_date), (b, b_issuer, b_date), agree) in table {
            let (a, b) = (identity(a, a_issuer, a_date), identity(b, b_issuer, b_date));
            assert_eq!(a.agrees_with(&b), agree, "{a:?} {b:?}");
        }
        assert_eq!(identity("35/2021/QH15", None, None).year, Some(2021));
    }
}
