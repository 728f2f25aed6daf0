//! `organisations.csv` and `areas.csv`: bodies with their names, and the places they stand for.

use super::load::{Intake, id_of};
use super::table::{self, Row};
use super::{Locality, LocalityError};
use crate::AppError;
use crate::kind::Organisation;
use haidang_domain::OrganisationId;
use haidang_domain::organisation::{Command, Names, State};
use std::collections::{HashMap, HashSet};

const COLUMNS: &[&str] = &[
    "id",
    "level",
    "name_vi",
    "name_en",
    "name_fr",
    "abbreviations",
    "aliases",
    "valid_from",
    "valid_to",
    "successors",
    "source",
    "note",
];
const AREA_COLUMNS: &[&str] = &[
    "code",
    "name_vi",
    "name_en",
    "name_fr",
    "kind",
    "level",
    "parent",
    "valid_from",
    "valid_to",
    "successors",
    "lat",
    "lon",
    "area_km2",
    "source",
    "note",
];
const LEVELS: [&str; 10] = [
    "party-central",
    "state-central",
    "government",
    "ministry",
    "city-party",
    "city",
    "department",
    "district",
    "commune",
    "enterprise",
];

/// The organisations of a locality, checked.
pub(super) struct Organisations {
    rows: Vec<Row>,
    ids: HashMap<String, OrganisationId>,
    names: HashMap<String, String>,
}

impl Organisations {
    /// The Vietnamese name of an organisation by its key.
    pub(super) fn name(&self, key: &str) -> Option<&str> {
        self.names.get(key).map(String::as_str)
    }
}

/// Reads and checks organisations and areas.
pub(super) fn read(locality: &Locality) -> Result<Organisations, LocalityError> {
    let rows = table::read(&locality.folder, "organisations.csv", COLUMNS)?;
    let mut ids = HashMap::new();
    let mut names = HashMap::new();
    for row in &rows {
        let key = row.required("id")?;
        names.insert(key.clone(), row.required("name_vi")?);
        let level = row.text("level");
        if !LEVELS.contains(&level) && level != "other" {
            return Err(row.wrong("level", &format!("`{level}` is none of {}, other", LEVELS.join(", "))));
        }
        row.required("source")?;
        let id = OrganisationId(id_of(locality, "organisation", &key));
        if ids.insert(key, id).is_some() {
            return Err(row.wrong("id", "stands twice"));
        }
    }
    let organisations = Organisations { rows, ids, names };
    for row in &organisations.rows {
        row.date("valid_from")?;
        row.date("valid_to")?;
        successors(&organisations, row)?;
    }
    check_areas(locality)?;
    Ok(organisations)
}

fn successors(organisations: &Organisations, row: &Row) -> Result<Vec<OrganisationId>, LocalityError> {
    let find = |key: &String| {
        let known = organisations.ids.get(key).copied();
        known.ok_or_else(|| row.wrong("successors", &format!("`{key}` is no organisation of this file")))
    };
    row.list("successors").iter().map(find).collect()
}

/// Areas are checked here; plans, maps and disaggregated series take them up.
fn check_areas(locality: &Locality) -> Result<(), LocalityError> {
    let rows = table::read(&locality.folder, "areas.csv", AREA_COLUMNS)?;
    let codes: HashSet<&str> = rows.iter().map(|row| row.text("code")).collect();
    for row in &rows {
        row.required("code")?;
        row.required("name_vi")?;
        row.required("source")?;
        row.date("valid_from")?;
        row.date("valid_to")?;
        row.number::<f64>("lat")?;
        row.number::<f64>("lon")?;
        row.number::<f64>("area_km2")?;
        let others = row.list("successors").into_iter().map(|code| ("successors", code));
        let others = others.chain(row.optional("parent").map(|code| ("parent", code)));
        for (column, code) in others {
            if !codes.contains(code.as_str()) {
                return Err(row.wrong(column, &format!("`{code}` is no area of this file")));
            }
        }
    }
    Ok(())
}

/// Puts the organisations into the programme: first all of them, then what became of them.
pub(super) async fn take(intake: &mut Intake<'_>, organisations: Organisations) -> Result<(), AppError> {
    for row in &organisations.rows {
        let Some(id) = organisations.ids.get(row.text("id")) else { continue };
        let (names, founded) = (names(row), row.date("valid_from")?);
        intake.put::<Organisation>(row, id.0, |state| found_or_correct(state, row, names, founded)).await?;
    }
    for row in &organisations.rows {
        let (Some(id), Some(last)) = (organisations.ids.get(row.text("id")), row.date("valid_to")?) else {
            continue;
        };
        let into = successors(&organisations, row)?;
        let Ok(on) = last.tomorrow() else { continue };
        let basis = row.text("source").to_owned();
        intake.put::<Organisation>(row, id.0, |state| end(state, *id, into, on, basis)).await?;
    }
    Ok(())
}

fn names(row: &Row) -> Names {
    let mut aliases = row.list("abbreviations");
    aliases.extend(row.list("aliases"));
    Names {
        vi: row.text("name_vi").to_owned(),
        en: row.optional("name_en"),
        fr: row.optional("name_fr"),
        aliases,
    }
}

fn found_or_correct(state: &State, row: &Row, names: Names, on: Option<jiff::civil::Date>) -> Vec<Command> {
    if state.version > 0 {
        return vec![Command::CorrectNames(names)];
    }
    vec![Command::Found {
        slug: row.text("id").to_owned(),
        level: row.text("level").to_owned(),
        names,
        on,
        from: Vec::new(),
        source: row.text("source").to_owned(),
    }]
}

/// One successor is a merger, several are a split; without any nothing is known of the end.
fn end(
    state: &State,
    own: OrganisationId,
    into: Vec<OrganisationId>,
    on: jiff::civil::Date,
    basis: String,
) -> Vec<Command> {
    match (state.end.is_some(), into.as_slice()) {
        (true, _) | (_, []) => Vec::new(),
        (_, [one]) => vec![Command::Merge { into: *one, own, on, basis }],
        _ => vec![Command::Split { into, own, on, basis }],
    }
}
