//! The cases of `testdata/token`.

use sayso_test::{Suite, locate_all};
use sayso_token::{Config, Tokenizer};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    tokens: Vec<String>,
    /// What each is, if the case is about that.
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default = "yes")]
    split_clitics: bool,
    #[serde(default = "yes")]
    split_hyphens: bool,
}

fn yes() -> bool {
    true
}

#[test]
fn cases() {
    Suite::<Expected>::load("token").run(|case| {
        let Expected { tokens, kinds, split_clitics, split_hyphens } = &case.expected;
        let config = Config::new().split_clitics(*split_clitics).split_hyphens(*split_hyphens);
        let found: Vec<_> = Tokenizer::with_config(config).tokens(&case.text).collect();
        let spans: Vec<_> = found.iter().map(|token| token.span).collect();
        let expected = locate_all(&case.text, tokens)?;
        if spans != expected {
            return Err(case.difference(&spans, &expected));
        }
        let found: Vec<_> = found.iter().map(|token| format!("{:?}", token.kind)).collect();
        if !kinds.is_empty() && found != *kinds {
            return Err(format!("found kinds {found:?}, expected {kinds:?}"));
        }
        Ok(())
    });
}
