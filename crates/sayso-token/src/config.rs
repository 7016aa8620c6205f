/// Knobs of a [`Tokenizer`](crate::Tokenizer).
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {}
