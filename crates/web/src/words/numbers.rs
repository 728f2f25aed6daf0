//! Numbers as each language writes them.

use super::Words;
use haidang_domain::Language;

impl Words {
    /// A whole number with the separators of the language: 12.345, 12,345, 12 345.
    pub(crate) fn whole(self, number: u64) -> String {
        self.grouped(&number.to_string())
    }

    /// A length, a count of rows and the like.
    pub(crate) fn size(self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// A measured number, with as many decimals as it has: 13,5 or 13.5.
    pub(crate) fn number(self, number: f64) -> String {
        let plain = number.to_string();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let mark = if decimals.is_empty() { "" } else { self.decimal_mark() };
        format!("{sign}{}{mark}{decimals}", self.grouped(whole))
    }

    /// A share of a whole in per cent, rounded; `None` of nothing.
    pub(crate) fn share(self, part: u64, whole: u64) -> Option<String> {
        let percent = part.saturating_mul(100).saturating_add(whole / 2).checked_div(whole)?;
        Some(self.with("number-percent", &[("number", &self.whole(percent))]))
    }

    /// A share from 0 to 1, in whole percent.
    pub(crate) fn percent(self, share: f64) -> String {
        self.with("number-percent", &[("number", &format!("{:.0}", share.clamp(0.0, 1.0) * 100.0))])
    }

    fn grouped(self, digits: &str) -> String {
        let mut shown = String::with_capacity(digits.len() + 4);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                shown.push_str(self.group_mark());
            }
            shown.push(digit);
        }
        shown
    }

    fn group_mark(self) -> &'static str {
        match self.language() {
            Language::Vi => ".",
            Language::En => ",",
            Language::Fr => "\u{202f}",
        }
    }

    fn decimal_mark(self) -> &'static str {
        match self.language() {
            Language::Vi | Language::Fr => ",",
            Language::En => ".",
        }
    }
}
