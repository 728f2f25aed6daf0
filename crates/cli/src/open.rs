//! Opening the programme: data folder, database, locality.

use crate::arguments::Place;
use crate::error::Failure;
use haidang_app::{App, Decoder, Locality, SystemClock};
use haidang_store::Store;
use std::sync::Arc;

/// The address of the database: the one that was given, or the file in the data folder.
pub(crate) fn database_url(place: &Place) -> Result<String, Failure> {
    if let Some(url) = &place.database {
        return Ok(url.clone());
    }
    std::fs::create_dir_all(&place.data)
        .map_err(|error| Failure::Said(format!("{}: {error}", place.data.display())))?;
    Ok(format!("sqlite:{}", place.data.join("haidang.db").display()))
}

/// The programme, without taking the locality in.
pub(crate) async fn app(place: &Place, decoder: impl Decoder + 'static) -> Result<App, Failure> {
    let locality = Locality::read(&place.locality)?;
    Ok(App::open(&database_url(place)?, locality, Arc::new(SystemClock), Arc::new(decoder)).await?)
}

/// The database alone.
pub(crate) async fn store(place: &Place) -> Result<Store, Failure> {
    Ok(Store::open(&database_url(place)?).await?)
}
