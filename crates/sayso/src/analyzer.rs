use alloc::vec::Vec;

use sayso_attribution::{Attributor, Gender, Input, Name, NameKind, Quoted};
use sayso_gazetteer::{Gazetteer, Gazetteers};
use sayso_quote::QuotationFinder;
use sayso_sentence::SentenceSegmenter;
use sayso_span::Span;
use sayso_token::{Token, Tokenizer};

use crate::{Analysis, Attribution, Entities, Mention, Quotation};

/// Collects what an [`Analyzer`] is to use.
///
/// # Example
///
/// This example asks for attributions that are likely right, and for no names.
///
/// ```
/// use sayso::{
///     Analyzer,
///     attribution::{Attributor, Config},
/// };
///
/// let attributor = Attributor::with_config(Config::precise());
/// let analyzer = Analyzer::builder().without_gazetteer().attributor(attributor).build();
/// assert!(analyzer.analyze("“No,” said Ms. May in London.").mentions.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    gazetteers: Gazetteers,
    /// It goes behind them.
    news: Option<Gazetteer>,
    attributor: Option<Attributor>,
}

impl Default for Builder {
    fn default() -> Builder {
        #[cfg(feature = "news")]
        let news = Some(Gazetteer::news());
        #[cfg(not(feature = "news"))]
        let news = None;
        Builder { gazetteers: Gazetteers::new(), news, attributor: None }
    }
}

impl Builder {
    /// Returns a builder with the defaults.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Adds a gazetteer whose mentions are looked for.
    ///
    /// It goes before those that are added after it, and before the one for news
    /// that is looked for by default (with the feature `news`): what overlaps one
    /// of its mentions is no mention of theirs.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Builder {
        self.gazetteers.push(gazetteer);
        self
    }

    /// Looks for no names but those of gazetteers that are added after this: not
    /// for those of the news either.
    pub fn without_gazetteer(mut self) -> Builder {
        self.gazetteers = Gazetteers::new();
        self.news = None;
        self
    }

    /// Sets the attributor, with another configuration or model than its
    /// default.
    pub fn attributor(mut self, attributor: Attributor) -> Builder {
        self.attributor = Some(attributor);
        self
    }

    /// Returns the analyzer.
    pub fn build(self) -> Analyzer {
        let Builder { mut gazetteers, news, attributor } = self;
        if let Some(news) = news {
            gazetteers.push(news);
        }
        Analyzer {
            tokenizer: Tokenizer::default(),
            segmenter: SentenceSegmenter::default(),
            finder: QuotationFinder::default(),
            gazetteers,
            attributor: attributor.unwrap_or_default(),
        }
    }
}

/// Reads articles: text in, [`Analysis`] out.
///
/// It is immutable and `Send + Sync`: build it once, and share it.
///
/// # Example
///
/// ```
/// let analyzer = sayso::Analyzer::new();
/// let text = "He left at 4:30 p.m. Nobody asked.";
/// let analysis = analyzer.analyze(text);
/// assert_eq!(&text[analysis.sentences[1].span], "Nobody asked.");
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    tokenizer: Tokenizer,
    segmenter: SentenceSegmenter,
    finder: QuotationFinder,
    gazetteers: Gazetteers,
    attributor: Attributor,
}

impl Default for Analyzer {
    fn default() -> Analyzer {
        Builder::default().build()
    }
}

impl Analyzer {
    /// Returns an analyzer with the defaults.
    pub fn new() -> Analyzer {
        Analyzer::default()
    }

    /// Returns a builder with the defaults.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns the gazetteers whose mentions are looked for, the one for news last.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso::{Analyzer, gazetteer::Builder};
    ///
    /// let mut ships = Builder::new();
    /// ships.entry("MV-12", "ship", "Florida");
    /// let analyzer = Analyzer::builder().gazetteer(ships.build()?).build();
    ///
    /// let mention = analyzer.analyze("The Florida has been seen.").mentions[0];
    /// assert_eq!(analyzer.gazetteers().entry(mention).key, "MV-12");
    /// # Ok::<(), sayso::gazetteer::BuildError>(())
    /// ```
    pub fn gazetteers(&self) -> &Gazetteers {
        &self.gazetteers
    }

    /// Returns everything that is found in the text.
    ///
    /// It never fails and never panics, whatever the text.
    ///
    /// # Complexity
    ///
    /// Time and memory are linear in the length of the text.
    pub fn analyze(&self, text: &str) -> Analysis {
        self.read(text, |input| self.attributor.attributions_and_entities(input))
    }

    /// Returns what [`analyze`](Analyzer::analyze) does, with attributions that
    /// somebody else has found in place of one's own: their speakers are named.
    ///
    /// # Panics
    ///
    /// If a span of theirs is not inside the text or cuts a character.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso::{Analyzer, Attribution, Span};
    ///
    /// let text = "Ruth Adeyemi resigned. She blamed the weather.";
    /// let given = Attribution::new(Some(Span::new(23, 26)), None, vec![Span::new(34, 45)]);
    /// let analysis = Analyzer::new().analyze_given(text, vec![given]);
    /// assert_eq!(analysis.attributions[0].speakers[0].to_string(), "Ruth Adeyemi");
    /// ```
    pub fn analyze_given(&self, text: &str, attributions: Vec<Attribution>) -> Analysis {
        self.read(text, |input| {
            let mut attributions = attributions;
            let entities = self.attributor.name_speakers(input, &mut attributions);
            (attributions, entities)
        })
    }

    fn read(
        &self,
        text: &str,
        attribute: impl FnOnce(Input<'_>) -> (Vec<Attribution>, Entities),
    ) -> Analysis {
        // What the attributor needs of a token is two thirds of it; to have both
        // at once would be a third of all the memory.
        let mut spans: Vec<Span> = Vec::with_capacity(text.len() / 4);
        let mut kinds = Vec::with_capacity(text.len() / 4);
        for token in self.tokenizer.tokens(text) {
            spans.push(token.span);
            kinds.push(token.kind);
        }
        spans.shrink_to_fit();
        kinds.shrink_to_fit();
        let sentences = exact(self.segmenter.sentences(text));
        let quotations = self.finder.quotations(text).to_vec();
        let mut mentions = self.gazetteers.mentions(text);
        mentions.shrink_to_fit();
        let (attributions, entities) = {
            let names = mentions.iter().filter_map(|&mention| name(&self.gazetteers, mention));
            let names: Vec<Name<'_>> = exact(names);
            let sentences: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
            let quotations: Vec<Quoted> = quotations.iter().map(quoted).collect();
            attribute(Input {
                text,
                tokens: &spans,
                sentences: &sentences,
                quotations: &quotations,
                names: &names,
            })
        };
        let tokens = spans.into_iter().zip(kinds).map(|(span, kind)| Token::new(span, kind));
        let tokens = tokens.collect();
        Analysis { tokens, sentences, quotations, mentions, attributions, entities }
    }
}

/// Collects without room for more: what is found lives as long as the analysis,
/// and a list that has grown may be half empty.
fn exact<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.shrink_to_fit();
    all
}

/// Returns what a quotation tells the attributor.
fn quoted(quotation: &Quotation) -> Quoted {
    let Quotation { span, inner, depth, chain, speech, .. } = *quotation;
    Quoted { span, inner, depth, chain, speech }
}

/// Returns what a mention tells the attributor, if its type is one that the
/// attributor knows.
fn name(gazetteers: &Gazetteers, mention: Mention) -> Option<Name<'_>> {
    let entry = gazetteers.entry(mention);
    let is_alone = || gazetteers.entries(mention).nth(1).is_none();
    let kind = match entry.kind {
        "person" => NameKind::Person,
        "given-name" => NameKind::GivenName,
        "title" => NameKind::Title,
        "organization" | "media" | "company" => NameKind::Organization,
        "country" | "state" | "city" | "county" | "region" | "place" => NameKind::Place,
        "people" => NameKind::Group,
        // A month that is a given name too, such as May, tells nothing.
        "date" if is_alone() => NameKind::Stop,
        _ => return None,
    };
    let gender = match entry.property("gender") {
        Some("feminine") => Some(Gender::Feminine),
        Some("masculine") => Some(Gender::Masculine),
        _ => None,
    };
    // Who has two keys may be either.
    let key = (entry.kind == "person" && is_alone()).then_some(entry.key);
    Some(Name { span: mention.span, kind, gender, name: entry.name, key })
}
