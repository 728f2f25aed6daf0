//! A document that resolves or orders something, as a work with its versions, and what was read in them.

mod command;
mod decide;
mod event;
mod evolve;
mod finding;
mod reading;
mod relating;
mod state;
#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::decide;
pub use event::{Details, Event, InstrumentKind, Relation, Stated};
pub use evolve::evolve;
pub use finding::{Category, CitedAs, Content, Finding, Remark};
pub use state::{FindingState, Judgement, Related, State, Statement, Verdict, Version};
