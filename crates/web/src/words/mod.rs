//! The words of the pages in the languages that Haidang speaks: lookups in the Fluent files of
//! `locales/`, and numbers, dates and deadlines as each language writes them.

mod dates;
mod deadlines;
mod labels;
mod numbers;

pub(crate) use deadlines::read_deadline;

use fluent_templates::LanguageIdentifier;
use fluent_templates::fluent_bundle::FluentValue;
use haidang_domain::Language;
use std::collections::HashMap;

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "locales",
        fallback_language: "vi",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    language: Language,
}

impl Words {
    /// The words of this language.
    pub(crate) fn new(language: Language) -> Self {
        Self { language }
    }

    /// Which language it is.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// The words of a key. A key that is missing, or whose arguments are, shows as `⟦key⟧`.
    pub(crate) fn t(self, key: &str) -> String {
        self.look_up(key, None)
    }

    /// The words of a key with texts in them.
    pub(crate) fn with(self, key: &str, texts: &[(&str, &str)]) -> String {
        let texts = texts.iter().map(|(name, text)| (*name, FluentValue::from(*text))).collect();
        self.look_up(key, Some(&texts))
    }

    /// The words of a key that counts: `$count` chooses the form, `$shown` is the number as the
    /// language writes it.
    pub(crate) fn count(self, key: &str, count: u64) -> String {
        let shown = self.whole(count);
        let texts = HashMap::from([
            ("count", FluentValue::from(count)),
            ("shown", FluentValue::from(shown.as_str())),
        ]);
        self.look_up(key, Some(&texts))
    }

    fn look_up(self, key: &str, texts: Option<&HashMap<&str, FluentValue<'_>>>) -> String {
        let language = self.language.code().parse::<LanguageIdentifier>().ok();
        let found = language.and_then(|language| LOCALES.lookup_single_language(&language, key, texts).ok());
        found.unwrap_or_else(|| format!("⟦{key}⟧"))
    }
}

#[cfg(test)]
mod tests;
