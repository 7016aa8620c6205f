/// The names of the fields that are read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fields {
    /// The field that has the text.
    pub text: String,
    /// The field that has the document's name.
    pub id: String,
}

impl Default for Fields {
    fn default() -> Fields {
        Fields { text: "text".into(), id: "id".into() }
    }
}
