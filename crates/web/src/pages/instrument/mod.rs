//! Instruments: the list, the graph, one instrument as a page to read, its versions side by side and
//! its coverage by a lower one.

mod change;
mod compare;
mod conflict;
mod coverage;
mod details;
mod download;
mod graph;
mod list;
mod names;
mod relations;
mod show;
mod text;
mod versions;

pub(crate) use change::change;
pub(crate) use compare::compare;
pub(crate) use coverage::{coverage, coverage_csv, judge};
pub(crate) use download::download;
pub(crate) use graph::graph;
pub(crate) use list::list;
pub(crate) use show::show;
pub(super) use show::{VersionLink, chosen_version, version_links};
pub(super) use text::{Found, TextView, text_view};
