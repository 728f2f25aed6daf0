//! The rules of organisations.

use super::{Command, Event, Names, State};
use crate::rules::{allowed, begun, ensure, filled, in_programme, optional, several};
use crate::{Act, Context, OrganisationId, Refusal};
use jiff::civil::Date;

/// What happens when `command` is asked of an organisation.
///
/// # Errors
/// Refuses what the actor may not do, days on which the organisation was not there, and a second
/// end of what has ended.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, Act::KeepOrganisations, &[])?;
    begun(state.version, matches!(command, Command::Found { .. }))?;
    in_programme(state.withdrawn, matches!(command, Command::Restore))?;
    let event = match command {
        Command::Found { slug, level, names, on, from, source } => {
            let (slug, names) = (filled("slug", &slug)?, tidied(names)?);
            let (level, source) = (level.trim().to_owned(), source.trim().to_owned());
            Event::Founded { slug, level, names, on, from, source }
        }
        Command::Rename { names, on } => {
            not_before_its_name(state, on)?;
            not_after_its_end(state, on)?;
            Event::Renamed { names: other_names(state, names)?, on }
        }
        Command::CorrectNames(names) => Event::NamesCorrected { names: other_names(state, names)? },
        Command::Merge { into, own, on, basis } => {
            ensure(into != own, Refusal::Itself)?;
            may_end(state, on)?;
            Event::Merged { into, on, basis: filled("basis", &basis)? }
        }
        Command::Split { into, own, on, basis } => {
            let into = several_others(into, own)?;
            may_end(state, on)?;
            Event::Split { into, on, basis: filled("basis", &basis)? }
        }
        Command::Withdraw { reason } => Event::Withdrawn { reason: filled("reason", &reason)? },
        Command::Restore => Event::Restored,
    };
    Ok(vec![event])
}

/// An organisation has a Vietnamese name; blank names are none.
fn tidied(names: Names) -> Result<Names, Refusal> {
    Ok(Names {
        vi: filled("name", &names.vi)?,
        en: optional(names.en),
        fr: optional(names.fr),
        aliases: names.aliases.into_iter().filter_map(|alias| optional(Some(alias))).collect(),
    })
}

fn other_names(state: &State, names: Names) -> Result<Names, Refusal> {
    let names = tidied(names)?;
    ensure(names != state.names, Refusal::NoChange)?;
    Ok(names)
}

/// The day lies in the time of the present name: what comes later in the story comes later in time.
fn not_before_its_name(state: &State, day: Date) -> Result<(), Refusal> {
    let renamed_on = state.former_names.last().and_then(|(_, last)| last.tomorrow().ok());
    match renamed_on.max(state.founded_on) {
        Some(first) if day < first => Err(Refusal::TooEarly { day, first }),
        Some(_) | None => Ok(()),
    }
}

fn not_after_its_end(state: &State, day: Date) -> Result<(), Refusal> {
    match &state.end {
        Some(end) if end.on <= day => Err(Refusal::Dissolved { on: end.on }),
        Some(_) | None => Ok(()),
    }
}

/// An organisation ends once, and not before it began.
fn may_end(state: &State, day: Date) -> Result<(), Refusal> {
    match &state.end {
        Some(end) => Err(Refusal::Dissolved { on: end.on }),
        None => not_before_its_name(state, day),
    }
}

/// At least two organisations, each once, and none of them the one that is split.
fn several_others(
    mut into: Vec<OrganisationId>,
    own: OrganisationId,
) -> Result<Vec<OrganisationId>, Refusal> {
    ensure(!into.contains(&own), Refusal::Itself)?;
    into.sort_unstable();
    into.dedup();
    several("into", into.len())?;
    Ok(into)
}
