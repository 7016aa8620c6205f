use dom_query::{Document, NodeRef};

/// Returns the text of a page as it would be read: paragraphs, with a blank line
/// between them.
///
/// White space is what it is in a page, a single space, but for spaces that must
/// not be broken at, and in what is set out by hand (`pre`).
pub(super) fn paragraphs(page: &Document) -> String {
    let mut text = Text::default();
    // No recursion: a page may be nested deep.
    let mut open: Vec<Visit<'_>> = vec![Visit::Enter(page.root())];
    let mut set_out = 0;
    while let Some(visit) = open.pop() {
        match visit {
            Visit::Enter(node) if node.is_text() => {
                if set_out > 0 {
                    text.lines(&node.text())
                } else {
                    text.words(&node.text())
                }
            }
            Visit::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let element = Element::of(&name);
                match element {
                    Element::Unseen => continue,
                    Element::Break => text.break_line(),
                    Element::Block | Element::SetOut => text.break_paragraph(),
                    Element::Inline => {}
                }
                set_out += usize::from(element == Element::SetOut);
                open.push(Visit::Leave(element));
                open.extend(node.children_it(true).map(Visit::Enter));
            }
            Visit::Leave(element) => {
                set_out -= usize::from(element == Element::SetOut);
                if matches!(element, Element::Block | Element::SetOut) {
                    text.break_paragraph();
                }
            }
        }
    }
    text.written
}

enum Visit<'p> {
    Enter(NodeRef<'p>),
    Leave(Element),
}

/// What an element does to the flow of text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Element {
    /// Nothing.
    Inline,
    /// It ends a line.
    Break,
    /// It is a paragraph, or has some.
    Block,
    /// It is a paragraph whose lines and spaces are as they are.
    SetOut,
    /// What is in it is no text to be read.
    Unseen,
}

impl Element {
    fn of(name: &str) -> Element {
        match name {
            "br" => Element::Break,
            "pre" => Element::SetOut,
            "head" | "script" | "style" | "noscript" | "template" | "svg" | "math" | "button"
            | "select" | "textarea" | "iframe" | "object" => Element::Unseen,
            "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "dd"
            | "details" | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption"
            | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "header" | "hgroup" | "hr" | "li" | "main" | "nav" | "ol" | "p" | "section"
            | "summary" | "table" | "td" | "th" | "tr" | "ul" => Element::Block,
            _ => Element::Inline,
        }
    }
}

/// Text that is being written, and what is owed before the next word.
#[derive(Default)]
struct Text {
    written: String,
    owed: Owed,
}

#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Owed {
    #[default]
    Nothing,
    Space,
    Line,
    Paragraph,
}

impl Text {
    /// Adds words, with single spaces between them.
    fn words(&mut self, words: &str) {
        for (position, word) in words.split([' ', '\t', '\n', '\r', '\u{C}']).enumerate() {
            if position > 0 {
                self.owed = self.owed.max(Owed::Space);
            }
            self.add(word);
        }
    }

    /// Adds text whose lines and spaces are to be kept.
    fn lines(&mut self, lines: &str) {
        for (position, line) in lines.split('\n').enumerate() {
            if position > 0 {
                self.break_line();
            }
            self.add(line);
        }
    }

    fn add(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if !self.written.is_empty() {
            self.written.push_str(match self.owed {
                Owed::Nothing => "",
                Owed::Space => " ",
                Owed::Line => "\n",
                Owed::Paragraph => "\n\n",
            });
        }
        self.owed = Owed::Nothing;
        self.written.push_str(words);
    }

    /// Ends a line. Two ends are the end of a paragraph, as many pages have it.
    fn break_line(&mut self) {
        self.owed = if self.owed >= Owed::Line { Owed::Paragraph } else { Owed::Line };
    }

    fn break_paragraph(&mut self) {
        self.owed = Owed::Paragraph;
    }
}

#[cfg(test)]
mod tests {
    use super::{Document, paragraphs};

    fn read(page: &str) -> String {
        paragraphs(&Document::from(page))
    }

    #[test]
    fn one_for_each_block() {
        let page = "<p>“We <b>will</b>\n  not <i>wait</i>.\n</p><p>“Not&nbsp; now.”</p><ul><li>a<li>b</ul>c";
        assert_eq!(read(page), "“We will not wait.\n\n“Not\u{A0} now.”\n\na\n\nb\n\nc");
        assert_eq!(read("<div>a<div>b</div> c <span>d</span>e</div>"), "a\n\nb\n\nc de");
        assert_eq!(read(""), "");
    }

    #[test]
    fn lines() {
        assert_eq!(read("<p>a<br>b <br> c<br/><br/>d</p>"), "a\nb\nc\n\nd");
        assert_eq!(read("<pre>a\n  b\n\nc</pre>d"), "a\n  b\n\nc\n\nd");
    }

    #[test]
    fn what_nobody_reads() {
        assert_eq!(read("<title>t</title><style>s</style>a<script>b</script> c<!-- d -->"), "a c");
    }

    #[test]
    fn nested_deep() {
        let page = "<div>".repeat(1_000) + "a";
        assert_eq!(read(&page), "a");
    }
}
