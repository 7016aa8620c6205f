//! Laws of names for speakers, whatever the text and the attributions.

use proptest::prelude::*;
use sayso_attribution::{Attribution, Attributor, Config, Input, Name, NameKind, Quoted, Speaker};
use sayso_span::Span;
use sayso_test::{laws, news, plain};

/// Attributions with a source and a content of a few words each, all over the
/// text.
fn attributions(tokens: &[Span], random: &mut news::Random, count: usize) -> Vec<Attribution> {
    let mut piece = || {
        let start = random.below(tokens.len());
        let end = (start + random.below(6)).min(tokens.len() - 1);
        tokens[start].hull(tokens[end])
    };
    let mut all: Vec<Attribution> = (0..count)
        .map(|index| {
            let source = (index % 5 > 0).then(&mut piece);
            Attribution::new(source, None, vec![piece()])
        })
        .collect();
    all.sort_by_key(|one| one.source.unwrap_or(one.content[0]).start());
    all
}

/// Names of a few words each, of all kinds, some of them with a key.
fn names(tokens: &[Span], random: &mut news::Random, count: usize) -> Vec<Name<'static>> {
    let kinds = [
        NameKind::Person,
        NameKind::GivenName,
        NameKind::Organization,
        NameKind::Place,
        NameKind::Group,
    ];
    let mut all: Vec<Name<'_>> = (0..count)
        .map(|index| {
            let start = random.below(tokens.len());
            let end = (start + random.below(3)).min(tokens.len() - 1);
            let key = [None, Some("p1"), Some("p2")][index % 3];
            let (span, kind) = (tokens[start].hull(tokens[end]), kinds[random.below(kinds.len())]);
            Name { span, kind, gender: None, name: "Somebody Else", key }
        })
        .collect();
    all.sort_by_key(|name| name.span.start());
    all
}

fn check(text: &str, seed: u64) {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    if tokens.is_empty() {
        return;
    }
    let mut random = news::Random::new(seed);
    let quotation = tokens[random.below(tokens.len())].hull(tokens[tokens.len() - 1]);
    let quotations =
        [Quoted { span: quotation, inner: quotation, depth: 0, chain: 0, speech: 1.0 }];
    let count = 1 + random.below(20);
    let mut first = attributions(&tokens, &mut random, count);
    let mut second = first.clone();
    let count = random.below(10);
    let names = names(&tokens, &mut random, count);
    let (tokens, sentences) = (&tokens[..], &sentences[..]);
    let input = Input { text, tokens, sentences, quotations: &quotations, names: &names };
    let attributor = Attributor::with_rules(Config::default());
    let entities = attributor.name_speakers(input, &mut first);
    let again = attributor.name_speakers(input, &mut second);
    assert_eq!((&first, &entities), (&second, &again), "the same input has two answers");
    laws::mentions(text, entities.iter().map(|entity| &entity.mentions[..]));
    for (index, entity) in entities.iter().enumerate() {
        assert_eq!(entity.id.index(), index);
        match &entity.name {
            Speaker::Name(name) if entity.key.is_some() => assert_eq!(name, "Somebody Else"),
            Speaker::Name(name) | Speaker::Description(name) => laws::occurs(text, name),
            _ => {}
        }
        entity.description.iter().for_each(|description| laws::occurs(text, description));
    }
    for one in &first {
        let names: Vec<&Speaker> = one.entities.iter().map(|&id| &entities[id].name).collect();
        assert_eq!(names, one.speakers.iter().collect::<Vec<_>>());
        for step in &one.steps {
            laws::fits(text, step.from);
            laws::fits(text, step.to);
        }
    }
}

proptest! {
    #[test]
    fn news_keeps_them(bytes in 0..4000_usize, seed: u64) {
        check(&news::text(bytes, seed), seed);
    }

    #[test]
    fn text_of_names_keeps_them(
        words in prop::collection::vec(
            "(Mr\\.|Ms\\.|President|John|Mary|Smith|J\\.|van|de|of|the|and|she|he|they|it|who|said|[A-Z]{2,4}|\\(|\\)|,|\\.|\n\n|'s|“|”|University|campaign|both|a|statement) ",
            0..120,
        ),
        seed: u64,
    ) {
        check(&words.concat(), seed);
    }

    #[test]
    fn any_text_keeps_them(text in ".{0,200}", seed: u64) {
        check(&text, seed);
    }
}

/// Every speaker is looked for among all names before it in the worst case, so
/// that these would show quadratic time.
#[test]
fn many_names_take_linear_time() {
    let people = |count: usize| -> String {
        let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
        let name =
            |n: usize| [letter(n), letter(n / 26), letter(n / 676)].iter().collect::<String>();
        (0..count)
            .map(|n| format!("John S{} Smith said X{} left. He said no.\n", name(n), name(n)))
            .collect()
    };
    let one_sentence =
        |count: usize| "Smith and Mary Jones of the University of X, who said it, ".repeat(count);
    for (what, text) in [("names", people(10_000)), ("a sentence", one_sentence(10_000))] {
        let (tokens, sentences) = (plain::tokens(&text), plain::sentences(&text));
        let sources =
            tokens.iter().filter(|&&token| matches!(&text[token], "He" | "who" | "Smith"));
        let mut all: Vec<Attribution> =
            sources.map(|&source| Attribution::new(Some(source), None, vec![source])).collect();
        let (tokens, sentences) = (&tokens[..], &sentences[..]);
        let input = Input { text: &text, tokens, sentences, quotations: &[], names: &[] };
        let start = std::time::Instant::now();
        Attributor::new().name_speakers(input, &mut all);
        // Hours if it were quadratic; a second or two without optimization.
        assert!(start.elapsed().as_secs() < 60, "{what}: {:?}", start.elapsed());
        println!("{what}: {:?} for {} bytes", start.elapsed(), text.len());
    }
}
