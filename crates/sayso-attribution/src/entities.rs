use alloc::vec::{self, Vec};
use core::{ops::Index, slice};

use sayso_span::Span;

use crate::{Entity, EntityId};

/// The entities of a text, in order of their first mentions.
///
/// # Guarantees
///
/// An entity's number is its place. No two have the same mention, though one may
/// lie in another: `Hale` in `Hale's lawyer`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Entities(Vec<Entity>);

impl Entities {
    pub(crate) fn new(entities: Vec<Entity>) -> Entities {
        Entities(entities)
    }

    /// Returns the entity of that number, if there is one.
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.0.get(id.index())
    }

    /// Returns them in order.
    pub fn iter(&self) -> slice::Iter<'_, Entity> {
        self.0.iter()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the entity that is mentioned in exactly these bytes.
    ///
    /// # Complexity
    ///
    /// *O*(*n* log *m*) for *n* entities of *m* mentions.
    pub fn mentioned_in(&self, span: impl Into<Span>) -> Option<&Entity> {
        let span = span.into();
        let is_one = |entity: &&Entity| {
            let place = |mention: &Span| (mention.start(), mention.end());
            entity.mentions.binary_search_by_key(&place(&span), place).is_ok()
        };
        self.0.iter().find(is_one)
    }
}

/// # Panics
///
/// If the number is one of another text that has more entities.
impl Index<EntityId> for Entities {
    type Output = Entity;

    fn index(&self, id: EntityId) -> &Entity {
        &self.0[id.index()]
    }
}

impl IntoIterator for Entities {
    type Item = Entity;
    type IntoIter = vec::IntoIter<Entity>;

    fn into_iter(self) -> vec::IntoIter<Entity> {
        self.0.into_iter()
    }
}

impl<'e> IntoIterator for &'e Entities {
    type Item = &'e Entity;
    type IntoIter = slice::Iter<'e, Entity>;

    fn into_iter(self) -> slice::Iter<'e, Entity> {
        self.0.iter()
    }
}
