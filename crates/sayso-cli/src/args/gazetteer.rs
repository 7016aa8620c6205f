use std::path::PathBuf;

use clap::Args;
use sayso::gazetteer::Gazetteer;

use crate::{gazetteer, input::Problem};

/// Which names are known.
#[derive(Args, Debug)]
#[command(next_help_heading = "Gazetteer")]
pub(crate) struct GazetteerArgs {
    /// A file with the names to look for
    ///
    /// Tab-separated, with a head line `id`, `type`, `name`, `aliases`: one
    /// entry a line, with as many further aliases as there are.
    #[arg(long, value_name = "NAMES.tsv")]
    gazetteer: PathBuf,
}

impl GazetteerArgs {
    /// Reads the file.
    pub(crate) fn load(&self) -> Result<Gazetteer, Vec<Problem>> {
        gazetteer::load(&self.gazetteer)
    }
}
