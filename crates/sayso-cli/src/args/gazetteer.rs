use std::path::PathBuf;

use clap::Args;
use sayso::gazetteer::Gazetteer;

use crate::{gazetteer, input::Problem};

/// Which names are known.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Gazetteer")]
pub(crate) struct GazetteerArgs {
    /// A file with the names to look for
    ///
    /// NAMES.gaz as `sayso gazetteer build` has made it, or what it makes that of:
    /// a table with the columns id, type, name and aliases, with tabs between
    /// them, or JSON Lines with these fields.
    ///
    /// People in it (of type person) who speak are named as it names them, with
    /// their ids as "key".
    ///
    /// Without it, the countries, cities, organizations, titles, … that come
    /// with the program are looked for.
    #[arg(long, value_name = "NAMES")]
    gazetteer: Option<PathBuf>,
}

impl GazetteerArgs {
    /// Reads the file, or else returns the gazetteer that is built in.
    pub(crate) fn load(&self) -> Result<Gazetteer, Vec<Problem>> {
        Ok(self.given()?.unwrap_or_else(Gazetteer::news))
    }

    /// Reads the file, if there is one.
    pub(crate) fn given(&self) -> Result<Option<Gazetteer>, Vec<Problem>> {
        self.gazetteer.as_deref().map(gazetteer::load).transpose()
    }
}
