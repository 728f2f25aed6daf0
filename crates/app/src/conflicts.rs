//! What sources say differently of one instrument: dates and issuers. Both are shown, and who says
//! so; nothing is settled here.

use crate::directory::Directory;
use crate::{App, AppError};
use haidang_domain::InstrumentId;
use haidang_store::{AsAt, StatementRow};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is said differently of one instrument; empty where nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The days of issue that are given, each with who says so; none where all say the same.
    pub dates: Vec<(Date, Vec<StatementRow>)>,
    /// The issuers that are given, each with who says so; none where all can mean one body.
    pub issuers: Vec<(String, Vec<StatementRow>)>,
}

impl Conflict {
    /// Whether nothing is said differently.
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.issuers.is_empty()
    }

    fn of(said: &[StatementRow], directory: &Directory) -> Self {
        let mut dates: BTreeMap<Date, Vec<StatementRow>> = BTreeMap::new();
        let mut issuers: Vec<(String, Vec<StatementRow>)> = Vec::new();
        for row in said {
            if let Some(on) = row.issued_on {
                dates.entry(on).or_default().push(row.clone());
            }
            if let Some(issuer) = &row.issuer {
                let same = issuers.iter_mut().find(|(known, _)| !are_two(known, issuer, directory));
                match same {
                    Some((_, rows)) => rows.push(row.clone()),
                    None => issuers.push((issuer.clone(), vec![row.clone()])),
                }
            }
        }
        let dates = if dates.len() > 1 { dates.into_iter().collect() } else { Vec::new() };
        let issuers = if issuers.len() > 1 { issuers } else { Vec::new() };
        Self { dates, issuers }
    }
}

/// Only bodies that the locality knows are known to be two: a name in another language, or one that
/// was shortened, may mean the same.
fn are_two(one: &str, other: &str, directory: &Directory) -> bool {
    directory.find(one).zip(directory.find(other)).is_some_and(|(one, other)| one != other)
}

impl App {
    /// What is said differently of one instrument.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn conflict(&self, about: InstrumentId, as_at: AsAt) -> Result<Conflict, AppError> {
        let said = self.store().statements(about, as_at).await?;
        Ok(Conflict::of(&said, &self.directory(None).await?))
    }

    /// The instruments of which something is said differently.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn conflicts(&self, as_at: AsAt) -> Result<Vec<InstrumentId>, AppError> {
        let said = self.store().differing_statements(as_at).await?;
        let directory = self.directory(None).await?;
        let groups = said.chunk_by(|one, next| one.about == next.about);
        let differing = groups.filter(|group| !Conflict::of(group, &directory).is_empty());
        Ok(differing.filter_map(|group| group.first().map(|row| row.about)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn said(on: &str, issuer: &str) -> StatementRow {
        let id = InstrumentId(Uuid::nil());
        StatementRow {
            about: id,
            said_by: id,
            version: None,
            finding: None,
            issuer: Some(issuer.to_owned()).filter(|issuer| !issuer.is_empty()),
            issued_on: on.parse().ok(),
            words: "Văn bản".to_owned(),
        }
    }

    #[test]
    fn two_dates_are_a_conflict_and_a_missing_one_is_none() {
        let nobody = Directory::of_nobody();
        let conflict = |said: &[StatementRow]| Conflict::of(said, &nobody);
        assert!(conflict(&[said("2019-11-16", ""), said("2019-11-16", ""), said("", "")]).is_empty());
        let dates = conflict(&[said("2019-11-16", ""), said("2019-11-26", ""), said("2019-11-16", "")]).dates;
        let counts: Vec<usize> = dates.iter().map(|(_, rows)| rows.len()).collect();
        assert_eq!(counts, [2, 1]);
    }

    #[test]
    fn names_of_unknown_bodies_may_mean_one() {
        let nobody = Directory::of_nobody();
        assert!(Conflict::of(&[said("", "Chính phủ"), said("", "Government")], &nobody).is_empty());
    }
}
