//! What is on record of one instrument, as a part of its page: each fact with what was read in the
//! text where that is something else, and the form that corrects it.

use crate::Web;
use crate::change::{Attempt, Frame, field_trouble, text_of};
use crate::components::{Choice, Page, Trouble, choices};
use crate::details::title_in;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::words::Words;
use askama::Template;
use haidang_app::Correction;
use haidang_domain::instrument::{Details, InstrumentKind, State as Instrument, Version};
use haidang_domain::{Act, InstrumentId, Language, VersionId};

/// The details of an instrument and how to correct them.
#[derive(Template)]
#[template(path = "instrument/details.html")]
pub(super) struct DetailsView {
    words: Words,
    action: String,
    facts: Vec<Fact>,
    form: Option<Form>,
}

struct Fact {
    name: String,
    text: String,
    /// What the text that is shown says instead.
    read: Option<String>,
}

struct Form {
    frame: Frame,
    undo: Option<Frame>,
    kind: Vec<Choice>,
    symbol: String,
    issuer: String,
    issued_on: String,
    titles: Vec<Title>,
    about: String,
    source: String,
    /// The text that is shown, and the languages that it may be in.
    version: Option<(String, Vec<Choice>)>,
}

struct Title {
    code: &'static str,
    label: String,
    text: String,
}

impl DetailsView {
    /// The details of an instrument; `shown` is the text on the page.
    pub(super) async fn of(
        web: &Web,
        visit: &Visit,
        page: &Page,
        (id, instrument): (InstrumentId, &Instrument),
        (shown, attempt): (Option<&Version>, Option<&Attempt>),
    ) -> Result<Self, Problem> {
        let form = if visit.may(Act::KeepInstruments) && !instrument.withdrawn {
            let before = web.app.before_correction(id, visit.as_at(web)).await?;
            let undo = before.map(|_| Frame::new(page, "undo-correct", instrument.version, attempt));
            Some(form(page, instrument, shown, attempt, undo))
        } else {
            None
        };
        let (words, action) = (visit.words, format!("/instruments/{id}"));
        Ok(Self { words, action, facts: facts(words, &instrument.details, shown), form })
    }
}

fn facts(words: Words, details: &Details, shown: Option<&Version>) -> Vec<Fact> {
    let read = shown.map(|version| version.stated.clone()).unwrap_or_default();
    let title = shown.and_then(|version| details.titles.iter().find(|(of, _)| *of == version.language));
    let title = title.map(|(_, title)| title.clone());
    let day = |day| words.date(day);
    let kind = |kind: InstrumentKind| words.label("kind", kind.code());
    let rows = [
        ("kind", Some(kind(details.kind)), read.of_kind.map(kind)),
        ("symbol", details.symbol.clone(), read.symbol),
        ("issuer", details.issuer.clone(), read.issuer),
        ("issued_on", details.issued_on.map(day), read.issued_on.map(day)),
        ("title", title, read.title),
        ("about", details.about.clone(), read.about),
        ("classification", Some(words.label("classification", details.classification.code())), None),
        ("source", Some(details.source.clone()), None),
    ];
    let fact = |(name, now, read): (&str, Option<String>, Option<String>)| {
        let read = read.filter(|read| now.as_deref().map(plain) != Some(plain(read)));
        // A title stands above the facts, and few instruments are about another one.
        let quiet = matches!(name, "title" | "about") && read.is_none();
        let shown = !quiet || (name == "about" && now.is_some());
        let text = now.unwrap_or_else(|| words.t("not-known"));
        shown.then(|| Fact { name: words.field(name), text, read })
    };
    rows.into_iter().filter_map(fact).collect()
}

/// A text without the blanks that make no difference.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn form(
    page: &Page,
    instrument: &Instrument,
    shown: Option<&Version>,
    attempt: Option<&Attempt>,
    undo: Option<Frame>,
) -> Form {
    let (words, details) = (page.words, &instrument.details);
    let typed = Attempt::of(attempt, "correct");
    let text = |name: &str, otherwise: Option<&str>| text_of(typed, name, otherwise.unwrap_or_default());
    let day = details.issued_on.map(|day| day.to_string());
    let title = |language: Language| Title {
        code: language.code(),
        label: words.with("field-title-in", &[("language", &words.label("language", language.code()))]),
        text: text(&format!("title-{}", language.code()), title_in(details, language)),
    };
    let languages = |version: &Version| {
        let chosen = text("language", Some(version.language.code()));
        (version.id.to_string(), choices(words, "language", &Language::ALL.map(Language::code), &chosen))
    };
    let kinds = InstrumentKind::ALL.map(InstrumentKind::code);
    Form {
        frame: Frame::new(page, "correct", instrument.version, attempt),
        undo,
        kind: choices(words, "kind", &kinds, &text("kind", Some(details.kind.code()))),
        symbol: text("symbol", details.symbol.as_deref()),
        issuer: text("issuer", details.issuer.as_deref()),
        issued_on: text("issued_on", day.as_deref()),
        titles: Language::ALL.map(title).into_iter().collect(),
        about: text("about", details.about.as_deref()),
        source: text("source", Some(&details.source)),
        version: shown.map(languages),
    }
}

/// What a form says is right; what it does not ask about stays as it is.
pub(super) fn corrected(
    words: Words,
    instrument: &Instrument,
    typed: &Fields,
) -> Result<Correction, Trouble> {
    let kind = InstrumentKind::from_code(typed.get("kind"));
    let kind = kind.ok_or_else(|| field_trouble(words, "correct", "kind", "trouble-kind"))?;
    let issued_on = typed.date("issued_on");
    if issued_on.is_none() && typed.some("issued_on").is_some() {
        return Err(field_trouble(words, "correct", "issued_on", "trouble-day"));
    }
    let title = |language: Language| {
        typed.owned(&format!("title-{}", language.code())).map(|title| (language, plain(&title)))
    };
    let now = &instrument.details;
    let mut titles: Vec<(Language, String)> = Language::ALL.into_iter().filter_map(title).collect();
    // The order in which they came stays: the first one names the instrument where none fits better.
    titles.sort_by_key(|(language, _)| {
        now.titles.iter().position(|(of, _)| of == language).unwrap_or(usize::MAX)
    });
    let details = Details {
        kind,
        symbol: typed.owned("symbol"),
        issuer: typed.owned("issuer"),
        issued_on,
        titles,
        about: typed.owned("about"),
        classification: now.classification,
        source: typed.get("source").to_owned(),
    };
    let language = typed.parse::<VersionId>("version").zip(Language::from_code(typed.get("language")));
    Ok(Correction { details, language })
}
