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
            transitions: Transitions::new(transitions(CueFinder::allows, 0.5)),
            least: [0.5; 2],
        },
        roles: RoleFinder {
            table: table(),
            transitions: Transitions::new(transitions(RoleFinder::allows, -0.5)),
        },
        ranker: Ranker { table: table() },
        extender: Extender { table: table() },
    };
    model.to_bytes()
}

/// This score where a label is allowed after another.
fn transitions<const L: usize>(
    allows: fn(Option<usize>, usize) -> bool,
    score: f32,
) -> [[f32; L]; L] {
    use sayso_attribution::model::FORBIDDEN;
    let score = |from, to| if allows(Some(from), to) { score } else { FORBIDDEN };
    std::array::from_fn(|from| std::array::from_fn(|to| score(from, to)))
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

/// The source of a cue could be the cue itself.
#[test]
fn what_is_forbidden_must_be_so() {
    let mut model = Model::from_bytes(bytes()).expect("it is one");
    use sayso_attribution::model::{RoleFinder, Transitions};
    let refused = |model: &Model| error(model.to_bytes()).is_some();
    model.roles.transitions = Transitions::new([[-0.5; 5]; 5]);
    assert!(refused(&model));
    for (score, is_refused) in [(100.0, false), (-100.0, false), (101.0, true), (-1e30, true)] {
        model.roles.transitions = Transitions::new(transitions(RoleFinder::allows, score));
        assert_eq!(refused(&model), is_refused, "{score}");
    }
}

/// However bad a model is that is read, no source is a cue.
#[test]
fn bad_models_work() {
    use sayso_attribution::{
        Attributor, Config, Input,
        model::{RoleFinder, Table, Transitions},
    };
    use sayso_span::Span;
    use std::borrow::Cow;

    let text =
        "Ms. May said that nobody had told her , according to the council , which denied it";
    let mut tokens: Vec<Span> = Vec::new();
    for word in text.split(' ') {
        let start = tokens.last().map_or(0, |last| last.end() + 1);
        tokens.push(Span::new(start, start + word.len()));
    }
    let whole = [Span::new(0, text.len())];
    let input = Input { text, tokens: &tokens, sentences: &whole, quotations: &[], names: &[] };
    fn scaled<const L: usize, const BYTES: usize>(scale: f32, seed: u32) -> Table<L, BYTES> {
        let mut random = seed;
        let byte = || {
            random = random.wrapping_mul(0x915F_77F5).wrapping_add(1);
            (random >> 24) as u8
        };
        let rows: Vec<u8> = std::iter::repeat_with(byte).take(BYTES).collect();
        Table::from_rows(Cow::Owned(rows), scale).expect("it is as long as it must be")
    }
    let mut found = 0;
    for (seed, scale) in [0.01, 0.1, 1.0, 10.0, 100.0, -0.1, -100.0].into_iter().enumerate() {
        for score in [0.0, 100.0, -100.0] {
            let mut model = Model::from_bytes(bytes()).expect("it is one");
            model.cues.table = scaled(scale, seed as u32);
            model.roles.table = scaled(scale, 7 + seed as u32);
            model.roles.transitions = Transitions::new(transitions(RoleFinder::allows, score));
            model.ranker.table = scaled(scale, 13 + seed as u32);
            let model = Model::from_bytes(model.to_bytes()).expect("nothing is too large");
            let config = Config::complete().nested(true);
            for one in Attributor::with_model(config, model).attributions(input) {
                let roles = one.source.iter().chain(&one.cue).chain(&one.content);
                sayso_test::laws::apart(text, roles.copied());
                found += 1;
            }
        }
    }
    assert!(found > 0, "bad models find something");
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
