//! Quantities to reach or keep, and targets that are reported as met or challenged: one file for
//! each place where they stand.

mod inside;
mod listed;
mod period;
mod quantity;
mod reported;
mod table;
#[cfg(test)]
mod tests;

use super::scene::Scene;
use super::zone::Zone;
use crate::reading::{Target, Value};
use crate::structure::Block;
use crate::words::lower;
use quantity::Quantity;
use std::collections::HashSet;
use std::ops::Range;

/// A target in the flow.
#[derive(Debug, Clone)]
pub(super) struct Goal {
    pub(super) range: Range<usize>,
    pub(super) indicator: String,
    pub(super) comparator: Option<String>,
    pub(super) value: Option<Value>,
    pub(super) unit: Option<String>,
    pub(super) period: Option<String>,
    pub(super) status: Option<String>,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

impl Goal {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Target {
        Target {
            span: super::span(scene, self.range, self.confidence, self.rule),
            indicator: self.indicator,
            comparator: self.comparator,
            value: self.value,
            unit: self.unit,
            period: self.period,
            status: self.status,
        }
    }

    /// Whether a passage is this target and no task besides.
    pub(super) fn takes(&self, range: &Range<usize>) -> bool {
        let shared = self.range.end.min(range.end).saturating_sub(self.range.start.max(range.start));
        self.rule != "target.inside" && shared * 10 > range.len() * 6
    }
}

/// All targets in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Goal> {
    let tables = target_tables(scene);
    let mut out = reported::lists(scene);
    for (at, block) in scene.blocks() {
        if lies_in(&tables, &block.range) {
            continue;
        }
        reported::in_assessment(scene, block, &mut out);
        let zone = scene.zone(at);
        match zone {
            Zone::Targets if is_listed(scene, block) => listed::find(scene, block, &mut out),
            Zone::Idle if !scene.is_news() => {}
            _ => inside::find(scene, block, zone, &mut out),
        }
    }
    out.extend(table::find(scene));
    out.sort_by_key(|goal| (goal.range.start, std::cmp::Reverse(goal.range.end)));
    out.dedup_by(|b, a| b.range.start < a.range.end);
    once(out)
}

/// So many bytes behind a verb, what it stands before is not its object.
const FAR: usize = 60;

/// Whether the heading above announces targets, and does not order to reach them: "Hoàn thành mục tiêu …".
fn is_listed(scene: &Scene<'_>, block: &Block) -> bool {
    let headings = &scene.lexicon.target_headings;
    let above = scene.document.ancestors(block).map(|(_, b)| scene.low(b.range.clone()));
    let announced = above.filter(|low| low.len() < 400).find(|low| headings.occur_in(low));
    announced.is_none_or(|low| {
        let ordered = scene.lexicon.verbs.at_start(low).and_then(|verb| low.get(verb..));
        // "Hoàn thành mục tiêu …": the verb has them reached; far behind it they are a list of their own.
        ordered.is_none_or(|rest| headings.find(rest).is_none_or(|(at, _)| at > FAR))
    })
}

/// Where the tables of targets lie, in the order of the text.
fn target_tables(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let tables = scene.document.tables.iter().filter(|table| table.lists_targets());
    let mut tables: Vec<_> = tables.filter_map(crate::structure::Table::range).collect();
    tables.sort_by_key(|table| table.start);
    tables
}

/// Whether a stretch lies in one of the tables; tables share nothing with each other.
fn lies_in(tables: &[Range<usize>], range: &Range<usize>) -> bool {
    let at_or_before = tables.partition_point(|table| table.start <= range.start);
    let last = at_or_before.checked_sub(1).and_then(|at| tables.get(at));
    last.is_some_and(|table| range.end <= table.end)
}

/// A target that an order repeats is listed once: the same measured number of the same unit.
fn once(goals: Vec<Goal>) -> Vec<Goal> {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let key = |goal: &Goal| {
        let unit = goal.unit.as_deref().filter(|unit| !unit.starts_with('%'))?;
        Some((format!("{:?}", goal.value?), lower(unit)))
    };
    let mut is_new = |goal: &Goal| {
        let first = key(goal).is_none_or(|key| seen.insert(key));
        first || goal.rule != "target.inside"
    };
    goals.into_iter().filter(|goal| is_new(goal)).collect()
}

/// A target of a stretch with its quantity. `piece` is the stretch inside `words`, as the places of
/// the quantity are.
struct Stated<'a> {
    quantity: &'a Quantity,
    words: &'a str,
    piece: Range<usize>,
    period: Option<String>,
    rule: &'static str,
    confidence: f64,
}

impl Stated<'_> {
    fn goal(self, scene: &Scene<'_>, range: Range<usize>) -> Goal {
        let quantity = self.quantity;
        let start = quantity.range.start.max(self.piece.start);
        let before = self.words.get(self.piece.start..start).unwrap_or_default();
        let end = quantity.range.end.min(self.piece.end);
        let after = self.words.get(end..self.piece.end).unwrap_or_default();
        Goal {
            indicator: indicator(scene, before, quantity.unit.as_deref(), after),
            comparator: Some(quantity.comparator.to_owned()),
            value: Some(quantity.value),
            unit: quantity.unit.clone().or_else(|| counted(scene, self.words.get(..quantity.number)?)),
            period: self.period,
            status: None,
            confidence: self.confidence,
            rule: self.rule,
            range: super::trimmed(scene.document.flow.text(), range),
        }
    }
}

/// What is measured: the words before the number, or those behind it when the number stands first.
fn indicator(scene: &Scene<'_>, before: &str, unit: Option<&str>, after: &str) -> String {
    let before = without_number(before);
    let strip = |text: &str| text.trim().trim_matches([',', ';', '.', ':', ' ', '(', '-', '+']).to_owned();
    let lead = without_goal(scene, without_opening(&strip(before)));
    // "Tại các đảo: 100% bến có phao", "số hóa 90% hồ sơ": what is counted stands behind.
    let lead = lead.rsplit(": ").next().unwrap_or(&lead).to_owned();
    let low = lower(&lead);
    let behind =
        unit.is_some_and(|unit| unit.starts_with('%')) && after.trim_start().starts_with(char::is_alphabetic);
    let acts = behind && scene.lexicon.verbs.at_start(&low) == Some(low.len());
    if acts {
        return strip(after);
    }
    if lead.split_whitespace().count() >= 2 && !is_period_alone(&lead) {
        return lead;
    }
    let rest = strip(after);
    if rest.is_empty() { unit.unwrap_or_default().to_owned() } else { rest }
}

/// "2: Tỷ lệ …", "Target 2: The rate …": without the label that counts the targets.
fn without_number(before: &str) -> &str {
    const LABELS: [&str; 6] = ["target ", "objective ", "chỉ tiêu ", "mục tiêu ", "objectif ", "cible "];
    let low = lower(before.trim_start());
    let label = LABELS.iter().find(|label| low.starts_with(**label)).map_or(0, |label| label.len());
    let number = low.get(label..).unwrap_or_default();
    let digits = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let behind =
        number.get(digits..).unwrap_or_default().trim_start().strip_prefix(": ").filter(|_| digits > 0);
    let taken = behind.map_or(0, |behind| low.len() - behind.len());
    before.trim_start().get(taken..).unwrap_or(before)
}

/// Targets of one clause share what they measure: "60% by 2015 and 80% by 2020 of villages will have wells", "the rate
/// will reach 60% by 2015 and 80% by 2020".
fn share_indicators(goals: &mut [Goal]) {
    let bare = |goal: &Goal| period::without_leading(&goal.indicator).to_owned();
    for at in 0..goals.len() {
        let own = goals.get(at).map(bare).unwrap_or_default();
        let before =
            at.checked_sub(1).and_then(|before| goals.get(before)).map(|goal| goal.indicator.clone());
        let behind = goals.get(at + 1).map(bare).filter(|indicator| !indicator.is_empty());
        let shared = if own.is_empty() { before.or(behind) } else { Some(own) };
        if let (Some(goal), Some(indicator)) = (goals.get_mut(at), shared) {
            goal.indicator = indicator;
        }
    }
}

/// What an English clause counts: "the number of trained pilots will reach 40".
fn counted(scene: &Scene<'_>, before: &str) -> Option<String> {
    const COUNT: &str = "number of ";
    let english = scene.language() == crate::Language::En;
    let at = english.then(|| before.find(COUNT)).flatten()?;
    let mut words = before.get(at + COUNT.len()..)?.split_whitespace();
    let plural = words.find(|word| word.ends_with('s') && word.starts_with(char::is_lowercase))?;
    Some(plural.to_owned())
}

/// "trong đó", "of which": words that only join a part to the whole.
fn without_opening(lead: &str) -> &str {
    const OPENINGS: [&str; 6] = ["trong đó ", "trong đó, ", "of which ", "including ", "dont ", "và "];
    let low = lower(lead);
    OPENINGS
        .iter()
        .find(|opening| low.starts_with(**opening))
        .and_then(|o| lead.get(o.len()..))
        .unwrap_or(lead)
}

/// The words before a number without those that only say that it is a goal.
fn without_goal(scene: &Scene<'_>, lead: &str) -> String {
    let low = lower(lead);
    let goal = scene.lexicon.quantities.goals.at_start(&low).unwrap_or(0);
    let mut name = lead.get(goal..).unwrap_or(lead).trim();
    let words = &scene.lexicon.quantities;
    while let Some(length) = words.leads.at_end(&lower(name)).or_else(|| words.changes.at_end(&lower(name))) {
        let shorter = name.get(..name.len() - length).unwrap_or_default().trim_end();
        if shorter.is_empty() {
            break;
        }
        name = shorter;
    }
    let name = name.trim_matches([',', ':', ' ']);
    name.strip_suffix(" will").unwrap_or(name).to_owned()
}

/// "Đến năm 2030", "By 2020": a time and nothing that is measured.
fn is_period_alone(lead: &str) -> bool {
    let letters = lead.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
    letters < 5 && period::only_year(&lower(lead)).is_some()
}
