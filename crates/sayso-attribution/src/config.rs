/// Knobs of an [`Attributor`](crate::Attributor).
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {}
