//! Decoding files that nobody has looked at yet: what is packed is taken apart by another process of this
//! same program, within limits, so that a file that breaks a library harms nothing but its own reading.
//! `worker` is that other process, `limits` what it may take, `process` how it is started and ended. Scans
//! are recognised by programs that are installed beside: `tesseract`, with `pages` and `words`.

mod limits;
mod pages;
mod process;
mod tesseract;
mod words;
mod worker;

pub(crate) use worker::run;

use crate::arguments::DecodeLimits;
use haidang_app::{Decoder, Scans};
use haidang_reading::{Decoded, Language, ReadError};
use process::{Ended, Heard, Process};
use serde::{Deserialize, Serialize};

/// The most bytes of an answer: no document has a longer text once it is decoded.
const LONGEST_ANSWER: usize = 200 << 20;

/// What the worker is asked: a line of JSON, and behind it the bytes of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    name: String,
    language: Option<Language>,
    /// Whether letters are to be recognised on pictures.
    recognise: bool,
}

/// What the worker says: a line of JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    /// A page of a scan was recognised: there is time for one more.
    Page,
    Decoded(Decoded),
    Refused(ReadError),
}

/// Decodes what is packed in a process apart, and the rest here.
#[derive(Debug, Clone)]
pub(crate) struct Apart {
    limits: DecodeLimits,
}

impl Apart {
    /// Within these limits.
    pub(crate) fn within(limits: &DecodeLimits) -> Self {
        Self { limits: limits.clone() }
    }

    fn ask(&self, request: &Request, bytes: &[u8]) -> Result<Decoded, ReadError> {
        let name = &request.name;
        let broke_off = |what: String| ReadError::BrokeOff { name: name.clone(), what };
        let request = serde_json::to_vec(request);
        let request = request.map_err(|error| broke_off(error.to_string()))?;
        let process = Process::start(&self.limits).map_err(|error| broke_off(error.to_string()))?;
        let mut answer = None;
        let ended = process.talk(&[&request, b"\n", bytes], |line| {
            match serde_json::from_slice(line) {
                Ok(Answer::Page) => Heard::MoreTime,
                Ok(said) => {
                    answer = Some(said);
                    Heard::Enough
                }
                // A library may print something of its own.
                Err(_) => Heard::Nothing,
            }
        });
        match (answer, ended) {
            (Some(Answer::Decoded(decoded)), _) => Ok(decoded),
            (Some(Answer::Refused(error)), _) => Err(error),
            (_, Ended::TooLate { seconds }) => Err(ReadError::TookTooLong { name: name.clone(), seconds }),
            (_, Ended::OutOfMemory) => {
                Err(ReadError::TookTooMuch { name: name.clone(), most_mib: self.limits.decode_memory })
            }
            (_, Ended::TooLong) => Err(ReadError::UnpacksTooLarge {
                name: name.clone(),
                part: "its text".to_owned(),
                most: LONGEST_ANSWER,
            }),
            (_, Ended::Broken(what)) => Err(broke_off(what)),
        }
    }
}

impl Decoder for Apart {
    fn decode(
        &self,
        name: &str,
        bytes: &[u8],
        language: Option<Language>,
        scans: Scans,
    ) -> Result<Decoded, ReadError> {
        if haidang_reading::is_packed(name, bytes) {
            let recognise = scans == Scans::Recognised;
            self.ask(&Request { name: name.to_owned(), language, recognise }, bytes)
        } else {
            haidang_reading::decode(name, bytes)
        }
    }
}
