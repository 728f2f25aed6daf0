//! What tests share: a clock to set, a PostgreSQL to throw away, the shared documents, and the
//! locality of the project.

pub mod clock;
pub mod postgres;
pub mod shared;
