//! What a document says, in the form of the reading guide: the types of the answer.

use crate::{Language, Remark};
use serde::{Deserialize, Serialize};

/// Everything that was found in one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The language in which it was read.
    pub language: Language,
    /// The name and version of the rules.
    pub reader: String,
    /// What the document says of itself.
    pub metadata: Metadata,
    /// Other instruments that it names, in the order of the text.
    pub citations: Vec<Citation>,
    /// What somebody has to do, in the order of the text.
    pub tasks: Vec<Task>,
    /// Quantities to reach or keep, in the order of the text.
    pub targets: Vec<Target>,
    /// Works and investments, each at its first mention.
    pub projects: Vec<Project>,
    /// Requests from one body to another, in the order of the text.
    pub proposals: Vec<Proposal>,
    /// The distinct instruments behind the citations, in the order of their first citation.
    #[serde(default)]
    pub instruments: Vec<CitedInstrument>,
    /// How the document stands to the instruments that it cites, in the order of the text.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// What could not be settled, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// A list of a reading that holds commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// [`Reading::tasks`].
    Task,
    /// [`Reading::targets`].
    Target,
    /// [`Reading::projects`].
    Project,
    /// [`Reading::proposals`].
    Proposal,
}

/// One finding of a reading: its list and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingAt {
    /// The list.
    pub kind: FindingKind,
    /// The place in it, from 0.
    pub index: usize,
}

impl Reading {
    /// Where a finding stands; `None` where there is none at that place.
    pub fn span(&self, at: FindingAt) -> Option<&Span> {
        match at.kind {
            FindingKind::Task => self.tasks.get(at.index).map(|task| &task.span),
            FindingKind::Target => self.targets.get(at.index).map(|target| &target.span),
            FindingKind::Project => self.projects.get(at.index).map(|project| &project.span),
            FindingKind::Proposal => self.proposals.get(at.index).map(|proposal| &proposal.span),
        }
    }

    /// All findings of one list.
    pub fn findings(&self, kind: FindingKind) -> impl Iterator<Item = FindingAt> {
        let count = match kind {
            FindingKind::Task => self.tasks.len(),
            FindingKind::Target => self.targets.len(),
            FindingKind::Project => self.projects.len(),
            FindingKind::Proposal => self.proposals.len(),
        };
        (0..count).map(move |index| FindingAt { kind, index })
    }
}

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// One of the kinds of the reading guide.
    pub kind: String,
    /// Its own number and sign, as printed.
    pub symbol: Option<String>,
    /// The issuing body, as printed.
    pub issuer: Option<String>,
    /// The day of issue (or month, or year, where no more is printed), ISO.
    pub date: Option<String>,
    /// For a press article: the symbol of the instrument that it is mainly about.
    pub about: Option<String>,
    /// Its title, as printed.
    pub title: Option<String>,
}

/// The place and the standing of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// First character, in Unicode scalar values of the text in NFC.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words at that place.
    pub quote: String,
    /// How sure the reader is, 0 to 1.
    pub confidence: f64,
    /// The name of the rule that found it.
    pub rule: String,
    /// The grade that the rule gave it; the confidence is how often findings of this rule and
    /// grade were right. It is not kept.
    #[serde(skip)]
    pub grade: f64,
}

/// Another instrument that the document names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// One of the kinds of the reading guide.
    pub kind: String,
    /// Number and sign.
    pub symbol: Option<String>,
    /// Its day of issue, ISO.
    pub date: Option<String>,
    /// Who issued it, as printed.
    pub issuer: Option<String>,
}

/// Something that somebody has to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Bodies in charge, as printed.
    pub lead: Vec<String>,
    /// Bodies that help, as printed.
    pub coordinate: Vec<String>,
    /// Until when, in the form of the reading guide.
    pub deadline: Option<String>,
    /// The words that gave the deadline, as printed; also where it hangs on an event without a date
    /// and `deadline` is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline_words: Option<String>,
    /// The deadline was reckoned from the day of issue of the document.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deadline_relative: bool,
    /// What shows that it is done, where a column or a label says it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliverable: Option<String>,
}

/// A value of a target: one number, or a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// One number.
    One(f64),
    /// From the first to the second.
    Range([f64; 2]),
}

/// A quantity to reach or keep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What is measured, as printed.
    pub indicator: String,
    /// `>=`, `<=`, `=` or `range`.
    pub comparator: Option<String>,
    /// The value in the printed unit.
    pub value: Option<Value>,
    /// The unit, as printed.
    pub unit: Option<String>,
    /// Year, span of years or deadline.
    pub period: Option<String>,
    /// `met` or `challenged`, where the text says so.
    pub status: Option<String>,
}

/// A work or investment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Where it stands first.
    #[serde(flatten)]
    pub span: Span,
    /// One of the kinds of the reading guide.
    pub kind: String,
}

/// A request from one body to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Who asks, as printed.
    pub from: Option<String>,
    /// Who is asked, as printed.
    pub to: Option<String>,
    /// Until when, in the form of the reading guide.
    pub deadline: Option<String>,
    /// The words that gave the deadline, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline_words: Option<String>,
    /// The deadline was reckoned from the day of issue of the document.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deadline_relative: bool,
}

/// How a document stands to an instrument that it cites, with the words that say so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// The words that say it, before or behind the citation; the citation itself where it is
    /// only named.
    #[serde(flatten)]
    pub span: Span,
    /// Which relation.
    pub relation: RelationKind,
    /// The citation, as its place in [`Reading::citations`].
    pub citation: usize,
    /// The citation of the instrument that stands so, where the words lie in what that one is
    /// about ("Conclusion 12 on continuing to implement Resolution 5"); `None` for the document.
    #[serde(default)]
    pub by: Option<usize>,
}

/// How one instrument stands to another; the codes are those of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// It names it.
    Cites,
    /// It rests on it (căn cứ).
    BasedOn,
    /// It carries it out.
    Implements,
    /// It goes on with it.
    Continues,
    /// It has it reviewed.
    Reviews,
    /// It changes parts of it.
    Amends,
    /// It takes its place.
    Replaces,
    /// It ends it.
    Repeals,
    /// It gives somebody the review of it.
    AssignsReview,
}

/// An instrument that a document cites, with all that its citations say of it together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CitedInstrument {
    /// What tells it from others.
    pub identity: crate::Identity,
    /// One of the kinds of the reading guide.
    pub kind: String,
    /// Number and sign as first printed.
    pub symbol: Option<String>,
    /// The days of issue given for it, ISO; more than one where the document contradicts itself.
    pub dates: Vec<Said>,
    /// The issuers given for it, as printed; more than one where they cannot be the same body.
    pub issuers: Vec<Said>,
    /// Its citations, as places in [`Reading::citations`].
    pub citations: Vec<usize>,
}

/// What a document says of something, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What it says.
    pub value: String,
    /// The citations that say it, as places in [`Reading::citations`].
    pub citations: Vec<usize>,
}

// Serde asks for a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !value
}
