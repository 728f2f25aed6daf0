//! The journal's content: one enum over all nouns, the envelope, and the state that a stream
//! adds up to.
//!
//! An event's name is `<noun>.<what happened>` and its payload is JSON. A released shape never
//! changes: a new one gets the next shape number and an upcaster here.

use crate::{AccountId, Authority, CommandId};
use crate::{account, instrument, organisation, project, recommendation, target, task};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! nouns {
    ($($(#[$doc:meta])* $name:ident = $module:ident),+ $(,)?) => {
        /// What a stream is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Noun { $($(#[$doc])* $name),+ }

        impl Noun {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the journal, in addresses and in tables.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($module)),+ }
            }
        }

        /// Something that was decided.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "noun", content = "event", rename_all = "snake_case")]
        pub enum Event { $($(#[$doc])* $name($module::Event)),+ }

        impl Event {
            /// The noun whose stream it belongs to.
            pub fn noun(&self) -> Noun {
                match self { $(Self::$name(_) => Noun::$name),+ }
            }
        }

        $(impl From<$module::Event> for Event {
            fn from(event: $module::Event) -> Self { Self::$name(event) }
        })+

        /// What a stream adds up to.
        #[derive(Debug, Clone, PartialEq)]
        pub enum State { $($(#[$doc])* $name(Box<$module::State>)),+ }

        impl State {
            /// The state of a stream that has no event yet.
            pub fn empty(noun: Noun) -> Self {
                match noun { $(Noun::$name => Self::$name(Box::default())),+ }
            }

            /// The state after one more event. An event of another noun changes nothing.
            pub fn evolve(&mut self, event: &Event, at: &Recorded) {
                match (self, event) {
                    $((Self::$name(state), Event::$name(event)) => $module::evolve(state, event, at),)+
                    (_, _) => {}
                }
            }
        }
    };
}

nouns! {
    /// Accounts: who may do what.
    Account = account,
    /// Instruments, their versions, and what was read in them.
    Instrument = instrument,
    /// Bodies, across their names, mergers and splits.
    Organisation = organisation,
    /// Works and investments.
    Project = project,
    /// Requests to other bodies.
    Recommendation = recommendation,
    /// Quantities to reach or keep.
    Target = target,
    /// Things to do.
    Task = task,
}

impl Noun {
    /// The noun of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|noun| noun.code() == code)
    }
}

/// One stream of events: one thing of one noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StreamId {
    /// What it is about.
    pub noun: Noun,
    /// Which one.
    pub id: Uuid,
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.noun.code(), self.id)
    }
}

/// What the journal knows of an event besides the event itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Place in the journal, from 1, without gaps.
    pub seq: u64,
    /// The stream.
    pub stream: StreamId,
    /// Place in the stream, from 1, without gaps.
    pub version: u64,
    /// The press of a button that it came from.
    pub command: CommandId,
    /// Who did it.
    pub actor: AccountId,
    /// When we learnt it.
    pub recorded_at: Timestamp,
    /// From which day it counts.
    pub effective_on: Date,
    /// What it rests on.
    pub authority: Option<Authority>,
}
