//! What an accepted finding becomes, further wordings of it, and both taken back.

use super::Sitting;
use crate::AppError;
use crate::kind::{Instrument, Kind, Project, Recommendation, Target, Task};
use haidang_domain::instrument::{Command, Content, FindingState, Related, Verdict};
use haidang_domain::{
    Classification, Commitment, Event, FindingId, Origin, Party, ProjectId, RecommendationId, Refusal,
    StreamId, TargetId, TaskId, instrument, project, recommendation, target, task,
};
use haidang_reading::shown_words;
use haidang_store::Append;
use uuid::Uuid;

impl Sitting<'_> {
    /// Adds the words of a finding to a commitment; whether it took them.
    pub(super) async fn add_wording(
        &mut self,
        found: &FindingState,
        commitment: Commitment,
    ) -> Result<bool, AppError> {
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
    pub(super) fn commitment(&mut self, found: &FindingState) -> Result<Option<Commitment>, AppError> {
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
    pub(super) async fn undo(&mut self, finding: FindingId) -> Result<(), AppError> {
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
}

/// Why what an acceptance had made is taken back.
fn undone() -> String {
    "undone in review".to_owned()
}

/// The words of a quote without line breaks and marks of emphasis: what a list shows.
pub(super) fn unwrapped(quote: &str) -> String {
    shown_words(quote).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_no_line_breaks_and_no_emphasis() {
        assert_eq!(unwrapped("*Xây dựng\n**kế hoạch**  năm*"), "Xây dựng kế hoạch năm");
    }
}
