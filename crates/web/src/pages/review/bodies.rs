//! The bodies that a finding names: what each printed name means on the day of the document, and what
//! can be done about one that nobody knows.

use crate::words::Words;
use haidang_app::{Directory, Meaning};
use haidang_domain::instrument::Content;
use haidang_store::OrganisationRow;

/// A body as a card shows it.
pub(super) struct Body {
    /// The name as the document prints it.
    pub(super) printed: String,
    /// The full name, where the document prints it otherwise.
    pub(super) full: Option<String>,
    /// Where it stands in the list of bodies; empty when it does not.
    pub(super) href: String,
    /// What there is to say about it.
    pub(super) note: Option<String>,
    /// The name under which it can be put on record, where it is on none.
    pub(super) to_found: Option<String>,
    /// Its id, where it was put on record from this document and can be taken off again.
    pub(super) founded_here: Option<String>,
}

/// How names are understood on this page.
pub(super) struct Bodies<'a> {
    /// What names mean on the day of the document.
    pub(super) directory: &'a Directory,
    /// How this document is named as the source of what is put on record from it.
    pub(super) source: &'a str,
    /// Whether the visitor may put bodies on record.
    pub(super) may_found: bool,
}

impl Bodies<'_> {
    /// The bodies in a field of a finding.
    pub(super) fn of(&self, words: Words, content: &Content, field: &str) -> Vec<Body> {
        let names: Vec<&String> = match (content, field) {
            (Content::Task { lead, .. }, "lead") => lead.iter().collect(),
            (Content::Task { coordinating, .. }, "coordinating") => coordinating.iter().collect(),
            (Content::Proposal { from, .. }, "from") => from.iter().collect(),
            (Content::Proposal { to, .. }, "to") => to.iter().collect(),
            _ => Vec::new(),
        };
        names.into_iter().map(|name| self.body(words, name)).collect()
    }

    fn body(&self, words: Words, printed: &str) -> Body {
        let bare = Body {
            printed: printed.to_owned(),
            full: None,
            href: String::new(),
            note: None,
            to_found: None,
            founded_here: None,
        };
        let known = |row: &OrganisationRow| {
            let name = words.name(&row.names);
            (format!("/organisations#organisation-{}", row.id), Some(name).filter(|name| name != printed))
        };
        match self.directory.meaning(printed) {
            Meaning::One(row) => {
                let (href, full) = known(row);
                let here = self.may_found && row.source == self.source && row.version == 1;
                Body { href, full, founded_here: here.then(|| row.id.to_string()), ..bare }
            }
            Meaning::AnotherTime(row) => {
                let (href, full) = known(row);
                Body { href, full, note: Some(self.another_time(words, row)), ..bare }
            }
            Meaning::Several => bare,
            Meaning::Unknown => {
                let name = self.directory.name_on_record(printed);
                let full = Some(name.clone()).filter(|name| name != printed);
                let to_found = Some(name).filter(|_| self.may_found);
                Body { full, note: Some(words.t("body-unknown")), to_found, ..bare }
            }
        }
    }

    /// That it was no more, and who took over; or that it was not there yet.
    fn another_time(&self, words: Words, row: &OrganisationRow) -> String {
        let successors: Vec<String> = row
            .successors
            .iter()
            .filter_map(|id| self.directory.row(*id))
            .map(|row| words.name(&row.names))
            .collect();
        match (row.ended_on, successors.is_empty()) {
            (Some(on), false) => words
                .with("body-succeeded", &[("day", &words.date(on)), ("successors", &successors.join("; "))]),
            (Some(on), true) => words.with("body-ended", &[("day", &words.date(on))]),
            (None, _) => words.with("body-later", &[("day", &words.date_or_unknown(row.founded_on))]),
        }
    }
}
