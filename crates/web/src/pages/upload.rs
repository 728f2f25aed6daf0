//! A new document: a file, or words that were pasted.

use crate::components::{Choice, Page, Trouble, choices};
use crate::fields::{Fields, new_command};
use crate::problem::{Problem, html, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use crate::{Web, csrf};
use askama::Template;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{AppError, Session, Upload, Uploaded};
use haidang_domain::{Act, Language, Scope, scope};

/// The name of a document that was pasted.
const PASTED: &str = "paste";

#[derive(Template)]
#[template(path = "instrument/upload.html")]
struct UploadView {
    page: Page,
    trouble: Option<Trouble>,
    command: String,
    languages: Vec<Choice>,
    text: String,
}

/// A form with a file as it was sent.
struct Sent {
    fields: Fields,
    file: Option<(String, Vec<u8>)>,
}

/// The form for a new document.
pub(crate) async fn form(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
) -> Result<Response, Problem> {
    allowed(&by)?;
    ok(&view(&web, &visit, &Fields::default(), None))
}

fn allowed(by: &Session) -> Result<(), Problem> {
    if scope(by.actor.role, Act::KeepInstruments) == Scope::Nothing {
        Err(Problem::Forbidden)
    } else {
        Ok(())
    }
}

fn view(web: &Web, visit: &Visit, typed: &Fields, trouble: Option<Trouble>) -> UploadView {
    let words = visit.words;
    UploadView {
        page: visit.page(web, words.t("upload-title"), "/instruments"),
        trouble,
        command: new_command().to_string(),
        languages: choices(words, "language", &Language::ALL.map(Language::code), typed.get("language")),
        text: typed.get("text").to_owned(),
    }
}

/// Takes a document in, has it read, and goes on to its review.
pub(crate) async fn send(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    multipart: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    allowed(&by)?;
    let multipart = multipart.map_err(|_| Problem::Malformed)?;
    let mut sent = read(multipart, &visit.csrf).await?;
    let Some(upload) = upload(&mut sent) else {
        let trouble = Trouble { words: visit.words.t("trouble-nothing-sent"), field: "file".to_owned() };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &view(&web, &visit, &sent.fields, Some(trouble)));
    };
    match web.app.upload(&by, upload).await {
        Ok(uploaded) => go_on(&visit, &uploaded).await,
        Err(error) => {
            let trouble = trouble(visit.words, error)?;
            html(StatusCode::UNPROCESSABLE_ENTITY, &view(&web, &visit, &sent.fields, Some(trouble)))
        }
    }
}

/// The parts of the form. The token comes before the file, so that no stranger's file is read.
async fn read(mut multipart: Multipart, token: &str) -> Result<Sent, Problem> {
    let mut sent = Sent { fields: Fields::default(), file: None };
    while let Some(field) = multipart.next_field().await.map_err(|error| broken(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if !csrf::same(sent.fields.get("csrf"), token) {
                return Err(Problem::Forged);
            }
            let file_name = field.file_name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|error| broken(&error))?;
            sent.file = Some((file_name, bytes.to_vec())).filter(|(_, bytes)| !bytes.is_empty());
        } else {
            let text = field.text().await.map_err(|error| broken(&error))?;
            sent.fields.0.push((name, text));
        }
    }
    if csrf::same(sent.fields.get("csrf"), token) { Ok(sent) } else { Err(Problem::Forged) }
}

fn broken(error: &MultipartError) -> Problem {
    match error.status() {
        // A connection that breaks off is not our fault.
        StatusCode::INTERNAL_SERVER_ERROR => Problem::Malformed,
        status => Problem::of_status(status),
    }
}

/// What the form asks to take in: the file, or else the pasted text; `None` when there is neither.
fn upload(sent: &mut Sent) -> Option<Upload> {
    let (file_name, bytes) = match sent.file.take() {
        Some(file) => file,
        None => (PASTED.to_owned(), sent.fields.some("text")?.as_bytes().to_vec()),
    };
    let language = Language::from_code(sent.fields.get("language"));
    Some(Upload { file_name, bytes, language, command: sent.fields.command() })
}

async fn go_on(visit: &Visit, uploaded: &Uploaded) -> Result<Response, Problem> {
    let path = format!("/instruments/{}", uploaded.instrument);
    if uploaded.repeated {
        visit.flash("notice-upload-repeated").await?;
        return Ok(Redirect::to(&path).into_response());
    }
    let findings = u64::try_from(uploaded.findings).unwrap_or(u64::MAX);
    visit.flash_count("notice-upload-read", findings).await?;
    let version = uploaded.version.map(|version| format!("?version={version}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{path}/review{version}")).into_response())
}

fn trouble(words: Words, error: AppError) -> Result<Trouble, Problem> {
    let words = match error {
        AppError::Reading(error) => words.label("read-error", error.key()),
        AppError::Refused(refusal) => words.refusal(&refusal),
        error => return Err(Problem::from(error)),
    };
    Ok(Trouble { words, field: "file".to_owned() })
}
