//! What is so about an instrument and its findings.

use super::{Details, Finding, Relation, Remark, Stated};
use crate::{Commitment, FindingId, InstrumentId, Language, VersionId};
use jiff::{Timestamp, civil::Date};

/// An instrument as its events add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many events it has; 0 when it does not exist.
    pub version: u64,
    /// What is known of it.
    pub details: Details,
    /// Its texts, oldest first.
    pub versions: Vec<Version>,
    /// All findings ever, in the order in which they came; those that no longer count as well.
    pub findings: Vec<FindingState>,
    /// All relations ever, in the order in which they were recorded.
    pub relations: Vec<Related>,
    /// What its own record and its versions said of its date and issuer, oldest first.
    pub statements: Vec<Statement>,
    /// The instrument that it is a version of.
    pub work: Option<InstrumentId>,
    /// The instruments that it is no version of.
    pub refused_works: Vec<InstrumentId>,
    /// What people said about which findings of lower instruments answer its own.
    pub coverage: Vec<Judgement>,
    /// Whether it was taken off the record.
    pub withdrawn: bool,
    /// When it was put on record.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// A text of the instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Its language.
    pub language: Language,
    /// The name of the file, or `paste`.
    pub source: String,
    /// SHA-256 of the text.
    pub text_sha256: String,
    /// Length in Unicode scalar values.
    pub characters: usize,
    /// The reader that read it.
    pub reader: Option<String>,
    /// What it says of the instrument, as it was read.
    pub stated: Stated,
    /// What the reader could not settle in it.
    pub remarks: Vec<Remark>,
    /// When it came in.
    pub added_at: Timestamp,
}

/// A finding and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingState {
    /// The version that it lies in.
    pub version: VersionId,
    /// The finding as it is now.
    pub finding: Finding,
    /// What became of it.
    pub verdict: Verdict,
    /// The split or merge that made it: the findings that it came from.
    pub made_from: Vec<FindingId>,
    /// What it was before each edit that still counts, the latest last.
    pub earlier: Vec<Finding>,
}

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verdict {
    /// Nobody has decided yet.
    #[default]
    Pending,
    /// It was confirmed, and became this; a citation becomes nothing.
    Accepted(Option<Commitment>),
    /// It was none.
    Rejected,
    /// Others took its place by a split, a merge or another reading of the text.
    Superseded,
    /// It was made by a split or a merge that was undone.
    Removed,
}

/// A relation to another instrument, for as long as it was on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which relation.
    pub relation: Relation,
    /// To which instrument.
    pub to: InstrumentId,
    /// The words that say so, or where it is said.
    pub source: String,
    /// The citation that says so; `None` where a person or data did.
    pub finding: Option<FindingId>,
    /// When it was recorded.
    pub from: Timestamp,
    /// When it was taken back.
    pub until: Option<Timestamp>,
}

/// What a source says of the instrument's date and issuer, for as long as it was on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The version that says it; `None` for the record itself.
    pub version: Option<VersionId>,
    /// The issuing body as printed.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// Where it is said.
    pub source: String,
    /// When it was recorded.
    pub from: Timestamp,
    /// When another one took its place.
    pub until: Option<Timestamp>,
}

/// What a person said about one cell of a coverage matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The finding of this instrument.
    pub clause: FindingId,
    /// The lower instrument.
    pub by: InstrumentId,
    /// Its finding.
    pub answer: FindingId,
    /// Whether it answers.
    pub answers: bool,
}

impl Verdict {
    /// Whether the finding still counts: no other has taken its place.
    pub fn counts(self) -> bool {
        !matches!(self, Self::Superseded | Self::Removed)
    }

    /// The name in data and in the words of the pages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted(_) => "accepted",
            Self::Rejected => "rejected",
            Self::Superseded => "superseded",
            Self::Removed => "removed",
        }
    }
}

impl State {
    /// A finding by its id.
    pub fn finding(&self, id: FindingId) -> Option<&FindingState> {
        self.findings.iter().find(|state| state.finding.id == id)
    }

    /// A version by its id.
    pub fn version_of(&self, id: VersionId) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The relations that hold.
    pub fn standing_relations(&self) -> impl Iterator<Item = &Related> {
        self.relations.iter().filter(|related| related.until.is_none())
    }

    /// What its own record and its versions say of its date and issuer.
    pub fn standing_statements(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| statement.until.is_none())
    }

    /// What a person said about whether `answer` of the instrument `by` answers `clause`.
    pub fn judgement(&self, clause: FindingId, by: InstrumentId, answer: FindingId) -> Option<bool> {
        let cell = |known: &&Judgement| (known.clause, known.by, known.answer) == (clause, by, answer);
        self.coverage.iter().find(cell).map(|known| known.answers)
    }

    /// The title in a language, or else in any.
    pub fn title(&self, language: Language) -> Option<&str> {
        let titles = &self.details.titles;
        let own = titles.iter().find(|(of, _)| *of == language);
        own.or_else(|| titles.first()).map(|(_, title)| title.as_str())
    }
}
