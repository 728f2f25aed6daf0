//! Points of another part that a sentence hands to bodies: "The Ministry of Finance shall implement the solutions
//! specified at Points 1.1, 2.3 and 4, Section II of this Decision." Decisions that approve a plan list the tasks
//! first and say in their last part whose they are.

use super::super::scene::Scene;
use super::Duty;
use crate::structure::{Block, Rank};
use crate::words::word_starts;
use std::ops::Range;

/// No decision hands out more points; a text made to be slow might.
const MOST_POINTS: usize = 2_000;

/// Gives the tasks of such points that name nobody to the bodies that they are handed to; what was handed out first
/// stays.
pub(super) fn hand_out(scene: &Scene<'_>, duties: &mut [Duty], places: &[usize]) {
    let assigned = duties.iter().filter(|duty| !duty.lead.is_empty()).flat_map(|duty| {
        let points = points_of(scene, &duty.range);
        points.into_iter().map(|point| (point, duty.lead.clone()))
    });
    let assigned: Vec<(Range<usize>, Vec<String>)> = assigned.take(MOST_POINTS).collect();
    for (point, lead) in assigned {
        let stands = |place: Option<&usize>| place.is_some_and(|place| point.contains(place));
        let open = duties
            .iter_mut()
            .enumerate()
            .filter(|(at, duty)| stands(places.get(*at)) && duty.lead.is_empty());
        for (_, duty) in open {
            duty.lead.clone_from(&lead);
        }
    }
}

/// The blocks of each point that a task is the implementation of, as ranges of places.
fn points_of(scene: &Scene<'_>, task: &Range<usize>) -> Vec<Range<usize>> {
    let low = scene.low(task.clone());
    let grammar = &scene.lexicon.grammar;
    let Some((at, length)) = grammar.points.find(low) else { return Vec::new() };
    let before = low.get(..at).unwrap_or_default();
    let implements = grammar.implementing.occur_in(low);
    // Who only helps is not in charge.
    let helps = scene.lexicon.duties.find(before).and_then(|(duty, length)| before.get(duty + length..));
    let helps = helps.map(str::trim_start).is_some_and(|act| {
        scene.lexicon.with.at_start(act).is_some() && grammar.taking_charge.at_start(act).is_none()
    });
    if !implements || helps {
        return Vec::new();
    }
    let rest = low.get(at + length..).unwrap_or_default();
    let (numbers, behind) = numbers(rest);
    let within = section(scene, behind).unwrap_or(0..scene.document.blocks.len());
    numbers.into_iter().take(MOST_POINTS).filter_map(|number| point(scene, &within, number)).collect()
}

/// The numbers of a list, "1.1, 2.3 and 4", and what follows it.
fn numbers(rest: &str) -> (Vec<&str>, &str) {
    let mut out = Vec::new();
    let mut rest = rest.trim_start();
    loop {
        let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        let number = rest.get(..length).unwrap_or_default().trim_end_matches('.');
        if number.is_empty() {
            return (out, rest);
        }
        out.push(number);
        rest = rest.get(length..).unwrap_or_default();
        let joint = [", and ", " and ", ", "].iter().find_map(|joint| rest.strip_prefix(joint));
        match joint.filter(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            Some(next) => rest = next,
            None => return (out, rest),
        }
    }
}

/// The blocks of the section that is named right behind a list of points: ", Section II", " of Part III".
fn section(scene: &Scene<'_>, behind: &str) -> Option<Range<usize>> {
    let behind = behind.trim_start_matches([',', ' ']).trim_start_matches("of ");
    let word = ["section ", "part ", "chapter "].iter().find_map(|word| behind.strip_prefix(word))?;
    let number = word.split(|c: char| !c.is_alphanumeric()).next().filter(|number| !number.is_empty())?;
    let blocks = &scene.document.blocks;
    let heads = |block: &Block| matches!(block.rank, Rank::Roman | Rank::Chapter);
    let first = blocks.iter().position(|block| heads(block) && mark(scene, block) == number)?;
    let length = blocks.get(first + 1..)?.iter().position(|block| block.rank <= Rank::Article);
    Some(first..length.map_or(blocks.len(), |length| first + 1 + length))
}

/// The blocks of a point: up to the next number that is no part of it.
fn point(scene: &Scene<'_>, within: &Range<usize>, number: &str) -> Option<Range<usize>> {
    let blocks = scene.document.blocks.get(within.clone())?;
    let numbered = |block: &&Block| matches!(block.rank, Rank::Arabic | Rank::Decimal);
    let first = blocks.iter().position(|block| numbered(&block) && mark(scene, block) == number)?;
    let ends = |block: &Block| {
        let own = mark(scene, block);
        let part = own.strip_prefix(number).is_some_and(|rest| rest.starts_with('.'));
        block.rank <= Rank::Roman || (numbered(&block) && !part)
    };
    let length = blocks.get(first + 1..)?.iter().position(ends).unwrap_or(blocks.len());
    let end = (first + 1 + length).min(blocks.len());
    Some(within.start + first..within.start + end)
}

/// The mark of a block without its signs, in lower case: `ii`, `1.1`.
fn mark<'a>(scene: &'a Scene<'_>, block: &Block) -> &'a str {
    let length = block.marker.map_or(0, |marker| marker.length.min(block.range.start));
    let printed = scene.low(block.range.start - length..block.range.start);
    let start = word_starts(printed).last().filter(|_| printed.starts_with(char::is_alphabetic)).unwrap_or(0);
    printed.get(start..).unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::{Language, read_text};

    /// Who is in charge of each task of an invented decision.
    fn leads(last_part: &str) -> Vec<String> {
        let text = format!(
            "DECISION\nNo. 9/QD-TTg of May 3, 2031\n\nDECIDES:\n\nArticle 1. To approve the scheme on ferries:\n\n\
             II. TASKS\n\n1. Piers\n\n1.1. To survey the piers.\n\n1.2. To repair the piers.\n\n\
             2. To train the crews.\n\nIII. IMPLEMENTATION\n\n{last_part}\n"
        );
        let tasks = read_text(&text, Some(Language::En)).tasks;
        tasks.iter().map(|task| task.lead.join("; ")).collect()
    }

    #[test]
    fn points_of_another_part_are_handed_over() {
        let both = "1. The Ministry of Transport shall implement the tasks specified at Points 1.1 and 2, Section II of \
            this Decision.";
        assert_eq!(
            leads(both),
            ["Ministry of Transport", "", "Ministry of Transport", "Ministry of Transport"]
        );
        let whole = "1. The Ministry of Transport shall perform the tasks at Point 1, Section II.";
        assert_eq!(
            leads(whole),
            ["Ministry of Transport", "Ministry of Transport", "", "Ministry of Transport"]
        );
    }

    #[test]
    fn who_helps_or_only_mentions_a_point_is_not_in_charge() {
        let both = "1. The Ministry of Transport shall assume the prime responsibility for, and coordinate with the \
            Ministry of Finance in, implementing the tasks at Point 1.2, Section II.";
        assert_eq!(leads(both), ["", "Ministry of Transport", "", "Ministry of Transport"]);
        let helps = "1. The Ministry of Finance shall coordinate with the Ministry of Transport in implementing the tasks \
            at Point 1.1, Section II.";
        assert_eq!(leads(helps), ["", "", "", "Ministry of Finance"]);
        let mentions = "1. The Ministry of Finance shall pay the crews named at Point 2, Section II.";
        assert_eq!(leads(mentions), ["", "", "", "Ministry of Finance"]);
        let elsewhere = "1. The Ministry of Finance shall implement the tasks at Point 7, Section IX.";
        assert_eq!(leads(elsewhere), ["", "", "", "Ministry of Finance"]);
    }
}
