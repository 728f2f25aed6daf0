//! What tests share: an application to try things in, a clock to set, a PostgreSQL to throw away, the
//! shared documents, and the locality of the project.

pub mod app;
pub mod clock;
pub mod postgres;
pub mod shared;
