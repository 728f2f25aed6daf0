//! What sources say differently of one instrument, as a part of its page.

use super::names::Names;
use crate::Web;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::words::Words;
use askama::Template;
use haidang_domain::InstrumentId;
use haidang_domain::instrument::State as Instrument;
use haidang_store::StatementRow;

/// The dates and issuers that are given, each with who says so.
#[derive(Template)]
#[template(path = "instrument/conflict.html")]
pub(super) struct ConflictView {
    words: Words,
    groups: Vec<Group>,
}

struct Group {
    value: String,
    sources: Vec<Source>,
}

struct Source {
    who: String,
    href: Option<String>,
    said: Option<String>,
}

impl ConflictView {
    /// What is said differently of this instrument; `None` where nothing is.
    pub(super) async fn of(
        web: &Web,
        visit: &Visit,
        id: InstrumentId,
        instrument: &Instrument,
    ) -> Result<Option<Self>, Problem> {
        let words = visit.words;
        let conflict = web.app.conflict(id, visit.as_at(web)).await?;
        if conflict.is_empty() {
            return Ok(None);
        }
        let dates = conflict.dates.iter().map(|(on, rows)| ("conflict-date", words.date(*on), rows));
        let issuers = conflict.issuers.iter().map(|(issuer, rows)| ("conflict-issuer", issuer.clone(), rows));
        let said: Vec<(&str, String, &Vec<StatementRow>)> = dates.chain(issuers).collect();
        let by: Vec<InstrumentId> =
            said.iter().flat_map(|(_, _, rows)| rows.iter().map(|row| row.said_by)).collect();
        let names = Names::of(web, visit, by).await?;
        let group = |(key, value, rows): &(&str, String, &Vec<StatementRow>)| Group {
            value: words.with(key, &[("value", value)]),
            sources: rows.iter().map(|row| source(words, &names, instrument, row)).collect(),
        };
        Ok(Some(Self { words, groups: said.iter().map(group).collect() }))
    }
}

fn source(words: Words, names: &Names, instrument: &Instrument, row: &StatementRow) -> Source {
    let version = row.version.and_then(|version| instrument.version_of(version));
    let (who, href) = match (row.finding, row.version) {
        (Some(finding), Some(version)) => {
            let link = names.short_link(row.said_by);
            let who = words.with("conflict-by-citation", &[("name", &link.name)]);
            (who, Some(format!("{}?version={version}#words-{finding}", link.href)))
        }
        (_, Some(id)) => {
            let source = version.map(|version| version.source.clone()).unwrap_or_default();
            let who = words.with("conflict-by-version", &[("name", &source)]);
            // Its words are the name of its file, which stands there already.
            return Source {
                who,
                href: Some(format!("/instruments/{}?version={id}", row.said_by)),
                said: None,
            };
        }
        (_, None) => (words.t("conflict-by-record"), None),
    };
    Source { who, href, said: Some(row.words.clone()) }
}
