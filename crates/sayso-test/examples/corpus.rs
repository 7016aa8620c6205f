//! Writes a corpus of so many bytes to standard output, as JSON Lines: articles of
//! half a kilobyte to eight, made of the paragraphs of the example article.
//!
//! ```sh
//! cargo run --release -p sayso-test --example corpus 1000000000 > corpus.jsonl
//! ```
//!
//! The same number gives the same corpus. `benches/corpus.sh` measures on it.

use std::{
    env,
    io::{self, BufWriter, Write},
};

use sayso_test::news::{self, Random};

/// Names that take the place of those in the example, so that not all articles are
/// about the same.
const NAMES: [&str; 8] =
    ["Adeyemi", "Brandt", "Castellanos", "Dvorak", "Eriksen", "Farouk", "Grigoryan", "Halloran"];

fn main() -> io::Result<()> {
    let size = env::args().nth(1).and_then(|size| size.parse().ok());
    let size: u64 = size.ok_or_else(|| io::Error::other("usage: corpus BYTES"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut random = Random::new(1);
    let (mut written, mut number) = (0, 0);
    while written < size {
        let text = news::text(500 + random.below(7_500), number);
        let name = NAMES[random.below(NAMES.len())];
        let text = text.replace("Adeyemi", name);
        let record = serde_json::json!({ "id": format!("article-{number:07}"), "text": text });
        let line = record.to_string();
        writeln!(out, "{line}")?;
        written += line.len() as u64 + 1;
        number += 1;
    }
    out.flush()
}
