//! The distinct instruments behind the citations of a document, with all that these say of each.

use super::citations::short;
use crate::Identity;
use crate::identity::{issuer_key, may_be_one_body};
use crate::reading::{Citation, CitedInstrument, Said};
use crate::words::folded;
use std::collections::HashMap;

/// Puts citations of one instrument together, in the order of their first citation. A short
/// citation is of the full one before it, or of the only one behind it.
pub(super) fn gather(citations: &[Citation]) -> Vec<CitedInstrument> {
    let mut all: Vec<CitedInstrument> = Vec::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, citation) in citations.iter().enumerate() {
        let identity = Identity::of_citation(citation);
        // "Nghị quyết 18" is the one cited in full with that kind and number.
        let full = || {
            let number = short::number_of(&citation.span.quote);
            all.iter().rposition(|known| {
                let of_number = known.symbol.as_deref().is_some_and(|symbol| short::number(symbol) == number);
                of_number && known.kind == citation.kind
            })
        };
        let full = (citation.span.rule == short::RULE).then(full).flatten();
        if let Some(instrument) = full.and_then(|at| all.get_mut(at)) {
            add(instrument, at, citation, identity);
            continue;
        }
        let known = by_name.entry(name(citation, &identity)).or_default();
        // The latest named one that it can be.
        let same = known.iter().rev().find(|known| {
            all.get(**known).is_some_and(|known| identity.kind_and_year_agree(&known.identity))
        });
        let place = same.copied().unwrap_or_else(|| {
            known.push(all.len());
            all.push(new(citation, identity.clone()));
            all.len() - 1
        });
        if let Some(instrument) = all.get_mut(place) {
            add(instrument, at, citation, identity);
        }
    }
    all
}

/// What citations of one instrument share: its symbol, or its name without date.
fn name(citation: &Citation, identity: &Identity) -> String {
    identity.symbol_key.clone().unwrap_or_else(|| {
        let name = folded(&citation.span.quote);
        if citation.span.rule == short::RULE {
            return name;
        }
        let end = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().trim();
        name.strip_suffix(" ngay").or_else(|| name.strip_suffix(" nam")).unwrap_or(name).trim().to_owned()
    })
}

fn new(citation: &Citation, identity: Identity) -> CitedInstrument {
    CitedInstrument {
        identity,
        kind: citation.kind.clone(),
        symbol: citation.symbol.clone(),
        dates: Vec::new(),
        issuers: Vec::new(),
        citations: Vec::new(),
    }
}

fn add(instrument: &mut CitedInstrument, at: usize, citation: &Citation, identity: Identity) {
    instrument.citations.push(at);
    if let Some(date) = &citation.date {
        say(&mut instrument.dates, at, date, |known| known == date);
    }
    if let (Some(issuer), Some(key)) = (&citation.issuer, &identity.issuer_key) {
        let is_same = |known: &str| known == issuer || may_be_one_body(&issuer_key(known), key);
        say(&mut instrument.issuers, at, issuer, is_same);
    }
    if instrument.kind == "other" {
        instrument.kind.clone_from(&citation.kind);
        instrument.identity.kind = identity.kind;
    }
    instrument.identity.issuer_key = instrument.identity.issuer_key.take().or(identity.issuer_key);
    instrument.identity.year = instrument.identity.year.or(identity.year);
}

fn say(said: &mut Vec<Said>, at: usize, value: &str, is_same: impl Fn(&str) -> bool) {
    match said.iter_mut().find(|said| is_same(&said.value)) {
        Some(said) => said.citations.push(at),
        None => said.push(Said { value: value.to_owned(), citations: vec![at] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Span;

    fn citation(kind: &str, symbol: &str, date: Option<&str>, issuer: Option<&str>) -> Citation {
        let quote = symbol.to_owned();
        let span = Span { start: 0, end: 0, quote, confidence: 1.0, rule: String::new(), grade: 1.0 };
        let own = |value: Option<&str>| value.map(str::to_owned);
        Citation {
            span,
            kind: kind.to_owned(),
            symbol: Some(symbol.to_owned()),
            date: own(date),
            issuer: own(issuer),
        }
    }

    #[test]
    fn short_citations_resolve_to_the_full_one_and_years_part_instruments() {
        let citations = [
            citation("resolution", "88-NQ/TW", Some("2019-01-24"), Some("Bộ Chính trị")),
            citation("resolution", "88-NQ/TW", None, None),
            citation("resolution", "88-NQ/TW", Some("2003-08-05"), None),
            citation("resolution", "88-NQ/TW", None, None),
            citation("decree", "88/2020/NĐ-CP", Some("2020-03-05"), None),
            citation("decree", "88/2020/ND-CP", Some("2020-03-15"), None),
        ];
        let found = gather(&citations);
        let places: Vec<_> = found.iter().map(|found| found.citations.clone()).collect();
        assert_eq!(places, [vec![0, 1], vec![2, 3], vec![4, 5]]);
        assert_eq!(found[0].identity.year, Some(2019));
        assert_eq!(found[0].identity.issuer_key.as_deref(), Some("bo chinh tri"));
        // Two days given for one decree: both are kept.
        assert_eq!(found[2].dates.len(), 2);
    }

    #[test]
    fn two_issuers_are_kept_where_they_cannot_be_one_body() {
        let citations = [
            citation("decision", "12/QĐ-UBND", Some("2024-01-05"), Some("UBND thành phố")),
            citation(
                "decision",
                "12/QĐ-UBND",
                Some("2024-01-05"),
                Some("Ủy ban nhân dân thành phố Hải Phòng"),
            ),
            citation("decision", "12/QĐ-UBND", Some("2024-01-05"), Some("Chủ tịch nước")),
        ];
        assert_eq!(gather(&citations)[0].issuers.len(), 2);
    }
}
