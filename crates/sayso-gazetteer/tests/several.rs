//! Several gazetteers at once.

use proptest::prelude::*;
use sayso_gazetteer::{Builder, Config, Gazetteer, Gazetteers, Mention, Overlap};

fn gazetteer(names: &[String], overlap: Overlap) -> Gazetteer {
    let mut builder = Builder::with_config(Config::new().overlap(overlap));
    for name in names {
        builder.entry(name, "", name);
    }
    builder.build().expect("the names have letters")
}

proptest! {
    /// The first finds what it finds alone; each other one what it finds alone, but
    /// for what overlaps a mention of one before it.
    #[test]
    fn each_goes_before_the_next(
        lists in prop::collection::vec(
            (
                prop::collection::vec("[ab]( [abc]){0,2}", 0..5),
                prop::sample::select(vec![Overlap::Longest, Overlap::Nested, Overlap::All]),
            ),
            0..4,
        ),
        text in "([abc] ){0,30}",
    ) {
        let list = lists.iter().map(|(names, overlap)| gazetteer(names, *overlap));
        let all: Gazetteers = list.collect();
        let mut expected: Vec<Mention> = Vec::new();
        for (number, one) in all.as_slice().iter().enumerate() {
            let before = expected.clone();
            for mention in one.mentions(&text) {
                if !before.iter().any(|known| known.span.overlaps(mention.span)) {
                    let mut mention = mention;
                    mention.gazetteer = number;
                    expected.push(mention);
                }
            }
        }
        let found = all.mentions(&text);
        let place = |m: &Mention| (m.span.start(), std::cmp::Reverse(m.span.end()));
        prop_assert!(found.is_sorted_by_key(place));
        for &mention in &found {
            prop_assert_eq!(all.entry(mention).name, &text[mention.span]);
            prop_assert_eq!(all.entries(mention).next(), Some(all.entry(mention)));
        }
        expected.sort_by_key(place);
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_longer_name_behind_is_hidden() {
    let list = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        gazetteer(&names, Overlap::Longest)
    };
    let mut both = Gazetteers::new();
    assert_eq!(both.mentions("New York"), []);
    both.push(list(&["York"]));
    both.push(list(&["New York City", "New"]));
    let found = |text: &str| -> Vec<(String, usize)> {
        both.mentions(text).iter().map(|m| (text[m.span].to_owned(), m.gazetteer)).collect()
    };
    assert_eq!(found("New York City"), [("York".into(), 0)]);
    assert_eq!(found("New Haven, York"), [("New".into(), 1), ("York".into(), 0)]);
}
