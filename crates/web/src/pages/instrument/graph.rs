//! The graph of instruments: a drawing whose boxes are links, and the same relations as a table.

use crate::Web;
use crate::components::{Link, Page};
use crate::fields::Asked;
use crate::graph::{BOX_HEIGHT, BOX_WIDTH, Drawing, Edge, Level, Node, draw};
use crate::history::shortened;
use crate::pages::origin::{full_name, short_name};
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_domain::InstrumentId;
use haidang_domain::instrument::Relation;
use haidang_store::{InstrumentRow, RelationRow};
use std::collections::{BTreeMap, BTreeSet};

/// Most instruments that are drawn.
const MOST_DRAWN: usize = 42;
/// Most relations whose words are written on their lines.
const MOST_WORDS: usize = 24;
/// Most characters of a name in a box.
const NAME_CHARACTERS: usize = 22;
/// Most characters of a title in a box.
const TITLE_CHARACTERS: usize = 28;
/// Steps from the instrument in focus.
const DEPTHS: [u32; 2] = [1, 2];

#[derive(Template)]
#[template(path = "instrument/graph.html")]
struct GraphView {
    page: Page,
    focus: Option<Link>,
    depths: Vec<DepthLink>,
    cut: Option<String>,
    caption: String,
    svg: Svg,
    legend: Vec<(&'static str, String)>,
    rows: Vec<TableRow>,
}

struct DepthLink {
    href: String,
    name: String,
    current: bool,
}

struct Svg {
    width: usize,
    height: usize,
    levels: Vec<(String, usize)>,
    boxes: Vec<BoxView>,
    lines: Vec<LineView>,
}

struct BoxView {
    left: usize,
    top: usize,
    href: String,
    full: String,
    name: String,
    title: String,
    day: String,
    is_stub: bool,
    is_focus: bool,
}

struct LineView {
    code: &'static str,
    path: String,
    words: Option<(String, i64, i64)>,
    label: String,
}

struct TableRow {
    from: Link,
    relation: String,
    to: Link,
    focus: String,
    focus_label: String,
}

/// Relations between works, each once: what the versions of a work say counts as said by the work.
struct Known {
    rows: BTreeMap<InstrumentId, InstrumentRow>,
    relations: BTreeSet<(InstrumentId, Relation, InstrumentId)>,
    with_text: BTreeSet<InstrumentId>,
}

/// The graph around an instrument, or of all.
pub(crate) async fn graph(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let focus: Option<InstrumentId> = asked.parse("focus");
    let depth = asked.parse("depth").filter(|depth| DEPTHS.contains(depth)).unwrap_or(1);
    let mut known = gathered(&web, &visit, focus).await?;
    let focus = focus.map(|id| known.rows.get(&id).and_then(|row| row.work).unwrap_or(id));
    if let Some(focus) = focus {
        known.keep_around(focus, depth);
    }
    let shown = known.most_related(focus);
    let cut = (shown.len() < known.rows.len())
        .then(|| words.with("graph-too-many", &[("shown", &words.size(shown.len()))]));
    let svg = svg(words, &known, &shown, focus);
    let focus_link = focus.and_then(|id| known.rows.get(&id)).map(|row| link(words, row));
    let depth_link = |own: &u32| DepthLink {
        href: format!("/instruments/graph{}", asked.query(&[("depth", &own.to_string())])),
        name: words.whole(u64::from(*own)),
        current: *own == depth,
    };
    let used: BTreeSet<Relation> = known.relations.iter().map(|(_, relation, _)| *relation).collect();
    let view = GraphView {
        page: visit.page(&web, words.t("graph-title"), "/instruments"),
        depths: if focus.is_some() { DEPTHS.iter().map(depth_link).collect() } else { Vec::new() },
        focus: focus_link,
        cut,
        caption: words.count("relation-count", u64::try_from(known.relations.len()).unwrap_or(u64::MAX)),
        svg,
        legend: used.into_iter().map(|r| (r.code(), words.label("relation", r.code()))).collect(),
        rows: known.relations.iter().filter_map(|one| table_row(words, &known, *one)).collect(),
    };
    ok(&view)
}

/// All relations on the day of the visit, with the instruments at their ends.
async fn gathered(web: &Web, visit: &Visit, focus: Option<InstrumentId>) -> Result<Known, Problem> {
    let as_at = visit.as_at(web);
    let relations = web.app.store().relations(as_at).await?;
    let ends: BTreeSet<InstrumentId> =
        relations.iter().flat_map(|row: &RelationRow| [row.from, row.to]).chain(focus).collect();
    let ends: Vec<InstrumentId> = ends.into_iter().collect();
    let mut rows: BTreeMap<InstrumentId, InstrumentRow> =
        web.app.store().instruments_of(&ends, as_at).await?.into_iter().map(|row| (row.id, row)).collect();
    let works: Vec<InstrumentId> = rows.values().filter_map(|row| row.work).collect();
    rows.extend(web.app.store().instruments_of(&works, as_at).await?.into_iter().map(|row| (row.id, row)));
    let work = |id: InstrumentId| rows.get(&id).and_then(|row| row.work).unwrap_or(id);
    let relations = relations
        .iter()
        .map(|row| (work(row.from), row.relation, work(row.to)))
        .filter(|(from, _, to)| from != to && rows.contains_key(from) && rows.contains_key(to))
        .collect();
    let with_text =
        rows.values().filter(|row| row.versions > 0).map(|row| row.work.unwrap_or(row.id)).collect();
    Ok(Known { rows, relations, with_text })
}

impl Known {
    /// Leaves what is at most so many steps away.
    fn keep_around(&mut self, focus: InstrumentId, depth: u32) {
        let mut reached = BTreeSet::from([focus]);
        for _ in 0..depth {
            let near =
                self.relations.iter().filter(|(from, _, to)| reached.contains(from) || reached.contains(to));
            let near: Vec<InstrumentId> = near.flat_map(|(from, _, to)| [*from, *to]).collect();
            reached.extend(near);
        }
        self.relations.retain(|(from, _, to)| reached.contains(from) && reached.contains(to));
        self.rows.retain(|id, _| reached.contains(id));
    }

    /// The instruments to draw, those with most relations first where there are too many.
    fn most_related(&self, focus: Option<InstrumentId>) -> BTreeSet<InstrumentId> {
        let mut counts: BTreeMap<InstrumentId, usize> =
            focus.map(|id| (id, usize::MAX / 2)).into_iter().collect();
        for (from, _, to) in &self.relations {
            *counts.entry(*from).or_default() += 1;
            *counts.entry(*to).or_default() += 1;
        }
        let mut ids: Vec<(usize, InstrumentId)> = counts.into_iter().map(|(id, count)| (count, id)).collect();
        ids.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        ids.into_iter().take(MOST_DRAWN).map(|(_, id)| id).filter(|id| self.rows.contains_key(id)).collect()
    }
}

fn svg(words: Words, known: &Known, shown: &BTreeSet<InstrumentId>, focus: Option<InstrumentId>) -> Svg {
    let rows: Vec<&InstrumentRow> = shown.iter().filter_map(|id| known.rows.get(id)).collect();
    let node = |row: &&InstrumentRow| Node {
        key: row.id,
        level: Level::of(row.kind, row.symbol.as_deref(), row.issuer.as_deref()),
        issued_on: row.issued_on,
    };
    let nodes: Vec<Node<InstrumentId>> = rows.iter().map(node).collect();
    let place = |id: InstrumentId| rows.iter().position(|row| row.id == id);
    let mut drawn: BTreeMap<(usize, usize), Vec<Relation>> = BTreeMap::new();
    for (from, relation, to) in &known.relations {
        if let Some(pair) = place(*from).zip(place(*to)) {
            drawn.entry(pair).or_default().push(*relation);
        }
    }
    let edges: Vec<Edge> = drawn.keys().map(|(from, to)| Edge { from: *from, to: *to }).collect();
    let Drawing { width, height, boxes, levels, lines } = draw(&nodes, &edges);
    let with_words = drawn.len() <= MOST_WORDS;
    let name = |place: usize| rows.get(place).map(|row| name(words, row)).unwrap_or_default();
    let lines = drawn.iter().zip(lines).map(|(((from, to), relations), line)| {
        let (strongest, said) = one_line(words, relations);
        LineView {
            code: strongest.code(),
            path: line.path,
            label: format!("{} {said} {}", name(*from), name(*to)),
            words: with_words.then_some((said, line.words.0, line.words.1)),
        }
    });
    let boxed = |(row, (left, top)): (&&InstrumentRow, (usize, usize))| {
        box_view(words, known, row, (left, top), focus)
    };
    Svg {
        width,
        height,
        levels: levels.into_iter().map(|(level, top)| (words.label("level", level.code()), top)).collect(),
        lines: lines.collect(),
        boxes: rows.iter().zip(boxes).map(boxed).collect(),
    }
}

/// A text that fits into a box: capitals are wider.
fn fitting(text: &str, characters: usize) -> String {
    let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
    let is_wide = capitals * 2 > text.chars().filter(|letter| letter.is_alphabetic()).count();
    shortened(text, if is_wide { characters * 7 / 10 } else { characters })
}

/// Several relations of one instrument to another are one line: that it is only named goes without
/// saying where it stands in another relation as well.
fn one_line(words: Words, relations: &[Relation]) -> (Relation, String) {
    let said: Vec<Relation> =
        relations.iter().copied().filter(|relation| *relation != Relation::Cites).collect();
    let names: Vec<String> = said.iter().map(|relation| words.label("relation", relation.code())).collect();
    match said.first() {
        Some(strongest) => (*strongest, names.join("; ")),
        None => (Relation::Cites, words.label("relation", Relation::Cites.code())),
    }
}

fn box_view(
    words: Words,
    known: &Known,
    row: &InstrumentRow,
    (left, top): (usize, usize),
    focus: Option<InstrumentId>,
) -> BoxView {
    let title = words.choose(&row.titles).unwrap_or_default();
    let shown = name(words, row);
    BoxView {
        left,
        top,
        href: format!("/instruments/{}", row.id),
        full: full_name(words, row.kind, row.symbol.as_deref(), &row.titles),
        name: fitting(&shown, NAME_CHARACTERS),
        title: row.symbol.as_ref().map(|_| fitting(&title, TITLE_CHARACTERS)).unwrap_or_default(),
        day: row.issued_on.map_or_else(|| words.t("graph-undated"), |day| words.date(day)),
        is_stub: !known.with_text.contains(&row.id),
        is_focus: focus == Some(row.id),
    }
}

fn name(words: Words, row: &InstrumentRow) -> String {
    row.symbol.clone().unwrap_or_else(|| short_name(words, row.kind, None, &row.titles))
}

fn link(words: Words, row: &InstrumentRow) -> Link {
    let name = short_name(words, row.kind, row.symbol.as_deref(), &row.titles);
    Link { href: format!("/instruments/{}", row.id), name }
}

fn table_row(
    words: Words,
    known: &Known,
    (from, relation, to): (InstrumentId, Relation, InstrumentId),
) -> Option<TableRow> {
    let (from, to) = (link(words, known.rows.get(&from)?), link(words, known.rows.get(&to)?));
    let focus =
        format!("/instruments/graph?focus={}&depth=1", from.href.rsplit('/').next().unwrap_or_default());
    let focus_label = format!("{}: {}", words.t("graph-focus-on"), from.name);
    Some(TableRow { from, relation: words.label("relation", relation.code()), to, focus, focus_label })
}
