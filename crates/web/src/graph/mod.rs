//! Instruments as a drawing: rows by level, in a row by date. Pure: what comes in is data, what comes
//! out are places and paths.

mod layout;
mod level;

pub(crate) use layout::{BOX_HEIGHT, BOX_WIDTH, Drawing, Edge, Node, draw};
pub(crate) use level::Level;
