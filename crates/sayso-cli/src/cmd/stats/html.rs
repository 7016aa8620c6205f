use std::io::{self, Write};

use super::report::{Count, Report};
use crate::{annotation::Escaped, format::speaker_name};

const HEAD: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"color-scheme\" content=\"light dark\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" ",
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    "<title>Who said how much</title>\n<style>\n",
    include_str!("page.css"),
    "</style>\n</head>\n<body>\n<h1>Who said how much</h1>\n"
);

/// The colors of kinds in bars, from the most quoted.
const KINDS: [(&str, &str); 3] = [("direct", "bar"), ("mixed", "mid"), ("indirect", "low")];

/// Writes a page with plots that needs nothing but itself. Every plot stands in a
/// table beside its figures.
pub(super) fn write(report: &Report, top: usize, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    writeln!(out, "<dl>")?;
    let figures = [
        ("documents", report.documents),
        ("of them without attributions", report.silent),
        ("attributions", report.attributions),
        ("of them of unknown speakers", report.unknown),
        ("speakers", report.speakers.len() as u64),
    ];
    for (name, figure) in figures {
        writeln!(out, "<div><dt>{name}</dt><dd>{figure}</dd></div>")?;
    }
    writeln!(out, "</dl>")?;
    counts("Kinds", "Kind", &report.kinds, top, out)?;
    speakers(report, top, out)?;
    counts("Cues", "Cue", &report.cues, top, out)?;
    let tenths = report.confidence.iter().enumerate();
    let tenths: Vec<Count> = tenths
        .map(|(tenth, &attributions)| Count {
            name: format!("{}–{}%", tenth * 10, tenth * 10 + 10),
            attributions,
        })
        .collect();
    counts("How sure", "Confidence", &tenths, tenths.len(), out)?;
    writeln!(out, "</body>\n</html>")
}

/// Writes a table of counts.
fn counts(
    title: &str,
    name: &str,
    counts: &[Count],
    top: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "<h2>{title}</h2>\n<table><tr><th>{name}</th><th class=\"number\">Attributions</th><td class=\"plot\"></td></tr>"
    )?;
    let most = counts.iter().map(|count| count.attributions).max().unwrap_or(0);
    for count in counts.iter().take(top) {
        write!(
            out,
            "<tr><td>{}</td><td class=\"number\">{}</td>",
            Escaped(&count.name),
            count.attributions
        )?;
        bar(&[("bar", count.attributions)], most, out)?;
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</table>")?;
    rest(counts.len(), top, out)
}

/// Writes the table of speakers, with what is quoted and what is not in their bars.
fn speakers(report: &Report, top: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>Speakers</h2>\n<p class=\"key\">")?;
    for (name, class) in KINDS {
        writeln!(
            out,
            "<span><svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\"{class}\" width=\"1\" height=\"1\"/></svg> {name}</span>"
        )?;
    }
    writeln!(out, "</p>\n<table><tr><th>Speaker</th>")?;
    for (name, class) in [
        ("Documents", "number wide"),
        ("Attributions", "number"),
        ("Direct", "number wide"),
        ("Mixed", "number wide"),
        ("Indirect", "number wide"),
        ("Words", "number wide"),
    ] {
        write!(out, "<th class=\"{class}\">{name}</th>")?;
    }
    writeln!(out, "<td class=\"plot\"></td></tr>")?;
    let most = report.speakers.iter().map(|speaker| speaker.voice.attributions).max();
    for speaker in report.speakers.iter().take(top) {
        let voice = &speaker.voice;
        write!(out, "<tr><td>{}</td>", Escaped(&speaker_name(&speaker.name)))?;
        write!(out, "<td class=\"number wide\">{}</td>", voice.documents)?;
        write!(out, "<td class=\"number\">{}</td>", voice.attributions)?;
        for number in [voice.direct, voice.mixed, voice.indirect, voice.words] {
            write!(out, "<td class=\"number wide\">{number}</td>")?;
        }
        let parts = [("bar", voice.direct), ("mid", voice.mixed), ("low", voice.indirect)];
        bar(&parts, most.unwrap_or(0), out)?;
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</table>")?;
    rest(report.speakers.len(), top, out)
}

/// Writes a bar of several parts, where `most` is as wide as there is room.
fn bar(parts: &[(&str, u64)], most: u64, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<td class=\"plot\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )?;
    let width = |count: u64| 100.0 * count as f64 / most.max(1) as f64;
    let mut start = 0.0;
    for &(class, count) in parts.iter().filter(|(_, count)| *count > 0) {
        let width = width(count);
        write!(
            out,
            "<rect class=\"{class}\" x=\"{start:.2}\" width=\"{width:.2}\" height=\"10\"/>"
        )?;
        start += width;
    }
    write!(out, "</svg></td>")
}

/// Says how many are not shown.
fn rest(all: usize, top: usize, out: &mut dyn Write) -> io::Result<()> {
    if all > top { writeln!(out, "<p class=\"rest\">and {} more</p>", all - top) } else { Ok(()) }
}
