use std::collections::HashMap;

use sayso::{Analysis, Attribution, Entity};

use crate::format::speaker_name;

/// Everybody who speaks in an article, in order of appearance.
pub(super) struct Cast<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// The place among the members of each entity that speaks.
    places: HashMap<usize, usize>,
}

/// Somebody who speaks.
pub(super) struct Member<'a> {
    pub(super) entity: &'a Entity,
    /// Which attributions are theirs.
    pub(super) attributions: Vec<usize>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Cast<'a> {
        let mut cast = Cast { members: Vec::new(), places: HashMap::new() };
        for (position, attribution) in analysis.attributions.iter().enumerate() {
            for &id in &attribution.entities {
                let members = &mut cast.members;
                let place = *cast.places.entry(id.index()).or_insert_with(|| {
                    members.push(Member { entity: &analysis.entities[id], attributions: vec![] });
                    members.len() - 1
                });
                let attributions = &mut cast.members[place].attributions;
                if attributions.last() != Some(&position) {
                    attributions.push(position);
                }
            }
        }
        cast
    }

    /// Returns the places of those whose attribution it is.
    pub(super) fn speakers(&self, attribution: &Attribution) -> impl Iterator<Item = usize> {
        attribution.entities.iter().map(|id| self.places[&id.index()])
    }
}

impl Member<'_> {
    /// Returns the name or, as the beginning of a line, the description.
    pub(super) fn name(&self) -> String {
        speaker_name(&self.entity.name.to_string()).into_owned()
    }

    /// Returns what the article says that they are, unless that is their name.
    pub(super) fn description(&self) -> Option<&str> {
        let description = self.entity.description.as_deref();
        description.filter(|description| !self.name().eq_ignore_ascii_case(description))
    }
}
