use std::io::{self, IsTerminal, Write};

use anstyle::Style;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::wording::on_one_line;

const HEADING: Style = Style::new().bold().underline();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// What is written of a document for a reader.
///
/// It writes styles; on their way to what is no terminal, `anstream` takes them
/// out again. All words that are shown are made [fit](on_one_line) for it.
pub(crate) struct Page {
    out: Vec<u8>,
    width: usize,
}

impl Page {
    /// Starts a page that is `width` columns wide.
    pub(crate) fn new(width: usize) -> Page {
        Page { out: Vec::new(), width }
    }

    /// Returns all that has been written, with styles.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// Returns all that has been written, without styles.
    #[cfg(test)]
    pub(crate) fn into_text(self) -> String {
        let text = String::from_utf8(self.out).expect("a page is text");
        anstream::adapter::strip_str(&text).to_string()
    }

    /// Says which document it is.
    pub(crate) fn title(&mut self, name: &str) -> io::Result<()> {
        writeln!(self.out, "{HEADING}{}{HEADING:#}\n", on_one_line(name))
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

    /// Writes rows of cells under their heads, the first left in its column and
    /// the others, numbers, right.
    pub(crate) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
        /// A longer name is cut.
        const WIDEST: usize = 40;
        let fit = |cell: &str| -> String {
            let cell = on_one_line(cell);
            match cell.char_indices().nth(WIDEST) {
                Some((end, _)) => format!("{}…", &cell[..end]),
                None => cell.into_owned(),
            }
        };
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| fit(cell)).collect()).collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                let cells = cells.map(String::as_str).chain([head[column]]);
                cells.map(textwrap::core::display_width).max().unwrap_or(0)
            })
            .collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| -> String {
            let mut line = String::new();
            for (column, (cell, width)) in cells.zip(&widths).enumerate() {
                let space = " ".repeat(width.saturating_sub(textwrap::core::display_width(cell)));
                if column == 0 {
                    line.extend([cell, &space]);
                } else {
                    line.extend(["  ", &space, cell]);
                }
            }
            line
        };
        writeln!(self.out, "{STRONG}{}{STRONG:#}", line(&mut head.iter().copied()))?;
        for row in &rows {
            writeln!(self.out, "{}", line(&mut row.iter().map(String::as_str)))?;
        }
        Ok(())
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
pub(crate) fn width() -> usize {
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
