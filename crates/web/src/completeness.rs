//! What a commitment says and what it leaves open: who, what to do, to what, how much, by when,
//! and how often to report. Signs on the page, not rules: a hollow mark is a question to ask.

use haidang_domain::Deadline;
use haidang_domain::instrument::{Content, Finding};

/// The six questions, in the order in which they are shown.
pub(crate) const QUESTIONS: [&str; 6] = ["actor", "act", "object", "measure", "deadline", "cycle"];

/// Fewest words that name an act and its object.
const WORDS_WITH_OBJECT: usize = 4;

/// Words that speak of reporting, in the three languages.
const REPORTING: [&str; 4] = ["báo cáo", "report", "rapport", "rendre compte"];
/// Words that speak of a rhythm, in the three languages.
const RHYTHM: [&str; 14] = [
    "hằng ngày",
    "hằng tuần",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng năm",
    "hàng năm",
    "định kỳ",
    "monthly",
    "quarterly",
    "every ",
    "mensuel",
    "trimestriel",
];

/// Which of the six questions a finding answers, in their order.
pub(crate) fn answers(finding: &Finding) -> [bool; 6] {
    let words = finding.quote.split_whitespace().count();
    let says = says(&finding.content);
    [
        says.actor,
        words > 1,
        words >= WORDS_WITH_OBJECT,
        says.measure || measured(&finding.quote, &finding.content),
        says.deadline,
        says.cycle || reports(&finding.quote),
    ]
}

/// What the fields of a finding say, whatever its words say.
#[allow(clippy::struct_excessive_bools, reason = "each is one of the six questions")]
struct Says {
    actor: bool,
    measure: bool,
    deadline: bool,
    cycle: bool,
}

fn says(content: &Content) -> Says {
    let recurs = |deadline: &Option<Deadline>| matches!(deadline, Some(Deadline::Recurring(_)));
    match content {
        Content::Task { lead, deadline, .. } => Says {
            actor: !lead.is_empty(),
            measure: false,
            deadline: deadline.is_some(),
            cycle: recurs(deadline),
        },
        Content::Proposal { from, to, deadline, .. } => Says {
            actor: from.is_some() && to.is_some(),
            measure: false,
            deadline: deadline.is_some(),
            cycle: recurs(deadline),
        },
        Content::Target { value, period, .. } => {
            Says { actor: false, measure: !value.is_empty(), deadline: period.is_some(), cycle: false }
        }
        Content::Citation { .. } | Content::Project { .. } => {
            Says { actor: false, measure: false, deadline: false, cycle: false }
        }
    }
}

/// Whether a task or request names a quantity: a number with a unit after it.
fn measured(quote: &str, content: &Content) -> bool {
    if !matches!(content, Content::Task { .. } | Content::Proposal { .. }) {
        return false;
    }
    let units = [
        "%",
        "ha",
        "km",
        "m",
        "m2",
        "tỷ",
        "triệu",
        "nghìn",
        "tấn",
        "billion",
        "million",
        "milliards",
        "millions",
    ];
    let words: Vec<String> =
        quote.split_whitespace().map(|word| word.trim_matches([',', ';', '.']).to_lowercase()).collect();
    let number = |word: &str| word.chars().next().is_some_and(|mark| mark.is_ascii_digit());
    let percent = words.iter().any(|word| number(word) && word.ends_with('%'));
    percent
        || words
            .windows(2)
            .any(|pair| matches!(pair, [one, unit] if number(one) && units.contains(&unit.as_str())))
}

fn reports(quote: &str) -> bool {
    let quote = quote.to_lowercase();
    REPORTING.iter().any(|word| quote.contains(word)) && RHYTHM.iter().any(|word| quote.contains(word))
}

/// Whether the six questions make sense for a finding: a citation and a project owe no answers.
pub(crate) fn applies(content: &Content) -> bool {
    matches!(content, Content::Task { .. } | Content::Target { .. } | Content::Proposal { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::{FindingId, Recurrence};
    use uuid::Uuid;

    fn task(quote: &str, lead: &[&str], deadline: Option<Deadline>) -> Finding {
        let lead = lead.iter().map(|name| (*name).to_owned()).collect();
        let content = Content::task(lead, Vec::new(), deadline);
        Finding {
            id: FindingId(Uuid::nil()),
            start: 0,
            end: 1,
            quote: quote.into(),
            content,
            confidence: 1.0,
            rule: "r".into(),
        }
    }

    #[test]
    fn a_full_task_answers_everything() {
        let quote = "Hằng tháng, báo cáo tiến độ giải ngân 2.150 tỷ đồng";
        let full = task(quote, &["Sở Tài chính"], Some(Deadline::Recurring(Recurrence::Monthly)));
        assert_eq!(answers(&full), [true; 6]);
    }

    #[test]
    fn what_is_not_said_is_hollow() {
        let bare = task("Tăng cường kỷ luật", &[], None);
        assert_eq!(answers(&bare), [false, true, true, false, false, false]);
    }

    #[test]
    fn a_number_without_a_unit_is_no_measure() {
        assert!(!answers(&task("Thực hiện Nghị quyết số 12", &[], None))[3]);
        assert!(answers(&task("giải ngân đạt 100% kế hoạch", &[], None))[3]);
    }
}
