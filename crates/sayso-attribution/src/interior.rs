mod restore;

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use sayso_span::Span;

use crate::{
    Input, Quoted,
    outermost::{Role, roles, tokens_in},
};

/// What some say, as a text of its own, in which each content is a paragraph.
///
/// A content that is quoted stands here without its marks, so that what it quotes
/// in turn is in the outermost ones, and one that is interrupted goes on at once.
/// Outermost marks are written like most of those that a model has seen, and a
/// full stop ends each content that has none: it reads like any text.
#[derive(Debug, Default)]
pub(crate) struct Interior {
    text: String,
    tokens: Vec<Span>,
    sentences: Vec<Span>,
    quotations: Vec<Quoted>,
    /// For each token, where it comes from.
    origins: Vec<Origin>,
    /// For each token, what it is to the outermost quotations here.
    roles: Vec<Role>,
    /// For each content, whether it was quoted.
    opened: Vec<bool>,
}

/// Where a token comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// Its place in the article; an empty one if it is not there.
    span: Span,
    /// The number of its content.
    content: usize,
    /// Whether it goes on with the token before: there are only marks between.
    joined: bool,
}

impl Origin {
    /// Returns the origins of the tokens of the article itself.
    pub(crate) fn of_all(tokens: &[Span]) -> Vec<Origin> {
        tokens.iter().map(|&span| Origin { span, content: 0, joined: true }).collect()
    }
}

impl Interior {
    /// Makes a text of contents, in order of their first spans. A token belongs to
    /// the first content that has it.
    ///
    /// # Complexity
    ///
    /// Linear in the text around and in the sizes of the contents.
    pub(crate) fn new(input: Input<'_>, origins: &[Origin], contents: &[Vec<Span>]) -> Interior {
        let mut interior = Interior::default();
        let kept = interior.keep(input, origins, contents);
        let mut place: Vec<Option<usize>> = alloc::vec![None; input.tokens.len()];
        for (here, around) in kept.iter().enumerate() {
            if let Some(around) = around {
                place[*around] = Some(here);
            }
        }
        let quotations = interior.whole_quotations(input, &place);
        interior.write(input, &kept, &marks(&quotations, kept.len()));
        interior.quotations = quotations.iter().map(|one| one.quoted(&interior.tokens)).collect();
        interior.split(input, &kept);
        interior.roles = roles(interior.input());
        interior
    }

    /// Notes the origins of the tokens that are kept, and returns their numbers in
    /// the text around: none for the full stops that are added.
    fn keep(
        &mut self,
        input: Input<'_>,
        origins: &[Origin],
        contents: &[Vec<Span>],
    ) -> Vec<Option<usize>> {
        let roles = roles(input);
        let mut kept = Vec::new();
        let mut taken = alloc::vec![false; input.tokens.len()];
        for (content, spans) in contents.iter().enumerate() {
            let parts = spans.iter().map(|&span| tokens_in(input.tokens, span));
            let mut parts: Vec<Range<usize>> = parts.collect();
            let opens = is_quoted(input, &roles, &parts);
            self.opened.push(opens);
            if let Some(first) = parts.first_mut().filter(|_| !opens) {
                // `said` *that* `it rained`
                first.start += usize::from(
                    first.len() > 1 && &input.text[input.tokens[first.start]] == "that",
                );
            }
            let before = kept.len();
            for part in parts {
                let mut joined = false;
                for around in part {
                    joined &= origins[around].joined && !taken[around];
                    if taken[around] || opens && roles[around] == Role::Mark {
                        continue;
                    }
                    taken[around] = true;
                    kept.push(Some(around));
                    self.origins.push(Origin { content, joined, ..origins[around] });
                    joined = true;
                }
            }
            let last = kept[before..].last().copied().flatten();
            if let Some(last) = last.filter(|last| !ends_sentence(input, &roles, *last)) {
                let span = Span::empty(origins[last].span.end());
                kept.push(None);
                self.origins.push(Origin { span, content, joined: true });
            }
        }
        kept
    }

    /// The quotations that are kept from one end to the other.
    fn whole_quotations(&self, input: Input<'_>, place: &[Option<usize>]) -> Vec<Stretch> {
        let mut whole = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for quoted in input.quotations {
            let around = tokens_in(input.tokens, quoted.span);
            let Some(last) = around.clone().next_back() else { continue };
            let (Some(start), Some(last)) = (place[around.start], place[last]) else { continue };
            if last < start || self.origins[start].content != self.origins[last].content {
                continue;
            }
            let end = last + 1;
            let inside = tokens_in(input.tokens, quoted.inner);
            let marks = inside.start.saturating_sub(around.start);
            let inner_start = (start + marks).min(end);
            let marks = around.end.saturating_sub(inside.end);
            let inner_end = end.saturating_sub(marks).max(inner_start);
            open.retain(|other| *other > start);
            let quoted = Quoted { depth: open.len(), ..*quoted };
            whole.push(Stretch { tokens: start..end, inner: inner_start..inner_end, quoted });
            open.push(end);
        }
        whole
    }

    /// Writes the text.
    fn write(&mut self, input: Input<'_>, kept: &[Option<usize>], marks: &[Option<&'static str>]) {
        for (here, around) in kept.iter().enumerate() {
            let before = here.checked_sub(1).and_then(|before| kept[before]);
            if let Some(around) = around {
                self.text.push_str(self.gap(input, here, before, *around));
            }
            let start = self.text.len();
            let token = around.map_or(".", |around| &input.text[input.tokens[around]]);
            self.text.push_str(marks[here].unwrap_or(token));
            self.tokens.push(Span::new(start, self.text.len()));
        }
    }

    /// What stands before a token, given its number in the text around and that of
    /// the token before it.
    fn gap<'a>(
        &self,
        input: Input<'a>,
        here: usize,
        before: Option<usize>,
        around: usize,
    ) -> &'a str {
        let Origin { content, joined, .. } = self.origins[here];
        match (here.checked_sub(1), before) {
            (None, _) => "",
            (Some(last), _) if self.origins[last].content != content => "\n\n",
            (_, Some(before)) if joined => {
                let gap = &input.text[input.tokens[before].end()..input.tokens[around].start()];
                match (before + 1 == around, gap.contains('\n')) {
                    (true, _) => gap,
                    (false, true) => "\n\n",
                    (false, false) => " ",
                }
            }
            _ => " ",
        }
    }

    /// Divides the text into sentences: where it was divided, between contents, and
    /// where a sentence ends before an interruption.
    fn split(&mut self, input: Input<'_>, kept: &[Option<usize>]) {
        let mut numbers = alloc::vec![0; input.tokens.len()];
        let mut around = 0;
        for (number, sentence) in input.sentences.iter().enumerate() {
            while input.tokens.get(around).is_some_and(|token| token.start() < sentence.end()) {
                numbers[around] = number;
                around += 1;
            }
        }
        numbers[around..].fill(input.sentences.len());
        let sentence = |here: usize| kept[here].map(|around| numbers[around]);
        for (here, &token) in self.tokens.iter().enumerate() {
            let goes_on = here.checked_sub(1).is_some_and(|before| {
                let stops = matches!(&self.text[self.tokens[before]], "." | "!" | "?");
                let Origin { content, joined, .. } = self.origins[here];
                let same = sentence(here).is_none() || sentence(before) == sentence(here);
                same && self.origins[before].content == content && (joined || !stops)
            });
            match self.sentences.last_mut() {
                Some(last) if goes_on => *last = last.hull(token),
                _ => self.sentences.push(token),
            }
        }
    }

    /// Returns the text and what is in it.
    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            text: &self.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            quotations: &self.quotations,
            names: &[],
        }
    }

    /// Whether the content that a span is in was quoted.
    pub(crate) fn was_quoted(&self, span: Span) -> bool {
        let origin = self.origins.get(tokens_in(&self.tokens, span).start);
        origin.is_some_and(|origin| self.opened[origin.content])
    }

    /// Returns where its tokens come from.
    pub(crate) fn origins(&self) -> &[Origin] {
        &self.origins
    }
}

/// A quotation in tokens.
#[derive(Clone, Debug)]
struct Stretch {
    tokens: Range<usize>,
    /// Those that are no marks.
    inner: Range<usize>,
    quoted: Quoted,
}

impl Stretch {
    /// Returns it in bytes.
    fn quoted(&self, tokens: &[Span]) -> Quoted {
        let Range { start, end } = self.tokens;
        let span = tokens[start].hull(tokens[end - 1]);
        let inner = match &tokens[self.inner.clone()] {
            [] => Span::empty(span.end()),
            [first, .., last] => first.hull(*last),
            [only] => *only,
        };
        Quoted { span, inner, ..self.quoted }
    }
}

/// For each token of a text of so many, how it is written if it is an outermost
/// mark.
fn marks(quotations: &[Stretch], len: usize) -> Vec<Option<&'static str>> {
    let mut marks = alloc::vec![None; len];
    for Stretch { tokens, inner, .. } in quotations.iter().filter(|one| one.quoted.depth == 0) {
        marks[tokens.start..inner.start].fill(Some("“"));
        marks[inner.end..tokens.end].fill(Some("”"));
    }
    marks
}

/// Whether nearly all words of a content are quoted.
fn is_quoted(input: Input<'_>, roles: &[Role], content: &[Range<usize>]) -> bool {
    let (mut all, mut quoted) = (0, 0);
    for at in content.iter().flat_map(|part| part.clone()) {
        if input.text[input.tokens[at]].contains(char::is_alphanumeric) {
            all += 1;
            quoted += usize::from(roles[at] != Role::Plain);
        }
    }
    quoted * 10 >= all * 8
}

/// Whether a token ends a sentence, with or without marks behind its end.
fn ends_sentence(input: Input<'_>, roles: &[Role], at: usize) -> bool {
    let text = |at: usize| &input.text[input.tokens[at]];
    let stop = if roles[at] == Role::Mark { at.saturating_sub(1) } else { at };
    matches!(text(stop), "." | "!" | "?" | "…" | "...")
}
