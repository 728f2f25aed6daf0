//! From the parts of the file to paragraphs and tables.

use super::fonts::{self, Fonts};
use super::token::Token;
use crate::format::pieces::{self, Cell, Grid, Piece};

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy)]
struct State {
    place: Place,
    font: i32,
    /// How many characters stand in for a `\u` in programs without Unicode.
    stand_ins: usize,
    look: Look,
    /// Whether the paragraph belongs to a cell.
    in_table: bool,
}

/// How characters look.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    hidden: bool,
    raised: bool,
    capitals: bool,
}

/// Which part of the document a group belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Fonts,
    /// What is not shown; a text box inside of it is.
    Skipped,
    /// What runs from page to page, with all that is in it.
    Running,
}

/// Reads part after part.
pub(super) struct Reader {
    fonts: Fonts,
    state: State,
    /// The states of the groups around, and the words before a note that the group holds.
    open: Vec<(State, Option<String>)>,
    /// Bytes in the code page of the font that are still to be decoded.
    bytes: Vec<u8>,
    /// UTF-16 that `\u` gave.
    units: Vec<u16>,
    /// Characters still to be left out behind a `\u`.
    left_out: usize,
    /// `\*` was just read: a group that is not known may be skipped.
    may_skip: bool,
    font_named: i32,
    line: String,
    notes: Vec<String>,
    out: Vec<Piece>,
    table: Table,
}

/// The table that is open.
#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    cells: Vec<Cell>,
    cell: Cell,
    /// For each cell of the row whether it goes on with the one above or the one before.
    merged: Vec<Merged>,
    next: Merged,
}

#[derive(Debug, Clone, Copy, Default)]
struct Merged {
    above: bool,
    before: bool,
}

impl Default for Reader {
    fn default() -> Self {
        let state =
            State { place: Place::Text, font: 0, stand_ins: 1, look: Look::default(), in_table: false };
        Self {
            fonts: Fonts::default(),
            state,
            open: Vec::new(),
            bytes: Vec::new(),
            units: Vec::new(),
            left_out: 0,
            may_skip: false,
            font_named: 0,
            line: String::new(),
            notes: Vec::new(),
            out: Vec::new(),
            table: Table::default(),
        }
    }
}

impl Reader {
    /// Everything that was read, notes at the end.
    pub(super) fn pieces(mut self) -> Vec<Piece> {
        self.end_paragraph();
        self.end_table();
        let notes = std::mem::take(&mut self.notes);
        let notes = notes.into_iter().enumerate().filter(|(_, words)| !words.is_empty());
        self.out.extend(notes.map(|(at, words)| Piece::Paragraph(format!("[{}] {words}", at + 1))));
        self.out
    }

    pub(super) fn take(&mut self, token: Token<'_>) {
        let may_skip = std::mem::take(&mut self.may_skip);
        match token {
            Token::Open => {
                self.flush();
                self.left_out = 0;
                self.open.push((self.state, None));
            }
            Token::Close => self.close(),
            Token::Byte(_) | Token::Symbol(b'\'') if self.left_out > 0 => self.left_out -= 1,
            Token::Byte(byte) => self.byte(byte),
            Token::Symbol(b'*') => self.may_skip = true,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => self.word(word, number, may_skip),
        }
    }

    fn close(&mut self) {
        self.flush();
        self.left_out = 0;
        let Some((state, before)) = self.open.pop() else { return };
        self.state = state;
        if let Some(before) = before {
            let words = pieces::single_blanks(&std::mem::replace(&mut self.line, before));
            self.notes.push(words);
        }
    }

    fn byte(&mut self, byte: u8) {
        match self.state.place {
            Place::Text => {
                self.flush_units();
                self.bytes.push(byte);
            }
            Place::Fonts if byte != b';' => {
                self.fonts.entry(self.font_named).name.push(char::from(byte));
            }
            Place::Fonts | Place::Skipped | Place::Running => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.say(" "),
            b'_' => self.say("-"),
            b'{' | b'}' | b'\\' => self.byte(symbol),
            // A break of line in the file behind a backslash is a paragraph.
            b'\r' | b'\n' => self.paragraph(),
            b'\t' => self.say("\t"),
            // `\-` is where a word may be parted; the others are for indexes.
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, may_skip: bool) {
        if self.destination(word) || self.character(word, number) || self.look(word, number) {
            return;
        }
        match word {
            // A group that only newer programs know.
            _ if may_skip && self.state.place != Place::Running => self.state.place = Place::Skipped,
            _ if self.state.place != Place::Text => {}
            "par" | "sect" | "page" | "column" => self.paragraph(),
            "trowd" | "row" | "nestrow" | "cell" | "nestcell" | "cellx" | "clvmrg" | "clmrg" => {
                self.table_word(word);
            }
            "pard" => self.state.in_table = false,
            "intbl" => self.state.in_table = true,
            _ => {}
        }
    }

    /// Words that begin a part of the document of its own (RTF 1.9.1, "Destinations").
    fn destination(&mut self, word: &str) -> bool {
        match word {
            _ if self.state.place == Place::Running => return false,
            "fonttbl" => self.state.place = Place::Fonts,
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                self.state.place = Place::Running;
            }
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "shprslt" | "nonesttables" | "upr"
            | "listtable" | "listoverridetable" | "rsidtbl" | "generator" | "fldinst" | "bkmkstart"
            | "bkmkend" | "annotation" | "atnid" | "atnauthor" | "themedata" | "colorschememapping"
            | "datastore" | "latentstyles" | "xe" | "tc" | "ftnsep" | "ftnsepc" | "aftnsep" | "aftnsepc" => {
                self.state.place = Place::Skipped;
            }
            // Inside of groups that are skipped: the words of a text box, the Unicode twin of a text.
            "shptxt" => {
                self.end_paragraph();
                self.state.place = Place::Text;
            }
            "ud" | "result" => self.state.place = Place::Text,
            "footnote" if self.state.place == Place::Text => {
                self.flush();
                let before = std::mem::take(&mut self.line);
                self.state.look.raised = false;
                if let Some((_, held)) = self.open.last_mut() {
                    *held = Some(before);
                }
            }
            _ => return false,
        }
        true
    }

    /// Words that stand for a character.
    fn character(&mut self, word: &str, number: Option<i32>) -> bool {
        let said = match word {
            "u" => {
                self.unicode(number.unwrap_or(0));
                return true;
            }
            "tab" | "emspace" | "enspace" | "qmspace" => "\t",
            "line" | "softline" => "\n",
            "emdash" => "—",
            "endash" => "–",
            "bullet" => "•",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            _ => return false,
        };
        if self.left_out > 0 {
            self.left_out -= 1;
        } else {
            self.say(said);
        }
        true
    }

    /// Words that say how the characters behind them look, or in which code page they are.
    fn look(&mut self, word: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        if !matches!(
            word,
            "f" | "fcharset"
                | "deff"
                | "ansicpg"
                | "mac"
                | "uc"
                | "plain"
                | "v"
                | "deleted"
                | "super"
                | "nosupersub"
                | "sub"
                | "caps"
        ) {
            return false;
        }
        self.flush();
        match word {
            "f" if self.state.place == Place::Fonts => self.font_named = number.unwrap_or(0),
            "f" => self.state.font = number.unwrap_or(0),
            "fcharset" => self.fonts.entry(self.font_named).charset = number,
            "deff" => {
                self.fonts.usual = number.unwrap_or(0);
                self.state.font = self.fonts.usual;
            }
            "ansicpg" => self.fonts.page = number.and_then(fonts::of_page),
            "mac" => self.fonts.page = fonts::of_page(10000),
            "uc" => self.state.stand_ins = number.and_then(|count| usize::try_from(count).ok()).unwrap_or(1),
            "plain" => {
                self.state.font = self.fonts.usual;
                self.state.look = Look::default();
            }
            "v" | "deleted" => self.state.look.hidden = on,
            "super" => self.state.look.raised = on,
            "caps" => self.state.look.capitals = on,
            _ => self.state.look.raised = false,
        }
        true
    }

    /// `\u` with a number of 16 bits, negative above 32767; two make a character beyond them.
    fn unicode(&mut self, number: i32) {
        self.left_out = self.state.stand_ins;
        if self.state.place != Place::Text {
            return;
        }
        self.flush_bytes();
        self.units.extend(u16::try_from(number & 0xFFFF).ok());
    }

    fn say(&mut self, words: &str) {
        self.flush();
        self.push(words);
    }

    /// Decodes what is waiting.
    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let words = self.fonts.decode(&bytes, self.state.font);
            self.push(&words);
        }
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let units = std::mem::take(&mut self.units);
            // Symbol fonts have their bullets and ticks in the private area.
            let private = |c| if matches!(c, '\u{E000}'..='\u{F8FF}') { '•' } else { c };
            let words: String = String::from_utf16_lossy(&units).chars().map(private).collect();
            self.push(&words);
        }
    }

    fn push(&mut self, words: &str) {
        if self.state.place != Place::Text || self.state.look.hidden {
            return;
        }
        let words = self.fonts.drawn(words, self.state.font);
        let words = if self.state.look.capitals { words.to_uppercase() } else { words };
        if self.state.look.raised {
            pieces::push_raised(&mut self.line, &words);
        } else {
            self.line.push_str(&words);
        }
    }

    fn in_note(&self) -> bool {
        self.open.iter().any(|(_, before)| before.is_some())
    }

    fn paragraph(&mut self) {
        if self.state.place != Place::Text {
            return;
        }
        self.flush();
        if self.in_note() {
            self.line.push(' ');
        } else {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let words = pieces::single_blanks(&std::mem::take(&mut self.line));
        if self.state.in_table {
            self.table.cell.push(words);
        } else if !words.is_empty() {
            self.end_table();
            self.out.push(Piece::Paragraph(words));
        }
    }

    fn table_word(&mut self, word: &str) {
        if self.state.place != Place::Text || self.in_note() {
            return;
        }
        self.flush();
        let table = &mut self.table;
        match word {
            "trowd" => {
                table.merged.clear();
                table.next = Merged::default();
            }
            "clvmrg" => table.next.above = true,
            "clmrg" => table.next.before = true,
            "cellx" => table.merged.push(std::mem::take(&mut table.next)),
            "cell" => {
                self.state.in_table = true;
                self.end_paragraph();
                let cell = std::mem::take(&mut self.table.cell);
                self.table.cells.push(cell);
            }
            "row" => {
                table.lay_row();
                self.state.in_table = false;
            }
            // A table inside a cell: its cells are paragraphs there.
            _ => self.end_paragraph(),
        }
    }

    fn end_table(&mut self) {
        let mut table = std::mem::take(&mut self.table);
        table.lay_row();
        if table.grid != Grid::default() {
            self.out.push(Piece::Table(table.grid));
        }
    }
}

impl Table {
    fn lay_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        self.grid.start_row();
        for (at, cell) in cells.into_iter().enumerate() {
            let merged = self.merged.get(at).copied().unwrap_or_default();
            let cell = match merged {
                Merged { before: true, .. } => Vec::new(),
                Merged { above: true, .. } => self.grid.above(),
                Merged { .. } => cell,
            };
            self.grid.cell(cell, 1, 1);
        }
    }
}
