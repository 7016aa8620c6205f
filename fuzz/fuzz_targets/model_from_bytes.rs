//! Bytes that are no model are refused, and one that is read is written as it
//! was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_attribution::Model;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(model) = Model::from_bytes(bytes.to_vec()) {
        assert_eq!(model.to_bytes(), bytes);
    }
});
