use alloc::vec::Vec;

use super::{
    article::Article,
    lexicon::{Classes, LowerCase},
    word::{Word, WordKind},
};

/// Marks the words that are parts of names.
///
/// In the middle of a sentence, a capital is enough. Where every word has one
/// (at the start of a sentence, in a headline), what decides is whether the
/// word has a capital elsewhere in the article, and how often news in general
/// writes it in lower case.
pub(super) fn mark_names(article: &mut Article<'_>) {
    // For each word with a capital: no other is a name.
    let mut forced = Vec::new();
    for index in 0..article.words.len() {
        let word = article.words[index];
        if word.is_capital() {
            let here = is_forced(article, index);
            forced.push(here);
            if !here {
                article.set_capitalized(word.term);
            }
        }
    }
    let mut forced = forced.into_iter();
    for index in 0..article.words.len() {
        if article.words[index].is_capital()
            && forced.next().is_some_and(|forced| is_name(article, index, forced))
        {
            article.words[index].set_name();
        }
    }
}

/// Whether a word with a capital would have it here in any case.
fn is_forced(article: &Article<'_>, index: usize) -> bool {
    let word = &article.words[index];
    if article.sentences[word.sentence()].title_case
        || word.is_capitals() && is_shouted(article, index)
    {
        return true;
    }
    let Some(before) = article.before(index) else { return true };
    match before.kind {
        WordKind::Quote => true,
        WordKind::Mark => !matches!(article.raw(before), "/" | "&" | "%" | "$" | "#" | "@"),
        // After `(` or `-` at the start of a line, and after a dateline's dash.
        WordKind::Bracket | WordKind::Dash => {
            index >= 2 && article.before(index - 1).is_none()
                || article.raw(before) != "-"
                    && before.kind == WordKind::Dash
                    && article
                        .before(index - 1)
                        .is_some_and(|word| word.is_capital() || word.kind == WordKind::Bracket)
        }
        _ => false,
    }
}

/// Whether the words around are in capitals as well.
fn is_shouted(article: &Article<'_>, index: usize) -> bool {
    let capitals = |word: Option<&Word>| word.is_some_and(|w| w.is_capitals());
    capitals(article.before(index)) && capitals(article.after(index + 1))
}

/// Whether a word with a capital is a part of a name.
fn is_name(article: &Article<'_>, index: usize, forced: bool) -> bool {
    let word = &article.words[index];
    if word.kind != WordKind::Word || is_party_label(article, word) {
        return false;
    }
    let title_case = article.sentences[word.sentence()].title_case;
    let next = article.after(index + 1).filter(|next| next.kind == WordKind::Word);
    // `Theresa May`, but not `May 3`: a surname as well as a month and a verb.
    let after_given = || {
        let before = article.before(index);
        before.is_some_and(|word| word.is_capital() && article.is(word.term, Classes::GIVEN))
    };
    let number = |next: &Word| article.raw(next).starts_with(|c: char| c.is_ascii_digit());
    if article.folded(word) == "may" && after_given() && !next.is_some_and(number) {
        return true;
    }
    if article.is(word.term, Classes::STOP) {
        // `June Carter`, but not `June 3` and not `in June`.
        return article.is(word.term, Classes::GIVEN)
            && next.is_some_and(|n| {
                n.is_capital() && !article.is(n.term, Classes::STOP.or(Classes::FUNCTION))
            });
    }
    // `MOTORISTS have blasted`, `Pals of the star`
    let people = forced
        && !title_case
        && article.before(index).is_none()
        && article.is(word.term, Classes::HUMANS)
        && !article.is(word.term, Classes::PEOPLE.or(Classes::PARTY))
        && !article.terms().is_capitalized(word.term)
        && next.is_some_and(|next| !next.is_capital());
    if people {
        return false;
    }
    // `US`, `IT`, `WHO`
    if word.is_capitals() && !next.is_some_and(|next| next.is_capitals()) {
        return !title_case
            || !article.is(word.term, Classes::FUNCTION)
            || article.raw(word) == "US";
    }
    if article.is(word.term, Classes::DETERMINER) {
        return false;
    }
    if !forced {
        return !article.is(word.term, Classes::FUNCTION)
            || article.terms().lower_case(word.term) < LowerCase::Always;
    }
    if article.is(word.term, Classes::FUNCTION) {
        return false;
    }
    let lower_case = article.terms().lower_case(word.term);
    if lower_case <= LowerCase::Rarely
        || title_case && lower_case == LowerCase::Half
        || article.terms().is_capitalized(word.term)
            && (lower_case <= LowerCase::Often || !article.terms().occurs_in_lower_case(word.term))
    {
        return true;
    }
    let before_name = next.is_some_and(|next| {
        next.is_capital() && !article.is(next.term, Classes::FUNCTION.or(Classes::STOP))
    });
    before_name
        && (article.is(word.term, Classes::TITLE.or(Classes::HONORIFIC)) && !title_case
            || article.is(word.term, Classes::TITLE)
                && next
                    .is_some_and(|next| article.is(next.term, Classes::GIVEN.or(Classes::TITLE)))
            || article.is(word.term, Classes::GIVEN)
                && lower_case < LowerCase::Always
                && !title_case)
        || article.is(word.term, Classes::TITLE)
            && next.is_some_and(|next| article.folded(next) == "of")
            && article.after(index + 2).is_some_and(|next| next.is_capital())
}

/// `R-Ga`, `D-N.C.`: what stands in brackets behind an American politician.
fn is_party_label(article: &Article<'_>, word: &Word) -> bool {
    let [party, b'-', place, ..] = article.raw(word).as_bytes() else { return false };
    matches!(party, b'R' | b'D' | b'I') && place.is_ascii_uppercase()
}
