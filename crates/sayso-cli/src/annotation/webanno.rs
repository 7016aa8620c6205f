use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use sayso::{Attribution, CharOffsets, Span};
use serde_json::{Value, json};

use super::{Annotate, Article};
use crate::format::{Sheet, rounded};

/// W3C Web Annotations, as JSON-LD: an `AnnotationPage` for a document, on a line.
pub(super) struct Webanno;

/// How many characters around a quotation tell it from the same words elsewhere.
const CONTEXT: usize = 32;

impl Annotate for Webanno {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let iri = iri(&article.record.name);
        let pointer = Pointer { iri: &iri, text: article.text() };
        let offsets = CharOffsets::new(article.text());
        let items = article.attributions().iter().enumerate();
        let items: Vec<Value> = items
            .map(|(number, attribution)| {
                let mut item = annotation(&pointer, &offsets, attribution);
                item["id"] = format!("{iri}#attribution-{}", number + 1).into();
                item
            })
            .collect();
        let page = json!({
            "@context": [
                "http://www.w3.org/ns/anno.jsonld",
                {"role": "https://docs.rs/sayso-cli#role", "confidence": "https://docs.rs/sayso-cli#confidence"},
            ],
            "id": format!("{iri}#attributions"),
            "type": "AnnotationPage",
            "items": items,
        });
        serde_json::to_writer(&mut sheet.bytes, &page)?;
        sheet.bytes.write_all(b"\n")?;
        sheet.end_file("jsonld");
        Ok(())
    }
}

/// Where annotations point.
struct Pointer<'a> {
    iri: &'a str,
    text: &'a str,
}

fn annotation(pointer: &Pointer<'_>, offsets: &CharOffsets<'_>, found: &Attribution) -> Value {
    let resource = |span| pointer.resource(offsets, span);
    let body = |purpose: &str, value: String| json!({"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"});
    let mut bodies: Vec<Value> =
        found.speakers.iter().map(|speaker| body("identifying", speaker.to_string())).collect();
    bodies.push(body("classifying", found.kind.as_str().into()));
    for (role, span) in [("source", found.source), ("cue", found.cue)] {
        if let Some(span) = span {
            let mut part = resource(span);
            part["purpose"] = "describing".into();
            part["role"] = role.into();
            bodies.push(part);
        }
    }
    let mut targets: Vec<Value> = found.content.iter().map(|&span| resource(span)).collect();
    let target = if targets.len() == 1 {
        targets.remove(0)
    } else {
        // One content in several places, in this order.
        json!({"type": "List", "items": targets})
    };
    json!({
        "id": null,
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": target,
        "confidence": rounded(found.confidence),
    })
}

impl Pointer<'_> {
    /// Points at a span: by place, and by the words with what stands around them.
    fn resource(&self, offsets: &CharOffsets<'_>, span: Span) -> Value {
        let chars = offsets.to_chars(span);
        let before = self.text[..span.start()].char_indices().rev().take(CONTEXT).last();
        let after = self.text[span.end()..].char_indices().nth(CONTEXT);
        let prefix = before.map_or("", |(at, _)| &self.text[at..span.start()]);
        let suffix = &self.text[span.end()..];
        let suffix = after.map_or(suffix, |(at, _)| &suffix[..at]);
        json!({
            "type": "SpecificResource",
            "source": self.iri,
            "selector": [
                {"type": "TextPositionSelector", "start": chars.start(), "end": chars.end()},
                {"type": "TextQuoteSelector", "exact": &self.text[span], "prefix": prefix, "suffix": suffix},
            ],
        })
    }
}

/// Makes an IRI of the name of a document: as it is if it is one, and relative
/// otherwise.
fn iri(name: &str) -> String {
    let absolute =
        name.starts_with("https://") || name.starts_with("http://") || name.starts_with("urn:");
    let mut iri = String::new();
    for c in name.chars() {
        let kept = c.is_ascii_alphanumeric()
            || matches!(c, '-' | '_' | '.' | '~' | '/')
            || absolute
                && c.is_ascii_graphic()
                && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '#');
        if kept {
            iri.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                write!(iri, "%{byte:02X}").expect("a string can be written to");
            }
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn names_as_iris() {
        assert_eq!(iri("a b/é:1.txt"), "a%20b/%C3%A9%3A1.txt");
        assert_eq!(iri("https://example.org/a?b=c%20d#e"), "https://example.org/a?b=c%20d%23e");
    }
}
