use alloc::{sync::Arc, vec::Vec};

use sayso_span::Span;

use crate::{
    Attribution, Config, Entities, Explanation, Input, Model, Origin, addressee, aside, called,
    candidate::Candidate,
    colon, coordination, cue, dateline,
    document::Document,
    extension, extent, headline, kind, layers,
    learned::{self, Learned},
    main_clause, mended, nested, own_paragraph, plain, reserve, rules, source,
    spellings::Spellings,
    stirred, view, whole,
};

/// Finds attributions.
///
/// With a [`Model`], which there is unless the feature `compiled-data` is
/// switched off, attributions are what it has learned to be ones. Rules settle where
/// they begin and end, add what it misses that is plain to see, and the
/// quotations that no cue introduces. Without a model, rules do it all: they
/// find plain reported speech.
#[derive(Clone, Debug)]
pub struct Attributor {
    config: Config,
    model: Option<Arc<Model>>,
}

impl Default for Attributor {
    fn default() -> Attributor {
        Attributor::new()
    }
}

impl Attributor {
    /// Returns an attributor with the default configuration, and with the model
    /// for English if it is compiled in.
    pub fn new() -> Attributor {
        Attributor::with_config(Config::default())
    }

    /// Returns an attributor with the given configuration, and with the model
    /// for English if it is compiled in.
    pub fn with_config(config: Config) -> Attributor {
        Attributor { config, model: compiled() }
    }

    /// Returns an attributor with the given configuration that has only rules.
    pub fn with_rules(config: Config) -> Attributor {
        Attributor { config, model: None }
    }

    /// Returns an attributor with the given configuration and a model.
    pub fn with_model(config: Config, model: Model) -> Attributor {
        Attributor { config, model: Some(Arc::new(model)) }
    }

    /// Returns the attributions of the text, in order of their first span.
    pub fn attributions(&self, input: Input<'_>) -> Vec<Attribution> {
        self.attributions_and_entities(input).0
    }

    /// Returns the attributions of the text, in order of their first span, and
    /// everybody whom the text mentions, in order of the first mention.
    pub fn attributions_and_entities(&self, input: Input<'_>) -> (Vec<Attribution>, Entities) {
        let spellings = Spellings::new(input);
        let mut attributions = self.read(input, &spellings);
        if self.config.gives_nested() {
            nested::add(input, &mut attributions, self.config.least(), |input| {
                let spellings = Spellings::new(input);
                let mut found = self.read(input, &spellings);
                if self.model.is_some() {
                    plain::add(&mut found, self.read_plainly(input, &spellings));
                }
                found
            });
            attributions.sort_by_key(first);
        }
        let entities = crate::speaker::name_speakers(input, spellings, &mut attributions);
        (attributions, entities)
    }

    /// Returns the attributions without their speakers, explained if that is
    /// asked for.
    fn read(&self, input: Input<'_>, spellings: &Spellings) -> Vec<Attribution> {
        let mut attributions = self.find(input, spellings);
        if self.config.explains() {
            self.explain(input, spellings, &mut attributions);
        }
        attributions
    }

    /// Returns the attributions without their speakers.
    fn find(&self, input: Input<'_>, spellings: &Spellings) -> Vec<Attribution> {
        // What the model reads and what the rules read is large: first the one,
        // then the other.
        let least = self.config.least();
        let learned =
            self.model.as_ref().map(|model| learned::candidates(model, input, spellings, least));
        let document = Document::new(input, spellings);
        let candidates = match learned {
            Some(Learned { mut candidates, reserve }) => {
                reserve::draw(&document, &mut candidates, reserve, least);
                view::add(&document, &mut candidates);
                aside::add(&document, &mut candidates);
                called::add(&document, &mut candidates);
                candidates
            }
            None => rules::candidates(&document, &cue::cues(&document, 0..document.len())),
        };
        attributions(&document, candidates)
    }

    /// Returns what rules find of clauses that are reported, explained if that is asked
    /// for.
    fn read_plainly(&self, input: Input<'_>, spellings: &Spellings) -> Vec<Attribution> {
        let document = Document::new(input, spellings);
        let mut candidates =
            rules::candidates(&document, &cue::cues(&document, 0..document.len()));
        plain::keep_clauses(&document, &mut candidates);
        let mut attributions = attributions(&document, candidates);
        if self.config.explains() {
            for one in &mut attributions {
                one.explanation = Some(Explanation::of(Origin::Rule).into());
            }
        }
        attributions
    }

    /// Adds the explanations: reads the text once more.
    fn explain(&self, input: Input<'_>, spellings: &Spellings, attributions: &mut [Attribution]) {
        for one in attributions.iter_mut() {
            let origin = if one.cue.is_some() { Origin::Rule } else { Origin::Quotation };
            one.explanation = Some(Explanation::of(origin).into());
        }
        if let Some(model) = &self.model {
            let reading = model.read_spellings(input, spellings);
            model.explain(input.tokens, &reading, attributions);
        }
    }

    /// Fills in the speakers of attributions, whoever found them: the fullest
    /// name that the article has for whom the source means. Returns everybody
    /// whom the article mentions, speaker or not.
    ///
    /// Surnames, titles alone, pronouns, descriptions and appositions are
    /// resolved; a party without a name is described. Speakers that were there
    /// before are replaced. Where nobody is meant or nobody is known, the list
    /// stays empty: no name is guessed.
    ///
    /// Names are found by their capitals, by small lists of words, and by how
    /// often news writes a word in lower case. Pronouns are resolved in one pass
    /// over the article by a weighted sum of how near a person was mentioned,
    /// as what, and who has spoken last, after Lappin and Leass (1994), with the
    /// speaker as one more salient role. No model is trained for it.
    ///
    /// # Guarantees
    ///
    /// Every name and description stands in the text, but for white space.
    /// Each speaker is the name of one of the entities. The same input has the
    /// same answer.
    ///
    /// # Panics
    ///
    /// If a span is not inside the text or cuts a character.
    ///
    /// # Complexity
    ///
    /// *O*(*n* log *n*) in the number of tokens: nothing looks back further than
    /// a fixed number of mentions.
    ///
    /// # Example
    ///
    /// This example names the speaker of an attribution that is given.
    ///
    /// ```
    /// use sayso_attribution::{Attribution, Attributor, Input};
    /// use sayso_span::Span;
    ///
    /// let text = "Maria Delgado came back. She said it rained.";
    /// let tokens: Vec<Span> = text
    ///     .split_inclusive([' ', '.'])
    ///     .scan(0, |end, word| {
    ///         *end += word.len();
    ///         Some(Span::new(*end - word.len(), *end).trim(text))
    ///     })
    ///     .filter(|token| !token.is_empty())
    ///     .collect();
    /// let sentences = [Span::new(0, 24), Span::new(25, 44)];
    /// let source = Some(Span::new(25, 28));
    /// let mut attributions = [Attribution::new(source, None, vec![Span::new(34, 43)])];
    ///
    /// let input = Input { text, tokens: &tokens, sentences: &sentences, quotations: &[], names: &[] };
    /// let entities = Attributor::new().name_speakers(input, &mut attributions);
    /// assert_eq!(attributions[0].speakers[0].to_string(), "Maria Delgado");
    /// let mentions = &entities[attributions[0].entities[0]].mentions;
    /// assert_eq!(mentions, &[Span::new(0, 13), Span::new(25, 28)]);
    /// ```
    pub fn name_speakers(&self, input: Input<'_>, attributions: &mut [Attribution]) -> Entities {
        crate::speaker::name_speakers(input, Spellings::new(input), attributions)
    }
}

/// Returns the model that is compiled in.
#[cfg(feature = "compiled-data")]
fn compiled() -> Option<Arc<Model>> {
    let model = Model::from_bytes(sayso_attribution_en::MODEL);
    Some(Arc::new(model.expect("the model of the package is one of this version")))
}

#[cfg(not(feature = "compiled-data"))]
fn compiled() -> Option<Arc<Model>> {
    None
}

/// Settles where candidates begin and end and which of them stand, and returns these as
/// attributions without speakers, with those that have no words for it.
fn attributions(document: &Document<'_>, mut candidates: Vec<Candidate>) -> Vec<Attribution> {
    stirred::leave_out(document, &mut candidates);
    stirred::leave_titles(document, &mut candidates);
    addressee::leave_out(document, &mut candidates);
    for candidate in &mut candidates {
        dateline::leave(document, candidate);
        source::take_relative(document, candidate);
        source::leave_reports(document, candidate);
        colon::take_subject(document, candidate);
        colon::take_verb(document, candidate);
        addressee::take_infinitive(document, candidate);
        addressee::take(document, candidate);
        extent::settle(document, candidate);
        aside::settle(document, candidate);
        main_clause::leave(document, candidate);
    }
    coordination::settle(document, &mut candidates);
    for candidate in &mut candidates {
        mended::mend(document, candidate);
    }
    whole::keep_whole(document, &mut candidates);
    candidates.extend(colon::candidates(document));
    let mut settled = colon::settled(document);
    settled.extend(headline::settled(document));
    let mut outer = layers::outer(document, settled, candidates);
    own_paragraph::part(document, &mut outer);
    let found = extension::extend(document, outer);
    let mut attributions: Vec<Attribution> =
        found.into_iter().filter_map(|candidate| finish(document, candidate)).collect();
    attributions.shrink_to_fit();
    attributions.sort_by_key(first);
    attributions
}

/// Turns tokens into bytes, and takes source and cue out of the content.
fn finish(document: &Document<'_>, mut candidate: Candidate) -> Option<Attribution> {
    candidate.separate();
    let kind = kind::kind(document, &candidate);
    let Candidate { source, cue, content, confidence, .. } = candidate;
    if content.is_empty() {
        return None;
    }
    let span = |range| document.span(range);
    let mut content: Vec<Span> = content.into_iter().map(span).collect();
    content.shrink_to_fit();
    let found = Attribution::new(source.map(span), cue.map(span), content);
    Some(Attribution { kind, confidence, ..found })
}

/// The start of the first span, and of the cue, or of the content without one.
fn first(attribution: &Attribution) -> (usize, usize) {
    let Attribution { source, cue, content, .. } = attribution;
    let first = content.iter().chain(source).chain(cue).map(|span| span.start()).min();
    let second = cue.as_ref().or(content.first()).map_or(0, |span| span.start());
    (first.unwrap_or(0), second)
}
