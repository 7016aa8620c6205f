/*!
The quotations of a text: pairs of marks, nesting, chains over paragraphs,
repairs, and what each quotation is for.

The types to know:

* [`QuotationFinder`] finds the quotations of texts; [`quotations`] does it with
  the defaults.
* [`Quotations`] is what it returns: a slice, and the [`Convention`] of the text.
* [`Quotation`] is one stretch between [`Mark`]s, with its [`Role`] and the
  [`Reason`] for that.

# Examples

This example shows what is known of a quotation.

```
use sayso_quote::{Mark, Role, quotations};

let text = "“It’s ‘a start’,” said Ms. May of the film “Northern Star”.";
let found = quotations(text);
assert_eq!(&text[found[0].span], "“It’s ‘a start’,”");
assert_eq!(&text[found[0].inner], "It’s ‘a start’,");
assert_eq!((found[0].open, found[0].close), (Some(Mark::Left), Some(Mark::Right)));
assert_eq!((found[1].depth, found[1].parent), (1, Some(0)));
assert_eq!(found[0].role, Role::Speech);
assert_eq!(found[2].role, Role::Title);
assert!(found[2].speech < 0.5);
```

This example shows a quotation of two paragraphs. Each opens anew and only the
last closes; both have one number.

```
let text = "“They reported noises.\n\n“Nobody listened,” she said. “Nobody.”";
let found = sayso_quote::quotations(text);
let chains: Vec<usize> = found.iter().map(|q| q.chain).collect();
assert_eq!(chains, [0, 0, 1]);
assert!(!found[0].closed && !found[0].repaired);
```

This example shows a mark that is missing. The clause that reports the quotation
shows where it ends.

```
let text = "\"We will not wait, said Ms. May. \"Not for you.\"";
let found = sayso_quote::quotations(text);
assert_eq!(&text[found[0].span], "\"We will not wait,");
assert!(found[0].repaired && !found[0].closed);
assert_eq!(&text[found[1].span], "\"Not for you.\"");
```

This example shows the convention that was detected, and how to set one: then
other marks hardly open a quotation.

```
use sayso_quote::{Config, Convention, Mark, QuotationFinder, quotations};

let text = "‘No,’ she said. ‘The \"plan\" is dead.’";
let told = quotations(text).convention();
assert_eq!(told.primary, Some((Mark::SingleLeft, Mark::SingleRight)));
assert_eq!(told.secondary, Some((Mark::Straight, Mark::Straight)));

let config = Config::new().convention(Some(Convention::BRITISH));
let finder = QuotationFinder::with_config(config);
assert_eq!(finder.quotations(text).len(), 3);
```

# How it works

A scan collects the marks of the text and works out, from the characters beside
each, how surprising it would be that it opens, that it closes, and that it is
none: an apostrophe, a prime, an error. A paragraph is then read so that the sum
of surprises is least, together with those of quotations that do not close and
of pairs that do not match; a beam search keeps the time linear. In the common
paragraph, where no mark contradicts another, one pass finds the best reading
and proves it best.

A blank line ends a paragraph. In a text with hardly any, the end of a line
does, unless its lines are cut where they are full.

A text is read paragraph by paragraph, and of two more only the marks are known,
to see whether a quotation goes on in them. What depends on all of a text is
whether its lines are paragraphs and which way round it turns its guillemets;
each of the two takes a pass of its own, in the few texts where it matters.

# What does this crate not do?

It does not say who speaks: `sayso-attribution` does. It does not join what a
reporting clause cuts in two (`“No,” she said, “never”` is two quotations).
Speech that has no marks, or that a dash begins, is not found. `&quot;` is text.

# Crate features

* **serde** (off by default): the result types implement `serde::Serialize`.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod apostrophe;
mod assembler;
mod candidate;
mod census;
mod config;
mod context;
mod convention;
mod cost;
mod decoder;
mod finder;
mod hits;
mod judge;
mod layout;
mod lexicon;
mod mark;
mod paragraph;
mod quotation;
mod quotations;
mod repair;
mod reporting;
mod role;
mod scanner;
mod shapes;
mod side;
mod stack;
mod tables;

pub use crate::{
    config::Config,
    convention::Convention,
    finder::{QuotationFinder, quotations},
    mark::Mark,
    quotation::Quotation,
    quotations::Quotations,
    role::{Reason, Role},
};
