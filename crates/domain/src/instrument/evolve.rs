//! How the events of an instrument add up.

use super::{Event, Finding, FindingState, State, Verdict, Version};
use crate::stamp::stamp;
use crate::{FindingId, Recorded, VersionId};
use std::slice::from_ref;

/// The state after one more event.
pub fn evolve(state: &mut State, event: &Event, at: &Recorded) {
    stamp!(state, at);
    match event {
        Event::Registered { details } | Event::DetailsCorrected { details } => {
            state.details.clone_from(details);
        }
        Event::VersionAdded { version, language, source, text_sha256, characters } => {
            state.versions.push(Version {
                id: *version,
                language: *language,
                source: source.clone(),
                text_sha256: text_sha256.clone(),
                characters: *characters,
                reader: None,
                remarks: Vec::new(),
                added_at: at.recorded_at,
            });
        }
        Event::Read { version, reader, findings } => {
            for read in state.versions.iter_mut().filter(|known| known.id == *version) {
                read.reader = Some(reader.clone());
            }
            add(state, *version, findings, &[]);
        }
        Event::Remarked { version, remarks } => {
            for read in state.versions.iter_mut().filter(|known| known.id == *version) {
                read.remarks.extend_from_slice(remarks);
            }
        }
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
        }
        Event::Related { relation, to, source } => state.relations.push((*relation, *to, source.clone())),
    }
}

fn add(state: &mut State, version: VersionId, findings: &[Finding], made_from: &[FindingId]) {
    state.findings.extend(findings.iter().map(|finding| FindingState {
        version,
        finding: finding.clone(),
        verdict: Verdict::Pending,
        made_from: made_from.to_vec(),
    }));
}

fn edit(state: &mut State, finding: &Finding) {
    for known in state.findings.iter_mut().filter(|known| known.finding.id == finding.id) {
        known.finding.clone_from(finding);
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
