use std::{
    cmp::Reverse,
    collections::{HashMap, VecDeque},
};

use serde::Serialize;

use crate::{cmd::said::Said, format::Pair};

/// What two runs say differently of a text.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(super) struct Changes {
    /// What only the second has.
    pub(super) added: Vec<Said>,
    /// What only the first has.
    pub(super) removed: Vec<Said>,
    /// What both have, but not the same.
    pub(super) changed: Vec<Change>,
    /// How many attributions are the same in both.
    pub(super) same: u64,
}

/// An attribution that is another.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Change {
    /// In what: some of source, cue, content, kind, speakers.
    pub(super) what: Vec<&'static str>,
    pub(super) before: Said,
    pub(super) after: Said,
}

impl Changes {
    /// Compares two lists.
    ///
    /// Attributions belong together if their words are the same ones; of the others,
    /// those whose contents have most in common, and at least half of the shorter one.
    /// How sure a run is makes no difference.
    pub(super) fn between(before: Vec<Said>, after: Vec<Said>) -> Changes {
        let mut changes = Changes::default();
        let mut places: HashMap<[&[Pair]; 3], VecDeque<usize>> = HashMap::new();
        for (position, said) in after.iter().enumerate() {
            places.entry(said.spans()).or_default().push_back(position);
        }
        let mut partners = Vec::new();
        for said in &before {
            partners.push(places.get_mut(&said.spans()).and_then(VecDeque::pop_front));
        }
        let mut after: Vec<Option<Said>> = after.into_iter().map(Some).collect();
        let mut left: Vec<Option<Said>> = Vec::new();
        for (said, partner) in before.into_iter().zip(partners) {
            match partner.and_then(|position| after[position].take()) {
                Some(other) => changes.add(said, other),
                None => left.push(Some(said)),
            }
        }
        for (i, j) in alike(&left, &after) {
            // Each has one partner.
            if left[i].is_none() || after[j].is_none() {
                continue;
            }
            if let (Some(said), Some(other)) = (left[i].take(), after[j].take()) {
                changes.add(said, other);
            }
        }
        changes.removed = left.into_iter().flatten().collect();
        changes.added = after.into_iter().flatten().collect();
        changes.changed.sort_by_key(|change| change.before.start());
        changes
    }

    /// Adds two that belong together.
    fn add(&mut self, before: Said, after: Said) {
        let differences = [
            ("source", before.source != after.source),
            ("cue", before.cue != after.cue),
            ("content", before.content != after.content),
            ("kind", before.kind != after.kind),
            ("speakers", before.speakers != after.speakers),
        ];
        let what: Vec<&str> =
            differences.iter().filter(|(_, differ)| *differ).map(|&(what, _)| what).collect();
        if what.is_empty() {
            self.same += 1;
        } else {
            self.changed.push(Change { what, before, after });
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// Returns the places of those whose contents have enough in common, the most first.
fn alike(before: &[Option<Said>], after: &[Option<Said>]) -> Vec<(usize, usize)> {
    let hull = |said: &Said| {
        let start = said.content.iter().map(|pair| pair[0]).min()?;
        Some((start, said.content.iter().map(|pair| pair[1]).max()?))
    };
    let places = |all: &[Option<Said>]| {
        let place = |(position, said): (usize, &Option<Said>)| {
            said.as_ref().and_then(hull).map(|(start, end)| (start, end, position))
        };
        let mut places: Vec<_> = all.iter().enumerate().filter_map(place).collect();
        places.sort_unstable();
        places
    };
    let others = places(after);
    // How far the contents reach up to each: most need not be looked at.
    let reach: Vec<usize> = others
        .iter()
        .scan(0, |reach, &(_, end, _)| {
            *reach = end.max(*reach);
            Some(*reach)
        })
        .collect();
    let mut pairs: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
    for (start, end, i) in places(before) {
        let first = reach.partition_point(|&reach| reach <= start);
        for &(_, _, j) in others[first..].iter().take_while(|other| other.0 < end) {
            if let (Some(said), Some(other)) = (&before[i], &after[j]) {
                let common = common(&said.content, &other.content);
                let shorter = length(&said.content).min(length(&other.content));
                if common > 0 && common * 2 >= shorter {
                    pairs.push((Reverse(common), i, j));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, i, j)| (i, j)).collect()
}

fn length(spans: &[Pair]) -> usize {
    spans.iter().map(|[start, end]| end.saturating_sub(*start)).sum()
}

/// Returns how much two lists of spans have in common.
fn common(one: &[Pair], other: &[Pair]) -> usize {
    let overlap = |a: &Pair, b: &Pair| a[1].min(b[1]).saturating_sub(a[0].max(b[0]));
    one.iter().flat_map(|a| other.iter().map(move |b| overlap(a, b))).sum()
}

#[cfg(test)]
mod tests {
    use super::Changes;
    use crate::cmd::said::Said;

    fn said(cue: usize, content: [usize; 2], speaker: &str) -> Said {
        Said {
            cue: vec![[cue, cue + 4]],
            content: vec![content],
            speakers: vec![speaker.into()],
            ..Said::default()
        }
    }

    #[test]
    fn kinds_of_changes() {
        let (ann, bob) = (said(0, [10, 20], "Ann"), said(30, [40, 60], "Bob"));
        let nothing =
            Changes::between(vec![ann.clone(), bob.clone()], vec![bob.clone(), ann.clone()]);
        assert!(nothing.is_empty());
        assert_eq!(nothing.same, 2);
        let (eve, shorter) = (said(0, [10, 20], "Eve"), said(30, [50, 60], "Bob"));
        let changes = Changes::between(vec![ann.clone(), bob.clone()], vec![eve, shorter]);
        let what: Vec<_> = changes.changed.iter().map(|change| change.what.clone()).collect();
        assert_eq!(what, [["speakers"], ["content"]]);
        let elsewhere = said(30, [58, 90], "Bob");
        let changes = Changes::between(vec![bob.clone()], vec![elsewhere.clone(), ann.clone()]);
        assert_eq!((changes.removed, changes.added), (vec![bob], vec![elsewhere, ann]));
    }

    #[test]
    fn how_sure_makes_no_difference() {
        let one = said(0, [10, 20], "Ann");
        let other = Said { confidence: Some(0.3), ..one.clone() };
        assert!(Changes::between(vec![one], vec![other]).is_empty());
    }
}
