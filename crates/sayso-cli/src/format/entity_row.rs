use std::{borrow::Cow, io};

use sayso::{
    Entities, Entity,
    attribution::{Gender, Speaker},
};
use serde::Serialize;

use super::{Beside, Offsets, Pair, found::write_list};

/// An entity as JSON.
#[derive(Serialize)]
pub(crate) struct EntityRow<'e> {
    id: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'e str>,
    name: Cow<'e, str>,
    kind: &'static str,
    mentions: Vec<Pair>,
    gender: Option<&'static str>,
    description: Option<&'e str>,
}

impl<'e> EntityRow<'e> {
    pub(crate) fn new(entity: &'e Entity, offsets: &Offsets<'_>) -> EntityRow<'e> {
        EntityRow {
            id: entity.id.index(),
            key: entity.key.as_deref(),
            name: match &entity.name {
                Speaker::Name(name) => name.into(),
                other => other.to_string().into(),
            },
            kind: entity.kind.as_str(),
            mentions: offsets.pairs(entity.mentions.iter().copied()),
            gender: entity.gender.map(Gender::as_str),
            description: entity.description.as_deref(),
        }
    }
}

impl Beside for Entities {
    fn name(&self) -> &'static str {
        "entities"
    }

    fn write(&self, offsets: &Offsets<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        write_list(self.iter().map(|entity| EntityRow::new(entity, offsets)), out)
    }
}
