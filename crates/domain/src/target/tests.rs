//! The rules of targets, as examples and as properties.

use super::*;
use crate::testing::{
    Rules, TODAY, any_classification, any_day, any_origin, any_text, day, minute, owner_of, somebody,
};
use crate::{Classification, Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TARGET: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: the gross regional product shall grow by 13 to 14 percent a year.

fn growth() -> Definition {
    Definition {
        number: Some(1),
        indicator: "Tốc độ tăng trưởng GRDP".into(),
        comparator: Some("range".into()),
        value: vec![13.0, 14.0],
        unit: Some("%/năm".into()),
        ..Definition::default()
    }
}

fn set() -> Event {
    let (definition, classification) = (growth(), Classification::Public);
    Event::Set { definition, origin: None, source: None, classification }
}

fn recorded(status: TargetStatus, on: &str) -> Event {
    Event::StatusRecorded { status, on: day(on), source: "Báo cáo 12/BC-UBND".into() }
}

fn withdrawn() -> Event {
    Event::Withdrawn { reason: "Trùng".into() }
}

// Asked.

fn ask_to_set(definition: Definition, classification: Classification) -> Command {
    Command::Set { definition, origin: None, source: Some(" ".into()), classification }
}

fn record(status: TargetStatus, on: &str, source: &str) -> Command {
    Command::RecordStatus { status, on: day(on), source: source.into() }
}

#[test]
fn a_target_is_set_once_and_measures_something() {
    TARGET.check(&[], ask_to_set(growth(), Classification::Public), Ok(&[set()]));
    TARGET.check(&[set()], ask_to_set(growth(), Classification::Public), Err(Refusal::Exists));
    TARGET.check(&[], ask_to_set(growth(), Classification::Secret), Err(Refusal::Classified));
    TARGET.check(&[], Command::Correct(growth()), Err(Refusal::Unknown));
    let nothing = Definition { indicator: " ".into(), ..growth() };
    TARGET.check(
        &[],
        ask_to_set(nothing, Classification::Public),
        Err(Refusal::Empty { field: "indicator" }),
    );
}

#[test]
fn a_value_is_nothing_a_number_or_a_range() {
    let correct = |value: &[f64]| Command::Correct(Definition { value: value.to_vec(), ..growth() });
    let corrected = |value: &[f64]| {
        let definition = Definition { value: value.to_vec(), ..growth() };
        Event::DefinitionCorrected { definition }
    };
    for value in [vec![], vec![13.5]] {
        TARGET.check(&[set()], correct(&value), Ok(&[corrected(&value)]));
    }
    TARGET.check(&[set()], correct(&[13.0, 14.0]), Err(Refusal::NoChange));
    let three = Refusal::OutOfRange { field: "value", low: 0, high: 2 };
    TARGET.check(&[set()], correct(&[1.0, 2.0, 3.0]), Err(three));
    for no_number in [f64::NAN, f64::INFINITY] {
        TARGET.check(&[set()], correct(&[no_number]), Err(Refusal::Empty { field: "value" }));
    }
}

#[test]
fn somebody_said_how_it_stands_on_a_day_that_has_come() {
    let source = " Báo cáo 12/BC-UBND ";
    let met = recorded(TargetStatus::Met, "2026-06-30");
    TARGET.check(&[set()], record(TargetStatus::Met, "2026-06-30", source), Ok(std::slice::from_ref(&met)));
    TARGET.check(&[set(), met], record(TargetStatus::Met, "2026-06-30", source), Err(Refusal::NoChange));
    let tomorrow = day("2026-11-17");
    TARGET.check(
        &[set()],
        record(TargetStatus::Met, "2026-11-17", source),
        Err(Refusal::InFuture { day: tomorrow }),
    );
    TARGET.check(
        &[set()],
        record(TargetStatus::Met, "2026-06-30", " "),
        Err(Refusal::Empty { field: "source" }),
    );
}

#[test]
fn what_was_withdrawn_can_only_be_put_back() {
    let withdraw = |reason: &str| Command::Withdraw { reason: reason.into() };
    TARGET.check(&[set()], withdraw(" Trùng"), Ok(&[withdrawn()]));
    TARGET.check(&[set()], withdraw(" "), Err(Refusal::Empty { field: "reason" }));
    TARGET.check(&[set()], Command::Restore, Err(Refusal::NothingToUndo));
    TARGET.check(&[set(), withdrawn()], Command::Restore, Ok(&[Event::Restored]));
    TARGET.check(&[set(), withdrawn()], withdraw("Trùng"), Err(Refusal::Closed));
}

#[test]
fn who_confirms_may_say_how_it_stands_but_not_what_it_is() {
    let verifier = somebody(Role::Verifier);
    let record = || record(TargetStatus::Met, "2026-06-30", "Báo cáo 12/BC-UBND");
    TARGET.check_by(verifier, &[set()], record(), Ok(&[recorded(TargetStatus::Met, "2026-06-30")]));
    TARGET.check_by(verifier, &[set()], Command::Correct(growth()), Err(Refusal::NotPermitted));
    TARGET.check_by(owner_of(1), &[set()], record(), Err(Refusal::NotPermitted));
}

#[test]
fn statuses_stand_in_the_order_of_their_days_not_of_their_arrival() {
    let state = TARGET.after(&[
        set(),
        recorded(TargetStatus::Met, "2026-09-30"),
        recorded(TargetStatus::Challenged, "2026-06-30"),
        recorded(TargetStatus::OnPath, "2026-06-30"),
    ]);
    let statuses: Vec<TargetStatus> = state.statuses.iter().map(|record| record.status).collect();
    assert_eq!(statuses, [TargetStatus::Challenged, TargetStatus::OnPath, TargetStatus::Met]);
    assert_eq!((state.version, state.created_at, state.changed_at), (4, Some(minute(1)), Some(minute(4))));
}

fn any_definition() -> impl Strategy<Value = Definition> {
    let number = prop_oneof![
        9 => (-999..999_i32).prop_map(|hundredths| f64::from(hundredths) / 100.0),
        1 => Just(f64::NAN),
    ];
    let texts = || option::of(any_text());
    (option::of(any::<u32>()), any_text(), texts(), vec(number, 0..4), texts(), texts()).prop_map(
        |(number, indicator, comparator, value, unit, period)| {
            let names = vec![("en".to_owned(), indicator.clone())];
            Definition { number, indicator, names, comparator, value, unit, period, set_by: None }
        },
    )
}

fn any_command() -> impl Strategy<Value = Command> {
    let set = (any_definition(), any_origin(), option::of(any_text()), any_classification());
    let status = (select(TargetStatus::ALL.to_vec()), any_day(), any_text());
    prop_oneof![
        set.prop_map(|(definition, origin, source, classification)| {
            Command::Set { definition, origin, source, classification }
        }),
        any_definition().prop_map(Command::Correct),
        status.prop_map(|(status, on, source)| Command::RecordStatus { status, on, source }),
        any_text().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Restore),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_a_target_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = TARGET.live(commands);
        prop_assert!(state.definition.value.len() <= 2);
        prop_assert!(state.statuses.is_sorted_by_key(|record| record.on));
        prop_assert!(state.statuses.iter().all(|record| record.on <= TODAY));
    }
}
