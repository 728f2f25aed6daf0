//! Two versions of one work side by side, sentence by sentence; where they disagree; and what else
//! may be a version.

use super::names::NAME_CHARACTERS;
use super::versions::{Proposed, proposed, version_name};
use crate::Web;
use crate::components::{Choice, Page};
use crate::fields::{Asked, Id};
use crate::history::shortened;
use crate::marking::{Span, pieces};
use crate::pages::origin::work_title;
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_app::Work;
use haidang_domain::instrument::{FindingState, State as Instrument, Verdict, Version};
use haidang_domain::{Act, InstrumentId, VersionId};
use haidang_reading::{
    Alignment, Bead, Difference, DifferenceKind, HIDDEN, Place, shown_characters, shown_words,
};
use std::ops::Range;

/// Below this score a pair is shown as unsure.
const SURE: f64 = 0.5;

#[derive(Template)]
#[template(path = "instrument/compare.html")]
struct CompareView {
    page: Page,
    words: Words,
    csrf: String,
    path: String,
    /// Its name in the trail, cut where it is long.
    name: String,
    title: String,
    action: String,
    lefts: Vec<Choice>,
    rights: Vec<Choice>,
    pair: Option<PairView>,
    asks: bool,
    proposed: Vec<Proposed>,
}

/// Two versions.
struct PairView {
    left: SideView,
    right: SideView,
    summary: String,
    differences: Vec<DifferenceRow>,
    beads: Vec<BeadRow>,
}

struct SideView {
    name: String,
    language: &'static str,
}

struct DifferenceRow {
    kind: String,
    left: String,
    right: String,
    href: String,
    place: String,
}

struct BeadRow {
    number: usize,
    left: Vec<Segment>,
    right: Vec<Segment>,
    /// In place of the side that is empty, or below both where the pair is unsure.
    note: String,
    unsure: bool,
    differs: bool,
}

/// A run of words of a sentence.
struct Segment {
    text: String,
    /// The classes of its mark; empty without one.
    class: String,
    href: Option<String>,
    label: String,
}

/// Everything of one side.
struct Side<'a> {
    record: InstrumentId,
    characters: Vec<char>,
    findings: Vec<&'a FindingState>,
    language: &'static str,
}

/// Two versions of a work as of the day of the visit.
pub(crate) async fn compare(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let work = web.app.work(id, visit.as_at(&web)).await?;
    let name = work_title(words, &work);
    let (left, right) = chosen(&work, asked.parse("left"), asked.parse("right"));
    let asks = visit.may(Act::KeepInstruments);
    let known = if asks { web.app.proposed_versions(id, true).await? } else { Vec::new() };
    let page = visit.page(&web, words.with("compare-title", &[("name", &name)]), "/instruments");
    let view = CompareView {
        csrf: page.csrf.clone(),
        words,
        path: format!("/instruments/{}", work.id),
        name: shortened(&name, NAME_CHARACTERS),
        title: name,
        action: format!("/instruments/{}/versions", work.id),
        lefts: version_choices(words, &work, left),
        rights: version_choices(words, &work, right),
        pair: match left.zip(right) {
            Some(pair) => pair_view(&web, &visit, &work, pair).await?,
            None => None,
        },
        proposed: proposed(&web, &visit, &known).await?,
        asks,
        page,
    };
    ok(&view)
}

/// The versions that were asked for, or else the first one and the first in another language, or
/// else the first two.
fn chosen(
    work: &Work,
    left: Option<VersionId>,
    right: Option<VersionId>,
) -> (Option<VersionId>, Option<VersionId>) {
    let known = |id: &VersionId| work.version(*id).is_some();
    let all: Vec<&Version> = work.versions().map(|(_, _, version)| version).collect();
    let left = left.filter(known).or_else(|| all.first().map(|version| version.id));
    let language = left.and_then(|id| work.version(id)).map(|(_, _, version)| version.language);
    let others = || all.iter().filter(|version| Some(version.id) != left);
    let other = others().find(|version| Some(version.language) != language).or_else(|| others().next());
    (left, right.filter(known).filter(|id| Some(*id) != left).or_else(|| other.map(|version| version.id)))
}

fn version_choices(words: Words, work: &Work, chosen: Option<VersionId>) -> Vec<Choice> {
    let choice = |version: &Version| Choice {
        value: version.id.to_string(),
        name: version_name(words, version),
        chosen: Some(version.id) == chosen,
    };
    work.versions().map(|(_, _, version)| choice(version)).collect()
}

async fn pair_view(
    web: &Web,
    visit: &Visit,
    work: &Work,
    (left, right): (VersionId, VersionId),
) -> Result<Option<PairView>, Problem> {
    let words = visit.words;
    let Some((left, right)) = work.version(left).zip(work.version(right)) else { return Ok(None) };
    let alignment = web.app.alignment(left.2, right.2).await?;
    let (own, other) = (side(web, left).await?, side(web, right).await?);
    let count =
        |test: fn(&Bead) -> bool| words.size(alignment.beads.iter().filter(|bead| test(bead)).count());
    let pairs = count(Bead::is_pair);
    let alone = (count(|bead| bead.right.is_empty()), count(|bead| bead.left.is_empty()));
    let summary = [("pairs", pairs.as_str()), ("left", alone.0.as_str()), ("right", alone.1.as_str())];
    let beads = alignment.beads.iter().enumerate();
    Ok(Some(PairView {
        left: SideView { name: version_name(words, left.2), language: own.language },
        right: SideView { name: version_name(words, right.2), language: other.language },
        summary: words.with("compare-summary", &summary),
        differences: alignment.differences.iter().map(|one| difference_row(words, one)).collect(),
        beads: beads
            .map(|(place, bead)| bead_row(words, &alignment, (&own, &other), (place, bead)))
            .collect(),
    }))
}

async fn side<'a>(
    web: &Web,
    (record, state, version): (InstrumentId, &'a Instrument, &'a Version),
) -> Result<Side<'a>, Problem> {
    let text = web.app.version_text(version).await?;
    let counts = |state: &&FindingState| {
        state.version == version.id && matches!(state.verdict, Verdict::Pending | Verdict::Accepted(_))
    };
    let findings = state.findings.iter().filter(counts).collect();
    let characters = shown_characters(&text.chars().collect::<Vec<char>>());
    Ok(Side { record, characters, findings, language: version.language.code() })
}

fn difference_row(words: Words, one: &Difference) -> DifferenceRow {
    let said = |place: &Option<Place>| {
        place
            .as_ref()
            .map_or_else(|| words.t("compare-nothing"), |place| one_line(&shown_words(&place.quote)))
    };
    let kind = match one.kind {
        DifferenceKind::Number => "number",
        DifferenceKind::Date => "date",
        DifferenceKind::Symbol => "symbol",
        DifferenceKind::Name => "name",
    };
    DifferenceRow {
        kind: words.label("difference", kind),
        left: said(&one.left),
        right: said(&one.right),
        href: format!("#bead-{}", one.bead + 1),
        place: words.with("compare-place", &[("number", &words.size(one.bead + 1))]),
    }
}

fn bead_row(
    words: Words,
    alignment: &Alignment,
    (left, right): (&Side<'_>, &Side<'_>),
    (place, bead): (usize, &Bead),
) -> BeadRow {
    let here = || alignment.differences.iter().filter(move |one| one.bead == place);
    let differing = |side: fn(&Difference) -> Option<&Place>| -> Vec<Span> {
        here().filter_map(side).map(|place| Span { start: place.start, end: place.end }).collect()
    };
    let (note, unsure) = match (bead.left.is_empty(), bead.right.is_empty()) {
        (false, true) => ("compare-only-left", false),
        (true, false) => ("compare-only-right", false),
        (_, _) => ("compare-unsure", bead.score < SURE),
    };
    BeadRow {
        number: place + 1,
        left: segments(words, left, &bead.left, &differing(|one| one.left.as_ref())),
        right: segments(words, right, &bead.right, &differing(|one| one.right.as_ref())),
        note: words.t(note),
        unsure,
        differs: here().next().is_some(),
    }
}

/// The sentences of one side of a bead, with findings and what differs marked.
fn segments(words: Words, side: &Side<'_>, units: &[Range<usize>], differing: &[Span]) -> Vec<Segment> {
    let of_findings =
        side.findings.iter().map(|state| Span { start: state.finding.start, end: state.finding.end });
    let spans: Vec<Span> = of_findings.chain(differing.iter().copied()).collect();
    let mut segments = Vec::new();
    for unit in units {
        for piece in pieces(&side.characters, unit.start, unit.end, &spans) {
            let differs = piece.cover.iter().any(|place| *place >= side.findings.len());
            let found = piece.cover.iter().find_map(|place| side.findings.get(*place));
            let text = one_line_open(&piece.text.replace(HIDDEN, ""));
            segments.push(segment(words, side.record, text, found.copied(), differs));
        }
        segments.push(Segment {
            text: " ".to_owned(),
            class: String::new(),
            href: None,
            label: String::new(),
        });
    }
    segments
}

fn segment(
    words: Words,
    record: InstrumentId,
    text: String,
    found: Option<&FindingState>,
    differs: bool,
) -> Segment {
    let category = found.map(|state| state.finding.content.category().code());
    let found_class = category.map(|category| format!("found found-{category}"));
    let class = [found_class, differs.then(|| "differs".to_owned())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let href = found
        .map(|state| format!("/instruments/{record}?version={}#words-{}", state.version, state.finding.id));
    let label = category.zip(found).map(|(category, state)| {
        let (kind, verdict) =
            (words.label("category", category), words.label("verdict", state.verdict.code()));
        words.with("finding-label", &[("category", &kind), ("verdict", &verdict)])
    });
    Segment { text, class, href, label: label.unwrap_or_default() }
}

/// Words without line breaks, with a blank where one was at either end.
fn one_line_open(text: &str) -> String {
    let inner = one_line(text);
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    let blank = |is: bool| if is { " " } else { "" };
    format!("{}{inner}{}", blank(before), blank(after))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_blanks_between_pieces() {
        assert_eq!(one_line_open("trước\nngày "), "trước ngày ");
        assert_eq!(one_line_open(" 15/12"), " 15/12");
        assert_eq!(one_line_open("a"), "a");
    }
}
