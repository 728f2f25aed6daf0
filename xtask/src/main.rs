//! Chores of the project: `cargo xtask tidy` keeps the house in order, `cargo xtask score`
//! measures the reader on annotated documents, `cargo xtask gold` takes new annotations in.

// A chore prints: that is what it is for.
#![allow(clippy::print_stdout)]

mod align;
mod score;
mod tidy;

use std::process::ExitCode;

const USAGE: &str =
    "usage: cargo xtask tidy | score [--errors] [--save] [--check] [--calibrate] | gold FILE … | align";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["tidy"] => tidy::run(),
        ["score", options @ ..] => score::run(options),
        ["gold", files @ ..] => score::keep_gold(files),
        ["align", options @ ..] => align::run(options),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
