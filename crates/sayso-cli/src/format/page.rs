use std::io::{self, IsTerminal, Write};

use anstyle::Style;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::wording::on_one_line;

const HEADING: Style = Style::new().bold().underline();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// Where results are written for a reader.
///
/// It writes styles; on their way to what is no terminal, `anstream` takes them
/// out again. All words that are shown are made [fit](on_one_line) for it.
pub(crate) struct Page {
    out: Box<dyn Write>,
    width: usize,
    /// Whether a document stands above.
    started: bool,
}

impl Page {
    /// Starts a page that is `width` columns wide.
    pub(crate) fn new(out: Box<dyn Write>, width: usize) -> Page {
        Page { out, width, started: false }
    }

    /// Writes what it has held back.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Starts a document, and says which one if there may be several.
    pub(crate) fn document(&mut self, name: Option<&str>) -> io::Result<()> {
        if let Some(name) = name {
            let blank = if self.started { "\n" } else { "" };
            writeln!(self.out, "{blank}{HEADING}{}{HEADING:#}\n", on_one_line(name))?;
        }
        self.started = true;
        Ok(())
    }

    /// Leaves a line free between two blocks.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Says something in passing, such as that nothing was found.
    pub(crate) fn remark(&mut self, remark: &str) -> io::Result<()> {
        writeln!(self.out, "{FAINT}({remark}){FAINT:#}")
    }

    /// Writes the head of a block: a name, and details of less weight.
    pub(crate) fn head(&mut self, name: &str, details: &[&str]) -> io::Result<()> {
        write!(self.out, "{STRONG}{}{STRONG:#}", on_one_line(name))?;
        self.details(" · ", details)
    }

    /// Writes words of the text, wrapped and indented by `level` steps, and
    /// details of less weight behind them.
    pub(crate) fn words(&mut self, level: usize, words: &str, details: &[&str]) -> io::Result<()> {
        let indent = " ".repeat(4 * level);
        let options = Options::new(self.width)
            .initial_indent(&indent)
            .subsequent_indent(&indent)
            // A word that is too long stays whole: it is an address, mostly.
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        let mut end = "";
        for paragraph in paragraphs(words) {
            for line in textwrap::wrap(&on_one_line(paragraph), &options) {
                write!(self.out, "{end}{line}")?;
                end = "\n";
            }
        }
        self.details(" · ", details)
    }

    /// Writes words of the text on a line of their own, however long, and
    /// details of less weight after tabs.
    pub(crate) fn line(&mut self, words: &str, details: &[&str]) -> io::Result<()> {
        write!(self.out, "{}", on_one_line(words))?;
        self.details("\t", details)
    }

    /// Ends a line with details.
    fn details(&mut self, separator: &str, details: &[&str]) -> io::Result<()> {
        for detail in details {
            write!(self.out, "{FAINT}{separator}{}{FAINT:#}", on_one_line(detail))?;
        }
        writeln!(self.out)
    }
}

/// Returns the paragraphs of words that may go on over several: what stands
/// between blank lines.
fn paragraphs(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let mut at = 0;
        for line in words.split_inclusive('\n') {
            if at > 0 && line.ends_with('\n') && line.trim().is_empty() {
                rest = Some(&words[at + line.len()..]);
                return Some(&words[..at]);
            }
            at += line.len();
        }
        rest = None;
        Some(words)
    })
    .filter(|paragraph| !paragraph.trim().is_empty())
}

/// Returns the width of a page on standard output.
pub(super) fn width() -> usize {
    /// Longer lines are hard to read.
    const WIDEST: usize = 100;
    if io::stdout().is_terminal() { textwrap::termwidth().clamp(20, WIDEST) } else { 80 }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn between_blank_lines() {
        let split = |words| paragraphs(words).collect::<Vec<_>>();
        assert_eq!(split("a b"), ["a b"]);
        assert_eq!(split("a\nb\n\nc\r\n \r\n\n\nd\n"), ["a\nb\n", "c\r\n", "d\n"]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("\n\na"), ["a"]);
    }
}

/// What tests give a page to be written on.
#[cfg(test)]
#[derive(Clone, Default)]
pub(crate) struct Paper(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

#[cfg(test)]
impl Paper {
    /// Returns what has been written, without styles.
    pub(crate) fn text(&self) -> String {
        let text = String::from_utf8(self.0.borrow().clone()).expect("a page is text");
        anstream::adapter::strip_str(&text).to_string()
    }
}

#[cfg(test)]
impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
