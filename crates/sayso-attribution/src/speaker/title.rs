//! Where titles end and names start.

use super::{
    article::Article,
    lexicon::{Classes, LowerCase},
    word::{Word, WordKind},
    words::Words,
};

/// Where the name itself starts, behind titles and nationalities. Titles alone
/// are a name.
pub(super) fn name_start(article: &Article<'_>, run: Words) -> usize {
    let words = article.slice(run);
    let first_given = article.is(words[0].term, Classes::GIVEN)
        && !article.is(words[0].term, Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PEOPLE));
    if first_given {
        return run.start();
    }
    if is_occupation(article, run) {
        return run.start() + 1;
    }
    let is_title = |word: &Word| article.is(word.term, Classes::TITLE.or(Classes::HONORIFIC));
    let noun = |word: &Word| is_title(word) && !article.is(word.term, Classes::TITLE_ADJECTIVE);
    if let Some(last) =
        words.iter().rposition(is_title).filter(|&last| words[..=last].iter().any(noun))
    {
        let mut start = last + 1;
        // `Steve King`, `Larry King`: a title at the end ends nothing.
        if start == words.len() {
            if is_addressed(article, words) {
                return run.end() - 1;
            }
            let Some(before) = words[..last].iter().rposition(is_title) else {
                return run.start();
            };
            let rest = &words[before + 1..];
            let king =
                rest.len() >= 2 && article.is(rest[0].term, Classes::GIVEN) && !is_title(&rest[0]);
            return if king { run.start() + before + 1 } else { run.start() };
        }
        if words.get(start).is_some_and(|word| article.folded(word) == "of") {
            start += 1;
            while words.get(start).is_some_and(|word| {
                article.is(word.term, Classes::OFFICE)
                    || matches!(article.folded(word), "and" | "the")
            }) {
                start += 1;
            }
        }
        return if is_surnamed(article, &words[..start], &words[start..]) {
            run.start() + given_behind(article, &words[start..]) + start
        } else {
            run.start()
        };
    }
    let people = words.iter().take_while(|word| article.is(word.term, Classes::PEOPLE)).count();
    let given = words.get(people).is_some_and(|word| article.is(word.term, Classes::GIVEN));
    if people > 0 && given && words.len() > people { run.start() + people } else { run.start() }
}

/// Whether the word at the head of a sentence says what somebody is whose name
/// follows: `Pensioner Joan Bell`, `Mother-of-two Ana Roe`.
fn is_occupation(article: &Article<'_>, run: Words) -> bool {
    let [first, name @ ..] = article.slice(run) else { return false };
    let forced = article.before(run.start()).is_none_or(|word| word.kind != WordKind::Word);
    let plain = |word: &Word| word.is_name() && !article.is(word.term, Classes::ORGANIZATION);
    if !forced || name.len() < 2 || !name.iter().all(plain) {
        return false;
    }
    let folded = article.folded(first);
    // What is no given name and stands before one.
    let agent = || {
        ["er", "or", "ist", "ian", "ic", "man", "woman", "ee", "ant"]
            .iter()
            .any(|end| folded.len() > end.len() + 3 && folded.ends_with(end))
    };
    let given = article.is(name[0].term, Classes::GIVEN);
    let place = Classes::PLACE.or(Classes::PEOPLE).or(Classes::ORGANIZATION);
    article.is(first.term, Classes::ROLE)
        || folded.contains("-of-")
        || (given || article.terms().lower_case(first.term) >= LowerCase::Often)
            && agent()
            && !article.is(first.term, place)
}

/// How many more words belong to a title that is not in any list: `Miss Universe
/// Maria Diaz`.
fn given_behind(article: &Article<'_>, name: &[Word]) -> usize {
    let given = |word: &Word| article.is(word.term, Classes::GIVEN);
    match name {
        [first, second, _, ..]
            if !given(first)
                && given(second)
                && article.terms().lower_case(first.term) >= LowerCase::Half =>
        {
            1
        }
        _ => 0,
    }
}

/// Whether what stands behind titles is the name of a person.
fn is_surnamed(article: &Article<'_>, titles: &[Word], rest: &[Word]) -> bool {
    let Some(first) = rest.first().filter(|word| word.is_name()) else { return false };
    let organization = |word: &Word| {
        article.is(word.term, Classes::ORGANIZATION)
            && !article.is(word.term, Classes::SURNAME_LIKE)
    };
    if rest.iter().any(organization) {
        return false;
    }
    if rest.len() > 1 {
        return true;
    }
    // `Former FBI`, `Executive Session`, `President of France`, `Miss Universe`
    let acronym = first.is_capitals() && article.raw(first).len() <= 5;
    let common = article.terms().lower_case(first.term) >= LowerCase::Often;
    let other = acronym || common || article.is(first.term, Classes::PLACE);
    let miss = titles.last().is_some_and(|word| article.folded(word) == "miss");
    let addressed = titles.iter().any(|word| article.is(word.term, Classes::HONORIFIC));
    !other || addressed && !miss
}

/// Whether a word that is a title as well is a surname here: `Mr. King`, but
/// not `Mr. President`.
fn is_addressed(article: &Article<'_>, words: &[Word]) -> bool {
    let [.., courtesy, last] = words else { return false };
    let office =
        ["president", "speaker", "secretary", "chairman", "minister", "mayor", "vice", "prime"];
    matches!(article.folded(courtesy), "mr" | "mrs" | "ms" | "miss" | "dr" | "sen" | "rep" | "gov")
        && !office.contains(&article.folded(last))
}
