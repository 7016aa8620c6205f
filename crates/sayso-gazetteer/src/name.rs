//! A name as the tables take it: its words and what parts them.

use alloc::{string::String, vec::Vec};

use crate::{
    Case,
    canon::{Canon, fold},
    capitals,
    class::{Class, class},
    hash::{self, Shape},
};

/// The canonical form of a name, taken apart. It is made to be filled again and
/// again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    /// The canonical form.
    pub(crate) exact: String,
    /// Where its words are.
    pub(crate) words: Vec<[usize; 2]>,
    /// Whether it is the name as it was given, of ASCII characters.
    is_plain: bool,
    folded: String,
}

impl Name {
    /// Takes a name apart.
    pub(crate) fn set(&mut self, name: &str, canon: Canon) {
        self.is_plain = self.set_plain(name, canon);
        if !self.is_plain {
            self.set_any(name, canon);
        }
    }

    /// Takes a name apart if it is its own canonical form and of ASCII characters,
    /// as most are, and returns whether it is.
    fn set_plain(&mut self, name: &str, canon: Canon) -> bool {
        self.exact.clear();
        self.words.clear();
        let mut open = None;
        let mut before = b' ';
        for (at, &byte) in name.as_bytes().iter().enumerate() {
            if byte.is_ascii_alphanumeric() || byte == b'_' {
                open = open.or(Some(at));
            } else if canon.is_plain_after(before, byte) {
                self.words.extend(open.take().map(|start| [start, at]));
            } else {
                return false;
            }
            before = byte;
        }
        self.words.extend(open.map(|start| [start, name.len()]));
        self.exact.push_str(name);
        before != b' '
    }

    /// Takes any name apart.
    fn set_any(&mut self, name: &str, canon: Canon) {
        self.exact.clear();
        self.words.clear();
        // A mark without a letter before it would be the end of something else.
        let loose = |c| canon.is_space(c) || matches!(class(c), Class::Mark | Class::Ignorable);
        let name = name.trim_start_matches(loose).trim_end_matches(|c| canon.is_space(c));
        canon.exact(name, &mut self.exact);
        // What stood on a space at the end may be gone.
        self.exact.truncate(self.exact.trim_end_matches(' ').len());
        let mut open = None;
        for (at, c) in self.exact.char_indices() {
            match (class(c), open) {
                (Class::Word, None) => open = Some(at),
                (Class::Other, Some(start)) => {
                    self.words.push([start, at]);
                    open = None;
                }
                _ => {}
            }
        }
        self.words.extend(open.map(|start| [start, self.exact.len()]));
    }

    /// Returns the hash of each beginning of the name: its first word, its first
    /// two, and so on. What parts most words is a space, with this hash.
    pub(crate) fn paths(&mut self, seed: u64, space: u64, paths: &mut Vec<u64>) {
        let mut path = 0;
        let mut last = None;
        for &[start, end] in &self.words {
            let word = &self.exact[start..end];
            let hash = if self.is_plain || word.is_ascii() {
                hash::string(word, seed)
            } else {
                self.folded.clear();
                fold(word, &mut self.folded);
                hash::string(&self.folded, seed)
            };
            path = match last.map(|last| &self.exact[last..start]) {
                None => hash,
                Some(" ") => hash::path(path, space, hash),
                Some(gap) => hash::path(path, hash::string(gap, seed), hash),
            };
            last = Some(end);
            paths.push(path);
        }
    }

    /// Returns the shapes that a text's first word may have, a bit for each, as far
    /// as these bits of shapes [matter](shapes).
    pub(crate) fn shapes(&self, case: Case, bits: u8) -> u8 {
        let [start, end] = self.words[0];
        let all = (0..Shape::COUNT).filter(|shape| shape & !bits == 0).map(Shape);
        let set = |shapes: u8, Shape(shape): Shape| shapes | 1 << shape;
        match case {
            Case::Exact => set(0, Shape::of(&self.exact[start..end])),
            Case::Capitalized if capitals::asked_at_start(&self.exact) => {
                all.filter(|shape| shape.starts_with_capital()).fold(0, set)
            }
            Case::Capitalized | Case::Folded => all.fold(0, set),
        }
    }

    /// Returns with which three letters a text may begin the name, if they are ASCII,
    /// given the [shapes](Name::shapes) of its first word. Where there are fewer, zeros
    /// follow.
    pub(crate) fn heads(&mut self, shapes: u8) -> impl Iterator<Item = [u8; 3]> + use<> {
        let [start, end] = self.words[0];
        self.folded.clear();
        fold(&self.exact[start..end], &mut self.folded);
        let mut small = [0; 3];
        small.iter_mut().zip(self.folded.bytes()).for_each(|(to, byte)| *to = byte);
        let [first, second, third] = small;
        let shapes = (0..Shape::COUNT).filter(move |shape| shapes >> shape & 1 == 1).map(Shape);
        let heads = shapes.map(move |shape| match shape.starts_with_capital() {
            true => [first.to_ascii_uppercase(), second, third],
            false => small,
        });
        heads.filter(|head| head.is_ascii())
    }

    /// Returns whether a text may have the name with a small ASCII letter at its
    /// start.
    pub(crate) fn may_be_small(&mut self, case: Case) -> bool {
        let is_small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
        let word = &self.exact[self.words[0][0]..];
        match case {
            Case::Exact => is_small(word),
            Case::Capitalized if capitals::asked_at_start(&self.exact) => false,
            Case::Capitalized | Case::Folded => {
                let first = word.chars().next().map_or(0, char::len_utf8);
                self.folded.clear();
                fold(&word[..first], &mut self.folded);
                is_small(&self.folded)
            }
        }
    }

    /// Returns the longest stretch between two words, in bytes.
    pub(crate) fn longest_gap(&self) -> usize {
        self.words.windows(2).map(|pair| pair[1][0] - pair[0][1]).max().unwrap_or(0)
    }

    /// Returns how many bytes stand before the first word and after the last.
    pub(crate) fn affixes(&self) -> [usize; 2] {
        match &self.words[..] {
            [] => [0, 0],
            words => [words[0][0], self.exact.len() - words[words.len() - 1][1]],
        }
    }
}

/// Returns which bits of shapes matter where names are compared in these ways.
pub(crate) fn shapes(cases: impl Iterator<Item = Case>) -> u8 {
    cases.fold(0, |bits, case| {
        bits | match case {
            Case::Exact => 3,
            Case::Capitalized => 1,
            Case::Folded => 0,
        }
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::Name;
    use crate::canon::Canon;

    /// The short way to take names apart leads where the long one does.
    #[test]
    fn plain_names_are_names() {
        const CHARS: &[u8] = b"aB_1 -`.'\t";
        let (mut short, mut long) = (Name::default(), Name::default());
        let mut plain = 0;
        for number in 0..CHARS.len().pow(5) {
            // Number after number, so that what is left of one would harm the next.
            let mut name = String::new();
            let mut rest = number;
            while rest > 0 {
                name.push(char::from(CHARS[rest % CHARS.len()]));
                rest /= CHARS.len();
            }
            for hyphen_is_space in [false, true] {
                let canon = Canon { hyphen_is_space, ..Canon::default() };
                short.set(&name, canon);
                long.set_any(&name, canon);
                assert_eq!((&short.exact, &short.words), (&long.exact, &long.words), "{name:?}");
                plain += usize::from(short.is_plain);
            }
        }
        assert!(plain > 30_000, "{plain}");
    }
}
