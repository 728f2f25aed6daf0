//! What was decided about an organisation.

use crate::OrganisationId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It came into being, or into view.
    Founded {
        /// A short readable key, unique in the locality (`so-tai-chinh`).
        slug: String,
        /// Its level, as the locality's folder names levels.
        level: String,
        /// What it is called.
        names: Names,
        /// From which day; `None` when nobody knows.
        on: Option<Date>,
        /// The organisations that it came from.
        from: Vec<OrganisationId>,
        /// Where this is said.
        source: String,
    },
    /// It got another name.
    Renamed {
        /// The new names.
        names: Names,
        /// From which day.
        on: Date,
    },
    /// We had its names wrong.
    NamesCorrected {
        /// The right ones.
        names: Names,
    },
    /// It went into another one.
    Merged {
        /// Which.
        into: OrganisationId,
        /// From which day.
        on: Date,
        /// What this rests on.
        basis: String,
    },
    /// It became several.
    Split {
        /// Which.
        into: Vec<OrganisationId>,
        /// From which day.
        on: Date,
        /// What this rests on.
        basis: String,
    },
    /// It was taken off the record: it had been put there by mistake.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// It was put back.
    Restored,
}

/// What an organisation is called.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: Option<String>,
    /// In French.
    pub fr: Option<String>,
    /// Abbreviations and other ways of naming it, in any language.
    pub aliases: Vec<String>,
}
