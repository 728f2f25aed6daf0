//! Bodies: the list, with those that went into others.

use crate::Web;
use crate::components::{Link, Page};
use crate::fields::Asked;
use crate::problem::{Problem, ok};
use crate::visit::SignedIn;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_domain::OrganisationId;
use haidang_store::{OrganisationRow, fold};

#[derive(Template)]
#[template(path = "organisation/list.html")]
struct ListView {
    page: Page,
    q: String,
    summary: String,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    name: String,
    aliases: String,
    level: String,
    founded: String,
    ended: Option<String>,
    successors: Vec<Link>,
    source: String,
    tasks: String,
}

/// The bodies that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let all = web.app.store().organisations(visit.as_at(&web)).await?;
    let asked_for = fold(asked.get("q"));
    let rows: Vec<Row> =
        all.iter().filter(|row| named(row, &asked_for)).map(|row| view(words, &all, row)).collect();
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let view = ListView {
        page: visit.page(&web, words.t("organisations-title"), "/organisations"),
        q: asked.get("q").to_owned(),
        summary: words.count("organisation-count", count),
        rows,
    };
    ok(&view)
}

/// Whether one of the names of a body holds these folded words.
fn named(row: &OrganisationRow, folded: &str) -> bool {
    let names = [Some(&row.names.vi), row.names.en.as_ref(), row.names.fr.as_ref()];
    let mut names = names.into_iter().flatten().chain(&row.names.aliases);
    folded.is_empty() || names.any(|name| fold(name).contains(folded))
}

fn view(words: Words, all: &[OrganisationRow], row: &OrganisationRow) -> Row {
    let successor = |id: &OrganisationId| {
        let known = all.iter().find(|other| other.id == *id);
        let name = known.map_or_else(|| words.t("not-known"), |other| words.name(&other.names));
        Link { href: format!("#organisation-{id}"), name }
    };
    Row {
        id: row.id.to_string(),
        name: words.name(&row.names),
        aliases: row.names.aliases.join("; "),
        level: words.label_or_code("organisation-level", &row.level),
        founded: row.founded_on.map(|day| words.date(day)).unwrap_or_default(),
        ended: row.ended_on.map(|day| words.with("organisation-ended", &[("day", &words.date(day))])),
        successors: row.successors.iter().map(successor).collect(),
        source: row.source.clone(),
        tasks: format!("/tasks?party={}", row.id),
    }
}
