//! Taking a locality in: its rows become commands, and what changed becomes events.

use super::table::Row;
use super::{LocalityError, organisations, programme};
use crate::kind::Kind;
use crate::{App, AppError, Locality, Session};
use haidang_domain::{CommandId, Event, Refusal, StreamId};
use haidang_store::Append;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// What was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The folder is the one that was taken in last.
    pub unchanged: bool,
    /// Rows that brought something new.
    pub changed: usize,
    /// Rows in all.
    pub rows: usize,
}

/// Files of a locality, the order in which they are taken in.
const FILES: [&str; 7] = [
    "locality.toml",
    "organisations.csv",
    "areas.csv",
    "instruments.csv",
    "relations.csv",
    "targets.csv",
    "projects.csv",
];
const FINGERPRINT: &str = "locality-fingerprint";
/// Streams in one transaction.
const CHUNK: usize = 200;

impl App {
    /// Takes the locality's folder into the programme, as far as it is new or was edited.
    ///
    /// # Errors
    /// When a file is wrong: nothing is taken in then; the error names file, line and column.
    pub async fn load_locality(&self) -> Result<Loaded, AppError> {
        let fingerprint = fingerprint(self.locality())?;
        if self.store().setting(FINGERPRINT).await?.as_deref() == Some(fingerprint.as_str()) {
            return Ok(Loaded { unchanged: true, ..Loaded::default() });
        }
        let organisations = organisations::read(self.locality())?;
        let programme = programme::read(self.locality(), &organisations)?;
        let mut intake = Intake::new(self);
        organisations::take(&mut intake, organisations).await?;
        programme::take(&mut intake, programme).await?;
        let loaded = intake.commit(&fingerprint).await?;
        self.store().put_setting(FINGERPRINT, &fingerprint).await?;
        Ok(loaded)
    }
}

/// SHA-256 over all files, so that an unchanged folder costs nothing at start.
fn fingerprint(locality: &Locality) -> Result<String, LocalityError> {
    let mut hash = Sha256::new();
    for file in FILES {
        let path = locality.folder.join(file);
        let bytes = std::fs::read(&path).map_err(|source| LocalityError::Io { path, source })?;
        hash.update(u64::try_from(bytes.len()).unwrap_or_default().to_le_bytes());
        hash.update(&bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The id of a row: made from the locality and the row's key, so that it is the same next time.
pub(super) fn id_of(locality: &Locality, noun: &str, key: &str) -> Uuid {
    let name = format!("haidang:{}:{noun}:{key}", locality.id);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}

/// What the rows add up to before it is committed.
pub(super) struct Intake<'a> {
    pub(super) app: &'a App,
    by: Session,
    appends: Vec<Append>,
    places: HashMap<StreamId, usize>,
    rows: usize,
    changed: usize,
}

impl<'a> Intake<'a> {
    fn new(app: &'a App) -> Self {
        Self { app, by: App::system(), appends: Vec::new(), places: HashMap::new(), rows: 0, changed: 0 }
    }

    /// Puts the commands of one row to one stream. "Nothing would change" is fine.
    pub(super) async fn put<K: Kind>(
        &mut self,
        row: &Row,
        id: Uuid,
        commands: impl FnOnce(&K::State) -> Vec<K::Command>,
    ) -> Result<(), AppError> {
        self.rows += 1;
        let stream = StreamId { noun: K::NOUN, id };
        let mut state = self.app.state::<K>(id, self.app.as_at(None)).await?;
        let stored = K::version(&state);
        if let Some(pending) = self.places.get(&stream).and_then(|at| self.appends.get(*at)) {
            self.app.preview::<K>(&self.by, id, &mut state, &pending.events);
        }
        let mut events: Vec<Event> = Vec::new();
        for command in commands(&state) {
            match K::decide(&state, command, &self.app.context(self.by.actor)) {
                Ok(more) => {
                    self.app.preview::<K>(&self.by, id, &mut state, &more);
                    events.extend(more);
                }
                Err(Refusal::NoChange) => {}
                Err(refusal) => return Err(row.refused(refusal).into()),
            }
        }
        if !events.is_empty() {
            self.changed += 1;
            self.push(stream, stored, events);
        }
        Ok(())
    }

    fn push(&mut self, stream: StreamId, expected_version: u64, events: Vec<Event>) {
        if let Some(append) = self.places.get(&stream).and_then(|at| self.appends.get_mut(*at)) {
            append.events.extend(events);
        } else {
            self.places.insert(stream, self.appends.len());
            self.appends.push(Append { stream, expected_version, events });
        }
    }

    async fn commit(self, fingerprint: &str) -> Result<Loaded, AppError> {
        let loaded = Loaded { unchanged: false, changed: self.changed, rows: self.rows };
        let mut rest = self.appends.into_iter().peekable();
        let mut number = 0;
        while rest.peek().is_some() {
            let chunk: Vec<Append> = rest.by_ref().take(CHUNK).collect();
            let command =
                CommandId(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{fingerprint}:{number}").as_bytes()));
            self.app.commit(self.app.batch(&self.by, command, chunk)).await?;
            number += 1;
        }
        Ok(loaded)
    }
}
