//! Contents that have lost a word or two at an edge.

use crate::{
    candidate::Candidate,
    document::Document,
    phrase,
    tables::{form, frame},
    tag::Tag,
};

/// A subject before an interruption has at most so many tokens.
const LONGEST: usize = 30;

/// Gives a content what stands before its reporting clause and is a part of it, or what the
/// clause that opens the sentence has left, and leaves out a conjunction at its end.
///
/// # Complexity
///
/// Looks no farther around the cue than a phrase is long.
pub(crate) fn mend(document: &Document<'_>, candidate: &mut Candidate) {
    take_subject(document, candidate);
    take_pronoun(document, candidate);
    take_question(document, candidate);
    leave_predicate(document, candidate);
    leave_relative(document, candidate);
    leave_conjunction(document, candidate);
}

/// Gives a verb behind a reporting clause its subject before that: *The minister*`, he
/// said, “has failed”`.
fn take_subject(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&candidate.source, &candidate.cue) else { return };
    let clause = source.start.min(cue.start)..source.end.max(cue.end);
    let [part] = &candidate.content[..] else { return };
    let sentence = document.sentence_tokens(clause.start).clone();
    let Some(comma) = clause.start.checked_sub(1).filter(|&comma| comma > sentence.start) else {
        return;
    };
    let mut verb = part.start;
    while verb < part.end && matches!(document.tag(verb), Tag::Mark | Tag::Adverb) {
        verb += 1;
    }
    let word = document.word(verb);
    let predicate = document.tag(verb) == Tag::Auxiliary
        || document.tag(verb) == Tag::Verb && word.has_form(form::THIRD | form::PAST);
    let parted = part.start >= clause.end
        && part.start < sentence.end
        && document.tag(part.start - 1) == Tag::Comma
        && document.tag(comma) == Tag::Comma
        && predicate
        && !document.token(verb).starts_with(char::is_uppercase);
    if !parted || comma - sentence.start > LONGEST {
        return;
    }
    let subject = phrase::before(document, comma, sentence.start);
    let whole = subject.is_some_and(|subject| subject == (sentence.start..comma));
    if whole && document.quotes_in(&(sentence.start..comma)).is_empty() {
        candidate.content.insert(0, sentence.start..comma);
    }
}

/// Gives a verb behind a reporting clause the relative pronoun before that: `rotas` *that*
/// `the union says leave drivers tired`.
fn take_pronoun(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&candidate.source, &candidate.cue) else { return };
    let Some(pronoun) = source.start.checked_sub(1) else { return };
    let [part] = &candidate.content[..] else { return };
    // `heightened public interest`
    let modifies = document.word(part.start).has_form(form::PARTICIPLE)
        && matches!(document.tag(part.start + 1), Tag::Adjective | Tag::Noun);
    let fronted = document.is_any(pronoun, &["that", "which", "who"])
        && matches!(document.tag(pronoun), Tag::Relative | Tag::Subordinator)
        && pronoun > 0
        && document.sentence(pronoun) == document.sentence(cue.start)
        && document.quote(pronoun).is_none()
        && source.end == cue.start
        && part.start == cue.end
        && document.tag(part.start) != Tag::Name
        && !modifies
        && (document.tag(part.start) == Tag::Auxiliary
            || document.word(part.start).has_form(form::BASE | form::THIRD | form::PAST));
    if fronted {
        candidate.content.insert(0, pronoun..pronoun + 1);
    }
}

/// Ends what is asked in the clause that opens a sentence with that clause: `Asked what she`
/// *regretted*`, she laughed`.
fn take_question(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(cue) = &candidate.cue else { return };
    let sentence = document.sentence_tokens(cue.start).clone();
    let opens = candidate.source.is_none()
        && cue.start == sentence.start
        && document.is_any(cue.start, &["asked", "told", "questioned"]);
    let [part] = &mut candidate.content[..] else { return };
    if !opens || part.start < cue.end || part.end >= sentence.end {
        return;
    }
    let verb = phrase::is_finite(document, part.end) && document.quote(part.end).is_none();
    let comma = document.first(part.end..sentence.end.min(part.end + 4), Tag::Comma);
    if let Some(comma) = comma.filter(|_| verb) {
        part.end = comma;
    }
}

/// Ends what follows a noun before the verb that the noun is the subject of: `The claim that
/// the bridge is safe` *was tested*, `A crowd demanding an apology` *has gathered*.
fn leave_predicate(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(cue) = &candidate.cue else { return };
    let [part] = &mut candidate.content[..] else { return };
    let sentence = document.sentence_tokens(cue.start).clone();
    let word = document.word(cue.end - 1);
    let object = word.has_form(form::GERUND)
        && word.verb_frames() & frame::CLAUSE == 0
        && part.start == cue.end
        && matches!(
            document.tag(part.start),
            Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Noun | Tag::Adjective
        );
    let is_noun = object
        || document.word(cue.end - 1).noun_frames() != 0
            && document.tag(cue.end - 1) == Tag::Noun
            && part.start == cue.end
            && document.is(part.start, "that");
    let opens = is_noun && cue.start - sentence.start < LONGEST;
    // A clause with a subject of its own may stand behind others.
    let beside = candidate.source.as_ref().filter(|source| object && source.end == cue.start);
    let floor = beside.map_or(sentence.start, |source| source.start);
    if !opens || (floor..cue.end).any(|i| phrase::is_finite(document, i)) {
        return;
    }
    // Whether a verb has been seen, and whether it may have a clause behind it.
    let (mut verb, mut open) = (object, false);
    for i in part.start + 1..part.end.min(part.start + LONGEST) {
        let tag = document.tag(i);
        if document.quote(i).is_some()
            || tag.is_punctuation()
            || matches!(tag, Tag::Conjunction | Tag::Subordinator | Tag::Relative | Tag::Question)
        {
            return;
        }
        let ahead = matches!(
            document.tag(i - 1),
            Tag::Auxiliary | Tag::Verb | Tag::To | Tag::Adverb | Tag::Not | Tag::Pronoun
        );
        let clitic = document.token(i).starts_with(['\'', '’']);
        if verb && !open && !ahead && !clitic && tag == Tag::Auxiliary {
            part.end = i;
            return;
        }
        verb |= phrase::is_finite(document, i);
        open |= tag == Tag::Verb && document.word(i).verb_frames() & frame::THAT != 0;
    }
}

/// Leaves out a relative pronoun, alone or with a subject, whose verb is elsewhere: `pointed
/// to a levy`*, which the airlines* `have promised to fight`.
fn leave_relative(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(last) = candidate.content.last_mut() else { return };
    let floor = last.end.saturating_sub(8).max(last.start + 1);
    let pronoun = (floor..last.end).rev().find(|&i| {
        document.is_any(i, &["who", "which", "whose", "whom"])
            && matches!(document.tag(i), Tag::Relative | Tag::Subordinator)
    });
    let Some(pronoun) = pronoun else { return };
    let comma = document.tag(pronoun - 1) == Tag::Comma && pronoun - 1 > last.start;
    let rest = pronoun + 1..last.end;
    let subject = rest.is_empty()
        || phrase::after(document, rest.start, rest.end, false) == Some(rest.clone());
    if subject && comma && document.quotes_in(&(pronoun..last.end)).is_empty() {
        last.end = pronoun - 1;
    }
}

/// Leaves out a conjunction that nothing follows: `said it was late` *and*.
fn leave_conjunction(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(last) = candidate.content.last_mut() else { return };
    while last.len() > 1
        && document.quote(last.end - 1).is_none()
        && matches!(document.tag(last.end - 1), Tag::Conjunction | Tag::Comma)
    {
        last.end -= 1;
    }
}
