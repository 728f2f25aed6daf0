//! `haidang decode`, the process that is started for one file: a request on standard input, an answer on
//! standard output.

use super::tesseract::{self, Scan};
use super::{Answer, Request, limits};
use crate::arguments::DecodeLimits;
use crate::error::Failure;
use haidang_reading::ReadError;
use std::io::{BufRead as _, Read as _, Write as _};
use std::process::ExitCode;

pub(crate) fn run(limits: &DecodeLimits) -> Result<ExitCode, Failure> {
    limits::take(limits)?;
    let mut stdin = std::io::stdin().lock();
    let mut request = Vec::new();
    stdin.read_until(b'\n', &mut request)?;
    let Request { name, language, recognise } = serde_json::from_slice(&request)?;
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    let decoded = match haidang_reading::decode(&name, &bytes) {
        Err(ReadError::Scanned { format, pages, .. }) if recognise => {
            let scan = Scan { bytes: &bytes, is_pdf: format == "PDF", pages, language };
            // Who does not listen any more ends this process: nothing is to be done about it here.
            let recognised = tesseract::read(&scan, || drop(say(&Answer::Page)));
            recognised.map_err(|advice| ReadError::Scanned { name, format, pages, advice })
        }
        decoded => decoded,
    };
    say(&decoded.map_or_else(Answer::Refused, Answer::Decoded))?;
    Ok(ExitCode::SUCCESS)
}

fn say(answer: &Answer) -> Result<(), Failure> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(&line)?;
    Ok(stdout.flush()?)
}
