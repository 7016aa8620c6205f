#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_attribution::{Attribution, Attributor, Config, Input, Name, NameKind, Speaker};
use sayso_test::{laws, plain};

// Every four tokens are a source, and every seven start with a name, whatever they
// are.
fuzz_target!(|text: &str| {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    let mut attributions: Vec<Attribution> = tokens
        .chunks(4)
        .map(|chunk| chunk[0].hull(chunk[chunk.len() - 1]))
        .map(|source| Attribution::new(Some(source), None, vec![source]))
        .collect();
    let kinds = [NameKind::Person, NameKind::GivenName, NameKind::Organization, NameKind::Place];
    let names: Vec<Name<'_>> = tokens
        .chunks(7)
        .enumerate()
        .map(|(index, chunk)| {
            let span = chunk[0].hull(chunk[index % chunk.len()]);
            let key = (index % 3 > 0).then_some(if index % 2 > 0 { "p1" } else { "p2" });
            let kind = kinds[index % kinds.len()];
            Name { span, kind, gender: None, name: "Somebody Else", key }
        })
        .collect();
    let (tokens, sentences) = (&tokens[..], &sentences[..]);
    let input = Input { text, tokens, sentences, quotations: &[], names: &names };
    let mut again = attributions.clone();
    let attributor = Attributor::with_rules(Config::default());
    let entities = attributor.name_speakers(input, &mut attributions);
    let second = attributor.name_speakers(input, &mut again);
    assert_eq!((&attributions, &entities), (&again, &second), "the same input has two answers");
    laws::mentions(text, entities.iter().map(|entity| &entity.mentions[..]));
    for entity in &entities {
        match &entity.name {
            Speaker::Name(_) if entity.key.is_some() => {}
            Speaker::Name(name) | Speaker::Description(name) => laws::occurs(text, name),
            _ => {}
        }
        entity.description.iter().for_each(|description| laws::occurs(text, description));
    }
    for one in &attributions {
        assert!(one.entities.iter().map(|&id| &entities[id].name).eq(&one.speakers));
    }
});
