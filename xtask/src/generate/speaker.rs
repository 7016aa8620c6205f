//! The lexicon of speakers: `data/attribution/en/speaker/*.txt` and
//! `data/attribution/en/lower-case.tsv`.

use std::{collections::BTreeMap, fmt::Write, fs};

const FOLDER: &str = "data/attribution/en";

/// The lists of words, in the order of their bits. Each is a file.
const CLASSES: &[&str] = &[
    "given-feminine",
    "given-masculine",
    "title",
    "title-adjective",
    "role",
    "honorific",
    "honorific-feminine",
    "honorific-masculine",
    "feminine",
    "masculine",
    "family",
    "nominal",
    "organization",
    "organization-head",
    "medium",
    "surname-like",
    "people",
    "party",
    "place",
    "place-part",
    "geography",
    "office",
    "stop",
    "determiner",
    "function",
    "preposition",
    "relative",
    "pronoun",
    "particle",
    "participle",
    "suffix",
    "humans",
    "utterance",
    "document",
    "general",
];

/// How often a word is in lower case, in the order of the tables.
const CASES: &[&str] = &["rarely", "half", "often", "always"];

pub(crate) fn contents() -> String {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    let mut code = super::preamble("speaker");
    code.push_str("use super::lexicon::Classes;\n\nimpl Classes {\n");
    for (bit, class) in CLASSES.iter().enumerate() {
        let name = class.replace('-', "_").to_uppercase();
        let flag = 1_u64 << bit;
        writeln!(code, "pub(super) const {name}: Classes = Classes({flag:#x});").expect(STRING);
        for word in
            lines(&format!("speaker/{class}.txt")).iter().flat_map(|l| l.split_whitespace())
        {
            // The lexicon is asked without a final full stop.
            *words.entry(word.trim_end_matches('.').to_string()).or_default() |= flag;
        }
    }
    code.push_str("}\n\n");

    let records = words.iter().map(|(word, flags)| (word.as_str(), flags.to_le_bytes().to_vec()));
    code.push_str("/// Words by their length in bytes, in order, each followed by its classes.\n");
    code.push_str(&by_length("WORDS", records));

    let lower = lines("lower-case.tsv");
    let records = lower.iter().map(|line| {
        let (word, case) = line.split_once('\t').expect("a word and how often");
        let case = CASES.iter().position(|known| *known == case).expect("a known frequency");
        (word, vec![u8::try_from(case).expect("few frequencies")])
    });
    code.push_str(
        "\n/// Words by their length, each followed by how often it is in lower case.\n",
    );
    code.push_str(&by_length("LOWER_CASE", records));

    code.push_str(&pairs("Short forms of given names.", "NICKNAMES", "speaker/nicknames.txt"));
    code.push_str(&pairs(
        "Words for roles, and the one of the same meaning that stands for them.",
        "ROLE_CLASSES",
        "speaker/role-classes.txt",
    ));
    code.push_str(&pairs(
        "Words for organizations, and the one that stands for their sort.",
        "BODY_CLASSES",
        "speaker/body-classes.txt",
    ));
    code
}

const STRING: &str = "a string can be written to";

/// A table of byte strings: the one at index n holds the words of n bytes.
fn by_length<'a>(name: &str, records: impl Iterator<Item = (&'a str, Vec<u8>)>) -> String {
    let mut groups: Vec<BTreeMap<&str, Vec<u8>>> = Vec::new();
    for (word, record) in records {
        groups.resize_with(groups.len().max(word.len() + 1), BTreeMap::new);
        assert!(groups[word.len()].insert(word, record).is_none(), "{word} stands there twice");
    }
    let count = groups.len();
    let mut code = format!("pub(super) static {name}: [&[u8]; {count}] = [\n");
    for group in groups {
        code.push_str("b\"");
        for (word, record) in group {
            for byte in word.bytes() {
                match byte {
                    0x20..0x7F => code.push(char::from(byte)),
                    _ => write!(code, "\\x{byte:02x}").expect(STRING),
                }
            }
            for byte in record {
                write!(code, "\\x{byte:02x}").expect(STRING);
            }
        }
        code.push_str("\",\n");
    }
    code.push_str("];\n");
    code
}

fn pairs(doc: &str, name: &str, file: &str) -> String {
    let mut pairs: Vec<(String, String)> = lines(file)
        .iter()
        .map(|line| line.split_once(' ').expect("two words"))
        .map(|(a, b)| (a.to_string(), b.to_string()))
        .collect();
    pairs.sort();
    let mut code = format!("\n/// {doc}\npub(super) static {name}: &[(&str, &str)] = &[\n");
    for (a, b) in pairs {
        writeln!(code, "({a:?}, {b:?}),").expect(STRING);
    }
    code.push_str("];\n");
    code
}

/// The lines of a source that are neither empty nor comments.
fn lines(file: &str) -> Vec<String> {
    let path = crate::root().join(FOLDER).join(file);
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let kept = source.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    kept.map(str::to_string).collect()
}
