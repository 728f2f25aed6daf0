//! The rules of organisations, as examples and as properties.

use super::*;
use crate::testing::{Rules, any_day, any_id, any_text, day, id, minute, somebody};
use crate::{Language, Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const BODY: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: organisation 1 was founded in 2009. It bore another name from 2021, and in 2025 it
// went into organisation 2.

fn names(vi: &str) -> Names {
    Names { vi: vi.into(), aliases: vec!["Sở KHĐT".into()], ..Names::default() }
}

fn founded() -> Event {
    Event::Founded {
        slug: "so-ke-hoach".into(),
        level: "department".into(),
        names: names("Sở Kế hoạch"),
        on: Some(day("2009-01-01")),
        from: vec![],
        source: "organisations.csv".into(),
    }
}

fn renamed() -> Event {
    Event::Renamed { names: names("Sở Kế hoạch và Đầu tư"), on: day("2021-07-01") }
}

fn merged() -> Event {
    Event::Merged { into: id(2), on: day("2025-03-01"), basis: "Nghị quyết 18-NQ/TW".into() }
}

// Asked.

fn found(slug: &str, vi: &str) -> Command {
    Command::Found {
        slug: slug.into(),
        level: "department ".into(),
        names: Names { en: Some(" ".into()), ..names(vi) },
        on: Some(day("2009-01-01")),
        from: vec![],
        source: "organisations.csv".into(),
    }
}

fn rename(vi: &str, on: &str) -> Command {
    Command::Rename { names: names(vi), on: day(on) }
}

fn merge(into: u128, on: &str, basis: &str) -> Command {
    Command::Merge { into: id(into), own: id(1), on: day(on), basis: basis.into() }
}

fn split(into: &[u128]) -> Command {
    let into = into.iter().map(|number| id(*number)).collect();
    Command::Split { into, own: id(1), on: day("2025-03-01"), basis: "Nghị quyết 18-NQ/TW".into() }
}

#[test]
fn an_organisation_is_founded_once_with_a_key_and_a_name() {
    BODY.check(&[], found(" so-ke-hoach", "Sở Kế hoạch "), Ok(&[founded()]));
    BODY.check(&[founded()], found("so-ke-hoach", "Sở Kế hoạch"), Err(Refusal::Exists));
    BODY.check(&[], found(" ", "Sở Kế hoạch"), Err(Refusal::Empty { field: "slug" }));
    BODY.check(&[], found("so-ke-hoach", " "), Err(Refusal::Empty { field: "name" }));
    BODY.check(&[], merge(2, "2025-03-01", "Nghị quyết"), Err(Refusal::Unknown));
}

#[test]
fn it_bears_another_name_while_it_is_there() {
    BODY.check(&[founded()], rename("Sở Kế hoạch và Đầu tư", "2021-07-01"), Ok(&[renamed()]));
    BODY.check(&[founded()], rename("Sở Kế hoạch", "2021-07-01"), Err(Refusal::NoChange));
    BODY.check(&[founded()], rename(" ", "2021-07-01"), Err(Refusal::Empty { field: "name" }));
    let (early, first) = (day("2008-12-31"), day("2009-01-01"));
    let too_early = Refusal::TooEarly { day: early, first };
    BODY.check(&[founded()], rename("Sở Kế hoạch và Đầu tư", "2008-12-31"), Err(too_early));
    let dissolved = Refusal::Dissolved { on: day("2025-03-01") };
    BODY.check(&[founded(), merged()], rename("Sở Kế hoạch và Đầu tư", "2025-03-01"), Err(dissolved));
    BODY.check(&[founded(), merged()], rename("Sở Kế hoạch và Đầu tư", "2021-07-01"), Ok(&[renamed()]));
}

#[test]
fn names_follow_each_other_in_time() {
    let (early, first) = (day("2020-01-01"), day("2021-07-01"));
    let too_early = Refusal::TooEarly { day: early, first };
    BODY.check(&[founded(), renamed()], rename("Sở Quy hoạch", "2020-01-01"), Err(too_early));
}

#[test]
fn a_wrong_name_is_corrected_at_any_time() {
    let correct = |vi: &str| Command::CorrectNames(names(vi));
    let corrected = Event::NamesCorrected { names: names("Sở Kế hoạch - Đầu tư") };
    for given in [vec![founded()], vec![founded(), merged()]] {
        BODY.check(&given, correct("Sở Kế hoạch - Đầu tư"), Ok(std::slice::from_ref(&corrected)));
        BODY.check(&given, correct("Sở Kế hoạch"), Err(Refusal::NoChange));
    }
}

#[test]
fn it_goes_into_another_one_and_not_into_itself() {
    BODY.check(&[founded()], merge(2, "2025-03-01", " Nghị quyết 18-NQ/TW "), Ok(&[merged()]));
    BODY.check(&[founded()], merge(1, "2025-03-01", "Nghị quyết"), Err(Refusal::Itself));
    BODY.check(&[founded()], merge(2, "2025-03-01", " "), Err(Refusal::Empty { field: "basis" }));
    let (early, first) = (day("2008-12-31"), day("2009-01-01"));
    let too_early = Refusal::TooEarly { day: early, first };
    BODY.check(&[founded()], merge(2, "2008-12-31", "Nghị quyết"), Err(too_early));
}

#[test]
fn it_becomes_several_others() {
    let (on, basis) = (day("2025-03-01"), "Nghị quyết 18-NQ/TW".to_owned());
    let event = Event::Split { into: vec![id(2), id(3)], on, basis };
    BODY.check(&[founded()], split(&[3, 2, 3]), Ok(&[event]));
    BODY.check(&[founded()], split(&[2, 1]), Err(Refusal::Itself));
    for too_few in [vec![], vec![2, 2]] {
        let refusal = Refusal::OutOfRange { field: "into", low: 2, high: 100 };
        BODY.check(&[founded()], split(&too_few), Err(refusal));
    }
}

#[test]
fn it_ends_once() {
    let dissolved = || Refusal::Dissolved { on: day("2025-03-01") };
    BODY.check(&[founded(), merged()], merge(3, "2026-01-01", "Nghị quyết"), Err(dissolved()));
    BODY.check(&[founded(), merged()], split(&[2, 3]), Err(dissolved()));
}

#[test]
fn one_that_was_put_there_by_mistake_is_taken_off_and_put_back() {
    let withdraw = |reason: &str| Command::Withdraw { reason: reason.into() };
    let withdrawn = || Event::Withdrawn { reason: "trùng".into() };
    BODY.check(&[founded()], withdraw("trùng"), Ok(&[withdrawn()]));
    BODY.check(&[founded()], withdraw(" "), Err(Refusal::Empty { field: "reason" }));
    BODY.check(&[founded()], Command::Restore, Err(Refusal::NothingToUndo));
    BODY.check(&[founded(), withdrawn()], rename("Sở Quy hoạch", "2021-07-01"), Err(Refusal::Closed));
    BODY.check(&[founded(), withdrawn()], Command::Restore, Ok(&[Event::Restored]));
    assert!(BODY.after(&[founded(), withdrawn()]).withdrawn);
    assert!(!BODY.after(&[founded(), withdrawn(), Event::Restored]).withdrawn);
}

#[test]
fn clerks_keep_organisations_and_heads_do_not() {
    let correct = || Command::CorrectNames(names("Sở Quy hoạch"));
    let corrected = Event::NamesCorrected { names: names("Sở Quy hoạch") };
    BODY.check_by(somebody(Role::Clerk), &[founded()], correct(), Ok(&[corrected]));
    BODY.check_by(somebody(Role::Head), &[founded()], correct(), Err(Refusal::NotPermitted));
}

#[test]
fn events_add_up() {
    let state = BODY.after(&[founded(), renamed(), merged()]);
    assert_eq!(state.name(Language::En), "Sở Kế hoạch và Đầu tư");
    assert_eq!(state.former_names, [(names("Sở Kế hoạch"), day("2021-06-30"))]);
    let (on, basis) = (day("2025-03-01"), "Nghị quyết 18-NQ/TW".to_owned());
    assert_eq!(state.end, Some(End { on, successors: vec![id(2)], basis }));
    assert_eq!((state.version, state.created_at, state.changed_at), (3, Some(minute(1)), Some(minute(3))));
}

fn any_names() -> impl Strategy<Value = Names> {
    (any_text(), option::of(any_text()), option::of(any_text()), vec(any_text(), 0..3))
        .prop_map(|(vi, en, fr, aliases)| Names { vi, en, fr, aliases })
}

fn any_command() -> impl Strategy<Value = Command> {
    let found = (any_text(), any_text(), any_names(), option::of(any_day()), vec(any_id(), 0..3), any_text());
    let merge = (any_id(), any_id(), any_day(), any_text());
    let split = (vec(any_id(), 0..4), any_id(), any_day(), any_text());
    prop_oneof![
        2 => found.prop_map(|(slug, level, names, on, from, source)| {
            Command::Found { slug, level, names, on, from, source }
        }),
        4 => (any_names(), any_day()).prop_map(|(names, on)| Command::Rename { names, on }),
        2 => any_names().prop_map(Command::CorrectNames),
        1 => merge.prop_map(|(into, own, on, basis)| Command::Merge { into, own, on, basis }),
        1 => split.prop_map(|(into, own, on, basis)| Command::Split { into, own, on, basis }),
        1 => any_text().prop_map(|reason| Command::Withdraw { reason }),
        1 => Just(Command::Restore),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_an_organisation_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = BODY.live(commands);
        prop_assert!(state.former_names.is_sorted_by_key(|(_, last)| *last));
        if let (Some(founded), Some(end)) = (state.founded_on, state.end) {
            prop_assert!(founded <= end.on);
        }
    }
}
