use sayso_span::Span;

use crate::{
    Quotation, Reason, Role, lexicon, reporting,
    tables::{NAMING, REPORTING, WORKS},
};

/// From so many words on a quotation is somebody's words, whatever it is for.
const CLAUSE: usize = 5;
/// Capitals say nothing about more words.
const LONGEST_TITLE: usize = 8;

/// Sets the role of the quotation, from what it holds and what stands beside
/// it in the paragraph.
pub(crate) fn judge(text: &str, paragraph: Span, quotation: &mut Quotation) {
    let reason = reason(text, paragraph, quotation);
    quotation.reason = reason;
    (quotation.role, quotation.speech) = verdict(reason);
}

/// What a reason tells. How likely it is speech was measured: it is the share
/// of such quotations in American news that lie in what is attributed to
/// somebody (PolNeAR, its part for training).
fn verdict(reason: Reason) -> (Role, f32) {
    match reason {
        Reason::Reported => (Role::Speech, 0.99),
        Reason::Introduced => (Role::Speech, 0.97),
        Reason::Sentence | Reason::Chain => (Role::Speech, 0.95),
        Reason::Clause => (Role::Fragment, 0.96),
        Reason::Few => (Role::Fragment, 0.87),
        Reason::Word => (Role::Term, 0.76),
        Reason::Named => (Role::Term, 0.75),
        // Those three are too rare there: they are guesses.
        Reason::Distanced => (Role::Term, 0.4),
        Reason::BetweenNames => (Role::Nickname, 0.1),
        Reason::Empty => (Role::Term, 0.0),
        Reason::Capitals => (Role::Title, 0.44),
        Reason::Work => (Role::Title, 0.32),
    }
}

fn reason(text: &str, paragraph: Span, quotation: &Quotation) -> Reason {
    let inner = &text[quotation.inner];
    let Some(first) = inner.chars().next() else { return Reason::Empty };
    let words = count_words(inner);
    let left = without_spaces(&text[paragraph.start()..quotation.span.start()]);
    let stopped = matches!(inner.as_bytes(), [.., b'.' | b'!' | b'?'])
        || inner.ends_with('…')
        || inner.ends_with('—');
    let ends = stopped || inner.ends_with(',');
    let name = first.is_uppercase() || first.is_numeric();
    // American style puts the stop of the sentence into a title that ends it.
    let title = name && words <= LONGEST_TITLE && !inner.ends_with(['!', '?']) && is_title(inner);
    if words < CLAUSE || title {
        let before = lexicon::word_before(left);
        let after = word_after(text, quotation.span.end());
        if title && words <= 2 && is_name(before) && is_name(after) && !ends {
            // In a headline every word looks like a name.
            if text[paragraph].ends_with(['.', '!', '?', '”', '"', '’', '\'']) {
                return Reason::BetweenNames;
            }
        }
        let introduced = lexicon::word_before(left.trim_end_matches([',', ':']));
        if title && (WORKS.has(introduced) || WORKS.has(after)) {
            return Reason::Work;
        }
        if before.eq_ignore_ascii_case("called") && left.ends_with("so-called") {
            return Reason::Distanced;
        }
        if !stopped && NAMING.has(before) {
            return Reason::Named;
        }
    }
    let starts = match left.as_bytes() {
        [] | [.., b'.' | b'!' | b'?' | b'"' | b'\'' | b')'] => true,
        _ => left.ends_with('”') || left.ends_with('’'),
    };
    if (ends || starts || words >= CLAUSE)
        && reporting::follows(text, quotation.span.end(), paragraph.end())
    {
        return Reason::Reported;
    }
    if left.ends_with(':') && (name || ends)
        || left.ends_with(',')
            && (name || ends)
            && reporting::is_near_end(text, paragraph.start(), left.len())
        || REPORTING.has(lexicon::word_before(left)) && (name && words > 1 || words >= CLAUSE)
    {
        return Reason::Introduced;
    }
    if title && words > 1 && !left.is_empty() {
        return Reason::Capitals;
    }
    // What goes on in the next paragraph is no phrase.
    let goes_on = !quotation.closed && !quotation.repaired;
    match words {
        _ if name && (ends || words > CLAUSE) || starts && ends || goes_on => Reason::Sentence,
        CLAUSE.. => Reason::Clause,
        2.. => Reason::Few,
        _ => Reason::Word,
    }
}

/// Counts the words of the text, as far as it matters.
fn count_words(text: &str) -> usize {
    // Words are not that long: no need to count.
    if text.len() > 14 * LONGEST_TITLE {
        return LONGEST_TITLE + 1;
    }
    // Sums of bytes, which cannot overflow here, take vector instructions.
    1 + usize::from(text.bytes().map(|byte| u8::from(byte == b' ')).sum::<u8>())
}

/// Returns the text without the spaces at its end.
fn without_spaces(mut text: &str) -> &str {
    while let Some(rest) = text.strip_suffix(' ') {
        text = rest;
    }
    text
}

/// Returns the word that follows a mark after a space.
fn word_after(text: &str, at: usize) -> &str {
    text[at..].strip_prefix(' ').map_or("", lexicon::word_at)
}

/// Whether the word is capitalized as names are, and none that only begins a
/// sentence.
fn is_name(word: &str) -> bool {
    word.len() > 1
        && word.chars().next().is_some_and(char::is_uppercase)
        && !matches!(
            word,
            "The"
                | "In"
                | "On"
                | "At"
                | "His"
                | "Her"
                | "An"
                | "Its"
                | "Their"
                | "This"
                | "That"
                | "With"
                | "For"
                | "From"
                | "By"
                | "As"
                | "But"
                | "And"
                | "It"
                | "He"
                | "She"
                | "They"
        )
}

/// Whether all words are capitalized, but for the short ones of titles, and not
/// all in capitals.
fn is_title(inner: &str) -> bool {
    inner.contains(char::is_lowercase)
        && inner.split(' ').all(|word| {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            match word.chars().next() {
                Some(first) => {
                    first.is_uppercase()
                        || first.is_numeric()
                        || matches!(
                            word,
                            "a" | "an"
                                | "and"
                                | "at"
                                | "by"
                                | "for"
                                | "from"
                                | "in"
                                | "of"
                                | "on"
                                | "or"
                                | "the"
                                | "to"
                                | "with"
                        )
                }
                None => true,
            }
        })
}
