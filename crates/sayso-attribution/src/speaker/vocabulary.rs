use alloc::{collections::BTreeMap, string::String, vec::Vec};

use sayso_span::Span;

use super::lexicon::{Classes, LowerCase};

/// A word in lower case, as a number: equal words have equal terms.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Term(u32);

impl Term {
    /// Before all others.
    pub(super) const FIRST: Term = Term(0);
    /// Behind all others.
    pub(super) const LAST: Term = Term(u32::MAX);
}

/// The distinct words of an article.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The words one after the other.
    text: String,
    terms: Vec<Entry>,
    short: BTreeMap<u128, Term>,
    long: BTreeMap<String, Term>,
    /// The word that is looked up.
    folded: String,
}

struct Entry {
    text: Span,
    classes: Classes,
    capital: bool,
    lower: bool,
}

impl Vocabulary {
    /// The term of a word as it stands in the text: in lower case, with straight
    /// apostrophes, and without a final full stop.
    ///
    /// Trees and not a hash table, because no text must cost quadratic time, and
    /// there is no random seed without `std`. Words of up to 16 bytes, nearly
    /// all, are compared as one number.
    pub(super) fn term(&mut self, raw: &str) -> Term {
        fold(raw, &mut self.folded);
        let key = pack(&self.folded);
        let known = match key {
            Some(key) => self.short.get(&key),
            None => self.long.get(self.folded.as_str()),
        };
        if let Some(&known) = known {
            return known;
        }
        let term =
            Term(u32::try_from(self.terms.len()).expect("a text has fewer than 4 billion words"));
        match key {
            Some(key) => self.short.insert(key, term),
            None => self.long.insert(self.folded.clone(), term),
        };
        let start = self.text.len();
        self.text.push_str(&self.folded);
        self.terms.push(Entry {
            text: Span::new(start, self.text.len()),
            classes: Classes::of(&self.folded),
            capital: false,
            lower: false,
        });
        term
    }

    fn entry(&self, term: Term) -> &Entry {
        &self.terms[term.0 as usize]
    }

    /// The folded word.
    pub(super) fn text(&self, term: Term) -> &str {
        &self.text[self.entry(term).text]
    }

    /// The word lists that the word is in.
    pub(super) fn classes(&self, term: Term) -> Classes {
        self.entry(term).classes
    }

    /// How often news in general has the word in lower case: looked up, since it
    /// is asked of few words.
    pub(super) fn lower_case(&self, term: Term) -> LowerCase {
        LowerCase::of(self.text(term))
    }

    /// Whether the word occurs with a capital where that tells something.
    pub(super) fn is_capitalized(&self, term: Term) -> bool {
        self.entry(term).capital
    }

    /// Whether the word occurs in lower case.
    pub(super) fn occurs_in_lower_case(&self, term: Term) -> bool {
        self.entry(term).lower
    }

    pub(super) fn set_classes(&mut self, term: Term, classes: Classes) {
        self.terms[term.0 as usize].classes = classes;
    }

    pub(super) fn set_capitalized(&mut self, term: Term) {
        self.terms[term.0 as usize].capital = true;
    }

    pub(super) fn set_lower_case(&mut self, term: Term) {
        self.terms[term.0 as usize].lower = true;
    }
}

fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        for c in word.chars() {
            match c {
                '’' | 'ʼ' => folded.push('\''),
                '\u{2010}' | '\u{2011}' => folded.push('-'),
                '\u{ad}' => {}
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    if folded.len() > 1 && folded.ends_with('.') && !folded.ends_with("..") {
        folded.pop();
    }
}

/// The bytes of a short word as a number, unless two words had the same.
fn pack(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    if bytes.len() > 16 || bytes.contains(&0) {
        return None;
    }
    let mut packed = [0; 16];
    packed[..bytes.len()].copy_from_slice(bytes);
    Some(u128::from_le_bytes(packed))
}
