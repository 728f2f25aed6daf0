//! Files that were handed in: kept, claimed once, finished, taken back, and forgotten.

use crate::build::{id, minute};
use haidang_domain::{AccountId, InstrumentId, Language, VersionId};
use haidang_store::{Found, IntakeFile, IntakeRow, IntakeState, Lane, Outcome, Store};
use std::fs;
use std::path::Path;
use uuid::Uuid;

/// More than one part, and every byte.
fn bytes() -> Vec<u8> {
    (0..=u8::MAX).cycle().take(2_500_000).collect()
}

async fn hand_in(store: &Store, batch: Uuid, place: u64, name: &str, bytes: &[u8]) -> Uuid {
    let new = IntakeFile {
        id: id(),
        batch,
        place,
        file_name: name.to_owned(),
        bytes: u64::try_from(bytes.len()).unwrap(),
        language: Some(Language::Vi),
        actor: AccountId(Uuid::from_u128(1)),
        created_at: minute(i64::try_from(place).unwrap()),
    };
    store.put_intake(new.clone(), Ok(bytes)).await.unwrap();
    let again = IntakeFile { file_name: "again".to_owned(), ..new.clone() };
    store.put_intake(again, Ok(b"other")).await.unwrap();
    new.id
}

async fn row(store: &Store, id: Uuid) -> IntakeRow {
    store.intake(id).await.unwrap().unwrap()
}

pub(crate) async fn check(store: &Store) {
    let batch = id();
    let first = hand_in(store, batch, 0, "a.txt", &bytes()).await;
    let second = hand_in(store, batch, 1, "b.txt", b"two").await;
    let third = hand_in(store, batch, 2, "c.txt", b"three").await;
    let kept = row(store, first).await;
    assert_eq!((kept.file.file_name.as_str(), kept.state, kept.kept), ("a.txt", IntakeState::Waiting, true));
    assert_eq!(store.intake_bytes(first).await.unwrap(), bytes());
    a_file_is_claimed_once_and_resumed_after_a_stop(store, first).await;
    what_was_read_leaves_no_bytes(store, first).await;
    what_failed_can_be_tried_again(store, second).await;
    what_waits_can_be_taken_back(store, third).await;
    a_scan_waits_among_scans(store).await;
    a_file_that_is_not_taken_is_said(store, batch).await;
    batches_are_counted_and_forgotten(store, batch).await;
}

/// What must not be kept leaves no trace in the files of the database.
pub(crate) async fn refused_bytes_leave_no_trace(store: &Store, folder: &Path) {
    let secret = "TÀI LIỆU KHÔNG ĐƯỢC GIỮ LẠI ".repeat(40_000);
    let holds = |needle: &[u8]| {
        let files =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        files
            .filter(|path| fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle))
            .count()
    };
    let needle = "KHÔNG ĐƯỢC GIỮ LẠI".as_bytes();
    let file = hand_in(store, id(), 0, "mat.txt", secret.as_bytes()).await;
    assert!(holds(needle) > 0, "it is there before it is read");
    while store.claim_intake(Lane::Texts).await.unwrap().is_some_and(|row| row.file.id != file) {}
    let refused = Outcome::Failed { error: "classified".to_owned(), keep: false };
    store.finish_intake(file, refused, minute(5)).await.unwrap();
    assert_eq!(store.intake_bytes(file).await.unwrap(), b"");
    assert_eq!(holds(needle), 0);
}

async fn a_file_is_claimed_once_and_resumed_after_a_stop(store: &Store, first: Uuid) {
    let (one, other) = tokio::join!(store.claim_intake(Lane::Texts), store.claim_intake(Lane::Texts));
    let (one, other) = (one.unwrap().unwrap(), other.unwrap().unwrap());
    assert_ne!(one.file.id, other.file.id, "the same file was claimed twice");
    assert!([one.file.id, other.file.id].contains(&first), "the first to come is the first to be read");
    assert_eq!((one.state, one.attempts), (IntakeState::Reading, 1));
    assert_eq!(store.resume_intake(Lane::Texts, 3).await.unwrap(), 2);
    assert_eq!(store.claim_intake(Lane::Texts).await.unwrap().unwrap().attempts, 2);
    assert_eq!(
        store.resume_intake(Lane::Texts, 2).await.unwrap(),
        0,
        "what cut its reading off twice is not tried again"
    );
    let given_up = row(store, first).await;
    assert_eq!((given_up.state, given_up.error.as_deref()), (IntakeState::Failed, Some("broken")));
    assert!(store.retry_intake(first).await.unwrap());
}

async fn what_was_read_leaves_no_bytes(store: &Store, first: Uuid) {
    assert_eq!(store.claim_intake(Lane::Texts).await.unwrap().unwrap().file.id, first);
    let found = Found { tasks: 12, ..Found::default() };
    let (instrument, version) = (InstrumentId(id()), Some(VersionId(id())));
    let outcome = Outcome::Read { instrument, version, found, repeated: false };
    store.finish_intake(first, outcome, minute(5)).await.unwrap();
    let done = row(store, first).await;
    assert_eq!((done.state, done.kept, done.finished_at), (IntakeState::Done, false, Some(minute(5))));
    assert_eq!((done.found, done.instrument, done.version), (Some(found), Some(instrument), version));
    assert!(store.intake_bytes(first).await.unwrap().is_empty());
    assert!(!store.retry_intake(first).await.unwrap());
}

async fn what_failed_can_be_tried_again(store: &Store, second: Uuid) {
    assert_eq!(store.claim_intake(Lane::Texts).await.unwrap().unwrap().file.id, second);
    assert!(!store.cancel_intake(second, minute(6)).await.unwrap(), "it is being read");
    assert!(!store.forget_intake(second).await.unwrap());
    let failed = |keep| Outcome::Failed { error: "empty".to_owned(), keep };
    store.finish_intake(second, failed(true), minute(6)).await.unwrap();
    assert!(store.retry_intake(second).await.unwrap());
    assert_eq!(store.intake_bytes(second).await.unwrap(), b"two");
    assert_eq!(store.claim_intake(Lane::Texts).await.unwrap().unwrap().attempts, 1, "a new try counts anew");
    store.finish_intake(second, failed(false), minute(7)).await.unwrap();
    assert!(!store.retry_intake(second).await.unwrap(), "its bytes are gone");
    assert!(store.intake_bytes(second).await.unwrap().is_empty());
}

async fn what_waits_can_be_taken_back(store: &Store, third: Uuid) {
    assert!(store.cancel_intake(third, minute(8)).await.unwrap());
    assert!(!store.cancel_intake(third, minute(8)).await.unwrap());
    assert_eq!(row(store, third).await.state, IntakeState::Cancelled);
    assert!(store.intake_bytes(third).await.unwrap().is_empty());
    assert_eq!(store.claim_intake(Lane::Texts).await.unwrap(), None);
}

async fn a_scan_waits_among_scans(store: &Store) {
    let (scan, text) = (hand_in(store, id(), 0, "s.pdf", b"scan"), hand_in(store, id(), 1, "t.txt", b"text"));
    let (scan, text) = (scan.await, text.await);
    let claimed = |lane| async move { store.claim_intake(lane).await.unwrap().map(|row| row.file.id) };
    store.send_to_scans(scan).await.unwrap();
    assert_eq!(row(store, scan).await.lane, Lane::Texts, "only what is being read turns out to be a scan");
    assert_eq!(claimed(Lane::Scans).await, None);
    assert_eq!(claimed(Lane::Texts).await, Some(scan));
    store.send_to_scans(scan).await.unwrap();
    let sent = row(store, scan).await;
    assert_eq!((sent.state, sent.lane, sent.attempts), (IntakeState::Waiting, Lane::Scans, 0));
    assert_eq!(claimed(Lane::Texts).await, Some(text), "the next file passes it");
    assert_eq!(claimed(Lane::Scans).await, Some(scan));
    assert_eq!(store.resume_intake(Lane::Texts, 3).await.unwrap(), 1, "one lane leaves the other alone");
    assert_eq!(row(store, scan).await.state, IntakeState::Reading);
    for file in [scan, text] {
        let failed = Outcome::Failed { error: "scanned".to_owned(), keep: true };
        store.finish_intake(file, failed, minute(9)).await.unwrap();
        assert!(store.retry_intake(file).await.unwrap());
    }
    assert_eq!(row(store, scan).await.lane, Lane::Scans, "it stays a scan when it is tried again");
    for file in [scan, text] {
        assert!(store.cancel_intake(file, minute(9)).await.unwrap());
        assert!(store.forget_intake(file).await.unwrap());
    }
}

async fn a_file_that_is_not_taken_is_said(store: &Store, batch: Uuid) {
    let refused = IntakeFile {
        id: id(),
        batch,
        place: 3,
        file_name: "d.txt".to_owned(),
        bytes: 9,
        language: None,
        actor: AccountId(Uuid::from_u128(1)),
        created_at: minute(3),
    };
    store.put_intake(refused.clone(), Err("too-large")).await.unwrap();
    let row = row(store, refused.id).await;
    assert_eq!((row.state, row.kept, row.error.as_deref()), (IntakeState::Failed, false, Some("too-large")));
    assert!(store.intake_bytes(refused.id).await.unwrap().is_empty());
}

async fn batches_are_counted_and_forgotten(store: &Store, batch: Uuid) {
    let later = id();
    let waiting = hand_in(store, later, 10, "e.txt", b"five").await;
    let batches = store.intake_batches(10).await.unwrap();
    let counts: Vec<_> = batches.iter().map(|of| (of.batch, of.files, of.done, of.failed, of.left)).collect();
    assert_eq!(counts, [(later, 1, 0, 0, 1), (batch, 4, 1, 2, 0)]);
    assert_eq!(store.intake_batches(1).await.unwrap().len(), 1);
    let names: Vec<String> =
        store.intake_of_batch(batch).await.unwrap().into_iter().map(|row| row.file.file_name).collect();
    assert_eq!(names, ["a.txt", "b.txt", "c.txt", "d.txt"]);
    assert!(store.forget_intake(last_of(store, batch).await).await.unwrap());
    assert_eq!(store.forget_old_intake(minute(100)).await.unwrap(), 3);
    assert_eq!(row(store, waiting).await.state, IntakeState::Waiting, "what waits is never forgotten");
    assert!(store.cancel_intake(waiting, minute(11)).await.unwrap());
    assert_eq!(store.forget_old_intake(minute(100)).await.unwrap(), 1);
}

/// The last file of a batch.
async fn last_of(store: &Store, batch: Uuid) -> Uuid {
    store.intake_of_batch(batch).await.unwrap().last().unwrap().file.id
}
