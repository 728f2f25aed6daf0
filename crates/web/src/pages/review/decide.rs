//! The forms of a review, sent.

use super::bulk;
use super::cards::{self, next_of_its_kind};
use super::doubts::Beside;
use super::edit;
use super::show::{Refused, Review, findings, page};
use crate::Web;
use crate::change::{Now, stale};
use crate::components::Trouble;
use crate::fields::{Asked, Fields, Id, Posted};
use crate::locate::{cuts, locate};
use crate::pages::bodies::source;
use crate::problem::Problem;
use crate::visit::{SignedIn, Visit};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{AppError, Change, ReviewDecision, Session};
use haidang_domain::instrument::{Category, Finding, FindingState, State as Instrument, Verdict};
use haidang_domain::organisation::Command;
use haidang_domain::{CommandId, FindingId, InstrumentId, OrganisationId, Refusal, VersionId};

/// A form of this page, on its way.
struct Sent<'a> {
    web: &'a Web,
    visit: &'a Visit,
    by: &'a Session,
    id: InstrumentId,
    instrument: Instrument,
    fields: &'a Fields,
}

/// What to do about a form.
enum Step {
    /// Ask the use case for this.
    Decide(ReviewDecision),
    /// Ask for this, and then accept the finding.
    DecideAndAccept(ReviewDecision, FindingId),
    /// Show the form again.
    Trouble(Trouble),
    /// The finding was changed in the meantime.
    Stale(Box<Finding>),
}

/// Decides on findings as a form asks, and goes back to the same place.
pub(crate) async fn decide(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let instrument = web.app.instrument(id, web.app.as_at(None)).await?;
    let sent = Sent { web: &web, visit: &visit, by: &by, id, instrument, fields: &fields };
    if let Some(founded) = organisation(&sent).await? {
        visit.flash(founded).await?;
        return back(&sent, &asked, &sent.instrument).await;
    }
    let answer = match step(&sent).await? {
        Step::Decide(decision) => ask(&sent, decision, fields.command()).await,
        Step::DecideAndAccept(decision, finding) => both(&sent, decision, finding).await,
        Step::Trouble(trouble) => {
            return page(&web, &visit, id, &asked, Some(Refused { typed: &fields, trouble })).await;
        }
        Step::Stale(now) => return too_late(&sent, &asked, &now),
    };
    match answer {
        Ok(after) => back(&sent, &asked, &after).await,
        Err(AppError::Refused(refusal)) if !matches!(refusal, Refusal::NotPermitted | Refusal::Unknown) => {
            let trouble = Trouble { words: visit.words.refusal(&refusal), field: anchor(&fields) };
            page(&web, &visit, id, &asked, Some(Refused { typed: &fields, trouble })).await
        }
        Err(error) => Err(Problem::from(error)),
    }
}

async fn ask(sent: &Sent<'_>, decision: ReviewDecision, command: CommandId) -> Result<Instrument, AppError> {
    // Two people may review one instrument: the rules look at the finding, not at the whole.
    sent.web.app.review(sent.by, sent.id, None, decision, command).await
}

/// An edit and then an acceptance; an edit that changes nothing is no reason not to accept.
async fn both(sent: &Sent<'_>, decision: ReviewDecision, finding: FindingId) -> Result<Instrument, AppError> {
    match ask(sent, decision, sent.fields.command()).await {
        Ok(_) | Err(AppError::Refused(Refusal::NoChange)) => {}
        Err(error) => return Err(error),
    }
    let second = sent.fields.parse("command_accept").unwrap_or_else(crate::fields::new_command);
    ask(sent, ReviewDecision::Accept(finding), second).await
}

/// The id of the finding's place on the page.
fn anchor(fields: &Fields) -> String {
    fields.some("finding").map_or_else(|| "main".to_owned(), |id| format!("finding-{id}"))
}

async fn step(sent: &Sent<'_>) -> Result<Step, Problem> {
    match sent.fields.get("decision") {
        "accept_above" => return accept_above(sent).await,
        "add" => return add(sent).await,
        _ => {}
    }
    let id: FindingId = sent.fields.parse("finding").ok_or(Problem::Malformed)?;
    let state = sent.instrument.finding(id).ok_or(Problem::NotFound)?;
    if let Some(same) = sent.fields.some("same") {
        let commitment = cards::commitment(same).ok_or(Problem::Malformed)?;
        return Ok(Step::Decide(ReviewDecision::SameAs(id, commitment)));
    }
    if let Some((field, name)) = sent.fields.some("drop").and_then(|body| body.split_once(':')) {
        let left = edit::without_body(&state.finding, field, name).ok_or(Problem::Malformed)?;
        return Ok(Step::Decide(ReviewDecision::Edit(left)));
    }
    match sent.fields.get("decision") {
        "accept" => Ok(Step::Decide(ReviewDecision::Accept(id))),
        "reject" => Ok(Step::Decide(ReviewDecision::Reject(id))),
        "undo" => Ok(Step::Decide(ReviewDecision::Undo(id))),
        "merge" => Ok(merge(sent, state)),
        "split" => split(sent, state).await,
        "edit" | "edit_accept" => edited(sent, state).await,
        _ => Err(Problem::Malformed),
    }
}

/// Puts a body on record that the document names, or takes it off again; the key of what to say.
async fn organisation(sent: &Sent<'_>) -> Result<Option<&'static str>, Problem> {
    let (web, fields) = (sent.web, sent.fields);
    if let Some(name) = fields.some("found") {
        let finding: FindingId = fields.parse("finding").ok_or(Problem::Malformed)?;
        let state = sent.instrument.finding(finding).ok_or(Problem::NotFound)?;
        let language = sent.instrument.version_of(state.version).map(|version| version.language);
        let language = language.unwrap_or(haidang_domain::Language::Vi);
        let source = source(sent.visit.words, &sent.instrument);
        return match web.app.found_organisation(sent.by, name, language, &source, fields.command()).await {
            Ok(_) => Ok(Some("notice-organisation-founded")),
            // Somebody else was quicker: what was wanted is so.
            Err(AppError::Refused(Refusal::Exists)) => Ok(Some("notice-organisation-there")),
            Err(error) => Err(error.into()),
        };
    }
    let Some(id) = fields.parse::<OrganisationId>("unfound") else { return Ok(None) };
    let reason = sent.visit.words.t("organisation-unfound-reason");
    let change = Change {
        command: fields.command(),
        expected_version: None,
        authority: None,
        effective_on: None,
        what: Command::Withdraw { reason },
    };
    web.app.change_organisation(sent.by, id, change).await?;
    Ok(Some("notice-organisation-unfounded"))
}

async fn accept_above(sent: &Sent<'_>) -> Result<Step, Problem> {
    let version: VersionId = sent.fields.parse("version").ok_or(Problem::Malformed)?;
    let Some(percent) = bulk::asked_percent(sent.fields, "confidence") else {
        let words = sent.visit.words.t("trouble-confidence");
        return Ok(Step::Trouble(Trouble { words, field: "above".to_owned() }));
    };
    let version = sent.instrument.version_of(version).ok_or(Problem::NotFound)?;
    let directory = sent.web.app.directory_of(&sent.instrument.details).await?;
    let found = findings(&sent.instrument, Some(version));
    let beside = Beside::of(sent.web, sent.id, &found, &directory).await?;
    let review = Review::of(&sent.instrument, Some(version), &directory, &beside, "text");
    Ok(Step::Decide(ReviewDecision::AcceptAll(bulk::chosen(sent.fields, percent, &review.findings))))
}

fn merge(sent: &Sent<'_>, state: &FindingState) -> Step {
    let version = sent.instrument.version_of(state.version);
    match next_of_its_kind(&findings(&sent.instrument, version), state) {
        Some(next) => Step::Decide(ReviewDecision::Merge(vec![state.finding.id, next])),
        None => trouble(sent, "trouble-nothing-to-merge"),
    }
}

async fn split(sent: &Sent<'_>, state: &FindingState) -> Result<Step, Problem> {
    let text = text(sent, state.version).await?;
    let finding = &state.finding;
    let at = cuts(&text, finding.start, finding.end, sent.fields.get("split_text"));
    Ok(match at.filter(|at| !at.is_empty()) {
        Some(at) => Step::Decide(ReviewDecision::Split { finding: finding.id, at }),
        None => trouble(sent, "trouble-split"),
    })
}

async fn edited(sent: &Sent<'_>, state: &FindingState) -> Result<Step, Problem> {
    if sent.fields.get("seen") != edit::fingerprint(&state.finding) {
        return Ok(Step::Stale(Box::new(state.finding.clone())));
    }
    let text = text(sent, state.version).await?;
    Ok(match edit::read(sent.visit.words, &state.finding, &text, sent.fields) {
        Err(trouble) => Step::Trouble(trouble),
        Ok(finding) if sent.fields.get("decision") == "edit_accept" => {
            Step::DecideAndAccept(ReviewDecision::Edit(finding), state.finding.id)
        }
        Ok(finding) => Step::Decide(ReviewDecision::Edit(finding)),
    })
}

async fn add(sent: &Sent<'_>) -> Result<Step, Problem> {
    let version: VersionId = sent.fields.parse("version").ok_or(Problem::Malformed)?;
    let category = Category::from_code(sent.fields.get("category")).ok_or(Problem::Malformed)?;
    let text = text(sent, version).await?;
    let Some((start, end)) = locate(&text, sent.fields.get("words"), 0) else {
        let words = sent.visit.words.refusal(&Refusal::OutsideText);
        return Ok(Step::Trouble(Trouble { words, field: "add-words".to_owned() }));
    };
    let finding = Finding {
        id: FindingId(sent.fields.command().0),
        start,
        end,
        quote: text.get(start..end).unwrap_or_default().iter().collect(),
        content: edit::empty_content(category),
        confidence: 1.0,
        rule: Finding::BY_A_PERSON.to_owned(),
    };
    Ok(Step::Decide(ReviewDecision::Add { version, finding }))
}

async fn text(sent: &Sent<'_>, version: VersionId) -> Result<Vec<char>, Problem> {
    let version = sent.instrument.version_of(version).ok_or(Problem::NotFound)?;
    Ok(sent.web.app.version_text(version).await?.chars().collect())
}

fn trouble(sent: &Sent<'_>, key: &str) -> Step {
    Step::Trouble(Trouble { words: sent.visit.words.t(key), field: anchor(sent.fields) })
}

/// Goes back to the place of the finding, or of what it became by a split or a merge.
async fn back(sent: &Sent<'_>, asked: &Fields, after: &Instrument) -> Result<Response, Problem> {
    if sent.fields.get("decision") == "accept_above" {
        let accepted = |instrument: &Instrument| {
            instrument.findings.iter().filter(|state| matches!(state.verdict, Verdict::Accepted(_))).count()
        };
        let more = accepted(after).saturating_sub(accepted(&sent.instrument));
        sent.visit.flash_count("notice-accepted-above", u64::try_from(more).unwrap_or(u64::MAX)).await?;
    }
    let path = format!("/instruments/{}/review{}", sent.id, asked.query(&[("finding", "")]));
    let place = place(sent.fields.parse("finding"), after);
    Ok(Redirect::to(&place.map_or(path.clone(), |id| format!("{path}#finding-{id}"))).into_response())
}

fn place(finding: Option<FindingId>, after: &Instrument) -> Option<FindingId> {
    let finding = finding?;
    let made =
        |state: &&FindingState| state.verdict == Verdict::Pending && state.made_from.contains(&finding);
    let mut made: Vec<&FindingState> = after.findings.iter().filter(made).collect();
    made.sort_by_key(|state| state.finding.start);
    let gone = after.finding(finding).is_none_or(|state| !state.verdict.counts());
    let heir = made.first().map(|state| state.finding.id).filter(|_| gone);
    let back = after.findings.iter().find(|state| gone && restored(after, finding, state));
    Some(heir.or_else(|| back.map(|state| state.finding.id)).unwrap_or(finding))
}

/// Whether a finding counts again since the one that was made from it was undone.
fn restored(after: &Instrument, undone: FindingId, state: &FindingState) -> bool {
    let from = after.finding(undone).map(|undone| undone.made_from.contains(&state.finding.id));
    state.verdict == Verdict::Pending && from == Some(true)
}

/// The page for an edit of a finding that was changed in the meantime.
fn too_late(sent: &Sent<'_>, asked: &Fields, now: &Finding) -> Result<Response, Problem> {
    let names = [
        "words",
        "lead",
        "coordinating",
        "deadline",
        "from",
        "to",
        "indicator",
        "comparator",
        "value",
        "unit",
        "period",
        "status",
        "deliverable",
        "kind",
        "symbol",
        "date",
        "issuer",
        "relation",
    ];
    let is = edit::as_fields(now);
    let own = names.into_iter().filter(|name| is.0.iter().any(|(own, _)| own == name));
    let fields = own.map(|name| (name, is.names(name).join("; "))).collect();
    let action = format!("/instruments/{}/review{}", sent.id, asked.query(&[("finding", "")]));
    let mut typed = sent.fields.clone();
    typed.0.retain(|(name, _)| name != "seen");
    typed.0.push(("seen".to_owned(), edit::fingerprint(now)));
    stale(sent.web, sent.visit, &typed, Now { action: &action, version: sent.instrument.version, fields })
}
