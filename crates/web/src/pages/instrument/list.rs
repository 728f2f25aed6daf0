//! The list of instruments.

use crate::Web;
use crate::components::{Choice, Page, Pager, Place, SortLink, Sorting, choices, page_asked};
use crate::fields::Asked;
use crate::pages::origin::short_name;
use crate::problem::{Problem, ok};
use crate::visit::SignedIn;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_domain::instrument::InstrumentKind;
use haidang_domain::{Act, InstrumentId};
use haidang_store::{InstrumentFilter, InstrumentRow, InstrumentSort};

const PER_PAGE: u32 = 50;
const SORTS: [(&str, InstrumentSort); 3] = [
    ("issued", InstrumentSort::Issued),
    ("changed", InstrumentSort::Changed),
    ("symbol", InstrumentSort::Symbol),
];

#[derive(Template)]
#[template(path = "instrument/list.html")]
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its template")]
struct ListView {
    page: Page,
    q: String,
    year: String,
    kinds: Vec<Choice>,
    pending_only: bool,
    cited_only: bool,
    conflicts: bool,
    any: bool,
    may_upload: bool,
    symbol: SortLink,
    issued: SortLink,
    rows: Vec<Row>,
    pager: Pager,
    sort: String,
    descending: bool,
}

struct Row {
    href: String,
    name: String,
    title: String,
    issuer: String,
    issued_on: String,
    versions: String,
    findings: String,
    accepted: String,
    pending: Option<String>,
    review: String,
    is_version: bool,
    /// Known without a text.
    is_stub: bool,
    differs: bool,
}

/// The instruments that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let by_column = SORTS.into_iter().find(|(name, _)| *name == asked.get("sort"));
    // The newest first, unless an order was asked for.
    let newest_first = by_column.is_none();
    let (sort, order) = by_column.unwrap_or(("issued", InstrumentSort::Issued));
    let differing = web.app.conflicts(visit.as_at(&web)).await?;
    let only = asked.ticked("conflicts").then(|| differing.clone());
    let filter = InstrumentFilter {
        words: asked.owned("q"),
        kind: asked.some("kind").and_then(InstrumentKind::from_code),
        year: asked.parse("year"),
        pending_only: asked.ticked("pending_only"),
        cited_only: asked.ticked("cited_only"),
        only: only.clone(),
        sort: order,
        descending: asked.ticked("descending") || newest_first,
        page: page_asked(&asked),
        per_page: PER_PAGE,
        ..InstrumentFilter::default()
    };
    let found = web.app.store().instruments(&filter, visit.as_at(&web)).await?;
    let sorting = Sorting { path: "/instruments", asked: &asked, by: sort, descending: filter.descending };
    let place =
        Place { page: found.page, per_page: PER_PAGE, total: found.total, counted: "instrument-count" };
    let view = ListView {
        page: visit.page(&web, words.t("instruments-title"), "/instruments"),
        q: asked.get("q").to_owned(),
        year: asked.get("year").to_owned(),
        kinds: choices(words, "kind", &InstrumentKind::ALL.map(InstrumentKind::code), asked.get("kind")),
        pending_only: filter.pending_only,
        cited_only: filter.cited_only,
        conflicts: filter.only.is_some(),
        any: ["q", "kind", "year", "pending_only", "cited_only", "conflicts"]
            .iter()
            .any(|name| asked.ticked(name)),
        may_upload: visit.may(Act::KeepInstruments),
        symbol: sorting.link("symbol", words.t("field-symbol")),
        issued: sorting.link("issued", words.t("field-issued_on")),
        rows: found.rows.iter().map(|instrument| row(words, instrument, &differing)).collect(),
        pager: Pager::new(words, "/instruments", &asked, &place),
        sort: asked.get("sort").to_owned(),
        descending: asked.ticked("descending"),
    };
    ok(&view)
}

fn row(words: Words, instrument: &InstrumentRow, differing: &[InstrumentId]) -> Row {
    let title = words.choose(&instrument.titles).unwrap_or_default();
    let name = short_name(words, instrument.kind, instrument.symbol.as_deref(), &instrument.titles);
    Row {
        href: format!("/instruments/{}", instrument.id),
        title: if instrument.symbol.is_some() { title } else { String::new() },
        name,
        issuer: instrument.issuer.clone().unwrap_or_default(),
        issued_on: instrument.issued_on.map(|day| words.date(day)).unwrap_or_default(),
        versions: words.whole(u64::from(instrument.versions)),
        findings: words.whole(u64::from(instrument.findings)),
        accepted: words.whole(u64::from(instrument.accepted)),
        pending: (instrument.pending > 0)
            .then(|| words.count("review-pending-count", u64::from(instrument.pending))),
        review: format!("/instruments/{}/review", instrument.id),
        is_version: instrument.work.is_some(),
        is_stub: instrument.versions == 0,
        differs: differing.contains(&instrument.id),
    }
}
