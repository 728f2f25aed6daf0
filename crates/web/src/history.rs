//! What happened, in sentences: one for every event of every noun, with who, when and on what.

use crate::details::differences;
use crate::visit::Visit;
use crate::words::Words;
use haidang_app::HistoryEntry;
use haidang_domain::{Commitment, Deadline, Event, Noun, OrganisationId, Party, Period, StreamId};
use haidang_domain::{account, instrument, organisation, project, recommendation, target, task};
use haidang_reading::shown_words;

/// One row of a history.
pub(crate) struct HistoryRow {
    /// What happened.
    pub(crate) what: String,
    /// Who did it.
    pub(crate) who: String,
    /// When we learnt it.
    pub(crate) recorded: String,
    /// The same, ISO.
    pub(crate) recorded_iso: String,
    /// From which day it counts, where that is another day.
    pub(crate) effective: Option<String>,
    /// What it rests on.
    pub(crate) authority: Option<String>,
    /// What it is about.
    pub(crate) noun: String,
    /// Where that is shown.
    pub(crate) href: String,
    /// How often it happened in a row.
    pub(crate) times: u64,
}

impl HistoryRow {
    fn reads_like(&self, other: &Self) -> bool {
        let when = self.recorded == other.recorded && self.effective == other.effective;
        let same = self.what == other.what && self.who == other.who && self.authority == other.authority;
        when && same && self.href == other.href
    }
}

/// The rows of a history of one record, in the order in which they came, the newest first; what reads
/// the same stands once.
pub(crate) fn rows(visit: &Visit, entries: &[HistoryEntry]) -> Vec<HistoryRow> {
    let mut rows: Vec<HistoryRow> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let mut row = row(visit, entry);
        let earlier = entries.get(place + 1..).unwrap_or_default();
        if let Some(what) = corrected(visit.words, entry, earlier) {
            row.what = what;
        }
        let again = rows.last().is_some_and(|last| last.reads_like(&row));
        if let Some(last) = rows.last_mut().filter(|_| again) {
            last.times += 1;
        } else {
            rows.push(row);
        }
    }
    rows
}

/// What was corrected in the details of an instrument, field by field; `earlier` entries are the newest
/// first.
fn corrected(words: Words, entry: &HistoryEntry, earlier: &[HistoryEntry]) -> Option<String> {
    let Event::Instrument(instrument::Event::DetailsCorrected { details }) = &entry.entry.event else {
        return None;
    };
    let before = earlier.iter().find_map(|entry| match &entry.entry.event {
        Event::Instrument(
            instrument::Event::Registered { details } | instrument::Event::DetailsCorrected { details },
        ) => Some(details),
        _ => None,
    })?;
    let changes = differences(words, before, details);
    Some(words.with("event-instrument-details-changed", &[("changes", &changes)]))
}

/// One entry as a row.
pub(crate) fn row(visit: &Visit, entry: &HistoryEntry) -> HistoryRow {
    let words = visit.words;
    let recorded = &entry.entry.recorded;
    let learnt = visit.zone.to_datetime(recorded.recorded_at).date();
    HistoryRow {
        what: sentence(words, &entry.entry.event),
        who: entry.actor_name.clone(),
        recorded: words.moment(recorded.recorded_at, &visit.zone),
        recorded_iso: recorded.recorded_at.to_string(),
        effective: (recorded.effective_on != learnt).then(|| words.date(recorded.effective_on)),
        authority: recorded.authority.as_ref().map(|authority| authority.0.clone()),
        noun: words.label("noun", recorded.stream.noun.code()),
        href: href(recorded.stream),
        times: 1,
    }
}

/// Where a record is shown.
pub(crate) fn href(stream: StreamId) -> String {
    let id = stream.id;
    match stream.noun {
        Noun::Account => format!("/accounts#account-{id}"),
        Noun::Instrument => format!("/instruments/{id}"),
        Noun::Organisation => format!("/organisations#organisation-{id}"),
        Noun::Project => format!("/projects/{id}"),
        Noun::Recommendation => format!("/recommendations/{id}"),
        Noun::Target => format!("/targets/{id}"),
        Noun::Task => format!("/tasks/{id}"),
    }
}

/// Where a commitment is shown.
pub(crate) fn commitment_href(commitment: Commitment) -> String {
    match commitment {
        Commitment::Task(id) => format!("/tasks/{id}"),
        Commitment::Target(id) => format!("/targets/{id}"),
        Commitment::Project(id) => format!("/projects/{id}"),
        Commitment::Recommendation(id) => format!("/recommendations/{id}"),
    }
}

/// What happened, in one sentence.
pub(crate) fn sentence(words: Words, event: &Event) -> String {
    match event {
        Event::Account(event) => account_sentence(words, event),
        Event::Instrument(event) => instrument_sentence(words, event),
        Event::Organisation(event) => organisation_sentence(words, event),
        Event::Project(event) => project_sentence(words, event),
        Event::Recommendation(event) => recommendation_sentence(words, event),
        Event::Target(event) => target_sentence(words, event),
        Event::Task(event) => task_sentence(words, event),
    }
}

fn task_sentence(words: Words, event: &task::Event) -> String {
    use task::Event;
    match event {
        Event::Created { .. } => words.t("event-task-created"),
        Event::Assigned { lead, coordinating } => assigned(words, lead, coordinating),
        Event::DeadlineSet { deadline } => {
            words.with("event-task-deadline-set", &[("deadline", &words.deadline_or_none(*deadline))])
        }
        Event::Extended { deadline, reason } => {
            words.with("event-task-extended", &[("deadline", &words.deadline(*deadline)), ("reason", reason)])
        }
        Event::Reported { progress, percent, text } => {
            let percent =
                percent.map(|percent| words.with("number-percent", &[("number", &percent.to_string())]));
            let progress = words.label("progress", progress.code());
            let progress = percent.map_or(progress.clone(), |percent| format!("{progress}, {percent}"));
            words.with("event-task-reported", &[("progress", &progress), ("text", text)])
        }
        Event::Completed { on, note } => {
            words.with("event-task-completed", &[("on", &words.date(*on)), ("note", note)])
        }
        Event::Reopened { reason } => words.with("event-task-reopened", &[("reason", reason)]),
        Event::StatementCorrected { statement } => {
            words.with("event-task-statement-corrected", &[("statement", statement)])
        }
        Event::WordingAdded { origin } => {
            words.with("event-wording-added", &[("quote", &shortened(&origin.quote, 80))])
        }
        Event::WordingRemoved { .. } => words.t("event-wording-removed"),
        Event::Withdrawn { reason } => words.with("event-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-restored"),
    }
}

fn assigned(words: Words, lead: &[Party], coordinating: &[Party]) -> String {
    let (lead, helping) = (Words::parties(lead), Words::parties(coordinating));
    if helping.is_empty() {
        words.with("event-task-assigned", &[("lead", &lead)])
    } else {
        words.with("event-task-assigned-with", &[("lead", &lead), ("coordinating", &helping)])
    }
}

fn target_sentence(words: Words, event: &target::Event) -> String {
    use target::Event;
    match event {
        Event::Set { .. } => words.t("event-target-set"),
        Event::DefinitionCorrected { .. } => words.t("event-target-corrected"),
        Event::StatusRecorded { status, on, source } => {
            let status = words.label("status", status.code());
            words.with(
                "event-target-status",
                &[("status", &status), ("on", &words.date(*on)), ("source", source)],
            )
        }
        Event::WordingAdded { origin } => {
            words.with("event-wording-added", &[("quote", &shortened(&origin.quote, 80))])
        }
        Event::WordingRemoved { .. } => words.t("event-wording-removed"),
        Event::Withdrawn { reason } => words.with("event-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-restored"),
    }
}

fn project_sentence(words: Words, event: &project::Event) -> String {
    use project::Event;
    match event {
        Event::Listed { .. } => words.t("event-project-listed"),
        Event::DescriptionCorrected { .. } => words.t("event-project-corrected"),
        Event::StageRecorded { stage, on, source } => {
            let stage = words.label("stage", stage.code());
            words.with(
                "event-project-stage",
                &[("stage", &stage), ("on", &words.date(*on)), ("source", source)],
            )
        }
        Event::WordingAdded { origin } => {
            words.with("event-wording-added", &[("quote", &shortened(&origin.quote, 80))])
        }
        Event::WordingRemoved { .. } => words.t("event-wording-removed"),
        Event::Withdrawn { reason } => words.with("event-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-restored"),
    }
}

fn recommendation_sentence(words: Words, event: &recommendation::Event) -> String {
    use recommendation::Event;
    match event {
        Event::Made { .. } => words.t("event-recommendation-made"),
        Event::Forwarded { to, on } => {
            words.with("event-recommendation-forwarded", &[("to", &to.printed), ("on", &words.date(*on))])
        }
        Event::Answered { on, text } => {
            words.with("event-recommendation-answered", &[("on", &words.date(*on)), ("text", text)])
        }
        Event::WordingAdded { origin } => {
            words.with("event-wording-added", &[("quote", &shortened(&origin.quote, 80))])
        }
        Event::WordingRemoved { .. } => words.t("event-wording-removed"),
        Event::Withdrawn { reason } => words.with("event-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-restored"),
    }
}

fn instrument_sentence(words: Words, event: &instrument::Event) -> String {
    use instrument::Event;
    match event {
        Event::Registered { .. } => words.t("event-instrument-registered"),
        Event::DetailsCorrected { .. } => words.t("event-instrument-details-corrected"),
        Event::VersionAdded { language, source, .. } => {
            let language = words.label("language", language.code());
            words.with("event-instrument-version-added", &[("language", &language), ("source", source)])
        }
        Event::Read { findings, .. } => words.count("event-instrument-read", count(findings.len())),
        Event::Remarked { remarks, .. } => words.count("event-instrument-remarked", count(remarks.len())),
        Event::FindingAdded { finding, .. } => about(words, "event-instrument-finding-added", finding),
        Event::FindingEdited { finding } => about(words, "event-instrument-finding-edited", finding),
        Event::FindingSplit { into, .. } => words.count("event-instrument-finding-split", count(into.len())),
        Event::FindingsMerged { findings, .. } => {
            words.count("event-instrument-findings-merged", count(findings.len()))
        }
        Event::FindingAccepted { .. } => words.t("event-instrument-finding-accepted"),
        Event::FindingRejected { .. } => words.t("event-instrument-finding-rejected"),
        Event::FindingRestored { .. } => words.t("event-instrument-finding-restored"),
        Event::Related { relation, .. } => {
            words.with("event-instrument-related", &[("relation", &words.label("relation", relation.code()))])
        }
        Event::CitationResolved { relation, words: said, .. } => {
            let relation = words.label("relation", relation.code());
            let said = shortened(said, 80);
            words.with("event-instrument-citation-resolved", &[("relation", &relation), ("words", &said)])
        }
        Event::RelationWithdrawn { relation, reason, .. } => {
            let relation = words.label("relation", relation.code());
            words.with("event-instrument-relation-withdrawn", &[("relation", &relation), ("reason", reason)])
        }
        Event::VersionStated { .. } => words.t("event-instrument-version-stated"),
        Event::LanguageCorrected { language, .. } => {
            let language = words.label("language", language.code());
            words.with("event-instrument-language-corrected", &[("language", &language)])
        }
        Event::ReadAgain { replaced, findings, .. } => {
            let [found, replaced] =
                [findings.len(), replaced.len()].map(|number| words.count("finding-count", count(number)));
            words.with("event-instrument-read-again", &[("found", &found), ("replaced", &replaced)])
        }
        Event::Joined { .. } => words.t("event-instrument-joined"),
        Event::JoinRefused { .. } => words.t("event-instrument-join-refused"),
        Event::Parted { reason } => words.with("event-instrument-parted", &[("reason", reason)]),
        Event::CoverageJudged { answers, .. } => words.t(match answers {
            Some(true) => "event-instrument-coverage-confirmed",
            Some(false) => "event-instrument-coverage-refused",
            None => "event-instrument-coverage-undone",
        }),
        Event::Withdrawn { reason } => words.with("event-instrument-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-instrument-restored"),
    }
}

fn about(words: Words, key: &str, finding: &instrument::Finding) -> String {
    words.with(key, &[("quote", &shortened(&finding.quote, 80))])
}

fn organisation_sentence(words: Words, event: &organisation::Event) -> String {
    use organisation::Event;
    let counted = |key: &str, bodies: &[OrganisationId]| words.count(key, count(bodies.len()));
    match event {
        Event::Founded { names, .. } => {
            words.with("event-organisation-founded", &[("name", &words.name(names))])
        }
        Event::Renamed { names, on } => words
            .with("event-organisation-renamed", &[("name", &words.name(names)), ("on", &words.date(*on))]),
        Event::NamesCorrected { names } => {
            words.with("event-organisation-names-corrected", &[("name", &words.name(names))])
        }
        Event::Merged { on, basis, .. } => {
            words.with("event-organisation-merged", &[("on", &words.date(*on)), ("basis", basis)])
        }
        Event::Split { into, .. } => counted("event-organisation-split", into),
        Event::Withdrawn { reason } => words.with("event-organisation-withdrawn", &[("reason", reason)]),
        Event::Restored => words.t("event-organisation-restored"),
    }
}

fn account_sentence(words: Words, event: &account::Event) -> String {
    use account::Event;
    match event {
        Event::Opened { role, .. } => {
            words.with("event-account-opened", &[("role", &words.label("role", role.code()))])
        }
        Event::RoleChanged { role, .. } => {
            words.with("event-account-role-changed", &[("role", &words.label("role", role.code()))])
        }
        Event::Closed => words.t("event-account-closed"),
        Event::Reopened => words.t("event-account-reopened"),
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A text of at most so many characters, cut between words where it can be, with a mark that it goes on.
pub(crate) fn shortened(text: &str, characters: usize) -> String {
    let one_line: String = shown_words(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = one_line.char_indices().nth(characters) else { return one_line };
    let (start, rest) = one_line.split_at(end);
    let whole = if rest.starts_with(' ') { None } else { start.rfind(' ') };
    let start = whole.filter(|blank| *blank > end / 2).map_or(start, |blank| start.split_at(blank).0);
    format!("{}…", start.trim_end_matches([' ', ',', ';', ':', '-', '–']))
}

/// A deadline with its last day where that says more.
pub(crate) fn due(words: Words, deadline: Option<Deadline>) -> Option<String> {
    let deadline = deadline?;
    let day = deadline.due().filter(|_| !matches!(deadline, Deadline::By(Period::Day(_))))?;
    Some(words.with("deadline-last-day", &[("day", &words.date(day))]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_with_a_mark() {
        assert_eq!(shortened("Hải  đăng\nsáng", 8), "Hải đăng…");
        assert_eq!(shortened("Hải đăng", 8), "Hải đăng");
        assert_eq!(shortened("kinh tế, năm 2024", 14), "kinh tế, năm…");
        assert_eq!(shortened("kinh tế, năm 2024", 10), "kinh tế…");
        assert_eq!(shortened("hahahaha.pdf", 4), "haha…");
        assert_eq!(shortened("*Căn cứ* Luật", 6), "Căn cứ…");
    }
}
