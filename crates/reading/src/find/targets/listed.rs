//! Items under a heading "Mục tiêu", "Objectives": each with a quantity is a target, and one that is
//! to be done for all of something is.

use super::quantity::{Quantity, quantities};
use super::{Goal, Stated, period, share_indicators};
use crate::find::scene::Scene;
use crate::structure::Block;
use std::ops::Range;

pub(super) fn find(scene: &Scene<'_>, block: &Block, out: &mut Vec<Goal>) {
    if block.capitals || block.opens {
        return;
    }
    let heading = period::of_headings(scene, block);
    // What a sentence says of its time holds for the clauses behind it.
    let mut said: Option<String> = None;
    for range in block.clauses.iter().map(|clause| clause.range.clone()) {
        let low = scene.masked(range.clone());
        let found = quantities(low, scene.words(range.clone()), scene.language(), scene.lexicon);
        let found = of_targets(scene, found, low);
        let leading = leading_period(scene, &range, found.first()).or_else(|| recurrence(low));
        said = leading.or(said);
        if !found.is_empty() {
            let known =
                said.clone().or_else(|| period::own(scene, range.clone())).or_else(|| heading.clone());
            split(scene, range, &found, known, out);
        } else if block.marker.is_some() && is_for_all(scene, low) {
            let period =
                period::own(scene, range.clone()).or_else(|| said.clone()).or_else(|| heading.clone());
            out.push(for_all(scene, range, period));
        }
    }
}

/// "Hằng năm, …", "Trong đó, mỗi năm …": a target that comes back.
fn recurrence(low: &str) -> Option<String> {
    const TIMES: [(&str, &str); 11] = [
        ("hằng năm", "yearly"),
        ("hàng năm", "yearly"),
        ("mỗi năm", "yearly"),
        ("hằng quý", "quarterly"),
        ("hàng quý", "quarterly"),
        ("mỗi quý", "quarterly"),
        ("hằng tháng", "monthly"),
        ("hàng tháng", "monthly"),
        ("mỗi tháng", "monthly"),
        ("every year", "yearly"),
        ("chaque année", "yearly"),
    ];
    let low = ["trong đó, ", "trong đó ", "phấn đấu ", "phấn đấu, "]
        .iter()
        .find_map(|open| low.strip_prefix(open))
        .unwrap_or(low);
    TIMES.iter().find(|(words, _)| low.starts_with(words)).map(|(_, code)| (*code).to_owned())
}

/// The time that stands before the first quantity of a clause: it holds for all behind it.
fn leading_period(scene: &Scene<'_>, range: &Range<usize>, first: Option<&Quantity>) -> Option<String> {
    let until = range.start + first?.range.start;
    period::own(scene, range.start..until)
}

/// The quantities of a clause that are to be reached: not those that tell of what is, that stand in
/// brackets beside another, or that only say more of a share ("100% of schools have at least 2 …").
fn of_targets(scene: &Scene<'_>, found: Vec<Quantity>, low: &str) -> Vec<Quantity> {
    let told = &scene.lexicon.quantities.told;
    let is_told = |quantity: &Quantity| {
        let before = low.get(..quantity.range.start).unwrap_or_default().trim_end();
        let at_number = low.get(..quantity.number).unwrap_or_default().trim_end();
        told.at_end(before).is_some()
            || told.at_end(at_number).is_some()
            || told.at_end(without_leads(scene, before)).is_some()
    };
    // "Quy mô đội tàu đạt 40%" is to be reached, "Quy mô 200 ha" is not.
    let reached = found.first().is_some_and(|first| reaches(scene, low, first));
    if told.at_start(low).is_some() && !reached {
        return Vec::new();
    }
    let outside = found.iter().any(|quantity| !in_brackets(low, quantity.number));
    let mut kept: Vec<Quantity> = Vec::new();
    for quantity in found {
        let repeats = kept.last().is_some_and(|last| last.value == quantity.value);
        let beside = (outside || repeats) && in_brackets(low, quantity.number);
        if is_told(&quantity) || beside || !(quantity.is_measured() || bound(&quantity)) {
            continue;
        }
        let qualifies = kept.last().is_some_and(|last| says_more(low, last, &quantity));
        if !qualifies {
            kept.push(quantity);
        }
    }
    kept
}

/// Whether a verb of reaching stands right before a quantity, and nothing says that it was.
fn reaches(scene: &Scene<'_>, low: &str, quantity: &Quantity) -> bool {
    let until = quantity.range.start.max(low.len().min(quantity.number));
    let before = low.get(..until).unwrap_or_default();
    let past = ["đã ", "hiện ", "ước ", "tính đến", "lũy kế", "luỹ kế", "so với"]
        .iter()
        .any(|word| before.contains(word));
    let verb = [" đạt", " chiếm", "reach", "atteindr"].iter().any(|verb| before.contains(verb));
    scene.language() == crate::Language::Vi && verb && !past
}

fn bound(quantity: &Quantity) -> bool {
    quantity.comparator != "=" || quantity.unit.is_none()
}

fn without_leads<'a>(scene: &Scene<'_>, before: &'a str) -> &'a str {
    let length = scene.lexicon.quantities.leads.at_end(before).unwrap_or(0);
    before.get(..before.len() - length).unwrap_or(before).trim_end()
}

fn in_brackets(low: &str, at: usize) -> bool {
    let before = low.get(..at).unwrap_or_default();
    before.rfind('(').is_some_and(|open| before.get(open..).is_some_and(|inner| !inner.contains(')')))
}

/// "100% of schools have at least 2 teachers": a count behind a share that opens its piece, with no
/// joint between them that starts a new one.
fn says_more(low: &str, share: &Quantity, next: &Quantity) -> bool {
    let between = low.get(share.range.end..next.range.start).unwrap_or_default();
    let joint = ["; ", ". ", " và phấn đấu", ", phấn đấu", ", trong đó"].iter().any(|j| between.contains(j));
    let directly = between.trim().is_empty() || between.ends_with(", ") || between.ends_with(" và ");
    share.is_share() && !next.is_share() && !joint && !directly
}

/// One target for each quantity: the clause is cut behind each of them.
fn split(
    scene: &Scene<'_>,
    range: Range<usize>,
    found: &[Quantity],
    known: Option<String>,
    out: &mut Vec<Goal>,
) {
    let words = scene.words(range.clone());
    let low = scene.low(range.clone());
    let mut said = known;
    let (mut from, first) = (0, out.len());
    for (at, quantity) in found.iter().enumerate() {
        let until = found.get(at + 1).map_or(words.len(), |next| cut_before(low, quantity, next));
        let stretch = range.start + from..range.start + until;
        let own = period::own(scene, stretch.clone());
        // "By 2015, … 1,000 villages, 5,000 cooperatives": what stands first holds for what follows.
        if at == 0 {
            said = own.clone().or(said);
        }
        let stated = Stated {
            quantity,
            words,
            piece: from..until,
            period: own.or_else(|| said.clone()),
            rule: "target.listed",
            confidence: 0.7,
        };
        out.push(stated.goal(scene, stretch));
        from = until;
    }
    share_indicators(out.get_mut(first..).unwrap_or_default());
}

/// Where a new piece starts.
const JOINTS: [&str; 6] = [", ", "; ", " và ", " and ", " et ", " hoặc "];

/// Between two quantities: right before the second where it opens its piece ("… and 80% of …"), else
/// behind the first joint.
fn cut_before(low: &str, first: &Quantity, second: &Quantity) -> usize {
    let (from, until) = (first.range.end, second.range.start);
    let between = low.get(from..until).unwrap_or_default();
    // The conjunction may be read as part of the second: "và 100% …".
    let second_words = low.get(until..).unwrap_or_default();
    if ["và ", "and ", "et "].iter().any(|and| second_words.starts_with(and)) {
        return until;
    }
    let last = JOINTS.iter().filter_map(|joint| Some(between.rfind(joint)? + joint.len())).max();
    let opens = last.is_some_and(|last| between.get(last..).is_some_and(|rest| rest.trim().is_empty()));
    if opens || between.trim().is_empty() {
        return until;
    }
    let first_joint = JOINTS.iter().filter_map(|joint| Some(between.find(joint)? + joint.len())).min();
    first_joint.map_or(until, |joint| from + joint)
}

fn is_for_all(scene: &Scene<'_>, low: &str) -> bool {
    scene.lexicon.quantities.all.occur_in(low)
}

fn for_all(scene: &Scene<'_>, range: Range<usize>, period: Option<String>) -> Goal {
    let words = scene.words(range.clone()).trim_end_matches(['.', ';']).to_owned();
    Goal {
        range,
        indicator: words,
        comparator: Some("=".into()),
        value: None,
        unit: None,
        period,
        status: None,
        confidence: 0.7,
        rule: "target.all",
    }
}
