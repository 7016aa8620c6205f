use std::path::PathBuf;

use clap::Args;
use sayso::{
    Builder,
    gazetteer::{Gazetteer, Gazetteers},
};

use crate::{gazetteer, input::Problem};

/// Which names are known.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Gazetteer")]
pub(crate) struct GazetteerArgs {
    /// A file with names to look for, beside those that come with the program
    ///
    /// NAMES.gaz as `sayso gazetteer build` has made it, or what it makes that of:
    /// a table with the columns id, type, name and aliases, with tabs between
    /// them, or JSON Lines with these fields.
    ///
    /// People in it (of type person) who speak are named as it names them, with
    /// their ids as "key".
    ///
    /// It may be given several times. What overlaps a name of one file is no name
    /// of those after it, and none of the countries, cities, organizations,
    /// titles, … that come with the program.
    #[arg(long = "gazetteer", value_name = "NAMES")]
    gazetteers: Vec<PathBuf>,

    /// Look for no names but those of --gazetteer
    #[arg(long)]
    no_news_gazetteer: bool,
}

impl GazetteerArgs {
    /// Reads the files, and returns them with the gazetteer that is built in behind
    /// them.
    pub(crate) fn load(&self) -> Result<Gazetteers, Vec<Problem>> {
        let news = (!self.no_news_gazetteer).then(Gazetteer::news);
        Ok(self.read()?.into_iter().chain(news).collect())
    }

    /// Reads the files and adds them to a builder.
    pub(crate) fn add_to(&self, builder: Builder) -> Result<Builder, Vec<Problem>> {
        let builder = if self.no_news_gazetteer { builder.without_gazetteer() } else { builder };
        Ok(self.read()?.into_iter().fold(builder, Builder::gazetteer))
    }

    /// Reads the files: all of them, so that all that is wrong is told at once.
    fn read(&self) -> Result<Vec<Gazetteer>, Vec<Problem>> {
        let (mut gazetteers, mut problems) = (Vec::new(), Vec::new());
        for file in &self.gazetteers {
            match gazetteer::load(file) {
                Ok(gazetteer) => gazetteers.push(gazetteer),
                Err(more) => problems.extend(more),
            }
        }
        if problems.is_empty() { Ok(gazetteers) } else { Err(problems) }
    }
}
