//! Findings of two versions that are one commitment with two wordings.

use super::{Alignment, tokens_of_content};
use crate::reading::{FindingAt, FindingKind, Reading, Value};
use crate::words::folded;
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

/// Pairs less alike than this are not joined.
const LEAST: f64 = 0.2;
/// What the place, the words that both languages share, and the fields say of the similarity.
const OF_PLACE: f64 = 0.5;
const OF_WORDS: f64 = 0.3;
const OF_FIELDS: f64 = 0.2;

/// Joins the findings of two aligned versions, in the order of the left one. A finding is in one
/// pair where that is possible, and in two where the other version cut it in two.
pub fn join(alignment: &Alignment, left: &Reading, right: &Reading) -> Vec<Joined> {
    let map = Map::of(alignment);
    let kinds = [FindingKind::Task, FindingKind::Target, FindingKind::Project, FindingKind::Proposal];
    let mut joined = Vec::new();
    for kind in kinds {
        let pairs = pairs(&map, left, right, kind);
        let sizes = (left.findings(kind).count(), right.findings(kind).count());
        joined.extend(one_to_one(pairs, sizes));
    }
    joined.sort_by_key(|joined| (left.span(joined.left).map(|span| span.start), joined.left, joined.right));
    joined
}

/// Where the characters of the left version lie in the right one: in a straight line within each
/// bead, or within each of its parts.
struct Map {
    /// (left start, left end, right start, right end, score), in order.
    pieces: Vec<[f64; 5]>,
}

impl Map {
    fn of(alignment: &Alignment) -> Self {
        let piece = |left: Range<usize>, right: Range<usize>, score| {
            [number(left.start), number(left.end), number(right.start), number(right.end), score]
        };
        let mut pieces = Vec::new();
        for bead in &alignment.beads {
            let whole = |places: &[Range<usize>]| Some(places.first()?.start..places.last()?.end);
            match (bead.parts.is_empty(), whole(&bead.left), whole(&bead.right)) {
                (true, Some(left), Some(right)) => pieces.push(piece(left, right, bead.score)),
                _ => pieces.extend(
                    bead.parts.iter().map(|part| piece(part.left.clone(), part.right.clone(), bead.score)),
                ),
            }
        }
        Self { pieces }
    }

    /// Where a stretch of the left version lies in the right, and how sure that is.
    fn right(&self, start: f64, end: f64) -> Option<(f64, f64, f64)> {
        let first = self.pieces.partition_point(|[_, last, ..]| *last <= start);
        let touched = self.pieces.iter().skip(first).take_while(|[first, ..]| *first < end);
        let mut out: Option<(f64, f64, f64)> = None;
        for [from, to, right_from, right_to, score] in touched {
            let slope = (right_to - right_from) / (to - from).max(1.0);
            let low = right_from + (start.max(*from) - from) * slope;
            let high = right_from + (end.min(*to) - from) * slope;
            out = Some(out.map_or((low, high, *score), |(a, b, s)| (low.min(a), high.max(b), s.max(*score))));
        }
        out
    }
}

#[allow(clippy::cast_precision_loss)] // places in a text
fn number(place: usize) -> f64 {
    place as f64
}

/// All pairs of findings of a kind whose places meet, with their similarity.
fn pairs(map: &Map, left: &Reading, right: &Reading, kind: FindingKind) -> Vec<Joined> {
    let place = |reading: &Reading, at| reading.span(at).map(|span| (number(span.start), number(span.end)));
    let mut rights: Vec<(f64, f64, FindingAt)> =
        right.findings(kind).filter_map(|at| place(right, at).map(|(start, end)| (start, end, at))).collect();
    rights.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    // Findings of one kind hardly overlap, so those that reach a place start close before it.
    let longest = rights.iter().map(|(start, end, _)| end - start).fold(0.0, f64::max);
    let mut out = Vec::new();
    for at in left.findings(kind) {
        let Some((start, end)) = place(left, at) else { continue };
        let Some((start, end, sure)) = map.right(start, end) else { continue };
        let reach = end - start;
        let first = rights.partition_point(|(from, ..)| *from < start - longest - reach);
        let near = rights.iter().skip(first).take_while(|(from, ..)| *from < end + reach);
        for (from, to, other) in near {
            let shared = (end.min(*to) - start.max(*from)).max(0.0);
            let both = (end.max(*to) - start.min(*from)).max(1.0);
            let place = shared / both;
            let words = words(left, at, right, *other).unwrap_or(place);
            let fields = fields(left, at, right, *other).unwrap_or(place);
            let similarity = sure * (OF_PLACE * place + OF_WORDS * words + OF_FIELDS * fields);
            if (shared > 0.0 || words > 0.5) && similarity >= LEAST {
                out.push(Joined { left: at, right: *other, similarity });
            }
        }
    }
    out
}

/// How much of the words that can stand in both languages stand in both; `None` where there are
/// none.
#[allow(clippy::cast_precision_loss)] // numbers of words
fn words(left: &Reading, a: FindingAt, right: &Reading, b: FindingAt) -> Option<f64> {
    let (a, b) = (&left.span(a)?.quote, &right.span(b)?.quote);
    let a = tokens_of_content(a, &[], left.language, right.language);
    let b = tokens_of_content(b, &[], right.language, left.language);
    let shared = a.iter().filter(|token| b.binary_search(token).is_ok()).count() as f64;
    let fewer = a.len().min(b.len());
    (fewer > 0).then(|| shared / fewer as f64)
}

/// How far the fields agree, 0 to 1; `None` where there is nothing to compare.
fn fields(left: &Reading, a: FindingAt, right: &Reading, b: FindingAt) -> Option<f64> {
    let same = |agree: bool| if agree { 1.0 } else { 0.0 };
    match a.kind {
        FindingKind::Task => {
            let (a, b) = (left.tasks.get(a.index)?, right.tasks.get(b.index)?);
            (a.deadline.is_some() || b.deadline.is_some()).then(|| same(a.deadline == b.deadline))
        }
        FindingKind::Target => {
            let (a, b) = (left.targets.get(a.index)?, right.targets.get(b.index)?);
            Some(same(same_value(a.value?, b.value?)))
        }
        FindingKind::Project => {
            let (a, b) = (left.projects.get(a.index)?, right.projects.get(b.index)?);
            let name = |quote: &str| folded(quote).replace(' ', "");
            let (name_a, name_b) = (name(&a.span.quote), name(&b.span.quote));
            let end = |name: &str| name.chars().rev().take(6).collect::<String>();
            Some(f64::midpoint(same(a.kind == b.kind), same(end(&name_a) == end(&name_b))))
        }
        FindingKind::Proposal => {
            let (a, b) = (left.proposals.get(a.index)?, right.proposals.get(b.index)?);
            (a.deadline.is_some() || b.deadline.is_some()).then(|| same(a.deadline == b.deadline))
        }
    }
}

fn same_value(a: Value, b: Value) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    match (a, b) {
        (Value::One(a), Value::One(b)) => near(a, b),
        (Value::Range([a, c]), Value::Range([b, d])) => near(a, b) && near(c, d),
        _ => false,
    }
}

/// The best pairs first, each finding once; then what is left with the best that it meets.
fn one_to_one(mut pairs: Vec<Joined>, (lefts, rights): (usize, usize)) -> Vec<Joined> {
    pairs.sort_by(|a, b| {
        b.similarity.total_cmp(&a.similarity).then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    let (mut left_taken, mut right_taken) = (vec![false; lefts], vec![false; rights]);
    let taken = |list: &[bool], at: FindingAt| list.get(at.index).copied().unwrap_or(true);
    let mut out = Vec::new();
    for second in [false, true] {
        for pair in &pairs {
            let (left, right) = (taken(&left_taken, pair.left), taken(&right_taken, pair.right));
            let joins = if second { left != right } else { !left && !right };
            if joins {
                out.push(*pair);
                for (list, at) in [(&mut left_taken, pair.left), (&mut right_taken, pair.right)] {
                    if let Some(taken) = list.get_mut(at.index) {
                        *taken = true;
                    }
                }
            }
        }
    }
    out
}
