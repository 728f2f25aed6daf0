//! A body (cơ quan, tổ chức) across its names, mergers and splits.

mod command;
mod decide;
mod event;
mod evolve;
mod state;
#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::decide;
pub use event::{Event, Names};
pub use evolve::evolve;
pub use state::{End, State};
