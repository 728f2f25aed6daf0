//! `kill -9` in the middle of a stream of writes: every write that was acknowledged is there
//! afterwards, the chain is whole, and the tables are what the journal says. Fifty rounds on one
//! database.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use haidang_domain::{AccountId, Classification, CommandId, Event, Noun, StreamId, task};
use haidang_store::{Append, Batch, Store};
use jiff::{Timestamp, civil::date};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;
use uuid::Uuid;

const ROUNDS: u64 = 50;
/// The environment variable that makes this program the writer, with the address of the database.
const WRITER: &str = "HAIDANG_CRASH_WRITER";

fn write(number: u64) -> Batch {
    let stream = StreamId { noun: Noun::Task, id: Uuid::now_v7() };
    let created = task::Event::Created {
        statement: format!("Nhiệm vụ {number}"),
        origin: None,
        lead: Vec::new(),
        coordinating: Vec::new(),
        deadline: None,
        classification: Classification::Public,
    };
    Batch {
        command: CommandId(Uuid::now_v7()),
        actor: AccountId(Uuid::nil()),
        recorded_at: Timestamp::now(),
        effective_on: date(2026, 1, 15),
        authority: None,
        appends: vec![Append { stream, expected_version: 0, events: vec![Event::Task(created)] }],
        texts: vec![format!("text {number}")],
    }
}

/// The writer: commits until it is killed, and says each acknowledged place on its standard output.
#[tokio::test]
async fn writer() {
    let Ok(url) = std::env::var(WRITER) else { return };
    let store = Store::open(&url).await.unwrap();
    for number in 0_u64.. {
        let committed = store.commit(write(number)).await.unwrap();
        println!("acknowledged {}", committed.last_seq);
        std::io::stdout().flush().unwrap();
    }
}

#[tokio::test]
async fn every_acknowledged_write_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("crash.db").display());
    drop(Store::open(&url).await.unwrap());
    let mut before = 0;
    for round in 0..ROUNDS {
        let acknowledged = killed_writer(&url, round).max(before);
        let store = Store::open(&url).await.unwrap();
        let verification = store.verify().await.unwrap();
        assert_eq!(verification.problems, Vec::<String>::new(), "round {round}");
        assert!(
            verification.events >= acknowledged,
            "round {round}: {} < {acknowledged}",
            verification.events
        );
        assert!(
            verification.events <= acknowledged + 1,
            "round {round}: more than one write was not acknowledged"
        );
        before = verification.events;
    }
    assert!(before > ROUNDS, "the writers hardly wrote: {before} events");
    let rebuilt = Store::open(&url).await.unwrap().rebuild().await.unwrap();
    assert!(rebuilt.is_clean(), "{rebuilt:?}");
}

/// Starts a writer, kills it after some acknowledged writes, and returns the last of them.
fn killed_writer(url: &str, round: u64) -> u64 {
    let program = std::env::current_exe().unwrap();
    let arguments = ["writer", "--exact", "--nocapture", "--test-threads=1"];
    let mut child = Command::new(program)
        .args(arguments)
        .env(WRITER, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = 0;
    let wanted = 1 + round * 7 % 13;
    let mut seen = 0;
    for line in lines {
        let Some(seq) = line.unwrap().split("acknowledged ").nth(1).and_then(|seq| seq.trim().parse().ok())
        else {
            continue;
        };
        acknowledged = seq;
        seen += 1;
        if seen == wanted {
            // Not at once: the kill shall fall into the next write at another place each round.
            std::thread::sleep(Duration::from_micros(round * 137 % 1_900));
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    acknowledged
}
