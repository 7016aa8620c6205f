/*!
Reads a news article and says who said what.

An [`Analyzer`] takes a text and returns an [`Analysis`]: tokens, sentences,
quotations, mentions of names, and attributions, each as plain data with spans
into the text. It is built once, is immutable, and is shared among threads.

The parts are crates of their own, which this one joins and adds nothing to:
[`token`], [`sentence`], [`quote`], [`gazetteer`] and [`attribution`]. Who needs
only one of them is better off with that crate.

# Example: who said what

```
use sayso::Analyzer;

let text = "“We will not wait,” said Ruth Adeyemi, the mayor. She said the sale was off.";
let analysis = Analyzer::new().analyze(text);

let said: Vec<(String, &str)> = analysis
    .attributions
    .iter()
    .map(|a| (a.speakers[0].to_string(), &text[a.content[0]]))
    .collect();
assert_eq!(
    said,
    [
        ("Ruth Adeyemi".into(), "“We will not wait,”"),
        ("Ruth Adeyemi".into(), "the sale was off"),
    ]
);
```

# Example: who they are

Everybody whom a text mentions is an [`Entity`], with all mentions and what the
text tells of them. An attribution says which of them speak, and by which steps
that was found.

```
use sayso::Analyzer;

let text = "Ruth Adeyemi, the mayor of Hale, was late. “I know,” she said.";
let analysis = Analyzer::new().analyze(text);

let said = &analysis.attributions[0];
let adeyemi = &analysis.entities[said.entities[0]];
assert_eq!(adeyemi.name.to_string(), "Ruth Adeyemi");
assert_eq!(adeyemi.description.as_deref(), Some("mayor of Hale"));
let mentions: Vec<&str> = adeyemi.mentions.iter().map(|&span| &text[span]).collect();
assert_eq!(mentions, ["Ruth Adeyemi", "the mayor", "she"]);

let step = said.steps[0];
assert_eq!((step.kind.as_str(), &text[step.from]), ("pronoun", "she"));
assert_eq!(&text[step.to], "Ruth Adeyemi");
```

# Example: names of one's own

People of a gazetteer of one's own who speak are named as it names them, and
have its key. It goes before the gazetteer for news: what overlaps one of its
mentions is none of that.

```
use sayso::{Analyzer, gazetteer::Gazetteer};

let mut names = Gazetteer::builder();
names.entry("p17", "person", "Imogen Hale");
let analyzer = Analyzer::builder().gazetteer(names.build()?).build();

let text = "Nobody has seen Imogen Hale since. “No,” Hale said.";
let analysis = analyzer.analyze(text);
let mention = analysis.mentions[0];
assert_eq!(&text[mention.span], "Imogen Hale");
assert_eq!(analyzer.gazetteers().entry(mention).key, "p17");
let speaker = analysis.attributions[0].entities[0];
assert_eq!(analysis.entities[speaker].key.as_deref(), Some("p17"));
# Ok::<(), sayso::gazetteer::BuildError>(())
```

# Example: offsets for other languages

Spans are in bytes. [`CharOffsets`] converts them to the code points that Python
counts and the UTF-16 code units that JavaScript counts.

```
use sayso::{Analyzer, CharOffsets};

let text = "“Não,” he said.";
let quotation = Analyzer::new().analyze(text).quotations[0];
assert_eq!(quotation.span, 0..11);
assert_eq!(CharOffsets::new(text).to_chars(quotation.span), 0..6);
```

# Crate features

* **compiled-data** (on by default): the model for English is compiled in, four
  megabytes. Without it, attributions are found by rules unless a model is given
  to [`Builder::attributor`].
* **news** (on by default): a gazetteer of countries, organizations, titles and
  given names is compiled in, one megabyte, and looked for by default.
* **serde** (off by default): results implement `serde::Serialize`.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../../../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod analysis;
mod analyzer;

pub use sayso_attribution::{self as attribution, Attribution, Entities, Entity};
pub use sayso_gazetteer::{self as gazetteer, Mention};
pub use sayso_quote::{self as quote, Quotation};
pub use sayso_sentence::{self as sentence, Sentence};
pub use sayso_span::{CharOffsets, Span};
pub use sayso_token::{self as token, Token};

pub use crate::{
    analysis::Analysis,
    analyzer::{Analyzer, Builder},
};
