/// Part of speech of a word, after the Penn Treebank but coarser.
///
/// Numbers of nouns and degrees of adjectives tell nothing about who said
/// what, forms of verbs do.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[repr(u8)]
pub enum Tag {
    /// A punctuation mark or a symbol.
    Mark,
    /// A common noun.
    Noun,
    /// A name.
    Name,
    /// An adjective.
    Adjective,
    /// An adverb or particle.
    Adverb,
    /// A verb's base form.
    Base,
    /// A verb in the past tense.
    Past,
    /// A present participle or gerund.
    Present,
    /// A past participle.
    Participle,
    /// A verb in the present tense, not of the third person.
    Plural,
    /// A verb in the third person of the present tense.
    Singular,
    /// A modal verb.
    Modal,
    /// A preposition or subordinating conjunction.
    Preposition,
    /// `to`.
    To,
    /// A determiner.
    Determiner,
    /// A personal pronoun.
    Pronoun,
    /// A possessive pronoun.
    Possessive,
    /// A question word or relative pronoun.
    Question,
    /// A coordinating conjunction.
    Conjunction,
    /// A number.
    Number,
    /// A possessive ending.
    Ending,
    /// `there` in `there is`.
    There,
    /// An interjection, a foreign word and all the rest.
    Other,
}

impl Tag {
    /// How many there are.
    pub const COUNT: usize = 23;

    /// All of them, in order of their numbers.
    pub const ALL: [Tag; Tag::COUNT] = {
        use Tag::*;
        [
            Mark,
            Noun,
            Name,
            Adjective,
            Adverb,
            Base,
            Past,
            Present,
            Participle,
            Plural,
            Singular,
            Modal,
            Preposition,
            To,
            Determiner,
            Pronoun,
            Possessive,
            Question,
            Conjunction,
            Number,
            Ending,
            There,
            Other,
        ]
    };

    /// Returns the tag that stands for one of the Penn Treebank, `None` for
    /// what is none of them.
    pub fn from_penn(name: &str) -> Option<Tag> {
        Some(match name {
            "NN" | "NNS" => Tag::Noun,
            "NNP" | "NNPS" => Tag::Name,
            "JJ" | "JJR" | "JJS" | "AFX" => Tag::Adjective,
            "RB" | "RBR" | "RBS" | "RP" => Tag::Adverb,
            "VB" => Tag::Base,
            "VBD" => Tag::Past,
            "VBG" => Tag::Present,
            "VBN" => Tag::Participle,
            "VBP" => Tag::Plural,
            "VBZ" => Tag::Singular,
            "MD" => Tag::Modal,
            "IN" => Tag::Preposition,
            "TO" => Tag::To,
            "DT" | "PDT" => Tag::Determiner,
            "PRP" => Tag::Pronoun,
            "PRP$" => Tag::Possessive,
            "WDT" | "WP" | "WP$" | "WRB" => Tag::Question,
            "CC" => Tag::Conjunction,
            "CD" => Tag::Number,
            "POS" => Tag::Ending,
            "EX" => Tag::There,
            "UH" | "FW" | "LS" | "ADD" | "GW" | "XX" => Tag::Other,
            "," | "." | ":" | "``" | "''" | "-LRB-" | "-RRB-" | "$" | "#" | "HYPH" | "NFP"
            | "SYM" => Tag::Mark,
            _ => return None,
        })
    }

    /// Returns whether it is a verb that can stand alone, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Past | Tag::Plural | Tag::Singular | Tag::Modal)
    }

    /// Returns whether it is a verb in whatever form, modals included.
    pub fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Tag::Base | Tag::Present | Tag::Participle)
    }

    /// Returns whether it is a noun, name or pronoun.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Pronoun)
    }
}
