use sayso::Span;

use crate::{Document, Gold};

/// Text in which attributions are marked by hand.
///
/// `{source 1|The mayor} {cue 1|said} {content 1|that it was late}.`: a role, the
/// numbers of the attributions that it belongs to, a bar, and the words. Marks may
/// lie inside others. A backslash before a brace or another backslash stands for
/// the character itself.
pub(crate) struct Markup<'a> {
    rest: &'a str,
    /// The text so far.
    text: String,
    /// What is open: role, numbers, where it begins.
    open: Vec<(Role, Vec<u32>, usize)>,
    attributions: Vec<(u32, Gold)>,
}

#[derive(Clone, Copy)]
enum Role {
    Source,
    Cue,
    Content,
}

/// What is wrong, and in which line of the marked text, from 1.
pub(crate) type Wrong = (u64, String);

impl<'a> Markup<'a> {
    /// Reads an article; one line break at its end is not part of the text.
    pub(crate) fn parse(id: &str, marked: &'a str) -> Result<Document, Wrong> {
        let rest = marked.strip_suffix('\n').unwrap_or(marked);
        let mut markup =
            Markup { rest, text: String::new(), open: Vec::new(), attributions: Vec::new() };
        let line = |before: &str| 1 + before.matches('\n').count() as u64;
        if let Err(reason) = markup.read() {
            return Err((line(&markup.text), reason));
        }
        let Markup { text, mut attributions, .. } = markup;
        attributions.sort_by_key(|(number, _)| *number);
        for (number, gold) in &attributions {
            if let ([], Some(span)) = (&gold.content[..], gold.source.first().or(gold.cue.first()))
            {
                return Err((
                    line(&text[..span.start()]),
                    format!("attribution {number} has no content"),
                ));
            }
        }
        let mut attributions: Vec<Gold> = attributions.into_iter().map(|(_, gold)| gold).collect();
        let inside: Vec<bool> =
            attributions.iter().map(|own| attributions.iter().any(|a| a.holds(own))).collect();
        for (gold, inside) in attributions.iter_mut().zip(inside) {
            gold.aside = inside;
        }
        Ok(Document { id: id.into(), text, attributions, tags: Vec::new() })
    }

    fn read(&mut self) -> Result<(), String> {
        while let Some(at) = self.rest.find(['{', '}', '\\']) {
            let (plain, rest) = self.rest.split_at(at);
            self.text.push_str(plain);
            self.rest = rest;
            match rest.as_bytes()[0] {
                b'{' => self.begin()?,
                b'}' => self.end()?,
                _ => self.escaped(),
            }
        }
        self.text.push_str(self.rest);
        let Some((_, numbers, start)) = self.open.pop() else { return Ok(()) };
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let words: String = self.text[start..].chars().take(30).collect();
        // The line to look at is the one where it was opened.
        self.text.truncate(start);
        Err(format!("a mark of {} is not closed: {words}", numbers.join(",")))
    }

    fn begin(&mut self) -> Result<(), String> {
        let wrong = || {
            let words: String = self.rest.chars().take(30).collect();
            format!("not {{source 1|, {{cue 1| or {{content 1|: {words}")
        };
        let (head, rest) = self.rest[1..].split_once('|').ok_or_else(wrong)?;
        let (role, numbers) = head.split_once(' ').ok_or_else(wrong)?;
        let role = match role {
            "source" => Role::Source,
            "cue" => Role::Cue,
            "content" => Role::Content,
            _ => return Err(wrong()),
        };
        let numbers: Result<Vec<u32>, _> = numbers.split(',').map(|n| n.trim().parse()).collect();
        let numbers = numbers.map_err(|_| wrong())?;
        self.open.push((role, numbers, self.text.len()));
        self.rest = rest;
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        let (role, numbers, start) = self.open.pop().ok_or("} closes nothing")?;
        if start == self.text.len() {
            return Err("a mark has no words in it".into());
        }
        let span = Span::new(start, self.text.len());
        for number in numbers {
            let known = self.attributions.iter().position(|(n, _)| *n == number);
            let at = known.unwrap_or_else(|| {
                self.attributions.push((number, Gold::default()));
                self.attributions.len() - 1
            });
            let gold = &mut self.attributions[at].1;
            let spans = match role {
                Role::Source => &mut gold.source,
                Role::Cue => &mut gold.cue,
                Role::Content => &mut gold.content,
            };
            // Of marks in marks the inner one ends first.
            let place = spans.partition_point(|other| other.start() < start);
            spans.insert(place, span);
        }
        self.rest = &self.rest[1..];
        Ok(())
    }

    fn escaped(&mut self) {
        let next = self.rest[1..].chars().next();
        let length = match next {
            Some(literal @ ('{' | '}' | '\\')) => {
                self.text.push(literal);
                2
            }
            _ => {
                self.text.push('\\');
                1
            }
        };
        self.rest = &self.rest[length..];
    }
}

impl Gold {
    /// Whether all of another attribution is inside the content of this one.
    fn holds(&self, other: &Gold) -> bool {
        let mut spans = other.source.iter().chain(&other.cue).chain(&other.content);
        self.content != other.content
            && spans.all(|span| self.content.iter().any(|own| own.covers(*span)))
    }
}
