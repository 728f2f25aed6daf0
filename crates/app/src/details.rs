//! The details of an instrument, corrected by hand and put back again.

use crate::change::check_version;
use crate::kind::{Instrument, Kind};
use crate::{App, AppError, Change, Session};
use haidang_domain::instrument::{Command, Details, Event as Happened, State};
use haidang_domain::{CommandId, Event, InstrumentId, Language, Refusal, StreamId, VersionId};
use haidang_store::{Append, AsAt};
use std::collections::BTreeMap;

/// What a person says is right about an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its details.
    pub details: Details,
    /// The language of one of its texts.
    pub language: Option<(VersionId, Language)>,
}

impl App {
    /// Corrects what is on record of an instrument, in one step. What was read in its texts stays
    /// beside it, and the journal keeps what the record said before.
    ///
    /// # Errors
    /// When a rule refuses it, nothing would change, or somebody else changed it first.
    pub async fn correct_instrument(
        &self,
        by: &Session,
        id: InstrumentId,
        change: Change<Correction>,
    ) -> Result<State, AppError> {
        let Correction { details, language } = change.what;
        let language = language.map(|(version, language)| Command::CorrectLanguage { version, language });
        let commands = [Some(Command::CorrectDetails(details)), language].into_iter().flatten();
        let now = self.as_at(None);
        let mut state = self.instrument(id, now).await?;
        if self.store().committed(change.command).await?.is_some() {
            return Ok(state);
        }
        let stream = StreamId { noun: Instrument::NOUN, id: id.0 };
        let expected_version = state.version;
        check_version(stream, change.expected_version, expected_version)?;
        let mut events = Vec::new();
        for command in commands {
            match Instrument::decide(&state, command, &self.context(by.actor)) {
                // One part of the form may stay as it was.
                Err(Refusal::NoChange) => {}
                answer => {
                    let more = answer?;
                    self.preview::<Instrument>(by, id.0, &mut state, &more);
                    events.extend(more);
                }
            }
        }
        if events.is_empty() {
            return Err(Refusal::NoChange.into());
        }
        let append = Append { stream, expected_version, events };
        self.commit(self.changed_by(by, change.command, append, (change.authority, change.effective_on)))
            .await?;
        self.instrument(id, now).await
    }

    /// What the last correction of an instrument took the place of; `None` where nothing was ever
    /// corrected, or only filled in when its text came.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn before_correction(
        &self,
        id: InstrumentId,
        as_at: AsAt,
    ) -> Result<Option<Correction>, AppError> {
        let stream = StreamId { noun: Instrument::NOUN, id: id.0 };
        let entries = self.store().history(stream, as_at.until).await?;
        let mut record = Record::default();
        for entry in &entries {
            if let Event::Instrument(event) = &entry.event {
                record.take(entry.recorded.command, event);
            }
        }
        Ok(record.before.map(|(_, before)| before))
    }
}

/// The record of an instrument as its events add up, and what the last correction replaced.
#[derive(Default)]
struct Record {
    details: Details,
    languages: BTreeMap<VersionId, Language>,
    before: Option<(CommandId, Correction)>,
}

impl Record {
    fn take(&mut self, command: CommandId, event: &Happened) {
        match event {
            Happened::Registered { details } => self.details.clone_from(details),
            Happened::DetailsCorrected { details } => {
                self.corrects(command);
                self.details.clone_from(details);
            }
            Happened::LanguageCorrected { version, language } => {
                let was = self.languages.insert(*version, *language);
                self.corrects(command).language = was.map(|language| (*version, language));
            }
            Happened::VersionAdded { version, language, .. } => {
                self.languages.insert(*version, *language);
                // A first text fills in what was known by citation, in the same step.
                self.before = None;
            }
            _ => {}
        }
    }

    /// What this command replaces: the parts of one form are one correction.
    fn corrects(&mut self, command: CommandId) -> &mut Correction {
        let now = || (command, Correction { details: self.details.clone(), language: None });
        let known = self.before.take().filter(|(known, _)| *known == command);
        &mut self.before.insert(known.unwrap_or_else(now)).1
    }
}
