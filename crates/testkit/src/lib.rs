//! What tests share: a clock to set, a PostgreSQL to throw away, the shared documents.

pub mod postgres;
