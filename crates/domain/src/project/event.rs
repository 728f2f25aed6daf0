//! What was decided about a project.

use crate::codes::codes;
use crate::{Classification, FindingId, Origin};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was put on the list.
    Listed {
        /// What it is.
        description: Description,
        /// The words that it rests on.
        origin: Option<Origin>,
        /// Where it is said, for projects from data.
        source: Option<String>,
        /// Who may see it.
        classification: Classification,
    },
    /// We had it wrong.
    DescriptionCorrected {
        /// The right description.
        description: Description,
    },
    /// It reached a stage.
    StageRecorded {
        /// Which.
        stage: Stage,
        /// On which day it is known to have reached it.
        on: Date,
        /// Where this is said.
        source: String,
    },
    /// Another version says the same, in these words.
    WordingAdded {
        /// The words.
        origin: Origin,
    },
    /// The words of a finding were none of it after all.
    WordingRemoved {
        /// The finding.
        finding: FindingId,
    },
    /// It was taken off the list.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// It was put back.
    Restored,
}

/// What a project is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Description {
    /// Its name in the words of the document.
    pub name: String,
    /// Its name in other languages, by code (`vi`, `en`, `fr`).
    pub names: Vec<(String, String)>,
    /// Its kind.
    pub kind: ProjectKind,
    /// Owner or investor.
    pub owner: Option<String>,
    /// Capital with its unit, as the source gives it.
    pub capital: Option<String>,
    /// Latitude and longitude, where known.
    pub location: Option<(f64, f64)>,
    /// What the location is: `site` or `commune` (only its centre: never shown as exact).
    pub location_accuracy: Option<String>,
}

codes! {
    /// Kinds of project, as the reading guide names them.
    #[derive(Default)]
    pub enum ProjectKind {
        /// Khu công nghiệp.
        IndustrialPark = "industrial_park",
        /// Cụm công nghiệp.
        IndustrialCluster = "industrial_cluster",
        /// Đường bộ.
        Road = "road",
        /// Cầu.
        Bridge = "bridge",
        /// Đường sắt.
        Railway = "railway",
        /// Cảng hàng không.
        Airport = "airport",
        /// Cảng.
        Port = "port",
        /// Du lịch.
        Tourism = "tourism",
        /// Năng lượng.
        Energy = "energy",
        /// Nước.
        Water = "water",
        /// Nhà ở.
        Housing = "housing",
        /// Đô thị.
        Urban = "urban",
        /// Khu kinh tế.
        EconomicZone = "economic_zone",
        /// Lấn biển.
        LandReclamation = "land_reclamation",
        /// Y tế.
        Health = "health",
        /// Giáo dục.
        Education = "education",
        /// Số.
        Digital = "digital",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

codes! {
    /// How far a project is.
    #[derive(Default)]
    pub enum Stage {
        /// An idea.
        Idea = "idea",
        /// Being prepared.
        Preparation = "preparation",
        /// Approved or established.
        Approved = "approved",
        /// Being built.
        UnderConstruction = "under_construction",
        /// Done.
        Completed = "completed",
        /// Not known.
        #[default]
        Unknown = "unknown",
    }
}
