//! One instrument: its text to read, what was found in it, its relations and its history.

use super::conflict::ConflictView;
use super::details::DetailsView;
use super::relations::RelationsView;
use super::text::{Found, TextView, text_view};
use super::versions::VersionsView;
use crate::Web;
use crate::change::Attempt;
use crate::components::{Page, Trouble};
use crate::fields::{Asked, Fields, Id};
use crate::history::{self, HistoryRow, commitment_href, shortened};
use crate::marking::Span;
use crate::marks::Mark;
use crate::pages::origin::{full_name, short_name};
use crate::problem::{Problem, html};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::instrument::{FindingState, State as Instrument, Verdict, Version};
use haidang_domain::{Act, InstrumentId, Noun, StreamId, VersionId};

/// Most characters of the words of a finding in the list.
const QUOTE_CHARACTERS: usize = 160;

#[derive(Template)]
#[template(path = "instrument/show.html")]
struct ShowView {
    page: Page,
    name: String,
    title: Option<String>,
    details: DetailsView,
    text: Option<TextView>,
    findings: Vec<FindingRow>,
    findings_count: String,
    pending: Option<String>,
    review: String,
    may_review: bool,
    trouble: Option<Trouble>,
    is_stub: bool,
    withdrawn: bool,
    coverage: Option<String>,
    conflict: Option<ConflictView>,
    work: VersionsView,
    relations: RelationsView,
    history: Vec<HistoryRow>,
}

/// A version to choose.
pub(crate) struct VersionLink {
    /// Where it is shown.
    pub(crate) href: String,
    /// Its language and source.
    pub(crate) name: String,
    /// When it came in.
    pub(crate) added: String,
    /// Whether it is the one that is shown.
    pub(crate) current: bool,
}

struct FindingRow {
    category: String,
    category_code: &'static str,
    quote: String,
    words: String,
    mark: Mark,
    commitment: Option<String>,
}

/// One instrument as of the day of the visit.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    page(&web, &visit, id, &asked, None).await
}

/// The page of an instrument; after a form that was refused, with what was typed and why not.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    id: InstrumentId,
    asked: &Fields,
    attempt: Option<&Attempt>,
) -> Result<Response, Problem> {
    let (words, as_at) = (visit.words, visit.as_at(web));
    let work = web.app.work(id, as_at).await?;
    let instrument = work.members.iter().find(|(member, _)| *member == id).map(|(_, state)| state.clone());
    let instrument = instrument.ok_or(Problem::NotFound)?;
    let entries = web.app.history(StreamId { noun: Noun::Instrument, id: id.0 }, as_at).await?;
    let details = &instrument.details;
    let path = format!("/instruments/{id}");
    let version = chosen_version(words, &instrument, asked.parse("version"));
    let findings = standing_findings(&instrument, version);
    let text = match version {
        Some(version) => Some(marked(web, words, version, &findings, &path).await?),
        None => None,
    };
    let pending = instrument.findings.iter().filter(|state| state.verdict == Verdict::Pending).count();
    let title = full_name(words, details.kind, details.symbol.as_deref(), &details.titles);
    let page = visit.page(web, shortened(&title, QUOTE_CHARACTERS), "/instruments");
    let shown = version.map(|version| version.id);
    let has_findings = work.members.iter().any(|(_, state)| !state.findings.is_empty());
    let view = ShowView {
        trouble: attempt.map(|attempt| attempt.trouble.clone()),
        is_stub: work.versions().next().is_none(),
        withdrawn: instrument.withdrawn,
        coverage: has_findings.then(|| format!("{path}/coverage")),
        details: DetailsView::of(web, visit, &page, (id, &instrument), (version, attempt)).await?,
        conflict: ConflictView::of(web, visit, id, &instrument).await?,
        work: VersionsView::of(web, visit, &page, (id, &work), shown).await?,
        relations: RelationsView::of(web, visit, &page, (id, &work), (asked, attempt)).await?,
        name: short_name(words, details.kind, details.symbol.as_deref(), &details.titles),
        title: words.choose(&details.titles).filter(|_| details.symbol.is_some()),
        text,
        findings: findings.iter().map(|state| finding_row(words, state)).collect(),
        findings_count: words.count("finding-count", u64::try_from(findings.len()).unwrap_or(u64::MAX)),
        pending: (pending > 0)
            .then(|| words.count("review-pending-count", u64::try_from(pending).unwrap_or(u64::MAX))),
        review: format!("{path}/review"),
        may_review: visit.may(Act::Review),
        history: history::rows(visit, &entries),
        page,
    };
    html(if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

/// The version that was asked for, or else the one in the visitor's language, or else the latest.
pub(crate) fn chosen_version(
    words: Words,
    instrument: &Instrument,
    asked: Option<VersionId>,
) -> Option<&Version> {
    let versions = &instrument.versions;
    let asked = versions.iter().find(|version| Some(version.id) == asked);
    let own = || versions.iter().rev().find(|version| version.language == words.language());
    asked.or_else(own).or_else(|| versions.last())
}

/// The versions to choose from, at `path`.
pub(crate) fn version_links(
    visit: &Visit,
    instrument: &Instrument,
    shown: Option<&Version>,
    path: &str,
) -> Vec<VersionLink> {
    let words = visit.words;
    let link = |version: &Version| VersionLink {
        href: format!("{path}?version={}", version.id),
        name: format!("{} · {}", words.label("language", version.language.code()), version.source),
        added: words.moment(version.added_at, &visit.zone),
        current: shown.is_some_and(|shown| shown.id == version.id),
    };
    instrument.versions.iter().map(link).collect()
}

/// The findings of a version that count, in the order of the text.
fn standing_findings<'a>(instrument: &'a Instrument, version: Option<&Version>) -> Vec<&'a FindingState> {
    let counts = |state: &&FindingState| {
        let here = version.is_some_and(|version| version.id == state.version);
        here && matches!(state.verdict, Verdict::Pending | Verdict::Accepted(_))
    };
    let mut findings: Vec<&FindingState> = instrument.findings.iter().filter(counts).collect();
    findings.sort_by_key(|state| (state.finding.start, state.finding.end));
    findings
}

async fn marked(
    web: &Web,
    words: Words,
    version: &Version,
    findings: &[&FindingState],
    path: &str,
) -> Result<TextView, Problem> {
    let text = web.app.version_text(version).await?;
    let found = |state: &&FindingState| {
        let category = state.finding.content.category().code();
        let (kind, verdict) =
            (words.label("category", category), words.label("verdict", state.verdict.code()));
        Found {
            id: state.finding.id,
            span: Span { start: state.finding.start, end: state.finding.end },
            category,
            href: target(state, path, version),
            label: words.with("finding-label", &[("category", &kind), ("verdict", &verdict)]),
            faded: false,
            current: false,
        }
    };
    let found: Vec<Found> = findings.iter().map(found).collect();
    Ok(text_view(&text, version.language.code(), &found))
}

/// Where a mark leads: what the finding became, or else its review.
fn target(state: &FindingState, path: &str, version: &Version) -> String {
    match state.verdict {
        Verdict::Accepted(Some(commitment)) => commitment_href(commitment),
        _ => format!("{path}/review?version={}#finding-{}", version.id, state.finding.id),
    }
}

fn finding_row(words: Words, state: &FindingState) -> FindingRow {
    let category_code = state.finding.content.category().code();
    let commitment = match state.verdict {
        Verdict::Accepted(commitment) => commitment.map(commitment_href),
        _ => None,
    };
    FindingRow {
        category: words.label("category", category_code),
        category_code,
        quote: shortened(&state.finding.quote, QUOTE_CHARACTERS),
        words: format!("#words-{}", state.finding.id),
        mark: Mark::verdict(words, state.verdict),
        commitment,
    }
}
