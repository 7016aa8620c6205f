//! Bytes that are no model are refused; one that is read is written as it was,
//! and works, however bad it is.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sayso::{
    Analyzer,
    attribution::{Attributor, Config, Model, model::Classes},
};
use sayso_test::laws;

const TEXT: &str = "“We will not wait,” said Ms. May, who met Mr. Ruiz on Monday. “Nobody \
    asked,” he added, “so why should we?”\n\nAccording to the council, the bridge was closed; \
    the claim that it was safe surprised its engineers. They denied that anyone had told them.";

/// A model that has learned nothing.
static EMPTY: LazyLock<Model> =
    LazyLock::new(|| Model::untrained(Classes::new([("said", 3, 4), ("told", 5, 6)].into_iter())));

/// Its bytes.
static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| EMPTY.to_bytes());

/// Where those are that are no weights.
static HEADS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let mut is_head = vec![true; BYTES.len()];
    EMPTY.weight_ranges().into_iter().for_each(|weights| is_head[weights].fill(false));
    (0..is_head.len()).filter(|&at| is_head[at]).collect()
});

fuzz_target!(|changes: &[u8]| {
    // As they are, they are hardly ever a model.
    assert!(Model::from_bytes(changes.to_vec()).is_err());
    // A model whose weights are multiples of the first byte, with changes: a place among all bytes, or among those that are no weights, and
    // the byte that is there.
    let [fill, changes @ ..] = changes else { return };
    let mut bytes = BYTES.clone();
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = (at as u8).wrapping_mul(*fill);
    }
    for &at in &*HEADS {
        bytes[at] = BYTES[at];
    }
    for change in changes.chunks_exact(4) {
        let place =
            usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2]);
        let at = match place >> 23 {
            0 => place % bytes.len(),
            _ => HEADS[(place & 0x7f_ffff) % HEADS.len()],
        };
        bytes[at] = change[3];
    }
    let Ok(model) = Model::from_bytes(bytes.clone()) else { return };
    assert_eq!(model.to_bytes(), bytes);
    let config = Config::complete().nested(true).explain(true);
    let attributor = Attributor::with_model(config, model);
    let analyzer = Analyzer::builder().without_gazetteer().attributor(attributor).build();
    for attribution in analyzer.analyze(TEXT).attributions {
        let roles = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        laws::apart(TEXT, roles.copied());
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
    }
});
