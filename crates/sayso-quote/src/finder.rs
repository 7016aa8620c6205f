use core::mem;

use crate::{
    Config, Quotations, assembler::Assembler, context::Context, decoder::Decoder,
    paragraph::Paragraph, scanner::Scanner, shapes::Shapes,
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
    /// Time linear in the length of the text, whatever it is. Memory for what is
    /// returned, and for the marks of three paragraphs.
    pub fn quotations(&self, text: &str) -> Quotations {
        let mut scanner = Scanner::new(text);
        let mut shapes = Shapes::of(self.config.convention);
        let mut turned = self.config.convention.is_some();
        let mut decoder = Decoder::new();
        let mut assembler = Assembler::new(text);
        // The paragraph that is read, and two after it.
        let mut window = [(); 3].map(|()| Paragraph::new());
        for paragraph in &mut window {
            scanner.read(paragraph);
        }
        while !window[0].span.is_empty() {
            if scanner.has_met_guillemets() && !turned {
                shapes.turn_as(text);
                turned = true;
            }
            let found = decoder.decode(&Context { text, shapes: &shapes, window: &window });
            assembler.add(&window[0], found);
            let [this, next, after] = &mut window;
            mem::swap(this, next);
            mem::swap(next, after);
            scanner.read(after);
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
