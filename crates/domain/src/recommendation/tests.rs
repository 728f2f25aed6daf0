//! The rules of requests, as examples and as properties.

use super::*;
use crate::testing::{
    Rules, TODAY, any_classification, any_day, any_deadline, any_origin, any_party, any_text, day, deadline,
    minute, owner_of, party, somebody, unknown_party,
};
use crate::{Classification, Party, Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const REQUEST: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: the city asks the Government for a special mechanism.

fn made() -> Event {
    Event::Made {
        statement: "Cho phép thí điểm cơ chế đặc thù".into(),
        from: Some(party(1, "UBND thành phố")),
        to: Some(unknown_party("Chính phủ")),
        deadline: Some(deadline("2026-Q4")),
        origin: None,
        classification: Classification::Public,
    }
}

fn forwarded() -> Event {
    Event::Forwarded { to: unknown_party("Bộ Tài chính"), on: day("2026-10-01") }
}

fn answered(text: &str) -> Event {
    Event::Answered { on: day("2026-11-10"), text: text.into() }
}

fn withdrawn() -> Event {
    Event::Withdrawn { reason: "Trùng".into() }
}

// Asked.

fn make(statement: &str, classification: Classification) -> Command {
    Command::Make {
        statement: statement.into(),
        from: Some(party(1, "UBND thành phố ")),
        to: Some(unknown_party("Chính phủ")),
        deadline: Some(deadline("2026-Q4")),
        origin: None,
        classification,
    }
}

fn forward(to: &str, on: &str) -> Command {
    Command::Forward { to: unknown_party(to), on: day(on) }
}

fn answer(on: &str, text: &str) -> Command {
    Command::Answer { on: day(on), text: text.into() }
}

#[test]
fn a_request_is_entered_once_and_asks_something() {
    let statement = "Cho phép thí điểm cơ chế đặc thù";
    REQUEST.check(&[], make(statement, Classification::Public), Ok(&[made()]));
    REQUEST.check(&[made()], make(statement, Classification::Public), Err(Refusal::Exists));
    REQUEST.check(&[], make(" ", Classification::Public), Err(Refusal::Empty { field: "statement" }));
    REQUEST.check(&[], make(statement, Classification::TopSecret), Err(Refusal::Classified));
    REQUEST.check(&[], answer("2026-11-10", "Đồng ý"), Err(Refusal::Unknown));
}

#[test]
fn it_is_sent_on_to_somebody_on_a_day_that_has_come() {
    REQUEST.check(&[made()], forward(" Bộ Tài chính ", "2026-10-01"), Ok(&[forwarded()]));
    REQUEST.check(&[made(), forwarded()], forward("Bộ Tài chính", "2026-10-01"), Err(Refusal::NoChange));
    REQUEST.check(&[made()], forward(" ", "2026-10-01"), Err(Refusal::Empty { field: "to" }));
    let tomorrow = day("2026-11-17");
    REQUEST.check(&[made()], forward("Bộ Tài chính", "2026-11-17"), Err(Refusal::InFuture { day: tomorrow }));
}

#[test]
fn an_answer_says_something_and_a_later_one_takes_its_place() {
    REQUEST.check(&[made()], answer("2026-11-10", "Đồng ý "), Ok(&[answered("Đồng ý")]));
    REQUEST.check(&[made(), answered("Không")], answer("2026-11-10", "Đồng ý"), Ok(&[answered("Đồng ý")]));
    REQUEST.check(&[made(), answered("Đồng ý")], answer("2026-11-10", "Đồng ý"), Err(Refusal::NoChange));
    REQUEST.check(&[made()], answer("2026-11-10", "\n"), Err(Refusal::Empty { field: "text" }));
    let tomorrow = day("2026-11-17");
    REQUEST.check(&[made()], answer("2026-11-17", "Đồng ý"), Err(Refusal::InFuture { day: tomorrow }));
}

#[test]
fn what_was_withdrawn_can_only_be_put_back() {
    let withdraw = |reason: &str| Command::Withdraw { reason: reason.into() };
    REQUEST.check(&[made()], withdraw("Trùng"), Ok(&[withdrawn()]));
    REQUEST.check(&[made()], withdraw(" "), Err(Refusal::Empty { field: "reason" }));
    REQUEST.check(&[made()], Command::Restore, Err(Refusal::NothingToUndo));
    REQUEST.check(&[made(), withdrawn()], Command::Restore, Ok(&[Event::Restored]));
    REQUEST.check(&[made(), withdrawn()], answer("2026-11-10", "Đồng ý"), Err(Refusal::Closed));
}

#[test]
fn owners_and_readers_do_not_keep_the_ledger() {
    for actor in [owner_of(1), somebody(Role::Reader)] {
        REQUEST.check_by(actor, &[made()], answer("2026-11-10", "Đồng ý"), Err(Refusal::NotPermitted));
    }
}

#[test]
fn events_add_up() {
    let earlier = Event::Forwarded { to: unknown_party("Bộ Xây dựng"), on: day("2026-09-01") };
    let state = REQUEST.after(&[made(), forwarded(), earlier, answered("Đồng ý")]);
    let bodies: Vec<&str> = state.forwarded.iter().map(|(to, _)| to.printed.as_str()).collect();
    assert_eq!(bodies, ["Bộ Xây dựng", "Bộ Tài chính"]);
    assert_eq!(state.answer, Some(Answer { on: day("2026-11-10"), text: "Đồng ý".into() }));
    assert_eq!((state.version, state.created_at, state.changed_at), (4, Some(minute(1)), Some(minute(4))));
}

fn any_command() -> impl Strategy<Value = Command> {
    let parties = || option::of(any_party());
    let make =
        (any_text(), parties(), parties(), option::of(any_deadline()), any_origin(), any_classification());
    prop_oneof![
        make.prop_map(|(statement, from, to, deadline, origin, classification)| {
            Command::Make { statement, from, to, deadline, origin, classification }
        }),
        (any_party(), any_day()).prop_map(|(to, on)| Command::Forward { to, on }),
        (any_day(), any_text()).prop_map(|(on, text)| Command::Answer { on, text }),
        any_text().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Restore),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_a_request_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = REQUEST.live(commands);
        let names_somebody = |party: &Party| party.organisation.is_some() || !party.printed.is_empty();
        prop_assert!(state.forwarded.iter().all(|(to, on)| names_somebody(to) && *on <= TODAY));
        prop_assert!(state.forwarded.is_sorted_by_key(|(_, on)| *on));
    }
}
