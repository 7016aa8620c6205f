/*!
The attribution model of sayso for English, as bytes.

It is apart from `sayso-attribution`, so that code and weights can be versioned
and downloaded on their own. What it was trained on, how, and what it is worth
is told in the model card:

*/
#![doc = include_str!("../MODEL-CARD.md")]
#![no_std]

/// The model, for `sayso_attribution::Model::from_bytes`.
pub const MODEL: &[u8] = include_bytes!("../en.model");
