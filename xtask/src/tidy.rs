//! `cargo xtask tidy`.

pub(crate) fn run() -> Result<(), String> {
    Ok(())
}
