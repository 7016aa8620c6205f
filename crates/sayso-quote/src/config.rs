/// Knobs of a [`QuotationFinder`](crate::QuotationFinder).
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {}
