//! `kill -9` while files are handed in and read: every file that was acknowledged is read in the end,
//! and none of them twice. Ten rounds on one database.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use haidang_app::{App, InThisProcess, SystemClock};
use haidang_domain::CommandId;
use haidang_store::{InstrumentFilter, IntakeState};
use haidang_testkit::shared::hai_phong;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

const ROUNDS: u64 = 10;
/// The environment variable that makes this program the one that is killed, with the address of the
/// database.
const SERVER: &str = "HAIDANG_INTAKE_SERVER";
const LONG: Duration = Duration::from_mins(2);

async fn open(url: &str) -> App {
    let app =
        App::open(url, hai_phong().unwrap(), Arc::new(SystemClock), Arc::new(InThisProcess)).await.unwrap();
    app.load_locality().await.unwrap();
    app
}

/// A plan unlike any other.
fn plan() -> String {
    let number = Uuid::now_v7();
    format!(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nKẾ HOẠCH\nvề việc kiểm tra bến bãi lần {number}\n\n\
         1. Giao Sở Xây dựng rà soát các bến bãi, báo cáo trước ngày 30/6/2026.\n"
    )
}

/// The program that is killed: reads what waits, and hands in more and more, saying what was
/// acknowledged.
#[tokio::test(flavor = "multi_thread")]
async fn server() {
    let Ok(url) = std::env::var(SERVER) else { return };
    let app = open(&url).await;
    let clerk = app.demo_session().await.unwrap();
    tokio::spawn(app.clone().read_intake());
    loop {
        let mut handover = app.hand_over(&clerk, CommandId(app.new_id()), None).await.unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            handover.file(name, plan().into_bytes()).await.unwrap();
        }
        for file in handover.end().1 {
            println!("acknowledged {file}");
        }
        std::io::stdout().flush().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_file_is_read_once_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("intake.db").display());
    let mut acknowledged = BTreeSet::new();
    drop(open(&url).await);
    for round in 0..ROUNDS {
        acknowledged.extend(killed_server(&url, round));
    }
    assert!(acknowledged.len() > 20, "hardly anything was handed in: {}", acknowledged.len());

    let app = open(&url).await;
    tokio::spawn(app.clone().read_intake());
    // What was cut off five times waits for a person to say that it is worth another try.
    let files: Vec<Uuid> = acknowledged.iter().copied().collect();
    for file in &files {
        app.intake_soon(*file, LONG).await.unwrap();
    }
    app.retry_intake(&app.demo_session().await.unwrap(), &files).await.unwrap();
    let mut versions = BTreeSet::new();
    for file in &acknowledged {
        let row = app.intake_soon(*file, LONG).await.unwrap().unwrap();
        assert_eq!((row.state, row.repeated), (IntakeState::Done, false), "{row:?}");
        assert!(versions.insert(row.version), "two files became one version: {row:?}");
    }
    // Files of the last batch of a round may be here without having been acknowledged.
    let instruments = app.store().instruments(&InstrumentFilter::default(), app.as_at(None)).await.unwrap();
    let most = acknowledged.len() as u64 + ROUNDS * 3 + 50;
    assert!(instruments.total <= most, "{} instruments of {} files", instruments.total, acknowledged.len());
    assert_eq!(app.store().verify().await.unwrap().problems, Vec::<String>::new());
    assert!(app.store().rebuild().await.unwrap().is_clean());
}

/// Starts a server, kills it after some acknowledged files, and returns them.
fn killed_server(url: &str, round: u64) -> Vec<Uuid> {
    let arguments = ["server", "--exact", "--nocapture", "--test-threads=1"];
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(arguments)
        .env(SERVER, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = Vec::new();
    let wanted = 1 + (round * 5 % 7) as usize;
    for line in lines {
        let line = line.unwrap();
        let Some(file) = line.split("acknowledged ").nth(1).and_then(|file| file.trim().parse().ok()) else {
            continue;
        };
        acknowledged.push(file);
        if acknowledged.len() == wanted {
            // Not at once: the kill shall fall into another place each round.
            std::thread::sleep(Duration::from_micros(round * 4_137 % 19_000));
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    acknowledged
}
