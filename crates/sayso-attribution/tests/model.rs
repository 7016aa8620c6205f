//! Bytes that are a model, and bytes that are none.

use std::sync::LazyLock;

use proptest::prelude::*;
use sayso_attribution::{LoadError, Model};

/// A model whose weights are no better than any.
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    use sayso_attribution::model::{Classes, CueFinder, RoleFinder, Transitions};
    let mut model = Model::untrained(Classes::new([("said", 3, 4), ("told", 5, 6)].into_iter()));
    model.cues.transitions = Transitions::uniform(0.5, CueFinder::allows);
    model.cues.least = [0.5; 2];
    model.roles.transitions = Transitions::uniform(-0.5, RoleFinder::allows);
    let mut bytes = model.to_bytes();
    for at in model.weight_ranges().into_iter().flatten() {
        bytes[at] = (at % 7) as u8;
    }
    Model::from_bytes(bytes).expect("weights may be any bytes")
});

/// Where its bytes are that are no weights, and where weights begin and end.
static MARKS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let mut is_mark = vec![true; bytes().len()];
    for weights in MODEL.weight_ranges() {
        is_mark[weights.start + 1..weights.end - 1].fill(false);
    }
    (0..is_mark.len()).filter(|&at| is_mark[at]).collect()
});

/// Its bytes.
fn bytes() -> Vec<u8> {
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| MODEL.to_bytes());
    BYTES.clone()
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
        model.roles.transitions = Transitions::uniform(score, RoleFinder::allows);
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
            model.roles.transitions = Transitions::uniform(score, RoleFinder::allows);
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
    for &end in &*MARKS {
        assert!(error(bytes[..end].to_vec()).is_some(), "the first {end} bytes");
    }
}

proptest! {
    /// Damage is found or harmless, never a panic, however large a length it
    /// makes up.
    #[test]
    fn damaged_bytes(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9)) {
        let (mut bytes, marks) = (bytes(), &*MARKS);
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
