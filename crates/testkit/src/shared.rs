//! Where things are that tests need: the shared documents, which may be missing, and the locality
//! of the project.

use haidang_app::{Locality, LocalityError};
use std::path::PathBuf;

/// A path in the folder of shared documents: `HAIDANG_SHARED`, or `shared` beside the project.
/// `None`, after a line that says so, where the folder is missing.
///
/// # Panics
/// Where `CI` is set and the folder is missing: a test must not pass there by being skipped.
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder =
        std::env::var_os("HAIDANG_SHARED").map_or_else(|| project().join("../shared"), PathBuf::from);
    let wanted = folder.join(path);
    if wanted.exists() {
        return Some(wanted);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing; set HAIDANG_SHARED", wanted.display());
    eprintln!("skipped: {} is missing; set HAIDANG_SHARED", wanted.display());
    None
}

/// The root of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The locality that the project brings.
///
/// # Errors
/// When its folder is wrong.
pub fn hai_phong() -> Result<Locality, LocalityError> {
    Locality::read(&project().join("localities/hai-phong"))
}
