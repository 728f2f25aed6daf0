//! Any bytes under the name of a file in this format: a text or an error, never a panic that comes through.
//! Panics of `pdf-extract` on damaged fonts are caught page by page; the fuzzer must not stop at those.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| {
        let _ = haidang_reading::decode("fuzz.pdf", bytes);
    }
);
