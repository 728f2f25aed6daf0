//! The search over everything.

use crate::Web;
use crate::components::Page;
use crate::fields::Asked;
use crate::history::{href, shortened};
use crate::problem::{Problem, ok};
use crate::visit::SignedIn;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_store::Hit;

/// Most hits that are shown.
const MOST_HITS: u32 = 100;
/// Most characters of the title of a hit.
const TITLE_CHARACTERS: usize = 240;

#[derive(Template)]
#[template(path = "search/show.html")]
struct SearchView {
    page: Page,
    q: String,
    summary: Option<String>,
    hits: Vec<Row>,
}

struct Row {
    noun: String,
    title: String,
    href: String,
}

/// What was found for the words of an address.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let hits = match asked.some("q") {
        Some(wanted) => web.app.store().search(wanted, MOST_HITS).await?,
        None => Vec::new(),
    };
    let row = |hit: &Hit| Row {
        noun: words.label("noun", hit.stream.noun.code()),
        title: shortened(&hit.title, TITLE_CHARACTERS),
        href: href(hit.stream),
    };
    let count = u64::try_from(hits.len()).unwrap_or(u64::MAX);
    let view = SearchView {
        page: visit.page(&web, words.t("search-title"), "/search"),
        q: asked.get("q").to_owned(),
        summary: asked.some("q").map(|_| words.count("search-count", count)),
        hits: hits.iter().map(row).collect(),
    };
    ok(&view)
}
