//! What a gazetteer must find, found in the plainest way.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use sayso_span::Span;
use unicode_normalization::{
    UnicodeNormalization,
    char::{canonical_combining_class, is_combining_mark},
};

/// How a name's case is compared with the text's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the gazetteer")]
pub enum Case {
    Exact,
    Capitalized,
    Folded,
}

/// Which of several overlapping mentions are wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the gazetteer")]
pub enum Overlap {
    Longest,
    Nested,
    All,
}

/// A list of names, each of an entry, and how they are compared: the oracle for
/// gazetteers, written without a look at how they do it.
///
/// # Example
///
/// ```
/// use sayso_test::names::{Case, Names, Overlap};
///
/// let mut names = Names::default();
/// names.add(7, Case::Exact, "New York");
/// names.add(8, Case::Exact, "York");
/// let found = names.mentions("in New\nYork", Overlap::Nested);
/// assert_eq!(found, [((3..11).into(), vec![7]), ((7..11).into(), vec![8])]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Whether diacritics are left out of account.
    pub drop_diacritics: bool,
    /// Whether a hyphen is a space.
    pub hyphen_is_space: bool,
    /// Whether mentions may start and end between any two characters.
    pub anywhere: bool,
    /// By folded form: number of the entry, case and name.
    known: HashMap<String, Vec<(u32, Case, String)>>,
    longest: usize,
}

impl Names {
    /// Adds a name of an entry. The settings must be as they are to be before.
    ///
    /// Returns whether it can be looked for.
    pub fn add(&mut self, id: u32, case: Case, name: &str) -> bool {
        let dull = |c: char| self.is_space(c) || is_combining_mark(c) || is_unseen(c);
        let name = name.trim_start_matches(dull).trim_end_matches(|c| self.is_space(c));
        let mut exact = self.canonical(name);
        exact.truncate(exact.trim_end_matches(' ').len());
        if !exact.chars().any(is_letter) {
            return false;
        }
        let folded = fold(&exact);
        self.longest = self.longest.max(folded.chars().count());
        self.known.entry(folded).or_default().push((id, case, exact));
        true
    }

    /// Returns the mentions in a text, in order of their starts, longer ones
    /// first, with the numbers of their entries in order.
    pub fn mentions(&self, text: &str, overlap: Overlap) -> Vec<(Span, Vec<u32>)> {
        let view = View::new(text);
        let mut all = Vec::new();
        for first in 0..view.units.len() {
            // A mark with which the text starts is on nothing, and in no name.
            if is_combining_mark(view.bases[first]) || !self.anywhere && !view.opens(first) {
                continue;
            }
            let mut seen = 0;
            for last in first..view.units.len() {
                // A run of white space is as long as one.
                let space = |at: usize| self.is_space(view.bases[at]);
                seen += usize::from(last == first || !(space(last) && space(last - 1)));
                if seen > self.longest {
                    break;
                }
                if self.anywhere || view.closes(last + 1) {
                    let span = Span::new(view.units[first].0, view.units[last].1);
                    let ids = self.ids(&text[span]);
                    if !ids.is_empty() {
                        all.push((span, ids));
                    }
                }
            }
        }
        all.sort_by_key(|(span, _)| (span.start(), Reverse(span.end())));
        match overlap {
            Overlap::All => all,
            Overlap::Longest => longest(&all),
            Overlap::Nested => nested(&all),
        }
    }

    /// The entries that have a piece of text for a name.
    fn ids(&self, piece: &str) -> Vec<u32> {
        let exact = self.canonical(piece);
        let fits = |(_, case, name): &&(u32, Case, String)| match case {
            Case::Exact => *name == exact,
            Case::Capitalized => has_capitals_of(name, &exact),
            Case::Folded => true,
        };
        let names = self.known.get(&fold(&exact)).into_iter().flatten().filter(fits);
        let ids: BTreeSet<u32> = names.map(|&(id, ..)| id).collect();
        ids.into_iter().collect()
    }

    fn is_space(&self, c: char) -> bool {
        c.is_whitespace() || self.hyphen_is_space && is_hyphen(c)
    }

    fn canonical(&self, text: &str) -> String {
        let mut canonical = String::new();
        for c in text.chars().filter(|&c| !is_unseen(c)).nfd() {
            if self.is_space(c) {
                if !canonical.ends_with(' ') {
                    canonical.push(' ');
                }
            } else if "'`´ʻʼ‘’‛′＇".contains(c) {
                canonical.push('\'');
            } else if is_hyphen(c) {
                canonical.push('-');
            } else if self.drop_diacritics {
                match (c, canonical_combining_class(c)) {
                    (_, 10..=36 | 200..) => {}
                    ('Æ', _) => canonical.push_str("AE"),
                    ('æ', _) => canonical.push_str("ae"),
                    ('Œ', _) => canonical.push_str("OE"),
                    ('œ', _) => canonical.push_str("oe"),
                    ('Þ', _) => canonical.push_str("Th"),
                    ('þ', _) => canonical.push_str("th"),
                    _ => canonical.push(match "ÐDðdĐDđdĦHħhıiŁLłlØOøoŦTŧt".find(c) {
                        Some(at) if !c.is_ascii() => {
                            let from = at + c.len_utf8();
                            "ÐDðdĐDđdĦHħhıiŁLłlØOøoŦTŧt"[from..].chars().next().unwrap_or(c)
                        }
                        _ => c,
                    }),
                }
            } else {
                canonical.push(c);
            }
        }
        canonical
    }
}

/// Of those that start first, the longest, and again after its end.
fn longest(all: &[(Span, Vec<u32>)]) -> Vec<(Span, Vec<u32>)> {
    let mut end = 0;
    let mut kept = Vec::new();
    for mention in all {
        if mention.0.start() >= end {
            end = mention.0.end();
            kept.push(mention.clone());
        }
    }
    kept
}

/// The longest, and inside each what there would be without it.
fn nested(all: &[(Span, Vec<u32>)]) -> Vec<(Span, Vec<u32>)> {
    let mut kept = Vec::new();
    for outer in longest(all) {
        let inside: Vec<_> = all
            .iter()
            .filter(|(span, _)| outer.0.covers(*span) && *span != outer.0)
            .cloned()
            .collect();
        kept.push(outer);
        kept.extend(nested(&inside));
    }
    kept
}

/// A text as a list of characters with their marks.
struct View {
    /// Start and end.
    units: Vec<(usize, usize)>,
    /// The characters, without marks.
    bases: Vec<char>,
}

impl View {
    fn new(text: &str) -> View {
        let mut view = View { units: Vec::new(), bases: Vec::new() };
        for (at, c) in text.char_indices().filter(|&(_, c)| !is_unseen(c)) {
            let end = at + c.len_utf8();
            match view.units.last_mut() {
                Some(unit) if is_combining_mark(c) => unit.1 = end,
                _ => {
                    view.units.push((at, end));
                    view.bases.push(c);
                }
            }
        }
        view
    }

    fn base(&self, at: Option<usize>) -> char {
        at.and_then(|at| self.bases.get(at)).copied().unwrap_or(' ')
    }

    /// The word around a place, as far as it goes to the left or to the right.
    fn word(&self, at: usize, left: bool) -> String {
        let place = |step: usize| if left { at.checked_sub(step + 1) } else { Some(at + step) };
        let letters = (0..).map(|step| self.base(place(step))).take_while(|&c| is_letter(c));
        let letters: String = letters.collect();
        if left { letters.chars().rev().collect() } else { letters }
    }

    /// Whether the apostrophe, full stop, … at a place joins the words beside it.
    fn joins(&self, at: usize) -> bool {
        let (left, right) = (self.word(at, true), self.word(at + 1, false));
        if left.is_empty() || right.is_empty() {
            return false;
        }
        let digits = left.ends_with(|c: char| c.is_ascii_digit())
            && right.starts_with(|c: char| c.is_ascii_digit());
        let single =
            |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match self.base(Some(at)) {
            '.' => digits || single(&left) && single(&right),
            ',' => digits,
            '@' => true,
            '\'' | '`' | '´' | 'ʻ' | 'ʼ' | '‘' | '’' | '‛' | '′' | '＇' => true,
            _ => false,
        }
    }

    fn opens(&self, at: usize) -> bool {
        let before = self.base(at.checked_sub(1));
        if !is_letter(self.base(Some(at))) {
            return !is_letter(before);
        }
        let elided = matches!(before, '\'' | '`' | '´' | 'ʻ' | 'ʼ' | '‘' | '’' | '‛' | '′' | '＇')
            && matches!(&*self.word(at - 1, true), "l" | "d");
        !is_letter(before) && (at == 0 || !self.joins(at - 1) || elided)
    }

    fn closes(&self, at: usize) -> bool {
        let after = self.base(Some(at));
        if !is_letter(self.base(at.checked_sub(1))) {
            return !is_letter(after);
        }
        let clitic = !matches!(after, '.' | ',' | '@')
            && ["s", "d", "m", "ll", "re", "ve"]
                .contains(&&*self.word(at + 1, false).to_ascii_lowercase());
        !is_letter(after) && (!self.joins(at) || clitic)
    }
}

fn has_capitals_of(name: &str, text: &str) -> bool {
    let capital = |c: char| c.is_uppercase() || "ǅǈǋǲ".contains(c);
    let words = |text: &str| -> Vec<Vec<char>> {
        let words = text.split(|c| !is_letter(c) && !is_combining_mark(c));
        words.filter(|word| !word.is_empty()).map(|word| word.chars().collect()).collect()
    };
    let (name, text) = (words(name), words(text));
    let any = name.iter().any(|word| capital(word[0]));
    let small = |word: &[char]| word.iter().any(|&c| c.is_lowercase() && is_letter(c));
    name.iter().zip(&text).enumerate().all(|(at, (name, text))| {
        let acronym = name.iter().filter(|&&c| capital(c)).count() > 1 && !small(name);
        if capital(name[0]) || !any && at == 0 && name[0].is_lowercase() {
            capital(text[0]) && !(acronym && small(text))
        } else {
            true
        }
    })
}

/// Full case folding.
fn fold(text: &str) -> String {
    let fold = |c: char| match c {
        'ı' => "ı".to_string(),
        c => c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect(),
    };
    text.chars().map(fold).collect()
}

fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() || c == '_')
        && !is_combining_mark(c)
        && !is_unseen(c)
        && !matches!(c, 'ʻ' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".contains(c)
}

fn is_unseen(c: char) -> bool {
    let ranges = [
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x61C, 0x61C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x206F),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xE0100, 0xE01EF),
    ];
    ranges.iter().any(|&(low, high)| (low..=high).contains(&u32::from(c)))
}
