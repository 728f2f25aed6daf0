//! The fields of a finding: shown to be edited in place, and read back from the form.

use crate::components::{Choice, Trouble, choices};
use crate::fields::Fields;
use crate::history::shortened;
use crate::locate::locate;
use crate::words::{Words, read_deadline};
use haidang_domain::instrument::{Category, CitedAs, Content, Finding, InstrumentKind, Relation};
use haidang_domain::project::ProjectKind;
use haidang_domain::{Deadline, Refusal};
use haidang_reading::shown_words;
use std::hash::{DefaultHasher, Hash, Hasher};

const COMPARATORS: [&str; 4] = [">=", "<=", "=", "range"];

/// The fields of a finding as a form shows them; one part is filled, that of its category.
pub(super) struct EditView {
    /// The words.
    pub(super) words: String,
    /// A task.
    pub(super) task: Option<TaskEdit>,
    /// A request.
    pub(super) proposal: Option<ProposalEdit>,
    /// A target.
    pub(super) target: Option<TargetEdit>,
    /// A citation.
    pub(super) citation: Option<CitationEdit>,
    /// A project: its kinds.
    pub(super) project: Option<Vec<Choice>>,
}

pub(super) struct TaskEdit {
    pub(super) lead: String,
    pub(super) coordinating: String,
    pub(super) deadline: String,
    pub(super) deliverable: String,
}

pub(super) struct ProposalEdit {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) deadline: String,
}

pub(super) struct TargetEdit {
    pub(super) indicator: String,
    pub(super) comparator: Vec<Choice>,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) period: String,
    pub(super) status: Vec<Choice>,
}

pub(super) struct CitationEdit {
    pub(super) kind: Vec<Choice>,
    pub(super) symbol: String,
    pub(super) date: String,
    pub(super) issuer: String,
    pub(super) relation: Vec<Choice>,
}

/// The fields of a finding; as typed when its form came back.
pub(super) fn view(words: Words, finding: &Finding, typed: Option<&Fields>) -> EditView {
    let now = as_fields(finding);
    let text = |name: &str| typed.unwrap_or(&now).get(name).to_owned();
    let category = finding.content.category();
    EditView {
        words: text("words"),
        task: (category == Category::Task).then(|| TaskEdit {
            lead: text("lead"),
            coordinating: text("coordinating"),
            deadline: text("deadline"),
            deliverable: text("deliverable"),
        }),
        proposal: (category == Category::Proposal).then(|| ProposalEdit {
            from: text("from"),
            to: text("to"),
            deadline: text("deadline"),
        }),
        target: (category == Category::Target).then(|| TargetEdit {
            indicator: text("indicator"),
            comparator: comparators(words, &text("comparator")),
            value: text("value"),
            unit: text("unit"),
            period: text("period"),
            status: choices(words, "status", &["met", "challenged"], &text("status")),
        }),
        citation: (category == Category::Citation).then(|| CitationEdit {
            kind: choices(words, "kind", &InstrumentKind::ALL.map(InstrumentKind::code), &text("kind")),
            symbol: text("symbol"),
            date: text("date"),
            issuer: text("issuer"),
            relation: choices(words, "relation", &Relation::ALL.map(Relation::code), &text("relation")),
        }),
        project: (category == Category::Project)
            .then(|| choices(words, "project-kind", &ProjectKind::ALL.map(ProjectKind::code), &text("kind"))),
    }
}

fn comparators(words: Words, chosen: &str) -> Vec<Choice> {
    let keys = ["comparator-at-least", "comparator-at-most", "comparator-equal", "comparator-range"];
    let choice = |(code, key): (&str, &str)| Choice {
        value: code.to_owned(),
        name: words.t(key),
        chosen: code == chosen,
    };
    COMPARATORS.into_iter().zip(keys).map(choice).collect()
}

/// A finding as the fields of its form.
pub(super) fn as_fields(finding: &Finding) -> Fields {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let deadline =
        |deadline: &Option<Deadline>| deadline.map(|deadline| deadline.to_string()).unwrap_or_default();
    let own = match &finding.content {
        Content::Citation { kind, symbol, date, issuer, relation } => {
            let relation = relation.as_ref().map_or(Relation::Cites, |said| said.kind);
            vec![
                ("kind", kind.clone()),
                ("symbol", text(symbol)),
                ("date", text(date)),
                ("issuer", text(issuer)),
                ("relation", relation.code().to_owned()),
            ]
        }
        Content::Task { lead, coordinating, deadline: until, deliverable, .. } => vec![
            ("lead", lead.join("\n")),
            ("coordinating", coordinating.join("\n")),
            ("deadline", deadline(until)),
            ("deliverable", text(deliverable)),
        ],
        Content::Target { indicator, comparator, value, unit, period, status } => vec![
            ("indicator", indicator.clone()),
            ("comparator", text(comparator)),
            ("value", value.iter().map(f64::to_string).collect::<Vec<_>>().join("; ")),
            ("unit", text(unit)),
            ("period", text(period)),
            ("status", text(status)),
        ],
        Content::Project { kind } => vec![("kind", kind.clone())],
        Content::Proposal { from, to, deadline: until, .. } => {
            vec![("from", text(from)), ("to", text(to)), ("deadline", deadline(until))]
        }
    };
    let fields = [("words", shown_words(&finding.quote))].into_iter().chain(own);
    Fields(fields.map(|(name, text)| (name.to_owned(), text)).collect())
}

/// A mark of what the fields of a finding were when a form was made from it.
pub(super) fn fingerprint(finding: &Finding) -> String {
    let mut hasher = DefaultHasher::new();
    as_fields(finding).0.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A finding as a form says that it is. `text` is the text of its version.
pub(super) fn read(
    words: Words,
    finding: &Finding,
    text: &[char],
    typed: &Fields,
) -> Result<Finding, Trouble> {
    let (start, end) = if typed.get("words") == shown_words(&finding.quote).trim() {
        (finding.start, finding.end)
    } else {
        let place = locate(text, typed.get("words"), finding.start);
        place.ok_or_else(|| trouble(finding, "words", words.refusal(&Refusal::OutsideText)))?
    };
    let quote = text.get(start..end).unwrap_or_default().iter().collect();
    let content = content(words, finding, typed)?;
    Ok(Finding { start, end, quote, content, ..finding.clone() })
}

fn trouble(finding: &Finding, field: &str, words: String) -> Trouble {
    Trouble { words, field: format!("edit-{}-{field}", finding.id) }
}

fn content(words: Words, finding: &Finding, typed: &Fields) -> Result<Content, Trouble> {
    let deadline = || match typed.some("deadline") {
        None => Ok(None),
        Some(text) => match read_deadline(text) {
            Some(deadline) => Ok(Some(deadline)),
            None => Err(trouble(finding, "deadline", words.t("trouble-deadline"))),
        },
    };
    Ok(match &finding.content {
        Content::Citation { relation, .. } => Content::Citation {
            kind: typed.get("kind").to_owned(),
            symbol: typed.owned("symbol"),
            date: typed.owned("date"),
            issuer: typed.owned("issuer"),
            relation: cited_as(relation.as_ref(), typed, &finding.quote),
        },
        Content::Task { deadline: before, deadline_words, deadline_relative, .. } => {
            let now = deadline()?;
            Content::Task {
                lead: typed.names("lead"),
                coordinating: typed.names("coordinating"),
                deadline: now,
                deadline_words: deadline_words.clone(),
                // A day that a person entered was not reckoned.
                deadline_relative: *deadline_relative && now == *before,
                deliverable: typed.owned("deliverable"),
            }
        }
        Content::Target { .. } => Content::Target {
            indicator: typed.get("indicator").to_owned(),
            comparator: typed.owned("comparator"),
            value: values(words, finding, typed)?,
            unit: typed.owned("unit"),
            period: typed.owned("period"),
            status: typed.owned("status"),
        },
        Content::Project { .. } => Content::Project { kind: typed.get("kind").to_owned() },
        Content::Proposal { deadline: before, deadline_words, deadline_relative, .. } => {
            let now = deadline()?;
            Content::Proposal {
                from: typed.owned("from"),
                to: typed.owned("to"),
                deadline: now,
                deadline_words: deadline_words.clone(),
                deadline_relative: *deadline_relative && now == *before,
            }
        }
    })
}

/// How the document stands to what it cites, as a person says; the words that were read stay, or else
/// those of the citation say it.
fn cited_as(read: Option<&CitedAs>, typed: &Fields, quote: &str) -> Option<CitedAs> {
    match Relation::from_code(typed.get("relation")) {
        None => read.cloned(),
        Some(Relation::Cites) => None,
        Some(kind) => {
            let words = read.map_or_else(|| shortened(quote, usize::MAX), |said| said.words.clone());
            Some(CitedAs { kind, words })
        }
    }
}

/// A finding without the body of this name in this field; `None` where it names no such body.
pub(super) fn without_body(finding: &Finding, field: &str, name: &str) -> Option<Finding> {
    let mut left = finding.clone();
    match (&mut left.content, field) {
        (Content::Task { lead, .. }, "lead") => lead.retain(|own| own != name),
        (Content::Task { coordinating, .. }, "coordinating") => coordinating.retain(|own| own != name),
        (Content::Proposal { from, .. }, "from") => *from = from.take().filter(|own| own != name),
        (Content::Proposal { to, .. }, "to") => *to = to.take().filter(|own| own != name),
        _ => {}
    }
    (left != *finding).then_some(left)
}

/// One number or two, with a point or a comma before the decimals and a semicolon between them.
fn values(words: Words, finding: &Finding, typed: &Fields) -> Result<Vec<f64>, Trouble> {
    let number =
        |text: String| text.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let numbers: Option<Vec<f64>> = typed.names("value").into_iter().map(number).collect();
    let numbers = numbers.filter(|numbers| numbers.len() <= 2);
    numbers.ok_or_else(|| trouble(finding, "value", words.t("trouble-value")))
}

/// The content of a finding that a person adds, before its fields are filled.
pub(super) fn empty_content(category: Category) -> Content {
    match category {
        Category::Citation => {
            let kind = "other".to_owned();
            Content::Citation { kind, symbol: None, date: None, issuer: None, relation: None }
        }
        Category::Task => Content::task(Vec::new(), Vec::new(), None),
        Category::Target => Content::Target {
            indicator: String::new(),
            comparator: None,
            value: Vec::new(),
            unit: None,
            period: None,
            status: None,
        },
        Category::Project => Content::Project { kind: "other".to_owned() },
        Category::Proposal => Content::proposal(None, None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::{FindingId, Language};
    use uuid::Uuid;

    const TEXT: &str = "Sở Tài chính giao hết vốn trước ngày 31/3/2026.";

    fn finding() -> Finding {
        let lead = vec!["Sở Tài chính".to_owned()];
        Finding {
            id: FindingId(Uuid::nil()),
            start: 13,
            end: 25,
            quote: "giao hết vốn".to_owned(),
            content: Content::task(lead, Vec::new(), "2026-03-31".parse().ok()),
            confidence: 0.9,
            rule: "vi-task".to_owned(),
        }
    }

    fn read_back(change: &[(&str, &str)]) -> Result<Finding, String> {
        let mut fields = as_fields(&finding());
        for (name, text) in change {
            fields.0.retain(|(own, _)| own != name);
            fields.0.push(((*name).to_owned(), (*text).to_owned()));
        }
        let text: Vec<char> = TEXT.chars().collect();
        read(Words::new(Language::Vi), &finding(), &text, &fields).map_err(|trouble| trouble.field)
    }

    #[test]
    fn an_untouched_form_changes_nothing() {
        assert_eq!(read_back(&[]), Ok(finding()));
    }

    #[test]
    fn words_and_fields_can_be_corrected() {
        let change =
            [("words", "Sở Tài chính giao hết vốn"), ("deadline", "quý I/2026"), ("coordinating", "A\nB")];
        let edited = read_back(&change).unwrap();
        assert_eq!((edited.start, edited.end), (0, 25));
        assert_eq!(edited.quote, "Sở Tài chính giao hết vốn");
        let Content::Task { coordinating, deadline, .. } = edited.content else { panic!("{edited:?}") };
        assert_eq!(coordinating, ["A", "B"]);
        assert_eq!(deadline, "2026-Q1".parse().ok());
    }

    #[test]
    fn words_that_are_not_there_and_odd_deadlines_are_refused() {
        let field = |name: &str| Err(format!("edit-{}-{name}", Uuid::nil()));
        assert_eq!(read_back(&[("words", "không có")]), field("words"));
        assert_eq!(read_back(&[("deadline", "sớm")]), field("deadline"));
    }

    #[test]
    fn a_relation_is_seen_changed_and_refused() {
        let said = CitedAs { kind: Relation::BasedOn, words: "Căn cứ Luật Đê điều".to_owned() };
        let read = |relation: &str, said: Option<&CitedAs>| {
            let typed = Fields(vec![("relation".to_owned(), relation.to_owned())]);
            cited_as(said, &typed, "Luật\nĐê điều").map(|said| (said.kind, said.words))
        };
        let words = || "Căn cứ Luật Đê điều".to_owned();
        assert_eq!(read("based_on", Some(&said)), Some((Relation::BasedOn, words())));
        assert_eq!(read("amends", Some(&said)), Some((Relation::Amends, words())));
        assert_eq!(read("amends", None), Some((Relation::Amends, "Luật Đê điều".to_owned())));
        assert_eq!(read("cites", Some(&said)), None);
        assert_eq!(read("", Some(&said)), Some((Relation::BasedOn, words())), "a form without it");
    }

    #[test]
    fn a_body_is_taken_off() {
        let left = without_body(&finding(), "lead", "Sở Tài chính").unwrap();
        let Content::Task { lead, .. } = left.content else { panic!("{left:?}") };
        assert_eq!(lead, Vec::<String>::new());
        assert_eq!(without_body(&finding(), "coordinating", "Sở Tài chính"), None);
        assert_eq!(without_body(&finding(), "lead", "Sở Y tế"), None);
    }

    #[test]
    fn the_fingerprint_sees_every_field() {
        let edited = read_back(&[("coordinating", "A")]).unwrap();
        assert_eq!(fingerprint(&finding()), fingerprint(&finding()));
        assert_ne!(fingerprint(&finding()), fingerprint(&edited));
    }
}
