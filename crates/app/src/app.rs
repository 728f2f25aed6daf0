//! The application: a store, a clock, a decoder and a locality, and the days that pages ask for.

use crate::accounts::Throttle;
use crate::intake::Signals;
use crate::versions::Compared;
use crate::{AppError, Clock, Decoder, Locality};
use haidang_domain::{Actor, Context};
use haidang_store::{AsAt, Store};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use std::sync::Arc;
use uuid::{ContextV7, Uuid};

/// All use cases. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    clock: Arc<dyn Clock>,
    decoder: Arc<dyn Decoder>,
    locality: Locality,
    zone: TimeZone,
    throttle: Throttle,
    compared: Compared,
    signals: Signals,
    ids: std::sync::Mutex<ContextV7>,
}

impl App {
    /// Opens the database and takes the locality in, as far as it is new.
    ///
    /// # Errors
    /// When the database cannot be opened or belongs to a newer Haidang.
    pub async fn open(
        database_url: &str,
        locality: Locality,
        clock: Arc<dyn Clock>,
        decoder: Arc<dyn Decoder>,
    ) -> Result<Self, AppError> {
        let store = Store::open(database_url).await?;
        let zone =
            TimeZone::get(&locality.time_zone).map_err(|error| AppError::Machine(error.to_string()))?;
        let ids = std::sync::Mutex::new(ContextV7::new());
        let (throttle, signals) = (Throttle::default(), Signals::default());
        let compared = Compared::default();
        let inner = Inner { store, clock, decoder, locality, zone, throttle, compared, signals, ids };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The database, for lists.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// What makes text of the bytes of documents.
    pub(crate) fn decoder(&self) -> Arc<dyn Decoder> {
        self.inner.decoder.clone()
    }

    /// The locality whose programme this is.
    pub fn locality(&self) -> &Locality {
        &self.inner.locality
    }

    /// The moment, in whole microseconds: what the journal keeps.
    pub fn now(&self) -> Timestamp {
        let now = self.inner.clock.now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// The civil day in the locality.
    pub fn today(&self) -> Date {
        self.now().to_zoned_datetime(self.inner.zone.clone()).date()
    }

    /// What a page shows: now, or what was on record by the end of a past day. A day to come is
    /// shown with what is known today.
    pub fn as_at(&self, day: Option<Date>) -> AsAt {
        let day = day.unwrap_or_else(|| self.today());
        let until = (day < self.today()).then(|| self.end_of(day)).flatten();
        AsAt { day, until }
    }

    /// The last microsecond of a day in the locality.
    fn end_of(&self, day: Date) -> Option<Timestamp> {
        let next = day.tomorrow().ok()?.to_zoned_datetime(self.inner.zone.clone()).ok()?;
        Timestamp::from_microsecond(next.timestamp().as_microsecond() - 1).ok()
    }

    /// The moment at which a day starts in the locality.
    pub(crate) fn start_of(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned_datetime(self.inner.zone.clone()).ok().map(|start| start.timestamp())
    }

    /// A new id, ordered by time and unlike any other.
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        let context = self.inner.ids.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(&*context, seconds, nanoseconds))
    }

    pub(crate) fn throttle(&self) -> &Throttle {
        &self.inner.throttle
    }

    pub(crate) fn compared(&self) -> &Compared {
        &self.inner.compared
    }

    pub(crate) fn signals(&self) -> &Signals {
        &self.inner.signals
    }

    pub(crate) fn context(&self, actor: Actor) -> Context {
        Context { actor, today: self.today() }
    }
}
