//! Lines of the source: which of them are text, cells, blank, or chrome.

use super::chrome;
use crate::bytes;
use std::ops::Range;

/// A line and where it lies in the source.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) range: Range<usize>,
    pub(super) kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing on it, or nothing that the document says.
    Blank,
    /// A single `|`: a cell of a table ends.
    CellBreak,
    /// A Markdown table ended above the blank lines before.
    TableEnd,
    /// Words.
    Text,
}

/// Cuts a text into lines. Front matter, page chrome and rules count as blank; a Markdown table
/// row is cut into its cells.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let body = front_matter(text).map_or(0, |range| range.end);
    let mut out = Vec::new();
    let mut after_chrome = false;
    // Where the text of a page ended, and whether it has been turned since.
    let (mut page_end, mut turned) = (0, false);
    // How many lines of the foot of a page may still follow.
    let mut foot = 0;
    let mut table = Tabled::No;
    for range in ranges(text) {
        // The number of a page stands below the running head; one alone may be a row's.
        let range = without_break(text, range);
        let trimmed = text.get(range.clone()).unwrap_or_default().trim();
        let page = after_chrome && trimmed.len() < 5 && trimmed.bytes().all(|byte| byte.is_ascii_digit());
        foot = if chrome::ends_text(trimmed) { chrome::LONGEST_FOOT } else { foot.saturating_sub(1) };
        let is_chrome = foot > 0 || chrome::is_chrome(trimmed);
        after_chrome = is_chrome || (after_chrome && trimmed.is_empty());
        turned |= is_chrome;
        if range.start < body || page || is_chrome || trimmed.is_empty() {
            out.push(Line { range, kind: LineKind::Blank });
        } else {
            if turned && goes_over(text, out.get(..page_end).unwrap_or_default(), trimmed) {
                out.truncate(page_end);
            }
            if table == Tabled::Left && !trimmed.starts_with('|') {
                out.push(Line { range: range.start..range.start, kind: LineKind::TableEnd });
            }
            // The number of a page alone between blank lines may part a sentence.
            let lone = is_page_number(trimmed) && out.last().is_none_or(|line| line.kind == LineKind::Blank);
            if lone && table == Tabled::No {
                out.push(Line { range, kind: LineKind::Text });
                turned = true;
                continue;
            }
            // The rule below a header shows where another table starts.
            if let (Tabled::Another(at), true) = (table, is_table_rule(trimmed)) {
                let end = out.get(at).map_or(range.start, |line: &Line| line.range.start);
                out.insert(at, Line { range: end..end, kind: LineKind::TableEnd });
            }
            let start = out.len();
            push(&mut out, text, range, trimmed);
            (page_end, turned) = (out.len(), false);
            table = table.past(trimmed, start);
            continue;
        }
        table = table.past(trimmed, out.len());
    }
    out
}

/// Where lines stand to a Markdown table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tabled {
    No,
    /// In its last row so far.
    Row,
    /// On the blank lines below it.
    Left,
    /// In the first row below those, whose lines start here: maybe the header of another table.
    Another(usize),
}

impl Tabled {
    /// Where they stand behind a line, whose own lines start at `start`.
    fn past(self, trimmed: &str, start: usize) -> Self {
        let row = trimmed.len() > 1 && trimmed.starts_with('|') && trimmed.ends_with('|');
        match self {
            Self::Left if row => Self::Another(start),
            _ if row => Self::Row,
            Self::Row | Self::Left | Self::Another(_) if trimmed.is_empty() => Self::Left,
            _ => Self::No,
        }
    }
}

/// Whether a sentence goes over to the next page: it is not ended, and goes on in small letters.
fn goes_over(text: &str, page: &[Line], next: &str) -> bool {
    let last = page.last().filter(|last| last.kind == LineKind::Text);
    let last = last.and_then(|last| text.get(last.range.clone())).unwrap_or(".").trim_end();
    next.starts_with(char::is_lowercase) && !last.ends_with(['.', ';', ':', '!', '?', '/'])
}

/// Where lines lie, without their line feeds.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    let unended = Some(text.len()).filter(|_| !text.is_empty() && !text.ends_with('\n'));
    bytes::places_where(text.as_bytes(), |[byte]| byte == b'\n').chain(unended).map(move |end| {
        let line = start..end;
        start = end + 1;
        line
    })
}

fn push(out: &mut Vec<Line>, text: &str, range: Range<usize>, trimmed: &str) {
    if trimmed == "|" {
        out.push(Line { range, kind: LineKind::CellBreak });
    } else if is_table_rule(trimmed) {
        // The rule below the header of a Markdown table: the next row follows without a gap.
    } else if is_rule(trimmed) {
        out.push(Line { range, kind: LineKind::Blank });
    } else if trimmed.starts_with('|') && trimmed.matches('|').count() > 1 {
        push_cells(out, text, range);
    } else {
        out.push(Line { range, kind: LineKind::Text });
    }
}

/// `| a | b |` becomes the lines `|`, `a`, `|`, `b`, `|`.
fn push_cells(out: &mut Vec<Line>, text: &str, range: Range<usize>) {
    let line = text.get(range.clone()).unwrap_or_default();
    let mut start = 0;
    for (at, _) in line.match_indices('|').chain([(line.len(), "")]) {
        let cell = range.start + start..range.start + at;
        if text.get(cell.clone()).is_some_and(|words| !words.trim().is_empty()) {
            out.push(Line { range: cell, kind: LineKind::Text });
        } else if start > 0 && at < line.len() {
            // An empty cell keeps its column.
            out.push(Line { range: cell, kind: LineKind::Blank });
        }
        if at < line.len() {
            out.push(Line { range: range.start + at..range.start + at + 1, kind: LineKind::CellBreak });
        }
        start = at + 1;
    }
}

/// A line without the backslash that breaks it in Markdown.
fn without_break(text: &str, range: Range<usize>) -> Range<usize> {
    let broken = text.get(range.clone()).is_some_and(|line| line.ends_with('\\'));
    range.start..range.end - usize::from(broken)
}

/// One to three figures.
fn is_page_number(trimmed: &str) -> bool {
    trimmed.len() <= 3 && trimmed.bytes().all(|byte| byte.is_ascii_digit())
}

/// `|---|---|`: below the header of a Markdown table.
fn is_table_rule(trimmed: &str) -> bool {
    trimmed.starts_with('|') && trimmed.contains('-') && is_rule(trimmed)
}

/// A line of dashes, underscores, asterisks or dots, or of marks alone.
fn is_rule(trimmed: &str) -> bool {
    let marks = |c: char| {
        matches!(c, '-' | '_' | '*' | '=' | '.' | '~' | ' ' | '\u{a0}' | ':' | '|' | '—' | '–' | '>')
    };
    trimmed.is_empty() || (trimmed.chars().all(marks) && trimmed != "|" && trimmed != "-" && trimmed != "–")
}

/// The front matter of a Markdown page: between two lines of `---` at the start.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let rest = text.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")?;
    (end < 2000).then_some(0..4 + end + 5)
}

/// The title that the front matter gives.
pub(super) fn front_matter_title(text: &str) -> Option<String> {
    let matter = text.get(front_matter(text)?)?;
    let mut lines = matter.lines().skip_while(|line| !line.starts_with("title:"));
    let line = lines.next()?.strip_prefix("title:")?.trim();
    // `title: |` stands above its words.
    let line = if matches!(line, "|" | ">") { lines.next()? } else { line };
    let title = line.trim().trim_matches(['"', '\'', '|']).trim();
    (title.chars().count() > 3).then(|| title.to_owned())
}

/// The date that the front matter gives.
pub(super) fn front_matter_date(text: &str) -> Option<String> {
    let matter = text.get(front_matter(text)?)?;
    let line = matter.lines().find_map(|line| line.strip_prefix("date:"))?;
    let date = line.trim().trim_matches(['"', '\'']).get(..10)?;
    date.parse::<jiff::civil::Date>().ok().map(|date| date.to_string())
}
