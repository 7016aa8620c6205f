use dom_query::Document;
use dom_smoothie::{Article, Readability};
use encoding_rs::Encoding;

use super::{
    Fields, Problem, Record,
    draft::Place,
    encoding::{self, Stated},
    paragraphs::paragraphs,
};

/// Reads a page: its article, without what stands around it.
///
/// Paragraphs are kept as paragraphs, since quotations go on over them. What the
/// page tells of the article becomes fields: `title`, `byline`, `published`.
pub(super) fn record(
    place: &Place,
    bytes: &[u8],
    stated: Stated,
    fields: &Fields,
) -> Result<Record, Problem> {
    let stated = match (stated, meta(bytes)) {
        (Stated::Nowhere, Some(encoding)) => Stated::There(encoding),
        _ => stated,
    };
    let decoded = encoding::decode(place, bytes, stated)?;
    if depth(&decoded.text) > DEEPEST {
        return Err(place.problem(format!("elements in elements, more than {DEEPEST} deep")));
    }
    let article = Readability::new(&*decoded.text, None, None).and_then(|mut page| page.parse());
    let text = match &article {
        Ok(article) => paragraphs(&Document::from(article.content.clone())),
        // A page of a few lines is not taken for an article, and all there is.
        Err(_) => paragraphs(&Document::from(&*decoded.text)),
    };
    if text.is_empty() {
        return Err(place.problem("no text in this page"));
    }
    let mut record = Record::from_text(&place.file.name, text, fields);
    if let Ok(Article { title, byline, published_time, .. }) = article {
        record.add("title", Some(&title).filter(|title| !title.is_empty()));
        record.add("byline", byline.as_ref());
        record.add("published", published_time.as_ref());
    }
    record.decoded(decoded.encoding, decoded.guessed);
    Ok(record)
}

/// Where every element opens another, the parser takes the square of the time, and
/// a megabyte of `<div>` would hold up everything for minutes. Pages that somebody
/// reads are a hundred deep at most.
const DEEPEST: usize = 1000;

/// Returns how deep elements stand in one another, at most. Where ends may be left
/// out, elements are not counted.
fn depth(page: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut tags = page.as_bytes().split(|&byte| byte == b'<');
    tags.next();
    for tag in tags {
        let (end, name) = match tag.strip_prefix(b"/") {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let length = name.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..length].to_ascii_lowercase();
        match &name[..] {
            b"" | b"p" | b"li" | b"td" | b"th" | b"tr" | b"dd" | b"dt" | b"option" | b"br"
            | b"img" | b"hr" | b"meta" | b"link" | b"input" | b"source" | b"wbr" | b"area"
            | b"embed" | b"col" | b"tbody" | b"thead" | b"base" | b"track" | b"param"
            | b"path" => {}
            _ if end => depth = depth.saturating_sub(1),
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Returns the encoding that the page says it is in. It is to say so at once.
fn meta(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAID: &[u8] = b"charset=";
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let at = head.windows(SAID.len()).position(|window| window == SAID)? + SAID.len();
    let rest = head[at..].trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| b"\"'; />".contains(b)).unwrap_or(rest.len());
    Encoding::for_label(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::{depth, meta};

    #[test]
    fn elements_in_elements() {
        assert_eq!(depth("<!doctype html><p>a<p>b<br><img src=x>"), 0);
        assert_eq!(depth("<div><b>a</b><i>b</i></div> < <section>"), 2);
        assert_eq!(depth("</div></div><div>"), 1);
    }

    #[test]
    fn what_a_page_says_of_itself() {
        let name = |page: &[u8]| meta(page).map(encoding_rs::Encoding::name);
        assert_eq!(name(b"<meta charset=\"latin1\">"), Some("windows-1252"));
        let old = b"<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>";
        assert_eq!(name(old), Some("Shift_JIS"));
        assert_eq!(name(b"<p>charset="), None);
        assert_eq!(name(b"<p>"), None);
    }
}
