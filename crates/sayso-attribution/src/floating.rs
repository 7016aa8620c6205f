//! Quotations that no cue introduces: whether they are speech, and whose.

use core::ops::Range;

use crate::{
    candidate::Candidate,
    document::Document,
    phrase, source,
    tables::{class, form, frame, list},
    tag::Tag,
};

/// A sentence that tells who goes on to speak has at most so many tokens.
const LONGEST: usize = 40;

/// A heading has at most so many, marks among them.
const HEADING: usize = 14;

/// Tells which quotations without a cue are speech.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Floating<'a> {
    document: &'a Document<'a>,
    /// Whether speech stands in double marks.
    double: bool,
}

impl<'a> Floating<'a> {
    pub(crate) fn new(document: &'a Document<'a>) -> Floating<'a> {
        let double = document.quotes.iter().any(|quote| !is_single(document, &quote.tokens));
        Floating { document, double }
    }

    /// Whether a quotation is something that somebody utters, rather than a title, a
    /// slogan or a heading: it ends like a sentence or with one, and is not written
    /// like a title.
    pub(crate) fn is_utterance(&self, quote: &Range<usize>) -> bool {
        let document = self.document;
        let last = document.tag(last_inside(document, quote));
        let ends = quote.end >= document.len()
            || document.sentence(quote.end) != document.sentence(quote.end - 1)
            || document.tag(quote.end) == Tag::Stop;
        let title = last != Tag::Stop && is_title(document, quote);
        (ends || matches!(last, Tag::Stop | Tag::Comma | Tag::Dash))
            && !title
            && !self.is_heading(quote)
    }

    /// Whether a quotation is a short line of its own in single marks, where speech
    /// has double ones.
    fn is_heading(&self, quote: &Range<usize>) -> bool {
        let document = self.document;
        if !self.double || quote.len() > HEADING || !is_single(document, quote) {
            return false;
        }
        let paragraph = document.paragraph(quote.start);
        let shares = |i: usize| i < document.len() && document.paragraph(i) == paragraph;
        !quote.start.checked_sub(1).is_some_and(shares) && !shares(quote.end)
    }
}

/// Whether a quotation opens with a single mark.
fn is_single(document: &Document<'_>, quote: &Range<usize>) -> bool {
    matches!(document.token(quote.start), "‘" | "'" | "’")
}

/// Whether all words of a quotation, but for short ones, have capitals.
pub(crate) fn is_title(document: &Document<'_>, quote: &Range<usize>) -> bool {
    let mut words = quote
        .clone()
        .map(|i| document.token(i))
        .filter(|word| word.len() > 3 && word.starts_with(char::is_alphabetic));
    words.all(|word| word.starts_with(char::is_uppercase))
}

/// The last token before the marks that close a quotation.
pub(crate) fn last_inside(document: &Document<'_>, quote: &Range<usize>) -> usize {
    let mut last = quote.end - 1;
    while last > quote.start && document.tag(last) == Tag::Mark {
        last -= 1;
    }
    last
}

/// Returns subject and verb of the clause beside a quotation, whatever the verb:
/// `“No,” the man mouthed`.
pub(crate) fn beside(
    document: &Document<'_>,
    quote: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let next = quote.end;
    let paused = matches!(document.tag(last_inside(document, quote)), Tag::Comma | Tag::Stop);
    if next >= document.len() || !paused {
        return None;
    }
    let sentence = document.sentence(next);
    let ceiling = document.sentences[sentence].tokens.end;
    if document.sentence(quote.end - 1) != sentence {
        return after_stop(document, quote, ceiling);
    }
    if document.tag(next) == Tag::Verb {
        let inverts = document.word(next).has_form(form::PAST | form::THIRD);
        let source = phrase::after(document, next + 1, ceiling, true).filter(|_| inverts)?;
        return Some((source, next..next + 1));
    }
    let source = phrase::after(document, next, ceiling, true)?;
    let cue = verb_after(document, source.end, ceiling)?;
    Some((source, cue))
}

/// Returns subject and verb of the clause that a quotation ends: `A banner read,
/// “Stay.”`, `Said Ms. May: “Go.”` Its verb is one of speaking.
pub(crate) fn ahead(
    document: &Document<'_>,
    quote: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let mut end = quote.start;
    let paused = end > 0 && matches!(document.tag(end - 1), Tag::Comma | Tag::Colon);
    if paused {
        end -= 1;
    }
    // A colon may end the line above.
    let floor = document.sentence_tokens(end).start;
    while end > floor && document.tag(end - 1) == Tag::Adverb {
        end -= 1;
    }
    let verb = end.checked_sub(1).filter(|&verb| verb > floor)?;
    let speaks = |verb: usize| {
        document.word(verb).verb_frames() & frame::QUOTE != 0
            && document.quote(verb).is_none()
            && phrase::is_finite(document, verb)
    };
    if !speaks(verb) {
        return inverted(document, floor, end).filter(|_| paused && speaks(floor));
    }
    let before = source::before_adverbs(document, verb, floor);
    let subject = source::outside_quotes(document, phrase::before(document, before, floor))?;
    Some((subject, verb..verb + 1))
}

/// Subject and verb of a clause that is nothing else, the verb first.
fn inverted(
    document: &Document<'_>,
    verb: usize,
    end: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let inverts = document.word(verb).has_form(form::PAST | form::THIRD);
    let subject = phrase::after(document, verb + 1, end, true)?;
    (inverts && subject.end == end).then_some((subject, verb..verb + 1))
}

/// The verb that follows a subject.
fn verb_after(document: &Document<'_>, subject: usize, ceiling: usize) -> Option<Range<usize>> {
    let mut verb = subject;
    while verb < ceiling && document.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    // `the man can be heard shouting`
    let heard = document.tag(verb) == Tag::Auxiliary
        && document.is(verb + 1, "be")
        && document.is_any(verb + 2, &["heard", "seen"])
        && document.tag(verb + 3) == Tag::Verb;
    // `one of them is said to have shouted`
    let reported = document.tag(verb) == Tag::Auxiliary
        && document.is_listed(verb + 1, list::REPUTED)
        && document.is(verb + 2, "to")
        && document.is(verb + 3, "have")
        && document.word(verb + 4).has_form(form::PARTICIPLE);
    let finite = document.tag(verb) == Tag::Verb && phrase::is_finite(document, verb);
    let len = match () {
        () if reported => 5,
        () if heard => 4,
        () if finite => 1,
        () => return None,
    };
    (verb + len <= ceiling).then_some(verb..verb + len)
}

/// The clause beside a quotation that has been taken for a sentence of its own: `“Where
/// to?” Ms. May asked`. It has a verb of speaking, and nothing else is said in it.
fn after_stop(
    document: &Document<'_>,
    quote: &Range<usize>,
    ceiling: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let next = quote.end;
    let asks = matches!(document.token(last_inside(document, quote)), "?" | "!" | "?!" | "!?");
    let same = document.paragraph(next) == document.paragraph(next - 1);
    if !asks || !same || !matches!(document.tag(next), Tag::Name | Tag::Pronoun | Tag::Determiner)
    {
        return None;
    }
    let source = phrase::after(document, next, ceiling, true)?;
    let cue = verb_after(document, source.end, ceiling)?;
    let speaks = cue.clone().any(|i| document.word(i).verb_frames() & frame::QUOTE != 0);
    let ends = matches!(
        document.tag(cue.end),
        Tag::Stop | Tag::Comma | Tag::Preposition | Tag::Adverb | Tag::Subordinator
    ) && !document.is(cue.end, "that");
    let alone = document.quotes_in(&(cue.end..ceiling)).is_empty();
    (speaks && ends && alone).then_some((source, cue))
}

/// Returns the source of an attribution that has none, if its cue is the verb of the
/// clause beside a quotation that it has: `“No,” shouted the man at the window`.
pub(crate) fn source_beside(
    document: &Document<'_>,
    candidate: &Candidate,
) -> Option<Range<usize>> {
    let cue = candidate.cue.as_ref()?;
    let before = candidate.content.iter().rev().find(|range| range.end <= cue.start)?;
    let quote = &document.quotes[document.quote(before.end - 1)?].tokens;
    let (source, verb) = beside(document, quote)?;
    let free = candidate
        .content
        .iter()
        .all(|range| range.end <= source.start || source.end <= range.start);
    (free && cue.contains(&verb.start)).then_some(source)
}

/// Returns who is talked of in a sentence, if it is about somebody: `Their father,
/// Huw, was not placated.` Whoever replies is somebody.
pub(crate) fn talked_of(document: &Document<'_>, sentence: usize) -> Option<Range<usize>> {
    let tokens = &document.sentences[sentence].tokens;
    if tokens.len() > LONGEST {
        return None;
    }
    let (subject, verb) = source::main_subject(document, tokens.start, tokens.end)?;
    let speaks = document.word(verb).verb_frames() & frame::QUOTE != 0;
    (speaks || is_person(document, &subject)).then_some(subject)
}

/// Whether a phrase can be somebody: its head is a name or a role.
pub(crate) fn is_person(document: &Document<'_>, phrase: &Range<usize>) -> bool {
    let first = phrase.start;
    if document.tag(first) == Tag::Pronoun {
        return document.is_any(first, &["he", "she", "they", "I", "we"]);
    }
    let head = phrase.clone().take_while(|&i| {
        !matches!(document.tag(i), Tag::Preposition | Tag::Comma | Tag::Relative | Tag::Open)
    });
    // `the man himself`
    let head = head.filter(|&i| !document.token(i).ends_with("self"));
    head.last().is_some_and(|head| {
        document.tag(head) == Tag::Name && !document.is_time(head)
            || document.is_class(head, class::ROLE)
    })
}

/// Whether a subject is somebody else than a source: neither has all the names of
/// the other. A pronoun may be anybody, but for a pronoun of the other gender.
pub(crate) fn is_other(
    document: &Document<'_>,
    subject: &Range<usize>,
    source: &Range<usize>,
) -> bool {
    let is_pronoun = |range: &Range<usize>| document.tag(range.start) == Tag::Pronoun;
    match (is_pronoun(subject), is_pronoun(source)) {
        (true, true) => {
            let [a, b] = [subject.start, source.start];
            document.is(a, "he") && document.is(b, "she")
                || document.is(a, "she") && document.is(b, "he")
        }
        (false, false) => {
            let names =
                |range: &Range<usize>| range.clone().filter(|&i| document.tag(i) == Tag::Name);
            let within = |a: &Range<usize>, b: &Range<usize>| {
                names(a).all(|i| b.clone().any(|j| document.token(i) == document.token(j)))
            };
            !within(subject, source) && !within(source, subject)
        }
        // `“A,” she said. Her coach laughed. “B.”`
        (false, true) => {
            document.is_any(subject.start, &["his", "her"])
                && document.is_any(source.start, &["he", "she"])
                && is_person(document, subject)
        }
        _ => false,
    }
}

/// Whether the cue of an attribution is a verb that introduces quotations, and not
/// one of what is not said.
pub(crate) fn speaks(document: &Document<'_>, candidate: &Candidate) -> bool {
    let mut cue = candidate.cue.iter().flat_map(|cue| cue.clone());
    let denied = cue.clone().any(|i| document.tag(i) == Tag::Not);
    !denied && cue.any(|i| document.word(i).verb_frames() & frame::QUOTE != 0)
}

/// Whether it is a question, which somebody else answers.
pub(crate) fn asks(document: &Document<'_>, candidate: &Candidate) -> bool {
    candidate.cue_has(document, list::INQUIRY)
}

/// Who is asked: `she asked` *the witness*.
pub(crate) fn asked(document: &Document<'_>, candidate: &Candidate) -> Option<Range<usize>> {
    let next = candidate.cue.as_ref()?.end;
    let ceiling = document.sentence_tokens(next - 1).end;
    let named = matches!(document.tag(next), Tag::Name | Tag::Pronoun | Tag::Determiner);
    // `asked Ann Lowe` may tell who asks.
    let inverted = candidate.source.as_ref().is_some_and(|source| source.start >= next);
    if next >= ceiling || !named || inverted || document.quote(next).is_some() {
        return None;
    }
    phrase::after(document, next, ceiling, false)
}
