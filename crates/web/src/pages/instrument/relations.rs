//! The relations of one instrument: to others, of others to it, citations that could mean several,
//! and the form that adds one.

use super::names::{Names, full};
use crate::Web;
use crate::change::Attempt;
use crate::components::{AskReason, Choice, Link, Page, choices};
use crate::fields::{Fields, new_command};
use crate::problem::Problem;
use crate::visit::Visit;
use crate::words::Words;
use askama::Template;
use haidang_app::Work;
use haidang_domain::instrument::{
    Category, Content, FindingState, Related, Relation, State as Instrument, Verdict,
};
use haidang_domain::{Act, InstrumentId};
use haidang_store::{InstrumentFilter, InstrumentSort};
use std::collections::BTreeSet;

/// Most instruments that a search for the other end of a relation shows.
const MOST_FOUND: u32 = 12;
/// What the form calls it when the other instrument is the one that this is a version of.
pub(super) const VERSION_OF: &str = "version_of";

/// The relations of an instrument, as a part of its page.
#[derive(Template)]
#[template(path = "instrument/relations.html")]
pub(super) struct RelationsView {
    words: Words,
    csrf: String,
    action: String,
    graph: String,
    out: Vec<OutRow>,
    back: Vec<BackRow>,
    unclear: Vec<UnclearRow>,
    may: bool,
    form: Option<Form>,
    find: String,
}

/// Another instrument, and all relations to it.
struct OutRow {
    to: Link,
    is_stub: bool,
    relations: Vec<Out>,
}

struct Out {
    relation: String,
    said: String,
    place: Option<String>,
    /// Withdraws it; `None` for what another version says.
    withdraw: Option<AskReason>,
}

struct BackRow {
    relation: String,
    from: Link,
    said: String,
    place: Option<String>,
}

/// A confirmed citation that nobody has said the instrument of.
struct UnclearRow {
    quote: String,
    place: String,
    choose: String,
}

/// The form for a relation to one of the instruments that were found.
struct Form {
    found: Vec<Choice>,
    relations: Vec<Choice>,
    source: String,
    citation: String,
    command: String,
    error: Option<String>,
}

impl RelationsView {
    /// The relations of an instrument on the day of the visit. `asked` says what is looked for.
    pub(super) async fn of(
        web: &Web,
        visit: &Visit,
        page: &Page,
        (id, work): (InstrumentId, &Work),
        (asked, attempt): (&Fields, Option<&Attempt>),
    ) -> Result<Self, Problem> {
        let words = visit.words;
        let Some((_, instrument)) = work.members.iter().find(|(member, _)| *member == id) else {
            return Err(Problem::NotFound);
        };
        let members: Vec<InstrumentId> = work.members.iter().map(|(member, _)| *member).collect();
        let mut back = Vec::new();
        for member in &members {
            back.extend(web.app.store().backlinks(*member, visit.as_at(web)).await?);
        }
        back.retain(|row| !members.contains(&row.from));
        let said = said(id, work, &members);
        let ends = said.iter().map(|(_, _, related)| related.to).chain(back.iter().map(|row| row.from));
        let names = Names::of(web, visit, ends.collect()).await?;
        let may = visit.may(Act::KeepInstruments);
        let out = |(member, state, related): &(InstrumentId, &Instrument, &Related)| Out {
            relation: words.label("relation", related.relation.code()),
            said: related.source.clone(),
            place: related
                .finding
                .and_then(|finding| state.finding(finding))
                .map(|found| place(*member, found)),
            withdraw: (may && *member == id).then(|| withdraw(page, id, related, &names)),
        };
        let back = back.iter().map(|row| BackRow {
            relation: words.label("relation-in", row.relation.code()),
            from: names.short_link(row.from),
            said: row.words.clone(),
            place: row.finding.zip(row.version).map(|(finding, version)| {
                format!("/instruments/{}?version={version}#words-{finding}", row.from)
            }),
        });
        let typed = Attempt::of(attempt, "relate").unwrap_or(asked);
        Ok(Self {
            words,
            csrf: page.csrf.clone(),
            action: format!("/instruments/{id}"),
            graph: format!("/instruments/graph?focus={id}&depth=1"),
            out: by_instrument(&names, said.iter().map(|one| (one.2.to, out(one)))),
            back: back.collect(),
            unclear: if may { unclear(id, instrument) } else { Vec::new() },
            form: if may { form(web, visit, id, typed, attempt).await? } else { None },
            find: typed.get("find").to_owned(),
            may,
        })
    }
}

/// Relations gathered by the instrument that they lead to, in the order in which each is first said.
fn by_instrument(names: &Names, relations: impl Iterator<Item = (InstrumentId, Out)>) -> Vec<OutRow> {
    let mut rows: Vec<(InstrumentId, OutRow)> = Vec::new();
    for (to, one) in relations {
        match rows.iter_mut().find(|(known, _)| *known == to) {
            Some((_, row)) => row.relations.push(one),
            None => {
                let (link, is_stub) = (names.short_link(to), names.is_stub(to));
                rows.push((to, OutRow { to: link, is_stub, relations: vec![one] }));
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The act that withdraws a relation.
fn withdraw(page: &Page, id: InstrumentId, related: &Related, names: &Names) -> AskReason {
    let relation = related.relation.code();
    let about = format!("{} {}", page.words.label("relation", relation), names.short_link(related.to).name);
    let hidden = vec![("relation", relation.to_owned()), ("other", related.to.to_string())];
    let keys = ("relation-withdraw", "relation-withdraw-button");
    AskReason::new(page, (format!("/instruments/{id}"), "withdraw-relation"), hidden, keys, about)
}

/// The relations that the work stands in, by this record and by its other versions; each once. That it
/// names an instrument says nothing beside that it rests on it or carries it out.
fn said<'a>(
    id: InstrumentId,
    work: &'a Work,
    members: &[InstrumentId],
) -> Vec<(InstrumentId, &'a Instrument, &'a Related)> {
    let own_first = work.members.iter().filter(|(member, _)| *member == id);
    let others = work.members.iter().filter(|(member, _)| *member != id);
    let mut seen = BTreeSet::new();
    let mut said: Vec<(InstrumentId, &Instrument, &Related)> = own_first
        .chain(others)
        .flat_map(|(member, state)| state.standing_relations().map(move |related| (*member, state, related)))
        .filter(|(_, _, related)| !members.contains(&related.to))
        .filter(|(_, _, related)| seen.insert((related.relation, related.to)))
        .collect();
    let more: BTreeSet<InstrumentId> =
        seen.iter().filter(|(relation, _)| *relation != Relation::Cites).map(|(_, to)| *to).collect();
    said.retain(|(_, _, related)| related.relation != Relation::Cites || !more.contains(&related.to));
    said
}

fn place(id: InstrumentId, found: &FindingState) -> String {
    format!("/instruments/{id}?version={}#words-{}", found.version, found.finding.id)
}

/// Confirmed citations that no relation came of.
fn unclear(id: InstrumentId, instrument: &Instrument) -> Vec<UnclearRow> {
    let own = instrument.details.symbol.as_deref().map(haidang_store::symbol_key);
    let is_open = |state: &&FindingState| {
        let finding = &state.finding;
        let resolved = instrument.relations.iter().any(|related| related.finding == Some(finding.id));
        let symbol = match &finding.content {
            Content::Citation { symbol, .. } => symbol.as_deref().map(haidang_store::symbol_key),
            _ => None,
        };
        let is_citation = finding.content.category() == Category::Citation;
        is_citation
            && matches!(state.verdict, Verdict::Accepted(_))
            && !resolved
            && (symbol.is_some() && symbol != own)
    };
    let row = |state: &FindingState| {
        let symbol = match &state.finding.content {
            Content::Citation { symbol: Some(symbol), .. } => symbol.as_str(),
            _ => "",
        };
        let find = Fields(Vec::new()).query(&[("find", symbol), ("citation", &state.finding.id.to_string())]);
        UnclearRow {
            quote: state.finding.quote.clone(),
            place: place(id, state),
            choose: format!("/instruments/{id}{find}#form-relate"),
        }
    };
    instrument.findings.iter().filter(is_open).map(row).collect()
}

/// The form, once something was looked for; without results it says so.
async fn form(
    web: &Web,
    visit: &Visit,
    id: InstrumentId,
    typed: &Fields,
    attempt: Option<&Attempt>,
) -> Result<Option<Form>, Problem> {
    let words = visit.words;
    let Some(find) = typed.some("find") else { return Ok(None) };
    let filter = InstrumentFilter {
        words: Some(find.to_owned()),
        sort: InstrumentSort::Symbol,
        per_page: MOST_FOUND,
        ..InstrumentFilter::default()
    };
    let found = web.app.store().instruments(&filter, web.app.as_at(None)).await?.rows;
    let chosen = typed.get("other");
    let choice = |row: &haidang_store::InstrumentRow| {
        let day = row.issued_on.map(|day| format!(" ({})", words.date(day))).unwrap_or_default();
        let value = row.id.to_string();
        Choice { chosen: value == chosen, name: format!("{}{day}", full(words, row)), value }
    };
    let mut relations = choices(words, "relation", &Relation::ALL.map(Relation::code), typed.get("relation"));
    let is_version = typed.get("relation") == VERSION_OF;
    relations.push(Choice {
        value: VERSION_OF.to_owned(),
        name: words.t("relation-version_of"),
        chosen: is_version,
    });
    Ok(Some(Form {
        found: found.iter().filter(|row| row.id != id).map(choice).collect(),
        relations,
        source: typed.get("source").to_owned(),
        citation: typed.get("citation").to_owned(),
        command: new_command().to_string(),
        error: attempt
            .filter(|attempt| attempt.what == "relate")
            .map(|attempt| attempt.trouble.words.clone()),
    }))
}
