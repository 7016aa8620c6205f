use alloc::string::String;

use super::ranker::Ranker;

/// The source of the ranker, which lists its features.
const RANKER: &str = include_str!("ranker.rs");

/// Returns the names of the features that the ranker adds under a seed, in
/// order.
///
/// A feature is known by its turn, and its name is what the source of the ranker
/// combines there: a list of names of its own would have to be kept in step.
/// Nobody asks for them but who wants an attribution explained.
pub(super) fn names(seed: u32) -> impl Iterator<Item = String> {
    let list = if seed == Ranker::BASE { "BASE" } else { "OWN" };
    let start = alloc::format!("Features::new(Ranker::{list}, ");
    let list = RANKER.split_once(&start).map_or("", |(_, list)| list);
    let list = list.split_once("features.finish()").map_or("", |(list, _)| list);
    list.split("features.add([").skip(1).map(|feature| {
        let values = feature.split_once("])").map_or("", |(values, _)| values);
        name(values)
    })
}

/// Returns the values of a feature as words: `source_tag, kind` is
/// `source tag + kind`.
fn name(values: &str) -> String {
    let mut name = String::new();
    for value in values.split(',').map(|value| value.trim().trim_start_matches('*')) {
        let words = value.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            !matches!(*word, "" | "u32" | "from" | "bucket" | "half" | "words" | "len" | "as")
        });
        for (at, word) in words.enumerate() {
            match at {
                _ if name.is_empty() => {}
                0 => name.push_str(" + "),
                _ => name.push(' '),
            }
            name.push_str(word);
        }
    }
    if name.is_empty() { String::from("always") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_is_combined() {
        assert_eq!(name("source_tag, kind, side"), "source tag + kind + side");
        assert_eq!(name("\n    *nested,\n    stem,\n"), "nested + stem");
        assert_eq!(name(""), "always");
    }
}
