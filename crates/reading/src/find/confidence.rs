//! How sure a finding is: how often findings of its rule and grade were right on the annotated
//! documents. The table is written by `cargo xtask score --calibrate`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Rule → grade with two decimals, as written → share that was right.
type Written = BTreeMap<String, BTreeMap<String, f64>>;

/// Rule → grade in hundredths → share that was right.
type Table = BTreeMap<String, BTreeMap<i64, f64>>;

/// The confidence of a finding that a rule gave this grade. A pair that no annotated document showed
/// keeps its grade.
pub(super) fn of(rule: &str, grade: f64) -> f64 {
    static TABLE: LazyLock<Table> = LazyLock::new(table);
    let known = TABLE.get(rule).and_then(|grades| grades.get(&hundredths(grade)));
    known.copied().unwrap_or(grade)
}

fn table() -> Table {
    let written: Written = toml::from_str(include_str!("confidence.toml")).unwrap_or_default();
    let grade = |(grade, share): (String, f64)| Some((hundredths(grade.parse().ok()?), share));
    written.into_iter().map(|(rule, grades)| (rule, grades.into_iter().filter_map(grade).collect())).collect()
}

// A grade lies between 0 and 1.
#[allow(clippy::cast_possible_truncation)]
fn hundredths(grade: f64) -> i64 {
    (grade * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_understood_and_holds_shares() {
        let written: Written = toml::from_str(include_str!("confidence.toml")).unwrap();
        let table = table();
        assert!(!table.is_empty());
        assert_eq!(
            table.values().map(BTreeMap::len).sum::<usize>(),
            written.values().map(BTreeMap::len).sum::<usize>()
        );
        assert!(table.values().flat_map(BTreeMap::values).all(|share| (0.0..=1.0).contains(share)));
    }

    #[test]
    fn a_rule_that_the_table_does_not_know_keeps_its_grade() {
        assert!((of("no.such.rule", 0.6) - 0.6).abs() < f64::EPSILON);
    }
}
