//! A body that a document names and that nobody has put on record: put there in one press, and taken
//! off again.

use super::names;
use crate::kind::{Kind, Organisation};
use crate::{App, AppError, Session};
use haidang_domain::organisation::{self, Command};
use haidang_domain::{CommandId, Language, OrganisationId, Refusal, StreamId};
use haidang_store::Append;

impl App {
    /// Puts a body on record as a document prints its name; its level is guessed from the first words.
    /// Its id is that of the command: pressed twice, it is the same body.
    ///
    /// # Errors
    /// When a rule refuses it, or a body on record has this name today.
    pub async fn found_organisation(
        &self,
        by: &Session,
        name: &str,
        language: Language,
        source: &str,
        command: CommandId,
    ) -> Result<OrganisationId, AppError> {
        let id = OrganisationId(command.0);
        if self.store().committed(command).await?.is_some() {
            return Ok(id);
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.directory(None).await?.find(&name).is_some() {
            return Err(Refusal::Exists.into());
        }
        let own = |language_of_name| (language == language_of_name).then(|| name.clone());
        let found = Command::Found {
            slug: names::slug(&name),
            level: names::level(&name).to_owned(),
            names: organisation::Names {
                vi: name.clone(),
                en: own(Language::En),
                fr: own(Language::Fr),
                aliases: Vec::new(),
            },
            on: None,
            from: Vec::new(),
            source: source.to_owned(),
        };
        let events = Organisation::decide(&organisation::State::default(), found, &self.context(by.actor))?;
        let stream = StreamId { noun: Organisation::NOUN, id: id.0 };
        self.commit(self.batch(by, command, vec![Append { stream, expected_version: 0, events }])).await?;
        Ok(id)
    }
}
