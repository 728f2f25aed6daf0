//! The details of an instrument in words, field by field: for what changed in them.

use crate::words::Words;
use haidang_domain::Language;
use haidang_domain::instrument::Details;

/// The title in a language.
pub(crate) fn title_in(details: &Details, language: Language) -> Option<&str> {
    details.titles.iter().find(|(of, _)| *of == language).map(|(_, title)| title.as_str())
}

/// The fields that a person may correct, by the names of the form, and what is so about each.
pub(crate) fn in_words(words: Words, details: &Details) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let title = |language| title_in(details, language).unwrap_or_default().to_owned();
    vec![
        ("kind", words.label("kind", details.kind.code())),
        ("symbol", text(&details.symbol)),
        ("issuer", text(&details.issuer)),
        ("issued_on", details.issued_on.map(|day| words.date(day)).unwrap_or_default()),
        ("title-vi", title(Language::Vi)),
        ("title-en", title(Language::En)),
        ("title-fr", title(Language::Fr)),
        ("about", text(&details.about)),
        ("source", details.source.clone()),
    ]
}

/// What two records of one instrument say differently.
pub(crate) fn differences(words: Words, before: &Details, after: &Details) -> String {
    let shown = |text: String| if text.is_empty() { words.t("not-known") } else { text };
    let pairs = in_words(words, before).into_iter().zip(in_words(words, after));
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    let row =
        |((name, before), (_, after))| format!("{}: {} → {}", words.field(name), shown(before), shown(after));
    changed.map(row).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_said_field_by_field() {
        let before = Details { symbol: Some("12/KH-UBND".to_owned()), ..Details::default() };
        let titles = vec![(Language::En, "Plan".to_owned())];
        let after = Details { symbol: Some("21/KH-UBND".to_owned()), titles, ..before.clone() };
        let said = differences(Words::new(Language::En), &before, &after);
        assert_eq!(said, "Symbol: 12/KH-UBND → 21/KH-UBND; Title (English): Not known → Plan");
        assert_eq!(differences(Words::new(Language::En), &after, &after), "");
    }
}
