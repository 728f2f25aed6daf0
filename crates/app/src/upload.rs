//! A document comes in: bytes → text → reading → an instrument with findings to review.

use crate::identity::{Identified, Meant};
use crate::kind::{Instrument, Kind};
use crate::reading::{from_reading, remarks, stated, to_reading};
use crate::{App, AppError, Scans, Session};
use haidang_domain::instrument::{Category, Command, Details, Finding, FindingState, InstrumentKind, Stated};
use haidang_domain::{
    Classification, CommandId, InstrumentId, Language, Refusal, StreamId, VersionId, instrument,
};
use haidang_reading::{READER, ReadError, Reading};
use haidang_store::{Append, Found};
use sha2::{Digest, Sha256};

/// A document as a person hands it in.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the file, or `paste`.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The language to read it in; `None` to find out.
    pub language: Option<Language>,
    /// The press of the button.
    pub command: CommandId,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uploaded {
    /// The instrument that it belongs to.
    pub instrument: InstrumentId,
    /// The version that it is.
    pub version: Option<VersionId>,
    /// How much was found.
    pub found: Found,
    /// The same text was here already, before this command: nothing was written.
    pub repeated: bool,
    /// The language in which it was read.
    pub language: Language,
}

impl App {
    /// Takes a document in: reads it, finds the instrument that it is a version of or registers
    /// a new one, and keeps text, version and findings in one transaction.
    ///
    /// # Errors
    /// When the bytes are no readable text, the document is marked as classified, or the actor
    /// may not do this. Nothing is written then.
    pub async fn upload(&self, by: &Session, upload: Upload) -> Result<Uploaded, AppError> {
        self.take_in(by, upload, Scans::Recognised).await
    }

    /// The same; a scan may be refused at once.
    pub(crate) async fn take_in(
        &self,
        by: &Session,
        upload: Upload,
        scans: Scans,
    ) -> Result<Uploaded, AppError> {
        let Upload { file_name, bytes, language, command } = upload;
        let name = file_name.clone();
        let wanted = language.map(to_reading);
        let decoder = self.decoder();
        let read = tokio::task::spawn_blocking(move || {
            let decoded = decoder.decode(&name, &bytes, wanted, scans)?;
            let reading = haidang_reading::read_decoded(&decoded, wanted);
            Ok::<_, ReadError>((decoded.text, reading))
        });
        let (text, reading) = read.await.map_err(|error| AppError::Machine(error.to_string()))??;
        if is_marked_secret(&text) {
            return Err(Refusal::Classified.into());
        }
        let text_sha256 = sha256(&text);
        let language = from_reading(reading.language);
        if let Some(instrument) = self.store().version_with_text(&text_sha256).await? {
            return self.known_text(instrument, &text_sha256, language, command).await;
        }
        let meant = Meant::by_document(&reading.metadata);
        let (instrument, mut state) = self.instrument_for(&meant).await?;
        let context = self.context(by.actor);
        let before = state.version;
        let own = details(&reading, language, &file_name);
        let mut commands = match before {
            0 => vec![Command::Register(own)],
            _ => Self::completion(&state, own),
        };
        let version = VersionId(self.new_id());
        let findings = self.findings(&reading);
        let found = counted(findings.iter());
        commands.push(Command::AddVersion {
            version,
            language,
            source: file_name,
            text_sha256,
            characters: text.chars().count(),
            reader: READER.to_owned(),
            findings,
            remarks: remarks(&reading),
        });
        let stated = stated(&reading);
        if stated != Stated::default() {
            commands.push(Command::StateVersion { version, stated });
        }
        let mut events = Vec::new();
        for command in commands {
            let more = Instrument::decide(&state, command, &context)?;
            self.preview::<Instrument>(by, instrument.0, &mut state, &more);
            events.extend(more);
        }
        let stream = StreamId { noun: Instrument::NOUN, id: instrument.0 };
        let mut batch = self.batch(by, command, vec![Append { stream, expected_version: before, events }]);
        batch.texts = vec![text];
        self.commit(batch).await?;
        Ok(Uploaded { instrument, version: Some(version), found, repeated: false, language })
    }

    /// A text that is here already, by this command or another.
    async fn known_text(
        &self,
        instrument: InstrumentId,
        text_sha256: &str,
        language: Language,
        command: CommandId,
    ) -> Result<Uploaded, AppError> {
        let state = self.instrument(instrument, self.as_at(None)).await?;
        let version = state.versions.iter().find(|version| version.text_sha256 == text_sha256);
        let version = version.map(|version| version.id);
        let here = |known: &&FindingState| Some(known.version) == version && known.verdict.counts();
        let here = state.findings.iter().filter(here);
        let found = counted(here.map(|state| &state.finding));
        let repeated = self.store().committed(command).await?.is_none();
        Ok(Uploaded { instrument, version, found, repeated, language })
    }

    async fn instrument_for(&self, meant: &Meant) -> Result<(InstrumentId, instrument::State), AppError> {
        let known = match &meant.symbol {
            Some(_) => self.identified(meant, &self.directory(meant.issued_on).await?, &[]).await?,
            None => Identified::Nothing,
        };
        match known {
            Identified::One(id) => Ok((id, self.instrument(id, self.as_at(None)).await?)),
            // A person says which of several it is, by joining it to that one.
            Identified::Nothing | Identified::Several => {
                Ok((InstrumentId(self.new_id()), instrument::State::default()))
            }
        }
    }

    /// What must happen before the first text of an instrument that is known by citation comes in:
    /// it is put back where it had left the record, and filled with what the text says of it.
    fn completion(state: &instrument::State, fuller: Details) -> Vec<Command> {
        let mut commands = Vec::new();
        if state.withdrawn {
            commands.push(Command::Restore);
        }
        let known = &state.details;
        let filled = Details {
            issuer: known.issuer.clone().or(fuller.issuer),
            issued_on: known.issued_on.or(fuller.issued_on),
            titles: if known.titles.is_empty() { fuller.titles } else { known.titles.clone() },
            about: known.about.clone().or(fuller.about),
            ..known.clone()
        };
        if state.versions.is_empty() && filled != *known {
            commands.push(Command::CorrectDetails(filled));
        }
        commands
    }
}

fn counted<'a>(findings: impl Iterator<Item = &'a Finding>) -> Found {
    let mut found = Found::default();
    for finding in findings {
        let count = match finding.content.category() {
            Category::Citation => &mut found.citations,
            Category::Task => &mut found.tasks,
            Category::Target => &mut found.targets,
            Category::Project => &mut found.projects,
            Category::Proposal => &mut found.proposals,
        };
        *count += 1;
    }
    found
}

/// SHA-256 of a text, in hexadecimal.
fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The stamp of a degree of secrecy stands alone in the head of a document (Decree 26/2020/NĐ-CP).
fn is_marked_secret(text: &str) -> bool {
    let stamps = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "SECRET", "TOP SECRET", "CONFIDENTIAL"];
    let bare = |line: &str| line.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    text.lines().take(60).any(|line| {
        let line = bare(line);
        let stamp = line
            .strip_prefix("Độ mật:")
            .or_else(|| line.strip_prefix("ĐỘ MẬT:"))
            .map_or(line.as_str(), str::trim);
        stamps.contains(&stamp.to_uppercase().as_str()) && stamp == stamp.to_uppercase()
    })
}

fn details(reading: &Reading, language: Language, source: &str) -> Details {
    let metadata = &reading.metadata;
    let title = metadata.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    Details {
        kind: InstrumentKind::from_code(&metadata.kind).unwrap_or_default(),
        symbol: metadata.symbol.clone(),
        issuer: metadata.issuer.clone(),
        issued_on: metadata.date.as_deref().and_then(|date| date.parse().ok()),
        titles: title.map(|title| (language, title.to_owned())).into_iter().collect(),
        about: metadata.about.clone(),
        classification: Classification::Public,
        source: source.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_of_secrecy_stands_alone_in_the_head() {
        let table = [
            ("BỘ CÔNG AN\n**MẬT**\nSố: 12/KH-BCA", true),
            ("TUYỆT MẬT", true),
            ("Độ mật: TỐI MẬT", true),
            ("Kế hoạch bảo vệ bí mật nhà nước", false),
            ("mật", false),
        ];
        for (text, secret) in table {
            assert_eq!(is_marked_secret(text), secret, "{text}");
        }
    }
}
