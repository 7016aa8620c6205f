use std::io::BufRead;

use serde::Deserialize;

use super::{Problem, json_error, lines::Lines};

/// An entry of a file of names.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The user's own key. Without one it is the name.
    #[serde(default)]
    pub id: String,
    /// `person`, `country` or whatever the user likes; may be empty.
    #[serde(default, rename = "type")]
    pub kind: String,
    /// How it is mostly called.
    pub name: String,
    /// How else it is called.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The entries of a file of names, one at a time, with the numbers of their
/// lines: tab-separated with a head line, or JSON Lines.
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
    /// One that the head line will tell.
    Table,
    /// A column for each cell of the head line.
    Columns(Vec<Column>),
    Jsonl,
    /// There is nothing to be read, since the head line is none.
    Ended,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Column {
    Id,
    Kind,
    Name,
    /// This cell and all after it.
    Aliases,
}

const COLUMNS: &str = "the first line names the columns, with a tab between them: id, type, name \
                       and, last, aliases; only name must be there";

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
        let name = match &self.form {
            Form::Jsonl => serde_json::from_str(line).map_err(|error| {
                json_error::explain(self.lines.problem(""), line, &error, OBJECTS)
            })?,
            Form::Columns(columns) => row(line, columns).map_err(problem)?,
            Form::Ended => return Ok(None),
            Form::Table if line.starts_with('#') => return Ok(None),
            Form::Table => {
                let columns = head(line).map_err(|reason| problem(reason).hint(COLUMNS));
                self.form = match &columns {
                    Ok(columns) => Form::Columns(columns.clone()),
                    Err(_) => Form::Ended,
                };
                return columns.map(|_| None);
            }
        };
        if name.name.trim().is_empty() {
            return Err(problem("no name".into()));
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
            "aliases" => Column::Aliases,
            other => return Err(format!("\"{other}\" is no column")),
        };
        if columns.contains(&column) {
            return Err(format!("the column \"{}\" is there twice", cell.trim()));
        }
        if columns.last() == Some(&Column::Aliases) {
            return Err("a column stands after \"aliases\"".into());
        }
        columns.push(column);
    }
    if columns.contains(&Column::Name) { Ok(columns) } else { Err("no column \"name\"".into()) }
}

/// Reads a line below the head line.
fn row(line: &str, columns: &[Column]) -> Result<Name, String> {
    let mut name = Name::default();
    for (position, cell) in line.split('\t').enumerate() {
        let cell = cell.trim();
        let last = columns.last().filter(|&&column| column == Column::Aliases);
        match columns.get(position).or(last) {
            Some(Column::Id) => name.id = cell.into(),
            Some(Column::Kind) => name.kind = cell.into(),
            Some(Column::Name) => name.name = cell.into(),
            _ if cell.is_empty() => {}
            Some(Column::Aliases) => name.aliases.push(cell.into()),
            None => return Err(format!("\"{cell}\" is in a column without a name")),
        }
    }
    Ok(name)
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
        Ok(Name { id: id.into(), kind: kind.into(), name: name.into(), aliases })
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
                    {\"name\":\"Bo\"}\n{\"name\":\"Bo\",\"alias\":1}\n{\"name\":\"\"}\n";
        let read = read(file, true);
        assert_eq!(
            read[..2],
            [name("Q1", "person", "Ann Lee", &["Lee"]), name("Bo", "", "Bo", &[])]
        );
        let unknown = "f: line 3: no JSON object: unknown field `alias`, expected one of `id`, \
                       `type`, `name`, `aliases`";
        assert_eq!(read[2..], [Err(unknown.into()), Err("f: line 4: no name".into())]);
    }

    #[test]
    fn faults() {
        let fault = |file| read(file, false).pop().and_then(Result::err);
        let says = |file, message: &str| assert_eq!(fault(file), Some(message.into()), "{file}");
        says("Q1\tperson\tAnn\n", "f: line 1: \"Q1\" is no column");
        says("id\ttype\n", "f: line 1: no column \"name\"");
        says("name\tid\tname\n", "f: line 1: the column \"name\" is there twice");
        says("name\taliases\tid\n", "f: line 1: a column stands after \"aliases\"");
        says("id\tname\n1\tAnn\tLee\n", "f: line 2: \"Lee\" is in a column without a name");
        says("id\tname\n1\t \n", "f: line 2: no name");
        says("id\tname\n1\n", "f: line 2: no name");
    }
}
