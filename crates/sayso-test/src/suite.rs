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

/// Reads one file. Everything that is not as it should be ends the test.
fn read<T: DeserializeOwned>(krate: &str, path: &Path) -> Vec<Case<T>> {
    let fail = |why: String| -> ! { panic!("{}: {why}", path.display()) };
    let source = fs::read_to_string(path).unwrap_or_else(|error| fail(error.to_string()));
    let mut file: toml::Table =
        source.parse().unwrap_or_else(|error: toml::de::Error| fail(error.to_string()));
    let Some(toml::Value::Array(tests)) = file.remove("test") else { fail("no [[test]]".into()) };
    if let Some(key) = file.keys().next() {
        fail(format!("unknown key {key:?}"));
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut names = HashSet::new();
    let mut cases = Vec::new();
    for test in tests {
        let toml::Value::Table(mut test) = test else { fail("a test is not a table".into()) };
        let mut string = |key: &str| match test.remove(key) {
            Some(toml::Value::String(value)) => Some(value),
            None => None,
            Some(_) => fail(format!("{key:?} is not a string")),
        };
        let Some(name) = string("name") else { fail("a test has no name".into()) };
        let Some(text) = string("text") else { fail(format!("{name:?} has no text")) };
        let todo = string("todo");
        if !names.insert(name.clone()) {
            fail(format!("two tests are named {name:?}"));
        }
        let expected = T::deserialize(toml::Value::Table(test))
            .unwrap_or_else(|error| fail(format!("{name:?}: {error}")));
        cases.push(Case { name: format!("{krate}/{stem}/{name}"), text, expected, todo });
    }
    if cases.is_empty() {
        fail("no cases".into());
    }
    cases
}

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
