//! A page for the browser.

mod text;
mod who;

use std::io::{self, Write};

use sayso::{Attribution, attribution::AttributionKind};

use super::{Annotate, Article, xml::Escaped};
use crate::format::{Frame, Sheet};

/// A page that needs nothing but itself: articles with each speaker in a color, and
/// beside each a list of who speaks.
///
/// It does without scripts. Whatever a color tells, a number tells too.
pub(super) struct Html;

/// What stands around articles.
pub(super) const FRAME: Frame = Frame {
    head: concat!(
        include_str!("head.html"),
        include_str!("page.css"),
        include_str!("legend.html")
    ),
    separator: "",
    tail: "</main>\n</body>\n</html>\n",
};

/// How many colors there are. Where more people speak, some share one.
const COLORS: usize = 12;

impl Annotate for Html {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let out = &mut sheet.bytes;
        let number = article.place.number;
        writeln!(out, "<article class=\"doc\" id=\"d{number}\">")?;
        writeln!(out, "<p class=\"name\">{}</p>", Escaped(&article.record.name))?;
        text::write(article, out)?;
        who::write(article, out)?;
        writeln!(out, "</article>")?;
        sheet.end_file("html");
        Ok(())
    }
}

/// Returns the class that has the color of a speaker, or of nobody.
fn color(speaker: Option<usize>) -> String {
    speaker.map_or("kx".into(), |speaker| format!("k{}", speaker % COLORS))
}

/// Returns the names of those whose attribution it is.
fn names(article: &Article<'_>, attribution: &Attribution) -> String {
    let speakers = article.cast.speakers(attribution);
    let names: Vec<String> =
        speakers.map(|speaker| article.cast.members[speaker].name()).collect();
    if names.is_empty() { "Unknown speaker".into() } else { names.join(", ") }
}

/// Says what kind of attribution it is, and how sure it is.
fn how(attribution: &Attribution) -> String {
    let kind = match attribution.kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        _ => "partly direct",
    };
    // Nothing is quite sure.
    format!("{kind} · {:.0}%\u{A0}sure", (attribution.confidence * 100.0).min(99.0))
}

#[cfg(test)]
mod tests {
    /// Returns the colors that a rule of the style sheet gives to its variables:
    /// hue for those that have one to fill in.
    fn value(rule: &str, name: &str, hue: f64) -> [f64; 3] {
        let (_, rest) = rule.split_once(&format!("{name}: ")).expect("the variable is set");
        let (value, _) = rest.split_once(';').expect("it ends");
        if let Some(hex) = value.strip_prefix('#') {
            let at = |i| u8::from_str_radix(&hex[i..i + 2], 16).expect("a number");
            return [at(0), at(2), at(4)].map(|part| f64::from(part) / 255.0);
        }
        let parts = value.trim_start_matches("hsl(var(--h) ").trim_end_matches(')');
        let (saturation, lightness) = parts.split_once(' ').expect("two parts");
        let part =
            |part: &str| part.trim_end_matches('%').parse::<f64>().expect("a number") / 100.0;
        let (saturation, lightness) = (part(saturation), part(lightness));
        let amplitude = saturation * lightness.min(1.0 - lightness);
        [0.0, 8.0, 4.0].map(|n| {
            let k = (n + hue / 30.0) % 12.0;
            lightness - amplitude * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
        })
    }

    /// WCAG 2.2, relative luminance and contrast.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let luminance = |color: [f64; 3]| {
            let [r, g, b] = color.map(|part| {
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn everything_can_be_read() {
        let css = include_str!("page.css");
        let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").expect("both");
        for sheet in [light, dark] {
            for hue in (0..360).map(f64::from) {
                let color = |name| value(sheet, name, hue);
                let pairs = [
                    ("--text", "--paper"),
                    ("--text", "--tint"),
                    ("--ink", "--paper"),
                    ("--ink", "--tint"),
                    ("--on-ink", "--ink"),
                    ("--faint", "--paper"),
                ];
                for (front, back) in pairs {
                    let contrast = contrast(color(front), color(back));
                    assert!(contrast >= 4.5, "{front} on {back}, hue {hue}: {contrast:.2}");
                }
                // What is no text needs three.
                let contrast = contrast(color("--line"), color("--paper"));
                assert!(contrast >= 3.0, "--line, hue {hue}: {contrast:.2}");
            }
        }
    }
}
