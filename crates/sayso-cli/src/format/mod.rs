//! From what has been found to what is written.

mod jsonl;
mod offsets;
mod output;
mod page;
mod wording;

#[cfg(test)]
pub(crate) use self::page::Paper;
pub(crate) use self::{
    offsets::{Offsets, Pair, rounded},
    output::Output,
    page::Page,
};
