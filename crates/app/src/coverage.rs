//! The coverage matrix: which findings of a higher instrument have one in a lower instrument that
//! answers it. The reader proposes, a person confirms or refuses.

use crate::versions::{Laid, Work, holder, standing};
use crate::{App, AppError, Change, Session};
use haidang_domain::instrument::{Command, FindingState, Version};
use haidang_domain::{CommandId, FindingId, InstrumentId, Language};
use haidang_reading::coverage;
use haidang_store::AsAt;
use std::collections::BTreeMap;

/// A coverage matrix of two works.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The higher work.
    pub higher: Work,
    /// The lower work.
    pub lower: Work,
    /// The record and the version of the higher work whose findings are the rows; `None` without a text.
    pub rows_of: Option<(InstrumentId, Version)>,
    /// The rows, in the order of the text.
    pub rows: Vec<CoverageRow>,
}

/// One finding of the higher instrument with what may answer it.
#[derive(Debug, Clone)]
pub struct CoverageRow {
    /// The finding of the higher instrument.
    pub clause: FindingState,
    /// What may answer it: what a person confirmed first, then by likeness, then what was refused.
    pub answers: Vec<Answer>,
}

/// A finding of the lower instrument that may answer one of the higher.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The record that it lies in.
    pub instrument: InstrumentId,
    /// The finding.
    pub found: FindingState,
    /// How alike they are, 0 to 1; `None` where only a person saw it.
    pub similarity: Option<f64>,
    /// What a person said.
    pub judged: Option<bool>,
}

impl CoverageRow {
    /// Whether nothing answers it but what a person refused.
    pub fn is_open(&self) -> bool {
        self.answers.iter().all(|answer| answer.judged == Some(false))
    }

    /// Whether a person confirmed an answer.
    pub fn is_confirmed(&self) -> bool {
        self.answers.iter().any(|answer| answer.judged == Some(true))
    }
}

impl App {
    /// The matrix of two instruments, in the version of this language where there is one.
    ///
    /// # Errors
    /// [`AppError::Unknown`] when one of them did not exist then.
    pub async fn coverage(
        &self,
        higher: InstrumentId,
        by: InstrumentId,
        language: Language,
        as_at: AsAt,
    ) -> Result<Coverage, AppError> {
        let (higher, lower) = (self.work(higher, as_at).await?, self.work(by, as_at).await?);
        let Some((record, version)) = read_version(&higher, language) else {
            return Ok(Coverage { higher, lower, rows_of: None, rows: Vec::new() });
        };
        let lower_version = read_version(&lower, version.language);
        let state = higher.members.iter().find(|(id, _)| *id == record).map(|(_, state)| state);
        let Some(state) = state else {
            return Ok(Coverage { higher, lower, rows_of: None, rows: Vec::new() });
        };
        let clauses = Laid::out(standing(state, version.id), version.language);
        let answers = lower_version.as_ref().and_then(|(id, version)| {
            let (_, state) = lower.members.iter().find(|(member, _)| member == id)?;
            Some((*id, Laid::out(standing(state, version.id), version.language)))
        });
        let nothing = Laid::out([], version.language);
        let found = answers.as_ref().map_or(&nothing, |(_, laid)| laid);
        let matched = coverage(&clauses.reading, &found.reading);
        let rows = matched.iter().filter_map(|row| {
            let clause = clauses.at(row.higher)?;
            let mut cells: BTreeMap<FindingId, Answer> = BTreeMap::new();
            for (id, matched) in answers.iter().flat_map(|(id, _)| row.matches.iter().map(move |m| (*id, m)))
            {
                let Some(found) = found.at(matched.lower).cloned() else { continue };
                let judged = state.judgement(clause.finding.id, lower.id, found.finding.id);
                let similarity = Some(matched.similarity);
                cells.insert(found.finding.id, Answer { instrument: id, found, similarity, judged });
            }
            for judged in state
                .coverage
                .iter()
                .filter(|known| (known.clause, known.by) == (clause.finding.id, lower.id))
            {
                let Some((instrument, found)) = holder(&lower, judged.answer) else { continue };
                let answer = || Answer {
                    instrument,
                    found: found.clone(),
                    similarity: None,
                    judged: Some(judged.answers),
                };
                cells.entry(judged.answer).or_insert_with(answer);
            }
            Some(CoverageRow { clause: clause.clone(), answers: sorted(cells.into_values().collect()) })
        });
        let rows = rows.collect();
        Ok(Coverage { rows_of: Some((record, version)), rows, higher, lower })
    }

    /// Records what a person says about one cell; `None` takes it back.
    ///
    /// # Errors
    /// When a rule refuses it.
    pub async fn judge_coverage(
        &self,
        by: &Session,
        (higher, lower): (InstrumentId, InstrumentId),
        (clause, answer): (FindingId, FindingId),
        answers: Option<bool>,
        command: CommandId,
    ) -> Result<(), AppError> {
        let now = self.as_at(None);
        let (work, lower) = (self.work(higher, now).await?, self.work(lower, now).await?);
        let unknown = AppError::Unknown { what: "finding" };
        let (record, _) = holder(&work, clause).ok_or(unknown)?;
        let (_, _) = holder(&lower, answer).ok_or(AppError::Unknown { what: "finding" })?;
        let what = Command::JudgeCoverage { clause, by: lower.id, answer, answers };
        let change = Change { command, expected_version: None, authority: None, effective_on: None, what };
        self.change_instrument(by, record, change).await.map(|_| ())
    }
}

/// The version of a work that is compared: the one in this language, or else the one with most findings.
fn read_version(work: &Work, language: Language) -> Option<(InstrumentId, Version)> {
    let weight = |(_, state, version): &(InstrumentId, &haidang_domain::instrument::State, &Version)| {
        (version.language == language, standing(state, version.id).count())
    };
    work.versions().max_by_key(weight).map(|(id, _, version)| (id, version.clone()))
}

fn sorted(mut answers: Vec<Answer>) -> Vec<Answer> {
    let rank = |answer: &Answer| match answer.judged {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    };
    let likeness = |answer: &Answer| answer.similarity.unwrap_or(0.0);
    answers.sort_by(|a, b| rank(a).cmp(&rank(b)).then(likeness(b).total_cmp(&likeness(a))));
    answers
}
