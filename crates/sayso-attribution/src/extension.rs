mod talk;

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    AttributionKind,
    candidate::Candidate,
    document::Document,
    floating::{self, Floating},
    kind::kind,
    tag::Tag,
};

/// Gives the quotations that have no speaker to the one who is talking.
///
/// * The rest of a chain over several paragraphs belongs to the content that has
///   its beginning.
/// * A quotation in the paragraph of an attribution, before or after it, belongs
///   to that attribution: `"A," he said. "B."` Unless the sentence before it is about
///   somebody else.
/// * Else it is an attribution of its own. Its source is in the clause beside it or
///   in the sentence above it, whether somebody says something there or something is
///   told of him, or else who spoke last.
///
/// What nobody says is left alone. A question is answered by whom it is put to, or by
/// the other of two who talk; what is told within a quotation that has a speaker is
/// part of that.
///
/// # Complexity
///
/// Linear: of each quotation, a fixed number of sentences and attributions around
/// it are looked at.
pub(crate) fn extend(document: &Document<'_>, mut found: Vec<Candidate>) -> Vec<Candidate> {
    for candidate in found.iter_mut().filter(|candidate| candidate.source.is_none()) {
        candidate.source = floating::source_beside(document, candidate);
    }
    let (inside, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| is_inside(document, one));
    let mut extension = Extension::new(document, found);
    for number in 0..document.quotes.len() {
        if extension.owner[number].is_none() {
            extension.place(number);
        }
    }
    let Extension { mut found, mut added, owner, .. } = extension;
    found.append(&mut added);
    let is_free = |one: &Candidate| document.quote(one.start()).is_none_or(|q| owner[q].is_none());
    found.extend(inside.into_iter().filter(is_free));
    found.sort_by_key(Candidate::start);
    found
}

/// Whether an attribution lies in a quotation that is a paragraph: somebody tells in
/// it what was said.
fn is_inside(document: &Document<'_>, candidate: &Candidate) -> bool {
    let Some(quote) = document.quote(candidate.start()) else { return false };
    let quote = &document.quotes[quote].tokens;
    document.opens_paragraph(quote.start)
        && candidate.start() > quote.start
        && candidate.end() <= quote.end
}

struct Extension<'a> {
    document: &'a Document<'a>,
    floating: Floating<'a>,
    /// Attributions in order.
    found: Vec<Candidate>,
    /// For each of them, where it is and whether some of it is quoted: contents may
    /// have many parts.
    known: Vec<Known>,
    /// Those that quotations of their own make.
    added: Vec<Candidate>,
    /// For each quotation the attribution that has it: one of those that are found,
    /// and behind them of those that are added.
    owner: Vec<Option<usize>>,
    /// The first that starts behind the quotation.
    next: usize,
}

/// Where an attribution is.
#[derive(Clone, Copy)]
struct Known {
    start: usize,
    end: usize,
    quoted: bool,
}

impl Known {
    /// Notes that it goes on up to there with a quotation.
    fn extend(&mut self, end: usize) {
        self.end = self.end.max(end);
        self.quoted = true;
    }
}

impl<'a> Extension<'a> {
    fn new(document: &'a Document<'a>, found: Vec<Candidate>) -> Extension<'a> {
        let mut owner: Vec<Option<usize>> = alloc::vec![None; document.quotes.len()];
        for (number, candidate) in found.iter().enumerate() {
            for range in &candidate.content {
                let mut i = range.start;
                while i < range.end {
                    i = match document.quote(i) {
                        Some(quote) => {
                            owner[quote].get_or_insert(number);
                            document.quotes[quote].tokens.end
                        }
                        None => i + 1,
                    };
                }
            }
        }
        let known = |one: &Candidate| Known {
            start: one.start(),
            end: one.end(),
            quoted: kind(document, one) != AttributionKind::Indirect,
        };
        let known = found.iter().map(known).collect();
        let floating = Floating::new(document);
        Extension { document, floating, found, known, added: Vec::new(), owner, next: 0 }
    }

    /// Finds a speaker for a quotation.
    fn place(&mut self, number: usize) {
        let document = self.document;
        let quote = document.quotes[number].tokens.clone();
        while self.known.get(self.next).is_some_and(|one| one.start < quote.start) {
            self.next += 1;
        }
        if let Some(owner) = self.chained(number) {
            self.owner[number] = Some(owner);
            if let Some(known) = self.known.get_mut(owner) {
                known.extend(quote.end);
            }
            append(&mut self.attribution_mut(owner).content, quote, true);
            return;
        }
        let speech = self.floating.is_utterance(&quote);
        if let Some(last) = self.before(&quote) {
            match self.interrupter(&quote, last).filter(|_| speech) {
                Some(other) => self.add(number, other, None),
                None => {
                    self.owner[number] = Some(last);
                    self.known[last].extend(quote.end);
                    let content = &mut self.found[last].content;
                    let joined = content.last().is_some_and(|range| range.end == quote.start);
                    append(content, quote, joined);
                }
            }
            return;
        }
        let last = quote.end.saturating_sub(2).max(quote.start);
        // `“Dear team,` is no speech alone.
        let goes_on = document
            .quotes
            .get(number + 1)
            .is_some_and(|next| next.chain == document.quotes[number].chain);
        if quote.len() < 5 && document.tag(last) != Tag::Stop && !goes_on {
            return;
        }
        if let Some((source, cue)) = self.beside(&quote) {
            self.add(number, source, Some(cue));
        } else if !document.opens_paragraph(quote.start) {
            // A fragment within a sentence is no turn of a speaker.
            let above = self.above(&quote).filter(|_| speech && self.opens_sentence(&quote));
            if let Some(source) = above.and_then(|above| floating::talked_of(document, above)) {
                self.add(number, source, None);
            }
        } else if self.goes_with_next(&quote) {
            self.owner[number] = Some(self.next);
            let next = &mut self.known[self.next];
            (next.start, next.quoted) = (next.start.min(quote.start), true);
            let content = &mut self.found[self.next].content;
            if content[0].start == quote.end {
                content[0].start = quote.start;
            } else {
                content.insert(0, quote);
            }
        } else if let Some(source) = self.talking(number).filter(|_| speech) {
            self.add(number, source, None);
        }
    }

    /// The attribution that has what the quotation goes on with.
    fn chained(&self, number: usize) -> Option<usize> {
        let before = number.checked_sub(1)?;
        let quotes = &self.document.quotes;
        self.owner[before].filter(|_| quotes[before].chain == quotes[number].chain)
    }

    /// The attribution before a quotation in its paragraph that it goes on with.
    fn before(&self, quote: &Range<usize>) -> Option<usize> {
        let document = self.document;
        let paragraph = document.paragraph(quote.start);
        let end = |last: usize| self.known[last].end;
        let said_in = |last: usize| document.sentence(end(last) - 1);
        let near = (self.next.saturating_sub(3)..self.next).rev().filter(|&last| {
            document.paragraph(end(last) - 1) == paragraph && follows(document, end(last), quote)
        });
        // `"A," he said, referring to B. "C."`: in one sentence, what is quoted goes
        // before, and what is said before what is felt.
        let sentence = near.clone().map(said_in).max();
        let nearest = near.clone().filter(|&last| {
            Some(said_in(last)) == sentence && floating::speaks(document, &self.found[last])
        });
        let quoted = |last: &usize| self.known[*last].quoted;
        let last = nearest.clone().find(quoted).or(nearest.max());
        last.or(near.clone().find(quoted)).or(near.max())
    }

    /// Who comes in between an attribution and a quotation: `"A," he said. Ms. May
    /// shook her head. "B."`
    fn interrupter(&self, quote: &Range<usize>, last: usize) -> Option<Range<usize>> {
        let document = self.document;
        let said = &self.found[last];
        let above = self.above(quote).filter(|_| self.opens_sentence(quote))?;
        // `Asked about it, May shrugged. "B."`: who asks is not told.
        let before = document.sentence(self.known[last].end - 1);
        let subject = Some(above)
            .filter(|&above| above > before || above == before && said.source.is_none())
            .and_then(|above| floating::talked_of(document, above))?;
        let other = said.source.as_ref();
        let other = other.is_none_or(|source| floating::is_other(document, &subject, source));
        other.then_some(subject)
    }

    /// Source and cue in the clause beside a quotation, if they are in no
    /// attribution.
    fn beside(&self, quote: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let (source, cue) = floating::beside(self.document, quote)?;
        let near = &self.known[self.next.saturating_sub(1)..self.known.len().min(self.next + 2)];
        let is_free = |range: &Range<usize>| {
            near.iter().all(|other| other.end <= range.start || range.end <= other.start)
        };
        (is_free(&source) && is_free(&cue)).then_some((source, cue))
    }

    /// Whether a quotation goes with the attribution after it in its paragraph:
    /// `"A." May shook her head. "B," she said.`
    fn goes_with_next(&self, quote: &Range<usize>) -> bool {
        let document = self.document;
        self.found.get(self.next).is_some_and(|next| {
            document.paragraph(self.known[self.next].start) == document.paragraph(quote.start)
                && next.content.first().is_some_and(|range| document.quote(range.start).is_some())
        })
    }

    /// Adds an attribution of the quotation alone.
    fn add(&mut self, number: usize, source: Range<usize>, cue: Option<Range<usize>>) {
        self.owner[number] = Some(self.found.len() + self.added.len());
        self.added.push(Candidate {
            source: Some(source),
            cue,
            content: alloc::vec![self.document.quotes[number].tokens.clone()],
            confidence: 0.6,
            verbatim: false,
        });
    }

    /// The sentence above a quotation.
    fn above(&self, quote: &Range<usize>) -> Option<usize> {
        quote.start.checked_sub(1).map(|before| self.document.sentence(before))
    }

    fn opens_sentence(&self, quote: &Range<usize>) -> bool {
        self.document.sentence_tokens(quote.start).start == quote.start
    }

    fn attribution(&self, number: usize) -> &Candidate {
        let known = self.found.len();
        if number < known { &self.found[number] } else { &self.added[number - known] }
    }

    fn attribution_mut(&mut self, number: usize) -> &mut Candidate {
        let known = self.found.len();
        if number < known { &mut self.found[number] } else { &mut self.added[number - known] }
    }
}

/// Whether a quotation goes on with an attribution that ends before it: at most one
/// sentence stands between.
fn follows(document: &Document<'_>, end: usize, quote: &Range<usize>) -> bool {
    if quote.start < end {
        return false;
    }
    let before = quote.start - 1;
    let sentence = document.sentence(quote.start);
    let opens = match document.tag(before) {
        _ if quote.start == end => true,
        Tag::Stop | Tag::Colon | Tag::Comma | Tag::Dash => true,
        // `the “immoral” “lie”` is none.
        Tag::Mark => document.sentence(before) != sentence,
        _ => false,
    };
    opens && sentence - document.sentence(end - 1) <= 2
}

fn append(content: &mut Vec<Range<usize>>, quote: Range<usize>, joined: bool) {
    match content.last_mut() {
        Some(last) if joined => last.end = last.end.max(quote.end),
        _ => content.push(quote),
    }
}
