use parquet::{
    basic::ConvertedType,
    data_type::ByteArray,
    schema::types::{SchemaDescriptor, Type},
};
use serde_json::Value;

/// Takes nested values apart into columns, and says of each value where it was.
///
/// The method is that of S. Melnik et al., "Dremel: interactive analysis of web-scale
/// datasets", VLDB 2010: a value has a repetition level, which list has gone on with
/// it, and a definition level, how much of what is around it is there.
pub(super) struct Shredder {
    pub(super) columns: Vec<Column>,
}

/// The values of one column.
pub(super) struct Column {
    pub(super) values: Values,
    pub(super) definition: Vec<i16>,
    pub(super) repetition: Vec<i16>,
}

pub(super) enum Values {
    Flags(Vec<bool>),
    Numbers(Vec<i64>),
    Fractions(Vec<f64>),
    Strings(Vec<ByteArray>),
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
struct Level {
    repetition: i16,
    definition: i16,
    /// How many lists are around it.
    depth: i16,
}

impl Shredder {
    pub(super) fn new(schema: &SchemaDescriptor) -> Shredder {
        use parquet::basic::Type as Physical;
        let column = |position| {
            let values = match schema.column(position).physical_type() {
                Physical::BOOLEAN => Values::Flags(Vec::new()),
                Physical::INT64 => Values::Numbers(Vec::new()),
                Physical::DOUBLE => Values::Fractions(Vec::new()),
                _ => Values::Strings(Vec::new()),
            };
            Column { values, definition: Vec::new(), repetition: Vec::new() }
        };
        Shredder { columns: (0..schema.num_columns()).map(column).collect() }
    }

    /// Adds a row of the type `schema`.
    pub(super) fn add(&mut self, schema: &Type, row: &Value) {
        let level = Level { repetition: 0, definition: 0, depth: 0 };
        self.value(schema, Some(row), level, 0);
    }

    /// Forgets all values.
    pub(super) fn clear(&mut self) {
        for column in &mut self.columns {
            match &mut column.values {
                Values::Flags(values) => values.clear(),
                Values::Numbers(values) => values.clear(),
                Values::Fractions(values) => values.clear(),
                Values::Strings(values) => values.clear(),
            }
            column.definition.clear();
            column.repetition.clear();
        }
    }

    /// Adds a value of a type whose columns begin with `first`, or says in all of them
    /// that it is not there. Returns the column after them.
    fn value(&mut self, of: &Type, value: Option<&Value>, at: Level, first: usize) -> usize {
        let value = value.filter(|value| !value.is_null());
        if of.is_primitive() {
            self.columns[first].push(value, of.is_optional(), at);
            return first + 1;
        }
        if of.get_basic_info().converted_type() == ConvertedType::LIST {
            let element = &of.get_fields()[0].get_fields()[0];
            let items = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let mut after = first;
            for (position, item) in items.iter().enumerate() {
                let repetition = if position == 0 { at.repetition } else { at.depth + 1 };
                let depth = at.depth + 1;
                let level = Level { repetition, definition: at.definition + 1, depth };
                after = self.value(element, Some(item), level, first);
            }
            return if items.is_empty() { self.value(element, None, at, first) } else { after };
        }
        let mut column = first;
        for (position, field) in of.get_fields().iter().enumerate() {
            // A pair of numbers is written as a list.
            let part = value.and_then(|value| match value {
                Value::Array(parts) => parts.get(position),
                value => value.get(field.name()),
            });
            column = self.value(field, part, at, column);
        }
        column
    }
}

impl Column {
    fn push(&mut self, value: Option<&Value>, optional: bool, at: Level) {
        let there = match (&mut self.values, value) {
            (_, None) => false,
            (Values::Flags(values), Some(value)) => {
                values.extend(value.as_bool());
                true
            }
            (Values::Numbers(values), Some(value)) => {
                values.extend(value.as_i64());
                true
            }
            (Values::Fractions(values), Some(value)) => {
                values.extend(value.as_f64());
                true
            }
            (Values::Strings(values), Some(value)) => {
                values.extend(
                    value.as_str().map(|string| ByteArray::from(string.as_bytes().to_vec())),
                );
                true
            }
        };
        self.definition.push(at.definition + i16::from(there && optional));
        self.repetition.push(at.repetition);
    }
}

#[cfg(test)]
mod tests {
    use parquet::schema::{parser::parse_message_type, types::SchemaDescriptor};
    use serde_json::json;

    use super::{Shredder, Values};

    #[test]
    fn the_levels_of_lists_in_lists() {
        let schema = parse_message_type(
            "message a {
               required group l (LIST) { repeated group list { required group element {
                 required group p (LIST) { repeated group list { required int64 element; } }
                 optional int64 q; } } } }",
        );
        let schema = SchemaDescriptor::new(schema.expect("it is well formed").into());
        let mut shredder = Shredder::new(&schema);
        let rows = [
            json!({"l": [{"p": [1, 2], "q": 7}, {"p": [], "q": null}]}),
            json!({"l": []}),
            json!({"l": [{"p": [3]}]}),
        ];
        for row in &rows {
            shredder.add(schema.root_schema(), row);
        }
        let [p, q] = &shredder.columns[..] else { panic!("there are two") };
        assert_eq!(
            (&p.repetition[..], &p.definition[..]),
            (&[0, 2, 1, 0, 0][..], &[2, 2, 1, 0, 2][..])
        );
        assert_eq!((&q.repetition[..], &q.definition[..]), (&[0, 1, 0, 0][..], &[2, 1, 0, 1][..]));
        let numbers = |values: &Values| match values {
            Values::Numbers(numbers) => numbers.clone(),
            _ => panic!("they are numbers"),
        };
        assert_eq!((numbers(&p.values), numbers(&q.values)), (vec![1, 2, 3], vec![7]));
        shredder.clear();
        assert!(shredder.columns[0].definition.is_empty());
    }
}
