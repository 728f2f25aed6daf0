//! Numbers of lists as the formats name them: decimal, letters, Roman.

/// The mark of an item: `3. `, `c) `, `IV. `.
pub(super) fn marked(kind: &str, number: i64) -> String {
    let end = if kind == "lowerLetter" { ')' } else { '.' };
    format!("{}{end} ", written(kind, number))
}

/// A number in the writing of a kind, by its name in Office Open XML (`ST_NumberFormat`).
pub(super) fn written(kind: &str, number: i64) -> String {
    let small = || u32::try_from(number).ok().filter(|n| (1..4000).contains(n));
    match kind {
        "none" => String::new(),
        "lowerLetter" => small().map_or_else(|| number.to_string(), |n| letter(n, b'a')),
        "upperLetter" => small().map_or_else(|| number.to_string(), |n| letter(n, b'A')),
        "upperRoman" => small().map_or_else(|| number.to_string(), roman),
        "lowerRoman" => small().map_or_else(|| number.to_string(), |n| roman(n).to_lowercase()),
        "decimalZero" if number < 10 => format!("0{number}"),
        _ => number.to_string(),
    }
}

/// `a` … `z`, `aa`, `bb` …
fn letter(number: u32, first: u8) -> String {
    let at = u8::try_from((number - 1) % 26).unwrap_or(0);
    let times = usize::try_from((number - 1) / 26 + 1).unwrap_or(1);
    char::from(first + at).to_string().repeat(times)
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_writing() {
        let table = [
            ("decimal", 12, "12. "),
            ("lowerLetter", 3, "c) "),
            ("lowerLetter", 28, "bb) "),
            ("upperRoman", 14, "XIV. "),
            ("lowerRoman", 9, "ix. "),
            ("upperLetter", 2, "B. "),
            ("upperRoman", 0, "0. "),
        ];
        for (kind, number, mark) in table {
            assert_eq!(marked(kind, number), mark);
        }
    }
}
