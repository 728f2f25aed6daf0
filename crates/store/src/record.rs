//! How an event looks in the journal, and the hash that chains it to the one before.
//!
//! The hash of an event is SHA-256, in hexadecimal, over these fields in this order: `haidang event
//! 1`, the hash of the event before (64 zeros for the first), seq, stream noun, stream id, version,
//! kind, shape, payload, command, actor, recorded at, effective on, authority. Each field stands as
//! UTF-8 after its length in bytes, which is written as eight bytes, the highest first; numbers are
//! written in decimals, and an authority that is missing as the length of eight bytes `ff` alone.

use crate::error::StoreError;
use crate::instant;
use crate::value::{Row, Value};
use haidang_domain::{Authority, Event, Noun, Recorded, StreamId};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What stands before the first event instead of a hash.
pub(crate) const FIRST_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The shape in which events are written now.
const SHAPE: i64 = 1;

/// The columns of the journal.
pub(crate) const COLUMNS: [&str; 13] = [
    "seq",
    "stream_noun",
    "stream_id",
    "version",
    "kind",
    "shape",
    "payload",
    "command",
    "actor",
    "recorded_at",
    "effective_on",
    "authority",
    "hash",
];

/// One row of the journal.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The envelope.
    pub(crate) recorded: Recorded,
    /// `<noun>.<what happened>`.
    pub(crate) kind: String,
    /// In which shape the payload is written.
    pub(crate) shape: i64,
    /// The event of the noun, as JSON.
    pub(crate) payload: String,
    /// The link of the chain.
    pub(crate) hash: String,
}

impl Record {
    /// The row for an event that comes after the one with the hash `previous`.
    ///
    /// # Errors
    ///
    /// When the event could not be read again, as with numbers that are not finite.
    pub(crate) fn new(recorded: Recorded, event: &Event, previous: &str) -> Result<Self, StoreError> {
        let unwritable =
            |why: String| StoreError::unsupported(format!("an event that cannot be written: {why}"));
        let json = serde_json::to_value(event).map_err(|error| unwritable(error.to_string()))?;
        let inner = json.get("event");
        let kind = inner.and_then(|inner| inner.get("kind")).and_then(|kind| kind.as_str());
        let (Some(inner), Some(kind)) = (inner, kind) else {
            return Err(unwritable("it does not say its kind".to_owned()));
        };
        let kind = format!("{}.{kind}", recorded.stream.noun.code());
        let mut record =
            Self { recorded, kind, shape: SHAPE, payload: inner.to_string(), hash: String::new() };
        if record.event()? != *event {
            return Err(unwritable(format!("{} reads differently", record.kind)));
        }
        record.hash = record.hash_after(previous);
        Ok(record)
    }

    /// The row as it was fetched.
    pub(crate) fn from_row(row: &Row) -> Result<Self, StoreError> {
        let recorded = Recorded {
            seq: row.number("seq")?,
            stream: StreamId {
                noun: row.code("stream_noun", Noun::from_code)?,
                id: row.parsed("stream_id")?,
            },
            version: row.number("version")?,
            command: row.parsed("command")?,
            actor: row.parsed("actor")?,
            recorded_at: row.parsed("recorded_at")?,
            effective_on: row.parsed("effective_on")?,
            authority: row.optional_text("authority")?.map(Authority),
        };
        let (kind, shape) = (row.text("kind")?, row.number("shape")?);
        Ok(Self { recorded, kind, shape, payload: row.text("payload")?, hash: row.text("hash")? })
    }

    /// The event. Shapes of the past are brought to the present one here.
    pub(crate) fn event(&self) -> Result<Event, StoreError> {
        let (seq, kind) = (self.recorded.seq, &self.kind);
        if self.shape != SHAPE {
            let what = format!("event {seq} ({kind}) has shape {}; a newer Haidang wrote it", self.shape);
            return Err(StoreError::unsupported(what));
        }
        let json =
            format!("{{\"noun\":\"{}\",\"event\":{}}}", self.recorded.stream.noun.code(), self.payload);
        serde_json::from_str(&json)
            .map_err(|error| StoreError::corrupt(format!("event {seq} ({kind}): {error}")))
    }

    /// The hash that the row must have when the row before it has the hash `previous`.
    pub(crate) fn hash_after(&self, previous: &str) -> String {
        let Recorded { seq, stream, version, command, actor, recorded_at, effective_on, authority } =
            &self.recorded;
        let fields = [
            "haidang event 1".to_owned(),
            previous.to_owned(),
            seq.to_string(),
            stream.noun.code().to_owned(),
            stream.id.to_string(),
            version.to_string(),
            self.kind.clone(),
            self.shape.to_string(),
            self.payload.clone(),
            command.to_string(),
            actor.to_string(),
            instant::written(*recorded_at),
            effective_on.to_string(),
        ];
        let mut hasher = Sha256::new();
        for field in &fields {
            add(&mut hasher, field);
        }
        match authority {
            Some(Authority(authority)) => add(&mut hasher, authority),
            None => hasher.update([0xff_u8; 8]),
        }
        hexadecimal(hasher.finalize().as_slice())
    }

    /// The values of the row, in the order of [`COLUMNS`].
    pub(crate) fn values(&self) -> Vec<Value> {
        let Recorded { seq, stream, version, command, actor, recorded_at, effective_on, authority } =
            &self.recorded;
        vec![
            (*seq).into(),
            stream.noun.code().into(),
            stream.id.to_string().into(),
            (*version).into(),
            self.kind.as_str().into(),
            self.shape.into(),
            self.payload.as_str().into(),
            command.to_string().into(),
            actor.to_string().into(),
            instant::written(*recorded_at).into(),
            effective_on.to_string().into(),
            authority.as_ref().map(|authority| authority.0.as_str()).into(),
            self.hash.as_str().into(),
        ]
    }
}

fn add(hasher: &mut Sha256, field: &str) {
    let length = u64::try_from(field.len()).unwrap_or(u64::MAX);
    hasher.update(length.to_be_bytes());
    hasher.update(field.as_bytes());
}

/// SHA-256 of a text, in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    hexadecimal(Sha256::digest(text.as_bytes()).as_slice())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::{AccountId, CommandId, task};
    use uuid::Uuid;

    fn recorded() -> Recorded {
        Recorded {
            seq: 7,
            stream: StreamId { noun: Noun::Task, id: Uuid::from_u128(1) },
            version: 3,
            command: CommandId(Uuid::from_u128(2)),
            actor: AccountId(Uuid::from_u128(3)),
            recorded_at: "2026-11-16T00:00:00Z".parse().unwrap(),
            effective_on: "2026-11-15".parse().unwrap(),
            authority: Some(Authority("Kết luận 12-KL/TU".to_owned())),
        }
    }

    fn event() -> Event {
        task::Event::Completed { on: "2026-11-14".parse().unwrap(), note: "Biên bản \u{0} 3".to_owned() }
            .into()
    }

    #[test]
    fn the_hash_of_a_text_is_the_one_that_everybody_computes() {
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn an_event_says_its_noun_and_kind() {
        let record = Record::new(recorded(), &event(), FIRST_HASH).unwrap();
        assert_eq!(record.kind, "task.completed");
        assert!(!record.payload.contains("noun"), "{}", record.payload);
        assert_eq!(record.event().unwrap(), event());
        assert_eq!(record.values().len(), COLUMNS.len());
    }

    #[test]
    fn every_field_counts_for_the_hash() {
        let record = Record::new(recorded(), &event(), FIRST_HASH).unwrap();
        let other = |change: fn(&mut Record)| {
            let mut other = record.clone();
            change(&mut other);
            other.hash_after(FIRST_HASH)
        };
        let changed = [
            other(|record| record.recorded.seq = 8),
            other(|record| record.recorded.stream.noun = Noun::Target),
            other(|record| record.recorded.stream.id = Uuid::from_u128(9)),
            other(|record| record.recorded.version = 4),
            other(|record| record.kind.push('x')),
            other(|record| record.shape = 2),
            other(|record| record.payload.push(' ')),
            other(|record| record.recorded.command = CommandId(Uuid::from_u128(9))),
            other(|record| record.recorded.actor = AccountId(Uuid::from_u128(9))),
            other(|record| record.recorded.recorded_at = "2026-11-16T00:00:00.000001Z".parse().unwrap()),
            other(|record| record.recorded.effective_on = "2026-11-16".parse().unwrap()),
            other(|record| record.recorded.authority = None),
            other(|record| record.recorded.authority = Some(Authority(String::new()))),
            record.hash_after(&sha256("another one before")),
        ];
        let mut all = changed.to_vec();
        all.push(record.hash.clone());
        all.sort();
        all.dedup();
        assert_eq!(all.len(), changed.len() + 1, "no two are equal");
    }

    #[test]
    fn a_shape_of_a_newer_program_is_refused() {
        let mut record = Record::new(recorded(), &event(), FIRST_HASH).unwrap();
        record.shape = 2;
        assert!(matches!(record.event(), Err(StoreError::Unsupported { .. })));
    }

    #[test]
    fn a_number_that_is_not_finite_is_refused() {
        use haidang_domain::target::{Definition, Event as Target};
        let definition = Definition { value: vec![f64::NAN], ..Definition::default() };
        let mut recorded = recorded();
        recorded.stream.noun = Noun::Target;
        assert!(
            Record::new(recorded, &Target::DefinitionCorrected { definition }.into(), FIRST_HASH).is_err()
        );
    }
}
