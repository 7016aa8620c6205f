use std::{fmt, ops::AddAssign};

/// What [`evaluate`](crate::evaluate) has counted.
///
/// It is displayed as tables.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// How many documents were compared.
    pub documents: usize,
    /// For source, cue and content: whole ones with the same letters.
    pub exact: [Counts; 3],
    /// For source, cue and content: their words.
    pub overlap: [Counts; 3],
    /// Direct gold quotations with a source of which half is in some found
    /// content.
    pub covered: Share,
    /// Those where the source of such a one holds the head of the gold source.
    pub speaker: Share,
    /// Those where that of the one most alike does.
    pub speaker_best: Share,
    kinds: [Kind; 4],
}

/// Counts for precision and recall.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Counts {
    /// Found and gold; of one kind, by the kind of the gold one.
    pub right: usize,
    /// The same by the kind of the found one; equal to `right` but for kinds.
    pub right_found: usize,
    /// Found.
    pub found: usize,
    /// Gold.
    pub gold: usize,
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub of: usize,
}

/// Counts of attributions, all or of a kind.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Kind {
    /// Paired, and half of the sources' words are the same, or neither has a
    /// source.
    pub correct: Counts,
    /// Paired, and source and content have the same letters.
    pub strict: Counts,
    /// Paired: half of the contents' words are the same.
    pub content: Counts,
    /// Of the paired ones, those whose source holds the head of the gold one.
    pub head: Share,
}

impl Counts {
    /// Returns which share of what was found is right.
    pub fn precision(self) -> f64 {
        if self.found == 0 {
            f64::from(self.gold == 0)
        } else {
            self.right_found as f64 / self.found as f64
        }
    }

    /// Returns which share of the gold was found.
    pub fn recall(self) -> f64 {
        if self.gold == 0 {
            f64::from(self.found == 0)
        } else {
            self.right as f64 / self.gold as f64
        }
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r <= 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.right_found += other.right_found;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl Share {
    /// Returns the share, 0 of nothing.
    pub fn value(self) -> f64 {
        self.part as f64 / self.of.max(1) as f64
    }
}

impl Kind {
    fn levels(&mut self) -> [&mut Counts; 3] {
        [&mut self.correct, &mut self.strict, &mut self.content]
    }

    pub(crate) fn gold(&mut self, count: usize) {
        self.levels().into_iter().for_each(|level| level.gold += count);
    }

    pub(crate) fn found(&mut self, count: usize) {
        self.levels().into_iter().for_each(|level| level.found += count);
    }

    /// Counts a pair, on the side of the gold one (0) or the found one (1).
    pub(crate) fn right(&mut self, side: usize, correct: bool, strict: bool, head: bool) {
        for (level, is) in self.levels().into_iter().zip([correct, strict, true]) {
            let count = if side == 0 { &mut level.right } else { &mut level.right_found };
            *count += usize::from(is);
        }
        if side == 0 {
            self.head.of += 1;
            self.head.part += usize::from(head);
        }
    }
}

impl Report {
    /// Returns the counts of all attributions.
    pub fn all(&self) -> Kind {
        self.kinds[3]
    }

    /// Returns the counts of those whose content is quoted.
    pub fn direct(&self) -> Kind {
        self.kinds[0]
    }

    /// Returns the counts of those of whose content nothing is quoted.
    pub fn indirect(&self) -> Kind {
        self.kinds[1]
    }

    /// Returns the counts of those of whose content a part is quoted.
    pub fn mixed(&self) -> Kind {
        self.kinds[2]
    }

    pub(crate) fn each_kind(&mut self, kind: usize, mut count: impl FnMut(&mut Kind, usize)) {
        count(&mut self.kinds[kind], 0);
        count(&mut self.kinds[3], 0);
    }

    pub(crate) fn pair(
        &mut self,
        gold: usize,
        found: usize,
        mut count: impl FnMut(&mut Kind, usize),
    ) {
        for (side, kind) in [gold, found].into_iter().enumerate() {
            count(&mut self.kinds[kind], side);
            count(&mut self.kinds[3], side);
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, name: &str, c: &Counts| {
            let (p, r, f1) = (c.precision(), c.recall(), c.f1());
            let Counts { right, found, gold, .. } = c;
            writeln!(f, "  {name:<22}{p:>8.4}{r:>8.4}{f1:>8.4}{right:>8}{found:>8}{gold:>8}")
        };
        let head = "       P       R      F1   right   found    gold";
        let documents = if self.documents == 1 { "document" } else { "documents" };
        writeln!(f, "{} {documents}", self.documents)?;
        for (title, all) in [("whole spans", &self.exact), ("words of spans", &self.overlap)] {
            writeln!(f, "\n{title:<24}{head}")?;
            for (name, counts) in ["source", "cue", "content"].into_iter().zip(all) {
                row(f, name, counts)?;
            }
        }
        for (title, kind) in ["attributions", "direct", "indirect", "mixed"].into_iter().zip([
            self.all(),
            self.direct(),
            self.indirect(),
            self.mixed(),
        ]) {
            writeln!(f, "\n{title:<24}{head}")?;
            row(f, "correct", &kind.correct)?;
            row(f, "strict", &kind.strict)?;
            row(f, "content found", &kind.content)?;
            let share = kind.head;
            writeln!(f, "  {:<22}{:>8.4} of {}", "head of source right", share.value(), share.of)?;
        }
        writeln!(f, "\ndirect quotations with a source")?;
        for (name, share) in [
            ("covered", self.covered),
            ("speaker", self.speaker),
            ("speaker of the closest", self.speaker_best),
        ] {
            writeln!(f, "  {name:<22}{:>8.4} of {}", share.value(), share.of)?;
        }
        Ok(())
    }
}
