//! Findings of two versions that are one commitment with two wordings.

use super::{Alignment, Bead};
use crate::reading::{FindingAt, FindingKind, Reading, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A finding of the left version and one of the right that are the same commitment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// In the left reading.
    pub left: FindingAt,
    /// In the right reading, of the same kind.
    pub right: FindingAt,
    /// How alike they are, 0 to 1.
    pub similarity: f64,
}

/// Joins the findings of two aligned versions, in the order of the left one. A finding is in one
/// pair where that is possible, and in two where the other version cut it in two.
pub fn join(alignment: &Alignment, left: &Reading, right: &Reading) -> Vec<Joined> {
    let kinds = [FindingKind::Task, FindingKind::Target, FindingKind::Project, FindingKind::Proposal];
    let mut joined = Vec::new();
    for bead in alignment.beads.iter().filter(|bead| bead.is_pair()) {
        for kind in kinds {
            let lefts = within(left, kind, bead, |bead| &bead.left);
            let rights = within(right, kind, bead, |bead| &bead.right);
            let pairs = lefts.into_iter().zip(rights);
            joined.extend(pairs.map(|(left, right)| Joined { left, right, similarity: bead.score }));
        }
    }
    joined
}

/// The findings of a kind that lie in a bead.
fn within(
    reading: &Reading,
    kind: FindingKind,
    bead: &Bead,
    side: fn(&Bead) -> &Vec<Range<usize>>,
) -> Vec<FindingAt> {
    let touches =
        |span: &Span| side(bead).iter().any(|unit| unit.start <= span.start && span.start < unit.end);
    reading.findings(kind).filter(|at| reading.span(*at).is_some_and(touches)).collect()
}
