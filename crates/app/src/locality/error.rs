//! What can be wrong with the folder of a locality: always with file, line and column.

use haidang_domain::Refusal;
use std::path::PathBuf;

/// Why a locality could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LocalityError {
    /// A file could not be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// `locality.toml` is wrong.
    #[error("{}: {message}", path.display())]
    Toml {
        /// The file.
        path: PathBuf,
        /// What and where.
        message: String,
    },
    /// A line is no CSV.
    #[error("{}: {source}", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// What and where.
        source: csv::Error,
    },
    /// A column that nobody knows.
    #[error("{}, line 1: unknown column `{column}`; the columns are {known}", path.display())]
    UnknownColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: String,
        /// Those that are known.
        known: String,
    },
    /// A column that is missing.
    #[error("{}, line 1: the column `{column}` is missing", path.display())]
    MissingColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
    },
    /// A cell that is wrong.
    #[error("{}, line {line}, column `{column}`: {problem}", path.display())]
    Cell {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// A row that a rule of the programme refuses.
    #[error("{}, line {line}: {refusal}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// Why.
        refusal: Refusal,
    },
}
