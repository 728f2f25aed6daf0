//! A PostgreSQL to throw away: its own data folder, its own port, no durability, gone at the end.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The account of the system under which the server runs when the tests run as root, as which it
/// refuses to run.
const SYSTEM_ACCOUNT: &str = "postgres";

/// How often another port is tried when somebody took the free one first.
const ATTEMPTS: u32 = 3;

/// A running server with one empty database. Dropped, it stops and its files go.
#[derive(Debug)]
pub struct Cluster {
    folder: TempDir,
    tools: Tools,
    port: u16,
}

/// The programs of PostgreSQL, and how they are run here.
#[derive(Debug, Clone)]
struct Tools {
    binaries: PathBuf,
    as_system_account: bool,
}

impl Cluster {
    /// Starts a server. `None` where PostgreSQL is not installed.
    ///
    /// # Errors
    ///
    /// When PostgreSQL is installed and does not start; the error holds what it said.
    pub fn start() -> io::Result<Option<Self>> {
        let Some(tools) = Tools::find() else { return Ok(None) };
        let folder = tempfile::Builder::new().prefix("haidang-postgres-").tempdir()?;
        if tools.as_system_account {
            run(Command::new("chown").arg(SYSTEM_ACCOUNT).arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        run(tools.command("initdb", folder.path()).arg("--pgdata").arg(&data).args([
            "--username",
            "postgres",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C.UTF-8",
            "--no-sync",
        ]))?;
        let mut port = free_port()?;
        for attempt in 1..=ATTEMPTS {
            match tools.start(folder.path(), &data, port) {
                Ok(()) => break,
                Err(error) if attempt == ATTEMPTS => return Err(error),
                Err(_) => port = free_port()?,
            }
        }
        Ok(Some(Self { folder, tools, port }))
    }

    /// The address of its database.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let mut stop = self.tools.command("pg_ctl", self.folder.path());
        stop.arg("--pgdata").arg(data).args(["--mode", "immediate", "--silent", "--wait", "stop"]);
        // A server that does not stop is none that a test can do anything about.
        let _ = run(&mut stop);
    }
}

impl Tools {
    /// The programs of the PostgreSQL that is installed, if one is.
    fn find() -> Option<Self> {
        let asked = Command::new("pg_config").arg("--bindir").stderr(Stdio::null()).output().ok();
        let named = asked.and_then(|output| String::from_utf8(output.stdout).ok());
        let named = named.map(|folder| PathBuf::from(folder.trim()));
        let binaries = named.into_iter().chain(packaged()).find(|folder| {
            ["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file())
        })?;
        Some(Self { binaries, as_system_account: is_root() })
    }

    /// A program of PostgreSQL. It runs in a folder that its account may enter.
    fn command(&self, program: &str, folder: &Path) -> Command {
        let program = self.binaries.join(program);
        let mut command = if self.as_system_account {
            let mut command = Command::new("runuser");
            command.args(["-u", SYSTEM_ACCOUNT, "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(folder);
        command
    }

    /// Starts the server and waits until it answers.
    fn start(&self, folder: &Path, data: &Path, port: u16) -> io::Result<()> {
        let settings = format!(
            "-p {port} -k {} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off \
             -c full_page_writes=off -c max_connections=60",
            folder.display()
        );
        let log = folder.join("log");
        let mut start = self.command("pg_ctl", folder);
        start.arg("--pgdata").arg(data).arg("--log").arg(&log).arg("--options").arg(settings);
        run(start.args(["--silent", "--wait", "start"])).map_err(|error| {
            let said = fs::read_to_string(&log).unwrap_or_default();
            io::Error::other(format!("{error}\n{said}"))
        })
    }
}

/// Where Debian puts the programs, the newest first.
fn packaged() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let number =
        |path: &Path| path.file_name().and_then(OsStr::to_str).and_then(|name| name.parse::<u32>().ok());
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path()).collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(number(folder)));
    folders.into_iter().map(|folder| folder.join("bin")).collect()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A port that is free now.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Runs a command to its end. What it said is in the error when it fails.
fn run(command: &mut Command) -> io::Result<()> {
    let output = command.stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("{command:?} failed ({}): {said}", output.status)))
}
