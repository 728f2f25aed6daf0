//! The journal and the tables, in one database and one transaction.
//!
//! The journal is the truth: events in one dense order, chained by hashes, never changed. The
//! tables are what pages and other tools read; each row is a pure function of the events of one
//! stream, and all of them can be made again. SQLite (a file, or memory for tests) and PostgreSQL
//! run the same queries; what they do not share stands in `dialect`.
//!
//! Reading order: `commit` (how a decision is written), `record` (how an event looks in the
//! journal), `tables` (what a state looks like in a row), `list` (how rows are asked for),
//! `verify` and `rebuild` (how trust is kept).

mod backend;
mod commit;
mod dialect;
mod error;
mod filter;
mod fold;
mod instant;
mod intake;
mod journal;
mod list;
mod migrate;
mod people;
mod rebuild;
mod record;
mod restore;
mod rows;
mod search;
mod store;
mod tables;
mod text;
mod value;
mod verify;

pub use commit::{Append, Batch, Committed};
pub use dialect::DatabaseKind;
pub use error::StoreError;
pub use filter::{
    AsAt, InstrumentFilter, InstrumentSort, ProjectFilter, ProjectSort, RecommendationFilter,
    RecommendationSort, TargetFilter, TargetSort, TaskFilter, TaskSort,
};
pub use intake::{Found, IntakeBatch, IntakeFile, IntakeRow, IntakeState, Lane, Outcome};
pub use journal::Entry;
pub use list::Page;
pub use people::Person;
pub use rebuild::{Rebuilt, RebuiltTable};
pub use search::Hit;
pub use store::Store;
pub use tables::{
    AccountRow, InstrumentRow, LeadCount, OrganisationRow, ProjectRow, RecommendationRow, RelationRow,
    StandingCounts, StatementRow, TargetRow, TaskRow,
};
pub use text::{fold, symbol_key};
pub use verify::Verification;
