//! Signing in and out, and the first administrator.

use super::preference::local;
use crate::Web;
use crate::components::{Page, Trouble};
use crate::fields::{Asked, Fields, Posted};
use crate::problem::{Problem, html, ok};
use crate::visit::Visit;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::AppError;
use haidang_domain::Refusal;

#[derive(Template)]
#[template(path = "sign_in/form.html")]
struct SignInView {
    page: Page,
    trouble: Option<Trouble>,
    login: String,
    next: String,
}

/// The form to sign in with.
pub(crate) async fn form(
    State(web): State<Web>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let next = local(asked.get("next")).to_owned();
    let page = visit.page(&web, visit.words.t("sign-in-title"), "/sign-in");
    ok(&SignInView { page, trouble: None, login: String::new(), next })
}

/// Signs in, under a new session id, and goes on to the page that was wanted.
pub(crate) async fn send(
    State(web): State<Web>,
    visit: Visit,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let next = local(fields.get("next")).to_owned();
    let password = fields.0.iter().find(|(name, _)| name == "password").map_or("", |(_, text)| text.as_str());
    match web.app.sign_in(fields.get("login"), password).await {
        Ok(by) => {
            visit.sign_in(by.actor.account).await?;
            Ok(Redirect::to(&next).into_response())
        }
        Err(error) => {
            let trouble = sign_in_trouble(visit.words, error)?;
            let page = visit.page(&web, visit.words.t("sign-in-title"), "/sign-in");
            let view =
                SignInView { page, trouble: Some(trouble), login: fields.get("login").to_owned(), next };
            html(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}

fn sign_in_trouble(words: Words, error: AppError) -> Result<Trouble, Problem> {
    let field = String::from("login");
    match error {
        AppError::WrongPassword => Ok(Trouble { words: words.t("trouble-wrong-password"), field }),
        AppError::Throttled { wait_seconds } => {
            Ok(Trouble { words: words.count("problem-throttled-advice", wait_seconds), field })
        }
        error => Err(Problem::from(error)),
    }
}

/// Ends the session.
pub(crate) async fn out(visit: Visit, Posted(_): Posted) -> Result<Response, Problem> {
    visit.sign_out().await?;
    Ok(Redirect::to("/sign-in").into_response())
}

#[derive(Template)]
#[template(path = "sign_in/setup.html")]
struct SetupView {
    page: Page,
    trouble: Option<Trouble>,
    token: String,
    name: String,
    login: String,
}

/// The form for the first administrator, from the link that the program printed.
pub(crate) async fn setup_form(
    State(web): State<Web>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    ok(&setup_view(&web, &visit, &asked, None))
}

fn setup_view(web: &Web, visit: &Visit, typed: &Fields, trouble: Option<Trouble>) -> SetupView {
    SetupView {
        page: visit.page(web, visit.words.t("setup-title"), "/setup"),
        trouble,
        token: typed.get("token").to_owned(),
        name: typed.get("name").to_owned(),
        login: typed.get("login").to_owned(),
    }
}

/// Opens the account of the first administrator and signs it in.
pub(crate) async fn setup(
    State(web): State<Web>,
    visit: Visit,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let words = visit.words;
    let password =
        |name: &str| fields.0.iter().find(|(own, _)| own == name).map_or("", |(_, text)| text.as_str());
    let trouble = if password("password") == password("again") {
        let (token, name, login) = (fields.get("token"), fields.get("name"), fields.get("login"));
        match web.app.create_administrator(token, name, login, password("password")).await {
            Ok(by) => {
                visit.sign_in(by.actor.account).await?;
                return Ok(Redirect::to("/").into_response());
            }
            Err(error) => account_trouble(words, error)?,
        }
    } else {
        Trouble { words: words.t("trouble-passwords-differ"), field: "again".to_owned() }
    };
    html(StatusCode::UNPROCESSABLE_ENTITY, &setup_view(&web, &visit, &fields, Some(trouble)))
}

/// What is wrong with a new account, at its field.
pub(super) fn account_trouble(words: Words, error: AppError) -> Result<Trouble, Problem> {
    let (words, field) = match error {
        AppError::WeakPassword { least } => {
            (words.count("trouble-weak-password", u64::try_from(least).unwrap_or(u64::MAX)), "password")
        }
        AppError::LoginTaken => (words.t("trouble-login-taken"), "login"),
        AppError::WrongToken => (words.t("trouble-wrong-token"), "token"),
        AppError::Refused(refusal) => match &refusal {
            Refusal::NotPermitted => return Err(Problem::Forbidden),
            Refusal::Empty { field } => (words.refusal(&refusal), *field),
            _ => (words.refusal(&refusal), "login"),
        },
        error => return Err(Problem::from(error)),
    };
    Ok(Trouble { words, field: field.to_owned() })
}
