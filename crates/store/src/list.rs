//! Asking for rows: conditions with their values, the past or the present, the order, one page.

use crate::error::StoreError;
use crate::filter::AsAt;
use crate::instant;
use crate::store::Store;
use crate::tables::Table;
use crate::text::fold;
use crate::value::{Row, Statement, Value};
use haidang_domain::InstrumentId;

/// Words of one filter; the rest of them is left out.
const FILTER_WORDS: usize = 20;

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many rows all pages have together.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u32,
    /// Rows to a page.
    pub per_page: u32,
}

/// What must hold for a row `t` of a table.
pub(crate) struct Conditions {
    from: &'static str,
    all: Vec<String>,
    args: Vec<Value>,
}

impl Conditions {
    /// Rows as they are, or as they were at that instant.
    pub(crate) fn new(table: &Table, as_at: AsAt) -> Self {
        let Some(until) = as_at.until else {
            return Self { from: table.name, all: Vec::new(), args: Vec::new() };
        };
        let args = vec![instant::written(until).into()];
        let all = vec!["t.valid_from <= $1".to_owned(), "t.valid_until > $1".to_owned()];
        Self { from: table.history, all, args }
    }

    /// The place of a value in the statement.
    pub(crate) fn place(&mut self, value: impl Into<Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// This must hold.
    pub(crate) fn add(&mut self, condition: impl Into<String>) {
        self.all.push(condition.into());
    }

    /// This must hold where it is asked for.
    pub(crate) fn add_if(&mut self, asked: bool, condition: &str) {
        if asked {
            self.add(condition);
        }
    }

    /// A column must compare like this (`=`, `<=`, `LIKE`) to a value, where one is asked for.
    pub(crate) fn compare(&mut self, column: &str, comparison: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let place = self.place(value);
            self.add(format!("{column} {comparison} {place}"));
        }
    }

    /// A column must have one of these values.
    pub(crate) fn is_one_of(&mut self, column: &str, values: impl IntoIterator<Item = String>) {
        let places: Vec<String> = values.into_iter().map(|value| self.place(value)).collect();
        let none = "1 = 0".to_owned();
        self.add(if places.is_empty() { none } else { format!("{column} IN ({})", places.join(", ")) });
    }

    /// What comes from this instrument, or from one that is now a version of it, where one is asked for.
    pub(crate) fn of_instrument(&mut self, instrument: Option<InstrumentId>) {
        if let Some(instrument) = instrument {
            let place = self.place(instrument.to_string());
            let versions = format!("SELECT w.id FROM instrument w WHERE w.work = {place}");
            self.add(format!("(t.instrument = {place} OR t.instrument IN ({versions}))"));
        }
    }

    /// A column must hold this text somewhere.
    pub(crate) fn holds(&mut self, column: &str, text: &str) {
        let place = self.place(format!("%{}%", escaped(text)));
        self.add(format!("{column} LIKE {place} ESCAPE '\\'"));
    }

    /// All these words must occur in the folded text.
    pub(crate) fn words(&mut self, words: Option<&str>) {
        let folded = fold(words.unwrap_or_default());
        for word in folded.split(' ').filter(|word| !word.is_empty()).take(FILTER_WORDS) {
            self.holds("t.folded", word);
        }
    }

    /// `FROM … t`, what is joined to it, and what must hold.
    pub(crate) fn clause(&self, joined: &str) -> String {
        let held = if self.all.is_empty() { "1 = 1".to_owned() } else { self.all.join(" AND ") };
        format!("FROM {} t {joined} WHERE {held}", self.from)
    }

    /// The values, in the order of their places.
    pub(crate) fn args(&self) -> Vec<Value> {
        self.args.clone()
    }
}

/// What a page of a list shows.
pub(crate) struct List {
    /// The columns.
    pub(crate) columns: &'static str,
    /// What is joined to the table for them.
    pub(crate) joined: &'static str,
    /// The order, without the id that decides at last.
    pub(crate) order: String,
    /// The other way round.
    pub(crate) descending: bool,
    /// Which page, from 1.
    pub(crate) page: u32,
    /// Rows to a page.
    pub(crate) per_page: u32,
}

impl Store {
    /// One page of the rows for which the conditions hold.
    pub(crate) async fn page<T>(
        &self,
        list: List,
        conditions: Conditions,
        read: fn(&Row) -> Result<T, StoreError>,
    ) -> Result<Page<T>, StoreError> {
        let (page, per_page) = (list.page.max(1), list.per_page.max(1));
        let count = format!("SELECT COUNT(*) AS total {}", conditions.clause(""));
        let counted = self.backend.fetch_one(Statement::new(count, conditions.args())).await?;
        let total = counted.map_or(Ok(0), |row| row.number("total"))?;
        let skipped = u64::from(page).saturating_sub(1).saturating_mul(u64::from(per_page));
        if skipped >= total {
            return Ok(Page { rows: Vec::new(), total, page, per_page });
        }
        let mut conditions = conditions;
        let from = conditions.clause(list.joined);
        let (limit, offset) = (conditions.place(per_page), conditions.place(skipped));
        let direction = if list.descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT {} {from} ORDER BY {} {direction}, t.id {direction} LIMIT {limit} OFFSET {offset}",
            list.columns, list.order
        );
        let rows = self.backend.fetch(Statement::new(sql, conditions.args())).await?;
        let rows = rows.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Page { rows, total, page, per_page })
    }
}

/// Orders by a day that may be missing: then it comes last, in either direction.
pub(crate) fn by_day(column: &str, descending: bool) -> String {
    let last = if descending { "" } else { "9999-12-31" };
    format!("COALESCE(t.{column}, '{last}')")
}

/// A text in which no character means anything to LIKE.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_typed_means_anything_to_like() {
        assert_eq!(escaped("50%_\\"), "50\\%\\_\\\\");
    }
}
