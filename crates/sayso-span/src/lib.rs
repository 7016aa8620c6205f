/*!
Spans of text: where something is, in bytes, code points or UTF-16 code units.

The crate has two types.

* [`Span`] is a pair of byte offsets, half open, `start <= end`. Every `sayso`
  crate reports what it found as spans of the text it was given, so that
  `&text[span]` is what was found and nothing is copied.
* [`CharOffsets`] converts between the bytes that Rust counts, the code points
  that Python counts, and the UTF-16 code units that JavaScript, Java and C#
  count. It is for the edge of a program, where spans go out or come in.

# Example

This example shows a span as it leaves a program for one that counts code
points.

```
use sayso_span::{CharOffsets, Span};

let text = "“Não”, said Zoë.";
let zoe = Span::new(17, 21);
assert_eq!(&text[zoe], "Zoë");

let offsets = CharOffsets::new(text);
assert_eq!(offsets.to_chars(zoe), 12..15);
assert_eq!(offsets.from_chars(12..15), Some(zoe));
```

# What does this crate not do?

It has no tokens, no sentences and no text of its own: a span does not know
which text it belongs to. It does not store labels. A crate that has more to
say about a place in a text defines a type with a field `span`.

# Crate features

* **serde** (off by default): [`Span`] is serialized as `[start, end]`.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod char_offsets;
mod span;

pub use crate::{char_offsets::CharOffsets, span::Span};
