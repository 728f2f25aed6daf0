//! The page of a review.

use super::edit::{self, EditView};
use crate::components::{Choice, Link, Page, Trouble, choices};
use crate::fields::{Asked, Fields, Id, new_command};
use crate::history::{commitment_href, shortened};
use crate::marking::Span;
use crate::marks::Mark;
use crate::pages::instrument::{Found, TextView, VersionLink, chosen_version, text_view, version_links};
use crate::pages::origin::short_name;
use crate::problem::{Problem, html};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use crate::{Web, assets, completeness};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::instrument::{Category, FindingState, State as Instrument, Verdict, Version};
use haidang_domain::{Act, FindingId, InstrumentId};

/// The confidence that the form for accepting many proposes, in per cent.
const CONFIDENCE_PERCENT: &str = "80";
/// Most characters of the name of the instrument.
const NAME_CHARACTERS: usize = 120;
/// The verdicts that the list can be narrowed to.
const VERDICTS: [&str; 3] = ["pending", "accepted", "rejected"];

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
    filters: Vec<FilterLink>,
    cards: Vec<Card>,
    confidence: &'static str,
    command: String,
    categories: Vec<Choice>,
    add_words: String,
    adding: bool,
}

/// A way to narrow the list.
struct FilterLink {
    name: String,
    count: String,
    href: String,
    current: bool,
}

/// One finding with its forms.
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its template")]
struct Card {
    id: String,
    category: String,
    category_code: &'static str,
    place: String,
    mark: Mark,
    verdict: &'static str,
    pending: bool,
    undo: bool,
    merge: bool,
    quote: String,
    confidence: String,
    rule: String,
    questions: Vec<Question>,
    facts: Vec<Fact>,
    commitment: Option<Link>,
    current: bool,
    error: Option<String>,
    editing: bool,
    splitting: bool,
    edit: EditView,
    split_text: String,
    fingerprint: String,
    commands: [String; 4],
}

/// One of the six questions and whether the finding answers it.
struct Question {
    name: String,
    filled: bool,
    words: String,
}

struct Fact {
    name: String,
    text: String,
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
    let version = chosen_version(words, &instrument, asked.parse("version"));
    let findings = findings(&instrument, version);
    let text = match version {
        Some(version) => Some(marked(web, words, version, &findings, asked.parse("finding")).await?),
        None => None,
    };
    let details = &instrument.details;
    let name = short_name(words, details.kind, details.symbol.as_deref(), &details.titles);
    let name = shortened(&name, NAME_CHARACTERS);
    let path = format!("/instruments/{id}/review");
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let typed = refused.as_ref().map(|refused| refused.typed);
    let adding = typed.filter(|typed| typed.get("decision") == "add");
    let decided = findings.iter().filter(|state| state.verdict != Verdict::Pending).count();
    let progress = [("decided", words.size(decided)), ("total", words.size(findings.len()))];
    let progress: Vec<(&str, &str)> =
        progress.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let view = ReviewView {
        page: visit.page(web, words.with("review-title", &[("name", &name)]), "/instruments"),
        name,
        instrument: format!("/instruments/{id}"),
        action: format!("{path}{}", asked.query(&[("finding", "")])),
        script: assets::url("review.js"),
        may: visit.may(Act::Review),
        versions: version_links(visit, &instrument, version, &path),
        version: version.map(|version| version.id.to_string()).unwrap_or_default(),
        text,
        decided: count(decided),
        total: count(findings.len()).max(1),
        progress: words.with("review-progress", &progress),
        filters: filters(words, asked, &path, &findings),
        cards: cards(words, asked, &findings, refused.as_ref()),
        confidence: CONFIDENCE_PERCENT,
        command: new_command().to_string(),
        categories: choices(
            words,
            "category",
            &Category::ALL.map(Category::code),
            adding.map_or("task", |typed| typed.get("category")),
        ),
        add_words: adding.map(|typed| typed.get("words").to_owned()).unwrap_or_default(),
        adding: adding.is_some(),
        trouble: refused.map(|refused| refused.trouble),
    };
    html(status, &view)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The findings of a version that count or were rejected, in the order of the text.
pub(super) fn findings<'a>(instrument: &'a Instrument, version: Option<&Version>) -> Vec<&'a FindingState> {
    let shown = |state: &&FindingState| {
        let here = version.is_some_and(|version| version.id == state.version);
        here && !matches!(state.verdict, Verdict::Superseded | Verdict::Removed)
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
    let found: Vec<Found> = findings.iter().map(found).collect();
    Ok(text_view(&text, version.language.code(), &found))
}

fn filters(words: Words, asked: &Fields, path: &str, findings: &[&FindingState]) -> Vec<FilterLink> {
    let link = |field: &str, code: &str, name: String, number: usize| {
        let current = asked.get(field) == code;
        let to = if current { "" } else { code };
        let href = format!("{path}{}", asked.query(&[(field, to), ("finding", "")]));
        FilterLink { name, count: words.size(number), href, current }
    };
    let of_category = |code: &str| findings.iter().filter(|state| category(state) == code).count();
    let of_verdict = |code: &str| findings.iter().filter(|state| state.verdict.code() == code).count();
    let categories = Category::ALL.into_iter().map(|category| {
        let code = category.code();
        link("category", code, words.label("category", code), of_category(code))
    });
    let verdicts = VERDICTS
        .into_iter()
        .map(|code| link("verdict", code, words.label("verdict", code), of_verdict(code)));
    categories.chain(verdicts).collect()
}

fn category(state: &FindingState) -> &'static str {
    state.finding.content.category().code()
}

fn cards(
    words: Words,
    asked: &Fields,
    findings: &[&FindingState],
    refused: Option<&Refused<'_>>,
) -> Vec<Card> {
    let wanted = |state: &FindingState| {
        let category_fits = asked.some("category").is_none_or(|code| code == category(state));
        category_fits && asked.some("verdict").is_none_or(|code| code == state.verdict.code())
    };
    let current: Option<FindingId> = asked.parse("finding");
    let shown = findings.iter().enumerate().filter(|(_, state)| wanted(state));
    let card = |(place, state): (usize, &&FindingState)| {
        let id = state.finding.id.to_string();
        let own = refused.filter(|refused| refused.typed.get("finding") == id);
        let mut card = card(words, state, own);
        card.place = words.with(
            "review-place",
            &[("place", &words.size(place + 1)), ("total", &words.size(findings.len()))],
        );
        card.merge = card.pending && next_of_its_kind(findings, state).is_some();
        card.current = current == Some(state.finding.id);
        card
    };
    shown.map(card).collect()
}

/// The next pending finding of the same category, to merge with.
pub(super) fn next_of_its_kind(findings: &[&FindingState], state: &FindingState) -> Option<FindingId> {
    let after = findings.iter().skip_while(|other| other.finding.id != state.finding.id).skip(1);
    let mut fits =
        after.filter(|other| other.verdict == Verdict::Pending && category(other) == category(state));
    fits.next().map(|other| other.finding.id)
}

fn card(words: Words, state: &FindingState, refused: Option<&Refused<'_>>) -> Card {
    let finding = &state.finding;
    let decision = refused.map_or("", |refused| refused.typed.get("decision"));
    let editing = matches!(decision, "edit" | "edit_accept");
    let typed = refused.filter(|_| editing).map(|refused| refused.typed);
    let whole = finding.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let split_text =
        refused.filter(|_| decision == "split").map(|refused| refused.typed.get("split_text").to_owned());
    let pending = state.verdict == Verdict::Pending;
    let commitment = match state.verdict {
        Verdict::Accepted(commitment) => commitment,
        _ => None,
    };
    Card {
        id: finding.id.to_string(),
        category: words.label("category", category(state)),
        category_code: category(state),
        place: String::new(),
        mark: Mark::verdict(words, state.verdict),
        verdict: state.verdict.code(),
        pending,
        undo: !pending || !state.made_from.is_empty(),
        merge: false,
        quote: finding.quote.clone(),
        confidence: words
            .with("number-percent", &[("number", &format!("{:.0}", finding.confidence * 100.0))]),
        rule: finding.rule.clone(),
        questions: questions(words, state),
        facts: facts(words, state),
        commitment: commitment
            .map(|made| Link { href: commitment_href(made), name: words.t("review-open-commitment") }),
        current: false,
        error: refused.map(|refused| refused.trouble.words.clone()),
        editing,
        splitting: split_text.is_some(),
        edit: edit::view(words, finding, typed),
        split_text: split_text.unwrap_or(whole),
        fingerprint: edit::fingerprint(finding),
        commands: [(); 4].map(|()| new_command().to_string()),
    }
}

fn questions(words: Words, state: &FindingState) -> Vec<Question> {
    if !completeness::applies(&state.finding.content) {
        return Vec::new();
    }
    let answers = completeness::answers(&state.finding);
    let question = |(code, filled): (&str, bool)| Question {
        name: words.label("question", code),
        filled,
        words: words.t(if filled { "question-answered" } else { "question-open" }),
    };
    completeness::QUESTIONS.into_iter().zip(answers).map(question).collect()
}

/// What a finding says, field by field, in words; what it leaves open is left out.
fn facts(words: Words, state: &FindingState) -> Vec<Fact> {
    let fields = edit::as_fields(&state.finding);
    let fact = |(name, text): &(String, String)| Fact {
        name: words.field(name),
        text: edit_words(words, state, name, text),
    };
    fields.0.iter().filter(|(name, text)| name != "words" && !text.is_empty()).map(fact).collect()
}

fn edit_words(words: Words, state: &FindingState, name: &str, text: &str) -> String {
    let kinds = if category(state) == "project" { "project-kind" } else { "kind" };
    match name {
        "kind" => words.label_or_code(kinds, text),
        "status" => words.label_or_code("status", text),
        "deadline" => {
            crate::words::read_deadline(text).map_or_else(|| text.to_owned(), |until| words.deadline(until))
        }
        _ => text.replace('\n', "; "),
    }
}
