//! Numbers with their units in a clause, and the words around them that compare.

use crate::Language;
use crate::language::Lexicon;
use crate::reading::Value;
use crate::words::{first_word, word_starts};
use std::ops::Range;

/// A number that counts or measures something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// From the words that compare to the unit and what stands behind it ("or more").
    pub(super) range: Range<usize>,
    /// Where the number itself starts.
    pub(super) number: usize,
    pub(super) comparator: &'static str,
    pub(super) value: Value,
    pub(super) unit: Option<String>,
}

impl Quantity {
    /// Whether it is a share.
    pub(super) fn is_share(&self) -> bool {
        self.unit.as_deref().is_some_and(|unit| unit.starts_with('%'))
    }

    /// Whether it is all of something.
    pub(super) fn is_whole(&self) -> bool {
        self.is_share() && matches!(self.value, Value::One(value) if (value - 100.0).abs() < 1e-9)
    }

    /// Whether it counts or measures something or is a share, not a bare number.
    pub(super) fn is_measured(&self) -> bool {
        self.unit.is_some()
    }
}

/// The quantities of a clause. `low` is in lower case with citations blanked, `words` as printed.
pub(super) fn quantities(low: &str, words: &str, language: Language, lexicon: &Lexicon) -> Vec<Quantity> {
    let scanner = Scanner { low, words, language, lexicon };
    let mut out: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(number) = scanner.next_number(at) {
        at = number.end;
        if let Some(quantity) = scanner.quantity(&number) {
            at = quantity.range.end.max(at);
            out.push(quantity);
        }
    }
    out
}

/// A number as the language prints it: `1.700` and `14,5` in Vietnamese, `1,700` and `14.5` in English.
pub(super) fn parse(text: &str, language: Language) -> Option<f64> {
    let (thousands, decimal) = if language == Language::En { (',', '.') } else { ('.', ',') };
    let blank = |c: char| c == thousands || c.is_whitespace();
    let grouped = !text.starts_with("0.")
        && text.split(blank).skip(1).all(|group| group.chars().take_while(char::is_ascii_digit).count() == 3);
    let plain = text.chars().filter(|c| !(grouped && blank(*c)));
    let point = |c: char| if c == thousands || c == decimal { '.' } else { c };
    plain.map(point).collect::<String>().parse().ok()
}

/// What the words before and behind a number make of it.
pub(super) fn comparator(before: &str, behind: &str, lexicon: &Lexicon) -> &'static str {
    let words = &lexicon.quantities;
    let (before, behind) = (before.trim_end(), behind.trim_start());
    // The longer of two phrases counts: "không dưới" is at least, "dưới" at most.
    let (least, most) = (words.at_least.at_end(before), words.at_most.at_end(before));
    if least > most || words.or_more.at_start(behind).is_some() {
        ">="
    } else if most > least || words.or_less.at_start(behind).is_some() {
        "<="
    } else {
        "="
    }
}

struct Scanner<'a> {
    low: &'a str,
    words: &'a str,
    language: Language,
    lexicon: &'a Lexicon,
}

/// A printed number: where it stands and what it is worth.
struct Number {
    start: usize,
    end: usize,
    value: f64,
    /// Whether it stands in words.
    spelt: bool,
    /// Whether it says how many times of what is, "doubler", or which part, "de moitié".
    times: bool,
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.low.get(at..).unwrap_or_default()
    }

    fn before(&self, at: usize) -> &str {
        self.low.get(..at).unwrap_or_default()
    }

    /// The next number in digits, or in words behind a word that compares.
    fn next_number(&self, from: usize) -> Option<Number> {
        let digit = self.rest(from).bytes().position(|byte| byte.is_ascii_digit()).map(|at| from + at);
        let until = digit.unwrap_or(self.low.len());
        self.spelt_between(from, until).or_else(|| self.digits(digit?))
    }

    /// `at least one`, `gấp đôi`: a number in words counts only behind a word that compares, or
    /// where it says how many times.
    fn spelt_between(&self, from: usize, until: usize) -> Option<Number> {
        let stretch = self.low.get(from..until)?;
        self.lexicon.quantities.numbers.places(stretch).find_map(|(at, words, value)| {
            let at = from + at;
            let compared = comparator(self.before(at), "", self.lexicon) != "=";
            let times = is_multiple(words);
            (compared || times).then(|| Number {
                start: at,
                end: at + words.len(),
                value,
                spelt: true,
                times,
            })
        })
    }

    fn digits(&self, start: usize) -> Option<Number> {
        let rest = self.rest(start);
        let mut end = run_of_digits(rest);
        // Blanks part thousands: "12 500".
        if end <= 3 && self.language == Language::Fr {
            while let Some(more) = group_behind(rest.get(end..).unwrap_or_default()) {
                end += more;
            }
        }
        let value = parse(rest.get(..end)?, self.language).unwrap_or(f64::NAN);
        Some(Number { start, end: start + end, value, spelt: false, times: false })
    }

    /// The quantity that a number starts; `None` where it is a date, a reference, or part of a name.
    fn quantity(&self, first: &Number) -> Option<Quantity> {
        if first.value.is_nan() || !self.is_free(first.start) {
            return None;
        }
        let (value, number_end) = self.value(first);
        let ranged = matches!(value, Value::Range(_));
        let known = self.unit(number_end, first.spelt);
        let (unit, end) = match known {
            Some((unit, end)) => (Some(unit), end),
            None if first.times || self.is_bare_value(number_end) => (None, number_end),
            None => return None,
        };
        let is_year = is_year(self.low.get(first.start..first.end)?);
        let is_share = unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
        let named = self.lexicon.quantities.not_after.at_end(self.before(first.start).trim_end()).is_some();
        if (is_year || named) && !is_share {
            return None;
        }
        let behind = self.rest(end);
        let tail = self.length_behind(behind);
        let comparator =
            if ranged { "range" } else { comparator(self.before(first.start), behind, self.lexicon) };
        Some(Quantity {
            range: self.lead(first.start)..end + tail,
            number: first.start,
            comparator,
            value,
            unit,
        })
    }

    /// Nothing sticks to it that makes it part of a symbol.
    fn is_free(&self, start: usize) -> bool {
        let last = self.before(start).chars().next_back();
        last.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '–' | '№')))
    }

    /// One number, or two that are a range or an old and a new value.
    fn value(&self, first: &Number) -> (Value, usize) {
        let one = (Value::One(first.value), first.end);
        let words = &self.lexicon.quantities;
        let rest = self.rest(first.end);
        // The unit may stand behind both: "20% - 50%".
        let share = rest.trim_start().starts_with('%');
        let skipped = if share { rest.find('%').map_or(0, |at| at + 1) } else { 0 };
        let joint_at = skipped + blanks(rest.get(skipped..).unwrap_or_default());
        let joint = rest.get(joint_at..).unwrap_or_default();
        let before = self.before(first.start).trim_end();
        let opened = words.opens_range.at_end(before);
        let changed = words.joins_change.at_start(joint).filter(|_| {
            opened.is_some_and(|opener| {
                let verb = before.get(..before.len() - opener).unwrap_or_default();
                let near =
                    verb.get(verb.ceil_char_boundary(verb.len().saturating_sub(60))..).unwrap_or_default();
                words.changes.occur_in(near)
            })
        });
        let Some(length) = changed.or_else(|| {
            let clear = ["-", "–", "÷", "to ", "đến ", "tới "].iter().any(|mark| joint.starts_with(mark));
            words.joins_range.at_start(joint).filter(|_| clear || opened.is_some() || share)
        }) else {
            return one;
        };
        let gap = blanks(joint.get(length..).unwrap_or_default());
        let start = first.end + joint_at + length + gap;
        let Some(second) =
            self.digits(start).filter(|_| self.rest(start).starts_with(|c: char| c.is_ascii_digit()))
        else {
            return one;
        };
        if changed.is_some() {
            (Value::One(second.value), second.end)
        } else if second.value > first.value {
            (Value::Range([first.value, second.value]), second.end)
        } else {
            one
        }
    }

    /// The unit behind a number, as printed, and where it ends.
    fn unit(&self, at: usize, spelt: bool) -> Option<(String, usize)> {
        let gap = blanks(self.rest(at));
        let start = at + gap;
        let words = &self.lexicon.quantities;
        let rest = self.rest(start);
        if rest.starts_with('%') {
            let end = start + 1 + self.per(rest.get(1..)?);
            return Some((self.printed(start..end)?, end));
        }
        if let Some(length) = self.ratio(rest).filter(|_| gap == 0 || rest.starts_with("per ")) {
            return Some((self.printed(start..start + length)?, start + length));
        }
        let magnitude =
            words.magnitudes.at_start(rest).map_or(0, |m| m + blanks(rest.get(m..).unwrap_or_default()));
        let noun = rest.get(magnitude..)?;
        let known = words.units.at_start(noun);
        // "5G" is a name, "3km" a quantity.
        let glued = gap == 0 && !spelt;
        if magnitude == 0
            && (words.no_units.at_start(noun).is_some_and(|no| Some(no) >= known)
                || (glued && known.is_none()))
        {
            return None;
        }
        let noun_length = known.or_else(|| self.counted_noun(noun)).unwrap_or(0);
        if magnitude + noun_length == 0 {
            return None;
        }
        let end = start + magnitude + noun_length;
        let end = end + self.per(self.rest(end));
        let end = end + slashed(self.rest(end));
        let printed = self.printed(start..end)?;
        Some((printed, end))
    }

    /// The length of "/100,000 live births", "per 10,000 children" behind a number: what it is a ratio of.
    fn ratio(&self, rest: &str) -> Option<usize> {
        let sign = ["/", "per "].iter().find(|sign| rest.starts_with(**sign))?;
        let whole = rest.get(sign.len()..).filter(|_| self.language == Language::En)?;
        let digits = run_of_digits(whole);
        let hundreds = whole.get(..digits).is_some_and(|number| number.len() > 2 && number.ends_with("00"));
        let noun = whole.get(digits..).and_then(|noun| noun.strip_prefix(' ')).filter(|_| hundreds)?;
        let length = self.counted_noun(noun)?;
        Some(sign.len() + digits + " ".len() + length)
    }

    fn printed(&self, range: Range<usize>) -> Option<String> {
        Some(self.words.get(range)?.trim().to_owned())
    }

    /// The length of "/năm", " per year" behind a unit.
    fn per(&self, rest: &str) -> usize {
        let gap = blanks(rest);
        self.lexicon
            .quantities
            .per
            .at_start(rest.get(gap..).unwrap_or_default())
            .map_or(0, |length| gap + length)
    }

    /// A noun that is not known: in Vietnamese two syllables at most, else the words up to one with
    /// which the sentence goes on.
    fn counted_noun(&self, noun: &str) -> Option<usize> {
        let most = if self.language == Language::Vi { 2 } else { 6 };
        let mut end = 0;
        let mut count = 0;
        for word_at in word_starts(noun) {
            // The second half of "medium-sized" is behind already.
            if word_at < end {
                continue;
            }
            let rest = noun.get(word_at..)?;
            let gap = noun.get(end..word_at)?;
            let word = first_word(rest);
            let stops = count >= most
                || !gap.trim().is_empty()
                || !word.starts_with(char::is_alphabetic)
                || (self.stops(rest) && !(word == "and" && self.goes_on(rest, count)));
            if stops {
                break;
            }
            end = word_at + word.len();
            count += 1;
        }
        let printed = noun.get(..end)?;
        let printed = printed.trim_end().trim_end_matches(" and");
        (!printed.is_empty()).then_some(printed.len())
    }

    fn stops(&self, rest: &str) -> bool {
        let words = &self.lexicon.quantities;
        words.unit_ends.at_start(rest).is_some()
            || words.no_units.at_start(rest).is_some()
            || self.lexicon.duties.at_start(rest).is_some()
    }

    /// "labor safety and hygiene officers": a joint inside a noun is followed by words, not by a number
    /// or an order.
    fn goes_on(&self, rest: &str, count: usize) -> bool {
        let after = rest.get("and ".len()..).unwrap_or_default();
        count > 0
            && after.starts_with(char::is_alphabetic)
            && !self.stops(after)
            && self.lexicon.verbs.at_start(after).is_none()
    }

    /// A number without a unit at the end of a piece, behind a word of reaching: "HDI đạt 0,78".
    fn is_bare_value(&self, end: usize) -> bool {
        let behind = self.rest(end);
        let ends = behind.chars().next().is_none_or(|c| matches!(c, '.' | ',' | ';' | ')'))
            || (self.language == Language::En
                && [" by ", " in "].iter().any(|time| behind.starts_with(time)));
        let start = self.low.get(..end).map_or(0, |low| {
            low.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len()
        });
        let near = self.before(start);
        let near = near.get(near.ceil_char_boundary(near.len().saturating_sub(24))..).unwrap_or_default();
        ends && self.lexicon.quantities.reaches.occur_in(near)
    }

    /// The length of "or more" behind a quantity.
    fn length_behind(&self, behind: &str) -> usize {
        let gap = blanks(behind);
        let words = &self.lexicon.quantities;
        let rest = behind.get(gap..).unwrap_or_default();
        words.or_more.at_start(rest).or_else(|| words.or_less.at_start(rest)).map_or(0, |length| gap + length)
    }

    /// Where the words start that compare and lead to a number.
    fn lead(&self, number: usize) -> usize {
        let words = &self.lexicon.quantities;
        let mut start = number;
        for _ in 0..5 {
            let before = self.before(start).trim_end();
            let lists = [&words.at_least, &words.at_most, &words.leads, &words.opens_range];
            let Some(length) = lists.iter().filter_map(|list| list.at_end(before)).max() else { break };
            start = before.len() - length;
        }
        start
    }
}

/// Words that say how many times of what is, or which part of it: "gấp đôi", "tripler", "by half".
fn is_multiple(words: &str) -> bool {
    const MULTIPLES: [&str; 13] = [
        "double",
        "triple",
        "quadruple",
        "le double",
        "doubler",
        "tripler",
        "quadrupler",
        "halve",
        "by half",
        "de moitié",
        "by a quarter",
        "d’un quart",
        "d'un quart",
    ];
    words.starts_with("gấp")
        || words.contains("third")
        || words.contains("tiers")
        || MULTIPLES.contains(&words)
}

/// Digits with points and commas between them.
fn run_of_digits(rest: &str) -> usize {
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let run = rest.get(..end).unwrap_or_default().trim_end_matches(['.', ',']);
    // "8,5" is one number, "1, 2" are two.
    run.len()
}

/// A blank and three digits that no fourth follows.
fn group_behind(rest: &str) -> Option<usize> {
    let gap = rest.chars().next().filter(|c| c.is_whitespace())?.len_utf8();
    let digits = rest.get(gap..)?.chars().take_while(char::is_ascii_digit).count();
    (digits == 3).then_some(gap + 3)
}

fn blanks(rest: &str) -> usize {
    rest.len() - rest.trim_start().len()
}

/// The length of "/10.000 dân", "/người" behind a unit.
fn slashed(rest: &str) -> usize {
    let mut end = 0;
    while let Some(after) = rest.get(end..).and_then(|r| r.strip_prefix('/')) {
        let figure = after.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(after.len());
        let gap = if figure > 0 { blanks(after.get(figure..).unwrap_or_default()) } else { 0 };
        let word = first_word(after.get(figure + gap..).unwrap_or_default()).len();
        if word == 0 {
            break;
        }
        let second = after.get(figure + gap + word..).unwrap_or_default();
        let whole = ["dân", "nữ", "em", "sinh", "bệnh", "gái", "trai"]
            .iter()
            .find(|half| second.strip_prefix(' ').is_some_and(|next| first_word(next) == **half));
        end += 1 + figure + gap + word + whole.map_or(0, |half| 1 + half.len());
    }
    end
}

fn is_year(printed: &str) -> bool {
    printed.len() == 4 && printed.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon;
    use crate::words::lower;

    fn read(words: &str, language: Language) -> Vec<String> {
        let all = quantities(&lower(words), words, language, lexicon(language));
        all.into_iter()
            .map(|q| {
                let value = match q.value {
                    Value::One(value) => value.to_string(),
                    Value::Range([low, high]) => format!("{low}..{high}"),
                };
                format!("{} {value} {}", q.comparator, q.unit.unwrap_or_default()).trim().to_owned()
            })
            .collect()
    }

    #[test]
    fn vietnamese_quantities() {
        let table = [
            ("tỷ lệ hộ dùng nước sạch đạt trên 92,5%", vec![">= 92.5 %"]),
            ("thu hút từ 42 đến 45 dự án mới", vec!["range 42..45 dự án"]),
            ("tăng trưởng 12–13%/năm", vec!["range 12..13 %/năm"]),
            ("giảm tỷ lệ hộ nghèo còn dưới 1%", vec!["<= 1 %"]),
            ("không quá 15 học sinh", vec!["<= 15 học sinh"]),
            ("không dưới 40 ha", vec![">= 40 ha"]),
            ("thu ngân sách 1.250 nghìn tỷ đồng trở lên", vec![">= 1250 nghìn tỷ đồng"]),
            ("thu nhập đạt 120 triệu đồng/người/năm", vec!["= 120 triệu đồng/người/năm"]),
            ("đạt 12 bác sĩ/10.000 dân", vec!["= 12 bác sĩ/10.000 dân"]),
            ("quy mô gấp 2 lần", vec!["= 2 lần"]),
            ("ít nhất một lãnh đạo", vec![">= 1 lãnh đạo"]),
            ("nâng tỷ lệ từ 20% lên 35%", vec!["= 35 %"]),
            ("HDI đạt 0,78.", vec!["= 0.78"]),
            ("20% - 50%", vec!["range 20..50 %"]),
        ];
        for (words, want) in table {
            assert_eq!(read(words, Language::Vi), want, "{words}");
        }
    }

    #[test]
    fn english_and_french_quantities() {
        let table = [
            (Language::En, "at least 65% of schools", vec![">= 65 %"]),
            (Language::En, "between 5 and 7 percent", vec!["range 5..7 percent"]),
            (
                Language::En,
                "train 1,200 port safety officers in the region",
                vec!["= 1200 port safety officers"],
            ),
            (Language::En, "grow 8-8.5% per year", vec!["range 8..8.5 % per year"]),
            (Language::En, "invest $3 billion in parks", vec!["= 3 billion"]),
            (
                Language::En,
                "500 small- and medium-sized farms that export",
                vec!["= 500 small- and medium-sized farms"],
            ),
            (Language::En, "increase from 30% to 45%", vec!["= 45 %"]),
            (Language::En, "double exports", vec!["= 2 exports"]),
            (Language::Fr, "de 5 à 7 % par an", vec!["range 5..7 % par an"]),
            (Language::Fr, "moins de 2,5 % de la population", vec!["<= 2.5 %"]),
            (Language::Fr, "construire 12 500 logements", vec!["= 12500 logements"]),
            (Language::Fr, "40 milliards de FCFA", vec!["= 40 milliards de FCFA"]),
        ];
        for (language, words, want) in table {
            assert_eq!(read(words, language), want, "{words}");
        }
    }

    #[test]
    fn dates_references_and_names_are_no_quantities() {
        let table = [
            (Language::Vi, "đến năm 2030, tháng 12 và ngày 5 của quý 3"),
            (Language::Vi, "tại khoản 2 Điều 15, giai đoạn 2026 - 2030"),
            (Language::Vi, "mạng 5G, đường dây 500kV, QL10, kỳ họp thứ 9"),
            (Language::Vi, "trong 30 ngày, người từ 15 tuổi"),
            (Language::En, "within 30 days, in 2025, No. 12, section 5, Article 7"),
            (Language::En, "one of the tasks, two of them"),
            (Language::Fr, "dans les 30 jours, article 5, le 12 mars 2025"),
        ];
        for (language, words) in table {
            assert_eq!(read(words, language), Vec::<String>::new(), "{words}");
        }
    }
}
