//! The characters of a line that belong to the flow: without emphasis, heading signs, tags, and
//! pictures; links by their words; blanks made single.

use crate::bytes::{is_one_of, lies_in, places_where};
use std::borrow::Cow;
use std::ops::Range;

/// So many blanks part the cells of a broken table.
const WIDE_GAP: usize = 3;

/// A line made clean, with the way back to its bytes in the source.
pub(super) struct Clean<'a> {
    text: Cow<'a, str>,
    /// Where the first stretch starts, and the others, whose bytes lie side by side in the source.
    first: Run,
    others: Vec<Run>,
}

#[derive(Clone, Copy, Default)]
struct Run {
    /// In the clean line.
    at: usize,
    /// In the source.
    source: usize,
    /// Whether a wide gap stands before it.
    behind_gap: bool,
}

impl<'a> Clean<'a> {
    /// Cleans the words of a line that starts at this byte of the source.
    pub(super) fn of(words: &'a str, start: usize) -> Self {
        let quoted = if words.trim_start_matches(' ').starts_with('>') { quote_marks(words) } else { 0 };
        if quoted == 0 && first_odd(words).is_none() {
            let first = Run { source: start, ..Run::default() };
            return Self { text: Cow::Borrowed(words), first, others: Vec::new() };
        }
        let mut cleaner = Cleaner::default();
        cleaner.take(words.get(quoted..).unwrap_or(words), start + quoted);
        let Cleaner { text, runs: mut others, .. } = cleaner;
        let first = if others.is_empty() { Run::default() } else { others.remove(0) };
        Self { text: Cow::Owned(text), first, others }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The stretches of a part of the line: the words, their place in the source, and whether a wide
    /// gap stands before them.
    pub(super) fn pieces(&self, range: Range<usize>) -> impl Iterator<Item = (&str, usize, bool)> {
        let runs = std::iter::once(&self.first).chain(&self.others);
        let ends = self.others.iter().map(|run| run.at).chain([self.text.len()]);
        runs.zip(ends).filter_map(move |(run, end)| {
            let (from, to) = (run.at.max(range.start), end.min(range.end));
            let words = self.text.get(from..to).filter(|words| !words.is_empty())?;
            let whole = from == run.at && from > range.start;
            Some((words, run.source + (from - run.at), run.behind_gap && whole))
        })
    }
}

/// The bytes of the marks of a Markdown quotation, "> > a) Stop the service": "> 80%" compares.
fn quote_marks(words: &str) -> usize {
    let behind = words.trim_start_matches([' ', '\t', '>']);
    let length = words.len() - behind.len();
    let marked = words.get(..length).is_some_and(|marks| marks.contains('>'));
    let quotes = behind.is_empty() || behind.starts_with(|c: char| c.is_alphabetic() || "_*[“\"".contains(c));
    if marked && quotes { length } else { 0 }
}

/// The bytes of a mark of a footnote: `[^12]`, and of the colon behind it where the note itself starts.
fn note_mark(rest: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    let inner = rest.strip_prefix("[^")?;
    let inner = inner.get(..inner.floor_char_boundary(LONGEST))?;
    let close = inner.find(']').filter(|close| *close > 0)?;
    let colon = usize::from(inner.get(close + 1..).is_some_and(|rest| rest.starts_with(": ")));
    Some("[^".len() + close + "]".len() + colon)
}

/// The first place in a line where something may have to be cleaned: a mark of Markdown or HTML, a control
/// character, a blank that is none or not alone.
fn first_odd(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let behind = |at| bytes.get(at).copied().unwrap_or_default();
    let mut places = places_where(bytes, |[first, second]| may_be_odd(first, second));
    places.find(|at| is_odd(behind(*at), behind(at + 1), behind(at + 2)))
}

/// A quick look that takes a few others for odd: `"`, `|`, `}`, and the signs and letters beside odd ones.
fn may_be_odd(first: u8, second: u8) -> bool {
    let early = (first < 0x24) & ((first != b' ') | (second == b' '));
    let brackets = lies_in(first | 0x20, b'{'..=b'}');
    early | brackets | is_one_of(first, b"*`<\x7F\xC2\xEF") | (first & 0xFE == 0xE2)
}

/// Marks, control characters, doubled blanks, and the first bytes of blanks, soft hyphens and marks without
/// width.
fn is_odd(first: u8, second: u8, third: u8) -> bool {
    match first {
        b' ' => second == b' ',
        // U+2000–U+200F, U+2028–U+202F, among dashes and quotation marks
        0xE2 => second == 0x80 && matches!(third, 0..=0x8F | 0xA8..=0xAF),
        _ => is_one_of(first, b"*`#<\\![]{\x7F\xC2\xE3\xEF") || first < b' ',
    }
}

/// The bytes at the start that are taken as they are, words and single spaces between them.
fn plain_length(words: &str) -> usize {
    if words.starts_with(' ') {
        return 0;
    }
    // Of two blanks the first is taken.
    let taken = |at| usize::from(words.as_bytes().get(at) == Some(&b' '));
    first_odd(words).map_or(words.len(), |at| at + taken(at))
}

#[derive(Default)]
struct Cleaner {
    text: String,
    /// Where stretches start whose bytes lie side by side in the source.
    runs: Vec<Run>,
    /// How many blanks the source has since the last word.
    blanks: usize,
}

impl Cleaner {
    fn take(&mut self, words: &str, start: usize) {
        let heading = words.trim_start().starts_with('#');
        let mut at = 0;
        while let Some(rest) = words.get(at..) {
            let plain = plain_length(rest);
            self.push_plain(rest.get(..plain).unwrap_or_default(), start + at);
            at += plain;
            let Some(rest) = words.get(at..) else { break };
            let Some(c) = rest.chars().next() else { break };
            let mut skip_until = at + c.len_utf8();
            match c {
                // "* item": a star with a blank opens an item as a dash does.
                '*' if rest.starts_with("* ") && self.text.trim().is_empty() => self.push('-', start + at),
                '*' | '`' | '\u{feff}' | '\u{200b}' | '\u{ad}' => {}
                '#' if heading && self.text.trim().is_empty() => {}
                '<' => match tag(rest) {
                    Some(length) => skip_until = at + length,
                    None => self.push(c, start + at),
                },
                '{' => match attributes(rest) {
                    Some(length) => skip_until = at + length,
                    None => self.push(c, start + at),
                },
                // Pandoc escapes marks: `57\-NQ/TW`.
                '\\' if rest.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_punctuation())) => {}
                '!' if rest.starts_with("![") => skip_until = at + 1,
                ']' => match target(rest) {
                    Some(length) => skip_until = at + length,
                    None => self.push(c, start + at),
                },
                '[' if note_mark(rest).is_some() => skip_until = at + note_mark(rest).unwrap_or_default(),
                '[' if is_link(rest) => {}
                _ if c.is_whitespace() || c.is_control() => self.push(' ', start + at),
                _ => self.push(c, start + at),
            }
            at = skip_until;
        }
    }

    /// Adds words with single spaces between them.
    fn push_plain(&mut self, words: &str, source: usize) {
        if words.is_empty() {
            return;
        }
        self.run(source, self.blanks >= WIDE_GAP);
        self.blanks = usize::from(words.ends_with(' '));
        self.text.push_str(words);
    }

    fn push(&mut self, c: char, source: usize) {
        let behind_gap = c != ' ' && self.blanks >= WIDE_GAP;
        self.blanks = if c == ' ' { self.blanks + 1 } else { 0 };
        if self.blanks > 1 {
            return;
        }
        self.run(source, behind_gap);
        self.text.push(c);
    }

    /// What is added next comes from this byte of the source.
    fn run(&mut self, source: usize, behind_gap: bool) {
        let at = self.text.len();
        let continues = self.runs.last().is_some_and(|run| run.source + (at - run.at) == source);
        if !continues {
            self.runs.push(Run { at, source, behind_gap });
        }
    }
}

/// The length of attributes and commands of Markdown pages: `{: .class}`, `{% include … %}`, `{{ site.name }}`.
fn attributes(rest: &str) -> Option<usize> {
    let rest = near(rest);
    let end = |mark: &str| rest.find(mark).map(|at| at + mark.len());
    match rest.get(..2)? {
        "{%" => end("%}"),
        "{{" => end("}}"),
        "{:" => {
            let mut quoted = None;
            let close = rest.char_indices().find(|(_, c)| {
                let inside = quoted;
                quoted = match inside {
                    Some(mark) => Some(mark).filter(|mark| mark != c),
                    None => Some(*c).filter(|c| matches!(c, '"' | '\'')),
                };
                inside.is_none() && *c == '}'
            });
            close.map(|(at, _)| at + 1)
        }
        _ => None,
    }
}

/// As far as marks reach that belong together: what opens and never closes must not have the whole line
/// looked through from each place.
fn near(rest: &str) -> &str {
    const REACH: usize = 300;
    rest.get(..rest.floor_char_boundary(REACH)).unwrap_or(rest)
}

/// The length of an HTML tag at the start.
fn tag(rest: &str) -> Option<usize> {
    let second = rest.chars().nth(1)?;
    let end = near(rest).find('>')?;
    (second.is_ascii_alphabetic() || second == '/').then_some(end + 1)
}

/// Whether `[words](address)` starts here.
fn is_link(rest: &str) -> bool {
    near(rest).find(']').is_some_and(|end| rest.get(end + 1..).is_some_and(|after| after.starts_with('(')))
}

/// The length of `](address)` at the start.
fn target(rest: &str) -> Option<usize> {
    let address = rest.strip_prefix("](")?;
    let end = address.find(')')?;
    let plausible =
        address.get(..end).is_some_and(|a| a.starts_with(['/', '#', 'h', 'm', '.']) && !a.contains(' '));
    plausible.then_some(end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(words: &str) -> String {
        Clean::of(words, 0).text().to_owned()
    }

    #[test]
    fn marks_tags_and_doubled_blanks_go() {
        let table = [
            ("Sở Tài chính – chủ trì…", "Sở Tài chính – chủ trì…"),
            ("**Sở**  Tài\u{a0}chính", "Sở Tài chính"),
            ("## Điều 3", " Điều 3"),
            ("theo [Nghị quyết](https://a.vn/1) này", "theo Nghị quyết này"),
            ("57\\-NQ/TW <b>và</b> a < b", "57-NQ/TW và a < b"),
            ("soft\u{ad}hyphen\u{200b}", "softhyphen"),
            ("* {: data-x='{{ a.b }}' .c}Publier le registre", "- Publier le registre"),
            ("{% include a.html %} et {{ site.nom }} puis", " et puis"),
            ("un ensemble {a, b} et 2 * 3", "un ensemble {a, b} et 2 3"),
        ];
        for (words, expected) in table {
            assert_eq!(cleaned(words), expected, "{words}");
        }
    }

    #[test]
    fn every_piece_leads_back_to_its_bytes() {
        let words = "a **b**  c [d](/e) “f”    g";
        let clean = Clean::of(words, 0);
        for (piece, source, _) in clean.pieces(0..clean.text().len()) {
            let shown = words.get(source..source + piece.len()).unwrap();
            assert_eq!(piece.trim(), shown.trim(), "{source}");
        }
        let gaps = clean.pieces(0..clean.text().len()).filter(|(_, _, gap)| *gap);
        assert_eq!(gaps.map(|(piece, ..)| piece).collect::<Vec<_>>(), ["g"]);
    }
}
