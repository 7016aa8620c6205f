use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use sayso::{
    Analyzer, Builder,
    attribution::{Attributor, Config, Model},
};

use super::GazetteerArgs;
use crate::problem::Problem;

/// Which attributions are given.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct ModelArgs {
    /// A model of `sayso train` in place of the one that is built in
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,

    /// What matters more: that what is given is right, or that nothing is missed
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Preference::Balanced)]
    prefer: Preference,

    #[command(flatten)]
    gazetteer: GazetteerArgs,
}

/// A trade between what is right and what is found.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
enum Preference {
    /// Both alike
    #[default]
    Balanced,
    /// Few that are wrong
    Precise,
    /// Few that are missed
    Complete,
}

impl ModelArgs {
    /// Returns the analyzer that is asked for.
    pub(crate) fn analyzer(&self) -> Result<Analyzer, Vec<Problem>> {
        self.analyzer_with(|config| config)
    }

    /// Returns the analyzer that is asked for, after its configuration has been
    /// changed.
    pub(crate) fn analyzer_with(
        &self,
        change: impl FnOnce(Config) -> Config,
    ) -> Result<Analyzer, Vec<Problem>> {
        let model =
            self.model.as_deref().map(load).transpose().map_err(|problem| vec![problem])?;
        let builder = builder(model, change(self.prefer.config()));
        Ok(self.gazetteer.add_to(builder)?.build())
    }
}

/// Returns an analyzer with this model.
pub(crate) fn with_model(model: Model) -> Analyzer {
    builder(Some(model), Config::default()).build()
}

impl Preference {
    fn config(self) -> Config {
        match self {
            Preference::Balanced => Config::default(),
            Preference::Precise => Config::precise(),
            Preference::Complete => Config::complete(),
        }
    }
}

fn builder(model: Option<Model>, config: Config) -> Builder {
    let attributor = match model {
        Some(model) => Attributor::with_model(config, model),
        None => Attributor::with_config(config),
    };
    Analyzer::builder().attributor(attributor)
}

/// Reads a model from a file.
fn load(path: &Path) -> Result<Model, Problem> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Problem::io(&name, &error))?;
    Model::from_bytes(bytes)
        .map_err(|error| Problem { fatal: true, ..Problem::document(&name, error.to_string()) })
}
