//! Dependencies between our crates point down only: faces → use cases → facts and rules.

use super::Offence;
use std::path::Path;

/// Each crate and what it may lean on.
const ALLOWED: [(&str, &[&str]); 8] = [
    ("reading", &[]),
    ("domain", &[]),
    ("report", &["reading"]),
    ("store", &["domain"]),
    ("app", &["domain", "reading", "store"]),
    ("web", &["app", "domain", "reading", "report", "store"]),
    ("cli", &["app", "domain", "reading", "report", "store", "web"]),
    ("testkit", &["app", "domain", "reading", "store"]),
];

pub(super) fn check(root: &Path) -> Result<Vec<Offence>, String> {
    let mut offences = Vec::new();
    let entries = std::fs::read_dir(root.join("crates")).map_err(|error| format!("crates: {error}"))?;
    for entry in entries.filter_map(Result::ok).filter(|entry| entry.path().join("Cargo.toml").is_file()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = format!("crates/{name}/Cargo.toml");
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            offences.push(Offence::new(
                place,
                "say in xtask/src/tidy/dependencies.rs what this crate may lean on",
            ));
            continue;
        };
        let text = std::fs::read_to_string(&place).map_err(|error| format!("{place}: {error}"))?;
        let manifest: toml::Table = toml::from_str(&text).map_err(|error| format!("{place}: {error}"))?;
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
        for dependency in dependencies.into_iter().flat_map(toml::Table::keys) {
            let ours = dependency.strip_prefix("haidang-");
            if let Some(ours) = ours.filter(|ours| !allowed.contains(ours)) {
                offences.push(Offence::new(&place, format!("`{name}` must not lean on `{ours}`")));
            }
        }
    }
    Ok(offences)
}
