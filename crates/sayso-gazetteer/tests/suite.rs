//! The cases of `testdata/gazetteer`.

use sayso_gazetteer::{Boundary, Builder, Case, Config, Overlap};
use sayso_test::{Suite, locate};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The names; each is an entry, and a list is an entry and its aliases.
    names: Vec<Name>,
    /// What is found, as in the text; `piece = id, id` names the entries as well,
    /// by their first names.
    mentions: Vec<String>,
    #[serde(default)]
    case: String,
    #[serde(default)]
    overlap: String,
    #[serde(default)]
    boundary: String,
    #[serde(default)]
    drop_diacritics: bool,
    #[serde(default)]
    hyphen_is_space: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    One(String),
    Several(Vec<String>),
}

fn config(expected: &Expected) -> Result<Config, String> {
    let config = Config::new()
        .case(match &*expected.case {
            "exact" => Case::Exact,
            "capitalized" => Case::Capitalized,
            "" | "folded" => Case::Folded,
            other => return Err(format!("no case {other:?}")),
        })
        .overlap(match &*expected.overlap {
            "" | "longest" => Overlap::Longest,
            "nested" => Overlap::Nested,
            "all" => Overlap::All,
            other => return Err(format!("no overlap {other:?}")),
        })
        .boundary(match &*expected.boundary {
            "" | "word" => Boundary::Word,
            "unspaced" => Boundary::Unspaced,
            "anywhere" => Boundary::Anywhere,
            other => return Err(format!("no boundary {other:?}")),
        });
    Ok(config.diacritics(!expected.drop_diacritics).hyphens(!expected.hyphen_is_space))
}

#[test]
fn suite() {
    Suite::<Expected>::load("gazetteer").run(|case| {
        let mut builder = Builder::with_config(config(&case.expected)?);
        for name in &case.expected.names {
            let (first, aliases) = match name {
                Name::One(name) => (name, &[][..]),
                Name::Several(names) => names.split_first().ok_or("an entry has no name")?,
            };
            let id = builder.entry(first, "", first);
            for alias in aliases {
                builder.alias(id, alias);
            }
        }
        let gazetteer = builder.build().map_err(|error| error.to_string())?;
        // What is written to bytes and read again finds the same.
        let bytes = gazetteer.to_bytes();
        let read = sayso_gazetteer::Gazetteer::from_bytes(bytes.as_slice());
        let read = read.map_err(|error| error.to_string())?;
        let mut wanted = Vec::new();
        let mut spans = Vec::new();
        for mention in &case.expected.mentions {
            let (piece, ids) = match mention.split_once(" = ") {
                Some((piece, ids)) => (piece, Some(ids.to_string())),
                None => (mention.as_str(), None),
            };
            let span = locate(&case.text, piece)?;
            spans.push(span);
            wanted.push((span, ids));
        }
        let found: Vec<_> = read.mentions(&case.text).collect();
        let found_spans: Vec<_> = found.iter().map(|mention| mention.span).collect();
        if found_spans != spans {
            return Err(case.difference(&found_spans, &spans));
        }
        for (mention, (_, ids)) in found.iter().zip(wanted) {
            let keys: Vec<_> = read.ids(*mention).map(|id| read.entry(id).key).collect();
            if ids.is_some_and(|ids| ids != keys.join(", ")) {
                return Err(format!("{} names {keys:?}", mention.span));
            }
        }
        Ok(())
    });
}
