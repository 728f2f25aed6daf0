//! Sessions in the store of the programme, as plain rows.

use async_trait::async_trait;
use haidang_store::{Store, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

/// The rows of sessions in the store.
#[derive(Clone)]
pub(crate) struct Sessions {
    store: Store,
}

/// What a row holds.
#[derive(Serialize, Deserialize)]
struct Kept {
    data: HashMap<String, Value>,
    expires_second: i64,
}

impl Sessions {
    /// The sessions of this store.
    pub(crate) fn new(store: Store) -> Self {
        Self { store }
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").finish_non_exhaustive()
    }
}

#[allow(clippy::needless_pass_by_value)] // So that `map_err(backend)` reads well.
fn backend(error: StoreError) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        while self.load(&record.id).await?.is_some() {
            record.id = Id::default();
        }
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let expires_second = record.expiry_date.unix_timestamp();
        let kept = Kept { data: record.data.clone(), expires_second };
        let kept = serde_json::to_string(&kept).map_err(|error| Error::Encode(error.to_string()))?;
        let expires_at =
            Timestamp::from_second(expires_second).map_err(|error| Error::Encode(error.to_string()))?;
        self.store.put_session(&record.id.to_string(), &kept, expires_at).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(kept) = self.store.session(&id.to_string(), Timestamp::now()).await.map_err(backend)? else {
            return Ok(None);
        };
        let kept: Kept = serde_json::from_str(&kept).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(kept.expires_second)
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data: kept.data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.store.delete_session(&id.to_string()).await.map_err(backend)
    }
}
