//! What a document says: one file for each kind of finding.
//!
//! The order matters: citations come first because dates and years inside them are no deadlines;
//! requests come before tasks because a request is no task.

mod annex;
mod broken_table;
mod citations;
mod confidence;
mod counts;
mod infinitive;
mod instruments;
mod metadata;
mod parties;
mod projects;
mod proposals;
mod relations;
mod scene;
mod signs;
mod targets;
mod tasks;
mod zone;

pub(crate) use citations::SYMBOL;
pub(crate) use zone::{ends_body, hands_over, starts_annex, starts_attached};

use crate::Remark;
use crate::reading::{Reading, Span};
use crate::source::Source;
use crate::structure::Document;
use scene::Scene;
use std::ops::Range;

/// Reads a document that was taken apart.
pub(crate) fn read(source: &Source<'_>, document: &Document) -> Reading {
    let found_citations = citations::find(source, document);
    let metadata = metadata::find(document, &found_citations);
    let scene = Scene::new(source, document, &metadata, &found_citations);
    let proposals = proposals::find(&scene);
    let targets = targets::find(&scene);
    let (tasks, of_tables) = tasks::find(&scene, &proposals, &targets);
    let others = citations::others(document, found_citations, &metadata);
    let relations = relations::find(&scene, &others);
    let citations: Vec<_> = others.into_iter().map(|cited| cited.publish(&scene)).collect();
    Reading {
        language: document.language,
        reader: crate::READER.to_owned(),
        instruments: instruments::gather(&citations),
        relations,
        citations,
        tasks: tasks.into_iter().map(|task| task.publish(&scene)).collect(),
        targets: targets.into_iter().map(|target| target.publish(&scene)).collect(),
        projects: projects::find(&scene),
        proposals: proposals.into_iter().map(|proposal| proposal.publish(&scene)).collect(),
        metadata,
        remarks: remarks(of_tables, &scene),
    }
}

/// What a person should look at, in the order of the text.
fn remarks(of_tables: Vec<Remark>, scene: &Scene<'_>) -> Vec<Remark> {
    let mut remarks = of_tables;
    remarks.extend(counts::find(scene));
    remarks.sort_by_key(|remark| remark.start);
    remarks
}

/// The place, words, certainty and rule of a finding in the flow. The grade is the rule's own measure
/// of how good a case it had.
fn span(scene: &Scene<'_>, range: Range<usize>, grade: f64, rule: &str) -> Span {
    let range = trimmed(scene.document.flow.text(), range);
    let place = scene.document.flow.place(scene.source, range.clone());
    let quote = scene.source.words(scene.document.flow.in_source(range)).to_owned();
    let confidence = confidence::of(rule, grade);
    Span { start: place.start, end: place.end, quote, confidence, rule: rule.to_owned(), grade }
}

/// A range without blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
