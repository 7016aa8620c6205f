//! Bytes that are no model are refused; one that is read is written as it was,
//! and works, however bad it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso::{
    Analyzer,
    attribution::{Attributor, Config, Model},
};
use sayso_test::laws;

const TEXT: &str = "“We will not wait,” said Ms. May, who met Mr. Ruiz on Monday. “Nobody \
    asked,” he added, “so why should we?”\n\nAccording to the council, the bridge was closed; \
    the claim that it was safe surprised its engineers. They denied that anyone had told them.";

fuzz_target!(|bytes: &[u8]| {
    let Ok(model) = Model::from_bytes(bytes.to_vec()) else { return };
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
