//! Files are handed in, kept at once, and read afterwards: nothing that was acknowledged is lost,
//! and nobody waits for a reading. `archive` opens archives, `worker` reads what waits.

mod archive;
mod worker;

use crate::{App, AppError, Session};
use archive::{Archive, Entry};
use haidang_domain::{Act, CommandId, Language, Refusal, permitted};
use haidang_store::{IntakeFile, Lane};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use tokio::sync::Notify;
use uuid::Uuid;

/// The most bytes that are taken of one file.
pub const MOST_FILE_BYTES: usize = 60 << 20;
/// The most files that are taken at once, those in archives counted one by one.
pub const MOST_FILES: u64 = 200;
/// The most bytes that are taken at once, unpacked.
pub const MOST_BATCH_BYTES: u64 = 500 << 20;
/// How long it is remembered what became of a file.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Why a file is not taken, as codes that pages have words for.
mod refused {
    pub(super) const TOO_LARGE: &str = "too-large";
    pub(super) const BATCH_FULL: &str = "batch-full";
    pub(super) const ARCHIVE_DAMAGED: &str = "archive-damaged";
    pub(super) const ARCHIVE_LOCKED: &str = "archive-locked";
    pub(super) const ARCHIVE_EMPTY: &str = "archive-empty";
}

/// Who waits for what.
#[derive(Debug, Default)]
pub(crate) struct Signals {
    /// A file waits to be read.
    texts: Notify,
    /// A file that turned out to be a scan waits to be read.
    scans: Notify,
    /// A file was read or given up.
    over: Notify,
}

impl Signals {
    fn waiting(&self, lane: Lane) -> &Notify {
        match lane {
            Lane::Texts => &self.texts,
            Lane::Scans => &self.scans,
        }
    }
}

/// Files on their way in, of one press of a button.
pub struct Handover<'a> {
    app: &'a App,
    by: &'a Session,
    batch: Uuid,
    language: Option<Language>,
    bytes: u64,
    ids: Vec<Uuid>,
    place: u64,
}

impl App {
    /// Begins to take files in. What came with this command before stays.
    ///
    /// # Errors
    /// When the actor may not do this.
    pub async fn hand_over<'a>(
        &'a self,
        by: &'a Session,
        command: CommandId,
        language: Option<Language>,
    ) -> Result<Handover<'a>, AppError> {
        may(by)?;
        let before = self.store().intake_of_batch(command.0).await?;
        let place = before.iter().map(|row| row.file.place + 1).max().unwrap_or_default();
        Ok(Handover { app: self, by, batch: command.0, language, bytes: 0, ids: Vec::new(), place })
    }

    /// Takes files back that nobody reads yet.
    ///
    /// # Errors
    /// When the actor may not do this.
    pub async fn cancel_intake(&self, by: &Session, files: &[Uuid]) -> Result<(), AppError> {
        may(by)?;
        for file in files {
            self.store().cancel_intake(*file, self.now()).await?;
        }
        self.signals().over.notify_waiters();
        Ok(())
    }

    /// Lets files that could not be read wait again.
    ///
    /// # Errors
    /// When the actor may not do this.
    pub async fn retry_intake(&self, by: &Session, files: &[Uuid]) -> Result<(), AppError> {
        may(by)?;
        for file in files {
            self.store().retry_intake(*file).await?;
        }
        self.signals().waiting(Lane::Texts).notify_one();
        self.signals().waiting(Lane::Scans).notify_one();
        Ok(())
    }

    /// Forgets a file that is over, with what was kept of it.
    ///
    /// # Errors
    /// When the actor may not do this.
    pub async fn forget_intake(&self, by: &Session, file: Uuid) -> Result<(), AppError> {
        may(by)?;
        self.store().forget_intake(file).await?;
        Ok(())
    }

    /// Forgets what became of files a month ago; those that wait are never forgotten.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_old_intake(&self) -> Result<u64, AppError> {
        let now = self.now();
        Ok(self.store().forget_old_intake(now.saturating_sub(REMEMBERED).unwrap_or(now)).await?)
    }
}

fn may(by: &Session) -> Result<(), AppError> {
    if permitted(&by.actor, Act::KeepInstruments, &[]) { Ok(()) } else { Err(Refusal::NotPermitted.into()) }
}

impl Handover<'_> {
    /// Keeps one file, or each file of an archive. What cannot be taken is kept as a row that says
    /// why. When this returns, all of it is on the disk.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn file(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), AppError> {
        if !archive::is_archive(name, &bytes) {
            return self.keep(name, &bytes).await;
        }
        let length = bytes.len();
        let Some(archive) = blocking(move || Archive::open(bytes)).await? else {
            return self.refuse(name, length, refused::ARCHIVE_DAMAGED).await;
        };
        self.unpack(name, length, archive).await
    }

    /// Says of a file that it was longer than is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn too_large(&mut self, name: &str, bytes: usize) -> Result<(), AppError> {
        self.refuse(name, bytes, refused::TOO_LARGE).await
    }

    /// Says of a file that this press of the button had brought enough already.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn batch_full(&mut self, name: &str, bytes: usize) -> Result<(), AppError> {
        self.refuse(name, bytes, refused::BATCH_FULL).await
    }

    /// Whether nothing was handed in yet.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Lets the reading begin. Returns the id of the batch, and those of its files in their order.
    pub fn end(self) -> (Uuid, Vec<Uuid>) {
        self.app.signals().waiting(Lane::Texts).notify_one();
        (self.batch, self.ids)
    }

    async fn unpack(&mut self, name: &str, length: usize, mut archive: Archive) -> Result<(), AppError> {
        let before = self.ids.len();
        loop {
            if self.is_full(0) {
                return self.refuse(name, length, refused::BATCH_FULL).await;
            }
            let entry;
            (archive, entry) = blocking(move || archive.next(MOST_FILE_BYTES)).await?;
            match entry {
                Some(Entry::File { name, bytes }) => self.keep(&name, &bytes).await?,
                Some(Entry::TooLarge { name, bytes }) => self.too_large(&name, bytes).await?,
                Some(Entry::Locked { name }) => self.refuse(&name, 0, refused::ARCHIVE_LOCKED).await?,
                Some(Entry::Damaged { name }) => self.refuse(&name, 0, refused::ARCHIVE_DAMAGED).await?,
                None if self.ids.len() == before => {
                    return self.refuse(name, length, refused::ARCHIVE_EMPTY).await;
                }
                None => return Ok(()),
            }
        }
    }

    async fn keep(&mut self, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        if bytes.len() > MOST_FILE_BYTES {
            return self.too_large(name, bytes.len()).await;
        }
        if self.is_full(bytes.len()) {
            return self.batch_full(name, bytes.len()).await;
        }
        self.bytes = self.bytes.saturating_add(length(bytes.len()));
        let file = self.described(name, bytes.len(), &Sha256::digest(bytes));
        self.put(file, Ok(bytes)).await
    }

    async fn refuse(&mut self, name: &str, bytes: usize, error: &'static str) -> Result<(), AppError> {
        let file = self.described(name, bytes, error.as_bytes());
        self.put(file, Err(error)).await
    }

    fn is_full(&self, more: usize) -> bool {
        let files = u64::try_from(self.ids.len()).unwrap_or(u64::MAX);
        files >= MOST_FILES || self.bytes.saturating_add(length(more)) > MOST_BATCH_BYTES
    }

    /// The same file sent again with the same press of the button has the same id.
    fn described(&self, name: &str, bytes: usize, content: &[u8]) -> IntakeFile {
        let content: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
        let id = Uuid::new_v5(&self.batch, format!("{content} {name}").as_bytes());
        IntakeFile {
            id,
            batch: self.batch,
            place: self.place,
            file_name: name.to_owned(),
            bytes: length(bytes),
            language: self.language,
            actor: self.by.actor.account,
            created_at: self.app.now(),
        }
    }

    async fn put(&mut self, file: IntakeFile, content: Result<&[u8], &str>) -> Result<(), AppError> {
        let id = file.id;
        self.app.store().put_intake(file, content).await?;
        if !self.ids.contains(&id) {
            self.ids.push(id);
            self.place += 1;
        }
        Ok(())
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// Work that would hold up the threads on which requests are answered.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Machine(error.to_string()))
}
