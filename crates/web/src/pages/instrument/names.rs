//! Names of several instruments, asked for at once.

use crate::Web;
use crate::components::Link;
use crate::history::shortened;
use crate::pages::origin::full_name;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::words::Words;
use haidang_domain::InstrumentId;
use haidang_store::InstrumentRow;
use std::collections::BTreeMap;

/// Most characters of a name in a list.
pub(super) const NAME_CHARACTERS: usize = 110;

/// Instruments by id.
pub(super) struct Names {
    words: Words,
    rows: BTreeMap<InstrumentId, InstrumentRow>,
}

impl Names {
    /// The names of these instruments on the day of the visit.
    pub(super) async fn of(web: &Web, visit: &Visit, mut ids: Vec<InstrumentId>) -> Result<Self, Problem> {
        ids.sort();
        ids.dedup();
        let rows = web.app.store().instruments_of(&ids, visit.as_at(web)).await?;
        Ok(Self { words: visit.words, rows: rows.into_iter().map(|row| (row.id, row)).collect() })
    }

    /// A link to an instrument; its name is not known where it was not there on that day.
    pub(super) fn link(&self, id: InstrumentId) -> Link {
        let name = self.rows.get(&id).map_or_else(|| self.words.t("not-known"), |row| full(self.words, row));
        Link { href: format!("/instruments/{id}"), name }
    }

    /// The same with a name that is cut where it is long.
    pub(super) fn short_link(&self, id: InstrumentId) -> Link {
        let Link { href, name } = self.link(id);
        Link { href, name: shortened(&name, NAME_CHARACTERS) }
    }

    /// Whether it is on record without a text.
    pub(super) fn is_stub(&self, id: InstrumentId) -> bool {
        self.rows.get(&id).is_some_and(|row| row.versions == 0)
    }
}

/// The name of an instrument with its title.
pub(super) fn full(words: Words, row: &InstrumentRow) -> String {
    full_name(words, row.kind, row.symbol.as_deref(), &row.titles)
}
