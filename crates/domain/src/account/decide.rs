//! The rules of accounts.

use super::{Command, Event, State};
use crate::rules::{allowed, begun, ensure};
use crate::{Act, Context, OrganisationId, Refusal, Role};

/// What happens when `command` is asked of an account.
///
/// # Errors
/// Refuses what the actor may not do, owners of nothing, and the end of the last administrator.
pub fn decide(state: &State, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    allowed(context, Act::KeepAccounts, &[])?;
    begun(state.version, matches!(command, Command::Open { .. }))?;
    let event = match command {
        Command::Open { role, organisation } => {
            acts_for_somebody(role, organisation)?;
            Event::Opened { role, organisation }
        }
        Command::ChangeRole { role, organisation, other_administrators } => {
            acts_for_somebody(role, organisation)?;
            let changes = (Some(role), organisation) != (state.role, state.organisation);
            ensure(changes, Refusal::NoChange)?;
            ensure(
                role == Role::Administrator || may_go(state, other_administrators),
                Refusal::LastAdministrator,
            )?;
            Event::RoleChanged { role, organisation }
        }
        Command::Close { other_administrators } => {
            ensure(!state.closed, Refusal::NoChange)?;
            ensure(may_go(state, other_administrators), Refusal::LastAdministrator)?;
            Event::Closed
        }
        Command::Reopen => {
            ensure(state.closed, Refusal::NoChange)?;
            Event::Reopened
        }
    };
    Ok(vec![event])
}

/// An owner reports for one organisation.
fn acts_for_somebody(role: Role, organisation: Option<OrganisationId>) -> Result<(), Refusal> {
    let acts = role != Role::Owner || organisation.is_some();
    ensure(acts, Refusal::Empty { field: "organisation" })
}

/// Whether somebody else could still keep accounts if this one no longer did.
fn may_go(state: &State, other_administrators: usize) -> bool {
    let keeps_accounts = !state.closed && state.role == Some(Role::Administrator);
    !keeps_accounts || other_administrators > 0
}
