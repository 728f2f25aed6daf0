//! Making every table again from the journal, and telling where it had drifted from it.

use crate::backend::Tx;
use crate::commit::head;
use crate::dialect::DatabaseKind;
use crate::error::StoreError;
use crate::fold::{Folded, events_of, records};
use crate::instant::{self, OPEN};
use crate::record::Record;
use crate::rows::insert;
use crate::search;
use crate::store::Store;
use crate::tables::{self, Table};
use crate::value::{Row, Statement, Value, places};
use haidang_domain::{Noun, StreamId};
use std::collections::BTreeMap;
use std::iter::repeat;
use uuid::Uuid;

/// Streams that are folded at once; one of them may be long.
const STREAMS_AT_ONCE: u32 = 50;

/// Ids of differing things that are told, table by table.
const MOST_EXAMPLES: usize = 20;

/// What a rebuild found and wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many events were folded.
    pub events: u64,
    /// Table by table.
    pub tables: Vec<RebuiltTable>,
}

/// What a rebuild found in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RebuiltTable {
    /// The name of the table.
    pub name: String,
    /// How many rows it has now.
    pub rows: u64,
    /// For how many things the rows were not what the journal says; they are now.
    pub differences: u64,
    /// The ids of the first of them, at most 20.
    pub examples: Vec<String>,
}

impl Rebuilt {
    /// Whether all tables were what the journal says.
    pub fn is_clean(&self) -> bool {
        self.tables.iter().all(|table| table.differences == 0)
    }
}

/// The rows of one thing in one table.
type Rows = Vec<Vec<Value>>;

/// One table that is made again.
struct Target {
    report: RebuiltTable,
    columns: Vec<&'static str>,
    /// The order of the rows of one thing.
    order: &'static str,
    /// For tables that several nouns share: which rows are meant.
    noun: Option<Noun>,
    /// What the journal says, for the streams that are at hand.
    expected: BTreeMap<String, Rows>,
}

impl Store {
    /// Folds the whole journal again and compares all tables with it, row by row; what differs is
    /// replaced, in one transaction that keeps other writers away.
    pub async fn rebuild(&self) -> Result<Rebuilt, StoreError> {
        let mut tx = self.backend.begin().await?;
        head(&mut tx).await?;
        let rebuilt = rebuild_all(&mut tx, self.kind()).await?;
        tx.commit().await?;
        Ok(rebuilt)
    }
}

/// Makes the tables of all nouns and the search again within a transaction.
pub(crate) async fn rebuild_all(tx: &mut Tx, kind: DatabaseKind) -> Result<Rebuilt, StoreError> {
    let mut rebuilt = Rebuilt { events: 0, tables: Vec::new() };
    let mut found = RebuiltTable::new("search");
    for noun in Noun::ALL {
        let mut targets = Target::of(*noun);
        rebuilt.events = rebuilt.events.saturating_add(rebuild(tx, *noun, &mut targets).await?);
        for (target, is_search) in
            targets.into_iter().zip([false, false, true].into_iter().chain(repeat(false)))
        {
            if is_search {
                found.merge(target.report);
            } else {
                rebuilt.tables.push(target.report);
            }
        }
    }
    rebuilt.tables.push(found);
    tx.script(kind.rebuild_full_text()).await?;
    Ok(rebuilt)
}

/// Makes the tables of one noun again; how many events it has.
async fn rebuild(tx: &mut Tx, noun: Noun, targets: &mut [Target]) -> Result<u64, StoreError> {
    let mut events = 0_u64;
    let mut after = String::new();
    loop {
        let ids = streams(tx, noun, &after).await?;
        let Some(last) = ids.last() else { break };
        after = last.to_string();
        let mut by_stream: BTreeMap<StreamId, Vec<Record>> = BTreeMap::new();
        for record in records(&tx.fetch(events_of(noun, &ids)).await?)? {
            events = events.saturating_add(1);
            by_stream.entry(record.recorded.stream).or_default().push(record);
        }
        for (stream, records) in by_stream {
            expect(tx, stream, records, targets).await?;
        }
        for target in &mut *targets {
            target.settle(tx, &ids).await?;
        }
    }
    for target in targets {
        target.remove_strangers(tx, noun).await?;
    }
    Ok(events)
}

/// The next streams of a noun, in the order of their ids.
async fn streams(tx: &mut Tx, noun: Noun, after: &str) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT DISTINCT stream_id FROM event WHERE stream_noun = $1 AND stream_id > $2 \
         ORDER BY stream_id LIMIT $3";
    let args = vec![noun.code().into(), after.into(), STREAMS_AT_ONCE.into()];
    tx.fetch(Statement::new(sql, args)).await?.iter().map(|row| row.parsed("stream_id")).collect()
}

/// Folds one stream and notes which rows it must have.
async fn expect(
    tx: &mut Tx,
    stream: StreamId,
    records: Vec<Record>,
    targets: &mut [Target],
) -> Result<(), StoreError> {
    let [now, history, search, parts @ ..] = targets else { return Ok(()) };
    let mut folded = Folded::empty(stream);
    let mut stages: Vec<(String, Vec<Value>)> = Vec::new();
    let mut records = records.into_iter().peekable();
    while let Some(record) = records.next() {
        folded.apply(&record.event()?, &record.recorded);
        let goes_on = records.peek().is_some_and(|next| next.recorded.recorded_at <= folded.since);
        if !goes_on {
            stages.push((instant::written(folded.since), tables::row(stream.id, &folded.state)));
        }
    }
    let id = stream.id.to_string();
    if let Some((_, row)) = stages.last() {
        now.expected.insert(id.clone(), vec![row.clone()]);
    }
    let ends: Vec<String> =
        stages.iter().skip(1).map(|(since, _)| since.clone()).chain([OPEN.to_owned()]).collect();
    let intervals = stages.into_iter().zip(ends).map(|((since, mut row), until)| {
        row.extend([Value::from(since), until.into()]);
        row
    });
    history.expected.insert(id.clone(), intervals.collect());
    if let Some(found) = search::found(&folded.state) {
        search.expected.insert(id.clone(), vec![search::row(tx, stream, &found).await?]);
    }
    for (part, target) in tables::parts(stream.noun).iter().zip(parts) {
        target.expected.insert(id.clone(), (part.rows)(stream.id, &folded.state));
    }
    Ok(())
}

impl Target {
    /// The tables of a noun: rows as they are, as they were, and what they are found under; then
    /// those with several rows for one thing.
    fn of(noun: Noun) -> Vec<Self> {
        let table: &Table = tables::table(noun);
        let target = |name: &str, columns: Vec<&'static str>, order, noun| Self {
            report: RebuiltTable::new(name),
            columns,
            order,
            noun,
            expected: BTreeMap::new(),
        };
        let mut targets = vec![
            target(table.name, table.columns.to_vec(), "id", None),
            target(table.history, table.history_columns(), "id, valid_from", None),
            target("search", search::COLUMNS.to_vec(), "id", Some(noun)),
        ];
        let parts = tables::parts(noun).iter();
        targets.extend(parts.map(|part| target(part.name, part.columns.to_vec(), "id, place", None)));
        targets
    }

    /// Which rows of a shared table are meant.
    fn meant(&self) -> String {
        self.noun.map_or_else(|| "1 = 1".to_owned(), |noun| format!("noun = '{}'", noun.code()))
    }

    /// Compares the rows of these streams with what is expected, and replaces what differs.
    async fn settle(&mut self, tx: &mut Tx, ids: &[Uuid]) -> Result<(), StoreError> {
        let expected = std::mem::take(&mut self.expected);
        let mut present = self.present(tx, ids).await?;
        let mut wrong = Vec::new();
        let mut right: Rows = Vec::new();
        for id in ids.iter().map(ToString::to_string) {
            let expected = expected.get(&id).map(Vec::as_slice).unwrap_or_default();
            let count = u64::try_from(expected.len()).unwrap_or(u64::MAX);
            self.report.rows = self.report.rows.saturating_add(count);
            if present.remove(&id).unwrap_or_default() != expected {
                self.report.differs(&id);
                right.extend_from_slice(expected);
                wrong.push(id);
            }
        }
        if wrong.is_empty() {
            return Ok(());
        }
        let table = &self.report.name;
        let sql =
            format!("DELETE FROM {table} WHERE {} AND id IN ({})", self.meant(), places(1, wrong.len()));
        tx.execute(Statement::new(sql, wrong.into_iter().map(Value::from).collect())).await?;
        insert(tx, table, &self.columns, right, "").await
    }

    /// The rows of these streams as they stand.
    async fn present(&self, tx: &mut Tx, ids: &[Uuid]) -> Result<BTreeMap<String, Rows>, StoreError> {
        let sql = format!(
            "SELECT {} FROM {} WHERE {} AND id IN ({}) ORDER BY {}",
            self.columns.join(", "),
            self.report.name,
            self.meant(),
            places(1, ids.len()),
            self.order
        );
        let args = ids.iter().map(|id| id.to_string().into()).collect();
        let mut present: BTreeMap<String, Rows> = BTreeMap::new();
        for row in tx.fetch(Statement::new(sql, args)).await? {
            let id = row.text("id")?;
            present.entry(id).or_default().push(row.values);
        }
        Ok(present)
    }

    /// Removes rows of streams that the journal does not know.
    async fn remove_strangers(&mut self, tx: &mut Tx, noun: Noun) -> Result<(), StoreError> {
        let strangers = format!(
            "FROM {} WHERE {} AND id NOT IN (SELECT stream_id FROM event WHERE stream_noun = $1)",
            self.report.name,
            self.meant()
        );
        let args = || vec![Value::from(noun.code())];
        let rows: Vec<Row> =
            tx.fetch(Statement::new(format!("SELECT DISTINCT id {strangers} ORDER BY id"), args())).await?;
        for row in &rows {
            self.report.differs(&row.text("id")?);
        }
        if !rows.is_empty() {
            tx.execute(Statement::new(format!("DELETE {strangers}"), args())).await?;
        }
        Ok(())
    }
}

impl RebuiltTable {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), rows: 0, differences: 0, examples: Vec::new() }
    }

    fn differs(&mut self, id: &str) {
        self.differences = self.differences.saturating_add(1);
        if self.examples.len() < MOST_EXAMPLES {
            self.examples.push(id.to_owned());
        }
    }

    fn merge(&mut self, other: Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.differences = self.differences.saturating_add(other.differences);
        let room = MOST_EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(other.examples.into_iter().take(room));
    }
}
