//! Whether what the tables have found is there.

use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use crate::{
    Case, EntryId, Mention,
    boundary::{closes, opens, parts_around},
    canon::{Canon, fold},
    capitals,
    class::{Class, class},
    hash::{MASKS, sixteen},
    layout::Tables,
    mention::Surface,
    record::{Plain, Record, Spelling},
};

/// Compares names with the text. The tables know words by hashes alone, know
/// nothing of what stands before the first and after the last, and little of
/// case.
#[derive(Clone, Debug)]
pub(crate) struct Verifier<'g, 't> {
    tables: Tables<'g>,
    canon: Canon,
    text: &'t str,
    /// The piece of the text that the two forms are of.
    piece: Option<Span>,
    exact: String,
    folded: String,
    name: String,
}

impl<'g, 't> Verifier<'g, 't> {
    pub(crate) fn new(tables: Tables<'g>, text: &'t str) -> Verifier<'g, 't> {
        Verifier {
            tables,
            canon: tables.canon(),
            text,
            piece: None,
            exact: String::new(),
            folded: String::new(),
            name: String::new(),
        }
    }

    /// Appends the mentions of a group whose first word starts and whose last word
    /// ends where `core` does.
    #[inline]
    pub(crate) fn words(&mut self, group: u32, core: Span, found: &mut Vec<Mention>) {
        let Some(id) = self.plain(group, core) else {
            return self.any_words(group, core, found);
        };
        if parts_around(self.text.as_bytes(), core.start(), core.end()) || self.fits(core) {
            let surface = Surface { group, spellings: 1 };
            found.push(Mention { span: core, id, gazetteer: 0, surface });
        }
    }

    /// Returns the entry of a group with one name that is known at a glance to be
    /// written at a span.
    #[inline]
    fn plain(&self, group: u32, span: Span) -> Option<EntryId> {
        let (text, records) = (self.text.as_bytes(), self.tables.records);
        let plain = Plain::read(records, group)?;
        if plain.len != span.len() || plain.id.0 >= self.tables.header.entries {
            return None;
        }
        let is_same = match MASKS.get(plain.len) {
            Some(masks) => {
                let [a, b] = [sixteen(text, span.start())?, sixteen(records, plain.name)?];
                // Letters may differ in case.
                let same = if plain.case == Case::Folded { a.map(letters) } else { [0, 0] };
                let differ = |at: usize| (a[at] ^ b[at]) & masks[at] & !same[at];
                differ(0) | differ(1) == 0
            }
            None => text.get(span.range()) == records.get(plain.name..plain.name + plain.len),
        };
        (is_same && (plain.case != Case::Capitalized || plain.has_capital)).then_some(plain.id)
    }

    #[inline(never)]
    fn any_words(&mut self, group: u32, core: Span, found: &mut Vec<Mention>) {
        self.mentions(group, found, |this, spelling| {
            if spelling.prefix + spelling.suffix == 0 {
                Some(core)
            } else {
                this.with_affixes(core, spelling)
            }
            .filter(|&span| this.fits(span))
        });
    }

    /// Appends the mention of a group at a span, if it is one.
    pub(crate) fn substring(&mut self, group: u32, span: Span, found: &mut Vec<Mention>) {
        self.mentions(group, found, |_, _| Some(span));
    }

    /// Appends the mentions of a group, given the span at which each spelling
    /// would stand.
    #[inline]
    fn mentions(
        &mut self,
        group: u32,
        found: &mut Vec<Mention>,
        mut span: impl FnMut(&Self, &Spelling<'_>) -> Option<Span>,
    ) {
        let Some(record) = Record::read(self.tables.records, group) else { return };
        let first = found.len();
        for (at, spelling) in record.spellings().enumerate() {
            let Some(span) = span(self, &spelling) else { continue };
            if !self.is(span, &spelling) {
                continue;
            }
            let spellings = 1_u64 << (at & 63);
            match found[first..].iter_mut().find(|mention| mention.span == span) {
                Some(mention) => mention.surface.spellings |= spellings,
                None => {
                    let surface = Surface { group, spellings };
                    found.push(Mention { span, id: EntryId(0), gazetteer: 0, surface });
                }
            }
        }
        let entries = self.tables.header.entries;
        let mut kept = first;
        for at in first..found.len() {
            let mut mention = found[at];
            // Damaged bytes may have names without an entry.
            if let Some(id) = record.ids(mention.surface.spellings, entries).next() {
                mention.id = id;
                found[kept] = mention;
                kept += 1;
            }
        }
        found.truncate(kept);
    }

    fn fits(&self, span: Span) -> bool {
        opens(self.text, span.start()) && closes(self.text, span.end())
    }

    /// Returns whether the text has the spelling at the span.
    fn is(&mut self, span: Span, spelling: &Spelling<'_>) -> bool {
        let text = &self.text[span];
        if text.as_bytes() == spelling.name
            && (spelling.case != Case::Capitalized || spelling.has_capital)
        {
            return true;
        }
        if text.as_bytes().eq_ignore_ascii_case(spelling.name) {
            // Then the text is a canonical form too, but another one.
            return match spelling.case {
                Case::Exact => false,
                Case::Folded => true,
                Case::Capitalized => capitals::fit(spelling.text(), text),
            };
        }
        let name = spelling.text();
        self.canonicalize(span);
        match spelling.case {
            Case::Exact => self.exact == name,
            Case::Folded => self.is_folded(name),
            Case::Capitalized => self.is_folded(name) && capitals::fit(name, &self.exact),
        }
    }

    fn is_folded(&mut self, name: &str) -> bool {
        self.name.clear();
        fold(name, &mut self.name);
        self.name == self.folded
    }

    fn canonicalize(&mut self, span: Span) {
        if self.piece != Some(span) {
            self.exact.clear();
            self.folded.clear();
            self.canon.exact(&self.text[span], &mut self.exact);
            fold(&self.exact, &mut self.folded);
            self.piece = Some(span);
        }
    }

    /// Returns the span that has as much of the punctuation around it as the name
    /// has: whether it is the same remains to be seen.
    fn with_affixes(&self, core: Span, spelling: &Spelling<'_>) -> Option<Span> {
        let [prefix, suffix] = spelling.affixes().map(units);
        let start = self.back(core.start(), prefix)?;
        let end = self.forward(core.end(), suffix)?;
        Some(Span::new(start, end))
    }

    /// Goes back from a place by a number of units, a character and its marks or
    /// a run of white space, which are of no word.
    fn back(&self, from: usize, mut units: usize) -> Option<usize> {
        let mut in_space = false;
        let mut at = from;
        for (offset, c) in self.text[..from].char_indices().rev() {
            match class(c) {
                Class::Mark | Class::Ignorable => continue,
                Class::Word => break,
                Class::Other => {}
            }
            let is_space = self.canon.is_space(c);
            if !(is_space && in_space) {
                if units == 0 {
                    break;
                }
                units -= 1;
                in_space = is_space;
            }
            at = offset;
        }
        (units == 0).then_some(at)
    }

    fn forward(&self, from: usize, mut units: usize) -> Option<usize> {
        let mut in_space = false;
        let mut at = from;
        for (offset, c) in self.text[from..].char_indices() {
            match class(c) {
                Class::Ignorable => continue,
                Class::Word => break,
                Class::Mark => in_space = false,
                Class::Other => {
                    let is_space = self.canon.is_space(c);
                    if !(is_space && in_space) {
                        if units == 0 {
                            break;
                        }
                        units -= 1;
                        in_space = is_space;
                    }
                }
            }
            at = from + offset + c.len_utf8();
        }
        (units == 0).then_some(at)
    }
}

/// Returns the bit by which its two cases differ for each byte that is an ASCII
/// letter.
#[inline]
fn letters(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let small = (bytes | (EACH * 0x20)) & (EACH * 0x7F);
    // The highest bit of each byte says whether it is at least `a`, or more than `z`.
    let from = small + EACH * (0x80 - b'a' as u64);
    let beyond = small + EACH * (0x7F - b'z' as u64);
    (from & !beyond & !bytes & (EACH * 0x80)) >> 2
}

/// Returns how many units a canonical form has.
fn units(affix: &str) -> usize {
    affix.chars().filter(|&c| class(c) != Class::Mark).count()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_have_two_cases() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let bytes = u64::from_le_bytes([0xFF; 8]) & !(0xFF << (8 * place));
                let found = letters(bytes | u64::from(byte) << (8 * place));
                let expected = u64::from(byte.is_ascii_alphabetic()) << (8 * place + 5);
                assert_eq!(found, expected, "{byte} at {place}");
            }
        }
    }
}
