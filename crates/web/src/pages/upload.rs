//! New documents: files, archives of files, or words that were pasted. What is sent is kept at once
//! and read in the background; a single short document is waited for.

use crate::components::{Choice, Link, Page, Trouble, choices};
use crate::fields::{Fields, new_command};
use crate::pages::intake;
use crate::problem::{Problem, html, ok};
use crate::visit::{SignedIn, Visit};
use crate::{Web, assets, csrf};
use askama::Template;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{Multipart, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{Handover, MOST_FILE_BYTES, Session};
use haidang_domain::{Act, Language, Scope, scope};
use haidang_store::{IntakeRow, IntakeState};
use std::time::Duration;
use uuid::Uuid;

/// The name of a document that was pasted.
pub(super) const PASTED: &str = "paste";
/// How long a single document is waited for, before its page is shown while it is read.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many of the latest batches the form lists.
const LATEST: u32 = 8;

#[derive(Template)]
#[template(path = "instrument/upload.html")]
struct UploadView {
    page: Page,
    script: String,
    trouble: Option<Trouble>,
    command: String,
    languages: Vec<Choice>,
    text: String,
    latest: Vec<Link>,
}

/// A form as it was sent, with the files that it brought.
struct Sent {
    fields: Fields,
    batch: Uuid,
    files: Vec<Uuid>,
}

/// The form for new documents.
pub(crate) async fn form(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
) -> Result<Response, Problem> {
    allowed(&by)?;
    ok(&view(&web, &visit, &Fields::default(), None).await?)
}

/// Whether somebody may hand documents in, and see what became of them.
pub(super) fn allowed(by: &Session) -> Result<(), Problem> {
    if scope(by.actor.role, Act::KeepInstruments) == Scope::Nothing {
        Err(Problem::Forbidden)
    } else {
        Ok(())
    }
}

async fn view(
    web: &Web,
    visit: &Visit,
    typed: &Fields,
    trouble: Option<Trouble>,
) -> Result<UploadView, Problem> {
    let words = visit.words;
    let latest = web.app.store().intake_batches(LATEST).await?;
    Ok(UploadView {
        page: visit.page(web, words.t("upload-title"), "/instruments"),
        script: assets::url("upload.js"),
        trouble,
        command: new_command().to_string(),
        languages: choices(words, "language", &Language::ALL.map(Language::code), typed.get("language")),
        text: typed.get("text").to_owned(),
        latest: latest.iter().map(|batch| intake::batch_link(visit, batch)).collect(),
    })
}

/// Keeps what was sent, and goes on to the review of a single document that was read soon, or else
/// to the page that tells how far the reading is.
pub(crate) async fn send(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    allowed(&by)?;
    let multipart = multipart.map_err(|_| Problem::Malformed)?;
    let sent = receive(&web, &by, multipart, &visit.csrf).await?;
    let path = intake::path(sent.batch);
    match sent.files.as_slice() {
        [] => refused(&web, &visit, &sent.fields, visit.words.t("trouble-nothing-sent")).await,
        [one] => match web.app.intake_soon(*one, PATIENCE).await? {
            Some(row) if row.state == IntakeState::Done => {
                let path = read_path(&visit, &row).await?;
                Ok(go_on(&sent.fields, &path))
            }
            Some(row) if row.state == IntakeState::Failed => {
                // The person has the file, and the form again: nothing of it needs to be kept.
                web.app.forget_intake(&by, row.file.id).await?;
                refused(&web, &visit, &sent.fields, intake::error(visit.words, &row)).await
            }
            _ => Ok(go_on(&sent.fields, &path)),
        },
        _ => Ok(go_on(&sent.fields, &path)),
    }
}

async fn refused(web: &Web, visit: &Visit, typed: &Fields, words: String) -> Result<Response, Problem> {
    let trouble = Trouble { words, field: "file".to_owned() };
    html(StatusCode::UNPROCESSABLE_ENTITY, &view(web, visit, typed, Some(trouble)).await?)
}

/// Where it goes on: a script that sent the form is told the address, so that it can go there itself.
fn go_on(fields: &Fields, path: &str) -> Response {
    if fields.ticked("by_script") {
        return ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], path.to_owned()).into_response();
    }
    Redirect::to(path).into_response()
}

async fn read_path(visit: &Visit, row: &IntakeRow) -> Result<String, Problem> {
    let instrument = row.instrument.map(|id| id.to_string()).ok_or(Problem::Internal)?;
    if row.repeated {
        visit.flash("notice-upload-repeated").await?;
        return Ok(format!("/instruments/{instrument}"));
    }
    visit.flash_count("notice-upload-read", row.found.unwrap_or_default().total()).await?;
    Ok(intake::review_path(row).unwrap_or_else(|| format!("/instruments/{instrument}/review")))
}

/// Takes the parts of the form as they come. The token comes before the files, so that no stranger's
/// file is kept.
async fn receive(web: &Web, by: &Session, mut multipart: Multipart, token: &str) -> Result<Sent, Problem> {
    let mut fields = Fields::default();
    let mut handover: Option<Handover<'_>> = None;
    while let Some(field) = multipart.next_field().await.map_err(|error| broken(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if !csrf::same(fields.get("csrf"), token) {
                return Err(Problem::Forged);
            }
            let more = take(opened(web, by, &fields, &mut handover).await?, field).await?;
            if !more {
                break;
            }
        } else {
            let text = field.text().await.map_err(|error| broken(&error))?;
            fields.0.push((name, text));
        }
    }
    if !csrf::same(fields.get("csrf"), token) {
        return Err(Problem::Forged);
    }
    if let Some(text) = fields.some("text") {
        let bytes = text.as_bytes().to_vec();
        opened(web, by, &fields, &mut handover).await?.file(PASTED, bytes).await?;
    }
    let (batch, files) = handover.map(Handover::end).unwrap_or_default();
    Ok(Sent { fields, batch, files })
}

/// The handover of this form, begun with its first file.
async fn opened<'a, 'b>(
    web: &'a Web,
    by: &'a Session,
    fields: &Fields,
    handover: &'b mut Option<Handover<'a>>,
) -> Result<&'b mut Handover<'a>, Problem> {
    match handover {
        Some(handover) => Ok(handover),
        none => {
            let language = Language::from_code(fields.get("language"));
            Ok(none.insert(web.app.hand_over(by, fields.command(), language).await?))
        }
    }
}

/// Takes one file, and says whether more may come. An input without a file sends one without a name
/// and without bytes.
async fn take(handover: &mut Handover<'_>, mut field: Field<'_>) -> Result<bool, Problem> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let (mut bytes, mut length) = (Vec::new(), 0_usize);
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) => {
                length = length.saturating_add(chunk.len());
                if length <= MOST_FILE_BYTES {
                    bytes.extend_from_slice(&chunk);
                }
            }
            Ok(None) => break,
            // What came before is kept; that this one is not taken is said beside it.
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE && !handover.is_empty() => {
                handover.batch_full(&name, length).await?;
                return Ok(false);
            }
            Err(error) => return Err(broken(&error)),
        }
    }
    if length > MOST_FILE_BYTES {
        handover.too_large(&name, length).await?;
    } else if !name.is_empty() || length > 0 {
        handover.file(&name, bytes).await?;
    }
    Ok(true)
}

fn broken(error: &MultipartError) -> Problem {
    match error.status() {
        // A connection that breaks off is not our fault.
        StatusCode::INTERNAL_SERVER_ERROR => Problem::Malformed,
        status => Problem::of_status(status),
    }
}
