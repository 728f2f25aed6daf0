//! Batches and events in few words.

use haidang_domain::task::Event as Task;
use haidang_domain::{
    AccountId, Classification, CommandId, Deadline, Event, FindingId, InstrumentId, Noun, OrganisationId,
    Origin, Party, StreamId, VersionId,
};
use haidang_store::{Append, AsAt, Batch, Committed, Store};
use jiff::{Timestamp, ToSpan, civil::Date};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// The day on which everything happens.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 16);

static NEXT: AtomicU64 = AtomicU64::new(1);

/// An id that nobody else has, later in order than those before.
pub(crate) fn id() -> Uuid {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
}

/// A stream that nobody else has.
pub(crate) fn stream(noun: Noun) -> StreamId {
    StreamId { noun, id: id() }
}

/// An instant, so many minutes after the first one.
pub(crate) fn minute(minutes: i64) -> Timestamp {
    let first: Timestamp = "2026-11-16T00:00:00Z".parse().unwrap();
    first + minutes.minutes()
}

/// As things are.
pub(crate) fn now() -> AsAt {
    AsAt { day: TODAY, until: None }
}

/// As things were.
pub(crate) fn at(until: Timestamp) -> AsAt {
    AsAt { day: TODAY, until: Some(until) }
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A deadline.
pub(crate) fn deadline(text: &str) -> Option<Deadline> {
    text.parse().ok()
}

/// What happened to a stream that had so many events.
pub(crate) fn append<E: Into<Event>>(
    stream: StreamId,
    expected_version: u64,
    events: impl IntoIterator<Item = E>,
) -> Append {
    Append { stream, expected_version, events: events.into_iter().map(Into::into).collect() }
}

/// A batch of a new command.
pub(crate) fn batch(recorded_at: Timestamp, appends: Vec<Append>) -> Batch {
    Batch {
        command: CommandId(id()),
        actor: AccountId(Uuid::from_u128(1)),
        recorded_at,
        effective_on: TODAY,
        authority: None,
        appends,
        texts: Vec::new(),
    }
}

/// Commits what happened to one stream.
pub(crate) async fn commit<E: Into<Event>>(
    store: &Store,
    recorded_at: Timestamp,
    stream: StreamId,
    expected_version: u64,
    events: impl IntoIterator<Item = E>,
) -> Committed {
    store.commit(batch(recorded_at, vec![append(stream, expected_version, events)])).await.unwrap()
}

/// A body that somebody has looked up.
pub(crate) fn party(organisation: OrganisationId, printed: &str) -> Party {
    Party { organisation: Some(organisation), printed: printed.to_owned() }
}

/// A body that nobody has looked up.
pub(crate) fn unknown(printed: &str) -> Party {
    Party { organisation: None, printed: printed.to_owned() }
}

/// Words of an instrument.
pub(crate) fn origin(instrument: InstrumentId) -> Origin {
    let (version, finding) = (VersionId(id()), FindingId(id()));
    Origin { instrument, version, finding, start: 1, end: 9, quote: "quote".to_owned() }
}

/// A task that begins.
pub(crate) fn created(statement: &str, lead: Vec<Party>, deadline: Option<Deadline>) -> Task {
    Task::Created {
        statement: statement.to_owned(),
        origin: None,
        lead,
        coordinating: Vec::new(),
        deadline,
        classification: Classification::Public,
    }
}

/// The SHA-256 of a text, computed without the store.
pub(crate) fn sha256_of(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Numbers that look like chance and are always the same.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below this one.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }

    /// One of these.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
