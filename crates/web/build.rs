//! Makes sure that there is a folder of built assets to embed, so that a fresh clone checks
//! without Node, and says what is missing when there is nothing in it.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=dist");
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let dist = Path::new(&root).join("dist");
    fs::create_dir_all(&dist)?;
    if !dist.join("app.css").is_file() {
        println!(
            "cargo::warning=crates/web/dist is empty: the pages will have no styles. \
             Run `npm ci && npm run build` in crates/web."
        );
    }
    Ok(())
}
