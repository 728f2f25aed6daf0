//! The bodies that a finding or a task names: what each printed name means in the document, and what can
//! be done about one that nobody knows.

use super::origin::short_name;
use crate::history::shortened;
use crate::words::Words;
use haidang_app::{Directory, Meaning};
use haidang_domain::Party;
use haidang_domain::instrument::{Content, State as Instrument};
use haidang_store::OrganisationRow;

/// Most characters of the name of a document as a source.
const NAME_CHARACTERS: usize = 120;

/// How a document is named as the source of what is put on record from it.
pub(crate) fn source(words: Words, instrument: &Instrument) -> String {
    let details = &instrument.details;
    let name = short_name(words, details.kind, details.symbol.as_deref(), &details.titles);
    shortened(&name, NAME_CHARACTERS)
}

/// A body as a page shows it.
pub(crate) struct Body {
    /// The name as the document prints it.
    pub(crate) printed: String,
    /// The full name, where the document prints it otherwise.
    pub(crate) full: Option<String>,
    /// Where it stands in the list of bodies; empty when it does not.
    pub(crate) href: String,
    /// What there is to say about it.
    pub(crate) note: Option<String>,
    /// What can be done so that it is known.
    pub(crate) offer: Option<Offer>,
    /// Its id, where it was put on record from this document and can be taken off again.
    pub(crate) founded_here: Option<String>,
}

/// A button that makes a body known.
pub(crate) struct Offer {
    /// The name under which it is, or will be, on record.
    pub(crate) name: String,
    /// What the button says.
    pub(crate) words: String,
}

/// How names are understood on this page.
pub(crate) struct Bodies<'a> {
    /// What names mean in the document.
    pub(crate) directory: &'a Directory,
    /// How this document is named as the source of what is put on record from it.
    pub(crate) source: &'a str,
    /// Whether the visitor may put bodies on record.
    pub(crate) may_found: bool,
}

impl Bodies<'_> {
    /// The bodies in a field of a finding.
    pub(crate) fn of(&self, words: Words, content: &Content, field: &str) -> Vec<Body> {
        let names: Vec<&String> = match (content, field) {
            (Content::Task { lead, .. }, "lead") => lead.iter().collect(),
            (Content::Task { coordinating, .. }, "coordinating") => coordinating.iter().collect(),
            (Content::Proposal { from, .. }, "from") => from.iter().collect(),
            (Content::Proposal { to, .. }, "to") => to.iter().collect(),
            _ => Vec::new(),
        };
        names.into_iter().map(|name| self.named(words, name)).collect()
    }

    /// A body of a commitment: the one that it was understood as, or what its name means.
    pub(crate) fn party(&self, words: Words, party: &Party) -> Body {
        let printed = &party.printed;
        match party.organisation.and_then(|id| self.directory.row(id)) {
            Some(row) => {
                let (href, full) = known(words, row, printed);
                Body { href, full, ..bare(printed) }
            }
            None => {
                let body = self.named(words, printed);
                // Its name came on record after the commitment did.
                let to_link = || Offer { name: printed.clone(), words: words.t("body-link") };
                let is_known = !body.href.is_empty() && body.note.is_none();
                let offer = body.offer.or_else(|| (is_known && self.may_found).then(to_link));
                Body { offer, founded_here: None, ..body }
            }
        }
    }

    /// A body by its printed name.
    fn named(&self, words: Words, printed: &str) -> Body {
        match self.directory.meaning(printed) {
            Meaning::One(row) => {
                let (href, full) = known(words, row, printed);
                let here = self.may_found && row.source == self.source && row.version == 1;
                Body { href, full, founded_here: here.then(|| row.id.to_string()), ..bare(printed) }
            }
            Meaning::AnotherTime(row) => {
                let (href, full) = known(words, row, printed);
                Body { href, full, note: Some(self.another_time(words, row)), ..bare(printed) }
            }
            Meaning::Several => bare(printed),
            Meaning::Unknown => {
                let name = self.directory.name_on_record(printed);
                let full = Some(name.clone()).filter(|name| name != printed);
                let offer = self.may_found.then(|| Offer { name, words: words.t("body-found") });
                Body { full, note: Some(words.t("body-unknown")), offer, ..bare(printed) }
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

/// A body of which nothing but its name is known.
fn bare(printed: &str) -> Body {
    let (printed, href) = (printed.to_owned(), String::new());
    Body { printed, full: None, href, note: None, offer: None, founded_here: None }
}

/// Where a body stands in the list, and its full name where that is another one.
fn known(words: Words, row: &OrganisationRow, printed: &str) -> (String, Option<String>) {
    let name = words.name(&row.names);
    (format!("/organisations#organisation-{}", row.id), Some(name).filter(|name| name != printed))
}
