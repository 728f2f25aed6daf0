//! An application to try things in: the locality of the project, on the morning of 2 March 2026.

use crate::clock::ManualClock;
use crate::shared::hai_phong;
use haidang_app::{App, AppError, Decoder, InThisProcess, ReviewDecision, Session, Upload, Uploaded};
use haidang_domain::{CommandId, instrument};
use std::error::Error;
use std::sync::Arc;

/// A database of its own, gone with the application.
pub const IN_MEMORY: &str = "sqlite::memory:";

/// An application over the database at `url`, and its clock to set. Nothing of the locality is taken in.
///
/// # Errors
/// When the folder of the locality is wrong or the database cannot be opened.
pub async fn bare(url: &str, decoder: impl Decoder + 'static) -> Result<(App, ManualClock), Box<dyn Error>> {
    let clock = ManualClock::at("2026-03-02T02:00:00Z".parse()?);
    let app = App::open(url, hai_phong()?, Arc::new(clock.clone()), Arc::new(decoder)).await?;
    Ok((app, clock))
}

/// An application over the database at `url` with its locality, and a clerk.
///
/// # Errors
/// As [`bare`].
pub async fn with_clerk(
    url: &str,
    decoder: impl Decoder + 'static,
) -> Result<(App, Session), Box<dyn Error>> {
    let (app, _) = bare(url, decoder).await?;
    app.load_locality().await?;
    let clerk = app.demo_session().await?;
    Ok((app, clerk))
}

/// The same in memory, where documents are decoded in this process.
///
/// # Errors
/// As [`bare`].
pub async fn in_memory() -> Result<(App, Session), Box<dyn Error>> {
    with_clerk(IN_MEMORY, InThisProcess).await
}

/// A new press of a button.
pub fn command(app: &App) -> CommandId {
    CommandId(app.new_id())
}

/// Takes a text in.
///
/// # Errors
/// When it is refused.
pub async fn upload(app: &App, by: &Session, name: &str, text: &str) -> Result<Uploaded, AppError> {
    let (file_name, bytes) = (name.to_owned(), text.as_bytes().to_vec());
    app.upload(by, Upload { file_name, bytes, language: None, command: command(app) }).await
}

/// Decides about a finding of what was taken in.
///
/// # Errors
/// When it is refused.
pub async fn review(
    app: &App,
    by: &Session,
    uploaded: Uploaded,
    decision: ReviewDecision,
) -> Result<instrument::State, AppError> {
    app.review(by, uploaded.instrument, None, decision, command(app)).await
}
