//! Laws: what holds for the spans that an analysis returns, whatever the text.
//!
//! Property tests, fuzz targets and replays of past crashes all call these. A
//! law panics where it is broken and says where.

use sayso_span::Span;

/// Tokens and sentences: in order, disjoint, not empty, without white space at
/// their ends, on character boundaries, and nothing but white space outside.
///
/// # Panics
///
/// If any of it does not hold.
pub fn tile(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        fits(text, span);
        assert!(!span.is_empty(), "{span} is empty");
        assert!(span.start() >= end, "{span} starts before {end}, where the one before it ends");
        let piece = &text[span];
        assert_eq!(piece, piece.trim(), "{span} has white space at an end");
        blank(text, Span::new(end, span.start()));
        end = span.end();
    }
    blank(text, Span::new(end, text.len()));
}

/// A span lies inside the text and cuts no character.
///
/// # Panics
///
/// If it does not.
pub fn fits(text: &str, span: Span) {
    assert!(span.fits(text), "{span} does not fit a text of {} bytes", text.len());
}

/// Any two spans either are disjoint or one covers the other; and a span comes
/// before those that it covers.
///
/// # Panics
///
/// If two spans cross or are out of order.
pub fn nest(spans: impl IntoIterator<Item = Span>) {
    let mut open: Vec<Span> = Vec::new();
    let mut start = 0;
    for span in spans {
        assert!(span.start() >= start, "{span} is out of order");
        start = span.start();
        while open.last().is_some_and(|outer| outer.end() <= span.start()) {
            open.pop();
        }
        if let Some(outer) = open.last() {
            assert!(outer.covers(span), "{span} crosses {outer}");
        }
        open.push(span);
    }
}

/// Spans inside the text, trimmed, not empty, and without a byte in common,
/// in any order.
///
/// # Panics
///
/// If any of it does not hold.
pub fn apart(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut spans: Vec<Span> = spans.into_iter().collect();
    spans.sort_by_key(|span| span.start());
    for &span in &spans {
        fits(text, span);
        assert!(!span.is_empty(), "{span} is empty");
        assert_eq!(span.trim(text), span, "{span} has white space at an end");
    }
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{} and {} overlap", pair[0], pair[1]);
    }
}

/// What is nested lies in one of the contents: each of its spans lies in one of
/// the spans of that content.
///
/// # Panics
///
/// If it lies in none.
pub fn within<'a>(
    spans: impl IntoIterator<Item = Span> + Clone,
    contents: impl IntoIterator<Item = &'a [Span]>,
) {
    let holds = |content: &[Span]| {
        let mut spans = spans.clone().into_iter();
        spans.all(|span| content.iter().any(|part| part.covers(span)))
    };
    let found = contents.into_iter().any(holds);
    let all: Vec<Span> = spans.into_iter().collect();
    assert!(found, "no content has {all:?}");
}

/// A quotation, as laws see it.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    /// Where it stands, with its marks.
    pub span: Span,
    /// What is between the marks.
    pub inner: Span,
    /// In how many others it lies.
    pub depth: usize,
    /// The position of the one that it lies in.
    pub parent: Option<usize>,
    /// The number of its chain.
    pub chain: usize,
    /// The mark that opens it.
    pub open: Option<&'a str>,
    /// The mark that closes it.
    pub close: Option<&'a str>,
}

/// Makes a [`Quoted`](crate::laws::Quoted) of a quotation as `sayso-quote` has them,
/// which this crate does not know: of whatever has the same fields.
///
/// # Example
///
/// ```
/// use sayso_test::{as_quoted, laws};
///
/// # struct Mark;
/// # impl Mark { fn as_str(&self) -> &'static str { "'" } }
/// # struct Quotation {
/// #     span: sayso_span::Span, inner: sayso_span::Span, depth: usize, parent: Option<usize>,
/// #     chain: usize, open: Option<Mark>, close: Option<Mark>,
/// # }
/// # let (span, inner) = ((0..4).into(), (1..3).into());
/// # let (open, close) = (Some(Mark), Some(Mark));
/// let found = [Quotation { span, inner, depth: 0, parent: None, chain: 0, open, close }];
/// let quoted: Vec<laws::Quoted<'_>> = found.iter().map(|q| as_quoted!(q)).collect();
/// laws::quoted("'No'", &quoted);
/// ```
#[macro_export]
macro_rules! as_quoted {
    ($quotation:expr) => {
        $crate::laws::Quoted {
            span: $quotation.span,
            inner: $quotation.inner,
            depth: $quotation.depth,
            parent: $quotation.parent,
            chain: $quotation.chain,
            open: $quotation.open.as_ref().map(|mark| mark.as_str()),
            close: $quotation.close.as_ref().map(|mark| mark.as_str()),
        }
    };
}

/// Quotations: they nest, depths and parents say how; marks stand at the ends;
/// what is between is trimmed; none goes over a blank line; chains are numbered
/// in order, go from paragraph to paragraph, and only their last is closed.
///
/// # Panics
///
/// If any of it does not hold.
pub fn quoted(text: &str, quotations: &[Quoted<'_>]) {
    nest(quotations.iter().map(|q| q.span));
    let mut chains: Vec<&Quoted<'_>> = Vec::new();
    for (position, q) in quotations.iter().enumerate() {
        fits(text, q.span);
        fits(text, q.inner);
        assert!(
            !q.span.is_empty() && q.span.covers(q.inner),
            "{q:?} does not cover what is in it"
        );
        assert_eq!(q.inner.trim(text), q.inner, "{q:?} has white space at an end");
        let (left, right) = (q.open.unwrap_or_default(), q.close.unwrap_or_default());
        let marks = q.span.start() + left.len()..q.span.end() - right.len();
        assert!(text[q.span].starts_with(left) && text[q.span].ends_with(right), "marks of {q:?}");
        assert!(q.inner.start() >= marks.start && q.inner.end() <= marks.end, "marks of {q:?}");
        let mut lines = text[q.span].split('\n').skip(1);
        assert!(!lines.any(|line| line.trim().is_empty()), "{q:?} goes over a blank line");
        let outer = q.parent.map(|parent| {
            assert!(parent < position, "{q:?} comes before its parent");
            &quotations[parent]
        });
        assert_eq!(q.depth, outer.map_or(0, |outer| outer.depth + 1), "the depth of {q:?}");
        assert!(outer.is_none_or(|outer| outer.span.covers(q.span)), "{q:?} leaves its parent");
        let next = quotations.get(position + 1);
        let inside = next.filter(|next| q.span.covers(next.span));
        assert!(inside.is_none_or(|next| next.parent == Some(position)), "{q:?} has lost a child");
        match chains.get_mut(q.chain) {
            Some(before) => {
                let gap = Span::new(before.span.end(), q.span.start());
                assert!(before.close.is_none(), "{q:?} goes on from one that is closed");
                assert!(
                    text[gap].contains(BREAKS),
                    "{q:?} goes on in the paragraph of {before:?}"
                );
                *before = q;
            }
            None => {
                assert_eq!(q.chain, chains.len(), "the chain of {q:?}");
                chains.push(q);
            }
        }
    }
}

const MARKS: &str = "\"'`‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇<,";
const BREAKS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// Returns the text with its quotations marked beyond doubt, and where they
/// then are: every quotation has both its marks, and they are `「」` or, at odd
/// depths, `『』`; every other character that a mark is made of, or that hides marks,
/// is an `X`.
///
/// Whoever finds the quotations of the text must find those of the new text.
pub fn rewritten(text: &str, quotations: &[Quoted<'_>]) -> (String, Vec<Span>) {
    let mut out = String::with_capacity(text.len());
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut skip = 0;
    let close = |out: &mut String, spans: &mut Vec<Span>, position: usize| {
        let q: &Quoted<'_> = &quotations[position];
        if let Some(mark) = q.close {
            // The mark is in already, as so many other characters.
            let chars = text[q.span.end() - mark.len()..q.span.end()].chars().count();
            for _ in 0..chars {
                out.pop();
            }
        }
        out.push(if q.depth % 2 == 0 { '」' } else { '』' });
        spans[position] = Span::new(spans[position].start(), out.len());
    };
    for (at, c) in text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]) {
        while let Some(&position) = open.last().filter(|&&p| quotations[p].span.end() <= at) {
            close(&mut out, &mut spans, position);
            open.pop();
        }
        while let Some(q) = quotations.get(next).filter(|q| q.span.start() == at) {
            spans.push(Span::empty(out.len()));
            out.push(if q.depth % 2 == 0 { '「' } else { '『' });
            skip = at + q.open.map_or(0, str::len);
            open.push(next);
            next += 1;
        }
        let Some(c) = c else { break };
        if at < skip {
            continue;
        }
        let joined = !open.is_empty() && BREAKS.contains(&c);
        out.push(if joined {
            ' '
        } else if MARKS.contains(c) {
            'X'
        } else {
            c
        });
    }
    (out, spans)
}

/// A name that is reported stands in the text, but for white space.
///
/// # Panics
///
/// If it does not.
pub fn occurs(text: &str, name: &str) {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!name.is_empty(), "a name is empty");
    assert!(line(text).contains(&line(name)), "{name:?} is not in the text");
}

fn blank(text: &str, gap: Span) {
    let lost = text[gap].trim();
    assert!(lost.is_empty(), "{lost:?} lies outside every span, in {gap}");
}

/// Mentions of entities, those of one after those of another: each lies in the
/// text, those of one entity are in order, and no two are of the same words.
///
/// # Panics
///
/// If they are not.
pub fn mentions<'m>(text: &str, entities: impl IntoIterator<Item = &'m [Span]>) {
    let mut all: Vec<Span> = Vec::new();
    for one in entities {
        for (index, &mention) in one.iter().enumerate() {
            fits(text, mention);
            assert!(!mention.is_empty(), "a mention at {} has no words", mention.start());
            let before = index.checked_sub(1).map_or(0, |before| one[before].start());
            assert!(before <= mention.start(), "{mention:?} is out of order");
        }
        all.extend(one);
    }
    all.sort_by_key(|mention| (mention.start(), mention.end()));
    for pair in all.windows(2) {
        assert_ne!(pair[0], pair[1], "{:?} mentions two", &text[pair[0]]);
    }
}
