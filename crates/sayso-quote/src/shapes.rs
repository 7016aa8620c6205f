use crate::{
    Convention, Mark, candidate::Candidate, cost, paragraph::Paragraph, scanner::Scanner,
};

/// Which way round a text turns its marks, and what it costs to turn one the
/// other way.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    open: [u8; Mark::COUNT],
    close: [u8; Mark::COUNT],
}

/// Pairs that texts turn both ways: `«so»` and `»so«`.
const TURNED: [(Mark, Mark); 2] =
    [(Mark::Guillemet, Mark::GuillemetRight), (Mark::SingleGuillemet, Mark::SingleGuillemetRight)];

/// That a mark opens which is not in the convention that a caller has set.
const FOREIGN: u8 = 20;

impl Shapes {
    const USUAL: Shapes = {
        let (mut open, mut close) = ([0; Mark::COUNT], [0; Mark::COUNT]);
        let mut at = 0;
        while at < Mark::COUNT {
            open[at] = cost::shape_opening(Mark::ALL[at]);
            close[at] = cost::shape_closing(Mark::ALL[at]);
            at += 1;
        }
        Shapes { open, close }
    };

    /// Returns those of the convention, if it is given, or else those of most
    /// texts.
    pub(crate) fn of(convention: Option<Convention>) -> Shapes {
        let mut shapes = Shapes::USUAL;
        if let Some(convention) = convention {
            shapes.set(convention);
        }
        shapes
    }

    /// Turns the pairs that the text turns, told by how its marks stand among the
    /// words. It takes a pass of its own.
    pub(crate) fn turn_as(&mut self, text: &str) {
        let mut balance = [0_i64; Mark::COUNT];
        let mut scanner = Scanner::new(text);
        let mut paragraph = Paragraph::new();
        loop {
            scanner.read(&mut paragraph);
            if paragraph.span.is_empty() {
                break;
            }
            for candidate in &paragraph.marks {
                // Above nought: it opens where words begin.
                balance[candidate.mark as usize] +=
                    i64::from(candidate.close) - i64::from(candidate.open);
            }
        }
        for (left, right) in TURNED {
            if balance[right as usize] > balance[left as usize] {
                self.turn(left, right);
            }
        }
    }

    /// Makes the marks of the convention the ones that open and close, and
    /// others unlikely to open.
    fn set(&mut self, convention: Convention) {
        let pairs = [convention.primary, convention.secondary];
        if convention.primary.is_none() {
            return;
        }
        for mark in Mark::ALL {
            let index = mark as usize;
            if pairs.iter().flatten().any(|pair| pair.0 == mark) {
                self.open[index] = 0;
            } else {
                self.open[index] = self.open[index].saturating_add(FOREIGN);
            }
            if pairs.iter().flatten().any(|pair| pair.1 == mark) {
                self.close[index] = 0;
            }
        }
    }

    /// Makes the pair one that is turned the other way.
    fn turn(&mut self, left: Mark, right: Mark) {
        self.open.swap(left as usize, right as usize);
        self.close.swap(left as usize, right as usize);
    }

    /// Returns what it costs that the candidate opens, and that it closes.
    #[inline]
    pub(crate) fn costs(&self, candidate: &Candidate) -> (u32, u32) {
        let mark = candidate.mark as usize;
        let open = u32::from(candidate.open) + u32::from(self.open[mark]);
        let close = u32::from(candidate.close) + u32::from(self.close[mark]);
        (open, close)
    }
}
