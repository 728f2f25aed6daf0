//! Accounts in rows.

use super::{Table, moment, shown};
use crate::error::StoreError;
use crate::value::{Row, Value};
use haidang_domain::account::State;
use haidang_domain::{AccountId, OrganisationId, Role};
use uuid::Uuid;

/// The table.
pub(super) const TABLE: Table = Table {
    name: "account",
    history: "account_history",
    columns: &["id", "version", "role", "organisation", "closed", "created_at", "changed_at"],
};

/// The row of a state.
pub(super) fn row(id: Uuid, state: &State) -> Vec<Value> {
    vec![
        id.to_string().into(),
        state.version.into(),
        state.role.map(Role::code).into(),
        shown(state.organisation),
        state.closed.into(),
        moment(state.created_at),
        moment(state.changed_at),
    ]
}

/// An account with its private half, where that was not erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its id.
    pub id: AccountId,
    /// What it may do.
    pub role: Role,
    /// The organisation that it acts for.
    pub organisation: Option<OrganisationId>,
    /// Whether it was closed.
    pub closed: bool,
    /// What is typed to sign in.
    pub login: Option<String>,
    /// The name of the person.
    pub name: Option<String>,
}

impl AccountRow {
    /// The row as it was fetched.
    pub(crate) fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            role: row.code("role", Role::from_code)?,
            organisation: row.optional_parsed("organisation")?,
            closed: row.flag("closed")?,
            login: row.optional_text("login")?,
            name: row.optional_text("name")?,
        })
    }
}
