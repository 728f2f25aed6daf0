//! `instruments.csv`, `relations.csv`, `targets.csv` and `projects.csv`.

use super::load::{Intake, id_of};
use super::organisations::Organisations;
use super::table::{self, Row};
use super::{Locality, LocalityError};
use crate::AppError;
use crate::kind::{Instrument, Project, Target};
use haidang_domain::instrument::{self, Details, InstrumentKind, Relation};
use haidang_domain::project::{self, Description, ProjectKind, Stage};
use haidang_domain::target::{self, Definition, TargetStatus};
use haidang_domain::{Classification, InstrumentId, Language};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

const INSTRUMENTS: &[&str] = &[
    "symbol",
    "kind",
    "issuer",
    "issued_on",
    "title_vi",
    "title_en",
    "title_fr",
    "about",
    "classification",
    "source",
    "note",
];
const RELATIONS: &[&str] = &["from_symbol", "relation", "to_symbol", "source", "note"];
const TARGETS: &[&str] = &[
    "code",
    "number",
    "name_vi",
    "name_en",
    "name_fr",
    "set_by",
    "comparator",
    "value",
    "unit",
    "period",
    "status",
    "status_on",
    "source",
    "note",
];
const PROJECTS: &[&str] = &[
    "id",
    "name_vi",
    "name_en",
    "name_fr",
    "kind",
    "owner",
    "capital",
    "capital_unit",
    "area_ha",
    "stage",
    "stage_on",
    "lat",
    "lon",
    "location_accuracy",
    "source",
    "note",
];

/// What the files say, checked.
pub(super) struct Programme {
    instruments: Vec<(Row, Uuid, Details)>,
    relations: Vec<(Row, Uuid, Relation, InstrumentId)>,
    targets: Vec<TargetRow>,
    projects: Vec<ProjectRow>,
}

pub(super) fn read(locality: &Locality, organisations: &Organisations) -> Result<Programme, LocalityError> {
    let instruments = read_instruments(locality, organisations)?;
    let symbols =
        instruments.iter().map(|(row, _, details)| (row.text("symbol"), shown(row, details))).collect();
    let relations = read_relations(locality, &symbols)?;
    let targets = read_targets(locality, &symbols)?;
    let projects = read_projects(locality, organisations)?;
    Ok(Programme { instruments, relations, targets, projects })
}

/// What each key of `instruments.csv` is called on the pages.
type Symbols<'a> = HashMap<&'a str, String>;

/// The symbol of an instrument; its title where it has none.
fn shown(row: &Row, details: &Details) -> String {
    details.symbol.clone().unwrap_or_else(|| row.text("title_vi").to_owned())
}

fn read_instruments(
    locality: &Locality,
    organisations: &Organisations,
) -> Result<Vec<(Row, Uuid, Details)>, LocalityError> {
    let rows = table::read(&locality.folder, "instruments.csv", INSTRUMENTS)?;
    let mut seen = HashSet::new();
    let each = rows.into_iter().map(|row| {
        let symbol = row.required("symbol")?;
        if !seen.insert(symbol.clone()) {
            return Err(row.wrong("symbol", "stands twice"));
        }
        let details = details(&row, &symbol, organisations)?;
        Ok((row, id_of(locality, "instrument", &symbol), details))
    });
    each.collect()
}

/// A key that starts with `~` stands for an instrument without a symbol.
fn details(row: &Row, symbol: &str, organisations: &Organisations) -> Result<Details, LocalityError> {
    let issuer = match row.optional("issuer") {
        Some(key) => {
            let name = organisations.name(&key);
            Some(name.ok_or_else(|| row.wrong("issuer", &format!("`{key}` is no organisation")))?.to_owned())
        }
        None => None,
    };
    let title = |language, column: &str| row.optional(column).map(|title| (language, title));
    let titles =
        [title(Language::Vi, "title_vi"), title(Language::En, "title_en"), title(Language::Fr, "title_fr")];
    Ok(Details {
        kind: row.code("kind", InstrumentKind::from_code)?,
        symbol: (!symbol.starts_with('~')).then(|| symbol.to_owned()),
        issuer,
        issued_on: row.date("issued_on")?,
        titles: titles.into_iter().flatten().collect(),
        about: None,
        classification: row.code("classification", Classification::from_code)?,
        source: row.required("source")?,
    })
}

fn read_relations(
    locality: &Locality,
    symbols: &Symbols<'_>,
) -> Result<Vec<(Row, Uuid, Relation, InstrumentId)>, LocalityError> {
    let rows = table::read(&locality.folder, "relations.csv", RELATIONS)?;
    let each = rows.into_iter().map(|row| {
        let end = |column: &'static str| {
            let symbol = row.required(column)?;
            if !symbols.contains_key(symbol.as_str()) {
                return Err(row.wrong(column, &format!("`{symbol}` is no instrument of instruments.csv")));
            }
            Ok(id_of(locality, "instrument", &symbol))
        };
        let (from, to) = (end("from_symbol")?, end("to_symbol")?);
        let relation = row.code("relation", Relation::from_code)?;
        row.required("source")?;
        Ok((row, from, relation, InstrumentId(to)))
    });
    each.collect()
}

type TargetRow = (Row, Uuid, Definition, Option<(TargetStatus, Date)>);

fn read_targets(locality: &Locality, symbols: &Symbols<'_>) -> Result<Vec<TargetRow>, LocalityError> {
    let rows = table::read(&locality.folder, "targets.csv", TARGETS)?;
    let each = rows.into_iter().map(|row| {
        let key = format!("{}:{}", row.required("code")?, row.text("set_by"));
        let set_by = symbols.get(row.required("set_by")?.as_str()).cloned();
        let set_by = set_by.ok_or_else(|| row.wrong("set_by", "is no instrument of instruments.csv"))?;
        row.required("source")?;
        let status = match (row.optional("status"), row.date("status_on")?) {
            (Some(_), Some(on)) => Some((row.code("status", TargetStatus::from_code)?, on)),
            (Some(_), None) => return Err(row.wrong("status_on", "must say on which day the status was so")),
            (None, _) => None,
        };
        let definition = definition(&row, set_by)?;
        Ok((row, id_of(locality, "target", &key), definition, status))
    });
    each.collect()
}

fn definition(row: &Row, set_by: String) -> Result<Definition, LocalityError> {
    let comparator = row.optional("comparator").map(|c| if c == "between" { "range".to_owned() } else { c });
    if comparator.as_deref().is_some_and(|c| !matches!(c, ">=" | "<=" | "=" | "range")) {
        return Err(row.wrong("comparator", "must be one of >=, <=, =, range"));
    }
    let name =
        |language: &str| row.optional(&format!("name_{language}")).map(|name| (language.to_owned(), name));
    Ok(Definition {
        number: row.number("number")?,
        indicator: row.required("name_vi")?,
        names: ["vi", "en", "fr"].into_iter().filter_map(name).collect(),
        comparator,
        value: values(row)?,
        unit: row.optional("unit"),
        period: row.optional("period"),
        set_by: Some(set_by),
    })
}

/// `14.5`, or `15000..15500` for a range.
fn values(row: &Row) -> Result<Vec<f64>, LocalityError> {
    let wrong = |_| row.wrong("value", "is no number (write 14.5, or 15000..15500 for a range)");
    let parts = row.text("value").split("..").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_err(wrong)).collect()
}

type ProjectRow = (Row, Uuid, Description, Option<(Stage, Date)>);

fn read_projects(
    locality: &Locality,
    organisations: &Organisations,
) -> Result<Vec<ProjectRow>, LocalityError> {
    let rows = table::read(&locality.folder, "projects.csv", PROJECTS)?;
    let mut seen = HashSet::new();
    let each = rows.into_iter().map(|row| {
        let key = row.required("id")?;
        if !seen.insert(key.clone()) {
            return Err(row.wrong("id", "stands twice"));
        }
        row.required("source")?;
        let stage =
            row.date("stage_on")?.map(|on| Ok((row.code("stage", Stage::from_code)?, on))).transpose()?;
        let description = description(&row, organisations)?;
        Ok((row, id_of(locality, "project", &key), description, stage))
    });
    each.collect()
}

fn description(row: &Row, organisations: &Organisations) -> Result<Description, LocalityError> {
    let owner = row.optional("owner");
    let owner = owner.map(|key| organisations.name(&key).map_or(key, str::to_owned));
    let capital = row
        .optional("capital")
        .map(|capital| format!("{capital} {}", row.text("capital_unit")).trim().to_owned());
    let name =
        |language: &str| row.optional(&format!("name_{language}")).map(|name| (language.to_owned(), name));
    Ok(Description {
        name: row.required("name_vi")?,
        names: ["vi", "en", "fr"].into_iter().filter_map(name).collect(),
        kind: row.code("kind", ProjectKind::from_code)?,
        owner,
        capital,
        location: row.number("lat")?.zip(row.number("lon")?),
        location_accuracy: row.optional("location_accuracy"),
    })
}

/// Puts everything into the programme.
pub(super) async fn take(intake: &mut Intake<'_>, programme: Programme) -> Result<(), AppError> {
    for (row, id, details) in programme.instruments {
        let command = |state: &instrument::State| {
            if state.version == 0 {
                vec![instrument::Command::Register(details)]
            } else {
                vec![instrument::Command::CorrectDetails(details)]
            }
        };
        intake.put::<Instrument>(&row, id, command).await?;
    }
    for (row, id, relation, to) in programme.relations {
        let source = row.text("source").to_owned();
        intake
            .put::<Instrument>(&row, id, |_| vec![instrument::Command::Relate { relation, to, source }])
            .await?;
    }
    for (row, id, definition, status) in programme.targets {
        let source = row.text("source").to_owned();
        intake.put::<Target>(&row, id, |state| target_commands(state, definition, status, source)).await?;
    }
    for (row, id, description, stage) in programme.projects {
        let source = row.text("source").to_owned();
        intake.put::<Project>(&row, id, |state| project_commands(state, description, stage, source)).await?;
    }
    Ok(())
}

fn target_commands(
    state: &target::State,
    definition: Definition,
    status: Option<(TargetStatus, Date)>,
    source: String,
) -> Vec<target::Command> {
    let first = if state.version == 0 {
        let classification = Classification::Public;
        target::Command::Set { definition, origin: None, source: Some(source.clone()), classification }
    } else {
        target::Command::Correct(definition)
    };
    let known = |(status, on): &(TargetStatus, Date)| {
        state.statuses.iter().any(|s| s.status == *status && s.on == *on)
    };
    let record = status.filter(|status| !known(status));
    let record = record.map(|(status, on)| target::Command::RecordStatus { status, on, source });
    std::iter::once(first).chain(record).collect()
}

fn project_commands(
    state: &project::State,
    description: Description,
    stage: Option<(Stage, Date)>,
    source: String,
) -> Vec<project::Command> {
    let first = if state.version == 0 {
        let classification = Classification::Public;
        project::Command::List { description, origin: None, source: Some(source.clone()), classification }
    } else {
        project::Command::Correct(description)
    };
    let known = |(stage, on): &(Stage, Date)| state.stages.iter().any(|s| s.stage == *stage && s.on == *on);
    let record = stage.filter(|stage| !known(stage));
    let record = record.map(|(stage, on)| project::Command::RecordStage { stage, on, source });
    std::iter::once(first).chain(record).collect()
}
