//! Who asks, in which language, as of which day: read once for every request, before its page.

use crate::components::{LanguageLink, NavLink, Page};
use crate::problem::Problem;
use crate::words::Words;
use crate::{Web, assets, cookies, csrf};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use haidang_domain::{AccountId, Act, Language, Role, Scope, scope};
use haidang_store::AsAt;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;

const ACCOUNT: &str = "account";
const TOKEN: &str = "token";
const NOTICE: &str = "notice";

/// The places of the navigation: address, and the key of the words.
const PLACES: [(&str, &str); 7] = [
    ("/", "nav-overview"),
    ("/instruments", "nav-instruments"),
    ("/tasks", "nav-tasks"),
    ("/targets", "nav-targets"),
    ("/projects", "nav-projects"),
    ("/recommendations", "nav-recommendations"),
    ("/organisations", "nav-organisations"),
];

/// What a request brings besides its address and its form.
#[derive(Clone)]
pub(crate) struct Visit {
    /// The words of the visitor's language.
    pub(crate) words: Words,
    /// Who is signed in.
    pub(crate) by: Option<Arc<haidang_app::Session>>,
    /// The token that forms must carry.
    pub(crate) csrf: String,
    /// The past day that pages are shown for; `None` for now.
    pub(crate) day: Option<Date>,
    /// Path and query of this page.
    pub(crate) here: String,
    /// The time zone of the locality.
    pub(crate) zone: TimeZone,
    notice: Option<String>,
    session: tower_sessions::Session,
}

impl Visit {
    async fn read(web: &Web, session: tower_sessions::Session, parts: &Parts) -> Result<Self, Problem> {
        let words = Words::new(language(web, &parts.headers));
        let by = signed_in(web, &session).await?;
        let csrf = token(&session).await?;
        let notice = if parts.method == Method::GET { take_notice(words, &session).await? } else { None };
        let here = parts.uri.path_and_query().map_or("/", PathAndQuery::as_str).to_owned();
        Ok(Self {
            words,
            by,
            csrf,
            day: past_day(web, &parts.headers),
            here,
            zone: zone(web),
            notice,
            session,
        })
    }

    /// The clocks of the page: the day it is shown for, and until when the record counts.
    pub(crate) fn as_at(&self, web: &Web) -> AsAt {
        web.app.as_at(self.day)
    }

    /// The day that the page is shown for.
    pub(crate) fn day_shown(&self, web: &Web) -> Date {
        self.day.unwrap_or_else(|| web.app.today())
    }

    /// Whether forms are shown: somebody is signed in whose role reaches so far, and the page shows now.
    pub(crate) fn may(&self, act: Act) -> bool {
        let reach = |role: Role| scope(role, act) != Scope::Nothing;
        self.day.is_none() && self.by.as_ref().is_some_and(|by| reach(by.actor.role))
    }

    /// Says something at the top of the next page.
    pub(crate) async fn flash(&self, key: &str) -> Result<(), Problem> {
        self.session.insert(NOTICE, (key, None::<u64>)).await?;
        Ok(())
    }

    /// Says something that counts at the top of the next page.
    pub(crate) async fn flash_count(&self, key: &str, count: u64) -> Result<(), Problem> {
        self.session.insert(NOTICE, (key, Some(count))).await?;
        Ok(())
    }

    /// Remembers a choice of the visitor for as long as the session lasts.
    pub(crate) async fn remember(&self, key: &str, choice: &str) -> Result<(), Problem> {
        if self.remembered(key).await?.as_deref() != Some(choice) {
            self.session.insert(key, choice).await?;
        }
        Ok(())
    }

    /// The choice that was remembered.
    pub(crate) async fn remembered(&self, key: &str) -> Result<Option<String>, Problem> {
        Ok(self.session.get::<String>(key).await?)
    }

    /// Signs an account in, under a new session id.
    pub(crate) async fn sign_in(&self, account: AccountId) -> Result<(), Problem> {
        self.session.cycle_id().await?;
        self.session.insert(ACCOUNT, account).await?;
        self.session.insert(TOKEN, csrf::new_token()).await?;
        Ok(())
    }

    /// Ends the session.
    pub(crate) async fn sign_out(&self) -> Result<(), Problem> {
        self.session.flush().await?;
        Ok(())
    }

    /// The frame of a page. `section` is the address of its place in the navigation.
    pub(crate) fn page(&self, web: &Web, title: String, section: &'static str) -> Page {
        let today = web.app.today();
        let by = self.by.as_deref();
        let role = by.map(|by| by.actor.role);
        Page {
            words: self.words,
            title,
            csrf: self.csrf.clone(),
            here: self.here.clone(),
            today: today.to_string(),
            day: self.day.unwrap_or(today).to_string(),
            past: self.day.map(|day| self.words.with("past-banner", &[("day", &self.words.date(day))])),
            demo: web.config.demo,
            locality: web.app.locality().names.get(self.words.language()).to_owned(),
            data_name: web.config.data_name.clone(),
            person: by.map(|by| by.name.clone()),
            role: role.map(|role| self.words.label("role", role.code())).unwrap_or_default(),
            keeps_accounts: role.is_some_and(|role| scope(role, Act::KeepAccounts) == Scope::Everything),
            styles: assets::url("app.css"),
            languages: self.languages(),
            nav: self.nav(section),
            notice: self.notice.clone(),
        }
    }

    fn languages(&self) -> Vec<LanguageLink> {
        let mut next = String::new();
        crate::fields::encode(&self.here, &mut next);
        let link = |language: Language| LanguageLink {
            code: language.code(),
            name: match language {
                Language::Vi => "Tiếng Việt",
                Language::En => "English",
                Language::Fr => "Français",
            },
            href: format!("/language?to={}&next={next}", language.code()),
            current: language == self.words.language(),
        };
        Language::ALL.into_iter().map(link).collect()
    }

    fn nav(&self, section: &str) -> Vec<NavLink> {
        let link = |(href, key): (&'static str, &'static str)| NavLink {
            href,
            name: self.words.t(key),
            current: href == section,
        };
        PLACES.into_iter().map(link).collect()
    }
}

/// The middleware: reads the visit before the page, and renders the problem after it.
pub(crate) async fn visit(
    State(web): State<Web>,
    session: tower_sessions::Session,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match Visit::read(&web, session.clone(), &parts).await {
        Ok(visit) => visit,
        Err(problem) => return problem.render(&web, &stranger(&web, session, &parts)),
    };
    parts.extensions.insert(visit.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem.render(&web, &visit),
        None => response,
    }
}

/// A visit of which nothing could be read but its headers.
fn stranger(web: &Web, session: tower_sessions::Session, parts: &Parts) -> Visit {
    Visit {
        words: Words::new(language(web, &parts.headers)),
        by: None,
        csrf: String::new(),
        day: None,
        here: String::from("/"),
        zone: zone(web),
        notice: None,
        session,
    }
}

fn language(web: &Web, headers: &HeaderMap) -> Language {
    let chosen = cookies::read(headers, cookies::LANGUAGE).and_then(|code| Language::from_code(&code));
    chosen.unwrap_or(web.app.locality().default_language)
}

fn past_day(web: &Web, headers: &HeaderMap) -> Option<Date> {
    let day: Date = cookies::read(headers, cookies::DAY)?.parse().ok()?;
    (day < web.app.today()).then_some(day)
}

/// The time zone of the locality; the program does not start with a name that there is none for.
fn zone(web: &Web) -> TimeZone {
    TimeZone::get(&web.app.locality().time_zone).unwrap_or(TimeZone::UTC)
}

async fn signed_in(
    web: &Web,
    session: &tower_sessions::Session,
) -> Result<Option<Arc<haidang_app::Session>>, Problem> {
    if let Some(account) = session.get::<AccountId>(ACCOUNT).await? {
        if let Some(by) = web.app.session_of(account).await? {
            return Ok(Some(Arc::new(by)));
        }
        session.flush().await?;
    }
    if web.config.demo { Ok(Some(Arc::new(web.app.demo_session().await?))) } else { Ok(None) }
}

async fn token(session: &tower_sessions::Session) -> Result<String, Problem> {
    if let Some(token) = session.get::<String>(TOKEN).await? {
        return Ok(token);
    }
    let token = csrf::new_token();
    session.insert(TOKEN, &token).await?;
    Ok(token)
}

async fn take_notice(words: Words, session: &tower_sessions::Session) -> Result<Option<String>, Problem> {
    let Some((key, count)) = session.get::<(String, Option<u64>)>(NOTICE).await? else {
        return Ok(None);
    };
    session.remove::<(String, Option<u64>)>(NOTICE).await?;
    Ok(Some(count.map_or_else(|| words.t(&key), |count| words.count(&key, count))))
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::Internal)
    }
}

/// A visit by somebody who is signed in.
pub(crate) struct SignedIn {
    /// The visit.
    pub(crate) visit: Visit,
    /// Who is signed in.
    pub(crate) by: Arc<haidang_app::Session>,
}

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let by = visit.by.clone().ok_or(Problem::SignIn)?;
        Ok(Self { visit, by })
    }
}
