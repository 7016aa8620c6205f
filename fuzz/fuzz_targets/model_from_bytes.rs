//! Bytes that are no model are refused; one that is read is written as it was,
//! and works, however bad it is.
#![no_main]

use std::{array, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use sayso::{
    Analyzer,
    attribution::{
        Attributor, Config, Model,
        model::{
            Classes, CueFinder, Extender, FORBIDDEN, Ranker, RoleFinder, Table, Tagger,
            Transitions,
        },
    },
};
use sayso_test::laws;

const TEXT: &str = "“We will not wait,” said Ms. May, who met Mr. Ruiz on Monday. “Nobody \
    asked,” he added, “so why should we?”\n\nAccording to the council, the bridge was closed; \
    the claim that it was safe surprised its engineers. They denied that anyone had told them.";

/// A model without weights.
static EMPTY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    fn table<const L: usize, const BYTES: usize>() -> Table<L, BYTES> {
        Table::quantize(&vec![0.0; BYTES])
    }
    let model = Model {
        classes: Classes::new([("said", 3, 4), ("told", 5, 6)].into_iter()),
        tagger: Tagger { table: table() },
        cues: CueFinder {
            table: table(),
            transitions: Transitions::new(array::from_fn(|from| {
                array::from_fn(|to| score(CueFinder::allows(Some(from), to)))
            })),
            least: [FORBIDDEN; 2],
        },
        roles: RoleFinder {
            table: table(),
            transitions: Transitions::new(array::from_fn(|from| {
                array::from_fn(|to| score(RoleFinder::allows(Some(from), to)))
            })),
        },
        ranker: Ranker { table: table() },
        extender: Extender { table: table() },
    };
    model.to_bytes()
});

fn score(is_allowed: bool) -> f32 {
    if is_allowed { 0.0 } else { FORBIDDEN }
}

/// Where its bytes are that are no weights.
static HEADS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let classes = 16 + u32::from_le_bytes(EMPTY[12..16].try_into().unwrap()) as usize;
    let mut heads: Vec<usize> = (0..classes).collect();
    let mut at = classes;
    for (rows, after) in [
        (Tagger::COLUMNS << Tagger::BITS, 0),
        (2 << CueFinder::BITS, 4 * 11),
        (4 << RoleFinder::BITS, 4 * 25),
        (1 << Ranker::BITS, 0),
        (1 << Extender::BITS, 0),
    ] {
        heads.extend(at..at + 4);
        at += 4 + rows;
        heads.extend(at..at + after);
        at += after;
    }
    heads
});

fuzz_target!(|changes: &[u8]| {
    // As they are, they are hardly ever a model.
    assert!(Model::from_bytes(changes.to_vec()).is_err());
    // A model whose weights are multiples of the first byte, with changes: a place among all bytes, or among those that are no weights, and
    // the byte that is there.
    let [fill, changes @ ..] = changes else { return };
    let mut bytes = EMPTY.clone();
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = (at as u8).wrapping_mul(*fill);
    }
    for &at in &*HEADS {
        bytes[at] = EMPTY[at];
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
