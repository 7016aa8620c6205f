use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use sayso_span::Span;

use super::{
    article::Article,
    cluster,
    encounter::LastMention,
    figure::{Figure, FigureId},
    gender,
    known::{self, Known},
    lexicon::{Classes, body_class, role_class},
    mention::{Kind, Mention},
    names,
    referent::{Other, Referent, Turn},
    roster::described_kind,
    run,
    vocabulary::Term,
};
use crate::{Attribution, Input, Step, StepKind, spellings::Spellings};

/// Reads the article once from start to end and keeps in mind who has been
/// mentioned and who has spoken.
pub(super) struct Resolver<'a> {
    pub(super) article: Article<'a>,
    pub(super) mentions: Vec<Mention>,
    pub(super) figures: Vec<Figure>,
    /// What the dictionary knows.
    pub(super) known: Vec<Known<'a>>,
    /// For each word, the mention whose run it is in.
    pub(super) mention_of: Vec<Option<u32>>,
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
    /// Who has spoken, and where.
    pub(super) history: Vec<Turn>,
    /// The steps from the source that is being read.
    steps: Vec<Step>,
    /// Mentions that are no names: pronouns and descriptions.
    pub(super) noted: Vec<(Span, Referent)>,
    /// For each figure, whether one of these means it.
    pub(super) meant: Vec<bool>,
    /// Figures by the class of a word for what they are.
    pub(super) by_role: BTreeMap<String, Vec<FigureId>>,
    /// Organizations and places by their first and last word, the one
    /// mentioned last.
    pub(super) by_word: BTreeMap<Term, FigureId>,
    /// Organizations by their sort.
    pub(super) bodies: BTreeMap<&'static str, Vec<FigureId>>,
    /// Organizations by their sort, the one mentioned last.
    pub(super) by_class: BTreeMap<&'static str, FigureId>,
    /// The organizations and places mentioned last, with the word where.
    pub(super) recent_bodies: Vec<(usize, FigureId)>,
    /// `Trump campaign`: the name's last word, the noun, and where it stands.
    pub(super) compounds: BTreeMap<(Term, Term), Span>,
    /// The first of them with a noun.
    pub(super) first_compounds: BTreeMap<Term, Span>,
    /// Whom the pronouns mean that have been met.
    pub(super) pronouns: BTreeMap<usize, FigureId>,
    /// The last pronoun of each gender: its sentence, and whom it means.
    pub(super) last_pronoun: [Option<(usize, FigureId)>; 2],
    /// The sentence in which a person has been mentioned last.
    pub(super) person_in: Option<usize>,
}

/// Who speaks in an attribution, and how that was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) who: Vec<Referent>,
    pub(super) steps: Vec<Step>,
}

/// How far back in the list of those who have spoken.
const TURNS: usize = 12;

/// Longer chains of steps explain nothing.
const LONGEST_CHAIN: usize = 8;

/// How many organizations of one sort are looked at.
const REACH: usize = 24;

impl<'a> Resolver<'a> {
    pub(super) fn new(input: Input<'a>, spellings: &Spellings) -> Resolver<'a> {
        let mut article = Article::new(input, spellings);
        let known = known::known(&article, input);
        known::add_classes(&mut article, &known);
        names::mark_names(&mut article);
        known::mark_names(&mut article, &known);
        let runs = run::runs(&article, &known::units(&known));
        let mut mentions: Vec<Mention> =
            runs.into_iter().map(|run| Mention::new(&article, run)).collect();
        known::identify(&mut mentions, &known);
        let mut figures = cluster::cluster(&article, &mut mentions);
        gender::assign(&article, &mut figures, &mentions, &known);

        let mut mention_of = alloc::vec![None; article.words.len()];
        for (index, mention) in mentions.iter().enumerate() {
            mention_of[mention.run.range()].fill(u32::try_from(index).ok());
        }
        let mut by_role: BTreeMap<String, Vec<FigureId>> = BTreeMap::new();
        for (id, figure) in figures.iter().enumerate() {
            for &head in &figure.evidence.heads {
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
        let document = article.words.iter().find(|word| word.classes.any(Classes::DOCUMENT));
        let mut resolver = Resolver {
            document: document.map(|word| word.term),
            last: alloc::vec![None; figures.len()],
            meant: alloc::vec![false; figures.len()],
            count: alloc::vec![0; figures.len()],
            article,
            mentions,
            figures,
            known,
            mention_of,
            recent: Vec::new(),
            others: Vec::new(),
            by_head: BTreeMap::new(),
            history: Vec::new(),
            steps: Vec::new(),
            noted: Vec::new(),
            by_role,
            by_word: BTreeMap::new(),
            bodies,
            by_class: BTreeMap::new(),
            recent_bodies: Vec::new(),
            compounds: BTreeMap::new(),
            first_compounds: BTreeMap::new(),
            pronouns: BTreeMap::new(),
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
            if noun.classes.any(Classes::ORGANIZATION_HEAD) && !noun.capital {
                let name = self.article.words[end - 1].term;
                let compound = Span::new(mention.run.start(), end + 1);
                self.compounds.entry((name, noun.term)).or_insert(compound);
                self.first_compounds.entry(noun.term).or_insert(compound);
            }
        }
    }

    /// Resolves every attribution, in the order in which their sources, or else
    /// their contents, stand in the text.
    pub(super) fn read(&mut self, attributions: &[Attribution]) -> Vec<Found> {
        let mut found = alloc::vec![Found::default(); attributions.len()];
        let place = |attribution: &Attribution| {
            let first = attribution.source.or(attribution.content.first().copied());
            first.or(attribution.cue).unwrap_or_default()
        };
        let mut order: Vec<(Span, usize)> = attributions
            .iter()
            .enumerate()
            .map(|(index, one)| (self.article.words_in(place(one)), index))
            .collect();
        order.sort_unstable_by_key(|(words, index)| (words.start(), *index));
        let mut inner = Vec::new();
        let mut next = 0;
        for at in 0..=self.article.words.len() {
            if at < self.article.words.len() {
                self.meet_pronoun(at);
            }
            while let Some(&(words, index)) = order.get(next).filter(|one| one.0.start() <= at) {
                next += 1;
                let who = match attributions[index].source {
                    Some(_) if self.is_first_person(words) => {
                        inner.push(index);
                        continue;
                    }
                    Some(_) => self.source(words),
                    None => self.sourceless(&attributions[index], words),
                };
                let steps = core::mem::take(&mut self.steps);
                if !who.is_empty() && !words.is_empty() {
                    let (who, steps) = (who.clone(), steps.clone());
                    self.history.push(Turn { at, words, who, steps });
                }
                found[index] = Found { who, steps };
            }
            if at < self.article.words.len() {
                self.meet_name(at);
                self.meet_nominal(at);
            }
        }
        self.first_person(attributions, &inner, &mut found);
        found
    }

    /// A quotation without a source goes on with the speaker before.
    fn sourceless(&mut self, attribution: &Attribution, words: Span) -> Vec<Referent> {
        let at = words.start();
        let quoted = attribution.content.iter().any(|&span| {
            let words = self.article.words_in(span);
            self.article.slice(words).iter().any(|word| word.quoted)
        });
        let Some((turn, last)) = self.turns().next().filter(|_| quoted && !words.is_empty())
        else {
            return Vec::new();
        };
        if self.article.paragraph(at).saturating_sub(self.article.paragraph(last.at)) > 2 {
            return Vec::new();
        }
        self.with_turn(StepKind::Continuation, Span::new(at, at + 1), turn)
    }

    /// Notes why the words that are being resolved mean others.
    pub(super) fn step(&mut self, kind: StepKind, from: Span, to: Span) {
        if !from.is_empty() && !to.is_empty() {
            self.steps.push(Step::new(kind, self.article.span(from), self.article.span(to)));
        }
    }

    /// Notes that words mean those who spoke in another turn, and returns them.
    pub(super) fn with_turn(&mut self, kind: StepKind, from: Span, turn: usize) -> Vec<Referent> {
        let turn = &self.history[turn];
        let (from, to) = (self.article.span(from), self.article.span(turn.words));
        self.steps.push(Step::new(kind, from, to));
        let room = LONGEST_CHAIN.saturating_sub(self.steps.len());
        self.steps.extend(turn.steps.iter().take(room));
        turn.who.clone()
    }

    /// The last turns with their numbers, the last one first.
    pub(super) fn turns(&self) -> impl Iterator<Item = (usize, &Turn)> {
        self.history.iter().enumerate().rev().take(TURNS)
    }

    /// Notes that words that are no name mention somebody.
    pub(super) fn note(&mut self, words: Span, who: Referent) {
        self.noted.push((words, who));
        if let Referent::Figure(figure) = who {
            self.meant[figure] = true;
        }
    }

    /// Where a figure was named last before a place, or else first.
    pub(super) fn named_before(&self, figure: FigureId, at: usize) -> Span {
        let mentions = &self.figures[figure].mentions;
        let before = mentions.partition_point(|&one| self.mentions[one].run.start() < at);
        let mention = mentions.get(before.saturating_sub(1));
        mention.map_or(Span::empty(at), |&one| self.mentions[one].run)
    }

    /// The mention whose run a word is in.
    pub(super) fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.mention_of.get(word).copied().flatten().map(|index| &self.mentions[index as usize])
    }

    /// The figure that a mention names, if it names one.
    pub(super) fn figure_at(&self, word: usize) -> Option<FigureId> {
        self.mention_at(word)?.figure
    }

    /// Who has spoken last.
    pub(super) fn last_turn(&self) -> Option<&Turn> {
        self.history.last()
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.article.words[at.min(self.article.words.len() - 1)].sentence
    }

    /// Adds a speaker that is no figure, with its head, or finds it again.
    pub(super) fn other(&mut self, head: Term, mut new: Other) -> Referent {
        let noun = self.article.term(head);
        new.kind = described_kind(noun, self.article.terms().classes(head), new.plural);
        let head = self.head_class(head);
        if let Some(&known) = self.by_head.get(&head) {
            let other = &mut self.others[known];
            if other.named == new.named && other.text == new.text {
                other.last = new.last;
                return Referent::Other(known);
            }
        }
        self.others.push(new);
        self.by_head.insert(head, self.others.len() - 1);
        Referent::Other(self.others.len() - 1)
    }

    /// All reports, studies and surveys are one head.
    pub(super) fn head_class(&self, head: Term) -> Term {
        let document = self.article.terms().classes(head).any(Classes::DOCUMENT);
        self.document.filter(|_| document).unwrap_or(head)
    }
}
