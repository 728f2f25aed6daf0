//! What can be asked of the program on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// Haidang follows what a government has resolved to do.
#[derive(Debug, Parser)]
#[command(name = "haidang", version, about, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Where the programme is kept.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The folder for the database
    #[arg(long, global = true, default_value = "data", env = "HAIDANG_DATA")]
    pub(crate) data: PathBuf,
    /// Another database than the SQLite file in the data folder: postgres://user@host/name
    #[arg(long, global = true, env = "HAIDANG_DATABASE", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// The folder of the locality
    #[arg(long, global = true, default_value = "localities/hai-phong", env = "HAIDANG_LOCALITY")]
    pub(crate) locality: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Serve the pages
    Serve(Serve),
    /// Say what documents say
    Read(Read),
    /// Check the hash chain of the journal
    Verify,
    /// Make all tables again from the journal and report any difference
    Rebuild,
    /// Write the journal out
    Export(Export),
    /// Write a copy of the database to a file, while it is in use
    Backup {
        /// The file, which must not exist yet
        file: PathBuf,
    },
    /// Put a copy back in the place of the present data, while it is in use
    Restore {
        /// A file that `backup` wrote
        file: PathBuf,
    },
    /// Add made-up tasks, to try the pages at the size of a city
    Seed {
        /// How many
        #[arg(long, default_value_t = 1_000)]
        tasks: usize,
    },
    /// Measure, and print the figures as a table
    Bench(Bench),
    /// Decode one file: what `serve` and `read` start for files that must be unpacked
    #[command(hide = true)]
    Decode(DecodeLimits),
}

/// Seconds that can be waited: up to a week.
const SECONDS: RangeInclusive<u64> = 1..=604_800;

/// What decoding one file may take. A file that needs more is refused, and nothing else is harmed.
#[derive(Debug, Clone, Args)]
#[allow(clippy::struct_field_names, reason = "each is the name of an option")]
pub(crate) struct DecodeLimits {
    /// Most memory for decoding one file, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 2048, env = "HAIDANG_DECODE_MEMORY")]
    pub(crate) decode_memory: u64,
    /// Most time for decoding one file, or one page of a scan, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 120, env = "HAIDANG_DECODE_SECONDS")]
    #[arg(value_parser = value_parser!(u64).range(SECONDS))]
    pub(crate) decode_seconds: u64,
    /// Most time for recognising a scan with all its pages, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, env = "HAIDANG_DECODE_SCAN_SECONDS")]
    #[arg(value_parser = value_parser!(u64).range(SECONDS))]
    pub(crate) decode_scan_seconds: u64,
}

impl DecodeLimits {
    /// The same limits for a process that is started.
    pub(crate) fn as_arguments(&self) -> [String; 3] {
        [
            format!("--decode-memory={}", self.decode_memory),
            format!("--decode-seconds={}", self.decode_seconds),
            format!("--decode-scan-seconds={}", self.decode_scan_seconds),
        ]
    }
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Serve {
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Sign every visitor in as a demo clerk; only on a loopback address
    #[arg(long)]
    pub(crate) demo: bool,
    /// Mark cookies as secure: behind a proxy that speaks HTTPS
    #[arg(long)]
    pub(crate) secure_cookies: bool,
    #[command(flatten)]
    pub(crate) limits: DecodeLimits,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Read {
    /// Documents, folders, archives (.zip, .tar, .tar.gz) or patterns like `plans/**/*.txt`; `-` reads
    /// standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What to write: tables, or JSON files where there is `--out`
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<ReadFormat>,
    /// The same as `--format json`
    #[arg(long, conflicts_with_all = ["format", "jsonl"])]
    pub(crate) json: bool,
    /// The same as `--format jsonl`
    #[arg(long, conflicts_with = "format")]
    pub(crate) jsonl: bool,
    /// Write one file for each document into this folder; what is there already is not read again
    #[arg(long, value_name = "DIR", conflicts_with = "jsonl")]
    pub(crate) out: Option<PathBuf>,
    /// How many documents are read at once: as many as there are processors, unless said
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// The language of the documents, instead of finding out
    #[arg(long)]
    pub(crate) language: Option<ReadLanguage>,
    /// The country of the documents in Akoma Ntoso, instead of finding out: two letters of ISO 3166-1
    #[arg(long, value_name = "CODE", value_parser = country)]
    pub(crate) country: Option<String>,
    #[command(flatten)]
    pub(crate) limits: DecodeLimits,
}

/// A form in which readings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadFormat {
    /// Tables to look at
    Table,
    /// JSON, indented
    Json,
    /// JSON lines: one reading a line with its path, in the order of the documents
    Jsonl,
    /// Akoma Ntoso 3.0
    Akn,
    /// W3C Web Annotations, as JSON-LD
    Annotations,
}

fn country(code: &str) -> Result<String, String> {
    let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    if letters { Ok(code.to_ascii_lowercase()) } else { Err("two letters, like `vn`".to_owned()) }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ReadLanguage {
    /// Vietnamese
    Vi,
    /// English
    En,
    /// French
    Fr,
}

#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Export {
    /// What to write
    pub(crate) what: Exported,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Exported {
    /// The journal as JSON lines
    Events,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Bench {
    /// Documents to read: a folder
    #[arg(long, default_value = "../shared/documents/corpus")]
    pub(crate) documents: PathBuf,
    /// How many tasks the list has
    #[arg(long, default_value_t = 100_000)]
    pub(crate) tasks: usize,
    /// Where the table is written
    #[arg(long, default_value = "docs/reference/figures.md")]
    pub(crate) out: PathBuf,
}
