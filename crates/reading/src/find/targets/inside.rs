//! Targets inside orders: "phấn đấu đạt ít nhất …", "mục tiêu … đạt trên 8%".

use super::quantity::{Quantity, quantities};
use super::{Goal, Stated, period, share_indicators};
use crate::bytes;
use crate::find::scene::Scene;
use crate::find::signs::Sign;
use crate::find::zone::Zone;
use crate::structure::Block;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(scene: &Scene<'_>, block: &Block, zone: Zone, out: &mut Vec<Goal>) {
    let words = scene.words(block.range.clone());
    if !bytes::any(words.as_bytes(), |byte| byte.is_ascii_digit())
        && !scene.shows(&block.range, Sign::AtLeast)
    {
        return;
    }
    for clause in &block.clauses {
        in_clause(scene, block, clause.range.clone(), zone, out);
    }
}

fn in_clause(scene: &Scene<'_>, block: &Block, range: Range<usize>, zone: Zone, out: &mut Vec<Goal>) {
    let low = scene.masked(range.clone());
    let words = scene.words(range.clone());
    let counts =
        bytes::any(low.as_bytes(), |byte| byte.is_ascii_digit()) || scene.shows(&range, Sign::Number);
    if !counts || scene.lexicon.quantities.told.at_start(low).is_some() {
        return;
    }
    let all = quantities(low, words, scene.language(), scene.lexicon);
    // Where the last goal of the clause ends: what is joined to it is one too.
    let mut goal_until = None;
    let (mut from, first) = (0, out.len());
    for (at, quantity) in all.iter().enumerate() {
        let until = all.get(at + 1).map_or(low.len(), |next| next.range.start);
        if !quantity.is_measured() {
            from = quantity.range.end;
            continue;
        }
        let piece = around(scene, low, &quantity.range, from..until);
        let joined = goal_until.is_some_and(|end| is_joined(low, end, quantity.range.start));
        from = quantity.range.end;
        if !(joined || is_goal(scene, low, quantity, &piece, zone)) {
            continue;
        }
        goal_until = Some(quantity.range.end);
        let whole = range.start + piece.start..range.start + piece.end;
        let period = period_of(scene, &range, whole.clone());
        let period = period.or_else(|| period::of_english_heading(scene, block));
        let stated = Stated { quantity, words, piece, period, rule: "target.inside", confidence: 0.75 };
        out.push(stated.goal(scene, whole));
    }
    share_indicators(out.get_mut(first..).unwrap_or_default());
}

/// "trên 3.000 km đường cao tốc và khoảng 1.700 km đường ven biển": a short stretch with one joint.
fn is_joined(low: &str, from: usize, until: usize) -> bool {
    let between = low.get(from..until).unwrap_or_default();
    let joint = [" và", " and", " et"].iter().any(|joint| between.trim_end().ends_with(joint))
        || between.ends_with(", ");
    joint && between.split_whitespace().count() <= 8
}

/// The time that a piece gives, else its clause.
fn period_of(scene: &Scene<'_>, clause: &Range<usize>, piece: Range<usize>) -> Option<String> {
    period::own(scene, piece.clone())
        .or_else(|| recurrence(scene, piece))
        .or_else(|| scene.deadline(clause.clone()).filter(|day| day.len() == 10))
        .or_else(|| period::own(scene, clause.clone()))
        .or_else(|| scene.deadline(clause.clone()))
}

/// Words of a recurrence.
const TIMES: [(&str, &str); 12] = [
    ("mỗi tháng", "monthly"),
    ("hằng tháng", "monthly"),
    ("hàng tháng", "monthly"),
    ("every month", "monthly"),
    ("each month", "monthly"),
    ("chaque mois", "monthly"),
    ("mỗi năm", "yearly"),
    ("hằng năm", "yearly"),
    ("hàng năm", "yearly"),
    ("every year", "yearly"),
    ("each year", "yearly"),
    ("chaque année", "yearly"),
];

/// "Mỗi tháng đạt 20%": the recurrence that the piece itself gives.
fn recurrence(scene: &Scene<'_>, range: Range<usize>) -> Option<String> {
    let low = scene.masked(range);
    TIMES.iter().find(|(words, _)| low.contains(words)).map(|(_, time)| (*time).to_owned())
}

/// Whether a quantity is something to be reached: it stands behind a word that sets a goal, or a
/// bound or a year belongs to it and a verb of reaching leads to it.
fn is_goal(scene: &Scene<'_>, low: &str, quantity: &Quantity, piece: &Range<usize>, zone: Zone) -> bool {
    let words = &scene.lexicon.quantities;
    let before = low.get(piece.start..quantity.number).unwrap_or_default();
    let lead = low.get(piece.start..quantity.range.start.max(piece.start)).unwrap_or_default().trim_end();
    let behind = low.get(quantity.range.end..piece.end).unwrap_or_default();
    if words.told.at_end(lead).is_some()
        || told_near(scene, lead)
        || is_score(lead, quantity)
        || is_permitted(before)
    {
        return false;
    }
    let goal = words.goals.last_in(before).is_some_and(|(at, length)| {
        // The goal and its number stand close together.
        before.get(at + length..).is_some_and(|gap| gap.split_whitespace().count() <= 14)
    });
    if goal {
        return !is_amount_of_an_offer(low, quantity);
    }
    if zone == Zone::Opening {
        return false;
    }
    if scene.lexicon.past.occur_in(low.get(..quantity.range.start).unwrap_or_default()) {
        return false;
    }
    let reaches = words.reaches.last_in(before).is_some_and(|(at, length)| {
        before.get(at + length..).is_some_and(|gap| gap.split_whitespace().count() <= 7)
    });
    let bounded = quantity.comparator == ">=" || quantity.comparator == "range";
    let timed = has_coming_year(scene, behind)
        || has_coming_year(scene, low.get(..quantity.range.start).unwrap_or_default());
    quantity.is_whole()
        || (reaches && ((bounded && quantity.is_share()) || timed))
        || (bounded && says_minimum(low, quantity) && (reaches || (timed && quantity.is_share())))
}

/// "được cộng 05 điểm", "tăng trưởng 2 con số": marks that are given, and a figure of speech.
fn is_score(lead: &str, quantity: &Quantity) -> bool {
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let given = ["cộng", "chấm", "trừ"].iter().any(|given| lead.ends_with(given));
    (unit.starts_with("điểm") && given) || unit.starts_with("con số")
}

/// "được phép tăng tối đa 1,5 lần", "được tính quy đổi 2 m²": what is allowed or reckoned is no goal.
fn is_permitted(before: &str) -> bool {
    ["được phép", "quy đổi"].iter().any(|word| before.contains(word))
}

/// Bounds that set a goal by themselves.
const MINIMUM: [&str; 7] =
    ["ít nhất", "tối thiểu", "at least", "no less than", "no fewer than", "au moins", "au minimum"];

/// "ít nhất", "at least": a bound that sets a goal by itself; "trên", "over" may only describe.
fn says_minimum(low: &str, quantity: &Quantity) -> bool {
    let lead = low.get(quantity.range.start..quantity.range.end).unwrap_or_default();
    MINIMUM.iter().any(|minimum| lead.contains(minimum))
}

fn told_near(scene: &Scene<'_>, lead: &str) -> bool {
    let last = lead.rsplit([',', ';', '(']).next().unwrap_or(lead);
    scene.lexicon.quantities.told.last_in(last).is_some_and(|(at, length)| {
        last.get(at + length..).is_some_and(|gap| gap.split_whitespace().count() <= 6)
    })
}

/// Whether a stretch near the number gives a year that had not passed when the document was issued.
fn has_coming_year(scene: &Scene<'_>, low: &str) -> bool {
    let issued = scene.anchor.issued.map_or(1900, jiff::civil::Date::year);
    let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(160))..).unwrap_or(low);
    let period = period::span_of_years(near).or_else(|| period::year_in(scene, near));
    period
        .and_then(|period| period.get(period.len().checked_sub(4)?..)?.parse::<i16>().ok())
        .is_some_and(|year| year >= issued)
}

/// A sum of money that is granted or lent is no goal.
fn is_amount_of_an_offer(low: &str, quantity: &Quantity) -> bool {
    let before = low.get(..quantity.range.start).unwrap_or_default();
    ["hỗ trợ", "cấp", "vay", "phạt", "grant of", "fine"].iter().any(|word| before.trim_end().ends_with(word))
}

/// Marks and words that are looked for all at once.
type Marks = LazyLock<Option<AhoCorasick>>;

/// Where a new piece starts.
static JOINTS: Marks = LazyLock::new(|| {
    const JOINTS: [&str; 9] = [
        ", ",
        "; ",
        " – ",
        ": ",
        " (",
        " góp phần ",
        " trên tinh thần ",
        " ưu tiên ",
        " đảm bảo hoàn thành ",
    ];
    AhoCorasick::new(JOINTS).ok()
});

/// Where one starts that has none of these before it.
static ANDS: Marks = LazyLock::new(|| AhoCorasick::new([" và ", " and ", " et "]).ok());

/// Where a piece ends.
static ENDS: Marks = LazyLock::new(|| {
    const ENDS: [&str; 12] = [
        ", ",
        "; ",
        ". ",
        ")",
        " gắn liền",
        " gắn với",
        " so với",
        " để ",
        " nhằm ",
        " trên cơ sở ",
        " and ",
        " và ",
    ];
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(ENDS).ok()
});

/// The stretch of a clause around a quantity, between the quantities before and behind it: from the
/// joint or the word of a goal before it to the joint behind it.
fn around(scene: &Scene<'_>, low: &str, quantity: &Range<usize>, room: Range<usize>) -> Range<usize> {
    let (open, quantity) = with_brackets(low, quantity);
    let before = low.get(room.start..open.max(room.start)).unwrap_or_default();
    let last_of = |marks: &Marks| {
        marks.as_ref().and_then(|marks| marks.find_overlapping_iter(before).map(|mark| mark.end()).max())
    };
    let and = || last_of(&ANDS).filter(|_| room.start > 0);
    let joint = last_of(&JOINTS).or_else(and).unwrap_or(0);
    let start = room.start + start_of_goal(scene, before, joint);
    let after = low.get(quantity.end..).unwrap_or_default();
    let end =
        ENDS.as_ref().and_then(|ends| ends.find(after)).map_or(low.len(), |end| quantity.end + end.start());
    let end = if room.end > quantity.end { end.min(room.end) } else { end };
    start..end.max(quantity.end)
}

/// "… tăng trưởng (8%)": a number alone in brackets belongs to the words before them. Where those words
/// end, and the stretch that the number takes.
fn with_brackets(low: &str, quantity: &Range<usize>) -> (usize, Range<usize>) {
    let before = low.get(..quantity.start).unwrap_or_default().trim_end();
    let after = low.get(quantity.end..).unwrap_or_default();
    if before.ends_with('(') && after.trim_start().starts_with(')') {
        let close = after.find(')').map_or(0, |at| at + 1);
        (before.len() - 1, quantity.start..quantity.end + close)
    } else {
        (quantity.start, quantity.clone())
    }
}

/// Where a word of a goal starts behind the joint, when what it names follows it; a subject before it
/// belongs to the target.
fn start_of_goal(scene: &Scene<'_>, before: &str, joint: usize) -> usize {
    let piece = before.get(joint..).unwrap_or_default();
    let Some((at, length)) = scene.lexicon.quantities.goals.last_in(piece) else { return joint };
    let named = piece.get(at + length..).is_some_and(|gap| gap.split_whitespace().count() > 2);
    let far = piece.get(..at).is_some_and(|subject| subject.split_whitespace().count() > 8);
    if named || far { joint + at } else { joint }
}
