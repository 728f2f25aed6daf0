//! Tasks: the list, the same list as a file, one task, and the forms that change it.

mod change;
mod csv;
mod filter;
mod list;
mod show;

pub(crate) use change::change;
pub(crate) use csv::csv;
pub(crate) use list::list;
pub(crate) use show::show;
