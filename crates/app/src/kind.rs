//! The nouns of the domain as one trait, so that load → decide → commit is written once.

use haidang_domain::{
    Context, Event, Noun, Recorded, Refusal, State, account, instrument, organisation, project,
    recommendation, target, task,
};

/// A noun with its state, command and rules.
pub(crate) trait Kind {
    /// What is so.
    type State: Clone;
    /// What is asked.
    type Command;
    /// Its place among the nouns.
    const NOUN: Noun;
    /// Its own state out of the state of a stream.
    fn of(state: State) -> Option<Self::State>;
    /// How many events a state adds up.
    fn version(state: &Self::State) -> u64;
    /// The rules.
    fn decide(state: &Self::State, command: Self::Command, context: &Context) -> Result<Vec<Event>, Refusal>;
    /// The state after one more event of this noun.
    fn evolve(state: &mut Self::State, event: &Event, at: &Recorded);
}

macro_rules! kinds {
    ($($name:ident = $module:ident),+ $(,)?) => {$(
        pub(crate) struct $name;

        impl Kind for $name {
            type State = $module::State;
            type Command = $module::Command;
            const NOUN: Noun = Noun::$name;

            fn of(state: State) -> Option<Self::State> {
                match state {
                    State::$name(state) => Some(*state),
                    _ => None,
                }
            }

            fn version(state: &Self::State) -> u64 {
                state.version
            }

            fn decide(state: &Self::State, command: Self::Command, context: &Context) -> Result<Vec<Event>, Refusal> {
                Ok($module::decide(state, command, context)?.into_iter().map(Event::from).collect())
            }

            fn evolve(state: &mut Self::State, event: &Event, at: &Recorded) {
                if let Event::$name(event) = event {
                    $module::evolve(state, event, at);
                }
            }
        }
    )+};
}

kinds! {
    Account = account,
    Instrument = instrument,
    Organisation = organisation,
    Project = project,
    Recommendation = recommendation,
    Target = target,
    Task = task,
}
