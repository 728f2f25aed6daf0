//! What sources say differently of one instrument: dates and issuers. Both are shown, and who says
//! so; nothing is settled here.

use crate::directory::Directory;
use crate::identity::{Identified, Meant};
use crate::{App, AppError};
use haidang_domain::instrument::{FindingState, Verdict};
use haidang_domain::{FindingId, InstrumentId};
use haidang_store::{AsAt, StatementRow, symbol_key};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

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
        let said = self.store().statements(&[about], as_at).await?;
        Ok(Conflict::of(&said, &self.directory(None).await?))
    }

    /// Citations among these findings that give another day of issue than another citation among them, or
    /// than is on record of the instrument that they mean; each with the other days.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn cited_otherwise(
        &self,
        findings: &[&FindingState],
        directory: &Directory,
    ) -> Result<BTreeMap<FindingId, Vec<Date>>, AppError> {
        let cited: Vec<Cited> = findings.iter().filter_map(|state| Cited::of(state)).collect();
        let meant: Vec<&Meant> = cited.iter().map(|one| &one.meant).collect();
        let identified = self.identified_by_symbol(&meant, directory).await?;
        let on_record = |identified: &Identified| match identified {
            Identified::One(id) => Some(*id),
            Identified::Nothing | Identified::Several => None,
        };
        let about: BTreeSet<InstrumentId> = identified.iter().filter_map(on_record).collect();
        let about: Vec<InstrumentId> = about.into_iter().collect();
        let mut said: BTreeMap<InstrumentId, BTreeSet<Date>> = BTreeMap::new();
        for row in self.store().statements(&about, self.as_at(None)).await? {
            said.entry(row.about).or_default().extend(row.issued_on);
        }
        let otherwise = |(one, identified): (&Cited, &Identified)| {
            let said = on_record(identified).and_then(|id| said.get(&id));
            let days = one.beside(&cited).chain(said.into_iter().flatten().copied());
            let days: BTreeSet<Date> = days.filter(|on| *on != one.on).collect();
            (!days.is_empty()).then(|| (one.finding, days.into_iter().collect()))
        };
        Ok(cited.iter().zip(&identified).filter_map(otherwise).collect())
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

/// A citation that gives a number and a day.
struct Cited {
    finding: FindingId,
    meant: Meant,
    symbol: String,
    on: Date,
}

impl Cited {
    fn of(state: &FindingState) -> Option<Self> {
        let counts = state.verdict.counts() && state.verdict != Verdict::Rejected;
        let meant = Meant::by_citation(&state.finding.content, &state.finding.quote).filter(|_| counts)?;
        let (symbol, on) = (symbol_key(meant.symbol.as_deref()?), meant.issued_on?);
        Some(Self { finding: state.finding.id, meant, symbol, on })
    }

    /// The days that others give of the same number in the same year: two years are two instruments.
    fn beside<'a>(&'a self, others: &'a [Self]) -> impl Iterator<Item = Date> + 'a {
        let same = |other: &&Self| {
            other.symbol == self.symbol
                && other.meant.kind == self.meant.kind
                && other.on.year() == self.on.year()
        };
        others.iter().filter(same).map(|other| other.on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::VersionId;
    use haidang_domain::instrument::{Content, Finding};
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

    fn cited(number: u128, symbol: &str, on: &str, verdict: Verdict) -> FindingState {
        let content = Content::Citation {
            kind: "resolution".to_owned(),
            symbol: Some(symbol.to_owned()),
            date: Some(on.to_owned()),
            issuer: None,
            relation: None,
        };
        let (id, version) = (FindingId(Uuid::from_u128(number)), VersionId(Uuid::nil()));
        let (quote, rule) = (symbol.to_owned(), String::new());
        let finding = Finding { id, start: 0, end: 1, quote, content, confidence: 1.0, rule };
        FindingState { version, finding, verdict, made_from: Vec::new(), earlier: Vec::new() }
    }

    #[test]
    fn citations_of_one_text_may_give_two_days() {
        let cited: Vec<Cited> = [
            cited(1, "77-NQ/TW", "2019-11-16", Verdict::Pending),
            cited(2, "77 - NQ/TW", "2019-11-26", Verdict::Pending),
            cited(3, "77-NQ/TW", "2023-11-24", Verdict::Pending),
            cited(4, "78-NQ/TW", "2019-11-16", Verdict::Pending),
            cited(5, "77-NQ/TW", "2019", Verdict::Pending),
            cited(6, "77-NQ/TW", "2019-12-01", Verdict::Rejected),
        ]
        .iter()
        .filter_map(Cited::of)
        .collect();
        let days: Vec<usize> =
            cited.iter().map(|one| one.beside(&cited).collect::<BTreeSet<_>>().len()).collect();
        assert_eq!(days, [2, 2, 1, 1], "its own day counts as one");
    }

    #[test]
    fn names_of_unknown_bodies_may_mean_one() {
        let nobody = Directory::of_nobody();
        assert!(Conflict::of(&[said("", "Chính phủ"), said("", "Government")], &nobody).is_empty());
    }
}
