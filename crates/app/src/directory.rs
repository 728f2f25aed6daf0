//! Which organisation a printed name means: names, abbreviations and aliases, accents and case
//! aside. A name that could mean two bodies means none.

use crate::{App, AppError};
use haidang_domain::{OrganisationId, Party};
use haidang_store::{OrganisationRow, fold};
use jiff::civil::Date;
use std::collections::HashMap;

/// Names and what they mean on one day.
pub(crate) struct Directory {
    /// Folded name → the one organisation of that name, `None` where there are several.
    by_name: HashMap<String, Option<OrganisationId>>,
}

impl Directory {
    pub(crate) fn new(rows: &[OrganisationRow], day: Date) -> Self {
        let mut by_name: HashMap<String, Option<OrganisationId>> = HashMap::new();
        for row in rows.iter().filter(|row| stands(row, day)) {
            for name in names(row) {
                let meaning = by_name.entry(key(name)).or_insert(Some(row.id));
                if *meaning != Some(row.id) {
                    *meaning = None;
                }
            }
        }
        Self { by_name }
    }

    /// The organisation that a printed name means.
    pub(crate) fn find(&self, printed: &str) -> Option<OrganisationId> {
        self.by_name.get(&key(printed)).copied().flatten()
    }

    pub(crate) fn party(&self, printed: &str) -> Party {
        Party { organisation: self.find(printed), printed: printed.trim().to_owned() }
    }
}

fn stands(row: &OrganisationRow, day: Date) -> bool {
    row.founded_on.is_none_or(|from| from <= day) && row.ended_on.is_none_or(|end| day < end)
}

fn names(row: &OrganisationRow) -> impl Iterator<Item = &str> {
    let own = [
        Some(row.slug.as_str()),
        Some(row.names.vi.as_str()),
        row.names.en.as_deref(),
        row.names.fr.as_deref(),
    ];
    own.into_iter().flatten().chain(row.names.aliases.iter().map(String::as_str))
}

/// Folded, with the short forms of the commonest words written out and articles left away.
fn key(name: &str) -> String {
    let folded = fold(&name.replace('’', "'"));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !matches!(*word, "the" | "le" | "la" | "les" | "l"));
    words.map(|word| if word == "ubnd" { "uy ban nhan dan" } else { word }).collect::<Vec<_>>().join(" ")
}

impl App {
    /// The organisations that typed or printed names mean today; unknown ones stay as printed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resolve_parties(&self, typed: &[String]) -> Result<Vec<Party>, AppError> {
        let directory = self.directory().await?;
        Ok(typed.iter().filter(|name| !name.trim().is_empty()).map(|name| directory.party(name)).collect())
    }

    /// All organisations, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn organisations(&self) -> Result<Vec<OrganisationRow>, AppError> {
        Ok(self.store().organisations(self.as_at(None)).await?)
    }

    pub(crate) async fn directory(&self) -> Result<Directory, AppError> {
        Ok(Directory::new(&self.organisations().await?, self.today()))
    }
}
