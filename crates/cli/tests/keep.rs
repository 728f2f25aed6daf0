//! Keeping the journal in order while the server runs: verify, rebuild, export, backup, restore,
//! and a start that is quick and loses nothing.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use haidang_testkit::postgres::Cluster;
use haidang_testkit::shared::project;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn haidang(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_haidang"));
    command.current_dir(project()).arg("--data").arg(data);
    command
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    haidang(data).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A running server; dropped, it is ended.
struct Server(Child);

impl Server {
    fn start(data: &Path, listen: &str) -> Self {
        let child = haidang(data).args(["serve", "--listen", listen]).stderr(Stdio::piped()).spawn().unwrap();
        let mut server = Self(child);
        let mut lines = BufReader::new(server.0.stderr.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("stop with Ctrl+C")), "the server did not start");
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

#[test]
fn the_journal_is_kept_while_the_server_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let _server = Server::start(&data, &free_port());

    let verified = run(&data, &["verify"]);
    assert!(verified.status.success() && out(&verified).contains("the chain is whole"), "{}", out(&verified));
    let rebuilt = run(&data, &["rebuild"]);
    assert!(rebuilt.status.success() && out(&rebuilt).contains("as the journal says"), "{}", out(&rebuilt));

    let before = out(&run(&data, &["export", "events"]));
    let first: serde_json::Value = serde_json::from_str(before.lines().next().unwrap()).unwrap();
    assert_eq!(first.pointer("/recorded/seq"), Some(&serde_json::json!(1)));

    let copy = folder.path().join("copy.db");
    assert!(run(&data, &["backup", copy.to_str().unwrap()]).status.success());
    assert!(
        !run(&data, &["backup", copy.to_str().unwrap()]).status.success(),
        "a copy must not be overwritten"
    );
    assert!(run(&data, &["seed", "--tasks", "50"]).status.success());
    assert!(out(&run(&data, &["export", "events"])).lines().count() > before.lines().count());
    let restored = run(&data, &["restore", copy.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    assert_eq!(out(&run(&data, &["export", "events"])), before);
    assert!(out(&run(&data, &["verify"])).contains("the chain is whole"));
}

#[test]
fn started_again_nothing_is_taken_in_twice_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    drop(Server::start(folder.path(), &free_port()));
    let first = out(&run(folder.path(), &["export", "events"]));
    drop(Server::start(folder.path(), &free_port()));
    assert_eq!(out(&run(folder.path(), &["export", "events"])), first);
}

#[test]
fn the_same_on_postgresql() {
    let Some(cluster) = Cluster::start().unwrap() else {
        assert!(std::env::var_os("CI").is_none(), "PostgreSQL is missing");
        eprintln!("skipped: PostgreSQL is missing");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let url = cluster.url();
    let on = |arguments: &[&str]| {
        haidang(folder.path()).args(["--database", &url]).args(arguments).output().unwrap()
    };
    assert!(on(&["seed", "--tasks", "20"]).status.success());
    assert!(out(&on(&["verify"])).contains("the chain is whole"));
    assert!(out(&on(&["rebuild"])).contains("as the journal says"));
    // A copy that SQLite wrote goes into PostgreSQL, event for event.
    let sqlite = folder.path().join("sqlite");
    let copy = folder.path().join("copy.db");
    assert!(run(&sqlite, &["seed", "--tasks", "3"]).status.success());
    assert!(run(&sqlite, &["backup", copy.to_str().unwrap()]).status.success());
    let restored = on(&["restore", copy.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    assert_eq!(out(&on(&["export", "events"])), out(&run(&sqlite, &["export", "events"])));
}

#[test]
fn the_demo_signs_nobody_in_from_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["serve", "--demo", "--listen", "0.0.0.0:0"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("loopback"));
}

#[test]
fn a_wrong_locality_is_told_with_file_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let locality = folder.path().join("locality");
    std::fs::create_dir(&locality).unwrap();
    for entry in std::fs::read_dir(project().join("localities/hai-phong")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, locality.join(path.file_name().unwrap())).unwrap();
    }
    let targets = locality.join("targets.csv");
    let text = std::fs::read_to_string(&targets).unwrap();
    std::fs::write(&targets, text.replacen("comparator", "comparer", 1)).unwrap();
    let output = haidang(&folder.path().join("data"))
        .args(["--locality", locality.to_str().unwrap(), "seed", "--tasks", "1"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("targets.csv, line 1: unknown column `comparer`"), "{said}");
}
