//! Loading one thing, changing it, and telling its history: the same for every noun.

use crate::kind::{Instrument, Kind, Organisation, Project, Recommendation, Target, Task};
use crate::{App, AppError, Session};
use haidang_domain::{
    Authority, CommandId, Event, InstrumentId, OrganisationId, ProjectId, RecommendationId, Recorded,
    StreamId, TargetId, TaskId, instrument, organisation, project, recommendation, target, task,
};
use haidang_store::{Append, AsAt, Batch, Entry, StoreError};
use jiff::civil::Date;
use std::collections::HashMap;
use uuid::Uuid;

/// A request to change something.
#[derive(Debug, Clone)]
pub struct Change<C> {
    /// The press of the button; sent again, it does nothing again.
    pub command: CommandId,
    /// The version that the person saw; `None` when it does not matter.
    pub expected_version: Option<u64>,
    /// What it rests on.
    pub authority: Option<String>,
    /// From which day it counts; today when the person said nothing.
    pub effective_on: Option<Date>,
    /// What is asked.
    pub what: C,
}

/// An event with the name of the one who did it.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// The event.
    pub entry: Entry,
    /// The name of the person; empty when it was erased.
    pub actor_name: String,
}

macro_rules! use_cases {
    ($($noun:literal $load:ident $change:ident $kind:ident $module:ident $id:ident);+ $(;)?) => {
        impl App {$(
            #[doc = concat!("The ", $noun, " as it was on record.")]
            ///
            /// # Errors
            /// [`AppError::Unknown`] when it did not exist then.
            pub async fn $load(&self, id: $id, as_at: AsAt) -> Result<$module::State, AppError> {
                let state = self.state::<$kind>(id.0, as_at).await?;
                if state.version == 0 { Err(AppError::Unknown { what: $noun }) } else { Ok(state) }
            }

            #[doc = concat!("Changes a ", $noun, ".")]
            ///
            /// # Errors
            /// When a rule refuses it or somebody else changed it first.
            pub async fn $change(&self, by: &Session, id: $id, change: Change<$module::Command>) -> Result<$module::State, AppError> {
                self.change::<$kind>(by, id.0, change).await
            }
        )+}
    };
}

use_cases! {
    "instrument" instrument change_instrument Instrument instrument InstrumentId;
    "organisation" organisation change_organisation Organisation organisation OrganisationId;
    "project" project change_project Project project ProjectId;
    "recommendation" recommendation change_recommendation Recommendation recommendation RecommendationId;
    "target" target change_target Target target TargetId;
    "task" task change_task Task task TaskId;
}

impl App {
    /// Takes a task into the programme that no document names.
    ///
    /// # Errors
    /// When a rule refuses it.
    pub async fn create_task(&self, by: &Session, change: Change<task::Command>) -> Result<TaskId, AppError> {
        let id = TaskId(self.new_id());
        self.change_task(by, id, change).await?;
        Ok(id)
    }

    /// What happened to one thing, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn history(&self, stream: StreamId, as_at: AsAt) -> Result<Vec<HistoryEntry>, AppError> {
        let mut entries = self.store().history(stream, as_at.until).await?;
        entries.reverse();
        self.named(entries).await
    }

    pub(crate) async fn named(&self, entries: Vec<Entry>) -> Result<Vec<HistoryEntry>, AppError> {
        let mut names: HashMap<Uuid, String> = HashMap::new();
        let mut out = Vec::with_capacity(entries.len());
        for entry in entries {
            let actor = entry.recorded.actor;
            if let std::collections::hash_map::Entry::Vacant(e) = names.entry(actor.0) {
                let person = self.store().person(actor).await?.map(|person| person.name);
                let system = Self::system();
                let own = (actor == system.actor.account).then_some(system.name);
                e.insert(person.or(own).unwrap_or_default());
            }
            let actor_name = names.get(&actor.0).cloned().unwrap_or_default();
            out.push(HistoryEntry { entry, actor_name });
        }
        Ok(out)
    }

    pub(crate) async fn state<K: Kind>(&self, id: Uuid, as_at: AsAt) -> Result<K::State, AppError> {
        let stream = StreamId { noun: K::NOUN, id };
        let state = self.store().load_until(stream, as_at.until).await?;
        K::of(state).ok_or(AppError::Unknown { what: K::NOUN.code() })
    }

    pub(crate) async fn change<K: Kind>(
        &self,
        by: &Session,
        id: Uuid,
        change: Change<K::Command>,
    ) -> Result<K::State, AppError> {
        let stream = StreamId { noun: K::NOUN, id };
        let now = self.as_at(None);
        let state = self.state::<K>(id, now).await?;
        if self.store().committed(change.command).await?.is_some() {
            return Ok(state);
        }
        check_version(stream, change.expected_version, K::version(&state))?;
        let events = K::decide(&state, change.what, &self.context(by.actor))?;
        let append = Append { stream, expected_version: K::version(&state), events };
        let basis = (change.authority, change.effective_on);
        self.commit(self.changed_by(by, change.command, append, basis)).await?;
        self.state::<K>(id, now).await
    }

    /// What one form appends, with what it rests on and from which day it counts.
    pub(crate) fn changed_by(
        &self,
        by: &Session,
        command: CommandId,
        append: Append,
        (authority, effective_on): (Option<String>, Option<Date>),
    ) -> Batch {
        let mut batch = self.batch(by, command, vec![append]);
        batch.authority = authority.filter(|a| !a.trim().is_empty()).map(Authority);
        batch.effective_on = effective_on.unwrap_or(batch.effective_on);
        batch
    }

    pub(crate) fn batch(&self, by: &Session, command: CommandId, appends: Vec<Append>) -> Batch {
        Batch {
            command,
            actor: by.actor.account,
            recorded_at: self.now(),
            effective_on: self.today(),
            authority: None,
            appends,
            texts: Vec::new(),
        }
    }

    /// Commits; a conflict becomes the error that pages show side by side.
    pub(crate) async fn commit(&self, batch: Batch) -> Result<(), AppError> {
        match self.store().commit(batch).await {
            Ok(_) => Ok(()),
            Err(StoreError::Conflict { stream, expected, found }) => {
                Err(AppError::Stale { stream, expected, found })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The state after events that are not committed yet, for the next decision of one batch.
    pub(crate) fn preview<K: Kind>(&self, by: &Session, id: Uuid, state: &mut K::State, events: &[Event]) {
        for event in events {
            let at = Recorded {
                seq: 0,
                stream: StreamId { noun: K::NOUN, id },
                version: K::version(state) + 1,
                command: CommandId(id),
                actor: by.actor.account,
                recorded_at: self.now(),
                effective_on: self.today(),
                authority: None,
            };
            K::evolve(state, event, &at);
        }
    }
}

pub(crate) fn check_version(stream: StreamId, expected: Option<u64>, found: u64) -> Result<(), AppError> {
    match expected {
        Some(expected) if expected != found => Err(AppError::Stale { stream, expected, found }),
        _ => Ok(()),
    }
}
