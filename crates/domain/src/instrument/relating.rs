//! The rules of how an instrument stands to others: relations, versions, coverage.

use super::decide::known;
use super::{Category, Event, Relation, State, Stated, Verdict};
use crate::rules::{ensure, filled, optional};
use crate::{FindingId, InstrumentId, Refusal, VersionId};

/// A relation that a person or data records is recorded once.
pub(super) fn relate(
    state: &State,
    (relation, to): (Relation, InstrumentId),
    source: &str,
) -> Result<Event, Refusal> {
    ensure(!stands(state, relation, to), Refusal::NoChange)?;
    Ok(Event::Related { relation, to, source: filled("source", source)? })
}

/// Only a confirmed citation means an instrument, and it means one.
pub(super) fn resolve(
    state: &State,
    finding: FindingId,
    (relation, to): (Relation, InstrumentId),
    words: &str,
) -> Result<Event, Refusal> {
    let found = known(state, finding)?;
    ensure(found.finding.content.category() == Category::Citation, Refusal::DifferentKinds)?;
    ensure(matches!(found.verdict, Verdict::Accepted(_)), Refusal::Open)?;
    let resolved = state.standing_relations().any(|related| related.finding == Some(finding));
    ensure(!resolved, Refusal::Exists)?;
    Ok(Event::CitationResolved { finding, relation, to, words: filled("words", words)? })
}

/// What does not stand cannot be withdrawn.
pub(super) fn withdraw(
    state: &State,
    (relation, to): (Relation, InstrumentId),
    reason: &str,
) -> Result<Event, Refusal> {
    ensure(stands(state, relation, to), Refusal::NoChange)?;
    Ok(Event::RelationWithdrawn { relation, to, reason: filled("reason", reason)? })
}

/// Whether such a relation is on record.
fn stands(state: &State, relation: Relation, to: InstrumentId) -> bool {
    state.standing_relations().any(|known| (known.relation, known.to) == (relation, to))
}

/// A version says something, or there is nothing to record.
pub(super) fn state_version(state: &State, version: VersionId, stated: Stated) -> Result<Event, Refusal> {
    ensure(state.version_of(version).is_some(), Refusal::Unknown)?;
    let stated = Stated {
        issuer: optional(stated.issuer),
        symbol: optional(stated.symbol),
        title: optional(stated.title),
        about: optional(stated.about),
        ..stated
    };
    ensure(stated != Stated::default(), Refusal::NoChange)?;
    Ok(Event::VersionStated { version, stated })
}

/// An instrument is a version of one work at a time.
pub(super) fn join(state: &State, work: InstrumentId) -> Result<Event, Refusal> {
    ensure(state.work != Some(work), Refusal::NoChange)?;
    Ok(Event::Joined { work })
}

/// A proposal is refused once, and not while it is joined.
pub(super) fn refuse_join(state: &State, work: InstrumentId) -> Result<Event, Refusal> {
    let said = state.work == Some(work) || state.refused_works.contains(&work);
    ensure(!said, Refusal::NoChange)?;
    Ok(Event::JoinRefused { work })
}

/// Only what was joined can be parted.
pub(super) fn part(state: &State, reason: &str) -> Result<Event, Refusal> {
    ensure(state.work.is_some(), Refusal::NoChange)?;
    Ok(Event::Parted { reason: filled("reason", reason)? })
}

/// A judgement says something else than what was said before.
pub(super) fn judge(
    state: &State,
    clause: FindingId,
    (by, answer): (InstrumentId, FindingId),
    answers: Option<bool>,
) -> Result<Event, Refusal> {
    known(state, clause)?;
    ensure(state.judgement(clause, by, answer) != answers, Refusal::NoChange)?;
    Ok(Event::CoverageJudged { clause, by, answer, answers })
}
