//! The rules of instruments and of the findings in them.

use super::{
    Category, Command, Content, Details, Event, Finding, FindingState, State, Verdict, reading, relating,
};
use crate::rules::{allowed, begun, ensure, filled, in_programme, measured, optional, several, within};
use crate::{Act, Commitment, Context, FindingId, Language, Refusal, VersionId};
use std::collections::BTreeSet;

/// What happens when `command` is asked of an instrument.
///
/// # Errors
/// Refuses what the actor may not do, findings outside the text, decisions on what is decided
/// already, and the text of a classified document.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, act(&command), &[])?;
    begun(state.version, matches!(command, Command::Register(_)))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::Register(details) => Event::Registered { details: tidied(details)? },
        Command::CorrectDetails(details) => correct(state, details)?,
        Command::AddVersion { .. } => return reading::add_version(state, command),
        Command::AddFinding { version, finding } => {
            are_new(state, std::slice::from_ref(&finding))?;
            lies_in(state, version, &finding)?;
            Event::FindingAdded { version, finding }
        }
        Command::EditFinding(finding) => edit(state, finding)?,
        Command::SplitFinding { finding, into } => split(state, finding, into)?,
        Command::MergeFindings { findings, into } => merge(state, findings, into)?,
        Command::AcceptFinding { finding, commitment } => accept(state, finding, commitment)?,
        Command::RejectFinding(finding) => {
            Event::FindingRejected { finding: pending(state, finding)?.finding.id }
        }
        Command::UndoFinding(finding) => undo(state, finding)?,
        Command::Relate { relation, to, source } => relating::relate(state, (relation, to), &source)?,
        Command::ResolveCitation { finding, relation, to, words } => {
            relating::resolve(state, finding, (relation, to), &words)?
        }
        Command::WithdrawRelation { relation, to, reason } => {
            relating::withdraw(state, (relation, to), &reason)?
        }
        Command::StateVersion { version, stated } => relating::state_version(state, version, stated)?,
        Command::CorrectLanguage { version, language } => correct_language(state, version, language)?,
        Command::ReadAgain { version, reader, findings, remarks } => {
            reading::again(state, version, reader, (findings, remarks))?
        }
        Command::Join(work) => relating::join(state, work)?,
        Command::RefuseJoin(work) => relating::refuse_join(state, work)?,
        Command::Part { reason } => relating::part(state, &reason)?,
        Command::JudgeCoverage { clause, by, answer, answers } => {
            relating::judge(state, clause, (by, answer), answers)?
        }
        Command::Withdraw { reason } => {
            ensure(state.versions.is_empty(), Refusal::HasText)?;
            Event::Withdrawn { reason: filled("reason", &reason)? }
        }
        Command::Restore => Event::Restored,
    };
    Ok(vec![event])
}

/// What the actor must be permitted to do.
fn act(command: &Command) -> Act {
    match command {
        Command::Register(_)
        | Command::CorrectDetails(_)
        | Command::AddVersion { .. }
        | Command::Relate { .. }
        | Command::WithdrawRelation { .. }
        | Command::StateVersion { .. }
        | Command::CorrectLanguage { .. }
        | Command::ReadAgain { .. }
        | Command::Join(_)
        | Command::RefuseJoin(_)
        | Command::Part { .. }
        | Command::Withdraw { .. }
        | Command::Restore => Act::KeepInstruments,
        Command::AddFinding { .. }
        | Command::EditFinding(_)
        | Command::SplitFinding { .. }
        | Command::MergeFindings { .. }
        | Command::AcceptFinding { .. }
        | Command::ResolveCitation { .. }
        | Command::JudgeCoverage { .. }
        | Command::RejectFinding(_)
        | Command::UndoFinding(_) => Act::Review,
    }
}

// The instrument and its versions.

/// A classified instrument may be on record; only its text may not.
fn tidied(details: Details) -> Result<Details, Refusal> {
    let titled = |(_, title): &(Language, String)| !title.trim().is_empty();
    Ok(Details {
        symbol: optional(details.symbol),
        issuer: optional(details.issuer),
        titles: details.titles.into_iter().filter(titled).collect(),
        about: optional(details.about),
        source: filled("source", &details.source)?,
        ..details
    })
}

fn correct(state: &State, details: Details) -> Result<Event, Refusal> {
    let details = tidied(details)?;
    ensure(details != state.details, Refusal::NoChange)?;
    Ok(Event::DetailsCorrected { details })
}

fn correct_language(state: &State, version: VersionId, language: Language) -> Result<Event, Refusal> {
    let known = state.version_of(version).ok_or(Refusal::Unknown)?;
    ensure(known.language != language, Refusal::NoChange)?;
    Ok(Event::LanguageCorrected { version, language })
}

// What findings must be.

/// Every finding has an id that no other ever had here.
pub(super) fn are_new(state: &State, findings: &[Finding]) -> Result<(), Refusal> {
    let mut taken: BTreeSet<FindingId> = state.findings.iter().map(|known| known.finding.id).collect();
    ensure(findings.iter().all(|finding| taken.insert(finding.id)), Refusal::Exists)
}

/// The words lie in a text of so many characters, and the numbers are numbers.
pub(super) fn is_sound(finding: &Finding, characters: usize) -> Result<(), Refusal> {
    ensure(finding.start < finding.end && finding.end <= characters, Refusal::OutsideText)?;
    within("confidence", finding.confidence, 0, 1)?;
    match &finding.content {
        Content::Target { value, .. } => measured(value),
        Content::Citation { .. }
        | Content::Task { .. }
        | Content::Project { .. }
        | Content::Proposal { .. } => Ok(()),
    }
}

fn lies_in(state: &State, version: VersionId, finding: &Finding) -> Result<(), Refusal> {
    is_sound(finding, state.version_of(version).ok_or(Refusal::Unknown)?.characters)
}

pub(super) fn known(state: &State, id: FindingId) -> Result<&FindingState, Refusal> {
    state.finding(id).ok_or(Refusal::Unknown)
}

/// Only what nobody has decided on yet can be decided on.
fn pending(state: &State, id: FindingId) -> Result<&FindingState, Refusal> {
    let found = known(state, id)?;
    ensure(found.verdict == Verdict::Pending, Refusal::FindingDecided)?;
    Ok(found)
}

// Decisions on findings.

/// A person may see everything otherwise, even what kind of finding it is.
fn edit(state: &State, finding: Finding) -> Result<Event, Refusal> {
    let found = pending(state, finding.id)?;
    lies_in(state, found.version, &finding)?;
    ensure(found.finding != finding, Refusal::NoChange)?;
    Ok(Event::FindingEdited { finding })
}

fn split(state: &State, finding: FindingId, into: Vec<Finding>) -> Result<Event, Refusal> {
    let whole = pending(state, finding)?;
    several("into", into.len())?;
    are_new(state, &into)?;
    let category = whole.finding.content.category();
    for part in &into {
        ensure(part.content.category() == category, Refusal::DifferentKinds)?;
        lies_in(state, whole.version, part)?;
    }
    Ok(Event::FindingSplit { finding, into })
}

fn merge(state: &State, mut findings: Vec<FindingId>, into: Finding) -> Result<Event, Refusal> {
    let mut seen = BTreeSet::new();
    findings.retain(|id| seen.insert(*id));
    let parts = findings.iter().map(|id| pending(state, *id)).collect::<Result<Vec<_>, _>>()?;
    several("findings", parts.len())?;
    are_new(state, std::slice::from_ref(&into))?;
    let version = parts.first().map(|part| part.version);
    for part in &parts {
        let same_category = part.finding.content.category() == into.content.category();
        ensure(same_category && Some(part.version) == version, Refusal::DifferentKinds)?;
        lies_in(state, part.version, &into)?;
    }
    Ok(Event::FindingsMerged { findings, into })
}

/// A finding becomes what it says; a citation becomes nothing.
fn accept(state: &State, finding: FindingId, commitment: Option<Commitment>) -> Result<Event, Refusal> {
    let fits = matches!(
        (pending(state, finding)?.finding.content.category(), commitment),
        (Category::Citation, None)
            | (Category::Task, Some(Commitment::Task(_)))
            | (Category::Target, Some(Commitment::Target(_)))
            | (Category::Project, Some(Commitment::Project(_)))
            | (Category::Proposal, Some(Commitment::Recommendation(_)))
    );
    ensure(fits, Refusal::DifferentKinds)?;
    Ok(Event::FindingAccepted { finding, commitment })
}

/// Takes back the last decision or edit. What a split or a merge made must still be undecided.
fn undo(state: &State, id: FindingId) -> Result<Event, Refusal> {
    let found = known(state, id)?;
    let originals = match found.verdict {
        Verdict::Accepted(_) | Verdict::Rejected => {
            return Ok(Event::FindingRestored { restored: vec![id], removed: Vec::new() });
        }
        Verdict::Superseded => originals_with(state, id),
        Verdict::Pending => match found.earlier.last() {
            Some(before) => return Ok(Event::FindingEdited { finding: before.clone() }),
            None => found.made_from.as_slice(),
        },
        Verdict::Removed => &[],
    };
    ensure(!originals.is_empty(), Refusal::NothingToUndo)?;
    let made = counting(state).filter(|made| made.made_from == originals);
    let removed = made.map(|made| pending(state, made.finding.id).map(|made| made.finding.id));
    Ok(Event::FindingRestored { restored: originals.to_vec(), removed: removed.collect::<Result<_, _>>()? })
}

/// The findings that were split or merged together with this one; nothing when it was not.
fn originals_with(state: &State, id: FindingId) -> &[FindingId] {
    counting(state).map(|made| made.made_from.as_slice()).find(|from| from.contains(&id)).unwrap_or_default()
}

/// All findings but those whose split or merge was undone.
fn counting(state: &State) -> impl Iterator<Item = &FindingState> {
    state.findings.iter().filter(|known| known.verdict != Verdict::Removed)
}
