//! Any text read in this language: every finding lies in the text.

#![no_main]

use haidang_reading::Language;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let reading = haidang_reading::read_text(text, Some(Language::Fr));
    for task in &reading.tasks {
        assert!(task.span.start < task.span.end);
    }
});
