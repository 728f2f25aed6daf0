//! What is asked of the list of tasks, from its address.

use crate::components::page_asked;
use crate::fields::Fields;
use haidang_domain::task::Standing;
use haidang_store::{TaskFilter, TaskSort};

/// Rows to a page.
pub(super) const PER_PAGE: u32 = 50;

/// The columns that the list is sorted by: the name in the address, and the order.
const SORTS: [(&str, TaskSort); 5] = [
    ("due", TaskSort::Due),
    ("statement", TaskSort::Statement),
    ("lead", TaskSort::Lead),
    ("changed", TaskSort::Changed),
    ("created", TaskSort::Created),
];

/// The column of an address, the deadline where it names none.
pub(super) fn sort_column(asked: &Fields) -> &'static str {
    SORTS.iter().find(|(name, _)| *name == asked.get("sort")).map_or("due", |(name, _)| *name)
}

/// The filter that an address asks for.
pub(super) fn filter(asked: &Fields) -> TaskFilter {
    let column = sort_column(asked);
    TaskFilter {
        words: asked.owned("q"),
        instrument: asked.parse("instrument"),
        lead: asked.parse("lead"),
        party: asked.parse("party"),
        standing: asked.some("standing").and_then(Standing::from_code),
        due_from: asked.date("due_from"),
        due_until: asked.date("due_until"),
        withdrawn: asked.ticked("withdrawn"),
        unassigned: asked.ticked("unassigned"),
        never_reported: asked.ticked("never_reported"),
        sort: SORTS.into_iter().find(|(name, _)| *name == column).map_or(TaskSort::Due, |(_, sort)| sort),
        descending: asked.ticked("descending"),
        page: page_asked(asked),
        per_page: PER_PAGE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_filter() {
        let pairs = [
            ("q", " cầu "),
            ("standing", "overdue"),
            ("due_from", "2026-01-01"),
            ("page", "0"),
            ("sort", "lead"),
        ];
        let asked =
            Fields(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect());
        let filter = filter(&asked);
        assert_eq!(filter.words.as_deref(), Some("cầu"));
        assert_eq!(filter.standing, Some(Standing::Overdue));
        assert_eq!(filter.due_from, Some(jiff::civil::date(2026, 1, 1)));
        assert_eq!(filter.page, 1);
        assert!(matches!(filter.sort, TaskSort::Lead));
    }

    #[test]
    fn nonsense_asks_for_nothing() {
        let asked = Fields(vec![
            ("standing".into(), "x".into()),
            ("lead".into(), "x".into()),
            ("sort".into(), "x".into()),
        ]);
        let filter = filter(&asked);
        assert!(filter.standing.is_none() && filter.lead.is_none() && matches!(filter.sort, TaskSort::Due));
    }
}
