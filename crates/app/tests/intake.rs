//! Files handed in: kept at once, read afterwards, read once whatever happens in between; archives,
//! limits, and what cannot be read.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_app::{App, AppError, Decoder, InThisProcess, MOST_FILES, Scans, Session};
use haidang_domain::{CommandId, Refusal, Role};
use haidang_reading::{Decoded, ReadError};
use haidang_store::{IntakeRow, IntakeState, Lane};
use haidang_testkit::app::with_clerk;
use std::io::{Cursor, Write as _};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use uuid::Uuid;
use zip::write::{SimpleFileOptions, ZipWriter};

const DIRECTIVE: &str = include_str!("../../../examples/chi-thi-05.vi.txt");
const LONG: Duration = Duration::from_mins(1);

async fn app_at(url: &str) -> (App, Session) {
    with_clerk(url, InThisProcess).await.unwrap()
}

async fn hand_in(app: &App, by: &Session, command: CommandId, files: &[(&str, &[u8])]) -> Vec<Uuid> {
    let mut handover = app.hand_over(by, command, None).await.unwrap();
    for (name, bytes) in files {
        handover.file(name, bytes.to_vec()).await.unwrap();
    }
    handover.end().1
}

/// Lets the reader run until all these files are over.
async fn read(app: &App, files: &[Uuid]) -> Vec<IntakeRow> {
    let reader = tokio::spawn(app.clone().read_intake());
    let mut rows = Vec::new();
    for file in files {
        let row = app.intake_soon(*file, LONG).await.unwrap().unwrap();
        assert!(row.state.is_over(), "{row:?}");
        rows.push(row);
    }
    reader.abort();
    rows
}

fn states(rows: &[IntakeRow]) -> Vec<(&str, IntakeState, Option<&str>)> {
    rows.iter().map(|row| (row.file.file_name.as_str(), row.state, row.error.as_deref())).collect()
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn files_are_read_in_their_order_and_each_says_what_became_of_it() {
    let (app, clerk) = app_at("sqlite::memory:").await;
    let zip = archive(&[("a/again.txt", DIRECTIVE.as_bytes()), ("a/empty.txt", b" ")]);
    let sent: [(&str, &[u8]); 5] = [
        ("directive.txt", DIRECTIVE.as_bytes()),
        ("picture.png", b"\x89PNG\r\n"),
        ("secret.txt", "BỘ CÔNG AN\nMẬT\nSố: 12/KH-BCA".as_bytes()),
        ("two.zip", &zip),
        ("broken.zip", b"PK\x03\x04 cut off"),
    ];
    let files = hand_in(&app, &clerk, CommandId(app.new_id()), &sent).await;
    let rows = read(&app, &files).await;
    let expected = [
        ("directive.txt", IntakeState::Done, None),
        ("picture.png", IntakeState::Failed, Some("scanned")),
        ("secret.txt", IntakeState::Failed, Some("classified")),
        ("a/again.txt", IntakeState::Done, None),
        ("a/empty.txt", IntakeState::Failed, Some("empty")),
        ("broken.zip", IntakeState::Failed, Some("archive-damaged")),
    ];
    assert_eq!(states(&rows), expected);
    assert!(rows[0].found.unwrap().tasks > 10 && !rows[0].repeated);
    assert!(rows[3].repeated && rows[3].instrument == rows[0].instrument);
    let kept: Vec<bool> = rows.iter().map(|row| row.kept).collect();
    assert_eq!(kept, [false, true, false, false, true, false]);
}

/// Breaks with some files, as a process apart does.
struct Breaking;

impl Decoder for Breaking {
    fn decode(
        &self,
        name: &str,
        bytes: &[u8],
        language: Option<haidang_reading::Language>,
        scans: Scans,
    ) -> Result<Decoded, ReadError> {
        let name_of = name.to_owned();
        match name {
            "endless.pdf" => Err(ReadError::TookTooLong { name: name_of, seconds: 120 }),
            "huge.pdf" => Err(ReadError::TookTooMuch { name: name_of, most_mib: 2048 }),
            "broken.pdf" => Err(ReadError::BrokeOff { name: name_of, what: "signal: 6".to_owned() }),
            _ => InThisProcess.decode(name, bytes, language, scans),
        }
    }
}

#[tokio::test]
async fn a_file_that_breaks_its_decoding_costs_itself_only_and_may_be_tried_again() {
    let (app, clerk) = with_clerk("sqlite::memory:", Breaking).await.unwrap();
    let sent: [(&str, &[u8]); 4] = [
        ("endless.pdf", b"%PDF-1.4 a"),
        ("huge.pdf", b"%PDF-1.4 b"),
        ("broken.pdf", b"%PDF-1.4 c"),
        ("directive.txt", DIRECTIVE.as_bytes()),
    ];
    let files = hand_in(&app, &clerk, CommandId(app.new_id()), &sent).await;
    let rows = read(&app, &files).await;
    let expected = [
        ("endless.pdf", IntakeState::Failed, Some("took-too-long")),
        ("huge.pdf", IntakeState::Failed, Some("took-too-much")),
        ("broken.pdf", IntakeState::Failed, Some("broke-off")),
        ("directive.txt", IntakeState::Done, None),
    ];
    assert_eq!(states(&rows), expected);
    assert!(rows[..3].iter().all(|row| row.kept));
}

/// Recognises a scan only once it is told to: as one of many pages does that takes long.
struct Slow(Mutex<Receiver<()>>);

impl Decoder for Slow {
    fn decode(
        &self,
        name: &str,
        bytes: &[u8],
        language: Option<haidang_reading::Language>,
        scans: Scans,
    ) -> Result<Decoded, ReadError> {
        match (name, scans) {
            ("scan.pdf", Scans::Refused) => Err(ReadError::Scanned {
                name: name.to_owned(),
                format: "PDF".into(),
                pages: 500,
                advice: "".into(),
            }),
            ("scan.pdf", Scans::Recognised) => {
                self.0.lock().unwrap().recv().unwrap();
                InThisProcess.decode("scan.txt", DIRECTIVE.as_bytes(), language, scans)
            }
            _ => InThisProcess.decode(name, bytes, language, scans),
        }
    }
}

#[tokio::test]
async fn files_pass_a_scan_that_takes_long() {
    let (go_on, told) = channel();
    let (app, clerk) = with_clerk("sqlite::memory:", Slow(Mutex::new(told))).await.unwrap();
    let english = include_str!("../../../examples/directive-05.en.txt");
    let sent: [(&str, &[u8]); 2] = [("scan.pdf", b"%PDF-1.4"), ("directive.txt", english.as_bytes())];
    let files = hand_in(&app, &clerk, CommandId(app.new_id()), &sent).await;
    let reader = tokio::spawn(app.clone().read_intake());
    let passed = app.intake_soon(files[1], LONG).await.unwrap().unwrap();
    assert_eq!(passed.state, IntakeState::Done, "{passed:?}");
    let scan = app.store().intake(files[0]).await.unwrap().unwrap();
    assert!(!scan.state.is_over() && scan.lane == Lane::Scans, "{scan:?}");
    go_on.send(()).unwrap();
    let scan = app.intake_soon(files[0], LONG).await.unwrap().unwrap();
    assert_eq!(scan.state, IntakeState::Done, "{scan:?}");
    reader.abort();
}

#[tokio::test]
async fn what_was_cut_off_after_it_was_written_is_not_written_again() {
    let (app, clerk) = app_at("sqlite::memory:").await;
    let files = hand_in(&app, &clerk, CommandId(app.new_id()), &[("a.txt", DIRECTIVE.as_bytes())]).await;
    // As if the machine had stopped between the journal and the row: the same command went through.
    let row = app.store().claim_intake(Lane::Texts).await.unwrap().unwrap();
    let bytes = app.store().intake_bytes(row.file.id).await.unwrap();
    let upload = haidang_app::Upload {
        file_name: row.file.file_name,
        bytes,
        language: None,
        command: CommandId(row.file.id),
    };
    let uploaded = app.upload(&clerk, upload).await.unwrap();
    let head = app.store().verify().await.unwrap().head;
    let rows = read(&app, &files).await;
    assert_eq!(app.store().verify().await.unwrap().head, head, "nothing was written twice");
    assert_eq!((rows[0].instrument, rows[0].version), (Some(uploaded.instrument), uploaded.version));
    assert_eq!((rows[0].found, rows[0].repeated), (Some(uploaded.found), false));
}

#[tokio::test]
async fn a_form_sent_twice_hands_in_once() {
    let (app, clerk) = app_at("sqlite::memory:").await;
    let command = CommandId(app.new_id());
    let first = hand_in(&app, &clerk, command, &[("a.txt", b"one"), ("b.txt", b"two")]).await;
    let again =
        hand_in(&app, &clerk, command, &[("a.txt", b"one"), ("b.txt", b"two"), ("c.txt", b"3")]).await;
    assert_eq!(first, again[..2]);
    let rows = app.store().intake_of_batch(command.0).await.unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[2].file.file_name, "c.txt");
}

#[tokio::test]
async fn more_than_is_taken_at_once_is_said_and_not_kept() {
    let (app, clerk) = app_at("sqlite::memory:").await;
    let names: Vec<String> = (0..=MOST_FILES).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), name.as_bytes())).collect();
    let command = CommandId(app.new_id());
    hand_in(&app, &clerk, command, &many).await;
    let rows = app.store().intake_of_batch(command.0).await.unwrap();
    let last = rows.last().unwrap();
    assert_eq!((rows.len(), last.error.as_deref(), last.kept), (many.len(), Some("batch-full"), false));
    assert!(rows[..rows.len() - 1].iter().all(|row| row.error.is_none()));

    // The same in an archive: the archive is said to be too much, not each of its files.
    let command = CommandId(app.new_id());
    hand_in(&app, &clerk, command, &[("many.zip", &archive(&many))]).await;
    let rows = app.store().intake_of_batch(command.0).await.unwrap();
    assert_eq!(
        rows.last().map(|row| (row.file.file_name.as_str(), row.error.as_deref())),
        Some(("many.zip", Some("batch-full")))
    );
}

#[tokio::test]
async fn who_may_not_keep_instruments_hands_nothing_in_and_takes_nothing_back() {
    let (app, clerk) = app_at("sqlite::memory:").await;
    let files = hand_in(&app, &clerk, CommandId(app.new_id()), &[("a.txt", b"one")]).await;
    let mut reader = clerk.clone();
    reader.actor.role = Role::Reader;
    let refused = [
        app.hand_over(&reader, CommandId(app.new_id()), None).await.map(|_| ()),
        app.cancel_intake(&reader, &files).await,
        app.retry_intake(&reader, &files).await,
        app.forget_intake(&reader, files[0]).await,
    ];
    assert!(refused.iter().all(|answer| matches!(answer, Err(AppError::Refused(Refusal::NotPermitted)))));
    app.cancel_intake(&clerk, &files).await.unwrap();
    assert_eq!(app.store().intake(files[0]).await.unwrap().unwrap().state, IntakeState::Cancelled);
}
