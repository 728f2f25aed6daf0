//! Accounts, for administrators: who may do what.

use super::sign_in::account_trouble;
use crate::Web;
use crate::components::{Choice, Page, Trouble, choices};
use crate::fields::{Fields, Posted, new_command};
use crate::problem::{Problem, html};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{AppError, NewAccount, Session};
use haidang_domain::account::Command;
use haidang_domain::{AccountId, OrganisationId, Role, Scope, scope};
use haidang_store::{AccountRow, OrganisationRow};

#[derive(Template)]
#[template(path = "account/list.html")]
struct ListView {
    page: Page,
    trouble: Option<Trouble>,
    rows: Vec<Row>,
    name: String,
    login: String,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
    opening: bool,
}

struct Row {
    id: String,
    name: String,
    login: String,
    role: String,
    organisation: String,
    closed: bool,
    command: String,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
}

/// The accounts.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
) -> Result<Response, Problem> {
    page(&web, &visit, &by, None).await
}

fn allowed(by: &Session) -> Result<(), Problem> {
    let reach = scope(by.actor.role, haidang_domain::Act::KeepAccounts);
    if reach == Scope::Everything { Ok(()) } else { Err(Problem::Forbidden) }
}

async fn page(
    web: &Web,
    visit: &Visit,
    by: &Session,
    attempt: Option<(&Fields, Trouble)>,
) -> Result<Response, Problem> {
    allowed(by)?;
    let words = visit.words;
    let accounts = web.app.store().accounts().await?;
    let organisations = web.app.organisations().await?;
    let status = if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let empty = Fields::default();
    let (typed, trouble) = attempt.map_or((&empty, None), |(typed, trouble)| (typed, Some(trouble)));
    let opening = typed.get("what") == "open";
    let typed = if opening { typed } else { &empty };
    let view = ListView {
        page: visit.page(web, words.t("accounts-title"), "/accounts"),
        trouble,
        rows: accounts.iter().map(|account| row(words, &organisations, account)).collect(),
        name: typed.get("name").to_owned(),
        login: typed.get("login").to_owned(),
        roles: role_choices(words, typed.get("role")),
        organisations: organisation_choices(words, &organisations, typed.get("organisation")),
        opening,
    };
    html(status, &view)
}

fn row(words: Words, organisations: &[OrganisationRow], account: &AccountRow) -> Row {
    let own = account.organisation.map(|id| id.to_string()).unwrap_or_default();
    let body = organisations.iter().find(|row| Some(row.id) == account.organisation);
    Row {
        id: account.id.to_string(),
        name: account.name.clone().unwrap_or_else(|| words.t("account-name-erased")),
        login: account.login.clone().unwrap_or_default(),
        role: words.label("role", account.role.code()),
        organisation: body.map(|row| words.name(&row.names)).unwrap_or_default(),
        closed: account.closed,
        command: new_command().to_string(),
        roles: role_choices(words, account.role.code()),
        organisations: organisation_choices(words, organisations, &own),
    }
}

fn role_choices(words: Words, chosen: &str) -> Vec<Choice> {
    choices(words, "role", &Role::ALL.map(Role::code), chosen)
}

fn organisation_choices(words: Words, organisations: &[OrganisationRow], chosen: &str) -> Vec<Choice> {
    let open = organisations.iter().filter(|row| row.ended_on.is_none() || row.id.to_string() == chosen);
    let choice = |row: &OrganisationRow| {
        let value = row.id.to_string();
        Choice { chosen: value == chosen, value, name: words.name(&row.names) }
    };
    open.map(choice).collect()
}

/// Opens or changes an account as a form asks, and goes back to the list.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    allowed(&by)?;
    let answer = match fields.get("what") {
        "open" => open(&web, &by, &fields).await?.map(|_| "notice-account-opened"),
        what => one(&web, &by, what, &fields).await?.map(|()| "notice-account-changed"),
    };
    match answer {
        Ok(key) => {
            visit.flash(key).await?;
            Ok(Redirect::to("/accounts").into_response())
        }
        Err(error) => {
            let trouble = account_trouble(visit.words, error)?;
            page(&web, &visit, &by, Some((&fields, trouble))).await
        }
    }
}

async fn open(web: &Web, by: &Session, fields: &Fields) -> Result<Result<AccountId, AppError>, Problem> {
    let new = NewAccount {
        login: fields.get("login").to_owned(),
        name: fields.get("name").to_owned(),
        password: typed_password(fields),
        role: role(fields)?,
        organisation: fields.parse("organisation"),
    };
    Ok(web.app.open_account(by, new).await)
}

async fn one(web: &Web, by: &Session, what: &str, fields: &Fields) -> Result<Result<(), AppError>, Problem> {
    let id: AccountId = fields.parse("account").ok_or(Problem::Malformed)?;
    if what == "password" {
        return Ok(web.app.set_password(by, id, typed_password(fields)).await);
    }
    let organisation: Option<OrganisationId> = fields.parse("organisation");
    let command = match what {
        // The use case counts the other administrators itself.
        "role" => Command::ChangeRole { role: role(fields)?, organisation, other_administrators: 0 },
        "close" => Command::Close { other_administrators: 0 },
        "reopen" => Command::Reopen,
        _ => return Err(Problem::Malformed),
    };
    Ok(web.app.change_account(by, id, command, fields.command()).await)
}

/// The password to the letter: blanks at its ends belong to it.
fn typed_password(fields: &Fields) -> String {
    fields.0.iter().find(|(name, _)| name == "password").map(|(_, text)| text.clone()).unwrap_or_default()
}

fn role(fields: &Fields) -> Result<Role, Problem> {
    Role::from_code(fields.get("role")).ok_or(Problem::Malformed)
}
