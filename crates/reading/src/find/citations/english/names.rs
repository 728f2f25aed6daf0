//! Instruments by their names in capitals: "Clinger-Cohen Act of 1996", "Policy on Service and Digital",
//! "National Intelligence Strategy", and plans by their years.

use super::super::Cited;
use crate::dates;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::{is_boundary, is_capital, lower};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A name has so many words on each side of its kind.
const REACH: usize = 12;

/// And so many bytes before it.
const LONGEST: usize = 400;

/// What is needed to tell names.
pub(super) struct Names<'a> {
    text: &'a str,
    low: &'a str,
    lexicon: &'a Lexicon,
    /// The titles of the document, in lower case: what they name is its own.
    own: String,
}

impl<'a> Names<'a> {
    pub(super) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let titles = document.blocks.iter().take(6).map(|block| document.words(block));
        let titles =
            titles.filter(|words| words.len() < 240 && !words.ends_with(['.', ';', ',', ':'])).map(lower);
        let titles = titles.filter(|words| lexicon.recitals.at_start(words).is_none());
        let front = document.front_matter_title.iter().map(|title| lower(title));
        let own = front.chain(titles).collect::<Vec<_>>().join("\n");
        Self { text: document.flow.text(), low: document.flow.low(), lexicon, own }
    }

    /// An instrument whose kind stands at byte `at`, not reaching back behind `from`.
    pub(super) fn ending_at(&self, at: usize, from: usize) -> Option<Cited> {
        let words = &self.lexicon.instruments;
        let low = self.low.get(at..)?;
        let firm = words.firm.at_start(low).map(|(length, kind)| (length, kind, true));
        let loose = words.loose.at_start(low).map(|(length, kind)| (length, kind, false));
        let (length, kind, firm) = [firm, loose].into_iter().flatten().max_by_key(|(length, ..)| *length)?;
        let end = at + length;
        let start = self.start_of_name(at, from);
        let (forward, about) = self.end_of_name(end);
        let (date, whole) = super::date_behind(self.text, forward);
        let range = start..if date.is_some() { whole } else { forward };
        let (day, first) = self.day_before(start, from);
        let date = date.or(day).or_else(|| self.year_at(start, low));
        let kind_words = self.text.get(at..end)?;
        let compound = kind_words.contains(' ');
        let printed = kind_words.rsplit(' ').next()?.starts_with(is_capital);
        let before = start < at || compound;
        let named = if firm {
            before || (about && self.tells_law(at..forward)) || self.is_the_constitution(at, end)
        } else {
            (about && self.tells_subject(at..forward))
                || (before && self.is_marked(start..end, date.is_some()))
        };
        (printed && named && self.names_another(&range, at..end, forward, firm)).then(|| Cited {
            range: first..range.end,
            kind: kind.to_owned(),
            symbol: None,
            date,
            issuer: None,
            confidence: if firm { 0.85 } else { 0.7 },
            rule: "citation.name",
        })
    }

    /// "December 25, 2001 Law on …": a day right before a name, and where it starts.
    pub(super) fn day_before(&self, start: usize, from: usize) -> (Option<String>, usize) {
        const LONGEST: &str = "September 25, 2001 ";
        let at = self.text.ceil_char_boundary(start.saturating_sub(LONGEST.len()).max(from));
        // The year may have been taken for the first word of the name.
        let year = self
            .text
            .get(start..start + 5)
            .and_then(|word| word.strip_suffix(' '))
            .filter(|word| super::is_year(word));
        let before = self.text.get(at..start + year.map_or(0, |_| 5)).unwrap_or_default();
        if !before.ends_with(' ') || !before.bytes().any(|byte| byte.is_ascii_digit()) {
            return (None, start);
        }
        // "the May 3, 2031, Executive Order 12".
        let day = before.trim_end().trim_end_matches(',');
        match dates::first_date(day) {
            Some((range, date)) if range.end == day.len() => (Some(date), at + range.start),
            _ => (None, start),
        }
    }

    /// The year that a name starts with: "2019 National Intelligence Strategy". That of an agenda is its goal.
    fn year_at(&self, start: usize, kind: &str) -> Option<String> {
        let year = self.text.get(start..start + 4).filter(|year| super::is_year(year))?;
        let goes_on = self.text.get(start + 4..)?.starts_with(' ');
        (goes_on && !kind.starts_with("agenda")).then(|| year.to_owned())
    }

    /// Whether what stands behind "Law", "Charter" or "Code" makes it one of its own.
    fn tells_law(&self, range: Range<usize>) -> bool {
        let low = self.low.get(range).unwrap_or_default();
        !low.starts_with("code of ") || low.starts_with("code of federal") || low.contains("procedure")
    }

    /// Whether what a loose kind is about makes it one of its own: "Policy on …", "Strategy for …", but not
    /// "Policy for …".
    fn tells_subject(&self, range: Range<usize>) -> bool {
        let low = self.low.get(range).unwrap_or_default();
        let Some((kind, behind)) = low.split_once(' ') else { return false };
        let mut words = behind.split([' ', ',']);
        let link = words.next().unwrap_or_default();
        if words.next().is_some_and(|word| dates::month_of_name(word).is_some()) {
            return false;
        }
        match kind {
            "plan" | "agenda" => false,
            "strategy" | "standards" | "framework" => matches!(link, "on" | "for"),
            "principles" => matches!(link, "on" | "of" | "for"),
            "declaration" => link != "to",
            _ => !matches!(link, "for" | "of" | "to"),
        }
    }

    /// Whether the words are no general ones, no part of a longer name, and not the document's own title.
    fn names_another(&self, range: &Range<usize>, kind: Range<usize>, forward: usize, firm: bool) -> bool {
        let words = self.low.get(range.start..kind.end).unwrap_or_default();
        let general = self.lexicon.instruments.general.at_end(words).is_some();
        let goes_on = forward == kind.end && self.goes_on(kind.end, words.ends_with("act"));
        let titled = !firm && self.is_title(range.start..forward, kind);
        let of_body = self.low.get(..range.start).is_some_and(|before| {
            [
                " office of ",
                " department of ",
                " ministry of ",
                " council on ",
                " minister of ",
                " council of ",
            ]
            .iter()
            .any(|body| before.ends_with(body))
        }) || [
            " office of",
            "office of ",
            "ministry of ",
            "department of ",
            "minister of ",
            "commission on ",
        ]
        .iter()
        .any(|body| words.contains(body));
        let shouted = crate::structure::is_capitals(self.text.get(range.clone()).unwrap_or_default());
        !general && !goes_on && !titled && (!of_body || firm) && !shouted
    }

    /// Whether a name of a loose kind is the document's own: its title has the name, or the kind of plan that
    /// the document is, unless it reports on that plan.
    fn is_title(&self, name: Range<usize>, kind: Range<usize>) -> bool {
        let kind = self.low.get(kind).unwrap_or_default();
        let reports = ["report", "assessment", "review"].iter().any(|word| self.own.contains(word));
        let planned = matches!(kind, "action plan" | "plan" | "strategy") && self.own.contains(kind);
        self.own.contains(self.low.get(name).unwrap_or_default()) || (planned && !reports)
    }

    /// Whether another word in capitals follows, so that the name is longer: "Code" in "Source Code Policy".
    fn goes_on(&self, end: usize, act: bool) -> bool {
        let behind = self.text.get(end..).unwrap_or_default();
        let next = behind.strip_prefix(' ').unwrap_or_default();
        !act && next.starts_with(is_capital)
            || behind.starts_with(['-', '/', '_'])
            || behind.starts_with("s ")
    }

    /// "the Constitution": a state has one.
    fn is_the_constitution(&self, at: usize, end: usize) -> bool {
        self.low.get(at..end) == Some("constitution")
            && self.low.get(..at).is_some_and(|before| before.ends_with("the "))
    }

    /// Whether a name of a loose kind says whose or of which year it is: "National", "President’s", "2019".
    fn is_marked(&self, words: Range<usize>, dated: bool) -> bool {
        let low = self.low.get(words).unwrap_or_default();
        let kind = low.rsplit(' ').next().unwrap_or_default();
        if matches!(
            kind,
            "standard" | "standards" | "guidelines" | "guidance" | "principles" | "agreement" | "protocol"
        ) {
            return false;
        }
        let year = low.starts_with(|c: char| c.is_ascii_digit());
        let several = low.split(' ').count() > 2;
        several && (dated || year || self.lexicon.instruments.marks.at_start(low).is_some())
    }

    /// Where the words in capitals before a kind start.
    fn start_of_name(&self, at: usize, from: usize) -> usize {
        let from = from.max(self.text.ceil_char_boundary(at.saturating_sub(LONGEST)));
        let (mut start, mut cursor) = (at, at);
        for _ in 0..REACH {
            let before = self.text.get(from..cursor).unwrap_or_default();
            // "CFO-Act"
            let joined = cursor == at
                && before.ends_with('-')
                && self.low.get(at..).is_some_and(|low| low.starts_with("act"));
            let Some(before) =
                before.strip_suffix([' ', '-']).filter(|b| joined || b.len() + 1 == before.len())
            else {
                break;
            };
            let word_at = from
                + before.rfind([' ', '\n', '“', '"', '|', '[', '‘']).map_or(0, |blank| {
                    blank + before.get(blank..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
                });
            let Some(word) = self.text.get(word_at..from + before.len()) else { break };
            match self.part(word, word_at) {
                Part::Name => start = word_at,
                Part::Inside => {}
                Part::Outside => break,
            }
            cursor = word_at;
        }
        start
    }

    /// What a word before a kind is to the name.
    fn part(&self, word: &str, at: usize) -> Part {
        let words = &self.lexicon.instruments;
        let low = self.low.get(at..at + word.len()).unwrap_or_default();
        let whole = |length: Option<usize>| length == Some(low.len());
        let bracket = word.starts_with('(') && word.ends_with(')') && word.len() > 2;
        if bracket && word.chars().nth(1).is_some_and(is_capital) {
            return Part::Inside;
        }
        let bare = low.trim_end_matches(['’', '\'']);
        let possessive = bare.ends_with("’s") || bare.ends_with("'s");
        let ends = word.ends_with([',', ';', ':', ')', '?', '!', '—', '–'])
            || (word.ends_with('.') && !word.trim_end_matches('.').contains('.') && word.len() > 3)
            || word.starts_with('(');
        let kind = words.firm.of(low).is_some();
        let verb = self.starts_sentence(at) && whole(self.lexicon.verbs.at_start(low));
        let outside = word.starts_with(is_capital) && whole(words.outside.at_start(low));
        if ends || kind || verb || outside || (possessive && !low.starts_with("president")) {
            return Part::Outside;
        }
        let year = low.starts_with(|c: char| c.is_ascii_digit())
            && low.get(..4).is_some_and(super::is_year)
            && low.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'));
        if word.starts_with(is_capital) || year {
            return Part::Name;
        }
        if whole(words.inside.at_start(low))
            && !matches!(low, "the" | "by" | "with" | "through" | "from" | "as")
        {
            Part::Inside
        } else {
            Part::Outside
        }
    }

    fn starts_sentence(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before.is_empty() || before.ends_with('\n') || before.ends_with(". ") || before.ends_with(": ")
    }

    /// Where the words behind a kind end that say what it is about or whose: "on Service and Digital", "of the
    /// United States"; and whether there are any that make the name one's own.
    pub(super) fn end_of_name(&self, end: usize) -> (usize, bool) {
        let words = &self.lexicon.instruments;
        let opens = self
            .low
            .get(end..)
            .and_then(|low| low.strip_prefix(' '))
            .and_then(|low| words.about.at_start(low));
        let Some(opens) = opens else { return (end, false) };
        let mut reached = end;
        let mut cursor = end + 1 + opens;
        let mut small = "";
        for _ in 0..REACH {
            let Some(word_at) =
                self.text.get(cursor..).and_then(|rest| rest.strip_prefix(' ')).map(|_| cursor + 1)
            else {
                break;
            };
            let rest = self.text.get(word_at..).unwrap_or_default();
            let word = rest.split([' ', '\n']).next().unwrap_or_default();
            let bare = word.split('/').next().unwrap_or_default();
            let bare = bare.trim_end_matches([',', '.', ';', ':', ')', '”', '"', '?', '’', '\'', ']']);
            let low = self.low.get(word_at..word_at + bare.len()).unwrap_or_default();
            let inside = words.inside.at_start(low) == Some(low.len()) && !low.is_empty();
            // "Law on Notaries and Decree No. …" are two.
            let behind_and = self.text.get(cursor.saturating_sub(9)..cursor).unwrap_or_default();
            let joined = behind_and.ends_with(" and")
                || behind_and.ends_with(" or")
                || behind_and.ends_with(" and the");
            let another = joined && self.is_kind_of_another(word_at);
            let year = low.get(..4).is_some_and(super::is_year) && matches!(small, "the" | "year");
            if another || self.is_day(word_at) {
                break;
            } else if bare.starts_with(is_capital) && !bare.contains(['(', '“', '[']) {
                reached = word_at + bare.len();
            } else if !inside && !year {
                break;
            }
            small = low;
            if bare.len() < word.len() && !self.lists_on(word_at + word.len(), word) {
                break;
            }
            cursor = word_at + word.len();
        }
        (reached, reached > end)
    }

    /// "November 29": a day is no part of a name.
    fn is_day(&self, at: usize) -> bool {
        let mut words = self.low.get(at..).unwrap_or_default().split(' ');
        words.next().is_some_and(|month| dates::month_of_name(month).is_some())
            && words.next().is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "Decree No. 5", "Law on …" behind "and".
    fn is_kind_of_another(&self, at: usize) -> bool {
        let low = self.low.get(at..).unwrap_or_default();
        let words = &self.lexicon.instruments;
        let kinds = [&self.lexicon.kinds, &words.firm, &words.loose];
        let behind = kinds.iter().filter_map(|kinds| kinds.at_start(low)).map(|(length, _)| length).max();
        behind.and_then(|length| low.get(length..)).is_some_and(|behind| {
            [" no", " on ", " of ", " number "].iter().any(|next| behind.starts_with(next))
        })
    }

    /// Whether a comma parts words of one name: "Child Protection, Care and Education".
    fn lists_on(&self, behind: usize, word: &str) -> bool {
        let rest = self.text.get(behind..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
        let next = rest.split(' ').next().unwrap_or_default();
        let after = rest.get(next.len()..).unwrap_or_default();
        let listed = after.starts_with(" and ") || after.starts_with(" & ") || next.ends_with(',');
        let capital = after.split(' ').nth(2).is_some_and(|second| second.starts_with(is_capital));
        word.ends_with(',') && next.starts_with(is_capital) && listed && (capital || next.ends_with(','))
    }

    /// "the Government’s program of action for the 2031-2036 term": a body has one at a time.
    pub(super) fn of_body(&self, at: usize) -> Option<Cited> {
        static PROGRAMME: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?P<issuer>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3})[’']s? (?:program(?:me)? of action|action program(?:me)?)(?: (?:for|in) the \d{4}[-–]\d{4} (?:term|period))?").ok()
        });
        let window = self.text.get(at..self.text.floor_char_boundary(at + 120))?;
        if !window.contains(" program") || self.own.contains("program") {
            return None;
        }
        let found = PROGRAMME.as_ref()?.captures(window)?;
        Some(Cited {
            range: at..at + found.get(0)?.end(),
            kind: "action_programme".to_owned(),
            symbol: None,
            date: None,
            issuer: found.name("issuer").map(|issuer| issuer.as_str().to_owned()),
            confidence: 0.7,
            rule: "citation.name",
        })
    }

    /// "2011-2020 socio-economic development strategy": a plan by its years, in small letters.
    pub(super) fn period(&self, at: usize) -> Option<Cited> {
        static PERIOD: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?:19|20)\d\d[-–](?:19|20)?\d\d (?:[a-z][a-z-]+ ){0,5}(?P<kind>strategy|action plan|plan|program of action|(?:master |target )?program(?:me)?)(?-u:\b)").ok()
        });
        let rest = self.text.get(at..)?;
        if !rest.starts_with(['1', '2']) || !matches!(rest.as_bytes().get(4), Some(b'-' | 0xE2)) {
            return None;
        }
        let found = PERIOD.as_ref()?.captures(rest.get(..rest.floor_char_boundary(120))?)?;
        let end = at + found.get(0)?.end();
        let words = self.low.get(at..end)?;
        let kind = found.name("kind")?.as_str();
        let own = words.get(..9).is_some_and(|years| self.own.contains(years)) && self.own.contains(kind);
        let kind = self.lexicon.instruments.loose.of(kind).unwrap_or("action_programme");
        (!own && is_boundary(self.text, at)).then(|| Cited {
            range: at..end,
            kind: kind.to_owned(),
            symbol: None,
            date: None,
            issuer: None,
            confidence: 0.7,
            rule: "citation.name",
        })
    }
}

/// What a word is to the name behind it.
enum Part {
    /// A word of the name.
    Name,
    /// A small word inside names.
    Inside,
    /// Where the name is over.
    Outside,
}
