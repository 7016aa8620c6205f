use std::{
    io::{self, BufRead, Read},
    sync::Arc,
};

use super::{
    Draft, Problem,
    draft::{FileName, Payload, Place},
    http::{Head, Headers},
    limit,
    web::{Form, Page},
};

/// The pages of a web archive (WARC, ISO 28500), and the texts of one that has the
/// texts of pages (WET).
///
/// Requests, pictures, errors of servers and whatever else is in an archive are
/// passed over.
pub(super) struct Warc<R> {
    reader: R,
    file: Arc<FileName>,
    longest: usize,
    /// The number of the record that was read last, from 1.
    number: u64,
    ended: bool,
}

/// The head of a record is a few lines. What is longer is none.
const HEAD: u64 = 1 << 20;

impl<R: BufRead> Warc<R> {
    /// Reads from `reader`.
    pub(super) fn new(reader: R, file: FileName, longest: usize) -> Warc<R> {
        Warc { reader, file: file.into(), longest, number: 0, ended: false }
    }

    /// Reads the next record: nothing at the end, and `None` for one that is no
    /// document.
    fn record(&mut self) -> Result<Option<Option<Draft>>, Problem> {
        self.number += 1;
        let Some(head) = self.head()? else { return Ok(None) };
        let wrong = |reason: &str| self.wrong(reason);
        let length = head.get("content-length").ok_or_else(|| wrong("no Content-Length"))?;
        let length: u64 = length.parse().map_err(|_| wrong("no number as Content-Length"))?;
        let form = match head.get("warc-type").unwrap_or_default() {
            "response" => None,
            "conversion" => Some(Form::Text),
            "resource" => Form::of(head.get("content-type").unwrap_or_default()),
            _ => return self.skip(length).map(|()| Some(None)),
        };
        let is_response = head.get("warc-type") == Some("response");
        let uri = head.get("warc-target-uri").unwrap_or_default();
        let uri = uri.trim_matches(['<', '>']).to_owned();
        let date = head.get("warc-date").map(str::to_owned);
        let mut body = (&mut self.reader).take(length);
        let http = if is_response { Head::read(&mut body, HEAD) } else { Ok(None) };
        let http = http.map_err(|error| Problem::io(&self.file.label, &error))?;
        let rest = body.limit();
        let form = if is_response { http.as_ref().and_then(Head::form) } else { form };
        let Some(form) = form else { return self.skip(rest).map(|()| Some(None)) };
        let place = self.place();
        if rest > self.longest as u64 {
            self.skip(rest)?;
            return Err(place.problem(limit::reason(self.longest)).hint(limit::HINT));
        }
        let mut bytes = Vec::with_capacity(rest as usize);
        let read = (&mut self.reader).take(rest).read_to_end(&mut bytes);
        read.map_err(|error| self.failed(&error))?;
        if (bytes.len() as u64) < rest {
            return Err(self.wrong("the archive is cut off"));
        }
        let headers = http.map(|head| head.headers).unwrap_or_default();
        let page = Page { uri, date, form, headers, body: bytes, longest: self.longest };
        Ok(Some(Some(Draft { place, payload: Payload::Page(Box::new(page)) })))
    }

    /// Reads the head of a record; nothing at the end.
    fn head(&mut self) -> Result<Option<Headers>, Problem> {
        let mut line = Vec::new();
        // Two ends of lines stand behind the record before.
        while line.trim_ascii().is_empty() {
            line.clear();
            let read = (&mut self.reader).take(HEAD).read_until(b'\n', &mut line);
            if read.map_err(|error| self.failed(&error))? == 0 {
                return Ok(None);
            }
        }
        if !line.starts_with(b"WARC/") {
            return Err(self.wrong("no record of a web archive starts here"));
        }
        let headers = Headers::read(&mut self.reader, HEAD);
        headers.map(Some).map_err(|error| self.failed(&error))
    }

    fn skip(&mut self, length: u64) -> Result<(), Problem> {
        let skipped = io::copy(&mut (&mut self.reader).take(length), &mut io::sink());
        match skipped {
            Ok(skipped) if skipped == length => Ok(()),
            Ok(_) => Err(self.wrong("the archive is cut off")),
            Err(error) => Err(self.failed(&error)),
        }
    }

    fn place(&self) -> Place {
        let unit = "record";
        Place { file: Arc::clone(&self.file), unit, line: Some(self.number), offset: 0 }
    }

    /// From here on the archive cannot be read.
    fn wrong(&self, reason: &str) -> Problem {
        Problem { fatal: true, ..self.place().problem(reason) }
    }

    fn failed(&self, error: &io::Error) -> Problem {
        let Problem { reason, .. } = Problem::io(&self.file.label, error);
        self.wrong(&reason)
    }
}

impl<R: BufRead> Iterator for Warc<R> {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.record() {
                Ok(Some(Some(draft))) => return Some(Ok(draft)),
                Ok(Some(None)) => {}
                Ok(None) => self.ended = true,
                Err(problem) => {
                    self.ended = problem.fatal;
                    return Some(Err(problem));
                }
            }
        }
        None
    }
}
