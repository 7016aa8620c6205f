use crate::{
    lexicon::Word,
    looks::{Looks, look},
    tables::{class, form},
};

/// Part of speech, as far as the rules ask.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Tag {
    Determiner,
    /// `my`, `their`
    Possessive,
    Pronoun,
    Preposition,
    Conjunction,
    Subordinator,
    /// `who`, `which`, and `that` where it stands for a noun
    Relative,
    /// `what`, `how`
    Question,
    /// A modal, or a form of be, have or do.
    Auxiliary,
    Not,
    Adverb,
    To,
    Verb,
    Noun,
    Name,
    Adjective,
    Number,
    /// `'s` of a possessor
    Genitive,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    /// A hyphen within a word.
    Hyphen,
    Open,
    Close,
    /// A quotation mark.
    Mark,
    Other,
}

impl Tag {
    /// Whether it can be the head of a noun phrase.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun)
    }

    /// Whether it separates clauses.
    pub(crate) fn is_punctuation(self) -> bool {
        matches!(
            self,
            Tag::Comma | Tag::Stop | Tag::Colon | Tag::Semicolon | Tag::Dash | Tag::Mark
        )
    }
}

/// What a token is guessed from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// What is known of the token.
    pub(crate) word: Word,
    pub(crate) looks: Looks,
    /// The tag before it, and that before that, in the sentence.
    pub(crate) before: [Option<Tag>; 2],
    /// The token before it.
    pub(crate) previous: Looks,
    /// The token after it.
    pub(crate) next: (Word, Looks),
    /// Whether it is a hyphen without white space on either side.
    pub(crate) joins: bool,
    /// Whether capitals tell nothing here: at the start of a sentence, in a
    /// headline.
    pub(crate) capitals_idle: bool,
}

/// Guesses the part of speech of a token from the lexicon, its neighbors, its
/// ending and its capital. Wrong on one word in ten, which is enough to tell
/// where a noun phrase ends; what follows a reporting verb decides more.
pub(crate) fn guess(context: Context) -> Tag {
    let Context { word, looks, before: [before, _], .. } = context;
    if context.joins {
        return Tag::Hyphen;
    }
    if looks.is(look::APOSTROPHE) && context.previous.is(look::SIBILANT) {
        return Tag::Genitive;
    }
    if let Some(tag) = looks.always {
        return tag;
    }
    if looks.is(look::APOSTROPHE_S) {
        return apostrophe_s(context);
    }
    let capital = looks.is(look::CAPITAL);
    if capital && !context.capitals_idle {
        return if looks.is(look::I) { Tag::Pronoun } else { Tag::Name };
    }
    if let Some(tag) = closed(context) {
        return tag;
    }
    if word.forms != 0 {
        return verb_or_noun(context);
    }
    if capital && !(before.is_none() && looks.ending.is_some()) {
        return Tag::Name;
    }
    looks.ending.unwrap_or(Tag::Noun)
}

/// `'s` is a verb after a pronoun, and before what cannot be owned.
fn apostrophe_s(context: Context) -> Tag {
    let (next, _) = context.next;
    let verbal = next.is(class::DETERMINER | class::NOT | class::PRONOUN)
        || next.has_form(form::GERUND)
        || next.is(class::BE);
    match context.before[0] {
        Some(Tag::Pronoun | Tag::Question | Tag::Relative | Tag::Subordinator) => Tag::Auxiliary,
        Some(Tag::Adverb) => Tag::Auxiliary,
        _ if verbal => Tag::Auxiliary,
        _ => Tag::Genitive,
    }
}

/// The tag that a word has whatever stands around it, if that does not matter:
/// without a capital, most do.
pub(crate) fn alone(word: Word, looks: Looks) -> Option<Tag> {
    let several = look::CAPITAL | look::APOSTROPHE_S | look::THERE | look::THAT | look::HER;
    if looks.is(several) || word.is(class::DETERMINER) && word.is(class::PRONOUN) {
        None
    } else if looks.is(look::TO) {
        Some(Tag::To)
    } else {
        by_classes(word).or_else(|| (word.forms == 0).then(|| looks.ending.unwrap_or(Tag::Noun)))
    }
}

fn closed(context: Context) -> Option<Tag> {
    let Context { word, looks, before: [before, _], next: (next, _), .. } = context;
    let verbal = next.forms != 0 || next.is(class::MODAL | class::BE | class::HAVE | class::DO);
    if looks.is(look::TO) {
        return Some(Tag::To);
    }
    if looks.is(look::THERE) && next.is(class::BE | class::MODAL) {
        return Some(Tag::Pronoun);
    }
    if looks.is(look::THAT) {
        return Some(match before {
            Some(Tag::Noun | Tag::Name | Tag::Pronoun) if verbal => Tag::Relative,
            _ => Tag::Subordinator,
        });
    }
    if looks.is(look::HER) {
        let owns = verbal || next.classes == 0 || next.is(class::ROLE);
        return Some(if owns { Tag::Possessive } else { Tag::Pronoun });
    }
    match by_classes(word)? {
        // `all`, `some`, `many` alone are pronouns.
        Tag::Determiner if word.is(class::PRONOUN) && next.is(class::PREPOSITION) => {
            Some(Tag::Pronoun)
        }
        tag => Some(tag),
    }
}

/// The tag of a word of the closed classes by these alone.
fn by_classes(word: Word) -> Option<Tag> {
    Some(if word.classes == 0 {
        return None;
    } else if word.is(class::RELATIVE) {
        Tag::Relative
    } else if word.is(class::NOT) {
        Tag::Not
    } else if word.is(class::MODAL | class::BE | class::HAVE | class::DO) {
        Tag::Auxiliary
    } else if word.is(class::DETERMINER) {
        Tag::Determiner
    } else if word.is(class::POSSESSIVE) {
        Tag::Possessive
    } else if word.is(class::CONJUNCTION) {
        Tag::Conjunction
    } else if word.is(class::PRONOUN) {
        Tag::Pronoun
    } else if word.is(class::QUESTION) && !word.is(class::SUBORDINATOR) {
        Tag::Question
    } else if word.is(class::PREPOSITION) {
        Tag::Preposition
    } else if word.is(class::SUBORDINATOR) {
        Tag::Subordinator
    } else if word.is(class::TIME) {
        Tag::Noun
    } else if word.is(class::ADVERB) {
        Tag::Adverb
    } else {
        return None;
    })
}

/// A form that the lexicon knows of a verb may still be a noun or an adjective.
fn verb_or_noun(context: Context) -> Tag {
    let Context { word, before: [before, earlier], next: (next, next_looks), .. } = context;
    // Adverbs do not part a verb from its auxiliary.
    let governor = if matches!(before, Some(Tag::Adverb | Tag::Not)) { earlier } else { before };
    let after_modifier = matches!(
        before,
        Some(Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number)
    );
    let before_of = next_looks.is(look::OF);
    let before_complement = next.is(class::DETERMINER
        | class::POSSESSIVE
        | class::PRONOUN
        | class::QUESTION
        | class::SUBORDINATOR)
        || next_looks.is(look::COMPLEMENT);
    let noun = word.noun_frames() != 0 || word.is(class::AMBIGUOUS);
    if word.has_form(form::GERUND) {
        return if after_modifier { Tag::Noun } else { Tag::Verb };
    }
    if word.has_form(form::PAST | form::PARTICIPLE) && !word.has_form(form::BASE) {
        let modifies = after_modifier && !before_of && !before_complement;
        return if modifies && !next.is(class::PREPOSITION) { Tag::Adjective } else { Tag::Verb };
    }
    if after_modifier || before == Some(Tag::Preposition) {
        return Tag::Noun;
    }
    match governor {
        Some(Tag::To | Tag::Auxiliary | Tag::Not | Tag::Relative) => return Tag::Verb,
        Some(Tag::Pronoun) => return Tag::Verb,
        _ => {}
    }
    if word.has_form(form::THIRD) {
        // `Mr. May claims that`, but `harassment claims were`.
        return match before {
            Some(Tag::Name) if !before_of => Tag::Verb,
            Some(Tag::Noun) if word.is(class::MEDIUM) => Tag::Noun,
            Some(Tag::Name | Tag::Noun | Tag::Close) if before_complement => Tag::Verb,
            Some(Tag::Noun) if !noun && word.verb_frames() != 0 => Tag::Verb,
            Some(Tag::Comma | Tag::Mark | Tag::Adverb) if !noun => Tag::Verb,
            None => Tag::Noun,
            _ if before_complement => Tag::Verb,
            _ => Tag::Noun,
        };
    }
    // A base form: finite after a plural, `critics say`.
    let plural = context.previous.is(look::PLURAL);
    match before {
        Some(Tag::Noun | Tag::Name) if !noun && word.verb_frames() != 0 => Tag::Verb,
        Some(Tag::Noun | Tag::Name) if plural && before_complement => Tag::Verb,
        Some(Tag::Comma | Tag::Mark | Tag::Conjunction) if word.verb_frames() != 0 && !noun => {
            Tag::Verb
        }
        Some(Tag::Conjunction) if before_complement => Tag::Verb,
        _ if word.has_form(form::PAST) && word.verb_frames() != 0 => Tag::Verb,
        _ => Tag::Noun,
    }
}
