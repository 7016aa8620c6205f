use alloc::vec::Vec;

use crate::{
    Config, Quotations, assembler::Assembler, context::Context, decoder::Decoder,
    scanner::Scanner, shapes::Shapes,
};

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
    /// Time linear in the length of the text, whatever it is. Memory for the
    /// marks and lines of the text, and for what is returned.
    pub fn quotations(&self, text: &str) -> Quotations {
        let scan = Scanner::scan(text);
        let candidates = &scan.candidates[..];
        let paragraphs = scan.layout.paragraphs(text, candidates.len());
        let shapes = Shapes::of(candidates, self.config.convention);
        let mut decoder = Decoder::new(candidates, &shapes);
        let mut assembler = Assembler::new(text, candidates);
        let mut found = Vec::new();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let context =
                Context { text, candidates, shapes: &shapes, paragraphs: &paragraphs[number..] };
            if !paragraph.candidates.is_empty() {
                found.clear();
                decoder.decode(paragraph.candidates.clone(), &context, &mut found);
            } else {
                found.clear();
            }
            assembler.add(paragraph, &found);
        }
        let (mut quotations, census) = assembler.finish();
        quotations.convention = self.config.convention.unwrap_or_else(|| census.convention());
        quotations
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
