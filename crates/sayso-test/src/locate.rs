use sayso_span::Span;

/// Returns where the quoted piece stands in the text.
///
/// `"said"` is the first `said` of the text, `"said#2"` the second. A piece may
/// end in a number sign and digits of its own: a piece that is in the text as
/// it is written is taken as it is written.
///
/// # Errors
///
/// If the text does not hold the piece (that often).
///
/// # Example
///
/// ```
/// use sayso_test::locate;
///
/// assert_eq!(locate("he said, she said", "said#2"), Ok((13..17).into()));
/// assert!(locate("he said", "told").is_err());
/// ```
pub fn locate(text: &str, piece: &str) -> Result<Span, String> {
    let (wanted, nth) = match piece.rsplit_once('#') {
        Some((before, digits)) if !text.contains(piece) => match digits.parse::<usize>() {
            Ok(nth) if nth > 0 => (before, nth),
            _ => (piece, 1),
        },
        _ => (piece, 1),
    };
    if wanted.is_empty() {
        return Err(format!("{piece:?} says nothing to look for"));
    }
    // Occurrences may overlap: the second `--` of `---` starts at its second byte.
    let mut from = 0;
    let mut found = None;
    for _ in 0..nth {
        let start = from
            + text[from..]
                .find(wanted)
                .ok_or_else(|| format!("{piece:?} is not in the text {text:?}"))?;
        from = start + text[start..].chars().next().map_or(1, char::len_utf8);
        found = Some(Span::new(start, start + wanted.len()));
    }
    found.ok_or_else(|| format!("{piece:?} is not in the text {text:?}"))
}

/// Returns where the pieces stand in the text, each after the end of the one
/// before it.
///
/// # Errors
///
/// If a piece does not follow.
///
/// # Example
///
/// ```
/// use sayso_test::locate_all;
///
/// let spans = locate_all("a b a", ["a", "a"]).unwrap();
/// assert_eq!(spans, [0..1, 4..5]);
/// ```
pub fn locate_all<S: AsRef<str>>(
    text: &str,
    pieces: impl IntoIterator<Item = S>,
) -> Result<Vec<Span>, String> {
    let mut from = 0;
    let mut spans = Vec::new();
    for piece in pieces {
        let piece = piece.as_ref();
        if piece.is_empty() {
            return Err("an expected piece is empty".to_string());
        }
        let start = from
            + text[from..].find(piece).ok_or_else(|| {
                format!("{piece:?} does not follow byte {from} of the text {text:?}")
            })?;
        from = start + piece.len();
        spans.push(Span::new(start, from));
    }
    Ok(spans)
}
