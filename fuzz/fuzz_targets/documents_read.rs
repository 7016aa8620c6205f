#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_cli::input::{Fields, drafts};

fuzz_target!(|bytes: &[u8]| {
    // What is read as one kind or another, with the first byte to say which.
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let fields = Fields::default();
    for draft in drafts(kind, bytes.to_vec()) {
        match draft.and_then(|draft| draft.record(&fields)) {
            Ok(record) => assert!(record.to_json().starts_with('{')),
            Err(problem) => assert!(!problem.to_string().contains('\n'), "{problem}"),
        }
    }
});
