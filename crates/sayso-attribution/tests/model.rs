//! Bytes that are a model, and bytes that are none.

use proptest::prelude::*;
use sayso_attribution::{LoadError, Model};

/// A model of the format, with tables as small as can be.
fn bytes() -> Vec<u8> {
    use sayso_attribution::model::{
        Classes, CueFinder, Extender, Ranker, RoleFinder, Table, Tagger, Transitions,
    };
    fn table<const L: usize, const BYTES: usize>() -> Table<L, BYTES> {
        let weights: Vec<f32> = (0..BYTES).map(|n| (n % 7) as f32 - 3.0).collect();
        Table::quantize(&weights)
    }
    let model = Model {
        classes: Classes::new([("said", 3, 4), ("told", 5, 6)].into_iter()),
        tagger: Tagger { table: table() },
        cues: CueFinder {
            table: table(),
            transitions: Transitions::new([[0.5; 3]; 3]),
            least: [0.5; 2],
        },
        roles: RoleFinder { table: table(), transitions: Transitions::new([[-0.5; 5]; 5]) },
        ranker: Ranker { table: table() },
        extender: Extender { table: table() },
    };
    model.to_bytes()
}

fn error(bytes: Vec<u8>) -> Option<LoadError> {
    Model::from_bytes(bytes).err()
}

#[test]
fn a_model_is_read_as_it_was_written() {
    let model = Model::from_bytes(bytes()).expect("it is one");
    assert_eq!(model.to_bytes(), bytes());
}

#[test]
fn errors_say_what_is_wrong() {
    let message = |bytes| error(bytes).map(|e| e.to_string()).unwrap_or_default();
    assert_eq!(message(b"a text, and no model at all".to_vec()), "not an attribution model");
    let mut other = bytes();
    other[8] ^= 0xff;
    assert_eq!(message(other), "an attribution model of another version");
    let mut long = bytes();
    long.push(0);
    assert_eq!(message(long), "an attribution model that is cut off or damaged");
}

#[test]
fn no_beginning_of_a_model_is_one() {
    for end in 0..bytes().len() {
        assert!(error(bytes()[..end].to_vec()).is_some(), "the first {end} bytes");
    }
}

proptest! {
    /// Damage is found or harmless, never a panic, however large a length it
    /// makes up.
    #[test]
    fn damaged_bytes(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9)) {
        let mut bytes = bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(model) = Model::from_bytes(bytes.clone()) {
            prop_assert_eq!(model.to_bytes(), bytes);
        }
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Model::from_bytes(bytes);
    }
}
