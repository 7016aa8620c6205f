use std::{
    collections::HashSet,
    env, fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;

/// The cases of one crate: all of `testdata/<crate>/*.toml`.
///
/// # Example
///
/// This example is all of a crate's `tests/suite.rs`.
///
/// ```no_run
/// use sayso_test::{Suite, locate_all};
///
/// #[derive(serde::Deserialize)]
/// #[serde(deny_unknown_fields)]
/// struct Expected {
///     tokens: Vec<String>,
/// }
///
/// # fn tokens(_: &str) -> Vec<sayso_span::Span> { vec![] }
/// Suite::<Expected>::load("token").run(|case| {
///     let expected = locate_all(&case.text, &case.expected.tokens)?;
///     let found = tokens(&case.text);
///     if found == expected { Ok(()) } else { Err(case.difference(&found, &expected)) }
/// });
/// ```
#[derive(Debug)]
pub struct Suite<T> {
    cases: Vec<Case<T>>,
}

/// One text and what is expected of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Case<T> {
    /// The full name: crate, file and case.
    pub name: String,
    /// The text.
    pub text: String,
    /// What is expected, under the keys that `T` defines.
    pub expected: T,
    /// Why the case is known to fail.
    pub todo: Option<String>,
}

impl<T> Case<T> {
    /// Describes two lists of spans, with their texts, for a failure message.
    pub fn difference(&self, found: &[sayso_span::Span], expected: &[sayso_span::Span]) -> String {
        let show = |spans: &[sayso_span::Span]| {
            let pieces = spans.iter().map(|&s| format!("{s} {:?}", &self.text[s]));
            pieces.collect::<Vec<_>>().join(", ")
        };
        format!("found    {}\n  expected {}", show(found), show(expected))
    }
}

impl<T: DeserializeOwned> Suite<T> {
    /// Reads the cases of a crate, named without its `sayso-`.
    ///
    /// # Panics
    ///
    /// If a file cannot be read or is not what [the crate's page](crate) says.
    pub fn load(krate: &str) -> Suite<T> {
        let folder = root().join("testdata").join(krate);
        let mut files: Vec<PathBuf> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.unwrap_or_else(|e| panic!("{}: {e}", folder.display())).path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        files.sort();
        assert!(!files.is_empty(), "{} holds no cases", folder.display());
        Suite { cases: files.iter().flat_map(|path| read(krate, path)).collect() }
    }

    /// Runs every case and fails if any has failed, after all of them have run.
    ///
    /// # Panics
    ///
    /// If `check` returns an error for a case without `todo`, or none for a
    /// case with it.
    pub fn run(&self, check: impl Fn(&Case<T>) -> Result<(), String>) {
        let filter = env::var("SAYSO_TEST").unwrap_or_default();
        let mut failures = Vec::new();
        let mut todo = 0;
        let chosen: Vec<_> = self.cases.iter().filter(|c| c.name.contains(&filter)).collect();
        for case in &chosen {
            match (check(case), &case.todo) {
                (Ok(()), None) => {}
                (Err(_), Some(_)) => todo += 1,
                (Err(why), None) => failures.push(format!("{}\n  {why}", case.name)),
                (Ok(()), Some(_)) => failures
                    .push(format!("{}\n  passes now: its `todo` has had its day", case.name)),
            }
        }
        println!("{} cases, of which {todo} are known to fail", chosen.len());
        let (count, list) = (failures.len(), failures.join("\n"));
        assert!(failures.is_empty(), "{count} of {} cases failed:\n{list}", chosen.len());
    }
}

/// Reads one file.
fn read<T: DeserializeOwned>(krate: &str, path: &Path) -> Vec<Case<T>> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let source = fs::read_to_string(path).map_err(|error| error.to_string());
    source
        .and_then(|source| parse(&source, &format!("{krate}/{stem}")))
        .unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// Reads the cases of a file whose full name is given. Everything that is not
/// as it should be is an error.
fn parse<T: DeserializeOwned>(source: &str, file: &str) -> Result<Vec<Case<T>>, String> {
    let mut table: toml::Table = source.parse().map_err(|e: toml::de::Error| e.to_string())?;
    let Some(toml::Value::Array(tests)) = table.remove("test") else {
        return Err("no [[test]]".to_string());
    };
    if let Some(key) = table.keys().next() {
        return Err(format!("unknown key {key:?}"));
    }
    let mut names = HashSet::new();
    let mut cases = Vec::new();
    for test in tests {
        let toml::Value::Table(mut test) = test else {
            return Err("a test is not a table".to_string());
        };
        let name = string(&mut test, "name")?.ok_or("a test has no name")?;
        if !names.insert(name.clone()) {
            return Err(format!("two tests are named {name:?}"));
        }
        let text = string(&mut test, "text")?.ok_or_else(|| format!("{name:?} has no text"))?;
        let todo = string(&mut test, "todo")?;
        let expected = T::deserialize(toml::Value::Table(test))
            .map_err(|error| format!("{name:?}: {error}"))?;
        cases.push(Case { name: format!("{file}/{name}"), text, expected, todo });
    }
    if cases.is_empty() { Err("no cases".to_string()) } else { Ok(cases) }
}

fn string(test: &mut toml::Table, key: &str) -> Result<Option<String>, String> {
    match test.remove(key) {
        Some(toml::Value::String(value)) => Ok(Some(value)),
        None => Ok(None),
        Some(_) => Err(format!("{key:?} is not a string")),
    }
}

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[cfg(test)]
mod tests {
    use super::{Suite, parse};

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Expected {
        words: usize,
    }

    const CASE: &str = "[[test]]\nname = 'one'\ntext = 'no, no'\nwords = 2\n";

    fn error(source: &str) -> String {
        parse::<Expected>(source, "crate/file").expect_err("it is not as it should be")
    }

    #[test]
    fn a_case_has_its_full_name() {
        let cases = parse::<Expected>(CASE, "crate/file").expect("it is as it should be");
        assert_eq!((cases[0].name.as_str(), cases[0].expected.words), ("crate/file/one", 2));
    }

    #[test]
    fn what_nobody_reads_is_refused() {
        assert_eq!(error(""), "no [[test]]");
        assert_eq!(error("test = []"), "no cases");
        assert_eq!(error(&format!("wrods = 2\n{CASE}")), "unknown key \"wrods\"");
        assert_eq!(error(&CASE.repeat(2)), "two tests are named \"one\"");
        assert_eq!(error("[[test]]\ntext = 'no'"), "a test has no name");
        assert_eq!(error("[[test]]\nname = 'one'"), "\"one\" has no text");
        assert!(error(&format!("{CASE}wrods = 2")).contains("unknown field `wrods`"));
    }

    #[test]
    #[should_panic(expected = "1 of 1 cases failed:\ncrate/file/one\n  too few")]
    fn a_failing_case_fails() {
        let cases = parse::<Expected>(CASE, "crate/file").expect("it is as it should be");
        Suite { cases }.run(|_| Err("too few".to_string()));
    }

    #[test]
    #[should_panic(expected = "passes now")]
    fn a_todo_that_passes_fails() {
        let source = format!("{CASE}todo = 'later'");
        let cases = parse::<Expected>(&source, "crate/file").expect("it is as it should be");
        Suite { cases }.run(|_| Ok(()));
    }
}
