//! Bytes that are a model, and bytes that are none.

use std::sync::OnceLock;

use proptest::prelude::*;
use sayso_attribution::{LoadError, Model};

/// A model of the format, whose weights are no better than any.
fn bytes() -> Vec<u8> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(write).clone()
}

fn write() -> Vec<u8> {
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

/// Where the bytes are that are no weights, and where weights begin and end.
fn marks() -> Vec<usize> {
    use sayso_attribution::model::{CueFinder, Extender, Ranker, RoleFinder, Tagger};
    let classes = 16 + u32::from_le_bytes(bytes()[12..16].try_into().expect("four")) as usize;
    let mut marks: Vec<usize> = (0..classes).collect();
    let mut at = classes;
    for (rows, after) in [
        (Tagger::COLUMNS << Tagger::BITS, 0),
        (2 << CueFinder::BITS, 4 * 11),
        (4 << RoleFinder::BITS, 4 * 25),
        (1 << Ranker::BITS, 0),
        (1 << Extender::BITS, 0),
    ] {
        marks.extend(at..at + 5);
        at += 4 + rows;
        marks.extend(at - 1..at + after);
        at += after;
    }
    assert_eq!(at, bytes().len());
    marks
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
    let bytes = bytes();
    for end in marks() {
        assert!(error(bytes[..end].to_vec()).is_some(), "the first {end} bytes");
    }
}

proptest! {
    /// Damage is found or harmless, never a panic, however large a length it
    /// makes up.
    #[test]
    fn damaged_bytes(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9)) {
        let (mut bytes, marks) = (bytes(), marks());
        for (at, byte) in damage {
            bytes[marks[at.index(marks.len())]] = byte;
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
