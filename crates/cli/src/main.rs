//! The program `haidang`: serves the pages, reads documents, and keeps the journal in order.

mod arguments;
mod bench;
mod decode;
mod error;
mod keep;
mod open;
mod read;
mod serve;

use arguments::{Arguments, Verb};
use clap::Parser as _;
use error::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let logged = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(logged).with_writer(std::io::stderr).init();
    match run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("haidang: {failure}");
            if matches!(failure, Failure::Usage(_)) { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match &arguments.verb {
        Verb::Read(read) => return read::run(read),
        Verb::Decode(limits) => return decode::run(limits),
        _ => {}
    }
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        match arguments.verb {
            Verb::Serve(serve) => serve::run(&arguments.place, &serve).await,
            Verb::Verify => keep::verify(&arguments.place).await,
            Verb::Rebuild => keep::rebuild(&arguments.place).await,
            Verb::Export(export) => keep::export(&arguments.place, export).await,
            Verb::Backup { file } => keep::backup(&arguments.place, &file).await,
            Verb::Restore { file } => keep::restore(&arguments.place, &file).await,
            Verb::Seed { tasks } => keep::seed(&arguments.place, tasks).await,
            Verb::Bench(bench) => bench::run(&arguments.place, &bench).await,
            Verb::Read(read) => read::run(&read),
            Verb::Decode(limits) => decode::run(&limits),
        }
    })
}
