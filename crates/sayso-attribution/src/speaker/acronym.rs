//! Names by their first letters.

use alloc::string::String;

use super::{
    cluster::Clusters, lexicon::Classes, mention::Mention, vocabulary::Term, word::WordKind,
};

impl Clusters<'_, '_> {
    /// The first letters of the words of a name but for small ones.
    pub(super) fn initials(&self, terms: &[Term]) -> String {
        let large = terms.iter().filter(|&&term| !self.article.is(term, Classes::FUNCTION));
        large.filter_map(|&term| self.article.term(term).chars().next()).collect()
    }

    /// The acronym in brackets behind a name.
    ///
    /// Its letters are some of those of the name, in order: in `LEEDS (AP)`, it is
    /// something else.
    pub(super) fn alias_behind(&self, mention: &Mention) -> Option<Term> {
        let end = mention.run.end();
        let open = self.article.after(end).filter(|word| word.kind == WordKind::Bracket)?;
        let word = self.article.after(end + 1).filter(|word| word.is_capitals())?;
        let close = self.article.after(end + 2).filter(|word| word.kind == WordKind::Bracket)?;
        let name = self.article.slice(mention.name).iter();
        let mut letters = name.flat_map(|word| self.article.folded(word).chars());
        let mut acronym = self.article.folded(word).chars().filter(|c| c.is_alphanumeric());
        let fits = acronym.all(|letter| letters.any(|other| other == letter));
        (fits && self.article.raw(open) != self.article.raw(close)).then_some(word.term)
    }
}
