//! Relations between instruments, and what is said of dates and issuers, in rows: several for one
//! instrument. Each row says from when until when it counted.

use super::{Part, moment, shown};
use crate::error::StoreError;
use crate::filter::AsAt;
use crate::instant::{self, OPEN};
use crate::store::Store;
use crate::value::{Row, Statement, Value, places};
use haidang_domain::instrument::{self, Content, Related, Relation};
use haidang_domain::{FindingId, InstrumentId, State, VersionId};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// Relations.
pub(super) const RELATION: Part = Part {
    name: "relation",
    columns: &[
        "id",
        "place",
        "relation",
        "other",
        "words",
        "finding",
        "version",
        "said_issuer",
        "said_on",
        "valid_from",
        "valid_until",
    ],
    rows: relation_rows,
};

/// What the record and the versions of an instrument say of it.
pub(super) const STATEMENT: Part = Part {
    name: "statement",
    columns: &["id", "place", "version", "issuer", "issued_on", "words", "valid_from", "valid_until"],
    rows: statement_rows,
};

/// Ids in one statement; SQLite takes 32 766.
const IDS_AT_ONCE: usize = 500;

fn relation_rows(id: Uuid, state: &State) -> Vec<Vec<Value>> {
    let State::Instrument(state) = state else { return Vec::new() };
    state
        .relations
        .iter()
        .enumerate()
        .map(|(place, related)| relation_row(id, place, related, state))
        .collect()
}

fn relation_row(id: Uuid, place: usize, related: &Related, state: &instrument::State) -> Vec<Value> {
    let found = related.finding.and_then(|finding| state.finding(finding));
    let (issuer, said_on) = match found.map(|found| &found.finding.content) {
        Some(Content::Citation { issuer, date, .. }) => (issuer.as_deref(), date.as_deref()),
        _ => (None, None),
    };
    let said_on: Option<Date> = said_on.and_then(|date| date.parse().ok());
    vec![
        id.to_string().into(),
        place.into(),
        related.relation.code().into(),
        related.to.to_string().into(),
        related.source.as_str().into(),
        shown(related.finding),
        shown(found.map(|found| found.version)),
        issuer.into(),
        shown(said_on),
        moment(Some(related.from)),
        until(related.until),
    ]
}

fn statement_rows(id: Uuid, state: &State) -> Vec<Vec<Value>> {
    let State::Instrument(state) = state else { return Vec::new() };
    let row = |(place, said): (usize, &instrument::Statement)| {
        vec![
            id.to_string().into(),
            place.into(),
            shown(said.version),
            said.issuer.as_deref().into(),
            shown(said.issued_on),
            said.source.as_str().into(),
            moment(Some(said.from)),
            until(said.until),
        ]
    };
    state.statements.iter().enumerate().map(row).collect()
}

fn until(at: Option<Timestamp>) -> Value {
    at.map_or_else(|| OPEN.to_owned(), instant::written).into()
}

/// A relation between two instruments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationRow {
    /// The instrument that says so.
    pub from: InstrumentId,
    /// Which relation.
    pub relation: Relation,
    /// To which instrument.
    pub to: InstrumentId,
    /// The words that say so, or where it is said.
    pub words: String,
    /// The citation that says so; `None` where a person or data did.
    pub finding: Option<FindingId>,
    /// The version that the citation lies in.
    pub version: Option<VersionId>,
}

impl RelationRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            from: row.parsed("id")?,
            relation: row.code("relation", Relation::from_code)?,
            to: row.parsed("other")?,
            words: row.text("words")?,
            finding: row.optional_parsed("finding")?,
            version: row.optional_parsed("version")?,
        })
    }
}

/// What somebody says of the date and the issuer of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// The instrument that it is about.
    pub about: InstrumentId,
    /// The instrument that says so: itself, or one that cites it.
    pub said_by: InstrumentId,
    /// The version that says so; `None` for the record itself and for relations from data.
    pub version: Option<VersionId>,
    /// The citation that says so.
    pub finding: Option<FindingId>,
    /// The issuing body as printed.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The words, or where it is said.
    pub words: String,
}

impl StatementRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            about: row.parsed("about")?,
            said_by: row.parsed("said_by")?,
            version: row.optional_parsed("version")?,
            finding: row.optional_parsed("finding")?,
            issuer: row.optional_text("issuer")?,
            issued_on: row.optional_parsed("issued_on")?,
            words: row.text("words")?,
        })
    }
}

/// All that is said of dates and issuers, by instruments of themselves and by those that cite them.
const SAID: &str = "SELECT id AS about, id AS said_by, version, NULL AS finding, issuer, issued_on, words, \
     valid_from, valid_until, place FROM statement \
     UNION ALL SELECT other AS about, id AS said_by, version, finding, said_issuer AS issuer, \
     said_on AS issued_on, words, valid_from, valid_until, place FROM relation WHERE finding IS NOT NULL";

/// The instant for which rows are asked, for `valid_from <= $1 AND valid_until > $1`.
fn asked(as_at: AsAt) -> Value {
    // The last instant before the end of time: what is open then is open now.
    as_at.until.map_or_else(|| "9999-12-31T23:59:58Z".to_owned(), instant::written).into()
}

impl Store {
    /// All relations that hold, in a fixed order.
    pub async fn relations(&self, as_at: AsAt) -> Result<Vec<RelationRow>, StoreError> {
        let sql = "SELECT * FROM relation WHERE valid_from <= $1 AND valid_until > $1 ORDER BY id, place";
        let rows = self.backend.fetch(Statement::new(sql, vec![asked(as_at)])).await?;
        rows.iter().map(RelationRow::read).collect()
    }

    /// The relations of other instruments to this one.
    pub async fn backlinks(&self, to: InstrumentId, as_at: AsAt) -> Result<Vec<RelationRow>, StoreError> {
        let sql = "SELECT * FROM relation WHERE valid_from <= $1 AND valid_until > $1 AND other = $2 \
             ORDER BY id, place";
        let args = vec![asked(as_at), to.to_string().into()];
        let rows = self.backend.fetch(Statement::new(sql, args)).await?;
        rows.iter().map(RelationRow::read).collect()
    }

    /// The relations that begin or end at one of these instruments.
    pub async fn relations_at(
        &self,
        ends: &[InstrumentId],
        as_at: AsAt,
    ) -> Result<Vec<RelationRow>, StoreError> {
        let mut found = Vec::new();
        for ids in ends.chunks(IDS_AT_ONCE) {
            let ids_are = places(2, ids.len());
            let sql = format!(
                "SELECT * FROM relation WHERE valid_from <= $1 AND valid_until > $1 \
                 AND (id IN ({ids_are}) OR other IN ({ids_are})) ORDER BY id, place"
            );
            let ids = ids.iter().map(|id| Value::from(id.to_string()));
            let args = std::iter::once(asked(as_at)).chain(ids).collect();
            let rows = self.backend.fetch(Statement::new(sql, args)).await?;
            found.extend(rows.iter().map(RelationRow::read).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }

    /// What is said of the dates and the issuers of these instruments, instrument by instrument.
    pub async fn statements(
        &self,
        about: &[InstrumentId],
        as_at: AsAt,
    ) -> Result<Vec<StatementRow>, StoreError> {
        let mut found = Vec::new();
        for ids in about.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "SELECT * FROM ({SAID}) s WHERE valid_from <= $1 AND valid_until > $1 AND about IN ({}) \
                 ORDER BY about, said_by, place, finding",
                places(2, ids.len())
            );
            let ids = ids.iter().map(|id| Value::from(id.to_string()));
            let args = std::iter::once(asked(as_at)).chain(ids).collect();
            let rows = self.backend.fetch(Statement::new(sql, args)).await?;
            found.extend(rows.iter().map(StatementRow::read).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }

    /// What is said of all instruments of which not everybody says the same in the same letters.
    pub async fn differing_statements(&self, as_at: AsAt) -> Result<Vec<StatementRow>, StoreError> {
        let held = "valid_from <= $1 AND valid_until > $1";
        let sql = format!(
            "SELECT * FROM ({SAID}) s WHERE {held} AND about IN (SELECT about FROM ({SAID}) d WHERE {held} \
             GROUP BY about HAVING COUNT(DISTINCT issued_on) > 1 OR COUNT(DISTINCT issuer) > 1) \
             ORDER BY about, said_by, place, finding"
        );
        let rows = self.backend.fetch(Statement::new(sql, vec![asked(as_at)])).await?;
        rows.iter().map(StatementRow::read).collect()
    }
}
