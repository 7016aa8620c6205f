#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};
use sayso_test::laws;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let paragraphs = match choice % 4 {
        0 => Paragraphs::Detect,
        1 => Paragraphs::BlankLine,
        2 => Paragraphs::EveryLine,
        _ => Paragraphs::Wrapped,
    };
    let config = Config::new().paragraphs(paragraphs).whole_quotations(choice & 4 != 0);
    let segmenter = SentenceSegmenter::with_config(config);
    laws::tile(text, segmenter.sentences(text).map(|sentence| sentence.span));
});
