//! What stands before the text: identification, lifecycle, the findings as an analysis of ours, and
//! the bodies that are named.

use super::{Writer, findings};
use crate::naming::{self, Work};
use crate::xml::Element;
use std::collections::BTreeMap;

/// Who says all this: the reader, a name among the references.
const READER: &str = "#haidang";
/// The day that stands where a day must stand and none is printed.
const NO_DAY: &str = "0001-01-01";

/// The meta element of the document.
pub(super) fn main(writer: &Writer<'_>) -> Element {
    let identification = identification(writer, "!main");
    let day = day(writer);
    let event =
        Element::new("eventRef").with("date", &day.0).with("source", "#original").with("type", "generation");
    let analysis = findings::analysis(writer);
    Element::new("meta")
        .child(identification)
        .child(Element::new("lifecycle").with("source", READER).child(event))
        .children(analysis.map(|found| Element::new("analysis").with("source", READER).child(found)))
        .child(references(writer))
}

/// The meta element of an annex.
pub(super) fn annex(writer: &Writer<'_>, number: usize) -> Element {
    Element::new("meta").child(identification(writer, &format!("!annex_{number}")))
}

fn identification(writer: &Writer<'_>, component: &str) -> Element {
    let metadata = &writer.source.reading.metadata;
    let work = writer.work();
    let (date, name) = day(writer);
    let language = naming::language(writer.source.reading.language);
    let expression = format!("{work}/{language}@{}", if name == "unknown" { "" } else { &date });
    let author = metadata.issuer.as_deref().map_or_else(|| "issuer-unknown".to_owned(), organisation);
    let value = |name: &'static str, value: &str| Element::new(name).with("value", value);
    let level = |level: &'static str, this: String, uri: &str, author: &str| {
        let dated = Element::new("FRBRdate").with("date", &date).with("name", name);
        let by = Element::new("FRBRauthor").with("href", format!("#{author}"));
        Element::new(level)
            .child(value("FRBRthis", &this))
            .child(value("FRBRuri", uri))
            .child(dated)
            .child(by)
    };
    let kind = if metadata.kind.is_empty() { "other" } else { &metadata.kind };
    let frbr_work = level("FRBRWork", format!("{work}/{component}"), &work, &author)
        .child(value("FRBRcountry", Work::of(writer.source).country))
        .child(value("FRBRsubtype", kind))
        .children(metadata.symbol.as_deref().map(|symbol| value("FRBRnumber", symbol)))
        .children(metadata.title.as_deref().map(|title| value("FRBRname", title)));
    let frbr_expression = level("FRBRExpression", format!("{expression}/{component}"), &expression, &author)
        .child(Element::new("FRBRlanguage").with("language", language));
    let file = format!("{expression}/{component}.xml");
    let frbr_manifestation = level("FRBRManifestation", file, &format!("{expression}.akn"), "haidang")
        .child(value("FRBRformat", "application/akn+xml"));
    let levels = [frbr_work, frbr_expression, frbr_manifestation];
    Element::new("identification").with("source", READER).children(levels)
}

/// The day of issue with what it is: a month or a year is written as its first day.
fn day(writer: &Writer<'_>) -> (String, &'static str) {
    let date = writer.source.reading.metadata.date.as_deref().unwrap_or_default();
    let figures = date.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    match date.len() {
        10 if figures => (date.to_owned(), "issue"),
        7 if figures => (format!("{date}-01"), "month-of-issue"),
        4 if figures => (format!("{date}-01-01"), "year-of-issue"),
        _ => (NO_DAY.to_owned(), "unknown"),
    }
}

/// The original, the reader, and every body that the findings name.
fn references(writer: &Writer<'_>) -> Element {
    let country = naming::country(writer.source);
    let reading = writer.source.reading;
    let mut bodies: BTreeMap<String, &str> = BTreeMap::new();
    for name in names(reading) {
        bodies.entry(organisation(name)).or_insert(name);
    }
    let organisations = bodies.into_iter().map(|(id, name)| {
        let address = format!("/akn/ontology/organization/{country}/{}", naming::slug(name));
        named("TLCOrganization", &id, &address, name)
    });
    let unknown = reading.metadata.issuer.is_none().then(|| {
        let address = "/akn/ontology/organization/unknown";
        named("TLCOrganization", "issuer-unknown", address, "not printed")
    });
    let reader = named("TLCObject", "haidang", "/akn/ontology/object/haidang-reading", &reading.reader);
    let original = named("original", "original", &writer.work(), "original");
    Element::new("references")
        .with("source", READER)
        .children([original, reader])
        .children(unknown)
        .children(organisations)
}

fn named(element: &'static str, id: &str, address: &str, shown: &str) -> Element {
    Element::new(element).with("eId", id).with("href", address).with("showAs", shown)
}

/// The eId of a body among the references.
pub(super) fn organisation(name: &str) -> String {
    format!("org-{}", naming::slug(name))
}

fn names(reading: &haidang_reading::Reading) -> impl Iterator<Item = &str> {
    let tasks = reading.tasks.iter().flat_map(|task| task.lead.iter().chain(&task.coordinate));
    let proposals = reading.proposals.iter().flat_map(|proposal| proposal.from.iter().chain(&proposal.to));
    let cited = reading.citations.iter().filter_map(|citation| citation.issuer.as_ref());
    let all = reading.metadata.issuer.iter().chain(tasks).chain(proposals).chain(cited);
    all.map(String::as_str)
}
