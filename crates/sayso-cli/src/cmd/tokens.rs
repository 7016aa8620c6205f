use std::io;

use sayso::{
    Token,
    token::{TokenKind, Tokenizer},
};

use super::Layer;
use crate::{
    args::DocumentArgs,
    format::{Found, Offsets, Page, Pair},
    input::Record,
    problem::Status,
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso tokens article.txt                   One a line, with its kind
  sayso tokens --offsets utf16 articles.jsonl > tokens.jsonl

Added to each record: \"tokens\": [[0, 4], [5, 8], …]";

/// Words, numbers and punctuation marks
///
/// They are split as in the treebanks of Universal Dependencies: `don't` is
/// `do` and `n't`, `Clinton's` is `Clinton` and `'s`.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    documents: DocumentArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    run::run(Tokens(Tokenizer::new()), &args.documents, args)
}

struct Tokens(Tokenizer);

impl Layer for Tokens {
    const NAME: &'static str = "tokens";
    type Item = Token;
    type Row = Pair;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Token> + 't>, String> {
        Ok(Found::only(self.0.tokens(&record.text)))
    }

    fn row(&self, token: &Token, offsets: &Offsets<'_>) -> Pair {
        offsets.pair(token.span)
    }

    fn show(
        &self,
        text: &str,
        tokens: impl Iterator<Item = Token>,
        page: &mut Page,
    ) -> io::Result<()> {
        for token in tokens {
            page.line(&text[token.span], &[name(token.kind)])?;
        }
        Ok(())
    }
}

fn name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word => "word",
        TokenKind::Number => "number",
        TokenKind::Punctuation => "punctuation",
        TokenKind::Symbol => "symbol",
        TokenKind::Url => "url",
        TokenKind::Email => "email",
        TokenKind::Hashtag => "hashtag",
        TokenKind::Handle => "handle",
        TokenKind::Emoji => "emoji",
        _ => "other",
    }
}
