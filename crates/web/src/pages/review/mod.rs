//! Review: what the reader found in a version, in order, each with its words, to accept, edit,
//! split, merge or reject. Every action is a plain form; `islands/review.ts` adds the keys.

mod bulk;
mod cards;
mod decide;
mod doubts;
mod edit;
mod show;

pub(crate) use decide::decide;
pub(crate) use show::show;
