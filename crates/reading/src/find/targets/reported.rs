//! Targets that are reported: lists behind an announced count ("14/20 targets have met: (1) …; (2) …"),
//! and what an assessment says of one ("đạt 6,26%, thấp hơn kế hoạch").

use super::quantity::quantities;
use super::{Goal, Stated, indicator, period};
use crate::find::scene::Scene;
use crate::language::Lexicon;
use crate::reading::Value;
use crate::structure::{Block, clauses};
use crate::words::lower;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Each named target of an announced list with its status.
pub(super) fn lists(scene: &Scene<'_>) -> Vec<Goal> {
    let mut out = Vec::new();
    for (_, block) in scene.blocks() {
        let low = scene.low(block.range.clone());
        let Some(open) = announced_list(low, scene.lexicon) else { continue };
        let Some(status) = status_of(low.get(..open).unwrap_or_default(), scene.lexicon) else { continue };
        for piece in numbered(low, open) {
            let range = block.range.start + piece.start..block.range.start + piece.end;
            out.extend(named(scene, range, status));
        }
    }
    out
}

/// Where the list starts that a count announces: "14/20 targets … :".
fn announced_list(low: &str, lexicon: &Lexicon) -> Option<usize> {
    let announced = low.match_indices('/').find_map(|(at, _)| {
        let before = low.get(..at)?.trim_end();
        let digits = low.get(at + 1..)?.trim_start();
        let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let counted = digits.len() > after.len() && before.ends_with(|c: char| c.is_ascii_digit());
        (counted && lexicon.quantities.counted.at_start(after.trim_start()).is_some()).then_some(at)
    })?;
    let colon = low.get(announced..)?.find(':')?;
    Some(announced + colon + 1)
}

fn status_of(low: &str, lexicon: &Lexicon) -> Option<&'static str> {
    if lexicon.quantities.missed.occur_in(low) {
        Some("challenged")
    } else if lexicon.quantities.met.occur_in(low) {
        Some("met")
    } else {
        None
    }
}

/// The pieces "(1) …;" behind a place.
fn numbered(low: &str, from: usize) -> Vec<Range<usize>> {
    let mark = |at: usize| {
        let inner = low.get(at + 1..)?;
        let digits = inner.chars().take_while(char::is_ascii_digit).count();
        let closes = inner.get(digits..)?.starts_with(')');
        (closes && (1..3).contains(&digits)).then_some(at..at + digits + 2)
    };
    let rest = low.get(from..).unwrap_or_default();
    let marks: Vec<Range<usize>> = rest.match_indices('(').filter_map(|(at, _)| mark(from + at)).collect();
    let ends = marks.iter().skip(1).map(|mark| mark.start).chain([low.len()]);
    marks.iter().zip(ends).map(|(mark, end)| mark.end..end).collect()
}

/// One named target, or several where one piece joins two quantities.
fn named(scene: &Scene<'_>, range: Range<usize>, status: &'static str) -> Vec<Goal> {
    let words = scene.words(range.clone());
    let start = range.start + (words.len() - words.trim_start().len());
    let trimmed = words.trim().trim_end_matches([';', '.', ' ']);
    let mut out = Vec::new();
    for clause in clauses(trimmed) {
        let piece = start + clause.range.start..start + clause.range.end;
        let piece = piece.start..piece.end - usize::from(scene.words(piece.clone()).ends_with(';'));
        let plain = scene.words(piece.clone());
        let all = quantities(scene.masked(piece.clone()), plain, scene.language(), scene.lexicon);
        let found = all.into_iter().next();
        let yearly = ["every year", "hằng năm", "hàng năm", "chaque année"]
            .iter()
            .any(|time| lower(plain).contains(time) || lower(trimmed).contains(time));
        let after = found.as_ref().and_then(|q| plain.get(q.range.end..)).unwrap_or_default();
        out.push(Goal {
            indicator: found
                .as_ref()
                .map_or_else(|| plain.to_owned(), |q| indicator(scene, "", q.unit.as_deref(), after)),
            comparator: found.as_ref().map(|q| q.comparator.to_owned()),
            value: found.as_ref().map(|q| q.value),
            unit: found.and_then(|q| q.unit),
            period: yearly.then(|| "yearly".to_owned()),
            status: Some(status.to_owned()),
            confidence: 0.9,
            rule: "target.reported",
            range: piece,
        });
    }
    out
}

/// In an assessment: a quantity that the same sentence measures against a plan, a target or others.
pub(super) fn in_assessment(scene: &Scene<'_>, block: &Block, out: &mut Vec<Goal>) {
    let low = scene.masked(block.range.clone());
    against_plan(scene, block, low, out);
    if !low.contains('%') {
        return;
    }
    let unmet = unmet_targets(scene, low);
    for range in block.clauses.iter().map(|clause| clause.range.clone()) {
        let low = scene.masked(range.clone());
        let words = scene.words(range.clone());
        let missed = unmet && (low.contains("thấp hơn so với") || low.contains("chỉ đạt"));
        if !missed {
            continue;
        }
        let all = quantities(low, words, scene.language(), scene.lexicon);
        let Some(quantity) = all.iter().find(|quantity| quantity.is_share()) else { continue };
        let start = start_of_item(low, quantity.range.start);
        let stated = Stated {
            quantity,
            words,
            piece: start..low.len(),
            period: period::own(scene, range.clone()).or_else(|| year_of_block(scene, block)),
            rule: "target.reported",
            confidence: 0.7,
        };
        let mut goal = stated.goal(scene, range.start + start..range.end);
        goal.comparator = Some("=".to_owned());
        goal.status = Some("challenged".to_owned());
        out.push(goal);
    }
}

/// What an assessment measures against a plan: "đạt 104% dự toán", "vượt 5% kế hoạch", "chưa đạt mục tiêu đề ra".
fn against_plan(scene: &Scene<'_>, block: &Block, low: &str, out: &mut Vec<Goal>) {
    const PLANS: [&str; 5] = ["kế hoạch", "dự toán", "mục tiêu", "chỉ tiêu", "kịch bản"];
    let assesses = scene.language() == crate::Language::Vi
        && matches!(scene.kind.as_str(), "notice" | "report" | "conclusion");
    if !assesses || !PLANS.iter().any(|plan| low.contains(plan)) {
        return;
    }
    for clause in clauses(scene.words(block.range.clone())) {
        let range = block.range.start + clause.range.start..block.range.start + clause.range.end;
        let low = scene.masked(range.clone());
        in_brackets(scene, block, &range, out);
        let Some((at, length, status)) = judgement(low) else { continue };
        let start = start_of_part(low, at);
        let behind = low.get(at + length..).unwrap_or_default();
        let end = at
            + length
            + [", ", "; ", ". ", ";", "."]
                .iter()
                .filter_map(|mark| behind.find(mark))
                .min()
                .unwrap_or(behind.len());
        let words = scene.words(range.clone());
        let share = quantities(low, words, scene.language(), scene.lexicon);
        let share = share.into_iter().find(|share| {
            share.range.start >= at.saturating_sub(12) && share.range.end <= end && share.is_share()
        });
        let indicator =
            words.get(start..at).unwrap_or_default().trim().trim_matches([',', ':']).trim().to_owned();
        // "Có 02 chỉ tiêu chưa đạt" counts targets and names none.
        let counts = scene.lexicon.quantities.counted.occur_in(&lower(&indicator));
        if counts || indicator.split_whitespace().count() < 2 {
            continue;
        }
        out.push(Goal {
            range: crate::find::trimmed(scene.document.flow.text(), range.start + start..range.start + end),
            indicator,
            comparator: share.as_ref().map(|_| "=".to_owned()),
            value: share.as_ref().map(|share| share.value),
            unit: share.and_then(|share| share.unit),
            period: period::own(scene, range.start + start..range.start + end)
                .or_else(|| year_of_block(scene, block))
                .or_else(|| year_assessed(scene, low)),
            status: Some(status.to_owned()),
            confidence: 0.6,
            rule: "target.reported",
        });
    }
}

/// "… so với mục tiêu tàu cập bến cả năm (7,5%)": a target that an assessment names with its share in brackets.
fn in_brackets(scene: &Scene<'_>, block: &Block, clause: &Range<usize>, out: &mut Vec<Goal>) {
    const NAMES: [&str; 3] = ["mục tiêu ", "chỉ tiêu ", "kịch bản "];
    let (words, low) = (scene.words(clause.clone()), scene.masked(clause.clone()));
    for (open, _) in low.match_indices(" (") {
        let before = low.get(..open).unwrap_or_default();
        let Some(name) = NAMES.iter().filter_map(|name| before.rfind(name)).max() else { continue };
        let inner = low.get(open + 2..).and_then(|rest| rest.get(..rest.find(')')?)).unwrap_or_default();
        let share: Option<f64> =
            inner.strip_suffix('%').and_then(|share| share.trim_end().replace(',', ".").parse().ok());
        let indicator = words.get(name..open).unwrap_or_default();
        let (Some(share), false) = (share, indicator.contains([',', ';', '(', '.'])) else { continue };
        out.push(Goal {
            range: clause.start + name..clause.start + open + inner.len() + " ()".len(),
            indicator: indicator.to_owned(),
            comparator: Some("=".to_owned()),
            value: Some(Value::One(share)),
            unit: Some("%".to_owned()),
            period: period::own(scene, clause.start + name..clause.start + open)
                .or_else(|| year_of_block(scene, block))
                .or_else(|| year_assessed(scene, low)),
            status: None,
            confidence: 0.6,
            rule: "target.reported",
        });
    }
}

/// An assessment of some months or of "the whole year" without a year is of the year of issue.
fn year_assessed(scene: &Scene<'_>, low: &str) -> Option<String> {
    let timed = ["tháng", "quý", "cả năm"].iter().any(|time| low.contains(time));
    scene.anchor.issued.filter(|_| timed).map(|day| day.year().to_string())
}

/// The words of a clause that judge something by its plan: their place and length, and what they say.
fn judgement(low: &str) -> Option<(usize, usize, &'static str)> {
    static JUDGED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let plan = "(?:so với )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|kịch bản)";
        Regex::new(&format!(
            "(?P<missed>(?:chưa|không) đạt (?:được )?{plan})|(?P<slow>(?:mới|chỉ) (?:đạt|bằng) (?:khoảng |gần |trên )?[0-9]+(?:,[0-9]+)? ?% {plan})|(?P<met>(?:đạt|bằng|vượt) (?:trên )?(?P<share>[0-9]+(?:,[0-9]+)?) ?% {plan})"
        ))
        .ok()
    });
    let found = JUDGED.as_ref()?.captures(low)?;
    let whole = found.get(0)?;
    if found.name("missed").or_else(|| found.name("slow")).is_some() {
        return Some((whole.start(), whole.len(), "challenged"));
    }
    let share: f64 = found.name("share")?.as_str().replace(',', ".").parse().ok()?;
    let met = whole.as_str().starts_with("vượt") || share >= 100.0;
    met.then_some((whole.start(), whole.len(), "met"))
}

/// Where the part of a sentence starts that a place lies in: behind a mark, or the words of a joint.
fn start_of_part(low: &str, until: usize) -> usize {
    let before = low.get(..until).unwrap_or_default();
    let joints = [": ", "; ", ") ", "như: ", ", trong đó ", " và "];
    let comma = before
        .trim_end()
        .rfind(", ")
        .map(|at| at + 2)
        .filter(|at| before.get(*at..).is_some_and(|part| part.split_whitespace().count() > 3));
    joints.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).chain(comma).max().unwrap_or(0)
}

/// A sentence that counts targets as not reached: "còn 02 chỉ tiêu chưa đạt".
fn unmet_targets(scene: &Scene<'_>, low: &str) -> bool {
    let words = &scene.lexicon.quantities;
    ["chưa đạt", "không đạt", "not met", "unmet", "missed", "non atteint"]
        .iter()
        .any(|unmet| low.contains(unmet))
        && words.counted.occur_in(low)
}

/// Behind the colon or mark that opens an item inside a sentence.
fn start_of_item(low: &str, until: usize) -> usize {
    let before = low.get(..until).unwrap_or_default();
    [": ", ") "].iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).max().unwrap_or(0)
}

fn year_of_block(scene: &Scene<'_>, block: &Block) -> Option<String> {
    period::year_in(scene, scene.masked(block.range.clone()))
}
