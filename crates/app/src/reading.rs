//! What the reader says of a text, as the domain keeps it; and a text read again.

use crate::{App, AppError};
use haidang_domain::instrument::{
    self, CitedAs, Command, Content, Finding, InstrumentKind, Relation, Remark, Stated,
};
use haidang_domain::{FindingId, Language};
use haidang_reading::{READER, Reading, RelationKind, RemarkKind, Span, Value};

impl App {
    /// The text of a version.
    ///
    /// # Errors
    /// [`AppError::Unknown`] when the text is not here.
    pub async fn version_text(&self, version: &instrument::Version) -> Result<String, AppError> {
        self.store().text(&version.text_sha256).await?.ok_or(AppError::Unknown { what: "text" })
    }

    /// The text of a version, and what the reader says of it today, whatever people decided since.
    ///
    /// # Errors
    /// [`AppError::Unknown`] when the text is not here.
    pub async fn read_again(&self, version: &instrument::Version) -> Result<(String, Reading), AppError> {
        let text = self.version_text(version).await?;
        let language = to_reading(version.language);
        // The text alone does not show that it was recognised on pictures; the record does.
        let recognised = version.remarks.iter().any(|remark| remark.about == about(RemarkKind::Recognised));
        let read = tokio::task::spawn_blocking(move || {
            let mut reading = haidang_reading::read_text(&text, Some(language));
            if recognised {
                reading.remarks.insert(0, haidang_reading::Remark::recognised());
            }
            (text, reading)
        });
        read.await.map_err(|error| AppError::Machine(error.to_string()))
    }

    /// What to ask of an instrument so that it takes in what the reader finds in one of its texts today.
    pub(crate) async fn taking_in_again(
        &self,
        version: &instrument::Version,
    ) -> Result<Vec<Command>, AppError> {
        let (_, reading) = self.read_again(version).await?;
        let again = Command::ReadAgain {
            version: version.id,
            reader: READER.to_owned(),
            findings: self.findings(&reading),
            remarks: remarks(&reading),
        };
        let stated = stated(&reading);
        let says_otherwise = stated != version.stated && stated != Stated::default();
        let state = says_otherwise.then_some(Command::StateVersion { version: version.id, stated });
        Ok([again].into_iter().chain(state).collect())
    }

    /// The findings of a reading in the order of the text.
    pub(crate) fn findings(&self, reading: &Reading) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            contents(reading).map(|(span, content)| self.finding(span, content)).collect();
        findings.sort_by_key(|finding| (finding.start, finding.end));
        findings
    }

    fn finding(&self, span: &Span, content: Content) -> Finding {
        Finding {
            id: FindingId(self.new_id()),
            start: span.start,
            end: span.end,
            quote: span.quote.clone(),
            content,
            confidence: span.confidence,
            rule: span.rule.clone(),
        }
    }
}

/// What a remark is about, in the words of the journal.
fn about(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::AnnouncedCount => "announced_count",
        RemarkKind::BrokenTable => "broken_table",
        RemarkKind::Recognised => "recognised",
    }
}

/// What the reader could not settle, as the domain keeps it.
pub(crate) fn remarks(reading: &Reading) -> Vec<Remark> {
    let remark = |remark: &haidang_reading::Remark| Remark {
        about: about(remark.kind).to_owned(),
        start: remark.start,
        end: remark.end,
        quote: remark.quote.clone(),
        said: remark.said.clone(),
        found: remark.found.clone(),
    };
    reading.remarks.iter().map(remark).collect()
}

/// What the text says of the instrument, kept as it was read whatever becomes of the record.
pub(crate) fn stated(reading: &Reading) -> Stated {
    let metadata = &reading.metadata;
    Stated {
        issuer: metadata.issuer.clone(),
        issued_on: metadata.date.as_deref().and_then(|date| date.parse().ok()),
        of_kind: InstrumentKind::from_code(&metadata.kind).filter(|kind| *kind != InstrumentKind::Other),
        symbol: metadata.symbol.clone(),
        title: metadata.title.clone(),
        about: metadata.about.clone(),
    }
}

/// Every finding of a reading as the domain keeps it.
fn contents(reading: &Reading) -> impl Iterator<Item = (&Span, Content)> {
    let deadline = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    let citations = reading.citations.iter().enumerate().map(|(place, c)| {
        let content = Content::Citation {
            kind: c.kind.clone(),
            symbol: c.symbol.clone(),
            date: c.date.clone(),
            issuer: c.issuer.clone(),
            relation: cited_as(reading, place),
        };
        (&c.span, content)
    });
    let tasks = reading.tasks.iter().map(move |t| {
        let content = Content::Task {
            lead: t.lead.clone(),
            coordinating: t.coordinate.clone(),
            deadline: deadline(&t.deadline),
            deadline_words: t.deadline_words.clone(),
            deadline_relative: t.deadline_relative,
            deliverable: t.deliverable.clone(),
        };
        (&t.span, content)
    });
    let targets = reading.targets.iter().map(|t| {
        let value = match t.value {
            None => Vec::new(),
            Some(Value::One(value)) => vec![value],
            Some(Value::Range(values)) => values.to_vec(),
        };
        let content = Content::Target {
            indicator: t.indicator.clone(),
            comparator: t.comparator.clone(),
            value,
            unit: t.unit.clone(),
            period: t.period.clone(),
            status: t.status.clone(),
        };
        (&t.span, content)
    });
    let projects = reading.projects.iter().map(|p| (&p.span, Content::Project { kind: p.kind.clone() }));
    let proposals = reading.proposals.iter().map(move |p| {
        let content = Content::Proposal {
            from: p.from.clone(),
            to: p.to.clone(),
            deadline: deadline(&p.deadline),
            deadline_words: p.deadline_words.clone(),
            deadline_relative: p.deadline_relative,
        };
        (&p.span, content)
    });
    citations.chain(tasks).chain(targets).chain(projects).chain(proposals)
}

/// How the document stands to what its citation at this place names, where that is more than a name.
fn cited_as(reading: &Reading, place: usize) -> Option<CitedAs> {
    let said = |relation: &&haidang_reading::Relation| {
        relation.citation == place && relation.relation != RelationKind::Cites
    };
    let relation = reading.relations.iter().find(said)?;
    let kind = match relation.relation {
        RelationKind::Cites => Relation::Cites,
        RelationKind::BasedOn => Relation::BasedOn,
        RelationKind::Implements => Relation::Implements,
        RelationKind::Continues => Relation::Continues,
        RelationKind::Reviews => Relation::Reviews,
        RelationKind::Amends => Relation::Amends,
        RelationKind::Replaces => Relation::Replaces,
        RelationKind::Repeals => Relation::Repeals,
        RelationKind::AssignsReview => Relation::AssignsReview,
    };
    let words = match reading.citations.get(place) {
        Some(citation) => said_of(&relation.span, &citation.span),
        None => relation.span.quote.clone(),
    };
    Some(CitedAs { kind, words })
}

/// The words that say the relation, with those of the citation where they stand apart.
fn said_of(said: &Span, cited: &Span) -> String {
    let (first, second) = if said.start <= cited.start { (said, cited) } else { (cited, said) };
    match second.start.checked_sub(first.end) {
        Some(0..=1) => format!("{} {}", first.quote, second.quote),
        Some(_) => format!("{} … {}", first.quote, second.quote),
        None if said.end < cited.end => cited.quote.clone(),
        None => said.quote.clone(),
    }
}

pub(crate) fn to_reading(language: Language) -> haidang_reading::Language {
    match language {
        Language::Vi => haidang_reading::Language::Vi,
        Language::En => haidang_reading::Language::En,
        Language::Fr => haidang_reading::Language::Fr,
    }
}

pub(crate) fn from_reading(language: haidang_reading::Language) -> Language {
    match language {
        haidang_reading::Language::Vi => Language::Vi,
        haidang_reading::Language::En => Language::En,
        haidang_reading::Language::Fr => Language::Fr,
    }
}
