//! Starting the worker, talking to it, and ending it with whatever it started.

use super::{LONGEST_ANSWER, limits};
use crate::arguments::DecodeLimits;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// What the worker needs of our environment: where programs, libraries and their data are. Passwords that
/// stand in there are none of its business.
const PASSED_ON: [&str; 4] = ["PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SYSTEMROOT"];
/// How much of what the worker complains of is kept.
const COMPLAINT: u64 = 8 << 10;

/// How it came to an end without the answer that was waited for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The time was over.
    TooLate {
        /// How much it had, in seconds.
        seconds: u64,
    },
    /// It asked for more memory than it may have.
    OutOfMemory,
    /// It said more than is listened to.
    TooLong,
    /// Otherwise, and how.
    Broken(String),
}

/// What a line of the worker means for the waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// It was the answer.
    Enough,
    /// Its time begins anew, within what it has in all.
    MoreTime,
    /// It was none of its answers.
    Nothing,
}

/// A worker that was started.
pub(super) struct Process {
    child: Child,
    time: Time,
}

/// How long is waited.
#[derive(Debug, Clone, Copy)]
struct Time {
    /// For one answer, in seconds.
    each: u64,
    /// For all of them, in seconds.
    in_all: u64,
}

impl Process {
    /// Starts a worker within these limits.
    pub(super) fn start(limits: &DecodeLimits) -> std::io::Result<Self> {
        let mut command = Command::new(own_program()?);
        command.arg("decode").args(limits.as_arguments());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.env_clear();
        let passed_on = PASSED_ON.iter().filter_map(|name| Some((name, std::env::var_os(name)?)));
        command.envs(passed_on);
        limits::in_a_group(&mut command);
        let each = limits.decode_seconds;
        let time = Time { each, in_all: limits.decode_scan_seconds.max(each) };
        Ok(Self { child: command.spawn()?, time })
    }

    /// Says all of this, and gives each line that comes to `heard` until that has heard enough or nothing
    /// more comes. Nothing of the worker is left afterwards.
    pub(super) fn talk(mut self, said: &[&[u8]], mut heard: impl FnMut(&[u8]) -> Heard) -> Ended {
        let (stdin, stdout) = (self.child.stdin.take(), self.child.stdout.take());
        let stderr = self.child.stderr.take();
        let (to, lines) = sync_channel(1);
        thread::scope(|scope| {
            scope.spawn(move || say(stdin, said));
            scope.spawn(move || stdout.map(|stdout| listen(stdout, &to)));
            let complaint = scope.spawn(move || stderr.map(complaint).unwrap_or_default());
            let stopped = wait(&lines, self.time, &mut heard);
            drop(lines);
            limits::end_group(&mut self.child);
            let status = self.child.wait();
            let complaint = complaint.join().unwrap_or_default();
            stopped.unwrap_or_else(|| ended(status, &complaint, self.time))
        })
    }
}

/// This program. What runs stays there under this name on Linux, also when an update has replaced the file.
fn own_program() -> std::io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok(PathBuf::from("/proc/self/exe")) } else { std::env::current_exe() }
}

/// A worker that ends early closes the pipe: what it said before tells why.
fn say(stdin: Option<ChildStdin>, said: &[&[u8]]) {
    let Some(mut stdin) = stdin else { return };
    let _ = said.iter().try_for_each(|part| stdin.write_all(part));
}

/// Sends what comes on line by line; `None` where it is too much.
fn listen(stdout: impl Read, to: &SyncSender<Option<Vec<u8>>>) {
    let most = u64::try_from(LONGEST_ANSWER).unwrap_or(u64::MAX);
    let mut stdout = BufReader::new(stdout).take(most);
    loop {
        let mut line = Vec::new();
        let read = stdout.read_until(b'\n', &mut line).unwrap_or_default();
        let whole = line.pop() == Some(b'\n');
        let sent = match (read, whole) {
            (_, true) => to.send(Some(line)),
            _ if stdout.limit() == 0 => to.send(None),
            _ => return,
        };
        if sent.is_err() || !whole {
            return;
        }
    }
}

/// The start of what is complained of; the rest is taken and thrown away, so that nobody waits.
fn complaint(mut stderr: impl Read) -> String {
    let mut start = Vec::new();
    let _ = (&mut stderr).take(COMPLAINT).read_to_end(&mut start);
    let _ = std::io::copy(&mut stderr, &mut std::io::sink());
    String::from_utf8_lossy(&start).into_owned()
}

/// Waits for lines until enough was heard; says what stopped it from this side.
fn wait(
    lines: &Receiver<Option<Vec<u8>>>,
    time: Time,
    heard: &mut impl FnMut(&[u8]) -> Heard,
) -> Option<Ended> {
    let (each, end) = (Duration::from_secs(time.each), Instant::now() + Duration::from_secs(time.in_all));
    let next = || (Instant::now() + each).min(end);
    let mut until = next();
    loop {
        let line = match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(Some(line)) => line,
            Ok(None) => return Some(Ended::TooLong),
            Err(RecvTimeoutError::Timeout) => {
                let seconds = if until == end { time.in_all } else { time.each };
                return Some(Ended::TooLate { seconds });
            }
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        match heard(&line) {
            Heard::Enough => return None,
            Heard::MoreTime => until = next(),
            Heard::Nothing => {}
        }
    }
}

fn ended(status: std::io::Result<ExitStatus>, complaint: &str, time: Time) -> Ended {
    // The words of Rust's allocator, of its vectors, of C++ and of Leptonica.
    let memory = ["memory allocation of", "capacity overflow", "std::bad_alloc", "Cannot allocate memory"];
    match status {
        _ if memory.iter().any(|words| complaint.contains(words)) => Ended::OutOfMemory,
        Ok(status) if limits::is_out_of_time(status) => Ended::TooLate { seconds: time.each },
        Ok(_) if complaint.contains("overflowed its stack") => {
            Ended::Broken("its parts are nested too deep".to_owned())
        }
        Ok(status) => Ended::Broken(status.to_string()),
        Err(error) => Ended::Broken(error.to_string()),
    }
}
