//! Any bytes under the name of a file in this format: a text or an error, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = haidang_reading::decode("fuzz.rtf", bytes);
});
