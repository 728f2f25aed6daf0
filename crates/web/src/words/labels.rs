//! Names of closed lists (standings, kinds, roles …), refusals and bodies in words.

use super::Words;
use haidang_domain::organisation::Names;
use haidang_domain::{Language, Party, Refusal};

impl Words {
    /// The words of a code in a list: `label("standing", "on_time")` looks up `standing-on_time`.
    pub(crate) fn label(self, list: &str, code: &str) -> String {
        self.t(&format!("{list}-{code}"))
    }

    /// The same, or the bare code where the pages have no words for it.
    pub(crate) fn label_or_code(self, list: &str, code: &str) -> String {
        let words = self.label(list, code);
        if words.starts_with('⟦') { code.to_owned() } else { words }
    }

    /// Why a command was refused, and what to do about it.
    pub(crate) fn refusal(self, refusal: &Refusal) -> String {
        let key = format!("refusal-{}", refusal.key());
        match refusal {
            Refusal::Empty { field } => self.with(&key, &[("field", &self.field(field))]),
            Refusal::OutOfRange { field, low, high } => {
                let (field, low, high) = (self.field(field), low.to_string(), high.to_string());
                self.with(&key, &[("field", &field), ("low", &low), ("high", &high)])
            }
            Refusal::NotLater { present } => self.with(&key, &[("present", &self.date(*present))]),
            Refusal::InFuture { day } => self.with(&key, &[("day", &self.date(*day))]),
            Refusal::TooEarly { day, first } => {
                self.with(&key, &[("day", &self.date(*day)), ("first", &self.date(*first))])
            }
            Refusal::Dissolved { on } => self.with(&key, &[("on", &self.date(*on))]),
            _ => self.t(&key),
        }
    }

    /// The name of a field.
    pub(crate) fn field(self, name: &str) -> String {
        self.label_or_code("field", name)
    }

    /// The name of a body in this language, Vietnamese where there is none.
    pub(crate) fn name(self, names: &Names) -> String {
        let own = match self.language() {
            Language::Vi => None,
            Language::En => names.en.as_deref(),
            Language::Fr => names.fr.as_deref(),
        };
        own.unwrap_or(&names.vi).to_owned()
    }

    /// The text of a list of texts by language, in this language or else any.
    pub(crate) fn choose(self, texts: &[(Language, String)]) -> Option<String> {
        let own = texts.iter().find(|(language, _)| *language == self.language());
        own.or_else(|| texts.first()).map(|(_, text)| text.clone())
    }

    /// The name of a thing that data names in several languages by code.
    pub(crate) fn choose_by_code(self, names: &[(String, String)], otherwise: &str) -> String {
        let own = names.iter().find(|(code, name)| code == self.language().code() && !name.is_empty());
        own.map_or_else(|| otherwise.to_owned(), |(_, name)| name.clone())
    }

    /// Bodies in one line, as their documents print them.
    pub(crate) fn parties(parties: &[Party]) -> String {
        let names: Vec<&str> = parties.iter().map(|party| party.printed.as_str()).collect();
        names.join("; ")
    }
}
