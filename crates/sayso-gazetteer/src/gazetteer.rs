use alloc::{borrow::Cow, vec::Vec};

use crate::{
    Builder, Config, Entry, EntryId, LoadError, Mention, Mentions, Overlap,
    error::LoadErrorKind,
    layout::{Header, Tables, u32_at},
    record::Record,
    substring::Automaton,
};

/// A dictionary of names that finds their mentions in text.
///
/// It is made by a [`Builder`], or read from bytes that one has made. It is
/// immutable, and one serves any number of threads.
///
/// It holds its names as bytes of type `B`. That is for who loads a large
/// gazetteer: [`from_bytes`](Gazetteer::from_bytes) copies nothing, so that `B`
/// can be a file mapped into memory. For everybody else, `Gazetteer` is a type
/// without parameters.
///
/// # Example
///
/// ```
/// use sayso_gazetteer::Gazetteer;
///
/// let mut builder = Gazetteer::builder();
/// let uk = builder.entry("GB", "country", "United Kingdom");
/// builder.alias(uk, "UK");
/// let gazetteer = builder.build()?;
///
/// let mention = gazetteer.mentions("The UK’s plan").next().unwrap();
/// assert_eq!(mention.span, 4..6);
/// assert_eq!(gazetteer.entry(mention.id).name, "United Kingdom");
/// # Ok::<(), sayso_gazetteer::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Gazetteer<B = Cow<'static, [u8]>> {
    bytes: B,
    header: Header,
    /// For mentions that may start or end inside a word.
    automaton: Option<Automaton>,
}

impl Gazetteer {
    /// Returns a builder without entries.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns the ready gazetteer for English news: countries and their peoples,
    /// states, large cities, regions, international organizations, parties,
    /// parliaments, ministries, agencies, courts, central banks, media, companies,
    /// titles, given names, dates. It knows no persons, because they come and go.
    ///
    /// Nothing is built or copied, so that there is no need to keep it.
    ///
    /// The types are `country`, `state`, `city`, `county`, `region`, `people` (a
    /// nationality or another kind of people), `organization`, `media`, `company`,
    /// `title`, `given-name` and `date`. The properties are `country` (ISO 3166),
    /// `capital`, `historical`, `sort` (of an organization: `bank`, `party`,
    /// `court`, …) and `gender` (`feminine`, `masculine`). The keys of countries
    /// and states are ISO 3166 codes, those of cities GeoNames numbers.
    ///
    /// Cities are from [GeoNames](https://www.geonames.org), Creative Commons
    /// Attribution 4.0; names of countries are from the Unicode CLDR.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso_gazetteer::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::news();
    /// let text = "A spokeswoman for the U.N. in Geneva";
    /// let found: Vec<_> = gazetteer
    ///     .mentions(text)
    ///     .map(|m| (&text[m.span], gazetteer.entry(m.id).kind))
    ///     .collect();
    /// let expected = [("spokeswoman", "title"), ("U.N.", "organization"), ("Geneva", "city")];
    /// assert_eq!(found, expected);
    /// ```
    #[cfg(feature = "news")]
    pub fn news() -> Gazetteer {
        Gazetteer::from_bytes(Cow::Borrowed(sayso_gazetteer_en::NEWS))
            .expect("a test reads and verifies it")
    }
}

impl<B: AsRef<[u8]>> Gazetteer<B> {
    /// Returns the gazetteer that the bytes hold, without copying them.
    ///
    /// The header is checked, and nothing else is read: this takes the same time
    /// for any number of names (unless mentions may start inside a word, see
    /// [`Config::boundary`]). Damage behind the header makes mentions wrong, but
    /// nothing panics; [`verify`](Gazetteer::verify) finds it.
    ///
    /// # Errors
    ///
    /// If the bytes are not those of a gazetteer, or of a format that this version
    /// does not know, or are cut off.
    ///
    /// # Example
    ///
    /// This example shows a gazetteer on its way through a file.
    ///
    /// ```
    /// use sayso_gazetteer::{Builder, Gazetteer};
    ///
    /// let mut builder = Builder::new();
    /// builder.entry("FR", "country", "France");
    /// let file: Vec<u8> = builder.build()?.as_bytes().to_vec();
    ///
    /// let gazetteer = Gazetteer::from_bytes(file.as_slice())?;
    /// gazetteer.verify()?;
    /// assert_eq!(gazetteer.mentions("in France").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_bytes(bytes: B) -> Result<Gazetteer<B>, LoadError> {
        let header = Header::read(bytes.as_ref())?;
        let automaton = Automaton::new(&header.tables(bytes.as_ref()))?;
        Ok(Gazetteer { bytes, header, automaton })
    }

    /// Returns the bytes that [`from_bytes`](Gazetteer::from_bytes) reads.
    ///
    /// They are the same on every machine, and the same for the same builder.
    /// The format has a version; a later version of this crate may refuse it, so
    /// keep what the gazetteer was built from.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_ref()
    }

    /// Returns a copy of the bytes that [`from_bytes`](Gazetteer::from_bytes)
    /// reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.as_bytes().to_vec()
    }

    /// Reads all of the bytes to find out whether they are what was written.
    ///
    /// # Errors
    ///
    /// If they are damaged.
    pub fn verify(&self) -> Result<(), LoadError> {
        if self.tables().checksum() == self.header.checksum {
            Ok(())
        } else {
            Err(LoadError { kind: LoadErrorKind::Corrupt })
        }
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.header.entries as usize
    }

    /// Returns whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the configuration that it has been built with, as
    /// [`with_overlap`](Gazetteer::with_overlap) has changed it.
    pub fn config(&self) -> Config {
        self.header.config
    }

    /// Sets which of several overlapping mentions are reported.
    pub fn with_overlap(mut self, overlap: Overlap) -> Gazetteer<B> {
        self.header.config.overlap = overlap;
        self
    }

    /// Returns what is known of an entry.
    ///
    /// # Panics
    ///
    /// If the entry is of another, larger gazetteer.
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        assert!(id.index() < self.len(), "the entry is of another gazetteer");
        let tables = self.tables();
        let offset = |id: usize| u32_at(tables.entries, id * 4) as usize;
        let entry = offset(id.index())..offset(id.index() + 1);
        Entry::read(tables.strings, tables.strings.get(entry).unwrap_or_default())
    }

    /// Returns all entries, in the order in which they were added.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, Entry<'_>)> {
        (0..self.header.entries).map(|at| (EntryId(at), self.entry(EntryId(at))))
    }

    /// Returns all entries that a mention may mean, those of the highest
    /// priority first, and of equal priority in the order in which they were
    /// added. The mention must be of this gazetteer.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso_gazetteer::Builder;
    ///
    /// let mut builder = Builder::new();
    /// let state = builder.entry("US-GA", "state", "Georgia");
    /// let country = builder.entry("GE", "country", "Georgia");
    /// builder.priority(country, 1);
    /// let gazetteer = builder.build()?;
    ///
    /// let mention = gazetteer.mentions("in Georgia").next().unwrap();
    /// assert_eq!(mention.id, country);
    /// assert!(gazetteer.ids(mention).eq([country, state]));
    /// # Ok::<(), sayso_gazetteer::BuildError>(())
    /// ```
    pub fn ids(&self, mention: Mention) -> impl Iterator<Item = EntryId> + '_ {
        let record = Record::read(self.tables().records, mention.surface.group);
        let entries = self.header.entries;
        record.into_iter().flat_map(move |r| r.ids(mention.surface.spellings, entries))
    }

    /// Returns the mentions in the text, in order of their starts, the longer
    /// of those that start together first.
    ///
    /// # Complexity
    ///
    /// Linear in the size of the text. The worst that a text can be made to cost
    /// is, for each of its words, as many steps as the longest name has words
    /// (at most 64), each of at most 256 looks into a table.
    pub fn mentions<'g, 't>(&'g self, text: &'t str) -> Mentions<'g, 't> {
        Mentions::new(self.tables(), self.automaton.as_ref(), text)
    }

    fn tables(&self) -> Tables<'_> {
        self.header.tables(self.bytes.as_ref())
    }
}
