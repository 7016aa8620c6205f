/*!
The news gazetteer of sayso for English, as bytes.

It is apart from `sayso-gazetteer`, so that code and names can be versioned and
downloaded on their own, and because its names have licenses of their own:

*/
#![doc = include_str!("../README.md")]
#![no_std]

/// The gazetteer, for `sayso_gazetteer::Gazetteer::from_bytes`.
pub const NEWS: &[u8] = include_bytes!("../news.gaz");
