//! A quantity to reach or keep by a time (chỉ tiêu), and how it is said to stand.

mod command;
mod decide;
mod event;
mod evolve;
mod state;
#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::decide;
pub use event::{Definition, Event, TargetStatus};
pub use evolve::evolve;
pub use state::{State, StatusRecord};
