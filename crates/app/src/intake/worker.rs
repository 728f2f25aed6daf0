//! Reading what waits: one file at a time, in the order in which the files came. A scan takes long, so
//! it makes room for the files behind it as soon as it is known to be one, and is read beside them.

use crate::{App, AppError, Scans, Upload, Uploaded};
use haidang_domain::{CommandId, Refusal};
use haidang_reading::ReadError;
use haidang_store::{IntakeRow, Lane, Outcome};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use uuid::Uuid;

/// How often a reading is begun that the machine cuts off, before the file is given up.
const MOST_ATTEMPTS: u64 = 5;
/// How often a reading is tried again because somebody changed its instrument in the meantime.
const MOST_RACES: usize = 5;
/// After how long it is looked for files that another node took in.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// How long to wait after the database failed.
const RECOVER: Duration = Duration::from_secs(5);

impl App {
    /// Reads files that wait, one after the other, and scans beside them, for as long as it is let run.
    /// Begun once in a program. What an earlier run left half read is read again: it writes nothing
    /// twice, since the command of a reading is the id of its file.
    pub async fn read_intake(self) {
        tokio::join!(self.read_lane(Lane::Texts), self.read_lane(Lane::Scans));
    }

    async fn read_lane(&self, lane: Lane) {
        let mut cut_off = true;
        loop {
            match self.read_all(lane, cut_off).await {
                Ok(()) => {
                    cut_off = false;
                    // Whether something new waits or the time is over: it is looked for either way.
                    let _ = timeout(LOOK_AGAIN, self.signals().waiting(lane).notified()).await;
                }
                Err(error) => {
                    tracing::error!(%error, "files that were handed in cannot be read now");
                    cut_off = true;
                    sleep(RECOVER).await;
                }
            }
        }
    }

    /// A file once it was read or given up, or as it is after so much patience; nothing when there
    /// is no such file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn intake_soon(&self, id: Uuid, patience: Duration) -> Result<Option<IntakeRow>, AppError> {
        let until = Instant::now() + patience;
        loop {
            let over = self.signals().over.notified();
            let row = self.store().intake(id).await?;
            if row.as_ref().is_none_or(|row| row.state.is_over()) || timeout_at(until, over).await.is_err() {
                return Ok(row);
            }
        }
    }

    async fn read_all(&self, lane: Lane, cut_off: bool) -> Result<(), AppError> {
        if cut_off {
            self.store().resume_intake(lane, MOST_ATTEMPTS).await?;
        }
        while let Some(row) = self.store().claim_intake(lane).await? {
            let id = row.file.id;
            // In a task of its own, so that one file cannot end the reading of all.
            let read = tokio::spawn(self.clone().read_one(row)).await;
            let read = read.unwrap_or_else(|error| Err(AppError::Machine(error.to_string())));
            if lane == Lane::Texts && matches!(read, Err(AppError::Reading(ReadError::Scanned { .. }))) {
                self.store().send_to_scans(id).await?;
                self.signals().waiting(Lane::Scans).notify_one();
                continue;
            }
            let outcome = read.map_or_else(|error| failed(id, &error), outcome);
            self.store().finish_intake(id, outcome, self.now()).await?;
            self.signals().over.notify_waiters();
        }
        Ok(())
    }

    async fn read_one(self, row: IntakeRow) -> Result<Uploaded, AppError> {
        let by = self.session_of(row.file.actor).await?.ok_or(Refusal::NotPermitted)?;
        let scans = match row.lane {
            Lane::Texts => Scans::Refused,
            Lane::Scans => Scans::Recognised,
        };
        let mut races = 0;
        loop {
            let upload = Upload {
                file_name: row.file.file_name.clone(),
                bytes: self.store().intake_bytes(row.file.id).await?,
                language: row.file.language,
                command: CommandId(row.file.id),
            };
            match self.take_in(&by, upload, scans).await {
                Err(AppError::Stale { .. }) if races < MOST_RACES => races += 1,
                answer => return answer,
            }
        }
    }
}

fn outcome(uploaded: Uploaded) -> Outcome {
    let Uploaded { instrument, version, found, repeated, .. } = uploaded;
    Outcome::Read { instrument, version, found, repeated }
}

/// Why it was given up, as a code that pages have words for. Of a classified document nothing stays.
fn failed(id: Uuid, error: &AppError) -> Outcome {
    let (code, keep) = match error {
        AppError::Reading(error) => (error.key(), true),
        AppError::Refused(Refusal::Classified) => ("classified", false),
        AppError::Refused(Refusal::NotPermitted) => ("not-permitted", true),
        error => {
            tracing::error!(%id, %error, "a file that was handed in could not be read");
            ("broken", true)
        }
    };
    Outcome::Failed { error: code.to_owned(), keep }
}
