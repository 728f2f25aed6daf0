//! `haidang decode`, the process that is started for one file: a request on standard input, an answer on
//! standard output.

use super::{Answer, Request, limits};
use crate::arguments::DecodeLimits;
use crate::error::Failure;
use std::io::{BufRead as _, Read as _, Write as _};
use std::process::ExitCode;

pub(crate) fn run(limits: &DecodeLimits) -> Result<ExitCode, Failure> {
    limits::take(limits)?;
    let mut stdin = std::io::stdin().lock();
    let mut request = Vec::new();
    stdin.read_until(b'\n', &mut request)?;
    let Request { name } = serde_json::from_slice(&request)?;
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    let answer = match haidang_reading::decode(&name, &bytes) {
        Ok(decoded) => Answer::Decoded(decoded),
        Err(error) => Answer::Refused(error),
    };
    let mut line = serde_json::to_vec(&answer)?;
    line.push(b'\n');
    std::io::stdout().lock().write_all(&line)?;
    Ok(ExitCode::SUCCESS)
}
