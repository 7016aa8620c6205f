//! The ready gazetteer for news, from `data/gazetteer/en` and the given names of
//! `data/attribution/en/speaker`.

use std::collections::BTreeMap;

use sayso_gazetteer::{Builder, Case, Config};

/// The sources, the type that entries of each have unless their key begins with
/// another, and their priority.
const SOURCES: &[(&str, &str, i32)] = &[
    ("countries", "country", 30),
    ("states", "state", 20),
    ("cities", "city", 10),
    ("counties", "county", 5),
    ("regions", "region", 15),
    ("peoples", "people", 20),
    ("organizations", "organization", 25),
    ("media", "media", 12),
    ("companies", "company", 12),
    ("titles", "title", 8),
    ("calendar", "date", 40),
];

/// Returns the bytes of the gazetteer.
pub(crate) fn news() -> Vec<u8> {
    let mut builder = Builder::with_config(Config::new());
    for &(source, kind, priority) in SOURCES {
        let path = format!("data/gazetteer/en/{source}.tsv");
        for (number, line) in super::source(&path).lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            let (&[key, name], rest) = cells
                .split_first_chunk()
                .unwrap_or_else(|| panic!("{path}:{}: no key and name", number + 1));
            let aliases = rest.first().copied().unwrap_or_default();
            let properties = rest.get(1).copied().unwrap_or_default();
            let id = builder.unnamed(key, kind, name);
            builder.priority(id, priority);
            let aliases = aliases.split('|').filter(|alias| !alias.is_empty());
            for alias in std::iter::once(name).chain(aliases) {
                let (alias, case) = case(alias, kind);
                builder.alias_with(id, alias, case);
            }
            for property in properties.split('|').filter(|property| !property.is_empty()) {
                let (name, value) = property.split_once('=').unwrap_or((property, "yes"));
                builder.property(id, name, value);
            }
        }
    }
    given_names(&mut builder);
    builder.build().unwrap_or_else(|error| panic!("data/gazetteer/en: {error}")).to_bytes()
}

/// How an alias is compared: `=` before it asks for its own case, and titles that
/// begin with a small letter are found in any.
fn case<'a>(alias: &'a str, kind: &str) -> (&'a str, Case) {
    match alias.strip_prefix('=') {
        Some(alias) => (alias, Case::Exact),
        None if kind == "title" && alias.starts_with(char::is_lowercase) => (alias, Case::Folded),
        None => (alias, Case::Capitalized),
    }
}

fn given_names(builder: &mut Builder) {
    let mut genders: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for gender in ["feminine", "masculine"] {
        let source = super::source(&format!("data/attribution/en/speaker/given-{gender}.txt"));
        let lines = source.lines().filter(|line| !line.starts_with('#'));
        for name in lines.flat_map(str::split_whitespace) {
            let mut letters = name.chars();
            let name: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            genders.entry(name).and_modify(|known| *known = None).or_insert(Some(gender));
        }
    }
    for (name, gender) in genders {
        let key = format!("name/{}", name.to_lowercase());
        let id = builder.entry(&key, "given-name", &name);
        builder.priority(id, -10);
        if let Some(gender) = gender {
            builder.property(id, "gender", gender);
        }
    }
}
