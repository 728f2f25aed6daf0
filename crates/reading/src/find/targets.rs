//! Quantities to reach or keep, and targets that are reported as met or challenged.

use super::scene::Scene;
use super::zone::{Zone, zones};
use crate::Language;
use crate::reading::{Target, Value};
use crate::structure::{Block, Column, clauses};
use crate::words::lower;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A target in the flow.
#[derive(Debug, Clone)]
pub(super) struct Goal {
    pub(super) range: Range<usize>,
    pub(super) indicator: String,
    pub(super) comparator: Option<String>,
    pub(super) value: Option<Value>,
    pub(super) unit: Option<String>,
    pub(super) period: Option<String>,
    pub(super) status: Option<String>,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

impl Goal {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Target {
        Target {
            span: super::span(scene, self.range, self.confidence, self.rule),
            indicator: self.indicator,
            comparator: self.comparator,
            value: self.value,
            unit: self.unit,
            period: self.period,
            status: self.status,
        }
    }

    /// Whether a passage is this target and no task besides.
    pub(super) fn takes(&self, range: &Range<usize>) -> bool {
        let shared = self.range.end.min(range.end).saturating_sub(self.range.start.max(range.start));
        self.rule != "target.inside" && shared * 10 > range.len() * 6
    }
}

/// All targets in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Goal> {
    let zones = zones(scene);
    let mut out = reported(scene);
    for (at, block) in scene.blocks() {
        match zones.get(at) {
            Some(Zone::Targets) => listed(scene, block, &mut out),
            Some(Zone::Idle | Zone::Opening) if !wants_target(scene.low(block.range.clone())) => {}
            _ => inside(scene, block, &mut out),
        }
    }
    out.extend(of_tables(scene));
    out.sort_by_key(|goal| goal.range.start);
    out.dedup_by(|b, a| b.range.start < a.range.end);
    out
}

/// A number with its unit, and the words around it that compare.
const QUANTITY: &str = r"(?x)
    (?P<cue> (?: (?:đạt|phấn\ đấu|hoàn\ thành|duy\ trì|giữ|chiếm|bằng|tăng|giảm|tăng\ thêm|có|còn|lên|xuống|khoảng|by|reach(?:ing)?)\s+){0,4} )
    (?P<low> (?:từ\s+)? (?:ít\ nhất|tối\ thiểu|trên|hơn|không\ thấp\ hơn|không\ dưới|tối\ đa|dưới|không\ quá|khoảng\ trên|khoảng|từ|at\ least|over|more\ than|above|at\ most|under|less\ than|below|no\ more\ than|an\ average\ of|an\ average|average|au\ moins|plus\ de|moins\ de|au\ plus|đạt|from)? )\s*
    (?P<number> \d{1,3}(?:[.\ ,]\d{3})+ | \d+(?:[.,]\d+)? )
    (?: \s*(?:-|–|đến|to|và|à)\s* (?P<upper> \d{1,3}(?:[.,]\d{3})+ | \d+(?:[.,]\d+)? ) )?
    \s* (?P<unit> %\ ?(?:/năm|/year|/an)? | (?:nghìn|triệu|tỷ|tỉ)\s(?:tỷ\s)?(?:đồng|USD|tấn|lượt\ khách|người)(?:/\p{L}+)? | USD(?:/người)? | km2? | ha(?-u:\b) | m2 | MW | Gbps | kWh | triệu | tấn | \p{L}[\p{L}/]* (?:\s\p{L}[\p{L}/]*)? )
    (?P<behind> \s* (?:trở\ lên|or\ more|or\ higher|và\ hơn|ou\ plus|trở\ xuống|or\ less)? )";

struct Quantity {
    range: Range<usize>,
    cue: String,
    comparator: &'static str,
    value: Value,
    unit: String,
}

/// The quantities of a clause; `low` is in lower case with citations blanked.
fn quantities(low: &str, words: &str, language: Language) -> Vec<Quantity> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(QUANTITY).ok());
    let Some(pattern) = PATTERN.as_ref() else { return Vec::new() };
    let each = pattern.captures_iter(low).filter_map(|found| {
        let number = found.name("number")?;
        let free = low
            .get(..number.start())?
            .chars()
            .next_back()
            .is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '.')));
        let value = parse(number.as_str(), language)?;
        let upper = found
            .name("upper")
            .and_then(|upper| parse(upper.as_str(), language))
            .filter(|upper| *upper > value);
        let unit = found.name("unit")?;
        let printed = words.get(unit.range())?.trim().to_owned();
        let bound = format!(
            "{} {}",
            found.name("low").map_or("", |l| l.as_str()),
            found.name("behind").map_or("", |b| b.as_str())
        );
        let glued = found.name("number").zip(found.name("unit")).is_some_and(|(n, u)| n.end() == u.start());
        // "5G" is a name, "3km" a quantity.
        let name = glued
            && !matches!(printed.as_str(), "%" | "km" | "km2" | "ha" | "m2" | "MW")
            && !printed.starts_with('%')
            && !printed.starts_with("km");
        let counted = name || is_time_or_number(&printed.to_lowercase());
        (free && !counted).then(|| Quantity {
            range: found.get(0).map_or(number.range(), |whole| whole.range()),
            cue: found.name("cue").map_or("", |c| c.as_str()).trim().to_owned(),
            comparator: comparator(&bound, upper.is_some()),
            value: upper.map_or(Value::One(value), |upper| Value::Range([value, upper])),
            unit: printed,
        })
    });
    each.collect()
}

/// Words behind a number that count time or name a place in a text: no unit of a target.
const NO_UNITS: &str = "\
    năm tháng ngày giờ phút tuần quý và của điều khoản cấp nhiệm nhóm nội bước rõ trụ về theo đã thì \
    được trong tại có years year days months hours of and the on to in tasks main groups ans jours mois \
    de et cơn đợt số lần th st nd rd u usc cfr business calendar working pm am january february march \
    april may june july august september october november december janvier février mars avril mai juin \
    juillet août septembre octobre novembre décembre \
    ";

fn is_time_or_number(unit: &str) -> bool {
    let first = unit.split([' ', '/']).next().unwrap_or_default();
    NO_UNITS.split_whitespace().any(|word| word == first)
}

/// A number as the language prints it: `1.700` and `14,5` in Vietnamese, `1,700` and `14.5` in English.
fn parse(text: &str, language: Language) -> Option<f64> {
    let (thousands, decimal) = if language == Language::En { (',', '.') } else { ('.', ',') };
    let grouped = text
        .split([thousands, ' '])
        .skip(1)
        .all(|group| group.chars().take_while(char::is_ascii_digit).count() == 3);
    let plain = if grouped && text.contains([thousands, ' ']) {
        text.replace([thousands, ' '], "")
    } else {
        text.replace(thousands, ".")
    };
    plain.replace(decimal, ".").parse().ok()
}

fn comparator(bound: &str, range: bool) -> &'static str {
    let any = |cues: &[&str]| cues.iter().any(|cue| bound.contains(cue));
    if range {
        "range"
    } else if any(&[
        "ít nhất",
        "tối thiểu",
        "trên",
        "hơn",
        "không dưới",
        "không thấp",
        "trở lên",
        "at least",
        "over",
        "more",
        "above",
        "au moins",
        "plus de",
        "ou plus",
        "higher",
    ]) {
        ">="
    } else if any(&[
        "tối đa",
        "dưới",
        "không quá",
        "trở xuống",
        "at most",
        "under",
        "less",
        "below",
        "moins de",
        "au plus",
    ]) {
        "<="
    } else {
        "="
    }
}

/// Items under a heading "Mục tiêu", "Objectives": each with a quantity is a target, and one
/// that is to be done for all of something is.
fn listed(scene: &Scene<'_>, block: &Block, out: &mut Vec<Goal>) {
    if block.capitals || block.opens {
        return;
    }
    let heading = heading_period(scene, block);
    let words = scene.words(block.range.clone());
    for clause in clauses(words) {
        let range = block.range.start + clause.range.start..block.range.start + clause.range.end;
        let low = scene.masked(range.clone());
        let found = quantities(low, scene.words(range.clone()), scene.language());
        let found: Vec<Quantity> = found.into_iter().filter(|q| counts_as_target(q, low, true)).collect();
        let share_first = found.first().is_some_and(|q| q.unit.starts_with('%') && q.range.start < 12);
        let found: Vec<Quantity> =
            found.into_iter().filter(|q| !share_first || q.unit.starts_with('%')).collect();
        if found.is_empty() {
            if block.marker.is_some() && says_all(low) {
                let period = own_period(scene, range.clone()).or_else(|| heading.clone());
                out.push(all_of(scene, range, period));
            }
            continue;
        }
        split_by_quantity(scene, range, &found, heading.as_deref(), out);
    }
}

/// The day, span or year that a stretch itself gives.
fn own_period(scene: &Scene<'_>, range: Range<usize>) -> Option<String> {
    let low = scene.masked(range.clone());
    scene.deadline(range).filter(|p| !is_recurrence(p)).or_else(|| years_in(low))
}

fn is_recurrence(period: &str) -> bool {
    matches!(period, "yearly" | "monthly" | "quarterly" | "daily" | "weekly")
}

fn says_all(low: &str) -> bool {
    ["toàn bộ", "tất cả", "for all ", "of all ", "tous les", "toutes les"].iter().any(|all| low.contains(all))
}

fn all_of(scene: &Scene<'_>, range: Range<usize>, period: Option<String>) -> Goal {
    let words = scene.words(range.clone()).trim_end_matches(['.', ';']).to_owned();
    Goal {
        range,
        indicator: words,
        comparator: Some("=".into()),
        value: None,
        unit: None,
        period,
        status: None,
        confidence: 0.7,
        rule: "target.all",
    }
}

/// One target for each quantity: the clause is cut behind each of them at a comma or "và".
fn split_by_quantity(
    scene: &Scene<'_>,
    range: Range<usize>,
    found: &[Quantity],
    heading: Option<&str>,
    out: &mut Vec<Goal>,
) {
    let mut period = heading.map(str::to_owned);
    let words = scene.words(range.clone());
    let low = scene.low(range.clone());
    let starts: Vec<usize> = found.iter().map(|q| q.range.start).collect();
    let mut from = 0;
    for (at, quantity) in found.iter().enumerate() {
        let until = starts.get(at + 1).map_or(words.len(), |next| cut_before(low, quantity.range.end, *next));
        let stretch = range.start + from..range.start + until;
        // "By 2015, … 1,000 villages, 5,000 cooperatives": what is said once holds for what follows.
        period = own_period(scene, stretch.clone()).or(period);
        out.push(goal(scene, stretch, quantity, words, from..until, period.clone(), "target.listed"));
        from = until;
    }
}

/// Between two quantities: at the last joint before the second.
fn cut_before(low: &str, from: usize, until: usize) -> usize {
    let between = low.get(from..until).unwrap_or_default();
    let joint =
        [", ", "; ", " và ", " and ", " et "].iter().filter_map(|j| Some(between.find(j)? + j.len())).min();
    joint.map_or(until, |joint| from + joint)
}

fn goal(
    scene: &Scene<'_>,
    range: Range<usize>,
    quantity: &Quantity,
    words: &str,
    piece: Range<usize>,
    period: Option<String>,
    rule: &'static str,
) -> Goal {
    let before = words.get(piece.start..quantity.range.start.max(piece.start)).unwrap_or_default();
    let after = words.get(quantity.range.end.min(piece.end)..piece.end).unwrap_or_default();
    Goal {
        indicator: indicator(before, &quantity.unit, after),
        comparator: Some(quantity.comparator.to_owned()),
        value: Some(quantity.value),
        unit: Some(quantity.unit.clone()),
        period,
        status: None,
        confidence: 0.7,
        rule,
        range: super::trimmed(scene.document.flow.text(), range),
    }
}

/// Words between the name of an indicator and its number.
const LEADING: [&str; 10] = [" of", " de", " à", " :", " to", " by", " reduced", " ramenée", " from", " đạt"];

/// What is measured: the words before the number, or those behind it when the number stands first.
fn indicator(before: &str, unit: &str, after: &str) -> String {
    let strip = |text: &str| text.trim().trim_matches([',', ';', '.', ':', ' ']).to_owned();
    let lead = strip(before);
    let low = lower(&lead);
    let opening = ["phấn đấu", "đến năm", "annually", "by", "to", "mục tiêu", "trong đó", ""];
    let empty = lead.split_whitespace().count() < 2 || opening.contains(&low.as_str());
    if empty {
        let rest = strip(after);
        if rest.is_empty() { unit.to_owned() } else { rest }
    } else {
        let cut = ["phấn đấu ", "mục tiêu ", "trong đó ", "bảo đảm ", "đưa "]
            .iter()
            .find_map(|o| low.starts_with(o).then_some(o.len()));
        let mut name = lead.get(cut.unwrap_or(0)..).unwrap_or(&lead);
        // Words that lead to the number are no part of the name.
        while let Some(shorter) = LEADING.iter().find_map(|end| name.strip_suffix(end)) {
            name = shorter.trim_end();
        }
        name.to_owned()
    }
}

/// The span or year that the headings above a block give.
fn heading_period(scene: &Scene<'_>, block: &Block) -> Option<String> {
    let mut above = scene.document.ancestors(block).map(|(_, b)| b).filter(|b| b.range.len() < 240);
    above.find_map(|b| years_in(scene.masked(b.range.clone()))).or_else(|| {
        let mut titles = scene.document.blocks.iter().take(12).filter(|b| b.range.len() < 500);
        titles.find_map(|b| span_of_years(scene.low(b.range.clone())))
    })
}

fn span_of_years(low: &str) -> Option<String> {
    static SPAN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)(20\d\d)\s*[-–]\s*(20\d\d)(?-u:\b)").ok());
    let found = SPAN.as_ref()?.captures(low)?;
    Some(format!("{}/{}", found.get(1)?.as_str(), found.get(2)?.as_str()))
}

fn years_in(low: &str) -> Option<String> {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?:đến|hết|trong|năm|by|in|until|d['’]ici)\s*(?:hết\s*|cuối\s*)?(?:năm\s*)?(20\d\d)(?-u:\b)",
        )
        .ok()
    });
    span_of_years(low).or_else(|| Some(YEAR.as_ref()?.captures(low)?.get(1)?.as_str().to_owned()))
}

/// Targets inside orders: "phấn đấu đạt ít nhất …", "mục tiêu … đạt trên 8%".
fn inside(scene: &Scene<'_>, block: &Block, out: &mut Vec<Goal>) {
    let words = scene.words(block.range.clone());
    for clause in clauses(words) {
        let range = block.range.start + clause.range.start..block.range.start + clause.range.end;
        let low = scene.masked(range.clone());
        if !wants_target(low) && !low.contains('%') {
            continue;
        }
        let all = quantities(low, scene.words(range.clone()), scene.language());
        for quantity in all.into_iter().filter(|q| counts_as_target(q, low, false)) {
            let stretch = around(low, &quantity.range);
            let period = scene
                .deadline(range.clone())
                .or_else(|| years_in(low.get(stretch.clone()).unwrap_or_default()));
            let whole = range.start + stretch.start..range.start + stretch.end;
            out.push(goal(
                scene,
                whole,
                &quantity,
                scene.words(range.clone()),
                stretch,
                period,
                "target.inside",
            ));
        }
    }
}

/// Words that make a quantity something to be reached.
fn wants_target(low: &str) -> bool {
    const CUES: [&str; 16] = [
        "phấn đấu",
        "mục tiêu",
        "chỉ tiêu",
        "tối thiểu",
        "ít nhất",
        "đạt trên",
        "bảo đảm đạt",
        "đạt từ",
        "at least",
        "target of",
        "aims to reach",
        "reach at least",
        "no less than",
        "objectif de",
        "au moins",
        "atteindre",
    ];
    CUES.iter().any(|cue| low.contains(cue))
}

/// Whether a quantity is something to be reached and not a description of the past.
fn counts_as_target(quantity: &Quantity, low: &str, in_list: bool) -> bool {
    let before = low.get(..quantity.range.start).unwrap_or_default();
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(70))..).unwrap_or_default();
    let told = [
        "so với",
        "đã đạt",
        "đã có",
        "hiện có",
        "hiện nay",
        "tổng số",
        "trong đó có",
        "quy mô",
        "diện tích",
        "dự án trên",
        "cùng kỳ",
        "chiều dài",
    ]
    .iter()
    .any(|past| near.contains(past));
    let percent = quantity.unit.starts_with('%');
    let bound = quantity.comparator != "=";
    let cued = ["phấn đấu", "mục tiêu", "tối thiểu", "ít nhất", "đạt", "at least"]
        .iter()
        .any(|cue| near.contains(cue) || quantity.cue.contains(cue));
    let whole = matches!(quantity.value, Value::One(v) if (v - 100.0).abs() < 1e-9) && percent;
    if in_list { !told } else { !told && ((bound && cued) || (percent && (whole || cued))) }
}

/// The stretch of a clause between the joints around a quantity.
fn around(low: &str, quantity: &Range<usize>) -> Range<usize> {
    let before = low.get(..quantity.start).unwrap_or_default();
    let joints = [", ", "; ", " – ", ": ", " góp phần thực hiện ", " bảo đảm ", " quy định "];
    let start = joints.iter().filter_map(|j| Some(before.rfind(j)? + j.len())).max().unwrap_or(0);
    let after = low.get(quantity.end..).unwrap_or_default();
    let ends = [", ", "; ", " gắn liền", " so với", ".", " và ", " để "];
    let end = ends.iter().filter_map(|j| after.find(j)).min().map_or(low.len(), |end| quantity.end + end);
    start..end
}

/// "14/20 targets have met: (1) …; (2) …": each named target with its status.
fn reported(scene: &Scene<'_>) -> Vec<Goal> {
    let mut out = Vec::new();
    for (_, block) in scene.blocks() {
        let low = scene.low(block.range.clone());
        let Some(open) = announced_list(low) else { continue };
        let status = status_of(low.get(..open).unwrap_or_default());
        let Some(status) = status else { continue };
        for piece in numbered(low, open) {
            let range = block.range.start + piece.start..block.range.start + piece.end;
            out.extend(named_target(scene, range, status));
        }
    }
    out
}

/// Where the list starts that a count announces: "14/20 targets … :".
fn announced_list(low: &str) -> Option<usize> {
    static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)\d{1,2}\s*/\s*\d{1,2}\s+(?:targets|chỉ tiêu|objectifs|cibles)").ok()
    });
    let count = COUNT.as_ref()?.find(low)?;
    let colon = low.get(count.end()..)?.find(':')?;
    Some(count.end() + colon + 1)
}

fn status_of(low: &str) -> Option<&'static str> {
    let any = |cues: &[&str]| cues.iter().any(|cue| low.contains(cue));
    if any(&[
        "challeng",
        "difficult",
        "thách thức",
        "khó khăn",
        "khó đạt",
        "chưa đạt",
        "not met",
        "défis",
        "difficultés",
    ]) {
        Some("challenged")
    } else if any(&["have met", "has met", "were met", "achieved", "đạt", "vượt", "hoàn thành", "atteint"])
    {
        Some("met")
    } else {
        None
    }
}

/// The pieces "(1) …;" behind a place.
fn numbered(low: &str, from: usize) -> Vec<Range<usize>> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\(\d{1,2}\)\s*").ok());
    let Some(number) = NUMBER.as_ref() else { return Vec::new() };
    let rest = low.get(from..).unwrap_or_default();
    let marks: Vec<Range<usize>> = number.find_iter(rest).map(|m| from + m.start()..from + m.end()).collect();
    let ends = marks.iter().skip(1).map(|m| m.start).chain([low.len()]);
    marks.iter().zip(ends).map(|(mark, end)| mark.end..end).collect()
}

/// One named target, or several where one piece joins two quantities.
fn named_target(scene: &Scene<'_>, range: Range<usize>, status: &'static str) -> Vec<Goal> {
    let words = scene.words(range.clone());
    let trimmed = words.trim_end_matches([';', '.', ' ']);
    let range = range.start..range.start + trimmed.len();
    let mut out = Vec::new();
    for clause in clauses(trimmed) {
        let piece = range.start + clause.range.start..range.start + clause.range.end;
        let piece = piece.start..piece.end - usize::from(scene.words(piece.clone()).ends_with(';'));
        let found = quantities(scene.masked(piece.clone()), scene.words(piece.clone()), scene.language())
            .into_iter()
            .next();
        let plain = scene.words(piece.clone());
        let yearly = lower(plain).contains("every year")
            || lower(plain).contains("hằng năm")
            || lower(trimmed).contains("every year");
        out.push(Goal {
            indicator: found.as_ref().map_or_else(
                || plain.to_owned(),
                |q| indicator("", &q.unit, plain.get(q.range.end..).unwrap_or_default()),
            ),
            comparator: found.as_ref().map(|q| q.comparator.to_owned()),
            value: found.as_ref().map(|q| q.value),
            unit: found.map(|q| q.unit),
            period: yearly.then(|| "yearly".to_owned()),
            status: Some(status.to_owned()),
            confidence: 0.9,
            rule: "target.reported",
            range: piece,
        });
    }
    out
}

/// Rows of tables with a unit and a value.
fn of_tables(scene: &Scene<'_>) -> Vec<Goal> {
    let tables = scene.document.tables.iter().filter(|table| table.columns.contains(&Column::Unit));
    let rows = tables.flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let each = rows.filter_map(|(table, row)| {
        let name = table.cell(row, Column::Subject)?;
        let value = table.cell(row, Column::Value).map(|cell| scene.low(cell).to_owned())?;
        let bound = comparator(&value, false);
        let digits: String = value
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .collect();
        let number = parse(digits.trim_end_matches(['.', ',']), scene.language())?;
        Some(Goal {
            indicator: scene.words(name.clone()).to_owned(),
            range: name,
            comparator: Some(bound.to_owned()),
            value: Some(Value::One(number)),
            unit: table.cell(row, Column::Unit).map(|cell| scene.words(cell).to_owned()),
            period: None,
            status: None,
            confidence: 0.75,
            rule: "target.table",
        })
    });
    each.collect()
}
