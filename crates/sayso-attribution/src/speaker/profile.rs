use alloc::vec::Vec;

use super::{
    evidence::{Evidence, MOST, Said},
    vocabulary::Term,
    words::Words,
};

/// What all mentions of a figure tell about who it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// What the person is: `senator`, in lower case.
    pub(super) heads: Vec<Term>,
    /// All words about that.
    pub(super) words: Vec<Term>,
    /// The phrase that says it, without a determiner.
    pub(super) description: Option<Words>,
    /// The phrase is no more than a title before the name.
    title: bool,
}

impl Profile {
    /// Adds what another mention tells.
    pub(super) fn add(&mut self, evidence: &Evidence, said: &[Said]) {
        match evidence.description {
            Some(words) if !evidence.title && (self.description.is_none() || self.title) => {
                self.description = Some(words);
                self.title = false;
            }
            Some(words) if evidence.title && self.description.is_none() => {
                self.description = Some(words);
                self.title = true;
            }
            _ => {}
        }
        for one in evidence.said(said) {
            let terms = if one.head { &mut self.heads } else { &mut self.words };
            if terms.len() < MOST && !terms.contains(&one.term) {
                terms.push(one.term);
            }
        }
    }
}
