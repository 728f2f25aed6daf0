//! The details of an instrument, corrected by hand and put back again.

use crate::change::check_version;
use crate::kind::{Instrument, Kind};
use crate::{App, AppError, Change, Session};
use haidang_domain::instrument::{Command, Details, Event as Happened, State};
use haidang_domain::{CommandId, Event, InstrumentId, Language, Refusal, StreamId, VersionId};
use haidang_store::{Append, AsAt};
use std::collections::BTreeMap;

/// An instrument after its details were corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// What is so now.
    pub state: State,
    /// How many findings came of reading a text again in the language that it turned out to be in; `None`
    /// where no text was read again.
    pub found_again: Option<usize>,
}

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
    /// beside it, and the journal keeps what the record said before. A text whose language is corrected
    /// is read again in it: what nobody has decided on gives way to what is found now.
    ///
    /// # Errors
    /// When a rule refuses it, nothing would change, or somebody else changed it first.
    pub async fn correct_instrument(
        &self,
        by: &Session,
        id: InstrumentId,
        change: Change<Correction>,
    ) -> Result<Corrected, AppError> {
        let Correction { details, language } = change.what;
        let now = self.as_at(None);
        let state = self.instrument(id, now).await?;
        if self.store().committed(change.command).await?.is_some() {
            return Ok(Corrected { state, found_again: None });
        }
        let stream = StreamId { noun: Instrument::NOUN, id: id.0 };
        let expected_version = state.version;
        check_version(stream, change.expected_version, expected_version)?;
        let details = language.iter().fold(details, |details, text| with_title_in(&state, details, *text));
        let mut correcting = Correcting { app: self, by, id, state, events: Vec::new() };
        correcting.ask(Command::CorrectDetails(details))?;
        if let Some((version, language)) = language
            && correcting.ask(Command::CorrectLanguage { version, language })?
        {
            correcting.read_again(version).await?;
        }
        let events = correcting.events;
        if events.is_empty() {
            return Err(Refusal::NoChange.into());
        }
        let found_again = events.iter().find_map(found_again);
        let append = Append { stream, expected_version, events };
        self.commit(self.changed_by(by, change.command, append, (change.authority, change.effective_on)))
            .await?;
        Ok(Corrected { state: self.instrument(id, now).await?, found_again })
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

/// Details whose title goes over to the language that its text turns out to be in, where no other text is in the
/// language it was filed under.
fn with_title_in(state: &State, mut details: Details, (version, language): (VersionId, Language)) -> Details {
    let Some(was) = state.version_of(version).map(|version| version.language) else { return details };
    let other = state.versions.iter().any(|other| other.id != version && other.language == was);
    let filed = details.titles.iter().any(|(of, _)| *of == language);
    if !other && !filed {
        details.titles.iter_mut().filter(|(of, _)| *of == was).for_each(|(of, _)| *of = language);
    }
    details
}

/// One correction: the instrument as its parts add up, and what they append.
struct Correcting<'a> {
    app: &'a App,
    by: &'a Session,
    id: InstrumentId,
    state: State,
    events: Vec<Event>,
}

impl Correcting<'_> {
    /// Whether this changes anything: one part of the form may stay as it was.
    fn ask(&mut self, command: Command) -> Result<bool, AppError> {
        match Instrument::decide(&self.state, command, &self.app.context(self.by.actor)) {
            Err(Refusal::NoChange) => Ok(false),
            answer => {
                let events = answer?;
                self.app.preview::<Instrument>(self.by, self.id.0, &mut self.state, &events);
                self.events.extend(events);
                Ok(true)
            }
        }
    }

    /// Reads a text in the language that it is in now.
    async fn read_again(&mut self, version: VersionId) -> Result<(), AppError> {
        let version = self.state.version_of(version).cloned().ok_or(Refusal::Unknown)?;
        for command in self.app.taking_in_again(&version).await? {
            self.ask(command)?;
        }
        Ok(())
    }
}

fn found_again(event: &Event) -> Option<usize> {
    match event {
        Event::Instrument(Happened::ReadAgain { findings, .. }) => Some(findings.len()),
        _ => None,
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
