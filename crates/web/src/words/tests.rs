//! Every key in every language, and the numbers, days and deadlines of each.

use super::{Words, read_deadline};
use fluent_syntax::ast::Entry;
use haidang_domain::{Deadline, Language, Refusal};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const VI: Words = Words { language: Language::Vi };
const EN: Words = Words { language: Language::En };
const FR: Words = Words { language: Language::Fr };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// All files under a folder with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The keys of a language, each with its file.
fn keys(language: Language) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for path in files(&root().join("locales").join(language.code()), "ftl") {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let resource =
            fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let before = keys.insert(message.id.name.clone(), file.clone());
                assert!(before.is_none(), "`{}` stands twice, in {file} and {before:?}", message.id.name);
            }
        }
    }
    keys
}

#[test]
fn every_language_has_the_same_keys_in_the_same_files() {
    let vi = keys(Language::Vi);
    assert!(vi.len() > 100);
    for language in Language::ALL {
        let own = keys(language);
        let missing: Vec<_> = vi.iter().filter(|(key, file)| own.get(*key) != Some(*file)).collect();
        let surplus: Vec<_> = own.keys().filter(|key| !vi.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{}: {missing:?} {surplus:?}", language.code());
    }
}

/// The keys that a text asks for with `t("…")`, `with("…"` or `count("…"`.
fn asked(text: &str) -> BTreeSet<String> {
    let calls = [".t(\"", ".with(\"", ".count(\""];
    let parts = calls.into_iter().flat_map(|call| text.split(call).skip(1));
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// The texts of a program that look like keys of these families, wherever they stand.
fn named(program: &str) -> BTreeSet<String> {
    let families = ["event-", "notice-", "trouble-", "nav-", "comparator-"];
    let texts = program.split('"').filter(|text| families.iter().any(|family| text.starts_with(family)));
    texts
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let have = keys(Language::Vi);
    let mut paths = files(&root().join("templates"), "html");
    paths.extend(files(&root().join("src"), "rs"));
    let mut missing = BTreeSet::new();
    for path in paths.iter().filter(|path| !path.ends_with("tests.rs")) {
        let text = fs::read_to_string(path).unwrap();
        let program =
            if path.extension().is_some_and(|own| own == "rs") { named(&text) } else { BTreeSet::new() };
        let gone = asked(&text).into_iter().chain(program).filter(|key| !have.contains_key(key));
        missing.extend(gone.map(|key| format!("{}: {key}", path.display())));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The codes of problems; those with words of their own as advice come last.
const PROBLEMS: [&str; 11] = [
    "sign-in",
    "not-found",
    "forbidden",
    "forged",
    "method",
    "stale",
    "too-large",
    "malformed",
    "internal",
    "refused",
    "throttled",
];

#[test]
fn every_problem_has_advice() {
    let have = keys(Language::Vi);
    for code in &PROBLEMS[..9] {
        assert!(have.contains_key(&format!("problem-{code}-advice")), "{code}");
    }
}

/// Why a document was not read: the reader's reasons, and those of its way in.
const READ_ERRORS: [&str; 18] = [
    "empty",
    "binary",
    "too-large",
    "unknown-encoding",
    "damaged",
    "protected",
    "scanned",
    "took-too-long",
    "took-too-much",
    "broke-off",
    "unsupported-format",
    "classified",
    "not-permitted",
    "broken",
    "batch-full",
    "archive-damaged",
    "archive-locked",
    "archive-empty",
];

#[test]
fn every_closed_list_has_words() {
    let have = keys(Language::Vi);
    let lists: [(&str, Vec<&str>); 20] = [
        ("standing", haidang_domain::task::Standing::ALL.iter().map(|one| one.code()).collect()),
        ("progress", haidang_domain::task::Progress::ALL.iter().map(|one| one.code()).collect()),
        ("status", haidang_domain::target::TargetStatus::ALL.iter().map(|one| one.code()).collect()),
        ("stage", haidang_domain::project::Stage::ALL.iter().map(|one| one.code()).collect()),
        ("project-kind", haidang_domain::project::ProjectKind::ALL.iter().map(|one| one.code()).collect()),
        ("kind", haidang_domain::instrument::InstrumentKind::ALL.iter().map(|one| one.code()).collect()),
        ("relation", haidang_domain::instrument::Relation::ALL.iter().map(|one| one.code()).collect()),
        ("relation-in", haidang_domain::instrument::Relation::ALL.iter().map(|one| one.code()).collect()),
        ("level", crate::graph::Level::ALL.iter().map(|one| one.code()).collect()),
        ("category", haidang_domain::instrument::Category::ALL.iter().map(|one| one.code()).collect()),
        ("role", haidang_domain::Role::ALL.iter().map(|one| one.code()).collect()),
        ("noun", haidang_domain::Noun::ALL.iter().map(|one| one.code()).collect()),
        ("classification", haidang_domain::Classification::ALL.iter().map(|one| one.code()).collect()),
        ("recurrence", haidang_domain::Recurrence::ALL.iter().map(|one| one.code()).collect()),
        ("language", Language::ALL.iter().map(|one| one.code()).collect()),
        ("question", crate::completeness::QUESTIONS.to_vec()),
        ("problem", PROBLEMS.to_vec()),
        ("verdict", vec!["pending", "accepted", "rejected", "superseded", "removed"]),
        ("intake-state", haidang_store::IntakeState::ALL.iter().map(|one| one.code()).collect()),
        ("read-error", READ_ERRORS.to_vec()),
    ];
    for (list, codes) in lists {
        for code in codes {
            assert!(have.contains_key(&format!("{list}-{code}")), "{list}-{code}");
        }
    }
}

#[test]
fn every_refusal_is_put_into_words() {
    let day = date(2026, 11, 24);
    let refusals = [
        Refusal::NotPermitted,
        Refusal::Exists,
        Refusal::Unknown,
        Refusal::Empty { field: "reason" },
        Refusal::OutOfRange { field: "percent", low: 0, high: 100 },
        Refusal::Classified,
        Refusal::Closed,
        Refusal::Open,
        Refusal::NotLater { present: day },
        Refusal::InFuture { day },
        Refusal::TooEarly { day, first: day },
        Refusal::FindingDecided,
        Refusal::NothingToUndo,
        Refusal::OutsideText,
        Refusal::DifferentKinds,
        Refusal::Dissolved { on: day },
        Refusal::Itself,
        Refusal::LastAdministrator,
        Refusal::NoChange,
    ];
    for language in Language::ALL {
        for refusal in &refusals {
            let words = Words::new(language).refusal(refusal);
            assert!(!words.contains('⟦') && !words.contains('{'), "{}: {words}", language.code());
        }
    }
}

#[test]
fn a_missing_key_is_seen() {
    assert_eq!(VI.t("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(EN.t("date-full"), "⟦date-full⟧", "arguments are missing");
}

#[test]
fn days_are_written_as_each_language_writes_them() {
    let day = date(2026, 11, 4);
    assert_eq!(VI.date(day), "04/11/2026");
    assert_eq!(EN.date(day), "4 November 2026");
    assert_eq!(FR.date(day), "4 novembre 2026");
    assert_eq!(FR.date(date(2026, 12, 1)), "1er décembre 2026");
}

#[test]
fn numbers_have_the_marks_of_each_language() {
    for (number, vi, en, fr) in [
        (0.0, "0", "0", "0"),
        (13.5, "13,5", "13.5", "13,5"),
        (999.0, "999", "999", "999"),
        (1000.0, "1.000", "1,000", "1\u{202f}000"),
        (1_234_567.25, "1.234.567,25", "1,234,567.25", "1\u{202f}234\u{202f}567,25"),
        (-2.5, "−2,5", "−2.5", "−2,5"),
    ] {
        assert_eq!([VI.number(number), EN.number(number), FR.number(number)], [vi, en, fr]);
    }
    assert_eq!(VI.whole(1_234_567), "1.234.567");
    assert_eq!(VI.share(1, 3).as_deref(), Some("33%"));
    assert_eq!(VI.share(0, 0), None);
}

#[test]
fn deadlines_are_put_into_words() {
    for (deadline, vi, en, fr) in [
        ("2026-12-31", "31/12/2026", "31 December 2026", "31 décembre 2026"),
        ("2026-12", "tháng 12/2026", "December 2026", "décembre 2026"),
        ("2026-Q4", "quý IV/2026", "Q4 2026", "4e trimestre 2026"),
        ("2026", "năm 2026", "2026", "2026"),
        ("2026/2030", "giai đoạn 2026–2030", "2026–2030", "2026–2030"),
        (
            "2025-Q4/2026-Q2",
            "từ quý IV/2025 đến quý II/2026",
            "Q4 2025 – Q2 2026",
            "4e trimestre 2025 – 2e trimestre 2026",
        ),
        (
            "2026-03/2026-04",
            "từ tháng 3/2026 đến tháng 4/2026",
            "March 2026 – April 2026",
            "mars 2026 – avril 2026",
        ),
        ("daily", "hằng ngày", "every day", "chaque jour"),
        ("weekly", "hằng tuần", "every week", "chaque semaine"),
        ("monthly", "hằng tháng", "every month", "chaque mois"),
        ("quarterly", "hằng quý", "every quarter", "chaque trimestre"),
        ("yearly", "hằng năm", "every year", "chaque année"),
    ] {
        let deadline: Deadline = deadline.parse().unwrap();
        assert_eq!([VI.deadline(deadline), EN.deadline(deadline), FR.deadline(deadline)], [vi, en, fr]);
    }
}

#[test]
fn deadlines_are_read_as_people_type_them() {
    for (typed, data) in [
        ("31/12/2026", "2026-12-31"),
        ("1/2/2026", "2026-02-01"),
        ("12/2026", "2026-12"),
        ("tháng 5/2026", "2026-05"),
        ("quý IV/2026", "2026-Q4"),
        ("Quý III năm 2026", "2026-Q3"),
        ("Q4 2026", "2026-Q4"),
        ("2026-Q4", "2026-Q4"),
        ("2026", "2026"),
        ("2026-2030", "2026/2030"),
        ("2026 - 2030", "2026/2030"),
        ("quý IV/2025 - quý II/2026", "2025-Q4/2026-Q2"),
        ("tháng 3/2026 đến tháng 4/2026", "2026-03/2026-04"),
        ("2025-Q4/2026-Q2", "2025-Q4/2026-Q2"),
        ("2026-12-31", "2026-12-31"),
        ("Hằng tháng", "monthly"),
        ("chaque année", "yearly"),
    ] {
        assert_eq!(
            read_deadline(typed).map(|deadline| deadline.to_string()).as_deref(),
            Some(data),
            "{typed}"
        );
    }
    for typed in
        ["", "soon", "32/12/2026", "13/2026", "quý V/2026", "quý II/2026 - quý I/2026", "quý I-II/2026"]
    {
        assert_eq!(read_deadline(typed), None, "{typed}");
    }
}

#[test]
fn what_is_shown_as_a_deadline_can_be_typed_again() {
    for text in ["2026-12-31", "2026-12", "2026-Q4", "2026", "2026/2030", "2025-Q4/2026-Q2", "monthly"] {
        let deadline: Deadline = text.parse().unwrap();
        assert_eq!(read_deadline(&deadline.to_string()), Some(deadline));
    }
}
