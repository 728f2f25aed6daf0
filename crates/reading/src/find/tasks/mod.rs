//! What somebody has to do: clauses that oblige, with who, with whom and until when.
//!
//! A block is a heading, an opener ("… yêu cầu các bộ thực hiện các nội dung sau:") or content.
//! Headings and openers hand their bodies down; content is cut into clauses, and each clause is
//! put to the rules of its language in `vietnamese`, `english` and `french`. The way there is `walk`.

mod assigned;
mod deadline;
mod english;
mod french;
mod handed;
mod helpers;
mod label;
mod openers;
#[cfg(test)]
mod tests;
mod vietnamese;
mod walk;

use super::annex;
use super::broken_table;
use super::proposals::Asked;
use super::scene::Scene;
use super::targets::Goal;
use super::zone::Zone;
use crate::Language;
use crate::Remark;
use crate::dates::Due;
use crate::reading::Task;
use std::ops::Range;
use walk::Walk;

/// A task in the flow.
#[derive(Debug, Clone)]
pub(super) struct Duty {
    pub(super) range: Range<usize>,
    pub(super) lead: Vec<String>,
    pub(super) coordinate: Vec<String>,
    pub(super) due: Option<Due>,
    /// What shows that it is done.
    pub(super) deliverable: Option<String>,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

impl Duty {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Task {
        let due = self.due;
        Task {
            span: super::span(scene, self.range, self.confidence, self.rule),
            lead: self.lead,
            coordinate: self.coordinate,
            deadline_relative: due.as_ref().is_some_and(|due| due.relative),
            deadline_words: due.as_ref().map(|due| due.words.clone()),
            deadline: due.and_then(|due| due.code),
            deliverable: self.deliverable,
        }
    }
}

/// What the rules of a language make of a clause.
#[derive(Debug, Clone)]
pub(super) enum Verdict {
    /// It obliges: where its words start in the clause, who is named, how sure, by which rule.
    Obliges { start: usize, lead: Option<Vec<String>>, confidence: f64, rule: &'static str },
    /// It hands what follows to these bodies and obliges nobody itself.
    Opens { lead: Vec<String> },
    /// It goes on with the clause before.
    Continues,
    /// It obliges nobody.
    Tells,
}

impl Verdict {
    /// What the rules found. A clause that no rule knows goes on with the one before it in its sentence when
    /// that obliged, and tells else.
    fn or_told(found: Option<Self>, setting: Setting) -> Self {
        let goes_on = setting.after_task && !setting.sentence;
        found.unwrap_or(if goes_on { Self::Continues } else { Self::Tells })
    }

    /// The same where the words start so many bytes later.
    fn moved(self, by: usize) -> Self {
        match self {
            Self::Obliges { start, lead, confidence, rule } => {
                Self::Obliges { start: start + by, lead, confidence, rule }
            }
            other => other,
        }
    }
}

/// Where a clause starts behind the words that open it and say nothing of their own: "In particular,",
/// "Dès lors,".
fn behind_opening(scene: &Scene<'_>, low: &str) -> usize {
    let mut at = 0;
    while let Some(length) = low.get(at..).and_then(|rest| scene.lexicon.connectives.at_start(rest)) {
        let behind = low.get(at + length..).unwrap_or_default();
        // "In addition to obeying the rules, wardens …" opens with a phrase.
        if behind.starts_with(" to ") && low.get(at..).is_some_and(|rest| rest.starts_with("in addition")) {
            break;
        }
        let blank = behind.len() - behind.trim_start_matches([',', ':', ' ']).len();
        if blank == 0 {
            break;
        }
        at += length + blank;
    }
    at
}

// Each flag is a fact of its own; naming their combinations would say less.
#[allow(clippy::struct_excessive_bools)]
/// What the rules of a language know of where a clause stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) zone: Zone,
    /// The clause stands in an item with a mark.
    pub(super) item: bool,
    /// It starts the block.
    pub(super) first: bool,
    /// It starts a sentence.
    pub(super) sentence: bool,
    /// The clause before it, in the same sentence or block, obliged.
    pub(super) after_task: bool,
    /// A list of tasks was handed to bodies before (news of an action programme).
    pub(super) handed_down: bool,
    /// The block ends in a colon.
    pub(super) opener: bool,
    /// It stands in a list of what is to be done.
    pub(super) in_list: bool,
    /// It stands in a list of what may be or comes of something: "cela permet de :".
    pub(super) possible: bool,
    /// It stands in an English list whose items start with their verbs: "The Office shall:".
    pub(super) governed: bool,
}

impl Setting {
    /// A clause in a paragraph of this zone that nothing is known of.
    fn told(zone: Zone) -> Self {
        Self {
            zone,
            item: false,
            first: false,
            sentence: false,
            after_task: false,
            handed_down: false,
            opener: false,
            in_list: false,
            possible: false,
            governed: false,
        }
    }
}

/// All tasks in the order of the text, and the tables that could not be told; passages that are requests
/// or targets are no tasks.
pub(super) fn find(scene: &Scene<'_>, asked: &[Asked], goals: &[Goal]) -> (Vec<Duty>, Vec<Remark>) {
    let tables = annex::tasks(scene);
    let mut covered = annex::covered(scene);
    let broken = broken_table::tasks(scene, &covered);
    let remarks = annex::remarks(scene).into_iter().chain(broken.remarks).collect();
    covered.extend(broken.covered);
    covered.sort_by_key(|range| range.start);
    let mut duties = Walk::new(scene, covered).run();
    duties.extend(tables);
    duties.extend(broken.duties);
    let asked: Vec<&Asked> = asked.iter().filter(|asked| !asked.inside).collect();
    let asked = Ordered::new(&asked, |asked| &asked.range);
    let goals = Ordered::new(goals, |goal| &goal.range);
    duties.retain(|duty| !asked.near(&duty.range).any(|asked| overlaps(&asked.range, &duty.range)));
    // A body that has to reach a quantity has both to do it and to reach it.
    let obliged = |duty: &Duty| duty.rule == "en.duty" && !duty.lead.is_empty();
    duties.retain(|duty| obliged(duty) || !goals.near(&duty.range).any(|goal| goal.takes(&duty.range)));
    duties.sort_by_key(|duty| duty.range.start);
    (duties, remarks)
}

/// With whom something is done, as a stretch says.
pub(super) fn with_whom(scene: &Scene<'_>, range: Range<usize>) -> Vec<String> {
    helpers::find(scene, range)
}

/// Whether a part of a cell may be something to do: in Vietnamese it starts with its verb, or with a body.
pub(super) fn may_act(scene: &Scene<'_>, range: Range<usize>) -> bool {
    scene.language() != Language::Vi || vietnamese::may_act(scene, range)
}

/// Findings by where they start, so that only those near a place are looked at.
struct Ordered<'a, T> {
    by_start: Vec<(usize, &'a T)>,
    /// The length of the longest.
    longest: usize,
}

impl<'a, T> Ordered<'a, T> {
    fn new(findings: &'a [T], range: impl Fn(&T) -> &Range<usize>) -> Self {
        let mut by_start: Vec<(usize, &T)> = findings.iter().map(|one| (range(one).start, one)).collect();
        by_start.sort_by_key(|(start, _)| *start);
        let longest = findings.iter().map(|one| range(one).len()).max().unwrap_or_default();
        Self { by_start, longest }
    }

    /// Those that may share something with a stretch.
    fn near(&self, stretch: &Range<usize>) -> impl Iterator<Item = &'a T> {
        let from = self.by_start.partition_point(|(start, _)| start + self.longest < stretch.start);
        let to = self.by_start.partition_point(|(start, _)| *start < stretch.end);
        self.by_start.get(from..to.max(from)).unwrap_or_default().iter().map(|(_, one)| *one)
    }
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
