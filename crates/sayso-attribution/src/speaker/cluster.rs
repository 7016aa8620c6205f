//! Which mentions name the same.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::{
    article::Article,
    figure::{Figure, FigureId, name_terms},
    gender::slot,
    lexicon::Classes,
    mention::{Kind, Mention},
    spelling::long_word,
    vocabulary::Term,
    word::WordKind,
};

/// How many figures with a word in common are looked at, the last ones. More
/// would cost quadratic time in a text that names ten thousand Smiths.
pub(super) const REACH: usize = 24;

/// Puts the mentions into figures, and returns these.
///
/// Names of several words come first, those of running text before those of
/// headlines; then single words, each by the names of several words that it may
/// be short for.
pub(super) fn cluster(article: &Article<'_>, mentions: &mut [Mention]) -> Vec<Figure> {
    let mut clusters = Clusters::new(article, mentions);
    let title_case = |mention: &Mention| {
        article.sentences[article.words[mention.name.start()].sentence].title_case
    };
    let named = |m: &Mention| !matches!(m.kind, Kind::Role | Kind::People);
    for (index, mention) in mentions.iter_mut().enumerate() {
        if named(mention) && !mention.is_single() && !title_case(mention) {
            clusters.add_full(index, mention);
        }
    }
    let mut narrowed = Vec::new();
    for (index, mention) in mentions.iter_mut().enumerate() {
        if named(mention) && !mention.is_single() && title_case(mention) {
            let known = clusters.known_part(mention);
            match known {
                Some(part) if part != mention.name => {
                    mention.name = part;
                    mention.run = part;
                    mention.kind = Kind::Unknown;
                    narrowed.push(index);
                }
                _ => clusters.add_full(index, mention),
            }
        }
    }
    for index in narrowed {
        if !mentions[index].is_single() {
            clusters.add_full(index, &mut mentions[index]);
        }
    }
    for figure in &mut clusters.figures {
        figure.mentions.sort_unstable();
    }
    for index in 0..mentions.len() {
        let mention = &mentions[index];
        if mention.is_single() && (named(mention) || clusters.is_surname(mention)) {
            let (before, rest) = mentions.split_at_mut(index);
            clusters.add_single(index, &mut rest[0], before);
        }
    }
    let mut figures = clusters.figures;
    for figure in &mut figures {
        figure.mentions.sort_unstable();
    }
    figures
}

/// The figures found so far, and how to find them by the words of a name.
pub(super) struct Clusters<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) figures: Vec<Figure>,
    /// What each way of writing a name is, over all places that write it so.
    pub(super) kinds: BTreeMap<Vec<Term>, Kind>,
    /// By all words of a way of writing the name.
    pub(super) by_form: BTreeMap<Vec<Term>, FigureId>,
    pub(super) by_last: BTreeMap<Term, Vec<FigureId>>,
    pub(super) by_first: BTreeMap<Term, Vec<FigureId>>,
    /// Those that are no persons, by the first letters of their words.
    pub(super) by_initials: BTreeMap<String, FigureId>,
    /// Those whom a dictionary knows, by its first name for them.
    pub(super) by_known: BTreeMap<usize, FigureId>,
    /// Acronyms that stand in brackets behind the name.
    pub(super) aliases: BTreeMap<Term, FigureId>,
    /// Surnames of seven letters or more by their first two.
    pub(super) long_surnames: BTreeMap<String, Vec<Term>>,
    /// The forms of address that stand before a surname alone.
    pub(super) addressed: BTreeMap<Term, [bool; 2]>,
    /// For each figure, how many of its mentions are before this place.
    pub(super) passed: Vec<usize>,
}

impl<'a, 't> Clusters<'a, 't> {
    fn new(article: &'a Article<'t>, mentions: &[Mention]) -> Clusters<'a, 't> {
        let mut kinds = BTreeMap::new();
        let mut places: BTreeMap<Vec<Term>, (usize, usize)> = BTreeMap::new();
        let mut addressed: BTreeMap<Term, [bool; 2]> = BTreeMap::new();
        for mention in mentions {
            let terms = name_terms(article, mention.name);
            if let (true, Some(gender)) = (mention.is_single(), mention.honorific) {
                addressed.entry(terms[0]).or_default()[slot(gender)] = true;
            }
            let (all, thing) = places.entry(terms.clone()).or_default();
            *all += 1;
            *thing += usize::from(mention.evidence.thing);
            let kind = kinds.entry(terms).or_insert(mention.kind);
            if *kind == Kind::Unknown || mention.kind == Kind::Person {
                *kind = mention.kind;
            }
        }
        for (terms, (all, thing)) in places {
            if let Some(kind) = kinds.get_mut(&terms).filter(|kind| **kind == Kind::Unknown) {
                if thing * 2 >= all {
                    *kind = Kind::Thing;
                }
            }
        }
        Clusters {
            article,
            figures: Vec::new(),
            kinds,
            by_form: BTreeMap::new(),
            by_last: BTreeMap::new(),
            by_first: BTreeMap::new(),
            by_initials: BTreeMap::new(),
            by_known: BTreeMap::new(),
            aliases: BTreeMap::new(),
            long_surnames: BTreeMap::new(),
            addressed,
            passed: Vec::new(),
        }
    }

    /// Whom the dictionary says that a mention means, if met before.
    fn known(&self, mention: &Mention) -> Option<FigureId> {
        self.by_known.get(&mention.known?).copied()
    }

    /// Whether the dictionary says that a mention means somebody else.
    fn is_another(&self, mention: &Mention, figure: FigureId) -> bool {
        matches!((mention.known, self.figures[figure].known), (Some(a), Some(b)) if a != b)
    }

    fn put(&mut self, figure: FigureId, index: usize, mention: &mut Mention) {
        mention.figure = Some(figure);
        if let Some(known) = mention.known {
            self.figures[figure].known = Some(known);
            self.by_known.entry(known).or_insert(figure);
        }
        self.figures[figure].add(self.article, index, mention);
    }

    fn new_figure(&mut self, kind: Kind) -> FigureId {
        self.figures.push(Figure::new(kind));
        self.passed.push(0);
        self.figures.len() - 1
    }

    /// Adds a mention of several words.
    fn add_full(&mut self, index: usize, mention: &mut Mention) {
        let terms = name_terms(self.article, mention.name);
        if let Some(&kind) = self.kinds.get(&terms) {
            mention.kind = kind;
        }
        let same = self.known(mention).or_else(|| self.by_form.get(&terms).copied());
        let figure = match same.filter(|&figure| !self.is_another(mention, figure)) {
            Some(figure) => figure,
            None => {
                let known = self.match_full(mention, &terms);
                let known = known.filter(|&figure| !self.is_another(mention, figure));
                let figure = known.unwrap_or_else(|| {
                    let figure = self.new_figure(mention.kind);
                    let initials: String = terms
                        .iter()
                        .map(|&term| self.article.term(term))
                        .filter(|word| !Classes::of(word).any(Classes::FUNCTION))
                        .filter_map(|word| word.chars().next())
                        .collect();
                    if mention.kind != Kind::Person {
                        self.by_initials.entry(initials).or_insert(figure);
                    }
                    figure
                });
                self.register(figure, &terms);
                figure
            }
        };
        self.put(figure, index, mention);
        if let Some(alias) = self.alias_behind(mention) {
            self.aliases.entry(alias).or_insert(figure);
        }
    }

    /// Makes the words of a name find the figure.
    fn register(&mut self, figure: FigureId, terms: &[Term]) {
        self.by_form.insert(terms.to_vec(), figure);
        for (map, term) in [(&mut self.by_last, terms.last()), (&mut self.by_first, terms.first())]
        {
            let Some(&term) = term else { continue };
            let list: &mut Vec<FigureId> = map.entry(term).or_default();
            if !list[list.len().saturating_sub(REACH)..].contains(&figure) {
                list.push(figure);
            }
        }
        if let Some(&last) = terms.last() {
            if let Some(start) = long_word(self.article.term(last)) {
                let list = self.long_surnames.entry(start).or_default();
                if list.len() < REACH && !list.contains(&last) {
                    list.push(last);
                }
            }
        }
    }

    /// The acronym in brackets behind a name.
    /// Its letters are some of those of the name, in order: in `LEEDS (AP)`, it is
    /// something else.
    fn alias_behind(&self, mention: &Mention) -> Option<Term> {
        let end = mention.run.end();
        let open = self.article.after(end).filter(|word| word.kind == WordKind::Bracket)?;
        let word = self.article.after(end + 1).filter(|word| word.capitals)?;
        let close = self.article.after(end + 2).filter(|word| word.kind == WordKind::Bracket)?;
        let name = self.article.slice(mention.name).iter();
        let mut letters = name.flat_map(|word| self.article.folded(word).chars());
        let mut acronym = self.article.folded(word).chars().filter(|c| c.is_alphanumeric());
        let fits = acronym.all(|letter| letters.any(|other| other == letter));
        (fits && self.article.raw(open) != self.article.raw(close)).then_some(word.term)
    }

    /// Whether a word that is a title as well is the surname of a person here.
    fn is_surname(&self, mention: &Mention) -> bool {
        let word = &self.article.words[mention.name.start()];
        let the = self
            .article
            .before(mention.name.start())
            .is_some_and(|word| word.classes.any(Classes::DETERMINER));
        mention.kind == Kind::Role
            && !the
            && self.surnamed(word.term).iter().any(|&e| self.figures[e].kind == Kind::Person)
    }

    /// Adds a mention of one word, in the order of the text.
    fn add_single(&mut self, index: usize, mention: &mut Mention, before: &[Mention]) {
        let term = self.article.words[mention.name.start()].term;
        if mention.kind == Kind::Role {
            mention.kind = Kind::Person;
        }
        let known = self.known(mention).or_else(|| self.match_single(mention, term, before));
        let known = known.filter(|&figure| !self.is_another(mention, figure));
        let figure = known.unwrap_or_else(|| {
            let form = name_terms(self.article, mention.name);
            let mut kind = self.kinds.get(&form).copied().unwrap_or(mention.kind);
            if self.article.terms().classes(term).any(Classes::GIVEN) && kind == Kind::Unknown {
                kind = Kind::Person;
            }
            mention.kind = kind;
            let figure = self.new_figure(kind);
            self.register(figure, &form);
            figure
        });
        self.put(figure, index, mention);
        // Singles come in order, so that this mention is before all to come.
        self.passed[figure] = self.figures[figure].mentions.len();
    }
}
