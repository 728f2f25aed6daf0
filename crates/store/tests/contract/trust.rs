//! Whether what the store says of itself can be trusted: verify, rebuild, backup, restart.

use crate::build::{Chance, append, batch, commit, created, day, id, minute, now, party, stream, unknown};
use haidang_domain::account::Event as Account;
use haidang_domain::instrument::{Content, Details, Event as Instrument, Finding, Relation, Stated};
use haidang_domain::organisation::{Event as Organisation, Names};
use haidang_domain::project::{Description, Event as Project, Stage};
use haidang_domain::recommendation::Event as Recommendation;
use haidang_domain::target::{Definition, Event as Target, TargetStatus};
use haidang_domain::task::{Event as Task, Progress};
use haidang_domain::{
    Classification, Event, FindingId, InstrumentId, Language, Noun, OrganisationId, Party, Role, StreamId,
    VersionId,
};
use haidang_store::{Rebuilt, Store, TaskFilter};
use std::path::Path;

/// Batches of chance.
const BATCHES: i64 = 150;

pub(crate) async fn check(store: &Store) {
    step_by_step_and_rebuilt_are_equal(store).await;
}

/// After any batches the tables are what a rebuild makes, row by row, and the chain holds.
async fn step_by_step_and_rebuilt_are_equal(store: &Store) {
    let mut chance = Chance(2026);
    let mut streams: Vec<(StreamId, u64)> = Vec::new();
    for noun in Noun::ALL {
        streams.extend((0..4).map(|_| (stream(*noun), 0)));
    }
    let mut minutes = 1000;
    for number in 0..BATCHES {
        // Often the same instant, and now and then an earlier one.
        minutes += i64::try_from(chance.below(3)).unwrap() - i64::from(number % 10 == 9) * 2;
        let mut appends = Vec::new();
        let mut texts = Vec::new();
        for _ in 0..=chance.below(3) {
            let place = chance.below(streams.len());
            let (stream, version) = streams[place];
            let events: Vec<Event> =
                (0..=chance.below(2)).map(|_| any_event(&mut chance, stream.noun, &mut texts)).collect();
            streams[place].1 += u64::try_from(events.len()).unwrap();
            appends.push(append(stream, version, events));
        }
        let mut any = batch(minute(minutes), appends);
        any.texts = texts;
        store.commit(any).await.unwrap();
    }
    let rebuilt = store.rebuild().await.unwrap();
    assert!(rebuilt.is_clean(), "{rebuilt:#?}");
    let relations_and_statements = 2;
    assert_eq!(rebuilt.tables.len(), 2 * Noun::ALL.len() + 1 + relations_and_statements);
    let verification = store.verify().await.unwrap();
    assert!(verification.problems.is_empty(), "{:?}", verification.problems);
    assert_eq!(verification.events, rebuilt.events);
    assert_eq!(store.recent(None, None, 1).await.unwrap()[0].hash, verification.head);
}

fn any_text(chance: &mut Chance) -> String {
    let words = ["Sửa", "đê biển", "Đường", "50%", "ga \u{0} tàu", "“mới”", "😀", "  ", "Hải Phòng"];
    (0..=chance.below(4)).map(|_| *chance.one_of(&words)).collect::<Vec<_>>().join(" ")
}

fn any_party(chance: &mut Chance) -> Party {
    let name = any_text(chance);
    if chance.below(2) == 0 { unknown(&name) } else { party(OrganisationId(id()), &name) }
}

fn any_number(chance: &mut Chance) -> f64 {
    *chance.one_of(&[0.1 + 0.2, -0.0, 1e300, 5.0, 13.5, 1.0 / 3.0, f64::MIN_POSITIVE])
}

fn any_event(chance: &mut Chance, noun: Noun, texts: &mut Vec<String>) -> Event {
    match noun {
        Noun::Account => any_account_event(chance).into(),
        Noun::Instrument => any_instrument_event(chance, texts).into(),
        Noun::Organisation => any_organisation_event(chance).into(),
        Noun::Project => any_project_event(chance).into(),
        Noun::Recommendation => any_recommendation_event(chance).into(),
        Noun::Target => any_target_event(chance).into(),
        Noun::Task => any_task_event(chance).into(),
    }
}

fn any_account_event(chance: &mut Chance) -> Account {
    let organisation = (chance.below(2) == 0).then(|| OrganisationId(id()));
    match chance.below(3) {
        0 => Account::Closed,
        1 => Account::Reopened,
        _ => Account::Opened { role: *chance.one_of(&Role::ALL), organisation },
    }
}

fn any_instrument_event(chance: &mut Chance, texts: &mut Vec<String>) -> Instrument {
    match chance.below(8) {
        0 => {
            let text = any_text(chance).replace('\0', "");
            let text_sha256 = crate::build::sha256_of(&text);
            texts.push(text);
            let (version, source) = (VersionId(id()), "paste".to_owned());
            Instrument::VersionAdded { version, language: Language::Vi, source, text_sha256, characters: 1 }
        }
        1 => {
            let finding = Finding {
                id: FindingId(id()),
                start: 0,
                end: 1,
                quote: any_text(chance),
                content: Content::Project { kind: "road".to_owned() },
                confidence: any_number(chance),
                rule: "r".to_owned(),
            };
            Instrument::FindingAdded { version: VersionId(id()), finding }
        }
        2 => {
            let (relation, to) = (*chance.one_of(&Relation::ALL), InstrumentId(id()));
            Instrument::Related { relation, to, source: any_text(chance) }
        }
        3 => {
            let relation = *chance.one_of(&Relation::ALL);
            let (to, finding) = (InstrumentId(id()), FindingId(id()));
            Instrument::CitationResolved { finding, relation, to, words: any_text(chance) }
        }
        4 => Instrument::VersionStated {
            version: VersionId(id()),
            stated: Stated {
                issuer: Some(any_text(chance)),
                issued_on: Some(day("2026-01-02")),
                symbol: Some(any_text(chance)),
                ..Stated::default()
            },
        },
        5 => Instrument::Joined { work: InstrumentId(id()) },
        _ => {
            let symbol = (chance.below(2) == 0).then(|| any_text(chance));
            let titles = vec![(Language::Vi, any_text(chance))];
            Instrument::DetailsCorrected { details: Details { symbol, titles, ..Details::default() } }
        }
    }
}

fn any_organisation_event(chance: &mut Chance) -> Organisation {
    let names = Names { vi: any_text(chance), ..Names::default() };
    match chance.below(3) {
        0 => Organisation::Renamed { names, on: day("2026-01-01") },
        1 => Organisation::NamesCorrected { names },
        _ => Organisation::Split {
            into: vec![OrganisationId(id())],
            on: day("2026-01-01"),
            basis: any_text(chance),
        },
    }
}

fn any_project_event(chance: &mut Chance) -> Project {
    let stage = *chance.one_of(&Stage::ALL);
    match chance.below(4) {
        0 => Project::Restored,
        1 => Project::Withdrawn { reason: any_text(chance) },
        2 => Project::StageRecorded { stage, on: day("2026-01-01"), source: any_text(chance) },
        _ => {
            let location = Some((any_number(chance), any_number(chance)));
            let description = Description { name: any_text(chance), location, ..Description::default() };
            Project::DescriptionCorrected { description }
        }
    }
}

fn any_recommendation_event(chance: &mut Chance) -> Recommendation {
    match chance.below(4) {
        0 => Recommendation::Forwarded { to: any_party(chance), on: day("2026-01-01") },
        1 => Recommendation::Answered { on: day("2026-01-02"), text: any_text(chance) },
        2 => Recommendation::Withdrawn { reason: any_text(chance) },
        _ => Recommendation::Made {
            statement: any_text(chance),
            from: Some(any_party(chance)),
            to: None,
            deadline: None,
            origin: None,
            classification: Classification::Internal,
        },
    }
}

fn any_target_event(chance: &mut Chance) -> Target {
    let status = *chance.one_of(&TargetStatus::ALL);
    match chance.below(3) {
        0 => Target::StatusRecorded { status, on: day("2026-01-01"), source: any_text(chance) },
        1 => Target::Withdrawn { reason: any_text(chance) },
        _ => {
            let value = (0..chance.below(3)).map(|_| any_number(chance)).collect();
            Target::DefinitionCorrected {
                definition: Definition { indicator: any_text(chance), value, ..Definition::default() },
            }
        }
    }
}

fn any_task_event(chance: &mut Chance) -> Task {
    match chance.below(6) {
        0 => Task::Assigned {
            lead: vec![any_party(chance)],
            coordinating: vec![any_party(chance), any_party(chance)],
        },
        1 => Task::Extended { deadline: "2027".parse().unwrap(), reason: any_text(chance) },
        2 => Task::Completed { on: day("2026-01-01"), note: any_text(chance) },
        3 => Task::Reported { progress: Progress::Blocked, percent: Some(7), text: any_text(chance) },
        4 => Task::Restored,
        _ => created(&any_text(chance), vec![any_party(chance)], Some("monthly".parse().unwrap())),
    }
}

pub(crate) async fn what_was_written_is_there_after_a_restart(store: &Store) {
    let verification = store.verify().await.unwrap();
    assert!(verification.events > 0 && verification.problems.is_empty());
    assert_eq!(store.setting("k").await.unwrap().as_deref(), Some("hai"));
    let before = verification.events;
    let committed =
        commit(store, minute(2000), stream(Noun::Task), 0, [created("Khoidong lại", vec![], None)]).await;
    assert_eq!(committed.first_seq, before + 1);
}

fn asking(words: &str) -> TaskFilter {
    TaskFilter { words: Some(words.to_owned()), ..TaskFilter::default() }
}

pub(crate) async fn a_copy_is_made_and_put_back_while_others_write(store: &Store, folder: &Path) {
    let copy = folder.join("copy.db");
    let writer = {
        let store = store.clone();
        tokio::spawn(async move {
            for number in 0..40 {
                let made = created(&format!("Saochep {number}"), vec![], None);
                commit(&store, minute(2100), stream(Noun::Task), 0, [made]).await;
            }
        })
    };
    store.backup(&copy).await.unwrap();
    writer.await.unwrap();
    assert!(store.backup(&copy).await.is_err(), "a file that exists is left alone");
    assert!(store.backup(&folder.join("missing").join("copy.db")).await.is_err());

    // Opening a database changes its file, and the copy is still needed as it is.
    let other = folder.join("other.db");
    std::fs::copy(&copy, &other).unwrap();
    let opened = Store::open(&format!("sqlite:{}", other.display())).await.unwrap();
    let verification = opened.verify().await.unwrap();
    assert!(verification.problems.is_empty(), "{:?}", verification.problems);
    assert!(opened.rebuild().await.unwrap().is_clean());
    assert!(!opened.search("khoidong", 5).await.unwrap().is_empty());

    assert_eq!(store.tasks(&asking("saochep"), now()).await.unwrap().total, 40);
    assert_eq!(store.restore(&copy).await.unwrap(), verification.events);
    assert_eq!(store.verify().await.unwrap(), verification);
    assert!(store.rebuild().await.unwrap().is_clean());
    assert!(!store.search("khoidong", 5).await.unwrap().is_empty());
    assert!(store.restore(&folder.join("missing")).await.is_err());
    let nonsense = folder.join("nonsense");
    std::fs::write(&nonsense, "no database at all, but long enough to be read as one".repeat(100)).unwrap();
    assert!(store.restore(&nonsense).await.is_err());
    assert_eq!(store.verify().await.unwrap(), verification);
}

fn differences(rebuilt: &Rebuilt, name: &str) -> u64 {
    rebuilt.tables.iter().find(|table| table.name == name).unwrap().differences
}

pub(crate) async fn whoever_tampers_is_found(store: &Store, run: impl AsyncFn(&'static str)) {
    let events = store.verify().await.unwrap().events;
    run("UPDATE task SET statement = 'x' WHERE id = (SELECT MIN(id) FROM task)").await;
    run("DELETE FROM task_history WHERE id = (SELECT MIN(id) FROM task)").await;
    run("UPDATE search SET id = 'nobody' WHERE noun = 'task' AND id = (SELECT MIN(id) FROM task)").await;
    let rebuilt = store.rebuild().await.unwrap();
    assert_eq!((differences(&rebuilt, "task"), differences(&rebuilt, "task_history")), (1, 1));
    assert_eq!(differences(&rebuilt, "search"), 2, "one is missing, one is a stranger");
    assert!(store.rebuild().await.unwrap().is_clean());

    run("UPDATE event SET payload = REPLACE(payload, '\"kind\"', ' \"kind\"') WHERE seq = 3").await;
    run("UPDATE event SET actor = '00000000-0000-0000-0000-000000000009' WHERE seq = 5").await;
    run("UPDATE version_text SET body = 'other' WHERE sha256 = (SELECT MIN(sha256) FROM version_text)").await;
    let problems = store.verify().await.unwrap().problems;
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems[0].starts_with("event 3:") && problems[1].starts_with("event 5:"), "{problems:?}");
    assert!(problems[2].starts_with("text "), "{problems:?}");

    run("DELETE FROM event WHERE seq = 7").await;
    run("UPDATE head SET seq = seq + 1").await;
    let verification = store.verify().await.unwrap();
    assert_eq!(verification.events, events - 1);
    let told = |part: &str| verification.problems.iter().any(|problem| problem.contains(part));
    assert!(told("event 7: it is missing") && told("head of the journal"), "{:?}", verification.problems);
}
