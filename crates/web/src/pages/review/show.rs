//! The page of a review.

use super::bulk::{self, BulkView, Doubted};
use super::cards::{Card, Scene, cards};
use super::doubts::{Beside, ordered};
use crate::components::{Choice, Page, Trouble, choices};
use crate::fields::{Asked, Fields, Id, new_command};
use crate::history::shortened;
use crate::marking::Span;
use crate::pages::bodies::{Bodies, source};
use crate::pages::instrument::{Found, TextView, VersionLink, chosen_version, text_view, version_links};
use crate::problem::{Problem, html};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use crate::{Web, assets};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_app::{Conflict, Directory};
use haidang_domain::instrument::{Category, FindingState, Remark, State as Instrument, Verdict, Version};
use haidang_domain::{Act, FindingId, InstrumentId};
use uuid::Uuid;

/// Most characters of the words of a remark.
const REMARK_CHARACTERS: usize = 160;
/// The verdicts that the list can be narrowed to.
const VERDICTS: [&str; 3] = ["pending", "accepted", "rejected"];
/// The orders of the list, the usual one first.
const ORDERS: [&str; 2] = [USUAL_ORDER, "text"];
/// Conflicts and doubts first.
const USUAL_ORDER: &str = "doubts";
/// What is remembered of a visitor for all reviews.
const ORDER: &str = "review_order";

#[derive(Template)]
#[template(path = "review/show.html")]
struct ReviewView {
    page: Page,
    name: String,
    instrument: String,
    action: String,
    script: String,
    trouble: Option<Trouble>,
    may: bool,
    versions: Vec<VersionLink>,
    version: String,
    text: Option<TextView>,
    decided: u64,
    total: u64,
    progress: String,
    remarks: Vec<RemarkView>,
    orders: Vec<FilterLink>,
    filters: Vec<FilterLink>,
    cards: Vec<Card>,
    bulk: BulkView,
    keys: Vec<Key>,
    path: String,
    /// What was asked, for the form that asks for a preview.
    kept: Vec<(String, String)>,
    command: String,
    categories: Vec<Choice>,
    add_words: String,
    adding: bool,
}

/// Something about the reading to look at before the findings.
struct RemarkView {
    id: String,
    words: String,
    quote: String,
    href: String,
}

/// A key and what it does.
struct Key {
    keys: &'static str,
    does: String,
}

/// A way to narrow or order the list.
struct FilterLink {
    name: String,
    count: String,
    href: String,
    current: bool,
}

/// What a form of this page was refused for.
pub(super) struct Refused<'a> {
    /// What was typed.
    pub(super) typed: &'a Fields,
    /// What to do about it.
    pub(super) trouble: Trouble,
}

/// The review of an instrument, narrowed as the address asks.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    page(&web, &visit, id, &asked, None).await
}

/// The findings of a version, in the order of the text and in that of the page.
pub(super) struct Review<'a> {
    /// In the order of the text.
    pub(super) in_text: Vec<&'a FindingState>,
    /// The same with what is doubtful about them, in the order of the page.
    pub(super) findings: Vec<Doubted<'a>>,
}

impl<'a> Review<'a> {
    /// The review of a version, in an order.
    pub(super) fn of(
        instrument: &'a Instrument,
        version: Option<&'a Version>,
        directory: &Directory,
        beside: &Beside,
        order: &str,
    ) -> Self {
        let in_text = findings(instrument, version);
        let remarks = version.map(|version| version.remarks.as_slice()).unwrap_or_default();
        let findings = ordered(in_text.clone(), directory, remarks, beside, order == USUAL_ORDER);
        Self { in_text, findings }
    }
}

/// The page; after a form that was refused, with what was typed and why not.
pub(super) async fn page(
    web: &Web,
    visit: &Visit,
    id: InstrumentId,
    asked: &Fields,
    refused: Option<Refused<'_>>,
) -> Result<Response, Problem> {
    let words = visit.words;
    let instrument = web.app.instrument(id, visit.as_at(web)).await?;
    let directory = web.app.directory_of(&instrument.details).await?;
    let order = order(visit, asked).await?;
    let version = chosen_version(words, &instrument, asked.parse("version"));
    let beside = Beside::of(web, id, &findings(&instrument, version), &directory).await?;
    let review = Review::of(&instrument, version, &directory, &beside, &order);
    let text = match version {
        Some(version) => Some(marked(web, words, version, &review.in_text, asked.parse("finding")).await?),
        None => None,
    };
    let name = source(words, &instrument);
    let path = format!("/instruments/{id}/review");
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let typed = refused.as_ref().map(|refused| refused.typed);
    let adding = typed.filter(|typed| typed.get("decision") == "add");
    let scene = Scene {
        words,
        asked,
        bodies: Bodies { directory: &directory, source: &name, may_found: visit.may(Act::KeepOrganisations) },
        beside: &beside,
        refused: refused.as_ref(),
    };
    let decided = review.in_text.iter().filter(|state| state.verdict != Verdict::Pending).count();
    let view = ReviewView {
        page: visit.page(web, words.with("review-title", &[("name", &name)]), "/instruments"),
        instrument: format!("/instruments/{id}"),
        action: format!("{path}{}", asked.query(&[("finding", "")])),
        script: assets::url("review.js"),
        may: visit.may(Act::Review),
        versions: version_links(visit, &instrument, version, &path),
        version: version.map(|version| version.id.to_string()).unwrap_or_default(),
        text,
        decided: count(decided),
        total: count(review.in_text.len()).max(1),
        progress: progress(words, decided, review.in_text.len()),
        remarks: first_looks(words, id, &web.app.conflict(id, visit.as_at(web)).await?, version),
        orders: orders(words, asked, &path, &order),
        filters: filters(words, asked, &path, &review.findings),
        cards: cards(&scene, &review.findings, &review.in_text),
        bulk: bulk::preview(words, asked, &review.findings),
        keys: keys(words),
        kept: asked.0.iter().filter(|(name, _)| name != "above" && name != "finding").cloned().collect(),
        path,
        command: new_command().to_string(),
        categories: choices(
            words,
            "category",
            &Category::ALL.map(Category::code),
            adding.map_or("task", |typed| typed.get("category")),
        ),
        add_words: adding.map(|typed| typed.get("words").to_owned()).unwrap_or_default(),
        adding: adding.is_some(),
        name: name.clone(),
        trouble: scene.refused.map(|refused| refused.trouble.clone()),
    };
    html(status, &view)
}

/// The order that is asked for, or was asked for last.
pub(super) async fn order(visit: &Visit, asked: &Fields) -> Result<String, Problem> {
    let chosen = asked.some("order").filter(|order| ORDERS.contains(order));
    match chosen {
        Some(order) => {
            visit.remember(ORDER, order).await?;
            Ok(order.to_owned())
        }
        None => Ok(visit.remembered(ORDER).await?.unwrap_or_else(|| USUAL_ORDER.to_owned())),
    }
}

fn progress(words: Words, decided: usize, total: usize) -> String {
    let numbers = [("decided", decided), ("total", total), ("left", total - decided.min(total))];
    let numbers = numbers.map(|(name, number)| (name, words.size(number)));
    words.with("review-progress", &numbers.each_ref().map(|(name, number)| (*name, number.as_str())))
}

/// The place of a remark in the text, as an id like those of findings.
fn remark_id(version: &Version, place: usize) -> FindingId {
    FindingId(Uuid::new_v5(&version.id.0, format!("remark {place}").as_bytes()))
}

/// What to look at before the findings: what sources say differently of the instrument, and what the
/// reader could not settle.
fn first_looks(
    words: Words,
    id: InstrumentId,
    conflict: &Conflict,
    version: Option<&Version>,
) -> Vec<RemarkView> {
    let dates: Vec<String> = conflict.dates.iter().map(|(on, _)| words.date(*on)).collect();
    let issuers: Vec<String> = conflict.issuers.iter().map(|(issuer, _)| issuer.clone()).collect();
    let said = [("conflict-date", dates), ("conflict-issuer", issuers)];
    let differing = said.into_iter().filter(|(_, values)| !values.is_empty());
    let view = |(key, values): (&str, Vec<String>)| RemarkView {
        id: key.to_owned(),
        words: words.t("conflict-title"),
        quote: words.with(key, &[("value", &values.join(" / "))]),
        href: format!("/instruments/{id}#conflict"),
    };
    let remarks = version.map(|version| remarks(words, version)).unwrap_or_default();
    differing.map(view).chain(remarks).collect()
}

fn remarks(words: Words, version: &Version) -> Vec<RemarkView> {
    let view = |(place, remark): (usize, &Remark)| {
        let id = remark_id(version, place);
        let quote = shortened(&remark.quote, REMARK_CHARACTERS);
        RemarkView {
            id: format!("finding-{id}"),
            words: remark_words(words, remark),
            quote: if quote.is_empty() { quote } else { format!("“{quote}”") },
            href: format!("#words-{id}"),
        }
    };
    version.remarks.iter().enumerate().map(view).collect()
}

fn remark_words(words: Words, remark: &Remark) -> String {
    let (said, found) = (remark.said.as_deref(), remark.found.as_deref());
    match (remark.about.as_str(), said, found) {
        ("announced_count", Some(said), Some(found)) => {
            words.with("remark-announced-count", &[("said", said), ("found", found)])
        }
        ("broken_table", _, _) => words.t("remark-broken-table"),
        ("recognised", _, _) => words.t("remark-recognised"),
        _ => words.t("remark-other"),
    }
}

fn keys(words: Words) -> Vec<Key> {
    let keys = [
        ("j k", "key-step"),
        ("n", "key-next-undecided"),
        ("a", "key-accept"),
        ("e", "key-edit"),
        ("Ctrl Enter", "key-save"),
        ("x", "key-reject"),
        ("u", "key-undo"),
        ("s", "key-split"),
        ("m", "key-merge"),
        ("r", "key-relation"),
        ("o", "key-organisation"),
        ("t", "key-take-off"),
        ("d", "key-same"),
        ("Esc", "key-escape"),
        ("?", "key-help"),
    ];
    keys.into_iter().map(|(keys, key)| Key { keys, does: words.t(key) }).collect()
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The findings of a version that count or were rejected, in the order of the text.
pub(super) fn findings<'a>(instrument: &'a Instrument, version: Option<&Version>) -> Vec<&'a FindingState> {
    let shown = |state: &&FindingState| {
        let here = version.is_some_and(|version| version.id == state.version);
        here && state.verdict.counts()
    };
    let mut findings: Vec<&FindingState> = instrument.findings.iter().filter(shown).collect();
    findings.sort_by_key(|state| (state.finding.start, state.finding.end));
    findings
}

async fn marked(
    web: &Web,
    words: Words,
    version: &Version,
    findings: &[&FindingState],
    current: Option<FindingId>,
) -> Result<TextView, Problem> {
    let text = web.app.version_text(version).await?;
    let found = |state: &&FindingState| {
        let category = state.finding.content.category().code();
        Found {
            id: state.finding.id,
            span: Span { start: state.finding.start, end: state.finding.end },
            category,
            href: format!("#finding-{}", state.finding.id),
            label: words.label("category", category),
            faded: state.verdict == Verdict::Rejected,
            current: current == Some(state.finding.id),
        }
    };
    let remark = |(place, remark): (usize, &Remark)| Found {
        id: remark_id(version, place),
        span: Span { start: remark.start, end: remark.end },
        category: "remark",
        href: format!("#finding-{}", remark_id(version, place)),
        label: remark_words(words, remark),
        faded: false,
        current: false,
    };
    let mut found: Vec<Found> = findings.iter().map(found).collect();
    let placed = version.remarks.iter().enumerate().filter(|(_, remark)| remark.start < remark.end);
    found.extend(placed.map(remark));
    Ok(text_view(&text, version.language.code(), &found))
}

/// The orders to choose from.
fn orders(words: Words, asked: &Fields, path: &str, order: &str) -> Vec<FilterLink> {
    let link = |code: &str| FilterLink {
        name: words.label("review-order", code),
        count: String::new(),
        href: format!("{path}{}", asked.query(&[("order", code), ("finding", "")])),
        current: code == order,
    };
    ORDERS.into_iter().map(link).collect()
}

fn filters(words: Words, asked: &Fields, path: &str, findings: &[Doubted<'_>]) -> Vec<FilterLink> {
    let link = |field: &str, code: &str, name: String, number: usize| {
        let current = asked.get(field) == code;
        let to = if current { "" } else { code };
        let href = format!("{path}{}", asked.query(&[(field, to), ("finding", "")]));
        FilterLink { name, count: words.size(number), href, current }
    };
    let count = |fits: &dyn Fn(&Doubted<'_>) -> bool| findings.iter().filter(|one| fits(one)).count();
    let categories = Category::ALL.into_iter().map(|category| {
        let code = category.code();
        let number = count(&|(state, _)| state.finding.content.category() == category);
        link("category", code, words.label("category", code), number)
    });
    let verdicts = VERDICTS.into_iter().map(|code| {
        let number = count(&|(state, _)| state.verdict.code() == code);
        link("verdict", code, words.label("verdict", code), number)
    });
    let doubtful = count(&|(_, doubts)| !doubts.is_empty());
    let doubtful = link("doubtful", "yes", words.t("review-doubtful"), doubtful);
    categories.chain(verdicts).chain([doubtful]).collect()
}
