//! What the tests of all nouns share: a day, people, bodies, and one way of saying
//! "given these events, when this is asked, then these events follow, or this refusal".

use crate::{
    Actor, Classification, Context, Deadline, Event, Origin, Party, Recorded, Refusal, Role, StreamId,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use proptest::prelude::*;
use std::fmt::Debug;
use std::str::FromStr;
use uuid::Uuid;

/// The day on which all tests happen.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 16);

/// The rules of one noun, so that all nouns are tested in the same words.
pub(crate) struct Rules<State, Command, Happened> {
    pub(crate) decide: fn(&State, Command, &Context) -> Result<Vec<Happened>, Refusal>,
    pub(crate) evolve: fn(&mut State, &Happened, &Recorded),
    pub(crate) version: fn(&State) -> u64,
}

impl<State, Command, Happened> Rules<State, Command, Happened>
where
    State: Default,
    Happened: Clone + Debug + PartialEq + Into<Event>,
{
    /// Given these events, when an administrator asks for this, then these events follow, or this refusal.
    #[track_caller]
    pub(crate) fn check(&self, given: &[Happened], when: Command, then: Result<&[Happened], Refusal>) {
        self.check_by(somebody(Role::Administrator), given, when, then);
    }

    /// The same, asked by somebody else.
    #[track_caller]
    pub(crate) fn check_by(
        &self,
        actor: Actor,
        given: &[Happened],
        when: Command,
        then: Result<&[Happened], Refusal>,
    ) {
        let decided = (self.decide)(&self.after(given), when, &Context { actor, today: TODAY });
        assert_eq!(decided, then.map(<[Happened]>::to_vec));
    }

    /// What is so after these events.
    pub(crate) fn after(&self, given: &[Happened]) -> State {
        let mut state = State::default();
        for (event, version) in given.iter().zip(1..) {
            (self.evolve)(&mut state, event, &recorded(event, version));
        }
        state
    }

    /// What is so when an administrator asks all this, one after the other. Nothing may panic,
    /// every event counts for exactly one version, and every event survives JSON.
    pub(crate) fn live(&self, commands: Vec<Command>) -> State {
        let context = Context { actor: somebody(Role::Administrator), today: TODAY };
        let mut state = State::default();
        for command in commands {
            for event in (self.decide)(&state, command, &context).unwrap_or_default() {
                let version = (self.version)(&state) + 1;
                (self.evolve)(&mut state, &event, &recorded(&event, version));
                assert_eq!((self.version)(&state), version);
                survives_json(event);
            }
        }
        state
    }
}

/// What the journal would say of an event: version 1 in the first minute, version 2 in the second.
pub(crate) fn recorded(event: &(impl Clone + Into<Event>), version: u64) -> Recorded {
    Recorded {
        seq: version,
        stream: StreamId { noun: Event::noun(&event.clone().into()), id: Uuid::from_u128(1) },
        version,
        command: id(version.into()),
        actor: id(1),
        recorded_at: minute(version),
        effective_on: TODAY,
        authority: None,
    }
}

/// The instant at which the event of this version is recorded.
pub(crate) fn minute(version: u64) -> Timestamp {
    let midnight: Timestamp = "2026-11-16T00:00:00Z".parse().unwrap();
    midnight + i64::try_from(version).unwrap().minutes()
}

/// An event is the same after it was written down and read again.
fn survives_json(event: impl Into<Event>) {
    let event: Event = event.into();
    let written = serde_json::to_string(&event).unwrap();
    assert_eq!(serde_json::from_str::<Event>(&written).unwrap(), event, "{written}");
}

/// The id with this number, of any kind.
pub(crate) fn id<Id: FromStr<Err: Debug>>(number: u128) -> Id {
    Uuid::from_u128(number).to_string().parse().unwrap()
}

/// Somebody with this role and without an organisation.
pub(crate) fn somebody(role: Role) -> Actor {
    Actor { account: id(1), role, organisation: None }
}

/// An owner who acts for the organisation with this number.
pub(crate) fn owner_of(organisation: u128) -> Actor {
    Actor { organisation: Some(id(organisation)), ..somebody(Role::Owner) }
}

/// The day of this text, such as `2026-12-31`.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The deadline of this text, such as `2026-Q4`.
pub(crate) fn deadline(text: &str) -> Deadline {
    text.parse().unwrap()
}

/// The organisation with this number, under this name.
pub(crate) fn party(organisation: u128, printed: &str) -> Party {
    Party { organisation: Some(id(organisation)), printed: printed.to_owned() }
}

/// A body that nobody has looked up yet.
pub(crate) fn unknown_party(printed: &str) -> Party {
    Party { organisation: None, printed: printed.to_owned() }
}

/// Any small id; they meet often.
pub(crate) fn any_id<Id: FromStr<Err: Debug> + Debug>() -> impl Strategy<Value = Id> {
    (1..6_u8).prop_map(|number| id::<Id>(number.into()))
}

/// Any text, often a blank one.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just("  ".to_owned()), Just("Sửa đê ".to_owned()), "\\PC{1,8}"]
}

/// Any day within a year or so.
pub(crate) fn any_day() -> impl Strategy<Value = Date> {
    (-400..400_i64).prop_map(|days| TODAY + days.days())
}

/// A deadline of any form.
pub(crate) fn any_deadline() -> impl Strategy<Value = Deadline> {
    let forms = vec!["2026-11-30", "2026-12", "2026-Q4", "2027", "2026/2030", "2025-Q4/2026-Q2", "monthly"];
    prop::sample::select(forms).prop_map(deadline)
}

/// Any body, known or not.
pub(crate) fn any_party() -> impl Strategy<Value = Party> {
    (prop::option::of(any_id()), any_text())
        .prop_map(|(organisation, printed)| Party { organisation, printed })
}

/// Any degree of secrecy, mostly none.
pub(crate) fn any_classification() -> impl Strategy<Value = Classification> {
    prop_oneof![4 => Just(Classification::Public), 1 => prop::sample::select(Classification::ALL.to_vec())]
}

/// The words that a commitment rests on, or none.
pub(crate) fn any_origin() -> impl Strategy<Value = Option<Origin>> {
    prop::option::of((any_id(), any_id(), any_id(), any_text()).prop_map(
        |(instrument, version, finding, quote)| Origin {
            instrument,
            version,
            finding,
            start: 10,
            end: 24,
            quote,
        },
    ))
}
