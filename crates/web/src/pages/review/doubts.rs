//! What about a finding asks for a person's eyes, and the order in which to look.

use crate::Web;
use crate::problem::Problem;
use haidang_app::{Directory, Likely, Meaning};
use haidang_domain::instrument::{Content, Finding, FindingState, Remark, Verdict};
use haidang_domain::{FindingId, InstrumentId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// From how sure the reader is on a finding is not doubted for that alone.
const SURE: f64 = 0.7;

/// What is doubtful about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Another day of issue is given elsewhere.
    Conflict,
    /// The reader is not sure.
    Unsure,
    /// It may repeat what is on record.
    Repeats,
    /// Nobody is named who has to do it.
    NoBody,
    /// A body is named that is not on record, or was not there on that day.
    UnknownBody,
    /// The words that name the time name no day.
    NoDay,
    /// The day was reckoned from the day of issue.
    Reckoned,
    /// A target without a value.
    NoValue,
    /// It lies in a part of the text that the reader had trouble with.
    Remarked,
}

impl Doubt {
    /// The name in the keys of words.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Unsure => "unsure",
            Self::Repeats => "repeats",
            Self::NoBody => "no-body",
            Self::UnknownBody => "unknown-body",
            Self::NoDay => "no-day",
            Self::Reckoned => "reckoned",
            Self::NoValue => "no-value",
            Self::Remarked => "remarked",
        }
    }

    /// The field of the form where it is settled.
    pub(super) fn field(self, content: &Content) -> &'static str {
        match (self, content) {
            (Self::NoBody | Self::UnknownBody, Content::Proposal { from: Some(_), .. }) => "to",
            (Self::NoBody | Self::UnknownBody, Content::Proposal { .. }) => "from",
            (Self::NoBody | Self::UnknownBody, _) => "lead",
            (Self::NoDay | Self::Reckoned, _) => "deadline",
            (Self::NoValue, _) => "value",
            (Self::Conflict, _) => "date",
            (Self::Repeats | Self::Unsure | Self::Remarked, _) => "words",
        }
    }
}

/// What is doubtful about a finding, the gravest first.
pub(super) fn doubts(finding: &Finding, directory: &Directory, remarks: &[Remark]) -> Vec<Doubt> {
    let mut doubts = match &finding.content {
        Content::Task { lead, deadline, deadline_words, deadline_relative, .. } => [
            lead.is_empty().then_some(Doubt::NoBody),
            lead.iter().any(|name| is_unknown(directory, name)).then_some(Doubt::UnknownBody),
            (deadline.is_none() && deadline_words.is_some()).then_some(Doubt::NoDay),
            deadline_relative.then_some(Doubt::Reckoned),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Content::Proposal { to, deadline, deadline_words, deadline_relative, .. } => [
            to.is_none().then_some(Doubt::NoBody),
            (deadline.is_none() && deadline_words.is_some()).then_some(Doubt::NoDay),
            deadline_relative.then_some(Doubt::Reckoned),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Content::Target { value, .. } => value.is_empty().then_some(Doubt::NoValue).into_iter().collect(),
        Content::Citation { .. } | Content::Project { .. } => Vec::new(),
    };
    if finding.confidence < SURE {
        doubts.push(Doubt::Unsure);
    }
    // An announced number lies at the words that announce it, not at what it counts.
    let covers = |remark: &Remark| {
        remark.about != "announced_count" && remark.start < finding.end && finding.start < remark.end
    };
    if remarks.iter().any(covers) {
        doubts.push(Doubt::Remarked);
    }
    doubts
}

fn is_unknown(directory: &Directory, name: &str) -> bool {
    matches!(directory.meaning(name), Meaning::Unknown | Meaning::AnotherTime(_))
}

/// What is known beside the findings of a review.
pub(super) struct Beside {
    /// The commitments on record that a finding may repeat.
    pub(super) repeats: BTreeMap<FindingId, Vec<Likely>>,
    /// The other days of issue that are given of what a citation means.
    pub(super) conflicts: BTreeMap<FindingId, Vec<Date>>,
}

impl Beside {
    /// What is known beside these findings of an instrument.
    pub(super) async fn of(
        web: &Web,
        id: InstrumentId,
        findings: &[&FindingState],
        directory: &Directory,
    ) -> Result<Self, Problem> {
        let repeats = web.app.likely(id, findings, directory).await?;
        let pending: Vec<&FindingState> =
            findings.iter().copied().filter(|state| state.verdict == Verdict::Pending).collect();
        let conflicts = web.app.cited_otherwise(&pending, directory).await?;
        Ok(Self { repeats, conflicts })
    }
}

/// Findings with what is doubtful about each; conflicts and then the most doubtful first where that is
/// asked for, and in the order of the text otherwise.
pub(super) fn ordered<'a>(
    findings: Vec<&'a FindingState>,
    directory: &Directory,
    remarks: &[Remark],
    beside: &Beside,
    first: bool,
) -> Vec<(&'a FindingState, Vec<Doubt>)> {
    let doubted = |state: &'a FindingState| {
        let mut doubts = doubts(&state.finding, directory, remarks);
        if beside.repeats.contains_key(&state.finding.id) {
            doubts.insert(0, Doubt::Repeats);
        }
        if beside.conflicts.contains_key(&state.finding.id) {
            doubts.insert(0, Doubt::Conflict);
        }
        (state, doubts)
    };
    let mut all: Vec<(&FindingState, Vec<Doubt>)> = findings.into_iter().map(doubted).collect();
    if first {
        // The order of the text stays among the equally doubtful.
        all.sort_by_key(|(_, doubts)| {
            std::cmp::Reverse((doubts.first() == Some(&Doubt::Conflict), doubts.len()))
        });
    }
    all
}
