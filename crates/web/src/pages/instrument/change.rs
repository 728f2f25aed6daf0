//! The forms of an instrument, sent: corrected details, relations, and what is a version of what.

use super::relations::VERSION_OF;
use super::{details, show};
use crate::Web;
use crate::change::{Attempt, Now, Outcome, done, field_trouble, outcome, stale};
use crate::components::Trouble;
use crate::details::in_words;
use crate::fields::{Fields, Id, Posted};
use crate::problem::Problem;
use crate::visit::SignedIn;
use crate::words::Words;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_app::{AppError, Correction, Session};
use haidang_domain::instrument::{Command, Relation};
use haidang_domain::{FindingId, InstrumentId};

/// Changes an instrument as a form asks, and goes back to its page.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<InstrumentId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let what = fields.get("what").to_owned();
    let words = visit.words;
    let asked = match what.as_str() {
        "correct" | "undo-correct" => correction(&web, words, id, &fields).await?,
        _ => asked(words, &what, &fields)?,
    };
    let mut found_again = None;
    let made = match asked {
        Ok(asked) => {
            let sent = send(&web, &by, id, &fields, asked).await;
            found_again = sent.as_ref().ok().copied().flatten();
            outcome(words, &what, sent)?
        }
        Err(trouble) => Outcome::Trouble(trouble),
    };
    match made {
        Outcome::Done if found_again.is_some() => {
            let found = u64::try_from(found_again.unwrap_or_default()).unwrap_or(u64::MAX);
            visit.flash_count("notice-read-again", found).await?;
            Ok(Redirect::to(&back(id, &what, &fields)).into_response())
        }
        Outcome::Done => done(&visit, notice(&what, &fields), &back(id, &what, &fields)).await,
        Outcome::Trouble(trouble) => {
            let attempt = Attempt::new(&fields, trouble);
            show::page(&web, &visit, id, &fields, Some(&attempt)).await
        }
        Outcome::Stale => {
            let instrument = web.app.instrument(id, web.app.as_at(None)).await?;
            let action = format!("/instruments/{id}");
            let corrects = what == "correct";
            let is_now = if corrects { in_words(words, &instrument.details) } else { Vec::new() };
            stale(&web, &visit, &fields, Now { action: &action, version: instrument.version, fields: is_now })
        }
    }
}

/// What a form asks for.
enum Asked {
    /// Something of this instrument alone.
    Own(Box<Command>),
    /// To join it to a work.
    Join(InstrumentId),
    /// To correct its details.
    Correct(Correction),
}

/// How many findings came of a text that was read again for it, if one was.
async fn send(
    web: &Web,
    by: &Session,
    id: InstrumentId,
    fields: &Fields,
    asked: Asked,
) -> Result<Option<usize>, AppError> {
    match asked {
        Asked::Own(command) => {
            web.app.change_instrument(by, id, crate::change::change(fields, *command)).await?;
        }
        Asked::Correct(correction) => {
            let change = crate::change::change(fields, correction);
            return Ok(web.app.correct_instrument(by, id, change).await?.found_again);
        }
        Asked::Join(work) => {
            web.app.join_version(by, id, work, fields.expected_version(), fields.command()).await?;
        }
    }
    Ok(None)
}

/// Details as the form says that they are, or as they were before.
async fn correction(
    web: &Web,
    words: Words,
    id: InstrumentId,
    fields: &Fields,
) -> Result<Result<Asked, Trouble>, Problem> {
    let now = web.app.as_at(None);
    if fields.get("what") == "correct" {
        let instrument = web.app.instrument(id, now).await?;
        return Ok(details::corrected(words, &instrument, fields).map(Asked::Correct));
    }
    let before = web.app.before_correction(id, now).await?;
    Ok(before
        .map(Asked::Correct)
        .ok_or_else(|| field_trouble(words, "undo-correct", "what", "refusal-nothing-to-undo")))
}

fn asked(words: Words, what: &str, fields: &Fields) -> Result<Result<Asked, Trouble>, Problem> {
    let reason = fields.get("reason").to_owned();
    let work = fields.parse("work");
    let own = |command| Asked::Own(Box::new(command));
    Ok(Ok(match (what, work) {
        ("relate", _) => return Ok(related(words, fields)),
        ("withdraw-relation", _) => {
            let relation = Relation::from_code(fields.get("relation")).ok_or(Problem::Malformed)?;
            let to = fields.parse("other").ok_or(Problem::Malformed)?;
            own(Command::WithdrawRelation { relation, to, reason })
        }
        ("join", Some(work)) => Asked::Join(work),
        ("refuse-join", Some(work)) => own(Command::RefuseJoin(work)),
        ("part", _) => own(Command::Part { reason }),
        _ => return Err(Problem::Malformed),
    }))
}

/// A relation that a person adds, or which instrument a citation means.
fn related(words: Words, fields: &Fields) -> Result<Asked, Trouble> {
    let missing = || field_trouble(words, "relate", "other", "trouble-other");
    let to: InstrumentId = fields.parse("other").ok_or_else(missing)?;
    if fields.get("relation") == VERSION_OF {
        return Ok(Asked::Join(to));
    }
    let relation = Relation::from_code(fields.get("relation")).ok_or_else(missing)?;
    let source = fields.get("source").to_owned();
    Ok(Asked::Own(Box::new(match fields.parse::<FindingId>("citation") {
        Some(finding) => Command::ResolveCitation { finding, relation, to, words: source },
        None => Command::Relate { relation, to, source },
    })))
}

/// The key of what to say when the form was obeyed.
fn notice(what: &str, fields: &Fields) -> &'static str {
    match what {
        "relate" if fields.get("relation") == VERSION_OF => "notice-version-joined",
        "relate" => "notice-relation-recorded",
        "correct" => "notice-details-corrected",
        "undo-correct" => "notice-details-undone",
        "withdraw-relation" => "notice-relation-withdrawn",
        "join" => "notice-version-joined",
        "refuse-join" => "notice-version-refused",
        _ => "notice-version-parted",
    }
}

/// The page to go to: that of the work, where a version was joined to one.
fn back(id: InstrumentId, what: &str, fields: &Fields) -> String {
    match (what, fields.parse::<InstrumentId>("work")) {
        ("join" | "refuse-join", Some(work)) => format!("/instruments/{work}"),
        _ => format!("/instruments/{id}"),
    }
}
