use alloc::{
    collections::{BTreeMap, VecDeque},
    string::{String, ToString},
    vec::Vec,
};

use super::{
    article::Article,
    by_term::ByTerm,
    cluster,
    encounter::LastMention,
    evidence::Evidence,
    figure::{Figure, FigureId},
    gender,
    inner::Inner,
    known,
    lexicon::{Classes, body_class, role_class},
    mention::{Kind, Mention},
    names,
    referent::{Other, Referent, Turn},
    roster::described_kind,
    run,
    vocabulary::Term,
    words::Words,
};
use crate::{Attribution, Input, Name, Step, spellings::Spellings};

/// Reads the article once from start to end and keeps in mind who has been
/// mentioned and who has spoken.
pub(super) struct Resolver<'a> {
    pub(super) article: Article<'a>,
    pub(super) mentions: Vec<Mention>,
    pub(super) figures: Vec<Figure>,
    /// What the dictionary has found.
    pub(super) names: &'a [Name<'a>],
    /// For each figure, its last mention outside quotations.
    pub(super) last: Vec<Option<LastMention>>,
    /// For each figure, how often it has been mentioned up to here.
    pub(super) count: Vec<usize>,
    /// The persons mentioned last, the last one at the end.
    pub(super) recent: Vec<FigureId>,
    pub(super) others: Vec<Other>,
    /// Others by their heads, the last of each.
    pub(super) by_head: BTreeMap<Term, usize>,
    /// The term that stands for all reports, studies, surveys: the first.
    document: Option<Term>,
    /// Whether the words that are being resolved stand in a content: what they mean
    /// is not remembered for others.
    pub(super) aside: bool,
    /// Others by their heads that only such words have mentioned.
    asides: BTreeMap<Term, usize>,
    /// Who has spoken last, and where: the last dozen.
    pub(super) history: VecDeque<Turn>,
    /// The steps from the source that is being read.
    pub(super) steps: Vec<Step>,
    /// Mentions that are no names: pronouns and descriptions.
    pub(super) noted: Vec<(Words, Referent)>,
    /// The groups that are mentioned by one word, by that word.
    pub(super) groups: BTreeMap<Term, usize>,
    /// For each figure, whether one of these means it.
    pub(super) meant: Vec<bool>,
    /// Figures by the class of a word for what they are.
    pub(super) by_role: BTreeMap<String, Vec<FigureId>>,
    /// Organizations and places by their first and last word, the one
    /// mentioned last.
    pub(super) by_word: ByTerm,
    /// Organizations by their sort.
    pub(super) bodies: BTreeMap<&'static str, Vec<FigureId>>,
    /// Organizations by their sort, the one mentioned last.
    pub(super) by_class: BTreeMap<&'static str, FigureId>,
    /// The organizations and places mentioned last, with the word where: the
    /// last [`BODIES`].
    pub(super) recent_bodies: VecDeque<(usize, FigureId)>,
    /// `Trump campaign`: the name's last word, the noun, and where it stands.
    pub(super) compounds: BTreeMap<(Term, Term), Words>,
    /// The first of them with a noun.
    pub(super) first_compounds: BTreeMap<Term, Words>,
    /// Whom the pronouns mean that have been met, in order.
    pub(super) pronouns: Vec<(u32, u32)>,
    /// The last pronoun of each gender: its sentence, and whom it means.
    pub(super) last_pronoun: [Option<(usize, FigureId)>; 2],
    /// The sentence in which a person has been mentioned last.
    pub(super) person_in: Option<usize>,
}

/// How many organizations and places are remembered.
const BODIES: usize = 40;

/// How many organizations of one sort are looked at.
const REACH: usize = 24;

impl<'a> Resolver<'a> {
    pub(super) fn new(input: Input<'a>, spellings: Spellings) -> Resolver<'a> {
        let mut article = Article::new(input, spellings);
        let known = known::known(&article, input);
        known::add_classes(&mut article, &known);
        names::mark_names(&mut article);
        known::mark_names(&mut article, &known);
        let runs = run::runs(&article, &known::units(&known));
        let mut said = Vec::new();
        let (mut mentions, evidence): (Vec<Mention>, Vec<Evidence>) =
            runs.into_iter().map(|run| Mention::new(&article, run, &mut said)).unzip();
        mentions.shrink_to_fit();
        known::identify(&mut mentions, &known);
        drop(known);
        let mut figures = cluster::cluster(&article, &mut mentions, &evidence, &said);
        drop((evidence, said));
        gender::assign(&article, &mut figures, &mentions, input.names);

        let mut by_role: BTreeMap<String, Vec<FigureId>> = BTreeMap::new();
        for (id, figure) in figures.iter().enumerate() {
            for &head in &figure.profile.heads {
                let list = by_role.entry(role_class(article.term(head)).to_string()).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
        let mut bodies: BTreeMap<&'static str, Vec<FigureId>> = BTreeMap::new();
        for (id, figure) in
            figures.iter().enumerate().filter(|(_, e)| e.kind == Kind::Organization)
        {
            for &term in figure.full_terms() {
                let Some(class) = body_class(article.term(term)) else { continue };
                let list = bodies.entry(class).or_default();
                if list.len() < REACH && list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
        let document = article.words.iter().find(|word| article.is(word.term, Classes::DOCUMENT));
        let by_word = ByTerm::new(article.terms().len());
        let mut resolver = Resolver {
            document: document.map(|word| word.term),
            last: alloc::vec![None; figures.len()],
            meant: alloc::vec![false; figures.len()],
            count: alloc::vec![0; figures.len()],
            article,
            mentions,
            figures,
            names: input.names,
            recent: Vec::new(),
            others: Vec::new(),
            by_head: BTreeMap::new(),
            aside: false,
            asides: BTreeMap::new(),
            history: VecDeque::new(),
            steps: Vec::new(),
            noted: Vec::new(),
            groups: BTreeMap::new(),
            by_role,
            by_word,
            bodies,
            by_class: BTreeMap::new(),
            recent_bodies: VecDeque::new(),
            compounds: BTreeMap::new(),
            first_compounds: BTreeMap::new(),
            pronouns: Vec::new(),
            last_pronoun: [None; 2],
            person_in: None,
        };
        resolver.find_compounds();
        resolver
    }

    fn find_compounds(&mut self) {
        for mention in &self.mentions {
            let end = mention.run.end();
            let Some(noun) = self.article.after(end) else { continue };
            if self.article.is(noun.term, Classes::ORGANIZATION_HEAD) && !noun.is_capital() {
                let name = self.article.words[end - 1].term;
                let compound = Words::new(mention.run.start(), end + 1);
                self.compounds.entry((name, noun.term)).or_insert(compound);
                self.first_compounds.entry(noun.term).or_insert(compound);
            }
        }
    }

    /// Resolves every attribution, in the order in which their sources, or else
    /// their contents, stand in the text. Sets their steps, and returns who speaks
    /// in each.
    pub(super) fn read(&mut self, attributions: &mut [Attribution]) -> Vec<Vec<Referent>> {
        let mut found = alloc::vec![Vec::new(); attributions.len()];
        let place = |attribution: &Attribution| {
            let first = attribution.source.or(attribution.content.first().copied());
            first.or(attribution.cue).unwrap_or_default()
        };
        let mut order: Vec<(Words, usize)> = attributions
            .iter()
            .enumerate()
            .map(|(index, one)| (self.article.words_in(place(one)), index))
            .collect();
        order.sort_unstable_by_key(|(words, index)| (words.start(), *index));
        let mut inner = Vec::new();
        let (mut next, mut mention) = (0, 0);
        for at in 0..=self.article.words.len() {
            let word = self.article.word(at);
            let classes = word.map_or(Classes(0), |word| self.article.classes(word.term));
            if classes.any(Classes::PRONOUN) {
                self.meet_pronoun(at);
            }
            while let Some(&(words, index)) = order.get(next).filter(|one| one.0.start() <= at) {
                next += 1;
                let attribution = &mut attributions[index];
                self.aside = attribution.nested;
                let mut who = match attribution.source {
                    Some(_) if self.is_first_person(words) => {
                        inner.push(Inner { index, words, second: None });
                        continue;
                    }
                    Some(_) if self.aside => {
                        let (one, who) = self.inner(index, words);
                        inner.push(one);
                        who
                    }
                    Some(_) => self.source(words),
                    None if self.aside => Vec::new(),
                    None => self.sourceless(attribution, words),
                };
                who.shrink_to_fit();
                attribution.steps.clear();
                attribution.steps.extend_from_slice(&self.steps);
                self.steps.clear();
                if !who.is_empty() && !words.is_empty() && !self.aside {
                    let (who, steps) = (who.clone(), attribution.steps.clone());
                    self.remember(Turn { at, words, who, steps });
                }
                found[index] = who;
            }
            if self.mentions.get(mention).is_some_and(|one| one.run.start() == at) {
                self.meet_name(mention);
                mention += 1;
            }
            if classes.any(Classes::DETERMINER) {
                self.meet_determiner(at);
            }
        }
        self.aside = false;
        self.settle_headlines(attributions, &order, &mut found);
        self.settle_inner(attributions, inner, &mut found);
        found
    }

    /// Forgets what is not asked for when all is read.
    pub(super) fn forget(&mut self) {
        self.recent = Vec::new();
        self.recent_bodies = VecDeque::new();
        self.history = VecDeque::new();
        self.pronouns = Vec::new();
        self.by_head = BTreeMap::new();
        self.asides = BTreeMap::new();
        self.by_role = BTreeMap::new();
        self.by_word = ByTerm::new(0);
        self.bodies = BTreeMap::new();
        self.by_class = BTreeMap::new();
        self.compounds = BTreeMap::new();
        self.first_compounds = BTreeMap::new();
    }

    /// Remembers where an organization or place is mentioned, as long.
    pub(super) fn remember_body(&mut self, at: usize, figure: FigureId) {
        if self.recent_bodies.len() == BODIES {
            self.recent_bodies.pop_front();
        }
        self.recent_bodies.push_back((at, figure));
    }

    /// Notes that words that are no name mention somebody.
    pub(super) fn note(&mut self, words: Words, who: Referent) {
        self.noted.push((words, who));
        if let Referent::Figure(figure) = who {
            self.meant[figure] = true;
        }
    }

    /// Where a figure was named last before a place, or else first.
    pub(super) fn named_before(&self, figure: FigureId, at: usize) -> Words {
        let mentions = &self.figures[figure].mentions;
        let before = mentions.partition_point(|&one| self.mentions[one as usize].run.start() < at);
        let mention = mentions.get(before.saturating_sub(1));
        mention.map_or(Words::empty(at), |&one| self.mentions[one as usize].run)
    }

    /// The mention whose run a word is in.
    pub(super) fn mention_at(&self, word: usize) -> Option<&Mention> {
        let next = self.mentions.partition_point(|mention| mention.run.start() <= word);
        let before = &self.mentions[next.checked_sub(1)?];
        (word < before.run.end()).then_some(before)
    }

    /// The figure that a mention names, if it names one.
    pub(super) fn figure_at(&self, word: usize) -> Option<FigureId> {
        self.mention_at(word)?.figure()
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.article.words[at.min(self.article.words.len() - 1)].sentence()
    }

    /// Adds a speaker that is no figure, with its head, or finds it again.
    pub(super) fn other(&mut self, head: Term, mut new: Other) -> Referent {
        let noun = self.article.term(head);
        new.kind = described_kind(noun, self.article.classes(head), new.plural);
        let head = self.head_class(head);
        let same = |other: &Other| other.named == new.named && other.text == new.text;
        if let Some(&known) = self.by_head.get(&head).filter(|&&known| same(&self.others[known])) {
            if !self.aside {
                self.others[known].last = new.last;
            }
            return Referent::Other(known);
        }
        let aside = self.asides.get(&head).filter(|&&known| same(&self.others[known])).copied();
        let number = aside.unwrap_or(self.others.len());
        match self.others.get_mut(number) {
            Some(other) if !self.aside => *other = new,
            Some(_) => {}
            None => self.others.push(new),
        }
        let known = if self.aside { &mut self.asides } else { &mut self.by_head };
        known.insert(head, number);
        Referent::Other(number)
    }

    /// All reports, studies and surveys are one head.
    pub(super) fn head_class(&self, head: Term) -> Term {
        let document = self.article.is(head, Classes::DOCUMENT);
        self.document.filter(|_| document).unwrap_or(head)
    }
}
