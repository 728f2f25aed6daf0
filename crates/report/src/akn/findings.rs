//! Findings inside Akoma Ntoso: an analysis in a namespace of our own, every finding with the
//! element that it stands in, its place, how sure the reader is, and the rule.

use super::Writer;
use super::meta::organisation;
use crate::xml::Element;
use haidang_reading::{Span, Value};

/// All findings; `None` where nothing was found.
pub(super) fn analysis(writer: &Writer<'_>) -> Option<Element> {
    let places = Places::of(writer);
    let groups =
        [citations(&places), tasks(&places), targets(&places), projects(&places), proposals(&places)];
    let found: Vec<Element> = groups.into_iter().flatten().collect();
    (!found.is_empty()).then(|| Element::new("otherAnalysis").with("source", "#haidang").children(found))
}

/// Which element a place of the text is in.
struct Places<'a> {
    writer: &'a Writer<'a>,
    /// Where each block starts.
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(writer: &'a Writer<'a>) -> Self {
        let starts = writer.outline.blocks().iter().map(|block| writer.outline.place(block).start).collect();
        Self { writer, starts }
    }

    /// An element for a finding, with its place.
    fn finding(&self, name: &'static str, span: &Span) -> Element {
        let at = self.starts.partition_point(|start| *start <= span.start).saturating_sub(1);
        let home = self.writer.homes.get(at).filter(|home| !home.is_empty());
        Element::new(name)
            .maybe("href", home.map(|home| format!("#{home}")))
            .with("start", span.start.to_string())
            .with("end", span.end.to_string())
            .with("confidence", format!("{:.2}", span.confidence))
            .with("rule", &span.rule)
    }
}

fn citations(places: &Places<'_>) -> Vec<Element> {
    let reading = places.writer.source.reading;
    let relations = crate::relations(reading);
    let found = reading.citations.iter().enumerate().map(|(at, citation)| {
        places
            .finding("haidang:citation", &citation.span)
            .with("kind", &citation.kind)
            .maybe("symbol", citation.symbol.as_ref())
            .maybe("date", citation.date.as_ref())
            .maybe("relation", relations.get(&at))
            .maybe("issuer", citation.issuer.as_ref().map(|name| format!("#{}", organisation(name))))
    });
    found.collect()
}

fn tasks(places: &Places<'_>) -> Vec<Element> {
    let found = places.writer.source.reading.tasks.iter().map(|task| {
        places
            .finding("haidang:task", &task.span)
            .maybe("deadline", task.deadline.as_ref())
            .maybe("deadlineWords", task.deadline_words.as_ref())
            .maybe("deliverable", task.deliverable.as_ref())
            .children(bodies("haidang:lead", &task.lead))
            .children(bodies("haidang:coordinating", &task.coordinate))
    });
    found.collect()
}

fn bodies(element: &'static str, names: &[String]) -> impl Iterator<Item = Element> {
    let body = move |name: &String| {
        Element::new(element).with("refersTo", format!("#{}", organisation(name))).text(name)
    };
    names.iter().map(body)
}

fn targets(places: &Places<'_>) -> Vec<Element> {
    let found = places.writer.source.reading.targets.iter().map(|target| {
        let (value, to) = match target.value {
            Some(Value::One(value)) => (Some(value), None),
            Some(Value::Range([from, to])) => (Some(from), Some(to)),
            None => (None, None),
        };
        places
            .finding("haidang:target", &target.span)
            .with("indicator", &target.indicator)
            .maybe("comparator", target.comparator.as_ref())
            .maybe("value", value.map(|value| value.to_string()))
            .maybe("to", to.map(|value| value.to_string()))
            .maybe("unit", target.unit.as_ref())
            .maybe("period", target.period.as_ref())
            .maybe("status", target.status.as_ref())
    });
    found.collect()
}

fn projects(places: &Places<'_>) -> Vec<Element> {
    let found = places.writer.source.reading.projects.iter();
    found
        .map(|project| places.finding("haidang:project", &project.span).with("kind", &project.kind))
        .collect()
}

fn proposals(places: &Places<'_>) -> Vec<Element> {
    let found = places.writer.source.reading.proposals.iter().map(|proposal| {
        places
            .finding("haidang:proposal", &proposal.span)
            .maybe("deadline", proposal.deadline.as_ref())
            .children(bodies("haidang:from", proposal.from.as_slice()))
            .children(bodies("haidang:to", proposal.to.as_slice()))
    });
    found.collect()
}
