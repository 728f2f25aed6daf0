//! Files that were handed in and wait to be read. Plain rows, no events: what a file says enters the
//! journal when it is read, and until then its bytes lie here, so that nothing that was acknowledged
//! is lost when the machine stops.

use crate::error::StoreError;
use crate::instant;
use crate::store::Store;
use crate::value::{Row, Statement, Value};
use haidang_domain::{AccountId, InstrumentId, Language, VersionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Bytes that lie in one row.
const PART_BYTES: usize = 1 << 20;

/// Where a file is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntakeState {
    /// It is kept and nobody reads it yet.
    Waiting,
    /// It is being read.
    Reading,
    /// It was read.
    Done,
    /// It could not be read.
    Failed,
    /// A person took it back before it was read.
    Cancelled,
}

impl IntakeState {
    /// All of them, in the order of the way.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Reading, Self::Done, Self::Failed, Self::Cancelled];

    /// The name in data and in the words of the pages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Reading => "reading",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing more will happen by itself.
    pub fn is_over(self) -> bool {
        !matches!(self, Self::Waiting | Self::Reading)
    }
}

/// Where a file waits. Each lane is read one file after the other, beside the other lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Among all files as they come.
    Texts,
    /// Among those that turned out to be scans, which take long.
    Scans,
}

impl Lane {
    fn code(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Scans => "scans",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Texts, Self::Scans].into_iter().find(|lane| lane.code() == code)
    }
}

/// How many findings of each kind a file had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Other instruments that it names.
    pub citations: u64,
    /// Things to do.
    pub tasks: u64,
    /// Quantities to reach.
    pub targets: u64,
    /// Works and investments.
    pub projects: u64,
    /// Requests.
    pub proposals: u64,
}

impl Found {
    /// All of them together.
    pub fn total(self) -> u64 {
        self.citations + self.tasks + self.targets + self.projects + self.proposals
    }
}

/// A file as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeFile {
    /// Its id, and the command under which it is read.
    pub id: Uuid,
    /// The press of the button that it came with.
    pub batch: Uuid,
    /// Its place among the files of that press, from 0.
    pub place: u64,
    /// Its name.
    pub file_name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The language to read it in; `None` to find out.
    pub language: Option<Language>,
    /// Who handed it in.
    pub actor: AccountId,
    /// When.
    pub created_at: Timestamp,
}

/// A file on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeRow {
    /// The file.
    pub file: IntakeFile,
    /// Where it is.
    pub state: IntakeState,
    /// Where it waits, or is read.
    pub lane: Lane,
    /// Why it could not be read, as a code that pages have words for.
    pub error: Option<String>,
    /// The instrument that it belongs to, once it was read.
    pub instrument: Option<InstrumentId>,
    /// The version that it became.
    pub version: Option<VersionId>,
    /// What was found in it.
    pub found: Option<Found>,
    /// The same text was here already.
    pub repeated: bool,
    /// How often its reading was begun.
    pub attempts: u64,
    /// Whether its bytes are still here, so that it can be read again.
    pub kept: bool,
    /// When it was read or given up.
    pub finished_at: Option<Timestamp>,
}

/// How the reading of a file ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was read.
    Read {
        /// The instrument that it belongs to.
        instrument: InstrumentId,
        /// The version that it became.
        version: Option<VersionId>,
        /// What was found.
        found: Found,
        /// The same text was here already.
        repeated: bool,
    },
    /// It could not be read.
    Failed {
        /// Why, as a code that pages have words for.
        error: String,
        /// Whether its bytes stay, for another try.
        keep: bool,
    },
}

/// The files of one press of a button, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeBatch {
    /// The press of the button.
    pub batch: Uuid,
    /// Its files.
    pub files: u64,
    /// Those that were read.
    pub done: u64,
    /// Those that could not be read.
    pub failed: u64,
    /// Those that wait or are being read.
    pub left: u64,
    /// Who handed them in.
    pub actor: AccountId,
    /// When the first of them came.
    pub created_at: Timestamp,
}

impl IntakeRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let file = IntakeFile {
            id: row.parsed("id")?,
            batch: row.parsed("batch")?,
            place: row.number("place")?,
            file_name: row.text("file_name")?,
            bytes: row.number("bytes")?,
            language: row.optional_code("language", Language::from_code)?,
            actor: row.parsed("actor")?,
            created_at: row.parsed("created_at")?,
        };
        Ok(Self {
            file,
            state: row.code("state", IntakeState::from_code)?,
            lane: row.code("lane", Lane::from_code)?,
            error: row.optional_text("error")?,
            instrument: row.optional_parsed("instrument")?,
            version: row.optional_parsed("version")?,
            found: row.optional_json("found")?,
            repeated: row.flag("repeated")?,
            attempts: row.number("attempts")?,
            kept: row.flag("kept")?,
            finished_at: row.optional_parsed("finished_at")?,
        })
    }
}

impl IntakeBatch {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            batch: row.parsed("batch")?,
            files: row.number("files")?,
            done: row.number("done")?,
            failed: row.number("failed")?,
            left: row.number("unread")?,
            actor: row.parsed("actor")?,
            created_at: row.parsed("created_at")?,
        })
    }
}

impl Store {
    /// Keeps a file until it is read, or says of it why it is not taken (a code that pages have words for).
    /// One that is here already stays as it is. When this returns, the file is on the disk.
    pub async fn put_intake(&self, file: IntakeFile, content: Result<&[u8], &str>) -> Result<(), StoreError> {
        let mut tx = self.backend.begin().await?;
        let id = file.id.to_string();
        if tx.execute(inserted(file, content.err())).await? == 1 {
            for (place, part) in content.unwrap_or_default().chunks(PART_BYTES).enumerate() {
                let sql = "INSERT INTO intake_part (intake, place, body) VALUES ($1, $2, $3)";
                let args = vec![id.as_str().into(), place.into(), part.to_vec().into()];
                tx.execute(Statement::new(sql, args)).await?;
            }
        }
        tx.commit().await
    }

    /// The bytes of a file; nothing when they are not kept any more.
    pub async fn intake_bytes(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT body FROM intake_part WHERE intake = $1 ORDER BY place";
        let rows = self.backend.fetch(Statement::new(sql, vec![id.to_string().into()])).await?;
        let mut bytes = Vec::with_capacity(rows.len().saturating_mul(PART_BYTES));
        for row in &rows {
            bytes.extend_from_slice(row.bytes("body")?);
        }
        Ok(bytes)
    }

    /// One file.
    pub async fn intake(&self, id: Uuid) -> Result<Option<IntakeRow>, StoreError> {
        let statement = Statement::new("SELECT * FROM intake WHERE id = $1", vec![id.to_string().into()]);
        self.backend.fetch_one(statement).await?.as_ref().map(IntakeRow::read).transpose()
    }

    /// The files of one press of a button, in their order.
    pub async fn intake_of_batch(&self, batch: Uuid) -> Result<Vec<IntakeRow>, StoreError> {
        let sql = "SELECT * FROM intake WHERE batch = $1 ORDER BY place, id";
        let rows = self.backend.fetch(Statement::new(sql, vec![batch.to_string().into()])).await?;
        rows.iter().map(IntakeRow::read).collect()
    }

    /// The latest batches, the newest first.
    pub async fn intake_batches(&self, most: u32) -> Result<Vec<IntakeBatch>, StoreError> {
        let sql = "SELECT batch, COUNT(*) AS files, MIN(actor) AS actor, MIN(created_at) AS created_at, \
             COUNT(CASE WHEN state = 'done' THEN 1 END) AS done, \
             COUNT(CASE WHEN state = 'failed' THEN 1 END) AS failed, \
             COUNT(CASE WHEN state IN ('waiting', 'reading') THEN 1 END) AS unread \
             FROM intake GROUP BY batch ORDER BY MIN(created_at) DESC, batch LIMIT $1";
        let rows = self.backend.fetch(Statement::new(sql, vec![most.into()])).await?;
        rows.iter().map(IntakeBatch::read).collect()
    }

    /// Takes the file that has waited longest in a lane, to be read; nothing when none waits. Nobody else
    /// gets it, on this node or another.
    pub async fn claim_intake(&self, lane: Lane) -> Result<Option<IntakeRow>, StoreError> {
        loop {
            let sql = "SELECT * FROM intake WHERE state = 'waiting' AND lane = $1 \
                 ORDER BY created_at, place, id LIMIT 1";
            let args = vec![lane.code().into()];
            let Some(row) = self.backend.fetch_one(Statement::new(sql, args)).await? else {
                return Ok(None);
            };
            let row = IntakeRow::read(&row)?;
            let sql = "UPDATE intake SET state = 'reading', attempts = attempts + 1 \
                 WHERE id = $1 AND state = 'waiting'";
            let claimed =
                self.backend.execute(Statement::new(sql, vec![row.file.id.to_string().into()])).await?;
            if claimed == 1 {
                return Ok(Some(IntakeRow {
                    state: IntakeState::Reading,
                    attempts: row.attempts + 1,
                    ..row
                }));
            }
        }
    }

    /// Lets a file that turned out to be a scan while it was read wait among its like.
    pub async fn send_to_scans(&self, id: Uuid) -> Result<(), StoreError> {
        let sql = "UPDATE intake SET state = 'waiting', lane = $2, attempts = 0 \
             WHERE id = $1 AND state = 'reading'";
        let args = vec![id.to_string().into(), Lane::Scans.code().into()];
        self.backend.execute(Statement::new(sql, args)).await.map(|_| ())
    }

    /// Writes down how the reading of a file ended; its bytes go, unless they stay for another try. Those
    /// of a file that must not be kept are cleared from the free parts of the database as well.
    pub async fn finish_intake(&self, id: Uuid, outcome: Outcome, at: Timestamp) -> Result<(), StoreError> {
        let refused = matches!(outcome, Outcome::Failed { keep: false, .. });
        let (state, error, keep) = match &outcome {
            Outcome::Read { .. } => (IntakeState::Done, None, false),
            Outcome::Failed { error, keep } => (IntakeState::Failed, Some(error.clone()), *keep),
        };
        let (instrument, version, found, repeated) = match outcome {
            Outcome::Read { instrument, version, found, repeated } => {
                let found =
                    serde_json::to_string(&found).map_err(|error| StoreError::corrupt(error.to_string()))?;
                (Some(instrument.to_string()), version.map(|id| id.to_string()), Some(found), repeated)
            }
            Outcome::Failed { .. } => (None, None, None, false),
        };
        let sql = "UPDATE intake SET state = $2, error = $3, instrument = $4, version = $5, found = $6, \
             repeated = $7, kept = $8, finished_at = $9 WHERE id = $1";
        let args: Vec<Value> = vec![
            id.to_string().into(),
            state.code().into(),
            error.into(),
            instrument.into(),
            version.into(),
            found.into(),
            repeated.into(),
            keep.into(),
            instant::written(at).into(),
        ];
        let mut tx = self.backend.begin().await?;
        tx.execute(Statement::new(sql, args)).await?;
        if !keep {
            tx.execute(without_bytes(id)).await?;
        }
        tx.commit().await?;
        if refused { self.backend.scrub().await } else { Ok(()) }
    }

    /// After a start: files of a lane whose reading was cut off wait again, unless it was begun so often
    /// that the file itself must be what cuts it off; those have failed. How many wait again.
    pub async fn resume_intake(&self, lane: Lane, most_attempts: u64) -> Result<u64, StoreError> {
        let sql = "UPDATE intake SET state = 'failed', error = 'broken' \
             WHERE state = 'reading' AND lane = $1 AND attempts >= $2";
        let args = vec![lane.code().into(), most_attempts.into()];
        self.backend.execute(Statement::new(sql, args)).await?;
        let sql = "UPDATE intake SET state = 'waiting' WHERE state = 'reading' AND lane = $1";
        self.backend.execute(Statement::new(sql, vec![lane.code().into()])).await
    }

    /// Takes a file back that nobody reads yet; whether it was still there to be taken back.
    pub async fn cancel_intake(&self, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
        let mut tx = self.backend.begin().await?;
        let sql = "UPDATE intake SET state = 'cancelled', kept = 0, finished_at = $2 \
             WHERE id = $1 AND state = 'waiting'";
        let args = vec![id.to_string().into(), instant::written(at).into()];
        let cancelled = tx.execute(Statement::new(sql, args)).await? == 1;
        if cancelled {
            tx.execute(without_bytes(id)).await?;
        }
        tx.commit().await?;
        Ok(cancelled)
    }

    /// Lets a file that could not be read wait again; whether its bytes were still there for that.
    pub async fn retry_intake(&self, id: Uuid) -> Result<bool, StoreError> {
        let sql = "UPDATE intake SET state = 'waiting', error = NULL, attempts = 0, finished_at = NULL \
             WHERE id = $1 AND state = 'failed' AND kept = 1";
        Ok(self.backend.execute(Statement::new(sql, vec![id.to_string().into()])).await? == 1)
    }

    /// Forgets a file that is over, with its bytes; whether there was one.
    pub async fn forget_intake(&self, id: Uuid) -> Result<bool, StoreError> {
        let mut tx = self.backend.begin().await?;
        let sql = "DELETE FROM intake WHERE id = $1 AND state NOT IN ('waiting', 'reading')";
        let forgotten = tx.execute(Statement::new(sql, vec![id.to_string().into()])).await? == 1;
        if forgotten {
            tx.execute(without_bytes(id)).await?;
        }
        tx.commit().await?;
        Ok(forgotten)
    }

    /// Forgets the files that came before `before` and are over; how many they were.
    pub async fn forget_old_intake(&self, before: Timestamp) -> Result<u64, StoreError> {
        let old = "created_at < $1 AND state NOT IN ('waiting', 'reading')";
        let args = || vec![instant::written(before).into()];
        let mut tx = self.backend.begin().await?;
        let parts = format!("DELETE FROM intake_part WHERE intake IN (SELECT id FROM intake WHERE {old})");
        tx.execute(Statement::new(parts, args())).await?;
        let forgotten = tx.execute(Statement::new(format!("DELETE FROM intake WHERE {old}"), args())).await?;
        tx.commit().await?;
        Ok(forgotten)
    }
}

fn inserted(file: IntakeFile, error: Option<&str>) -> Statement {
    let state = if error.is_none() { IntakeState::Waiting } else { IntakeState::Failed };
    let at = instant::written(file.created_at);
    let finished_at = error.is_some().then(|| at.clone());
    let sql = "INSERT INTO intake (id, batch, place, file_name, bytes, language, state, error, repeated, \
         attempts, kept, actor, created_at, finished_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING";
    let args: Vec<Value> = vec![
        file.id.to_string().into(),
        file.batch.to_string().into(),
        file.place.into(),
        file.file_name.into(),
        file.bytes.into(),
        file.language.map(|language| language.code().to_owned()).into(),
        state.code().into(),
        error.map(str::to_owned).into(),
        false.into(),
        0_u64.into(),
        error.is_none().into(),
        file.actor.to_string().into(),
        at.into(),
        finished_at.into(),
    ];
    Statement::new(sql, args)
}

fn without_bytes(id: Uuid) -> Statement {
    Statement::new("DELETE FROM intake_part WHERE intake = $1", vec![id.to_string().into()])
}
