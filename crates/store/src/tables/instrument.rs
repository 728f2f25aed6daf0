//! Instruments in rows.

use super::{LAST, Table, folded, json, keys, moment, shown};
use crate::error::StoreError;
use crate::filter::{AsAt, InstrumentFilter, InstrumentSort};
use crate::list::{Conditions, List, Page, by_day};
use crate::store::Store;
use crate::text::{order_key, symbol_key};
use crate::value::{Row, Statement, Value, places};
use haidang_domain::instrument::{InstrumentKind, State, Verdict};
use haidang_domain::{Classification, InstrumentId, Language};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "instrument",
    history: "instrument_history",
    columns: &[
        "id",
        "version",
        "kind",
        "symbol",
        "symbol_key",
        "symbol_order",
        "issuer",
        "issued_on",
        "titles",
        "about",
        "classification",
        "source",
        "versions",
        "text_hashes",
        "findings",
        "pending",
        "accepted",
        "folded",
        "work",
        "withdrawn",
        "created_at",
        "changed_at",
    ],
};

/// What a list shows.
const SHOWN: &str = "t.id, t.version, t.kind, t.symbol, t.issuer, t.issued_on, t.titles, t.about, t.classification, \
     t.versions, t.findings, t.pending, t.accepted, t.work, t.withdrawn, t.created_at, t.changed_at";

/// Ids in one statement; SQLite takes 32 766 values.
const IDS_AT_ONCE: usize = 500;

/// Characters of a key that are compared: an index takes no long ones.
const KEY_CHARACTERS: usize = 200;

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    let details = &state.details;
    let symbol = details.symbol.as_deref();
    let count =
        |counts: fn(Verdict) -> bool| state.findings.iter().filter(|finding| counts(finding.verdict)).count();
    let titles = details.titles.iter().map(|(_, title)| title.as_str());
    let words =
        symbol.into_iter().chain(titles).chain(details.issuer.as_deref()).chain(details.about.as_deref());
    vec![
        id.to_string().into(),
        state.version.into(),
        details.kind.code().into(),
        symbol.into(),
        symbol.map(key).into(),
        symbol.map_or_else(|| LAST.to_owned(), order_key).into(),
        details.issuer.as_deref().into(),
        shown(details.issued_on),
        json(&details.titles),
        details.about.as_deref().into(),
        details.classification.code().into(),
        details.source.as_str().into(),
        state.versions.len().into(),
        keys(state.versions.iter().map(|version| version.text_sha256.clone())),
        count(Verdict::counts).into(),
        count(|verdict| verdict == Verdict::Pending).into(),
        count(|verdict| matches!(verdict, Verdict::Accepted(_))).into(),
        folded(words),
        shown(state.work),
        state.withdrawn.into(),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

fn key(symbol: &str) -> String {
    symbol_key(symbol).chars().take(KEY_CHARACTERS).collect()
}

/// An instrument in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentRow {
    /// Its id.
    pub id: InstrumentId,
    /// How many events it has.
    pub version: u64,
    /// Its kind.
    pub kind: InstrumentKind,
    /// Number and sign as printed.
    pub symbol: Option<String>,
    /// The issuing body as printed.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// What it is about, by language.
    pub titles: Vec<(Language, String)>,
    /// For a press article: the symbol of the instrument that it is about.
    pub about: Option<String>,
    /// Who may see it.
    pub classification: Classification,
    /// How many texts it has.
    pub versions: u32,
    /// How many findings count; those that others took the place of do not.
    pub findings: u32,
    /// How many of them nobody has decided on.
    pub pending: u32,
    /// How many of them were accepted.
    pub accepted: u32,
    /// The instrument that it is a version of.
    pub work: Option<InstrumentId>,
    /// Whether it was taken off the record.
    pub withdrawn: bool,
    /// When it was put on record.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

impl InstrumentRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            version: row.number("version")?,
            kind: row.code("kind", InstrumentKind::from_code)?,
            symbol: row.optional_text("symbol")?,
            issuer: row.optional_text("issuer")?,
            issued_on: row.optional_parsed("issued_on")?,
            titles: row.json("titles")?,
            about: row.optional_text("about")?,
            classification: row.code("classification", Classification::from_code)?,
            versions: row.number("versions")?,
            findings: row.number("findings")?,
            pending: row.number("pending")?,
            accepted: row.number("accepted")?,
            work: row.optional_parsed("work")?,
            withdrawn: row.flag("withdrawn")?,
            created_at: row.parsed("created_at")?,
            changed_at: row.parsed("changed_at")?,
        })
    }
}

fn conditions(filter: &InstrumentFilter, as_at: AsAt) -> Conditions {
    let mut all = Conditions::new(&TABLE, as_at);
    all.words(filter.words.as_deref());
    all.compare("t.kind", "=", filter.kind.map(InstrumentKind::code));
    all.compare("t.issued_on", ">=", filter.year.map(|year| format!("{year:04}-01-01")));
    all.compare("t.issued_on", "<=", filter.year.map(|year| format!("{year:04}-12-31")));
    all.add_if(filter.pending_only, "t.pending > 0");
    all.add("t.withdrawn = 0");
    all.compare("t.work", "=", filter.version_of.map(|id| id.to_string()));
    all.add_if(filter.cited_only, "t.versions = 0");
    all.add_if(filter.with_text, "t.versions > 0");
    if let Some(only) = &filter.only {
        all.is_one_of("t.id", only.iter().map(InstrumentId::to_string));
    }
    all
}

impl Store {
    /// Instruments.
    pub async fn instruments(
        &self,
        filter: &InstrumentFilter,
        as_at: AsAt,
    ) -> Result<Page<InstrumentRow>, StoreError> {
        let order = match filter.sort {
            InstrumentSort::Issued => by_day("issued_on", filter.descending),
            InstrumentSort::Changed => "t.changed_at".to_owned(),
            InstrumentSort::Symbol => "t.symbol_order".to_owned(),
        };
        let (descending, page, per_page) = (filter.descending, filter.page, filter.per_page);
        let list = List { columns: SHOWN, joined: "", order, descending, page, per_page };
        self.page(list, conditions(filter, as_at), InstrumentRow::read).await
    }

    /// These instruments, in the order of their ids; those that are not there are left out.
    pub async fn instruments_of(
        &self,
        ids: &[InstrumentId],
        as_at: AsAt,
    ) -> Result<Vec<InstrumentRow>, StoreError> {
        let mut found = Vec::new();
        for ids in ids.chunks(IDS_AT_ONCE) {
            let mut conditions = Conditions::new(&TABLE, as_at);
            conditions.is_one_of("t.id", ids.iter().map(InstrumentId::to_string));
            let sql = format!("SELECT {SHOWN} {} ORDER BY t.id", conditions.clause(""));
            let rows = self.backend.fetch(Statement::new(sql, conditions.args())).await?;
            found.extend(rows.iter().map(InstrumentRow::read).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }

    /// The instruments of this kind that have no symbol, the earliest on record first.
    pub async fn instruments_without_symbol(
        &self,
        kind: InstrumentKind,
    ) -> Result<Vec<InstrumentRow>, StoreError> {
        let sql = format!(
            "SELECT {SHOWN} FROM instrument t WHERE t.symbol_key IS NULL AND t.kind = $1 \
             ORDER BY t.created_at, t.id"
        );
        let rows = self.backend.fetch(Statement::new(sql, vec![kind.code().into()])).await?;
        rows.iter().map(InstrumentRow::read).collect()
    }

    /// The instruments with one of these symbols, the earliest on record first: `07/nq-cp` and `7/NQ-CP` are
    /// one symbol.
    pub async fn instruments_by_symbol(&self, symbols: &[&str]) -> Result<Vec<InstrumentRow>, StoreError> {
        let keys: BTreeSet<String> = symbols.iter().map(|symbol| key(symbol)).collect();
        let keys: Vec<String> = keys.into_iter().collect();
        let mut found = Vec::new();
        for keys in keys.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "SELECT {SHOWN} FROM instrument t WHERE t.symbol_key IN ({}) ORDER BY t.created_at, t.id",
                places(1, keys.len())
            );
            let args = keys.iter().map(|key| key.as_str().into()).collect();
            let rows = self.backend.fetch(Statement::new(sql, args)).await?;
            found.extend(rows.iter().map(InstrumentRow::read).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }
}
