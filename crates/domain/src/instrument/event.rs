//! What was decided about an instrument and about what was read in it.

use super::{Finding, Remark};
use crate::codes::codes;
use crate::{Classification, Commitment, FindingId, InstrumentId, Language, VersionId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that happened to an instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was put on record.
    Registered {
        /// What is known of it.
        details: Details,
    },
    /// We had its details wrong.
    DetailsCorrected {
        /// The right ones.
        details: Details,
    },
    /// A text of it came in. The text itself lies in the store under its hash.
    VersionAdded {
        /// The version.
        version: VersionId,
        /// Its language.
        language: Language,
        /// The name of the file, or `paste`.
        source: String,
        /// SHA-256 of the text, in hexadecimal.
        text_sha256: String,
        /// Its length in Unicode scalar values.
        characters: usize,
    },
    /// The reader read a version.
    Read {
        /// The version.
        version: VersionId,
        /// The name and version of the reader.
        reader: String,
        /// What it found, in the order of the text.
        findings: Vec<Finding>,
    },
    /// The reader could not settle everything in a version.
    Remarked {
        /// The version.
        version: VersionId,
        /// What there is to look at, in the order of the text.
        remarks: Vec<Remark>,
    },
    /// A person found something that the reader had missed.
    FindingAdded {
        /// The version that it lies in.
        version: VersionId,
        /// The finding.
        finding: Finding,
    },
    /// A person changed a finding; its id stays.
    FindingEdited {
        /// The finding as it is now.
        finding: Finding,
    },
    /// One finding became several.
    FindingSplit {
        /// The one.
        finding: FindingId,
        /// The several.
        into: Vec<Finding>,
    },
    /// Several findings became one.
    FindingsMerged {
        /// The several.
        findings: Vec<FindingId>,
        /// The one.
        into: Finding,
    },
    /// A finding was confirmed.
    FindingAccepted {
        /// The finding.
        finding: FindingId,
        /// What it became; `None` for a citation.
        commitment: Option<Commitment>,
    },
    /// A finding was none.
    FindingRejected {
        /// The finding.
        finding: FindingId,
    },
    /// The last decision on a finding was taken back.
    FindingRestored {
        /// The findings that count again, as they were.
        restored: Vec<FindingId>,
        /// Those that a split or a merge had made, and that no longer count.
        removed: Vec<FindingId>,
    },
    /// It stands in a relation to another instrument.
    Related {
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// Where this is said.
        source: String,
    },
    /// A confirmed citation was understood: these words say how it stands to that instrument. It
    /// counts as long as the citation stays confirmed.
    CitationResolved {
        /// The citation.
        finding: FindingId,
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// The words that say so.
        words: String,
    },
    /// It stands in no such relation after all, whoever said so.
    RelationWithdrawn {
        /// Which relation.
        relation: Relation,
        /// To which instrument.
        to: InstrumentId,
        /// Why.
        reason: String,
    },
    /// One of its texts says this of it. Where others say otherwise, all are kept.
    VersionStated {
        /// The version.
        version: VersionId,
        /// What it says.
        #[serde(flatten)]
        stated: Stated,
    },
    /// A text is in another language than we had thought.
    LanguageCorrected {
        /// The version.
        version: VersionId,
        /// Its language.
        language: Language,
    },
    /// The reader read a version again: what it found takes the place of what nobody had decided on.
    ReadAgain {
        /// The version.
        version: VersionId,
        /// The name and version of the reader.
        reader: String,
        /// The findings that no longer count.
        replaced: Vec<FindingId>,
        /// What it found, in the order of the text, but for what a person had decided on already.
        findings: Vec<Finding>,
        /// What there is to look at now, in the order of the text.
        remarks: Vec<Remark>,
    },
    /// A person confirmed that it is a version of another one, or a press report of it.
    Joined {
        /// The instrument that it is a version of.
        work: InstrumentId,
    },
    /// A person said that it is no version of that one.
    JoinRefused {
        /// The instrument that it was proposed for.
        work: InstrumentId,
    },
    /// It is no version of another one after all.
    Parted {
        /// Why.
        reason: String,
    },
    /// A person said whether a finding of a lower instrument answers one of this instrument.
    CoverageJudged {
        /// The finding of this instrument.
        clause: FindingId,
        /// The lower instrument.
        by: InstrumentId,
        /// Its finding.
        answer: FindingId,
        /// Whether it answers; `None` when the judgement was taken back.
        answers: Option<bool>,
    },
    /// It was taken off the record: nothing names it any more.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// It was put back.
    Restored,
}

/// What is known of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Details {
    /// Its kind.
    pub kind: InstrumentKind,
    /// Number and sign as printed; `None` where it has none.
    pub symbol: Option<String>,
    /// The issuing body as printed.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// What it is about, in the words of its title, by language.
    pub titles: Vec<(Language, String)>,
    /// For a press article: the symbol of the instrument that it is about.
    pub about: Option<String>,
    /// Who may see it.
    pub classification: Classification,
    /// Where these details come from.
    pub source: String,
}

/// What one text says of its instrument, as read there; `None` for what it does not say, or what
/// was not kept when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stated {
    /// The issuing body as printed.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// Its kind; `kind` is the name of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_kind: Option<InstrumentKind>,
    /// Number and sign as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// For a press article: the symbol of the instrument that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

codes! {
    /// Kinds of document, as the reading guide names them.
    #[derive(Default)]
    pub enum InstrumentKind {
        /// Luật.
        Law = "law",
        /// Nghị định.
        Decree = "decree",
        /// Nghị quyết.
        Resolution = "resolution",
        /// Kết luận.
        Conclusion = "conclusion",
        /// Chỉ thị.
        Directive = "directive",
        /// Quyết định.
        Decision = "decision",
        /// Kế hoạch.
        Plan = "plan",
        /// Chương trình hành động.
        ActionProgramme = "action_programme",
        /// Thông tư.
        Circular = "circular",
        /// Thông báo.
        Notice = "notice",
        /// Công điện, công văn.
        Dispatch = "dispatch",
        /// Báo cáo.
        Report = "report",
        /// A press article about an instrument.
        News = "news",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

codes! {
    /// How one instrument stands to another.
    pub enum Relation {
        /// It names it.
        Cites = "cites",
        /// It rests on it (căn cứ).
        BasedOn = "based_on",
        /// It carries it out.
        Implements = "implements",
        /// It goes on with it.
        Continues = "continues",
        /// It has it reviewed.
        Reviews = "reviews",
        /// It changes parts of it.
        Amends = "amends",
        /// It takes its place.
        Replaces = "replaces",
        /// It ends it.
        Repeals = "repeals",
        /// It gives somebody the review of it.
        AssignsReview = "assigns_review",
    }
}
