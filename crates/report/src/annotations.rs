//! W3C Web Annotations (Recommendation of 23 February 2017): one annotation for each finding, with
//! its place as code points and as words, what it says as a body in a small vocabulary of ours, and
//! who says so.

use crate::{Source, naming};
use haidang_reading::{Span, Value};
use serde_json::{Map, Value as Json, json};

/// The JSON-LD contexts of what is written: the W3C's, and the terms that are ours.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The namespace of our terms.
const OWN: &str = "urn:haidang:reading#";
/// Characters before and after the words, by which they are found again in a changed text.
const AROUND: usize = 32;

/// The findings of a reading as a Web Annotation collection with one page, in the order of the text.
///
/// Places count Unicode code points of the text in NFC, as the selector of the recommendation does.
/// The same reading gives the same ids.
pub fn annotations(source: &Source<'_>) -> Json {
    let writer = Writer::new(source);
    let items = writer.items();
    let (collection, count) = (format!("{}#findings", writer.urn), items.len());
    let page = json!({
        "id": format!("{}#findings-1", writer.urn),
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    });
    let label = source.reading.metadata.title.as_deref().or(source.reading.metadata.symbol.as_deref());
    json!({
        "@context": [CONTEXT, context()],
        "id": collection,
        "type": "AnnotationCollection",
        "label": label.unwrap_or("findings"),
        "creator": creator(source),
        "total": count,
        "first": page,
    })
}

/// Our terms: the fields of the reading guide, each an IRI in our namespace.
fn context() -> Json {
    const TERMS: [&str; 27] = [
        "Citation",
        "relation",
        "deadlineWords",
        "deliverable",
        "Task",
        "Target",
        "Project",
        "Proposal",
        "confidence",
        "rule",
        "kind",
        "symbol",
        "date",
        "issuer",
        "lead",
        "coordinate",
        "deadline",
        "indicator",
        "comparator",
        "targetValue",
        "lowest",
        "highest",
        "unit",
        "period",
        "status",
        "proposedBy",
        "proposedTo",
    ];
    let mut terms: Map<String, Json> = Map::new();
    terms.insert("haidang".to_owned(), json!(OWN));
    terms.extend(TERMS.iter().map(|term| ((*term).to_owned(), json!(format!("haidang:{term}")))));
    Json::Object(terms)
}

fn creator(source: &Source<'_>) -> Json {
    json!({ "id": "urn:haidang:reader", "type": "Software", "name": source.reading.reader })
}

struct Writer<'a> {
    source: &'a Source<'a>,
    /// The text by its hash: `urn:sha256:…`.
    urn: String,
    /// Bytes of the characters of the text, every one hundred and twenty-eighth.
    steps: Vec<usize>,
}

const STEP: usize = 128;

impl<'a> Writer<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        let steps = source.text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect();
        Self { source, urn: format!("urn:sha256:{}", naming::hash(source.text)), steps }
    }

    fn items(&self) -> Vec<Json> {
        let reading = self.source.reading;
        let relations = crate::relations(reading);
        let citations = reading.citations.iter().enumerate().map(|(at, c)| {
            let body = json!({
                "type": "Citation", "kind": c.kind, "symbol": c.symbol, "date": c.date, "issuer": c.issuer,
                "relation": relations.get(&at),
            });
            (&c.span, "linking", body)
        });
        let tasks = reading.tasks.iter().map(|t| {
            let body = json!({
                "type": "Task", "lead": t.lead, "coordinate": t.coordinate, "deadline": t.deadline,
                "deadlineWords": t.deadline_words, "deliverable": t.deliverable,
            });
            (&t.span, "classifying", body)
        });
        let targets = reading.targets.iter().map(|t| {
            let (value, lowest, highest) = match t.value {
                Some(Value::One(value)) => (Some(value), None, None),
                Some(Value::Range([lowest, highest])) => (None, Some(lowest), Some(highest)),
                None => (None, None, None),
            };
            let body = json!({
                "type": "Target", "indicator": t.indicator, "comparator": t.comparator, "targetValue": value,
                "lowest": lowest, "highest": highest, "unit": t.unit, "period": t.period, "status": t.status,
            });
            (&t.span, "classifying", body)
        });
        let projects = reading
            .projects
            .iter()
            .map(|p| (&p.span, "classifying", json!({ "type": "Project", "kind": p.kind })));
        let proposals = reading.proposals.iter().map(|p| {
            let body = json!({ "type": "Proposal", "proposedBy": p.from, "proposedTo": p.to, "deadline": p.deadline });
            (&p.span, "classifying", body)
        });
        let mut all: Vec<(&Span, &str, Json)> =
            citations.chain(tasks).chain(targets).chain(projects).chain(proposals).collect();
        all.sort_by_key(|(span, _, _)| (span.start, span.end));
        all.into_iter().map(|(span, motivation, body)| self.annotation(span, motivation, body)).collect()
    }

    fn annotation(&self, span: &Span, motivation: &str, mut body: Json) -> Json {
        let kind = body.get("type").and_then(Json::as_str).unwrap_or_default().to_lowercase();
        if let Some(fields) = body.as_object_mut() {
            fields
                .retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
            fields.insert("confidence".to_owned(), json!(span.confidence));
            fields.insert("rule".to_owned(), json!(span.rule));
        }
        let quote = json!({
            "type": "TextQuoteSelector",
            "exact": span.quote,
            "prefix": self.characters(span.start.saturating_sub(AROUND), span.start),
            "suffix": self.characters(span.end, span.end + AROUND),
        });
        let place = json!({ "type": "TextPositionSelector", "start": span.start, "end": span.end });
        json!({
            "id": format!("{}#{kind}-{}-{}", self.urn, span.start, span.end),
            "type": "Annotation",
            "motivation": motivation,
            "creator": creator(self.source),
            "generator": creator(self.source),
            "body": body,
            "target": { "source": self.source.address.unwrap_or(&self.urn), "selector": [place, quote] },
        })
    }

    /// The characters between two places, as many of them as there are.
    fn characters(&self, start: usize, end: usize) -> String {
        let step = start / STEP;
        let Some(rest) = self.steps.get(step).and_then(|byte| self.source.text.get(*byte..)) else {
            return String::new();
        };
        rest.chars().skip(start - step * STEP).take(end - start).collect()
    }
}
