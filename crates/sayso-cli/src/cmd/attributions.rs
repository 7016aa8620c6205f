use std::io;

use sayso::{Analysis, Analyzer, Attribution, attribution::Speaker};

use super::Layer;
use crate::{
    args::{DocumentArgs, ModelArgs},
    format::{AttributionRow, Found, Offsets, Page},
    input::Record,
    problem::{Status, fail},
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso attributions article.txt             Who said what, to be read
  sayso attributions articles.jsonl > attributions.jsonl
  curl -s URL | sayso attributions --input jsonl --text-field body

Added to each record: \"attributions\": a list of
  {\"source\": [[0, 9]], \"cue\": [[10, 14]], \"content\": [[15, 40]], \"kind\": \"mixed\",
   \"speakers\": [\"Boris Johnson\"], \"entities\": [3], \"confidence\": 0.97}
A speaker without a name is \"~\" and a description (\"~senior official\"), the writer is \
\"@author\", and no speaker is known where the list is empty.
And \"entities\", everybody whom the text mentions, by their numbers: a list of
  {\"id\": 3, \"name\": \"Boris Johnson\", \"kind\": \"person\", \"mentions\": [[0, 31], [90, 97]],
   \"gender\": \"masculine\", \"description\": \"British Foreign Secretary\"}
where a kind is person, organization, group or other.";

/// Who said what [the default]
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    model: ModelArgs,

    #[command(flatten)]
    documents: DocumentArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    match args.model.analyzer() {
        Ok(analyzer) => run::run(Attributions(analyzer), &args.documents, args),
        Err(problem) => fail(&[problem]),
    }
}

struct Attributions(Analyzer);

impl Layer for Attributions {
    const NAME: &'static str = "attributions";
    const BESIDE: &'static [&'static str] = &["entities"];
    type Item = Attribution;
    type Row = AttributionRow;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Attribution> + 't>, String> {
        let Analysis { attributions, entities, .. } = self.0.analyze(&record.text);
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
        let mut first = true;
        for attribution in attributions {
            if !first {
                page.gap()?;
            }
            first = false;
            // Colons and commas count as parts of cues; they say nothing here.
            let cue = attribution.cue.map(|cue| text[cue].trim_end_matches([':', ',']));
            let cue = cue.filter(|cue| !cue.is_empty());
            let details: Vec<&str> = cue.into_iter().chain([attribution.kind.as_str()]).collect();
            page.head(&who(text, &attribution), &details)?;
            let content: Vec<&str> = attribution.content.iter().map(|&span| &text[span]).collect();
            page.words(1, &content.join(" … "), &[])?;
        }
        if first {
            page.remark("no attributions")?;
        }
        Ok(())
    }
}

/// Says who speaks: by name or description, or else as the text does.
fn who(text: &str, attribution: &Attribution) -> String {
    let shown = |speaker: &Speaker| match speaker {
        Speaker::Description(description) => description.clone(),
        Speaker::Author => "the writer".into(),
        named => named.to_string(),
    };
    let who = match (&attribution.speakers[..], attribution.source) {
        ([], Some(source)) => text[source].into(),
        ([], None) => "unknown speaker".into(),
        (speakers, _) => speakers.iter().map(shown).collect::<Vec<_>>().join(", "),
    };
    match attribution.speakers.first() {
        // A name is spelled as it is.
        Some(Speaker::Name(_)) => who,
        _ => capitalized(&who),
    }
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use sayso::{
        Analyzer, Attribution, Span,
        attribution::{AttributionKind, Speaker},
    };

    use super::Attributions;
    use crate::{cmd::Layer, format::Page};

    /// What is shown of attributions by hand: what is found is not the matter
    /// here.
    fn shown(text: &str, attributions: Vec<Attribution>) -> String {
        let mut page = Page::new(40);
        let layer = Attributions(Analyzer::new());
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
        let both = shown(text, vec![said, hopes.clone(), lost]);
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
        assert_eq!(shown(text, vec![hopes]), "Senior official · indirect\n    so\n");
        assert_eq!(shown(text, vec![]), "(no attributions)\n");
    }
}
