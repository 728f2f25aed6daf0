//! What can go wrong with a request, and the page that says so. A handler returns a [`Problem`];
//! the middleware in `visit` renders it, since only it knows the language of the visitor.

use crate::Web;
use crate::components::Page;
use crate::visit::Visit;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::AppError;
use haidang_domain::Refusal;
use haidang_store::StoreError;

/// What went wrong.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// Nobody is signed in, and the page is not for everybody.
    SignIn,
    /// There is no such page or record.
    NotFound,
    /// The role does not reach so far.
    Forbidden,
    /// A form without the token of the session.
    Forged,
    /// The address does not take this method.
    Method,
    /// Another change came first.
    Stale,
    /// The file or form is too large.
    TooLarge,
    /// The request is not understood.
    Malformed,
    /// The rules said no, at a place without a form to show it in.
    Refused(Refusal),
    /// Too many attempts; how many seconds to wait.
    Throttled(u64),
    /// Our fault; the log says what.
    Internal,
}

impl Problem {
    /// The problem that an extractor met, from its status.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            status if status.is_server_error() => Self::Internal,
            _ => Self::Malformed,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Stale => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Throttled(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name in the keys `problem-<code>` and `problem-<code>-advice`.
    fn code(&self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::NotFound => "not-found",
            Self::Forbidden => "forbidden",
            Self::Forged => "forged",
            Self::Method => "method",
            Self::Stale => "stale",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::Refused(_) => "refused",
            Self::Throttled(_) => "throttled",
            Self::Internal => "internal",
        }
    }

    /// The page for this problem, in the language of the visitor.
    pub(crate) fn render(self, web: &Web, visit: &Visit) -> Response {
        if matches!(self, Self::SignIn) {
            return sign_in(&visit.here);
        }
        let words = visit.words;
        let title = words.label("problem", self.code());
        let advice = match &self {
            Self::Refused(refusal) => words.refusal(refusal),
            Self::Throttled(seconds) => words.count("problem-throttled-advice", *seconds),
            _ => words.t(&format!("problem-{}-advice", self.code())),
        };
        let page = visit.page(web, title, "");
        let view = ProblemView { page, advice };
        let body = view.render().unwrap_or_default();
        (self.status(), [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
    }
}

fn sign_in(here: &str) -> Response {
    let mut address = String::from("/sign-in?next=");
    crate::fields::encode(here, &mut address);
    Redirect::to(&address).into_response()
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemView {
    page: Page,
    advice: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Unknown { .. } | AppError::Refused(Refusal::Unknown) => Self::NotFound,
            AppError::Refused(Refusal::NotPermitted) => Self::Forbidden,
            AppError::Refused(refusal) => Self::Refused(refusal),
            AppError::Stale { .. } => Self::Stale,
            AppError::Throttled { wait_seconds } => Self::Throttled(wait_seconds),
            error => {
                tracing::error!(%error, "a use case failed");
                Self::Internal
            }
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::Internal
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be rendered");
        Self::Internal
    }
}

impl From<tower_sessions::session::Error> for Problem {
    fn from(error: tower_sessions::session::Error) -> Self {
        tracing::error!(%error, "a session failed");
        Self::Internal
    }
}

/// The answer with a page.
pub(crate) fn html(status: StatusCode, view: &impl Template) -> Result<Response, Problem> {
    let body = view.render()?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// The answer with a page where all is well.
pub(crate) fn ok(view: &impl Template) -> Result<Response, Problem> {
    html(StatusCode::OK, view)
}
