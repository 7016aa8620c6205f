//! Which mentions name the same.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::{
    article::Article,
    by_term::FiguresByTerm,
    evidence::{Evidence, Said},
    figure::{Figure, FigureId},
    form::{FormId, Forms, name_terms},
    gender::slot,
    lexicon::Classes,
    mention::{Kind, Mention},
    spelling::long_word,
    vocabulary::Term,
};

/// How many figures with a word in common are looked at, the last ones. More
/// would cost quadratic time in a text that names ten thousand Smiths.
pub(super) const REACH: usize = 24;

/// Puts the mentions into figures, and returns these.
///
/// Names of several words come first, those of running text before those of
/// headlines; then single words, each by the names of several words that it may
/// be short for.
pub(super) fn cluster(
    article: &Article<'_>,
    mentions: &mut [Mention],
    evidence: &[Evidence],
    said: &[Said],
) -> Vec<Figure> {
    let mut clusters = Clusters::new(article, mentions, evidence, said);
    let title_case = |mention: &Mention| {
        article.sentences[article.words[mention.name.start()].sentence()].title_case
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
                    clusters.form_of[index] = clusters.forms.add(article, part);
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
        figure.settle();
    }
    figures.shrink_to_fit();
    figures
}

/// The figures found so far, and how to find them by the words of a name.
pub(super) struct Clusters<'a, 't> {
    pub(super) article: &'a Article<'t>,
    /// What is told of each mention, and what is said of all.
    told: (&'a [Evidence], &'a [Said]),
    pub(super) figures: Vec<Figure>,
    pub(super) forms: Forms,
    /// For each mention, how it is written.
    form_of: Vec<FormId>,
    /// What each form is, over all places that write it so.
    kinds: Vec<Kind>,
    /// The figure of each form.
    by_form: Vec<Option<FigureId>>,
    pub(super) by_last: FiguresByTerm,
    pub(super) by_first: FiguresByTerm,
    /// Those that are no persons, by the first letters of their words.
    pub(super) by_initials: BTreeMap<String, FigureId>,
    /// Those whom a dictionary knows, by its first name for them.
    pub(super) by_known: BTreeMap<usize, FigureId>,
    /// Acronyms that stand in brackets behind the name.
    pub(super) aliases: BTreeMap<Term, FigureId>,
    /// Surnames of seven letters or more by their first two.
    pub(super) long_surnames: BTreeMap<[char; 2], Vec<Term>>,
    /// The forms of address that stand before a surname alone.
    pub(super) addressed: BTreeMap<Term, [bool; 2]>,
    /// For each figure, how many of its mentions are before this place.
    pub(super) passed: Vec<usize>,
}

/// What the places that write a name in one way tell.
struct Places {
    kind: Kind,
    count: usize,
    things: usize,
}

impl<'a, 't> Clusters<'a, 't> {
    fn new(
        article: &'a Article<'t>,
        mentions: &[Mention],
        evidence: &'a [Evidence],
        said: &'a [Said],
    ) -> Clusters<'a, 't> {
        let terms = article.terms().len();
        let mut forms = Forms::new(terms);
        let mut form_of = Vec::with_capacity(mentions.len());
        let mut places: Vec<Places> = Vec::new();
        let mut addressed: BTreeMap<Term, [bool; 2]> = BTreeMap::new();
        for (mention, evidence) in mentions.iter().zip(evidence) {
            let form = forms.add(article, mention.name);
            form_of.push(form);
            if let (true, Some(gender)) = (mention.is_single(), mention.honorific) {
                let name = article.words[mention.name.start()].term;
                addressed.entry(name).or_default()[slot(gender)] = true;
            }
            if form.index() == places.len() {
                places.push(Places { kind: mention.kind, count: 0, things: 0 });
            }
            let places = &mut places[form.index()];
            places.count += 1;
            places.things += usize::from(evidence.thing);
            if places.kind == Kind::Unknown || mention.kind == Kind::Person {
                places.kind = mention.kind;
            }
        }
        let kind = |places: &Places| {
            let thing = places.kind == Kind::Unknown && places.things * 2 >= places.count;
            if thing { Kind::Thing } else { places.kind }
        };
        Clusters {
            article,
            told: (evidence, said),
            figures: Vec::new(),
            forms,
            form_of,
            kinds: places.iter().map(kind).collect(),
            by_form: alloc::vec![None; places.len()],
            by_last: FiguresByTerm::new(terms),
            by_first: FiguresByTerm::new(terms),
            by_initials: BTreeMap::new(),
            by_known: BTreeMap::new(),
            aliases: BTreeMap::new(),
            long_surnames: BTreeMap::new(),
            addressed,
            passed: Vec::new(),
        }
    }

    /// The figure whose name is written so.
    pub(super) fn written(&self, form: FormId) -> Option<FigureId> {
        self.by_form.get(form.index()).copied().flatten()
    }

    /// Whom the dictionary says that a mention means, if met before.
    fn known(&self, mention: &Mention) -> Option<FigureId> {
        self.by_known.get(&mention.known()?).copied()
    }

    /// Whether the dictionary says that a mention means somebody else.
    fn is_another(&self, mention: &Mention, figure: FigureId) -> bool {
        matches!((mention.known(), self.figures[figure].known), (Some(a), Some(b)) if a != b)
    }

    fn put(&mut self, figure: FigureId, index: usize, mention: &mut Mention) {
        mention.set_figure(figure);
        if let Some(known) = mention.known() {
            self.figures[figure].known = Some(known);
            self.by_known.entry(known).or_insert(figure);
        }
        let (evidence, said) = self.told;
        let told = (&evidence[index], said);
        self.figures[figure].add(self.article, (index, mention), self.form_of[index], told);
    }

    fn new_figure(&mut self, kind: Kind) -> FigureId {
        self.figures.push(Figure::new(kind));
        self.passed.push(0);
        self.figures.len() - 1
    }

    /// Adds a mention of several words.
    fn add_full(&mut self, index: usize, mention: &mut Mention) {
        let form = self.form_of[index];
        // Of the parts of headlines nothing is known.
        mention.kind = self.kinds.get(form.index()).copied().unwrap_or(mention.kind);
        let same = self.known(mention).or_else(|| self.written(form));
        let figure = match same.filter(|&figure| !self.is_another(mention, figure)) {
            Some(figure) => figure,
            None => {
                let terms = name_terms(self.article, mention.name);
                let known = self.match_full(mention, &terms);
                let known = known.filter(|&figure| !self.is_another(mention, figure));
                let figure = known.unwrap_or_else(|| {
                    let figure = self.new_figure(mention.kind);
                    if mention.kind != Kind::Person {
                        let initials = self.initials(&terms);
                        self.by_initials.entry(initials).or_insert(figure);
                    }
                    figure
                });
                self.register(figure, form, &terms);
                figure
            }
        };
        self.put(figure, index, mention);
        if let Some(alias) = self.alias_behind(mention) {
            self.aliases.entry(alias).or_insert(figure);
        }
    }

    /// Makes the words of a name find the figure.
    fn register(&mut self, figure: FigureId, form: FormId, terms: &[Term]) {
        if self.by_form.len() <= form.index() {
            self.by_form.resize(form.index() + 1, None);
        }
        self.by_form[form.index()] = Some(figure);
        for (map, term) in [(&mut self.by_last, terms.last()), (&mut self.by_first, terms.first())]
        {
            let Some(&term) = term else { continue };
            if !map.of(term).take(REACH).any(|known| known == figure) {
                map.add(term, figure);
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

    /// Whether a word that is a title as well is the surname of a person here.
    fn is_surname(&self, mention: &Mention) -> bool {
        let word = &self.article.words[mention.name.start()];
        let the = self
            .article
            .before(mention.name.start())
            .is_some_and(|word| self.article.is(word.term, Classes::DETERMINER));
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
        let form = self.form_of[index];
        let known = self.known(mention).or_else(|| self.match_single(mention, form, term, before));
        let known = known.filter(|&figure| !self.is_another(mention, figure));
        let figure = known.unwrap_or_else(|| {
            let mut kind = self.kinds.get(form.index()).copied().unwrap_or(mention.kind);
            if self.article.is(term, Classes::GIVEN) && kind == Kind::Unknown {
                kind = Kind::Person;
            }
            mention.kind = kind;
            let figure = self.new_figure(kind);
            let terms = name_terms(self.article, mention.name);
            self.register(figure, form, &terms);
            figure
        });
        self.put(figure, index, mention);
        // Singles come in order, so that this mention is before all to come.
        self.passed[figure] = self.figures[figure].mentions.len();
    }
}
