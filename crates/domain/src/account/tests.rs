//! The rules of accounts, as examples and as properties.

use super::*;
use crate::testing::{Rules, any_id, id, minute, somebody};
use crate::{Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const ACCOUNT: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

fn opened(role: Role) -> Event {
    Event::Opened { role, organisation: None }
}

fn open(role: Role) -> Command {
    Command::Open { role, organisation: None }
}

fn change(role: Role, other_administrators: usize) -> Command {
    Command::ChangeRole { role, organisation: None, other_administrators }
}

fn close(other_administrators: usize) -> Command {
    Command::Close { other_administrators }
}

#[test]
fn an_account_is_opened_once() {
    ACCOUNT.check(&[], open(Role::Clerk), Ok(&[opened(Role::Clerk)]));
    ACCOUNT.check(&[opened(Role::Clerk)], open(Role::Clerk), Err(Refusal::Exists));
    ACCOUNT.check(&[], close(1), Err(Refusal::Unknown));
}

#[test]
fn an_owner_acts_for_an_organisation() {
    let nobody = Refusal::Empty { field: "organisation" };
    ACCOUNT.check(&[], open(Role::Owner), Err(nobody.clone()));
    ACCOUNT.check(&[opened(Role::Clerk)], change(Role::Owner, 1), Err(nobody));
    let (role, organisation) = (Role::Owner, Some(id(7)));
    ACCOUNT.check(&[], Command::Open { role, organisation }, Ok(&[Event::Opened { role, organisation }]));
}

#[test]
fn one_administrator_stays() {
    let last = [opened(Role::Administrator)];
    ACCOUNT.check(&last, close(0), Err(Refusal::LastAdministrator));
    ACCOUNT.check(&last, change(Role::Clerk, 0), Err(Refusal::LastAdministrator));
    ACCOUNT.check(&last, close(1), Ok(&[Event::Closed]));
    ACCOUNT.check(&[opened(Role::Clerk)], close(0), Ok(&[Event::Closed]));
    let (role, organisation) = (Role::Administrator, Some(id(7)));
    let moved = Command::ChangeRole { role, organisation, other_administrators: 0 };
    ACCOUNT.check(&last, moved, Ok(&[Event::RoleChanged { role, organisation }]));
}

#[test]
fn what_is_so_already_is_not_done_again() {
    let given = [opened(Role::Clerk)];
    ACCOUNT.check(&given, change(Role::Clerk, 1), Err(Refusal::NoChange));
    ACCOUNT.check(&given, Command::Reopen, Err(Refusal::NoChange));
    let closed = [opened(Role::Clerk), Event::Closed];
    ACCOUNT.check(&closed, close(1), Err(Refusal::NoChange));
    ACCOUNT.check(&closed, Command::Reopen, Ok(&[Event::Reopened]));
}

#[test]
fn only_administrators_keep_accounts() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
        ACCOUNT.check_by(somebody(role), &[], open(Role::Reader), Err(Refusal::NotPermitted));
    }
}

#[test]
fn events_add_up() {
    let (role, organisation) = (Role::Owner, Some(id(7)));
    let state =
        ACCOUNT.after(&[opened(Role::Clerk), Event::RoleChanged { role, organisation }, Event::Closed]);
    assert_eq!((state.role, state.organisation, state.closed), (Some(role), organisation, true));
    assert_eq!((state.version, state.created_at, state.changed_at), (3, Some(minute(1)), Some(minute(3))));
}

fn any_command() -> impl Strategy<Value = Command> {
    let role = || (select(Role::ALL.to_vec()), option::of(any_id()));
    prop_oneof![
        role().prop_map(|(role, organisation)| Command::Open { role, organisation }),
        (role(), 0..2_usize).prop_map(|((role, organisation), other_administrators)| {
            Command::ChangeRole { role, organisation, other_administrators }
        }),
        (0..2_usize).prop_map(close),
        Just(Command::Reopen),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_an_account_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = ACCOUNT.live(commands);
        prop_assert!(state.role != Some(Role::Owner) || state.organisation.is_some());
    }
}
