//! What a person asks of an instrument and of its findings.

use super::{Details, Finding, Relation, Remark, Stated};
use crate::{Commitment, FindingId, InstrumentId, Language, VersionId};

/// A request to change an instrument or a finding in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Put it on record.
    Register(Details),
    /// Correct what is known of it.
    CorrectDetails(Details),
    /// Take in a text of it, with what the reader found in it.
    AddVersion {
        /// The id for the version.
        version: VersionId,
        /// Its language.
        language: Language,
        /// The name of the file, or `paste`.
        source: String,
        /// SHA-256 of the text.
        text_sha256: String,
        /// Its length in Unicode scalar values.
        characters: usize,
        /// The name and version of the reader.
        reader: String,
        /// What it found.
        findings: Vec<Finding>,
        /// What it could not settle.
        remarks: Vec<Remark>,
    },
    /// Add what the reader missed.
    AddFinding {
        /// The version that it lies in.
        version: VersionId,
        /// The finding.
        finding: Finding,
    },
    /// Change a pending finding; `finding.id` says which.
    EditFinding(Finding),
    /// Make several of one pending finding.
    SplitFinding {
        /// The one.
        finding: FindingId,
        /// The several, at least two, of its category, with new ids, in order.
        into: Vec<Finding>,
    },
    /// Make one of several pending findings of one version and category.
    MergeFindings {
        /// The several, at least two.
        findings: Vec<FindingId>,
        /// The one, with a new id.
        into: Finding,
    },
    /// Confirm a pending finding. The commitment is created in the same transaction.
    AcceptFinding {
        /// The finding.
        finding: FindingId,
        /// What it becomes; `None` for a citation only.
        commitment: Option<Commitment>,
    },
    /// Say that a pending finding is none.
    RejectFinding(FindingId),
    /// Take back the last decision on this finding: an acceptance, a rejection, an edit, or the
    /// split or merge that made it or took it away.
    UndoFinding(FindingId),
    /// Record a relation to another instrument.
    Relate {
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// Where this is said.
        source: String,
    },
    /// Record which instrument a confirmed citation means.
    ResolveCitation {
        /// The citation.
        finding: FindingId,
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// The words that say so.
        words: String,
    },
    /// Say that a relation does not hold.
    WithdrawRelation {
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// Why.
        reason: String,
    },
    /// Record what a version says of the instrument.
    StateVersion {
        /// The version.
        version: VersionId,
        /// What it says.
        stated: Stated,
    },
    /// Correct the language of a version.
    CorrectLanguage {
        /// The version.
        version: VersionId,
        /// Its language.
        language: Language,
    },
    /// Take in what the reader finds in a version when it reads it again.
    ReadAgain {
        /// The version.
        version: VersionId,
        /// The name and version of the reader.
        reader: String,
        /// What it finds now.
        findings: Vec<Finding>,
        /// What it cannot settle now.
        remarks: Vec<Remark>,
    },
    /// Confirm that it is a version of another instrument.
    Join(InstrumentId),
    /// Say that it is no version of that instrument.
    RefuseJoin(InstrumentId),
    /// Say that it is no version of another instrument after all.
    Part {
        /// Why.
        reason: String,
    },
    /// Say whether a finding of a lower instrument answers one of this instrument.
    JudgeCoverage {
        /// The finding of this instrument.
        clause: FindingId,
        /// The lower instrument.
        by: InstrumentId,
        /// Its finding.
        answer: FindingId,
        /// Whether it answers; `None` to take the judgement back.
        answers: Option<bool>,
    },
    /// Take it off the record.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put it back.
    Restore,
}
