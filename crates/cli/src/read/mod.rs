//! `haidang read`: what documents say. Documents come from files, folders, archives and patterns, are
//! read on all processors, and leave in the order in which they came.

mod form;
mod inputs;
mod manifest;
mod pool;
mod table;

use crate::arguments::{Read, ReadFormat, ReadLanguage};
use crate::decode::Apart;
use crate::error::Failure;
use crate::keep::progress_bar;
use form::Form;
use haidang_reading::Language;
use indicatif::ProgressBar;
use inputs::{Document, Inputs};
use manifest::{Folder, Kept};
use std::io::{ErrorKind, IsTerminal as _, Write};
use std::process::ExitCode;
use std::time::Instant;

pub(crate) fn run(read: &Read) -> Result<ExitCode, Failure> {
    let form = form(read);
    let inputs = Inputs::list(&read.files);
    if form.format == ReadFormat::Akn && read.out.is_none() && inputs.may_be_several() {
        return Err(Failure::Usage("several documents as Akoma Ntoso need a folder: --out DIR".to_owned()));
    }
    let folder = read.out.as_deref().map(|folder| Folder::open(folder, &form)).transpose()?;
    let jobs = read.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, Into::into);
    let mut tally = Tally::new(read, &inputs);
    let work = |document: Document| one(&form, folder.as_ref(), document);
    let written = pool::in_order(jobs, inputs.documents(), work, |done| tally.take(folder.as_ref(), done));
    tally.finish();
    match written {
        Err(Failure::Io(error)) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
        written => written?,
    }
    if tally.read + tally.kept + tally.failed == 0 {
        return Err(Failure::Usage("no documents there".to_owned()));
    }
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn form(read: &Read) -> Form {
    let by_place = if read.out.is_some() { ReadFormat::Json } else { ReadFormat::Table };
    let format = match read.format {
        Some(format) => format,
        None if read.jsonl => ReadFormat::Jsonl,
        None if read.json => ReadFormat::Json,
        None => by_place,
    };
    let language = read.language.map(|language| match language {
        ReadLanguage::Vi => Language::Vi,
        ReadLanguage::En => Language::En,
        ReadLanguage::Fr => Language::Fr,
    });
    Form { format, language, country: read.country.clone(), decoder: Apart::within(&read.limits) }
}

/// What became of one document.
enum Done {
    /// Read: what to print (nothing where it went into a file), and what to remember of the file.
    Read { text: String, kept: Option<Kept>, bytes: usize, findings: usize },
    /// Read by an earlier run.
    Kept,
    /// Not read, with what is wrong and where.
    Failed(String),
}

fn one(form: &Form, folder: Option<&Folder>, document: Document) -> Done {
    let Document { name, file, content } = document;
    let bytes = match content.bytes() {
        Ok(bytes) => bytes,
        Err(problem) => return Done::Failed(format!("{name}: {problem}")),
    };
    let entry = folder.map(|folder| folder.entry(&name, &bytes));
    if let (Some(folder), Some(entry)) = (folder, &entry)
        && folder.has(entry)
    {
        return Done::Kept;
    }
    let (text, findings) = match form.written(&name, &bytes) {
        Ok(written) => written,
        Err(problem) => return Done::Failed(problem),
    };
    let Some((folder, entry)) = folder.zip(entry) else {
        return Done::Read { text, kept: None, bytes: bytes.len(), findings };
    };
    match folder.write(entry, &file, &text) {
        Ok(kept) => Done::Read { text: String::new(), kept: Some(kept), bytes: bytes.len(), findings },
        Err(error) => Done::Failed(format!("{name}: {error}")),
    }
}

/// Counts, prints, and shows how far it is.
struct Tally {
    read: usize,
    kept: usize,
    failed: usize,
    bytes: usize,
    findings: usize,
    started: Instant,
    several: bool,
    bar: Option<ProgressBar>,
}

impl Tally {
    fn new(read: &Read, inputs: &Inputs) -> Self {
        let several = inputs.may_be_several();
        let shown = several && std::io::stderr().is_terminal();
        // A bar between printed readings would be in their way.
        let shown = shown && (read.out.is_some() || !std::io::stdout().is_terminal());
        let bar = shown.then(|| progress_bar(inputs.len()));
        Self { read: 0, kept: 0, failed: 0, bytes: 0, findings: 0, started: Instant::now(), several, bar }
    }

    fn take(&mut self, folder: Option<&Folder>, done: Done) -> Result<(), Failure> {
        match done {
            Done::Read { text, kept, bytes, findings } => {
                if let Some((folder, kept)) = folder.zip(kept) {
                    folder.remember(&kept)?;
                }
                std::io::stdout().lock().write_all(text.as_bytes())?;
                self.read += 1;
                self.bytes += bytes;
                self.findings += findings;
            }
            Done::Kept => self.kept += 1,
            Done::Failed(message) => {
                self.failed += 1;
                match &self.bar {
                    Some(bar) => bar.println(format!("haidang: {message}")),
                    None => eprintln!("haidang: {message}"),
                }
            }
        }
        if let Some(bar) = &self.bar {
            bar.inc(1);
            // Entries of an archive are known only when it is opened.
            bar.set_length(bar.length().unwrap_or_default().max(bar.position()));
        }
        Ok(())
    }

    fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        if !self.several {
            return;
        }
        let kept = if self.kept > 0 { format!(", {} read before", self.kept) } else { String::new() };
        // Figures to look at: a rounded last digit does no harm.
        #[allow(clippy::cast_precision_loss)]
        let megabytes = self.bytes as f64 / 1e6;
        let seconds = self.started.elapsed().as_secs_f64();
        eprintln!(
            "{} read, {} not{kept}; {megabytes:.1} MB in {seconds:.1} s, {:.1} MB/s; {} findings",
            self.read,
            self.failed,
            megabytes / seconds.max(1e-9),
            self.findings
        );
    }
}
