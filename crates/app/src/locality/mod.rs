//! A locality is a folder of data: what it is called, its organisations, instruments, targets and
//! projects. Taking it in twice changes nothing; taking it in again after an edit corrects.

mod error;
mod load;
mod organisations;
mod programme;
mod table;

pub use error::LocalityError;
pub use load::Loaded;

use haidang_domain::Language;
use jiff::civil::Date;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Whose programme this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locality {
    /// A short key, the name of its folder.
    pub id: String,
    /// What it is called.
    pub names: Names,
    /// The first language of its pages.
    pub default_language: Language,
    /// Its time zone, as in the IANA database.
    pub time_zone: String,
    /// The term that is followed.
    pub term_label: String,
    /// Its first day.
    pub term_from: Date,
    /// Its last day.
    pub term_until: Date,
    /// The folder.
    pub folder: PathBuf,
}

/// A name in three languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Names {
    /// The name in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    default_language: Language,
    time_zone: String,
    names: Names,
    term: Term,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    label: String,
    from: Date,
    until: Date,
}

impl Locality {
    /// Reads `locality.toml` of a folder.
    ///
    /// # Errors
    /// When the file is missing or says something unknown; the error names file and line.
    pub fn read(folder: &Path) -> Result<Self, LocalityError> {
        let path = folder.join("locality.toml");
        let text = std::fs::read_to_string(&path)
            .map_err(|source| LocalityError::Io { path: path.clone(), source })?;
        let file: File = toml::from_str(&text)
            .map_err(|error| LocalityError::Toml { path, message: error.to_string() })?;
        Ok(Self {
            id: file.id,
            names: file.names,
            default_language: file.default_language,
            time_zone: file.time_zone,
            term_label: file.term.label,
            term_from: file.term.from,
            term_until: file.term.until,
            folder: folder.to_owned(),
        })
    }
}
