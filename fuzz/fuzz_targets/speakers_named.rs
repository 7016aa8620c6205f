#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_attribution::{Attribution, Attributor, Input, Speaker};
use sayso_test::{laws, plain};

// Every four tokens are a source, whatever they are.
fuzz_target!(|text: &str| {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    let mut attributions: Vec<Attribution> = tokens
        .chunks(4)
        .map(|chunk| chunk[0].hull(chunk[chunk.len() - 1]))
        .map(|source| Attribution::new(Some(source), None, vec![source]))
        .collect();
    let (tokens, sentences) = (&tokens[..], &sentences[..]);
    let input = Input { text, tokens, sentences, quotations: &[], names: &[] };
    let mut again = attributions.clone();
    Attributor::new().name_speakers(input, &mut attributions);
    Attributor::new().name_speakers(input, &mut again);
    assert_eq!(attributions, again, "the same input has two answers");
    for speaker in attributions.iter().flat_map(|one| &one.speakers) {
        match speaker {
            Speaker::Name(name) | Speaker::Description(name) => laws::occurs(text, name),
            _ => {}
        }
    }
});
