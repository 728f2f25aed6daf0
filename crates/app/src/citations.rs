//! From a confirmed citation to the instrument that it means: found, or put on record as one that
//! is known by citation only; and filled with what a fuller citation says of it.

use crate::directory::Directory;
use crate::identity::{Identified, Known, Meant};
use crate::kind::{Instrument, Kind};
use crate::{App, AppError, Session};
use haidang_domain::instrument::{Command, State};
use haidang_domain::{Event, InstrumentId, Language, StreamId};
use haidang_store::Append;
use std::collections::BTreeMap;

/// The instruments that the citations of one sitting mean, as they are after it.
pub(crate) struct Cited<'a> {
    app: &'a App,
    by: &'a Session,
    states: BTreeMap<InstrumentId, State>,
    appends: Vec<Append>,
}

impl<'a> Cited<'a> {
    pub(crate) fn new(app: &'a App, by: &'a Session) -> Self {
        Self { app, by, states: BTreeMap::new(), appends: Vec::new() }
    }

    /// What happened to the instruments that are cited.
    pub(crate) fn appends(self) -> Vec<Append> {
        self.appends
    }

    /// The instrument that is meant; `None` where several could be, and a person has to say which.
    /// `source` says where it is cited.
    pub(crate) async fn meant(
        &mut self,
        meant: &Meant,
        directory: &Directory,
        (language, source): (Language, &str),
    ) -> Result<Option<InstrumentId>, AppError> {
        let sitting: Vec<Known> =
            self.states.iter().map(|(id, state)| Known::new(*id, &state.details)).collect();
        let id = match self.app.identified(meant, directory, &sitting).await? {
            Identified::Several => return Ok(None),
            Identified::Nothing => {
                let id = InstrumentId(self.app.new_id());
                self.states.insert(id, State::default());
                self.decide(id, Command::Register(meant.details(language, source.to_owned())))?;
                return Ok(Some(id));
            }
            Identified::One(id) => id,
        };
        if !self.states.contains_key(&id) {
            let state = self.app.instrument(id, self.app.as_at(None)).await?;
            self.states.insert(id, state);
        }
        self.complete(id, meant)?;
        Ok(Some(id))
    }

    /// Puts back what had left the record, and fills what an instrument without a text does not say.
    fn complete(&mut self, id: InstrumentId, meant: &Meant) -> Result<(), AppError> {
        if self.states.get(&id).is_some_and(|state| state.withdrawn) {
            self.decide(id, Command::Restore)?;
        }
        let state = self.states.get(&id).filter(|state| state.versions.is_empty());
        match state.and_then(|state| meant.filled(&state.details)) {
            Some(details) => self.decide(id, Command::CorrectDetails(details)),
            None => Ok(()),
        }
    }

    fn decide(&mut self, id: InstrumentId, command: Command) -> Result<(), AppError> {
        let Some(state) = self.states.get_mut(&id) else { return Ok(()) };
        let expected_version = state.version;
        let events: Vec<Event> = Instrument::decide(state, command, &self.app.context(self.by.actor))?;
        self.app.preview::<Instrument>(self.by, id.0, state, &events);
        let stream = StreamId { noun: Instrument::NOUN, id: id.0 };
        self.appends.push(Append { stream, expected_version, events });
        Ok(())
    }
}

impl App {
    /// Whether an instrument is on record for nothing but one relation: it has no text, no relation
    /// of its own, nothing else names it, and it did not come from the data of the locality.
    pub(crate) async fn is_known_by_one_relation(
        &self,
        id: InstrumentId,
        state: &State,
    ) -> Result<bool, AppError> {
        if !state.versions.is_empty() || state.standing_relations().next().is_some() || state.withdrawn {
            return Ok(false);
        }
        let now = self.as_at(None);
        let named = self.store().backlinks(id, now).await?.len();
        let stream = StreamId { noun: Instrument::NOUN, id: id.0 };
        let history = self.store().history(stream, None).await?;
        let system = Self::system().actor.account;
        let by_a_person = history.first().is_some_and(|first| first.recorded.actor != system);
        Ok(named <= 1 && by_a_person)
    }
}
