//! Instruments: the list, and one instrument as a page to read.

mod list;
mod show;
mod text;

pub(crate) use list::list;
pub(crate) use show::show;
pub(super) use show::{VersionLink, chosen_version, version_links};
pub(super) use text::{Found, TextView, text_view};
