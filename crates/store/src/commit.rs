//! Writing a decision: events, texts and tables in one transaction, or nothing at all.

use crate::backend::Tx;
use crate::error::StoreError;
use crate::fold::{Folded, events_of, records};
use crate::instant;
use crate::record::{COLUMNS, Record, sha256};
use crate::rows::{self, insert};
use crate::search;
use crate::store::Store;
use crate::value::{Row, Statement, Value};
use haidang_domain::{AccountId, Authority, CommandId, Event, Noun, Recorded, StreamId};
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Streams that are loaded with one statement.
const STREAMS_AT_ONCE: usize = 500;

/// What one press of a button appends, to one stream or to several.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// The press of the button. Sent again, it does nothing again.
    pub command: CommandId,
    /// Who did it.
    pub actor: AccountId,
    /// When we learnt it; what lies below a microsecond is not kept.
    pub recorded_at: Timestamp,
    /// From which day it counts.
    pub effective_on: Date,
    /// What it rests on.
    pub authority: Option<Authority>,
    /// What happened, stream by stream.
    pub appends: Vec<Append>,
    /// Texts of versions, stored under their SHA-256.
    pub texts: Vec<String>,
}

/// What happened to one stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Append {
    /// The stream.
    pub stream: StreamId,
    /// How many events it had when this was decided, counting earlier appends of the same batch.
    pub expected_version: u64,
    /// The events, in order.
    pub events: Vec<Event>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// The place of the first event in the journal.
    pub first_seq: u64,
    /// The place of the last one; before `first_seq` where the batch had no events.
    pub last_seq: u64,
    /// The command was known: nothing was written again, and the places are those of the first time.
    pub repeated: bool,
}

/// A stream before and after a batch.
struct Touched {
    folded: Folded,
    was_found_before: Option<search::Found>,
    is_new: bool,
}

impl Store {
    /// Appends a batch to the journal and brings the tables to what it says, in one transaction.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] when a stream has another version than expected; then, as with
    /// every error, nothing of the batch was written.
    pub async fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        let batch = tidied(batch)?;
        let mut tx = self.backend.begin().await?;
        let (seq, hash) = head(&mut tx).await?;
        if let Some(row) = tx.fetch(places_of(batch.command)).await?.first()
            && let Some(known) = repeated(row)?
        {
            return Ok(known);
        }
        let mut touched = load(&mut tx, &batch.appends).await?;
        let records = number(&batch, seq, hash, &mut touched)?;
        let last = records.last().map(|record| (record.recorded.seq, record.hash.clone()));
        write_texts(&mut tx, &batch.texts).await?;
        insert(&mut tx, "event", &COLUMNS, records.iter().map(Record::values).collect(), "").await?;
        drop(records);
        write_tables(&mut tx, touched).await?;
        if let Some((seq, hash)) = &last {
            let sql = "UPDATE head SET seq = $1, hash = $2";
            tx.execute(Statement::new(sql, vec![(*seq).into(), hash.as_str().into()])).await?;
        }
        tx.commit().await?;
        let last_seq = last.map_or(seq, |(seq, _)| seq);
        Ok(Committed { first_seq: seq.saturating_add(1), last_seq, repeated: false })
    }
}

/// The batch as the database can hold it.
fn tidied(mut batch: Batch) -> Result<Batch, StoreError> {
    for append in &batch.appends {
        if let Some(event) = append.events.iter().find(|event| event.noun() != append.stream.noun) {
            let what = format!("an event of the noun {} cannot go to {}", event.noun().code(), append.stream);
            return Err(StoreError::unsupported(what));
        }
    }
    if batch.texts.iter().any(|text| text.contains('\0')) {
        return Err(StoreError::unsupported("a text with the character NUL cannot be stored"));
    }
    batch.recorded_at = instant::whole(batch.recorded_at);
    batch.authority = batch.authority.map(|Authority(text)| Authority(text.replace('\0', "\u{fffd}")));
    Ok(batch)
}

/// The place and hash of the last event. Nobody else writes until the transaction ends.
pub(crate) async fn head(tx: &mut Tx) -> Result<(u64, String), StoreError> {
    let rows = tx.fetch(Statement::new(tx.kind().lock_head(), Vec::new())).await?;
    let row = rows.first().ok_or_else(|| StoreError::corrupt("the journal has no head"))?;
    Ok((row.number("seq")?, row.text("hash")?))
}

/// Selects the places of the events that a command wrote.
pub(crate) fn places_of(command: CommandId) -> Statement {
    let sql = "SELECT MIN(seq) AS first_seq, MAX(seq) AS last_seq FROM event WHERE command = $1";
    Statement::new(sql, vec![command.to_string().into()])
}

/// What a command wrote when it was here before, if it was.
pub(crate) fn repeated(row: &Row) -> Result<Option<Committed>, StoreError> {
    let (first, last) = (row.optional_number("first_seq")?, row.optional_number("last_seq")?);
    let places = first.zip(last);
    Ok(places.map(|(first_seq, last_seq)| Committed { first_seq, last_seq, repeated: true }))
}

/// The streams that the batch appends to, as they are.
async fn load(tx: &mut Tx, appends: &[Append]) -> Result<BTreeMap<StreamId, Touched>, StoreError> {
    let streams: BTreeSet<StreamId> = appends.iter().map(|append| append.stream).collect();
    let mut folded: BTreeMap<StreamId, Folded> =
        streams.iter().map(|stream| (*stream, Folded::empty(*stream))).collect();
    for noun in Noun::ALL {
        let ids: Vec<Uuid> =
            streams.iter().filter(|stream| stream.noun == *noun).map(|stream| stream.id).collect();
        for ids in ids.chunks(STREAMS_AT_ONCE) {
            for record in records(&tx.fetch(events_of(*noun, ids)).await?)? {
                if let Some(stream) = folded.get_mut(&record.recorded.stream) {
                    stream.apply(&record.event()?, &record.recorded);
                }
            }
        }
    }
    let touched = |folded: Folded| Touched {
        was_found_before: search::found(&folded.state),
        is_new: folded.version == 0,
        folded,
    };
    Ok(folded.into_iter().map(|(stream, folded)| (stream, touched(folded))).collect())
}

/// Checks the versions, numbers and chains the events, and folds them into their streams.
fn number(
    batch: &Batch,
    head: u64,
    mut hash: String,
    touched: &mut BTreeMap<StreamId, Touched>,
) -> Result<Vec<Record>, StoreError> {
    let mut records = Vec::new();
    let mut seq = head;
    for append in &batch.appends {
        let stream = append.stream;
        let missing = || StoreError::corrupt(format!("{stream} was not loaded"));
        let folded = &mut touched.get_mut(&stream).ok_or_else(missing)?.folded;
        let (expected, found) = (append.expected_version, folded.version);
        if expected != found {
            return Err(StoreError::Conflict { stream, expected, found });
        }
        for event in &append.events {
            seq = seq.saturating_add(1);
            let recorded = Recorded {
                seq,
                stream,
                version: folded.version.saturating_add(1),
                command: batch.command,
                actor: batch.actor,
                recorded_at: batch.recorded_at,
                effective_on: batch.effective_on,
                authority: batch.authority.clone(),
            };
            let record = Record::new(recorded, event, &hash)?;
            hash.clone_from(&record.hash);
            folded.apply(event, &record.recorded);
            records.push(record);
        }
    }
    Ok(records)
}

async fn write_texts(tx: &mut Tx, texts: &[String]) -> Result<(), StoreError> {
    for text in texts {
        let sql = "INSERT INTO version_text (sha256, body) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING";
        let values: Vec<Value> = vec![sha256(text).into(), text.as_str().into()];
        tx.execute(Statement::new(sql, values)).await?;
    }
    Ok(())
}

/// Brings the rows of the touched streams to their last state. A stream that got no event in the
/// end has none to write.
async fn write_tables(tx: &mut Tx, touched: BTreeMap<StreamId, Touched>) -> Result<(), StoreError> {
    let mut written: BTreeMap<Noun, Vec<rows::Changed>> = BTreeMap::new();
    let mut found = Vec::new();
    for (stream, touched) in touched.into_iter().filter(|(_, touched)| touched.folded.version > 0) {
        let after = search::found(&touched.folded.state);
        if after != touched.was_found_before {
            found.extend(after.map(|after| (stream, after)));
        }
        let changed = rows::Changed::new(&touched.folded, touched.is_new);
        written.entry(stream.noun).or_default().push(changed);
    }
    for (noun, changed) in written {
        rows::write(tx, noun, changed).await?;
    }
    search::write(tx, found).await
}
