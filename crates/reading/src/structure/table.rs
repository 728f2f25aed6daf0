//! Tables of annexes: rows of cells under a header that says who, what and when.

use super::{Block, Flow};
use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A table whose header was understood.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// What each column holds.
    pub(crate) columns: Vec<Column>,
    /// Where the header stands.
    pub(crate) header: Range<usize>,
    /// The cells of the header.
    pub(crate) heads: Vec<Range<usize>>,
    /// The cells of each row below the header, one for each column: places in the flow, empty where a
    /// cell is.
    pub(crate) rows: Vec<Vec<Range<usize>>>,
    /// Rows that have so many cells fewer than columns that it cannot be told which are missing.
    pub(crate) odd_rows: usize,
    /// How many cells the last row has so far.
    filled: usize,
}

/// What a column holds, as its header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Running number.
    Number,
    /// What is to be done, or the name of the thing.
    Subject,
    /// Body in charge.
    Lead,
    /// Bodies that help.
    Coordinating,
    /// Until when.
    Deadline,
    /// What shows that it is done.
    Deliverable,
    /// Unit of a target.
    Unit,
    /// Value of a target.
    Value,
    /// What is asked for.
    Request,
    /// Who asks for it.
    Asking,
    /// Who has to answer.
    Answering,
    /// Anything else.
    Other,
}

impl Table {
    /// The cell of a row in the first column of this kind.
    pub(crate) fn cell(&self, row: &[Range<usize>], kind: Column) -> Option<Range<usize>> {
        self.cells(row, kind).next()
    }

    /// The cells of a row in the columns of this kind, empty ones left out.
    pub(crate) fn cells<'a>(
        &'a self,
        row: &'a [Range<usize>],
        kind: Column,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let of_kind = self.columns.iter().zip(row).filter(move |(column, _)| **column == kind);
        of_kind.map(|(_, cell)| cell.clone()).filter(|cell| !cell.is_empty())
    }

    /// Whether its rows are things to do, not quantities to reach.
    pub(crate) fn lists_tasks(&self) -> bool {
        let has = |kind| self.columns.contains(&kind);
        (has(Column::Lead) || has(Column::Deadline)) && !self.lists_targets()
    }

    /// Whether its rows are targets: something measured, with a unit or values, and no time to do it.
    pub(crate) fn lists_targets(&self) -> bool {
        let has = |kind| self.columns.contains(&kind);
        let valued = has(Column::Value) || (has(Column::Unit) && has(Column::Deliverable));
        has(Column::Subject) && valued && !has(Column::Deadline)
    }

    /// Whether its rows are requests.
    pub(crate) fn lists_requests(&self) -> bool {
        self.columns.contains(&Column::Request)
    }

    /// The stretch of the flow that its rows take up.
    pub(crate) fn range(&self) -> Option<Range<usize>> {
        let cells = || self.rows.iter().flatten().filter(|cell| !cell.is_empty());
        Some(cells().map(|cell| cell.start).min()?..cells().map(|cell| cell.end).max()?)
    }

    fn new(columns: Vec<Column>, heads: Vec<Range<usize>>) -> Self {
        let header = heads.first().map_or(0, |cell| cell.start)..heads.last().map_or(0, |cell| cell.end);
        Self { columns, header, heads, rows: Vec::new(), odd_rows: 0, filled: 0 }
    }

    /// Takes a row, its cells put under their columns. A row without its number is one cell short;
    /// what stands behind the last column is text below the table.
    fn take(&mut self, flow: &Flow, mut cells: Vec<Range<usize>>) {
        let columns = self.columns.len();
        let numbered = self.columns.first() == Some(&Column::Number);
        let starts_with_words =
            cells.first().is_some_and(|cell| flow.words(cell.clone()).chars().count() > 12);
        if numbered && cells.len() < columns && starts_with_words {
            cells.insert(0, 0..0);
        }
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        self.odd_rows += usize::from(filled > 2 && cells.len() + 1 < columns);
        self.filled = cells.len();
        cells.resize(columns, 0..0);
        self.rows.push(cells);
    }

    /// Whether these cells go on with the last row behind so many empty ones: where every cell stands on a
    /// line of its own, an empty cell looks like the end of a row.
    fn goes_on(&self, flow: &Flow, cells: &[Range<usize>], empty: usize) -> bool {
        let numbered = self.columns.first() == Some(&Column::Number);
        let first = cells.first().map(|cell| flow.words(cell.clone())).unwrap_or_default();
        let room = self.filled > 1 && self.filled + empty + cells.len() <= self.columns.len();
        numbered && room && empty > 0 && !is_row_number(first)
    }

    /// Puts cells into the last row, behind so many empty ones.
    fn go_on(&mut self, cells: Vec<Range<usize>>, empty: usize) {
        let from = self.filled + empty;
        self.filled = from + cells.len();
        let Some(row) = self.rows.last_mut() else { return };
        for (place, cell) in row.iter_mut().skip(from).zip(cells) {
            *place = cell;
        }
    }

    /// Takes a second row of the header, below a cell that spans several: "Đơn vị thực hiện" over
    /// "Chủ trì" and "Phối hợp".
    fn widen(&mut self, below: &[Column]) {
        let at = self.columns.iter().position(|column| matches!(column, Column::Lead | Column::Coordinating));
        if let Some(at) = at {
            self.columns.splice(at..=at, below.iter().copied());
        }
    }

    /// Takes a second row of the header that parts the last column into years: "Giai đoạn 2026 - 2030" over "Năm 2026",
    /// "Năm 2027" …
    fn part_into_years(&mut self, years: &[Range<usize>]) {
        let Some(last) = self.columns.len().checked_sub(1) else { return };
        self.columns.splice(last.., years.iter().map(|_| Column::Value));
        self.heads.splice(last.min(self.heads.len()).., years.iter().cloned());
    }
}

/// The tables of a document that a header was found for.
pub(super) fn tables(flow: &Flow, blocks: &[Block]) -> Vec<Table> {
    let mut out: Vec<Table> = Vec::new();
    let mut last_row: Option<usize> = None;
    for (number, mut cells) in rows(blocks) {
        let words: Vec<&str> = cells.iter().map(|range| flow.low_words(range.clone())).collect();
        // Rows follow without a gap but for empty cells; a long stretch of text between two tables is none.
        let gap = last_row.map_or(0, |last| number - last);
        let mut open = out.last_mut().filter(|table| (1..=table.columns.len() + 1).contains(&gap));
        if let Some(table) = open.as_mut().filter(|table| table.goes_on(flow, &cells, gap)) {
            table.go_on(cells, gap);
            last_row = Some(number);
        } else if let Some((start, columns)) =
            header(&words).filter(|(_, columns)| !counts(&open, &words, columns))
        {
            let head = cells.split_off(start.min(cells.len()));
            if let Some(table) = open.filter(|table| fits(table, &cells)) {
                table.take(flow, cells);
            }
            out.push(Table::new(columns, head));
            last_row = Some(number);
        } else if let (Some(table), Some(below)) = (open.as_mut(), second_header(&words)) {
            if table.rows.is_empty() {
                table.widen(&below);
            }
            last_row = Some(number);
        } else if let Some(table) = open.as_mut().filter(|table| table.rows.is_empty() && are_years(&words)) {
            cells.retain(|cell| !cell.is_empty());
            table.part_into_years(&cells);
            last_row = Some(number);
        } else if let Some(table) = open.filter(|table| fits(table, &cells)) {
            table.take(flow, cells);
            last_row = Some(number);
        } else {
            last_row = None;
        }
    }
    out.retain(|table| !table.rows.is_empty());
    out
}

/// Whether cells are a row of the open table, whose rows have numbers, and no header, whatever their words. A cell
/// with nothing but a mark is empty here.
fn counts(open: &Option<&mut Table>, words: &[&str], announced: &[Column]) -> bool {
    let numbered = |columns: &[Column]| columns.first() == Some(&Column::Number);
    let filled = || words.iter().position(|cell| !cell.trim().is_empty());
    let number =
        || filled().and_then(|at| words.get(at)).is_some_and(|cell| is_row_number(&cell.to_uppercase()));
    open.as_ref().is_some_and(|table| {
        let marked = filled().is_some_and(|at| at > 0) && words.len() >= table.columns.len();
        numbered(&table.columns) && !numbered(announced) && (number() || marked)
    })
}

/// `1`, `2.3`, `IV`, `b)`: what the first cell of a row holds.
fn is_row_number(cell: &str) -> bool {
    let bare = cell.trim().trim_matches(['.', ')', '(', '*']);
    let short = bare.chars().count() <= 6;
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'I' | 'V' | 'X');
    short && (bare.chars().all(numeral) || bare.chars().count() == 1)
}

/// Whether a row can belong to a table: merged cells leave it shorter, text below makes it longer.
fn fits(table: &Table, cells: &[Range<usize>]) -> bool {
    (2..=table.columns.len() + 1).contains(&cells.len())
}

/// The cells of each row: the stretch of the flow that the blocks of a cell cover.
fn rows(blocks: &[Block]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, Range<usize>>> = BTreeMap::new();
    for block in blocks {
        let Some(place) = block.place else { continue };
        let start = block.range.start - block.marker.map_or(0, |m| m.length.min(block.range.start));
        let cell = rows.entry(place.row).or_default().entry(place.column).or_insert(start..block.range.end);
        cell.end = block.range.end;
    }
    rows.into_iter().map(|(row, cells)| (row, dense(&cells))).collect()
}

/// Cells by column, with empty ranges where a column has none.
fn dense(cells: &BTreeMap<usize, Range<usize>>) -> Vec<Range<usize>> {
    let last = cells.keys().next_back().copied().unwrap_or(0);
    // A table of more columns than this is none; a long run of marks makes no long run of cells.
    if last > 60 {
        return cells.values().cloned().collect();
    }
    (0..=last).map(|column| cells.get(&column).cloned().unwrap_or(0..0)).collect()
}

/// A header has so many cells at least.
const FEWEST_HEADS: usize = 3;

/// Where a header starts in a row, and the columns that it announces. What stands before it in the
/// row is text above the table, or the last row of another one.
fn header(cells: &[&str]) -> Option<(usize, Vec<Column>)> {
    if cells.len() < FEWEST_HEADS {
        return None;
    }
    let number = cells.iter().rposition(|cell| cell.len() < 60 && is_number(bare(cell)));
    let behind_long = cells.iter().rposition(|cell| cell.chars().count() > 120).map_or(0, |at| at + 1);
    let first_filled = cells.iter().position(|cell| !cell.trim().is_empty()).unwrap_or(0);
    let start = number.unwrap_or_else(|| behind_long.max(first_filled));
    let head = cells.get(start..)?;
    let subject = |cell: &&str| Said::of(cell).has(Cue::Subject);
    if head.len() < FEWEST_HEADS || head.iter().any(|cell| cell.chars().count() > 120) {
        return None;
    }
    if let Some(columns) = columns_of_requests(head) {
        return Some((start, columns));
    }
    if !head.iter().any(subject) {
        return None;
    }
    let columns: Vec<Column> = columns_of(head);
    let has = |kind| columns.contains(&kind);
    let tasks = has(Column::Subject) && (has(Column::Lead) || has(Column::Deadline));
    let targets = has(Column::Subject) && (has(Column::Unit) || has(Column::Value));
    (tasks || targets).then_some((start, columns))
}

/// Words for a request.
const ASKING: [&str; 2] = ["kiến nghị", "đề xuất"];

fn holds(low: &str, words: &[&str]) -> bool {
    words.iter().any(|words| low.contains(words))
}

/// The columns of a table of requests: what is asked for, who asks, who answers: "Nội dung kiến nghị | Địa phương
/// kiến nghị | Cơ quan xử lý".
fn columns_of_requests(head: &[&str]) -> Option<Vec<Column>> {
    head.iter().find(|cell| holds(cell, &ASKING))?;
    let columns: Vec<Column> = head.iter().map(|cell| column_of_requests(cell)).collect();
    let has = |kind| columns.contains(&kind);
    (has(Column::Request) && (has(Column::Asking) || has(Column::Answering))).then_some(columns)
}

fn column_of_requests(low: &str) -> Column {
    let low = bare(low);
    let asks = holds(low, &ASKING);
    let said = holds(low, &["nội dung", "thông tin", "vấn đề"]) || low.starts_with("kiến nghị");
    let body = holds(low, &["tỉnh", "địa phương", "cơ quan", "đơn vị", "bộ", "sở", "nơi"]);
    match (asks, said || low.starts_with("đề xuất"), body) {
        _ if is_number(low) => Column::Number,
        (true, true, _) => Column::Request,
        (true, false, true) => Column::Asking,
        (false, _, true) if holds(low, &["xử lý", "giải quyết", "trả lời", "tiếp nhận"]) => {
            Column::Answering
        }
        _ => Column::Other,
    }
}

/// The columns of a header; beside "Chỉ tiêu" a column "Đơn vị" holds units, not bodies.
fn columns_of(head: &[&str]) -> Vec<Column> {
    let measured = head.iter().any(|cell| Said::of(cell).has(Cue::Measure));
    let unit = |cell: &str| measured && matches!(cell.trim(), "đơn vị" | "đv");
    head.iter().map(|cell| if unit(cell) { Column::Unit } else { column(cell) }).collect()
}

/// A row whose cells are all names of columns of bodies.
fn second_header(cells: &[&str]) -> Option<Vec<Column>> {
    let filled = || cells.iter().filter(|cell| !cell.trim().is_empty());
    if filled().count() != 2 || cells.iter().any(|cell| cell.chars().count() >= 40) {
        return None;
    }
    let columns: Vec<Column> = filled().map(|cell| column(cell)).collect();
    let bodies = columns.iter().all(|column| matches!(column, Column::Lead | Column::Coordinating));
    bodies.then_some(columns)
}

/// Whether a row is years alone, two or more: "Năm 2026", "Năm 2027", "2028".
fn are_years(cells: &[&str]) -> bool {
    let filled = || cells.iter().map(|cell| bare(cell)).filter(|cell| !cell.is_empty());
    filled().count() > 1 && filled().all(|cell| is_year(cell.strip_prefix("năm ").unwrap_or(cell)))
}

/// A cell of so many bytes is no header.
const LONGEST_HEAD: usize = 480;

/// What one header cell, in lower case, announces.
pub(crate) fn column(low: &str) -> Column {
    if low.len() > LONGEST_HEAD {
        return Column::Other;
    }
    let low = bare(low);
    let said = Said::of(low);
    if is_number(low) {
        Column::Number
    } else if said.has(Cue::Coordinating) {
        Column::Coordinating
    } else if names_lead(low, said) {
        Column::Lead
    } else if said.has(Cue::Person) {
        Column::Other
    } else if said.has(Cue::Deadline) || matches!(low, "due" | "when" | "date") {
        Column::Deadline
    } else if said.has(Cue::Deliverable) {
        Column::Deliverable
    } else if said.has(Cue::Unit) || matches!(low, "unit" | "units" | "unité") {
        Column::Unit
    } else if said.has(Cue::Subject) {
        Column::Subject
    } else if told(low) {
        Column::Other
    } else if said.has(Cue::Value) || is_year(low) {
        Column::Value
    } else {
        Column::Other
    }
}

/// "ƯTH năm 2025", "Hiện trạng năm 2025": values that were, not values to reach.
fn told(low: &str) -> bool {
    ["ưth", "ước thực hiện", "ước th", "thực hiện năm", "hiện trạng", "kết quả năm"]
        .iter()
        .any(|word| low.starts_with(word))
}

/// A cell without the marks at its end.
fn bare(low: &str) -> &str {
    low.trim().trim_end_matches(['.', ':', '*']).trim()
}

/// The head of a column of running numbers.
fn is_number(low: &str) -> bool {
    matches!(low, "tt" | "stt" | "số tt" | "no" | "#" | "n°" | "nº") || low.contains("số thứ tự")
}

/// `2030`, `2026 - 2030`: a column of values for a year or a span.
fn is_year(low: &str) -> bool {
    let digits = low.chars().filter(char::is_ascii_digit).count();
    let only = low.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–'));
    only && matches!(digits, 4 | 8) && low.starts_with("20")
}

/// "Cơ quan chủ trì", "Đơn vị thực hiện", "Lead agency", "Responsable"; a person in charge is no body.
fn names_lead(low: &str, said: Said) -> bool {
    let body = said.has(Cue::Body);
    let assigned = said.has(Cue::Assigned) || matches!(low, "đơn vị" | "cơ quan" | "who");
    let leads = said.has(Cue::Leads) && (body || !said.has(Cue::Person));
    let acts = body && said.has(Cue::Acts) && !said.has(Cue::Reckoned);
    (acts || leads || assigned) && low.chars().count() < 60
}

/// What the words of a header speak of.
#[derive(Debug, Clone, Copy)]
enum Cue {
    Coordinating,
    /// A person, not a body.
    Person,
    Deadline,
    Deliverable,
    Unit,
    Subject,
    Value,
    /// Something measured.
    Measure,
    Body,
    /// Being in charge.
    Leads,
    /// What a body in charge does.
    Acts,
    Assigned,
    /// "tính": reckoned, as in "đơn vị tính".
    Reckoned,
}

/// The cues of a cell, a bit for each.
#[derive(Debug, Clone, Copy)]
struct Said(u16);

impl Said {
    /// All cues in words in lower case, found in one walk.
    fn of(low: &str) -> Self {
        static WORDS: LazyLock<Option<AhoCorasick>> =
            LazyLock::new(|| AhoCorasick::new(CUES.iter().flat_map(|(_, words)| *words)).ok());
        static BITS: LazyLock<Vec<u16>> = LazyLock::new(|| {
            CUES.iter().flat_map(|(cue, words)| words.iter().map(|_| 1 << (*cue as u16))).collect()
        });
        let found = WORDS.iter().flat_map(|words| words.find_overlapping_iter(low));
        Self(found.fold(0, |said, word| said | BITS.get(word.pattern().as_usize()).copied().unwrap_or(0)))
    }

    fn has(self, cue: Cue) -> bool {
        self.0 & 1 << (cue as u16) != 0
    }
}

const CUES: [(Cue, &[&str]); 13] = [
    (
        Cue::Coordinating,
        &[
            "phối hợp",
            "coordinat",
            "supporting",
            "partner",
            "tham gia",
            "associé",
            "partenaire",
            "appui",
            "collaborat",
        ],
    ),
    (Cue::Person, &["người chủ trì", "lãnh đạo", "người đứng đầu", "người phụ trách", "họ và tên", "họ tên"]),
    (
        Cue::Deadline,
        &[
            "thời gian",
            "thời hạn",
            "tiến độ",
            "hoàn thành",
            "thời điểm",
            "deadline",
            "timeline",
            "timeframe",
            "due date",
            "target date",
            "completion",
            "échéance",
            "délai",
            "calendrier",
        ],
    ),
    (Cue::Deliverable, &["sản phẩm", "kết quả", "deliverable", "output", "livrable", "produit", "résultat"]),
    (Cue::Unit, &["đơn vị tính", "đvt"]),
    (
        Cue::Subject,
        &[
            "nhiệm vụ",
            "nội dung",
            "công việc",
            "chỉ tiêu",
            "hoạt động",
            "giải pháp",
            "đề án",
            "tên văn bản",
            "tên dự án",
            "tên chương trình",
            "vấn đề",
            "task",
            "action",
            "activit",
            "commitment",
            "milestone",
            "indicator",
            "indicateur",
            "mesure",
            "tâche",
        ],
    ),
    (Cue::Value, &["kế hoạch", "mục tiêu", "giá trị", "target", "value", "valeur", "cible", "năm 20"]),
    (Cue::Measure, &["chỉ tiêu", "indicator", "indicateur"]),
    (Cue::Body, &["cơ quan", "đơn vị", "agency", "agencies", "department", "ministr", "structure", "entité"]),
    (
        Cue::Leads,
        &[
            "chủ trì",
            "lead",
            "thực hiện chính",
            "chef de file",
            "responsib",
            "responsable",
            "pilote",
            "porteur",
        ],
    ),
    (
        Cue::Acts,
        &["thực hiện", "chịu trách nhiệm", "soạn thảo", "trình", "tham mưu", "được giao", "phụ trách"],
    ),
    (Cue::Assigned, &["phân công", "owner"]),
    (Cue::Reckoned, &["tính"]),
];

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::*;
    use crate::Language;
    use crate::source::Source;
    use crate::words::lower;

    #[test]
    fn headers_are_understood() {
        let table = [
            ("STT", Column::Number),
            ("Tên nhiệm vụ", Column::Subject),
            ("Người đứng đầu chịu trách nhiệm", Column::Other),
            ("Cơ quan, đơn vị chủ trì", Column::Lead),
            ("Đơn vị thực hiện", Column::Lead),
            ("Cơ quan phối hợp thực hiện", Column::Coordinating),
            ("Thời gian hoàn thành", Column::Deadline),
            ("Sản phẩm dự kiến", Column::Deliverable),
            ("Đơn vị tính", Column::Unit),
            ("Ghi chú", Column::Other),
            ("Họ và tên", Column::Other),
            ("Lead agency", Column::Lead),
            ("Due date", Column::Deadline),
            ("Chef de file", Column::Lead),
            ("Échéance", Column::Deadline),
        ];
        for (cell, expected) in table {
            assert_eq!(column(&lower(cell)), expected, "{cell}");
        }
    }

    /// The tables of a text: their columns, and the words of their rows.
    fn read(text: &str) -> Vec<(Vec<Column>, Vec<Vec<String>>)> {
        let source = Source::new(text);
        let document = Document::of(&source, Language::Vi);
        let words = |row: &Vec<Range<usize>>| {
            row.iter().map(|cell| document.flow.words(cell.clone()).to_owned()).collect::<Vec<_>>()
        };
        let table = |table: &Table| (table.columns.clone(), table.rows.iter().map(words).collect());
        document.tables.iter().map(table).collect()
    }

    #[test]
    fn empty_cells_keep_their_columns() {
        let tables = read(
            "Văn bản trước bảng.\n\n\
             | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n\
             | 1 | Lập danh mục | Sở Nội vụ | | Quý I/2027 |\n\
             | 2 | Rà soát quy trình | | Sở Y tế | 2027 |\n\n\
             Văn bản sau bảng, không thuộc về bảng.\n",
        );
        let (columns, rows) = &tables[0];
        assert_eq!(columns.len(), 5);
        assert_eq!(rows[0], ["1", "Lập danh mục", "Sở Nội vụ", "", "Quý I/2027"]);
        assert_eq!(rows[1], ["2", "Rà soát quy trình", "", "Sở Y tế", "2027"]);
    }

    #[test]
    fn another_table_and_the_text_between_belong_to_none_before() {
        let text = "| Action | Pilote | Échéance |\n|---|---|---|\n| Forer un puits | Mairie | 2031 |\n\n\
             | Mesure | Méthode |\n|---|---|\n| Passages | Utiliser le registre |\n\nLe registre est tenu.\n";
        let tables = read(text);
        assert_eq!(tables.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [1]);
        let source = Source::new(text);
        let document = Document::of(&source, Language::Fr);
        assert_eq!(document.blocks.last().and_then(|block| block.place), None);
    }

    #[test]
    fn a_row_without_its_number_and_a_header_in_two_rows() {
        let tables = read(
            "| TT | Nội dung | Đơn vị thực hiện | Thời gian |\n|---|---|---|---|\n| Chủ trì | Phối hợp |\n\
             | 1 | Lập danh mục | Sở Nội vụ | Sở Y tế | 2027 |\n| Lập kế hoạch thu gom | Sở Y tế | | 2028 |\n",
        );
        let (columns, rows) = &tables[0];
        assert_eq!(columns.get(2..4), Some([Column::Lead, Column::Coordinating].as_slice()));
        assert_eq!(rows[1], ["", "Lập kế hoạch thu gom", "Sở Y tế", "", "2028"]);
    }

    #[test]
    fn rows_that_speak_like_a_header_are_rows() {
        let tables = read(
            "| TT | Nhiệm vụ | Chủ trì | Thời gian | Tiến độ |\n|---|---|---|---|---|\n\
             | 1. | Kiểm kê giếng | Sở Y tế | 2027 | Chậm |\n\
             | 2. | Sửa đổi các nội dung, hoạt động của trạm bơm | Sở Y tế | 2026 - 2030 | Hoàn thành |\n\
             | II | Hoạt động chung của các trạm | Sở Nội vụ | 2026-2030 | |\n",
        );
        assert_eq!(tables.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_second_header_parts_the_last_column_into_years() {
        use Column::{Number, Other, Subject, Unit, Value};
        let tables = read(
            "| TT | Chỉ tiêu | ĐVT | ƯTH năm 2031 | Giai đoạn 2032 - 2034 |\n|---|---|---|---|---|\n\
             | Năm 2032 | Năm 2033 | Năm 2034 |\n| 1 | Diện tích bãi | Ha | 26 | 27 | 28 | 30 |\n",
        );
        let (columns, rows) = &tables[0];
        assert_eq!(columns, &[Number, Subject, Unit, Other, Value, Value, Value]);
        assert_eq!(rows[0], ["1", "Diện tích bãi", "Ha", "26", "27", "28", "30"]);
    }

    #[test]
    fn tables_of_requests_say_who_asks_and_who_answers() {
        let tables = read(
            "| TT | Tỉnh kiến nghị | Thông tin đề xuất | Bộ phụ trách xử lý |\n|---|---|---|---|\n\
             | 1 | Mẫu Sơn | Mở bến xe mới. | Bộ Xây dựng |\n",
        );
        let columns = [Column::Number, Column::Asking, Column::Request, Column::Answering];
        assert_eq!(tables.first().map(|(columns, _)| columns.as_slice()), Some(columns.as_slice()));
    }

    #[test]
    fn other_tables_and_lines_are_left_alone() {
        let texts = [
            "| TT | Kiến nghị | Ghi chú |\n|---|---|---|\n| 1 | Mở bến xe | Đã mở |\n",
            "| Họ và tên | Chức vụ | Số điện thoại |\n|---|---|---|\n| A | B | C |\n",
            "| TT | Tên xã | Diện tích |\n|---|---|---|\n| 1 | Xã A | 12 |\n",
            "Nội dung | và | thời gian thực hiện nhiệm vụ\n",
        ];
        for text in texts {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
