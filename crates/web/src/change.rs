//! Forms that change a record: what they ask of the use cases, what comes back, and the page for
//! a form whose record was changed by somebody else in the meantime.

use crate::Web;
use crate::components::{ChangeFields, Page, Trouble};
use crate::fields::{Fields, new_command};
use crate::problem::{Problem, html};
use crate::visit::Visit;
use crate::words::{Words, read_deadline};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{AppError, Change};
use haidang_domain::{Act, Refusal};

/// A change as its form asks for it.
pub(crate) fn change<C>(fields: &Fields, what: C) -> Change<C> {
    Change {
        command: fields.command(),
        expected_version: fields.expected_version(),
        authority: fields.owned("authority"),
        effective_on: fields.date("effective_on"),
        what,
    }
}

/// A form that was sent and not accepted: shown again as it was typed, with the reason.
pub(crate) struct Attempt {
    /// The name of the form.
    pub(crate) what: String,
    /// What was typed.
    pub(crate) fields: Fields,
    /// What to do about it.
    pub(crate) trouble: Trouble,
}

impl Attempt {
    /// The attempt of a form that trouble was found with.
    pub(crate) fn new(fields: &Fields, trouble: Trouble) -> Self {
        Self { what: fields.get("what").to_owned(), fields: fields.clone(), trouble }
    }

    /// What was typed into the form of this name, if it is the one that was sent.
    pub(crate) fn of<'a>(attempt: Option<&'a Self>, what: &str) -> Option<&'a Fields> {
        attempt.filter(|attempt| attempt.what == what).map(|attempt| &attempt.fields)
    }
}

/// The text of a field: as typed when the form came back, or else what is so.
pub(crate) fn text_of(typed: Option<&Fields>, name: &str, otherwise: &str) -> String {
    typed.map_or(otherwise, |typed| typed.get(name)).to_owned()
}

/// What a change came to.
pub(crate) enum Outcome {
    /// It was made.
    Done,
    /// The rules said no: show the form again.
    Trouble(Trouble),
    /// Another change came first: show both.
    Stale,
}

/// Sorts what a use case answered into what the page does about it.
pub(crate) fn outcome<T>(words: Words, what: &str, answer: Result<T, AppError>) -> Result<Outcome, Problem> {
    match answer {
        Ok(_) => Ok(Outcome::Done),
        Err(AppError::Stale { .. }) => Ok(Outcome::Stale),
        Err(AppError::Refused(refusal)) if !matches!(refusal, Refusal::NotPermitted | Refusal::Unknown) => {
            Ok(Outcome::Trouble(trouble(words, what, &refusal)))
        }
        Err(error) => Err(Problem::from(error)),
    }
}

/// Goes back to the page of a record that was changed, and says so there.
pub(crate) async fn done(visit: &Visit, notice: &'static str, page: &str) -> Result<Response, Problem> {
    visit.flash(notice).await?;
    Ok(Redirect::to(page).into_response())
}

/// A refusal as a trouble of the form `what`.
pub(crate) fn trouble(words: Words, what: &str, refusal: &Refusal) -> Trouble {
    let field = match refusal {
        Refusal::Empty { field } | Refusal::OutOfRange { field, .. } => format!("{what}-{field}"),
        _ => format!("form-{what}"),
    };
    Trouble { words: words.refusal(refusal), field }
}

/// A trouble that the page itself found with a field.
pub(crate) fn field_trouble(words: Words, what: &str, field: &str, key: &str) -> Trouble {
    Trouble { words: words.t(key), field: format!("{what}-{field}") }
}

/// One field of a form that came too late: what was typed, and what is now so.
struct StaleRow {
    label: String,
    typed: String,
    now: String,
    same: bool,
}

#[derive(Template)]
#[template(path = "stale.html")]
struct StaleView {
    page: Page,
    action: String,
    back: String,
    rows: Vec<StaleRow>,
    hidden: Vec<(String, String)>,
    command: String,
    version: u64,
}

/// What is now so, for the page about a form that came too late.
pub(crate) struct Now<'a> {
    /// Where the form is sent.
    pub(crate) action: &'a str,
    /// The version that the record has now.
    pub(crate) version: u64,
    /// The fields of the form and what is so about each, in words.
    pub(crate) fields: Vec<(&'static str, String)>,
}

/// The page for a form that came too late: both sides, and a button to apply it all the same.
pub(crate) fn stale(web: &Web, visit: &Visit, typed: &Fields, now: Now<'_>) -> Result<Response, Problem> {
    let words = visit.words;
    let row = |(name, is): (&'static str, String)| {
        let typed = shown(words, name, &typed.names(name).join("; "));
        StaleRow { label: words.field(name), same: typed == is, typed, now: is }
    };
    let ours = ["csrf", "command", "expected_version"];
    let view = StaleView {
        page: visit.page(web, words.t("stale-title"), ""),
        action: now.action.to_owned(),
        back: now.action.to_owned(),
        rows: now.fields.into_iter().map(row).collect(),
        hidden: typed.0.iter().filter(|(name, _)| !ours.contains(&name.as_str())).cloned().collect(),
        command: new_command().to_string(),
        version: now.version,
    };
    html(StatusCode::CONFLICT, &view)
}

/// What was typed, in the words in which pages show it.
fn shown(words: Words, name: &str, typed: &str) -> String {
    match name {
        "progress" | "status" | "stage" | "kind" | "relation" if !typed.is_empty() => {
            words.label(name, typed)
        }
        "deadline" => {
            read_deadline(typed).map_or_else(|| typed.to_owned(), |deadline| words.deadline(deadline))
        }
        "on" | "issued_on" => typed.parse().map_or_else(|_| typed.to_owned(), |day| words.date(day)),
        _ => typed.to_owned(),
    }
}

/// The frame of a form on the page of a record.
pub(crate) struct Frame {
    /// Its hidden and common fields.
    pub(crate) fields: ChangeFields,
    /// Whether it stands open.
    pub(crate) open: bool,
    /// What is wrong with it.
    pub(crate) error: Option<String>,
}

impl Frame {
    /// The frame of the form `what` for a record of this version.
    pub(crate) fn new(page: &Page, what: &'static str, version: u64, attempt: Option<&Attempt>) -> Self {
        let own = attempt.filter(|attempt| attempt.what == what);
        Self {
            fields: ChangeFields::new(page, what, version, own.map(|attempt| &attempt.fields)),
            open: own.is_some(),
            error: own.map(|attempt| attempt.trouble.words.clone()),
        }
    }
}

/// The forms that take a record out of the programme and bring it back; at most one is shown.
pub(crate) struct Removal {
    /// Asks why it is taken out.
    pub(crate) withdraw: Option<ReasonForm>,
    /// Brings it back.
    pub(crate) restore: Option<Frame>,
}

impl Removal {
    /// The forms for a record of this version, for whoever may use them.
    pub(crate) fn new(
        visit: &Visit,
        page: &Page,
        (version, withdrawn): (u64, bool),
        attempt: Option<&Attempt>,
    ) -> Self {
        let may = visit.may(Act::Withdraw);
        Self {
            withdraw: (may && !withdrawn).then(|| ReasonForm::new(page, "withdraw", version, attempt)),
            restore: (may && withdrawn).then(|| Frame::new(page, "restore", version, attempt)),
        }
    }

    /// Whether one of them is shown.
    pub(crate) const fn is_some(&self) -> bool {
        self.withdraw.is_some() || self.restore.is_some()
    }
}

/// A form that asks for a reason.
pub(crate) struct ReasonForm {
    /// Its frame.
    pub(crate) frame: Frame,
    /// The reason as typed.
    pub(crate) reason: String,
}

impl ReasonForm {
    /// The form `what` for a record of this version.
    pub(crate) fn new(page: &Page, what: &'static str, version: u64, attempt: Option<&Attempt>) -> Self {
        let reason = text_of(Attempt::of(attempt, what), "reason", "");
        Self { frame: Frame::new(page, what, version, attempt), reason }
    }
}
