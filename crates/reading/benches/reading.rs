//! How fast the reader reads: the whole reading and the structure alone, for each language, at one
//! and ten megabytes. The texts are our own examples one after the other.

// A bench is no library.
#![allow(missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use haidang_reading::{blocks, read_text};

const MEGABYTE: usize = 1_000_000;
const EXAMPLES: [(&str, &str); 3] = [
    ("vi", include_str!("../../../examples/chi-thi-05.vi.txt")),
    ("en", include_str!("../../../examples/directive-05.en.txt")),
    ("fr", include_str!("../../../examples/directive-05.fr.txt")),
];

/// Language and megabytes of each case.
const CASES: [(&str, usize); 6] = [("vi", 1), ("en", 1), ("fr", 1), ("vi", 10), ("en", 10), ("fr", 10)];

fn main() {
    divan::main();
}

/// An example again and again, up to a length.
fn text(language: &str, megabytes: usize) -> String {
    let example = EXAMPLES.iter().find(|(name, _)| *name == language).map_or("", |(_, text)| text);
    let times = megabytes * MEGABYTE / example.len().max(1) + 1;
    [example, "\n\n"].concat().repeat(times)
}

#[divan::bench(args = CASES, sample_count = 5, sample_size = 1)]
fn whole_reading(bencher: Bencher<'_, '_>, (language, megabytes): (&str, usize)) {
    let text = text(language, megabytes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| read_text(black_box(&text), None));
}

#[divan::bench(args = CASES, sample_count = 5, sample_size = 1)]
fn structure_alone(bencher: Bencher<'_, '_>, (language, megabytes): (&str, usize)) {
    let text = text(language, megabytes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| blocks(black_box(&text)));
}
