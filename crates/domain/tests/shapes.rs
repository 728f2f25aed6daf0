//! The shapes of events, one JSON file for each: `shapes/<noun>.<what happened>.json`; fields that came
//! later are in a second file, `shapes/<noun>.<what happened>+<which>.json`.
//!
//! The journal keeps events for ever, so what a file says here is never edited once it was
//! released: if one of these tests fails, the code is wrong, not the file.

use haidang_domain::{Event, account, instrument, organisation, project, recommendation, target, task};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

macro_rules! kinds {
    ($($variant:ident($noun:ident) { $($kind:ident = $happened:literal),+ $(,)? })+) => {
        /// The name of an event. There is no wildcard: a new kind of event has to be named below
        /// before this compiles, and then it needs a file.
        fn name(event: &Event) -> &'static str {
            match event {
                $($(Event::$variant($noun::Event::$kind { .. }) => concat!(stringify!($noun), ".", $happened),)+)+
            }
        }

        /// The names of all kinds of event.
        const NAMES: &[&str] = &[$($(concat!(stringify!($noun), ".", $happened)),+),+];
    };
}

kinds! {
    Account(account) {
        Opened = "opened",
        RoleChanged = "role_changed",
        Closed = "closed",
        Reopened = "reopened",
    }
    Instrument(instrument) {
        Registered = "registered",
        DetailsCorrected = "details_corrected",
        VersionAdded = "version_added",
        Read = "read",
        Remarked = "remarked",
        FindingAdded = "finding_added",
        FindingEdited = "finding_edited",
        FindingSplit = "finding_split",
        FindingsMerged = "findings_merged",
        FindingAccepted = "finding_accepted",
        FindingRejected = "finding_rejected",
        FindingRestored = "finding_restored",
        Related = "related",
        CitationResolved = "citation_resolved",
        RelationWithdrawn = "relation_withdrawn",
        VersionStated = "version_stated",
        LanguageCorrected = "language_corrected",
        ReadAgain = "read_again",
        Joined = "joined",
        JoinRefused = "join_refused",
        Parted = "parted",
        CoverageJudged = "coverage_judged",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
    Organisation(organisation) {
        Founded = "founded",
        Renamed = "renamed",
        NamesCorrected = "names_corrected",
        Merged = "merged",
        Split = "split",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
    Project(project) {
        Listed = "listed",
        DescriptionCorrected = "description_corrected",
        StageRecorded = "stage_recorded",
        WordingAdded = "wording_added",
        WordingRemoved = "wording_removed",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
    Recommendation(recommendation) {
        Made = "made",
        Forwarded = "forwarded",
        Answered = "answered",
        WordingAdded = "wording_added",
        WordingRemoved = "wording_removed",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
    Target(target) {
        Set = "set",
        DefinitionCorrected = "definition_corrected",
        StatusRecorded = "status_recorded",
        WordingAdded = "wording_added",
        WordingRemoved = "wording_removed",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
    Task(task) {
        Created = "created",
        Assigned = "assigned",
        DeadlineSet = "deadline_set",
        Extended = "extended",
        Reported = "reported",
        Completed = "completed",
        Reopened = "reopened",
        StatementCorrected = "statement_corrected",
        WordingAdded = "wording_added",
        WordingRemoved = "wording_removed",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
}

/// The files, by name without `.json`.
fn fixtures() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut fixtures = BTreeMap::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        fixtures.insert(name, fs::read_to_string(&path)?);
    }
    Ok(fixtures)
}

#[test]
fn every_shape_is_read_and_written_back_as_it_was() -> Result<(), Box<dyn Error>> {
    for (file, text) in fixtures()? {
        let event: Event = serde_json::from_str(&text).map_err(|error| format!("{file}.json: {error}"))?;
        let own = file.split('+').next().unwrap_or_default();
        assert_eq!(name(&event), own, "{file}.json holds another kind of event");
        let (written, read) = (serde_json::to_value(&event)?, serde_json::from_str::<Value>(&text)?);
        assert_eq!(written, read, "{file}.json is written otherwise now");
    }
    Ok(())
}

#[test]
fn every_kind_of_event_has_a_file() -> Result<(), Box<dyn Error>> {
    let fixtures = fixtures()?;
    let missing: Vec<&&str> = NAMES.iter().filter(|name| !fixtures.contains_key(**name)).collect();
    assert!(missing.is_empty(), "write tests/shapes/….json for {missing:?}");
    Ok(())
}
