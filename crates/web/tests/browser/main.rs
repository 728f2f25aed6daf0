//! What a person does, in a real browser against real pages: the clerk's whole path, every page
//! without an accessibility violation, and what each page says.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod clerk;
mod details;
mod download;
mod harness;
mod intake;
mod pace;
mod pages;
mod review;
