/// What a gazetteer takes for equal, where its mentions may stand, and which of
/// those that overlap it reports.
///
/// # Example
///
/// ```
/// use sayso_gazetteer::{Builder, Case, Config};
///
/// let config = Config::new().case(Case::Folded).diacritics(false);
/// let mut builder = Builder::with_config(config);
/// builder.entry("3448439", "city", "São Paulo");
/// let gazetteer = builder.build()?;
/// assert_eq!(gazetteer.mentions("SAO PAULO").count(), 1);
/// # Ok::<(), sayso_gazetteer::BuildError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Config {
    pub(crate) case: Case,
    pub(crate) overlap: Overlap,
    pub(crate) boundary: Boundary,
    pub(crate) diacritics: bool,
    pub(crate) hyphens: bool,
}

impl Default for Config {
    fn default() -> Config {
        Config::new()
    }
}

impl Config {
    /// Returns the defaults: [`Case::Capitalized`], [`Overlap::Longest`],
    /// [`Boundary::Word`]; diacritics and hyphens tell names apart.
    pub const fn new() -> Config {
        Config {
            case: Case::Capitalized,
            overlap: Overlap::Longest,
            boundary: Boundary::Word,
            diacritics: true,
            hyphens: true,
        }
    }

    /// Sets how names are compared that are added without saying it.
    pub const fn case(mut self, case: Case) -> Config {
        self.case = case;
        self
    }

    /// Sets which of several overlapping mentions are reported.
    pub const fn overlap(mut self, overlap: Overlap) -> Config {
        self.overlap = overlap;
        self
    }

    /// Sets where mentions may start and end.
    pub const fn boundary(mut self, boundary: Boundary) -> Config {
        self.boundary = boundary;
        self
    }

    /// Sets whether diacritics tell names apart; if not, `São` is `Sao`, and
    /// letters with a stroke and ligatures too are what is written for them
    /// without: `Łódź` is `Lodz`. They do by default.
    pub const fn diacritics(mut self, matter: bool) -> Config {
        self.diacritics = matter;
        self
    }

    /// Sets whether a hyphen is another character than a space; if not,
    /// `Al-Jazeera` is `Al Jazeera`. It is by default.
    pub const fn hyphens(mut self, matter: bool) -> Config {
        self.hyphens = matter;
        self
    }
}

/// What it has been set to.
impl Config {
    /// Returns how names are compared that are added without saying it.
    pub const fn get_case(&self) -> Case {
        self.case
    }

    /// Returns which of several overlapping mentions are reported.
    pub const fn get_overlap(&self) -> Overlap {
        self.overlap
    }

    /// Returns where mentions may start and end.
    pub const fn get_boundary(&self) -> Boundary {
        self.boundary
    }

    /// Returns whether diacritics tell names apart.
    pub const fn get_diacritics(&self) -> bool {
        self.diacritics
    }

    /// Returns whether a hyphen is another character than a space.
    pub const fn get_hyphens(&self) -> bool {
        self.hyphens
    }
}

/// How the case of a name is compared with that of the text.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Case {
    /// As it is written: `US` is not `us`.
    Exact,
    /// With capitals wherever the name has them, or with more: `May` is `MAY`,
    /// but not `may`; `US` is neither `us` nor `Us`.
    ///
    /// Each word that the name begins with a capital, and its first word if
    /// there is none, must begin with a capital in the text; words that the name
    /// writes in two or more capitals alone must have no others. Everything else
    /// is compared by full case folding.
    Capitalized,
    /// By full case folding: `Strauß` is `STRAUSS`. Common words turn into
    /// mentions, so that this is for names that are none.
    Folded,
}

/// Which of several overlapping mentions are reported.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Overlap {
    /// The leftmost, and of those that start together the longest; the search
    /// goes on after its end.
    Longest,
    /// Those of [`Longest`](Overlap::Longest) and, inside each, what would be
    /// found there if it were not: `Bank of England` and in it `England`.
    Nested,
    /// All of them.
    All,
}

/// Where mentions may start and end.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Boundary {
    /// Between words.
    Word,
    /// Between words, and on both sides of each character of a script that is
    /// written without spaces, such as Chinese, Japanese and Thai.
    Unspaced,
    /// Between any two characters.
    Anywhere,
}
