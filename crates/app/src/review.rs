//! Review: what the reader found becomes the programme, finding by finding, and back.

use crate::change::check_version;
use crate::citations::Cited;
use crate::directory::Directory;
use crate::identity::Meant;
use crate::kind::{Instrument, Kind, Project, Recommendation, Target, Task};
use crate::{App, AppError, Session};
use haidang_domain::instrument::{
    Command, Content, Finding, FindingState, Related, Relation, State, Verdict,
};
use haidang_domain::{
    Classification, CommandId, Commitment, Event, FindingId, InstrumentId, Language, Origin, Party,
    ProjectId, RecommendationId, Refusal, StreamId, TargetId, TaskId, VersionId, instrument, project,
    recommendation, target, task,
};
use haidang_store::Append;
use uuid::Uuid;

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
                    rule: "person".into(),
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

    /// Adds the words of a finding to a commitment; whether it took them.
    async fn add_wording(&mut self, found: &FindingState, commitment: Commitment) -> Result<bool, AppError> {
        let origin = self.origin(found);
        match commitment {
            Commitment::Task(id) => self.more::<Task>(id.0, task::Command::AddWording(origin)).await,
            Commitment::Target(id) => self.more::<Target>(id.0, target::Command::AddWording(origin)).await,
            Commitment::Project(id) => self.more::<Project>(id.0, project::Command::AddWording(origin)).await,
            Commitment::Recommendation(id) => {
                self.more::<Recommendation>(id.0, recommendation::Command::AddWording(origin)).await
            }
        }
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

    fn origin(&self, found: &FindingState) -> Origin {
        let finding = &found.finding;
        Origin {
            instrument: self.instrument,
            version: found.version,
            finding: finding.id,
            start: finding.start,
            end: finding.end,
            quote: finding.quote.clone(),
        }
    }

    /// Creates what an accepted finding becomes; a citation becomes nothing.
    fn commitment(&mut self, found: &FindingState) -> Result<Option<Commitment>, AppError> {
        let id = self.app.new_id();
        let finding = &found.finding;
        let origin = Some(self.origin(found));
        let words = unwrapped(&finding.quote);
        let classification = self.state.details.classification;
        match finding.content.clone() {
            Content::Citation { .. } => Ok(None),
            Content::Task { lead, coordinating, deadline, .. } => {
                let (lead, coordinating) = (self.parties(&lead), self.parties(&coordinating));
                let create = task::Command::Create {
                    statement: words,
                    origin,
                    lead,
                    coordinating,
                    deadline,
                    classification,
                };
                self.create::<Task>(id, create)?;
                Ok(Some(Commitment::Task(TaskId(id))))
            }
            Content::Target { indicator, comparator, value, unit, period, status } => {
                let definition = target::Definition {
                    indicator: unwrapped(&indicator),
                    comparator,
                    value,
                    unit,
                    period,
                    set_by: self.state.details.symbol.clone().or_else(|| self.state.details.about.clone()),
                    ..target::Definition::default()
                };
                self.create_target(id, definition, origin, classification, status.as_deref())?;
                Ok(Some(Commitment::Target(TargetId(id))))
            }
            Content::Project { kind } => {
                let kind = project::ProjectKind::from_code(&kind).unwrap_or_default();
                let description =
                    project::Description { name: words, kind, ..project::Description::default() };
                self.create::<Project>(
                    id,
                    project::Command::List { description, origin, source: None, classification },
                )?;
                Ok(Some(Commitment::Project(ProjectId(id))))
            }
            Content::Proposal { from, to, deadline, .. } => {
                let party = |name: Option<String>| name.map(|name| self.directory.party(&name));
                let (from, to) = (party(from), party(to));
                let make = recommendation::Command::Make {
                    statement: words,
                    from,
                    to,
                    deadline,
                    origin,
                    classification,
                };
                self.create::<Recommendation>(id, make)?;
                Ok(Some(Commitment::Recommendation(RecommendationId(id))))
            }
        }
    }

    /// A target, with the status that the text itself reports as of the day of the document.
    fn create_target(
        &mut self,
        id: Uuid,
        definition: target::Definition,
        origin: Option<Origin>,
        classification: Classification,
        status: Option<&str>,
    ) -> Result<(), AppError> {
        let context = self.app.context(self.by.actor);
        let mut state = target::State::default();
        let set = target::Command::Set { definition, origin, source: None, classification };
        let mut events = Target::decide(&state, set, &context)?;
        self.app.preview::<Target>(self.by, id, &mut state, &events);
        if let Some(status) = status.and_then(target::TargetStatus::from_code) {
            let on = self.state.details.issued_on.filter(|on| *on <= context.today).unwrap_or(context.today);
            let source =
                self.state.details.symbol.clone().unwrap_or_else(|| self.state.details.source.clone());
            events.extend(Target::decide(
                &state,
                target::Command::RecordStatus { status, on, source },
                &context,
            )?);
        }
        self.append_new::<Target>(id, events);
        Ok(())
    }

    fn create<K: Kind>(&mut self, id: Uuid, command: K::Command) -> Result<(), AppError>
    where
        K::State: Default,
    {
        let events = K::decide(&K::State::default(), command, &self.app.context(self.by.actor))?;
        self.append_new::<K>(id, events);
        Ok(())
    }

    fn append_new<K: Kind>(&mut self, id: Uuid, events: Vec<Event>) {
        self.others.push(Append { stream: StreamId { noun: K::NOUN, id }, expected_version: 0, events });
    }

    fn parties(&self, names: &[String]) -> Vec<Party> {
        names.iter().map(|name| self.directory.party(name)).collect()
    }

    /// Takes the last decision back; a commitment that came of it is withdrawn with it.
    async fn undo(&mut self, finding: FindingId) -> Result<(), AppError> {
        let found = self.found(finding)?;
        let relations: Vec<Related> = self.state.standing_relations().cloned().collect();
        self.decide(Command::UndoFinding(finding))?;
        match found.verdict {
            Verdict::Accepted(Some(Commitment::Task(id))) => {
                let (part, withdraw) =
                    (task::Command::RemoveWording(finding), task::Command::Withdraw { reason: undone() });
                self.give_back::<Task>(id.0, part, withdraw).await
            }
            Verdict::Accepted(Some(Commitment::Target(id))) => {
                let (part, withdraw) =
                    (target::Command::RemoveWording(finding), target::Command::Withdraw { reason: undone() });
                self.give_back::<Target>(id.0, part, withdraw).await
            }
            Verdict::Accepted(Some(Commitment::Project(id))) => {
                let (part, withdraw) = (
                    project::Command::RemoveWording(finding),
                    project::Command::Withdraw { reason: undone() },
                );
                self.give_back::<Project>(id.0, part, withdraw).await
            }
            Verdict::Accepted(Some(Commitment::Recommendation(id))) => {
                let part = recommendation::Command::RemoveWording(finding);
                let withdraw = recommendation::Command::Withdraw { reason: undone() };
                self.give_back::<Recommendation>(id.0, part, withdraw).await
            }
            Verdict::Accepted(None) => self.forget(finding, &relations).await,
            _ => Ok(()),
        }
    }

    /// Takes an instrument off the record that nothing but an undone citation named.
    async fn forget(&mut self, finding: FindingId, before: &[Related]) -> Result<(), AppError> {
        for related in before.iter().filter(|related| related.finding == Some(finding)) {
            let state = self.app.instrument(related.to, self.app.as_at(None)).await?;
            if self.app.is_known_by_one_relation(related.to, &state).await? {
                let withdraw = instrument::Command::Withdraw { reason: undone() };
                let events = Instrument::decide(&state, withdraw, &self.app.context(self.by.actor))?;
                let stream = StreamId { noun: Instrument::NOUN, id: related.to.0 };
                self.others.push(Append { stream, expected_version: state.version, events });
            }
        }
        Ok(())
    }

    /// Appends one more event to a commitment that is there already; whether it was taken. One that
    /// was withdrawn takes nothing.
    async fn more<K: Kind>(&mut self, id: Uuid, command: K::Command) -> Result<bool, AppError> {
        let state = self.app.state::<K>(id, self.app.as_at(None)).await?;
        let stream = StreamId { noun: K::NOUN, id };
        // Two findings of one sitting may be wordings of one commitment.
        let earlier = self.others.iter().filter(|append| append.stream == stream);
        let earlier: Vec<Event> = earlier.flat_map(|append| append.events.clone()).collect();
        let mut state = state;
        self.app.preview::<K>(self.by, id, &mut state, &earlier);
        match K::decide(&state, command, &self.app.context(self.by.actor)) {
            Ok(events) => {
                self.others.push(Append { stream, expected_version: K::version(&state), events });
                Ok(true)
            }
            Err(Refusal::Closed | Refusal::Unknown | Refusal::LastWording) => Ok(false),
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Takes back what an acceptance had made: the wording, or the whole commitment where it rests
    /// on no other words. One that was withdrawn already stays so.
    async fn give_back<K: Kind>(
        &mut self,
        id: Uuid,
        part: K::Command,
        withdraw: K::Command,
    ) -> Result<(), AppError> {
        if !self.more::<K>(id, part).await? {
            self.more::<K>(id, withdraw).await?;
        }
        Ok(())
    }

    async fn split(&mut self, finding: FindingId, at: &[usize]) -> Result<(), AppError> {
        let FindingState { version, finding: whole, .. } = self.found(finding)?;
        let mut cuts: Vec<usize> =
            at.iter().copied().filter(|at| *at > whole.start && *at < whole.end).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let starts = std::iter::once(whole.start).chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([whole.end]);
        let text = self.text(version).await?;
        let parts = starts.zip(ends).filter_map(|(start, end)| trimmed(&text, start, end));
        let into = parts.map(|(start, end, quote)| Finding {
            id: FindingId(self.app.new_id()),
            start,
            end,
            quote,
            ..whole.clone()
        });
        let into: Vec<Finding> = into.collect();
        self.decide(Command::SplitFinding { finding, into })
    }

    async fn merge(&mut self, findings: Vec<FindingId>) -> Result<(), AppError> {
        let found = findings.iter().map(|finding| self.found(*finding)).collect::<Result<Vec<_>, _>>()?;
        let first = found.first().ok_or(AppError::Refused(Refusal::Empty { field: "findings" }))?;
        let start = found.iter().map(|f| f.finding.start).min().unwrap_or(first.finding.start);
        let end = found.iter().map(|f| f.finding.end).max().unwrap_or(first.finding.end);
        let quote = self.quote(first.version, start, end).await?;
        let content = found
            .iter()
            .skip(1)
            .fold(first.finding.content.clone(), |content, f| joined(content, &f.finding.content));
        let confidence = found.iter().map(|f| f.finding.confidence).fold(1.0, f64::min);
        let rule = first.finding.rule.clone();
        let into = Finding { id: FindingId(self.app.new_id()), start, end, quote, content, confidence, rule };
        self.decide(Command::MergeFindings { findings, into })
    }

    /// An edited finding with the words that lie at its place now.
    async fn with_quote(&self, id: FindingId, finding: Finding) -> Result<Finding, AppError> {
        let version = self.found(id)?.version;
        let quote = self.quote(version, finding.start, finding.end).await?;
        Ok(Finding { quote, ..finding })
    }

    async fn quote(&self, version: VersionId, start: usize, end: usize) -> Result<String, AppError> {
        if start >= end {
            return Err(Refusal::OutsideText.into());
        }
        Ok(self.text(version).await?.chars().skip(start).take(end - start).collect())
    }

    async fn text(&self, version: VersionId) -> Result<String, AppError> {
        let version = self.state.version_of(version).ok_or(AppError::Refused(Refusal::Unknown))?;
        self.app.version_text(version).await
    }
}

/// Why what an acceptance had made is taken back.
fn undone() -> String {
    "undone in review".to_owned()
}

/// The words of a quote without line breaks and marks of emphasis: what a list shows.
fn unwrapped(quote: &str) -> String {
    quote.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stretch of a text without blanks at its ends, with its words.
fn trimmed(text: &str, start: usize, end: usize) -> Option<(usize, usize, String)> {
    let piece: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
    let before = piece.chars().take_while(|c| c.is_whitespace()).count();
    let words = piece.trim().to_owned();
    let length = words.chars().count();
    (length > 0).then_some((start + before, start + before + length, words))
}

/// Two tasks made one: the bodies of both, and the first of what each says once.
fn joined(mut one: Content, other: &Content) -> Content {
    if let (
        Content::Task { lead, coordinating, deadline, deadline_words, deadline_relative, deliverable },
        Content::Task {
            lead: leads,
            coordinating: helpers,
            deadline: until,
            deadline_words: words,
            deadline_relative: relative,
            deliverable: result,
        },
    ) = (&mut one, other)
    {
        add_new(lead, leads);
        add_new(coordinating, helpers);
        if deadline.is_none() && deadline_words.is_none() {
            (*deadline, *deadline_relative) = (*until, *relative);
            deadline_words.clone_from(words);
        }
        *deliverable = deliverable.take().or_else(|| result.clone());
    }
    one
}

fn add_new(names: &mut Vec<String>, others: &[String]) {
    for name in others {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_trimmed_by_characters_not_bytes() {
        assert_eq!(trimmed("ừ  Rà soát;  ", 1, 13), Some((3, 11, "Rà soát;".to_owned())));
        assert_eq!(trimmed("a   b", 1, 4), None);
    }

    #[test]
    fn a_statement_has_no_line_breaks_and_no_emphasis() {
        assert_eq!(unwrapped("Xây dựng\n**kế hoạch**  năm"), "Xây dựng kế hoạch năm");
    }
}
