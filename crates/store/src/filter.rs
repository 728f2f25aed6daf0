//! What a list can be asked for: words, closed lists, days, the order and the page.
//!
//! Words are looked for without tones and cases, and all of them must occur. Pages count from 1.

use haidang_domain::instrument::InstrumentKind;
use haidang_domain::project::{ProjectKind, Stage};
use haidang_domain::target::TargetStatus;
use haidang_domain::task::Standing;
use haidang_domain::{InstrumentId, OrganisationId};
use jiff::{Timestamp, civil::Date};

/// Rows to a page, where nobody says otherwise.
const PER_PAGE: u32 = 50;

/// As of when rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsAt {
    /// The day for which it is computed how tasks stand.
    pub day: Date,
    /// Until when events count, by the clock of the journal; `None` for now.
    pub until: Option<Timestamp>,
}

/// Which tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a tick box of its own")]
pub struct TaskFilter {
    /// Words of the statement or of the names of bodies.
    pub words: Option<String>,
    /// The instrument that they come from.
    pub instrument: Option<InstrumentId>,
    /// The organisation that leads first.
    pub lead: Option<OrganisationId>,
    /// An organisation that leads or helps.
    pub party: Option<OrganisationId>,
    /// How they stand.
    pub standing: Option<Standing>,
    /// Due on this day or later.
    pub due_from: Option<Date>,
    /// Due on this day or earlier.
    pub due_until: Option<Date>,
    /// Those that were withdrawn as well.
    pub withdrawn: bool,
    /// Only those that nobody leads.
    pub unassigned: bool,
    /// Only those that are not done and that nobody has ever reported on.
    pub never_reported: bool,
    /// The order.
    pub sort: TaskSort,
    /// The other way round.
    pub descending: bool,
    /// Which page.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// The order of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TaskSort {
    /// By their last day; those without one come last, in either direction.
    #[default]
    Due,
    /// By their words.
    Statement,
    /// By the name of the first lead; those without one come last.
    Lead,
    /// By the latest change.
    Changed,
    /// By when they were taken in.
    Created,
}

impl Default for TaskFilter {
    fn default() -> Self {
        Self {
            words: None,
            instrument: None,
            lead: None,
            party: None,
            standing: None,
            due_from: None,
            due_until: None,
            withdrawn: false,
            unassigned: false,
            never_reported: false,
            sort: TaskSort::default(),
            descending: false,
            page: 1,
            per_page: PER_PAGE,
        }
    }
}

/// Which instruments.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a tick box of its own")]
pub struct InstrumentFilter {
    /// Words of the symbol, the titles or the issuer.
    pub words: Option<String>,
    /// Their kind.
    pub kind: Option<InstrumentKind>,
    /// The year of issue.
    pub year: Option<i16>,
    /// Only those with findings that nobody has decided on.
    pub pending_only: bool,
    /// Only those that are versions of this one.
    pub version_of: Option<InstrumentId>,
    /// Only those without a text: known by citation or from data.
    pub cited_only: bool,
    /// Only those with a text.
    pub with_text: bool,
    /// Only these.
    pub only: Option<Vec<InstrumentId>>,
    /// The order.
    pub sort: InstrumentSort,
    /// The other way round.
    pub descending: bool,
    /// Which page.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// The order of instruments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InstrumentSort {
    /// By their day of issue; those without one come last, in either direction.
    #[default]
    Issued,
    /// By the latest change.
    Changed,
    /// By their symbol; those without one come last.
    Symbol,
}

impl Default for InstrumentFilter {
    fn default() -> Self {
        Self {
            words: None,
            kind: None,
            year: None,
            pending_only: false,
            version_of: None,
            cited_only: false,
            with_text: false,
            only: None,
            sort: InstrumentSort::default(),
            descending: false,
            page: 1,
            per_page: PER_PAGE,
        }
    }
}

/// Which targets. Those that were withdrawn are among them, after all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetFilter {
    /// Words of the indicator, in any language.
    pub words: Option<String>,
    /// How they are said to stand.
    pub status: Option<TargetStatus>,
    /// Only those of which nobody has said how they stand.
    pub without_status: bool,
    /// The instrument that they come from.
    pub instrument: Option<InstrumentId>,
    /// The symbol of the instrument that set them.
    pub set_by: Option<String>,
    /// The order.
    pub sort: TargetSort,
    /// The other way round.
    pub descending: bool,
    /// Which page.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// The order of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TargetSort {
    /// By their number in the list of the instrument that set them.
    #[default]
    Number,
    /// By their words.
    Indicator,
    /// By how they are said to stand.
    Status,
    /// By the latest change.
    Changed,
}

impl Default for TargetFilter {
    fn default() -> Self {
        Self {
            words: None,
            status: None,
            without_status: false,
            instrument: None,
            set_by: None,
            sort: TargetSort::default(),
            descending: false,
            page: 1,
            per_page: PER_PAGE,
        }
    }
}

/// Which projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFilter {
    /// Words of the name in any language, or of the owner.
    pub words: Option<String>,
    /// Their kind.
    pub kind: Option<ProjectKind>,
    /// The stage that they have reached.
    pub stage: Option<Stage>,
    /// The instrument that they come from.
    pub instrument: Option<InstrumentId>,
    /// Those that were withdrawn as well.
    pub withdrawn: bool,
    /// The order.
    pub sort: ProjectSort,
    /// The other way round.
    pub descending: bool,
    /// Which page.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// The order of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProjectSort {
    /// By their name.
    #[default]
    Name,
    /// By the latest change.
    Changed,
}

impl Default for ProjectFilter {
    fn default() -> Self {
        Self {
            words: None,
            kind: None,
            stage: None,
            instrument: None,
            withdrawn: false,
            sort: ProjectSort::default(),
            descending: false,
            page: 1,
            per_page: PER_PAGE,
        }
    }
}

/// Which requests to other bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationFilter {
    /// Words of the statement or of the names of bodies.
    pub words: Option<String>,
    /// Only those that were answered, or only those that were not.
    pub answered: Option<bool>,
    /// The instrument that they come from.
    pub instrument: Option<InstrumentId>,
    /// Those that were withdrawn as well.
    pub withdrawn: bool,
    /// The order.
    pub sort: RecommendationSort,
    /// The other way round.
    pub descending: bool,
    /// Which page.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// The order of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RecommendationSort {
    /// By their last day; those without one come last, in either direction.
    #[default]
    Due,
    /// By the latest change.
    Changed,
}

impl Default for RecommendationFilter {
    fn default() -> Self {
        Self {
            words: None,
            answered: None,
            instrument: None,
            withdrawn: false,
            sort: RecommendationSort::default(),
            descending: false,
            page: 1,
            per_page: PER_PAGE,
        }
    }
}
