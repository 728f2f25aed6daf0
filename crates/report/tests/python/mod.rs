//! A Python with some packages, in a virtual environment under `target/venv` that is made where it
//! is missing.

use haidang_testkit::shared::project;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The interpreter of an environment in which these packages (`name==version`, blank between two) are
/// installed. `None`, after a line that says so, where that cannot be done.
///
/// # Panics
/// Where `CI` is set and it cannot be done: a test must not pass there by being skipped.
pub(crate) fn with(packages: &str) -> Option<PathBuf> {
    let folder = project().join("target/venv");
    let python = folder.join("bin/python3");
    let marker = folder.join("installed");
    if std::fs::read_to_string(&marker).is_ok_and(|installed| installed == packages) {
        return Some(python);
    }
    let made = run(Command::new("python3").args(["-m", "venv"]).arg(&folder))
        .and_then(|()| {
            run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages.split(' ')))
        })
        .and_then(|()| std::fs::write(&marker, packages).map_err(|error| error.to_string()));
    match made {
        Ok(()) => Some(python),
        Err(problem) => {
            assert!(std::env::var_os("CI").is_none(), "no Python with {packages}: {problem}");
            eprintln!("skipped: no Python with {packages}: {problem}");
            None
        }
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
