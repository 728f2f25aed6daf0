//! The rules of texts that come in, and of what the reader finds in them, the first time and again.

use super::decide::{are_new, is_sound};
use super::{Command, Event, Finding, FindingState, Remark, State, Verdict};
use crate::rules::{ensure, storable};
use crate::{FindingId, Refusal, VersionId};

/// A text, what the reader found in it, and what it could not settle.
pub(super) fn add_version(state: &State, command: Command) -> Result<Vec<Event>, Refusal> {
    let Command::AddVersion { version, language, source, text_sha256, characters, reader, findings, remarks } =
        command
    else {
        return Err(Refusal::Unknown);
    };
    may_add(state, version, characters, &findings)?;
    remarks.iter().try_for_each(|remark| lies_within(remark, characters))?;
    let added = Event::VersionAdded { version, language, source, text_sha256, characters };
    let remarked = (!remarks.is_empty()).then_some(Event::Remarked { version, remarks });
    let read = Event::Read { version, reader, findings };
    Ok([added, read].into_iter().chain(remarked).collect())
}

fn may_add(
    state: &State,
    version: VersionId,
    characters: usize,
    findings: &[Finding],
) -> Result<(), Refusal> {
    storable(state.details.classification)?;
    ensure(state.version_of(version).is_none(), Refusal::Exists)?;
    ensure(characters > 0, Refusal::Empty { field: "text" })?;
    are_new(state, findings)?;
    findings.iter().try_for_each(|finding| is_sound(finding, characters))
}

/// The words of a remark lie in a text of so many characters.
fn lies_within(remark: &Remark, characters: usize) -> Result<(), Refusal> {
    ensure(remark.start <= remark.end && remark.end <= characters, Refusal::OutsideText)
}

/// Another reading takes the place of what nobody had a hand in. What a person decided on, changed, cut,
/// joined, added or compared stays, and is not found a second time.
pub(super) fn again(
    state: &State,
    version: VersionId,
    reader: String,
    (mut findings, remarks): (Vec<Finding>, Vec<Remark>),
) -> Result<Event, Refusal> {
    let characters = state.version_of(version).ok_or(Refusal::Unknown)?.characters;
    are_new(state, &findings)?;
    findings.iter().try_for_each(|finding| is_sound(finding, characters))?;
    remarks.iter().try_for_each(|remark| lies_within(remark, characters))?;
    let here = state.findings.iter().filter(|known| known.version == version && known.verdict.counts());
    let (kept, replaced): (Vec<_>, Vec<_>) = here.partition(|known| is_touched(state, known));
    let replaced: Vec<FindingId> = replaced.iter().map(|known| known.finding.id).collect();
    findings.retain(|finding| !kept.iter().any(|known| answers(known, finding)));
    Ok(Event::ReadAgain { version, reader, replaced, findings, remarks })
}

/// Whether a person had a hand in it.
fn is_touched(state: &State, known: &FindingState) -> bool {
    known.verdict != Verdict::Pending
        || !known.earlier.is_empty()
        || !known.made_from.is_empty()
        || known.finding.rule == Finding::BY_A_PERSON
        || state.coverage.iter().any(|judged| judged.clause == known.finding.id)
}

/// Whether a person's word on one finding goes for another: of the same kind and, where it was said to be
/// none, of the same words; otherwise of words that meet.
fn answers(known: &FindingState, found: &Finding) -> bool {
    let own = &known.finding;
    let same_words = (own.start, own.end) == (found.start, found.end);
    let meets = own.start < found.end && found.start < own.end;
    let goes = if known.verdict == Verdict::Rejected { same_words } else { meets };
    goes && own.content.category() == found.content.category()
}
