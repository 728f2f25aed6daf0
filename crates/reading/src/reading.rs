//! What a document says, in the form of the reading guide: the types of the answer.

use crate::Language;
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
}
