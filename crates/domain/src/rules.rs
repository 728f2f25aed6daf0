//! Rules that several nouns share. Each is asked with `?`, so that a decision reads as a list of
//! what must hold.

use crate::{Act, Classification, Context, OrganisationId, Refusal, permitted};
use jiff::civil::Date;

/// It must hold, or else this is the refusal.
pub(crate) fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}

/// The actor must be permitted to do it to something that `parties` lead or help with.
pub(crate) fn allowed(context: &Context, act: Act, parties: &[OrganisationId]) -> Result<(), Refusal> {
    ensure(permitted(&context.actor, act, parties), Refusal::NotPermitted)
}

/// A record begins once, with the command that is `first`; every other command needs it to exist.
pub(crate) fn begun(version: u64, first: bool) -> Result<(), Refusal> {
    match (version, first) {
        (0, true) | (1.., false) => Ok(()),
        (0, false) => Err(Refusal::Unknown),
        (1.., true) => Err(Refusal::Exists),
    }
}

/// What was taken out of the programme can only be put back, and only that can be put back.
pub(crate) fn in_programme(withdrawn: bool, restoring: bool) -> Result<(), Refusal> {
    match (withdrawn, restoring) {
        (false, false) | (true, true) => Ok(()),
        (true, false) => Err(Refusal::Closed),
        (false, true) => Err(Refusal::NothingToUndo),
    }
}

/// Words of a classified document are not taken in.
pub(crate) fn storable(classification: Classification) -> Result<(), Refusal> {
    ensure(classification.may_be_stored(), Refusal::Classified)
}

/// Nobody can say on a day what will have happened later.
pub(crate) fn has_come(day: Date, context: &Context) -> Result<(), Refusal> {
    ensure(day <= context.today, Refusal::InFuture { day })
}

/// A text that must say something, without the space around it.
pub(crate) fn filled(field: &'static str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    ensure(!text.is_empty(), Refusal::Empty { field })?;
    Ok(text.to_owned())
}

/// A text that may be missing, without the space around it; a blank one is missing.
pub(crate) fn optional(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// There must be at least two, and not absurdly many.
pub(crate) fn several(field: &'static str, count: usize) -> Result<(), Refusal> {
    ensure((2..=100).contains(&count), Refusal::OutOfRange { field, low: 2, high: 100 })
}

/// A number must lie within these bounds; what is no number does not.
pub(crate) fn within(field: &'static str, number: f64, low: i32, high: i32) -> Result<(), Refusal> {
    let holds = (f64::from(low)..=f64::from(high)).contains(&number);
    ensure(holds, Refusal::OutOfRange { field, low: low.into(), high: high.into() })
}

/// A measured value is nothing, one number, or the two ends of a range. Infinity is no number.
pub(crate) fn measured(value: &[f64]) -> Result<(), Refusal> {
    ensure(value.len() <= 2, Refusal::OutOfRange { field: "value", low: 0, high: 2 })?;
    ensure(value.iter().all(|number| number.is_finite()), Refusal::Empty { field: "value" })
}
