use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    article::Article,
    lexicon::Classes,
    word::{Word, WordKind},
    words::Words,
};

/// Names are seldom longer; a longer run is a list or a headline, and is cut.
const LONGEST: usize = 12;

/// Returns the longest sequences of words that may be a name with its titles,
/// in order.
///
/// `units` end where a dictionary says. A run goes on over small words inside names: `Bank of America`,
/// `van der Berg`, `Health and Human Services`.
pub(super) fn runs(article: &Article<'_>, units: &BTreeMap<usize, usize>) -> Vec<Words> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < article.words.len() {
        if !article.words[at].is_name() {
            at += 1;
            continue;
        }
        let end = run_end(article, units, at);
        let run = Words::new(at, end);
        let shouted = run.len() >= 4 && article.slice(run).iter().all(|word| word.is_capitals());
        if !shouted {
            runs.push(run);
        }
        at = end;
    }
    runs
}

fn run_end(article: &Article<'_>, units: &BTreeMap<usize, usize>, start: usize) -> usize {
    let unit = |at: usize| units.get(&at).copied();
    let mut end = unit(start).unwrap_or(start + 1);
    while end - start < LONGEST {
        match step(article, start, end) {
            Some(1) => end = unit(end).unwrap_or(end + 1),
            Some(more) => end += more,
            None => break,
        }
    }
    end
}

/// How many more words belong to the run.
fn step(article: &Article<'_>, start: usize, end: usize) -> Option<usize> {
    let next = article.after(end)?;
    if next.is_name() {
        return Some(1);
    }
    let sentence = next.sentence();
    let name_at = |index: usize| {
        article.word(index).filter(|word| word.is_name() && word.sentence() == sentence)
    };
    let raw = article.raw(next);
    let run = &article.words[start..end];
    let last = run[run.len() - 1];
    if raw == "&" {
        return name_at(end + 1).map(|_| 2);
    }
    if matches!(raw, "’" | "'") && article.folded(&last).ends_with('s') {
        // `Seafarers’ Union`; but a place or a person has what follows.
        let owned = name_at(end + 1)?;
        return article.is(owned.term, Classes::ORGANIZATION).then_some(2);
    }
    if next.kind == WordKind::Quote {
        return nickname(article, end);
    }
    if article.is(next.term, Classes::PARTICLE) && !next.is_capital() {
        // `de la`, `van der`
        let more = (end + 1..end + 3).find(|&index| {
            article.word(index).is_none_or(|word| !article.is(word.term, Classes::PARTICLE))
        })?;
        return name_at(more).map(|_| more - end + 1);
    }
    if next.is_capital()
        && article.is(next.term, Classes::DETERMINER)
        && !title_case(article, next)
    {
        return name_at(end + 1).map(|_| 2);
    }
    let folded = article.folded(next);
    let people = run.len() == 1
        && (article.is(last.term, Classes::HUMANS)
            || article.is(last.term, Classes::PEOPLE) && folded == "for");
    let organization =
        people || run.iter().any(|word| article.is(word.term, Classes::ORGANIZATION));
    match folded {
        "of" | "for" | "on" | "in" | "to" => {
            let the = article.word(end + 1).is_some_and(|word| article.folded(word) == "the");
            let next = end + 1 + usize::from(the);
            let name = name_at(next)?;
            let office = folded == "of"
                && !the
                && matches!(article.folded(&last), "secretary" | "undersecretary")
                && article.is(name.term, Classes::OFFICE);
            let where_it_is = folded == "in" && article.is(name.term, Classes::PLACE);
            (office
                || organization
                    && !where_it_is
                    && !article.is(name.term, Classes::GIVEN)
                    && !title_case(article, name))
            .then_some(next - end + 1)
        }
        "and" => {
            name_at(end + 1)?;
            let prepositions = run
                .iter()
                .any(|word| !word.is_name() && article.is(word.term, Classes::PREPOSITION));
            if prepositions && organization {
                return Some(2);
            }
            let office =
                run.iter().any(|word| article.is(word.term, Classes::OFFICE)) && prepositions;
            // `the federal Securities and Exchange Commission`
            let the = (start.saturating_sub(2)..start).any(|index| {
                let word = &article.words[index];
                article.folded(word) == "the" && word.sentence() == sentence
            });
            let person = run.iter().any(|word| article.is(word.term, Classes::GIVEN));
            if office {
                return Some(2);
            }
            let country =
                article.is(run[0].term, Classes::PLACE.or(Classes::PEOPLE)) && run.len() > 1;
            if !(the || country)
                || person
                || article.is(last.term, Classes::ORGANIZATION)
                || last.is_capitals()
            {
                return None;
            }
            let right =
                (end + 1..end + LONGEST).take_while(|&index| name_at(index).is_some()).last()?;
            (right > end + 1 && article.is(article.words[right].term, Classes::ORGANIZATION))
                .then_some(2)
        }
        _ => None,
    }
}

/// The words of a nickname between quotation marks, its name behind it:
/// `Dwayne "The Rock" Johnson`.
fn nickname(article: &Article<'_>, quote: usize) -> Option<usize> {
    let close = (quote + 1..quote + 5)
        .find(|&index| article.word(index).is_some_and(|word| word.kind == WordKind::Quote))?;
    let behind = article.word(close + 1)?;
    let inside = &article.words[quote + 1..close];
    let the = inside.first().is_some_and(|word| article.folded(word) == "the");
    let inside = &inside[usize::from(the)..];
    let fits = !inside.is_empty()
        && inside.iter().all(|word| word.is_capital() && word.kind == WordKind::Word)
        && behind.is_name()
        && behind.sentence() == article.words[quote].sentence()
        // `He told Smith, "Bob" Jones` has other words between.
        && article.is(article.words[quote - 1].term, Classes::GIVEN);
    fits.then_some(close + 2 - quote)
}

fn title_case(article: &Article<'_>, word: &Word) -> bool {
    article.sentences[word.sentence()].title_case
}
