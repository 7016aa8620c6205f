use core::ops::Range;

use crate::{
    content,
    cue::{Cue, Shape},
    document::Document,
    phrase,
    tables::{class, form, frame},
    tag::Tag,
};

/// What follows a cue.
#[derive(Clone, Debug)]
pub(crate) struct Complement {
    /// Where the content starts.
    pub(crate) start: usize,
    /// Where the cue ends: after a preposition or colon that belongs to it.
    pub(crate) cue_end: usize,
    /// How sure the reading is, from 0 to 1.
    pub(crate) confidence: f32,
    /// A quotation, a colon or `that`: nothing else is the content.
    pub(crate) plain: bool,
    /// An object or infinitive rather than a clause of its own.
    pub(crate) phrase: bool,
}

impl Complement {
    /// Returns the content that starts here.
    pub(crate) fn content(&self, document: &Document<'_>, ceiling: usize) -> Range<usize> {
        content::rightward(document, self.start, ceiling, self.phrase)
    }
}

/// Reads what stands behind a verb or noun of reporting up to its content:
/// `said` *in a statement on Monday that* …, `told` *reporters:* …
pub(crate) fn read(document: &Document<'_>, cue: &Cue, ceiling: usize) -> Option<Complement> {
    let mut i = cue.head + 1;
    let found = |start, cue_end, confidence, plain| {
        let phrase = false;
        (start < ceiling).then_some(Complement { start, cue_end, confidence, plain, phrase })
    };
    let phrase = |start, cue_end, confidence, plain| {
        let phrase = true;
        (start < ceiling).then_some(Complement { start, cue_end, confidence, plain, phrase })
    };
    let own = cue.head + 1;
    let passive = matches!(cue.shape, Shape::Passive | Shape::Participle);
    let mut recipient = cue.takes(frame::RECIPIENT) && !passive;
    let object = cue.takes(frame::OBJECT) && !passive;
    // `said of the plan in a statement:` and then the quotation
    let last = ceiling - 1;
    if cue.is_speech()
        && document.tag(last) == Tag::Colon
        && last > i
        && last < i + 40
        && document.quote(ceiling).is_some()
        && !(i..last).any(|i| {
            document.tag(i) == Tag::Verb && document.word(i).verb_frames() & frame::QUOTE != 0
        })
    {
        return Some(Complement {
            start: ceiling,
            cue_end: own,
            confidence: 0.9,
            plain: true,
            phrase: false,
        });
    }
    // Adverbials before the content; more than a few are a misreading.
    for _ in 0..8 {
        if i >= ceiling {
            return None;
        }
        let next = i + 1;
        if document.quote(i).is_some() {
            let confidence = if cue.is_speech() { 0.9 } else { 0.6 };
            return found(i, own, confidence, true);
        }
        let tag = document.tag(i);
        match tag {
            Tag::Colon => {
                let cue_end = if i == own { next } else { own };
                if next >= ceiling
                    && next < document.len()
                    && (document.quote(next).is_some()
                        || cue.is_speech() && document.paragraph(next) != document.paragraph(i))
                {
                    // The quotation is the next paragraph.
                    return Some(Complement {
                        start: next,
                        cue_end,
                        confidence: 0.9,
                        plain: true,
                        phrase: false,
                    });
                }
                return found(next, cue_end, 0.9, true);
            }
            Tag::Comma => {
                let quoted = document.quote(next).is_some() && cue.is_speech();
                let that = document.is(next, "that") && cue.takes(frame::THAT);
                // `said in Toledo, Ohio, that`
                if document.tag(next) == Tag::Name
                    && document.tag(next + 1) == Tag::Comma
                    && i > own
                {
                    i = next + 1;
                    continue;
                }
                // `said, in a statement, that`
                if quoted || that {
                    return found(next, own, 0.85, true);
                }
                return None;
            }
            Tag::Subordinator | Tag::Relative
                if document.is(i, "that") && cue.takes(frame::THAT) =>
            {
                return found(i, own, 0.9, true);
            }
            Tag::Question | Tag::Subordinator | Tag::Adverb
                if cue.takes(frame::WH)
                    && (document.is_class(i, class::QUESTION)
                        || document.is_any(i, &["whether", "if"])) =>
            {
                return found(i, own, 0.8, false);
            }
            Tag::Relative if cue.takes(frame::WH) && document.is_any(i, &["who", "which"]) => {
                return found(i, own, 0.7, true);
            }
            Tag::Adverb
                if i == own
                    && cue.takes(frame::CLAUSE)
                    && !passive
                    && !matches!(
                        document.tag(next),
                        Tag::Comma | Tag::Colon | Tag::Preposition | Tag::To
                    )
                    && !document.is(next, "that")
                    && document.quote(next).is_none()
                    && is_clause(document, next, ceiling) =>
            {
                return found(i, own, 0.7, false);
            }
            // `vowed not to`
            Tag::Not if document.is(next, "to") && cue.takes(frame::TO) => {
                return phrase(i, own, 0.75, true);
            }
            Tag::Adverb | Tag::Not => i = next,
            Tag::To if infinitive(document, next, cue) => {
                return if cue.takes(frame::TO) || passive && cue.takes(frame::PASSIVE) {
                    phrase(i, own, 0.75, true)
                } else if cue.takes(frame::TO_NOUN) && i == own {
                    phrase(next, next, 0.5, false)
                } else {
                    None
                };
            }
            Tag::To if cue.takes(frame::TO_NOUN) && i == own => {
                return phrase(next, next, 0.7, false);
            }
            Tag::Preposition if governed(document, i, cue) => {
                let cue_end = if i == own { next } else { own };
                return phrase(next, cue_end, 0.7, false);
            }
            Tag::Preposition if passive && !cue.takes(frame::THAT | frame::QUOTE) => return None,
            Tag::Preposition | Tag::To => {
                if !cue.takes(frame::QUOTE | frame::THAT | frame::CLAUSE) {
                    return None;
                }
                let object = phrase::after(document, next, ceiling, false);
                i = object.map_or(next, |object| object.end);
                if i == next {
                    return None;
                }
            }
            _ if starts_phrase(tag) => {
                if time(document, i) {
                    i = past_time(document, i, ceiling);
                    continue;
                }
                if recipient {
                    let told = phrase::after(document, i, ceiling, false)?;
                    let clause = is_finite_after(document, told.end, ceiling);
                    if !clause || tag == Tag::Pronoun && !document.is_class(i, class::SUBJECT) {
                        recipient = false;
                        i = told.end;
                        continue;
                    }
                }
                if cue.takes(frame::CLAUSE) && !passive && is_clause(document, i, ceiling) {
                    return found(i, own, 0.8, false);
                }
                if object || passive && cue.takes(frame::PASSIVE) {
                    return phrase(i, own, 0.65, false);
                }
                if cue.takes(frame::CLAUSE) && cue.is_speech() && !passive && i == own {
                    return found(i, own, 0.4, false);
                }
                return None;
            }
            Tag::Verb
                if cue.takes(frame::CLAUSE | frame::OBJECT)
                    && document.word(i).has_form(form::GERUND) =>
            {
                return found(i, own, 0.5, false);
            }
            Tag::Subordinator if cue.takes(frame::CLAUSE) && cue.is_speech() => {
                // `said if`, `said while`: a clause that opens with another.
                return if document.is_any(i, &["if", "when", "while", "although", "because"])
                    && i == own
                    && has_comma(document, i, ceiling)
                {
                    found(i, own, 0.5, false)
                } else {
                    None
                };
            }
            _ => return None,
        }
    }
    None
}

/// What follows a cue whose content has been fronted: `which May said` *was true*.
pub(crate) fn gap(document: &Document<'_>, cue: &Cue, ceiling: usize) -> Option<Complement> {
    let mut start = cue.head + 1;
    while start < ceiling && document.tag(start) == Tag::Adverb {
        start += 1;
    }
    let verb = start < ceiling
        && matches!(document.tag(start), Tag::Auxiliary | Tag::Verb)
        && document.quote(start).is_none()
        && cue.takes(frame::CLAUSE);
    verb.then_some(Complement {
        start,
        cue_end: cue.head + 1,
        confidence: 0.6,
        plain: false,
        phrase: true,
    })
}

fn has_comma(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    (start..ceiling.min(start + 25)).any(|i| document.tag(i) == Tag::Comma)
}

fn starts_phrase(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Determiner
            | Tag::Possessive
            | Tag::Pronoun
            | Tag::Noun
            | Tag::Name
            | Tag::Number
            | Tag::Adjective
            | Tag::Mark
            | Tag::Question
            | Tag::Open
    )
}

/// Whether the word behind `to` makes it an infinitive. Behind a verb that takes
/// one, an unknown word does.
fn infinitive(document: &Document<'_>, i: usize, cue: &Cue) -> bool {
    let word = document.word(i);
    let verb = word.has_form(form::BASE) && document.tag(i) != Tag::Name
        || word.is(class::BE | class::HAVE | class::DO);
    let likely = matches!(document.tag(i), Tag::Verb | Tag::Noun | Tag::Adverb)
        && !document.is_class(i, class::TIME | class::ROLE);
    verb || likely && cue.takes(frame::TO) && !cue.takes(frame::TO_NOUN)
}

/// Whether the preposition belongs to the cue and leads to its content.
fn governed(document: &Document<'_>, i: usize, cue: &Cue) -> bool {
    let frame = match document.token(i) {
        "of" => frame::OF,
        "for" => frame::FOR,
        "on" | "upon" => frame::ON,
        "about" => frame::ABOUT,
        "against" => frame::AGAINST,
        "at" => frame::AT,
        "with" => frame::WITH,
        "as" => frame::AS,
        "in" => frame::IN,
        "over" => frame::OVER,
        _ => return false,
    };
    // `said on Monday`, `wrote in an e-mail`
    let adverbial = (i + 1..i + 5)
        .take_while(|&i| !document.tag(i).is_punctuation())
        .any(|i| document.is_class(i, class::MEDIUM) || document.is_time(i));
    let loose = frame & (frame::ON | frame::IN | frame::AT | frame::FOR) != 0;
    cue.takes(frame) && !(loose && adverbial && cue.takes(frame::QUOTE))
}

/// `Tuesday`, `last week`, `this month`
fn time(document: &Document<'_>, i: usize) -> bool {
    document.is_time(i) && !document.is(i, "news")
        || document.is_any(i, &["last", "this", "next", "earlier", "late", "that", "the"])
            && document.is_time(i + 1)
            && document.token(i + 1).len() > 3
}

fn past_time(document: &Document<'_>, mut i: usize, ceiling: usize) -> usize {
    while i < ceiling
        && (document.is_time(i) || document.is_time(i + 1) || document.tag(i) == Tag::Number)
    {
        i += 1;
    }
    i
}

/// Whether a finite verb follows directly, after adverbs.
fn is_finite_after(document: &Document<'_>, mut i: usize, ceiling: usize) -> bool {
    while i < ceiling && document.tag(i) == Tag::Adverb {
        i += 1;
    }
    i < ceiling && phrase::is_finite(document, i)
}

/// Whether a clause with a finite verb of its own starts here, rather than a
/// phrase: a finite verb comes before anything that would end the clause.
fn is_clause(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    for i in start..ceiling.min(start + 30) {
        match document.tag(i) {
            Tag::Relative | Tag::Subordinator if i > start => return false,
            Tag::Stop | Tag::Semicolon | Tag::Colon => return false,
            _ if document.quote(i).is_some() => return true,
            _ if i > start && phrase::is_finite(document, i) => {
                // `X named in the suit`: not after a noun and before a preposition.
                return true;
            }
            _ => {}
        }
    }
    false
}
