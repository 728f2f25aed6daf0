//! Use cases: authorise → load → decide → commit. What the faces (web, command line) call.
//!
//! Every change goes one way: the use case loads the state, the domain decides, the store writes
//! events and tables in one transaction. Nothing here keeps state of its own but the counter of
//! failed sign-ins and the bell that calls the reader of what was handed in.

mod accounts;
mod app;
mod change;
mod citations;
mod clock;
mod conflicts;
mod coverage;
mod decoder;
mod details;
mod directory;
mod error;
mod identity;
mod intake;
mod kind;
mod likeness;
mod locality;
mod overview;
mod reading;
mod review;
mod seed;
mod upload;
mod versions;

pub use accounts::{NewAccount, Session};
pub use app::App;
pub use change::{Change, HistoryEntry};
pub use clock::{Clock, SystemClock};
pub use conflicts::Conflict;
pub use coverage::{Answer, Coverage, CoverageRow};
pub use decoder::{Decoder, InThisProcess, Scans};
pub use details::{Corrected, Correction};
pub use directory::{Directory, Meaning};
pub use error::AppError;
pub use intake::{Handover, MOST_BATCH_BYTES, MOST_FILE_BYTES, MOST_FILES};
pub use likeness::Likely;
pub use locality::{Loaded, Locality, LocalityError, Names};
pub use overview::{Overview, Reporting};
pub use review::ReviewDecision;
pub use upload::{Upload, Uploaded};
pub use versions::{ProposedVersion, Work};
