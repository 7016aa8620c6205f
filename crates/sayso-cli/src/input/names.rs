use std::{fmt, io::BufRead};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::{Problem, json_error, lines::Lines};

/// An entry of a file of names.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Name {
    /// The user's own key. Without one it is the name.
    pub id: String,
    /// `person`, `country` or whatever the user likes; may be empty.
    pub kind: String,
    /// How it is mostly called.
    pub name: String,
    /// How else it is called.
    pub aliases: Vec<String>,
    /// Of entries that share a name, the one with the highest comes first.
    pub priority: i32,
    /// What else is told of it, such as `gender`: names and values.
    pub properties: Vec<(String, String)>,
}

/// The entries of a file of names, one at a time: tab-separated with a head
/// line, or JSON Lines.
///
/// A line that is no entry is an error, and the next line is read all the same.
/// Blank lines are passed over, and so are lines before the head line that start
/// with `#`.
#[derive(Debug)]
pub struct Names<R> {
    lines: Lines<R>,
    form: Form,
}

#[derive(Debug)]
enum Form {
    /// A table whose head line is still to come.
    Table,
    /// A table with these columns.
    Columns(Vec<Column>),
    Jsonl,
    /// A table without a head line: no line of it can be read.
    Lost,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Column {
    Id,
    Kind,
    Name,
    Priority,
    Property(String),
    /// This cell and all after it.
    Aliases,
}

const COLUMNS: &str = "the first line names the columns, with a tab between them: id, type, name, \
                       priority, properties of your own and, last, aliases; only name must be there";

const OBJECTS: &str = "each line is an object such as {\"id\": \"Q1\", \"type\": \"person\", \
                       \"name\": \"Ann Lee\", \"aliases\": [\"Lee\"]}; only name must be there";

impl<R: BufRead> Names<R> {
    /// Reads a file that is called `label` in problems.
    pub fn new(reader: R, label: String, jsonl: bool) -> Names<R> {
        let form = if jsonl { Form::Jsonl } else { Form::Table };
        Names { lines: Lines::new(reader, label), form }
    }

    /// Returns the number of the line that was read last, from 1.
    pub fn line(&self) -> u64 {
        self.lines.number()
    }

    fn entry(&mut self) -> Result<Option<Name>, Problem> {
        let line = self.lines.text()?;
        let problem = |reason: String| self.lines.problem(reason);
        let name: Name = match &self.form {
            Form::Jsonl => serde_json::from_str(line).map_err(|error| {
                json_error::explain(self.lines.problem(""), line, &error, OBJECTS)
            })?,
            Form::Columns(columns) => row(line, columns).map_err(problem)?,
            Form::Lost => return Ok(None),
            Form::Table if line.starts_with('#') => return Ok(None),
            Form::Table => {
                let (form, problem) = match head(line) {
                    Ok(columns) => (Form::Columns(columns), None),
                    Err(reason) => (Form::Lost, Some(problem(reason).hint(COLUMNS))),
                };
                self.form = form;
                return problem.map_or(Ok(None), Err);
            }
        };
        if name.name.is_empty() {
            return Err(problem("no name".into()));
        }
        // Nobody means them, and the gazetteer keeps properties between them.
        let mut properties = name.properties.iter();
        if properties.any(|(property, value)| property.contains('\0') || value.contains('\0')) {
            return Err(problem("a property with a NUL character".into()));
        }
        let id = if name.id.is_empty() { name.name.clone() } else { name.id };
        Ok(Some(Name { id, ..name }))
    }
}

impl<R: BufRead> Iterator for Names<R> {
    type Item = Result<Name, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.lines.advance() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(problem) => return Some(Err(problem)),
            }
            if let Some(entry) = self.entry().transpose() {
                return Some(entry);
            }
        }
    }
}

/// Reads the head line.
fn head(line: &str) -> Result<Vec<Column>, String> {
    let mut columns = Vec::new();
    for cell in line.split('\t') {
        let column = match cell.trim() {
            "id" => Column::Id,
            "type" => Column::Kind,
            "name" => Column::Name,
            "priority" => Column::Priority,
            "aliases" | "alias" => Column::Aliases,
            "" => return Err("a column without a name".into()),
            other => Column::Property(other.into()),
        };
        if columns.contains(&column) {
            return Err(format!("the column \"{}\" is there twice", cell.trim()));
        }
        if columns.last() == Some(&Column::Aliases) {
            return Err("a column stands after the aliases".into());
        }
        columns.push(column);
    }
    if columns.contains(&Column::Name) { Ok(columns) } else { Err("no column \"name\"".into()) }
}

/// Reads a line below the head line.
fn row(line: &str, columns: &[Column]) -> Result<Name, String> {
    let mut name = Name::default();
    let last = columns.last().filter(|&column| *column == Column::Aliases);
    for (position, cell) in line.split('\t').enumerate() {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        match columns.get(position).or(last) {
            Some(Column::Id) => name.id = cell.into(),
            Some(Column::Kind) => name.kind = cell.into(),
            Some(Column::Name) => name.name = cell.into(),
            Some(Column::Priority) => {
                name.priority = cell.parse().map_err(|_| not_priority(cell))?;
            }
            Some(Column::Property(property)) => {
                name.properties.push((property.clone(), cell.into()));
            }
            Some(Column::Aliases) => name.aliases.push(cell.into()),
            None => return Err(format!("\"{cell}\" is in a column without a name")),
        }
    }
    Ok(name)
}

fn not_priority(value: impl fmt::Display) -> String {
    format!("the priority {value} is no whole number from -2147483648 to 2147483647")
}

/// As an object, where every field is known or a property.
impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Name, M::Error> {
                let mut name = Name::default();
                while let Some(field) = map.next_key::<String>()? {
                    match &*field {
                        "id" => name.id = map.next_value()?,
                        "type" => name.kind = map.next_value()?,
                        "name" => name.name = map.next_value::<String>()?.trim().into(),
                        "aliases" => name.aliases = map.next_value()?,
                        "priority" => {
                            let value: Value = map.next_value()?;
                            let number = value.as_i64().and_then(|value| value.try_into().ok());
                            name.priority =
                                number.ok_or_else(|| Error::custom(not_priority(value)))?;
                        }
                        _ => match map.next_value()? {
                            Value::String(value) => name.properties.push((field, value)),
                            other => {
                                let message =
                                    format!("the field \"{field}\" is {other}, not a string");
                                return Err(Error::custom(message));
                            }
                        },
                    }
                }
                Ok(name)
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::{Name, Names};

    fn read(file: &str, jsonl: bool) -> Vec<Result<Name, String>> {
        let names = Names::new(file.as_bytes(), "f".into(), jsonl);
        names.map(|entry| entry.map_err(|problem| problem.to_string())).collect()
    }

    fn name(id: &str, kind: &str, name: &str, aliases: &[&str]) -> Result<Name, String> {
        let aliases = aliases.iter().map(ToString::to_string).collect();
        let (id, kind, name) = (id.into(), kind.into(), name.into());
        Ok(Name { id, kind, name, aliases, ..Name::default() })
    }

    #[test]
    fn a_table() {
        let file = "# Ours.\r\nid\ttype\tname\taliases\r\nQ1\tperson\tAnn Lee\tLee\t\tA. Lee\r\n\n\
                    \t\t Bo \n";
        let expected =
            [name("Q1", "person", "Ann Lee", &["Lee", "A. Lee"]), name("Bo", "", "Bo", &[])];
        assert_eq!(read(file, false), expected);
        assert_eq!(
            read("name\nAnn\t\nBo", false),
            [name("Ann", "", "Ann", &[]), name("Bo", "", "Bo", &[])]
        );
        assert_eq!(read("", false), []);
    }

    #[test]
    fn json_lines() {
        let file = "{\"id\":\"Q1\",\"type\":\"person\",\"name\":\"Ann Lee\",\"aliases\":[\"Lee\"]}\n\
                    {\"name\":\"Bo\"}\n{\"name\":\"Bo\",\"alias\":1}\n{\"name\":\"\"}\n\
                    {\"name\":\"Bo\",\"priority\":0.5}\n\
                    {\"name\":\"Bo\",\"born\":\"\\u0000\"}\n[]\n";
        let expected = [
            name("Q1", "person", "Ann Lee", &["Lee"]),
            name("Bo", "", "Bo", &[]),
            Err("f: line 3: the field \"alias\" is 1, not a string".into()),
            Err("f: line 4: no name".into()),
            Err("f: line 5: the priority 0.5 is no whole number from -2147483648 \
                 to 2147483647"
                .into()),
            Err("f: line 6: a property with a NUL character".into()),
            Err("f: line 7: invalid type: sequence, expected a JSON object".into()),
        ];
        assert_eq!(read(file, true), expected);
    }

    #[test]
    fn priority_and_properties() {
        let table = "name\tgender\tpriority\nAnn\tf\t-2\n";
        let jsonl = "{\"priority\":-2,\"name\":\"Ann\",\"gender\":\"f\"}";
        let expected = Name {
            id: "Ann".into(),
            name: "Ann".into(),
            priority: -2,
            properties: vec![("gender".into(), "f".into())],
            ..Name::default()
        };
        assert_eq!(read(table, false), [Ok(expected.clone())]);
        assert_eq!(read(jsonl, true), [Ok(expected)]);
    }

    #[test]
    fn faults() {
        let says = |file, message: &str| {
            assert_eq!(read(file, false).pop(), Some(Err(message.into())), "{file}");
        };
        says("Q1\tperson\tAnn\nQ2\tperson\tBo\n", "f: line 1: no column \"name\"");
        says("name\tid\tname\n", "f: line 1: the column \"name\" is there twice");
        says("name\taliases\tid\n", "f: line 1: a column stands after the aliases");
        says("name\t\n", "f: line 1: a column without a name");
        says("id\tname\n1\tAnn\tLee\n", "f: line 2: \"Lee\" is in a column without a name");
        says("id\tname\n1\t \n", "f: line 2: no name");
        says("id\tname\n1\n", "f: line 2: no name");
        says(
            "name\tpriority\nAnn\thigh\n",
            "f: line 2: the priority high is no whole number from -2147483648 to 2147483647",
        );
    }
}
