//! The text of a version as a page to read, with findings marked at their words.

use crate::marking::{Piece, Span, pieces};
use askama::Template;
use haidang_domain::FindingId;
use haidang_reading::{DisplayBlock, DisplayKind, HIDDEN, blocks, shown_characters};

/// From how many letters on a line is one that the edge of the sheet broke.
const FULL_LINE: usize = 40;

/// A finding to mark in the text.
pub(crate) struct Found {
    /// Its id.
    pub(crate) id: FindingId,
    /// Its words.
    pub(crate) span: Span,
    /// The code of its category.
    pub(crate) category: &'static str,
    /// Where the mark leads.
    pub(crate) href: String,
    /// What the mark says to who points at it.
    pub(crate) label: String,
    /// Whether it counts no longer.
    pub(crate) faded: bool,
    /// Whether it is the one that is looked at.
    pub(crate) current: bool,
}

/// A text with its marks.
#[derive(Template)]
#[template(path = "components/text.html")]
pub(crate) struct TextView {
    language: &'static str,
    blocks: Vec<BlockView>,
}

struct BlockView {
    open: &'static str,
    close: &'static str,
    pieces: Vec<PieceView>,
}

struct PieceView {
    anchors: Vec<String>,
    text: String,
    mark: Option<MarkView>,
}

struct MarkView {
    class: String,
    href: String,
    label: String,
}

/// A text with findings marked. `language` is the code of the language that it is in.
pub(crate) fn text_view(text: &str, language: &'static str, found: &[Found]) -> TextView {
    let characters: Vec<char> = text.chars().collect();
    let spans: Vec<Span> = found.iter().map(|found| found.span).collect();
    let flowing = flowing(&characters);
    let mut level = 2;
    let mut views = Vec::new();
    for block in whole(&characters, blocks(text)) {
        let own = characters.get(block.start..block.end).unwrap_or_default();
        // Rules and the edges of tables, drawn with signs.
        if !own.iter().any(|mark| mark.is_alphanumeric()) {
            continue;
        }
        let (open, close) = tags(block.kind, &mut level);
        let pieces = pieces(&flowing, block.start, block.end, &spans);
        views.push(BlockView {
            open,
            close,
            pieces: pieces.into_iter().map(|one| piece(&one, &spans, found)).collect(),
        });
    }
    TextView { language, blocks: views }
}

/// The characters as the page shows them, one for one: a line that only the edge of a sheet broke
/// runs on, empty lines within a block are closed, and marks of Markdown are hidden.
fn flowing(characters: &[char]) -> Vec<char> {
    let characters = shown_characters(characters);
    let mut shown = Vec::with_capacity(characters.len());
    let mut length = 0;
    let mut last = ' ';
    let mut broken = false;
    for (place, mark) in characters.iter().copied().enumerate() {
        let mut now = mark;
        if mark == '\n' {
            let rest = characters.get(place..).unwrap_or_default();
            if broken || runs_on(rest, length, last) {
                now = ' ';
            }
            broken = true;
            length = 0;
        } else if !mark.is_whitespace() && mark != HIDDEN {
            broken = false;
            length += 1;
            last = mark;
        }
        shown.push(now);
    }
    shown
}

/// Whether the sentence goes on behind the break that `rest` begins with, after a line of so many
/// letters that ends in `last`.
fn runs_on(rest: &[char], length: usize, last: char) -> bool {
    let is_blank = |mark: &char| mark.is_whitespace() || *mark == HIDDEN;
    let space = rest.iter().position(|mark| !is_blank(mark)).unwrap_or(rest.len());
    let breaks = rest.iter().take(space).filter(|mark| **mark == '\n').count();
    let next = rest.get(space).copied().unwrap_or('\n');
    let full = length >= FULL_LINE && next.is_alphanumeric() && !".:;!?".contains(last);
    breaks == 1 && (next.is_lowercase() || full)
}

/// The blocks, and paragraphs for what lies between them, so that no word is left out.
fn whole(characters: &[char], blocks: Vec<DisplayBlock>) -> Vec<DisplayBlock> {
    let end = DisplayBlock { start: characters.len(), end: characters.len(), kind: DisplayKind::Paragraph };
    let mut whole = Vec::new();
    let mut at = 0;
    for block in blocks.into_iter().chain([end]) {
        let between = characters.get(at..block.start).unwrap_or_default();
        // What stands before a block on its own line belongs to it.
        let line = between.iter().rposition(|mark| *mark == '\n').map(|place| at + place + 1);
        let block = match line {
            Some(start) if block.start < block.end => DisplayBlock { start, ..block },
            _ => block,
        };
        let between = characters.get(at..block.start).unwrap_or_default();
        if between.iter().any(|mark| !mark.is_whitespace()) {
            whole.push(DisplayBlock { start: at, end: block.start, kind: DisplayKind::Paragraph });
        }
        let block = DisplayBlock { start: block.start.max(at), ..block };
        if block.start < block.end {
            at = block.end;
            whole.push(block);
        }
    }
    whole
}

/// The tags of a block. Headings begin under the heading of the page and never skip a level.
fn tags(kind: DisplayKind, level: &mut u8) -> (&'static str, &'static str) {
    match kind {
        DisplayKind::Heading(own) => {
            *level = own.saturating_add(2).min(*level + 1).clamp(3, 6);
            match *level {
                3 => ("<h3>", "</h3>"),
                4 => ("<h4>", "</h4>"),
                5 => ("<h5>", "</h5>"),
                _ => ("<h6>", "</h6>"),
            }
        }
        DisplayKind::Item(1) => ("<p class=\"item item-1\">", "</p>"),
        DisplayKind::Item(2) => ("<p class=\"item item-2\">", "</p>"),
        DisplayKind::Item(_) => ("<p class=\"item item-3\">", "</p>"),
        DisplayKind::Paragraph => ("<p>", "</p>"),
    }
}

fn piece(piece: &Piece, spans: &[Span], found: &[Found]) -> PieceView {
    let shown = piece.innermost(spans).and_then(|place| found.get(place));
    let current = piece.cover.iter().filter_map(|place| found.get(*place)).any(|found| found.current);
    let mark = shown.map(|found| MarkView {
        class: class(found, current),
        href: found.href.clone(),
        label: found.label.clone(),
    });
    let begins = piece.begins.iter().filter_map(|place| found.get(*place));
    let text = piece.text.replace(HIDDEN, "");
    PieceView { anchors: begins.map(|found| format!("words-{}", found.id)).collect(), text, mark }
}

fn class(found: &Found, current: bool) -> String {
    let faded = if found.faded { " found-faded" } else { "" };
    let current = if current { " found-current" } else { "" };
    format!("found found-{}{faded}{current}", found.category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn headings_never_skip_a_level() {
        let mut level = 2;
        let opened = [3, 1, 3, 2].map(|own| tags(DisplayKind::Heading(own), &mut level).0);
        assert_eq!(opened, ["<h3>", "<h3>", "<h4>", "<h4>"]);
    }

    #[test]
    fn a_line_that_the_sheet_broke_runs_on() {
        let shown =
            |text: &str| flowing(&text.chars().collect::<Vec<char>>()).into_iter().collect::<String>();
        assert_eq!(shown("công tác\nthu hút đầu tư"), "công tác thu hút đầu tư");
        assert_eq!(shown("Nơi nhận:\nNhư Điều 3;\n\n\nLưu"), "Nơi nhận:\nNhư Điều 3;\n  Lưu");
        let long = "Tăng cường thu hút đầu tư ngoài ngân sách trên địa bàn theo quy định của";
        assert_eq!(shown(&format!("{long}\nLuật Đầu tư")), format!("{long} Luật Đầu tư"));
        assert_eq!(shown(&format!("{long}.\nLuật Đầu tư")), format!("{long}.\nLuật Đầu tư"));
    }

    #[test]
    fn no_word_is_left_out() {
        let characters: Vec<char> = "một hai ba".chars().collect();
        let block = DisplayBlock { start: 4, end: 7, kind: DisplayKind::Item(1) };
        let parts: Vec<(usize, usize)> =
            whole(&characters, vec![block]).iter().map(|b| (b.start, b.end)).collect();
        assert_eq!(parts, [(0, 4), (4, 7), (7, 10)]);
        let characters: Vec<char> = "một\n**hai ba".chars().collect();
        let block = DisplayBlock { start: 6, end: 9, kind: DisplayKind::Paragraph };
        let parts: Vec<(usize, usize)> =
            whole(&characters, vec![block]).iter().map(|b| (b.start, b.end)).collect();
        assert_eq!(parts, [(0, 4), (4, 9), (9, 12)]);
    }

    #[test]
    fn words_are_marked_and_escaped() {
        let found = Found {
            id: FindingId(Uuid::nil()),
            span: Span { start: 0, end: 3 },
            category: "task",
            href: "#x".into(),
            label: "Nhiệm vụ".into(),
            faded: false,
            current: true,
        };
        let html = text_view("a<b và c", "vi", &[found]).render().unwrap();
        assert!(html.contains("id=\"words-00000000-0000-0000-0000-000000000000\""), "{html}");
        assert!(html.contains("found-task found-current") && html.contains("a&#60;b"), "{html}");
    }
}
