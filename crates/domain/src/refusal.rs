//! Why a command was refused, in a form that the pages put into words that a clerk can act on.

use jiff::civil::Date;

/// A refusal. `Display` gives English for logs and the command line; pages use [`Refusal::key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The actor's role does not reach so far.
    #[error("your role does not allow this; ask a clerk or the administrator")]
    NotPermitted,
    /// It was made already.
    #[error("it exists already")]
    Exists,
    /// There is no such thing.
    #[error("there is no such record")]
    Unknown,
    /// A field that must be filled is empty.
    #[error("`{field}` must not be empty")]
    Empty {
        /// The name of the field.
        field: &'static str,
    },
    /// A number outside its range.
    #[error("`{field}` must lie between {low} and {high}")]
    OutOfRange {
        /// The name of the field.
        field: &'static str,
        /// The least allowed value.
        low: i64,
        /// The greatest allowed value.
        high: i64,
    },
    /// A classified text.
    #[error("a classified document must not be stored here; register it without its text elsewhere")]
    Classified,
    /// The task is done, or was taken out.
    #[error("the task is closed; reopen it first")]
    Closed,
    /// The task is not done.
    #[error("the task is open")]
    Open,
    /// An extension to a day that is not later.
    #[error("an extension must lie after the present deadline, {present}")]
    NotLater {
        /// The present last day.
        present: Date,
    },
    /// A day that has not come yet.
    #[error("{day} has not come yet")]
    InFuture {
        /// The day that was given.
        day: Date,
    },
    /// A day before another that must come first.
    #[error("{day} lies before {first}")]
    TooEarly {
        /// The day that was given.
        day: Date,
        /// The earliest possible day.
        first: Date,
    },
    /// The finding was decided on already.
    #[error("this finding was decided already; undo that first")]
    FindingDecided,
    /// There is nothing to undo.
    #[error("there is nothing to undo here")]
    NothingToUndo,
    /// Words that do not lie in the text.
    #[error("the words do not lie in the text of this version")]
    OutsideText,
    /// Findings of different kinds cannot become one.
    #[error("only findings of one kind can be merged")]
    DifferentKinds,
    /// The organisation no longer exists on that day.
    #[error("the organisation was dissolved on {on}")]
    Dissolved {
        /// The day of its end.
        on: Date,
    },
    /// Merging something into itself.
    #[error("it cannot be merged into itself")]
    Itself,
    /// The last administrator cannot go.
    #[error("at least one administrator must stay")]
    LastAdministrator,
    /// Nothing would change.
    #[error("nothing would change")]
    NoChange,
    /// The last words that a commitment rests on cannot go.
    #[error("these are the only words that it rests on; withdraw it instead")]
    LastWording,
    /// Only an instrument that is known by citation alone can be taken off the record.
    #[error("an instrument with a text stays on record")]
    HasText,
}

impl Refusal {
    /// The key of its words in the locales: `refusal-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotPermitted => "not-permitted",
            Self::Exists => "exists",
            Self::Unknown => "unknown",
            Self::Empty { .. } => "empty",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Classified => "classified",
            Self::Closed => "closed",
            Self::Open => "open",
            Self::NotLater { .. } => "not-later",
            Self::InFuture { .. } => "in-future",
            Self::TooEarly { .. } => "too-early",
            Self::FindingDecided => "finding-decided",
            Self::NothingToUndo => "nothing-to-undo",
            Self::OutsideText => "outside-text",
            Self::DifferentKinds => "different-kinds",
            Self::Dissolved { .. } => "dissolved",
            Self::Itself => "itself",
            Self::LastAdministrator => "last-administrator",
            Self::NoChange => "no-change",
            Self::LastWording => "last-wording",
            Self::HasText => "has-text",
        }
    }
}
