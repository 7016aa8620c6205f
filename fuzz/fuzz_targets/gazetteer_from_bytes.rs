#![no_main]
// Bytes are refused or searched, whatever they are: nothing panics, and what is
// found fits the text. The first bytes say how to damage a gazetteer; what is left
// is also read as it is.

use libfuzzer_sys::fuzz_target;
use sayso_gazetteer::{Builder, Case, Gazetteer};
use sayso_test::laws;

const TEXT: &str = "In New York, Ms. May's U.S. office (the Bank of England) said: São Paulo!";

fuzz_target!(|bytes: &[u8]| {
    search(bytes);
    let mut builder = Builder::new();
    for name in ["New York", "York", "May", "U.S.", "Bank of England", "São Paulo", "(the"] {
        let id = builder.entry("key", "kind", name);
        builder.alias_with(id, name, Case::Exact).property(id, "gender", "feminine");
    }
    let mut damaged = builder.build().expect("the names are in order").to_bytes();
    for change in bytes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % damaged.len();
        damaged[at] ^= change[2];
    }
    search(&damaged);
});

fn search(bytes: &[u8]) {
    let Ok(gazetteer) = Gazetteer::from_bytes(bytes) else { return };
    let _ = gazetteer.verify();
    for mention in gazetteer.mentions(TEXT) {
        laws::fits(TEXT, mention.span);
        for id in gazetteer.ids(mention) {
            let entry = gazetteer.entry(id);
            let _ = (entry.name, entry.kind, entry.property("gender"));
        }
    }
}
