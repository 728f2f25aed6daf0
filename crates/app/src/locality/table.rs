//! One CSV file of a locality: known columns, and errors with file, line and column.

use super::LocalityError;
use haidang_domain::Refusal;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// A row of a file.
#[derive(Debug, Clone)]
pub(super) struct Row {
    path: PathBuf,
    line: u64,
    columns: &'static [&'static str],
    cells: Vec<String>,
}

/// Reads a file whose columns must be just these, in any order.
pub(super) fn read(
    folder: &Path,
    name: &str,
    columns: &'static [&'static str],
) -> Result<Vec<Row>, LocalityError> {
    let path = folder.join(name);
    let bytes = std::fs::read(&path).map_err(|source| LocalityError::Io { path: path.clone(), source })?;
    let csv_error = |source| LocalityError::Csv { path: path.clone(), source };
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let places = places(&path, columns, reader.headers().map_err(csv_error)?)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(csv_error)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = places.iter().map(|at| record.get(*at).unwrap_or_default().trim().to_owned()).collect();
        rows.push(Row { path: path.clone(), line, columns, cells });
    }
    Ok(rows)
}

/// Where each known column stands in the file.
fn places(
    path: &Path,
    columns: &'static [&'static str],
    header: &csv::StringRecord,
) -> Result<Vec<usize>, LocalityError> {
    if let Some(column) = header.iter().find(|name| !columns.contains(&name.trim())) {
        let known = columns.join(", ");
        return Err(LocalityError::UnknownColumn { path: path.to_owned(), column: column.to_owned(), known });
    }
    let place = |column: &&'static str| {
        let at = header.iter().position(|name| name.trim() == *column);
        at.ok_or(LocalityError::MissingColumn { path: path.to_owned(), column })
    };
    columns.iter().map(place).collect()
}

impl Row {
    /// The cell of a column; empty when the column is none of this file.
    pub(super) fn text(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// The cell, `None` when it is empty.
    pub(super) fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The cell, which must not be empty.
    pub(super) fn required(&self, column: &'static str) -> Result<String, LocalityError> {
        self.optional(column).ok_or_else(|| self.wrong(column, "must not be empty"))
    }

    /// A day, `None` when the cell is empty.
    pub(super) fn date(&self, column: &'static str) -> Result<Option<Date>, LocalityError> {
        self.parsed(column, "is no day (write 2025-07-01)")
    }

    /// A number, `None` when the cell is empty.
    pub(super) fn number<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, LocalityError> {
        self.parsed(column, "is no number")
    }

    /// A value out of a list of codes.
    pub(super) fn code<T>(
        &self,
        column: &'static str,
        of: fn(&str) -> Option<T>,
    ) -> Result<T, LocalityError> {
        of(self.text(column)).ok_or_else(|| {
            self.wrong(column, &format!("`{}` is none of the known values", self.text(column)))
        })
    }

    /// The parts of a cell between bars.
    pub(super) fn list(&self, column: &str) -> Vec<String> {
        self.text(column)
            .split('|')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// An error about a cell of this row.
    pub(super) fn wrong(&self, column: &'static str, problem: &str) -> LocalityError {
        LocalityError::Cell { path: self.path.clone(), line: self.line, column, problem: problem.to_owned() }
    }

    /// An error about the whole row.
    pub(super) fn refused(&self, refusal: Refusal) -> LocalityError {
        LocalityError::Refused { path: self.path.clone(), line: self.line, refusal }
    }

    fn parsed<T: FromStr>(&self, column: &'static str, problem: &str) -> Result<Option<T>, LocalityError> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| self.wrong(column, &format!("`{text}` {problem}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Vec<Row>, LocalityError> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), text).unwrap();
        read(folder.path(), "a.csv", &["id", "from", "size"])
    }

    #[test]
    fn columns_may_stand_in_any_order() {
        let rows = read_text("size,id,from\n3,x,2025-07-01\n").unwrap();
        let row = rows.first().unwrap();
        assert_eq!((row.text("id"), row.number::<u32>("size").unwrap()), ("x", Some(3)));
        assert_eq!(row.date("from").unwrap().map(|day| day.to_string()).as_deref(), Some("2025-07-01"));
    }

    #[test]
    fn an_unknown_column_is_named() {
        let error = read_text("id,from,size,colour\n").unwrap_err().to_string();
        assert!(error.contains("a.csv, line 1: unknown column `colour`"), "{error}");
    }

    #[test]
    fn a_missing_column_is_named() {
        let error = read_text("id,from\n").unwrap_err().to_string();
        assert!(error.contains("the column `size` is missing"), "{error}");
    }

    #[test]
    fn a_wrong_cell_is_told_with_line_and_column() {
        let rows = read_text("id,from,size\nx,2025-07-01,1\ny,soon,many\n").unwrap();
        let error = rows.get(1).unwrap().date("from").unwrap_err().to_string();
        assert!(error.contains("line 3, column `from`: `soon` is no day"), "{error}");
    }
}
