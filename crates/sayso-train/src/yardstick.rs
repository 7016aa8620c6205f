use std::{collections::BTreeSet, ops::Range};

use sayso::Span;

/// A text as it is measured: its characters, which word each is in, and which
/// are quoted.
///
/// The marks are read here once more, and more simply than `sayso-quote` reads
/// them: what is measured should not depend on what is being measured.
#[derive(Clone, Debug)]
pub(crate) struct Yardstick {
    chars: Vec<char>,
    /// Number of the word or mark of each character; none for white space.
    token_at: Vec<Option<usize>>,
    quoted: Vec<bool>,
    /// Number of the character at each byte.
    at_byte: Vec<usize>,
}

/// Places of characters, or numbers of words.
pub(crate) type Set = BTreeSet<usize>;

/// Whether a content is quoted: by at least this share of its letters it is
/// direct.
const DIRECT_SHARE: f64 = 0.8;

impl Yardstick {
    pub(crate) fn new(text: &str) -> Yardstick {
        let chars: Vec<char> = text.chars().collect();
        let mut at_byte = vec![0; text.len() + 1];
        for (number, (at, c)) in text.char_indices().enumerate() {
            at_byte[at..at + c.len_utf8()].fill(number);
        }
        at_byte[text.len()] = chars.len();
        let mut token_at = vec![None; chars.len()];
        let (mut count, mut in_word) = (0, false);
        for (place, c) in token_at.iter_mut().zip(&chars) {
            if !(c.is_whitespace() || in_word && c.is_alphanumeric()) {
                count += 1;
            }
            in_word = c.is_alphanumeric();
            *place = (!c.is_whitespace()).then_some(count);
        }
        let mut quoted = vec![false; chars.len()];
        for range in quotations(&chars) {
            quoted[range].fill(true);
        }
        Yardstick { chars, token_at, quoted, at_byte }
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.at_byte[span.start()]..self.at_byte[span.end()]
    }

    /// Returns the letters and digits in spans; if there are none, whatever is
    /// not white space.
    pub(crate) fn letters(&self, spans: &[Span]) -> Set {
        let covered = || spans.iter().flat_map(|span| self.range(*span));
        let letters: Set = covered().filter(|at| self.chars[*at].is_alphanumeric()).collect();
        if letters.is_empty() {
            return covered().filter(|at| self.token_at[*at].is_some()).collect();
        }
        letters
    }

    /// Returns the words that letters are in.
    pub(crate) fn tokens(&self, letters: &Set) -> Set {
        letters.iter().filter_map(|at| self.token_at[*at]).collect()
    }

    /// Returns how a content is quoted: 0 for direct, 1 for indirect, 2 for
    /// mixed.
    pub(crate) fn kind(&self, letters: &Set) -> usize {
        let quoted = letters.iter().filter(|at| self.quoted[**at]).count();
        match quoted {
            0 => 1,
            _ if quoted as f64 >= DIRECT_SHARE * letters.len() as f64 => 0,
            _ => 2,
        }
    }

    /// Returns the words at the head of a source.
    pub(crate) fn heads(&self, spans: &[Span]) -> Set {
        let mut spans: Vec<Span> = spans.to_vec();
        spans.sort_by_key(|span| (span.start(), span.end()));
        let (mut joined, mut places) = (Vec::new(), Vec::new());
        for span in spans.iter().map(|span| self.range(*span)) {
            joined.extend_from_slice(&self.chars[span.clone()]);
            joined.push(',');
            places.extend(span.map(Some).chain([None]));
        }
        let heads = head(&joined).into_iter().filter_map(|at| self.token_at[places[at]?]);
        let heads: Set = heads.collect();
        if heads.is_empty() { self.tokens(&self.letters(&spans)) } else { heads }
    }
}

/// Returns the stretches between quotation marks, marks included.
fn quotations(chars: &[char]) -> Vec<Range<usize>> {
    let line_end = |from: usize| {
        chars[from..].iter().position(|c| *c == '\n').map_or(chars.len(), |n| from + n)
    };
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut at = 0;
    while at < chars.len() {
        let Some(end) = mark(chars, at) else {
            at = markup(chars, at).unwrap_or(at + 1);
            continue;
        };
        if opens(chars, at, end, start.is_some()) {
            let open = start.get_or_insert(at);
            // Each paragraph of a long quotation starts with a mark.
            if line_end(*open) < at {
                found.push(*open..line_end(*open));
                start = Some(at);
            }
        } else if let Some(from) = start.take() {
            found.push(from..end);
        }
        at = end;
    }
    if let Some(from) = start {
        found.push(from..line_end(from));
    }
    let mut inside = vec![false; chars.len()];
    for range in &found {
        inside[range.clone()].fill(true);
    }
    for pair in [curly as fn(&[char], usize) -> Option<usize>, straight] {
        let mut at = 0;
        while at < chars.len() {
            match pair(chars, at) {
                Some(end) => {
                    if !inside[at..end].contains(&true) {
                        found.push(at..end);
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Returns the end of the double quotation mark that starts here.
fn mark(chars: &[char], at: usize) -> Option<usize> {
    match chars[at] {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => Some(at + 1),
        c @ ('\'' | '‘' | '’' | '`') => {
            let length = chars[at..].iter().take_while(|d| **d == c).count();
            (length > 1).then_some(at + length)
        }
        _ => None,
    }
}

/// Returns the end of the markup that starts here.
fn markup(chars: &[char], at: usize) -> Option<usize> {
    let next = chars.get(at + 1)?;
    if chars[at] != '<' || !(next.is_ascii_alphabetic() || matches!(next, '/' | '!')) {
        return None;
    }
    let rest = &chars[at + 2..];
    let length = rest.iter().take(301).position(|c| matches!(c, '<' | '>'))?;
    (rest[length] == '>').then_some(at + length + 3)
}

/// Returns whether a mark opens a quotation: by its neighbors, else by its
/// shape, else by turns.
fn opens(chars: &[char], start: usize, end: usize, inside: bool) -> bool {
    let before = if start == 0 { '\n' } else { chars[start - 1] };
    let after = chars.get(end).copied().unwrap_or('\n');
    let opener = before.is_whitespace() || "([{—–―-/\"“”„‟«»＂'‘’`".contains(before);
    let may_open = opener && !after.is_whitespace();
    let may_close = !before.is_whitespace() && !after.is_alphanumeric();
    if may_open != may_close {
        return may_open;
    }
    match chars[start] {
        '“' | '„' | '‟' | '«' | '‘' | '`' => true,
        '”' | '»' | '’' => false,
        _ => !inside,
    }
}

/// Returns the end of the pair of curly single marks that starts here.
fn curly(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|n| chars[n]);
    if chars[at] != '‘'
        || before.is_some_and(char::is_alphanumeric)
        || chars.get(at + 1)?.is_whitespace()
    {
        return None;
    }
    for end in at + 2..chars.len() {
        let after = chars.get(end + 1);
        if chars[end] == '’'
            && !chars[end - 1].is_whitespace()
            && !after.is_some_and(|c| c.is_alphanumeric())
        {
            return Some(end + 1);
        }
        if matches!(chars[end - 1], '‘' | '\n') {
            return None;
        }
    }
    None
}

/// Returns the end of the pair of straight single marks that starts here.
fn straight(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|n| chars[n]);
    if chars[at] != '\'' || !before.is_none_or(|c| c.is_whitespace() || "([{—–―-/".contains(c))
    {
        return None;
    }
    let first = chars.get(at + 1)?;
    if !(first.is_alphanumeric() || "[$#@".contains(*first)) {
        return None;
    }
    let mut from = at + 1;
    for _ in 0..10 {
        let length = chars[from..].iter().take(202).position(|c| matches!(c, '\'' | '\n'))?;
        let end = from + length;
        if chars[end] != '\'' {
            return None;
        }
        let last = chars[end - 1];
        let after = chars.get(end + 1).copied().unwrap_or(' ');
        let closes = !last.is_whitespace() && last != '\'';
        if closes && !after.is_alphanumeric() && !matches!(after, '\'' | '_') {
            return Some(end + 1);
        }
        if !after.is_alphanumeric() {
            return None;
        }
        from = end + 1;
    }
    None
}

/// A word of a source, by its characters.
fn words(chars: &[char]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match words.last_mut() {
            _ if !c.is_alphanumeric() => {}
            Some(word) if word.end == at => word.end += 1,
            _ => words.push(at..at + 1),
        }
    }
    words.retain(|word| {
        let possessive = word.len() == 1
            && matches!(chars[word.start], 's' | 'S')
            && word.start > 0
            && matches!(chars[word.start - 1], '\'' | '’');
        !possessive
    });
    words
}

/// Returns where the head of a source begins: the last word of its leading noun
/// phrase. After a participle, the word before it will do as well.
fn head(source: &[char]) -> Vec<usize> {
    const PRONOUNS: &[&str] = &["who", "whom", "whose", "which", "that", "when", "where"];
    const PREPOSITIONS: &[&str] = &[
        "of",
        "for",
        "from",
        "in",
        "at",
        "with",
        "on",
        "to",
        "by",
        "as",
        "about",
        "across",
        "after",
        "against",
        "among",
        "around",
        "before",
        "behind",
        "between",
        "during",
        "inside",
        "including",
        "like",
        "near",
        "outside",
        "under",
        "within",
    ];
    const TITLES: &[&str] = &[
        "Secretary",
        "Director",
        "Chief",
        "Speaker",
        "Minister",
        "President",
        "Chair",
        "Chairman",
        "Chairwoman",
        "Department",
        "Bank",
        "Bureau",
        "House",
        "Board",
        "University",
    ];
    const AFTER: &[&str] = &[
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "himself",
        "herself",
        "itself",
        "themselves",
        "myself",
        "yourself",
        "ourselves",
    ];
    let text = |word: &Range<usize>| source[word.clone()].iter().collect::<String>();
    let is_word_char =
        |at: usize| source.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    // Runs of letters; a list's word must be a whole one.
    let all: Vec<Range<usize>> = (0..source.len())
        .filter(|at| is_word_char(*at) && (*at == 0 || !is_word_char(at - 1)))
        .map(|start| start..(start..).find(|at| !is_word_char(*at)).unwrap_or(source.len()))
        .collect();
    let has_words = |end: usize| !words(&source[..end]).is_empty();
    let breaks = (0..source.len()).filter(|&at| {
        let c = source[at];
        let dash = c.is_whitespace() && {
            let rest = &source[at + 1..];
            let length = rest.iter().take_while(|c| matches!(c, '–' | '-')).count();
            length > 0 && rest.get(length).is_some_and(|c| c.is_whitespace())
        };
        let pronoun = all.iter().any(|word| {
            word.start == at && PRONOUNS.contains(&text(word).to_lowercase().as_str())
        });
        ",;:()[]{}—―".contains(c) || dash || pronoun
    });
    let end = breaks.into_iter().find(|at| has_words(*at)).unwrap_or(source.len());
    let follows_title = |at: usize| {
        let before: String = source[..at].iter().collect();
        let trimmed = before.trim_end();
        trimmed.len() < before.len() && TITLES.iter().any(|title| trimmed.ends_with(title))
    };
    let preposition = all.iter().filter(|word| word.end <= end).find(|word| {
        PREPOSITIONS.contains(&text(word).as_str())
            && has_words(word.start)
            && !follows_title(word.start)
    });
    let end = preposition.map_or(end, |word| word.start);
    let mut found = words(&source[..end]);
    if found.is_empty() {
        found = words(source);
    }
    while found.len() > 1
        && found.last().is_some_and(|word| AFTER.contains(&text(word).to_lowercase().as_str()))
    {
        found.pop();
    }
    let participle = found.last().is_some_and(|word| {
        let word = text(word);
        word.bytes().all(|b| b.is_ascii_lowercase())
            && (word.len() > 2 && word.ends_with("ed") || word.len() > 3 && word.ends_with("ing"))
    });
    let count = if participle { 2 } else { 1 };
    found[found.len().saturating_sub(count)..].iter().map(|word| word.start).collect()
}
