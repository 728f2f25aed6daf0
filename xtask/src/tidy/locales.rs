//! The words of the pages: the same keys in all languages, and the words of the glossary where a
//! key says them.

use super::{Offence, files};
use fluent_syntax::ast::{Entry, PatternElement};
use std::collections::BTreeMap;
use std::path::Path;

const LANGUAGES: [&str; 3] = ["vi", "en", "fr"];

/// Words of the field that must not be paraphrased: what must not stand in a language, and the
/// word of the vocabulary instead.
const GLOSSARY: [(&str, &str, &str); 8] = [
    ("vi", "tác vụ", "nhiệm vụ"),
    ("vi", "công việc cần làm", "nhiệm vụ"),
    ("vi", "quá thời hạn", "quá hạn"),
    ("vi", "tài liệu nguồn", "văn bản"),
    ("en", "to-do", "task"),
    ("en", "ticket", "task"),
    ("en", "KPI", "target"),
    ("fr", "ticket", "tâche"),
];

pub(super) fn check(root: &Path) -> Result<Vec<Offence>, String> {
    let folder = root.join("crates/web/locales");
    let mut words: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    let mut offences = Vec::new();
    for language in LANGUAGES {
        for path in files(&folder.join(language), "ftl") {
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let place = path.display().to_string();
            for (key, value) in messages(&place, &text, &mut offences) {
                if words.entry(language).or_default().insert(key.clone(), value).is_some() {
                    offences.push(Offence::new(&place, format!("`{key}` stands twice")));
                }
            }
        }
    }
    for (language, keys) in &words {
        for other in LANGUAGES.iter().filter(|other| *other != language) {
            let missing =
                keys.keys().filter(|key| !words.get(other).is_some_and(|known| known.contains_key(*key)));
            offences.extend(
                missing.map(|key| Offence::new(format!("locales/{other}"), format!("`{key}` is missing"))),
            );
        }
        offences.extend(keys.iter().flat_map(|(key, value)| against_glossary(language, key, value)));
    }
    Ok(offences)
}

/// The messages of a file with their plain words.
fn messages(place: &str, text: &str, offences: &mut Vec<Offence>) -> Vec<(String, String)> {
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            offences.extend(errors.iter().map(|error| Offence::new(place, format!("{error}"))));
            resource
        }
    };
    let message = |entry: Entry<&str>| match entry {
        Entry::Message(message) => {
            let elements = message.value.map(|pattern| pattern.elements).unwrap_or_default();
            let plain = elements.into_iter().filter_map(|element| match element {
                PatternElement::TextElement { value } => Some(value),
                PatternElement::Placeable { .. } => None,
            });
            Some((message.id.name.to_owned(), plain.collect::<Vec<_>>().join(" ")))
        }
        _ => None,
    };
    resource.body.into_iter().filter_map(message).collect()
}

fn against_glossary(language: &str, key: &str, value: &str) -> Vec<Offence> {
    let low = value.to_lowercase();
    let wrong = GLOSSARY.iter().filter(|(of, word, _)| *of == language && low.contains(&word.to_lowercase()));
    let place = format!("locales/{language}, `{key}`");
    wrong
        .map(|(_, word, right)| {
            Offence::new(&place, format!("says `{word}`; the word of the field is `{right}`"))
        })
        .collect()
}
