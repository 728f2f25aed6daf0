//! The forms in which a reading is written.

use super::table;
use crate::arguments::ReadFormat;
use crate::decode::Apart;
use haidang_app::{Decoder as _, Scans};
use haidang_reading::{Language, ReadError, Reading};
use haidang_report::Source;
use serde::Serialize;

/// What is written, and what is known of the documents beforehand.
pub(super) struct Form {
    pub(super) format: ReadFormat,
    pub(super) language: Option<Language>,
    pub(super) country: Option<String>,
    pub(super) decoder: Apart,
}

/// A line of JSON lines.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(flatten)]
    reading: &'a Reading,
}

impl Form {
    /// A document as it is written, and how many findings there are in it.
    ///
    /// # Errors
    /// When it cannot be read: what is wrong, and where.
    pub(super) fn written(&self, name: &str, bytes: &[u8]) -> Result<(String, usize), String> {
        let read = || {
            let decoded = self.decoder.decode(name, bytes, self.language, Scans::Recognised)?;
            let reading = haidang_reading::read_decoded(&decoded, self.language);
            Ok::<_, ReadError>((decoded.text, reading))
        };
        // One document that breaks a library costs itself, not the run.
        let read = std::panic::catch_unwind(read);
        let read = read.map_err(|_| format!("{name}: reading broke off; please report this document"))?;
        let (text, reading) = read.map_err(|error| error.to_string())?;
        let written = self.of(name, &text, &reading).map_err(|error| format!("{name}: {error}"))?;
        Ok((written, findings(&reading)))
    }

    fn of(&self, name: &str, text: &str, reading: &Reading) -> Result<String, serde_json::Error> {
        let source = Source { text, reading, address: None, country: self.country.as_deref() };
        let line = |json: String| json + "\n";
        match self.format {
            ReadFormat::Table => Ok(table::tables_of(name, reading)),
            ReadFormat::Json => serde_json::to_string_pretty(reading).map(line),
            ReadFormat::Jsonl => serde_json::to_string(&Line { path: name, reading }).map(line),
            ReadFormat::Akn => Ok(haidang_report::akoma_ntoso(&source)),
            ReadFormat::Annotations => {
                serde_json::to_string_pretty(&haidang_report::annotations(&source)).map(line)
            }
        }
    }

    /// The ending of a file in this form.
    pub(super) fn ending(&self) -> &'static str {
        match self.format {
            ReadFormat::Table => "txt",
            ReadFormat::Json => "json",
            ReadFormat::Jsonl => "jsonl",
            ReadFormat::Akn => "xml",
            ReadFormat::Annotations => "annotations.json",
        }
    }

    /// What decides about the bytes that are written, besides the document and the reader.
    pub(super) fn settings(&self) -> String {
        let language = self.language.map(|language| format!("{language:?}"));
        let known = [Some(format!("{:?}", self.format)), language, self.country.clone()];
        known.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

fn findings(reading: &Reading) -> usize {
    reading.citations.len()
        + reading.tasks.len()
        + reading.targets.len()
        + reading.projects.len()
        + reading.proposals.len()
}
