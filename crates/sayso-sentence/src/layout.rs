use crate::{Paragraphs, chars, marker::Marker};

/// What a single line break means in a document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Layout {
    /// Not known: the first single line break will tell. Most texts have none, and
    /// need not be read for it.
    Undecided,
    /// No more than a space.
    Space,
    /// The end of a paragraph.
    Paragraph,
    /// The end of a paragraph, but where the next line plainly goes on.
    Line,
    /// A space where the line was full, else the end of a paragraph.
    Wrapped {
        /// The longest line, in characters.
        width: usize,
    },
}

/// White space between two stretches of text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    /// Where the white space begins.
    pub(crate) start: usize,
    /// Where it ends, which may be at its start.
    pub(crate) end: usize,
    /// Line breaks in it, a carriage return and line feed counted once.
    breaks: usize,
}

impl Gap {
    /// Reads the white space at an offset.
    #[inline]
    pub(crate) fn at(text: &str, start: usize) -> Gap {
        let bytes = text.as_bytes();
        // Almost every gap is one space.
        if let [b' ', next, ..] = bytes[start..] {
            if next > b' ' && next < 0x80 {
                return Gap { start, end: start + 1, breaks: 0 };
            }
        }
        let (mut end, mut breaks) = (start, 0);
        while let Some(c) = chars::at(text, end) {
            if !c.is_whitespace() {
                break;
            }
            let second = c == '\n' && end > start && bytes[end - 1] == b'\r';
            breaks += usize::from(chars::is_line_break(c) && !second);
            // A paragraph separator or a page break stands for a blank line.
            breaks += usize::from(matches!(c, '\u{2029}' | '\u{C}'));
            end += c.len_utf8();
        }
        Gap { start, end, breaks }
    }

    /// Whether there is no white space.
    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// Lines of up to this many characters can be the work of a program or a
/// typist who breaks lines at a margin.
const WIDEST: usize = 132;

/// Lines shorter than this are a list or a poem.
const NARROWEST: usize = 40;

impl Layout {
    pub(crate) fn of(paragraphs: Paragraphs, text: &str) -> Layout {
        match paragraphs {
            Paragraphs::BlankLine => Layout::Space,
            Paragraphs::EveryLine => Layout::Paragraph,
            Paragraphs::Wrapped => Layout::Wrapped { width: Width::of(text).longest },
            Paragraphs::Detect => Layout::Undecided,
        }
    }

    /// Lines are wrapped if most of those that another line follows were full:
    /// the next word had no place in them. Where each line is a paragraph, that
    /// is rare.
    fn detect(text: &str) -> Layout {
        let Width { longest: width, plausible: true } = Width::of(text) else {
            return Layout::Line;
        };
        let (mut followed, mut full, mut unfinished) = (0_usize, 0_usize, 0_usize);
        let mut lines = Lines::of(text).peekable();
        while let Some(line) = lines.next() {
            let Some(next) = lines.peek() else { break };
            if line.is_empty() || next.is_empty() {
                continue;
            }
            followed += 1;
            if length(line) + 1 + length(first_word(next)) > width {
                full += 1;
                unfinished += usize::from(!ends_with_final_mark(line));
            }
        }
        // Three of five, since the last line of a paragraph may be followed by the
        // next paragraph at once; and if full lines end as often as not with a
        // final mark, it is by chance that they are full.
        let wrapped = full >= 2 && full * 5 >= followed * 3 && unfinished * 2 >= full;
        if wrapped { Layout::Wrapped { width } } else { Layout::Line }
    }

    /// Whether a paragraph, and with it a sentence, ends at the white space.
    #[inline]
    pub(crate) fn parts(&mut self, text: &str, gap: Gap) -> bool {
        match gap.breaks {
            0 => false,
            1 => self.line_parts(text, gap),
            _ => true,
        }
    }

    fn line_parts(&mut self, text: &str, gap: Gap) -> bool {
        if *self == Layout::Undecided {
            *self = Layout::detect(text);
        }
        match *self {
            Layout::Space => false,
            Layout::Paragraph => true,
            Layout::Line | Layout::Undecided => !goes_on(text, gap),
            Layout::Wrapped { width } => !goes_on(text, gap) && !is_full(text, gap, width),
        }
    }
}

/// Whether the line after the break begins in the middle of a sentence: in lower
/// case, while the line before it has no final mark.
fn goes_on(text: &str, gap: Gap) -> bool {
    chars::at(text, gap.end).is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | '.'))
        && !ends_with_final_mark(&text[..gap.start])
        && Marker::read(text, gap.end).is_none()
}

/// Whether the first word after the break had no place in the line before it.
fn is_full(text: &str, gap: Gap, width: usize) -> bool {
    // Look no farther than a full line reaches, that time stays linear.
    let reach = gap.start.saturating_sub(4 * width);
    let line = &text.as_bytes()[reach..gap.start];
    let line = match line.iter().rposition(|&byte| matches!(byte, b'\n' | b'\r')) {
        Some(at) => &line[at + 1..],
        None => line,
    };
    let used = line.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    let slack = width / 8;
    used + 1 + length(first_word(&text[gap.end..])) + slack > width
}

/// How wide the lines of a text are, in characters.
#[derive(Clone, Copy, Debug)]
struct Width {
    /// The longest line, but for those that no margin can have made.
    longest: usize,
    /// Whether lines are as they are where text is wrapped.
    plausible: bool,
}

impl Width {
    fn of(text: &str) -> Width {
        let (mut longest, mut long, mut count) = (0, 0_usize, 0_usize);
        for line in Lines::of(text).filter(|line| !line.is_empty()) {
            count += 1;
            // Most lines of news are paragraphs and many times as long.
            if line.len() > 4 * WIDEST || line.len() > WIDEST && length(line) > WIDEST {
                long += 1;
                // A few of them decide, before the rest of the text is read.
                if long >= 4 && long * 4 > count {
                    break;
                }
            } else if line.len() > longest {
                longest = longest.max(length(line));
            }
        }
        // A line that cannot be broken, an address for example, may be long.
        Width { longest, plausible: longest >= NARROWEST && long * 10 <= count }
    }
}

/// The lines of a text without the white space at their ends.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Lines<'t> {
        Lines { text, at: 0 }
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.at >= self.text.len() {
            return None;
        }
        let end = chars::next_line_feed(self.text, self.at).unwrap_or(self.text.len());
        let line = &self.text[self.at..end];
        self.at = end + 1;
        Some(line.trim())
    }
}

fn length(line: &str) -> usize {
    line.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

fn first_word(line: &str) -> &str {
    // A longer one has no place in any line.
    let limit = line.len().min(4 * WIDEST);
    let end = line.as_bytes()[..limit].iter().position(|byte| byte.is_ascii_whitespace());
    let end = end.unwrap_or(limit);
    line.get(..end).unwrap_or(line.get(..0).unwrap_or_default())
}

fn ends_with_final_mark(text: &str) -> bool {
    let closers = ['"', '\'', '”', '’', ')', ']', '»'];
    // Few closers stand after a mark; a run of them is something else.
    let mut ends = text.trim_end().chars().rev().take(4).skip_while(|c| closers.contains(c));
    ends.next().is_some_and(|c| chars::is_final(c) || c == ':')
}
