use alloc::vec::Vec;

use sayso_span::Span;

use crate::{Config, Convention, Mark, Quotation, Quotations, Reason, Role};

/// Finds the quotations of texts.
///
/// It never fails: whatever the text, it returns quotations that nest.
///
/// # Example
///
/// ```
/// use sayso_quote::QuotationFinder;
///
/// let text = "“We will not wait,” said Ms. May.";
/// let found = QuotationFinder::new().quotations(text);
/// assert_eq!(&text[found[0].span], "“We will not wait,”");
/// ```
#[derive(Clone, Debug, Default)]
pub struct QuotationFinder {
    config: Config,
}

impl QuotationFinder {
    /// Returns a finder with the default configuration.
    pub fn new() -> QuotationFinder {
        QuotationFinder::with_config(Config::default())
    }

    /// Returns a finder with the given configuration.
    pub fn with_config(config: Config) -> QuotationFinder {
        QuotationFinder { config }
    }

    /// Returns the quotations of the text, in order of their opening marks.
    ///
    /// # Complexity
    ///
    /// Time linear in the length of the text.
    pub fn quotations(&self, text: &str) -> Quotations {
        let mut found: Vec<Quotation> = Vec::new();
        let mut chain = 0;
        let mut goes_on = false;
        let mut start = 0;
        for paragraph in text.split_inclusive('\n') {
            let end = start + paragraph.trim_end().len();
            let mut open: Option<(usize, Mark)> = None;
            let mut push = |from: (usize, Mark), close: Option<(usize, Mark)>, goes_on: bool| {
                if !goes_on {
                    chain += usize::from(!found.is_empty());
                }
                let to = close.map_or(end, |(at, mark)| at + mark.as_str().len());
                let inner =
                    Span::new(from.0 + from.1.as_str().len(), close.map_or(end, |(at, _)| at));
                let words = text[inner].split(' ').count();
                found.push(Quotation {
                    span: Span::new(from.0, to),
                    inner: inner.trim(text),
                    depth: 0,
                    parent: None,
                    chain,
                    open: Some(from.1),
                    close: close.map(|(_, mark)| mark),
                    closed: close.is_some(),
                    repaired: false,
                    role: if words > 4 { Role::Speech } else { Role::Fragment },
                    reason: if words > 4 { Reason::Long } else { Reason::Short },
                    speech: if words > 4 { 0.95 } else { 0.6 },
                });
            };
            let mut first = true;
            for (at, c) in paragraph.char_indices() {
                let at = start + at;
                let mark = match c {
                    '"' => Mark::Straight,
                    '“' => Mark::Left,
                    '”' => Mark::Right,
                    _ => continue,
                };
                match open.take() {
                    None => open = Some((at, mark)),
                    Some(from) => {
                        push(from, Some((at, mark)), goes_on && first);
                        first = false;
                    }
                }
            }
            let unclosed = open.is_some();
            if let Some(from) = open {
                push(from, None, goes_on && first);
            }
            if !paragraph.trim().is_empty() {
                goes_on = unclosed;
            }
            start += paragraph.len();
        }
        Quotations { found, convention: self.config.convention.unwrap_or(Convention::default()) }
    }
}

/// Returns the quotations of the text, in order of their opening marks, found
/// with the default configuration.
///
/// # Example
///
/// ```
/// let text = "“No,” she said, and left “for good”.";
/// let found = sayso_quote::quotations(text);
/// let quoted: Vec<&str> = found.iter().map(|q| &text[q.inner]).collect();
/// assert_eq!(quoted, ["No,", "for good"]);
/// ```
pub fn quotations(text: &str) -> Quotations {
    QuotationFinder::new().quotations(text)
}
