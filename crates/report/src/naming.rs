//! Names: addresses of instruments and of their provisions by the Akoma Ntoso Naming Convention 1.0
//! (OASIS, 2019), and of texts by their hash.

use crate::Source;
use haidang_reading::{Citation, CitedInstrument, Language, Rank, Said};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;

/// The document type of Akoma Ntoso for a kind of the reading guide.
pub(crate) fn document_type(kind: &str) -> &'static str {
    match kind {
        "law" | "decree" | "resolution" | "decision" | "circular" => "act",
        "directive" | "conclusion" | "notice" | "dispatch" => "statement",
        _ => "doc",
    }
}

/// The parts of a Work's address that were found.
pub(crate) struct Work<'a> {
    pub(crate) country: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) issuer: Option<&'a str>,
    pub(crate) date: Option<&'a str>,
    pub(crate) symbol: Option<&'a str>,
}

impl<'a> Work<'a> {
    /// The instrument that a document is.
    pub(crate) fn of(source: &Source<'a>) -> Self {
        let metadata = &source.reading.metadata;
        Self {
            country: country(source),
            kind: &metadata.kind,
            issuer: metadata.issuer.as_deref(),
            date: metadata.date.as_deref(),
            symbol: metadata.symbol.as_deref(),
        }
    }

    /// The instrument that a citation names, of the same country: what this citation prints, and else
    /// what the others of the same instrument print, so that short ones lead where the full one leads.
    pub(crate) fn cited(
        own: &'a Citation,
        instrument: Option<&'a CitedInstrument>,
        country: &'a str,
    ) -> Self {
        let said = |all: &'a [Said]| all.first().map(|said| said.value.as_str());
        Self {
            country,
            kind: &own.kind,
            issuer: instrument.and_then(|one| said(&one.issuers)).or(own.issuer.as_deref()),
            date: own.date.as_deref().or(instrument.and_then(|one| said(&one.dates))),
            symbol: instrument.and_then(|one| one.symbol.as_deref()).or(own.symbol.as_deref()),
        }
    }

    /// `/akn/vn/act/resolution/chinh-phu/2026-04-06/97-nq-cp`. A part that the text does not print is
    /// left out; an instrument without a number is told apart by `otherwise`.
    pub(crate) fn address(&self, otherwise: &str) -> String {
        let kind = if self.kind.is_empty() { "other" } else { self.kind };
        let number = self.symbol.map(slug).filter(|slug| !slug.is_empty());
        let parts = [
            Some("akn".to_owned()),
            Some(self.country.to_owned()),
            Some(document_type(kind).to_owned()),
            Some(kind.replace('_', "-")),
            self.issuer.map(slug).filter(|slug| !slug.is_empty()),
            self.date.map(slug).filter(|slug| !slug.is_empty()),
            Some(number.unwrap_or_else(|| otherwise.to_owned())),
        ];
        parts.into_iter().flatten().map(|part| format!("/{part}")).collect()
    }
}

/// The country of a document: as given, else Viet Nam where its language or the form of its symbol
/// (number and letters of the kind, Decree 30/2020/NĐ-CP) says so.
pub(crate) fn country<'a>(source: &Source<'a>) -> &'a str {
    let symbol = source.reading.metadata.symbol.as_deref().unwrap_or_default();
    let vietnamese = symbol.split(['/', '-']).count() > 1
        && ["QĐ", "NQ", "CT", "KH", "NĐ", "TT", "TB", "CĐ", "KL", "CTr", "QH"].iter().any(|sign| {
            symbol.split(['/', '-']).skip(1).any(|part| part.trim_end_matches(char::is_numeric) == *sign)
        });
    match source.country {
        Some(country) => country,
        None if source.reading.language == Language::Vi || vietnamese => "vn",
        None => "zz",
    }
}

/// The code of a language in three letters (ISO 639-2/T), which Akoma Ntoso asks for.
pub(crate) fn language(language: Language) -> &'static str {
    match language {
        Language::Vi => "vie",
        Language::En => "eng",
        Language::Fr => "fra",
    }
}

/// Small letters and digits of ASCII, parted by single hyphens; tones and marks are dropped.
pub(crate) fn slug(words: &str) -> String {
    let plain = words.to_lowercase().replace('đ', "d");
    let ascii = plain.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let kept: String = ascii.map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The SHA-256 of a text, in hexadecimal.
pub(crate) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The element of a block with a mark, and the short form of its name in an eId (Naming Convention
/// 5.2). Chương, Điều, khoản, điểm become chapter, article, paragraph, point.
pub(crate) fn provision(rank: Rank, mark: &str) -> (&'static str, &'static str) {
    let first = mark.to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
    match rank {
        Rank::Chapter if starts(&["phần", "part"]) => ("part", "part"),
        Rank::Chapter if starts(&["titre"]) => ("title", "title"),
        Rank::Chapter => ("chapter", "chp"),
        Rank::Article if starts(&["section"]) => ("section", "sec"),
        Rank::Article => ("article", "art"),
        Rank::Roman => ("section", "sec"),
        Rank::Arabic => ("paragraph", "para"),
        Rank::Decimal => ("subparagraph", "subpara"),
        Rank::Letter | Rank::Bracket => ("point", "point"),
        Rank::Dash | Rank::Plus => ("indent", "indent"),
        Rank::Title | Rank::None => ("hcontainer", "hcontainer"),
    }
}

/// The number in a mark: `Điều 3.` gives `3`, `đ)` gives `dd`, a dash nothing.
pub(crate) fn number(mark: &str) -> Option<String> {
    let last = mark.split_whitespace().rfind(|word| word.chars().any(char::is_alphanumeric))?;
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    // Point đ follows point d.
    let plain: String = last.replace('đ', "dd").replace('Đ', "DD");
    let kept: String = plain
        .nfd()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .map(|c| if c == '.' { '-' } else { c })
        .collect();
    let bullet = matches!(kept.as_str(), "" | "o");
    (!bullet).then_some(kept)
}

/// Gives every element of a document an eId that no other has.
#[derive(Default)]
pub(crate) struct Ids {
    given: BTreeSet<String>,
    counts: std::collections::BTreeMap<String, usize>,
}

impl Ids {
    /// `parent__short_number`; where there is no number, or it is taken, the next in order.
    pub(crate) fn give(&mut self, parent: &str, short: &str, number: Option<&str>) -> String {
        let base = if parent.is_empty() { short.to_owned() } else { format!("{parent}__{short}") };
        if let Some(number) = number {
            let id = format!("{base}_{number}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
        let stem = number.map_or_else(|| base.clone(), |number| format!("{base}_{number}"));
        loop {
            let count = self.counts.entry(stem.clone()).or_insert(usize::from(number.is_some()));
            *count += 1;
            let parted = if number.is_some() { '-' } else { '_' };
            let id = format!("{stem}{parted}{count}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_leave_out_what_is_not_printed() {
        let whole = Work {
            country: "vn",
            kind: "resolution",
            issuer: Some("Chính phủ"),
            date: Some("2026-04-06"),
            symbol: Some("97/NQ-CP"),
        };
        assert_eq!(whole.address("x"), "/akn/vn/act/resolution/chinh-phu/2026-04-06/97-nq-cp");
        let little = Work { issuer: None, date: None, symbol: None, kind: "action_programme", ..whole };
        assert_eq!(little.address("x"), "/akn/vn/doc/action-programme/x");
    }

    #[test]
    fn numbers_of_marks() {
        let table = [
            ("Điều 3.", Some("3")),
            ("Chương II", Some("II")),
            ("1.2.", Some("1-2")),
            ("a)", Some("a")),
            ("đ)", Some("dd")),
            ("(2)", Some("2")),
            ("-", None),
            ("", None),
            ("o", None),
        ];
        for (mark, expected) in table {
            assert_eq!(number(mark).as_deref(), expected, "{mark}");
        }
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        let given = [
            ids.give("", "art", Some("1")),
            ids.give("art_1", "para", Some("1")),
            ids.give("", "art", Some("1")),
            ids.give("art_1", "indent", None),
            ids.give("art_1", "indent", None),
        ];
        assert_eq!(given, ["art_1", "art_1__para_1", "art_1-2", "art_1__indent_1", "art_1__indent_2"]);
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Ủy ban nhân dân TP. Hải Phòng – Đảng"), "uy-ban-nhan-dan-tp-hai-phong-dang");
    }
}
