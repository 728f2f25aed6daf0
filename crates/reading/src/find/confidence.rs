//! How sure a finding is: how often findings of its rule and grade were right on the annotated
//! documents. The table is written by `cargo xtask score --calibrate`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Rule → grade with two decimals → share that was right.
type Table = BTreeMap<String, BTreeMap<String, f64>>;

/// Rule → grade and share that was right.
type Shares = BTreeMap<String, Vec<(f64, f64)>>;

/// The confidence of a finding that a rule gave this grade. A pair that no annotated document showed
/// keeps its grade.
pub(super) fn of(rule: &str, grade: f64) -> f64 {
    /// Grades that are nearer are one.
    const NEAR: f64 = 0.005;
    static SHARES: LazyLock<Shares> =
        LazyLock::new(|| shares(toml::from_str(include_str!("confidence.toml")).unwrap_or_default()));
    let mut known = SHARES.get(rule).into_iter().flatten();
    known.find(|(known, _)| (known - grade).abs() < NEAR).map_or(grade, |(_, share)| *share)
}

fn shares(table: Table) -> Shares {
    let of_rule = |grades: BTreeMap<String, f64>| {
        grades.into_iter().filter_map(|(grade, share)| Some((grade.parse().ok()?, share))).collect()
    };
    table.into_iter().map(|(rule, grades)| (rule, of_rule(grades))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_understood_and_holds_shares() {
        let table: Table = toml::from_str(include_str!("confidence.toml")).unwrap();
        assert!(!table.is_empty());
        assert!(table.values().flat_map(BTreeMap::values).all(|share| (0.0..=1.0).contains(share)));
    }

    #[test]
    fn a_rule_that_the_table_does_not_know_keeps_its_grade() {
        assert!((of("no.such.rule", 0.6) - 0.6).abs() < f64::EPSILON);
    }
}
