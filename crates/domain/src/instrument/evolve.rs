//! How the events of an instrument add up.

use super::{
    Details, Event, Finding, FindingState, Judgement, Related, Relation, Remark, State, Stated, Statement,
    Verdict, Version,
};
use crate::stamp::stamp;
use crate::{FindingId, InstrumentId, Language, Recorded, VersionId};
use jiff::civil::Date;
use std::slice::from_ref;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Registered { details } | Event::DetailsCorrected { details } => {
            state.details.clone_from(details);
            state_details(state, details, at);
        }
        Event::VersionAdded { version, language, source, text_sha256, characters } => {
            let said = (*language, source.clone(), text_sha256.clone(), *characters);
            add_version(state, *version, said, at);
        }
        Event::Read { version, reader, findings } => read(state, *version, reader, findings),
        Event::Remarked { version, remarks } => remark(state, *version, remarks),
        Event::FindingAdded { version, finding } => add(state, *version, from_ref(finding), &[]),
        Event::FindingEdited { finding } => edit(state, finding),
        Event::FindingSplit { finding, into } => supersede(state, from_ref(finding), into),
        Event::FindingsMerged { findings, into } => supersede(state, findings, from_ref(into)),
        Event::FindingAccepted { finding, commitment } => {
            judge(state, from_ref(finding), Verdict::Accepted(*commitment));
        }
        Event::FindingRejected { finding } => judge(state, from_ref(finding), Verdict::Rejected),
        Event::FindingRestored { restored, removed } => {
            judge(state, restored, Verdict::Pending);
            judge(state, removed, Verdict::Removed);
            let undone = |related: &Related| related.finding.is_some_and(|id| restored.contains(&id));
            end(state, at, undone);
        }
        Event::Related { relation, to, source } => {
            relate(state, (*relation, *to), (source, None), at);
        }
        Event::CitationResolved { finding, relation, to, words } => {
            relate(state, (*relation, *to), (words, Some(*finding)), at);
        }
        Event::RelationWithdrawn { relation, to, reason: _ } => {
            end(state, at, |related| (related.relation, related.to) == (*relation, *to));
        }
        Event::VersionStated { version, stated } => {
            let source = state.version_of(*version).map(|version| version.source.clone()).unwrap_or_default();
            let said = (&stated.issuer, stated.issued_on);
            end_statements(state, Some(*version), at);
            state.statements.push(statement(Some(*version), said, &source, at));
            of_version(state, *version, |of| of.stated = stated.clone());
        }
        Event::LanguageCorrected { version, language } => {
            of_version(state, *version, |of| of.language = *language);
        }
        Event::ReadAgain { version, reader, replaced, findings, remarks } => {
            judge(state, replaced, Verdict::Superseded);
            of_version(state, *version, |read| read.remarks.clear());
            read(state, *version, reader, findings);
            remark(state, *version, remarks);
        }
        Event::Joined { work } => state.work = Some(*work),
        Event::JoinRefused { work } => state.refused_works.push(*work),
        Event::Parted { reason: _ } => state.work = None,
        Event::CoverageJudged { clause, by, answer, answers } => {
            state.coverage.retain(|known| (known.clause, known.by, known.answer) != (*clause, *by, *answer));
            let judged = |answers| Judgement { clause: *clause, by: *by, answer: *answer, answers };
            state.coverage.extend(answers.map(judged));
        }
        Event::Withdrawn { reason: _ } => state.withdrawn = true,
        Event::Restored => state.withdrawn = false,
    }
}

/// What the record itself says takes the place of what it said before.
fn state_details(state: &mut State, details: &Details, at: &Recorded) {
    end_statements(state, None, at);
    let said = (&details.issuer, details.issued_on);
    state.statements.push(statement(None, said, &details.source, at));
}

/// What a version, or the record itself, says now takes the place of what it said before.
fn end_statements(state: &mut State, version: Option<VersionId>, at: &Recorded) {
    for earlier in state.statements.iter_mut().filter(|earlier| earlier.version == version) {
        earlier.until = earlier.until.or(Some(at.recorded_at));
    }
}

fn statement(
    version: Option<VersionId>,
    (issuer, issued_on): (&Option<String>, Option<Date>),
    source: &str,
    at: &Recorded,
) -> Statement {
    let (issuer, source, from) = (issuer.clone(), source.to_owned(), at.recorded_at);
    Statement { version, issuer, issued_on, source, from, until: None }
}

fn relate(
    state: &mut State,
    (relation, to): (Relation, InstrumentId),
    (source, finding): (&str, Option<FindingId>),
    at: &Recorded,
) {
    let (source, from) = (source.to_owned(), at.recorded_at);
    state.relations.push(Related { relation, to, source, finding, from, until: None });
}

/// Ends the relations that are meant.
fn end(state: &mut State, at: &Recorded, meant: impl Fn(&Related) -> bool) {
    for related in state.relations.iter_mut().filter(|related| related.until.is_none() && meant(related)) {
        related.until = Some(at.recorded_at);
    }
}

fn add_version(
    state: &mut State,
    id: VersionId,
    (language, source, text_sha256, characters): (Language, String, String, usize),
    at: &Recorded,
) {
    state.versions.push(Version {
        id,
        language,
        source,
        text_sha256,
        characters,
        reader: None,
        stated: Stated::default(),
        remarks: Vec::new(),
        added_at: at.recorded_at,
    });
}

fn of_version(state: &mut State, version: VersionId, change: impl Fn(&mut Version)) {
    state.versions.iter_mut().filter(|known| known.id == version).for_each(change);
}

fn read(state: &mut State, version: VersionId, reader: &str, findings: &[Finding]) {
    of_version(state, version, |read| read.reader = Some(reader.to_owned()));
    add(state, version, findings, &[]);
}

fn remark(state: &mut State, version: VersionId, remarks: &[Remark]) {
    of_version(state, version, |read| read.remarks.extend_from_slice(remarks));
}

fn add(state: &mut State, version: VersionId, findings: &[Finding], made_from: &[FindingId]) {
    state.findings.extend(findings.iter().map(|finding| FindingState {
        version,
        finding: finding.clone(),
        verdict: Verdict::Pending,
        made_from: made_from.to_vec(),
        earlier: Vec::new(),
    }));
}

/// An edit back to what it was before takes the last one back.
fn edit(state: &mut State, finding: &Finding) {
    for known in state.findings.iter_mut().filter(|known| known.finding.id == finding.id) {
        let before = std::mem::replace(&mut known.finding, finding.clone());
        if known.earlier.last() == Some(finding) {
            known.earlier.pop();
        } else {
            known.earlier.push(before);
        }
    }
}

fn judge(state: &mut State, findings: &[FindingId], verdict: Verdict) {
    for known in state.findings.iter_mut().filter(|known| findings.contains(&known.finding.id)) {
        known.verdict = verdict;
    }
}

/// New findings take the place of old ones, in the version of the old ones.
fn supersede(state: &mut State, old: &[FindingId], new: &[Finding]) {
    let version = old.iter().find_map(|id| state.finding(*id)).map(|known| known.version);
    judge(state, old, Verdict::Superseded);
    if let Some(version) = version {
        add(state, version, new, old);
    }
}
