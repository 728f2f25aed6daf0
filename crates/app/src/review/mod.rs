//! Review: what the reader found becomes the programme, finding by finding, and back.

mod commitments;
mod parts;

use crate::change::check_version;
use crate::citations::Cited;
use crate::directory::Directory;
use crate::identity::Meant;
use crate::kind::{Instrument, Kind};
use crate::{App, AppError, Session};
use commitments::unwrapped;
use haidang_domain::instrument::{Command, Content, Finding, FindingState, Relation, State, Verdict};
use haidang_domain::{
    CommandId, Commitment, Event, FindingId, InstrumentId, Language, Refusal, StreamId, VersionId,
};
use haidang_store::Append;

/// What a person decides about findings.
#[derive(Debug, Clone, PartialEq)]
pub enum ReviewDecision {
    /// Confirm one.
    Accept(FindingId),
    /// Confirm all pending ones of a version that the reader is at least this sure of.
    AcceptAbove {
        /// The version.
        version: VersionId,
        /// 0 to 1.
        confidence: f64,
    },
    /// Confirm all of these that are still pending.
    AcceptAll(Vec<FindingId>),
    /// Confirm one that repeats a commitment on record: its words become one more wording of it.
    SameAs(FindingId, Commitment),
    /// Say that one is none.
    Reject(FindingId),
    /// Take the last decision or edit of one back.
    Undo(FindingId),
    /// Change one; its id says which.
    Edit(Finding),
    /// Cut one at these characters of the text.
    Split {
        /// The finding.
        finding: FindingId,
        /// Characters of the version's text, inside the finding.
        at: Vec<usize>,
    },
    /// Make one of several.
    Merge(Vec<FindingId>),
    /// Add one that the reader missed; its id is not looked at.
    Add {
        /// The version that it lies in.
        version: VersionId,
        /// The finding.
        finding: Finding,
    },
}

impl App {
    /// Decides about findings of an instrument; what is accepted becomes a task, target, project
    /// or recommendation in the same transaction.
    ///
    /// # Errors
    /// When a rule refuses it, or the instrument changed since `expected_version`.
    pub async fn review(
        &self,
        by: &Session,
        instrument: InstrumentId,
        expected_version: Option<u64>,
        decision: ReviewDecision,
        command: CommandId,
    ) -> Result<State, AppError> {
        let now = self.as_at(None);
        let state = self.instrument(instrument, now).await?;
        if self.store().committed(command).await?.is_some() {
            return Ok(state);
        }
        let stream = StreamId { noun: Instrument::NOUN, id: instrument.0 };
        check_version(stream, expected_version, state.version)?;
        let directory = self.directory_of(&state.details).await?;
        let mut sitting = Sitting::new(self, by, instrument, state, directory);
        sitting.take(decision).await?;
        let appends = sitting.appends(stream);
        self.commit(self.batch(by, command, appends)).await?;
        self.instrument(instrument, now).await
    }
}

/// One sitting over an instrument: its state as decisions add up, and what they append.
struct Sitting<'a> {
    app: &'a App,
    by: &'a Session,
    instrument: InstrumentId,
    before: u64,
    state: State,
    directory: Directory,
    events: Vec<Event>,
    others: Vec<Append>,
    cited: Cited<'a>,
}

impl<'a> Sitting<'a> {
    fn new(
        app: &'a App,
        by: &'a Session,
        instrument: InstrumentId,
        state: State,
        directory: Directory,
    ) -> Self {
        Self {
            app,
            by,
            instrument,
            before: state.version,
            state,
            directory,
            events: Vec::new(),
            others: Vec::new(),
            cited: Cited::new(app, by),
        }
    }

    fn appends(self, stream: StreamId) -> Vec<Append> {
        let own = Append { stream, expected_version: self.before, events: self.events };
        std::iter::once(own).chain(self.others).chain(self.cited.appends()).collect()
    }

    async fn take(&mut self, decision: ReviewDecision) -> Result<(), AppError> {
        match decision {
            ReviewDecision::Accept(finding) => self.accept(finding).await,
            ReviewDecision::AcceptAbove { version, confidence } => {
                self.accept_above(version, confidence).await
            }
            ReviewDecision::AcceptAll(findings) => self.accept_all(findings).await,
            ReviewDecision::SameAs(finding, commitment) => self.same_as(finding, commitment).await,
            ReviewDecision::Reject(finding) => self.decide(Command::RejectFinding(finding)),
            ReviewDecision::Undo(finding) => self.undo(finding).await,
            ReviewDecision::Edit(finding) => {
                let finding = self.with_quote(finding.id, finding).await?;
                self.decide(Command::EditFinding(finding))
            }
            ReviewDecision::Split { finding, at } => self.split(finding, &at).await,
            ReviewDecision::Merge(findings) => self.merge(findings).await,
            ReviewDecision::Add { version, finding } => {
                let finding = Finding {
                    id: FindingId(self.app.new_id()),
                    confidence: 1.0,
                    rule: Finding::BY_A_PERSON.to_owned(),
                    ..finding
                };
                let quote = self.quote(version, finding.start, finding.end).await?;
                self.decide(Command::AddFinding { version, finding: Finding { quote, ..finding } })
            }
        }
    }

    fn decide(&mut self, command: Command) -> Result<(), AppError> {
        let context = self.app.context(self.by.actor);
        let events = Instrument::decide(&self.state, command, &context)?;
        self.app.preview::<Instrument>(self.by, self.instrument.0, &mut self.state, &events);
        self.events.extend(events);
        Ok(())
    }

    fn found(&self, finding: FindingId) -> Result<FindingState, AppError> {
        self.state.finding(finding).cloned().ok_or(AppError::Refused(Refusal::Unknown))
    }

    async fn accept(&mut self, finding: FindingId) -> Result<(), AppError> {
        let found = self.found(finding)?;
        let commitment = match self.said_elsewhere(&found).await? {
            Some(commitment) => Some(commitment),
            None => self.commitment(&found)?,
        };
        self.decide(Command::AcceptFinding { finding, commitment })?;
        self.resolve(&found.finding).await
    }

    /// Records which instrument a confirmed citation means, and how this one stands to it.
    async fn resolve(&mut self, finding: &Finding) -> Result<(), AppError> {
        let words = unwrapped(&finding.quote);
        let Some(meant) = Meant::by_citation(&finding.content, &words) else { return Ok(()) };
        let details = &self.state.details;
        let source = details.symbol.clone().or_else(|| self.state.title(Language::Vi).map(str::to_owned));
        let source = source.unwrap_or_else(|| details.source.clone());
        let language = self.version_language(finding.id);
        let to = self.cited.meant(&meant, &self.directory, (language, &source)).await?;
        // A document that names itself, or the instrument that it is a version of, stands in no relation to it.
        let Some(to) = to.filter(|to| *to != self.instrument && Some(*to) != self.state.work) else {
            return Ok(());
        };
        let (relation, words) = match &finding.content {
            Content::Citation { relation: Some(said), .. } => (said.kind, unwrapped(&said.words)),
            _ => (Relation::Cites, words),
        };
        self.decide(Command::ResolveCitation { finding: finding.id, relation, to, words })
    }

    fn version_language(&self, finding: FindingId) -> Language {
        let version = self.state.finding(finding).and_then(|found| self.state.version_of(found.version));
        version.map_or(Language::Vi, |version| version.language)
    }

    /// What the same words of another version have become already: this is one more wording of it.
    async fn said_elsewhere(&mut self, found: &FindingState) -> Result<Option<Commitment>, AppError> {
        let counterpart = self.app.counterpart(self.instrument, &self.state, found).await?;
        let Some(commitment) = counterpart else { return Ok(None) };
        let added = self.add_wording(found, commitment).await?;
        Ok(added.then_some(commitment))
    }

    /// Confirms a finding as one more wording of what is on record. One that was withdrawn takes none.
    async fn same_as(&mut self, finding: FindingId, commitment: Commitment) -> Result<(), AppError> {
        let found = self.found(finding)?;
        self.decide(Command::AcceptFinding { finding, commitment: Some(commitment) })?;
        if self.add_wording(&found, commitment).await? { Ok(()) } else { Err(Refusal::Closed.into()) }
    }

    async fn accept_above(&mut self, version: VersionId, confidence: f64) -> Result<(), AppError> {
        let sure = |state: &&FindingState| {
            state.version == version
                && state.verdict == Verdict::Pending
                && state.finding.confidence >= confidence
        };
        let findings = self.state.findings.iter().filter(sure).map(|state| state.finding.id).collect();
        self.accept_all(findings).await
    }

    /// Confirms several; those that somebody else decided on in the meantime stay as they are.
    async fn accept_all(&mut self, mut findings: Vec<FindingId>) -> Result<(), AppError> {
        findings.retain(|id| self.state.finding(*id).is_some_and(|state| state.verdict == Verdict::Pending));
        if findings.is_empty() {
            return Err(Refusal::NoChange.into());
        }
        for finding in findings {
            self.accept(finding).await?;
        }
        Ok(())
    }
}
