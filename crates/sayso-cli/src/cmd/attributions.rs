use std::{collections::HashMap, io};

use clap::ValueEnum;
use sayso::{
    Analysis, Analyzer, Attribution, Span,
    attribution::{Config, Explanation, Speaker},
};

use super::Layer;
use crate::{
    annotation::{self, Annotations},
    args::{DocumentArgs, ModelArgs, OutputFormat},
    format::{AttributionRow, Found, Offsets, Page, capitalized, speaker_name, speaker_words},
    input::Record,
    problem::{Status, fail},
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso attributions article.txt             Who said what, to be read
  sayso attributions articles.jsonl > attributions.jsonl
  curl -s URL | sayso attributions --input jsonl --text-field body
  sayso attributions --explain article.txt   And why
  sayso attributions --nested article.txt    And what those who speak say that others said
  sayso attributions article.txt --format html -o page.html
  sayso attributions articles.jsonl --format brat -o brat/

Added to each record: \"attributions\": a list of
  {\"source\": [[0, 9]], \"cue\": [[10, 14]], \"content\": [[15, 40]], \"kind\": \"mixed\",
   \"speakers\": [\"Boris Johnson\"], \"entities\": [3], \"confidence\": 0.97}
A speaker without a name is \"~\" and a description (\"~senior official\"), the writer is \
\"@author\", and no speaker is known where the list is empty.
And \"entities\", everybody whom the text mentions, by their numbers: a list of
  {\"id\": 3, \"name\": \"Boris Johnson\", \"kind\": \"person\", \"mentions\": [[0, 31], [90, 97]],
   \"gender\": \"masculine\", \"description\": \"British Foreign Secretary\"}
where a kind is person, organization, group or other.
With --nested, \"nested\": true marks those that lie in another's content: of
  \"He told me it was Christmas,\" she said.
\"she said\" is given without it, and \"He told\" with \"it was Christmas\" beside it with it.
With --explain, each attribution has its \"explanation\", and \"steps\" from the source to the speaker: a list of
  {\"kind\": \"pronoun\", \"from\": [90, 92], \"to\": [0, 31]}";

/// Who said what [the default]
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Group them for a reader
    #[arg(long, value_enum, value_name = "WHAT", help_heading = "Output")]
    by: Option<By>,

    /// Say why each was found, and what it could have been instead (text, jsonl)
    #[arg(long, help_heading = "Output")]
    explain: bool,

    /// Give those that lie in another's content as well, marked as nested
    #[arg(long, help_heading = "Output")]
    nested: bool,

    #[command(flatten)]
    model: ModelArgs,

    #[command(flatten)]
    documents: DocumentArgs<OutputFormat>,
}

/// How they are grouped.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum By {
    /// All that one says together, in the order in which they first speak
    Speaker,
}

pub(crate) fn run(args: &Args) -> Status {
    args.documents.output.check();
    let config = |config: Config| config.explain(args.explain).nested(args.nested);
    let analyzer = match args.model.analyzer_with(config) {
        Ok(analyzer) => analyzer,
        Err(problems) => return fail(&problems),
    };
    match annotation::format(&args.documents.output) {
        Some(format) => {
            let analyze = move |record: &Record| Ok(analyzer.analyze(&record.text));
            let fields = args.documents.input.fields(&[]);
            run::process_all(Annotations { analyze, format, fields }, &args.documents, args)
        }
        None => run::run(Attributions { analyzer, by: args.by }, &args.documents, args),
    }
}

struct Attributions {
    analyzer: Analyzer,
    by: Option<By>,
}

impl Layer for Attributions {
    const NAME: &'static str = "attributions";
    const BESIDE: &'static [&'static str] = &["entities"];
    type Item = Attribution;
    type Row = AttributionRow;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Attribution> + 't>, String> {
        let Analysis { attributions, entities, .. } = self.analyzer.analyze(&record.text);
        Ok(Found { items: attributions.into_iter(), beside: vec![Box::new(entities)] })
    }

    fn speakers<'i>(&self, attribution: &'i Attribution) -> &'i [Speaker] {
        &attribution.speakers
    }

    fn row(&self, attribution: &Attribution, offsets: &Offsets<'_>) -> AttributionRow {
        AttributionRow::new(attribution, offsets)
    }

    fn show(
        &self,
        text: &str,
        attributions: impl Iterator<Item = Attribution>,
        page: &mut Page,
    ) -> io::Result<()> {
        let mut blocks: Vec<(String, Vec<Attribution>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for attribution in attributions {
            let who = who(text, &attribution);
            let known = places.get(&who).filter(|_| self.by == Some(By::Speaker));
            match known {
                Some(&place) => blocks[place].1.push(attribution),
                None => {
                    places.insert(who.clone(), blocks.len());
                    blocks.push((who, vec![attribution]));
                }
            }
        }
        for (place, (who, said)) in blocks.iter().enumerate() {
            if place > 0 {
                page.gap()?;
            }
            match (&said[..], self.by) {
                ([one], None) => {
                    page.head(who, &details(text, one))?;
                    page.words(1, &content(text, &one.content), &[])?;
                    explain(text, one, page)?;
                }
                _ => {
                    page.head(who, &[])?;
                    for one in said {
                        page.words(1, &content(text, &one.content), &details(text, one))?;
                        explain(text, one, page)?;
                    }
                }
            }
        }
        if blocks.is_empty() {
            page.remark("no attributions")?;
        }
        Ok(())
    }
}

/// Returns the cue, if it says anything, the kind, and whether it is nested.
fn details<'t>(text: &'t str, attribution: &Attribution) -> Vec<&'t str> {
    // Colons and commas count as parts of cues; they say nothing here.
    let cue = attribution.cue.map(|cue| text[cue].trim_end_matches([':', ',']));
    let cue = cue.filter(|cue| !cue.is_empty());
    let nested = attribution.nested.then_some("nested");
    cue.into_iter().chain([attribution.kind.as_str()]).chain(nested).collect()
}

/// Returns what is said.
fn content(text: &str, content: &[Span]) -> String {
    let content: Vec<&str> = content.iter().map(|&span| &text[span]).collect();
    content.join(" … ")
}

/// Writes why an attribution was found, if that is known.
fn explain(text: &str, attribution: &Attribution, page: &mut Page) -> io::Result<()> {
    let Some(why) = &attribution.explanation else { return Ok(()) };
    let Explanation { origin, cue, rejection, reasons, alternatives, .. } = &**why;
    let confidence = format!("confidence {:.2}", attribution.confidence);
    let certainty = [format!("cue {cue:.2}"), format!("nothing {rejection:.2}")];
    let mut details = vec![confidence.as_str()];
    if !reasons.is_empty() {
        details.extend(certainty.iter().map(String::as_str));
    }
    for step in attribution.steps.iter().filter(|step| step.from != step.to) {
        let named = format!("{} → {}", &text[step.from], &text[step.to]);
        page.words(2, &named, &[step.kind.as_str()])?;
    }
    page.words(2, &format!("found by {}", origin.as_str()), &details)?;
    for reason in reasons {
        page.words(2, &reason.name, &[&format!("{:+.2}", reason.weight)])?;
    }
    for other in alternatives {
        let source = other.source.map_or("nobody", |source| &text[source]);
        let content = content(text, &other.content);
        let words = format!("or {source}: {content}");
        page.words(2, &words, &[&format!("{:.2}", other.probability)])?;
    }
    Ok(())
}

/// Says who speaks: by name or description, or else as the text does.
fn who(text: &str, attribution: &Attribution) -> String {
    match (&attribution.speakers[..], attribution.source) {
        ([], Some(source)) => capitalized(&text[source]),
        ([], None) => "Unknown speaker".into(),
        ([Speaker::Description(what)], Some(source)) if whose(&text[source], what).is_some() => {
            let whose = whose(&text[source], what).unwrap_or_default();
            capitalized(&format!("{whose} {what}"))
        }
        ([first, others @ ..], _) => {
            let mut who = speaker_name(&first.to_string()).into_owned();
            for other in others {
                who.push_str(", ");
                who.push_str(speaker_words(&other.to_string()));
            }
            who
        }
    }
}

/// Returns the possessive before a description in a source: of `His office`, `office` alone
/// tells a reader too little.
fn whose<'t>(source: &'t str, description: &str) -> Option<&'t str> {
    const POSSESSIVES: [&str; 6] = ["his", "her", "its", "their", "our", "my"];
    let (first, rest) = source.split_once(char::is_whitespace)?;
    let possessive = POSSESSIVES.iter().any(|known| known.eq_ignore_ascii_case(first));
    (possessive && rest.trim_start().starts_with(description)).then_some(first)
}

#[cfg(test)]
mod tests {
    use sayso::{
        Analyzer, Attribution, Span,
        attribution::{AttributionKind, Speaker},
    };

    use super::{Attributions, By};
    use crate::{cmd::Layer, format::Page};

    /// What is shown of attributions by hand: what is found is not the matter
    /// here.
    fn shown(text: &str, attributions: Vec<Attribution>, by: Option<By>) -> String {
        let mut page = Page::new(40);
        let layer = Attributions { analyzer: Analyzer::new(), by };
        layer.show(text, attributions.into_iter(), &mut page).expect("memory can be written to");
        page.into_text()
    }

    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).expect("it is a part of the text");
        Span::new(start, start + part.len())
    }

    #[test]
    fn an_account() {
        let text = "“We will not wait,” the minister said,\n“and nobody\n \n“should wait\neither.”  He hopes so.";
        let mut said = Attribution::new(
            Some(span(text, "the minister")),
            Some(span(text, "said")),
            vec![
                span(text, "“We will not wait,”"),
                span(text, "“and nobody\n \n“should wait\neither.”"),
            ],
        );
        said.kind = AttributionKind::Direct;
        said.speakers = vec![Speaker::Name("Ann Lee".into()), Speaker::Author];
        let mut hopes = Attribution::new(Some(span(text, "He")), None, vec![span(text, "so")]);
        let mut lost = hopes.clone();
        lost.source = None;
        let both = shown(text, vec![said.clone(), hopes.clone(), lost], None);
        let expected = "\
Ann Lee, the writer · said · direct
    “We will not wait,” … “and nobody
    “should wait either.”

He · indirect
    so

Unknown speaker · indirect
    so
";
        assert_eq!(both, expected);
        hopes.speakers = vec![Speaker::Description("senior official".into())];
        assert_eq!(shown(text, vec![hopes.clone()], None), "Senior official · indirect\n    so\n");
        assert_eq!(shown(text, vec![], None), "(no attributions)\n");
        said.content.pop();
        hopes.speakers = said.speakers.clone();
        let grouped = shown(text, vec![said, hopes], Some(By::Speaker));
        let expected = "\
Ann Lee, the writer
    “We will not wait,” · said · direct
    so · indirect
";
        assert_eq!(grouped, expected);
    }
}
