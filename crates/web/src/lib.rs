//! The pages of Haidang: everything that a person sees and presses, made on the server.
//!
//! A request passes the session, then `visit` (who asks, in which language, as of which day), then
//! a page in `pages/`, one file or folder per noun. What goes wrong is a `Problem`, which `visit`
//! turns into a page in the language of the visitor.

mod assets;
mod change;
mod completeness;
mod components;
mod cookies;
mod csrf;
mod csv;
mod details;
mod fields;
mod graph;
mod history;
mod locate;
mod marking;
mod marks;
mod pages;
mod problem;
mod security;
mod sessions;
mod visit;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use haidang_app::App;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

/// Most bytes that a form may have.
const FORM_LIMIT_BYTES: usize = 1 << 20;
/// How long a session lasts after it last changed.
const SESSION_HOURS: i64 = 12;

/// How the pages are served.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// Sign every visitor in as the clerk of the demonstration, and say so on every page.
    pub demo: bool,
    /// Send cookies over HTTPS only.
    pub secure_cookies: bool,
    /// The name of the data that is shown, for the foot of every page.
    pub data_name: String,
}

/// What every handler can reach.
#[derive(Clone)]
pub(crate) struct Web {
    /// The use cases.
    pub(crate) app: App,
    /// How the pages are served.
    pub(crate) config: Arc<WebConfig>,
}

/// All pages. Bind it with `into_make_service_with_connect_info::<SocketAddr>()`.
pub fn router(app: App, config: WebConfig) -> Router {
    let sessions = SessionManagerLayer::new(sessions::Sessions::new(app.store().clone()))
        .with_name("haidang")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(config.secure_cookies)
        .with_expiry(Expiry::OnInactivity(time::Duration::hours(SESSION_HOURS)));
    let web = Web { app, config: Arc::new(config) };
    let pages = pages::routes()
        .layer(DefaultBodyLimit::max(FORM_LIMIT_BYTES))
        .layer(from_fn_with_state(web.clone(), visit::visit))
        .layer(sessions)
        .with_state(web);
    // Pages are not compressed: they hold a secret (the form token) next to words that a visitor chose.
    let assets =
        Router::new().route("/assets/{hash}/{*path}", get(assets::serve)).layer(CompressionLayer::new());
    Router::new()
        .route("/health", get(|| async { "ok" }))
        .merge(assets)
        .merge(pages)
        .layer(from_fn(security::headers))
}
