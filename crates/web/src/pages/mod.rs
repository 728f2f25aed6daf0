//! The pages, one file or folder per noun, and the addresses where they stand. A form is sent to
//! the address of the page that it stands on, so that a page shown in answer can be loaded again.

mod account;
mod bodies;
mod instrument;
mod intake;
mod organisation;
mod origin;
mod overview;
mod preference;
mod project;
mod recommendation;
mod review;
mod search;
mod sign_in;
mod target;
mod task;
mod upload;

use crate::Web;
use crate::problem::Problem;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// Most bytes that a form with documents may have: as many as are taken at once, and what is around them.
const UPLOAD_LIMIT_BYTES: usize = 520 << 20;

/// All pages.
pub(crate) fn routes() -> Router<Web> {
    let upload = get(upload::form).post(upload::send).layer(DefaultBodyLimit::max(UPLOAD_LIMIT_BYTES));
    Router::new()
        .route("/", get(overview::show))
        .route("/instruments", get(instrument::list))
        .route("/instruments/upload", upload)
        .route("/instruments/intake/{id}", get(intake::show).post(intake::change))
        .route("/instruments/graph", get(instrument::graph))
        .route("/instruments/{id}", get(instrument::show).post(instrument::change))
        .route("/instruments/{id}/versions", get(instrument::compare))
        .route("/instruments/{id}/download", get(instrument::download))
        .route("/instruments/{id}/coverage", get(instrument::coverage).post(instrument::judge))
        .route("/instruments/{id}/coverage.csv", get(instrument::coverage_csv))
        .route("/instruments/{id}/review", get(review::show).post(review::decide))
        .route("/tasks", get(task::list))
        .route("/tasks.csv", get(task::csv))
        .route("/tasks/{id}", get(task::show).post(task::change))
        .route("/targets", get(target::list))
        .route("/targets/{id}", get(target::show).post(target::change))
        .route("/projects", get(project::list))
        .route("/projects/{id}", get(project::show).post(project::change))
        .route("/recommendations", get(recommendation::list))
        .route("/recommendations/{id}", get(recommendation::show).post(recommendation::change))
        .route("/organisations", get(organisation::list))
        .route("/search", get(search::show))
        .route("/accounts", get(account::list).post(account::change))
        .route("/sign-in", get(sign_in::form).post(sign_in::send))
        .route("/sign-out", post(sign_in::out))
        .route("/setup", get(sign_in::setup_form).post(sign_in::setup))
        .route("/language", get(preference::language))
        .route("/as-at", get(preference::as_at))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
}

async fn not_found() -> Problem {
    Problem::NotFound
}

async fn wrong_method() -> Problem {
    Problem::Method
}
