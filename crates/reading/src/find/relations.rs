//! How the document stands to the instruments that it cites, and which instruments these are.

use super::citations::Cited;
use super::scene::Scene;
use crate::reading::{Citation, CitedInstrument, Relation, RelationKind, Said};

/// One relation for each citation, in the order of the text.
pub(super) fn find(scene: &Scene<'_>, cited: &[Cited]) -> Vec<Relation> {
    let relation = |(citation, cited): (usize, &Cited)| Relation {
        span: super::span(scene, cited.range.clone(), 0.9, "relation.cites"),
        relation: RelationKind::Cites,
        citation,
    };
    cited.iter().enumerate().map(relation).collect()
}

/// The distinct instruments behind citations.
pub(super) fn instruments(citations: &[Citation]) -> Vec<CitedInstrument> {
    let said = |value: &Option<String>, at| {
        value.iter().map(|value| Said { value: value.clone(), citations: vec![at] }).collect()
    };
    let instrument = |(at, citation): (usize, &Citation)| CitedInstrument {
        identity: crate::Identity::of_citation(citation),
        kind: citation.kind.clone(),
        symbol: citation.symbol.clone(),
        dates: said(&citation.date, at),
        issuers: said(&citation.issuer, at),
        citations: vec![at],
    };
    citations.iter().enumerate().map(instrument).collect()
}
