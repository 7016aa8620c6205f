#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_test::laws;
use sayso_token::{Config, Tokenizer};

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let config = Config::new().split_clitics(choice & 1 == 0).split_hyphens(choice & 2 == 0);
    laws::tile(text, Tokenizer::with_config(config).tokens(text).map(|token| token.span));
});
