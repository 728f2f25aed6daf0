//! The rules of projects, as examples and as properties.

use super::*;
use crate::testing::{
    Rules, TODAY, any_classification, any_day, any_origin, any_text, day, minute, owner_of, somebody,
};
use crate::{Classification, Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const PROJECT: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: a bridge is on the list.

fn bridge() -> Description {
    Description {
        name: "Cầu Nguyễn Trãi".into(),
        kind: ProjectKind::Bridge,
        location: Some((20.86, 106.69)),
        location_accuracy: Some("site".into()),
        ..Description::default()
    }
}

fn listed() -> Event {
    let (description, classification) = (bridge(), Classification::Public);
    Event::Listed { description, origin: None, source: None, classification }
}

fn recorded(stage: Stage, on: &str) -> Event {
    Event::StageRecorded { stage, on: day(on), source: "Quyết định 99/QĐ-UBND".into() }
}

fn withdrawn() -> Event {
    Event::Withdrawn { reason: "Trùng".into() }
}

// Asked.

fn list(description: Description, classification: Classification) -> Command {
    Command::List { description, origin: None, source: Some(" ".into()), classification }
}

fn record(stage: Stage, on: &str, source: &str) -> Command {
    Command::RecordStage { stage, on: day(on), source: source.into() }
}

#[test]
fn a_project_is_listed_once_and_has_a_name() {
    PROJECT.check(&[], list(bridge(), Classification::Public), Ok(&[listed()]));
    PROJECT.check(&[listed()], list(bridge(), Classification::Public), Err(Refusal::Exists));
    PROJECT.check(&[], list(bridge(), Classification::Secret), Err(Refusal::Classified));
    PROJECT.check(&[], Command::Restore, Err(Refusal::Unknown));
    let nameless = Description { name: "\t".into(), ..bridge() };
    PROJECT.check(&[], list(nameless, Classification::Public), Err(Refusal::Empty { field: "name" }));
}

#[test]
fn a_project_lies_on_the_earth() {
    let at = |latitude, longitude| {
        Command::Correct(Description { location: Some((latitude, longitude)), ..bridge() })
    };
    for (latitude, longitude) in [(91.0, 106.69), (f64::NAN, 106.69)] {
        let refusal = Refusal::OutOfRange { field: "latitude", low: -90, high: 90 };
        PROJECT.check(&[listed()], at(latitude, longitude), Err(refusal));
    }
    let refusal = Refusal::OutOfRange { field: "longitude", low: -180, high: 180 };
    PROJECT.check(&[listed()], at(20.86, 1106.69), Err(refusal));
}

#[test]
fn a_description_is_corrected_when_it_was_wrong() {
    let description = Description { owner: Some("Ban QLDA giao thông".into()), ..bridge() };
    let corrected = Event::DescriptionCorrected { description: description.clone() };
    PROJECT.check(&[listed()], Command::Correct(description), Ok(&[corrected]));
    PROJECT.check(&[listed()], Command::Correct(bridge()), Err(Refusal::NoChange));
}

#[test]
fn a_stage_was_reached_on_a_day_that_has_come() {
    let source = "Quyết định 99/QĐ-UBND ";
    let approved = recorded(Stage::Approved, "2026-01-31");
    let record_approved = || record(Stage::Approved, "2026-01-31", source);
    PROJECT.check(&[listed()], record_approved(), Ok(std::slice::from_ref(&approved)));
    PROJECT.check(&[listed(), approved], record_approved(), Err(Refusal::NoChange));
    let tomorrow = day("2026-11-17");
    PROJECT.check(
        &[listed()],
        record(Stage::Completed, "2026-11-17", source),
        Err(Refusal::InFuture { day: tomorrow }),
    );
    PROJECT.check(
        &[listed()],
        record(Stage::Idea, "2026-01-31", " "),
        Err(Refusal::Empty { field: "source" }),
    );
}

#[test]
fn what_was_taken_off_the_list_can_only_be_put_back() {
    let withdraw = |reason: &str| Command::Withdraw { reason: reason.into() };
    PROJECT.check(&[listed()], withdraw("Trùng"), Ok(&[withdrawn()]));
    PROJECT.check(&[listed()], withdraw(" "), Err(Refusal::Empty { field: "reason" }));
    PROJECT.check(&[listed()], Command::Restore, Err(Refusal::NothingToUndo));
    PROJECT.check(&[listed(), withdrawn()], Command::Restore, Ok(&[Event::Restored]));
    PROJECT.check(&[listed(), withdrawn()], Command::Correct(bridge()), Err(Refusal::Closed));
}

#[test]
fn owners_and_readers_do_not_keep_the_list() {
    for actor in [owner_of(1), somebody(Role::Reader)] {
        PROJECT.check_by(actor, &[], list(bridge(), Classification::Public), Err(Refusal::NotPermitted));
    }
}

#[test]
fn stages_stand_in_the_order_of_their_days_not_of_their_arrival() {
    let history =
        [listed(), recorded(Stage::UnderConstruction, "2026-09-30"), recorded(Stage::Approved, "2026-01-31")];
    let state = PROJECT.after(&history);
    let stages: Vec<Stage> = state.stages.iter().map(|record| record.stage).collect();
    assert_eq!(stages, [Stage::Approved, Stage::UnderConstruction]);
    assert_eq!((state.version, state.created_at, state.changed_at), (3, Some(minute(1)), Some(minute(3))));
}

fn any_description() -> impl Strategy<Value = Description> {
    let degrees = || (-200..200_i32).prop_map(|halves| f64::from(halves) / 2.0);
    let texts = || option::of(any_text());
    let kind = select(ProjectKind::ALL.to_vec());
    (any_text(), kind, texts(), texts(), option::of((degrees(), degrees()))).prop_map(
        |(name, kind, owner, capital, location)| {
            let names = vec![("fr".to_owned(), name.clone())];
            Description { name, names, kind, owner, capital, location, location_accuracy: None }
        },
    )
}

fn any_command() -> impl Strategy<Value = Command> {
    let list = (any_description(), any_origin(), option::of(any_text()), any_classification());
    let stage = (select(Stage::ALL.to_vec()), any_day(), any_text());
    prop_oneof![
        list.prop_map(|(description, origin, source, classification)| {
            Command::List { description, origin, source, classification }
        }),
        any_description().prop_map(Command::Correct),
        stage.prop_map(|(stage, on, source)| Command::RecordStage { stage, on, source }),
        any_text().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Restore),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_a_project_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = PROJECT.live(commands);
        prop_assert!(state.stages.is_sorted_by_key(|record| record.on));
        prop_assert!(state.stages.iter().all(|record| record.on <= TODAY));
    }
}
